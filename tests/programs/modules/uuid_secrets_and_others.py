"""uuid, secrets, keyword, platform, timeit, atexit, copyreg."""
import atexit
import keyword
import platform
import secrets
import timeit
import uuid


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


u = uuid.UUID('12345678-1234-5678-9234-567812345678')
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.fields, u.urn, u.version, u.variant, u.time, u.clock_seq, u.node, u.time_low, u.is_safe)
print(uuid.UUID('{12345678123456781234567812345678}') == uuid.UUID(int=0x12345678123456781234567812345678) == uuid.UUID('urn:uuid:12345678-1234-5678-1234-567812345678'))
print(uuid.UUID(bytes=b'\x12\x34\x56\x78' * 4), uuid.UUID(bytes_le=b'\x78\x56\x34\x12\x34\x12\x78\x56' + b'\x12\x34\x56\x78' * 2), uuid.UUID(fields=(1, 2, 3, 4, 5, 6)))
print(attempt(uuid.UUID), attempt(uuid.UUID, 'xyz'), attempt(uuid.UUID, bytes=b'1'), attempt(uuid.UUID, int=-1), attempt(uuid.UUID, fields=(1, 2)), attempt(uuid.UUID, int=1, version=9))
print(attempt(setattr, u, 'int', 5), u < uuid.UUID(int=2**127), sorted([uuid.UUID(int=3), uuid.UUID(int=1)]), attempt(lambda: u < 5), hash(u) == hash(u.int), {u: 1}[uuid.UUID(str(u))])
for make in (uuid.uuid1, uuid.uuid4, uuid.uuid6, uuid.uuid7, uuid.uuid8):
    made = make()
    print(make.__name__, made.version, made.variant, len(str(made)), made != make(), type(made).__name__)
print(len({uuid.uuid4() for _ in range(100)}), uuid.NAMESPACE_DNS, uuid.NAMESPACE_URL, uuid.NIL, uuid.MAX, uuid.uuid1(node=5, clock_seq=7).node, uuid.uuid1(node=5, clock_seq=7).clock_seq)
print(sorted([uuid.uuid7() for _ in range(5)])[0].version, uuid.uuid8(1, 2, 3))

print(len(secrets.token_bytes(8)), len(secrets.token_hex(8)), len(secrets.token_urlsafe(8)), len(secrets.token_hex()), 0 <= secrets.randbelow(10) < 10, secrets.choice([1]), 0 <= secrets.randbits(4) < 16)
print(attempt(secrets.randbelow, 0), secrets.compare_digest('a', 'a'), secrets.compare_digest(b'a', b'b'), attempt(secrets.compare_digest, 'a', b'a'), attempt(secrets.compare_digest, 'é', 'a'))
print(keyword.kwlist, keyword.softkwlist, keyword.iskeyword('for'), keyword.iskeyword('print'), keyword.issoftkeyword('match'))
print(platform.python_version()[:4], platform.python_version_tuple()[:2], type(platform.platform()).__name__, len(platform.uname()), platform.system() != '')

print(timeit.timeit('x = 1', number=10) >= 0, len(timeit.repeat('pass', repeat=3, number=2)), timeit.timeit(lambda: None, number=3) >= 0, timeit.default_number)
calls = []
timeit.timeit('calls.append(n)', setup='n = 5', globals=globals(), number=3)
print(calls, timeit.Timer('a = 1\nb = a').timeit(1) >= 0, attempt(timeit.Timer, 5), attempt(timeit.timeit, 'x ='))
print(timeit.Timer(lambda: calls.append(1)).autorange.__name__)


@atexit.register
def last():
    print('last')


def with_arguments(*args, **kwargs):
    print('at exit', args, kwargs)


atexit.register(with_arguments, 1, key=2)
atexit.register(with_arguments, 'gone')
atexit.register(print, 'first')
print(attempt(atexit.register, 5))


gone = lambda: print('never')
atexit.register(gone)
atexit.unregister(gone)
print('end of the program')
