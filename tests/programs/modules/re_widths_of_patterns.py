"""re._parser says how long what a pattern matches can be."""
import re._constants as constants
import re._parser as parser

for pattern in ('a*', '(ab)*', 'a{2,3}b?', '', 'a|bcd', '(?:ab){3}', '(?=abc)x', r'\bfoo\b', 'a+b+', r'(a)(\1)?', '[a-z]{2,}', '(?i:x)y?', 'é'):
    print(pattern, parser.parse(pattern).getwidth())
print(parser.parse(b'ab?').getwidth(), parser.parse('a b', 64).getwidth())
print(constants.MAXREPEAT, isinstance(constants.MAXREPEAT, int), constants.MAXGROUPS, parser.MAXREPEAT is constants.MAXREPEAT, parser.MAXWIDTH == 1 << 64)
try:
    parser.parse('(')
except constants.error as error:
    print(repr(error))
