"""Write a random program of further scenes of the language: scopes, orders of evaluation, type parameters, t-strings, buffers, mutation
during iteration, finalization, wrappers.

Usage: python3 random_scenes.py SEED [SIZE] > program.py

As random_language.py, whose helpers and header these are; a few of its scenes are mixed in.
"""

import sys

from random_language import HEADER as LANGUAGE_HEADER
from random_language import Writer as LanguageWriter

HEADER = LANGUAGE_HEADER + '''import asyncio, string, types, typing, warnings
warnings.simplefilter("ignore")

def run(source, **names):
    names["__name__"] = __name__
    try:
        exec(compile(source, "scene", "exec"), names)
        print(plain(names.get("out")))
    except BaseException as error:
        failed(error)

class Loud:
    def __init__(self, name): self.name = name
    def __getattr__(self, key):
        if key.startswith("__"): raise AttributeError(key)
        return tell(f"{self.name}.{key}", Loud(f"{self.name}.{key}"))
    def __setattr__(self, key, value):
        if key != "name": tell("set", key)
        object.__setattr__(self, key, value)
    def __delattr__(self, key): tell("del", key)
    def __getitem__(self, key): return tell(f"{self.name}[{plain(key)}]", Loud(f"{self.name}[]"))
    def __setitem__(self, key, value): tell("setitem", plain(key), plain(value))
    def __delitem__(self, key): tell("delitem", plain(key))
    def __call__(self, *args, **kwargs): return tell(f"{self.name}()", len(args), sorted(kwargs), Loud(f"{self.name}()"))
    def __iadd__(self, other): return tell(f"{self.name} +=", self)
    def __add__(self, other): return tell(f"{self.name} +", self)
    def __lt__(self, other): return tell(f"{self.name} <", True)
    def __iter__(self): return iter([tell(f"iter {self.name}", 1), 2])
    def __enter__(self): return tell(f"enter {self.name}", self)
    def __exit__(self, *error): return tell(f"exit {self.name}", error[0] and error[0].__name__, False)
    def __bool__(self): return tell(f"bool {self.name}", True)
    def __hash__(self): return tell(f"hash {self.name}", 1)
    def __eq__(self, other): return tell(f"{self.name} ==", self is other)
    def __repr__(self): return f"<{self.name}>"

def v(value):
    return tell("value", plain(value), value)

def ended(odd, *key):
    odd.turns = getattr(odd, "turns", 0) + 1
    if odd.turns > 3: raise StopIteration if not key else IndexError(key[0])
    return odd.turns

class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): print("gone", self.name)
    def __repr__(self): return f"Noisy({self.name})"

'''


