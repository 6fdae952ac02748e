"""fileinput: lines of several files in one loop, and files changed in place."""
import fileinput
import os
import sys
import tempfile

os.chdir(tempfile.mkdtemp())
for name, text in (('one.txt', 'a\nb\n'), ('two.txt', 'c'), ('three.txt', ''), ('four.txt', 'd\ne\nf\n')):
    with open(name, 'w') as file:
        file.write(text)

with fileinput.input(files=('one.txt', 'two.txt', 'three.txt', 'four.txt')) as lines:
    for line in lines:
        print(lines.filename(), lines.lineno(), lines.filelineno(), lines.isfirstline(), lines.isstdin(), repr(line))
        if line == 'd\n':
            lines.nextfile()
print(lines.filename(), lines.lineno(), lines.fileno())

for line in fileinput.input('one.txt', inplace=True, backup='.old'):
    print(fileinput.lineno(), line.upper(), end='')
fileinput.close()
print(open('one.txt').read(), open('one.txt.old').read(), sorted(os.listdir()))

sys.argv[1:] = ['two.txt', 'four.txt']
print([(fileinput.filename(), fileinput.filelineno(), line) for line in fileinput.input(encoding='utf-8')])
try:
    fileinput.input('one.txt')
    fileinput.filename()
    next(fileinput._state)
    fileinput.input('two.txt')
except RuntimeError as error:
    print(error)
fileinput.close()
for ask in (fileinput.lineno, fileinput.filename, fileinput.isfirstline):
    try:
        ask()
    except RuntimeError as error:
        print(error)
for wrong in (dict(mode='w'), dict(inplace=True, openhook=open), dict(openhook=3)):
    try:
        fileinput.FileInput('one.txt', **wrong)
    except ValueError as error:
        print(error)
print(list(fileinput.FileInput(['one.txt'], mode='rb')), list(fileinput.FileInput(['one.txt'], openhook=fileinput.hook_encoded('ascii'))))
try:
    list(fileinput.input(['nosuch.txt']))
except FileNotFoundError as error:
    print(error)
