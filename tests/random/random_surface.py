"""Write a random asyncio program that goes where random_program.py does not.

Usage: python3 random_surface.py SEED [SIZE] > program.py

To its statements come: eager tasks, context variables, callbacks that raise, exception handlers, lost tasks, async generators
closed early, groups inside groups, timeouts that move, conditions with predicates, barriers, semaphores whose waiters are
cancelled, priority queues, queues that shut down, both ways of as_completed, futures by hand, cancel messages and uncancel,
exception groups, exit stacks, coroutines never awaited, Runner. What it promises about order and about ending holds here too; names
of tasks are made different, so that they can be sorted.
"""

import sys

from random_program import Writer as OrderWriter

HEADER = '''import asyncio
import contextlib
import contextvars
import gc
import itertools

gc.disable()  # what only a collector finds goes at moments of the program's own
numbers = itertools.count(1)
var = contextvars.ContextVar("var", default="unset")
shared = {}

def fresh(stem):
    return f"{stem}.{next(numbers)}"

def log(*words):
    task = asyncio.current_task()
    print(f"{asyncio.get_running_loop().time():.3f}", task.get_name() if task else "-", *words)

class Boom(Exception):
    pass

def fail(*words):
    log("fails", *words)
    raise Boom(*words)

def handler(loop, context):
    print(f"{loop.time():.3f}", "handler", context["message"].split(" at 0x")[0], sorted(context), repr(context.get("exception")))

def tree(error):
    if isinstance(error, BaseExceptionGroup):
        return [error.message] + [tree(inner) for inner in error.exceptions]
    return repr(error)

async def ticks(count):
    for n in range(count):
        await asyncio.sleep(0)
    log("ticked", count)

@contextlib.asynccontextmanager
async def managed(name, delay):
    log("enter", name)
    try:
        yield name
    except Boom as error:
        log("manager saw", error)
        raise
    finally:
        await asyncio.sleep(delay)
        log("exit", name)
'''


