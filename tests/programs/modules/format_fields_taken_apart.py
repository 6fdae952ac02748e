"""_string, from which libraries take how str.format reads a text."""
from _string import formatter_field_name_split, formatter_parser

print(list(formatter_parser('a{b.c[0]!r:>{width}}d{{e}}{}')))
for name in ('a.b[c].d', '0[1][x]', '', 'plain', '12', 'a[-1]'):
    first, rest = formatter_field_name_split(name)
    print(repr(first), list(rest))
for call, arg in ((formatter_parser, '}'), (formatter_parser, '{'), (formatter_parser, 1), (formatter_field_name_split, None)):
    try:
        print(list(call(arg)))
    except (TypeError, ValueError) as error:
        print(error)
