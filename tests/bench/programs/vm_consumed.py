# What builtins and the library's C take from generators and iterators: sums, joins, counts, heaps, combinations.
import heapq
import itertools
import time
from collections import Counter

N = 60_000


def main():
    t0 = time.perf_counter()
    total = sum(i * i for i in range(N))
    most = max((i * 7919) % 1013 for i in range(N))
    found = any(i < 0 for i in range(N))
    squares = {i: i * i for i in range(N // 3)}
    text = ",".join(str(i) for i in range(N // 3))
    counted = Counter(c for c in text)
    pairs = sum(1 for a, b in zip(range(N), squares) if a == b)
    heap = []
    for i in range(N // 6):
        heapq.heappush(heap, (i * 7919) % 10_007)
    smallest = [heapq.heappop(heap) for _ in range(N // 6)]
    orders = sum(p[0] for p in itertools.permutations(range(7)))
    dt = time.perf_counter() - t0
    assert total == (N - 1) * N * (2 * N - 1) // 6 and most == 1012 and not found and pairs == N // 3
    assert sum(counted.values()) == len(text) and smallest == sorted(smallest) and orders == 15120
    print(f"vm_consumed {dt * 1e3:.3f} ms")


for _ in range(6):
    main()
