# Numbers of very different sizes are added exactly, however many sums that do not overlap that takes.
import math

falling = [2.0 ** e for e in range(1020, -1070, -13)]
print(len(falling), math.fsum(falling), math.fsum(falling[::-1]))
rising = [2.0 ** e * (1 + 2.0 ** -52) for e in range(-1000, 1000, 20)]
print(math.fsum(rising), math.fsum(rising + [-x for x in rising]))
tails = [math.exp(-x * x / 2) for x in (-37 + i / 100 for i in range(3701))]
print(math.fsum(tails), math.fsum(tails + tails) == 2 * math.fsum(tails))
try:
    math.fsum(falling + ['a'])
except TypeError as error:
    print(error)
