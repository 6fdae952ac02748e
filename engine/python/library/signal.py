"""Signals, as far as a program that runs inside an engine can have any."""

import _signal
from _signal import (
    NSIG, SIG_DFL as _default, SIG_IGN as _ignore, default_int_handler, pause, set_wakeup_fd, siginterrupt,
    strsignal,
)


class _Named(int):
    def __new__(cls, value, name=None):
        if name is None:
            if value in cls._members:
                return cls._members[value]
            raise ValueError(f"{value!r} is not a valid {cls.__name__}")
        self = int.__new__(cls, value)
        self.name = name
        self.value = int(value)
        cls._members[int(value)] = self
        setattr(cls, name, self)
        return self

    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {self.value}>"

    def __str__(self):
        return str(self.value)

    def __format__(self, spec):
        return format(self.value, spec)

    def __hash__(self):
        return hash(self.value)


class Signals(_Named):
    _members = {}


class Handlers(_Named):
    _members = {}


for _name in dir(_signal):
    if _name.startswith("SIG") and not _name.startswith("SIG_"):
        globals()[_name] = Signals(getattr(_signal, _name), _name)

for _name in 'SIGBUS=7 SIGSTKFLT=16 SIGTTIN=21 SIGTTOU=22 SIGURG=23 SIGXCPU=24 SIGXFSZ=25 SIGVTALRM=26 SIGPROF=27 SIGIO=29 SIGPWR=30 SIGSYS=31'.split():
    _name, _value = _name.split('=')
    if _name not in globals():
        globals()[_name] = Signals(int(_value), _name)


class Sigmasks(_Named):
    _members = {}


SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = Sigmasks(0, 'SIG_BLOCK'), Sigmasks(1, 'SIG_UNBLOCK'), Sigmasks(2, 'SIG_SETMASK')
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = range(3)


class itimer_error(OSError):
    pass


ItimerError = itimer_error


SIG_DFL = Handlers(_default, "SIG_DFL")
SIG_IGN = Handlers(_ignore, "SIG_IGN")


def _as_handler(handler):
    return Handlers(handler) if isinstance(handler, int) else handler


def signal(signalnum, handler):
    return _as_handler(_signal.signal(int(signalnum), handler))


def getsignal(signalnum):
    return _as_handler(_signal.getsignal(int(signalnum)))


def raise_signal(signalnum):
    return _signal.raise_signal(int(signalnum))


def alarm(seconds, /):
    if not isinstance(seconds, int):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    from _alarm import start
    return -int(-start(seconds, 0.0)[0] // 1)


def _timer_of(which):
    if which != ITIMER_REAL:
        if which in (ITIMER_VIRTUAL, ITIMER_PROF):
            raise NotImplementedError('Loopscope has no timers of processor time')
        raise ItimerError(22, 'Invalid argument')
    import _alarm
    return _alarm


def setitimer(which, seconds, interval=0.0, /):
    timer = _timer_of(which)
    if seconds < 0 or interval < 0:
        raise ItimerError(22, 'Invalid argument')
    return timer.start(seconds, float(interval))


def getitimer(which, /):
    return _timer_of(which).left()


def valid_signals():
    return {Signals(number) for number in Signals._members}
