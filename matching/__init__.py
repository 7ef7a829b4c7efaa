"""What makes a good exchange, and why. Knows no database and no web."""
