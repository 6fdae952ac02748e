# What Timeout.reschedule and StreamReader.feed_data take, and what they say of anything else.
import asyncio, contextvars
print(type(contextvars.Token.MISSING), type(contextvars.Token.MISSING).__module__)
async def main():
    async with asyncio.timeout(5) as limit:
        for args in (), (1, 2), (1, 2, 3):
            try: limit.reschedule(*args)
            except TypeError as e: print(e)
        limit.reschedule(when=None)
        print(limit)
    reader = asyncio.StreamReader()
    for wrong in 2, 'x', [65, 66], [300]:
        try: reader.feed_data(wrong)
        except (TypeError, ValueError) as e: print(type(e).__name__, e)
    print(reader)
asyncio.run(main())
