import collections, datetime, functools, itertools, struct


def told(f):
    try:
        f()
    except TypeError as e:
        print(e)


for f in (
    lambda: print(1, ends=""), lambda: print(1, separator=""), lambda: min([1], keyy=len), lambda: max([1], defaul=1),
    lambda: [].sort(revers=1), lambda: sorted([1], ky=1), lambda: int("5", bas=2), lambda: int("5", radix=2),
    lambda: zip([1], stric=True), lambda: map(len, [], stric=True), lambda: ImportError(nam="x"),
    lambda: AttributeError(nme="x"), lambda: NameError(obj="x"), lambda: open("x", mod="r"),
    lambda: datetime.timedelta(day=1), lambda: datetime.datetime.now(tzz=1), lambda: datetime.date(2024, 1, 1).replace(yeer=1),
    lambda: datetime.datetime(2024, 1, 1).isoformat(timespecs="hours"), lambda: collections.deque([], maxln=1),
    lambda: itertools.accumulate([], initia=1), lambda: struct.pack(fmt="x"),
    lambda: struct.unpack_from("b", b"a", offst=1), lambda: "".split(sepp=","), lambda: "".encode(encodin="x"),
):
    told(f)
