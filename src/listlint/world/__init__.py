"""The world outside a list: whoever is asked what rules want to know; it judges nothing."""
