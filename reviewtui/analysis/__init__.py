"""What follows from a review: derived on demand, by pure functions, and never stored."""
