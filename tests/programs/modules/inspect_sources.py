"""inspect: source texts, frames, argument lists, closures, kinds of attributes."""
import functools
import inspect


# Says hello.
# Twice.
def hello(name, /, greeting: str = 'hi', *args, loud=False, **more) -> str:
    """A greeting."""
    text = f'''{greeting}
{name}'''
    if loud:

        return text.upper()
    # the end
    return text


@functools.cache
def cached(x,
           y=(1,
              2)):
    return x


class Shape:
    """A shape."""
    sides = 0

    class Inner:
        value = 1

    def area(self):
        return 0

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def kind():
        return 'shape'

    @property
    def corners(self):
        return self.sides


double = lambda x: x * 2
after = 1
print(inspect.getsource(hello))
print(inspect.getsource(cached), inspect.getsource(Shape), inspect.getsource(Shape.area), inspect.getsource(Shape.Inner), inspect.getsource(double), sep='|')
print(inspect.getsourcelines(Shape.make), inspect.getcomments(hello), inspect.getsourcefile(hello), inspect.getmodulename('/a/b.py'))
for wrong in (len, 3, int):
    try:
        inspect.getsource(wrong)
    except (TypeError, OSError) as error:
        print(type(error).__name__, str(error).partition(', got')[0])


def outer():
    def inner(a, b=2, *rest, **kw):
        frame = inspect.currentframe()
        print(inspect.getargvalues(frame)[:3], inspect.formatargvalues(*inspect.getargvalues(frame)[:3], {'a': 1, 'b': 2, 'rest': (), 'kw': {}}))
        info = inspect.getframeinfo(inspect.currentframe())
        print(info.function, info.lineno, info.code_context, info.index, [each.function for each in inspect.stack()[:3]], inspect.stack()[1].lineno)
    inner(1)


outer()
print(inspect.getfullargspec(hello), inspect.getfullargspec(Shape().area), sep='\n')
print(sorted(inspect.getcallargs(hello, 'x', loud=True, extra=1).items()))
try:
    1 / 0
except ZeroDivisionError:
    print([(each.function, each.code_context) for each in inspect.trace()])


def closing(n):
    def function(x):
        return len(x) + n + after + missing
    return function


print(inspect.getclosurevars(closing(3)))
print(inspect.get_annotations(hello), [(a.name, a.kind) for a in inspect.classify_class_attrs(Shape) if not a.name.startswith('__')])
print(inspect.getclasstree([bool, int, Shape]))


def generator():
    a = 1
    yield a


g = generator()
print(str(inspect.getgeneratorlocals(g)), next(g), inspect.getgeneratorlocals(g))
print(inspect.isframe(inspect.currentframe()), inspect.ismethoddescriptor(str.join), inspect.isgetsetdescriptor(type.__dict__['__mro__']), inspect.ismethodwrapper(''.__str__))
