"""cProfile: who called whom, how often and for how long. The events of sys.setprofile are counted here; what the engine's own
library does counts for whoever called it."""
import sys
import types
from time import perf_counter

from _native import like_c

__all__ = ['run', 'runctx', 'Profile']


class profiler_entry:
    def __init__(self, code, callcount, reccallcount, totaltime, inlinetime, calls):
        self.code, self.callcount, self.reccallcount = code, callcount, reccallcount
        self.totaltime, self.inlinetime, self.calls = totaltime, inlinetime, calls

    def __iter__(self):
        return iter((self.code, self.callcount, self.reccallcount, self.totaltime, self.inlinetime, self.calls))

    def __repr__(self):
        return f'_lsprof.profiler_entry{tuple(self)!r}'


class profiler_subentry:
    def __init__(self, code, callcount, reccallcount, totaltime, inlinetime):
        self.code, self.callcount, self.reccallcount = code, callcount, reccallcount
        self.totaltime, self.inlinetime = totaltime, inlinetime

    def __iter__(self):
        return iter((self.code, self.callcount, self.reccallcount, self.totaltime, self.inlinetime))

    def __repr__(self):
        return f'_lsprof.profiler_subentry{tuple(self)!r}'


def _name_of(function):
    """What a function in C is listed as."""
    owner = getattr(function, '__self__', None)
    name = function.__name__
    if owner is not None and not isinstance(owner, types.ModuleType):
        method = None if isinstance(owner, type) else getattr(type(owner), name, None)
        return f'<built-in method {name}>' if method is None else repr(method)
    kind, dot, _ = function.__qualname__.rpartition('.')
    if dot:
        return f"<method '{name}' of '{function.__module__}.{kind}' objects>"
    return f'<built-in method {function.__module__ or "builtins"}.{name}>'


class _Count:
    """The calls of one function, in all or by one caller."""

    __slots__ = ('calls', 'recursive', 'total', 'inline', 'level', 'callees')

    def __init__(self):
        self.calls = self.recursive = self.level = 0
        self.total = self.inline = 0.0
        self.callees = {}

    def end(self, total, inline):
        self.level -= 1
        if self.level == 0:
            self.total += total
        else:
            self.recursive += 1
        self.inline += inline
        self.calls += 1


class Profiler:
    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        self._timer = timer or perf_counter
        self._unit = timeunit if timer and timeunit else 1
        self._subcalls, self._builtins = subcalls, builtins
        self._counts, self._running = {}, []

    def enable(self, subcalls=True, builtins=True):
        if sys.getprofile() is not None:
            raise ValueError('Another profiling tool is already active')
        self._subcalls, self._builtins = bool(subcalls), bool(builtins)
        sys.setprofile(self._event)

    def disable(self):
        if getattr(sys.getprofile(), '__self__', None) is self:
            sys.setprofile(None)
        while self._running:
            self._leave(self._running[-1][0])

    def clear(self):
        self._counts, self._running = {}, []

    def _event(self, frame, event, function):
        if event == 'call':
            self._enter(frame.f_code)
        elif event == 'return':
            self._leave(frame.f_code)
        elif self._builtins:
            (self._enter if event == 'c_call' else self._leave)(_name_of(function))

    def _enter(self, key):
        count = self._counts.get(key)
        if count is None:
            count = self._counts[key] = _Count()
        count.level += 1
        part = None
        if self._subcalls and self._running:
            callees = self._running[-1][1].callees
            part = callees.get(key)
            if part is None:
                part = callees[key] = _Count()
            part.level += 1
        self._running.append([key, count, part, 0.0, self._timer()])

    def _leave(self, key):
        if not self._running or self._running[-1][0] != key:
            return  # it was called before anybody looked
        _, count, part, below, begun = self._running.pop()
        total = self._timer() - begun
        if self._running:
            self._running[-1][3] += total
        count.end(total, total - below)
        if part is not None:
            part.end(total, total - below)

    def getstats(self):
        entries = []
        unit = self._unit
        for key, count in self._counts.items():
            calls = [profiler_subentry(callee, part.calls, part.recursive, part.total * unit, part.inline * unit)
                     for callee, part in count.callees.items()] or None
            if count.calls:
                entries.append(profiler_entry(key, count.calls, count.recursive, count.total * unit, count.inline * unit, calls))
        return entries


for _class in (profiler_entry, profiler_subentry, Profiler):
    _class.__module__ = '_lsprof'
for _method in (Profiler.enable, Profiler.disable, Profiler.clear, Profiler.getstats):
    _method.__module__ = '_lsprof'
    like_c(_method)
like_c(Profiler)
_EXEC = '<built-in method builtins.exec>'
_DISABLE = "<method 'disable' of '_lsprof.Profiler' objects>"
_EXIT = ('cProfile.py', 120, '__exit__')


def label(code):
    if isinstance(code, str):
        return ('~', 0, code)
    return code if isinstance(code, tuple) else (code.co_filename, code.co_firstlineno, code.co_name)


class Profile(Profiler):
    """Counts calls between enable() and disable(), in a with statement, or of what is run."""

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
        self.disable()
        self.snapshot_stats()

    def snapshot_stats(self):
        self.stats = {}
        callers_of = {}
        entries = self.getstats()
        for entry in entries:
            callers = callers_of[entry.code] = {}
            once = entry.callcount - entry.reccallcount
            self.stats[label(entry.code)] = once, entry.callcount, entry.inlinetime, entry.totaltime, callers
        for entry in entries:
            caller = label(entry.code)
            for sub in entry.calls or ():
                if sub.code not in callers_of:
                    continue
                values = sub.callcount, sub.callcount - sub.reccallcount, sub.inlinetime, sub.totaltime
                callers = callers_of[sub.code]
                before = callers.get(caller, (0, 0, 0, 0))
                callers[caller] = tuple(a + b for a, b in zip(before, values))

    def _stop(self, *entries, ended=None):
        """disable() as part of `entries`, none of whose own calls of the timer count."""
        sys.setprofile(None)
        if ended is not None:
            self._leave(ended)
        for entry in *entries, _DISABLE:
            self._enter(entry)
        self.disable()

    def run(self, cmd):
        import __main__
        names = __main__.__dict__
        return self.runctx(cmd, names, names)

    def runctx(self, cmd, globals, locals):
        if sys.getprofile() is None:
            self._enter(_EXEC)
        self.enable()
        try:
            exec(cmd, globals, locals)
        finally:
            self._stop(ended=_EXEC)
        return self

    def runcall(self, func, /, *args, **kw):
        self.enable()
        try:
            return func(*args, **kw)
        finally:
            self._stop()

    def __enter__(self):
        self.enable()
        return self

    def __exit__(self, *exc_info):
        self._stop(_EXIT)


def _report(profile, work, filename, sort):
    """Does the work, which the profile counts, and shows it, or writes it to a file."""
    try:
        work()
    except SystemExit:
        pass
    finally:
        if filename is not None:
            profile.dump_stats(filename)
        else:
            profile.print_stats(sort)


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
