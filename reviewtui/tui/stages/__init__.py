"""The stages of a review."""
