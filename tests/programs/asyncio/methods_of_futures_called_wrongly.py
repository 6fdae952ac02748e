"""What methods of futures and tasks say of arguments that do not fit, and which class they name."""
import asyncio
async def nothing(): pass
async def main():
    task = asyncio.create_task(nothing())
    gathered = asyncio.gather(nothing(), nothing())
    future = asyncio.get_running_loop().create_future()
    for thing in (task, gathered, future):
        for name in ('add_done_callback', 'cancel', 'cancelled', 'cancelling', 'done', 'exception', 'get_context', 'get_coro', 'get_loop', 'get_name', 'get_stack', 'print_stack', 'remove_done_callback', 'result', 'set_exception', 'set_name', 'set_result', 'uncancel', '_make_cancelled_error'):
            for args, kwargs in (((1, 2, 3), {}), ((), {}), ((), {'nothing': 1}), ((1,), {'nothing': 1})):
                if name in ('cancel', 'result', 'exception', 'print_stack') and not args and not kwargs: continue
                try:
                    getattr(thing, name)(*args, **kwargs)
                except (TypeError, AttributeError) as e:
                    print(type(thing).__name__, name, args, kwargs, e)
                except BaseException as e:
                    pass
    for cls in (asyncio.Task, asyncio.Future):
        for name in ('done', 'cancel', 'result', 'get_coro', 'cancelled', 'add_done_callback'):
            for call in (lambda f: f(), lambda f: f(1), lambda f: f(future, 2, 3), lambda f: f(task, 2, 3)):
                try: call(getattr(cls, name))
                except (TypeError, AttributeError) as e: print(cls.__name__, name, e)
    await gathered
asyncio.run(main())
