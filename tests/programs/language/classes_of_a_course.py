import collections, contextlib, string, sys, re, itertools, functools, json, textwrap, enum, random, copy
# OOP course notes: bank, shapes, cards, vending machine, parking lot, library, tic tac toe, hangman, roman, caesar, snake...
class Suit(enum.Enum): CLUBS, DIAMONDS, HEARTS, SPADES = "♣♦♥♠"
@functools.total_ordering
class Card:
    RANKS = [*map(str, range(2, 11)), *"JQKA"]
    def __init__(self, rank, suit): self.rank, self.suit = rank, suit
    def __eq__(self, o): return (self.rank, self.suit) == (o.rank, o.suit)
    def __lt__(self, o): return (self.RANKS.index(self.rank), self.suit.value) < (self.RANKS.index(o.rank), o.suit.value)
    def __str__(self): return f"{self.rank}{self.suit.value}"
    __repr__ = __str__
    def __hash__(self): return hash((self.rank, self.suit.name))
class Deck(collections.abc.MutableSequence):
    def __init__(self, rng=random.Random(7)): self._c = [Card(r, s) for s in Suit for r in Card.RANKS]; self.rng = rng
    def __len__(self): return len(self._c)
    def __getitem__(self, i): return self._c[i]
    def __setitem__(self, i, v): self._c[i] = v
    def __delitem__(self, i): del self._c[i]
    def insert(self, i, v): self._c.insert(i, v)
    def shuffle(self): self.rng.shuffle(self._c); return self
d = Deck().shuffle(); print(d[:5], sorted(d[:5]), max(d), d.pop(), len(d), Card("A", Suit.HEARTS) in d, d.index(Card("2", Suit.CLUBS)) >= 0, [*reversed(d)][:2], d.count(d[0])); d.append(d[0]); d.remove(d[0]); d.extend([]); d.reverse(); d += [Card("2", Suit.CLUBS)]
class Account:
    interest = .02; _n = 1000
    def __init__(self, owner, balance=0): type(self)._n += 1; self.number, self.owner, self.__balance = self._n, owner, balance; self.history = []
    balance = property(lambda s: s.__balance)
    @balance.setter
    def balance(self, v):
        if v < 0: raise ValueError("Insufficient funds")
        self.history.append(v - self.__balance); self.__balance = v
    def __iadd__(self, n): self.balance += n; return self
    def __isub__(self, n): self.balance -= n; return self
    @classmethod
    def from_string(cls, s): o, b = s.split(":"); return cls(o, float(b))
    @staticmethod
    def valid(n): return n > 0
    def __str__(self): return f"{self.__class__.__name__}<{self.owner}: ${self.balance:,.2f}>"
class Savings(Account):
    interest = .05
    def __init__(self, *a, **k): super().__init__(*a, **k); self.kind = "savings"
    def add_interest(self): self.balance *= 1 + self.interest
a = Savings.from_string("Ann:1234.5"); a += 100; a.add_interest(); print(a, a.history, a.number, Savings.__mro__, isinstance(a, Account), a._Account__balance, Account._n, Savings._n)
try: a -= 1e6
except ValueError as e: print(e)
try: a.__balance
except AttributeError as e: print(e)
try: Account.balance.fset(a, -1)
except ValueError as e: print(e)
class A:
    def who(self): return "A"
class B(A):
    def who(self): return "B" + super().who()
class C(A):
    def who(self): return "C" + super().who()
class D(B, C):
    def who(self): return "D" + super().who()
print(D().who(), [k.__name__ for k in D.mro()], D.__bases__, issubclass(D, A), super(B, D()).who())
try: type("X", (A, B), {})
except TypeError as e: print(e)
def board(b): return "\n-+-+-\n".join("|".join(b[r:r + 3]) for r in (0, 3, 6))
def winner(b): return next((b[x] for x, y, z in ((0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)) if b[x] == b[y] == b[z] != " "), None)
def minimax(b, p):
    w = winner(b)
    if w: return (1 if w == "X" else -1), None
    moves = [i for i, c in enumerate(b) if c == " "]
    if not moves: return 0, None
    res = []
    for m in moves: b[m] = p; res.append((minimax(b, "O" if p == "X" else "X")[0], m)); b[m] = " "
    return (max if p == "X" else min)(res)
