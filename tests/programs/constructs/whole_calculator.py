"""A tokenizer, a parser and an evaluator of arithmetic."""
import re
from enum import Enum, auto
from typing import NamedTuple, Iterator

class Tok(Enum):
    NUM = auto(); ID = auto(); OP = auto(); LP = auto(); RP = auto(); END = auto()

class Token(NamedTuple):
    kind: Tok
    value: str
    line: int
    column: int

SPEC = [(Tok.NUM, r"\d+(\.\d*)?"), (Tok.ID, r"[A-Za-z_]\w*"), (Tok.OP, r"[+\-*/^=]"), (Tok.LP, r"\("), (Tok.RP, r"\)")]
RX = re.compile("|".join(f"(?P<{k.name}>{p})" for k, p in SPEC) + r"|(?P<NEWLINE>\n)|(?P<SKIP>[ \t]+)|(?P<BAD>.)")

def tokenize(code: str) -> Iterator[Token]:
    line, start = 1, 0
    for mo in RX.finditer(code):
        kind, value = mo.lastgroup, mo.group()
        if kind == "NEWLINE":
            line += 1
            start = mo.end()
        elif kind == "SKIP":
            continue
        elif kind == "BAD":
            raise SyntaxError(f"{value!r} unexpected on line {line}", ("calc", line, mo.start() - start + 1, code.splitlines()[line - 1]))
        else:
            yield Token(Tok[kind], value, line, mo.start() - start)
    yield Token(Tok.END, "", line, 0)

class Parser:
    PREC = {"=": (1, "R"), "+": (2, "L"), "-": (2, "L"), "*": (3, "L"), "/": (3, "L"), "^": (4, "R")}
    def __init__(self, text):
        self.toks = tokenize(text)
        self.advance()
    def advance(self):
        self.tok = next(self.toks)
    def expect(self, kind):
        if self.tok.kind is not kind:
            raise SyntaxError(f"expected {kind}, got {self.tok.kind} {self.tok.value!r}")
        self.advance()
    def atom(self):
        t = self.tok
        match t:
            case Token(Tok.NUM, value=v):
                self.advance(); return float(v) if "." in v else int(v)
            case Token(kind=Tok.ID):
                self.advance(); return t.value
            case Token(kind=Tok.LP):
                self.advance(); e = self.expr(1); self.expect(Tok.RP); return e
            case Token(kind=Tok.OP, value="-"):
                self.advance(); return ("neg", self.expr(3))
            case _:
                raise SyntaxError(f"bad token {t}")
    def expr(self, low):
        left = self.atom()
        while self.tok.kind is Tok.OP and self.PREC[self.tok.value][0] >= low:
            op = self.tok.value
            prec, assoc = self.PREC[op]
            self.advance()
            left = (op, left, self.expr(prec + (assoc == "L")))
        return left

def ev(t, env):
    match t:
        case int() | float(): return t
        case str(name): return env[name]
        case ("neg", x): return -ev(x, env)
        case ("=", str(n), r):
            env[n] = ev(r, env); return env[n]
        case (op, l, r):
            import operator as o
            return {"+": o.add, "-": o.sub, "*": o.mul, "/": o.truediv, "^": o.pow}[op](ev(l, env), ev(r, env))
    raise TypeError(t)

env = {}
for src in ["1 + 2 * 3", "(1+2)*3", "2^3^2", "-2^2", "x = y = 5", "x * y - 3.5", "10 / 4", "1 +", "3 $ 4", "z + 1", "(1", "1/0", "a\n  + @"]:
    try:
        tree = Parser(src).expr(1)
        print(src, "->", tree, "->", ev(tree, env))
    except (SyntaxError, ZeroDivisionError) as e:
        print(src, "!!", type(e).__name__, e)
    except KeyError as e:
        print("undefined", e)
print(env, list(tokenize("a=1"))[:2])
Parser("7 ? 8").expr(1)
