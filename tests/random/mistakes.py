"""Write a lesson's program with a learner's mistakes in it.

Usage: python3 mistakes.py SEED [SIZE] > program.py

A right program (of examples/ or of the test programs of asyncio and of constructs) gets SIZE random edits. Some are made in the tree: an
`await` left out, a call without its parentheses, a coroutine used as a value, a lost task. Others are made in the text, which need not be
a program any more: a missing colon, a misspelt keyword, a line moved, wrong indentation. Names, keywords and calls that a program
has come from itself; what else learners write, from the lists below.
"""

import ast
import functools
import random
import re
import sys
import warnings
from pathlib import Path

ROOT = next((folder for folder in Path(__file__).resolve().parents if (folder / "examples").is_dir()), Path("."))
FOLDERS = ["examples", "tests/programs/asyncio", "tests/programs/constructs"]

# Other threads, files, and what the network says: nothing to compare with on the oracle's clock. Tracers see the library's own lines.
ELSEWHERE = re.compile(r"threading|to_thread|xecutor|start_server|open_connection|open\(|input\(|subprocess|socket|settrace|setprofile|sys\.monitoring|import logging|slow_callback|loopscope")
LONGEST = 12_000

TOKEN = re.compile(r'''
    (?P<comment>\#[^\n]*) | (?P<string>[rbftRBFT]{0,2}(?:"""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\'|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'))
    | (?P<number>\d[\w.]*) | (?P<name>[^\W\d]\w*) | (?P<op>\*\*=?|//=?|->|:=|[-+*/%<>=!&|^@]=|==|<<|>>|[^\w\s]) | (?P<blank>[^\S\n]+) | (?P<line>\n)
''', re.VERBOSE | re.DOTALL)

KEYWORDS = ["False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
            "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"]
FOREIGN = ["null", "true", "false", "none", "elseif", "else if", "&&", "||", "!", "++", "->", "=>", "===", "!==", "<>", "new", "this", "function", "catch", "throw", "let", "var", "const",
           "print", "then", "do", "switch", "case", "match", "type", "func", "foreach", "?", "$", "`", "\\", "\u2019", "\u201c", "\u2013", "\u00a0", "\u200b", ";", "...", "@", "~", "<-", "<=>", "=<", "**", "*", "&", "|", "f'{", "f\"", '"""', "'", '"']
STATEMENTS = [
    "return", "return 1", "yield", "yield 1", "await asyncio.sleep(0)", "await asyncio.sleep(1)", "break", "continue", "pass", "raise", "raise ValueError", "raise ValueError('wrong')", "raise asyncio.CancelledError",
    "asyncio.run(main())", "asyncio.run(main)", "await main()", "main()", "time.sleep(1)", "asyncio.sleep(1)", "asyncio.current_task().cancel()", "print(asyncio.current_task())", "print(asyncio.all_tasks())",
    "loop = asyncio.get_event_loop()", "loop = asyncio.get_running_loop()", "asyncio.get_event_loop().run_until_complete(main())", "else:", "except:", "finally:", "try:", "if True", "for i in range(3)", "while True:",
    "import asyncoi", "from asyncio import slep", "from asyncio import *", "import asyncio as aio", "from asyncio import run, sleep as zzz", "nonlocal x", "global main", "del main", "x: int = 'a'", "asyncio.create_task(asyncio.sleep(1))",
    "asyncio.create_task(main())", "asyncio.gather(main(), main())", "asyncio.get_running_loop().stop()", "asyncio.get_running_loop().close()", "assert False, 'no'", "assert (1, 'always')", "1 / 0", "print 'hello'", "print(undefined)",
    "exit()", "quit", "raise SystemExit(3)", "raise KeyboardInterrupt", "import this_is_not_there", "async with asyncio.timeout(0.1):", "async for x in []:", "def f(:", "class A", "@asyncio", "lambda: await x", "[await x for x in []]",
    "print(f'{x')", "print('a' 'b' + 1)", "x = = 1", "x == 1", "x + 1 = 2", "f() = 1", "None = 1", "if x = 1: pass", "print(x y)", "(1, 2", "[1, 2)", "return await asyncio.sleep(1)", "await asyncio.gather()", "raise 'text'", "raise 1",
]
REASONS = ["Exception", "ValueError", "BaseException", "asyncio.CancelledError", "asyncio.TimeoutError", "TimeoutError", "KeyboardInterrupt", "(ValueError, TypeError)", "ValueError, TypeError", "Exeption", "'Exception'", "RuntimeError()", "asyncio.Cancelled"]
VALUES = ["None", "True", "0", "1", "-1", "2", "0.5", "1e9", "''", "'1'", "'text'", "[]", "()", "{}", "[1, 2]", "(1, 2)", "{'a': 1}", "b'x'", "...", "print", "int", "object()", "asyncio", "asyncio.sleep(0)", "asyncio.sleep", "lambda: 0", "range(2)", "float('nan')"]
DELAYS = ["0", "0.1", "0.5", "1", "1.5", "2", "3", "10", "-1", "'1'", "None", "1, 2", "0, 1", "[1]", "", "0.1 + 0.2", "True"]
AWAITABLES = ["sleep", "gather", "wait", "wait_for", "shield", "create_task", "ensure_future", "run", "timeout", "as_completed", "current_task", "all_tasks", "get_running_loop", "get_event_loop", "new_event_loop",
              "Queue", "Lock", "Event", "Semaphore", "Condition", "TaskGroup", "Future", "Task", "Runner", "Timeout", "CancelledError", "iscoroutine", "iscoroutinefunction", "timeout_at", "Barrier", "PriorityQueue", "coroutine", "async", "spawn"]
