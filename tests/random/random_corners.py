"""Write a random asyncio program that goes into the corners of the library.

Usage: python3 random_corners.py SEED [SIZE] > program.py

The statements of random_actors.py are plots with locks, queues and tasks. Here are awaitables written by hand, by generators and by `__await__`,
tasks that finish at once, futures of other loops, predicates that raise, limits that move while a group ends, iterators of as_completed that two
tasks share, callbacks that add and remove callbacks, cancellations that are taken back, errors that cannot be shown, groups of errors taken to pieces,
tokens used elsewhere, factories, call graphs and stacks at any moment, runners and loops inside each other. What random_surface.py promises about
order and about ending holds here too.
"""

import sys

from random_actors import HEADER as ACTORS_HEADER
from random_actors import Writer as ActorsWriter

HEADER = ACTORS_HEADER + '''
import io
import traceback
import warnings

# Coroutines that a refused call was given live as long as the library's frames in the traceback, which are not shown.
warnings.filterwarnings("ignore", "coroutine .*was never awaited")

def told(value):
    try:
        return tree(value) if isinstance(value, BaseException) else short(value)
    except Exception as error:
        return "cannot be shown: " + type(error).__name__

def chain(error):
    """An error with what it came from."""
    found = []
    while error is not None and len(found) < 5:
        found.append(told(error))
        error = error.__cause__ or error.__context__
    return found

def attempt(act, *args):
    try:
        return told(act(*args))
    except (Exception, asyncio.CancelledError, GeneratorExit) as error:
        return "raised " + told(error)

def settle(future, how, value=None):
    if not future.done():
        getattr(future, how)(*() if value is None else (value,))

def soon(delay, how="set_result", value=7):
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(delay, settle, future, how, value)
    return future

async def at_once(value):
    return value

async def fails_at_once(error):
    raise error

async def through(make):
    """Awaits what is made inside."""
    return await make()

async def items(delay, count=3):
    try:
        for n in range(count):
            yield n
            await asyncio.sleep(delay)
    finally:
        log("items end")

def graph(task):
    """A call graph without addresses; lines of the library differ."""
    text = io.StringIO()
    asyncio.print_call_graph(task, file=text)
    return [re.sub(r"id=0x[0-9a-f]+", "", line.strip()) for line in text.getvalue().split("\\n") if "/lib" not in line]

def stack(task, **how):
    if task is asyncio.current_task():  # below it are the frames of who runs the program
        return [frame.f_code.co_name for frame in task.get_stack() if frame.f_code.co_name[:4] == "work"]
    text = io.StringIO()
    task.print_stack(file=text, **how)
    return [re.sub(r"(<coroutine object \\w+|<\\w+ object) at 0x[0-9a-f]+", r"\\1", line.strip()) for line in text.getvalue().split("\\n") if "/lib" not in line]

class Rude(Exception):
    def __str__(self):
        raise Boom("str")

class Rudest(Rude):
    def __repr__(self):
        raise Boom("repr")

class Shy:
    def __bool__(self):
        raise Boom("bool")
'''


