import asyncio, time, threading
def slow(n):
    time.sleep(n / 10); print('slow', n)
async def main():
    asyncio.get_running_loop().run_in_executor(None, slow, 3)
    print('main over')
asyncio.run(main()); print('run over')
loop = asyncio.new_event_loop()
async def main2():
    loop.run_in_executor(None, slow, 4)
loop.run_until_complete(main2())
loop.close()
print('closed')
loop = asyncio.new_event_loop()
loop.run_until_complete(main2())
print('not closed')
import atexit
atexit.register(print, 'atexit')
t = threading.Thread(target=slow, args=(6,)); t.start()
