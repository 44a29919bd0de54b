"""Values to what is shown of them: pure functions, from a review to rows of content."""
