"""The JSON Schema that editors check with, held against what validate takes and refuses."""
