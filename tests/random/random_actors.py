"""Write a random asyncio program in which several tasks do random things to one object at the same time.

Usage: python3 random_actors.py SEED [SIZE] > program.py

The statements of random_surface.py have their plots; here each task has a list of its own of what it does to a lock, a queue, a barrier, a
future or the other tasks, and any of them may be cancelled at any wait and go on. To them come: tasks that refuse to be cancelled, children that
fail before the group has them, time limits that others move, generators that two tasks iterate, handlers and finalizers that raise
or start things, coroutines driven by hand, futures of threads without threads, KeyboardInterrupt and SystemExit in callbacks, loops
run piece by piece. What random_surface.py promises about order and about ending holds here too.
"""

import sys

from random_surface import HEADER as SURFACE_HEADER
from random_surface import Writer as SurfaceWriter

HEADER = SURFACE_HEADER + '''
import concurrent.futures
import re
import sys
import types
import weakref

def short(value):
    return re.sub(r" at 0x[0-9a-f]+|id=0x[0-9a-f]+", "", re.sub("[A-Za-z_]+Loop ", "Loop ", repr(value)))

def outcome(future):
    if not future.done():
        return "pending"
    return "cancelled" if future.cancelled() else short(future.exception() or future.result())

async def finish(tasks):
    """Waits for all, whatever they refuse."""
    for _ in range(30):
        if not (await asyncio.wait(tasks, timeout=1))[1]:
            break
        log("still", [t.get_name() for t in tasks if not t.done()])
        for t in tasks: t.cancel("over")
    log("ended", [outcome(t) for t in tasks])

async def refuses(times, delay, value):
    """Is cancelled so many times before it is."""
    for n in range(times):
        try:
            await asyncio.sleep(delay)
            log("not asked", n)
        except asyncio.CancelledError as error:
            log("refuses", n, error.args)
    await asyncio.sleep(delay)
    return value

async def fails(delay, error):
    if delay is not None:
        await asyncio.sleep(delay)
    raise error

@types.coroutine
def bare(value):
    return (yield value)

class Waits:
    def __init__(self, awaited):
        self.awaited = awaited
    def __await__(self):
        log("awaits")
        try:
            return (yield from self.awaited.__await__())
        finally:
            log("awaited")

class Ends:
    """Does something when it goes."""
    def __init__(self, act):
        self.act = act
    def __del__(self):
        self.act()
'''


