"""Write a random program of plain Python: arithmetic, strings, containers, classes, exceptions, generators.

Usage: python3 random_python.py SEED [SIZE] > program.py

Every statement stands in a `try` of its own, so that errors are compared too: now and then an operand is of any type. A program
ends by itself and prints nothing that differs from run to run: no addresses, no hashes of strings, no order of sets of strings;
numbers and texts stay small. Nor anything that differs between machines of 32 and of 64 bits, as far as that can be helped.
"""

import random
import sys

HEADER = '''import sys

def show(*values):
    print(*(text(value) for value in values))

def text(value):
    shown = repr(value)
    return shown if len(shown) < 400 else f"{shown[:200]}...{shown[-100:]}({len(shown)})"

def small(number):
    return number if not isinstance(number, int) or abs(number) < 10**60 else number % 1000003

def upto(count, make):
    try:
        for number, value in zip(range(count), make):
            show(number, value)
    except Exception as error:
        failed(error)

def failed(error):
    chain = []
    while error is not None and len(chain) < 5:
        notes = getattr(error, "__notes__", None)
        chain.append(f"{type(error).__name__}: {error}" + (f" {notes}" if notes else ""))
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    print(" <- ".join(chain))

'''

INTS = ["0", "1", "-1", "2", "3", "7", "10", "-5", "255", "256", "2**24", "-2**24", "2**64 - 1", "-2**70", "10**20", "12345678901234567890", "0x1F", "0b1011", "1_000"]
FLOATS = ["0.0", "-0.0", "1.0", "0.1", "-2.5", "3.14159", "1e10", "1e-7", "1e300", "1.5e-300", "123456.789", "2.0**53", "float('inf')", "float('-inf')", "float('nan')", "0.5"]
STRS = ["''", "'a'", "'abc'", "'Hello, World'", "'  padded '", "'one two three'", "'a,b,,c'", "'ÄÖü ß'", "('x' * 5)", "'123'", "'-4'", "'3.5'", "'tab\\tnew\\nline'",
        "'it\\'s'", "'ﬁn'", "'日本'", "'\\U0001f600'", "'Title Case'", "'UPPER'", "'snake_case'", "'a\\u0301'", "'%d %s'", "'{} {}'"]
BYTES = ["b''", "b'abc'", "b'\\x00\\xff'", "b'Hello'", "bytes([1, 2, 250])", "bytes(3)", "b'a,b'"]
NAMES = {"int": "i", "float": "f", "str": "s", "list": "l", "dict": "d", "tuple": "t", "set": "z", "bool": "b", "bytes": "y"}
TYPES = list(NAMES)


