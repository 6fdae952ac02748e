import asyncio

class Promise:
    """A future made by hand: what asyncio asks of it, and no more."""
    _asyncio_future_blocking = False

    def __init__(self):
        self._loop = asyncio.get_running_loop()
        self.callbacks = []
        self.state = 'pending'
        self.value = None

    def get_loop(self):
        return self._loop

    def add_done_callback(self, fn, *, context=None):
        print('   add', getattr(fn, '__name__', fn), type(context).__name__)
        if self.state == 'pending':
            self.callbacks.append((fn, context))
        else:
            self._loop.call_soon(fn, self, context=context)

    def remove_done_callback(self, fn):
        before = len(self.callbacks)
        self.callbacks = [c for c in self.callbacks if c[0] != fn]
        return before - len(self.callbacks)

    def _finish(self, state, value):
        self.state, self.value = state, value
        for fn, context in self.callbacks:
            self._loop.call_soon(fn, self, context=context)
        self.callbacks = []

    def resolve(self, value):
        self._finish('done', value)

    def reject(self, error):
        self._finish('failed', error)

    def cancel(self, msg=None):
        print('   cancel', msg)
        if self.state != 'pending':
            return False
        self._finish('cancelled', msg)
        return True

    def done(self):
        return self.state != 'pending'

    def cancelled(self):
        return self.state == 'cancelled'

    def exception(self):
        return self.value if self.state == 'failed' else None

    def result(self):
        print('   result')
        if self.state == 'failed':
            raise self.value
        if self.state == 'cancelled':
            raise asyncio.CancelledError(self.value)
        return self.value

    def __await__(self):
        if not self.done():
            self._asyncio_future_blocking = True
            yield self
        return self.result()

    def __repr__(self):
        return f'<Promise {self.state}>'

async def wait_for(name, p):
    try:
        print(name, 'got', await p)
    except BaseException as error:
        print(name, 'caught', repr(error))

async def main():
    loop = asyncio.get_running_loop()
    p = Promise()
    loop.call_later(0.1, p.resolve, 42)
    print(await p)
    p = Promise()
    tasks = [asyncio.create_task(wait_for(n, p), name=n) for n in 'abc']
    await asyncio.sleep(0)
    print(tasks[0])
    print(tasks[0]._fut_waiter)
    tasks[0].cancel('enough')
    await asyncio.gather(*tasks)
    p = Promise()
    loop.call_soon(p.reject, ValueError('no'))
    await wait_for('d', p)
    p = Promise()
    loop.call_later(1, p.resolve, 'late')
    print(await asyncio.wait_for(p, 2))
    p = Promise()
    try:
        await asyncio.wait_for(p, 0.5)
    except TimeoutError as error:
        print(repr(error))
    print(p)
    p, q = Promise(), Promise()
    loop.call_later(0.2, p.resolve, 1)
    loop.call_later(0.1, q.resolve, 2)
    print(await asyncio.gather(p, q, asyncio.sleep(0.3, 3)))
    p, q = Promise(), Promise()
    loop.call_later(0.2, p.resolve, 1)
    done, pending = await asyncio.wait([p, q], return_when=asyncio.FIRST_COMPLETED)
    print(done, pending)
    print(asyncio.isfuture(p), asyncio.ensure_future(q) is q)
    s = asyncio.shield(q)
    s.cancel()
    print(s, q)
    async for x in asyncio.as_completed([p]):
        print(x)

    class Wrong(Promise):
        def get_loop(self):
            return None
    await wait_for('e', Wrong())

    class Bare(Promise):
        def __await__(self):
            yield self
    await wait_for('f', Bare())

    class Eager(Promise):
        """Calls its callbacks itself."""
        def _finish(self, state, value):
            self.state, self.value = state, value
            for fn, context in self.callbacks:
                try:
                    fn(self)
                except RuntimeError as error:
                    print(type(error).__name__, str(error)[:27])
    p = Eager()
    t = asyncio.create_task(wait_for('g', p), name='g')
    await asyncio.sleep(0)
    p.resolve('now')
    loop.call_soon(p.resolve, 'soon')
    await t
    p = Promise()
    t = asyncio.create_task(wait_for('h', p))
    await asyncio.sleep(0)
    try:
        p.callbacks[0][0](p)
    except RuntimeError as error:
        print(str(error)[:16], '...', str(error)[-18:])
    t.cancel()
    await t

asyncio.run(main())
