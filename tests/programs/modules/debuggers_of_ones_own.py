import bdb
import os
import sys


class Watcher(bdb.Bdb):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.steps = []

    def user_call(self, frame, args):
        print('call', frame.f_code.co_name, args)
        self.set_step()

    def user_line(self, frame):
        print('line', frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno)
        self.act(frame)

    def user_return(self, frame, value):
        print('return', frame.f_code.co_name, value)
        self.set_step()

    def user_exception(self, frame, info):
        print('exception', frame.f_code.co_name, info[0].__name__, info[1])
        self.set_step()

    def act(self, frame):
        action = self.steps.pop(0) if self.steps else 'step'
        getattr(self, action)(frame)

    def step(self, frame): self.set_step()
    def next(self, frame): self.set_next(frame)
    def ret(self, frame): self.set_return(frame)
    def go(self, frame): self.set_continue()
    def quit(self, frame): self.set_quit()
    def until(self, frame): self.set_until(frame)

    def do_clear(self, arg):
        print('clear', arg, self.clear_bpbynumber(arg))


def add(a, b):
    c = a + b
    return c


def main():
    x = add(1, 2)
    for i in range(2):
        x += add(i, x)
    try:
        add(1, 'a')
    except TypeError:
        x = 0
    return x


def first(f):
    return f.__code__.co_firstlineno


def watch(*steps, before=None, **kw):
    print('---', *steps, *kw)
    w = Watcher(**kw)
    w.steps = list(steps)
    if before:
        before(w)
    try:
        print('result', w.runcall(main))
    finally:
        bdb.Breakpoint.clearBreakpoints()
    return w


file = first.__code__.co_filename
watch()
watch('next', 'next', 'next', 'next', 'next', 'next', 'next', 'next')
watch('step', 'ret', 'next', 'quit')
watch('go', before=lambda w: print(w.set_break(file, first(add) + 2), w.set_break(file, 10 ** 6) is None))
watch('go', 'go', 'go', before=lambda w: print(w.set_break(file, first(add) + 1, cond='a == 1'), w.get_all_breaks() != {}))
watch('go', 'go', before=lambda w: w.set_break(file, first(add) + 1, temporary=True))
watch('go', 'go', before=lambda w: w.set_break(file, first(add) + 1, funcname='add'))
watch('next', 'next', 'until', 'until', 'until')
watch(skip=['__main__'])
b = bdb.Bdb()
path = b.canonic(file)
print(b.canonic('<string>'), b.canonic('x.py') == os.path.abspath('x.py'))
for arg in '', 'x', '7':
    try:
        b.get_bpbynumber(arg)
    except ValueError as e:
        print(e)
print(b.clear_all_breaks())
print(b.clear_break('nofile.py', 3).startswith('There are no breakpoints in '))
b.set_break(file, first(main) + 1)
b.set_break(file, first(main) + 2, True, 'x > 1', 'main')
print(b.get_break(file, first(main) + 1), b.get_break(file, 1), [bp.number for bp in b.get_breaks(file, first(main) + 1)])
print(b.get_file_breaks(file) == [first(main) + 1, first(main) + 2])
bp = b.get_bpbynumber('2')
bp.disable()
bp.hits, bp.ignore = 2, 1
print(bp.bpformat().replace(path, 'FILE'), str(bp).replace(path, 'FILE'))
bp.enable()
print(b.clear_bpbynumber('2'), b.clear_bpbynumber('2'))
print(b.clear_all_file_breaks(file), b.get_all_breaks())
bdb.Breakpoint.clearBreakpoints()
w = Watcher()
w.steps = ['quit']
w.run('y = 1\nz = 2', {}, {})
print(w.runeval('1 + 1', {}, {}))


def with_set_trace():
    w = Watcher()
    w.steps = ['next', 'go']
    w.set_trace()
    a = 1
    b = 2
    c = 3
    return a + b + c


print(with_set_trace(), sys.gettrace())
