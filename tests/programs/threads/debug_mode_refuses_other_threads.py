"""In debug mode what only the loop's own thread may do is refused elsewhere, also by futures and tasks."""
import asyncio
import threading


async def nothing():
    pass


async def main():
    loop = asyncio.get_running_loop()
    awaited = loop.create_future()
    lonely = loop.create_future()

    def refused(call, *args):
        try:
            call(*args)
            print('fine')
        except RuntimeError as error:
            print(error)

    def other():
        refused(loop.call_soon, print)
        refused(loop.call_later, 1, print)
        refused(loop.call_at, 1, print)
        refused(lonely.set_result, 1)
        refused(awaited.set_result, 1)
        refused(awaited.add_done_callback, print)
        refused(loop.call_soon_threadsafe, print, 'safe')

    async def waits():
        try:
            print('got', await asyncio.wait_for(asyncio.shield(awaited), 0.1))
        except TimeoutError:
            print('nobody woke it')

    waiting = asyncio.create_task(waits())
    await asyncio.sleep(0)
    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    await asyncio.sleep(0.3)
    print(waiting.done(), awaited.done(), lonely.result())


asyncio.run(main(), debug=True)
