"""xml: what reads and writes XML."""
