import annotationlib as al, inspect, typing, sys, re
from annotationlib import Format, ForwardRef, get_annotations, call_annotate_function, type_repr, annotations_to_string
def t(f):
    try: print(re.sub(" at 0x[0-9a-f]+", "", str(f())))
    except Exception as e: print(type(e).__name__, e)
print(al.__all__)
print(list(Format), Format.VALUE, int(Format.STRING), Format(1), repr(Format.FORWARDREF), Format.__mro__)
def f(a: int, b: Undefined, c: list[Undefined2] | None = None, *args: 'quoted', **kw: Undef.attr[1:2, 'x'](3, k=4)) -> -Undefined3 + 1: pass
for fmt in Format:
    t(lambda: get_annotations(f, format=fmt))
t(lambda: get_annotations(f, format=Format.STRING)['kw'])
def g(a: int, b: list[str], c: 'int', d: None, e: typing.Optional[int] = None, f: "typing.List[int]" = ()) -> str: pass
for fmt in (1, 3, 4): t(lambda: get_annotations(g, format=fmt))
t(lambda: get_annotations(g, eval_str=True)); t(lambda: get_annotations(g, eval_str=True, format=Format.STRING)); t(lambda: get_annotations(5)); t(lambda: get_annotations(g, format=9)); t(lambda: get_annotations(g, format='x')); t(lambda: get_annotations(g, format=2))
class C:
    x: int
    y: 'C'
    z: C
    w: Missing = 5
    q: typing.ClassVar[Missing2]
for fmt in (1, 3, 4): t(lambda: get_annotations(C, format=fmt))
class D(C): pass
t(lambda: get_annotations(D, format=Format.STRING))
class E:
    x: int = 1
    y: E | None
    l: (lambda: 1)
    t: (1, 2)
    d: {1: 2}
    s: {1, 2}
    ls: [1, x]
    c: 1 if x else 2
    b: x and y
    n: not x
    cmp: x < y
    i: x in y
    st: 'a' 'b'

    num: 1.5
    e: ...
    k: x.y.z
    call: foo(1, *a, b=2, **c)
    sub: foo[1:2:3, ...]
    comp: [z for z in range(2)]
    p: x ** 2
    inv: ~x
    mm: x @ y
t(lambda: get_annotations(E, format=Format.STRING))
fr = get_annotations(f, format=Format.FORWARDREF)['b']
print(type(fr), fr.__forward_arg__, fr.__forward_module__, fr.__forward_is_argument__, fr.__forward_is_class__)
t(lambda: fr.evaluate())
Undefined = int
t(lambda: fr.evaluate()); t(lambda: fr.evaluate(format=Format.STRING)); t(lambda: fr.evaluate(format=Format.FORWARDREF)); t(lambda: fr.evaluate(globals={'Undefined': str})); t(lambda: fr.evaluate(locals={'Undefined': str}))
r = ForwardRef('a + b'); print(r, r.__forward_arg__, r == ForwardRef('a + b'), hash(r) == hash(ForwardRef('a + b')), r == ForwardRef('a'), r.__forward_code__.co_name)
t(lambda: r.evaluate(globals={'a': 1, 'b': 2})); t(lambda: r.evaluate()); t(lambda: r.evaluate(format=3)); t(lambda: ForwardRef('a b')); t(lambda: ForwardRef(5)); t(lambda: ForwardRef('x', module='sys')); t(lambda: ForwardRef('path', module='sys').evaluate() is sys.path); t(lambda: ForwardRef('x', owner=C)); t(lambda: ForwardRef('x') | None); t(lambda: None | ForwardRef('x')); t(lambda: ForwardRef('x', is_argument=False, is_class=True)); t(lambda: ForwardRef('x', nope=1)); t(lambda: ForwardRef())
for x in (int, list[int], typing.List[int], None, ..., 'text', len, f, C, type(None), 5, typing.Any, C.__init__, print, [1], typing.Optional[int], int | None):
    print(type_repr(x).split(' at 0x')[0])
print(annotations_to_string({'a': int, 'b': 'str', 'c': list[C]}))
def ann(format, /):
    if format == 1: return {'v': 'value'}
    if format == 4: return {'v': 'string'}
    raise NotImplementedError
def h(): pass
h.__annotate__ = ann
for fmt in (1, 3, 4): t(lambda: get_annotations(h, format=fmt)); t(lambda: call_annotate_function(ann, fmt))
t(lambda: call_annotate_function(f.__annotate__, Format.STRING)); t(lambda: f.__annotate__(3)); t(lambda: f.__annotate__(4)); t(lambda: g.__annotate__(1)); t(lambda: g.__annotate__(2)); t(lambda: f.__annotate__('x')); t(lambda: f.__annotate__())
print(al.get_annotate_from_class_namespace({}), al.get_annotate_from_class_namespace(C.__dict__) is C.__annotate__, al.get_annotate_from_class_namespace({'__annotate__': 5}))
type A = int | UndefA
t(lambda: al.call_evaluate_function(A.evaluate_value, Format.STRING)); t(lambda: al.call_evaluate_function(A.evaluate_value, Format.FORWARDREF)); t(lambda: al.call_evaluate_function(A.evaluate_value, Format.VALUE))
print(inspect.get_annotations(C, format=Format.STRING), inspect.get_annotations is get_annotations)
print(inspect.signature(f, annotation_format=Format.STRING))
print(inspect.signature(f, annotation_format=Format.FORWARDREF).parameters['b'])
t(lambda: inspect.signature(f))
t(lambda: inspect.signature(f, annotation_format=Format.FORWARDREF))
t(lambda: typing.get_type_hints(f, format=Format.STRING)); t(lambda: typing.get_type_hints(C, format=Format.FORWARDREF))
def closure():
    Loc = str
    def inner(a: Loc, b: Nope, c: Later): pass
    t(lambda: get_annotations(inner, format=Format.FORWARDREF)); t(lambda: get_annotations(inner, format=Format.STRING))
    Later = 5
    t(lambda: get_annotations(inner, format=Format.FORWARDREF))
closure()
print(typing.ForwardRef is ForwardRef, ForwardRef.__module__)
import types
m = types.ModuleType('m'); exec('x: int = 1\ny: Und', m.__dict__)
for fmt in (3, 4): t(lambda: get_annotations(m, format=fmt))
class FS:
    fs: f'{x}'
t(lambda: get_annotations(FS, format=Format.STRING)); t(lambda: get_annotations(FS, format=Format.FORWARDREF))
