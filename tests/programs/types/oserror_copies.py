"""The names of files are no part of an OSError's args, but of its copies; a second __init__ changes nothing."""
import copy
import pickle

for error in FileNotFoundError(2, "no", "file"), FileNotFoundError(2, "no", "a", None, "b"), OSError("one"), OSError(9999, "none"):
    error.__init__(9)
    print(error.args, error.__reduce__(), repr(copy.copy(error)), copy.copy(error), pickle.loads(pickle.dumps(error)))


class Own(OSError):
    def __init__(self, path):
        super().__init__(5, "own", path)


print(Own("p"), Own("p").args, Own("p").filename)
