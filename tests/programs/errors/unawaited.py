import asyncio


async def job(n):
    return n


def plain():
    job(1)


async def main():
    plain()
    x = job(2)
    x = None
    asyncio.sleep(1)
    print("end of main")


asyncio.run(main())
job(3)
print("end")
