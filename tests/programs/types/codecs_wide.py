"""UTF-16, UTF-32, Windows-1252, utf-8-sig: both ways, with error handlers."""
for text in ("abc", "é€😀", "\ud800x", "", "“quoted” – ™"):
    for codec in ("utf-16", "utf-16-le", "utf_16_be", "UTF-32", "utf-32-le", "utf-32-be", "cp1252", "utf-8-sig", "latin-1"):
        for errors in ("strict", "replace", "ignore", "backslashreplace", "xmlcharrefreplace", "surrogatepass"):
            if errors == "xmlcharrefreplace" and codec.lower().startswith("utf"):
                continue
            if errors == "backslashreplace" and "8" not in codec.replace("utf-8", "8")[:1] and codec.lower().startswith("utf") and "\ud800" in text:
                continue
            try:
                data = text.encode(codec, errors)
                back = data.decode(codec, errors if errors in ("strict", "surrogatepass") else "replace")
                print(codec, errors, data, ascii(back))
            except UnicodeError as e:
                print(codec, errors, type(e).__name__, e)
for data, codec in ((b"a", "utf-16"), (b"\x00\xd8", "utf-16-le"), (b"\x00\xd8a\x00", "utf-16-le"), (b"\x00\xdca\x00", "utf-16-le"), (b"abc", "utf-32"), (b"\xff\xff\xff\xff", "utf-32-le"),
                    (b"\x00\xd8\x00\x00", "utf-32-le"), (b"\x81a", "cp1252"), (b"\xfe\xff\x00a", "utf-16"), (b"\xef\xbb\xbfhi", "utf-8-sig"), (b"\xef\xbb\xbfhi", "utf-8"), (b"\x80\x99", "windows-1252"), (b"x", "utf-7x")):
    for errors in ("strict", "replace", "ignore"):
        try:
            print(data, codec, errors, ascii(data.decode(codec, errors)))
        except (UnicodeError, LookupError) as e:
            print(data, codec, errors, type(e).__name__, e)
