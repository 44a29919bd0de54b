"""The interface: screens that compose, listen and ask. What is shown comes down as values, what is wanted goes up."""
