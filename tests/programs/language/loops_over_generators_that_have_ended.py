"""A loop over a generator that has ended, or that ends while the loop runs, does nothing more."""


def numbers():
    yield from (1, 2, 3)


ended = numbers()
print(list(ended))
for number in ended:
    print('never', number)
else:
    print('at once')

taken = numbers()
for number in taken:
    print(number, next(taken, 'none'))

closed = numbers()
closed.close()
print([number for number in closed], list(closed), next(closed, 'none'))


def failing():
    yield 1
    raise ValueError('once')


broken = failing()
try:
    for number in broken:
        print(number)
except ValueError as error:
    print(error)
for number in broken:
    print('never', number)
print('done')
