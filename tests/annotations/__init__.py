"""validate --format github, gitlab, sarif."""
