"""concurrent.futures._base: what is general in concurrent.futures by the name of its module."""
from concurrent.futures import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, BrokenExecutor, CancelledError, DoneAndNotDoneFutures, Error,
                                Executor, Future, InvalidStateError, TimeoutError, as_completed, wait)
