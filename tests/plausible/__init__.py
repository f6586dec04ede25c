"""A corpus for the warnings on what is implausible: normal years that must stay silent, slips that must not."""
