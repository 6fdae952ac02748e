"""time.strptime: directives, names, numbers of any width, errors."""
import time

for text, form in (("2024-02-29 10:11:12", "%Y-%m-%d %H:%M:%S"), ("Tue Nov 14 22:13:20 2023", "%a %b %d %H:%M:%S %Y"), ("5/6/99", "%d/%m/%y"),
                   ("11:30 PM", "%I:%M %p"), ("12:05 am", "%I:%M %p"), ("January 5, 2020", "%B %d, %Y"), ("2023 200", "%Y %j"), ("20230105", "%Y%m%d"),
                   ("10:11", "%R"), ("2020-01-02T03:04:05", "%FT%T"), ("100%", "%f%%"), ("  7", " %d"), ("1 UTC", "%d %Z"), ("68 69", "%y %d"),
                   ("2024-13-01", "%Y-%m-%d"), ("2024-02-30", "%Y-%m-%d"), ("2024", "%Y-%m"), ("2024-01-01 x", "%Y-%m-%d"), ("x", "%Q"), ("24:00", "%H:%M"), ("", "%Y"), (5, "%Y"), ("a", 5)):
    try:
        print(text, form, tuple(time.strptime(text, form)))
    except (ValueError, TypeError) as e:
        print(text, form, type(e).__name__, e)
print(time.strptime("Tue Nov 14 22:13:20 2023"), time.mktime(time.strptime("2023", "%Y")))