METHODS = ["cancel()", "result()", "exception()", "done()", "cancelled()", "get_name()", "set_result(1)", "set_exception(ValueError())", "add_done_callback(print)", "add_done_callback(lambda: 0)", "send(None)", "close()", "throw(ValueError)", "wait()", "join()",
           "start()", "then(print)", "append(1)", "put(1)", "get()", "acquire()", "release()", "set()", "get_coro()", "uncancel()", "__await__()", "cr_frame", "_state", "length", "name", "nothing_like_it", "format(1)", "put_nowait(1)", "task_done()", "create_task(1)"]
AS_VALUE = ["{0} + 1", "1 + {0}", "'' + {0}", "{0} < 1", "{0} == {0}", "{0}[0]", "{0}['a']", "len({0})", "str({0})", "f'{{{0}}}'", "list({0})", "sorted({0})", "[x for x in {0}]", "[x async for x in {0}]", "{0}.result()", "{0}()", "-{0}", "not {0}", "{0} in [1]", "1 in {0}",
            "int({0})", "sum([{0}])", "sum({0})", "print({0})", "'%d' % {0}", "'%s' % {0}", "f'{{{0}:>10}}'", "{{{0}: 1}}", "{0} and 1", "bool({0})", "max({0}, 1)", "next({0})", "iter({0})", "(yield {0})", "(yield from {0})", "await (await {0})", "(lambda: {0})", "[{0}]", "({0},)", "{{{0}}}",
            "await asyncio.gather([{0}])", "await asyncio.gather({0}, {0})", "await asyncio.wait([{0}])", "await asyncio.wait({{{0}}})", "await asyncio.wait_for({0})", "await asyncio.wait_for({0}, 0.1)", "await asyncio.wait_for(await {0}, 1)", "await asyncio.shield({0})", "asyncio.create_task({0})", "await asyncio.create_task({0})",
            "asyncio.create_task(await {0})", "asyncio.ensure_future({0})", "asyncio.run({0})", "await asyncio.run({0})", "asyncio.run(await {0})", "asyncio.get_event_loop().run_until_complete({0})", "await asyncio.sleep({0})", "await asyncio.timeout({0})", "asyncio.gather({0})", "*{0}", "**{0}", "{0} = 1", "({0} := 1)", "{0}:",
            "asyncio.get_running_loop().call_soon({0})", "asyncio.get_running_loop().call_later(1, {0})", "asyncio.iscoroutine({0})", "{0} if {0} else 0", "{0} is None", "{0} or await {0}", "range({0})", "dict({0})", "tuple({0})", "set({0})", "repr({0})", "isinstance({0}, 1)", "hash({0})", "type({0})", "{0}.cr_running", "asyncio.wait_for({0}, timeout=-1)",
            "await asyncio.wait_for({0}, timeout='1')", "asyncio.as_completed({0})", "[await t for t in asyncio.as_completed([{0}])]", "{0} {0}", "{0}.x.y", "({0}", "{0})", "{0}]", "await {0}()", "await await {0}", "async {0}", "awit {0}", "await({0})", "not await {0}", "await -{0}", "await {0} + await {0}"]


@functools.cache
def right_programs():
    """The texts of all right programs by their names, lessons first."""
    found = {}
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).glob("*.py")):
            text = path.read_text(encoding="utf-8")
            if len(text) <= LONGEST and not ELSEWHERE.search(text):
                found[f"{folder}/{path.name}"] = text
    return found


def misspell(rng, word):
    """A word with a letter lost, doubled, exchanged, of the other case or of another word."""
    i = rng.randrange(len(word))
    return rng.choice([word[:i] + word[i + 1:] or "_", word[:i] + word[i] + word[i:], word[:i] + word[i:i + 2][::-1] + word[i + 2:], word[:i] + word[i].swapcase() + word[i + 1:], word + "s", word.rstrip("s") or "_",
                       word.lower(), word.capitalize(), word.replace("_", ""), word[:i] + rng.choice("aeiorstn_") + word[i + 1:], word[:i] + "_" + word[i:], "x", word[::-1]])


