import argparse
import sys

sys.stderr = sys.stdout
parser = argparse.ArgumentParser('tool')
parser.add_argument('--old', '-o', type=int, deprecated=True)
parser.add_argument('--flag', action='store_true', deprecated=True)
commands = parser.add_subparsers(dest='command')
commands.add_parser('run').add_argument('what', nargs='*', deprecated=True)
commands.add_parser('walk', aliases=['w'], deprecated=True).add_argument('--far', action='store_true')
for line in ('--old 3 run', '-o 1 --old 2 -o 3 run x y', '--flag --flag walk --far', 'w', 'run', '--old z run', 'walk --near'):
    try:
        print(line, '=>', parser.parse_args(line.split()))
    except SystemExit as error:
        print('exit', error.code)
for wrong in (dict(choices=3), dict(nargs=2, metavar=('A',)), dict(nargs='x'), dict(nargs='*', metavar=('A', 'B', 'C'))):
    try:
        parser.add_argument('--new', **wrong)
    except ValueError as error:
        print(error)
