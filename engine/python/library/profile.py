"""profile: what cProfile counts, listed as CPython's profiler in Python does."""
import sys
import time

from cProfile import Profiler, _report

__all__ = ['run', 'runctx', 'Profile']


class Profile:
    bias = 0

    def __init__(self, timer=None, bias=None):
        self.bias = self.bias if bias is None else bias
        self.timer = self.get_time = timer or time.process_time
        self._profiler = Profiler(timer or time.perf_counter)
        self._command = None

    def _begin(self, command, *functions):
        if self._command is None:
            self._command = ('profile', 0, command)
        self._profiler._enter(self._command)
        for name in functions:
            self._profiler._enter(('', 0, name))
        sys.setprofile(self._profiler._event)

    def _end(self, *functions):
        sys.setprofile(None)
        for name in functions:
            self._profiler._leave(('', 0, name))
        self._profiler._enter(('', 0, 'setprofile'))
        self._profiler._leave(('', 0, 'setprofile'))

    def set_cmd(self, cmd):
        self._command = ('profile', 0, cmd)

    def print_stats(self, sort=-1):
        import pstats
        if not isinstance(sort, tuple):
            sort = (sort,)
        pstats.Stats(self).strip_dirs().sort_stats(*sort).print_stats()

    def dump_stats(self, file):
        import pickle
        with open(file, 'wb') as f:
            self.create_stats()
            pickle.dump(self.stats, f)

    def create_stats(self):
        self._profiler.disable()
        self.snapshot_stats()

    def snapshot_stats(self):
        self.stats = {('profile', 0, 'profiler'): (0, 0, 0, 0, {})}
        entries = self._profiler.getstats()
        for entry in entries:
            callers = {('profile', 0, 'profiler'): 1} if entry.code == self._command else {}
            once = entry.callcount - entry.reccallcount
            self.stats[_label(entry.code)] = once, entry.callcount, entry.inlinetime, entry.totaltime, callers
        for entry in entries:
            for sub in entry.calls or ():
                callers = self.stats[_label(sub.code)][4]
                callers[_label(entry.code)] = callers.get(_label(entry.code), 0) + sub.callcount

    def run(self, cmd):
        import __main__
        names = __main__.__dict__
        return self.runctx(cmd, names, names)

    def runctx(self, cmd, globals, locals):
        self._begin(cmd, 'exec')
        try:
            exec(cmd, globals, locals)
        finally:
            self._end('exec')
        return self

    def runcall(self, func, /, *args, **kw):
        self._begin(repr(func))
        try:
            return func(*args, **kw)
        finally:
            self._end()

    def calibrate(self, m, verbose=0):
        """What an event costs beyond what is counted: nothing that could be told apart."""
        if self.__class__ is not Profile:
            raise TypeError('Subclasses must override .calibrate().')
        return 0.0


def _label(code):
    if isinstance(code, str):  # of a function in C: its name alone
        name = code.split("'")[1] if "'" in code else code[1:-1].split(' ')[-1].rpartition('.')[2]
        return ('', 0, name)
    return code if isinstance(code, tuple) else (code.co_filename, code.co_firstlineno, code.co_name)


def run(statement, filename=None, sort=-1):
    profile = Profile()
    _report(profile, lambda: profile.run(statement), filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    profile = Profile()
    _report(profile, lambda: profile.runctx(statement, globals, locals), filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    profile = Profile()
    try:
        profile.runctx(statement, globals, locals)
    except SystemExit:
        pass
    finally:
        _show(profile, filename, sort)
