import asyncio
import socket


async def main():
    loop = asyncio.get_running_loop()
    one, two = socket.socketpair()
    one.setblocking(False)
    two.setblocking(False)
    got = loop.create_future()

    def readable():
        data = one.recv(100)
        print('readable:', data)
        if data == b'end':
            loop.remove_reader(one)
            got.set_result(data)

    loop.add_reader(one, readable)
    loop.call_soon(two.send, b'now')
    loop.call_later(0.5, two.send, b'later')
    loop.call_later(1, two.send, b'end')
    print(await got, loop.time() >= 0.9)
    two.send(b'unseen')
    await asyncio.sleep(0)
    print('removed again:', loop.remove_reader(one))

    count = 0

    def writable():
        nonlocal count
        count += 1
        print('writable', count)
        if count == 3:
            loop.remove_writer(two.fileno())

    loop.add_writer(two.fileno(), writable)
    for i in range(5):
        await asyncio.sleep(0)
        print('iteration', i)

    loop.add_reader(one, print, 'first callback')
    loop.add_reader(one, lambda: (print('second callback', one.recv(100)), loop.remove_reader(one)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)

    def broken():
        loop.remove_reader(one)
        raise LookupError('in a reader')

    loop.set_exception_handler(lambda loop, context: print(context['message'].split(' at ')[0], repr(context['exception'])))
    loop.add_reader(one, broken)
    two.close()
    await asyncio.sleep(0.1)
    print(one.recv(1))
    one.close()
    try:
        loop.add_reader(one, print)
    except ValueError as error:
        print(type(error).__name__)

asyncio.run(main())
