"""Incident reviews in the terminal: every role's picture of the same incident, side by side."""
