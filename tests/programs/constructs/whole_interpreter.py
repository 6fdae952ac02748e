"""A small language: tokenizer by regular expressions, Pratt parser, visitor, environment, errors with positions."""
from __future__ import annotations

import dataclasses
import enum
import math
import operator
import re
import sys
import traceback
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce, singledispatch
from typing import Final, Generic, NoReturn, Self, TypeAlias, TypeVar, assert_never

TOKEN = re.compile(r"""
    (?P<ws>\s+|\#[^\n]*)
  | (?P<num>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
  | (?P<str>"(?:[^"\\]|\\.)*")
  | (?P<name>[^\W\d]\w*)
  | (?P<op>==|!=|<=|>=|=>|[-+*/^%<>=(){},;?:!])
""", re.VERBOSE)
KEYWORDS: Final = frozenset({"let", "fn", "if", "else", "while", "true", "false", "nil", "and", "or", "return"})


class LangError(Exception):
    def __init__(self, message, pos=None):
        super().__init__(message)
        self.pos = pos

    def show(self, text):
        if self.pos is None:
            return f"error: {self}"
        line = text.count("\n", 0, self.pos) + 1
        start = text.rfind("\n", 0, self.pos) + 1
        end = text.find("\n", self.pos) if "\n" in text[self.pos:] else len(text)
        return f"{line}:{self.pos - start + 1}: {self}\n  {text[start:end]}\n  {'':{self.pos - start}}^"


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    pos: int = field(compare=False)


def tokens(text: str) -> Iterator[Token]:
    pos = 0
    while pos < len(text):
        if not (m := TOKEN.match(text, pos)):
            raise LangError(f"unexpected {text[pos]!r}", pos)
        kind = m.lastgroup
        if kind == "name" and m[0] in KEYWORDS:
            kind = m[0]
        if kind == "op":
            kind = m[0]
        if kind != "ws":
            yield Token(kind, m.group(), pos)
        pos = m.end()
    yield Token("end", "", pos)


class Node(ABC):
    @abstractmethod
    def eval(self, env: Env): ...


def node(cls):
    return dataclass(slots=True)(cls)


@node
class Const(Node):
    value: object
    def eval(self, env): return self.value


@node
class Name(Node):
    token: Token
    def eval(self, env): return env.find(self.token)[self.token.text]


@node
class Binary(Node):
    op: Token
    left: Node
    right: Node
    OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "%": operator.mod, "^": operator.pow, "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge, "==": operator.eq, "!=": operator.ne}

    def eval(self, env):
        if self.op.text in ("and", "or"):
            left = self.left.eval(env)
            return left if bool(left) == (self.op.text == "or") else self.right.eval(env)
        a, b = self.left.eval(env), self.right.eval(env)
        try:
            return self.OPS[self.op.text](a, b)
        except (TypeError, ArithmeticError) as error:
            raise LangError(str(error), self.op.pos) from error


@node
class Fn(Node):
    params: list[str]
    body: Node
    name: str = "<fn>"
    def eval(self, env): return Closure(self, env)


@node
class Call(Node):
    fn: Node
    args: list[Node]
    pos: int

    def eval(self, env):
        fn, args = self.fn.eval(env), [a.eval(env) for a in self.args]
        if not callable(fn):
            raise LangError(f"{fn!r} cannot be called", self.pos)
        try:
            return fn(*args)
        except (TypeError, ValueError) as error:
            raise LangError(f"{type(error).__name__}: {error}", self.pos) from error
        except RecursionError:
            raise LangError("too deep", self.pos) from None


@node
class Let(Node):
    name: Token
    value: Node
    new: bool
    def eval(self, env):
        v = self.value.eval(env)
        (env.vars if self.new else env.find(self.name))[self.name.text] = v
        return v


@node
class If(Node):
    test: Node
    then: Node
    other: Node | None = None
    loop: bool = False
    def eval(self, env):
        result = None
        while self.test.eval(env):
            result = self.then.eval(env)
            if not self.loop:
                return result
        return self.other.eval(env) if self.other else result


@node
class Block(Node):
    body: list[Node]
    def eval(self, env):
        inner = Env(env)
        return reduce(lambda _, n: n.eval(inner), self.body, None)


class Return(Exception): pass


@node
class Ret(Node):
    value: Node
    def eval(self, env): raise Return(self.value.eval(env))


class Env:
    def __init__(self, parent=None, **vars):
        self.parent, self.vars = parent, vars
    def find(self, token):
        env = self
        while env:
            if token.text in env.vars:
                return env.vars
            env = env.parent
        raise LangError(f"unknown name {token.text!r}", token.pos)