class Writer(ActorsWriter):
    header = HEADER

    def delayed(self, text):
        """Each DELAY and each VALUE of a text becomes one."""
        while "DELAY" in text:
            text = text.replace("DELAY", self.delay(), 1)
        while "VALUE" in text:
            text = text.replace("VALUE", str(self.rng.randrange(9)), 1)
        return text

    def guard(self, depth, *lines):
        """Lines in a net for whatever they raise."""
        self.emit(depth, "try:")
        for line in lines:
            self.emit(depth + 1, self.delayed(line))
        self.emit(depth, "except (Exception, asyncio.CancelledError) as error:")
        self.emit(depth + 1, 'log("left", chain(error), asyncio.current_task().cancelling())')
        if self.chance(0.3):
            self.emit(depth + 1, self.pick("if asyncio.current_task().cancelling(): raise", "while asyncio.current_task().uncancel(): pass"))

    def use(self, depth, awaitable):
        """An awaitable is awaited in one of the ways there are, and perhaps cancelled."""
        name = self.fresh("user")
        if self.chance(0.25):
            self.emit(depth, self.callback("asyncio.current_task().cancel", self.pick("", "'use'")))
        self.guard(depth, self.pick(
            f"log(told(await {awaitable}))", f"log(told(await {awaitable}))", f"log(told(await asyncio.wait_for({awaitable}, DELAY)))",
            f"log(told(await asyncio.gather({awaitable}, asyncio.sleep(DELAY, 1), return_exceptions=True)))", f"log(told(await asyncio.gather({awaitable}, at_once(1))))",
            f"log(told(await asyncio.shield({awaitable})))", f"log(told(await asyncio.ensure_future({awaitable})))",
            f"async with asyncio.timeout(DELAY): log(told(await {awaitable}))", f"log(told(await through(lambda: {awaitable})))",
            f"async with asyncio.TaskGroup() as {name}: {name}.create_task(through(lambda: {awaitable}), name='{name}'); {name}.create_task(asyncio.sleep(DELAY))",
            f"log(told(await asyncio.create_task(through(lambda: {awaitable}), name='{name}', eager_start={self.pick('True', 'False')})))",
            f"log([outcome(done) for done in (await asyncio.wait([asyncio.ensure_future({awaitable})], timeout=DELAY))[0]])",
            f"async for done in asyncio.as_completed([{awaitable}], timeout=DELAY): log(outcome(done))",
            f"for done in asyncio.as_completed([{awaitable}]): log(told(await done))",
        ))

    def some(self, least, most, *lines):
        """A few of these."""
        return [self.rng.choice(lines) for _ in range(self.rng.randrange(least, most + 1))]

    # ---- awaitables by hand

    def c_await_method(self, depth, index):
        """A class whose __await__ is a generator that does anything."""
        name = self.fresh("Steps")
        self.lines_of(depth, self.delayed(f"""
class {name}:
    def __await__(self):
        value, future = None, soon(DELAY{self.pick("", ", 'set_exception', Boom('soon')", ", 'cancel', 'soon'")})
        try:"""))
        for line in self.some(1, 4, "yield", "log('sent', (yield))", "value = yield from asyncio.sleep(DELAY, 3).__await__()", "value = yield from future.__await__()", "value = yield from future",
                              "future._asyncio_future_blocking = True; value = yield future", "value = yield future", "value = yield VALUE", "raise Boom('in await')", "return VALUE",
                              "value = yield from asyncio.shield(future).__await__()", "value = yield from asyncio.create_task(at_once(VALUE)).__await__()",
                              "value = yield from bare(None)", "future.cancel('inside')", "value = yield asyncio.sleep(0)", "yield from [None, None]"):
            self.emit(depth + 3, self.delayed(line))
        self.lines_of(depth, self.delayed(f"""
            log("value", told(value), future.done())
        except {self.pick("Boom", "RuntimeError", "asyncio.CancelledError", "BaseException")} as error:
            log("inside", told(error))
            {self.pick("raise", "return VALUE", "value = yield from asyncio.sleep(DELAY, 4).__await__()", "raise Boom('other') from error")}
        finally:
            log("await ends")
            {self.pick("pass", "pass", "yield", "future.cancel()")}
        return value"""))
        self.use(depth, f"{name}()")
        if self.chance(0.3):
            self.use(depth, f"{name}()")

    def c_await_odd(self, depth, index):
        """What __await__ gives and is no generator."""
        name = self.fresh("Odd")
        gives = self.pick("iter([])", "iter([None, None])", "iter([1])", "[None]", "None", "at_once(2)", "asyncio.sleep(DELAY, 2).__await__()", "soon(DELAY)", "soon(DELAY).__await__()", "Ticks()", "bare(None)", "items(0)",
                          "(n for n in [None])", "(x for x in ())", "map(lambda n: None, range(2))", "self", "at_once(2).__await__()")
        self.lines_of(depth, self.delayed(f"""
class Ticks:
    left = {self.small()}
    def __iter__(self): return self
    def __next__(self):
        self.left -= 1
        if self.left < 0: {self.pick("raise StopIteration(9)", "raise StopIteration", "raise Boom('next')")}
        return {self.pick("None", "None", "soon(DELAY)")}
    {self.pick("pass", "def send(self, value): log('send', value); return self.__next__()", "def throw(self, *error): log('throw', told(error[0])); raise error[0]", "def throw(self, *error): return None", "def close(self): log('close')")}
class {name}:
    def __await__(self):
        return {gives}"""))
        self.use(depth, f"{name}()")

    def c_generator_based(self, depth, index):
        """types.coroutine, and generators that await by yield from."""
        name = self.fresh("based")
        lines = self.some(1, 4, "value = yield from asyncio.sleep(DELAY, n)", "value = yield from soon(DELAY)", "value = yield from at_once(n)", "value = yield from bare(None)", "yield", "yield None",
                          "value = yield from asyncio.gather(at_once(1), asyncio.sleep(DELAY, 2))", "raise Boom('based')", "value = yield from Waits(at_once(n)).__await__()", "value = yield VALUE", "return n")
        self.emit(depth, "@types.coroutine")
        self.emit(depth, f"def {name}(n):")
        self.emit(depth + 1, "value = n")
        self.emit(depth + 1, "try:")
        for line in lines:
            self.emit(depth + 2, self.delayed(line))
        self.lines_of(depth, f"""
    except {self.pick("Boom", "Exception", "asyncio.CancelledError")} as error:
        log("based saw", told(error))
        {self.pick("raise", "value = 5", "yield")}
    return value""")
        if self.chance(0.15):
            self.emit(depth, f"def {name}_plain(n): {self.pick(f'return {name}(n)', f'yield from {name}(n)')}")
            self.emit(depth, f"{name}_made = types.coroutine({name}_plain)")
            self.use(depth, f"{name}_made(3)")
        self.use(depth, self.pick(f"{name}(2)", f"through(lambda: {name}(4))"))

    def c_twice(self, depth, index):
        """Tasks that await themselves, coroutines and tasks awaited twice, by one or by two."""
        name = self.fresh("twice")
        make = self.pick(self.call(index), "at_once(1)", f"fails({self.delay()}, {self.error()})", "fails_at_once(Boom('twice'))")
        self.emit(depth, f"{name} = {self.pick(make, make, f'asyncio.create_task({make})', f'soon({self.delay()})', f'asyncio.gather({make}, at_once(2))', f'asyncio.shield({make})')}")
        if self.chance(0.4):
            self.emit(depth, f"{name}_other = asyncio.create_task(through(lambda: {name}), name='{name}')")
            self.emit(depth, self.pick("pass", "await asyncio.sleep(0)"))
            self.use(depth, name)
            self.use(depth, f"{name}_other")
        else:
            for _ in range(self.rng.randrange(1, 3)):
                self.use(depth, name)
        self.guard(depth, self.pick(
            "await asyncio.current_task()", "await asyncio.gather(asyncio.current_task(), at_once(1))", "await asyncio.wait_for(asyncio.shield(asyncio.current_task()), DELAY)",
            "log([task is asyncio.current_task() for task in (await asyncio.wait([asyncio.current_task()], timeout=DELAY))[1]])", "await asyncio.wait_for(asyncio.current_task(), DELAY)",
            f"log(told({name}))", f"log(told(await asyncio.gather({name}, {name}, return_exceptions=True)))"))

    def c_foreign(self, depth, index):
        """Futures, tasks and objects that belong to another loop."""
        loop, future = self.fresh("foreign"), self.fresh("far")
        own = self.pick(f"{future} = {loop}.create_future()", f"{future} = {loop}.create_future()", f"{future} = {loop}.create_future(); {future}.set_result(3)", f"{future} = {loop}.create_task(at_once(4))")
        self.lines_of(depth, f"""
{loop} = asyncio.new_event_loop()
{own}""")
        for _ in range(self.small()):
            self.guard(depth, self.pick(
                f"log(told(await {future}))", f"log(told(await asyncio.gather({future}, at_once(1))))", f"log(told(await asyncio.gather({future})))", f"log(told(await asyncio.wait_for({future}, DELAY)))",
                f"log(len((await asyncio.wait([{future}], timeout=DELAY))[0]))", f"log(told(await asyncio.shield({future})))", f"log(told(asyncio.ensure_future({future}, loop={loop}) is {future}))",
                f"log(told(asyncio.ensure_future({future}, loop=asyncio.get_running_loop())))", f"{loop}.call_soon(log, 'never')", f"log({loop}.is_running(), {loop}.is_closed(), {future}.get_loop() is {loop})",
                f"{future}.add_done_callback(log)", f"{future}.cancel()", f"log(asyncio.all_tasks({loop}) == set(), asyncio.current_task({loop}))", f"{loop}.run_until_complete(at_once(5))", f"{loop}.run_forever()",
                f"log(told({loop}.create_task(3)))", f"async for done in asyncio.as_completed([{future}, {future}], timeout=DELAY): log(outcome(done))", f"asyncio.run_coroutine_threadsafe(at_once(1), {loop}).add_done_callback(log)",
                f"await asyncio.to_thread({loop}.close)" if False else f"{loop}.stop()", f"log(told(asyncio.Task(at_once(6), loop={loop}, eager_start=True)))", f"log(told(asyncio.wrap_future({future}, loop=asyncio.get_running_loop()) is {future}))"))
        self.lines_of(depth, f"""
{self.pick("pass", f"{future}.cancel()", f"{loop}.call_soon(print, 'dropped')")}
{loop}.close()
log(attempt({loop}.call_soon, print), told({future}))
{future} = None""")

    # ---- tasks that finish at once

    def c_eager(self, depth, index):
        """Eager tasks that end at once, fail at once or wait, in everything that takes tasks."""
        name = self.fresh("quick")
        # as_completed goes through a set: of several tasks that are done already the addresses would say which comes first.
        child = lambda: self.delayed(self.pick("at_once(VALUE)", "at_once(VALUE)", "fails_at_once(Boom('quick'))", "asyncio.sleep(DELAY, VALUE)", "fails(DELAY, Boom('late'))", "asyncio.sleep(0, VALUE)", "through(lambda: soon(DELAY))",
                                               "fails_at_once(asyncio.CancelledError('quick'))", "through(lambda: asyncio.create_task(at_once(VALUE)))", "refuses(1, DELAY, VALUE)"))
        several = lambda: ", ".join(child() for _ in range(self.rng.randrange(1, 4)))
        tasks = lambda: ", ".join(f"asyncio.create_task({child()}, name='{name}')" for _ in range(self.rng.randrange(1, 4)))
        self.lines_of(depth, f"""
{name}_loop = asyncio.get_running_loop()
{name}_before = {name}_loop.get_task_factory()
{name}_loop.set_task_factory({self.pick("asyncio.eager_task_factory", "asyncio.eager_task_factory", f"lambda loop, coro, **named: asyncio.Task(coro, loop=loop, **dict(named, eager_start=True))")})""")
        if self.chance(0.25):
            self.emit(depth, self.callback("asyncio.current_task().cancel", "'quick'"))
        self.guard(depth, self.pick(
            f"log(told(await asyncio.gather({several()}, return_exceptions={self.pick('True', 'False')})))", f"log(told(await asyncio.gather({several()}, return_exceptions={self.pick('True', 'False')})))",
            f"log([len(part) for part in await asyncio.wait([{tasks()}], return_when=asyncio.{self.pick('FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED')}, timeout=DELAY)])",
            f"log(told(await asyncio.wait_for({child()}, DELAY)))", f"log(told(await asyncio.wait_for({child()}, 0)))", f"log(told(await asyncio.shield({child()})))",
            f"async for done in asyncio.as_completed([{child()}, soon(DELAY)], timeout=DELAY): log(outcome(done))", f"log([outcome(t) for t in [{tasks()}]])",
            f"{name}_task = asyncio.create_task({child()}, name='{name}'); log({name}_task.cancel(), told({name}_task)); log(told(await {name}_task))"))
        self.guard(depth, f"async with asyncio.TaskGroup() as {name}: log([outcome({name}.create_task(coro, name='{name}')) for coro in ({several()},)]); {self.pick('await asyncio.sleep(DELAY)', 'pass', f'log(short({name}))')}")
        self.emit(depth, f"{name}_loop.set_task_factory({name}_before)")

    def c_factory(self, depth, index):
        """Factories that give something else, or fail, or make tasks of their own."""
        name = self.fresh("made")
        factory = self.pick("lambda loop, coro, **named: fail('factory', sorted(named))", "lambda loop, coro: asyncio.Task(coro, loop=loop)",
                            "lambda loop, coro, name=None, **named: asyncio.Task(coro, loop=loop, name='own ' + str(name), **named)",
                            "lambda loop, coro, context=None, **named: asyncio.Task(coro, loop=loop, context=context or contextvars.Context(), **named)")
        self.lines_of(depth, f"""
{name}_loop = asyncio.get_running_loop()
{name}_before = {name}_loop.get_task_factory()
{name}_loop.set_task_factory({factory})
try:""")
        for _ in range(self.small()):
            coro = self.pick("at_once(1)", f"asyncio.sleep({self.delay()}, 2)", "fails_at_once(Boom('made'))")
            self.guard(depth + 1, self.pick(
                f"log(told(await asyncio.create_task({coro})))", f"log(told(await {name}_loop.create_task({coro}, name='{name}')))", f"log(told(await asyncio.gather({coro}, at_once(3), return_exceptions=True)))",
                f"log(told(await asyncio.wait_for({coro}, DELAY)))", f"async with asyncio.TaskGroup() as {name}: {name}.create_task({coro}, name='{name}', context=contextvars.copy_context())",
                f"log(told(await asyncio.ensure_future({coro})))", f"log(told(asyncio.create_task({coro}, nonsense=1)))", f"log(var.get(), told(await asyncio.create_task({coro}, eager_start=True)))"))
        self.lines_of(depth, f"""
finally:
    {name}_loop.set_task_factory({name}_before)""")

    # ---- locks, queues, groups and limits

    def c_condition(self, depth, index):
        """Predicates that raise, give what has no truth, cancel or wake; two conditions with one lock."""
        name = self.fresh("meeting")
        self.lines_of(depth, f"""
{name}_lock = asyncio.Lock()
{name}, {name}_other = asyncio.Condition({name}_lock), asyncio.Condition({self.pick(f"{name}_lock", "")})
{name}_calls = []
def {name}_asked(kind, n):
    {name}_calls.append(n)
    count = len({name}_calls)
    if kind == "raises" and count > 2: raise Boom("predicate", count)
    if kind == "shy" and count > 1: return Shy()
    if kind == "cancels": asyncio.current_task().cancel("predicate")
    if kind == "wakes": {name}.notify()
    if kind == "releases": {name}.release()
    return count > 3 and (kind, count)""")
        kinds = lambda: self.pick("'raises'", "'shy'", "'cancels'", "'wakes'", "'releases'", "'counts'")
        self.actors(depth, [
            f"async with {name}: log('true', await {name}.wait_for(lambda: {name}_asked({kinds()}, n)))", f"async with {name}: log('true', await asyncio.wait_for({name}.wait_for(lambda: {name}_asked({kinds()}, n)), DELAY))",
            f"async with {name}: {name}.notify_all()", f"async with {name}: {name}.notify(); {name}_other.notify()", f"async with {name}_other: log('other', await {name}_other.wait())",
            f"async with {name}_lock: await asyncio.sleep(DELAY)", f"await {name}.wait_for(lambda: True)", f"async with {name}: await asyncio.gather({name}.wait(), asyncio.sleep(DELAY), return_exceptions=True)",
            self.callback(f"lambda: {name}.locked() and {name}.notify_all()"),
        ], f"{name}.locked(), {name}_other.locked(), len({name}_calls)")

    def c_barrier(self, depth, index):
        """Barriers that are broken and mended while some of a party go through."""
        name = self.fresh("gate")
        self.emit(depth, f"{name} = asyncio.Barrier({self.rng.randrange(1, 4)})")
        self.actors(depth, [
            f"async with {name}: await {self.pick(f'{name}.abort()', f'{name}.reset()', f'{name}.wait()', 'asyncio.sleep(0)')}", f"log('place', await {name}.wait()); await {name}.{self.pick('abort', 'reset')}()",
            f"log('place', await asyncio.shield({name}.wait()))", f"log('places', await asyncio.gather(*({name}.wait() for _ in range({self.rng.randrange(1, 5)})), return_exceptions=True))",
            f"await asyncio.wait_for({name}.reset(), DELAY)", f"async with asyncio.timeout(DELAY): await {name}.wait()", f"asyncio.get_running_loop().call_later(DELAY, lambda: asyncio.ensure_future({name}.{self.pick('abort', 'reset')}()))",
        ], f"{name}.n_waiting, {name}.broken, short({name})")

    def c_queue(self, depth, index):
        """Queues whose hooks fail, that end while many wait on both sides."""
        name = self.fresh("line")
        hook = self.pick("pass", "def _put(self, item): fail('hook') if item == 3 else super()._put(item)", "def _get(self): fail('hook') if self.qsize() == 2 else None; return super()._get()",
                         "def full(self): log('full?'); return super().full()", "def _init(self, maxsize): super()._init(maxsize); self._queue.append('first')", "def put_nowait(self, item): super().put_nowait(item); log('put', item)")
        self.lines_of(depth, f"""
class {name}_type(asyncio.{self.pick("Queue", "Queue", "LifoQueue")}):
    {hook}
{name} = {name}_type({self.rng.randrange(0, 3)})""")
        end = self.pick("", "immediate=True")
        self.actors(depth, [
            f"for item in range(9): await {name}.put(n)", f"while True: log('got', await {name}.get()); {name}.task_done()", f"for item in range(5): await {name}.put(item)", f"log('all', [await {name}.get() for _ in range(3)])",
            f"log('joined', await asyncio.wait_for({name}.join(), DELAY))", f"{name}.shutdown({end})", f"log(await asyncio.gather({name}.get(), {name}.put(n), {name}.join(), return_exceptions=True))",
            self.callback(f"lambda: {name}.shutdown({end})"), f"while not {name}.empty(): log('drained', {name}.get_nowait())", f"{name}.task_done()", f"async with asyncio.timeout(DELAY): log(await {name}.get())",
        ], f"{name}.qsize(), {name}.full(), short({name})")
        self.emit(depth, f"{name}.shutdown(immediate=True)")

    def c_moved_limit(self, depth, index):
        """A limit that is moved by the children of a group inside it, or while the group ends."""
        limit, group = self.fresh("limit"), self.fresh("group")
        now = "asyncio.get_running_loop().time()"
        moves = lambda: self.pick(f"{limit}.reschedule(None)", f"{limit}.reschedule({now} + DELAY)", f"{limit}.reschedule({now} - 1)", f"log({limit}.when() is None, {limit}.expired(), short({limit}).split(' when')[0])", "pass")
        self.lines_of(depth, self.delayed(f"""
{limit} = asyncio.timeout({self.pick("None", "DELAY", "DELAY")})
async def {group}_child(n):
    try:
        await asyncio.sleep(DELAY)
        {moves()}
        {self.pick("await asyncio.sleep(DELAY)", "raise Boom('child')", "return n")}
    finally:
        {self.pick("pass", "await asyncio.sleep(DELAY)", moves())}
        log("child ends", {limit}.expired())
try:
    async with {limit}:
        try:
            async with asyncio.TaskGroup() as {group}:
                for n in range({self.small()}): {group}.create_task({group}_child(n), name='{group}')
                {self.pick("await asyncio.sleep(DELAY)", "pass", moves(), "raise Boom('body')")}
        except* Boom as many:
            log("booms", tree(many), {limit}.expired(), asyncio.current_task().cancelling())
            {self.pick("pass", moves(), "await asyncio.sleep(DELAY)", "raise")}
        {self.pick("pass", moves())}
        await asyncio.sleep(DELAY)
except TimeoutError as error:
    log("limit", chain(error), asyncio.current_task().cancelling())
except (Boom, RuntimeError, ExceptionGroup) as error:
    log("left", chain(error), {limit}.expired(), asyncio.current_task().cancelling())"""))

    def c_limits_by_hand(self, depth, index):
        """Limits entered and left out of order, by others, or lost."""
        name = self.fresh("by_hand")
        other = f"lambda task: asyncio.get_running_loop().call_soon(log, 'limit of', {name}.expired())"
        self.lines_of(depth, self.delayed(f"""
{name}, {name}_inner = asyncio.timeout(DELAY), asyncio.timeout({self.pick("None", "DELAY")})"""))
        for _ in range(self.rng.randrange(2, 6)):
            self.guard(depth, self.pick(
                f"await {name}.__aenter__()", f"await {name}.__aenter__()", f"await {name}_inner.__aenter__()", f"log(await {name}.__aexit__(None, None, None))", f"log(await {name}_inner.__aexit__(None, None, None))",
                f"log(await {name}.__aexit__(asyncio.CancelledError, asyncio.CancelledError('mine'), None))", "await asyncio.sleep(DELAY)", "await asyncio.timeout(DELAY).__aenter__()",
                f"log(await asyncio.create_task({name}_inner.__aenter__()) is {name}_inner)", f"log(asyncio.current_task().cancelling(), {name}.expired())", f"async with {name}: await asyncio.sleep(DELAY)",
                f"asyncio.create_task(at_once(1)).add_done_callback({other})", f"{name}.reschedule(asyncio.get_running_loop().time() + DELAY)"))
        self.lines_of(depth, f"""
for limit in ({name}_inner, {name}):
    try:
        await limit.__aexit__(None, None, None)
    except (AssertionError, AttributeError) as error:
        log("not entered", type(error).__name__)
limit = None
try:
    await asyncio.sleep(1)
except asyncio.CancelledError:
    log("late", asyncio.current_task().uncancel())""")

    def c_completed(self, depth, index):
        """The iterator of as_completed: shared, left early, asked by hand, in both ways."""
        name = self.fresh("each")
        tasks = [self.delayed(self.pick(f"soon({0.1 * n + 0.05:.2f})", f"asyncio.create_task(asyncio.sleep({0.1 * n + 0.05:.2f}, {n}), name='{name}')", f"asyncio.create_task(fails({0.1 * n + 0.05:.2f}, Boom({n})), name='{name}')"))
                 for n in range(self.rng.randrange(1, 4))]
        self.lines_of(depth, f"""
{name}_tasks = [{", ".join(tasks)}]
{name} = asyncio.as_completed({name}_tasks{self.pick("", f", timeout={self.delay()}")})""")
        self.actors(depth, [
            f"log(outcome(await anext({name})))", f"log(told(await anext({name}, 'none')))", f"async for done in {name}: log(outcome(done)); break", f"async for done in {name}: log(outcome(done)); await asyncio.sleep(DELAY)",
            f"log(told(await next({name})))", f"kept = next({name}, None); kept and log(told(await kept))", f"kept = next({name}); kept.close()", f"for later in {name}: log(told(await later)); break",
            f"log(outcome(await asyncio.wait_for(anext({name}), DELAY)))", f"log(aiter({name}) is {name}, iter({name}) is {name})", f"{name}_tasks[0].cancel()",
        ], f"[t.done() for t in {name}_tasks]")
        self.emit(depth, f"{name} = None")
        self.emit(depth, f"for task in {name}_tasks: task.cancel()")
        self.emit(depth, f"log(await asyncio.gather(*{name}_tasks, return_exceptions=True))")

    # ---- callbacks, cancelling

    def c_callbacks(self, depth, index):
        """Callbacks that add and remove callbacks, settle other futures, cancel, fail."""
        name = self.fresh("chain")
        acts = [f"{name}[{{n}}].add_done_callback({name}_told)", f"{name}[{{n}}].remove_done_callback({name}_told)", f"settle({name}[{{n}}], 'set_result', 5)", f"settle({name}[{{n}}], 'set_exception', Boom({{n}}))",
                f"{name}[{{n}}].cancel('callback')", "fail('callback', {n})", f"log('told', {{n}}, outcome({name}[{{n}}]))", f"asyncio.get_running_loop().call_soon({name}_told, {name}[{{n}}])", f"log(attempt({name}[{{n}}].result))",
                f"log(attempt({name}[{{n}}].set_result, 6))", f"asyncio.ensure_future(through(lambda: {name}[{{n}}]))", "asyncio.get_running_loop().stop" if False else f"log(len({name}))"]
        act = lambda count: self.rng.choice(acts).format(n=self.rng.randrange(count))
        count = self.rng.randrange(2, 4)
        self.lines_of(depth, f"""
def {name}_told(future):
    log("done", {name}.index(future), outcome(future))
{name} = [asyncio.get_running_loop().create_future() for _ in range({count})]""")
        for n in range(count):
            for _ in range(self.rng.randrange(0, 3)):
                self.emit(depth, f"{name}[{n}].add_done_callback(lambda future: {act(count)}{self.pick('', '', ', context=contextvars.Context()')})")
        for _ in range(self.small()):
            self.guard(depth, act(count))
            if self.chance(0.5):
                self.emit(depth, f"await asyncio.sleep({self.delay()})")
        self.lines_of(depth, f"""
log([outcome(future) for future in {name}])
for future in {name}: future.cancel()
await asyncio.sleep(0)
log(await asyncio.gather(*{name}, return_exceptions=True))
{name} = future = None""")

    def c_uncancel(self, depth, index):
        """Cancellations that are counted, taken back and asked for again around everything that looks at the count."""
        me = "asyncio.current_task()"
        lines = [f"log({me}.cancel('{{n}}'), {me}.cancelling())", f"log({me}.uncancel())", f"log({me}.uncancel(), {me}.cancelling())", "await asyncio.sleep(0)", "await asyncio.sleep(DELAY)", self.callback(f"{me}.cancel", "'again'"),
                 "async with asyncio.timeout(DELAY): await asyncio.sleep(DELAY)", "async with asyncio.TaskGroup() as group: group.create_task(asyncio.sleep(DELAY))",
                 "async with asyncio.TaskGroup() as group: group.create_task(fails(DELAY, Boom('child'))); await asyncio.sleep(DELAY)", f"async with asyncio.timeout(DELAY): {me}.cancel('inside'); await asyncio.sleep(DELAY)",
                 "log(await asyncio.shield(asyncio.sleep(DELAY, 1)))", "log(await asyncio.wait_for(asyncio.sleep(DELAY, 2), DELAY))", "log(await asyncio.gather(asyncio.sleep(DELAY, 3)))", "raise asyncio.CancelledError('own')",
                 f"async with asyncio.TaskGroup() as group: {me}.cancel('group'); {me}.uncancel(); await asyncio.sleep(DELAY)", f"log(await asyncio.create_task(through(lambda: refuses(1, DELAY, {me}.cancelling()))))",
                 f"async with asyncio.TaskGroup() as group: {me}.cancel('group')", "await at_once(1)", "await soon(0)"]
        for n in range(self.rng.randrange(2, 6)):
            self.guard(depth, self.rng.choice(lines).replace("{n}", str(n)))
            self.emit(depth, f"log('count', {me}.cancelling())")
        self.lines_of(depth, f"""
while {me}.uncancel(): pass
try:
    await asyncio.sleep({self.delay()})
except asyncio.CancelledError as error:
    log("still", error.args, {me}.cancelling())""")

    # ---- errors

    def c_rude(self, depth, index):
        """Errors whose text cannot be had, wherever the library shows them."""
        error = self.pick("Rude('r')", "Rudest('r')", "ExceptionGroup('g', [Rude('r')])", "ExceptionGroup('g', [Rudest('r'), Boom('b')])", "Boom(Rudest('r'))", "Rude(1, 2)")
        name = self.fresh("rude")
        self.guard(depth, self.pick(
            f"asyncio.get_running_loop().call_soon(fails_at_once, {error}); await asyncio.sleep(0)", f"asyncio.get_running_loop().call_exception_handler({{'message': 'rude', 'exception': {error}}})",
            f"asyncio.get_running_loop().create_future().set_exception({error})", f"log(told(await asyncio.gather(fails_at_once({error}), return_exceptions=True)))", f"await asyncio.create_task(fails(DELAY, {error}), name='{name}')",
            f"{name} = asyncio.create_task(fails(None, {error}), name='{name}'); await asyncio.sleep(DELAY); log(attempt(repr, {name}))", f"async with asyncio.TaskGroup() as {name}: {name}.create_task(fails(DELAY, {error}))",
            f"traceback.print_exception({error}, file=sys.stdout)", f"print(*traceback.format_exception_only({error}), sep='')", f"asyncio.get_running_loop().call_soon(lambda: (_ for _ in ()).throw({error})); await asyncio.sleep(0)",
            f"asyncio.get_running_loop().call_exception_handler({{'message': 'rude', 'what': {error}, 'source_traceback': None}})", f"raise Boom('after') from {error}", f"log(attempt(asyncio.get_running_loop().create_future().set_exception, {error}))"))

    def c_pieces(self, depth, index):
        """Groups of errors that are split, made anew and raised again."""
        leaf = lambda: self.pick("Boom(1)", "ValueError(2)", "Boom(3)", "TimeoutError(4)", "KeyError('k')", "OSError(5, 'five')")
        def group(level):
            inner = ", ".join(group(level - 1) if level and self.chance(0.4) else leaf() for _ in range(self.rng.randrange(1, 4)))
            return f"{self.pick('ExceptionGroup', 'ExceptionGroup', 'Derived')}('g{level}', [{inner}])"
        test = lambda: self.pick("Boom", "(Boom, ValueError)", "lambda e: isinstance(e, Boom)", "lambda e: True", "lambda e: False", "lambda e: fail('test')", "lambda e: Shy()", "ExceptionGroup", "BaseException", "3", "lambda e: isinstance(e, ExceptionGroup)")
        name = self.fresh("many")
        self.lines_of(depth, f"""
class Derived(ExceptionGroup):
    def derive(self, parts):
        {self.pick("return Derived(self.message + '!', parts)", "return ExceptionGroup('plain', parts)", "return Boom('no group')", "log('derive', len(parts)); return Derived('d', parts)")}
{name} = {group(2)}
{self.pick("pass", f"{name}.add_note('a note')", f"{name}.__cause__ = Boom('cause')")}
log(attempt(lambda: [tree(part) if part else part for part in {name}.split({test()})]), attempt(lambda: tree({name}.subgroup({test()}))))
try:
    try:
        {self.pick(f"raise {name}", f"raise {name} from Boom('from')", f"await fails(DELAY, {name})", f"async with asyncio.TaskGroup() as group: group.create_task(fails(DELAY, {name})); group.create_task(fails(DELAY, Boom('beside')))").replace("DELAY", self.delay())}
    except* {self.pick("Boom", "(Boom, KeyError)", "Exception", "OSError")} as some:
        log("some", tree(some), getattr(some, "__notes__", None), repr(some.__cause__))
        {self.pick("pass", "raise", "raise Boom('again')", "raise some", "await asyncio.sleep(0)", "raise Boom('from') from some", "raise some.exceptions[0]")}
    except* {self.pick("ValueError", "(ValueError, TimeoutError)", "KeyError")} as others:
        log("others", tree(others))
        {self.pick("pass", "raise", "raise ValueError('again')", "raise ExceptionGroup('new', [others])")}
    else:
        log("nothing")
    finally:
        log("finally", sys.exception() is None)
except Exception as error:
    log("left", chain(error), getattr(error, "__notes__", None))
    {self.pick("pass", "traceback.print_exception(error, file=sys.stdout)")}
{name} = None""")

    def c_stack(self, depth, index):
        """Exit stacks whose callbacks fail, swallow and wait, inside each other."""
        name = self.fresh("stack")
        pieces = [f"{name}.push_async_callback(fails, {{d}}, Boom('{{n}}'))", f"{name}.push_async_callback(at_once, 1)", f"{name}.push_async_callback(fail, 'no coroutine')", f"{name}.push_async_exit(lambda *exc: at_once(True))",
                  f"{name}.push_async_exit(lambda *exc: fails_at_once(Boom('exit')))", f"{name}.push_async_exit(lambda *exc: True)", f"{name}.push(lambda *exc: fail('plain exit', exc[0]))", f"{name}.push(lambda *exc: True)",
                  f"await {name}.enter_async_context(managed('m', {{d}}))", f"await {name}.enter_async_context(3)", f"await {name}.enter_async_context(contextlib.nullcontext())", f"{name}.enter_context(managed('m', 0))",
                  f"await {name}.enter_async_context(asyncio.timeout({{d}}))", f"{name}.callback(asyncio.current_task().cancel, 'stack')", f"raise {self.error()}", "await asyncio.sleep({d})", f"{name}.push_async_callback(asyncio.sleep, {{d}})",
                  f"{name}.push_async_callback(lambda: refuses(1, {{d}}, 2))", f"await {name}.aclose()", f"await {name}.enter_async_context(contextlib.aclosing(items({{d}})))", f"await anext(await {name}.enter_async_context(contextlib.aclosing(items({{d}}))))"]
        piece = lambda: self.rng.choice(pieces).format(d=self.delay(), n=self.rng.randrange(9))
        self.emit(depth, "try:")
        self.emit(depth + 1, f"async with contextlib.AsyncExitStack() as {name}:")
        for _ in range(self.rng.randrange(2, 6)):
            self.emit(depth + 2, piece())
        self.lines_of(depth, """
    log("stack over")
except BaseException as error:
    log("stack left", chain(error), asyncio.current_task().cancelling())
    if isinstance(error, GeneratorExit): raise
while asyncio.current_task().uncancel(): pass""")

    # ---- generators, contexts

    def c_generator(self, depth, index):
        """What an asynchronous generator gives to be awaited, driven by hand and by several tasks."""
        name = self.fresh("source")
        steps = lambda: self.pick(f"{name}.asend(None)", f"{name}.asend(1)", f"{name}.athrow(Boom('thrown'))", f"{name}.aclose()", f"{name}.__anext__()")
        self.lines_of(depth, self.delayed(f"""
async def {name}_items():
    got = None
    try:
        while True:
            try:
                got = yield got
                {self.pick("await asyncio.sleep(DELAY)", "await bare(None)", "pass", "got = await at_once(got)")}
            except Boom as error:
                log("thrown", error)
                {self.pick("got = 'caught'", "raise", "return", "yield 'more'")}
    finally:
        {self.pick("pass", "await asyncio.sleep(DELAY)", "log('source ends')", "yield 'last'", "raise Boom('source')")}
{name} = {name}_items()
{name}_kept = {steps()}"""))
        for _ in range(self.rng.randrange(2, 7)):
            self.guard(depth, self.pick(
                f"log(told(await {steps()}))", f"log(told(await {steps()}))", f"log(attempt(lambda: {name}_kept.send(None) is None))", f"log(attempt({name}_kept.throw, Boom('kept')))", f"log(attempt({name}_kept.close))", f"log(told(await {name}_kept))",
                f"{name}_kept = {steps()}", f"log(told(await asyncio.gather({steps()}, {steps()}, return_exceptions=True)))", f"log({name}.ag_running, {name}.ag_frame is None, {name}.ag_await is None)",
                f"log(told(await asyncio.wait_for({steps()}, DELAY)))", f"log(told(await asyncio.create_task(through(lambda: {steps()}), name='{name}')))", f"async for item in {name}: log(item); break",
                f"log(attempt(lambda: next({steps()}.__await__()) is None))"))
        self.lines_of(depth, f"""
{name}_kept = {self.pick("None", f"{name}_kept")}
{name} = None
await asyncio.sleep({self.delay()})""")

    def c_tokens(self, depth, index):
        """Tokens that are used elsewhere, twice, as managers; contexts entered in each other."""
        name = self.fresh("token")
        self.lines_of(depth, f"""
{name} = var.set({self.rng.randrange(9)})
{name}_context = {self.pick("contextvars.copy_context()", "contextvars.Context()")}
async def {name}_resets(delay):
    await asyncio.sleep(delay)
    var.reset({name})
    return var.get()
async def {name}_items():
    with var.set("inside"):
        yield var.get()
        await asyncio.sleep({self.delay()})
        yield var.get()""")
        for _ in range(self.rng.randrange(2, 6)):
            self.lines_of(depth, self.delayed(f"""
try:
    {self.pick(f"var.reset({name})", f"with {name}: log('with', var.get())", f"log(await {name}_resets(DELAY))", f"log(await asyncio.create_task({name}_resets(DELAY)))", f"log({name}_context.run(var.reset, {name}))",
               f"with var.set('outer') as outer, var.set('inner') as inner: log(outer.old_value, inner.old_value, var.get())", "with var.set('boom'): fail(var.get())", f"log({name}_context.run({name}_context.run, var.get))",
               f"log({name}_context.run(contextvars.copy_context().run, var.get), {name}_context == contextvars.copy_context())", f"asyncio.get_running_loop().call_soon(attempt, var.reset, {name}{self.pick('', f', context={name}_context')})",
               f"async for value in {name}_items(): log(value, var.get())", f"async for value in {name}_items(): log(value, var.get()); break", f"log({name}.var is var, {name}.old_value is {name}.MISSING, {name}_context.get(var, 'absent'))",
               f"{name} = var.set(VALUE)", f"log(await asyncio.create_task({name}_resets(DELAY), context={name}_context))", f"log(sorted(str(v.name) for v in {name}_context), var in {name}_context, len({name}_context) > 0)",
               f"log(await asyncio.create_task(through(lambda: asyncio.sleep(DELAY, var.get())), context={name}_context, eager_start=True))", f"with {name}.var.set(VALUE): log(await asyncio.gather(*(through(lambda: asyncio.sleep(DELAY, var.get())) for _ in range(2))))")}
except (RuntimeError, ValueError, Boom, LookupError, TypeError) as error:
    log("token", type(error).__name__, short(error).split(" var=")[0].split("<Context")[0].split("<Token")[0])
log("now", var.get())"""))

    # ---- what tasks say of themselves

    def c_graph(self, depth, index):
        """Call graphs and stacks of tasks that run, wait, are over."""
        name = self.fresh("seen")
        body = self.pick("await asyncio.sleep(DELAY, 1)", "await soon(DELAY)", "await asyncio.gather(through(lambda: asyncio.sleep(DELAY)), return_exceptions=True)", "await Waits(asyncio.sleep(DELAY))", "await bare(None)",
                         "async with asyncio.timeout(DELAY): await asyncio.sleep(DELAY)", "async for item in items(DELAY): log(item)", "await asyncio.wait_for(through(lambda: asyncio.sleep(DELAY)), DELAY)", "log(await asyncio.shield(soon(DELAY)))",
                         "async with asyncio.TaskGroup() as group: group.create_task(asyncio.sleep(DELAY), name='inner')", "raise Boom('seen')", f"log(graph(None), stack(asyncio.current_task()))", "async with asyncio.Lock(): await asyncio.sleep(DELAY)")
        looks = [f"log(graph({name}))", f"log(stack({name}))", f"log(stack({name}, limit={self.rng.randrange(0, 3)}))", f"log([frame.f_code.co_name for frame in {name}.get_stack()])", f"log(told({name}))", "await asyncio.sleep(0)", "await asyncio.sleep(DELAY)",
                 f"{name}.cancel('seen')", f"log(graph(asyncio.current_task()))", f"asyncio.get_running_loop().call_soon(lambda: log(graph({name})))", f"{name}.add_done_callback(lambda task: log(graph(task), stack(task)))", "log(stack(asyncio.current_task()))",
                 f"log(len(asyncio.capture_call_graph({name}, limit={self.rng.randrange(0, 3)}).awaited_by))", "log(asyncio.capture_call_graph() is None)",
                 f"log({name}.get_coro().cr_await is None, {name}.get_context() is not None)", f"log(asyncio.future_discard_from_awaited_by({name}, asyncio.current_task()))"]
        self.lines_of(depth, self.delayed(f"""
async def {name}_body():
    {body}
    return {self.small()}
{name} = asyncio.create_task({name}_body(), name='{name}')"""))
        if self.chance(0.4):
            self.emit(depth, f"{name}_waiter = asyncio.create_task(through(lambda: {name}), name='{name}waiter')")
        for line in self.some(2, 5, *looks):
            self.guard(depth, line)
        self.emit(depth, f"await finish([{name}{f', {name}_waiter' if any(f'{name}_waiter =' in line for line in self.lines[-60:]) else ''}])")

    # ---- the program

    def block(self, depth, index, length):
        acts = [kind for kind in dir(self) if kind.startswith("c_")]
        for _ in range(length):
            if self.chance(0.2):
                super().block(depth, index, 1)
            else:
                getattr(self, self.rng.choice(acts))(depth, index)

    def start(self):
        way = self.rng.randrange(4)
        if way == 0:
            super().start()
        elif way == 1:
            self.emit(0, f"asyncio.run(main(0){self.pick('', ', debug=False', ', loop_factory=asyncio.new_event_loop')})")
        elif way == 2:
            self.start_runners()
        else:
            self.start_nested()

    def start_runners(self):
        """One runner, several runs with contexts of their own, and what it refuses."""
        steps = ["runner.run(main({n}), context=context)", "runner.run(sets({n}), context=context)", "runner.run(sets({n}))", "runner.run(sets({n}), context=contextvars.Context())", "runner.run(inside(runner))", "context.run(runner.run, sets({n}))",
                 "runner.run(fails(0.1, {error}))", "runner.run(soon(0))", "asyncio.run(sets({n}))", "runner.run(through(lambda: asyncio.run(at_once(1))))", "runner.get_loop().run_until_complete(sets({n}))", "runner.run(at_once)", "var.get(), context.get(var)",
                 "runner.run(through(lambda: asyncio.current_task().cancel() and asyncio.sleep(1)))", "runner.run(leaves(), context=context)"]
        self.lines_of(0, f"""
context = contextvars.copy_context()
async def sets(n):
    log("sees", var.get())
    var.set(n)
    await asyncio.sleep(0.1)
    return var.get()
async def leaves():
    asyncio.create_task(refuses(1, 5, 1), name="left")
    await anext(items(1))
async def inside(runner):
    return attempt(runner.run, at_once(1))
with asyncio.Runner({self.pick("", "debug=False", "loop_factory=asyncio.new_event_loop")}) as runner:
    for act in (lambda: runner.run(main(0)), {", ".join("lambda: " + self.rng.choice(steps).format(n=n, error=self.error()) for n in range(self.rng.randrange(2, 6)))}):
        try:
            print("ran", told(act()))
        except BaseException as error:
            print("run raised", chain(error))
print("closed", var.get(), context.get(var), attempt(runner.get_loop), attempt(runner.__enter__))""")

    def start_nested(self):
        """Loops that are run inside callbacks, for futures of others, again and again."""
        steps = ["loop.run_until_complete(through(lambda: loop.run_until_complete(at_once(1))))", "loop.run_until_complete(done)", "loop.run_until_complete(other.create_future())", "loop.call_soon(lambda: log_of(attempt(loop.run_forever))); loop.run_until_complete(at_once(2))",
                 "loop.run_until_complete(loop.create_task(fails(0.1, {error})))", "loop.call_later(0.1, loop.stop); loop.run_until_complete(asyncio.sleep(1))", "loop.call_soon(loop.stop); loop.call_soon(print, 'same turn'); loop.run_forever()",
                 "loop.run_until_complete(asyncio.gather(at_once(1), at_once(2)))", "loop.run_until_complete(through(lambda: asyncio.gather(at_once(1), fails(0.1, {error}))))", "other.run_until_complete(through(lambda: asyncio.sleep(0.1, loop.is_running())))",
                 "loop.run_until_complete(through(lambda: other.run_until_complete(at_once(3))))", "loop.run_until_complete(items(0))", "loop.create_task(asyncio.sleep(9, 1), name='kept')", "print(sorted(t.get_name() for t in asyncio.all_tasks(loop)))",
                 "loop.run_until_complete(through(lambda: items(0).__anext__()))", "loop.run_until_complete(loop.shutdown_asyncgens())", "loop.set_debug(False); print(loop.get_debug())", "loop.call_soon(done.result); loop.run_until_complete(asyncio.sleep(0))",
                 "loop.call_at(loop.time() + 1, print, 'at', context=contextvars.Context()); loop.run_until_complete(asyncio.sleep(1))", "loop.call_soon(fail_soon); loop.run_until_complete(asyncio.sleep(0.1))", "loop.close(); loop = asyncio.new_event_loop()"]
        self.lines_of(0, f"""
def log_of(*words):
    print("callback", *words)
def fail_soon():
    raise SystemExit("soon")
loop, other = asyncio.new_event_loop(), asyncio.new_event_loop()
{self.pick("asyncio.set_event_loop(loop)", "pass")}
done = loop.create_future()
done.set_result("done")
print("ran", loop.run_until_complete(main(0)))""")
        for _ in range(self.rng.randrange(2, 7)):
            self.lines_of(0, f"""
try:
    {self.rng.choice(steps).format(error=self.error())}
    print("fine", loop.is_running(), round(loop.time(), 3))
except BaseException as error:
    print("raised", chain(error))""")
        self.lines_of(0, """
for each in (loop, other):
    left = sorted(asyncio.all_tasks(each), key=lambda t: t.get_name())
    for task in left: task.cancel()
    if left: each.run_until_complete(asyncio.wait(left, timeout=5))
    each.close()
task = left = each = None
asyncio.set_event_loop(None)""")


if __name__ == "__main__":
    seed = int(sys.argv[1])
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    sys.stdout.write(Writer(seed, size).program())
