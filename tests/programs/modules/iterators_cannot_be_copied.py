# Iterators of itertools are neither copied nor pickled, but for those of tee, which copy themselves.
import itertools, copy, pickle
for x in (itertools.count(5), itertools.repeat(1, 2), itertools.groupby('ab'), itertools.chain([1]), itertools.tee([1])[0]):
    for f in (copy.copy, copy.deepcopy, pickle.dumps):
        try: print(type(x).__name__, type(f(x)).__name__)
        except Exception as e: print(type(x).__name__, type(e).__name__, e)