b = list("XO X  O  "); print(board(b), minimax(b, "X"), winner("XXX      "), sep="\n")
def caesar(s, k): return "".join(chr((ord(c) - 65 + k) % 26 + 65) if c.isupper() else chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)
print(caesar("Hello, World!", 3), caesar(caesar("abc", 5), -5))
secret, guessed = "python", set("pyx"); print(" ".join(c if c in guessed else "_" for c in secret), f"{len(guessed - set(secret))} wrong", *sorted(set(string.ascii_lowercase) - guessed)[:5])
class VM:
    class State(enum.Enum): IDLE = enum.auto(); HAS_MONEY = enum.auto()
    def __init__(self): self.s, self.money, self.stock = self.State.IDLE, 0, {"cola": [150, 2]}
    def __getattr__(self, name):
        if name.startswith("buy_"): return functools.partial(self.buy, name.removeprefix("buy_"))
        raise AttributeError(f"{type(self).__name__} has no {name}")
    def insert(self, c): self.money += c; self.s = self.State.HAS_MONEY; return self
    def buy(self, item):
        try: price, n = self.stock[item]
        except KeyError: raise LookupError(f"no {item}") from None
        if self.money < price: raise ValueError(f"need {price - self.money} more")
        self.money -= price; self.stock[item][1] -= 1; return item
v = VM(); v.insert(100)
for act in ("cola", "cola", "tea"):
    try: print("got", getattr(v, f"buy_{act}")(), v.money, v.s, v.stock)
    except (ValueError, LookupError) as e: print(type(e).__name__, e); v.insert(100)
class LinkedList:
    class _Node:
        __slots__ = "v", "n"
        def __init__(self, v, n=None): self.v, self.n = v, n
    def __init__(self, it=()): self.head = None; self.n = 0; [self.push(x) for x in reversed([*it])]
    def push(self, v): self.head = self._Node(v, self.head); self.n += 1
    def __iter__(self):
        n = self.head
        while n: yield n.v; n = n.n
    def __len__(self): return self.n
    def __repr__(self): return " -> ".join(map(repr, self)) + " -> None"
    def reverse(self):
        p, c = None, self.head
        while c: c.n, p, c = p, c, c.n
        self.head = p
    def __getitem__(self, i):
        if isinstance(i, slice): return type(self)(itertools.islice(self, *i.indices(len(self))))
        if i < 0: i += len(self)
        if not 0 <= i < len(self): raise IndexError("list index out of range")
        return next(itertools.islice(self, i, None))
l = LinkedList([1, 2, 3]); l.reverse(); print(l, l[0], l[-1], l[1:], len(l), 2 in l, sum(l), list(map(str, l)), [*zip(l, l[1:])])
try: l[5]
except IndexError as e: print(e)
class BST:
    def __init__(self): self.r = None
    def add(self, k):
        def ins(n): return [k, None, None] if n is None else (n.__setitem__(1 + (k > n[0]), ins(n[1 + (k > n[0])])), n)[1]
        self.r = ins(self.r); return self
    def __iter__(self):
        def walk(n):
            if n: yield from walk(n[1]); yield n[0]; yield from walk(n[2])
        return walk(self.r)
t = BST(); [t.add(x) for x in (5, 2, 8, 1, 9)]; print(list(t), t.r)
print(json.dumps({"cards": [str(c) for c in d[:2]], "acc": vars(a)}, ensure_ascii=False, default=str, indent=None), copy.copy(a).owner, copy.deepcopy(l) is not l)
