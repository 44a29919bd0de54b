"""The nouns: every record that a review is made of, moments and their order, look-ups. All frozen, all pure."""
