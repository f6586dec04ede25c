"""What a ledger's history says, asked of the `git` program alone: revisions, their files, who changed what.

Nothing here writes to a repository but settings.py, which makes its settings; nothing that a repository holds is
run: no hook, no filter, no external diff. What a partial clone has left out is not fetched, and commits are what
they were made as, whatever replaces or grafts them.
What git refuses is a Refusal, as data; cli/revisions.py puts it into words.
"""
