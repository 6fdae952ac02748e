"""xml.parsers: what reads XML."""
