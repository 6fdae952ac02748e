"""Write a random program that uses the language widely: descriptors, metaclasses, patterns, exception groups, formats, library classes.

Usage: python3 random_language.py SEED [SIZE] > program.py

Every statement is a small scene with random parts; expressions are those of random_python.py. The same rules hold: a program ends
by itself, each scene stands in a `try` of its own, and nothing is printed that differs from run to run.
"""

import sys

from random_python import HEADER as PYTHON_HEADER
from random_python import Writer as PythonWriter

HEADER = PYTHON_HEADER + '''import bisect, collections, copy, dataclasses, enum, functools, heapq, itertools, operator, types
from dataclasses import dataclass, field

def plain(value):
    return text(value).split(" at 0x")[0]

def each(*makers):
    for make in makers:
        try:
            print(plain(make()))
        except BaseException as error:
            failed(error)

def tell(*words):
    print("told", *words)
    return words[-1]

'''

COMPARE = ["<", "<=", "==", "!=", ">", ">="]
ARITHMETIC = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "and": "&", "or": "|", "xor": "^", "lshift": "<<", "rshift": ">>", "matmul": "@"}
ERRORS = ["ValueError", "KeyError", "TypeError", "IndexError", "RuntimeError", "OSError", "ZeroDivisionError", "LookupError", "StopIteration", "AssertionError"]


