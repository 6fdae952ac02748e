"""The error of an except clause that names no exception is that of the whole clause with its lines."""
import asyncio
import traceback
def f():
    try:
        1/0
    except asyncio.current_task:
        print("never")
        raise
def g():
    try:
        1/0
    except 3: print("x")
def h():
    try:
        1/0
    except (ValueError, 3) as e:
        print("x")
        print("y")
    except ValueError:
        pass
def i():
    try:
        1/0
    except* 3:
        print("x")
for x in f, g, h, i:
    try: x()
    except TypeError as e:
        traceback.print_exc()