class Writer(LanguageWriter):
    def program(self):
        self.lines = [HEADER]
        scenes = [self.scopes, self.class_bodies, self.walrus, self.targets, self.orders, self.augmented, self.deleting, self.nested_formats, self.templates, self.parameters, self.aliases,
                  self.async_comprehensions, self.star_groups, self.mutation, self.huge_slices, self.parsing, self.formatting, self.byte_methods, self.memory, self.set_names, self.subclass_first,
                  self.finalization, self.flags, self.wrappers, self.finallies, self.unicode_methods, self.unpack_calls, self.nested_patterns, self.suppressing, self.data_inherits, self.annotations,
                  self.sequences, self.mappings, self.protocols, self.classes_changed, self.exceptions_attributes, self.delegation]
        for _ in range(4 * self.size):
            if self.chance(0.15):
                self.guarded(self.pick([self.descriptor, self.metaclass, self.hooks, self.generators, self.managers, self.closures, self.stars, self.lookups, self.groups]))
            else:
                self.guarded(self.pick(scenes))
        return "\n".join(self.lines) + "\n"

    def source(self, text, **names):
        """A program of its own, whose SyntaxError is no end of all."""
        self.emit(f"run({text!r}{''.join(f', {name}={value}' for name, value in names.items())})")

    # ---- names

    def scopes(self):
        declare = self.pick(["nonlocal x", "global x", "pass", "nonlocal y", "global x, y", "nonlocal x, y"])
        use = self.pick(["x = 5", "x += 1", "del x", "for x in range(2): pass", "import math as x", "def x(): pass", "class x: pass", "(x := 7)", "x: int = 3", "with Loud('x') as x: pass", "[q for q in 'ab']", "try: 1/0\n        except Exception as x: pass", "print(x)", "x, *y = 1, 2, 3", "y = x"])
        after = self.pick(["return x", "return locals().get('x')", "return sorted(locals())", "return (lambda: x)()", "return [x for _ in '1']", "return eval('x')", "yield x", "exec('x = 9'); return x"])
        first = self.pick(["x = 1", "x = y = 1", "y = 0", "def x(): return 4", "x: int", "del x"])
        self.source(f"x = 'global'\ndef outer():\n    {first}\n    def inner():\n        {declare}\n        {use}\n        {after}\n    got = inner()\n    got = list(got) if hasattr(got, '__next__') else got\n    return got, {self.pick(['x', 'sorted(locals().keys() - {0})', '1', 'inner.__code__.co_freevars'])}\n"
                    f"try: out = (outer(), x)\nexcept Exception as e: out = (type(e).__name__, str(e), x)", Loud="Loud")

    def class_bodies(self):
        body = self.many(["x = x + 1 if 'x' in dir() else 1", "y = [x for _ in range(2)]", "z = [k for k in range(x)]", "def f(self): return x", "f2 = lambda self: __class__.__name__", "x: int", "w = locals().get('x')", "nonlocal x; x = 8", "global x; x = 9", "del x", "class Inner: v = x",
                          "y = (lambda: x)()", "z = {x: y for y in 'a'}", "__slots__ = ('s',)", "def __repr__(self): return 'K'", "k = __qualname__", "u = [(q, x) for q in [x]]", "x = 'class'", "import math", "if (n := 4): m = n", "for i in range(3): pass", "@property\n        def p(self): return self.__secret", "__secret = 'hidden'"], 2, 5)
        look = self.pick(["sorted(n for n in vars(K) if not n.startswith('__'))", "K.x", "K().f()", "K.y", "K.z", "K().f2()", "K.w", "K.k", "K.__qualname__", "(K.x, x)", "K.u", "K().p", "[getattr(K, n, None) for n in 'xyzw']"])
        lines = "\n".join(f"        {line}" for line in body)
        self.source(f"x = 'global'\ndef make(x='param'):\n    class K:\n{lines}\n    return K\ntry:\n    K = make()\n    out = {look}\nexcept Exception as e: out = (type(e).__name__, str(e))")

    def walrus(self):
        comprehension = self.pick(["[(y := k) for k in range(3)]", "[y := 1, y ** 2]", "{(y := k): y for k in 'ab'}", "[k for k in range(5) if (y := k % 2)]", "any((y := k) > 1 for k in range(4))", "[[y := i + j for i in range(2)] for j in range(2)]", "[k := 1 for k in 'a']", "[(lambda: (y := k))() for k in 'ab']",
                                   "list(y := k for k in range(2))", "[z for z in (y := [1, 2])]", "(y := 1, y := 2)", "f'{(y := 4)}{y}'", "[y for _ in range(2) if not (y := None)]", "(lambda a=(y := 3): a + y)()", "max(y := [3, 1], key=lambda q: (y2 := -q))", "print(y := 2, end='\\n')", "[k for k in (y := range(3)) if k]"])
        where = self.pick(["out = {c}, y", "def f():\n    r = {c}\n    return r, y\nout = f()", "class K:\n    r = {c}\nout = K.r", "def f():\n    global y\n    return {c}\nout = f(), y", "def f():\n    y = 'own'\n    def g():\n        nonlocal y\n        return {c}\n    return g(), y\nout = f()", "if {c}: out = y", "while {c}:\n    out = y\n    break"])
        self.source(f"y = 'start'\n{where.format(c=comprehension)}")

    def targets(self):
        target = self.pick(["a, b", "a, *b", "*a, b", "[a, *b, c]", "(a, (b, *c))", "a, (b, [c, *d]), e", "*a,", "a", "l[0], l[-1]", "o.x, o.y", "l[1:2]", "a, a", "l[l.index(3)], a", "d['k'], *d['r']", "(a), [b]", "a, *a", "*a, *b", "*a", "l[:], a"])
        value = self.pick(["1, 2", "[1, [2, 3]]", "'ab'", "(1, (2, 3, 4))", "1, (2, (3, 4, 5)), 6", "range(3)", "iter([1, 2, 3])", "{'k': 1, 'r': 2}", "3", "()", "[[1], [2]]", "l, 5", "(x for x in 'xyz')", "None", "b'ab'", "{1: 2, 3: 4}.items()"])
        names = "sorted((k, plain(w)) for k, w in globals().items() if len(k) == 1 and k not in 'lod')"
        self.source(f"l = [1, 2, 3]\nd = {{}}\nclass O: pass\no = O()\ntry:\n    {target} = {value}\nexcept Exception as e: print(type(e).__name__, e)\nout = ({names}, l, d, vars(o))", plain="plain")
        self.source(f"l = [1, 2, 3]\nd = {{}}\nclass O: pass\no = O()\nout = []\ntry:\n    for {target} in [{value}, {self.pick(['(7, 8)', '(1, (2, 3))', '[9]'])}]: out.append({names})\nexcept Exception as e: out.append((type(e).__name__, str(e)))", plain="plain")

    # ---- what is evaluated when

    def orders(self):
        l = lambda: self.pick(["L", "L.a", "L[v(1)]", "L.b.c", "L()", "L(v(2))", "v(3)", "L[v(0):v(1)]", "L(*v([1]), k=v(2))", "[v(4)]", "{v(1): v(2)}", "v(L)", "(v(1), v(2))"])
        t = lambda: self.pick(["L.a", "L[v(1)]", "L.b.c", "L[v('k')].d", "L()[v(2)]", "x", "L[v(0):v(1)]", "L[v(1), v(2)]", "(L.p, L.q)", "[L.p, *L.q]"])
        statement = self.pick([f"{t()} = {t()} = {l()}", f"x = {l()} < {l()} < {l()}", f"x = {l()} if {l()} else {l()}", f"x = {{{l()}: {l()}, {l()}: {l()}}}" if self.chance(0.3) else f"x = [{l()}, {l()}]", f"x = {l()}({l()}, *{self.pick(['v([1])', 'L'])}, k={l()}, **v({{}}))", f"del {self.pick(['L.a', 'L[v(1)]', 'L.b.c, L[v(2)]', 'L[v(1):v(2)]'])}",
                               f"for {t()} in v([{self.pick(['1', '(1, 2)', '[3]'])}]): x = 1", f"with L.m as {t()}, {l()} as y: x = 1", f"x = {l()} and {l()} or {l()}", f"x: {l()} = {l()}", f"{t()}: {l()} = {l()}", f"x = f'{{{l()}!r:{{v(8)}}}}{{{l()}}}'", f"assert {l()}, {l()}", f"x = lambda a={l()}, *, b={l()}: 0", f"@{l()}\n@{l()}\ndef x(a={l()}, *, b: {l()} = {l()}) -> {l()}: pass",
                               f"class x({l()}, metaclass={l()}): y = {l()}", f"x = [{l()} for y in {l()} if {l()}]", f"x = {l()}[{l()}:{l()}:{l()}]", f"x = not {l()} in v([1])", f"raise {l()} from {l()}", f"x = {l()} + {l()} + {l()}", f"print({l()}, end={l()})", f"x = (yield_ := {l()}), {l()}", f"x = sorted({{{l()}, {l()}}}, key=repr)" if self.chance(0.3) else f"x = ({l()}, *v([1]), {l()})"])
        self.source(f"x = 0\n{statement}\nout = x", L="Loud('L')", v="v")

    def augmented(self):
        sign = self.pick(["+", "-", "*", "//", "%", "**", "|", "&", "<<", "@", "/"])
        target = self.pick(["x", "l[0]", "l[v(1)]", "d[v('k')]", "d['new']", "o.a", "o.none", "t[0]", "l[0:2]", "l[v(-1)]", "o.prop", "o.slot", "s", "l"])
        value = self.pick(["v(2)", "[1]", "(1,)", "'ab'", "l", "1.5", "None", "{3}", "d", "x"])
        self.source(f"class O:\n    a = 1\n    @property\n    def prop(self): return tell('get', 4)\n    __add__ = None\n    def __iadd__(self, w): return tell('iadd', w, 'replaced')\nx, l, d, o, t, s = 1, [1, 2, 3], {{'k': 1}}, O(), ([1], 2), {{1, 2}}\ntry:\n    {target} {sign}= {value}\nexcept Exception as e: print(type(e).__name__, e)\nout = x, l, d, vars(o), O.a, t, s", v="v", tell="tell")

    def deleting(self):
        what = self.pick(["x", "x, y", "(x, y)", "[x, y]", "l[0]", "l[::2]", "l[1:]", "d['a']", "d['zz']", "o.a", "o.zz", "l[9]", "x, x", "()", "(x)", "l[0], l[0]", "d['a'], d", "t[0]", "s[0]", "o", "O.a", "1", "x + y", "f()", "*x", "x.real", "l[:], l"])
        then = self.pick(["x", "l", "d", "vars(o)", "y", "O.a", "(lambda: x)()"])
        self.source(f"class O: a = 1\nx = y = 1\nl, d, o, t, s = [1, 2, 3, 4], {{'a': 1}}, O(), (1,), 'ab'\no.a = 2\ntry:\n    del {what}\nexcept Exception as e: print(type(e).__name__, e)\nout = {then}")
        self.source(f"def f():\n    x = y = 1\n    l = [1, 2, 3, 4]\n    {self.pick(['if x:', 'for _ in range(2):', 'while l.pop():', 'with Loud(1):'])}\n        del {what}\n    return {then}\nout = f()", Loud="Loud")

    # ---- texts

    def nested_formats(self):
        value = lambda: self.pick(["3.14159", "42", "'text'", "-7", "1e10", "True", "None", "[1, 2]", "2**70", "1j", "x", "{'a': 1}['a']", "'é日'", "b'x'", "(1, 2)"])
        spec = lambda: self.pick(["{w}", "{w}.{p}f", ">{w}", "*^{w}", "{a}{w}", "+.{p}e", "{'x' if w else 'd'}", "{w:0>3}", "{p!r:>2}", "08.3f", ",", "_b", "%", "<{w}s", "{w}{'d'}", "={w}", "#x", "{'>'}{w}", "{w!s}", ".{p}", "z.0f", "-10", "^+{w},.{p}f", "{f'{w}'}", "{{}}", "%H", "é>5", "-", "0"])
        for _ in range(3):
            self.source(f"w, p, a, x = {self.number(0, 12)}, {self.number(0, 5)}, '<', {value()}\nout = f'{{{value()}{self.pick(['', '!r', '!s', '!a', '=', ' = ', '=!s', ' =  '])}:{spec()}}}|{{{value()}}}'".replace("\\'", "'") if self.chance(0.5) else
                        f"w, p, a, x = {self.number(0, 12)}, {self.number(0, 5)}, '>', 5\nout = f\"\"\"{{x:{spec()}}}{{ {value()} !r:{{w}}}}{{(lambda q: q * 2)(x)}}{{x!r}}{{'nested ' f'{{x + 1}}' {self.pick(['', ' + str(w)'])}}}\"\"\"")
        self.source("x = 2\nout = " + self.pick(["f'{x' + '}'", "f'{}'", "f'{x!z}'", "f'{x:{y}}'", "f'{x!r:^{x}}{{}}'", "f'{x:{x:{x}}}'", "f'{x=:d}'", "f'{x:{x:{x:{x}}}}'", "f'}'", "f'{{x}}'", "f'{lambda: 1}'", "f'{x,}'", "f'{*[1], 2}'", "f'{x:=5}'", "f'{(x:=5)}'", "f'{x if x else}'", "f'{\"a\" \"b\"}'", "rf'\\d{x}'", "f'\\N{BULLET}{x}'", "f'{x}' 'y' f'{x!r}'", "f'{yield_}'", "f'{x!r !s}'", "f'{\\n}'", "f'{x #c\\n}'", "f'{ x = !r}'"]))

    def templates(self):
        part = lambda: self.pick(["{x}", "{x!r}", "{x:>{w}}", "{x = }", "{1 + 1}", "text", "{{}}", "{y!a:.2f}", "{'a' 'b'}", "{[k for k in 'ab']}", "", "{x}{y}", "{x=!s:3}"])
        template = "t'" + part() + part() + part() + "'"
        look = self.pick(["q.strings", "[(i.value, i.expression, i.conversion, i.format_spec) for i in q.interpolations]", "q.values", "list(q)", "q", "q + t'{x}'", "(q + t' more').strings", "q + 'text'", "'text' + q", "type(q)", "q == q", "q.interpolations[0]", "len(q.strings) - len(q.interpolations)", "q.strings + ('',)", "hash(q) == hash(q)", "str(q)[:9]", "q.nothing", "(t'a' t'{y}').strings", "t'a' 'b'", "setattr(q, 'strings', 1)", "isinstance(q, templatelib.Template)", "templatelib.Template('a', 'b', templatelib.Interpolation(1, 'x')).strings",
                          "templatelib.Interpolation(3, 'e', 'r', '>3')", "templatelib.Interpolation(3, 'e', 'q')", "next(iter(q), None)", "''.join(i if isinstance(i, str) else format(templatelib.convert(i.value, i.conversion), i.format_spec) for i in q)", "templatelib.Template(1)", "f'{q}'[:8]", "f'{q.values}'"])
        self.source(f"from string import templatelib\nx, y, w = {self.pick(['3', repr('é'), '[1]'])}, 2.5, 6\nq = {template}\nout = {look}")

    def parsing(self):
        number = lambda: self.pick(["1", "-12", "+3", " 4 ", "1_000", "0x1f", "0b11", "0o17", "1e5", ".5", "5.", "1__0", "_1", "1_", "inf", "-nan", "infinity", "١٢", "１２", "1e400", "1e-400", "0x", "z", "Zz", "", "  ", "1 2", "1e", "--1", "12345678901234567890123", "0.1e1_0", "1\\n", "\\x00", "1+2j", "(3-4j)", "j", "1e308j", "nan+infj", "0b2", "00012", "0_7", "-0", "-0.0", "1.5", "0x1.8p3", "TRUE", "½", "五"])
        for _ in range(6):
            self.each(f"{self.pick(['int', 'float', 'complex', 'float.fromhex', 'int', 'float'])}('{number()}')")
        self.each(f"int('{number()}', {self.number(0, 37)})", f"int({self.pick(['1.9', '-1.9', '1e20', 'float(\"inf\")', 'float(\"nan\")', 'None', '[]', 'b\"12\"', 'bytearray(b\" 7\")', 'True', '1j'])})", f"({self.pick(['0.1', '1e300', '-2.5', '3.0', '5e-324'])}).{self.pick(['hex()', 'as_integer_ratio()', 'is_integer()', '__round__(1)', '__floor__()', '__trunc__()', '__divmod__(0.3)', 'conjugate()', '__getnewargs__()', '__pow__(2, None)', '__eq__(1)'])}",
                  f"({self.pick(['10', '-255', '2**65', '0', 'True'])}).{self.pick(['bit_length()', 'bit_count()', 'to_bytes(9)', 'to_bytes(1, \"little\", signed=True)', 'to_bytes(0)', 'as_integer_ratio()', 'conjugate()', '__ceil__()', '__round__(-1)', 'is_integer()', '__pow__(-1, 7)', '__rsub__(1)', '__lshift__(-1)', '__divmod__(0)', 'numerator', '__index__()'])}",
                  f"int.from_bytes({self.pick(['b\"\\\\x01\\\\x02\"', '[1, 255]', 'b\"\"', '[256]', '3', 'b\"\\\\xff\"'])}, {self.pick(['\"big\"', '\"little\"', '\"middle\"'])}, signed={self.chance(0.5)})", f"round({self.pick(['2.5', '-0.5', '1234', '2.675', '1e16', '2**70'])}, {self.pick(['0', '-2', '2', 'None', '1', '-30', '400'])})", f"divmod({self.pick(['7', '-7', '7.5', '-7.5', '2**70'])}, {self.pick(['2', '-2', '0', '0.3', 'float(\"inf\")', '2**35'])})", f"pow({self.pick(['2', '-3', '0', '1.5'])}, {self.pick(['-1', '5', '0.5', '2**7'])}, {self.pick(['None', '7', '0', '-5', '1', '2.0'])})")

    def formatting(self):
        value = lambda: self.pick(["0", "-1", "255", "10**25", "3.14159", "-0.0", "1e-10", "1e25", "float('nan')", "float('-inf')", "'abc'", "True", "1.5+2j", "-0j", "0.5", "123456789.125", "'ä日'", "None", "2.5", "99999.95"])
        spec = lambda: self.pick(["", "<", ">", "^", "=", "*<", "x^"]) + self.pick(["", "+", "-", " "]) + self.pick(["", "", "z"]) + self.pick(["", "", "#"]) + self.pick(["", "", "0"]) + self.pick(["", "8", "12", "3", "1"]) + self.pick(["", ",", "_", ""]) + self.pick(["", ".0", ".2", ".5", ".10", ".,", ".3_"]) + self.pick(["", "d", "f", "e", "g", "x", "b", "o", "c", "s", "n", "%", "E", "G", "X", "F"])
        self.each(*(f"format({value()}, {spec()!r})" for _ in range(8)))
        percent = lambda: "%" + self.pick(["", "-", "+", " ", "0", "#", "-#"]) + self.pick(["", "5", "*", "12"]) + self.pick(["", ".2", ".0", ".*", ".7"]) + self.pick(["d", "s", "r", "a", "x", "o", "f", "e", "g", "c", "i", "%", "X", "G", "u", "b", "q"])
        self.each(*(f"'[{percent()}|{percent()}]' % ({', '.join(self.many(['1', '-2.5', repr('a'), 'None', '300', '[1]', '3', '4'], 1, 5))},)" for _ in range(4)))
        self.each(*(f"b'[{percent()}]' % ({', '.join(self.many(['1', '-2.5', 'b\"a\"', 'bytearray(b\"q\")', '97'], 1, 3))},)" for _ in range(2)))
        self.each(f"'{{0[{self.pick(['0', 'a', '-1', ''])}]}} {{1.{self.pick(['real', 'none', 'imag', ''])}}}'.format({self.pick(['[1, 2]', '{\"a\": 3, \"-1\": 4}'])}, 5)", f"'{self.pick(['{} {}', '{0} {}', '{a} {}', '{!r:>5}', '{:{}}', '{0:{1}{2}}', '{a[b].c}', '{', '}', '{{}}', '{:{:{}}}', '{!x}', '{0!}', '{0!r', '{a!s:{b}}', '{0.__class__.__name__}'])}'.format({', '.join(self.many(['1', repr('x'), '7', '3.5'], 0, 3))}{self.pick(['', ', a=3', ', a={\"b\": 1}, b=5']) if True else ''})".replace("format(, ", "format("),
                  f"'%({self.pick(['a', 'b', '', 'a b'])})s {self.pick(['', '%s', '%(a)d', '%%'])}' % {self.pick(['{\"a\": 1, \"a b\": 2}', '{}', '(1, 2)', '3', '{\"a\": 1}'])}", f"string.Template('$a ${{b}} $$ {self.pick(['$', '$c', '${', ''])}').{self.pick(['substitute', 'safe_substitute'])}(a=1, b=2)", f"'{self.pick(['a{x}b', '{x!r:>{y}}', '{x[0]}'])}'.format_map({{'x': 'text', 'y': 6}})", f"format({value()}, {self.pick([repr('>{}'), '5', repr('10.3q'), repr(',d'), repr('_,'), repr('é^9')])})")

    def unicode_methods(self):
        text = lambda: self.pick(["'straße'", "'ǅabc'", "'İstanbul'", "'ﬀoo'", "'Σίσυφος'", "'aΣ'", "'日本語 text'", "'x\\u0301y'", "'\\U0001f600 hi'", "'tab\\tin\\tit'", "'a\\x1cb\\x85c\\u2028d\\r\\ne'", "'ⅷ²½५'", "'they\\'re bill\\'s'", "'\\u00a0 nb \\u2003'", "''", "'𝒳y'", "'ŉ ǰ'", "'12ab_é'", "'\\ud800'"])
        arg = lambda: self.pick(["'s'", "'Σ'", "' '", "'\\u0301'", "''", "'ab'", "'日'", "'ß'"])
        method = lambda: self.pick(["upper()", "lower()", "title()", "capitalize()", "swapcase()", "casefold()", "isidentifier()", "isalpha()", "isdigit()", "isdecimal()", "isnumeric()", "isspace()", "isprintable()", "istitle()", "isupper()", "islower()", "isalnum()", "splitlines()", "splitlines(True)", "split()", "rsplit(None, 1)", "strip()", "encode('utf-8')", "encode('utf-16-le')", "encode('ascii', 'xmlcharrefreplace')", "encode('ascii', 'backslashreplace')",
                                    "encode('latin-1', 'replace')", "expandtabs(3)", "zfill(9)", "center(9, '·')", "ljust(8, 'é')", f"find({arg()})", f"count({arg()})", f"replace({arg()}, 'Q')", f"partition({arg()})", f"rpartition({arg()})", f"startswith({arg()})", f"endswith(({arg()}, {arg()}))", f"split({arg()})", f"index({arg()}, 1)", f"rfind({arg()}, 0, 3)", f"removeprefix({arg()})", f"removesuffix({arg()})", f"strip({arg()})", f"join({arg()})", f"translate({{ord('a'): {arg()}, 945: None}})", f"__contains__({arg()})", "encode('ascii')", "__len__()", "isascii()",
                                    f"translate(str.maketrans({arg()}, {arg()}))", "casefold().upper()", f"__lt__({arg()})"])
        self.each(*(f"{text()}.{method()}" for _ in range(9)), f"ascii({text()})", f"repr({text()})", f"sorted({text()})", f"{text()} < {text()}", f"max({text()})", f"[ord(c) for c in {text()}]", f"{text()}[{self.pick(['::-1', '1:-1', '-1', '9', '::2'])}]", f"{text()} * {self.number(-1, 3)} + {text()}")

    # ---- types

    def parameters(self):
        bound = lambda: self.pick(["", "", ": int", ": (int, str)", ": v('bound')", ": undefined", ": 'str'", ": list[T]", " = int", ": int = bool", " = v('default')", ": undefined = undefined2"])
        params = self.pick([f"T{bound()}", f"T{bound()}, U{bound()}", "*Ts", "**P", f"T, *Ts, **P", "T, T", f"T = int, U", "*Ts = *tuple[int, str]", "**P = [int]", "T: (yield)", "__T", "*Ts: int", f"T{bound()}, *Ts = *tuple[int]"])
        look = self.pick(["f.__type_params__", "[(t.__name__, type(t).__name__) for t in f.__type_params__]", "f.__type_params__[0].__default__", "f.__type_params__[0].has_default()", "f.__annotations__", "K.__type_params__", "K[int]", "K[int, str]", "K[int].__args__", "K.__orig_bases__", "K.__mro__[1:]", "K.__parameters__", "K[int]()", "T", "f.__type_params__[0].evaluate_bound(1)", "f.__type_params__[0].__infer_variance__", "K.m.__type_params__", "K().m(1)", "K.__bases__", "f(1)", "repr(K[K[int]])", "K['q']", "isinstance(K[int](), K)", "issubclass(K, typing.Generic)"])
        if "*" in params or "=" in params:  # what subscripting makes of these is told in few words
            look = self.pick(["f.__type_params__", "K.__type_params__", "K.__bases__", "f(1)", "K.m.__type_params__", "f.__annotations__"])
        base = self.pick(["", "", "(list[T])", "(typing.Protocol)", "(dict[str, T])", "()"])
        self.source(f"def f[{params}](a: T = 1) -> T: return a\nclass K[{params}]{base}:\n    x = {self.pick(['1', 'T', '[T]', '(lambda: T)()'])}\n    def m[V](self, a: V): return a, V.__name__\nout = {look}", v="v", typing="typing")

    def aliases(self):
        value = self.pick(["int", "list[int]", "undefined", "X", "v('made')", "dict[str, X]", "int | X", "tuple[T, ...]", "'text'", "(lambda: Y)()", "[q for q in 'ab']", "typing.Union[int, str]", "Y | None", "1 + 'a'", "(yield)", "(w := 3)"])
        head = self.pick(["X", "X", "X[T]", "X[T: int, *Ts]", "X[**P]", "X[T = str]"])
        look = self.pick(["X", "X.__value__", "X.__name__, X.__module__", "X.__type_params__", "X[int]", "X[int].__value__", "X[int].__args__", "X | int", "X.__parameters__", "type(X)", "X()", "isinstance(1, X)", "X.__value__.__args__", "(X.__value__, X.__value__)", "X.nope", "setattr(X, '__value__', 1)", "X[int, str]", "repr(X | None)", "X == X", "{X: 1}[X]", "typing.TypeAliasType('Z', int).__value__", "X.evaluate_value(1)", "list[X]", "X[X]"])
        place = self.pick(["type {h} = {v}\n", "def make():\n    Y = 'local'\n    type {h} = {v}\n    Y = 'late'\n    return X\nX = make()\n", "class C:\n    Y = 'class'\n    type {h} = {v}\nX = C.X\n"])
        self.source(f"Y = 'global'\n{place.format(h=head, v=value)}out = {look}", v="v", typing="typing")

    def annotations(self):
        note = lambda: self.pick(["int", "'text'", "undefined", "v('note')", "list[int]", "int | None", "lambda: 0", "(1, 2)", "K", "x", "f'{x}'", "typing.Optional[int]", "[q for q in 'ab']"])
        look = self.pick(["f.__annotations__", "K.__annotations__", "typing.get_type_hints(f)", "typing.get_type_hints(K)", "f.__annotate__(1)", "K.__annotate__ is not None", "f.__annotate__", "f.__annotations__ is f.__annotations__", "K().__annotations__", "K.y", "setattr(f, '__annotations__', {'z': 1}) or f.__annotations__", "delattr(K, '__annotations__') or K.__annotations__", "f.__annotate__(2)", "f.__annotate__(4)", "K.__annotations__.keys()", "__annotations__", "'__annotations__' in vars(K)", "M.__annotations__", "f.__annotate__('a')"])
        self.source(f"x = 1\ndef f(a: {note()}, *args: {note()}, k: {note()} = 3, **rest: {note()}) -> {note()}:\n    b: {note()}\n    c: {note()} = 5\n    return c\nclass K:\n    y: {note()}\n    z: {note()} = 2\n    w: {note()}\n    (q): int = 3\nclass M(K): pass\nm: {note()} = 1\nout = f(1), {look}", v="v", typing="typing")

    def set_names(self):
        self.text_block(f"class Named:\n    def __set_name__(self, owner, name):\n        tell('named', name)\n        {self.pick(['pass', '1 / 0', 'raise ValueError(name)', 'setattr(owner, name + repr(1), 2)', 'self.name = name', 'raise KeyError'])}\n    def __get__(self, obj, owner=None): return ('got', obj is None)\nclass Sub:\n    def __init_subclass__(cls, {self.pick(['**kw', 'flag', '/', 'flag=3'])}):\n        tell('sub', cls.__name__)\n        {self.pick(['pass', 'super().__init_subclass__()', 'raise TypeError(cls.__name__)', 'cls.extra = 1'])}")
        for _ in range(2):
            self.guarded(lambda: (self.block(f"class {self.fresh('K')}({self.pick(['Sub', 'object', 'Sub, flag=1', 'Sub, other=2', 'object, flag=2'])}):", lambda: (self.emit(f"a = {self.pick(['Named()', '1', 'Named'])}"), self.emit(f"b = {self.pick(['Named()', 'a'])}"), self.emit(self.pick(["__slots__ = ('s',)", "__slots__ = ('a',)", "__slots__ = ['s', 's']", "c = 3", "__slots__ = {'s': 'doc'}"])))), self.emit("show('made')")))
        self.each("type('Dyn', (Sub,), {'a': Named()}, flag=5).a", "Named.__set_name__(1, 2, 3)", "type('Dyn', (), {'__slots__': ('a', 'b')}).a", "type('D', (Sub,), {}, x=1)")

    def subclass_first(self):
        name = self.fresh("Num")
        base = self.pick(["int", "float", "str", "list", "tuple", "dict", "set", "bytes", "object", "complex", "frozenset"])
        ops = self.some(["add", "radd", "mul", "rmul", "sub", "rsub", "lt", "gt", "eq", "ne", "le", "ge", "or", "ror", "and", "rand", "mod", "rmod", "contains", "getitem", "len", "iter", "bool", "hash", "index", "str", "repr", "format", "missing", "iadd", "pow", "rpow", "divmod", "rdivmod", "matmul", "rmatmul", "neg", "abs", "round"], 3)[:8]
        result = {"contains": "True", "len": "4", "iter": "iter([7, 8])", "bool": "False", "hash": "11", "index": "2", "str": "'as str'", "repr": "'as repr'", "format": "'as format'"}
        def write():
            for op in ops:
                given = result.get(op, self.pick([repr(op) if op in ('neg', 'abs', 'round') else 'NotImplemented', repr(op), 'super().__' + op + '__(*a)', '5']))
                if op == "getitem" and not given.startswith("super"):  # whoever iterates by it comes to an end
                    given = f"ended(self, *a) and {given}"
                self.emit(f"def __{op}__(self, *a): return tell('{op}', {given})")
            self.emit("pass")
        self.block(f"class {name}({base}):", write)
        made = {"int": "(3)", "float": "(2.5)", "str": "('ab')", "list": "([1, 2])", "tuple": "((1, 2))", "dict": "({'a': 1})", "set": "({1})", "bytes": "(b'ab')", "complex": "(1j)", "frozenset": "({2})"}.get(base, "()")
        self.emit(f"n = {name}{made}")
        other = made[1:-1] or "5"
        self.each(*self.many([f"{other} {sign} n" for sign in ("+", "*", "-", "<", "==", "!=", "|", "&", "%", ">", "**", "@", "in")] + [f"n {sign} {other}" for sign in ("+", "*", "-", "<", "==", "|", "&", "%", "<=", "**")] + ["n + n", "n * 2", "2 * n", "n == n", "len(n)", "list(n)", "bool(n)", "hash(n) and 1", "str(n)", "repr(n)", "f'{n}'", "f'{n!r:>12}'", "'%s' % n", "n[0]", "n['zz']", "1 in n", "sorted([n, n])", "max(n, n)", "{n: 1}", "[1, 2, 3][n]", "range(n)", "sum([n, n])", "divmod(n, 2)", "divmod(7, n)", "-n", "abs(n)", "round(n)", "''.join([n])", f"{base}(n)", "isinstance(n, " + base + ")", "type(n + n).__name__", "type(n * 1).__name__", "copy.copy(n) == n", "int(n)", "pow(n, 2, 5)", "n.__class__.__name__", "[*n]", "print(n)", "json_ if False else n"], 6, 10))

    def classes_changed(self):
        base = lambda: self.pick(["A", "B", "C", "int", "list", "object", "A, B", "B, A", "S", "E", "C, A"])
        action = self.pick([f"o.__class__ = {self.pick(['B', 'C', 'int', 'S', '3', 'type', 'E', 'T'])}", "C.__bases__ = ()", "C.__bases__ = 3", "del C.__bases__", "C.__name__ = 'Renamed'", "C.__name__ = 3", "C.__qualname__ = 'X.Y'", "del C.__name__", "C.__module__ = 'mod'", "A.m = lambda self: 'patched'", "del A.m", "int.x = 1", "C.__mro__ = ()", "C.__dict__['x'] = 1", "o.__dict__ = {'z': 1}", "o.__dict__ = 3", "del o.__dict__", "C.__doc__ = 'd'", "type(C).x = 1", "o.__slots__ = ()", "s.__class__ = T", "s.__class__ = A", "e.__class__ = A", "C.__call__ = lambda self: 'called'", "C.__eq__ = lambda a, b: 'eq'", "A.__getattr__ = lambda self, n: n", "C.__len__ = lambda self: 3", "C.__class__ = type", "C.__class__ = int", "C.__abstractmethods__ = {'m'}"])
        look = self.many(["o.m()", "C.__mro__", "o", "type(o).__name__", "C.__name__", "o.z", "o()", "len(o)", "o == 1", "isinstance(o, B)", "C().m()", "repr(C)", "vars(o)", "o.q", "s.a", "C.__bases__", "A.__subclasses__()"], 2, 4)
        self.source("class A:\n    def m(self): return 'A'\nclass B:\n    def m(self): return 'B'\nclass C(A): pass\nclass S:\n    __slots__ = ('a',)\nclass T:\n    __slots__ = ('a',)\nclass E(Exception): pass\no, s, e = C(), S(), E()\no.y = 1\ns.a = 2\n"
                    f"try: {action}\nexcept Exception as error: print(type(error).__name__, error)\nout = []\nfor look in {look!r}:\n    try: out.append(plain(eval(look)))\n    except Exception as error: out.append((type(error).__name__, str(error)))", plain="plain")

    def protocols(self):
        missing = self.some(["__len__", "__getitem__", "__iter__", "__contains__", "__call__", "__enter__", "__exit__", "__next__", "__hash__", "__bool__", "__index__", "__setitem__", "__delitem__", "__reversed__", "__fspath__", "__bytes__", "__format__", "__await__", "__aiter__", "__anext__"], 1)[:4]
        value = lambda: self.pick(["None", "3", "lambda self, *a: None", "lambda self, *a: NotImplemented", "lambda self: 1", "lambda *a: 'text'", "property(lambda self: lambda *a: 2)", "classmethod(lambda cls, *a: 5)", "staticmethod(lambda *a: 6)", "lambda self, *a: -1", "lambda self, *a: self", "lambda self, *a: iter([1])", "lambda: 0"])
        ending = self.pick(["None", "3", "ended", "ended", "lambda self, *a: 1 / 0", "lambda: 0"])  # none that gives for ever
        self.block("class Odd:", lambda: [self.emit(f"{name} = {ending if name in ('__next__', '__getitem__') else value()}") for name in missing])
        self.emit("o = Odd()")
        self.each(*self.many(["len(o)", "o[0]", "list(o)", "1 in o", "o()", "next(o)", "hash(o) and 1", "bool(o)", "[1, 2][o]", "o.__class__", "reversed(o)", "bytes(o)", "format(o, 'x')", "{**o}", "[*o]", "dict(o)", "'%d' % o", "f'{o}'[:4]", "setattr(o, 'a', 1)", "o.__setitem__(1, 2)", "callable(o)", "iter(o)", "any(o)", "print(*o)", "isinstance(o, collections.abc.Iterable)", "isinstance(o, collections.abc.Sized)", "isinstance(o, collections.abc.Hashable)", "sum(o)", "max(o)", "tuple(o)", "range(o)", "hex(o)", "complex(o)", "int(o)", "float(o)", "divmod(o, 1)", "sorted(o)", "zip(o)", "enumerate(o)", "map(len, [o]).__next__()", "str(o)[:5]"], 6, 10))
        self.guarded(lambda: self.block(self.pick(["with o as q:", "for q in o:", "while o:"]), lambda: (self.emit("print('inside')"), self.emit("break") if False else self.emit("raise KeyError(1)"))))
        self.guarded(lambda: self.emit(self.pick(["o[1] = 2", "del o[1]", "a, b = o", "o += 1", "o @ 2", "-o", "o < 3", "o.x = 1; del o.x, o.x", "del o.zz", "o[1:2] += 1"])))

    # ---- containers

    def mutation(self):
        make = self.pick(["{1: 'a', 2: 'b', 3: 'c'}", "[1, 2, 3]", "{1, 2, 3}", "collections.deque([1, 2, 3])", "collections.OrderedDict(a=1, b=2)", "collections.Counter('aab')", "bytearray(b'abc')", "collections.defaultdict(int, {1: 2, 3: 4})", "dict.fromkeys(range(6))", "{'a': 1}"])
        change = self.many(["c[9] = 1", "c.pop(1, None)", "c.append(7)", "c.clear()", "c.add(9)", "del c[1]", "c.update({5: 5})", "c.popitem()", "c.discard(2)", "c.setdefault(1, 0)", "c[1] = 'new'", "c.insert(0, 8)", "c.extend([4, 5])", "c.remove(2)", "c.pop(-1)", "c[k] = 2", "c |= {9: 9}", "c.appendleft(0)", "c.rotate(1)", "c.sort()", "del c[0]", "c[:] = []", "c.popleft()", "c.move_to_end(k)", "c.reverse()"], 1, 2)
        walk = self.pick(["c", "c", "c.items()", "c.keys()", "c.values()", "reversed(c)", "iter(c)", "enumerate(c)", "list(c)", "c.copy()", "zip(c, c)"])
        lines = "\n        ".join(change)
        self.source(f"import collections\nc = {make}\nn = 0\nout = []\ntry:\n    for k in {walk}:\n        n += 1\n        out.append(k)\n        if n > {self.number(1, 6)}: break\n        {lines}\nexcept Exception as e: out.append((type(e).__name__, str(e)))\nout.append(c)")

    def huge_slices(self):
        end = lambda: self.pick(["None", "0", "1", "-1", "2", "-2", "3", "10**20", "-10**20", "5", "-5", "True", "2**63", "-2**63 - 1", "1.0", "'a'"])
        step = lambda: self.pick(["None", "1", "-1", "2", "-2", "3", "10**20", "-10**20", "0", "2**63"])
        subject = self.pick(["[1, 2, 3, 4, 5]", "'abcde'", "(1, 2, 3, 4)", "b'abcd'", "bytearray(b'abcde')", "range(10)", "memoryview(b'abcdef')", "range(10**25, 0, -3)", "range(0)", "collections.deque([1, 2])", "collections.UserList([1, 2, 3])"])
        self.emit(f"s = {subject}")
        self.each(*(f"s[{end()}:{end()}:{step()}]" for _ in range(6)), f"slice({end()}, {end()}, {step()}).indices({self.pick(['5', '0', '-1', '10**20'])})", f"slice({end()}, {end()}) == slice(1, 2)", f"slice({end()}) < slice({end()})", f"hash(slice(1, {end()})) and 1", f"s[{end()}]", f"list(s)[{end()}:{end()}]", f"operator.getitem(s, slice({end()}, {end()}, {step()}))")
        self.emit(f"l = {self.pick(['[1, 2, 3, 4, 5, 6]', 'bytearray(range(6))'])}")
        for _ in range(3):
            self.guarded(lambda: (self.emit(f"{self.pick(['l[{}:{}:{}] = {}', 'del l[{}:{}:{}]']).format(end(), end(), step(), self.pick(['[7, 8]', '[]', 'range(3)', '(9,)', 'l', '5', repr('ab'), 'b' + repr('xy'), 'iter([1, 2])']))}"), self.emit("show(l)")))

    def sequences(self):
        make = lambda: self.pick(["[3, 1, 2]", "[]", "[1, 'a']", "[[1], [0]]", "[True, 1.0, 1]", "list('hello')", "(1, 2, 3)", "()", "('a', 1)", "range(5)", "range(5, 0, -2)", "[None]", "[float('nan')] * 2", "[1, 2] * 2"])
        method = lambda: self.pick(["index(1)", "count(1)", "index('zz')", "index(1, 1)", "index(2, -9, 9)", "__contains__(1)", "__len__()", "__mul__(2)", "__rmul__(-1)", "__add__([4])", "__add__((4,))", "__iadd__('xy')", "copy()", "pop()", "pop(0)", "pop(9)", "insert(-1, 'i')", "insert(99, 'i')", "remove(1)", "remove('zz')", "reverse()", "sort()", "sort(reverse=True)", "sort(key=str)", "sort(key=lambda v: 1 / v)", "sort(None)", "extend('ab')", "extend(5)", "append()", "append(1, 2)", "clear()", "__getitem__(-1)", "__getitem__(9)", "__getitem__('a')", "__setitem__(0, 9)", "__setitem__(9, 9)", "__delitem__(0)", "__eq__([3, 1, 2])", "__lt__([4])", "__reversed__().__next__()", "start", "step", "__hash__() and 1", "index()", "count()", "sort(key=len, reverse=None)", "sort(cmp=1)"])
        for _ in range(6):
            self.emit(f"l = {make()}")
            self.each(f"(l.{method()}, l)")
        self.each(*(f"{make()} {self.pick(['+', '*', '<', '==', '>=', 'in', '!='])} {make()}" for _ in range(4)), f"sorted({make()}, key={self.pick(['str', 'len', 'None', 'lambda v: (v is None, v)', 'repr'])}, reverse={self.pick(['True', '0', 'None', '[]'])})", f"{self.pick(['min', 'max', 'sum', 'any', 'all', 'len', 'tuple', 'list', 'dict', 'enumerate', 'reversed', 'sorted'])}({make()})", f"{self.pick(['min', 'max'])}({make()}, default={self.number()}, key={self.pick(['None', 'str', 'abs'])})", f"sum({make()}, {self.pick(['[]', '0', '1.5', '()', repr('')])})", f"list(zip({make()}, {make()}, strict={self.chance(0.5)}))", f"list(map({self.pick(['str', 'abs', 'lambda a, b: (a, b)', 'max'])}, {make()}, {make()}))", f"[*{make()}, *{make()}]", f"dict(enumerate({make()}))", f"tuple.__new__(tuple, {make()})", f"list.__init__({make()})", f"print(*{make()}, sep={self.pick([repr(', '), 'None', '3'])})")

    def mappings(self):
        make = lambda: self.pick(["{'a': 1, 'b': 2}", "{}", "{1: 'x', 2.0: 'y', True: 'z'}", "collections.OrderedDict(b=1, a=2)", "collections.defaultdict(list, a=[1])", "collections.Counter('hello')", "collections.ChainMap({'a': 1}, {'b': 2})", "types.MappingProxyType({'a': 1})", "{(1, 2): 3}", "collections.UserDict(a=1)", "dict.fromkeys('ab', 0)"])
        method = lambda: self.pick(["get('a')", "get('zz', 5)", "pop('a')", "pop('zz')", "pop('zz', 1)", "popitem()", "setdefault('n', 2)", "update(a=9)", "update([('q', 1)])", "update({'z': 1}, y=2)", "keys()", "items()", "values()", "copy()", "clear()", "__contains__('a')", "__getitem__('zz')", "__setitem__('k', 1)", "__delitem__('zz')", "__or__({'o': 1})", "__ror__({'o': 1})", "__ior__([('i', 1)])", "__eq__({'a': 1})", "fromkeys([1, 2])", "__missing__('m')", "move_to_end('a')", "most_common(1)", "elements()", "subtract('a')", "total()", "new_child()", "parents", "maps", "__reversed__()", "__len__()", "keys().isdisjoint(['a'])", "items() <= {('a', 1), ('b', 2)}", "keys() < {'a', 'b', 'c'}", "values().mapping", "keys().mapping['a']", "__hash__", "get()", "popitem(last=False)", "popitem(1)"])
        for _ in range(7):
            self.emit(f"d = {make()}")
            self.each(f"(d.{method()}, d)")
        self.each(*(f"{make()} {self.pick(['|', '==', '<', '+', '&', 'in', '!=', '-'])} {make()}" for _ in range(4)), f"dict({make()}, {self.pick(['z=1', '**{}', '**' + make()])})", f"{{**{make()}, 'k': 1, **{make()}}}", f"(lambda **k: k)(**{make()})", f"list({make()})[::-1]", f"sorted({make()}.items(), key=str)", f"{{k: v for k, v in {make()}.items() if v}}", f"dict(zip({make()}, range(9)))", f"[*{make()}]", f"sorted({make()}.keys() {self.pick('-|^&')} {{'a', 'q', 1}}, key=str)", f"sorted({make()}.items() {self.pick('-|^&')} {{('a', 1), (1, 'x')}}, key=str)", f"max({make()}, default=0, key=str)", f"list(reversed({make()}))", f"dict({self.pick(['[(1, 2), (3, 4)]', '[[1]]', '[1]', repr(['ab', 'cd']), '5', 'None', '[(1, 2, 3)]', '{1}', '[([], 1)]'])})", f"{make()}[{self.pick(['[]', 'None', '1.0', repr('a'), '{}', '(1, [])'])}]")

    # ---- bytes

    def byte_methods(self):
        make = lambda: self.pick(["b'abc'", "bytearray(b'Hello World')", "b''", "b'\\x00\\xff'", "bytearray()", "b'a,b,,c'", "b'  pad '", "bytearray(b'\\r\\nx\\n')", "bytes(range(5))", "b'tab\\tx'"])
        arg = lambda: self.pick(["b'b'", "97", "b''", "'a'", "bytearray(b'l')", "256", "None", "b','", "b'\\n'", "[1]", "(b'a', b'H')", "-1"])
        method = lambda: self.pick([f"find({arg()})", f"count({arg()})", f"index({arg()})", f"rfind({arg()}, 1)", f"replace({arg()}, b'Q')", f"split({arg()})", f"rsplit({arg()}, 1)", f"partition({arg()})", f"startswith({arg()})", f"endswith({arg()})", f"strip({arg()})", f"join([{arg()}, b'z'])", f"translate(None, {arg()})", f"removeprefix({arg()})", f"__contains__({arg()})", "upper()", "title()", "swapcase()", "capitalize()", "isalnum()", "isspace()", "istitle()", "islower()", "isascii()", "splitlines(True)", "hex()", "hex(':')", "hex('-', 2)", "hex('ab')", "decode()", "decode('latin-1')", "decode('ascii', 'replace')", "expandtabs(4)", f"center(9, {arg()})", "zfill(6)", "ljust(5, b'*')", f"append({arg()})", f"extend({arg()})", f"insert(1, {arg()})", f"remove({arg()})", "pop()", "pop(9)", "reverse()", "clear()", "copy()", f"__add__({arg()})", f"__mul__(2)", f"__eq__({arg()})", f"__lt__({arg()})", "tobytes()", "tolist()", "resize(3)", "__getitem__(0)", "__getitem__(slice(1))", f"__iadd__({arg()})", f"maketrans(b'ab', {arg()})", f"fromhex({self.pick([repr('0aff'), repr('0'), repr('zz'), repr('01 02'), '3', 'b' + repr('0a')])})"])
        for _ in range(8):
            self.emit(f"y = {make()}")
            self.each(f"(y.{method()}, y)")
        self.each(f"{make()} + {make()}", f"{make()} == {make()}", f"{make()} < {make()}", f"{make()} in {make()}", f"bytes({arg()})", f"bytearray({arg()})", f"{make()}[{self.pick(['0', '-1', '9', '1:2', '::-1', repr('a')])}]", f"[*{make()}]", f"{make()} % {self.pick(['1', '()', 'b' + repr('x')])}", f"b'%b|%a|%r|%c|%x' % ({arg()}, {arg()}, 1, {arg()}, 255)", f"max({make()})", f"int({make()}, 16)", f"{make()} * {self.number(-1, 2)}", f"repr({make()})", f"hash({make()}) and 1", f"bytes({make()}).__class__.__name__")

    def memory(self):
        self.emit(f"b = {self.pick(['bytearray(range(12))', 'bytearray(b\"hello world!\")', 'b\"hello world!\"'])}")
        self.emit(f"m = memoryview(b){self.pick(['', '[2:10]', '[::2]', '[::-1]', '[3:3]'])}")
        format_ = lambda: self.pick(["'B'", "'b'", "'h'", "'I'", "'i'", "'q'", "'f'", "'c'", "'d'", "'?'", "'x'", "'<h'", "'@H'"])
        actions = ["m[0]", "m[-1]", "m[99]", "m[0] + 1", "setattr_(m)", f"m.cast({format_()})", f"m.cast({format_()}).tolist()", f"m.cast('B').cast({format_()})[0]", "m.format, m.itemsize, m.nbytes, m.shape, m.strides, m.ndim, m.readonly", "m.tobytes()", "m.tolist()", "m.hex()", "m.hex('.', 3)", "m == b", "m == m[:]", "m.obj is b", "len(m)", "bytes(m)", "list(m)[:3]", "m.contiguous, m.c_contiguous", "m.release()", "m.toreadonly().readonly", "m[1:3].tolist()", "m.__setitem__(0, 7)", "m.__setitem__(slice(0, 2), b'xy')", "m.__setitem__(slice(0, 2), b'xyz')", "m.__setitem__(0, 300)", "m.__setitem__(0, 'a')", "b", "b.append(1)", "b.extend(b'q')", "b.__setitem__(0, 65)", "hash(m) and 1", "m.index(104)", "m.count(108)", "m in [m]", "104 in m", "memoryview(m).obj is b", "memoryview('a')", "memoryview([1])", "m[...]", "m[()]", "m['a']", "reversed(m).__next__()", "m.__enter__() is m", "m.suboffsets", "del_(m)", "m < m", "memoryview(b'abc').cast('c')[0]", "b''.join([m, b'-'])", "m.tobytes('F')", "struct_ if 0 else 1", "bytearray(m)", "m[::2].tobytes()", "m[0:4].cast('I').tolist()", "int.from_bytes(m[:2])"]
        # What other bytes than 0 and 1 are as bool is the C compiler's to say.
        truths = {"m.cast('?').tolist()": "memoryview(bytes(x & 1 for x in m)).cast('?').tolist()", "m.cast('B').cast('?')[0]": "memoryview(bytes(x & 1 for x in m)).cast('?')[0]"}
        self.each(*self.many([truths.get(a, a).replace("setattr_(m)", "setattr(m, 'x', 1)").replace("del_(m)", "m.__delitem__(0)") for a in actions], 7, 12))

    # ---- what waits, and what ends

    def async_comprehensions(self):
        comp = self.pick(["[x async for x in agen(3)]", "[await one(x) for x in range(3)]", "{x: y async for x in agen(2) for y in 'ab'}", "[x async for x in agen(4) if await one(x)]", "(x async for x in agen(2))", "[[y async for y in agen(x)] for x in range(3)]", "[[y for y in range(x)] async for x in agen(3)]", "{await one(1), await one(2)}", "[x for x in [await one(5)]]", "sum([x async for x in agen(3)])", "[x async for x in range(3)]", "[x for x in agen(3)]", "[y := x async for x in agen(2)]", "[x async for x in bad()]", "list(x async for x in agen(2))", "[await x for x in [one(1), one(2)]]", "(await one(x) for x in range(2))", "[f'{await one(x)}' for x in range(2)]", "(lambda: [x async for x in agen(2)])()", "[x async for x in agen(2) async for y in agen(2)]", "any([x async for x in agen(2)])", "dict([(x, await one(x)) for x in range(2)])", "max([await one(x) async for x in agen(3)], default=9)", "[i async for i in aiter(agen(2))]", "await anext(agen(1))", "await anext(agen(0), 'none')", "await anext(agen(0))"])
        more = self.pick(["return r", "return [y async for y in r] if hasattr(r, '__aiter__') else r", "return type(r).__name__"])
        self.text_block(f"async def one(x):\n    await asyncio.sleep(0)\n    return x * 2\nasync def agen(n):\n    try:\n        for i in range(n):\n            {self.pick(['await asyncio.sleep(0)', 'pass', 'await one(i)'])}\n            yield i\n    finally:\n        tell('agen over')\nclass bad:\n    def __aiter__(self): return {self.pick(['self', '3', 'None'])}\n    {self.pick(['async def __anext__(self): raise StopAsyncIteration', 'def __anext__(self): return 3', 'async def __anext__(self): raise ValueError(1)'])}")
        self.source(f"async def main():\n    r = {comp}\n    {more}\nout = asyncio.run(main())", one="one", agen="agen", bad="bad", asyncio="asyncio")

    def star_groups(self):
        leaf = lambda: self.pick(["ValueError(1)", "KeyError('k')", "TypeError('t')", "OSError('x')", "StopIteration(3)", "RuntimeError()"])
        tree = lambda depth: f"ExceptionGroup('g{depth}', [{', '.join(tree(depth - 1) if depth and self.chance(0.4) else leaf() for _ in range(self.r.randint(1, 3)))}])"
        good = lambda: self.pick(["ValueError", "KeyError", "(TypeError, OSError)", "Exception", "LookupError", "(ValueError, StopIteration)"])
        kind = lambda: self.pick(["BaseExceptionGroup", "ExceptionGroup", "3", "()", "(ValueError, ExceptionGroup)", "[ValueError]"]) if self.chance(0.3) else good()
        body = lambda: self.pick(["pass", "raise", "tell(repr(e))", "raise KeyError('new')", "raise e", "raise e.exceptions[0]", "raise RuntimeError from e", "1 / 0", "e = 3", "raise e.derive([ValueError(9)])", "tell(e.split(ValueError))", "tell(sys.exception() is e)", "e.add_note('n')"])
        clauses = "\n".join(f"    except* {good() if number else kind()} as e: {body()}" for number in range(self.r.randint(1, 3)))
        shape = "def shape(e, depth=0): return '...' if depth > 6 else (type(e).__name__, str(e), [shape(i, depth + 1) for i in getattr(e, 'exceptions', ())], getattr(e, '__notes__', None), e.__cause__ and shape(e.__cause__, depth + 1), e.__context__ and shape(e.__context__, depth + 1), e.__suppress_context__)"
        self.source(f"import sys\n{shape}\ndef go():\n    try:\n        try: raise {tree(2)}\n        except* {kind()} as e: {body()}\n{clauses}\n    else: return 'else'\n    finally: tell('finally')\ntry: out = go()\nexcept BaseException as error: out = shape(error)".replace("    try:\n        try: raise", "    try:\n      try: raise").replace("        except* ", "      except* "), tell="tell")
        self.source(f"class G(ExceptionGroup):\n    def {self.pick(['derive(self, es): return G(self.message, es)', 'derive(self, es): return 3', 'other(self): pass', 'split(self, c): return (None, None)', '__new__(cls, *a): return super().__new__(cls, *a)', 'derive(self, es): raise KeyError(1)'])}\ng = G('own', [{leaf()}, {tree(1)}])\nout = {self.pick(['g.split(ValueError)', 'g.subgroup(lambda e: isinstance(e, KeyError))', 'g.subgroup(3)', 'type(g.derive([ValueError()]))', 'g.split((ValueError, KeyError))', 'g.subgroup(ExceptionGroup)', 'g.args', 'g.exceptions', 'G(1)', 'G()', 'ExceptionGroup(\"m\", 3)', 'ExceptionGroup(\"m\", (ValueError(),)).exceptions', 'BaseExceptionGroup(\"m\", [SystemExit()])', 'ExceptionGroup[int]', 'g.split(lambda e: 1 / 0)', 'g.message', 'setattr(g, \"message\", 3)'])}")
        self.source(f"try:\n    raise {leaf()}\n{clauses.replace('    except*', 'except*')}\nout = 1", tell="tell")

    def finalization(self):
        steps = self.many(["a = Noisy('a')", "b = [Noisy('b1'), Noisy('b2')]", "a = None", "del a", "b.pop()", "b.clear()", "c = (Noisy('c1'), Noisy('c2'))", "c = {}", "d = {'x': Noisy('dx'), 'y': Noisy('dy')}", "d.clear()", "d['x'] = 1", "del d['y']", "g = gen(); next(g)", "del g", "g = None", "g.close()", "next(g)", "o = Loop(); o.me = o", "del o; gc.collect()", "f = (lambda n: lambda: n)(Noisy('cell'))", "del f", "print('step')", "Noisy('temp')", "x, y = Noisy('x'), Noisy('y')", "x, y = y, x", "x = y", "[Noisy(str(number)) for number in range(2)]", "s = {1: Noisy('s')}.pop(1)", "w = weakref.ref(Noisy('w'), lambda r: print('callback'))", "z = Noisy('z'); w = weakref.ref(z)", "z = None", "print(w())", "try: raise ValueError(Noisy('err'))\n    except ValueError as e: pass", "for i in [Noisy('i1'), Noisy('i2')]: pass", "i = 0", "with Loud('q'): q = Noisy('with')", "del q", "h = map(Noisy, 'mn'); next(h)", "del h", "k = sorted([2, 1], key=lambda v: Noisy(f'key{v}').name)", "v = Noisy('v') or 1", "v = [Noisy('v')] * 2", "v[0] = 0; v[1] = 0", "b[:] = [Noisy('new')]", "u = {Noisy('in set')}", "u = frozenset(u)", "u.clear()"], 4, 9)
        lines = "\n    ".join(steps)
        self.source(f"import gc, weakref\nclass Loop:\n    def __del__(self): print('loop gone')\ndef gen():\n    n = Noisy('in gen')\n    try: yield 1\n    finally: print('gen finally')\ndef go():\n    {lines}\n    print('end of go')\n    return {self.pick(['1', 'Noisy(\"returned\")', 'locals().get(\"a\")', '[Noisy(\"r\")]'])}\ntry: out = go()\nexcept Exception as e: out = type(e).__name__, str(e)\nprint('after')\ngc.collect()", Noisy="Noisy", Loud="Loud")

    def finallies(self):
        leave = lambda: self.pick(["return {n}", "break", "continue", "raise KeyError({n})", "pass", "tell({n})", "return", "x = {n}", "1 / 0", "yield {n}", "return (yield {n})"]).format(n=self.number(1, 9))
        loop = self.pick(["for i in range(2)", "while x < 3 and next(turns, 0)"])
        nested = self.pick(["try: {a}\n            finally: {b}", "try: {a}\n            except* KeyError: pass\n            finally: {b}", "try: {a}\n            except Exception: {b}\n            else: {c}\n            finally: {d}", "with Loud('w'): {a}"]).format(a=leave(), b=leave(), c=leave(), d=leave())
        self.source(f"def f():\n    x, turns = 0, iter('turns')\n    {loop}:\n        x += 1\n        try:\n            {nested}\n        {self.pick(['except KeyError as e', 'except (KeyError, ZeroDivisionError)', 'except Exception as x2'])}: {leave()}\n        finally:\n            tell('fin', x)\n            {leave()}\n    else: tell('else')\n    return 'end'\ndef drive():\n    got = f()\n    if not hasattr(got, 'send'): return got\n    seen = []\n    try:\n        while len(seen) < 6: seen.append(got.send(None if not seen else 5))\n    except StopIteration as s: seen.append(('stop', s.value))\n    return seen\ntry: out = drive()\nexcept Exception as e: out = type(e).__name__, str(e), repr(e.__context__)", tell="tell", Loud="Loud")

    def suppressing(self):
        self.text_block("class Quiet:\n    def __init__(self, name, *kinds): self.name, self.kinds = name, kinds\n    def __enter__(self): return tell('in', self.name)\n    def __exit__(self, kind, error, place):\n        tell('out', self.name, kind and kind.__name__, error and error.__context__ and type(error.__context__).__name__)\n        return kind is not None and issubclass(kind, self.kinds)")
        exit_ = lambda name: self.pick([f"Quiet('{name}')", f"Quiet('{name}', KeyError)", f"Quiet('{name}', Exception)", f"Quiet('{name}', ZeroDivisionError, ValueError)", "contextlib.nullcontext(4)", f"contextlib.suppress(KeyError)", "contextlib.closing(Closer())", "Bad()", "stack", "made()", "contextlib.redirect_stdout(io.StringIO())", "3"])
        inner = self.pick(["raise KeyError(1)", "1 / 0", "pass", "raise ValueError from KeyError()", "return 'out'", "raise StopIteration", "raise GeneratorExit", "raise ExceptionGroup('g', [KeyError(), ValueError()])"])
        self.source(f"import contextlib, io\nclass Closer:\n    def close(self): tell('closed')\nclass Bad:\n    def __enter__(self): {self.pick(['return 1', '1 / 0'])}\n    def __exit__(self, *a): raise OSError('in exit')\n@contextlib.contextmanager\ndef made():\n    try: yield 5\n    {self.pick(['except KeyError: tell(1)', 'finally: tell(2)', 'except BaseException as e: raise', 'except ValueError as e: raise RuntimeError(3)', 'except Exception: yield 6'])}\nstack = contextlib.ExitStack()\nstack.{self.pick(['callback(tell, 7)', 'push(lambda *a: True)', 'enter_context(Quiet(8))', 'callback(lambda: 1 / 0)'])}\ndef go():\n    with {exit_('a')} as a, {exit_('b')} as b:\n        with ({exit_('c')} as c):\n            {inner}\n        tell('after c')\n    return 'end'\ntry: out = go()\nexcept BaseException as e: out = type(e).__name__, str(e), type(e.__context__).__name__", Quiet="Quiet", tell="tell")

    def delegation(self):
        name = self.fresh("sub")
        self.text_block(f"def {name}(n):\n    got = None\n    while n:\n        try:\n            got = yield tell('sub', n, got)\n        except {self.pick(['ValueError', 'Exception', 'GeneratorExit', 'KeyError'])} as e:\n            tell('caught', repr(e))\n            {self.pick(['pass', 'raise', 'return 7', 'yield 8', 'raise RuntimeError(1)'])}\n        n -= 1\n    return {self.pick(['got', '9', 'None'])}\nclass It:\n    n = 2\n    def __iter__(self): return self\n    def __next__(self):\n        self.n -= 1\n        if self.n < 0: raise StopIteration({self.pick(['', '4'])})\n        return self.n\n    {self.pick(['def send(self, v): return tell(\"send\", v)', 'def throw(self, e): return tell(\"throw\", repr(e))', 'def close(self): tell(\"close\")', 'def throw(self, *a): raise StopIteration(6)', 'close = None', 'throw = 3'])}\n"
                        f"def over():\n    try:\n        r = yield from {self.pick([f'{name}(3)', 'It()', f'over_({name}(2))', '[1, 2]', f'({name}(2) if 1 else 0)', '3', 'iter(range(2))'])}\n        tell('result', r)\n        return r\n    finally:\n        tell('over')\ndef over_(g): return (yield from g)\ng = over()")
        self.each(*self.many(["next(g)", "g.send(1)", "g.send(None)", "g.throw(ValueError)", "g.throw(KeyError('x'))", "g.throw(GeneratorExit)", "g.close()", "next(g, 'done')", "g.throw(StopIteration(3))", "g.gi_yieldfrom is None", "g.gi_running", "g.gi_frame is None", "list(g)", "g.throw(3)", "g.throw(ValueError, 'v')", "g.gi_suspended", "g.gi_code.co_name"], 5, 9))

    # ---- library

    def flags(self):
        name = self.fresh("Perm")
        boundary = self.pick(["", ", boundary=enum.STRICT", ", boundary=enum.CONFORM", ", boundary=enum.EJECT", ", boundary=enum.KEEP"])
        base = self.pick(["enum.Flag", "enum.IntFlag", "enum.Flag"])
        self.guarded(lambda: (self.block(f"class {name}({base}{boundary}):", lambda: [self.emit(line) for line in self.pick([["R = 1", "W = 2", "X = 4", "RW = R | W"], ["R = enum.auto()", "W = enum.auto()", "ALL = 7"], ["A = 1", "B = 8", "N = 0"], ["R = 4", "W = 2", "Z = R"]])])))
        self.emit(f"P = {name}")
        member = lambda: f"P({self.number(0, 9)})"
        self.each(*self.many([member() for _ in range(6)] + [f"{member()} {sign} {member()}" for sign in ("|", "&", "^", "in", "==", "<", "+")] + [f"~{member()}", f"list({member()})", f"len({member()})", f"bool({member()})", f"{member()}.name", f"{member()}.value", f"repr({member()})", f"str({member()})", f"f'{{{member()}}}'", "list(P)", "len(P)", "P.__members__", f"{member()} | 1", f"1 | {member()}", f"{member()} & 6", f"P({self.pick(['-1', '-2', '64', repr('R'), '1.0', 'None'])})", f"P['R']", f"{member()} is {member()}", f"hash({member()}) and 1", f"P.R in P", f"3 in P", f"reversed(P).__next__()", "P.__iter__().__next__()", f"{member()}._name_", f"P.R._value_", f"type({member()}).__name__", f"{member()} ^ -1", "P.R | None", "P.R.NOPE", f"-{member()}", f"int({member()})", "P._flag_mask_", "P._boundary_", "sorted(P, key=lambda p: -p.value)", f"copy.copy({member()}) is {member()}", "enum.Flag('F', 'A B C')(5)", "enum.IntFlag('F', ['A', 'B']).B | 8", "enum.Flag('F', {'A': 1, 'B': 4})(3)"], 7, 12))

    def wrappers(self):
        self.text_block(f"def deco(f):\n    @functools.wraps(f{self.pick(['', ', updated=()', ', assigned=(%r,)' % '__name__'])})\n    def inner(*args, **kwargs):\n        'inner doc'\n        return tell('called', f(*args, **kwargs))\n    inner.extra = 1\n    return inner\n@deco\ndef target(a, b=2, *, c=3):\n    'target doc'\n    return a, b, c\nclass Holder:\n    @functools.cached_property\n    def once(self): return tell('once', 4)\n    @functools.lru_cache(maxsize={self.pick(['None', '1', '2'])}{self.pick(['', ', typed=True'])})\n    def memo(self, n): return tell('memo', n)\n    @functools.singledispatchmethod\n    def kind(self, v): return 'any'\n    @kind.register\n    def _(self, v: int): return 'int'\n    @kind.register(str)\n    def _(self, v): return 'str'\n    part = functools.partialmethod(lambda self, a, b=0: (a, b), 5)\n    @functools.wraps(len)\n    def sized(self): return 1\nh = Holder()\np = functools.partial(target, 1, c=5)")
        self.each(*self.many(["target(1)", "target.__name__, target.__doc__", "target.__wrapped__(1)", "target.__qualname__", "target.extra", "h.once", "h.once", "vars(h)", "h.memo(1)", "h.memo(1.0)", "h.memo(2)", "Holder.memo.cache_info()", "Holder.memo.cache_parameters()", "h.memo([])", "h.kind(1)", "h.kind('a')", "h.kind(None)", "h.kind()", "Holder.kind", "h.part(b=3)", "h.part(1, 2)", "h.part()", "p(2)", "p(b=7)", "p(c=1)", "p(1, 2, 3)", "p", "p.args, p.keywords, p.func.__name__", "functools.partial(p, 9)", "functools.partial(3)", "functools.partial()", "functools.reduce(operator.add, [[1], [2]], [])", "functools.reduce(1, [1, 2])", "functools.reduce(lambda a, b: a, [])", "functools.cmp_to_key(lambda a, b: b - a)(1) < functools.cmp_to_key(lambda a, b: b - a)(2)", "sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a))", "functools.partial(print, functools.Placeholder, 2)(1)", "functools.partial(pow, functools.Placeholder, 2)(5)", "functools.partial(pow, functools.Placeholder)", "h.sized.__name__", "Holder.once", "delattr(h, 'once')", "functools.update_wrapper(3, len)", "functools.lru_cache(3)(len)([1])", "functools.cache(lambda: 3)()", "functools.wraps(target)(lambda: 0).__name__", "functools.singledispatch(lambda v: 1).register(3)", "functools.singledispatch(len)([1, 2])", "functools.total_ordering(type('T', (), {}))", "h.memo.__name__", "Holder.part", "functools.partial(int, base=2)('101')", "functools.partialmethod(3)", "copy.copy(p)(0)"], 8, 13))

    def data_inherits(self):
        options = lambda: ", ".join(f"{key}={self.pick(['True', 'True', 'False'])}" for key in self.some(["order", "frozen", "slots", "kw_only", "eq", "repr", "unsafe_hash", "match_args"], 0)[:3])
        field = lambda name: self.pick([f"{name}: int", f"{name}: int = 1", f"{name}: list = field(default_factory=list)", f"{name}: int = field(kw_only=True)", f"{name}: 'typing.ClassVar[int]' = 3", f"{name}: int = field(default=2, init=False)", f"{name}: dataclasses.InitVar[int] = 4", f"{name}: str = field(default='x', repr=False, compare=False)", f"{name}: dict = {{}}", f"_: dataclasses.KW_ONLY", f"{name}: int = property(lambda self: 5)", f"{name} = 6", f"{name}: int = field(default=1, default_factory=int)", f"{name}: int = dataclasses.MISSING", f"{name}: int = field(metadata={{'k': 1}}, default=0, doc='d')"])
        body = lambda: "\n    ".join([field(name) for name in self.some(["a", "b", "c", "d"])[:3]] + [self.pick(["pass", "def __post_init__(self, *more): tell('post', more)", "def __eq__(self, o): return 'own eq'", "def __hash__(self): return 5", "def __repr__(self): return 'own repr'", "def __lt__(self, o): return 'own lt'", "def __init__(self, *a): tell('own init', a)", "__slots__ = ('a',)", "def __setattr__(self, n, v): tell('setattr', n)", "def method(self): return super().__repr__()"])])
        build = lambda cls: f"{cls}({self.pick(['', '1', '1, 2', 'a=1', 'a=1, b=2', '1, 2, 3', 'b=5', 'd=1, a=2', 'zz=1', '*range(4)'])})"
        looks = [f"repr({build('B')})", f"{build('A')}", f"{build('B')} == {build('B')}", f"{build('B')} < {build('A')}", f"hash({build('B')}) and 1", f"dataclasses.asdict({build('B')})", f"dataclasses.astuple({build('A')})", f"dataclasses.replace({build('B')}, a=9)", f"[(f.name, f.kw_only, f.init) for f in dataclasses.fields(B)]", f"setattr({build('B')}, 'a', 1)", "B.__match_args__", "B.__slots__", "vars(B).get('a')", "B.__init__.__annotations__", f"vars({build('B')})", "B.__hash__", "dataclasses.make_dataclass('M', ['x', ('y', int, 3)])(1)", "dataclasses.fields(A)[0]", f"copy.replace({build('B')}, b=1)", f"delattr({build('A')}, 'a')", "B.a", f"{build('B')}.method()", "dataclasses.is_dataclass(B)", "dataclasses.field(default=1, init=3)", "dataclasses.fields(3)", "dataclasses.asdict(B)", "B.__doc__"]
        self.source(f"import dataclasses, typing, copy\nfrom dataclasses import dataclass, field\n@dataclass({options()})\nclass A:\n    {body()}\n@dataclass({options()})\nclass B(A):\n    {body()}\nout = []\nfor look in {self.many(looks, 4, 7)!r}:\n    try: out.append(plain(eval(look)))\n    except Exception as error: out.append((type(error).__name__, str(error)))\nprint(*out, sep='\\n')\nout = 0", tell="tell", plain="plain")

    def exceptions_attributes(self):
        make = self.pick(["KeyError('k')", "FileNotFoundError(2, 'no', 'file')", "FileNotFoundError(2, 'no', 'a', None, 'b')", "StopIteration(1, 2)", "SystemExit('bye')", "UnicodeDecodeError('utf-8', b'ab', 0, 1, 'r')", "ImportError('m', name='n', path='p')", "SyntaxError('m', ('f', 1, 2, 'text', 1, 5))", "AttributeError('m', name='n', obj=3)", "NameError('m', name='n')", "Exception(1, [2])", "ValueError()", "ExceptionGroup('m', [KeyError(1)])", "FileNotFoundError(2, 'x')", "BlockingIOError(11, 'x', 3)", "OSError('one')", "OSError(1, 2, 3, 4, 5, 6)", "StopAsyncIteration(7)", "Warning('w')", "UnicodeEncodeError('a', 'b', 1, 2)", "ModuleNotFoundError(name='x')", "KeyError('a', 'b')", "type('Own', (ValueError,), {'__str__': lambda s: 'own'})(5)", "IndentationError('i', (None, 0, 0, None))", "TimeoutError()", "ConnectionResetError(104, 'reset')", "BaseException()"])
        self.emit(f"e = {make}")
        self.each(*self.many(["e", "str(e)", "repr(e)", "e.args", "e.errno", "e.strerror, e.filename, e.filename2", "e.value", "e.code", "e.name", "e.obj", "e.path", "e.msg, e.lineno, e.offset, e.text", "e.encoding, e.start, e.end, e.reason", "e.__cause__, e.__context__, e.__suppress_context__", "e.__traceback__", "setattr(e, '__cause__', KeyError()) or e.__suppress_context__", "setattr(e, '__cause__', 3)", "setattr(e, '__context__', 'x')", "delattr(e, '__cause__')", "setattr(e, 'args', 3)", "e.with_traceback(None) is e", "e.with_traceback(3)", "e.add_note('n') or e.__notes__", "e.add_note(3)", "e.__dict__", "setattr(e, 'extra', 1) or e.__dict__", "copy.copy(e).args", "e.__setstate__({'q': 1}) or e.q", "e == e", "hash(e) and 1", "e.__class__.__mro__[1].__name__", "setattr(e, 'errno', 5) or str(e)", "setattr(e, 'start', 1) or str(e)", "e.characters_written", "e.exceptions", "e.message", "setattr(e, 'msg', 'new') or str(e)", "type(e)(*e.args)", "issubclass(type(e), Exception)", "e.print_file_and_line", "e.name_from", "delattr(e, 'args')", "setattr(e, 'name', 4) or e.name", "e.__init__(9) or e.args", "type(e).__new__(type(e)).args"], 7, 12))

    # ---- calls and patterns

    def unpack_calls(self):
        params = self.pick(["a, b=2, *args, c, d=4, **kw", "a, /, b", "*, a, b=1", "a, b, /, c=3, *, d", "**kw", "*args", "a=1, /, *, b", "a, *args", "", "a, b=v(5)", "self, a"])
        argument = lambda: self.pick(["1", "*[2, 3]", "b=2", "c=3", "**{'d': 4}", "a=5", "*'xy'", "**{'c': 6}", "*()", "**{}", "d=7", "*range(2)", "**{1: 2}", "*3", "**[1]", "e=8", "**{'a': 9, 'b': 1}", "*{'k': 1}", "**dict(z=1)", "self=3"])
        call = ", ".join(self.many([argument() for _ in range(5)], 0, 5))
        self.source(f"def f({params}): return sorted(locals().items(), key=lambda i: i[0])\nout = f({call})", v="v")
        self.source(f"class K:\n    def m({params.replace('self, ', '')}): return sorted((k, plain(w)) for k, w in locals().items())\n    s = staticmethod(m)\n    c = classmethod(m)\n    def __call__({params}): return len(locals())\n    def __init__(self, *a, **k): self.n = len(a)\nout = K({self.pick(['', '1', 'x=1'])}).{self.pick(['m', 's', 'c', '__call__'])}({call})", plain="plain", v="v")
        function = self.pick(['print', 'sorted', 'max', 'int', 'str', 'dict', 'list', 'len', 'isinstance', 'pow', 'round', 'sum', 'zip', 'enumerate', 'map', 'range', 'open', 'getattr', 'type', 'divmod', 'iter', 'next', 'bytes', 'complex', 'slice', 'super', 'property', 'hasattr', 'chr', 'vars', 'input', 'format', 'compile', 'set', 'tuple', 'object', 'bool', 'float', 'memoryview', 'setattr', 'abs', 'hash', 'reversed', 'filter', 'all', 'ord'])
        call = f"{function}({', '.join(self.many(['1', '[2]', repr('a'), 'key=3', '*[1]', 'None', 'x=1', '(1, 2)', '**{}', 'int', 'start=1', 'default=2', 'b' + repr('q')], 0, 4))})"
        if function == "hash":
            call += " and 1"
        if function == "vars":  # a module's own would tell of __builtins__ too
            call = f"(lambda found: sorted(found) if type(found) is dict else found)({call})"
        self.source(f"out = {call}")

    def nested_patterns(self):
        names = []
        inner = self.pattern(3, names)
        more = []
        outer = self.pattern(2, more)
        self.text_block("class P:\n    __match_args__ = ('x', 'y')\n    k = 3\n    def __init__(self, x=1, y=2): self.x, self.y = x, y\n    def __repr__(self): return f'P({self.x}, {self.y})'")
        subjects = ["[1, [2, 3]]", "{'a': {'a': 1, 'b': [1, 2]}, 'b': 2}", "P(P(1, 2), [P()])", "(1, (2, (3, 4)))", "[{'a': 'ab'}, P(1, 'ab')]", "{'a': P()}", "1", "'ab'", "[[1, 2], [1, 2]]", "(P(), P(2), None)", "{1: [1, 2], 'b': {'a': 2}}", "[True, 2.5, None]", "P('ab', {'a': 1})", "[[]]", "{'a': []}", "((1,),)"]
        self.source(f"out = []\nfor s in [{', '.join(self.many(subjects, 3, 6))}]:\n    try:\n        match s, 1:\n            case {inner}, {self.pick(['1', 'int()', '_', '2'])}{self.choose(0.3, ' if v0' if names else ' if s')}: out.append(('inner', {', '.join(sorted(set(names))) or '0'}))\n            case (({outer}) as whole, n):\n                match whole:\n                    case {self.pattern_without_names()}: out.append(('both', {', '.join(sorted(set(more))) or '0'}))\n                    case other: out.append(('outer', other, n))\n            case [first, *_]: out.append(('first', first))\n"
                    f"    except Exception as e: out.append((type(e).__name__, str(e)))", P="P")
        self.source(f"class M:\n    __match_args__ = {self.pick(['(%r,)' % 'x', '[%r]' % 'x', '(1,)', '(%r, %r)' % ('x', 'x'), repr('x'), '()', '(%r, %r)' % ('x', 'none')])}\n    x = 5\nclass Seq(list): pass\nout = []\nfor s in [M(), Seq([1, 2]), 5, True, 'a', b'a', {{}}, [M()], 2.0]:\n    try:\n        match s:\n            case {self.pick(['M(5)', 'M(a, b)', 'M(x=y)', 'M(5, x=5)', 'M(none=1)', 'int(1 | 5)', 'bool(b)', 'int(real=r)', 'str(x, y)', 'list([1, *r])', 'float(2)', 'int() | str()', 'bytes(q)', 'dict(a=1)', 'M()', 'Seq()', 'undefined()', 'len()', 'M.x', 'object(x=5)', 'list((1, 2))'])}: out.append('yes')\n            case _: out.append('no')\n    except Exception as e: out.append((type(e).__name__, str(e)))")


if __name__ == "__main__":
    print(Writer(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 4).program())