class Writer:
    def __init__(self, seed, size=4):
        self.r = random.Random(seed * 7 + size)
        self.size = size
        self.lines = []
        self.indent = 0
        self.vars = {}
        self.counter = 0
        self.functions = []
        self.classes = []

    # ---- helpers

    def pick(self, options):
        return options[self.r.randrange(len(options))]

    def chance(self, share):
        return self.r.random() < share

    def emit(self, line):
        self.lines.append("    " * self.indent + line)

    def fresh(self, stem):
        self.counter += 1
        return f"{stem}{self.counter}"

    def block(self, head, body):
        self.emit(head)
        self.indent += 1
        body()
        self.indent -= 1

    def known(self, kind):
        return [name for name, its in self.vars.items() if its == kind]

    # ---- expressions: text of an expression of a type, as far as luck has it

    def value(self, kind, depth=2):
        if self.chance(0.04):
            kind = self.pick(TYPES)
        names = self.known(kind)
        if names and self.chance(0.45 if depth > 0 else 0.7):
            return self.pick(names)
        return getattr(self, "make_" + kind)(depth)

    def any(self, depth=1):
        return self.value(self.pick(TYPES), depth)

    def make_bool(self, depth):
        if depth <= 0:
            return self.pick(["True", "False", "None", "(1)", "''"])
        return self.pick([
            lambda: f"({self.value('int', depth - 1)} {self.pick(['<', '<=', '==', '!=', '>', '>='])} {self.value('int', depth - 1)})",
            lambda: f"({self.value('float', depth - 1)} {self.pick(['<', '>='])} {self.value('int', depth - 1)} {self.pick(['<', '!='])} {self.value('float', depth - 1)})",
            lambda: f"({self.value('str', depth - 1)} {self.pick(['<', '==', 'in', 'not in', '>='])} {self.value('str', depth - 1)})",
            lambda: f"(not {self.any(depth - 1)})",
            lambda: f"({self.any(depth - 1)} {self.pick(['and', 'or'])} {self.any(depth - 1)})",
            lambda: f"({self.value('int', depth - 1)} in {self.value(self.pick(['list', 'tuple', 'set', 'dict']), depth - 1)})",
            lambda: f"isinstance({self.any(depth - 1)}, {self.pick(['int', 'str', '(int, float)', 'list | tuple', 'dict', 'bool'])})",
            lambda: f"{self.pick(['any', 'all'])}({self.value('list', depth - 1)})",
            lambda: f"({self.value('list', depth - 1)} {self.pick(['<', '==', '>='])} {self.value('list', depth - 1)})",
            lambda: f"{self.value('str', depth - 1)}.{self.pick(['isalpha', 'isdigit', 'isspace', 'isupper', 'islower', 'istitle', 'isidentifier', 'isalnum', 'isnumeric', 'isascii', 'isprintable'])}()",
            lambda: f"{self.value('str', depth - 1)}.{self.pick(['startswith', 'endswith'])}({self.pick([self.value('str', 0), '(%s, %s)' % (self.value('str', 0), self.value('str', 0))])})",
            lambda: f"{self.value('set', depth - 1)}.{self.pick(['issubset', 'issuperset', 'isdisjoint'])}({self.value('set', depth - 1)})",
        ])()

    def operation(self, left, sign, right):
        """Of numbers for sure where it is a product: a list times a large number fills the memory."""
        number = lambda text: text if text[1:-1] in INTS + FLOATS else f"+{text}"
        return f"{number(left)} * {number(right)}" if sign == "*" else f"{left} {sign} {right}"

    def make_int(self, depth):
        if depth <= 0:
            return f"({self.pick(INTS)})"
        a, b = (lambda: self.value("int", depth - 1)), (lambda: self.value("int", 0))
        return self.pick([
            lambda: f"small({self.operation(a(), self.pick(['+', '-', '*']), a())})",
            lambda: f"({a()} {self.pick(['//', '%'])} {b()})",
            lambda: f"({a()} {self.pick(['&', '|', '^'])} {a()})",
            lambda: f"small({a()} {self.pick(['<<', '>>'])} ({b()} % 70))",
            lambda: f"small({a()} ** ({b()} % 6))",
            lambda: f"{self.pick(['-', '~', '+', 'abs'])}({a()})",
            lambda: f"len({self.value(self.pick(['str', 'list', 'dict', 'tuple', 'set', 'bytes']), depth - 1)})",
            lambda: f"int({self.value(self.pick(['str', 'float', 'bool']), depth - 1)})",
            lambda: f"int({self.value('str', depth - 1)}, {self.pick(['2', '8', '10', '16', '36', '0', '1'])})",
            lambda: f"{self.pick(['min', 'max'])}({a()}, {a()})",
            lambda: f"{self.pick(['min', 'max', 'sum'])}({self.value(self.pick(['list', 'tuple', 'set']), depth - 1)})",
            lambda: f"round({self.value('float', depth - 1)})",
            lambda: f"round({a()}, {self.pick(['-1', '-2', '0', '2'])})",
            lambda: f"({a()}).{self.pick(['bit_length()', 'bit_count()', 'conjugate()', 'real', 'numerator'])}",
            lambda: f"{self.value('str', depth - 1)}.{self.pick(['count', 'find', 'index', 'rfind'])}({self.value('str', 0)})",
            lambda: f"{self.value(self.pick(['list', 'tuple']), depth - 1)}.{self.pick(['count', 'index'])}({b()})",
            lambda: f"{self.value(self.pick(['list', 'tuple', 'bytes']), depth - 1)}[{b()}]",
            lambda: f"({a()} if {self.value('bool', depth - 1)} else {a()})",
            lambda: f"ord({self.value('str', depth - 1)}[0])",
            lambda: f"divmod({a()}, {b()})[{self.pick(['0', '1'])}]",
            lambda: f"pow({b()}, abs({b()}) % 50, {b()})",
            lambda: f"int.from_bytes({self.value('bytes', depth - 1)}, {self.pick(['%r' % 'big', '%r' % 'little'])})",
            lambda: f"sum(n for n in {self.value('list', depth - 1)} if isinstance(n, int))",
        ])()

    def make_float(self, depth):
        if depth <= 0:
            return f"({self.pick(FLOATS)})"
        a = lambda: self.value(self.pick(["float", "int"]), depth - 1)
        return self.pick([
            lambda: f"({self.operation(a(), self.pick(['+', '-', '*', '/']), self.value('float', depth - 1))})",
            lambda: f"({a()} {self.pick(['//', '%'])} {self.value('float', 0)})",
            lambda: f"({self.value('int', depth - 1)} / {self.value('int', 0)})",
            lambda: f"float({self.value(self.pick(['str', 'int', 'bool']), depth - 1)})",
            lambda: f"round({self.value('float', depth - 1)}, {self.pick(['0', '1', '2', '3', '-1', '15'])})",
            lambda: f"abs({self.value('float', depth - 1)})",
            lambda: f"(({self.value('float', 0)}) ** ({self.pick(['2', '0.5', '-1', '3', '0'])}))",
            lambda: f"{self.pick(['min', 'max'])}({a()}, {a()})",
            lambda: f"({self.value('float', depth - 1)}).{self.pick(['is_integer()', 'hex()', 'as_integer_ratio()', 'real', 'conjugate()'])}",
            lambda: f"sum([{a()}, {a()}, {a()}])",
        ])()

    def spec(self):
        return self.pick(["", ">10", "<8", "^9", "*^12", "05", "+", ",", "_", "x", "#x", "b", "o", "08b", ".2f", "10.3f", "e", ".3e", "g", ".4g", "%", ".1%", "s", ".2", "=+8", "n", "c", "#b", " d",
                          ">{w}", "{w}.{p}", "!r", "=", "!s:>6", "!a"])

    def formatted(self, depth):
        spec = self.spec().replace("{w}", "{" + self.pick(["8", "12"]) + "}").replace("{p}", "{" + self.pick(["2", "3"]) + "}")
        mark = "" if spec[:1] in ("!", "=") and spec != "=+8" or not spec else ":"
        inner = self.value(self.pick(TYPES), depth - 1).replace("'", '"')
        if '"' in inner and "\\" in inner:
            inner = self.pick(["3", "2.5", "[1]"])
        if inner.startswith("{"):
            inner = f"({inner})"
        return "{" + inner + mark + spec + "}"

    def make_str(self, depth):
        if depth <= 0:
            return self.pick(STRS)
        s = lambda: self.value("str", depth - 1)
        return self.pick([
            lambda: f"({s()} + {s()})",
            lambda: f"({s()} * ({self.value('int', 0)} % 4))",
            lambda: f"{s()}[{self.slice()}]",
            lambda: f"{s()}[{self.value('int', 0)}]",
            lambda: f"{s()}.{self.pick(['upper', 'lower', 'title', 'capitalize', 'swapcase', 'strip', 'lstrip', 'rstrip', 'casefold', 'expandtabs'])}()",
            lambda: f"{s()}.{self.pick(['strip', 'lstrip', 'removeprefix', 'removesuffix', 'rstrip'])}({self.value('str', 0)})",
            lambda: f"{s()}.replace({self.value('str', 0)}, {self.value('str', 0)}{self.pick(['', ', 1', ', count=2'])})",
            lambda: f"{s()}.{self.pick(['center', 'ljust', 'rjust', 'zfill'])}({self.pick(['3', '8', '11'])})",
            lambda: f"{s()}.center(9, {self.pick(['%r' % '-', '%r' % '*', '%r' % 'ab'])})",
            lambda: f"{s()}.join({self.pick([self.value('list', depth - 1), '[str(n) for n in %s]' % self.value('list', depth - 1), s()])})",
            lambda: f"{self.pick(['str', 'repr', 'ascii'])}({self.any(depth - 1)})",
            lambda: "f'" + self.pick(["", "x ", "<"]) + self.formatted(depth) + self.pick(["", "!", ">"]) + "'",
            lambda: f"format({self.any(depth - 1)}, {self.spec()!r})" if self.chance(0.9) else f"format({self.any(0)})",
            lambda: f"({self.pick(['%r' % '%s', '%r' % '%d', '%r' % '%5.2f', '%r' % '%x', '%r' % '%r', '%r' % '%-6s|', '%r' % '%+d', '%r' % '%05d', '%r' % '%e', '%r' % '%c', '%r' % '%%', '%r' % '%s %s'])} % {self.any(depth - 1)})",
            lambda: f"{self.pick(['%r' % '{} {}', '%r' % '{0}{1}{0}', '%r' % '{:>8}', '%r' % '{!r}', '%r' % '{x}', '%r' % '{0[0]}', '%r' % '{:{!s:.3}}', '%r' % '{0.real}'])}.format({self.any(depth - 1)}, {self.any(0)})",
            lambda: f"{self.pick(['bin', 'hex', 'oct', 'chr'])}({self.value('int', 0)})",
            lambda: f"({s()} if {self.value('bool', depth - 1)} else {s()})",
            lambda: f"{self.pick(['min', 'max'])}({s()}, {s()})",
            lambda: f"''.join({self.pick(['reversed', 'sorted'])}({s()}))",
            lambda: f"{self.value('bytes', depth - 1)}.{self.pick(['hex()', 'decode()', 'decode(%r)' % 'latin-1', 'decode(%r, %r)' % ('ascii', 'replace')])}",
            lambda: f"{s()}.translate(str.maketrans({self.pick(['%r, %r' % ('abc', 'xyz'), '{97: None, 98: %r}' % 'BB', '%r, %r, %r' % ('a', 'b', 'lo')])}))",
            lambda: f"type({self.any(depth - 1)}).__name__",
        ])()

    def slice(self):
        part = lambda: self.pick(["", "", "0", "1", "2", "-1", "-2", "5", "100", "-100"])
        return f"{part()}:{part()}" + self.pick(["", "", ":" + self.pick(["1", "2", "-1", "-2", "3", "0"])])

    def items(self, kinds, low=0, high=4):
        kind = self.pick(kinds)
        return ", ".join(self.value(kind, 0) for _ in range(self.r.randint(low, high)))

    def make_list(self, depth):
        if depth <= 0:
            return f"[{self.items(['int', 'int', 'str', 'float'])}]"
        source = lambda: self.value(self.pick(["list", "tuple", "list"]), depth - 1)
        return self.pick([
            lambda: f"[{self.items(TYPES)}]",
            lambda: f"[{self.value('int', 0)}, *{source()}]",
            lambda: f"({source()} + {source()})",
            lambda: f"({source()} * ({self.value('int', 0)} % 4))",
            lambda: f"{source()}[{self.slice()}]",
            lambda: f"sorted({source()}{self.pick(['', ', reverse=True', ', key=str', ', key=lambda v: (str(type(v)), str(v))', ', key=len'])})",
            lambda: f"list({self.pick(['reversed', 'enumerate', 'iter', 'dict.fromkeys'])}({source()}))",
            lambda: f"list(range({self.value('int', 0)} % 9, {self.value('int', 0)} % 20, {self.pick(['1', '2', '3', '-1', '0'])}))",
            lambda: f"[{self.pick(['n', 'n * 2', 'n + 1', '(n, n)', 'str(n)', 'n and n', '[n]', '-n'])} for n in {source()}{self.pick(['', ' if n', ' if n != 1', ' if str(n) > %r' % '2'])}]",
            lambda: f"[(a, b) for a in {source()} for b in {source()} if a != b][:6]",
            lambda: f"list({self.pick(['map(str, ', 'filter(None, ', 'zip(range(3), ', 'map(lambda v: v + v, '])}{source()}))",
            lambda: f"list(zip({source()}, {source()}{self.pick(['', ', strict=True'])}))",
            lambda: f"{self.value('str', depth - 1)}.{self.pick(['split()', 'splitlines()', 'split(%s)' % self.value('str', 0), 'rsplit(None, 1)', 'split(%r, 1)' % ',', 'partition(%s)' % self.value('str', 0), 'rpartition(%r)' % ' '])}",
            lambda: f"list({self.value('dict', depth - 1)}{self.pick(['', '.items()', '.values()', '.keys()'])})",
            lambda: f"sorted({self.value('set', depth - 1)})",
            lambda: f"list({self.value('str', depth - 1)})",
            lambda: f"list({self.value('bytes', depth - 1)})",
        ])()

    def make_tuple(self, depth):
        if depth <= 0:
            return f"({self.items(['int', 'str'], 1, 3)},)"
        return self.pick([
            lambda: f"({self.items(TYPES, 1, 4)},)",
            lambda: f"tuple({self.value('list', depth - 1)})",
            lambda: f"({self.value('tuple', depth - 1)} + {self.value('tuple', depth - 1)})",
            lambda: f"{self.value('tuple', depth - 1)}[{self.slice()}]",
            lambda: f"divmod({self.value('int', depth - 1)}, {self.value('int', 0)})",
            lambda: f"{self.value('str', depth - 1)}.partition({self.value('str', 0)})",
            lambda: f"tuple(n for n in {self.value('list', depth - 1)})",
        ])()

    def make_dict(self, depth):
        if depth <= 0:
            return "{" + ", ".join(f"{self.value(self.pick(['str', 'int']), 0)}: {self.value('int', 0)}" for _ in range(self.r.randint(0, 3))) + "}"
        return self.pick([
            lambda: "{" + ", ".join(f"{self.any(0)}: {self.any(0)}" for _ in range(self.r.randint(0, 4))) + "}",
            lambda: f"dict(zip({self.value('list', depth - 1)}, {self.value('list', depth - 1)}))",
            lambda: f"({self.value('dict', depth - 1)} | {self.value('dict', depth - 1)})",
            lambda: "{**" + self.value("dict", depth - 1) + f", {self.value('str', 0)}: {self.value('int', 0)}" + "}",
            lambda: "{" + f"k: v for k, v in enumerate({self.value('list', depth - 1)})" + "}",
            lambda: f"dict.fromkeys({self.value(self.pick(['str', 'list', 'tuple']), depth - 1)}, {self.value('int', 0)})",
            lambda: f"dict(a={self.any(0)}, b={self.any(0)})",
            lambda: f"dict(sorted({self.value('dict', depth - 1)}.items(), key=str))",
        ])()

    def make_set(self, depth):
        number = lambda: self.pick(["0", "1", "2", "3", "4", "5", "6", "7"])
        if depth <= 0:
            return "{" + ", ".join(number() for _ in range(self.r.randint(1, 4))) + "}"
        return self.pick([
            lambda: f"({self.value('set', depth - 1)} {self.pick(['|', '&', '-', '^'])} {self.value('set', depth - 1)})",
            lambda: "{n % 8 for n in range(" + number() + ")}",
            lambda: f"{self.value('set', depth - 1)}.{self.pick(['union', 'intersection', 'difference', 'symmetric_difference'])}([{number()}, {number()}])",
            lambda: f"frozenset([{number()}, {number()}])",
        ])()

    def make_bytes(self, depth):
        if depth <= 0:
            return self.pick(BYTES)
        return self.pick([
            lambda: f"({self.value('bytes', depth - 1)} + {self.value('bytes', depth - 1)})",
            lambda: f"{self.value('bytes', depth - 1)}[{self.slice()}]",
            lambda: f"{self.value('str', depth - 1)}.encode({self.pick(['', '%r' % 'latin-1', '%r, %r' % ('ascii', 'ignore'), '%r' % 'ascii', '%r, %r' % ('ascii', 'backslashreplace')])})",
            lambda: f"({self.value('int', 0)} % 65536).to_bytes({self.pick(['2', '4', '1'])}, {self.pick(['%r' % 'big', '%r' % 'little'])})",
            lambda: f"bytearray({self.value('bytes', depth - 1)}[:])",  # of a number it would be so many zeros
            lambda: f"{self.value('bytes', depth - 1)}.{self.pick(['upper()', 'replace(b%r, b%r)' % ('a', 'zz'), 'split(b%r)' % ',', 'strip()', 'find(b%r)' % 'b', 'title()', 'center(9, b%r)' % '-'])}",
        ])()

    # ---- statements

    def guarded(self, body):
        """In a try of its own: an error is printed and the program goes on."""
        self.block("try:", body)
        self.block("except Exception as error:", lambda: self.emit("failed(error)"))

    def statement(self):
        self.pick([self.assign] * 6 + [self.show] * 6 + [self.mutate] * 5 + [self.loop] * 2 + [self.branch] * 2 + [self.function] * 2 + [self.klass, self.generator, self.unpack,
                  self.tries, self.matches, self.comprehend, self.closure, self.with_block, self.call, self.use_class, self.delete, self.asserts, self.group])()

    def assign(self):
        kind = self.pick(TYPES)
        names = self.known(kind)
        name = self.pick(names) if names and self.chance(0.3) else self.fresh(NAMES[kind])
        if names and self.chance(0.25):
            name = self.pick(names)
            operation = self.pick({"int": ["+=", "-=", "|=", "//="], "float": ["+=", "*=", "/="], "str": ["+="], "list": ["+=", "*="], "set": ["|=", "&=", "-="], "dict": ["|="],
                                   "tuple": ["+="], "bytes": ["+="], "bool": ["&=", "^="]}[kind])
            right = self.value(kind, 1) if operation != "*=" else "2" if kind == "list" else self.pick(FLOATS)
            self.guarded(lambda: (self.emit(f"{name} {operation} {right}"), self.emit(f"{name} = small({name})") if kind == "int" else None,
                                  self.emit(f"{name} = {name}[:12]") if kind in ("list", "str", "tuple", "bytes") else None))
        else:
            value = self.value(kind, self.r.randint(1, 3))
            default = {"int": "1", "float": "1.5", "str": "'s'", "list": "[1]", "dict": "{}", "tuple": "(1,)", "set": "{1}", "bool": "True", "bytes": "b'x'"}[kind]
            if name not in self.vars:
                self.emit(f"{name} = {default}")
            self.guarded(lambda: self.emit(f"{name} = {value}"))
        self.vars[name] = kind

    def show(self):
        self.guarded(lambda: self.emit(f"show({', '.join(self.any(self.r.randint(1, 3)) for _ in range(self.r.randint(1, 3)))})"))

    def mutate(self):
        kind = self.pick(["list", "dict", "set"])
        names = self.known(kind)
        if not names:
            return self.assign()
        name = self.pick(names)
        v, k = (lambda: self.any(0)), (lambda: self.value(self.pick(["int", "str"]), 0))
        options = {
            "list": [lambda: f".append({v()})", lambda: f".extend({self.value(self.pick(['list', 'str', 'tuple']), 1)})", lambda: f".insert({self.value('int', 0)} % 5, {v()})",
                     lambda: f".pop({self.pick(['', '0', '-1', '9'])})", lambda: f".remove({v()})", lambda: ".reverse()", lambda: f".sort({self.pick(['', 'reverse=True', 'key=str'])})",
                     lambda: f"[{self.pick(['0', '-1', '1', '7'])}] = {v()}", lambda: f"[{self.slice()}] = {self.value('list', 0)}", lambda: ".copy()", lambda: ".clear()"],
            "dict": [lambda: f"[{k()}] = {v()}", lambda: f".pop({k()}{self.pick(['', ', None'])})", lambda: f".setdefault({k()}, {v()})", lambda: f".update({self.value('dict', 0)})",
                     lambda: f".get({k()})", lambda: ".popitem()", lambda: f"[{k()}]", lambda: f".update(x={v()})", lambda: f"[{self.value('list', 0)}] = 1"],
            "set": [lambda: f".add({self.pick('01234567')})", lambda: f".discard({self.pick('01234567')})", lambda: f".remove({self.pick('01234567')})", lambda: f".update([{self.pick('01234567')}])",
                    lambda: f".add([{self.value('int', 0)}])", lambda: f".intersection_update({self.value('set', 0)})"],
        }[kind]
        act = self.pick(options)()
        if " = " in act:
            self.guarded(lambda: self.emit(name + act))
        else:
            self.guarded(lambda: self.emit(f"show({name}{act})"))
        self.guarded(lambda: self.emit(f"show({name})"))

    def body(self, count=None):
        for _ in range(count or self.r.randint(1, 2)):
            self.pick([self.show, self.assign, self.show])()

    def loop(self):
        name = self.fresh("n")
        source = self.pick([f"range({self.r.randint(0, 5)})", self.value("list", 1), self.value("str", 0), f"enumerate({self.value('list', 0)})", self.value("dict", 1),
                            f"zip({self.value('list', 0)}, {self.value('str', 0)})", f"sorted({self.value('set', 1)})"])

        def inside():
            def steps():
                self.emit(f"show({name})")
                if self.chance(0.4):
                    self.emit(f"if {self.value('bool', 1)}: {self.pick(['break', 'continue'])}")
                if self.chance(0.5):
                    self.body(1)
            self.block(f"for {name} in {source}:", steps)
            if self.chance(0.4):
                self.block("else:", lambda: self.emit("print('no break')"))
        if self.chance(0.25):
            counter = self.fresh("c")

            def counted():
                self.emit(f"{counter} += 1")
                self.body(1)
            self.emit(f"{counter} = 0")
            self.guarded(lambda: self.block(f"while {counter} < {self.r.randint(1, 4)}:", counted))
        else:
            self.guarded(inside)

    def branch(self):
        def whole():
            self.block(f"if {self.value('bool', 2)}:", self.body)
            if self.chance(0.4):
                self.block(f"elif {self.any(1)}:", self.body)
            if self.chance(0.7):
                self.block("else:", self.body)
        self.guarded(whole)

    def function(self):
        name = self.fresh("fn")
        shape = self.pick(["a, b", "a, b=2", "a, *rest", "a, *, key=1", "a, /, b=3", "*args, **kwargs", "a, b=(), *args, c=4, **more", "a: int = 1, b: 'str' = 'x'"])
        inside = dict(self.vars)

        def write():
            if self.chance(0.3):
                self.emit(f"global_value = {self.any(1)}")
            shown = [part.strip().lstrip("*").split("=")[0].split(":")[0].strip() for part in shape.split(",")]
            self.emit(f"show({', '.join(part for part in shown if part not in ('', '/'))})")
            if self.chance(0.4):
                self.body(1)
            self.emit(f"return {self.any(2)}")
        self.block(f"def {name}({shape}):", write)
        self.vars = inside
        self.functions.append(name)
        self.call(name)

    def call(self, name=None):
        if name is None:
            if not self.functions:
                return self.show()
            name = self.pick(self.functions)
        parts = [self.any(1) for _ in range(self.r.randint(0, 3))]
        if self.chance(0.3):
            parts.append(f"{self.pick(['b', 'key', 'c', 'other'])}={self.any(0)}")
        if self.chance(0.2):
            parts.insert(0, f"*{self.value('list', 0)}")
        if self.chance(0.15):
            parts.append("**{'k': 1}")
        self.guarded(lambda: self.emit(f"show({name}({', '.join(parts)}))"))

    def closure(self):
        name = self.fresh("make")

        def write():
            self.emit(f"count = {self.value('int', 0)}")

            def inner():
                self.emit("nonlocal count")
                self.emit("count = small(count + step)")
                self.emit("return count")
            self.block("def inner(step=1):", inner)
            self.emit("return inner")
        self.block(f"def {name}():", write)
        self.guarded(lambda: (self.emit(f"made = {name}()"), self.emit(f"show(made(), made({self.any(0)}), {name}()(2))"),
                              self.emit(f"show([f() for f in [lambda n=n: n * 2 for n in range({self.r.randint(1, 4)})]])")))

    def klass(self):
        name = self.fresh("Class")
        base = self.pick(self.classes) if self.classes and self.chance(0.5) else self.pick(["", "", "int", "list", "dict", "str", "Exception"])

        def write():
            if self.chance(0.5):
                self.emit(f"shared = {self.any(0)}")
            plain = base in ("",) or base in self.classes
            if plain and self.chance(0.8):
                self.block("def __init__(self, value=3, *more):", lambda: (self.emit("self.value = value"), self.emit("self.more = more")))
            for method in self.r.sample(["__repr__", "__eq__", "__add__", "__radd__", "__len__", "__getitem__", "__call__", "__lt__", "__contains__", "__iter__", "__bool__", "__getattr__",
                                         "__enter__", "__hash__", "__neg__", "__iadd__", "__format__", "__setattr__"], self.r.randint(1, 4)):
                getattr(self, "method_" + method.strip("_"))(name)
            if self.chance(0.4):
                self.emit("@property")
                self.block("def double(self):", lambda: self.emit("return self.value * 2"))
            if self.chance(0.3):
                self.emit("@classmethod")
                self.block("def build(cls, *args):", lambda: self.emit("return cls(*args)"))
            if self.chance(0.3):
                self.emit("@staticmethod")
                self.block("def helper(a, b=1):", lambda: self.emit("return (a, b)"))
            self.block("def describe(self):", lambda: self.emit(f"return f\"{{type(self).__name__}} {{getattr(self, 'value', None)!r}}\""))
            if base and self.chance(0.4):
                self.block("def describe(self):", lambda: self.emit("return 'sub ' + super().describe()"))
        self.guarded(lambda: self.block(f"class {name}({base}):" if base else f"class {name}:", write))
        self.classes.append(name)
        self.use_class(name)

    def method_repr(self, name):
        self.block("def __repr__(self):", lambda: self.emit(f"return '<{name} ' + str(getattr(self, 'value', '-')) + '>'"))

    def method_eq(self, name):
        self.block("def __eq__(self, other):", lambda: self.emit(self.pick(["return NotImplemented", "return type(self) is type(other)", "return True"])))

    def method_add(self, name):
        self.block("def __add__(self, other):", lambda: self.emit(self.pick(["return NotImplemented", "return ('add', other)", f"return {self.any(0)}", "return self.value + other"])))

    def method_radd(self, name):
        self.block("def __radd__(self, other):", lambda: self.emit(self.pick(["return NotImplemented", "return ('radd', other)", "return other + 1"])))

    def method_iadd(self, name):
        self.block("def __iadd__(self, other):", lambda: self.emit(self.pick(["return self", "return ('iadd', other)", "return NotImplemented"])))

    def method_len(self, name):
        self.block("def __len__(self):", lambda: self.emit(f"return {self.pick(['3', '0', '-1', '%r' % 'x', '2'])}"))

    def method_getitem(self, name):
        self.block("def __getitem__(self, key):", lambda: (self.emit("if isinstance(key, int) and key > 3: raise IndexError(key)"), self.emit("return (key, 'item')")))

    def method_call(self, name):
        self.block("def __call__(self, *args, **kwargs):", lambda: self.emit("return args, kwargs"))

    def method_lt(self, name):
        self.block("def __lt__(self, other):", lambda: self.emit(self.pick(["return True", "return NotImplemented", "return id(self) == id(other)"])))

    def method_contains(self, name):
        self.block("def __contains__(self, item):", lambda: self.emit("return item == 3"))

    def method_iter(self, name):
        self.block("def __iter__(self):", lambda: self.emit(self.pick(["yield from (1, 2)", "return iter('ab')", "return 3", "yield self.value"])))

    def method_bool(self, name):
        self.block("def __bool__(self):", lambda: self.emit(self.pick(["return False", "return True", "return 3"])))

    def method_getattr(self, name):
        self.block("def __getattr__(self, name):", lambda: (self.emit("if name.startswith('_') or name == 'value': raise AttributeError(name)"), self.emit("return 'got ' + name")))

    def method_setattr(self, name):
        self.block("def __setattr__(self, name, value):", lambda: self.emit("object.__setattr__(self, name, ('set', value))"))

    def method_enter(self, name):
        self.block("def __enter__(self):", lambda: self.emit("return 'entered'"))
        self.block("def __exit__(self, kind, error, place):", lambda: (self.emit("print('exit', kind and kind.__name__)"), self.emit(self.pick(["return True", "return False", "pass"]))))

    def method_hash(self, name):
        self.block("def __hash__(self):", lambda: self.emit(self.pick(["return 7", "return 'x'", "return hash(3)"])))

    def method_neg(self, name):
        self.block("def __neg__(self):", lambda: self.emit("return 'negative'"))

    def method_format(self, name):
        self.block("def __format__(self, spec):", lambda: self.emit("return 'formatted ' + spec"))

    def use_class(self, name=None):
        if name is None:
            if not self.classes:
                return self.show()
            name = self.pick(self.classes)
        made = self.fresh("obj")

        def uses():
            self.emit(f"{made} = {name}({', '.join(self.any(0) for _ in range(self.r.randint(0, 2)))})")
            self.emit(f"{made}.describe()")
        self.emit(f"{made} = None")
        self.guarded(uses)
        for _ in range(self.r.randint(1, 3)):
            use = self.pick([f"{made} + {self.any(0)}", f"{self.any(0)} + {made}", f"len({made})", f"{made}[{self.value('int', 0)}]", f"{made}(1, a=2)", f"{made} < {self.any(0)}", f"3 in {made}",
                             f"list({made})", f"bool({made})", f"{made}.missing", f"{made}.describe()", f"{made} == {made}", f"-{made}", f"{made}.double", f"{name}.build(1)", f"{made}.helper(5)",
                             f"hash({made}) == hash({made})", "'.' + f'{%s:>5}'" % made, f"{made}.shared", f"{name}.shared", f"isinstance({made}, {name})", f"{name}.__mro__[1:][:1]", f"{name}.__name__",
                             f"sorted([{made}, {made}]) and 1", f"{made} != 3", f"[*{made}]", f"{made}.value", f"str({made})[:3]", f"{made} is None", f"vars({made})", f"{name}.nothing"])
            self.guarded(lambda: self.emit(f"show(text({use}).split(' at 0x')[0])"))
        if self.chance(0.3):
            self.guarded(lambda: (self.emit(f"{made} += {self.any(0)}"), self.emit(f"show(text({made}).split(' at 0x')[0])")))
        if self.chance(0.2):
            self.guarded(lambda: self.block(f"with {made} as entered:", lambda: (self.emit("show(text(entered).split(' at 0x')[0])"), self.emit(f"show({self.any(2)})"))))

    def generator(self):
        name = self.fresh("gen")

        def write():
            def steps():
                self.emit(f"got = yield {self.any(1)}")
                self.emit("show('sent', got)")
                if self.chance(0.4):
                    self.emit(f"yield from {self.value(self.pick(['list', 'str', 'tuple']), 1)}")
            if self.chance(0.5):
                self.block("try:", steps)
                self.pick([lambda: self.block("finally:", lambda: self.emit("print('closed')")),
                           lambda: self.block("except ValueError as error:", lambda: self.emit("yield ('caught', str(error))"))])()
            else:
                steps()
            self.emit(f"return {self.any(0)}")
        self.block(f"def {name}():", write)
        made = self.fresh("g")
        self.emit(f"{made} = {name}()")
        for _ in range(self.r.randint(1, 4)):
            act = self.pick([f"next({made})", f"{made}.send({self.any(0)})", f"{made}.throw(ValueError('thrown'))", f"{made}.close()", f"next({made}, 'over')", f"list({made})[:5]"])
            self.guarded(lambda: self.emit(f"show({act})"))
        self.guarded(lambda: self.emit(f"upto(3, {name}())"))

    def unpack(self):
        target = self.pick(["a, b", "a, *b", "*a, b", "a, (b, c)", "[a, b, c]", "a, *b, c", "(a, b), *c"])
        names = [part for part in target.replace("(", "").replace(")", "").replace("[", "").replace("]", "").replace("*", "").split(", ")]
        self.guarded(lambda: (self.emit(f"{target} = {self.value(self.pick(['list', 'tuple', 'str', 'dict', 'int']), 1)}"), self.emit(f"show({', '.join(names)})")))

    def tries(self):
        kinds = ["ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "(ValueError, TypeError)", "ArithmeticError", "LookupError", "Exception", "AttributeError"]

        def whole():
            self.block("try:", lambda: self.emit(self.pick([f"show({self.any(3)})", f"raise {self.pick(['ValueError', 'KeyError', 'RuntimeError'])}({self.any(0)})", f"show({self.value('int', 3)})"])))
            self.block(f"except {self.pick(kinds)} as caught:", lambda: (self.emit("show(type(caught).__name__, str(caught), caught.args)"), self.emit(
                self.pick(["pass", "raise", "raise RuntimeError('again') from caught", "raise LookupError('while')", "caught.add_note('noted'); raise", "raise OSError('No such thing') from None"]))))
            if self.chance(0.4):
                self.block("else:", lambda: self.emit("print('fine')"))
            if self.chance(0.5):
                self.block("finally:", lambda: self.emit("print('finally')"))
        self.guarded(whole)

    def group(self):
        def whole():
            self.block("try:", lambda: self.emit(f"raise ExceptionGroup('many', [ValueError({self.any(0)}), TypeError('t'), ExceptionGroup('in', [KeyError('k'), ValueError(2)])])"))
            self.block(f"except* {self.pick(['ValueError', 'TypeError', '(KeyError, TypeError)', 'OSError'])} as some:", lambda: self.emit("show(some.message, [type(e).__name__ for e in some.exceptions])"))
            if self.chance(0.5):
                self.block("except* KeyError as some:", lambda: self.emit("show(some.exceptions)"))
        self.guarded(whole)

    def matches(self):
        def cases():
            for pattern in self.r.sample(["0", "int() | float()", "str() as word", "[]", "[first]", "[first, *rest]", "(a, b)", "{'a': found}", "{'a': 1, **others}", "True", "None", "[int(), str()]",
                                          "str() if len(str(subject)) > 4", "bytes()", "{}", "-1 | 1", "'abc'", "set()"], self.r.randint(2, 4)):
                shown = "'matched'"
                for name in ("word", "first", "rest", "found", "others"):
                    if name in pattern:
                        shown += f", {name}"
                self.block(f"case {pattern}:", lambda: self.emit(f"show({pattern!r}, {shown})"))
            self.block("case _:", lambda: self.emit("print('other')"))
        self.guarded(lambda: (self.emit(f"subject = {self.any(2)}"), self.block("match subject:", cases)))

    def comprehend(self):
        self.guarded(lambda: self.emit("show(" + self.pick([
            f"{{k: [v for v in {self.value('list', 0)} if v != k] for k in {self.value('list', 0)}}}",
            f"[[row * col for col in range({self.r.randint(1, 4)})] for row in range({self.r.randint(1, 4)})]",
            f"sum(x * x for x in range({self.r.randint(1, 30)}) if x % {self.r.randint(1, 4)} == 0)",
            f"max({self.value('list', 1)}, key=lambda v: str(v), default={self.any(0)})",
            f"sorted({{len(str(v)) for v in {self.value('list', 1)}}})",
            f"[y := {self.value('int', 0)}, y + 1]",
            f"dict(zip(*[iter({self.value('list', 1)})] * 2))",
            f"next((v for v in {self.value('list', 1)} if v), 'none')",
            f"''.join(c for c in {self.value('str', 1)} if c.isalpha())",
        ]) + ")"))

    def with_block(self):
        name = self.fresh("Manager")

        def write():
            self.block("def __enter__(self):", lambda: (self.emit("print('enter')"), self.emit("return 7")))
            self.block("def __exit__(self, *error):", lambda: (self.emit("print('exit', error[0] and error[0].__name__)"), self.emit(f"return {self.pick(['True', 'False', 'None'])}")))
        self.block(f"class {name}:", write)
        self.guarded(lambda: self.block(f"with {name}() as inner, {name}():", lambda: self.emit(f"show(inner, {self.any(3)})")))

    def delete(self):
        names = self.known("list") + self.known("dict")
        if not names:
            return self.show()
        name = self.pick(names)
        self.guarded(lambda: self.emit(f"del {name}[{self.pick([self.slice(), '0', '-1', self.value('str', 0), '99'])}]"))
        self.guarded(lambda: self.emit(f"show({name})"))

    def asserts(self):
        self.guarded(lambda: self.emit(f"assert {self.value('bool', 2)}{self.pick(['', ', %s' % self.any(1)])}"))

    def program(self):
        self.lines = [HEADER]
        for _ in range(6 * self.size):
            self.statement()
        return "\n".join(self.lines) + "\n"


if __name__ == "__main__":
    print(Writer(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 4).program())
