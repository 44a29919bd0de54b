"""What stages and screens are made of; none of them knows the session."""