class Writer(PythonWriter):
    def program(self):
        self.lines = [HEADER]
        scenes = [self.descriptor, self.slots, self.metaclass, self.hooks, self.patterns, self.groups, self.notes, self.generators, self.closures, self.comprehensions, self.formats, self.buffers,
                  self.set_operators, self.views, self.slices, self.numbers, self.conversions, self.decorators, self.managers, self.dataclass, self.enums, self.itertools, self.functools, self.collections,
                  self.sorting, self.texts, self.nests, self.stars, self.lookups, self.operators, self.attributes, self.code, self.escapes, self.iterators, self.calls, self.chains, self.deletes]
        for _ in range(4 * self.size):
            if self.chance(0.2):
                self.statement()
            else:
                self.guarded(self.pick(scenes))
        return "\n".join(self.lines) + "\n"

    # ---- helpers

    def many(self, options, low=1, high=4):
        return [self.pick(options) for _ in range(self.r.randint(low, high))]

    def some(self, options, low=1):
        return self.r.sample(options, self.r.randint(low, len(options)))

    def text_block(self, text):
        for line in text.strip("\n").split("\n"):
            self.emit(line)

    def each(self, *expressions):
        for expression in expressions:
            self.emit(f"each(lambda: {expression})")

    def number(self, low=-3, high=9):
        return str(self.r.randint(low, high))

    def simple(self):
        return self.pick([self.number(), "'ab'", "2.5", "None", "True", "[1, 2]", "(3, 4)", "{'a': 1}", "b'x'", "{1, 2}", "''"])

    def error(self):
        kind = self.pick(ERRORS)  # numbers of an OSError are the machine's
        return f"{kind}({self.pick([self.simple(), '', repr('words'), repr('one') if kind == 'OSError' else '1, 2'])})"

    def choose(self, share, text):
        return text if self.chance(share) else ""

    # ---- classes

    def descriptor(self):
        name = self.fresh("Desc")

        def write():
            self.text_block("def __set_name__(self, owner, name):\n    self.name = name\n    tell('named', owner.__name__, name)")
            self.text_block(f"def __get__(self, obj, owner=None):\n    {self.choose(0.5, 'if obj is None: return self')}\n    return {self.pick(['obj.__dict__.get(self.name, 0)', repr('got'), 'tell(self.name, obj is None)'])}")
            if self.chance(0.6):
                self.text_block(f"def __set__(self, obj, value):\n    {self.pick(['obj.__dict__[self.name] = value', 'raise AttributeError(self.name)', 'tell(self.name, value)'])}")
            if self.chance(0.3):
                self.text_block("def __delete__(self, obj):\n    tell('deleted', obj.__dict__.pop(self.name, None))")
        self.block(f"class {name}:", write)
        holder = self.fresh("Holder")
        self.block(f"class {holder}{self.pick(['', '(object)'])}:", lambda: (self.emit(f"a = {name}()"), self.emit(f"b = c = {name}()"), self.emit(f"d = {self.simple()}")))
        self.emit(f"h = {holder}()")
        self.each(*self.many(["h.a", "h.b", "setattr(h, 'a', 5)", f"{holder}.a", "delattr(h, 'a')", "h.__dict__.update(a=7)", "vars(h)", "h.d", "delattr(h, 'd')", f"setattr({holder}, 'a', 1)", "hasattr(h, 'zz')",
                              f"sorted(n for n in dir(h) if not n.startswith('_'))", f"{holder}.__dict__['b'].name", "getattr(h, 'c', 'none')", "object.__getattribute__(h, 'a')"], 4, 8))

    def slots(self):
        name = self.fresh("Slotted")
        slots = self.pick(["'a', 'b'", "'a',", "'a', '__dict__'", "'a', 'b', '__weakref__'", "'__a', 'b'"])
        base = self.pick(["", "", "(tuple)", "(int)", f"({self.pick(self.classes)})" if self.classes else ""])

        def write():
            self.emit(f"__slots__ = ({slots})")
            if self.chance(0.3):
                self.emit("a = 3" if self.chance(0.2) else "k = 3")
            if self.chance(0.5):
                self.block("def fill(self):", lambda: (self.emit("self.a = 1"), self.emit(f"self.{self.pick(['b', 'c', '__a'])} = 2"), self.emit("return self")))
        self.block(f"class {name}{base}:", write)
        self.emit(f"h = {name}()")
        self.each(*self.many(["h.a", "setattr(h, 'a', 1)", "setattr(h, 'c', 1)", "delattr(h, 'a')", "h.fill().a", "vars(h)", f"{name}.a", f"type({name}.a)", f"{name}.__slots__", "h.k", "setattr(h, 'k', 2)",
                              "copy.copy(h)", "hasattr(h, '__dict__')", f"{name}.a.__get__(h)", f"[s for s in ('a', 'b') if hasattr(h, s)]", f"{name}.__mro__[-1]"], 4, 8))

    def metaclass(self):
        meta, name = self.fresh("Meta"), self.fresh("Made")

        def write():
            if self.chance(0.6):
                self.text_block(f"def __new__(mcls, name, bases, namespace, **options):\n    tell('new', name, sorted(k for k in namespace if not k.startswith('__')), options)\n    namespace['added'] = {self.simple()}\n"
                                "    return super().__new__(mcls, name, bases, namespace)")
            if self.chance(0.5):
                self.text_block("def __init__(cls, name, bases, namespace, **options):\n    tell('init', name, [b.__name__ for b in bases])\n    super().__init__(name, bases, namespace)")
            if self.chance(0.4):
                self.text_block(f"def __call__(cls, *args, **kwargs):\n    tell('call', args)\n    return {self.pick(['super().__call__(*args, **kwargs)', '3', 'object.__new__(cls)'])}")
            if self.chance(0.3):
                self.text_block("@classmethod\ndef __prepare__(mcls, name, bases, **options):\n    return {'prepared': (name, len(bases))}")
            for method in self.some(["def __len__(cls): return 4", "def __iter__(cls): return iter('xyz')", "def __getitem__(cls, key): return [cls.__name__, 2][key]", "def __contains__(cls, v): return v == 1",
                                     "def __instancecheck__(cls, v): return v == 3", "def __subclasscheck__(cls, v): return v is int", "def __repr__(cls): return 'the ' + cls.__name__",
                                     "def __getattr__(cls, name): return 'meta ' + name", "def __add__(cls, other): return 'sum'", "def __eq__(cls, other): return True"], 0)[:3]:
                self.emit(method)
            self.emit("def of_meta(cls): return cls.__name__.upper()")
        self.block(f"class {meta}(type):", write)
        options = self.choose(0.3, ", flag=1")
        self.block(f"class {name}(metaclass={meta}{options}):", lambda: (self.emit(f"value = {self.simple()}"), self.choose(0.5, "x") and self.block("def __init__(self, *args):", lambda: self.emit("self.args = args"))))
        self.block(f"class {name}Sub({name}):", lambda: self.emit("pass"))
        self.each(*self.many([f"len({name})", f"list({name})", f"{name}[1]", f"1 in {name}", f"isinstance(3, {name})", f"issubclass(int, {name})", f"{name}", f"{name}.nothing", f"{name} + 1", f"{name}.of_meta()", f"{name}().value",
                              f"{name}.added", f"{name}Sub().added", f"{name}().of_meta()", f"type({name}Sub).__name__", f"{name}.prepared", f"{name}(1, 2).args", f"{name} == 1", f"{meta}('Dyn', ({name},), {{'q': 1}}).q",
                              f"{name}Sub.__mro__[1:]", f"hash({name}) == 1", f"{name}Sub.__name__ + {name}Sub.__qualname__", f"type('T', ({name}, int), {{}})"], 4, 8))

    def hooks(self):
        name = self.fresh("Base")

        def write():
            self.text_block(f"def __init_subclass__(cls, {self.pick(['/, ', ''])}{self.pick(['kind=None, ', ''])}**rest):\n    tell('subclass', cls.__name__, sorted(rest))\n    super().__init_subclass__({self.pick(['', '', '**rest'])})\n"
                            "    cls.count = getattr(cls, 'count', 0) + 1")
            if self.chance(0.5):
                self.text_block("def __class_getitem__(cls, item):\n    return f'{cls.__name__}[{item}]'")
            if self.chance(0.4):
                self.text_block("@property\ndef p(self):\n    return self._p\n@p.setter\ndef p(self, value):\n    self._p = tell('set', value)\n@p.deleter\ndef p(self):\n    del self._p")
            if self.chance(0.4):
                self.text_block("def __new__(cls, *args):\n    tell('new', args)\n    return super().__new__(cls)")
            self.emit("@functools.cached_property")
            self.block("def late(self):", lambda: self.emit("return tell('computed', 5)"))
        self.block(f"class {name}:", write)
        for number in range(self.r.randint(1, 3)):
            options = self.pick(["", "", ", kind=1", ", other=2", ", kind=1, z=3"])
            self.guarded(lambda: self.block(f"class {name}{number}({name if number == 0 or self.chance(0.5) else name + '0'}{options}):", lambda: self.emit(self.pick(["pass", "count = 10", "def late(self): return 1"]))))
        self.emit(f"b = {name}()")
        self.each(*self.many([f"{name}[int]", f"{name}0['k', 1]", f"{name}0.count", "b.p", "setattr(b, 'p', 3)", "b.p", "delattr(b, 'p')", "b.late", "b.late", "delattr(b, 'late')", f"{name}0(1).late", f"{name}.__subclasses__()",
                              f"{name}.p", f"{name}.late", f"{name}0.__bases__", "vars(b)", f"{name}(1, 2)"], 4, 8))

    def operators(self):
        left, right = self.fresh("Left"), self.fresh("Right")
        used = self.some(list(ARITHMETIC), 3)[:5]
        results = ["NotImplemented", "('{n}', other if isinstance(other, (int, str)) else type(other).__name__)", "self", "NotImplemented"]

        def write(prefixes):
            for operation in used:
                for prefix in prefixes:
                    if self.chance(0.6):
                        self.emit(f"def __{prefix}{operation}__(self, other): return " + self.pick(results).replace("{n}", prefix + operation))
            for unary in ("neg", "pos", "invert", "abs"):
                if self.chance(0.25):
                    self.emit(f"def __{unary}__(self): return '{unary}'")
            for compared in ("lt", "le", "eq", "ne", "gt", "ge"):
                if self.chance(0.3):
                    self.emit(f"def __{compared}__(self, other): return {self.pick(['NotImplemented', 'tell(%r, True)' % compared, repr(compared), 'False'])}")
            for convert, value in (("int", "7"), ("float", "1.5"), ("index", "2"), ("bool", "False"), ("complex", "1j"), ("str", "'str'"), ("bytes", "b'by'"), ("round", "'rounded'"), ("divmod", "'dm'"), ("trunc", "3")):
                if self.chance(0.2):
                    arguments = "self, *other" if convert in ("round", "divmod") else "self"
                    self.emit(f"def __{convert}__({arguments}): return {value if self.chance(0.85) else self.simple()}")
            self.emit("def __repr__(self): return type(self).__name__")
        self.block(f"class {left}:", lambda: write(["", "r", "i"]))
        self.block(f"class {right}{self.pick(['', f'({left})', '(int)'])}:", lambda: write(["", "r"]))
        self.emit(f"l, r = {left}(), {right}()")
        signs = [ARITHMETIC[name] for name in used]
        uses = [f"{a} {self.pick(signs)} {b}" for a in ("l", "r") for b in ("l", "r", "1", "'s'")] + [f"{a} {self.pick(signs)} {b}" for a in ("1", "'s'", "[]") for b in ("l", "r")]
        uses += [f"{a} {self.pick(COMPARE)} {b}" for a in ("l", "r", "1") for b in ("l", "r", "'s'")]
        uses += [f"{f}({v})" for f in ("int", "float", "abs", "-", "~", "+", "bool", "complex", "str", "round", "hex", "operator.index", "[0, 1, 2, 3].__getitem__", "range", "'%d'.__mod__", "f'{l:>8}'.count") for v in ("l", "r")]
        self.each(*self.many(uses, 6, 10))
        for _ in range(2):
            self.guarded(lambda: (self.emit(f"v = {self.pick(['l', 'r', '1', '[1]'])}"), self.emit(f"v {self.pick(signs)}= {self.pick(['l', 'r', '2'])}"), self.emit("print(plain(v))")))

    def lookups(self):
        names = [self.fresh("M") for _ in range(4)]
        bases = ["", self.pick(["", f"({names[0]})"]), self.pick([f"({names[0]})", f"({names[1]}, {names[0]})", f"({names[0]}, {names[1]})"]), self.pick([f"({names[1]}, {names[2]})", f"({names[2]}, {names[1]})", f"({names[2]})"])]
        made = []
        for name, its in zip(names, bases):
            def write():
                self.emit("pass")
                if self.chance(0.6):
                    self.emit(f"shared = '{name}'")
                if self.chance(0.7):
                    self.block("def who(self):", lambda: self.emit(self.pick([f"return ['{name}']", f"return ['{name}'] + super().who()", f"return ['{name}', *getattr(super(), 'who', list)()]"])))
                if self.chance(0.3):
                    self.block("@classmethod\n" + "    " * self.indent + "def made(cls, n=1):", lambda: self.emit(f"return ('{name}', cls.__name__, n)"))
                if self.chance(0.2):
                    self.emit(f"__{self.pick(['hidden', 'other'])} = {self.number()}")
            self.guarded(lambda: self.block(f"class {name}{its}:", write))
            made.append(name)
        last = names[-1]
        self.each(*self.many([f"{last}().who()", f"[c.__name__ for c in {last}.__mro__]", f"{last}.shared", f"{last}.made()", f"{last}().made(2)", f"super({names[1]}, {last}()).shared", f"{last}.who({last}())", f"{names[2]}().who()",
                              f"vars({last}).keys() - {{'__static_attributes__', '__firstlineno__'}} == 1", f"{last}.__base__.__name__", f"issubclass({last}, {names[0]})", f"{last}._{names[0]}__hidden", f"{last}.mro()[0]",
                              f"setattr({names[0]}, 'shared', 'new') or {last}.shared", f"{last}().who.__func__.__qualname__", f"{last}().who", f"{last}.who", f"{last}().missing", f"{last}.missing"], 4, 8))

    def attributes(self):
        name = self.fresh("Attr")
        methods = ["def __getattr__(self, name):\n    if name.startswith('_'): raise AttributeError(name)\n    return tell('getattr', name)", "def __getattribute__(self, name):\n    tell('get', name)\n    return super().__getattribute__(name)",
                   "def __setattr__(self, name, value):\n    tell('set', name)\n    super().__setattr__(name, value)", "def __delattr__(self, name):\n    tell('del', name)\n    super().__delattr__(name)",
                   "def __dir__(self):\n    return ['b', 'a']", "def __missing__(self, key):\n    return ('missing', key)", "def __contains__(self, key):\n    return key", "def __len__(self):\n    return 2",
                   "def __reversed__(self):\n    return 'rev'", "def __length_hint__(self):\n    return 3", "def __getitem__(self, key):\n    return super().__getitem__(key)"]
        base = self.pick(["", "(dict)", "(dict)", "(list)"])

        def write():
            for method in self.some(methods, 2)[:4]:
                self.text_block(method)
            self.emit("x = 1")
        self.block(f"class {name}{base}:", write)
        self.emit(f"o = {name}()")
        self.each(*self.many(["o.x", "o.y", "setattr(o, 'y', 2)", "o.y", "delattr(o, 'y')", "dir(o)", "o['k']", "o.get('k')", "'k' in o", "0 in o", "len(o)", "reversed(o)", "list(o)", "hasattr(o, '_q')", "getattr(o, 'z', 'd')",
                              "o.__class__.__name__", "o[0]", "o.setdefault('q', 1)", "bool(o)", "operator.length_hint(o)", "'%(k)s' % o", "'{0.x}{0[k]}'.format(o)", "operator.attrgetter('x', 'y')(o)"], 5, 9))

    # ---- patterns

    def pattern(self, depth=2, names=None):
        leaf = [self.number(0, 4), "-1", "'ab'", "None", "True", "2.5", "_", "{n}", "int()", "str()", "int({n})", "float() | int()", "b'x'", "[]", "{}", "P.k", "1 + 2j"]
        if depth <= 0:
            return self.capture(self.pick(leaf), names)
        sub = lambda: self.pattern(depth - 1, names)
        return self.pick([
            lambda: self.capture(self.pick(leaf), names),
            lambda: f"[{sub()}, {sub()}]",
            lambda: f"({sub()}, {self.capture('*{n}', names)})",
            lambda: f"[{self.capture('*{n}', names)}, {sub()}]" if self.chance(0.5) else f"[{sub()}, *_, {sub()}]",
            lambda: "{'a': " + sub() + self.pick(["", ", " + self.capture("**{n}", names)]) + "}",
            lambda: "{1: " + sub() + ", 'b': " + sub() + "}",
            lambda: f"P({sub()}, {sub()})" if self.chance(0.6) else f"P(x={sub()})",
            lambda: self.capture(f"({sub()}) as {{n}}", names),
            lambda: f"({self.pattern_without_names()} | {self.pattern_without_names()})",
            lambda: f"list([{sub()}, *_])" if self.chance(0.5) else f"tuple(({sub()},))",
            lambda: f"dict(keys=_)" if self.chance(0.3) else f"str({sub()})",
        ])()

    def pattern_without_names(self):
        return self.pick(["1", "'ab'", "int()", "[_, _]", "{'a': _}", "None", "P(1, _)", "(1 | 2)", "str()", "P.k", "[*_]"])

    def capture(self, text, names):
        if "{n}" not in text:
            return text
        names.append(f"v{len(names)}")
        return text.replace("{n}", names[-1])

    def patterns(self):
        self.text_block("class P:\n    __match_args__ = ('x', 'y')\n    k = 3\n    def __init__(self, x=1, y=2): self.x, self.y = x, y\n    def __repr__(self): return f'P({self.x}, {self.y})'")

        def cases():
            for _ in range(self.r.randint(2, 5)):
                names = []
                pattern = self.pattern(2, names)
                guard = self.pick(["", "", "", f" if {names[0]}" if names else "", " if tell('guard', True)"])
                if pattern in ("_", "v0") and not guard:
                    continue
                self.block(f"case {pattern}{guard}:", lambda: self.emit(f"show({', '.join([repr(pattern), *names])})"))
            self.block("case _:", lambda: self.emit("print('none of them')"))
        subjects = ["1", "True", "[1, 2]", "(1, (2, 3))", "{'a': 1, 'b': 2}", "P()", "P('ab', [1])", "'ab'", "None", "2.5", "[]", "{}", "{1: 'ab', 'b': (1, 2)}", "[P(), {'a': 3}]", "b'x'", "3", "range(3)", "('ab', 1, 2, 3)",
                    "{'a': [1, 2], 'c': 3}", "collections.deque([1, 2])", "1 + 2j", "bytearray(b'x')", "[[1, 2], [3]]", "-1"]
        chosen = ", ".join(self.many(subjects, 3, 7))
        self.block(f"for subject in [{chosen}]:", lambda: self.guarded(lambda: self.block("match subject:", cases)))

    # ---- errors

    def groups(self):
        def tree(depth):
            inside = ", ".join(tree(depth - 1) if depth > 0 and self.chance(0.35) else self.error() for _ in range(self.r.randint(1, 3)))
            return f"ExceptionGroup({self.pick([repr('g'), repr('many words')])}, [{inside}])"
        kinds = ["ValueError", "KeyError", "(TypeError, IndexError)", "LookupError", "OSError", "Exception", "RuntimeError", "ArithmeticError", "ExceptionGroup"]
        self.text_block("def shape(e):\n    return (type(e).__name__, str(e), [shape(i) for i in e.exceptions] if isinstance(e, BaseExceptionGroup) else e.args, getattr(e, '__notes__', None))")

        def whole():
            self.block("try:", lambda: self.emit(f"raise {tree(2) if self.chance(0.85) else self.error()}"))
            for kind in self.some(kinds[:-1])[:3]:
                self.block(f"except* {kind} as caught:", lambda: (self.emit("print(shape(caught))"), self.emit(self.pick(["pass", "pass", "raise", f"raise {self.error()}", "raise caught from None", "caught.add_note('n')", f"raise {self.error()} from caught"]))))
            if self.chance(0.3):
                self.block("else:", lambda: self.emit("print('else')"))
            if self.chance(0.3):
                self.block("finally:", lambda: self.emit("print('finally')"))
        self.block("try:", whole)
        self.block("except Exception as outer:", lambda: self.emit("print('outer', shape(outer), shape(outer.__context__) if outer.__context__ else None, outer.__cause__ is None)"))
        self.emit(f"g = {tree(2)}")
        self.emit("g.add_note('noted')")
        kind = self.pick(kinds[:-1])
        self.each(*self.many([f"shape(g.subgroup({kind}))", f"[part and shape(part) for part in g.split({kind})]", f"shape(g.subgroup(lambda e: isinstance(e, {kind})))", "shape(g.derive([ValueError(1)]))", "repr(g)", "g.message",
                              "ExceptionGroup('m', [])", "ExceptionGroup('m', [1])", "ExceptionGroup(1, [ValueError()])", "BaseExceptionGroup('b', [KeyboardInterrupt()])", "type(BaseExceptionGroup('b', [ValueError()]))",
                              "ExceptionGroup('e', [SystemExit()])", "len(g.exceptions)"], 2, 4))

    def notes(self):
        self.text_block(f"class Own({self.pick(['Exception', 'ValueError', 'KeyError', 'OSError', 'StopIteration'])}):\n    def __init__(self, *args{self.choose(0.4, ', code=1')}):\n        super().__init__({self.pick(['*args', '', repr('fixed')])})")
        if self.chance(0.4):
            self.text_block("    def __str__(self): return 'own words'")
        raised = self.pick(["Own('x', 2)", "Own", "Own('a')", self.error(), "3", "None", "Own(2, 'No such', 'file')"])

        def body():
            self.block("try:", lambda: self.emit(f"raise {raised}{self.pick(['', '', ' from None', ' from ValueError(9)', ' from 3'])}"))
            self.block("except Exception as e:", lambda: (self.emit("show(repr(e), str(e), e.args, repr(e.__cause__), e.__suppress_context__)"), self.emit(f"e.add_note({self.pick([repr('a note'), repr('two'), '3'])})"),
                                                          self.emit("show(e.__notes__, e.with_traceback(None) is e)"), self.emit(self.pick(["raise", "raise RuntimeError('next')", "raise KeyError('k') from e", "e.__notes__ = 3", "del e"]))))
            if self.chance(0.4):
                self.block("finally:", lambda: self.emit(self.pick(["print('finally')", "raise IndexError('in finally')", "show(sys.exception())"])))
        self.guarded(body)
        self.each(*self.many(["Own(1) == Own(1)", "Own(1).args", "repr(Own('w', 2))", "str(Own())", "Own(1).__notes__", "Own(*'abc').args", "issubclass(Own, LookupError)", "OSError(2, 'x', 'f').filename", "str(OSError(2, 'x', 'f'))", "str(KeyError('k'))",
                              "UnicodeDecodeError('utf-8', b'abc', 0, 1, 'why')", "str(UnicodeEncodeError('ascii', 'ab', 0, 2, 'why'))", "StopIteration(3).value", "SystemExit(2).code", "AttributeError('x', name='n', obj=1).name",
                              "ImportError('m', name='n').name", "NameError('n', name='q').name", "SyntaxError('s', ('f', 1, 2, 't')).lineno", "OSError(1).errno"], 2, 5))

    def nests(self):
        name = self.fresh("nest")

        def part(depth):
            if depth == 0:
                self.emit(self.pick([f"tell('step', {self.number()})", "return 'returned'", f"raise {self.error()}", "break", "continue", "pass", "x = 1 / 0", "tell(n)", "yield_ = n"]))
                return
            shape = self.r.randrange(4)
            if shape == 0:
                self.block("try:", lambda: part(depth - 1))
                self.block(f"except {self.pick(ERRORS)}:", lambda: part(depth - 1))
                if self.chance(0.3):
                    self.block("else:", lambda: part(0))
                if self.chance(0.5):
                    self.block("finally:", lambda: self.emit(self.pick(["tell('finally')", "tell('finally', n)", "n += 1"])) if self.chance(0.8) else part(0))
            elif shape == 1:
                self.block("try:", lambda: (part(depth - 1), part(0)))
                self.block("finally:", lambda: self.emit("tell('last', n)"))
            elif shape == 2:
                self.block(f"for k in range({self.r.randint(1, 3)}):", lambda: (part(depth - 1), part(0)))
                self.block("else:", lambda: self.emit("tell('for else')"))
            else:
                self.block(f"if n {self.pick(COMPARE)} {self.number(0, 2)}:", lambda: part(depth - 1))
                self.block("else:", lambda: part(depth - 1))

        def write():
            self.emit("import warnings")
            self.block("for n in range(3):", lambda: (part(3), part(0)))
            self.emit("return 'end'")
        self.block(f"def {name}():", write)
        self.guarded(lambda: self.emit(f"show({name}())"))

    def managers(self):
        name = self.fresh("Ctx")

        def write():
            self.text_block(f"def __init__(self, n): self.n = n\ndef __enter__(self):\n    tell('enter', self.n)\n    {self.pick(['return self', 'return self.n', 'return self', f'if self.n == 2: raise {self.error()}'])}")
            self.text_block(f"def __exit__(self, kind, error, place):\n    tell('exit', self.n, kind and kind.__name__, str(error))\n    {self.pick(['return self.n == 1', 'return True', 'pass', f'if self.n == 2: raise {self.error()}', 'return kind is ValueError'])}")
        self.block(f"class {name}:", write)
        body = lambda: (self.emit("show(type(a).__name__)"), self.emit(self.pick(["pass", f"raise {self.error()}", "raise ValueError('v')", "1 / 0"])))
        self.guarded(lambda: self.block(self.pick([f"with {name}(1) as a, {name}(2) as b:", f"with ({name}(1) as a, {name}(2)):", f"with {name}(2) as a:", f"with {name}(1) as a, 3:"]), body))

        def function():
            self.block(f"for n in range(3):", lambda: self.block(f"with {name}(n) as a:", lambda: self.emit(self.pick(["continue", "break", "return n", "if n: raise KeyError(n)"]))))
            self.emit("return 'end'")
        self.block("def run():", function)
        self.guarded(lambda: self.emit("show(run())"))
        self.text_block(f"import contextlib\n@contextlib.contextmanager\ndef made(n):\n    tell('start', n)\n    try:\n        yield n\n    {self.pick(['except ValueError as e: tell(repr(e))', 'finally: tell(9)', 'except KeyError: raise RuntimeError(1)'])}")
        self.guarded(lambda: self.block(self.pick(["with made(4) as a:", "with contextlib.suppress(KeyError, ValueError), made(1) as a:", "with contextlib.ExitStack() as stack:\n" + "    " * (self.indent + 1) + "a = stack.enter_context(made(2))"]), body))
        self.guarded(lambda: self.emit(f"show(made(3)(lambda: {self.simple()})())"))

    # ---- functions

    def generators(self):
        name, outer = self.fresh("gen"), self.fresh("outer")

        def write():
            def steps():
                for _ in range(self.r.randint(1, 3)):
                    self.emit(self.pick(["got = yield got", f"got = yield {self.simple()}", "tell('has', got)", "yield", f"yield from {self.pick(['(1, 2)', repr('ab'), 'range(2)', 'iter([3])'])}", f"if got: return {self.simple()}"]))
            self.emit("got = None")
            self.block("try:", lambda: self.block(f"for n in range({self.r.randint(1, 3)}):", steps) if self.chance(0.4) else steps())
            self.pick([lambda: self.block("finally:", lambda: self.emit(self.pick(["tell('closing')", "yield 'late'", "return 'replaced'", "tell(sys.exception() is None)"]))),
                       lambda: self.block(f"except {self.pick(['ValueError', 'Exception', 'GeneratorExit', '(KeyError, ValueError)'])} as e:", lambda: (self.emit("tell(repr(e))"), self.emit(self.pick(["pass", "yield 'caught'", "raise", "raise KeyError(1) from e", "return 7"]))))])()
            self.emit(f"yield {self.simple()}")
            self.emit(f"return {self.simple()}")
        self.block(f"def {name}():", write)
        self.block(f"def {outer}():", lambda: (self.emit(f"result = yield from {name}()"), self.emit("tell('result', result)"), self.emit("return result")))
        self.emit(f"g = {self.pick([name, outer])}()")
        self.each(*self.many(["next(g)", "next(g)", "next(g)", "g.send(None)", f"g.send({self.simple()})", "g.throw(ValueError('t'))", "g.throw(KeyError)", "g.close()", "list(g)", "g.gi_frame is None", "g.gi_running", "g.gi_suspended", "next(g, 'over')",
                              "g.throw(StopIteration(1))", "g.throw(3)", "g.throw(GeneratorExit)", "iter(g) is g", "g.__name__", "g.gi_yieldfrom is None"], 4, 8))
        self.each(f"list(itertools.islice({outer}(), 9))", f"[*{name}()]", self.pick([f"sum(1 for _ in {outer}())", f"dict(enumerate({name}()))", f"'x' in {name}()", f"sorted(map(str, {name}()))", f"(lambda a, *b: (a, b))(*{name}())"]))

    def closures(self):
        name = self.fresh("close")

        def write():
            self.emit(f"a, b = {self.number()}, {self.simple()}")

            def inner():
                self.emit(self.pick(["nonlocal a", "nonlocal a, b", "pass", "global counter_; counter_ = 4"]))
                self.emit(self.pick(["a += 1" if "nonlocal a" in self.lines[-1] else "c = a", "b = 'b'", "pass", "del b" if "a, b" in self.lines[-1] else "pass"]))
                self.block("def deep(x=a):" if self.chance(0.3) and "nonlocal" in self.lines[-2] else "def deep(x=1):", lambda: self.emit(self.pick(["return a, x", "return b", "return (lambda: (a, b, x))()", "return [a for _ in range(2)]", "return [x := x + i for i in range(2)]"])))
                self.emit("return deep")
            self.block("def middle(n=0):", inner)
            self.emit(self.pick(["return middle", "return middle, lambda: (a, b)", "return lambda *p: middle(*p)()", "return [lambda i=i: (i, a) for i in range(3)]", "return [lambda: (i, a) for i in range(3)]"]))
        self.block(f"def {name}():", write)
        self.guarded(lambda: (self.emit(f"m = {name}()"), self.emit("show(type(m).__name__)"), self.emit("each(lambda: m()(), lambda: m[0]()(), lambda: m[1](), lambda: m()(5), lambda: m[2]())")))
        self.each(*self.many(["counter_", "[c.cell_contents for c in m.__closure__ or ()][:1]", "m.__closure__ is None", f"{name}.__qualname__", "m.__qualname__", "m.__defaults__"], 2, 4))

    def decorators(self):
        self.text_block(f"""
def deco(tag, *more):
    tell('factory', tag, more)
    def wrap(f):
        tell('wrap', tag, getattr(f, '__name__', '?'))
        {self.choose(0.7, '@functools.wraps(f)')}
        def inner(*args, **kwargs):
            tell(tag, args if {self.number(0, 1)} else len(args), sorted(kwargs))
            return {self.pick(['f(*args, **kwargs)', '[f(*args, **kwargs)]', 'f(*args[:1])'])}
        return {self.pick(['inner', 'inner', 'f', '3', 'inner'])}
    return wrap""")
        name = self.fresh("decorated")
        for _ in range(self.r.randint(1, 3)):
            self.emit("@" + self.pick([f"deco('{self.pick('xyz')}')", "deco('p', 1)", "(lambda f: f)", "[deco('q')][0]", "functools.cache", "functools.lru_cache(maxsize=2)", "deco('r') if True else None", "staticmethod"]))
        self.block(f"def {name}({self.pick(['a, b=2', '*a, k=3', 'a, /, b=1, *, c=2'])}):", lambda: (self.emit("'Documented.'"), self.emit(f"return ({self.simple()}, a)")))
        self.each(*self.many([f"{name}(1)", f"{name}(1, 2)", f"{name}()", f"{name}(a=1)", f"{name}.__name__", f"{name}.__wrapped__.__name__", f"{name}([])", f"{name}(1, c=3)", f"{name}(1, b=4)", f"{name}.cache_info()", f"{name}(*[1, 2, 3])", f"{name}.__qualname__"], 4, 7))

    def calls(self):
        name = self.fresh("call")
        parameters = self.pick(["a, b, c", "a, b=1, c=2", "a, /, b, *, c", "a, *b, c=3", "*a, **b", "a=1, /, b=2, *c, d, **e", "*, a, b=2", "a, b, /, c=3, **d", "self, cls=None", "a, b=[], *, c: int = 4"])
        names = [p.split("=")[0].split(":")[0].strip(" *") for p in parameters.split(",") if p.strip() not in ("*", "/")]
        self.block(f"def {name}({parameters}):", lambda: self.emit(f"return {', '.join(names)},"))
        arguments = ["1", "2", "*[3, 4]", "*()", "*'xy'", "a=1", "b=5", "c=6", "d=7", "e=8", "**{'b': 9}", "**{'z': 1}", "**{}", "*(n for n in (1, 2))", "**dict(c=1)", "z=0"]
        for _ in range(5):
            chosen = self.many(arguments, 0, 4)
            placed = [a for a in chosen if "=" not in a and not a.startswith("**")]
            keyed = list(dict.fromkeys(a for a in chosen if a not in placed and not a.startswith("**")))
            doubled = [a for a in chosen if a.startswith("**")]
            self.each(f"{name}({', '.join(placed + keyed + doubled)})")
        self.each(*self.many([f"{name}.__defaults__", f"{name}.__kwdefaults__", f"{name}.__code__.co_argcount", f"{name}.__code__.co_varnames", f"{name}.__annotations__", f"functools.partial({name}, 1)(2)", f"functools.partial({name}, b=1)(2)", f"list(map({name}, [1, 2], [3, 4]))"], 1, 3))

    def comprehensions(self):
        items = self.pick(["range(5)", "'abca'", "[3, 1, 2, 3]", "{'a': 1, 'b': 2}.items()", "[[1, 2], [3], []]", "zip('ab', (1, 2))"])
        conditions = ["", " if x", " if x != 'a'", " if (w := x)", " if str(x) > '1' if x"]
        shapes = ["[(x, y) for x in {i}{c} for y in {j}]", "{{x: y for x in {j} for y in range(x){c}}}", "[[x for x in range(y)] for y in {j}{d}]", "sorted({{str(x) for x in {i}{c}}})", "list(x for x in {i}{c})",
                  "[w for x in {i} if (w := str(x) * 2) > '1']", "[x for x in [y for y in {i}]{c}]", "{{x: [z for z in {j} if z != x] for x in {j}}}", "[a + b for a, b in zip({j}, {j})]", "[x async for x in {j}]" if False else "[*{i}, *[x for x in {j}]]",
                  "[(lambda: x)() for x in {j}]", "[f() for f in [lambda: x for x in {j}]]", "dict([(x, k) for k, x in enumerate({i})])", "[x for x, *_ in [{j}, 'xy']]", "max((x for x in {j}{c}), default='none')", "[x[0] for x in {i}{c}]",
                  "[x for x in {i} for x in [x, x]]", "any(tell(x) for x in {j})", "all(x < 2 for x in {j})", "sum(x * y for x in {j} for y in {j} if x < y)"]
        self.each(*(self.pick(shapes).format(i=items, j=self.pick(["range(3)", "[2, 1]", "(0, 1, 4)"]), c=self.pick(conditions), d=self.pick(["", " if y"])) for _ in range(5)))
        self.block("class InClass:", lambda: (self.emit("n = 3"), self.emit(f"made = [{self.pick(['k', 'n', '(k, n)'])} for k in range({self.pick(['n', '2'])})]"), self.emit("print(made)")))

    # ---- text

    def spec_of(self):
        part = lambda share, text: text if self.chance(share) else ""
        fill = part(0.4, part(0.6, self.pick("*0_xé ")) + self.pick("<>^="))
        return fill + part(0.3, self.pick("+- ")) + part(0.08, "z") + part(0.2, "#") + part(0.2, "0") + part(0.5, self.number(0, 14)) + part(0.25, self.pick(",_")) + part(0.35, "." + self.number(0, 6)) + part(0.7, self.pick("bcdeEfFgGnosxX%"))

    def formats(self):
        values = ["0", "-7", "1234567", "3.14159", "-0.0", "1e100", "float('inf')", "'text'", "True", "1.5e-7", "255", "12345.678", "2**70", "1 + 2j", "None", "''", "-1234.5", "99.995", "float('nan')", "b'ab'", "[1]", "0.1", "1e16"]
        self.each(*(f"format({self.pick(values)}, {self.spec_of()!r})" for _ in range(6)))
        for _ in range(4):
            value = self.pick(values)
            self.each("f'{" + value.replace("'", '"') + self.pick(["", "!r", "!s", "!a", "=", " = ", "=!s"]) + (":" + self.spec_of().replace("'", "") if self.chance(0.7) else "") + "}'")
        flags = "".join(self.some(list("-+ #0"), 0))
        self.each(*(f"'%{self.pick([flags, '', '0', '-'])}{self.pick(['', '5', '10', '*'])}{self.pick(['', '.2', '.0', '.*', '.'])}{self.pick('diouxXeEfFgGcrsa%')}' % ({', '.join(self.many(values, 1, 3))},)" for _ in range(4)))
        self.each(*(f"{self.pick(['{} {}', '{0!r:>6}|{1}', '{a}{b}', '{0[a]}', '{:{}}', '{0.real}', '{1}{0}{1}', '{:>{w}}', '{!s}', '{{}}', '{', '{0}{}', '{a[0]}', '{:%}'])!r}.format({', '.join(self.many(values, 1, 2))}{self.pick(['', ', a=[1]', ', w=5', ', a=1, b=2'])})" for _ in range(3)))
        self.each(*(f"b'%{self.pick(['s', 'd', 'x', 'r', 'c', 'a', '5d', '.1f', 'b', '-4s|'])}' % {self.pick(['b' + repr('q'), '5', '(7,)', '[1]', repr('s')])}" for _ in range(2)))

    def texts(self):
        texts = ["'straße'", "'İstanbul'", "'ǆ ǅ'", "'ﬀ'", "'ΑΣ ας'", "'e\\u0301'", "'½²'", "'٣'", "'a\\tb\\nc'", "'Ab Cd'", "('x' * 3)", "''", "'\\x00\\x7f\\x80'", "'\\ud800'", "'a,b,,c'", "'日本語'", "'\\U0001F40D snake'", "'\\u2028line'", "'O\\'Neil\"'", "'aXbX'"]
        methods = ["upper()", "lower()", "title()", "capitalize()", "swapcase()", "casefold()", "isalpha()", "isdigit()", "isdecimal()", "isnumeric()", "isprintable()", "isspace()", "isidentifier()", "split()", "splitlines()", "splitlines(True)",
                   "split(',', 1)", "rsplit('X')", "partition('b')", "rpartition('X')", "encode()", "encode('utf-16-le')", "encode('ascii', 'replace')", "encode('latin-1')", "encode('ascii', 'xmlcharrefreplace')", "encode('ascii', 'namereplace')",
                   "center(10, '*')", "ljust(8)", "zfill(6)", "expandtabs(4)", "strip('a')", "replace('a', 'bb')", "replace('', '-')", "find('b')", "rindex('q')", "count('')", "count('a', 1)", "startswith(('a', 'x'))", "endswith('c', 0, 2)",
                   "translate({97: 'A', 98: None})", "removeprefix('a')", "join('xy')", "join([1])", "index('a')", "istitle()", "__len__()", "isupper()", "format(1)", "__contains__('a')", "maketrans('ab', 'c')", "isascii()", "encode('utf-8', 'surrogatepass')"]
        self.each(*(f"{self.pick(texts)}.{self.pick(methods)}" for _ in range(8)), f"ascii({self.pick(texts)})", f"[ord(c) for c in {self.pick(texts)}]", f"{self.pick(texts)} {self.pick(COMPARE)} {self.pick(texts)}",
                  f"sorted([{', '.join(self.many(texts, 2, 5))}])", f"{self.pick(texts)}[{self.slice()}]", f"''.join(reversed({self.pick(texts)}))", f"{self.pick(texts)} in {self.pick(texts)}")

    def escapes(self):
        parts = ["\\n", "\\t", "\\x41", "\\u00e9", "\\N{BULLET}", "\\\\", "\\0", "\\101", "\\'", "a", "é", "\\U0001F600", "\\x7f", "\\r", "\\u200b", "\\xad", "{{", "\\a\\b\\f\\v", "\\u0301"]
        body = "".join(self.many(parts, 1, 5))
        self.each(f"'{body}'", f"len('{body}')", f"f'{body.replace('{{', '')}{{1}}'", f"ascii('{body}')", f"repr('{body}\"')", f"str({self.pick(['[q]', '(q,)', '{q: 1}']).replace('q', repr(body).replace(chr(92) * 2, chr(92)) if chr(39) not in body else '0')})", f"rb'{self.pick(['a', chr(92) + 'n', chr(92) * 2])}'",
                  f"b'{self.pick([chr(92) + 'x00', 'a', chr(92) + '377', chr(92) + 't'])}'", f"eval(repr('{body}')) == '{body}'", "'a' 'b' f'{1}' 'c'", "'''x\\ny'''")

    # ---- containers

    def buffers(self):
        self.emit(f"ba = bytearray({self.pick([repr('hello').join(['b', '']), 'b' + repr('abcabc'), '5', '[1, 2, 255]'])})")
        self.emit("mv = memoryview(ba)")
        self.each(*self.many(["ba[0]", f"ba[{self.slice()}]", "mv[1:3].tobytes()", "mv.tolist()", "mv[0]", "mv.nbytes", "mv.format", "mv.readonly", "ba.append(3)", "mv.release()", "ba.append(300)", f"mv.__setitem__(0, {self.pick(['65', '300', repr('a'), 'b' + repr('z')])})",
                              f"ba.__setitem__(slice(1, 3), {self.pick(['b' + repr('XY'), 'b' + repr('XYZ'), '[1, 2]', repr('s')])})", "ba.find(b'l')", "ba.replace(b'l', b'LL')", "ba.hex()", "ba.hex(':', 2)", "bytes(mv)", "mv == b'hello'", "ba.pop()", "ba.insert(1, 66)", "ba.extend(b'xy')",
                              "ba.extend([256])", "ba.reverse()", "ba.remove(108)", "ba.split(b'l')", "ba.decode()", "ba * 2", "ba + b'!'", "b'!' + ba", "ba == bytes(ba)", "ba < b'i'", "108 in ba", "b'll' in ba", "ba.clear()", "mv[::-1].tolist()", "mv[::2].tobytes()",
                              "mv.cast('B').shape", "bytes.fromhex('0aFF 10')", "bytes.fromhex('0g')", "ba.translate(None, b'l')", "ba.startswith((b'h', b'a'))", "ba.count(b'l')", "ba.title()", "ba.isalpha()", "ba.center(9, b'-')", "mv.contiguous", "hash(mv)", "mv[9]", "mv['a']",
                              "ba.copy()", "bytes(ba)", "b'%s' % ba", "ba.partition(b'l')", "ba.zfill(8)", "mv.hex()", "ba.rjust(8, b'ab')", "mv.itemsize"], 6, 12))
        self.guarded(lambda: self.emit(f"del ba[{self.slice()}]; print(ba)"))
        self.guarded(lambda: self.emit(f"ba[{self.slice()}] = b'{self.pick(['', 'Q', 'QRS'])}'; print(ba)"))

    def set_operators(self):
        made = lambda: self.pick(["{1, 2, 3}", "{2, 3, 4}", "set()", "frozenset({1, 5})", "{1}", "{x % 4 for x in range(6)}", "frozenset()", "[1, 2]", "{1: 2}.keys()", "{3: 1, 1: 2}.keys()", "{1: 2}.values()", "{5, 6}", "3", "dict.fromkeys([1, 2]).keys()"])
        self.each(*(f"{made()} {self.pick(['|', '&', '-', '^', '<', '<=', '==', '>', '>=', '!='])} {made()}" for _ in range(6)))
        for _ in range(2):
            self.guarded(lambda: (self.emit(f"s = {made()}"), self.emit(f"s {self.pick(['|=', '&=', '-=', '^='])} {made()}"), self.emit("show(s)")))
        self.each(*(f"set({{1, 2, 3}}).{self.pick(['union', 'intersection', 'difference', 'symmetric_difference', 'issubset', 'issuperset', 'isdisjoint', 'update', 'difference_update', 'intersection_update', 'symmetric_difference_update'])}({', '.join(made() for _ in range(self.r.randint(0, 2)))})" for _ in range(4)),
                  f"({made()}).{self.pick(['add(1)', 'discard(9)', 'remove(9)', 'remove([1])', 'pop()', 'copy()', 'isdisjoint([1])', 'add([])', 'mapping'])}")

    def views(self):
        self.emit(f"d = {{{', '.join(f'{key}: {self.simple()}' for key in self.many(['1', repr('a'), repr('b'), '2', '(1, 2)', 'None', '2.0', 'True'], 1, 5))}}}")
        self.each(*self.many(["d.keys()", "d.values()", "d.items()", "list(reversed(d))", "list(reversed(d.items()))", "sorted(d.keys() & {1, 'a'}, key=str)", "sorted(d.keys() - {1}, key=str)", "sorted(d.items() | {(1, 2)}, key=str)", "len(d.values())", "1 in d.keys()", "(1, 2) in d.items()", "d | {'a': 0}", "d.keys().mapping['a']",
                              "d.keys() == {1: 0}.keys()", "next(iter(d))", "d.values() == d.values()", "d == dict(d.items())", "d.pop('a')", "d.popitem()", "d.setdefault('z')", "d.update([(1, 2), (3,)])", "d.update(1)", "d.update({'q': 1}, r=2)", "d", "dict(d, k=1)", "dict([1])", "dict.fromkeys('ab', [])",
                              "{**d, 'a': 1}", "d.get(())", "d.get([])", "d.__contains__('a')", "d.copy() is d", "d.clear()", "sorted(d, key=str)", "d.keys() < {1, 2, 'a', 'b', None}", "sorted(d.items() & d.items(), key=str)", "sorted(d.keys() ^ {1}, key=str)", "operator.itemgetter('a', 1)(d)", "min(d)", "copy.deepcopy(d) == d"], 6, 10))
        self.guarded(lambda: self.block("for k in d:", lambda: self.emit(self.pick(["d['new'] = 1", "del d[k]", "d[k] = 2", "d.pop(k); d[k] = 1", "d.clear()"]))))
        self.guarded(lambda: (self.emit("d |= " + self.pick(["{'a': 5}", "[(1, 2)]", "3", "{}"])), self.emit("show(d)")))

    def slices(self):
        self.emit(f"q = list(range({self.r.randint(0, 9)}))")
        for _ in range(4):
            action = self.pick([f"q[{self.slice()}] = {self.pick(['[]', '[7]', '[7, 8, 9]', repr('ab'), '(n for n in (1, 2))', 'q', '3', 'range(2)'])}", f"del q[{self.slice()}]", f"q[{self.number()}] = 5", f"del q[{self.number()}]", f"q[{self.slice()}] += [1]", f"q[{self.number()}] += 1",
                                f"q.insert({self.number(-12, 12)}, 'i')", f"q *= {self.number(-1, 2)}", "q += 'xy'", f"q.sort(key=str, reverse={self.pick(['True', '0'])})", f"q.extend({self.simple()})", "q += q", "q[1:1] = q"])
            self.guarded(lambda: (self.emit(action), self.emit("show(q)")))
        self.each(f"q[{self.slice()}]", f"slice({self.pick(['1, 5, 2', 'None', '-3, None', '5, 1, -1', 'None, None, -2'])}).indices({self.number(0, 7)})", f"range(10)[{self.slice()}]", f"'abcdef'[{self.slice()}]", f"(1, 2, 3)[{self.slice()}]", f"q.index({self.number()}{self.pick(['', ', 1', ', -2, 9'])})",
                  f"range({self.number(-5, 5)}, {self.number(-5, 15)}, {self.number(-3, 3)})", f"list(range(0, 20, 3)).index({self.number(0, 12)})", f"{self.number(0, 12)} in range(0, 20, {self.number(1, 4)})", "q == q[:] and q is not q[:]", "slice(1, 2) == slice(1, 2)", "hash(slice(1, 2)) == 0 or 1", f"q.pop({self.number()})")

    def sorting(self):
        data = self.pick(["[3, 1, 2, 1]", "['b', 'A', 'c', 'B']", "[(1, 'z'), (1, 'a'), (0, 'q')]", "[1.5, 1, True, 0]", "[3, 'a', None]", "[[2], [1, 5], []]", "[float('nan'), 1.0, 2.0]", "list('hello world')", "[{'k': 2}, {'k': 1}]", "[n * 7 % 13 for n in range(80)]", "[(n % 3, n) for n in range(9)]"])
        key = self.pick(["", ", key=str", ", key=lambda v: -v", ", key=len", ", key=lambda v: 0", ", key=operator.itemgetter('k')", ", key=str.lower", ", key=lambda v: v[::-1]", ", key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))", ", key=None", ", key=3"])
        self.text_block("class Odd:\n    def __init__(self, v): self.v = v\n    def __lt__(self, o): return tell(self.v, o.v, self.v < o.v)\n    def __repr__(self): return f'Odd({self.v})'")
        self.each(f"sorted({data}{key}{self.pick(['', ', reverse=True'])})", f"{self.pick(['min', 'max'])}({data}{key})", f"{self.pick(['min', 'max'])}({data}{key}, default=1)", f"sorted(Odd(n * {self.number(1, 7)} % 11) for n in range({self.number(2, 9)}))", f"{self.pick(['min', 'max'])}(map(Odd, (2, 1, 3)))",
                  f"heapq.{self.pick(['nsmallest', 'nlargest'])}({self.number(0, 5)}, {data}{key})", f"bisect.{self.pick(['bisect', 'bisect_left'])}([1, 3, 3, 5], {self.number(0, 6)})", f"list(heapq.merge([1, 4], [2, 3], {self.pick(['[]', '[0, 9]'])}))", "max(1, 'a')", "min()", "max([])", "max(3)", f"sorted({data}, len)")

    def stars(self):
        targets = ["a, *b", "*a, b", "a, (b, *c)", "[a, *b], c", "*a,", "a, b, *c", "(a, b), *c, d", "a, *b, c"]
        sources = ["[1, 2, 3]", "'ab'", "(1, (2, 3))", "range(4)", "{'x': 1, 'y': 2}", "[[1, 2], 3]", "()", "5", "iter([1, 2])", "[(1, 2), 3, 4]", "{1}", "b'xyz'", "None", "(n for n in 'pqr')"]
        for _ in range(3):
            target = self.pick(targets)
            names = sorted(set(target) & set("abcd"))
            self.guarded(lambda: (self.emit(f"{target} = {self.pick(sources)}"), self.emit(f"show({', '.join(names)})")))
        target = self.pick(targets)
        names = sorted(set(target) & set("abcd"))
        self.guarded(lambda: self.block(f"for {target} in [{', '.join(self.many(sources, 1, 3))}]:", lambda: self.emit(f"show({', '.join(names)})")))
        self.each(f"[*{self.pick(sources)}, *{self.pick(sources)}]", f"(*{self.pick(sources)}, 1)", f"{{*{self.pick(['(1, 2)', '[3]', '()'])}, 1}}", f"print(*{self.pick(sources)}, sep='-', end='|\\n')", f"{{**{self.pick(['{1: 2}', '{}', '[]', 'dict(a=1)'])}, 'k': 1}}", f"(lambda *p, **k: (p, k))(*{self.pick(sources)}, **{self.pick(['{}', 'dict(z=1)'])})")
        self.guarded(lambda: (self.emit("i = 0"), self.emit("i, row = 1, [5, 6]"), self.emit(self.pick(["i, row[i] = 0, 9", "row[i], i = 3, 0", "a = b = row[0] = 4", "row[0], row[1] = row[1], row[0]", "row[:] = row = [1]"])), self.emit("show(i, row)")))

    def deletes(self):
        self.text_block(f"class Box:\n    def __getitem__(self, k): return tell('get', k)\n    def __setitem__(self, k, v): tell('set', k, v)\n    def __delitem__(self, k): tell('del', k)\n    {self.choose(0.3, 'def __call__(self): return self')}")
        self.emit("box = Box()")
        for _ in range(4):
            self.guarded(lambda: self.emit(self.pick(["box[1]", "box[1:2]", "box[1:2, ::3]", "box[...]", "box[1,]", "box[1] = 2", "box[1] += 2", "del box[1], box[2:3]", "box[()]", "box[1, *(2, 3)]", "box[1], box[2] = 3, 4", "box['k'] |= {1}", "box.x", "del box.x", "box.x = 1; del box.x; del box.x",
                                                     "for box[0] in range(2): pass", "with box: pass", "box[tell('key', 1)] = tell('value', 2)", "x = box[1] = 5", "(box[0], y), *box[1:] = (1, 2), 3", "del (box[1], [box[2]])", "box() and box", "async_ = box[-1]", "len(box)", "list(box)[:2] if 0 else 0", "5 in ()", "box @ 1"])))

    # ---- numbers

    def numbers(self):
        whole = ["0", "1", "-1", "7", "-7", "2**31", "-2**31", "2**62", "2**63 - 1", "-2**63", "2**64", "10**18", "10**30", "-10**25", "True", "3**50", "1 << 100", "-(1 << 61)", "123456789012345678901234567890"]
        small = ["0", "1", "2", "3", "5", "-1", "-2", "13", "64", "70"]
        floats = ["0.1", "-0.0", "1e308", "5e-324", "2.5", "3.5", "-2.5", "1e16", "123456789.123456789", "float('inf')", "float('nan')", "(1/3)", "(2.0**70)", "0.5", "1e22", "1e23", "9007199254740993.0", "4.35", "2.675", "1.0000000000000002"]
        n, s, f = (lambda: f"({self.pick(whole)})"), (lambda: self.pick(small)), (lambda: self.pick(floats))
        self.each(*self.many([f"divmod({n()}, {n()})", f"divmod({f()}, {s()})", f"pow({n()}, abs({s()}), {n()})", f"pow({s()}, -1, {n()})", f"{n()} << {s()}", f"{n()} >> {s()}", f"{n()} // {n()}", f"{n()} % {n()}", f"{n()} * {n()}", f"{n()} ** {s()}", f"{f()} ** {f()}", f"{f()} // {f()}", f"{f()} % {f()}",
                              f"{n()} / {n()}", f"round({f()}, {s()})", f"round({f()})", f"round({n()}, {s()})", f"int({f()})", f"float({n()})", f"{f()}.hex()", f"({f()}).as_integer_ratio()", f"({n()}).bit_length()", f"({n()}).to_bytes({s()}, 'big', signed=True)", f"{n()} {self.pick(COMPARE)} {f()}",
                              f"{n()} & {n()}", f"{n()} | {n()}", f"{n()} ^ {n()}", f"~({n()})", f"abs({n()})", f"-({f()})", f"repr({f()})", f"str({f()} * {f()})", f"{f()} + {f()}", f"{f()} - {n()}", f"sum([{f()}, {f()}, {f()}])", f"complex({f()}, {s()})", f"({s()} + {s()}j) * ({s()} - 1j)",
                              f"({s()} + 2j) ** {s()}", f"abs({s()} + {s()}j)", f"bin({n()})", f"hex({n()})", f"oct({n()})", f"({n()}).bit_count()", f"int.from_bytes(b'\\xff\\x01', {self.pick(['%r' % 'big', '%r' % 'little'])}, signed={self.pick(['True', 'False'])})", f"({f()}).is_integer()", f"({n()}).conjugate()", f"{f()}.real",
                              f"float.fromhex({self.pick([repr('0x1.8p3'), repr('inf'), repr('0x.1'), repr('zz'), repr('1e5')])})", f"len(str({n()} ** abs({s()})))", f"{n()} == {n()} == {n()}", f"{s()} < {s()} <= {s()}", f"1 if {f()} else 2", f"({f()}).__round__({s()})", f"divmod({n()}, {f()})"], 10, 16))

    def conversions(self):
        texts = ["' 12 '", "'1_000'", "'0x1f'", "'1e3'", "'-0b11'", "'٣٤'", "'1__0'", "''", "'nan'", "'-Infinity'", "'1+2j'", "'1.5.2'", "'０'", "b'12'", "bytearray(b'7')", "None", "[1]", "'+5'", "'--5'", "' \\t7\\n'", "'9' * 30", "'1_0.0_1'", "'infinit'", "2.9", "True", "'(1+2j)'", "'j'"]
        self.each(*(f"{self.pick(['int', 'float', 'complex', 'bool', 'str', 'bytes', 'list', 'tuple', 'dict', 'repr', 'ord', 'chr', 'hash', 'len', 'iter', 'type', 'bytearray'])}({self.pick(texts)})".replace("hash(", "(lambda v: hash(v) and 1)(") for _ in range(7)))
        self.each(*(f"int({self.pick(texts)}, {self.pick(['2', '8', '10', '16', '0', '36', '37', '-1', '1'])})" for _ in range(3)), f"str(b'a\\xff', {self.pick([repr('utf-8'), repr('latin-1'), repr('ascii')])}, {self.pick([repr('strict'), repr('replace'), repr('ignore'), repr('backslashreplace')])})", f"bytes({self.pick(['3', '[1, 256]', repr('a'), '-1', '[1.5]', repr('é') + ', ' + repr('utf-8')])})")

    # ---- library

    def dataclass(self):
        name = self.fresh("Data")
        options = ", ".join(self.some(["order=True", "frozen=True", "slots=True", "kw_only=True", "eq=False", "repr=False", "unsafe_hash=True", "init=False", "match_args=False", "weakref_slot=True"], 0)[:3])
        fields = ["a: int", self.pick(["b: str = 'b'", "b: int", "b: list = field(default_factory=list)"]), self.pick(["c: float = 1.5", "c: 'int' = field(default=3, repr=False)", "c: int = field(init=False, default=9)", "c: int = field(kw_only=True)", "_: dataclasses.KW_ONLY", "c = 4", "c: list = []", "c: dataclasses.InitVar[int] = 2",
                                                                                                                    "c: int = field(default=1, compare=False)", "c: int = field(default=0, hash=True, metadata={'m': 1})"])]

        def write():
            for line in fields:
                self.emit(line)
            if self.chance(0.3):
                self.emit("def __post_init__(self, *more): tell('post', more)")
        def whole():
            self.block(f"@dataclass{self.pick([f'({options})', f'({options})', ''])}\n" + "    " * self.indent + f"class {name}:", write)
            if self.chance(0.4):
                self.guarded(lambda: self.block(f"@dataclass\n" + "    " * self.indent + f"class {name}Sub({name}):", lambda: self.emit(self.pick(["z: int = 7", "a: int = 1", "q: int"]))))
        self.guarded(whole)
        self.emit("x = None")
        self.guarded(lambda: self.emit(f"x = {name}({self.pick(['1', '1, 2', 'a=1', 'a=1, b=2', '1, 2, 3', '', '1, c=5'])})"))
        self.each(*self.many(["x", "x == x", f"x == {name}(1)", f"x < {name}(2)", "hash(x) and 1", "x.a", "setattr(x, 'a', 5)", "x", "dataclasses.asdict(x)", "dataclasses.astuple(x)", "dataclasses.replace(x, a=9)", "[f.name for f in dataclasses.fields(x)]", "setattr(x, 'zz', 1)", "delattr(x, 'a')", f"{name}.__match_args__", f"{name}.b", "copy.copy(x)",
                              f"{name}.__doc__[:9]", "vars(x)", f"{name}Sub(1, 2)", f"{name}Sub(a=1)", f"sorted([{name}(3), {name}(1)])", "dataclasses.is_dataclass(x)", f"{name}.__dataclass_params__", f"dataclasses.fields({name})[1].default", f"{name}.__slots__"], 5, 10))

    def enums(self):
        name = self.fresh("Kind")
        base = self.pick(["enum.Enum", "enum.IntEnum", "enum.Flag", "enum.IntFlag", "enum.StrEnum", "str, enum.Enum", "enum.Enum", "enum.Flag"])
        values = {"enum.StrEnum": ["'r'", "enum.auto()", "'b'"], "str, enum.Enum": ["'r'", "'g'", "'b'"], "enum.Flag": ["1", "2", "enum.auto()"], "enum.IntFlag": ["enum.auto()", "enum.auto()", "8"]}.get(base, [self.pick(["1", "enum.auto()"]), "2", self.pick(["enum.auto()", "5", "1"])])

        def write():
            for member, value in zip(("RED", "GREEN", "BLUE"), values):
                self.emit(f"{member} = {value}")
            if self.chance(0.3):
                self.emit("ALIAS = RED" if "Flag" not in base else "ALL = RED | GREEN")
            if self.chance(0.4):
                self.emit("def shout(self): return self.name.lower() + '!'")
            if self.chance(0.2):
                self.emit("@classmethod\n" + "    " * self.indent + "def _missing_(cls, value): return cls.RED if value == 'x' else None")
        self.guarded(lambda: self.block(f"{self.choose(0.15, '@enum.unique') and '@enum.unique' + chr(10) + '    ' * self.indent}class {name}({base}):", write))
        self.each(*self.many([f"list({name})", f"{name}.RED", f"repr({name}.BLUE)", f"{name}(2)", f"{name}('x')", f"{name}(99)", f"{name}['GREEN']", f"{name}['NO']", f"{name}.RED.name", f"{name}.BLUE.value", f"{name}.RED is {name}.RED", f"{name}.RED == 1", f"{name}.RED < {name}.GREEN", f"{name}.RED | {name}.BLUE", f"{name}.RED & {name}.GREEN", f"~{name}.RED",
                              f"{name}.RED ^ {name}.BLUE", f"{name}.RED in {name}", f"1 in {name}", f"len({name})", f"{name}.__members__.keys()", f"{name}.RED.shout()", f"f'{{{name}.RED}}'", f"f'{{{name}.BLUE:>12}}'", f"str({name}.RED)", f"{name}.RED + 1", f"setattr({name}, 'RED', 3)", f"{name}.ALIAS", f"{name}(0)", f"{name}(7)", f"list({name}.RED | {name}.GREEN)", f"{name}.NOPE",
                              f"type({name}.RED)", f"{name}.RED.RED", f"{name}", f"hash({name}.RED) and 1", f"{name}('r')", f"bool({name}(0))", f"isinstance({name}.RED, {name})", f"{name}.RED.value in (1, 'r')", f"sorted({name})", f"'%s' % {name}.RED", f"{name}.GREEN._value_", f"reversed({name})"], 6, 12))

    def itertools(self):
        it = self.pick(["range(5)", "'abc'", "[3, 1, 2]", "iter([1, 2, 3, 4])", "[1, 1, 2, 2, 1]", "()", "[0, 1, 0, 2]", "5"])
        uses = ["accumulate({i})", "accumulate({i}, lambda a, b: b)", "accumulate({i}, initial=1)", "chain({i}, 'x')", "chain.from_iterable([{i}, [1]])", "combinations({i}, 2)", "permutations({i}, 2)", "product({i}, repeat=2)", "combinations_with_replacement({i}, 2)", "islice({i}, 1, None, 2)", "islice({i}, -1)", "takewhile(bool, {i})", "dropwhile(lambda v: v == 0, {i})",
                "filterfalse(None, {i})", "starmap(pow, [(2, 3), (1, 2)])", "zip_longest({i}, 'ab', fillvalue='-')", "pairwise({i})", "batched({i}, 2)", "batched({i}, 0)", "batched({i}, 2, strict=True)", "compress({i}, [1, 0, 1])", "repeat({i}, 2)", "count(2, 3)", "cycle({i})", "tee({i}, 0)", "pairwise({i})"]
        self.each(*(f"list(itertools.islice(itertools.{self.pick(uses).format(i=it)}, 7))" for _ in range(4)))
        self.each(f"[(k, list(g)) for k, g in itertools.groupby({it})]", f"list(zip({it}, {it}))", f"list(map(operator.{self.pick(['add', 'mul', 'lt', 'mod'])}, [1, 2], [3, 4]))", f"list(enumerate({it}, {self.number()}))", f"list(filter(None, {it}))", f"functools.reduce(operator.add, {it})", f"sum({it})", f"list(zip({it}, [1], strict=True))", f"next(iter({it}))", f"list(reversed({it}))",
                  f"list(map(lambda a, b: (a, b), {it}, 'xy', strict=True))")

    def functools(self):
        self.text_block("@functools.singledispatch\ndef kind(v): return 'any'\n@kind.register\ndef _(v: int): return 'int'\n@kind.register(list)\ndef _(v): return 'list'\n@kind.register(str | bytes)\ndef _(v): return 'text'")
        self.text_block(f"@functools.total_ordering\nclass Total:\n    def __init__(self, n): self.n = n\n    def __eq__(self, o): return self.n == o.n\n    def __{self.pick(['lt', 'gt', 'le', 'ge'])}__(self, o): return {self.pick(['self.n < o.n', 'NotImplemented', 'self.n > o.n'])}")
        self.text_block("@functools.lru_cache(maxsize=2)\ndef cached(n): return tell('computing', n)\np = functools.partial(int, base=2)")
        self.each(*self.many([f"kind({self.simple()})", "kind(True)", "kind(b'')", "kind()", "kind.dispatch(bool)(1)", "Total(1) <= Total(2)", "Total(1) > Total(1)", "Total(2) >= Total(1)", "cached(1)", "cached(2)", "cached(3)", "cached(1)", "cached.cache_info()", "cached([])", "cached.cache_clear()", "p('101')", "p('12')", "p", "p.func, p.keywords", "functools.partial(p, '11')()",
                              "functools.reduce(lambda a, b: a * b, [1, 2, 3, 4])", "functools.reduce(max, [])", "functools.reduce(lambda a, b: [a, b], 'abc', 0)", "functools.partial(pow, 2)(5)", "functools.partial(print, 'a', sep='-')('b')", "operator.methodcaller('upper')('x')", "operator.itemgetter(1, 0)('ab')", "operator.attrgetter('real.imag')(3)"], 6, 10))

    def collections(self):
        self.text_block("Point = collections.namedtuple('Point', 'x y z', defaults=[0])\nc = collections.Counter('abracadabra')\nq = collections.deque([1, 2, 3], maxlen=" + self.pick(["None", "3", "4"]) + ")\ndd = collections.defaultdict(" + self.pick(["list", "int", "lambda: 7", "None"]) + ")\nod = collections.OrderedDict(a=1, b=2, c=3)\ncm = collections.ChainMap({'a': 1}, {'a': 2, 'b': 3})")
        uses = ["Point(1, 2)", "Point(1)", "Point(1, 2)._replace(x=5)", "Point._make([1, 2, 3])", "Point(1, 2)._asdict()", "Point(1, 2) == (1, 2, 0)", "Point._fields", "Point(1, 2).x", "Point(x=1, y=2, w=3)", "Point(1, 2)[1:]", "hash(Point(1, 2)) == hash((1, 2, 0))", "c.most_common(2)", "c['a']", "c['zz']", "c + c", "c - collections.Counter(a=3)", "c & collections.Counter('aab')", "c | collections.Counter('zz')",
                "+collections.Counter(a=-1, b=2)", "sorted(c.elements())[:4]", "c.total()", "c.subtract('ab')", "c.update({'a': 1})", "q.append(4)", "q.appendleft(0)", "q.rotate(1)", "q", "q.pop()", "q.popleft()", "q[0]", "q[9]", "q.extend('ab')", "q.extendleft('ab')", "q.index(2)", "q.remove(9)", "q.insert(1, 'i')", "q.count(1)", "q.reverse()", "q == collections.deque([1])", "q + q", "q * 2", "list(reversed(q))", "q.maxlen",
                "dd['k']", "dd", "dd.get('n')", "dd['k'].append(1)", "dd.__missing__('z')", "dd | {'x': 1}", "od.move_to_end('a')", "od.move_to_end('a', last=False)", "od.popitem(last=False)", "od", "od == {'c': 3, 'a': 1, 'b': 2}", "list(reversed(od))", "cm['a']", "cm['zz']", "cm", "dict(cm)", "cm.new_child({'q': 1})", "cm.maps", "cm.__setitem__('b', 9)", "list(cm)", "len(cm)", "c == collections.Counter('abracadabra')", "c > collections.Counter('a')",
                "collections.UserDict(a=1)", "collections.namedtuple('N', 'a a')", "collections.namedtuple('N', 'def x', rename=True)._fields", "copy.copy(q)", "copy.deepcopy(dd)", "types.SimpleNamespace(a=1, b=[2])", "types.MappingProxyType({'a': 1})['a']"]
        self.each(*self.many(uses, 8, 14))

    # ---- the rest

    def code(self):
        sources = ["1 + 1", "x := 3", "[y for y in range(z)]", "z", "undefined_name", "1 +", "(z, locals().get('z'))", "lambda: z", "__name__", "'a' 'b'", "print('in eval')", "z.real", "(yield)", "f'{z}'", "a b", "0777", "1__0", "'unclosed", "z if z else 1", "*z"]
        statements = ["k = z + 1", "def f(): return z\nk = f()", "class K: v = z\nk = K.v", "for i in range(2): k = i", "import math\nk = math.floor(2.5)", "raise ValueError(z)", "k = 1\nif k\n  pass", "global k\nk = 8", "k: int = 3", "del z", "x = (1,\ny = 2", "k = [i for i in [z]]", "try:\n    1/0\nexcept ZeroDivisionError as e:\n    k = str(e)", "  k = 1", "k = 1\n    k = 2", "return 1", "assert z > 9, 'small'", "f(**{}, *[])"]
        for _ in range(3):
            self.each(f"eval({self.pick(sources)!r}, {self.pick(['{%r: 3}' % 'z', '{%r: 3}, {%r: 4}' % ('z', 'z')])})")
            self.guarded(lambda: (self.emit("space = {'z': 5}"), self.emit(f"exec({self.pick(statements)!r}, space)"), self.emit("show(space.get('k'), space.get('z'), sorted(n for n in space if n[:1] != '_'))")))
        self.each(f"compile({self.pick(sources)!r}, 'name', 'eval').co_names", "globals()['__name__']", "eval(compile('3 * 4', 'f', 'eval'))", f"type(compile({self.pick(statements)!r}, 'f', 'exec')).__name__")

    def iterators(self):
        name = self.fresh("Iter")

        def write():
            self.text_block(f"def __init__(self, n): self.n = n\ndef __iter__(self): return {self.pick(['self', 'iter(range(self.n))', 'self', '3', 'Iterating(self.n)'])}\ndef __next__(self):\n    self.n -= 1\n    if self.n < 0: raise {self.pick(['StopIteration', 'StopIteration(5)', 'IndexError(1)', 'StopIteration'])}\n    return self.n")
            if self.chance(0.3):
                self.emit("def __length_hint__(self): return " + self.pick(["2", "NotImplemented"]))
            if self.chance(0.3):
                self.emit("def __contains__(self, v): return " + self.pick(["None", "v", "[]"]))
            if self.chance(0.3):
                self.emit("def __reversed__(self): return iter('rev')")
        self.text_block("class Iterating:\n    def __init__(self, n): self.n = n\n    def __next__(self):\n        self.n -= 1\n        if self.n < -2: raise StopIteration\n        return tell('next', self.n)\nclass Items:\n    def __getitem__(self, k):\n        if k > 2: raise IndexError\n        return k * 2\n    def __len__(self): return 3")
        self.block(f"class {name}:", write)
        self.each(*self.many([f"list({name}(3))", f"[*{name}(2)]", f"1 in {name}(3)", f"sum({name}(3))", f"next({name}(0))", f"next({name}(0), 'd')", f"list(zip({name}(2), 'ab'))", f"max({name}(3))", f"list(reversed({name}(2)))", f"dict.fromkeys({name}(2))", f"list(map(str, {name}(2)))", f"(lambda a, b: (a, b))(*{name}(2))",
                              f"for_ := sorted({name}(3))" if False else f"sorted({name}(3))", f"list(iter({name}(3).__next__, 1))", "list(Items())", "2 in Items()", "list(reversed(Items()))", "[*Items()][::-1]", "iter(Items()).__length_hint__()", "list(iter([1, 2].pop, 1))", "iter(3)", "next([])", "list(iter(int, 1))[:1] if 0 else 1", f"any({name}(2))", f"[].extend({name}(2))", f"enumerate({name}(1)).__next__()"], 5, 9))
        self.emit("li = [1, 2, 3]")
        self.guarded(lambda: (self.emit("it = iter(li)"), self.emit(self.pick(["next(it); li.append(4)", "li.clear()", "next(it); li.pop(0)", "list(it); li.append(9)"])), self.emit("show(list(it), li)")))

    def chains(self):
        self.text_block("def f(v): return tell('f', v)\nclass Falsy:\n    def __bool__(self): return tell('bool', False)\n    def __repr__(self): return 'Falsy'")
        atoms = ["f(0)", "f(1)", "f('')", "f(None)", "f(2)", "Falsy()", "f([])", "not f(1)", "f(3)"]
        operators = ["and", "or", "<", "==", "is", "in", "!=", "is not", "not in", "+", "<=", ">"]
        for _ in range(4):
            parts = self.many(atoms, 2, 4)
            self.each(" ".join(part if number == 0 else f"{self.pick(operators)} {part if not part.startswith('not') else '(' + part + ')'}" for number, part in enumerate(parts)))
        self.each(f"{self.pick(atoms)} if {self.pick(atoms)} else {self.pick(atoms)}", f"(w := {self.pick(atoms)}) or w", f"[{self.pick(atoms)}, {self.pick(atoms)}][{self.pick(['f(0)', 'f(1)', 'f(-1)', 'f(2)', 'Falsy()'])}]", f"f({self.pick(atoms)})", f"-{self.pick(['f(1)', 'f(True)', 'Falsy()', 'f([])'])} ** 2", f"dict(a={self.pick(atoms)})['a'] is None")
        self.guarded(lambda: (self.block(f"while {self.pick(atoms)} and {self.pick(atoms)}:", lambda: self.emit("break")), self.block("else:", lambda: self.emit("print('else')"))))
        self.guarded(lambda: self.emit(f"assert {self.pick(atoms)}, f('message')"))


if __name__ == "__main__":
    print(Writer(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 4).program())
