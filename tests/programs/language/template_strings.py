"""t-strings: their parts, string.templatelib, and what is refused."""
x=5
w=10
t = t"a{x}b{ x + 1 !r:>{w}}c{x=}d{x!s}{x:.2f}"
print(t)
print(t.strings, t.values, t.interpolations)
for p in t: print(repr(p))
i=t.interpolations[1]
print(i.value, repr(i.expression), i.conversion, i.format_spec, type(i))
print(t"" , list(t""), t"a" t"{x}" , t"x" + t"y{x}")
try: t"a" + "b"
except TypeError as e: print(e)
try: "b" + t"a"
except TypeError as e: print(e)
from string.templatelib import Template, Interpolation, convert
print(type(t) is Template, Template("a", Interpolation(1, "one", None, ""), "b", "c"), convert(5,'r'), convert('x', None))
print(Interpolation(1), Interpolation(1,'x','r','>5'), Interpolation.__match_args__)
match i:
    case Interpolation(v, e): print(v, e)
print(rt"\n{x}", Rt"{x}")
try: Template(5)
except TypeError as e: print(e)
try: Interpolation()
except TypeError as e: print(e)
try: Interpolation(1,'x','z')
except (TypeError, ValueError) as e: print(e)
print(t == t, t"a" == t"a", hash(t) == hash(t))
def f(t): return ''.join(p if isinstance(p, str) else format(convert(p.value, p.conversion), p.format_spec) for p in t)
print(f(t"hi {x:>{w}} {x!r} {'é'!a}"))
print(t"{t'{x}'}", t'''{
 x
 }''', t"{{}}{x}")
for src in ('t"a" "b"', '"b" t"a"', 't"{"', 't"{}"', 't"', 't"{x!z}"', 'f"{x}" t"y"', 't"}"', "tb'x'", "ft'x'", 't"""'):
    try: print(eval(src))
    except SyntaxError as e: print(src, '->', e.msg)
try: Template().strings = 1
except Exception as e: print(type(e), e)
class S:
    pass
try:
    class Q(Template): pass
except TypeError as e: print(e)
print(Template() , Template("a","b").strings, (t"a{x}" + t"b").strings, Template(Interpolation(1,'y')).strings)
