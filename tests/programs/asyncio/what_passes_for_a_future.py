import asyncio, warnings, sys
warnings.simplefilter('always')
async def main():
    f = asyncio.Future()
    it = f.__await__()
    try: it.throw(ValueError, ValueError('x'), None)
    except BaseException as e: print(repr(e))
    it = f.__await__()
    for args in ((Exception, Exception("zebra"), None), (Exception,), (ValueError, 'a'), (ValueError, ('a', 'b')), (1,), (ValueError, 1, 2), (ValueError(), 1), (None,), (list,)):
        it = iter(f)
        try: it.throw(*args)
        except BaseException as e: print(repr(e))
    for what in (0, type(f), 'x', None): print(asyncio.isfuture(what))
    class Duck:
        _asyncio_future_blocking = False
        def __iter__(self): return iter(())
    print(asyncio.isfuture(Duck()), asyncio.isfuture(Duck))
    d = Duck()
    print(asyncio.ensure_future(d) is d, asyncio.wrap_future(d) is d)
    class NotDuck:
        def __getattr__(self, n): return None
    print(asyncio.isfuture(NotDuck()))
    from unittest import mock
    print(asyncio.isfuture(mock.Mock()), asyncio.isfuture(mock.Mock(asyncio.Future())), asyncio.isfuture(mock.MagicMock(type(f))))
    for what in '_log_traceback', '_source_traceback', '_log_destroy_pending', '_loop', '_asyncio_future_blocking':
        try: delattr(f, what)
        except AttributeError as e: print(e)
    t = asyncio.current_task()
    for what in '_log_destroy_pending', '_log_traceback', '_asyncio_future_blocking', '_coro':
        try: delattr(t, what)
        except AttributeError as e: print(e)
    try: f._log_traceback = True
    except ValueError as e: print(e)
    f._log_traceback = False
    f.set_result(1)
    try: f.set_result(1)
    except asyncio.InvalidStateError as e: print(e)
    try: f.set_exception(ValueError())
    except asyncio.InvalidStateError as e: print(e)
asyncio.run(main())
