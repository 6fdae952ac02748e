# A for loop asks a generator that came to its end elsewhere once more, and ends.


def count(n):
    for i in range(n):
        yield i


steps = count(3)
for i in steps:
    print(i, next(steps, 'no more'))
for i in steps:
    print('never')

steps = count(1)
for i in steps:
    for j in steps:
        print('never')
print(list(steps), [i for i in steps], sum(steps))


def through(steps):
    for i in steps:
        yield i


steps = count(2)
outer = through(steps)
print(next(outer), next(steps), next(steps, 'ended'), next(outer, 'ended too'))

steps = count(2)
steps.close()
for i in steps:
    print('never')
else:
    print('closed')


class Evil(Exception):
    def __new__(cls):
        return cls


try:
    count(2).throw(Evil)
except TypeError as e:
    print(e)
