"""A language in a page: Pratt parser, AST of dataclasses, evaluator by pattern matching, compiler to a stack machine, pretty printer."""
from __future__ import annotations
import re, sys, enum, operator, functools
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Callable, Iterator, TypeAlias, Union

class Kind(enum.StrEnum):
    NUM = r"\d+(?:\.\d*)?(?:[eE][+-]?\d+)?"; STR = r'"(?:\\.|[^"\\])*"'; NAME = r"[^\W\d]\w*"; OP = r"\*\*|[-+*/%<>=!]=|[-+*/%<>=(),;{}!?:]|\|>"; SKIP = r"[ \t]+|#.*"; NL = r"\n"; BAD = r"."
TOKEN = re.compile("|".join(f"(?P<{k.name}>{k})" for k in Kind))

@dataclass(frozen=True)
class Token:
    kind: Kind; text: str; line: int; col: int
    def __str__(self): return f"{self.kind.name}({self.text!r}) at {self.line}:{self.col}"

class LangError(SyntaxError): pass
def tokens(source: str) -> Iterator[Token]:
    line, start = 1, 0
    for m in TOKEN.finditer(source):
        kind = Kind[m.lastgroup]
        if kind is Kind.NL: line, start = line + 1, m.end()
        elif kind is Kind.BAD: raise LangError(f"unexpected {m[0]!r}", ("<prog>", line, m.start() - start + 1, source.splitlines()[line - 1]))
        elif kind is not Kind.SKIP: yield Token(kind, m[0], line, m.start() - start + 1)
    yield Token(Kind.OP, "", line, 0)

@dataclass
class Num: value: float
@dataclass
class Str: value: str
@dataclass
class Name: id: str
@dataclass
class Unary: op: str; right: Node
@dataclass
class Binary: op: str; left: Node; right: Node
@dataclass
class Cond: test: Node; yes: Node; no: Node
@dataclass
class Call: fn: Node; args: list[Node] = field(default_factory=list)
@dataclass
class Let: name: str; value: Node
@dataclass
class Func: params: tuple[str, ...]; body: Node
@dataclass
class Block: items: list[Node]
Node: TypeAlias = Union[Num, Str, Name, Unary, Binary, Cond, Call, Let, Func, Block]
LEFT = {"|>": 5, "?": 10, "==": 20, "!=": 20, "<": 30, ">": 30, "<=": 30, ">=": 30, "+": 40, "-": 40, "*": 50, "/": 50, "%": 50, "**": 70, "(": 90}

class Parser:
    def __init__(self, source): self.source, self.toks = source, tokens(source); self.advance()
    def advance(self): self.tok = next(self.toks); return self.tok
    def accept(self, text):
        if self.tok.text == text and self.tok.kind is Kind.OP: self.advance(); return True
        return False
    def expect(self, text):
        if not self.accept(text): raise LangError(f"expected {text!r}, got {self.tok.text or 'end'!r}", ("<prog>", self.tok.line, self.tok.col, self.source.splitlines()[self.tok.line - 1]))
    def program(self):
        out = []
        while self.tok.text:
            out.append(self.expr())
            while self.accept(";"): pass
        return Block(out)
    def expr(self, rbp=0):
        tok = self.tok; self.advance(); left = self.prefix(tok)
        while rbp < LEFT.get(self.tok.text, 0) and self.tok.kind is Kind.OP:
            tok = self.tok; self.advance(); left = self.infix(tok, left)
        return left
    def prefix(self, tok):
        match tok:
            case Token(Kind.NUM, text): return Num(float(text) if set(text) & set(".eE") else int(text))
            case Token(Kind.STR, text): return Str(re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), text[1:-1]))
            case Token(Kind.NAME, "let"): name = self.tok.text; self.advance(); self.expect("="); return Let(name, self.expr())
            case Token(Kind.NAME, "fn"):
                params = []; self.expect("(")
                while not self.accept(")"): params.append(self.tok.text); self.advance(); self.accept(",")
                return Func(tuple(params), self.expr())
            case Token(Kind.NAME, text): return Name(text)
            case Token(text="-" | "!" as op): return Unary(op, self.expr(60))
            case Token(text="("): inner = self.expr(); self.expect(")"); return inner
            case Token(text="{"):
                items = []
                while not self.accept("}"): items.append(self.expr()); self.accept(";")
                return Block(items)
            case _: raise LangError(f"cannot start with {tok}", ("<prog>", tok.line, tok.col or 1, self.source.splitlines()[tok.line - 1]))
    def infix(self, tok, left):
        match tok.text:
            case "(":
                args = []
                while not self.accept(")"): args.append(self.expr()); self.accept(",")
                return Call(left, args)
            case "?": yes = self.expr(); self.expect(":"); return Cond(left, yes, self.expr(9))
            case "**": return Binary("**", left, self.expr(LEFT["**"] - 1))
            case "|>": return Call(self.expr(LEFT["|>"]), [left])
            case op: return Binary(op, left, self.expr(LEFT[op]))

OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "%": operator.mod, "**": operator.pow, "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge, "==": operator.eq, "!=": operator.ne}
class Env(dict):
    def __init__(self, up=None, **kw): super().__init__(**kw); self.up = up
    def __missing__(self, k):
        if self.up is None: raise NameError(f"no variable {k!r}", name=k)
        return self.up[k]
def ev(node: Node, env: Env):
    match node:
        case Num(v) | Str(v): return v
        case Name(id): return env[id]
        case Unary("-", x): return -ev(x, env)
        case Unary("!", x): return not ev(x, env)
        case Binary(op, a, b): return OPS[op](ev(a, env), ev(b, env))
        case Cond(t, y, n): return ev(y if ev(t, env) else n, env)
        case Let(name, v): env[name] = ev(v, env); return env[name]
        case Func(ps, body): return lambda *args: ev(body, Env(env, **dict(zip(ps, args, strict=True))))
        case Call(f, args): return ev(f, env)(*(ev(a, env) for a in args))
        case Block([]): return None
        case Block([*init, last]):
            for n in init: ev(n, env)
            return ev(last, env)
@functools.singledispatch
def show(node, depth=0): raise TypeError(f"cannot show {type(node).__name__}")
@show.register
def _(n: Num | Str, depth=0): return repr(n.value)
@show.register(Name)
def _(n, depth=0): return n.id
@show.register
def _(n: Binary, depth=0): return f"({show(n.left)} {n.op} {show(n.right)})"
@show.register
def _(n: Call, depth=0): return f"{show(n.fn)}({', '.join(map(show, n.args))})"
@show.register
def _(n: Unary, depth=0): return n.op + show(n.right)
def tree(node, depth=0):
    pad = "  " * depth
    if isinstance(node, list | tuple): return "".join(tree(n, depth) for n in node)
    if not is_dataclass(node): return f"{pad}{node!r}\n"
    return f"{pad}{type(node).__name__}\n" + "".join(tree(getattr(node, f.name), depth + 1) for f in fields(node))
def compile_(node):
    match node:
        case Num(v): yield "PUSH", v
        case Unary("-", x): yield from compile_(x); yield "NEG",
        case Binary(op, a, b): yield from compile_(a); yield from compile_(b); yield "BIN", op
        case Cond(t, y, n):
            yes, no = list(compile_(y)), list(compile_(n))
            yield from compile_(t); yield "JZ", len(yes) + 1; yield from yes; yield "JMP", len(no); yield from no
        case _: raise NotImplementedError(f"{type(node).__name__} in the machine")
def machine(code):
    stack, ip = [], 0
    while ip < len(code):
        match code[ip]:
            case "PUSH", v: stack.append(v)
            case "NEG",: stack.append(-stack.pop())
            case "BIN", op: b, a = stack.pop(), stack.pop(); stack.append(OPS[op](a, b))
            case "JZ", n if not stack.pop(): ip += n
            case "JMP", n: ip += n
        ip += 1
    return stack
base = Env(print=lambda *a: print("  out:", *a), max=max, str=str, len=len)
for src in ["1 + 2 * -3 ** 2", "2 ** 3 ** 2 - 1 % 4", "(1 < 2 == 1) ? 10 : 20", "-(4 - 1) / 2"]:
    node = Parser(src).program().items[0]; code = list(compile_(node))
    print(src, "=>", show(node) if not isinstance(node, Cond) else node, "=", ev(node, base), machine(code), len(code))
prog = '''let fact = fn(n) n < 2 ? 1 : n * fact(n - 1);  # recursion
let twice = fn(f) fn(x) f(f(x))
print(fact(20), twice(fn(x) x ** 2)(3)); "a\\tb" |> len |> print
let counter = { let n = 5; fn(k) n + k }
print(counter(2), max(1, 2.5e1, 3), "naïve" + " ünï")
fact(30) % 1000007'''
print(ev(Parser(prog).program(), Env(base)))
print(tree(Parser("let f = fn(a, b) a ? -b : f(1, \"s\")").program()), end="")
for bad in ["1 +", "f(1, 2", "let = 3", "3 $ 4", "x + 1", "fn(a) a", "(fn(a, b) a)(1)", "1 / 0", '"a" - 1', "2 ? 3"]:
    try: print(bad, "->", callable(r := ev(Parser(bad).program(), Env(base))) or r)
    except LangError as e: print(f"{bad}: {e.msg} {e.lineno}:{e.offset} {e.text!r} | {e}")
    except Exception as e: print(f"{bad}: {type(e).__name__}: {e}", getattr(e, "name", ""))
try: show(Let("x", 1))
except TypeError as e: print(e, show.dispatch(Num) is show.registry[Num])
sys.setrecursionlimit(200)
try: ev(Parser(prog + "; fact(500)").program(), Env(base))
except RecursionError as e: print(e)
sys.setrecursionlimit(1000)
Parser("let x = (1 +\n  2 * ]").program()
