import asyncio


async def attempt(coroutine):
    try:
        print(await coroutine)
    except Exception as error:
        print(type(error).__name__, error, *[getattr(error, name) for name in ('partial', 'expected', 'consumed') if hasattr(error, name)])


async def main():
    reader = asyncio.StreamReader(limit=8)
    print(reader, reader.exception(), reader.at_eof())
    reader.feed_data(b'line\nlonger than the limit\nok\n')
    print(reader)
    await attempt(reader.readline())
    await attempt(reader.readline())
    await attempt(reader.readline())
    reader.feed_data(b'no separator here')
    await attempt(reader.readuntil(b'|'))
    await attempt(reader.readline())
    reader.feed_data(b'a--b-c')
    await attempt(reader.readuntil(b'--'))
    await attempt(reader.readuntil((b'-', b'--')))
    await attempt(reader.readuntil(b''))
    await attempt(reader.readuntil(()))
    await attempt(reader.readexactly(-1))
    await attempt(reader.readexactly(0))
    await attempt(reader.read(0))
    reader.feed_eof()
    await attempt(reader.readexactly(4))
    await attempt(reader.readexactly(4))
    await attempt(reader.read())
    await attempt(reader.readline())
    print(reader, reader.at_eof())

    reader = asyncio.StreamReader()
    waiting = asyncio.create_task(attempt(reader.read(10)))
    await asyncio.sleep(0)
    reader.set_exception(OSError('broken'))
    await waiting
    await attempt(reader.readline())
    print(reader, reader.exception())
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as error:
        print(error)
    reader = asyncio.StreamReader()
    for piece in (b'x\ny', b'y\nz'):
        reader.feed_data(piece)
    reader.feed_eof()
    async for line in reader:
        print(line)
    print(issubclass(asyncio.IncompleteReadError, EOFError), issubclass(asyncio.LimitOverrunError, Exception))

asyncio.run(main())
