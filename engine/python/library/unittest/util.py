"""unittest.util: what the parts of unittest share."""
import _host


class SkipTest(Exception):
    pass


SkipTest.__module__ = 'unittest.case'


def strclass(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def safe_repr(value, short=False):
    try:
        text = repr(value)
    except Exception:
        text = object.__repr__(value)
    return text if not short or len(text) < 80 else text[:80] + ' [truncated]...'


def shortened(*values):
    """The texts of values, their common beginning cut where they are long."""
    texts = [*map(safe_repr, values)]
    longest = max(map(len, texts))
    if longest <= 80:
        return tuple(texts)
    common = 0
    while common < min(map(len, texts)) and len({text[common] for text in texts}) == 1:
        common += 1
    begin = texts[0][:common]
    room = 80 - (longest - common)

    def shorten(text, head, tail):
        skip = len(text) - head - tail
        return f'{text[:head]}[{skip} chars]{text[len(text) - tail:]}' if skip > 12 else text

    if room > 10:
        begin = shorten(begin, 5, room - 5 - 12) if len(begin) > room else begin
        return tuple(begin + text[common:] for text in texts)
    begin = shorten(begin, 5, 5)
    return tuple(begin + shorten(text[common:], 30, 30) for text in texts)


def format_error(error):
    return _host.format_exception(error)


def count_difference(first, second):
    """What stands in two lists a different number of times: (count here, count there, value)."""
    first, second = list(first), list(second)
    found = []
    seen = [False] * len(second)
    taken = [False] * len(first)
    for i, value in enumerate(first):
        if taken[i]:
            continue
        here = [j for j in range(i, len(first)) if not taken[j] and first[j] == value]
        there = [j for j in range(len(second)) if not seen[j] and second[j] == value]
        for j in here:
            taken[j] = True
        for j in there:
            seen[j] = True
        if len(here) != len(there):
            found.append((len(here), len(there), value))
    for i, value in enumerate(second):
        if seen[i]:
            continue
        there = [j for j in range(i, len(second)) if not seen[j] and second[j] == value]
        for j in there:
            seen[j] = True
        found.append((0, len(there), value))
    return found
