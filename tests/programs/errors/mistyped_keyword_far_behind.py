"""What looks for a mistyped keyword reads from the last good compound statement on that is no function, and not more than 1,024 characters."""
import asyncio


async def step_0():
    await asyncio.sleep(0.1)
    print("step 0 of a program that has nothing but functions")


async def step_1():
    await asyncio.sleep(0.1)
    print("step 1 of a program that has nothing but functions")


async def step_2():
    await asyncio.sleep(0.1)
    print("step 2 of a program that has nothing but functions")


async def step_3():
    await asyncio.sleep(0.1)
    print("step 3 of a program that has nothing but functions")


async def step_4():
    await asyncio.sleep(0.1)
    print("step 4 of a program that has nothing but functions")


async def step_5():
    await asyncio.sleep(0.1)
    print("step 5 of a program that has nothing but functions")


async def step_6():
    await asyncio.sleep(0.1)
    print("step 6 of a program that has nothing but functions")


async def step_7():
    await asyncio.sleep(0.1)
    print("step 7 of a program that has nothing but functions")


async def step_8():
    await asyncio.sleep(0.1)
    print("step 8 of a program that has nothing but functions")


async df main():
    pass
