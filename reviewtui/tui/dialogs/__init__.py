"""One question each, over what was there before."""
