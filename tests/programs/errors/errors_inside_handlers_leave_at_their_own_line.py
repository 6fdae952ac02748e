"""An error inside a handler leaves the frame at the line that raised it"""
import asyncio
import sys


async def nothing():
    pass


def in_the_handler():
    lost = nothing()
    try:
        raise KeyError
    except KeyError as error:
        print(undefined, error)


def in_none():
    lost = nothing()
    try:
        raise KeyError
    except ValueError as error:
        print(error)


def in_the_last():
    lost = nothing()
    try:
        raise KeyError
    except ValueError:
        pass
    except KeyError:
        print(undefined)


def without_a_type():
    lost = nothing()
    try:
        raise KeyError
    except:
        raise


for call in in_the_handler, in_none, in_the_last, without_a_type:
    try:
        call()
    except Exception as error:
        inner = error.__traceback__.tb_next
        print(type(error).__name__, inner.tb_lineno, inner.tb_frame.f_lineno, sys.exception() is error)
        del inner
    print(sys.exception())
