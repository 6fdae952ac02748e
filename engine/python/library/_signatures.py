"""_signatures: the parameters of what is written in C, as __text_signature__ and inspect.signature tell them."""

# Lines of names and, behind them, their parameters; () is a call of the class itself. Under "", methods with special names, of any class.
_OF_BYTES = r'''
capitalize isalnum isalpha isascii isdigit islower isspace istitle isupper lower swapcase title upper ($self, /)
center ljust rjust ($self, width, fillchar=b' ', /)
count find index rfind rindex ($self, sub[, start[, end]], /)
decode ($self, /, encoding='utf-8', errors='strict')
endswith ($self, suffix[, start[, end]], /)
expandtabs ($self, /, tabsize=8)
fromhex ($type, string, /)
hex ($self, /, sep=<unrepresentable>, bytes_per_sep=1)
join ($self, iterable_of_bytes, /)
lstrip rstrip strip ($self, bytes=None, /)
partition rpartition ($self, sep, /)
removeprefix ($self, prefix, /)
removesuffix ($self, suffix, /)
replace ($self, old, new, count=-1, /)
rsplit split ($self, /, sep=None, maxsplit=-1)
splitlines ($self, /, keepends=False)
startswith ($self, prefix[, start[, end]], /)
translate ($self, table, /, delete=b'')
zfill ($self, width, /)
'''

