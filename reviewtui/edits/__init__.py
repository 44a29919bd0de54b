"""The verbs: every change a facilitator can make, a pure function from a review to a review."""
