"""argparse: options, positionals, kinds of actions, groups, subcommands, help texts, errors."""
import argparse
import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout

os.environ['COLUMNS'] = '80'
os.environ['NO_COLOR'] = '1'


def attempt(parser, *args, method='parse_args'):
    out, err = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            result = getattr(parser, method)(list(args))
        print(args, '->', result)
    except SystemExit as stop:
        print(args, '-> exit', stop.code)
        print(out.getvalue() + err.getvalue(), end='')
    except argparse.ArgumentError as error:
        print(args, '-> ArgumentError', error)


p = argparse.ArgumentParser(prog='PROG', description='A program that does %(prog)s things with a description that is long enough to be wrapped over two lines.', epilog='The end of it.')
p.add_argument('name', help='a name')
p.add_argument('count', type=int, nargs='?', default=3, help='how many (default: %(default)s)')
p.add_argument('-v', '--verbose', action='store_true', help='say more')
p.add_argument('-q', action='count', default=0)
p.add_argument('--level', choices=['low', 'high'], default='low', help='one of %(choices)s')
p.add_argument('-o', '--output', metavar='FILE', help='where to, with a help text that is long enough to be wrapped over more than one line of eighty')
p.add_argument('--pair', nargs=2, type=float, metavar=('X', 'Y'))
p.add_argument('--many', nargs='+')
p.add_argument('--any', nargs='*')
p.add_argument('--maybe', nargs='?', const='given', default='absent')
p.add_argument('--add', action='append')
p.add_argument('--const', action='store_const', const=42)
p.add_argument('--no-color', dest='color', action='store_false')
p.add_argument('--flag', action=argparse.BooleanOptionalAction, help='on or off')
p.add_argument('--a-very-long-option-name-indeed', help='help below')
p.add_argument('--secret', help=argparse.SUPPRESS)
p.add_argument('--version', action='version', version='%(prog)s 1.0')
p.print_help()
p.print_usage()
for args in (['x'], ['x', '5'], ['-v', 'x', '-qqq'], ['x', '--level', 'high', '-oout', '--pair', '1', '2.5'], ['x', '--many', 'a', 'b', '--any'], ['x', '--maybe'], ['x', '--maybe', 'm'],
             ['x', '--add', '1', '--add=2', '--const', '--no-color', '--flag'], ['x', '--no-flag'], ['--verb', 'x'], ['-vq', 'x'], ['x', '--', '-5'], ['x', '-5'], ['--output=', 'x'], ['-o', 'f', 'x'],
             [], ['x', 'y'], ['x', '--level', 'mid'], ['x', '--pair', '1'], ['x', '--nope'], ['x', '1', '2'], ['x', '--many'], ['x', '--ver'], ['--version'], ['x', '-o'], ['x', '--verbose=1'], ['x', '--const', '5', '6']):
    attempt(p, *args)
attempt(p, 'x', '--nope', 'z', method='parse_known_args')

p = argparse.ArgumentParser(prog='git', description='Subcommands.')
p.add_argument('--debug', action='store_true')
sub = p.add_subparsers(dest='command', required=True, help='what to do', metavar='COMMAND')
add = sub.add_parser('add', help='add files', aliases=['a'])
add.add_argument('files', nargs='+')
add.set_defaults(run='run add')
commit = sub.add_parser('commit', help='make a commit', description='Makes a commit.')
commit.add_argument('-m', '--message', required=True)
for args in (['-h'], ['add', '-h'], ['commit', '-h'], ['add', 'x', 'y'], ['--debug', 'commit', '-m', 'text'], ['a', 'z'], [], ['nope'], ['commit'], ['add']):
    attempt(p, *args)
p = argparse.ArgumentParser(prog='subs')
p.add_subparsers(title='commands', description='the commands there are').add_parser('one', help='the first')
attempt(p, '-h')
attempt(p)

p = argparse.ArgumentParser(prog='excl')
group = p.add_mutually_exclusive_group(required=True)
group.add_argument('--foo', action='store_true')
group.add_argument('--bar', type=int)
named = p.add_argument_group('named group', 'with a description')
named.add_argument('--baz', default='z', help='the baz')
for args in (['-h'], ['--foo'], ['--bar', '1'], ['--foo', '--bar', '1'], [], ['--bar', 'x']):
    attempt(p, *args)

for formatter in (argparse.ArgumentDefaultsHelpFormatter, argparse.RawDescriptionHelpFormatter, argparse.RawTextHelpFormatter, argparse.MetavarTypeHelpFormatter):
    p = argparse.ArgumentParser(prog='fmt', formatter_class=formatter, description='line one\n  line two', epilog='end\nof it')
    p.add_argument('--n', type=int, default=5, help='a number\n  on two lines')
    p.add_argument('pos', type=str, help='a position')
    print(p.format_help())

parent = argparse.ArgumentParser(add_help=False)
parent.add_argument('--shared', type=int)
p = argparse.ArgumentParser(prog='child', parents=[parent], argument_default=argparse.SUPPRESS)
p.add_argument('--own')
attempt(p)
attempt(p, '--shared', '3', '--own', 'x')


def even(text):
    if int(text) % 2:
        raise argparse.ArgumentTypeError(f'{text} is odd')
    return int(text)


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (option_string, values.upper()))


p = argparse.ArgumentParser(prog='types', exit_on_error=False)
p.add_argument('--even', type=even)
p.add_argument('--upper', action=Upper)
p.add_argument('--num', type=float, default='1.5')
p.add_argument('--ext', action='extend', nargs='+', default=['d'])
for args in (['--even', '4'], ['--even', '3'], ['--even', 'x'], ['--upper', 'abc'], ['--num', 'x'], ['--ext', 'a', 'b', '--ext', 'c']):
    attempt(p, *args)
p = argparse.ArgumentParser(prog='rest', usage='%(prog)s [options] ...', prefix_chars='-+')
p.add_argument('+x', action='store_true')
p.add_argument('cmd')
p.add_argument('rest', nargs=argparse.REMAINDER)
attempt(p, '+x', 'run', '--a', 'b', '-c')
attempt(p, '-h')
p = argparse.ArgumentParser(prog='many')
p.add_argument('first')
p.add_argument('middle', nargs='*')
p.add_argument('last')
p.add_argument('--opt')
for args in (['a', 'b'], ['a', 'b', 'c', 'd'], ['a'], ['a', '--opt', 'o', 'b'], ['a', 'b', '--opt', 'o']):
    attempt(p, *args)
n = argparse.Namespace(a=1, b='x')
print(n, n == argparse.Namespace(a=1, b='x'), 'a' in n, vars(n), argparse.Namespace(**{'odd name': 1}))
for bad in (lambda: p.add_argument('--opt'), lambda: p.add_argument('x', dest='y'), lambda: p.add_argument('--n', action='nope'), lambda: p.add_argument('--m', type='int'), lambda: p.add_argument('pos', required=True)):
    try:
        bad()
    except (argparse.ArgumentError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(repr(p), p.get_default('opt'))
p.set_defaults(opt='set')
attempt(p, 'a', 'b')
