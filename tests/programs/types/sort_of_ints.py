# Long lists of ints in disorder, alone and as keys: order, stability, reverse.
def numbers(seed, count, bits):
    x = seed
    for _ in range(count):
        x = (x * 6364136223846793005 + 1442695040888963407) % 2**64
        yield (x >> 1) % 2**bits - 2**bits // 3


for count in (511, 512, 3000):
    for bits in (1, 8, 20, 30, 61):
        values = list(numbers(count + bits, count, bits))
        pairs = [(v, i) for i, v in enumerate(values)]
        for reverse in (False, True):
            by_key = sorted(pairs, key=lambda pair: pair[0], reverse=reverse)
            plain = sorted(values, reverse=reverse)
            assert [v for v, _ in by_key] == plain
            assert all(a <= b for a, b in zip(plain, plain[1:])) or reverse
            assert all(i < j for (v, i), (w, j) in zip(by_key, by_key[1:]) if v == w)
            print(count, bits, reverse, plain[0], plain[count // 2], plain[-1], sum(k * v for k, (v, _) in enumerate(by_key)) % 1000003)
nearly = list(range(2000))
nearly[5], nearly[1500] = nearly[1500], nearly[5]
print(sorted(nearly) == list(range(2000)), sorted(reversed(nearly))[:3], sorted([7] * 1000 + [3] * 1000)[999:1001])