class Source:
    """A text with its tree, of which pieces are replaced."""

    def __init__(self, text):
        with warnings.catch_warnings(action="ignore"):
            self.tree = ast.parse(text)
        self.bytes = text.encode()
        self.starts = [0]
        for line in self.bytes.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    def nodes(self, *kinds):
        return [node for node in ast.walk(self.tree) if isinstance(node, kinds)]

    def span(self, node):
        return self.starts[node.lineno - 1] + node.col_offset, self.starts[node.end_lineno - 1] + node.end_col_offset

    def of(self, node):
        begin, end = self.span(node)
        return self.bytes[begin:end].decode()

    def replaced(self, *changes):
        """The text with other words for some nodes, or for stretches of bytes."""
        spans = sorted(((self.span(where) if isinstance(where, ast.AST) else where, words) for where, words in changes), reverse=True)
        changed = self.bytes
        for (begin, end), words in spans:
            changed = changed[:begin] + words.encode() + changed[end:]
        return changed.decode()

    def within(self, node, *kinds):
        """Whether a function or class of these kinds is around a node."""
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
                return isinstance(node, kinds)
        return False


class Writer:
    def __init__(self, seed, size):
        self.rng = random.Random(f"{seed}/{size}")
        self.size = size

    def program(self):
        programs = right_programs()
        lessons = [name for name in programs if name.startswith(FOLDERS[0])]
        names = lessons if self.chance(0.4) else list(programs)
        self.right = text = programs[self.pick(names)]
        for _ in range(self.size):
            for _ in range(20):
                edited = self.edited(text)
                if edited is not None and edited != text:
                    text = edited
                    break
        return text

    def pick(self, options):
        return options[self.rng.randrange(len(options))]

    def chance(self, share):
        return self.rng.random() < share

    def edited(self, text):
        """A text with one mistake more, or None where this one cannot be made."""
        if self.chance(0.3):
            return self.pick(TEXT_EDITS)(self, text)
        try:
            source = Source(text)
        except (SyntaxError, ValueError):
            return self.pick(TEXT_EDITS)(self, text)
        return self.pick(TREE_EDITS)(self, source)

    def some(self, nodes):
        """One of the nodes, rather one in the middle of the program than none."""
        return self.pick(nodes) if nodes else None

    # ---- awaiting

    def await_left_out(self, s):
        node = self.some(s.nodes(ast.Await))
        return node and s.replaced((node, s.of(node.value)))

    def await_too_much(self, s):
        node = self.some(s.nodes(ast.Call) if self.chance(0.7) else s.nodes(ast.Name, ast.Attribute, ast.Constant))
        return node and s.replaced((node, f"await {s.of(node)}"))

    def async_left_out(self, s):
        node = self.some(s.nodes(ast.AsyncFunctionDef, ast.AsyncWith, ast.AsyncFor))
        if node is None:
            return None
        begin, _ = s.span(node)
        end = begin + len(re.match(rb"async\s+", s.bytes[begin:])[0])
        return s.replaced(((begin, end), ""))

    def async_too_much(self, s):
        node = self.some(s.nodes(ast.FunctionDef, ast.With, ast.For) if self.chance(0.8) else s.nodes(ast.ClassDef, ast.While, ast.Try, ast.Return, ast.Assign))
        if node is None:
            return None
        begin, _ = s.span(node)
        return s.replaced(((begin, begin), "async "))

    def async_of_comprehension(self, s):
        node = self.some(s.nodes(ast.comprehension))
        if node is None:
            return None
        holder = s.parents[node]
        words = re.sub(r"\basync for\b", "for", s.of(holder)) if node.is_async else re.sub(r"\bfor\b", "async for", s.of(holder), count=1)
        return s.replaced((holder, words))

    def coroutine_as_value(self, s):
        calls = [node for node in s.nodes(ast.Call) if isinstance(s.parents.get(node), ast.Await)]
        node = self.some(calls if calls and self.chance(0.8) else s.nodes(ast.Call))
        if node is None:
            return None
        words = self.pick(AS_VALUE).format(s.of(node))
        outer = s.parents[node] if isinstance(s.parents[node], ast.Await) and self.chance(0.8) else node
        return s.replaced((outer, words))

    def run_in_coroutine(self, s):
        node = self.some(s.nodes(ast.Await))
        return node and s.replaced((node, self.pick(["asyncio.run({})", "asyncio.get_event_loop().run_until_complete({})", "asyncio.get_running_loop().run_until_complete({})", "asyncio.Runner().run({})", "asyncio.new_event_loop().run_until_complete({})"]).format(s.of(node.value))))

    def run_changed(self, s):
        node = self.some([node for node in s.nodes(ast.Call) if s.of(node.func).endswith((".run", "run_until_complete"))])
        if node is None or not node.args:
            return None
        call, main = s.of(node), s.of(node.args[0])
        return s.replaced((node, self.pick([f"{call}\n{call}", f"{call}; {call}", main, f"await {main}", f"{s.of(node.func)}({main.partition('(')[0]})", f"{s.of(node.func)}({main}())", f"asyncio.create_task({main})", f"asyncio.gather({main}, {main})",
                                              f"asyncio.run(asyncio.gather({main}, {main}))", f"asyncio.run(asyncio.create_task({main}))", f"asyncio.run(await {main})", f"asyncio.run({main}, {main})", f"asyncio.run(lambda: {main})", f"asyncio.run(main={main})", f"asyncio.run({main}, debug=True)",
                                              f"asyncio.get_event_loop().run_until_complete({main})", f"asyncio.run([{main}])", f"asyncio.run(asyncio.wait_for({main}, 0.3))", f"asyncio.run(asyncio.sleep(1, {main}))", f"asyncio.run(asyncio.wait([{main}]))", f"print({call})", f"async def other():\n    {call}\nasyncio.run(other())",
                                              f"asyncio.new_event_loop().run_until_complete({main})", f"task = asyncio.ensure_future({main})", f"asyncio.run(main=)", f"if __name__ = '__main__':\n    {call}", f"if __name__ == '__main__':\n{call}", f"with asyncio.Runner() as runner:\n    runner.run({main})\n    runner.run({main})", f"asyncio.run({main}).result()"])))

    def sleep_changed(self, s):
        node = self.some([node for node in s.nodes(ast.Call) if s.of(node.func).endswith("sleep") or s.of(node.func).endswith(("timeout", "wait_for", "call_later"))])
        if node is None:
            return None
        call = s.of(node)
        choice = self.rng.randrange(4)
        if choice == 0:
            return s.replaced((node, call.replace("asyncio.sleep", "time.sleep") if "asyncio.sleep" in call else call.replace("time.sleep", "asyncio.sleep")))
        if choice == 1:
            return s.replaced((node.func, self.pick(["sleep", "asyncio.slep", "asyncio.Sleep", "time.sleep", "asyncio.timeout", "asyncio.wait", "asyncio.sleep()"])))
        argument = self.some(node.args)
        return argument and s.replaced((argument, self.pick(DELAYS)))

    # ---- tasks

    def task_lost(self, s):
        node = self.some([node for node in s.nodes(ast.Assign) if isinstance(node.value, (ast.Call, ast.Await, ast.List, ast.ListComp))])
        return node and s.replaced((node, self.pick(["{v}", "{v}", "_ = {v}", "{t}", "{t} == {v}", "{t} = ({v},)", "{t} = [{v}]", "{t}, other = {v}", "{t} += {v}", "{t} = {t} = {v}", "{t}: {v}", "{t} := {v}", "{t} = {v}; del {t}", "{t} = {v}\\", "return {v}", "yield {v}", "self.{t} = {v}", "{t} = {v}.result()", "{t} = {v},",
                                              "{t} = {v} if {t} else 0", "{t} = lambda: {v}", "global {t}; {t} = {v}", "nonlocal {t}; {t} = {v}", "{t} = yield {v}"]).format(t=", ".join(s.of(target) for target in node.targets), v=s.of(node.value))))

    def other_of_asyncio(self, s):
        node = self.some([node for node in s.nodes(ast.Attribute) if isinstance(node.value, ast.Name) and node.value.id == "asyncio"])
        return node and s.replaced((node, f"asyncio.{self.pick(AWAITABLES)}"))

    def star_of_call(self, s):
        stars = s.nodes(ast.Starred)
        if stars and self.chance(0.6):
            node = self.pick(stars)
            return s.replaced((node, self.pick(["{}", "[{}]", "**{}", "*[{}]", "* {}", "{}*"]).format(s.of(node.value))))
        node = self.some([argument for call in s.nodes(ast.Call) for argument in call.args])
        return node and s.replaced((node, self.pick(["*", "**", "*", "self.", "x=", "not ", "&"]) + s.of(node)))

    def method_added(self, s):
        node = self.some([node for node in s.nodes(ast.Name, ast.Attribute, ast.Await) if isinstance(getattr(node, "ctx", ast.Load()), ast.Load)])
        if node is None:
            return None
        words = f"({s.of(node)})" if isinstance(node, ast.Await) else s.of(node)
        return s.replaced((node, f"{words}.{self.pick(METHODS)}"))

    # ---- calls and names

    def parentheses(self, s):
        node = self.some(s.nodes(ast.Call))
        if node is not None and self.chance(0.7):
            return s.replaced((node, self.pick([s.of(node.func), s.of(node.func), s.of(node) + "()", s.of(node.func) + "()", s.of(node.func) + "[" + ", ".join(map(s.of, node.args)) + "]", s.of(node.func) + " " + ", ".join(map(s.of, node.args)), "(" + s.of(node) + ")", s.of(node)[:-1]])))
        node = self.some(s.nodes(ast.Name, ast.Attribute))
        return node and s.replaced((node, s.of(node) + "()"))

    def arguments(self, s):
        node = self.some(s.nodes(ast.Call))
        if node is None:
            return None
        words = [s.of(argument) for argument in node.args]
        if len(words) == 1 and words[0].startswith("(") and s.bytes[s.span(node.args[0])[1]:].startswith(b")"):
            pass
        words += [f"{key.arg}={s.of(key.value)}" if key.arg else f"**{s.of(key.value)}" for key in node.keywords]
        if words and self.chance(0.6):
            i = self.rng.randrange(len(words))
            word = words[i]
            words[i:i + 1] = self.pick([[], [word, word], [word.partition("=")[2] or word], [f"{misspell(self.rng, word.partition('=')[0])}={word.partition('=')[2]}" if "=" in word else f"{self.pick(['x', 'name', 'timeout', 'value', 'key', 'loop'])}={word}"], [word, self.pick(VALUES)], [self.pick(VALUES)], ["*" + word], [word + " " + word], [word + "=1"], [f"({word})"], [word + ","]])
        elif len(words) > 1 and self.chance(0.5):
            i, k = self.rng.sample(range(len(words)), 2)
            words[i], words[k] = words[k], words[i]
        else:
            words.append(self.pick(VALUES + ["loop=None", "timeout=1", "name='x'", "nothing=1", "self", "*args", "**kwargs", "*", "="]))
        return s.replaced((node, f"{s.of(node.func)}({', '.join(words)})"))

    def name_misspelt(self, s):
        node = self.some(s.nodes(ast.Name))
        return node and s.replaced((node, misspell(self.rng, node.id)))

    def attribute_misspelt(self, s):
        node = self.some(s.nodes(ast.Attribute))
        return node and s.replaced((node, f"{s.of(node.value)}.{misspell(self.rng, node.attr)}"))

    def attribute_changed(self, s):
        node = self.some(s.nodes(ast.Attribute))
        return node and s.replaced((node, self.pick([s.of(node.value), node.attr, f"{s.of(node.value)}().{node.attr}", f"{s.of(node.value)}[{node.attr!r}]", f"{s.of(node.value)}..{node.attr}", f"{s.of(node.value)}.", f"self.{s.of(node)}", f"{s.of(node.value)}->{node.attr}", f"{s.of(node.value)}.{node.attr}.{node.attr}", f"{s.of(node.value)}:{node.attr}", f"None.{node.attr}"])))

    def another_name(self, s):
        nodes = s.nodes(ast.Name)
        node = self.some(nodes)
        return node and s.replaced((node, self.pick(nodes).id))

    def definition_changed(self, s):
        node = self.some(s.nodes(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        if node is None:
            return None
        begin, end = s.span(node)
        head = re.match(rb"(?:async\s+)?(?:def|class)\s+", s.bytes[begin:end])[0]
        place = begin + len(head), begin + len(head) + len(node.name.encode())
        return s.replaced((place, self.pick([misspell(self.rng, node.name), node.name + "()", node.name + ".x", "print", "asyncio", "", f"{node.name} {node.name}", self.pick(s.nodes(ast.Name) or [ast.Name("main")]).id, "None", "async", f"'{node.name}'"])))

    def parameters_changed(self, s):
        node = self.some(s.nodes(ast.FunctionDef, ast.AsyncFunctionDef))
        if node is None:
            return None
        begin, end = s.span(node)
        head = re.match(rb"(?:async\s+)?def\s+\w+\(([^()\n]*)\)", s.bytes[begin:end])
        if head is None:
            return None
        words = [word.strip() for word in head[1].decode().split(",") if word.strip()]
        i = self.rng.randrange(len(words) + 1)
        if words and self.chance(0.5):
            i = self.rng.randrange(len(words))
            words[i:i + 1] = self.pick([[], [misspell(self.rng, words[i].partition("=")[0])], [words[i], words[i]], [f"{words[i]}={self.pick(VALUES)}"], ["self", words[i]], ["*", words[i]], [words[i], "/"], [f"*{words[i]}"], [f"**{words[i]}"], [f"'{words[i]}'"], [f"{words[i]}: int"], [f"int {words[i]}"], [f"await {words[i]}"], [f"self.{words[i]}"], [f"({words[i]})"]])
        else:
            words.insert(i, self.pick(["self", "x", "x=1", "*args", "**kwargs", "*", "/", "x, x", "loop", "1", "*, timeout"]))
        return s.replaced(((begin + head.start(1), begin + head.end(1)), ", ".join(words)))

    def import_changed(self, s):
        node = self.some(s.nodes(ast.Import, ast.ImportFrom))
        if node is None:
            return None
        alias = self.pick(node.names)
        if self.chance(0.3):
            return s.replaced((node, self.pick(["pass", f"import {alias.name}", f"from {alias.name} import *", f"from asyncio import {alias.name}", f"import {alias.name} as x", f"import asyncio.{alias.name}", f"from {alias.name} import asyncio", f"import({alias.name})", f"import {alias.name}.nothing", f"from . import {alias.name}", f"import '{alias.name}'",
                                                  f"import {alias.name},", f"from {alias.name} import", f"import", f"from asyncio import (run, sleep", f"import asyncio import time", f"using {alias.name}", f"include {alias.name}", f"from asyncio import TaskGrup, Quue"])))
        return s.replaced((alias, misspell(self.rng, alias.name.partition(".")[0])))

    # ---- values and operators

    def value_changed(self, s):
        node = self.some([node for node in s.nodes(ast.Constant) if not isinstance(s.parents.get(node), (ast.JoinedStr, ast.FormattedValue))])
        if node is None:
            return None
        words = s.of(node)
        if words.startswith(('"""', "'''")):
            return None
        return s.replaced((node, self.pick([f"str({words})", f"'{words}'" if isinstance(node.value, (int, float)) else words.strip("'\""), f"[{words}]", f"({words},)", f"-{words}", f"{words} + 1", f"{words} + 'a'", f"int({words})", self.pick(VALUES), self.pick(VALUES), f"{words} {words}", f"{words}()", f"{words}.x", f"f{words}", f"b{words}", f"{words}[0]", "0" + words])))

    def value_of_another(self, s):
        values = [node for node in s.nodes(ast.expr) if not isinstance(s.parents.get(node), (ast.JoinedStr, ast.FormattedValue)) and isinstance(getattr(node, "ctx", ast.Load()), ast.Load)]
        node = self.some(values)
        return node and s.replaced((node, s.of(self.pick(values)) if self.chance(0.5) else self.pick(VALUES)))

    def operator_changed(self, s):
        node = self.some(s.nodes(ast.Compare, ast.BinOp, ast.BoolOp))
        if node is None:
            return None
        left = node.left if hasattr(node, "left") else node.values[0]
        right = node.right if hasattr(node, "right") else node.comparators[0] if hasattr(node, "comparators") else node.values[1]
        between = s.span(left)[1], s.span(right)[0]
        return s.replaced((between, self.pick([" = ", " == ", " + ", " - ", " is ", " in ", " not in ", " is not ", " < ", " and ", " or ", " % ", " * ", " ** ", " / ", " := ", " => ", " =! ", " & ", " ", " not ", " not is ", ", ", " += ", " != ", " @ ", " >> "])))

    def format_changed(self, s):
        node = self.some(s.nodes(ast.JoinedStr))
        if node is None:
            return None
        words = s.of(node)
        if "f" not in words[:2]:
            return None
        i = self.rng.randrange(2, len(words))
        return s.replaced((node, self.pick([words.replace("f", "", 1), words.replace("}", "", 1), words.replace("{", "", 1), words.replace("{", "{{", 1), words.replace("}", "}}", 1), words.replace("}", "!}", 1), words.replace("}", ":}", 1), words.replace("}", "!x}", 1), words.replace("}", ":d}", 1), words.replace("}", ":.2f}", 1), words.replace("}", "=}", 1), words.replace("}", " + 1}", 1),
                                             words.replace("}", "()}", 1), words.replace("{", "{await ", 1), words[:-1], words[:i] + words[i + 1:], words[:i] + "{}" + words[i:], words[:i] + "{" + words[i:], words[:i] + "}" + words[i:], words.replace("{", "{'a", 1), words.replace("{", "{\"a\"", 1), words.replace("}", ":>10s}", 1), words.replace("{", "{ ", 1), words.replace("}", ":{}}", 1), words.replace("}", " y}", 1)])))

    # ---- statements

    def returned(self, s):
        node = self.some(s.nodes(ast.Return))
        if node is None or node.value is None:
            return None
        return s.replaced((node, self.pick(["{}", "return", "yield {}", "return await {}", "return {}, 1", "print({})", "return = {}", "yield from {}", "raise {}", "return ({}", "return {};", "await {}", "return [{}]", "return not {}", "pass"]).format(s.of(node.value))))

    def expression_statement(self, s):
        node = self.some(s.nodes(ast.Expr))
        if node is None or isinstance(node.value, ast.Constant):
            return None
        return s.replaced((node, self.pick(["return {}", "yield {}", "x = {}", "await {}", "raise {}", "del {}", "pass", "{}, {}", "print({})", "assert {}", "return await {}", "async {}", "yield from {}", "if {}:", "{} = 1", "{}: int", "{} +=", "with {}: pass", "for x in {}: print(x)", "async for x in {}: print(x)", "async with {}: pass", "async with {} as x: print(x)", "while {}: break", "import {}", "global {}", "match {}:\n", "lambda: {}", "{} if True", "{}.", "({}", "{})", "try: {}", "def {}: pass", "@{}", "not {}", "*{}", "{} as x", "print {}", "exec {}", "{} else 1"]).format(s.of(node.value))))

    def handler_changed(self, s):
        node = self.some(s.nodes(ast.ExceptHandler))
        if node is None:
            return None
        if self.chance(0.3) and node.body:
            return s.replaced((self.pick(node.body), self.pick(["pass", "raise", "raise ValueError('again')", "return", "continue", "break", "await asyncio.sleep(1)", "raise ValueError from None", f"raise {node.name or 'error'}", f"print({node.name or 'error'})", f"raise KeyError from {node.name or 'error'}", "..."])))
        begin, _ = s.span(node)
        end = s.span(node.body[0])[0]
        head = s.bytes[begin:end].decode()
        if ":" not in head:
            return None
        name = f" as {node.name}" if node.name and self.chance(0.8) else ""
        reason = self.pick(REASONS)
        return s.replaced(((begin, begin + head.rindex(":") + 1), self.pick(["except:", f"except {reason}{name}:", f"except {reason}{name}:", f"except* {reason}{name}:", f"except {reason}, e:", f"except {reason} as (a, b):", f"except {reason}{name}", f"catch {reason}:", f"except {name}:", "finally:", "else:", f"except {reason} as {reason}:", f"except ({reason}{name}):"])))

    def statement_replaced(self, s):
        node = self.some(s.nodes(ast.stmt))
        return node and s.replaced((node, self.pick(["pass", "...", "raise"]) if self.chance(0.3) else self.pick(STATEMENTS)))

    def statement_moved(self, s):
        statements = s.nodes(ast.stmt)
        node, other = self.some(statements), self.some(statements)
        if node is None or s.span(node)[0] <= s.span(other)[0] <= s.span(node)[1] or s.span(other)[0] <= s.span(node)[0] <= s.span(other)[1]:
            return None
        return s.replaced((node, s.of(other)), (other, s.of(node) if self.chance(0.6) else "pass"))

    def body_emptied(self, s):
        node = self.some([node for node in s.nodes(ast.stmt) if getattr(node, "body", None)])
        if node is None:
            return None
        begin, end = s.span(node.body[0])[0], s.span(node.body[-1])[1]
        return s.replaced(((begin, end), self.pick(["", "pass", "return", "# nothing", "...", "yield", "await asyncio.sleep(1)"])))

    def decorator_changed(self, s):
        node = self.some(s.nodes(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        if node is None:
            return None
        begin = s.starts[node.lineno - 1] + node.col_offset
        decorator = self.pick(["@staticmethod", "@classmethod", "@property", "@asyncio.coroutine", "@asyncio", "@asyncio.run", "@print", "@contextlib.contextmanager", "@main", "@functools.cache", "@dataclass", "@", "@await x"])
        return s.replaced(((begin, begin), decorator + "\n" + " " * node.col_offset))

    # ---- texts that need not be programs

    def token_changed(self, text):
        tokens = [match for match in TOKEN.finditer(text) if match.lastgroup != "line" and (match.lastgroup not in ("comment", "blank") or self.chance(0.1)) and (not match[0].startswith(('"""', "'''")) or self.chance(0.05))]
        if not tokens:
            return None
        i = self.rng.randrange(len(tokens))
        token = tokens[i]
        word, other = token[0], self.pick(tokens)[0]
        if token.lastgroup == "string" and self.chance(0.7):
            new = self.pick([word[:-1], word[1:], word.replace('"', "'", 1), word.replace('"', "\u201d"), word[:-1] + "'", word + '"', "f" + word, "r" + word, "b" + word, word[:-1] + "\\" + word[-1], word[:len(word) // 2] + "\n" + word[len(word) // 2:], word + word, word[0] + "\\" + word[1:], word[0] + "\\x" + word[1:], word[0] + "\\d" + word[1:], word[1:-1], word.replace(word[-1], '"""')])
        elif token.lastgroup == "name" and self.chance(0.6):
            new = misspell(self.rng, word) if self.chance(0.8) else self.pick(KEYWORDS)
        elif token.lastgroup == "number" and self.chance(0.6):
            new = self.pick(["0" + word, word + "s", word + "_", word.replace(".", ","), word.replace(".", ".."), "." + word, word + ".", word + "e", "0x" + word, word + "j", word + "if", word + "__0", word + "L", word + ".5.5"])
        elif token.lastgroup == "op" and self.chance(0.5):
            new = self.pick(["(", ")", "[", "]", "{", "}", ":", ",", ".", "=", "==", "+", "-", "*", ";", "!=", "<", ":=", "!", "->", "+=", "%", "@", "&", "|", "**", "=="])
        else:
            new = self.pick(["", "", "", word + word, word + " " + word, word + " " + other, other + " " + word, other, self.pick(FOREIGN), word + self.pick(FOREIGN), self.pick(FOREIGN) + word, self.pick(KEYWORDS), word + " " + self.pick(KEYWORDS), self.pick(KEYWORDS) + " " + word])
        return text[:token.start()] + new + text[token.end():]

    def tokens_swapped(self, text):
        tokens = [match for match in TOKEN.finditer(text) if match.lastgroup not in ("line", "comment", "blank") and not match[0].startswith(('"""', "'''"))]
        if len(tokens) < 3:
            return None
        i = self.rng.randrange(len(tokens) - 1)
        a, b = tokens[i], tokens[i + 1]
        return text[:a.start()] + b[0] + text[a.end():b.start()] + a[0] + text[b.end():]

    def mark_left_out(self, text):
        marks = [match for match in re.finditer(r"[][(){}:,.=\"'@*]", text)]
        if not marks:
            return None
        mark = self.pick(marks)
        return text[:mark.start()] + text[mark.end():]

    def mark_too_much(self, text):
        i = self.rng.randrange(len(text) + 1)
        while i < len(text) and text[i].isalnum() and self.chance(0.8):
            i += 1
        return text[:i] + self.pick(["(", ")", "[", "]", "{", "}", ":", ",", ".", "=", ";", "'", '"', " ", "  ", "\n", "\n    ", "\t", "#", "\\", "\\\n", "*", "@", "!"]) + text[i:]

    def line_changed(self, text):
        lines = text.splitlines(keepends=True)
        full = [i for i, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
        if len(full) < 3:
            return None
        where = self.rng.randrange(len(full) - 1)
        i, next_one = full[where], full[where + 1]
        line = lines[i]
        indent = line[:len(line) - len(line.lstrip())]
        lines[i:i + 1] = self.pick([
            [], [], [line, line], ["    " + line], [line[4:] if indent else " " + line], [" " + line], [line[1:] if indent else line], ["\t" + line.lstrip()], ["\t" + line], [line.replace("    ", "\t")], [line.lstrip()], ["# " + line], [indent + self.pick(STATEMENTS) + "\n", line], [line, indent + self.pick(STATEMENTS) + "\n"],
            [indent + "    " + self.pick(STATEMENTS) + "\n", line], [line, indent + "    " + self.pick(STATEMENTS) + "\n"], [line.rstrip("\n") + ";\n"], [line.rstrip("\n") + ":\n"], [line.rstrip("\n").rstrip(":,") + "\n"], [line.rstrip("\n") + " "], [line.rstrip("\n")], [line.rstrip("\n") + "\\\n"], [line.rstrip("\n") + " {\n", indent + "}\n"],
            [line.rstrip("\n") + self.pick([")", "(", "]", "}", "'", '"', ",", " #", " = 1", " and", " if", ".", "..", " pass", " as x"]) + "\n"], [indent + self.pick(["if True:", "else:", "try:", "finally:", "except Exception:", "while False:", "async with asyncio.timeout(1):", "for i in range(2):", "async def f():", "class A:", "with open:", "if x", "elif True:", "match x:", "case 1:"]) + "\n", line],
            [line.rstrip("\n") + lines[next_one] if next_one < len(lines) else line], [self.pick(lines), line],
        ])
        if self.chance(0.15) and next_one < len(lines) and i < len(lines):
            lines[i], lines[next_one] = lines[next_one], lines[i]
        return "".join(lines)

    def lines_swapped(self, text):
        lines = text.splitlines(keepends=True)
        full = [i for i, line in enumerate(lines) if line.strip()]
        if len(full) < 3:
            return None
        where = self.rng.randrange(len(full) - 1)
        i, k = full[where], full[where + 1] if self.chance(0.7) else self.pick(full)
        lines[i], lines[k] = lines[k], lines[i]
        return "".join(lines)

    def cut_short(self, text):
        """What was typed or copied so far."""
        i = self.rng.randrange(len(text) // 3, len(text) + 1)
        return text[:i] if self.chance(0.5) else text[:i] + "\n"

    def block_indented(self, text):
        lines = text.splitlines(keepends=True)
        if len(lines) < 4:
            return None
        i = self.rng.randrange(len(lines) - 2)
        k = self.rng.randrange(i + 1, min(i + 6, len(lines)))
        change = self.pick([lambda line: "    " + line, lambda line: line[4:] if line.startswith("    ") else line, lambda line: "  " + line, lambda line: "", lambda line: "#" + line, lambda line: line.replace("    ", "\t", 1), lambda line: line.replace("    ", "  ")])
        return "".join(lines[:i] + [change(line) if line.strip() else line for line in lines[i:k]] + lines[k:])

    def pasted(self, text):
        """A piece of the right program once more, somewhere."""
        lines, pieces = text.splitlines(keepends=True), self.right.splitlines(keepends=True)
        if not lines or not pieces:
            return None
        i, k = self.rng.randrange(len(lines) + 1), self.rng.randrange(len(pieces))
        return "".join(lines[:i] + pieces[k:k + self.rng.randrange(1, 5)] + lines[i:])

    def keyword_misspelt(self, text):
        found = [match for match in TOKEN.finditer(text) if match.lastgroup == "name" and match[0] in KEYWORDS]
        if not found:
            return None
        word = self.pick(found)
        return text[:word.start()] + misspell(self.rng, word[0]) + text[word.end():]


W = Writer
TREE_EDITS = [W.await_left_out] * 5 + [W.await_too_much] * 2 + [W.async_left_out] * 2 + [W.async_too_much] * 2 + [W.async_of_comprehension, W.run_in_coroutine, W.sleep_changed] + [W.coroutine_as_value] * 5 + [W.run_changed] * 2 + [
    W.task_lost, W.task_lost, W.other_of_asyncio, W.other_of_asyncio, W.star_of_call, W.method_added, W.method_added, W.parentheses, W.parentheses, W.parentheses] + [W.arguments] * 3 + [W.name_misspelt] * 3 + [W.attribute_misspelt] * 3 + [
    W.attribute_changed, W.another_name, W.definition_changed, W.parameters_changed, W.parameters_changed, W.import_changed, W.value_changed, W.value_changed, W.value_of_another, W.value_of_another, W.operator_changed, W.format_changed,
    W.returned, W.expression_statement, W.expression_statement, W.handler_changed, W.handler_changed, W.statement_replaced, W.statement_replaced, W.statement_moved, W.body_emptied, W.decorator_changed]
TEXT_EDITS = [W.token_changed] * 5 + [W.mark_left_out] * 2 + [W.mark_too_much] * 2 + [W.line_changed] * 6 + [W.keyword_misspelt] * 2 + [W.tokens_swapped, W.lines_swapped, W.lines_swapped, W.cut_short, W.block_indented, W.block_indented, W.pasted]


if __name__ == "__main__":
    sys.stdout.write(Writer(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1).program())
