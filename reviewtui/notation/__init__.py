"""The spelling: text to values and back. Parsing never fails: what is not understood comes back as narrative."""