_TEXTS = {
    '': r'''
__contains__ __delitem__ __getitem__ ($self, key, /)
__delattr__ __getattribute__ ($self, name, /)
__abs__ __aiter__ __anext__ __await__ __bool__ __bytes__ __ceil__ __complex__ __copy__ __dir__ __enter__ __float__ ($self, /)
__floor__ __getnewargs__ __getstate__ __hash__ __index__ __int__ __invert__ __iter__ __len__ __length_hint__ __neg__ ($self, /)
__next__ __pos__ __reduce__ __repr__ __reversed__ __sizeof__ __str__ __subclasses__ __trunc__ ($self, /)
__add__ __and__ __divmod__ __eq__ __floordiv__ __ge__ __gt__ __iadd__ __iand__ __imul__ __ior__ __isub__ __ixor__ __le__ ($self, value, /)
__lshift__ __lt__ __mod__ __mul__ __ne__ __or__ __radd__ __rand__ __rdivmod__ __rfloordiv__ __rlshift__ __rmod__ ($self, value, /)
__rmul__ __ror__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __sub__ __truediv__ __xor__ ($self, value, /)
__exit__ ($self, /, *exc_info)
__format__ ($self, format_spec, /)
__get__ ($self, instance, owner=None, /)
__call__ __init__ ($self, /, *args, **kwargs)
__init_subclass__ ($type, /)
__delete__ __instancecheck__ ($self, instance, /)
__missing__ ($self, object, /)
__new__ ($type, *args, **kwargs)
__pow__ __rpow__ ($self, value, mod=None, /)
__prepare__ ($cls, name, bases, /, **kwds)
__reduce_ex__ ($self, protocol, /)
__round__ ($self, ndigits=None, /)
__set__ ($self, instance, value, /)
__set_name__ ($self, owner, name, /)
__setattr__ ($self, name, value, /)
__setitem__ ($self, key, value, /)
__setstate__ ($self, state, /)
__subclasscheck__ ($self, subclass, /)
__class_getitem__ __subclasshook__ ($type, object, /)
''',
    'BaseException': r'''
add_note ($self, note, /)
with_traceback ($self, tb, /)
''',
    'BaseExceptionGroup': r'''
derive ($self, excs, /)
split subgroup ($self, matcher_value, /)
''',
    'Context': r'''
copy items keys values ($self, /)
get ($self, key, default=None, /)
''',
    'ContextVar': r'''
get ($self, default=<unrepresentable>, /)
reset ($self, token, /)
set ($self, value, /)
''',
    'GenericAlias': r'''
() (origin, args, /)
''',
    'Match': r'''
end span start ($self, group=0, /)
expand ($self, /, template)
groupdict groups ($self, /, default=None)
''',
    'NoneType': r'''
() ()
''',
    'NotImplementedType': r'''
() ()
''',
    'Pattern': r'''
findall finditer fullmatch match scanner search ($self, /, string, pos=0, endpos=sys.maxsize)
split ($self, /, string, maxsplit=0)
sub subn ($self, /, repl, string, count=0)
''',
    'Random': r'''
getrandbits ($self, k, /)
random ($self, /)
''',
    'SimpleNamespace': r'''
() (mapping_or_iterable=(), /, **kwargs)
''',
    '_asyncio': r'''
all_tasks current_task ($module, /, loop=None)
get_event_loop get_running_loop ($module, /)
''',
    '_contextvars': r'''
copy_context ($module, /)
''',
    '_functools': r'''
reduce ($module, function, iterable, /, initial=<unrepresentable>)
''',
    '_lru_cache_wrapper': r'''
cache_clear cache_info ($self, /)
''',
    '_signal': r'''
default_int_handler ($module, signalnum, frame, /)
pause ($module, /)
set_wakeup_fd ($module, fd, /, *, warn_on_full_buffer=True)
siginterrupt ($module, signalnum, flag, /)
strsignal ($module, signalnum, /)
''',
    '_weakref': r'''
getweakrefcount getweakrefs ($module, object, /)
''',
    'async_generator': r'''
aclose ($self, /)
asend ($self, object, /)
''',
    'binascii': r'''
crc32 ($module, data, crc=0, /)
''',
    'bool': r'''
() (object=False, /)
''',
    'builtins': r'''
__import__ ($module, /, name, globals=None, locals=None, fromlist=(), level=0)
abs ($module, x, /)
aiter ($module, async_iterable, /)
all any ($module, iterable, /)
anext ($module, aiterator, default=<unrepresentable>, /)
ascii callable hash id len repr ($module, obj, /)
bin hex oct ($module, number, /)
breakpoint ($module, /, *args, **kws)
chr ($module, i, /)
compile ($module, /, source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)
delattr hasattr ($module, obj, name, /)
divmod ($module, x, y, /)
eval ($module, source, /, globals=None, locals=None)
exec ($module, source, /, globals=None, locals=None, *, closure=None)
format ($module, value, format_spec='', /)
globals locals ($module, /)
input ($module, prompt='', /)
isinstance ($module, obj, class_or_tuple, /)
issubclass ($module, cls, class_or_tuple, /)
open ($module, /, file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)
ord ($module, character, /)
pow ($module, /, base, exp, mod=None)
print ($module, /, *args, sep=' ', end='\n', file=None, flush=False)
round ($module, /, number, ndigits=None)
setattr ($module, obj, name, value, /)
sorted ($module, iterable, /, *, key=None, reverse=False)
sum ($module, iterable, /, start=0)
''',
    'bytearray': _OF_BYTES + r'''
append ($self, item, /)
extend ($self, iterable_of_ints, /)
insert ($self, index, item, /)
pop ($self, index=-1, /)
remove ($self, value, /)
resize ($self, size, /)
clear copy reverse ($self, /)
''',
    'bytes': _OF_BYTES,
    'cell': r'''
() ([contents])
''',
    'classmethod': r'''
() (function, /)
''',
    'code': r'''
co_lines co_positions ($self, /)
replace ($self, /, **changes)
() (argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, constants, names, varnames, filename, name, qualname, firstlineno, linetable, exceptiontable, freevars=(), cellvars=(), /)
''',
    'complex': r'''
from_number ($type, number, /)
() (real=0, imag=0)
conjugate ($self, /)
''',
    'coroutine': r'''
close ($self, /)
send ($self, object, /)
''',
    'defaultdict': r'''
copy ($self, /)
''',
    'deque': r'''
() ([iterable[, maxlen]])
append appendleft ($self, item, /)
clear copy pop popleft reverse ($self, /)
count remove ($self, value, /)
extend extendleft ($self, iterable, /)
index ($self, value, [start, [stop]])
insert ($self, index, value, /)
rotate ($self, n=1, /)
''',
    'dict': r'''
clear copy items keys popitem values ($self, /)
fromkeys ($type, iterable, value=None, /)
get setdefault ($self, key, default=None, /)
pop ($self, key, default=<unrepresentable>, /)
''',
    'dict_items': r'''
isdisjoint ($self, object, /)
''',
    'dict_keys': r'''
isdisjoint ($self, object, /)
''',
    'ellipsis': r'''
() ()
''',
    'enumerate': r'''
() (iterable, start=0)
''',
    'filter': r'''
() (function, iterable, /)
''',
    'float': r'''
() (x=0, /)
as_integer_ratio conjugate hex is_integer ($self, /)
from_number ($type, number, /)
fromhex ($type, string, /)
''',
    'frame': r'''
clear ($self, /)
''',
    'frozenset': r'''
() (iterable=(), /)
__contains__ ($self, object, /)
copy ($self, /)
difference intersection union ($self, /, *others)
isdisjoint issubset issuperset symmetric_difference ($self, other, /)
''',
    'function': r'''
() (code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)
''',
    'gc': r'''
collect ($module, /, generation=2)
disable enable freeze get_count get_threshold isenabled unfreeze ($module, /)
is_tracked ($module, obj, /)
''',
    'generator': r'''
close ($self, /)
send ($self, object, /)
''',
    'int': r'''
as_integer_ratio bit_count bit_length conjugate is_integer ($self, /)
from_bytes ($type, /, bytes, byteorder='big', *, signed=False)
to_bytes ($self, /, length=1, byteorder='big', *, signed=False)
''',
    'list': r'''
() (iterable=(), /)
__getitem__ ($self, index, /)
append ($self, object, /)
clear copy reverse ($self, /)
count remove ($self, value, /)
extend ($self, iterable, /)
index ($self, value, start=0, stop=sys.maxsize, /)
insert ($self, index, object, /)
pop ($self, index=-1, /)
sort ($self, /, *, key=None, reverse=False)
''',
    'map': r'''
() (function, iterable, /, *iterables, strict=False)
''',
    'mappingproxy': r'''
() (mapping)
copy items keys values ($self, /)
get ($self, key, default=None, /)
''',
    'math': r'''
acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs floor frexp gamma isfinite ($module, x, /)
isinf isnan lgamma log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp ($module, x, /)
atan2 ($module, y, x, /)
comb ($module, n, k, /)
copysign fmod pow remainder ($module, x, y, /)
dist sumprod ($module, p, q, /)
factorial isqrt ($module, n, /)
fma ($module, x, y, z, /)
fsum ($module, seq, /)
gcd lcm ($module, /, *integers)
hypot ($module, /, *coordinates)
isclose ($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)
ldexp ($module, x, i, /)
nextafter ($module, x, y, /, *, steps=None)
perm ($module, n, k=None, /)
prod ($module, iterable, /, *, start=1)
''',
    'memoryview': r'''
index ($self, value, start=0, stop=sys.maxsize, /)
() (object)
cast ($self, /, format, shape=<unrepresentable>)
count ($self, value, /)
hex ($self, /, sep=<unrepresentable>, bytes_per_sep=1)
release tolist toreadonly ($self, /)
tobytes ($self, /, order='C')
''',
    'method': r'''
() (function, instance, /)
''',
    'module': r'''
() (name, doc=None)
''',
    'object': r'''
() ()
''',
    'partial': r'''
() (func, /, *args, **keywords)
''',
    'property': r'''
() (fget=None, fset=None, fdel=None, doc=None)
deleter getter setter ($self, object, /)
''',
    'range': r'''
count index ($self, object, /)
''',
    'reversed': r'''
() (sequence, /)
''',
    'set': r'''
() (iterable=(), /)
__contains__ add discard remove ($self, object, /)
clear copy pop ($self, /)
difference difference_update intersection intersection_update union update ($self, /, *others)
isdisjoint issubset issuperset symmetric_difference symmetric_difference_update ($self, other, /)
''',
    'slice': r'''
indices ($self, object, /)
''',
    'staticmethod': r'''
() (function, /)
''',
    'str': r'''
capitalize casefold isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle ($self, /)
isupper lower swapcase title upper ($self, /)
center ljust rjust ($self, width, fillchar=' ', /)
count find index rfind rindex ($self, sub[, start[, end]], /)
encode ($self, /, encoding='utf-8', errors='strict')
endswith ($self, suffix[, start[, end]], /)
expandtabs ($self, /, tabsize=8)
format ($self, /, *args, **kwargs)
format_map ($self, mapping, /)
join ($self, iterable, /)
lstrip rstrip strip ($self, chars=None, /)
partition rpartition ($self, sep, /)
removeprefix ($self, prefix, /)
removesuffix ($self, suffix, /)
replace ($self, old, new, /, count=-1)
rsplit split ($self, /, sep=None, maxsplit=-1)
splitlines ($self, /, keepends=False)
startswith ($self, prefix[, start[, end]], /)
translate ($self, table, /)
zfill ($self, width, /)
''',
    'sys': r'''
breakpointhook ($module, /, *args, **kwargs)
activate_stack_trampoline ($module, backend, /)
addaudithook ($module, /, hook)
audit ($module, event, /, *args)
call_tracing ($module, func, args, /)
deactivate_stack_trampoline exc_info exception get_asyncgen_hooks get_coroutine_origin_tracking_depth ($module, /)
get_int_max_str_digits getallocatedblocks getdefaultencoding getfilesystemencodeerrors getfilesystemencoding getprofile ($module, /)
getrecursionlimit getswitchinterval gettrace is_finalizing is_remote_debug_enabled is_stack_trampoline_active ($module, /)
displayhook getrefcount ($module, object, /)
exit ($module, status=None, /)
getunicodeinternedsize ($module, /, *, _only_immortal=False)
intern ($module, string, /)
set_coroutine_origin_tracking_depth ($module, /, depth)
set_int_max_str_digits ($module, /, maxdigits)
setprofile settrace ($module, function, /)
setrecursionlimit ($module, limit, /)
setswitchinterval ($module, interval, /)
unraisablehook ($module, unraisable, /)
''',
    'time': r'''
clock_gettime clock_gettime_ns ($module, clk_id, /)
mktime ($self, object, /)
process_time process_time_ns ($self, /)
''',
    'traceback': r'''
() (tb_next, tb_frame, tb_lasti, tb_lineno)
''',
    'tuple': r'''
() (iterable=(), /)
count ($self, value, /)
index ($self, value, start=0, stop=sys.maxsize, /)
''',
    'type': r'''
mro ($self, /)
''',
    'zip': r'''
() (*iterables, strict=False)
''',
    'zlib': r'''
adler32 ($module, data, value=1, /)
crc32 ($module, data, value=0, /)
''',
}
_tables = {}


def _table(owner):
    if owner not in _tables:
        _tables[owner] = found = {}
        for line in _TEXTS.get(owner, '').strip().splitlines():
            names, _, text = line.partition(' (')
            for name in names.split():
                found[name] = f'({text}'
    return _tables[owner]


def _of_member(cls, name):
    """Of a method that a class has of itself or of one above it."""
    for base in cls.__mro__:
        if base.__flags__ & 1 << 9 == 0 and name in base.__dict__:
            return _table(base.__name__).get(name) or _table('').get(name)
    return None


def of(thing):
    """The text, or None where there is none."""
    if isinstance(thing, type):
        return None if thing.__flags__ & 1 << 9 else _table(thing.__name__).get('()')
    name, owner = thing.__name__, getattr(thing, '__objclass__', None)
    if owner is not None:
        return _of_member(owner, name)
    owner = thing.__self__
    if owner is None or type(owner).__name__ == 'module':
        return _table(thing.__module__ or 'builtins').get(name)
    return _of_member(owner if isinstance(owner, type) else type(owner), name)
