"""In which order a handle lets go of its callback and arguments, and a loop that closes of its handles."""
import asyncio
async def job(): pass
class Ends:
    def __init__(self, n): self.n = n
    def __call__(self, *args): print("called", self.n)
    def __del__(self): print("gone", self.n)
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(Ends("soon"), Ends(1), Ends(2))
    loop.call_soon(print, "next")
    await asyncio.sleep(0)
    loop.call_later(1, Ends("later"), Ends(3), Ends(4)).cancel()
    h = loop.call_soon(Ends("cancelled"), Ends(5), Ends(6))
    h.cancel()
    print("still")
    loop.call_soon(Ends("after"), Ends(7))
asyncio.run(main())
loop = asyncio.new_event_loop()
for n in (3, 1, 4, 1, 5, 9, 2, 6): loop.call_later(n, Ends("timer"), Ends(n))
for n in (3, 1): loop.call_soon(Ends("call"), Ends(n))
loop.close()
print("closed")
