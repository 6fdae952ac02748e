import collections.abc as abc, typing
print(abc.__all__)
t = typing.ByteString
import warnings
warnings.simplefilter('always')
for f in (lambda: t[int], lambda: isinstance(b'', t), lambda: issubclass(bytes, t), lambda: t.__origin__, lambda: t(), lambda: typing.get_origin(t)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class S(t): pass
print(S.__mro__[1])
class Q(abc.ByteString): pass
