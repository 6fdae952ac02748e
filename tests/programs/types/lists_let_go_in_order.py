"""In which order a list lets go of what it held: slices from the right, steps from the left."""


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def some():
    return [Noisy(str(number)) for number in range(5)]


def replaced(things):
    things[1:4] = [1]


def emptied(things):
    things[:] = []


def deleted(things):
    del things[:3]


def stepped(things):
    things[::2] = "abc"


def deleted_steps(things):
    del things[::2]


for change in replaced, emptied, deleted, stepped, deleted_steps, list.clear:
    things = some()
    print(change.__name__)
    change(things)
    print("then")
    del things
