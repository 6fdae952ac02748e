"""tracemalloc: how much memory the program has taken since it asked. The engine does not note where: a snapshot has one entry for all
of it, at the line that took the snapshot."""
import sys

import _host

__all__ = ['start', 'stop', 'is_tracing', 'get_traced_memory', 'reset_peak', 'take_snapshot', 'clear_traces', 'get_traceback_limit',
           'get_object_traceback', 'get_tracemalloc_memory', 'Snapshot', 'Statistic', 'StatisticDiff', 'Trace', 'Traceback', 'Frame', 'Filter',
           'DomainFilter']

_began = None  # bytes in use when tracing began
_limit = 1


def start(nframe=1, /):
    global _began, _limit
    if nframe < 1:
        raise ValueError('the number of frames must be in range [1; 65535]')
    _limit = nframe
    if _began is None:
        _began = _host.memory(True)[0]


def stop():
    global _began
    _began = None


def is_tracing():
    return _began is not None


def clear_traces():
    global _began
    if _began is not None:
        _began = _host.memory(True)[0]


def get_traced_memory():
    if _began is None:
        return 0, 0
    now, peak = _host.memory(False)
    now = max(now - _began, 0)
    return now, max(peak - _began, now)


def reset_peak():
    _host.memory(True)


def get_traceback_limit():
    return _limit


def get_tracemalloc_memory():
    return 0


def get_object_traceback(obj, /):
    return None


def _size(size, sign=False):
    for unit in ('B', 'KiB', 'MiB', 'GiB', 'TiB'):
        if abs(size) < 100 and unit != 'B':
            return f'{size:{"+" if sign else ""}.1f} {unit}'
        if abs(size) < 10 * 1024 or unit == 'TiB':
            return f'{size:{"+" if sign else ""}.0f} {unit}'
        size /= 1024


class Frame:
    def __init__(self, frame):
        self.filename, self.lineno = frame

    def __str__(self):
        return f'{self.filename}:{self.lineno}'

    def __repr__(self):
        return f'<Frame filename={self.filename!r} lineno={self.lineno!r}>'

    def __eq__(self, other):
        return (self.filename, self.lineno) == (other.filename, other.lineno) if isinstance(other, Frame) else NotImplemented

    def __hash__(self):
        return hash((self.filename, self.lineno))


class Traceback(tuple):
    total_nframe = 1

    def format(self, limit=None, most_recent_first=False):
        import linecache
        lines = []
        for frame in self:
            lines.append(f'  File "{frame.filename}", line {frame.lineno}')
            text = linecache.getline(frame.filename, frame.lineno).strip()
            if text:
                lines.append(f'    {text}')
        return lines

    def __str__(self):
        return str(self[0])

    def __repr__(self):
        return f'<Traceback {tuple(self)!r}>'


class Trace:
    def __init__(self, size, traceback, domain=0):
        self.size, self.traceback, self.domain = size, traceback, domain

    def __str__(self):
        return f'{self.traceback}: {_size(self.size)}'


class Statistic:
    def __init__(self, traceback, size, count):
        self.traceback, self.size, self.count = traceback, size, count

    def __str__(self):
        return f'{self.traceback}: size={_size(self.size)}, count={self.count}, average={_size(self.size / max(self.count, 1))}'

    def __repr__(self):
        return f'<Statistic traceback={self.traceback!r} size={self.size} count={self.count}>'


class StatisticDiff(Statistic):
    def __init__(self, traceback, size, size_diff, count, count_diff):
        super().__init__(traceback, size, count)
        self.size_diff, self.count_diff = size_diff, count_diff

    def __str__(self):
        return (f'{self.traceback}: size={_size(self.size)} ({_size(self.size_diff, True)}), count={self.count} ({self.count_diff:+d}), '
                f'average={_size(self.size / max(self.count, 1))}')


class BaseFilter:
    def __init__(self, inclusive):
        self.inclusive = inclusive


class DomainFilter(BaseFilter):
    def __init__(self, inclusive, domain):
        self.inclusive, self.domain = inclusive, domain

    def _takes(self, trace):
        return (trace.domain == self.domain) == bool(self.inclusive)


class Filter(DomainFilter):
    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        super().__init__(inclusive, domain)
        self.filename_pattern, self.lineno, self.all_frames = filename_pattern, lineno, all_frames

    def _takes(self, trace):
        from fnmatch import fnmatch
        frame = trace.traceback[0]
        fits = fnmatch(frame.filename, self.filename_pattern) and self.lineno in (None, frame.lineno)
        return fits == bool(self.inclusive)


class Snapshot:
    def __init__(self, traces, traceback_limit):
        self.traces, self.traceback_limit = traces, traceback_limit

    def filter_traces(self, filters):
        wanted = [each for each in filters if each.inclusive]
        unwanted = [each for each in filters if not each.inclusive]
        return Snapshot([trace for trace in self.traces if (not wanted or any(each._takes(trace) for each in wanted))
                         and all(each._takes(trace) for each in unwanted)], self.traceback_limit)

    def _by(self, key_type):
        if key_type not in ('traceback', 'filename', 'lineno'):
            raise ValueError(f'unknown key_type: {key_type!r}')
        found = {}
        for trace in self.traces:
            frame = trace.traceback[0]
            key = Traceback([Frame((frame.filename, 0))]) if key_type == 'filename' else trace.traceback
            size, count = found.get(key, (0, 0))
            found[key] = size + trace.size, count + 1
        return found

    def statistics(self, key_type, cumulative=False):
        found = [Statistic(place, *numbers) for place, numbers in self._by(key_type).items()]
        return sorted(found, key=lambda each: (each.size, each.count), reverse=True)

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        now, before = self._by(key_type), old_snapshot._by(key_type)
        found = []
        for place in {**before, **now}:
            size, count = now.get(place, (0, 0))
            old_size, old_count = before.get(place, (0, 0))
            found.append(StatisticDiff(place, size, size - old_size, count, count - old_count))
        return sorted(found, key=lambda each: (abs(each.size_diff), each.size, abs(each.count_diff), each.count), reverse=True)

    def dump(self, filename):
        import pickle
        with open(filename, 'wb') as file:
            pickle.dump(self, file)

    @staticmethod
    def load(filename):
        import pickle
        with open(filename, 'rb') as file:
            return pickle.load(file)


def take_snapshot():
    if not is_tracing():
        raise RuntimeError('the tracemalloc module must be tracing memory allocations to take a snapshot')
    frame = sys._getframe(1)
    place = Traceback([Frame((frame.f_code.co_filename, frame.f_lineno))])
    return Snapshot([Trace(get_traced_memory()[0], place)], _limit)
