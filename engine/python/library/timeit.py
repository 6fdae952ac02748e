"""timeit: how long small pieces of code take."""
import gc
import itertools
import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

dummy_src_name = '<timeit-src>'
default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


def _indented(text, by):
    return text.replace('\n', '\n' + ' ' * by)


class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        names = dict(globals) if globals is not None else dict(_own_globals())
        given = {}
        before = setup + '\n' if isinstance(setup, str) else ''
        lines = ['', 'def inner(_it, _timer):']
        for label, code in (('setup', setup), ('stmt', stmt)):
            if isinstance(code, str):
                compile(code if label == 'setup' else before + code, dummy_src_name, 'exec')
            elif callable(code):
                given['_' + label] = code
            else:
                raise ValueError(f'{label} is neither a string nor callable')
        lines.append('    ' + (_indented(setup, 4) if isinstance(setup, str) else '_setup()'))
        lines.append('    _t0 = _timer()')
        lines.append('    for _i in _it:')
        lines.append('        ' + (_indented(stmt, 8) if isinstance(stmt, str) else '_stmt()'))
        lines.append('        pass')
        lines.append('    _t1 = _timer()')
        lines.append('    return _t1 - _t0')
        self.src = '\n'.join(lines)
        names.update(given)
        exec(compile(self.src, dummy_src_name, 'exec'), names)
        self.inner = names['inner']

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        collecting = gc.isenabled()
        gc.disable()
        try:
            return self.inner(itertools.repeat(None, number), self.timer)
        finally:
            if collecting:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for step in 1, 2, 5:
                number = scale * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def _own_globals():
    return globals()


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
