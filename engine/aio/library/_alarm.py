"""_alarm: the timer of a process that sends SIGALRM: signal.alarm, setitimer and getitimer."""
import _signal
import time

import _loopscope

SIGALRM = 14
_current = None


class _Timer:
    def __init__(self, due, interval):
        self.due, self.interval = due, interval

    def run(self):
        global _current
        while _current is self:
            time.sleep(max(0.0, self.due - time.monotonic()))
            if _current is not self:
                return
            if self.interval:
                self.due += self.interval
            else:
                _current = None
            _signal.raise_signal(SIGALRM)


def left():
    """(seconds until the next signal, seconds between the ones after it); zeros: none will come."""
    if _current is None:
        return 0.0, 0.0
    return max(0.000001, _current.due - time.monotonic()), _current.interval


def start(seconds, interval):
    """Sets the timer anew, 0: stops it. What was left of the one before."""
    global _current
    before = left()
    _current = _Timer(time.monotonic() + seconds, interval) if seconds else None
    if _current is not None:
        _loopscope.start_thread(_current.run, (), 'alarm', True)
    return before
