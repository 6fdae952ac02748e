"""xml.etree: documents as trees of elements."""