class Writer(OrderWriter):
    header = HEADER

    eager = False  # every task of the program

    def lines_of(self, depth, text):
        """Lines of a piece, indented by what is given."""
        for line in text.strip("\n").split("\n"):
            self.emit(depth, line)

    def chance(self, probability):
        return self.rng.random() < probability

    def small(self):
        return self.rng.randrange(1, 4)

    def guarded(self, depth, body):
        self.emit(depth, "try:")
        body(depth + 1)
        self.emit(depth, "except Exception as error:")
        self.emit(depth + 1, 'log("caught", type(error).__name__, tree(error), repr(error.__cause__), repr(error.__context__))')
        if self.chance(0.3):
            self.emit(depth, "except asyncio.CancelledError as error:")
            self.emit(depth + 1, 'log("cancelled inside", error.args, asyncio.current_task().cancelling())')
            self.emit(depth + 1, self.rng.choice(["raise", "raise", "asyncio.current_task().uncancel()", "pass"]))
        if self.chance(0.3):
            self.emit(depth, "finally:")
            self.emit(depth + 1, 'log("finally")')
            if self.chance(0.3):
                self.emit(depth + 1, f"await asyncio.sleep({self.delay()})")

    # ---- tasks

    def s_eager(self, depth, index):
        name = self.fresh("eager")
        self.lines_of(depth, f"""
{name} = asyncio.create_task({self.call(index)}, name='{name}', eager_start={self.rng.choice(["True", "True", "False"])})
log("started", {name}.done())
log("{name}", await asyncio.gather({name}, return_exceptions=True))""")

    def s_cancel_message(self, depth, index):
        name = self.fresh("victim")
        self.emit(depth, f"{name} = asyncio.create_task({self.call(index)}, name='{name}')")
        if self.chance(0.6):
            self.emit(depth, f"await asyncio.sleep({self.delay()})")
        for _ in range(self.rng.randrange(1, 3)):
            message = self.rng.choice(["'why'", "None", "7", ""])
            self.emit(depth, f'log("cancel", {name}.cancel({message}), {name}.cancelling())')
        if self.chance(0.3):
            self.emit(depth, f'log("uncancel", {name}.uncancel())')
        self.lines_of(depth, f"""
try:
    log("{name}", repr(await {name}))
except asyncio.CancelledError as error:
    log("{name} cancelled", error.args, {name}.cancelled(), asyncio.current_task().cancelling())
    if asyncio.current_task().cancelling(): raise""")

    def s_cancel_self(self, depth, index):
        self.lines_of(depth, f"""
asyncio.current_task().cancel("myself")
try:
    {self.rng.choice(["await asyncio.sleep(0)", "await asyncio.sleep(0.1)", f"await {self.call(index)}"])}
    log("not reached")
except asyncio.CancelledError as error:
    log("self", error.args, asyncio.current_task().uncancel())""")

    def s_cancel_later(self, depth, index):
        """The task that runs this is cancelled from a callback while it waits."""
        self.lines_of(depth, f"""
asyncio.get_running_loop().call_later({self.delay()}, asyncio.current_task().cancel, "later")
try:
    log("in time", repr(await {self.rng.choice([self.call(index), f"asyncio.shield({self.call(index)})", f"asyncio.wait_for({self.call(index)}, 1)"])}))
    await asyncio.sleep(1.5)
except asyncio.CancelledError as error:
    log("from a callback", error.args, asyncio.current_task().uncancel())""")

    def s_done_callbacks(self, depth, index):
        name = self.fresh("watched")
        self.emit(depth, f"{name} = asyncio.create_task({self.call(index)}, name='{name}')")
        for n in range(self.small()):
            what = self.rng.choice(["log('callback', {n}, t.cancelled())", "fail('callback', {n})", "shared.setdefault('x', {n})"])
            self.emit(depth, f"{name}.add_done_callback(lambda t: {what.format(n=n)})")
        self.lines_of(depth, f"""
removed = lambda t: log("removed")
{name}.add_done_callback(removed)
{name}.add_done_callback(removed)
log("removed", {name}.remove_done_callback(removed))
await asyncio.wait([{name}], timeout={self.delay()})
log("{name}", {name}.done())
{name}.cancel()""")

    def s_lost(self, depth, index):
        """Nobody holds the task but the future it waits for, which nobody holds."""
        lost = self.fresh("lost")
        self.lines_of(depth, f"""
async def {lost}():
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        log("{lost} ends")
asyncio.create_task({lost}(), name='{lost}')
await asyncio.sleep({self.delay()})
gc.collect()
log("{lost} is lost")""")

    def s_never_awaited(self, depth, index):
        self.emit(depth, f"{self.call(index)}")
        self.emit(depth, 'log("not awaited")')

    def s_never_retrieved(self, depth, index):
        name = self.fresh("forgotten")
        self.lines_of(depth, f"""
{name} = asyncio.get_running_loop().create_future()
{name}.set_exception(Boom("{name}"))
del {name}
log("forgotten")""")

    def s_context(self, depth, index):
        value = self.rng.randrange(100)
        inner, task = self.fresh("inner"), self.fresh("task")
        self.lines_of(depth, f"""
token = var.set({value})
context = contextvars.copy_context()
async def {inner}():
    log("sees", var.get())
    var.set(var.get() if var.get() == "unset" else var.get() + 1000)
    await asyncio.sleep({self.delay()})
    log("saw", var.get())
{task} = asyncio.create_task({inner}(), name='{task}'{self.rng.choice(["", ", context=context"])})
asyncio.get_running_loop().call_soon(lambda: log("callback sees", var.get()){self.rng.choice(["", ", context=contextvars.Context()", ", context=context"])})
var.reset(token)
log("reset", var.get(), context[var])
await {task}
log("after", var.get(), context.run(var.get))""")

    def s_repr(self, depth, index):
        name = self.fresh("shown")
        self.lines_of(depth, f"""
{name} = asyncio.create_task({self.call(index)}, name='{name}')
log(repr({name}))
await asyncio.wait([{name}], timeout={self.delay()})
log(repr({name}))
log({name}.cancel(), repr({name}))
await asyncio.wait([{name}], timeout=1)
log({name}.done())""")

    # ---- groups and timeouts

    def s_nested_groups(self, depth, index):
        outer, inner = self.fresh("outer"), self.fresh("inner")
        self.lines_of(depth, f"""
try:
    async with asyncio.TaskGroup() as {outer}:
        {outer}.create_task({self.call(index)}, name='{outer}')
        async with asyncio.TaskGroup() as {inner}:
            {inner}.create_task({self.call(index)}, name='{inner}')
            {inner}.create_task({self.call(index)})
            {self.rng.choice(["await asyncio.sleep(0.1)", "raise Boom('inner')", "raise asyncio.CancelledError('body')", "pass"])}
        log("inner over")
        {self.rng.choice(["await asyncio.sleep(0.1)", "raise Boom('outer')", "pass"])}
    log("outer over")
except* Boom as many:
    log("boom", tree(many))
except* Exception as many:
    log("others", tree(many))""")

    def s_group_cancelled(self, depth, index):
        group, body = self.fresh("group"), self.fresh("body")
        self.lines_of(depth, f"""
async def {body}():
    async with asyncio.TaskGroup() as {group}:
        {group}.create_task({self.call(index)}, name='{group}')
        {group}.create_task({self.call(index)}, name='{group}')
        await asyncio.sleep({self.delay()})
        log("body ends", repr({group}))
{body}_task = asyncio.create_task({body}(), name='{body}')
asyncio.get_running_loop().call_later({self.delay()}, {body}_task.cancel, "outside")
[outcome] = await asyncio.gather({body}_task, return_exceptions=True)
log(tree(outcome))""")

    def s_reschedule(self, depth, index):
        scope = self.fresh("scope")
        self.lines_of(depth, f"""
try:
    async with asyncio.timeout({self.rng.choice(["None", self.delay()])}) as {scope}:
        log("when", {scope}.when())
        {scope}.reschedule({self.rng.choice(["None", "asyncio.get_running_loop().time() + " + self.delay(), "asyncio.get_running_loop().time() - 1"])})""")
        self.block(depth + 2, index, 1)
        self.lines_of(depth, f"""
        log({scope}.expired())
except TimeoutError as error:
    log("timeout", repr(error.__cause__), repr({scope}))
log({scope}.expired())""")

    def s_timeouts_nested(self, depth, index):
        self.lines_of(depth, f"""
try:
    async with asyncio.timeout({self.delay()}):
        try:
            async with asyncio.timeout({self.delay()}):
                await {self.call(index)}
                await asyncio.sleep({self.delay()})
        except TimeoutError:
            log("inner timeout", asyncio.current_task().cancelling())
            await asyncio.sleep({self.delay()})
except TimeoutError:
    log("outer timeout", asyncio.current_task().cancelling())""")

    def s_shield_awaiter_cancelled(self, depth, index):
        inner, waiter = self.fresh("inner"), self.fresh("waiter")
        self.lines_of(depth, f"""
{inner} = asyncio.create_task({self.call(index)}, name='{inner}')
async def {waiter}():
    try:
        return await asyncio.shield({inner})
    except asyncio.CancelledError:
        log("shield left", {inner}.done())
        raise
{waiter}_task = asyncio.create_task({waiter}(), name='{waiter}')
await asyncio.sleep({self.delay()})
{waiter}_task.cancel()
log(await asyncio.gather({waiter}_task, return_exceptions=True))
{self.rng.choice([f"log(await asyncio.gather({inner}, return_exceptions=True))", f"del {inner}"])}""")

    def s_gather_cancelled(self, depth, index):
        name = self.fresh("both")
        self.lines_of(depth, f"""
{name} = asyncio.gather({self.call(index)}, {self.call(index)}, return_exceptions={self.rng.choice(["True", "False"])})
asyncio.get_running_loop().call_later({self.delay()}, {name}.cancel)
try:
    log("{name}", repr(await {name}))
except asyncio.CancelledError as error:
    log("{name} cancelled", error.args, {name}.cancelled(), asyncio.current_task().cancelling())
    if asyncio.current_task().cancelling(): raise
log(await asyncio.gather())""")

    def s_completed(self, depth, index):
        # as_completed goes through a set: of tasks that are done already the addresses would say which comes first.
        (self.s_gather if self.eager else super().s_completed)(depth, index)

    def s_completed_async(self, depth, index):
        if self.eager:
            return self.s_gather(depth, index)
        calls = ", ".join(f"asyncio.create_task({self.call(index)}, name='c{i}')" for i in range(self.small()))
        timeout = f", timeout={self.delay()}" if self.chance(0.4) else ""
        tasks = self.fresh("tasks")
        self.lines_of(depth, f"""
{tasks} = [{calls}]
try:
    async for task in asyncio.as_completed({tasks}{timeout}):
        log("completed", task.get_name(), {tasks}.index(task), task.cancelled() or repr(task.exception()))
except TimeoutError:
    log("too late", [t.done() for t in {tasks}])
for t in {tasks}: t.cancel()
log(await asyncio.gather(*{tasks}, return_exceptions=True))""")

    def s_wait_again(self, depth, index):
        tasks = self.fresh("tasks")
        self.lines_of(depth, f"""
{tasks} = [asyncio.create_task({self.call(index)}, name=f'w{{n}}') for n in range({self.small()})]
pending = set({tasks})
while pending:
    done, pending = await asyncio.wait(pending, return_when=asyncio.{self.rng.choice(["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"])}, timeout={self.delay()})
    log(sorted(t.get_name() for t in done), len(pending))
    if not done:
        for t in {tasks}: t.cancel()
log([t.cancelled() or repr(t.exception()) for t in {tasks}])""")

    # ---- locks and queues

    def s_barrier(self, depth, index):
        barrier, party = self.fresh("barrier"), self.fresh("party")
        ending = self.rng.choice(["pass", f"await {barrier}.abort()", f"await {barrier}.reset()"])
        self.lines_of(depth, f"""
{barrier} = asyncio.Barrier({self.rng.randrange(1, 4)})
async def {party}(n):
    await asyncio.sleep(n * {self.delay()})
    async with {barrier} as place:
        log("crossed", n, place, {barrier}.n_waiting, {barrier}.broken)
tasks = [asyncio.create_task({party}(n), name='{party}') for n in range({self.rng.randrange(1, 5)})]
await asyncio.sleep({self.delay()})
{ending}
await asyncio.wait(tasks, timeout=1)
for t in tasks: t.cancel()
log(await asyncio.gather(*tasks, return_exceptions=True))""")

    def s_cancelled_waiters(self, depth, index):
        lock, inner = self.fresh("lock"), self.fresh("locked")
        make = self.rng.choice(["Lock()", "Semaphore(1)", "Semaphore(2)", "BoundedSemaphore(1)", "Condition()"])
        self.lines_of(depth, f"""
{lock} = asyncio.{make}
async def {inner}(n):
    async with {lock}:
        log("holds", n)
        await asyncio.sleep({self.delay()})
        {self.rng.choice(["pass", "if n == 1: raise Boom(n)"])}
    log("released", n)
tasks = [asyncio.create_task({inner}(n), name='{inner}') for n in range({self.rng.randrange(2, 6)})]
await asyncio.sleep({self.delay()})
for t in tasks[::{self.rng.randrange(1, 3)}]: t.cancel()
log({lock}.locked())
log(await asyncio.gather(*tasks, return_exceptions=True))
log({lock}.locked())""")

    def s_wrong_release(self, depth, index):
        make = self.rng.choice(["Lock", "BoundedSemaphore", "Condition"])
        self.emit(depth, "try:")
        self.emit(depth + 1, f"asyncio.{make}().release()")
        self.emit(depth, "except (RuntimeError, ValueError) as error:")
        self.emit(depth + 1, 'log(repr(error))')

    def s_predicate(self, depth, index):
        condition, inner = self.fresh("condition"), self.fresh("waits")
        self.lines_of(depth, f"""
{condition} = asyncio.Condition()
level = [0]
async def {inner}(n):
    async with {condition}:
        try:
            log("level", n, await asyncio.wait_for({condition}.wait_for(lambda: level[0] >= n), {self.delay()}))
        except TimeoutError:
            log("level timeout", n, {condition}.locked())
tasks = [asyncio.create_task({inner}(n), name='{inner}') for n in range(3)]
for n in range(3):
    await asyncio.sleep({self.delay()})
    async with {condition}:
        level[0] += 1
        {condition}.{self.rng.choice(["notify_all()", "notify()", "notify(2)"])}
await asyncio.wait(tasks, timeout=1)
for t in tasks: t.cancel()""")

    def s_event_cycle(self, depth, index):
        event, inner = self.fresh("event"), self.fresh("waits")
        self.lines_of(depth, f"""
{event} = asyncio.Event()
async def {inner}(n):
    for _ in range(2):
        log("event", n, await {event}.wait())
        {self.rng.choice(["await asyncio.sleep(0)", f"{event}.clear()", "pass"])}
tasks = [asyncio.create_task({inner}(n), name='{inner}') for n in range({self.small()})]
await asyncio.sleep({self.delay()})
{event}.set()
{self.rng.choice([f"{event}.clear()", "await asyncio.sleep(0)", "tasks[0].cancel()"])}
asyncio.get_running_loop().call_later({self.delay()}, {event}.set)
await asyncio.wait(tasks, timeout=1)
for t in tasks: t.cancel()""")

    def s_shutdown(self, depth, index):
        queue = self.fresh("queue")
        make = self.rng.choice(["Queue(1)", "Queue()", "PriorityQueue(2)", "LifoQueue()"])
        self.lines_of(depth, f"""
{queue} = asyncio.{make}
async def {queue}_put(n):
    try:
        for item in range(3):
            await {queue}.put((n, item))
            log("put", n, item, {queue}.qsize(), {queue}.full())
    except asyncio.QueueShutDown:
        log("put after shutdown", n)
async def {queue}_get(n):
    try:
        while True:
            item = await {queue}.get()
            log("got", n, item)
            await asyncio.sleep({self.delay()})
            {queue}.task_done()
    except asyncio.QueueShutDown:
        log("get after shutdown", n)
tasks = [asyncio.create_task({queue}_{self.rng.choice(["put", "get"])}(n), name='{queue}') for n in range({self.rng.randrange(1, 4)})]
tasks.append(asyncio.create_task({queue}_put(9), name='{queue}'))
await asyncio.sleep({self.delay()})
{queue}.shutdown({self.rng.choice(["", "immediate=True"])})
log({queue}.empty(), repr({queue}).split(" ", 3)[3])
await asyncio.wait(tasks, timeout=2)
for t in tasks: t.cancel()
log(await asyncio.gather(*tasks, return_exceptions=True))""")

    def s_priorities(self, depth, index):
        queue = self.fresh("queue")
        items = [self.rng.randrange(10) for _ in range(4)]
        self.lines_of(depth, f"""
{queue} = asyncio.{self.rng.choice(["PriorityQueue", "LifoQueue", "Queue"])}(3)
try:
    for item in {items}:
        {queue}.put_nowait(item)
except asyncio.QueueFull:
    log("full", {queue}.qsize())
getter = asyncio.create_task({queue}.get(), name='getter')
{self.rng.choice(["await asyncio.sleep(0)", "pass", "getter.cancel()"])}
try:
    while True:
        log("now", {queue}.get_nowait())
except asyncio.QueueEmpty:
    log("empty")
{queue}.put_nowait(99)
log(await asyncio.gather(getter, return_exceptions=True), {queue}.qsize())
try:
    for _ in range(6): {queue}.task_done()
except ValueError as error:
    log(error)""")

    # ---- the loop

    def s_call_fails(self, depth, index):
        self.lines_of(depth, f"""
asyncio.get_running_loop().{self.rng.choice(["call_soon(", "call_soon_threadsafe(", f"call_later({self.delay()}, "])}fail, {self.rng.randrange(100)})
{self.rng.choice(["await asyncio.sleep(0)", "pass", "await asyncio.sleep(0.3)"])}""")

    def s_handler(self, depth, index):
        self.lines_of(depth, f"""
asyncio.get_running_loop().set_exception_handler({self.rng.choice(["handler", "None", "lambda loop, context: fail('handler')"])})
asyncio.get_running_loop().call_exception_handler({{"message": "told", "exception": {self.rng.choice(["Boom(1)", "None", "ExceptionGroup('g', [Boom(2), Boom(3)])"])}, "n": {self.rng.randrange(9)}}})""")

    def s_handles(self, depth, index):
        handle = self.fresh("handle")
        self.lines_of(depth, f"""
{handle} = asyncio.get_running_loop().call_later({self.delay()}, log, "{handle}")
log(round({handle}.when(), 6), {handle}.cancelled())
await asyncio.sleep({self.delay()})
{handle}.cancel()
log({handle}.cancelled())
log(await asyncio.gather(ticks({self.small()}), ticks({self.small()})))""")

    def s_future_by_hand(self, depth, index):
        name = self.fresh("promise")
        first, second = (self.rng.choice(["set_result(1)", "set_exception(Boom(2))", "cancel('msg')", "result()", "exception()"]) for _ in range(2))
        self.lines_of(depth, f"""
{name} = asyncio.get_running_loop().create_future()
{name}.add_done_callback(lambda f: log("promise", f.cancelled(), repr(f)))
for act in (lambda: {name}.{first}, lambda: {name}.{second}):
    try:
        log(repr(act()))
    except (asyncio.InvalidStateError, Boom, asyncio.CancelledError) as error:
        log(repr(error))
if not {name}.done():
    asyncio.get_running_loop().call_soon({name}.set_result, 5)
try:
    log(await {name})
except Boom as error:
    log(repr(error))
except asyncio.CancelledError as error:
    log(repr(error), asyncio.current_task().cancelling())
    if asyncio.current_task().cancelling(): raise""")

    # ---- async generators, managers, exceptions

    def s_generator_left(self, depth, index):
        name = self.fresh("numbers")
        stop = self.rng.choice(["break", f"raise Boom('{name}')", "continue"])
        self.lines_of(depth, f"""
async def {name}():
    try:
        for n in range(4):
            got = yield n
            log("sent", got)
            await asyncio.sleep({self.delay()})
    except Boom as error:
        log("thrown in", error)
        yield "last"
    finally:
        {self.rng.choice(["pass", "await asyncio.sleep(0)", "await asyncio.sleep(0.1)"])}
        log("{name} closed")""")
        way = self.rng.choice(["for", "aclosing", "by hand", "athrow", "anext"])
        if way == "for":
            self.lines_of(depth, f"""
async for n in {name}():
    log("item", n)
    if n == 2: {stop}""")
        elif way == "aclosing":
            self.lines_of(depth, f"""
async with contextlib.aclosing({name}()) as items:
    async for n in items:
        log("item", n)
        if n == 1: {stop}""")
        elif way == "by hand":
            self.lines_of(depth, f"""
items = {name}()
log(await items.asend(None), await items.asend("hello"))
log(await items.aclose())
log(await anext(items, "over"))""")
        elif way == "athrow":
            self.lines_of(depth, f"""
items = {name}()
log(await anext(items))
try:
    log(await items.athrow(Boom("thrown")))
    log(await items.athrow({self.rng.choice(["ValueError(3)", "GeneratorExit()", "StopAsyncIteration()"])}))
except (ValueError, GeneratorExit, StopAsyncIteration, RuntimeError) as error:
    log(repr(error))
await items.aclose()""")
        else:
            self.lines_of(depth, f"""
shared["items"] = {name}()
log(await anext(shared["items"]))
shared["items"] = None
await asyncio.sleep({self.delay()})""")

    def s_stack(self, depth, index):
        self.lines_of(depth, f"""
async with contextlib.AsyncExitStack() as stack:
    stack.callback(log, "stack callback")
    log(await stack.enter_async_context(managed("m{self.rng.randrange(9)}", {self.delay()})))
    stack.push_async_callback(asyncio.sleep, {self.delay()})
    {self.rng.choice(["pass", "raise Boom('stack')", f"await {self.call(index)}"])}""")

    def s_groups_of_errors(self, depth, index):
        self.lines_of(depth, f"""
try:
    try:
        raise ExceptionGroup("many", [Boom(1), ValueError(2), ExceptionGroup("deep", [Boom(3), TypeError(4)])])
    except* Boom as some:
        log("booms", tree(some))
        {self.rng.choice(["pass", "raise Boom('again')", "await asyncio.sleep(0.1)"])}
    except* ValueError as some:
        log("values", tree(some))
        {self.rng.choice(["pass", "raise"])}
except Exception as error:
    log("left", tree(error))""")

    def s_raise(self, depth, index):
        error = self.rng.choice(["Boom('bang')", "ValueError('bad')", "asyncio.CancelledError('own')", "ExceptionGroup('group', [Boom('in group')])",
                                 "StopIteration('stop')", "StopAsyncIteration()", "TimeoutError('mine')"])
        self.emit(depth, f"if n % {self.rng.randrange(2, 5)} == 0: raise {error}")

    # ---- the program

    def main(self):
        self.lines_of(0, f"""

async def main(again):
    {"asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)" if self.eager else "pass"}
    {self.rng.choice(["pass", "asyncio.get_running_loop().set_exception_handler(handler)"])}
    log(await asyncio.wait_for(asyncio.gather(work0(1), work0(2), return_exceptions=True), 60))
    {self.rng.choice(["pass", "await asyncio.sleep(5)"])}
    for _ in range(5):
        left = sorted(asyncio.all_tasks() - {{asyncio.current_task()}}, key=lambda t: t.get_name())
        log("tasks left", [t.get_name() for t in left])
        for t in left: t.cancel()
        if not left: break
        await asyncio.wait(left, timeout=5)
    shared.clear()
    return again
""")
        if self.chance(0.75):
            self.emit(0, "asyncio.run(main(0))")
            return
        self.lines_of(0, f"""
with asyncio.Runner({self.rng.choice(["", "loop_factory=asyncio.new_event_loop"])}) as runner:
    for again in range(2):
        try:
            print("ran", runner.run(main(again){self.rng.choice(["", ", context=contextvars.copy_context()"])}))
        except BaseException as error:
            print("run raised", type(error).__name__, tree(error))
print("closed", runner.get_loop.__name__)""")

    def program(self):
        self.lines = self.header.splitlines()
        self.eager = self.chance(0.3)
        for index in range(self.size):
            self.emit(0, "")
            self.emit(0, f"async def work{index}(n):")
            self.emit(1, f'log("work{index} starts", n)')
            self.block(1, index, self.rng.randrange(1, 4))
            self.emit(1, f'log("work{index} ends", n)')
            self.emit(1, "return n")
        self.main()
        first, *others = ("\n".join(self.lines) + "\n").split("name='")
        return first + "".join("name=fresh('" + part.replace("'", "')", 1) for part in others)


if __name__ == "__main__":
    seed = int(sys.argv[1])
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    sys.stdout.write(Writer(seed, size).program())
