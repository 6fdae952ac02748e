"""string: constants, capwords, Template and Formatter."""
import string


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


for name in ('ascii_letters', 'digits', 'hexdigits', 'octdigits', 'punctuation', 'printable', 'whitespace', 'ascii_lowercase', 'ascii_uppercase'):
    print(name, repr(getattr(string, name)))
print(string.capwords('hello  big WORLD'), string.capwords('a-b-c', '-'))
T = string.Template
t = T('$who likes ${what}s, costs $$5 and $who_else')
print(t.substitute(who='tim', what='pie', who_else='x'), t.safe_substitute(who='tim'), t.template, attempt(t.substitute, who='x'), t.get_identifiers(), t.is_valid())
print(t.substitute({'who': 'a', 'what': 'b', 'who_else': 'c'}, who='override'))
for text in ('bad $', 'a\nb $1 c', '${', '${a', '${a b}', '$', '$é', 'x$a$b', '$$', '', '$a.b', '$A1_', '\n\n  $-'):
    print(repr(text), attempt(T(text).substitute, a=1, b=2, A1_=3), T(text).safe_substitute(a=1), T(text).is_valid(), attempt(T(text).get_identifiers))


class Percent(T):
    delimiter = '%'


print(Percent('%a %% $a %{b}').substitute(a=1, b=2))

f = string.Formatter()
print(f.format('{0} {1!r} {name:>5} {0.real} {d[k]} {{}} {l[1]}', 1, 'x', name='n', d={'k': 'v'}, l=[1, 2]), f.format('{} {}', 1, 2), f.format('{:{}}', 5, 4), f.format('{a:{w}.{p}f}', a=3.14159, w=10, p=2))
print(list(f.parse('a{b}c{d!r:e}{{x}}{f:{g}}')), list(f.parse('')), list(f.parse('{[a}b]}')), list(f.parse('x{}')))
for text in ('{', '}', 'a}b', '{!', '{a!x}', '{a!}', '{a!rx}', '{0} {}', '{} {0}', '{a.}', '{a[}', '{5}', '{nope}', '{a', '{:{:{}}}'):
    print(repr(text), attempt(f.format, text, 1, a='v'))


class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f'<{key}>') if isinstance(key, str) else super().get_value(key, args, kwargs)

    def check_unused_args(self, used, args, kwargs):
        print('used', sorted(map(str, used)))

    def format_field(self, value, spec):
        return value.upper() if spec == 'up' else super().format_field(value, spec)

    def convert_field(self, value, conversion):
        return f'[{value}]' if conversion == 'z' else super().convert_field(value, conversion)


print(Default().format('{a} {b} {0:up} {0!z}', 'x', a=1), Default().vformat('{x}', (), {'x': 2}), f.get_field('0.real', (5,), {}))
