"""_pickle: where the exceptions of pickle say that they are from."""
from pickle import PickleError, PicklingError, UnpicklingError
