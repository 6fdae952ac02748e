"""Format specs of f-strings and format(): int, float, str, alignment, signs, grouping, bases, percent, errors."""
values = [0, 1, -1, 42, -12345678, 10**20, 0.0, -0.0, 1.5, -2.25, 3.14159265358979, 1e-7, 1e16, 123456789.987654321, float("inf"), float("-inf"), float("nan"), True, "text", "", "ünï", None, 2+3j]
specs = ["", "5", "<8", ">8", "^8", "*^9", "08", "+", " ", "-", "=+8", "+08.2f", ".3", ".0f", ".2f", "8.3f", "e", ".2e", "E", "g", ".3g", "G", "%", ".1%", ",", "_", ",.2f", "_.3f", "d", "5d", "x", "X", "#x", "#o", "#b", "b", "o", "c", "n", "s", "10s", ".2s", "<10.3s", "#.3g", "z.1f", "0>5", "_x", "_b", "#06x", "010,.1f", ",d", ".10g", "q", "5.", "=5", "^", "{}", "+s", ",s", "05s", ".2d", "1000000"[:4]]
for v in values:
    row = []
    for s in specs:
        try:
            row.append(format(v, s))
        except (ValueError, TypeError, OverflowError) as e:
            row.append(f"{type(e).__name__}:{e}")
    print(repr(v))
    for s, r in zip(specs, row):
        print(f"   {s!r:12} {r!r}")
