# string.Template: classes with a delimiter, identifiers, flags or a pattern of their own.
import string


def t(call):
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, str(error)[:300])


T = string.Template
print(T.pattern.flags, T.flags, T.idpattern, T.delimiter, T.braceidpattern)
class Pct(string.Template): delimiter = '%'
class Br(string.Template): idpattern = r'[a-z]+'; braceidpattern = r'[A-Z]+'
class Pat(string.Template):
    pattern = r'''\[\[(?:(?P<escaped>\[\[)|(?P<named>[a-z]+)\]\]|(?P<braced>b^)|(?P<invalid>))'''
t(lambda: Pct('%a $b %{c} %%').substitute(a=1, c=2)); t(lambda: Br('$abc ${ABC} ${abc}').safe_substitute(abc=1, ABC=2)); t(lambda: Pat('[[a]] [[b]]').substitute(a=1,b=2)); t(lambda: T('$a $1').substitute(a=1)); t(lambda: T('x\n $').substitute()); t(lambda: T('$a ${b} $$ $').get_identifiers()); t(lambda: T('$a').is_valid()); t(lambda: T('$1').is_valid()); t(lambda: T('$a').substitute()); t(lambda: T('$a').substitute({'a':1}, a=2)); t(lambda: T('$a').substitute(1,2)); t(lambda: T('$A').substitute(A=3)); t(lambda: T('$é').safe_substitute(é=1))
class Bad(string.Template):
    pattern = r'x'
t(lambda: Bad('x').substitute())
print(type(Pct.pattern).__name__, Pct.pattern.groupindex, Pat.pattern.flags)


class Cased(string.Template):
    flags = 0


t(lambda: Cased('$a $A').safe_substitute(a=1, A=2))
t(lambda: type('Wrong', (string.Template,), {'pattern': '('}))
