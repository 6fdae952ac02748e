import re

digits = "\d+"
limit = 3if digits else 4
raw = b"\s"
wide = f"\w{digits}\{3}\q"


def find(text):
    """Numbers: \d."""
    return re.findall("\p", text)


print(find("1 2 3")
later = "\z"
other = 1_0or 2
