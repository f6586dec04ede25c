"""What can be wrong: one file a code, whose name carries code and name.

- `misfits/<family>/m???_<name>.py` words what was met while reading: `word(about)` gives the sentence and
  the mend. Imported only when there is such a misfit, so a sound ledger does not pay for it.
- `checks/<family>/m???_<name>.py` looks at the whole ledger: `check(context)` yields what it has to say.
- `changes/<family>/m???_<name>.py` looks at what has become of an older version: `check(since)` likewise, imported
  only where there is one to compare with.
- `questions/<family>/m???_<name>.py` words what is well-formed and yet unlikely (plausibility/), like a misfit:
  a warning that asks, where nothing certain has been said already.

Each also has SEVERITY and TITLE, and what `explain` and docs/findings.md say of it: WHY the rule is there,
how to MEND it, an example that is BAD and the same one that is GOOD (tests/test_explanations.py finds both
in the folder of broken ledgers, so they are what the program really refuses and takes).
"""
