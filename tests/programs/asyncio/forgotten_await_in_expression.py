"""What a forgotten await leads to."""
import asyncio


async def number():
    return 5


async def main():
    try:
        print(number() + 1)
    except TypeError as e:
        print(e)
    try:
        for x in number():
            print(x)
    except TypeError as e:
        print(e)
    try:
        a, b = number()
    except TypeError as e:
        print(e)
    try:
        number()["key"]
    except TypeError as e:
        print(e)
    try:
        len(number())
    except TypeError as e:
        print(e)
    try:
        number().value
    except AttributeError as e:
        print(e)
    if number():
        print("always true")


asyncio.run(main())