class Writer(SurfaceWriter):
    header = HEADER

    def pick(self, *texts):
        return self.rng.choice(texts)

    def error(self):
        return self.pick("Boom('e')", "ValueError('e')", "Boom('f')", "asyncio.CancelledError('own')", "ExceptionGroup('g', [Boom('in g')])", "TimeoutError('t')")

    def callback(self, act, argument=""):
        """A call of the loop that calls `act` soon or later."""
        how = self.pick("call_soon(", f"call_later({self.delay()}, ", f"call_later({self.delay()}, ", "call_soon_threadsafe(")
        return f"asyncio.get_running_loop().{how}{act}{argument and ', ' + argument})"

    # ---- actors: each has a list of acts, any of which may be interrupted

    def act(self, depth, act):
        """One act of an actor, in a net that lets it go on."""
        self.emit(depth, "try:")
        limit = self.rng.random()
        if "await" in act and limit < 0.25:
            self.emit(depth + 1, f"async with asyncio.timeout({self.delay()}):")
            self.emit(depth + 2, act)
        else:
            self.emit(depth + 1, act)
        self.emit(depth, "except Exception as error:")
        self.emit(depth + 1, 'log("act", tree(error), repr(error.__cause__))')
        if self.chance(0.35):
            self.emit(depth, "except asyncio.CancelledError as error:")
            self.emit(depth + 1, f'log("stopped", error.args, asyncio.current_task().{self.pick("cancelling", "uncancel")}())')
            self.emit(depth + 1, self.pick("raise", "pass", "pass"))
        if self.chance(0.1):
            self.emit(depth, "finally:")
            self.emit(depth + 1, f"await asyncio.sleep({self.delay()})")

    def actors(self, depth, acts, showing):
        """Several tasks with acts of these; `tasks` holds them. What the object says of itself is `showing`."""
        actor, tasks = self.fresh("actor"), self.fresh("tasks")
        count = self.rng.randrange(2, 5)
        acts = acts + [f"await asyncio.sleep({self.delay()})", "await asyncio.sleep(0)", f"{tasks}[{self.rng.randrange(count)}].cancel({self.pick('', repr('act'))})",
                       f"log({showing})"]
        self.emit(depth, f"async def {actor}(n):")
        for n in range(count):
            self.emit(depth + 1, f"if n == {n}:")
            for _ in range(self.rng.randrange(2, 6)):
                self.act(depth + 2, self.rng.choice(acts).replace("DELAY", self.delay()))
        self.emit(depth + 1, "return n")
        eager = f", eager_start={self.pick('True', 'False')}" if self.chance(0.2) else ""
        self.lines_of(depth, f"""
{tasks} = []
for n in range({count}):
    {tasks}.append(asyncio.create_task({actor}(n), name='{actor}'{eager}))
    {self.pick("pass", "pass", "await asyncio.sleep(0)")}
{self.pick("pass", self.callback(f"{tasks}[{self.rng.randrange(count)}].cancel"))}
await finish({tasks})
log({showing})""")

    def e_lock(self, depth, index):
        lock = self.fresh("lock")
        make = self.pick("Lock()", "Semaphore(1)", "Semaphore(2)", "BoundedSemaphore(2)", "Semaphore(0)")
        self.emit(depth, f"{lock} = asyncio.{make}")
        self.actors(depth, [
            f'log("got", await {lock}.acquire())', f"{lock}.release()", f"await asyncio.wait_for({lock}.acquire(), DELAY)",
            f'async with {lock}: log("in", await asyncio.sleep(DELAY, n))', f'async with {lock}: log("in at once", n)',
            self.callback(f"{lock}.release"),
        ], f"{lock}.locked(), short({lock})")

    def e_condition(self, depth, index):
        condition, level = self.fresh("condition"), self.fresh("level")
        self.lines_of(depth, f"""
{condition} = asyncio.Condition({self.pick("", "asyncio.Lock()")})
{level} = [0]""")
        self.actors(depth, [
            f"async with {condition}: log('woken', await {condition}.wait())", f"async with {condition}: log('level', await {condition}.wait_for(lambda: {level}[0] > n))",
            f"async with {condition}: await asyncio.wait_for({condition}.wait(), DELAY)",
            f"async with {condition}: {level}.insert(0, {level}[0] + 1); {condition}.notify({self.pick('', '2', '0')}); await asyncio.sleep(DELAY)",
            f"async with {condition}: {level}.insert(0, {level}[0] + 1); {condition}.notify_all()",
            f"{condition}.notify()", f"await {condition}.wait()", f"async with {condition}: await asyncio.sleep(DELAY)",
            f"async with {condition}: await {condition}.wait_for(lambda: fail('predicate') if {level}[0] else False)",
        ], f"{condition}.locked(), {level}[0], short({condition})")

    def e_event(self, depth, index):
        event = self.fresh("event")
        self.emit(depth, f"{event} = asyncio.Event()")
        self.actors(depth, [
            f'log("event", await {event}.wait())', f"{event}.set()", f"{event}.clear()", f"await asyncio.wait_for({event}.wait(), DELAY)",
            self.callback(f"{event}.set"), f"{event}.set(); {event}.clear()", f"log(await asyncio.gather({event}.wait(), {event}.wait(), return_exceptions=True))",
        ], f"{event}.is_set(), short({event})")

    def e_barrier(self, depth, index):
        barrier = self.fresh("barrier")
        self.emit(depth, f"{barrier} = asyncio.Barrier({self.rng.randrange(1, 4)})")
        self.actors(depth, [
            f'log("place", await {barrier}.wait())', f'log("place", await {barrier}.wait())', f"async with {barrier} as place: log('passed', place, await asyncio.sleep(DELAY))",
            f"await asyncio.wait_for({barrier}.wait(), DELAY)", f"await {barrier}.abort()", f"await {barrier}.reset()",
        ], f"{barrier}.n_waiting, {barrier}.parties, {barrier}.broken, short({barrier})")

    def e_queue(self, depth, index):
        queue = self.fresh("queue")
        size = self.rng.randrange(0, 3)
        self.emit(depth, f"{queue} = asyncio.{self.pick('Queue', 'Queue', 'PriorityQueue', 'LifoQueue')}({size})")
        acts = [
            f'log("got", await {queue}.get())', f'log("got", await {queue}.get()); {queue}.task_done()', f"await {queue}.put(n)", f"await {queue}.put(n + 10)",
            f'log("now", {queue}.get_nowait())', f"{queue}.put_nowait(n + 20)", f"{queue}.task_done()", f"log('joined', await {queue}.join())",
            f"await asyncio.wait_for({queue}.get(), DELAY)", f"await asyncio.wait_for({queue}.put(n + 30), DELAY)", f"await asyncio.wait_for({queue}.join(), DELAY)",
        ]
        if self.chance(0.6):
            acts += [f"{queue}.shutdown({self.pick('', 'immediate=True', 'True')})", self.callback(f"{queue}.shutdown", self.pick("", "True"))]
        self.actors(depth, acts, f"{queue}.qsize(), {queue}.empty(), {queue}.full(), {queue}.maxsize, short({queue})")

    def e_future(self, depth, index):
        future = self.fresh("future")
        self.emit(depth, f"{future} = asyncio.get_running_loop().create_future()")
        self.actors(depth, [
            f'log("value", await {future})', f'log("value", await asyncio.shield({future}))', f"log(await asyncio.wait_for({future}, DELAY))",
            f"log(await asyncio.wait_for(asyncio.shield({future}), DELAY))", f"log(await asyncio.gather({future}, asyncio.sleep(DELAY, 1)))",
            f"log(await asyncio.gather({future}, {future}, return_exceptions=True))", f"log(len((await asyncio.wait([{future}], timeout=DELAY))[0]))",
            f"{future}.set_result(n)", f"{future}.set_exception({self.error()})", f"{future}.cancel('future')", f"log({future}.result())", f"log({future}.exception())",
            f"{future}.add_done_callback(lambda f: log('callback', outcome(f)))", f"{future}.add_done_callback(lambda f: fail('callback'))",
            self.callback(f"{future}.set_result", "5"), f"log(await Waits({future}))", f"async for done in asyncio.as_completed([{future}]): log(outcome(done))",
            f"log(await next(iter(asyncio.as_completed([{future}], timeout=DELAY))))",
        ], f"outcome({future}), short({future}) if not {future}.done() else ''")

    def e_each_other(self, depth, index):
        """Tasks that wait for each other and for themselves."""
        count = self.rng.randrange(2, 5)
        tasks, inner = self.fresh("circle"), self.fresh("inner")
        other = lambda: f"{tasks}[{self.rng.randrange(count)}]"
        # In a ring of tasks a cancellation would go round until the stack is full.
        older = lambda n: f"{tasks}[{self.rng.randrange(n)}]" if n else f"asyncio.ensure_future(asyncio.sleep({self.delay()}))"
        acts = lambda n: self.pick(
            f"await {tasks}[{n}]", f'log("value", await {older(n)})', f'log(await asyncio.shield({older(n)}))', f"log(await asyncio.wait_for({older(n)}, DELAY))", f"{other()}.cancel('other')",
            f"log({other()}.cancel(), {other()}.cancelling())", f"log({other()}.uncancel())", f"log(await asyncio.gather({older(n)}, {older(n)}, return_exceptions=True))",
            f"log(len((await asyncio.wait([{older(n)}, {older(n)}], timeout=DELAY, return_when=asyncio.FIRST_COMPLETED))[0]))", f"log(short({other()}))",
            f"log(await refuses({self.small()}, DELAY, n))", f"await fails(DELAY, {self.error()})", f"raise {self.error()}", "await asyncio.sleep(DELAY)", "await asyncio.sleep(0)",
            f"log({other()}.result())", f"{other()}.add_done_callback(lambda t: log('done', t.get_name()))", f"log({other()}.get_name(), {other()}.done())",
            f"log(await {self.call(index)})").replace("DELAY", self.delay())
        self.emit(depth, f"async def {inner}(n):")
        for n in range(count):
            self.emit(depth + 1, f"if n == {n}:")
            for _ in range(self.rng.randrange(2, 6)):
                self.act(depth + 2, acts(n))
        self.lines_of(depth, f"""
    return n
{tasks} = []
{tasks}.extend(asyncio.create_task({inner}(n), name='{inner}') for n in range({count}))
await finish({tasks})""")

    def e_group(self, depth, index):
        """A group whose children and body do anything to it, cancelled from outside or not."""
        group, body = self.fresh("group"), self.fresh("body")
        child = lambda: self.pick(f"refuses({self.small()}, {self.delay()}, 1)", f"fails({self.pick('None', self.delay())}, {self.error()})", self.call(index),
                                  f"fails({self.pick('None', self.delay())}, {self.error()})", f"{body}_child({group}, {self.small()})")
        options = lambda: self.pick(", eager_start=True", ", eager_start=False", "", "", f", name='{group}'")
        self.lines_of(depth, f"""
async def {body}_child(group, n):
    try:
        await asyncio.sleep({self.delay()})
        {self.pick(f"group.create_task(asyncio.sleep({self.delay()}))", f"group.create_task(fails({self.delay()}, {self.error()}))", "log(short(group))")}
        return await asyncio.sleep({self.delay()}, n)
    finally:
        log("child ends")
        {self.pick("pass", f"await asyncio.sleep({self.delay()})", "raise Boom('finally')")}
async def {body}():
    try:
        async with asyncio.TaskGroup() as {group}:""")
        for _ in range(self.small()):
            self.emit(depth + 3, f"{group}.create_task({child()}{options()})")
            if self.chance(0.4):
                self.emit(depth + 3, self.pick("await asyncio.sleep(0)", f"await asyncio.sleep({self.delay()})", f"log(short({group}))", f"raise {self.error()}"))
        self.lines_of(depth, f"""
        log("left", short({group}), asyncio.current_task().cancelling())
    except* Boom as many:
        log("booms", tree(many), asyncio.current_task().cancelling())
    except* asyncio.CancelledError as many:
        log("cancels", tree(many))
        {self.pick("raise", "pass")}
    {self.pick(f"{group}.create_task(asyncio.sleep(0))", "pass", "pass")}
    return await asyncio.sleep({self.delay()}, short({group}))
{body}_task = asyncio.create_task({body}(), name='{body}')""")
        for _ in range(self.rng.randrange(0, 3)):
            self.emit(depth, self.callback(f"{body}_task.cancel", self.pick("", "'outside'")))
        self.lines_of(depth, f"""
await finish([{body}_task])
if not {body}_task.cancelled() and {body}_task.exception(): log(tree({body}_task.exception()))""")

    def e_limits(self, depth, index):
        """Time limits in each other, moved from inside and from callbacks."""
        count, name = self.rng.randrange(1, 4), self.fresh("limit")
        now = "asyncio.get_running_loop().time()"
        inner = depth
        self.emit(depth, f"{name} = []")
        for n in range(count):
            make = self.pick(f"asyncio.timeout({self.delay()})", f"asyncio.timeout({self.delay()})", "asyncio.timeout(None)",
                             f"asyncio.timeout_at({now} + {self.delay()})", f"asyncio.Timeout({now} + {self.delay()})", "asyncio.timeout_at(None)", "asyncio.timeout(-1)")
            self.lines_of(inner, f"""
try:
    async with {make} as scope:
        {name}.append(scope)""")
            inner += 2
        move = f"{name}[{self.rng.randrange(count)}].reschedule"
        when = self.pick("None", f"{now} + {self.delay()}", f"{now} - 1")
        self.lines_of(inner, f"""
{self.pick("pass", self.callback(move, when), f"{move}({when})")}
{self.pick("pass", self.callback("asyncio.current_task().cancel", "'moved'"))}
log([limit.when() is None for limit in {name}])
log(await {self.pick(self.call(index), f"refuses(1, {self.delay()}, 2)", f"asyncio.shield({self.call(index)})", f"fails({self.delay()}, {self.error()})")})
await asyncio.sleep({self.delay()})""")
        for n in reversed(range(count)):
            inner -= 2
            self.lines_of(inner, f"""
    log("through", {n}, {name}[{n}].expired())
except TimeoutError as error:
    log("limit", {n}, short({name}[{n}]), asyncio.current_task().cancelling(), repr(error.__cause__))
    {self.pick("pass", "raise", f"await asyncio.sleep({self.delay()})") if n else "pass"}""")
        self.lines_of(depth, f"""
except asyncio.CancelledError as error:
    log("cancelled", error.args, asyncio.current_task().uncancel(), [limit.expired() for limit in {name}])
try:
    {self.pick(f"{name}[0].reschedule(1)", f"await {name}[0].__aenter__()", "await asyncio.timeout(1).__aexit__(None, None, None)")}
except RuntimeError as error:
    log(error)""")

    # ---- generators

    def e_generator(self, depth, index):
        """Tasks that use one asynchronous generator at the same time, and what becomes of it."""
        name = self.fresh("items")
        self.lines_of(depth, f"""
async def {name}():
    try:
        for n in range(6):
            try:
                log("was sent", (yield n))
            except Boom as error:
                log("was thrown", error)
                {self.pick("pass", "yield 'caught'", "raise ValueError('other') from error")}
            await asyncio.sleep({self.delay()})
    finally:
        log("items end")
        {self.pick("pass", f"await asyncio.sleep({self.delay()})", "raise Boom('finally')", "yield 'last'")}
{name}_now = {name}()""")
        self.actors(depth, [
            f"log(await anext({name}_now))", f"log(await anext({name}_now, 'none'))", f"log(await {name}_now.asend(n))", f"log(await {name}_now.athrow(Boom('thrown')))",
            f"log(await {name}_now.aclose())", f"async for item in {name}_now: log(item); break", f"async for item in {name}_now: log(item); await asyncio.sleep(DELAY)",
            f"async with contextlib.aclosing({name}_now): log(await asyncio.wait_for(anext({name}_now), DELAY))", f"log([item async for item in {name}_now])",
        ], f"{name}_now.ag_running, {name}_now.ag_await is None, {name}_now.ag_frame is None")
        self.lines_of(depth, f"""
{name}_now = None
{self.pick("pass", "await asyncio.sleep(0)", f"await asyncio.sleep({self.delay()})")}
log("items let go")""")

    def e_generator_lost(self, depth, index):
        name, holder = self.fresh("lost"), self.fresh("holder")
        self.lines_of(depth, f"""
async def {name}():
    try:
        yield 1
        await asyncio.sleep({self.delay()})
        yield 2
    finally:
        {self.pick("log('lost ends')", f"log('lost ends', await asyncio.sleep({self.delay()}, 3))", "raise Boom('lost')", "yield 4")}
async def {holder}():
    async for item in {name}():
        log("item", item)
        {self.pick("break", "raise Boom('left')", "return item", f"await asyncio.sleep({self.delay()})")}
{holder}_task = asyncio.create_task({holder}(), name='{holder}')
{self.pick("pass", self.callback(f"{holder}_task.cancel"))}
await finish([{holder}_task])
{self.pick(f"del {holder}_task", "gc.collect()", f"{name}()", f"{name}().__anext__()", f"{name}().asend(None).close()", "pass")}
await asyncio.sleep({self.delay()})""")

    # ---- handlers, finalizers, what is lost

    def e_handler_raises(self, depth, index):
        handler = self.pick("lambda loop, context: fail(sorted(context))", "lambda loop, context: fail(context['message'])", "handler", "lambda loop, context: loop.default_exception_handler({'message': 'mine'})",
                            "lambda loop, context: loop.call_soon(log, 'handled', repr(context.get('exception')))", "lambda loop, context: 1 / 0")
        self.lines_of(depth, f"""
loop = asyncio.get_running_loop()
before = loop.get_exception_handler()
loop.set_exception_handler({handler})
{self.callback("fail", "1")}
loop.call_exception_handler({{"message": "told", {self.pick("", "'exception': Boom(2)", "'future': None", "'n': [1]", "'task_name': 'x'")}}})
loop.create_future().set_exception(Boom("unseen"))
{self.pick("pass", "asyncio.create_task(fails(None, Boom('unseen too')), name='unseen')", "asyncio.sleep(0)")}
await asyncio.sleep({self.delay()})
{self.pick("loop.set_exception_handler(before)", "pass")}""")

    def e_finalizer(self, depth, index):
        """__del__ that starts things, at a moment that the references decide."""
        name = self.fresh("ends")
        act = self.pick("lambda: log('gone')", "lambda: asyncio.get_running_loop().call_soon(log, 'after the end')", "lambda: fail('in del')",
                        f"lambda: shared.update(started=asyncio.ensure_future({self.call(index)}))", "lambda: asyncio.current_task() and asyncio.current_task().cancel('in del')",
                        f"{name}_future.cancel", f"lambda: {name}_future.done() or {name}_future.set_result('in del')",
                        f"lambda: {name}_future.done() or {name}_future.set_exception(Boom('in del'))")
        self.lines_of(depth, f"""
{name}_future = asyncio.get_running_loop().create_future()
async def {name}(held):
    try:
        await asyncio.sleep({self.delay()})
        {self.pick("raise Boom('holds')", "return held", "held = None", "pass")}
    finally:
        log("still held" if held else "let go")
{name}_task = asyncio.create_task({name}(Ends({act})), name='{name}')
{self.pick("pass", self.callback(f"{name}_task.cancel"))}
try:
    log(await asyncio.wait([{name}_task], timeout={self.delay()}) is None)
    {self.pick(f"{name}_task.result()", f"del {name}_task", f"log(type(await {name}_task))", f"{name}_task.cancel()")}
    log(await asyncio.wait_for({name}_future, {self.delay()}))
except Exception as error:
    log("caught", tree(error))
{name}_task = None
if "started" in shared: await finish([shared.pop("started")])
{self.pick("gc.collect()", "pass")}
log("after")""")

    def e_lost(self, depth, index):
        """Tasks that nobody holds."""
        name = self.fresh("lost")
        waits = self.pick("asyncio.get_running_loop().create_future()", "asyncio.Event().wait()", "asyncio.Queue().get()", f"{name}_shared['own']",
                          "asyncio.gather(asyncio.get_running_loop().create_future())", "asyncio.shield(asyncio.get_running_loop().create_future())")
        self.lines_of(depth, f"""
{name}_shared = {{"own": asyncio.get_running_loop().create_future()}}
async def {name}():
    try:
        log(await {waits})
    except BaseException as error:
        log("lost saw", repr(error))
        {self.pick("raise", "pass", "await asyncio.sleep(0)")}
    finally:
        log("lost ends")
        {self.pick("pass", "await asyncio.sleep(0)", "raise Boom('lost')")}
{name}_ref = weakref.ref(asyncio.create_task({name}(), name='{name}'))
await asyncio.sleep({self.pick("0", self.delay())})
log({name}_ref() is not None)
{self.pick("gc.collect()", f"{name}_shared.clear()", f"{name}_shared['own'].cancel()", f"{name}_shared['own'].set_result(1)")}
await asyncio.sleep({self.delay()})
gc.collect()
log({name}_ref() is None, {name}_ref() is None or outcome({name}_ref()))
if {name}_ref(): {name}_ref().cancel()""")

    # ---- coroutines by hand

    def e_by_hand(self, depth, index):
        name = self.fresh("hand")
        steps = [f"{name}_now.send(None)", f"{name}_now.send(None)", f"{name}_now.send(1)", f"{name}_now.throw(Boom('thrown'))", f"{name}_now.close()", f"{name}_now.cr_await is None",
                 f"{name}_now.throw(asyncio.CancelledError())", f"{name}_now.cr_running, {name}_now.cr_frame is None"]
        self.lines_of(depth, f"""
async def {name}():
    try:
        log("sent", await bare("first"))
        {self.pick("log('sent', await bare('second'))", "await asyncio.sleep(0)", "raise ValueError('inside')", f"await {name}_now")}
        return "value"
    except Boom as error:
        {self.pick("return await bare('third')", "raise", "pass")}
    finally:
        {self.pick("pass", "await bare('finally')", "raise ValueError('finally')", "log('finally')")}
{name}_now = {name}()
for step in ({", ".join(f"lambda: {self.rng.choice(steps)}" for _ in range(self.rng.randrange(2, 6)))}):
    try:
        log(short(step()))
    except (Exception, asyncio.CancelledError) as error:
        log(short(error))
{self.pick(f"{name}_now = None", f"log(await asyncio.gather({name}_now, return_exceptions=True))", f"{name}_now.close() if {name}_now.cr_frame is None else None")}""")

    def e_bad_yield(self, depth, index):
        """What a task says of awaitables that are not for it."""
        bad = self.pick("bare(7)", "bare(asyncio.get_running_loop().create_future())", "bare([])", "asyncio.current_task()", "asyncio.new_event_loop().create_future()", "Waits(asyncio.sleep(0, 1))",
                        "Waits(bare(None))", "Waits(bare(3))", "asyncio.ensure_future(Waits(asyncio.sleep(0, 2)))", "asyncio.ensure_future(asyncio.sleep(0, 3))", "bare(None)")
        self.lines_of(depth, f"""
async def awaits_bad():
    try:
        return await {bad}
    except {self.pick("ValueError", "RuntimeError")} as error:
        log("inside", short(error))
        return await asyncio.sleep({self.delay()}, 1)
try:
    log(short(await {self.pick("awaits_bad()", "asyncio.create_task(awaits_bad())", f"asyncio.wait_for(awaits_bad(), {self.delay()})")}))
except (RuntimeError, TypeError, TimeoutError, AttributeError) as error:
    log("outside", short(error))""")

    def e_refused(self, depth, index):
        """Calls that are refused."""
        call = self.pick("await asyncio.wait([])", "await asyncio.wait([asyncio.sleep(0)])", "await asyncio.wait_for(3, 1)", "await asyncio.gather(3)", "asyncio.run(asyncio.sleep(0))",
                         "asyncio.get_running_loop().run_forever()", "asyncio.create_task(3)", "await asyncio.shield(3)", "list(asyncio.as_completed(3))", "asyncio.Semaphore(-1)",
                         "asyncio.Barrier(0)", "await asyncio.timeout(1)", "asyncio.get_running_loop().call_soon(asyncio.sleep(0))", "asyncio.get_running_loop().call_later(None, log)",
                         "asyncio.current_task().set_result(1)", "asyncio.current_task().set_exception(Boom())", "asyncio.get_running_loop().close()",
                         "asyncio.get_running_loop().create_future().set_exception(StopIteration())", "asyncio.get_running_loop().create_future().set_exception(3)",
                         "asyncio.ensure_future(3)", "asyncio.get_running_loop().set_exception_handler(3)", "asyncio.get_running_loop().set_task_factory(3)",
                         "await asyncio.wait([asyncio.current_task()], return_when=3)", "asyncio.Condition(3)", "asyncio.wrap_future(3)", "asyncio.run_coroutine_threadsafe(3, None)",
                         "asyncio.Runner().run(asyncio.sleep(0))", "await asyncio.TaskGroup().__aexit__(None, None, None)", "asyncio.TaskGroup().create_task(asyncio.sleep(0))",
                         "asyncio.timeout(1).reschedule(2)", "await anext(3)", "asyncio.Future(loop=3)", "asyncio.Lock().release()", "asyncio.Queue().task_done()",
                         "await asyncio.sleep('1')", "await asyncio.sleep(float('nan'))", "asyncio.current_task().uncancel(1)", "asyncio.current_task().cancel(1, 2)")
        self.lines_of(depth, f"""
try:
    log(short({call}))
except (Exception, asyncio.CancelledError) as error:
    log(short(error))
await asyncio.sleep(0)""")

    # ---- futures of threads, without threads

    def e_threadsafe(self, depth, index):
        name = self.fresh("outer")
        after = [f"log({name}.cancel(), {name}.running())", "await asyncio.sleep(0)", f"await asyncio.sleep({self.delay()})", f"{name}.add_done_callback(lambda f: log('told', outcome(f)))",
                 f"{name}.add_done_callback(lambda f: log('told', outcome(f)))", f"log(outcome({name}), {name}.running())"]
        self.lines_of(depth, f"""
{name} = asyncio.run_coroutine_threadsafe({self.pick(self.call(index), f"fails({self.delay()}, {self.error()})", f"refuses(1, {self.delay()}, 3)")}, asyncio.get_running_loop())""")
        for _ in range(self.small()):
            self.emit(depth, self.rng.choice(after))
        self.lines_of(depth, f"""
try:
    log(await asyncio.wait_for(asyncio.wrap_future({name}), {self.delay()}))
except (Exception, asyncio.CancelledError) as error:
    log("outer", tree(error), asyncio.current_task().cancelling())
    if asyncio.current_task().cancelling(): raise
log(outcome({name}))""")

    def e_concurrent(self, depth, index):
        name = self.fresh("concurrent")
        acts = [f"{name}.set_result(1)", f"{name}.set_exception({self.error()})", f"{name}.cancel()", f"{name}_wrapped.cancel()", f"{name}.running()", f"{name}_wrapped.set_result(2)"]
        self.lines_of(depth, f"""
{name} = concurrent.futures.Future()
{name}_wrapped = asyncio.wrap_future({name})
for act in ({self.pick("", f"{name}.set_running_or_notify_cancel, ")}{", ".join(f"lambda: {self.rng.choice(acts)}" for _ in range(self.small()))},):
    try:
        log(act(), {name}.cancelled(), {name}.done(), {name}_wrapped.done())
    except Exception as error:
        log(short(error))
    {self.pick("await asyncio.sleep(0)", "pass")}
await asyncio.wait([{name}_wrapped], timeout={self.delay()})
log(outcome({name}), outcome({name}_wrapped))
{name}_wrapped.cancel()""")

    # ---- contexts

    def e_contexts(self, depth, index):
        """Who sees what is set where."""
        name = self.fresh("context")
        seen = lambda: self.pick(f"log, {self.rng.randrange(9)}", f"{name}_sets, {self.rng.randrange(9)}", f"{name}_sets, {self.rng.randrange(9)}")
        where = lambda: self.pick("", f", context={name}", f", context={name}.copy()", ", context=contextvars.Context()")
        lines = [f"asyncio.get_running_loop().call_soon({seen()}{where()})", f"asyncio.get_running_loop().call_later({self.delay()}, {seen()}{where()})",
                 f"{name}.run({seen()})", f"{name}_future.add_done_callback(lambda f: {name}_sets(outcome(f)){where()})", f"await {name}_inner(1)",
                 f"log(await asyncio.create_task({name}_inner(2){where()}))", f"log(await asyncio.create_task({name}_inner(3){where()}, eager_start=True))",
                 f"with var.set({self.rng.randrange(9)}) as token: log(var.get(), token.old_value is token.MISSING, await asyncio.sleep({self.delay()}))",
                 f"token = var.set(8); {name}_sets(9); var.reset(token)", f"log(await asyncio.gather({name}_inner(4), {name}_inner(5)))", f"{name}_future.done() or {name}_future.set_result(var.get())",
                 "log(asyncio.current_task().get_context().get(var))"]
        self.lines_of(depth, f"""
{name} = contextvars.copy_context()
{name}_future = asyncio.get_running_loop().create_future()
def {name}_sets(value):
    print("sets", var.get(), value)
    var.set(value)
async def {name}_inner(n):
    {name}_sets(n)
    await asyncio.sleep({self.delay()})
    return var.get()""")
        for _ in range(self.rng.randrange(2, 7)):
            self.lines_of(depth, f"""
try:
    {self.rng.choice(lines)}
except (RuntimeError, ValueError) as error:
    log("context", short(error).split(" var=")[0].split("<Context")[0])
log(var.get(), {name}.get(var))""")
        self.emit(depth, "await asyncio.sleep(1)")

    # ---- what tasks say of themselves

    def e_told(self, depth, index):
        name = self.fresh("told")
        tells = [f"{name}.set_name({self.pick('7', repr('renamed'))}); log({name}.get_name())", f"log({name}.get_coro().__name__, {name}.get_coro() is {name}.get_coro())",
                 f"log([frame.f_code.co_name for frame in {name}.get_stack()])", f"log([frame.f_lineno for frame in {name}.get_stack(limit=1)])", f"{name}.print_stack(file=sys.stdout)",
                 f"log(len(asyncio.capture_call_graph({name}).awaited_by))",
                 f"log(re.sub(r'0x[0-9a-f]+', '', repr({name})))", f"log({name} in asyncio.all_tasks())", f"{name}.cancel('told')", "await asyncio.sleep(0)", f"await asyncio.sleep({self.delay()})"]
        self.emit(depth, f"async def {name}_body(): return await {self.pick(self.call(index), f'fails({self.delay()}, {self.error()})', f'asyncio.wait_for({self.call(index)}, 1)')}")
        self.emit(depth, f"{name} = asyncio.create_task({name}_body(), name='{name}')")
        if self.chance(0.5):
            self.emit(depth, f"{name}_waiter = asyncio.create_task(asyncio.wait([{name}]), name='{name}waiter')")
        for _ in range(self.rng.randrange(2, 6)):
            self.emit(depth, self.rng.choice(tells))
        self.emit(depth, f"await finish([{name}])")

    # ---- factories and subclasses

    def e_factory(self, depth, index):
        name = self.fresh("Own")
        # Only what is cancelled at last comes to an end.
        method, answer = self.pick(("cancel(self, msg=None)", "cancel('changed')"), ("set_name(self, name)", self.pick("cancelling()", "done()", "cancel('named')")))
        factory = self.pick(f"asyncio.create_eager_task_factory({name})", f"lambda loop, coro, **named: {name}(coro, loop=loop, **named)", "asyncio.eager_task_factory",
                            f"lambda loop, coro, **named: {name}(coro, loop=loop, eager_start=True, **{{k: v for k, v in named.items() if k != 'eager_start'}})")
        self.lines_of(depth, f"""
class {name}(asyncio.Task):
    def {method}:
        print("{name} is asked")
        return super().{answer}
loop = asyncio.get_running_loop()
before = loop.get_task_factory()
loop.set_task_factory({factory})
try:
    made = [asyncio.create_task(coro) for coro in ({self.call(index)}, fails({self.pick("None", self.delay())}, {self.error()}))]
    log([type(t).__name__ for t in made], [t.done() for t in made])
    {self.pick("made[0].cancel()", f"await asyncio.sleep({self.delay()})", "pass")}
    log(await asyncio.gather(*made, {self.call(index)}, return_exceptions=True))
except Exception as error:
    log("own", tree(error))
finally:
    loop.set_task_factory(before)""")

    def e_exit_stack(self, depth, index):
        name = self.fresh("stack")
        pieces = [f"await {name}.enter_async_context(managed('m', {self.delay()}))", f"{name}.callback(log, 'callback', 1)", f"{name}.push_async_callback(refuses, 1, {self.delay()}, 2)",
                  f"{name}.push(lambda *exc: log('exit', exc[0]))", f"{name}.enter_context(contextlib.suppress(Boom))", f"{name}.push_async_exit({name}_exit)",
                  f"{name}.callback(fail, 'callback')", f"await {self.call(index)}", f"raise {self.error()}", f"shared['kept'] = {name}.pop_all()", f"{name}.push_async_callback(fails, {self.delay()}, {self.error()})",
                  f"await {name}.enter_async_context(asyncio.timeout({self.delay()}))", f"{name}_group = await {name}.enter_async_context(asyncio.TaskGroup())", f"await {name}.aclose()",
                  f"await {name}.enter_async_context(contextlib.nullcontext(3))", f"await {name}.enter_async_context(contextlib.aclosing(agen()))", f"await asyncio.sleep({self.delay()})"]
        self.lines_of(depth, f"""
async def agen():
    try:
        yield 1
    finally:
        log("agen ends")
async def {name}_exit(kind, error, trace):
    log("async exit", repr(error))
    await asyncio.sleep({self.delay()})
    return {self.pick("True", "False", "None")}
try:
    async with contextlib.AsyncExitStack() as {name}:""")
        for _ in range(self.rng.randrange(2, 6)):
            self.emit(depth + 2, self.rng.choice(pieces))
        self.lines_of(depth, f"""
    log("stack over")
except BaseException as error:
    log("stack left", tree(error), repr(error.__context__))
    if isinstance(error, asyncio.CancelledError) and asyncio.current_task().cancelling(): raise
if "kept" in shared:
    try:
        await shared.pop("kept").aclose()
    except Exception as error:
        log("kept", tree(error), repr(error.__context__))""")

    def e_timers(self, depth, index):
        """Many timers, most of them cancelled, which the loop then takes out of its heap."""
        self.lines_of(depth, f"""
loop = asyncio.get_running_loop()
timers = [loop.call_later({self.rng.randrange(1, 5)} * (n * {self.rng.randrange(1, 50)} % {self.rng.randrange(2, 40)}) / 100, log, "timer", n) for n in range({self.rng.randrange(100, 260)})]
for n, timer in enumerate(timers):
    if n % {self.rng.randrange(5, 40)}: timer.cancel()
await asyncio.sleep({self.delay()})
log(sum(timer.cancelled() for timer in timers), min(timers).when() <= max(timers).when())
for timer in timers: timer.cancel()""")

    # ---- the program

    def block(self, depth, index, length):
        acts = [kind for kind in dir(self) if kind.startswith("e_")]
        plots = [kind for kind in dir(self) if kind.startswith("s_") and kind not in ("s_completed", "s_completed_async")]
        for _ in range(length):
            write = getattr(self, self.rng.choice(acts if self.chance(0.75) else plots))
            if self.chance(0.4) and write != self.s_raise:
                self.guarded(depth, lambda inner: write(inner, index))
            else:
                write(depth, index)

    def main(self):
        self.lines_of(0, f"""

async def main(again):
    {"asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)" if self.eager else "pass"}
    {self.pick("pass", "asyncio.get_running_loop().set_exception_handler(handler)")}
    log(await asyncio.wait_for(asyncio.gather(work0(1), work0(2), return_exceptions=True), 200))
    for _ in range(50):
        left = sorted(asyncio.all_tasks() - {{asyncio.current_task()}}, key=lambda t: t.get_name())
        log("tasks left", [t.get_name() for t in left])
        for t in left: t.cancel()
        if not left: break
        await asyncio.wait(left, timeout=5)
        t = left = None
    shared.clear()
    var.set("main")
    return again
""")
        self.start()

    def start(self):
        """How the loop is run."""
        way = self.rng.randrange(6)
        if way < 3:
            self.emit(0, "asyncio.run(main(0))")
        elif way == 3:
            self.main_runner()
        elif way == 4:
            self.main_by_hand()
        else:
            self.main_interrupted()

    def main_runner(self):
        steps = ["runner.run(main({n}))", "runner.run(main({n}), context=contextvars.copy_context())", "runner.run(fails(None, Boom('ran')))", "runner.get_loop().is_running()", "runner.close()",
                 "runner.run(3)", "runner.run(asyncio.sleep(1, {n}))", "runner.get_loop().call_soon(print, 'soon')", "runner.run(refuses(1, 0.1, {n}))",
                 "runner.get_loop().run_until_complete(asyncio.sleep(0, {n}))", "var.get()"]
        self.lines_of(0, f"""
runner = asyncio.Runner()
for act in (lambda: runner.run(main(0)), {", ".join("lambda: " + self.rng.choice(steps).format(n=n) for n in range(self.rng.randrange(2, 5)))}):
    try:
        print("ran", short(act()))
    except BaseException as error:
        print("run raised", tree(error))
runner.close()
print("closed", var.get())""")

    def main_by_hand(self):
        steps = ["loop.run_until_complete(asyncio.sleep(1, 2))", "loop.call_soon(loop.stop); loop.run_forever()", "loop.call_later(0.5, loop.stop); loop.run_forever()",
                 "loop.call_soon(fail, 1); loop.run_until_complete(asyncio.sleep(0))", "loop.stop(); loop.run_forever()", "loop.stop(); loop.run_until_complete(asyncio.sleep(1))",
                 "loop.call_soon(loop.stop); loop.run_until_complete(loop.create_future())", "loop.run_until_complete(fails(0.1, Boom('hand')))", "loop.run_until_complete(loop.shutdown_asyncgens())",
                 "task = loop.create_task(refuses(1, 1, 2)); loop.run_until_complete(asyncio.sleep(0.5)); task.cancel(); print(loop.run_until_complete(task))",
                 "task = loop.create_task(asyncio.sleep(9)); loop.run_until_complete(asyncio.sleep(0.5)); del task", "loop.run_until_complete(3)",
                 "other = asyncio.new_event_loop(); other.run_until_complete(asyncio.sleep(0)); other.close(); other.call_soon(print)", "loop.call_soon(interrupts); loop.run_until_complete(asyncio.sleep(1))"]
        self.lines_of(0, """
def interrupts():
    raise KeyboardInterrupt("by hand")
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print("ran", loop.run_until_complete(main(0)))""")
        for _ in range(self.rng.randrange(2, 6)):
            self.lines_of(0, f"""
try:
    {self.rng.choice(steps)}
    print("fine", loop.is_running(), round(loop.time(), 3))
except BaseException as error:
    print("by hand", short(error))""")
        self.lines_of(0, f"""
{self.pick("loop.run_until_complete(loop.shutdown_asyncgens())", "pass")}
loop.close()
asyncio.set_event_loop(None)
try:
    {self.pick("loop.call_soon(print)", "loop.run_until_complete(asyncio.sleep(0))", "loop.close()", "loop.create_task(asyncio.sleep(0))", "loop.create_future().set_result(1)", "loop.stop()")}
except RuntimeError as error:
    print(error)
print(short(loop))""")

    def main_interrupted(self):
        error = self.pick("KeyboardInterrupt('now')", "SystemExit(3)", "SystemExit('now')", "KeyboardInterrupt()")
        start = self.pick("loop.call_soon(interrupts)", f"loop.call_later({self.delay()}, interrupts)", "task = asyncio.create_task(later())", "task = asyncio.create_task(later(), eager_start=True)",
                          "loop.set_exception_handler(lambda loop, context: interrupts()); loop.call_soon(fail)", "loop.create_future().add_done_callback(interrupts)",
                          "future = loop.create_future(); future.add_done_callback(interrupts); future.set_result(1)")
        wait = self.pick(f"await asyncio.sleep({self.delay()})", f"await asyncio.gather(asyncio.sleep({self.delay()}), asyncio.sleep({self.delay()}))", "await later()",
                         f"await asyncio.wait_for(asyncio.sleep(1), {self.delay()})", "async with asyncio.TaskGroup() as group: group.create_task(later()); group.create_task(asyncio.sleep(0.1))")
        self.lines_of(0, f"""
def interrupts(*_):
    raise {error}
async def later():
    await asyncio.sleep({self.delay()})
    interrupts()
async def interrupted():
    loop = asyncio.get_running_loop()
    try:
        {start}
        {wait}
        log("not interrupted")
    except BaseException as error:
        log("interrupted", repr(error), asyncio.current_task().cancelling())
        {self.pick("raise", "pass", f"await asyncio.sleep({self.delay()})")}
    finally:
        log("interrupted ends")
for each in (main(0), interrupted()):
    try:
        print("ran", asyncio.run(each))
    except BaseException as error:
        print("run raised", tree(error))""")

    def program(self):
        return super().program() + "gc.collect()\n"


if __name__ == "__main__":
    seed = int(sys.argv[1])
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    sys.stdout.write(Writer(seed, size).program())
