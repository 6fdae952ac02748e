"""code and codeop: source run as it is typed."""
import code
import codeop
import sys

sys.excepthook = sys.__excepthook__

for source in ('1 + 1', 'if 1:', 'if 1:\n  pass', 'if 1:\n  pass\n', 'def f():\n  return 1\n', 'x = (1,', 'x = (1,\n2)', '"""abc', 'a = """b\nc"""', '', '# only',
               '1 +', 'x = "abc', 'for x in y', 'class A:\n  x = 1', '@staticmethod', 'try:\n  pass', 'try:\n  pass\nexcept:\n  pass\n', '1 = 2', 'a b',
               'lambda: (', 'if x:\n    y\n  z', 'import os\\', 'x = 1;', 'async def f():\n  await x\n', 'while 1:\n  break\nelse:', '[1,2', '}', 'f(a for', 'with a as b:'):
    try:
        made = codeop.compile_command(source)
        print(repr(source), 'more' if made is None else 'whole')
    except SyntaxError as error:
        print(repr(source), type(error).__name__)

interpreter = code.InteractiveInterpreter({'x': 20})
print(interpreter.runsource('x + 1'))
print(interpreter.runsource('y = x * 2'), interpreter.locals['y'])
print(interpreter.runsource('for i in range(2):'))
print(interpreter.runsource('print(x)\nprint(y)', symbol='exec'))


class Console(code.InteractiveConsole):
    def write(self, data):
        print('wrote', [line for line in data.splitlines() if not line.startswith('Python ')])


console = Console({'items': []})
for line in ('for n in range(3):', '    items.append(n)', '', 'items', 'def double(n):', '    return 2 * n', '', 'double(21)', '1 / 0', 'a b', 'undefined',
             'raise ValueError("told")', '_', 'import math; math.floor(2.5)'):
    print(repr(line), console.push(line))
console.push('class A:')
console.resetbuffer()
print(console.buffer, console.push('7'))


def typed(lines):
    lines = iter(lines)

    def read(prompt):
        print(prompt, end='')
        try:
            return next(lines)
        except StopIteration:
            raise EOFError
    return read


sys.stderr = sys.stdout
code.interact(banner='hello', readfunc=typed(['x = 5', 'if x:', '    print(x)', '', 'x']), local={}, exitmsg='bye')
code.interact(banner='', readfunc=typed(['exit()', 'never']), local={}, exitmsg='', local_exit=True)
try:
    code.interact(banner='', readfunc=typed(['raise SystemExit(3)']), local={})
except SystemExit as error:
    print('left with', error.code)


def hook(kind, error, trace):
    print('hooked', kind.__name__, error)


sys.excepthook = hook
console.push('1 / 0')
console.push('x y')
print(type(sys.last_exc).__name__)
