print(2**100, -7 // 2, -7 % 3, 7 // -2, 7 % -3, divmod(-7, 2), 2**-1, 0**0, (-8) ** (1 / 3) if False else "", 10**20 // 3)
print(int("0x1f", 16), int("-42"), int(" 7 "), int("1_000"), int("z", 36), int(3.9), int(-3.9), int(True), int("0b101", 0))
print(bin(10), oct(8), hex(255), bin(-5), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "big"), (1023).bit_length(), (7).bit_count())
print(1 << 100, (1 << 100) >> 98, -1 >> 3, 5 & -2, 5 | -8, 5 ^ -1, ~5, 2**64 - 1, -(2**63), 2**62, 2**62 - 1, -(2**62) - 1)
print(4611686018427387903 + 1, 4611686018427387904 - 1, 3037000500 * 3037000500, 99999999999 * 99999999999, -4611686018427387904 - 1)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(15, -1), round(25, -1), abs(-5), pow(3, 4, 5), pow(3, -1, 7))
print(1 == 1.0, 1 < 1.5, 2**53 == float(2**53), 2**53 + 1 == float(2**53), hash(1) == hash(1.0))
print(7 / 2, 6 / 3, 1e308 * 10, -1e308 * 10, 10**30 / 10**29, 1 / 3, 2**1000 / 2**999)
fact = 1
for i in range(1, 30):
    fact *= i
print(fact, fact // 12345678901234567890, fact % 12345678901234567, -fact // 987654321987654321, str(fact)[::-1])
a = 3**200
b = 7**150
print(a * b, a // b, b // a, a % b, a - b, b - a, a & b, a | b, a ^ b, -a & b, a > b, a == 3**200, a // (3**190))
print(True + True, True & False, True | 2, ~True, isinstance(True, int), str(True), True == 1, [0, 1][True])
for bad in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: 1.0 // 0, lambda: 0 ** -1, lambda: 1 << -1, lambda: int("x"), lambda: int("1.5"),
            lambda: int([]), lambda: 1 + "a", lambda: "a" + 1, lambda: 1 < "a", lambda: -"a", lambda: [] + (), lambda: int("12", 1), lambda: 5 @ 2,
            lambda: float("abc"), lambda: int(float("inf")), lambda: int(float("nan")), lambda: 1.5 % 0, lambda: range(1.5),
            lambda: "x" * 2.0, lambda: [1] * "a", lambda: chr(-1), lambda: chr(0x110000), lambda: ord("ab"), lambda: round("x"), lambda: abs("x")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