@dataclass
class Closure:
    fn: Fn
    env: Env = field(repr=False)
    def __call__(self, *args):
        names = self.fn.params
        env = Env(self.env, **dict(zip(names, args, strict=True)))
        try:
            return self.fn.body.eval(env)
        except Return as r:
            return r.args[0]


class Parser:
    POWER = {"or": 1, "and": 2, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4, "+": 5, "-": 5, "*": 6, "/": 6, "%": 6, "^": 8, "(": 10}

    def __init__(self, text):
        self.tokens = list(tokens(text)); self.i = 0
    @property
    def tok(self): return self.tokens[self.i]
    def take(self, *kinds):
        t = self.tok
        if kinds and t.kind not in kinds:
            raise LangError(f"expected {' or '.join(map(repr, kinds))}, got {t.text or 'the end'!r}", t.pos)
        self.i += 1
        return t
    def block(self, end):
        body = []
        while self.tok.kind != end:
            body.append(self.expr(0))
            if self.tok.kind == ";": self.take()
        self.take(end)
        return Block(body)
    def expr(self, power):
        t = self.take()
        match t.kind:
            case "num": left = Const(float(t.text) if any(c in t.text for c in ".eE") else int(t.text))
            case "str": left = Const(t.text[1:-1].encode().decode("unicode_escape"))
            case "true" | "false" | "nil": left = Const({"true": True, "false": False}.get(t.text))
            case "name":
                if self.tok.kind == "=":
                    self.take(); return Let(t, self.expr(0), False)
                left = Name(t)
            case "let":
                name = self.take("name"); self.take("=")
                return Let(name, self.expr(0), True)
            case "(":
                left = self.expr(0); self.take(")")
            case "-": left = Binary(t, Const(0), self.expr(7))
            case "{": return self.block("}")
            case "return": return Ret(self.expr(0))
            case "if" | "while":
                test, then = self.expr(0), self.expr(0)
                other = None
                if t.kind == "if" and self.tok.kind == "else":
                    self.take(); other = self.expr(0)
                return If(test, then, other, t.kind == "while")
            case "fn":
                self.take("("); params = []
                while self.tok.kind != ")":
                    params.append(self.take("name").text)
                    if self.tok.kind == ",": self.take()
                self.take(")"); self.take("=>")
                left = Fn(params, self.expr(0))
            case kind: raise LangError(f"unexpected {kind}", t.pos)
        while self.POWER.get(self.tok.kind, -1) > power:
            op = self.take()
            if op.kind == "(":
                args = []
                while self.tok.kind != ")":
                    args.append(self.expr(0))
                    if self.tok.kind == ",": self.take()
                self.take(")")
                left = Call(left, args, op.pos)
            else:
                left = Binary(op, left, self.expr(self.POWER[op.kind] - (op.kind == "^")))
        return left


PROGRAMS = ["1 + 2 * 3 ^ 2 ^ 2 - -4 / 8", 'let x = 5; while x > 0 { print(x, x % 2 == 0 and "even" or "odd"); x = x - 2 }',
            "let fact = fn(n) => if n < 2 1 else n * fact(n - 1); print(fact(20), fact(25) / fact(24))", "let make = fn(n) => fn() => { n = n + 1; n }; let c = make(10); c(); c(); print(c())",
            "let f = fn(a, b) => { return a; 99 }; f(1, 2) + f(3)", "1 +\n  (2 * y)", 'print("ä\\tb", sqrt(16), max(3, 9, 4))', "let s = 1 $ 2", "fn(x) => x", "5(3)", "1 / 0", '"a" + 1', "let r = fn(n) => r(n + 1); r(0)", "(1 + 2", 'if 1 > 2 "yes" else nil']
globals_env = Env(print=print, sqrt=math.sqrt, max=max)
sys.setrecursionlimit(200)
for text in PROGRAMS:
    try:
        tree = Parser(text).block("end")
        print("=>", tree.eval(Env(globals_env)))
    except LangError as error:
        print(error.show(text), f"[{type(error.__cause__).__name__}]")
print(Parser("1+x*2").block("end"))
print(dataclasses.asdict(Parser("f(1)").expr(0)))
try:
    Node()
except TypeError as error:
    print(error)
try:
    Token("a", "b", 1).kind = 3
except dataclasses.FrozenInstanceError as error:
    print(error)
try:
    assert_never(3)
except AssertionError as error:
    print(error)
Parser("oops )").block("end")
