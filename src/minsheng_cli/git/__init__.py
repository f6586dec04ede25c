"""What a ledger's history says, asked of the `git` program alone: revisions, their files, who changed what.

Nothing here writes to a repository, and nothing that it holds is run: no hook, no filter, no external diff.
What git refuses is a Refusal, as data; cli/revisions.py puts it into words.
"""
