"""Runs many programs one after another in one CPython: what each prints, as if it ran alone.

Used by fuzz.mjs, inside the oracle's interpreter. Each program gets the clock at zero, the numbers of a fresh
`random`, warnings that were not shown before, and tasks counted from one.
"""

import asyncio
import gc
import io
import json
import random
import re
import sys
import warnings

import virtual_loop

virtual_loop.install()
virtual_loop.install = lambda: None  # once is enough: its wrappers would pile up


async def _nothing():
    pass


def _tasks_made():
    """How many unnamed tasks there have been: the number of one made now."""
    loop = asyncio.new_event_loop()
    task = asyncio.Task(_nothing(), loop=loop)
    loop.run_until_complete(task)
    loop.close()
    return int(task.get_name().rpartition("-")[2])


def run(source, filename):
    """(standard output, standard error, exit status) of a program."""
    virtual_loop.clock.now = 0.0
    random.seed(0)
    for name in ("tracemalloc", "_tracemalloc"):  # who warns at the end of a process has it only if it was imported before
        sys.modules.pop(name, None)
    before = _tasks_made()
    out, err = io.StringIO(), io.StringIO()
    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        with warnings.catch_warnings():
            status = virtual_loop.run_source(source, filename)
    finally:
        sys.stdout, sys.stderr = streams
        asyncio.set_event_loop(None)
        asyncio._set_running_loop(None)

    def counted(match):
        number = int(match[1]) - before
        return f"Task-{number}" if number > 0 else match[0]
    return [re.sub(r"\bTask-(\d+)\b", counted, text.getvalue()) for text in (out, err)] + [status]


gc.collect()
gc.freeze()
