# Names of the standard library that few programs ask for.
import gc, hmac, pickle, platform, stat, sys, time, tracemalloc, uuid, weakref, zlib, binascii, heapq


class Thing:
    pass


thing = Thing()
first, second = weakref.ref(thing), weakref.ref(thing, print)
print(len(weakref.getweakrefs(thing)), first in weakref.getweakrefs(thing), weakref.getweakrefs(5), weakref.getweakrefs(Thing()))
print(pickle.MARK, pickle.STOP, pickle.PROTO, pickle.TRUE, pickle.BINUNICODE8, len([name for name in pickle.__all__ if name.isupper()]))
print(hmac.digest_size, hmac.trans_36[:3], hmac.trans_5C[:3])
print(stat.UF_SETTABLE, stat.SF_SETTABLE, stat.SF_RESTRICTED, stat.SF_FIRMLINK, stat.SF_DATALESS, stat.UF_DATAVAULT, stat.UF_TRACKED)
print(platform.system_alias('Linux', '5', 'x'), platform.win32_edition(), platform.win32_is_iot(), platform.invalidate_caches())
print(uuid.bytes_, uuid.int_, issubclass(tracemalloc.Filter, tracemalloc.BaseFilter), issubclass(tracemalloc.DomainFilter, tracemalloc.BaseFilter))
for function in (gc.get_objects, gc.is_finalized, sys.getallocatedblocks, sys.addaudithook, time.clock_gettime, zlib.crc32, binascii.crc32, zlib.adler32, heapq.heappop_max):
    print(function.__module__, function.__name__, function.__qualname__)
for wrong in (lambda: gc.is_finalized(), lambda: gc.set_debug('x', 1), lambda: time.clock_gettime(), lambda: heapq.heappush_max([]), lambda: heapq.heapify_max(),
              lambda: heapq.heappop_max([]), lambda: zlib.crc32(zz=1), lambda: weakref.getweakrefs()):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
