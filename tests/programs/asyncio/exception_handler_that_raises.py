"""A handler that raises itself is told of with the error that it was told of."""
import asyncio
import sys


def broken(loop, context):
    print("handling", repr(sys.exception()))
    raise KeyError("handler")


