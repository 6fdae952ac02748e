ﬁ = 1
print(fi, ﬁ)
𝐱 = 5
print(x, [n for n in globals() if n in ('x', 'fi')])
def f(ｋｅｙ=0, *, ª=2): return key + a
print(f(key=3), f(ｋｅｙ=4, ª=3), f(a=9))
class C:
    def __init__(self): self.ﬀ = 2
    ℌ = 'h'
c = C()
print(c.ff, c.ﬀ, C.H, vars(c))
print(getattr(c, 'ff'), hasattr(c, 'ﬀ'))
setattr(c, 'ﬁ', 3)
print(vars(c), hasattr(c, 'fi'))
try: c.ﬁ
except AttributeError as e: print(e)
é = 1   # e + combining below
print(é, 'é' in globals(), 'e\u0301' in globals())
def 𝐝𝐞𝐟(): return 'def'
print(globals()['def']())
𝔪𝔞𝔱𝔠𝔥 = 1
import ｊson as ﬂ
print(fl.__name__)
print([ｙ for y in (1, 2)], {ｋ: v for k, v in [(1, 2)]})
имя = 'имя'; 名前 = '名前'; ñandú = 1; 각 = 2; 가각 = 3
print(имя, 名前, ñandú, 각, 가각)
lambda ﬁ: fi
def g():
    global ﬁ
    fi = 10
g(); print(fi)
try: ﬁx
except NameError as e: print(e)
µ = 1
print('µ' in globals(), 'μ' in globals())
print(eval('ﬁ + 1', {'fi': 41}))
match {'a': 1}:
    case {'a': ﬁ}: print(fi)
print(f'{ﬁ=}', f'{𝐱!r}')
class P:
    def m(self): self.__ﬁ = 1; return vars(self)
print(P().m())
print(compile('ﬁ', '', 'eval').co_names)
ſ = 1
print(s)
ẛ̣ = 3
print([ascii(n) for n in globals() if not n.isascii()])
try: exec('𝕀𝕗 = 1; print(If)\n𝐢𝐟 = 3\nprint(if)')
except SyntaxError as e: print(e)
try: exec('True = 3')
except SyntaxError as e: print(e)
try: exec("𝕋rue = 3")
except ValueError as e: print(e)
print(True)
try: exec('€ = 3')
except SyntaxError as e: print(e)
ﬁ.x
