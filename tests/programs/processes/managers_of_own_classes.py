from multiprocessing import Process, Manager, Pool, managers
from multiprocessing.managers import BaseManager, SyncManager, BaseProxy, NamespaceProxy, MakeProxyType

class Counter:
    def __init__(self, start=0):
        self.n = start
    def incr(self, by=1):
        self.n += by
        return self.n
    def get(self):
        return self.n
    def _hidden(self):
        return 'hidden'
    def fail(self):
        raise ValueError('no good')
    def me(self):
        return self
    def gen(self):
        for i in range(3):
            yield i

class MyManager(BaseManager):
    pass
MyManager.register('Counter', Counter, exposed=('incr', 'get', '_hidden', 'fail'))
MyManager.register("Auto", Counter, method_to_typeid={"me": "Auto", "gen": "Iter"}, exposed=("incr","get","me"))
MyManager.register('Iter', proxytype=managers.IteratorProxy, create_method=False)

def work(d, l, ns, lock, q, c):
    with lock:
        d['x'] = d.get('x', 0) + 1
        l.append(d['x'])
        ns.total += 1
    q.put(('done', l[:]))
    c.incr()

if __name__ == '__main__':
    with Manager() as m:
        d, l, ns, lock, q = m.dict(a=1), m.list([1, 2]), m.Namespace(total=0), m.Lock(), m.Queue()
        with MyManager() as mm:
            c = mm.Counter(5)
            for _ in range(3):
                p = Process(target=work, args=(d, l, ns, lock, q, c)); p.start(); p.join()
            print(d, l, ns, ns.total, q.qsize(), q.get(), c.get())
            print(d == {'a': 1, 'x': 3}, dict(d), d.items(), d.keys(), d.values(), len(d), 'a' in d)
            print(repr(d)[:30], repr(l)[:24], type(l), type(d), type(ns), type(lock), type(q))
            try: c.fail()
            except ValueError as e:
                print(type(e), e, type(e.__cause__))
            print(c._hidden())
            try: c.me()
            except AttributeError as e: print(e)
            a = mm.Auto()
            print(type(a.me().get()).__name__, type(a).__name__)
            try: d['nope']
            except KeyError as e: print('KeyError', e)
            try: l[99]
            except IndexError as e: print(e)
            except Exception as e: print(type(e), str(e)[-200:])
        try: c.get()
        except Exception as e: print(type(e).__name__)
        print(c._exposed_ if hasattr(c,'_exposed_') else None)
        print(m.address is not None, m._process.name, m._process.is_alive())
        nested = m.list([m.dict(k=1), m.list()])
        nested[0]['k'] = 2
        nested[1].append(9)
        print([str(x) for x in nested])
        print(l + [3], l * 2, l[1:], list(reversed(l)), sorted(l), l.count(1), l.index(2))
        l += [7]; l *= 2
        print(l, len(l), list(l))
        l.sort(reverse=True); print(l); l.reverse(); print(l)
        v = m.Value('i', 3); v.value += 2; print(v, v.value, v.get())
        arr = m.Array('i', [1,2,3]); arr[0] = 9; print(arr, arr[0], len(arr), arr[:] )
        e = m.Event(); print(e.is_set()); e.set(); print(e.is_set(), e.wait(0.1))
        sem = m.Semaphore(2); print(sem.acquire(), sem.acquire(), sem.acquire(False)); sem.release()
        cond = m.Condition()
        with cond: cond.notify_all()
        b = m.Barrier(1); print(b.wait(), b.parties, b.n_waiting, b.broken)
        rl = m.RLock()
        with rl:
            with rl: print('in')
        try: m.Lock().release()
        except RuntimeError as e: print(type(e), e)
        with m.Pool(2) as pool:
            print(pool.map(abs, [-1, -2]))
        jq = m.JoinableQueue(); jq.put(1); jq.get(); jq.task_done(); jq.join(); print('joined')
        import queue
        try: q2 = m.Queue(1); q2.put(1); q2.put(2, False)
        except queue.Full as e: print('Full', type(e))
        try: m.Queue().get(timeout=0.01)
        except queue.Empty: print('Empty')
        try: ns.nope
        except AttributeError as e: print(e)
        del ns.total; print(ns)
        import copy
        print(copy.deepcopy(l), l._getvalue())
    try: m.list()
    except AssertionError as e: print('A', e)
    try: l.append(1)
    except Exception as e: print(type(e).__name__)
    try: m.start()
    except Exception as e: print(type(e), e)
    m2 = MyManager()
    try: m2.Counter()
    except AssertionError as e: print('A', e)
    m2.start()
    try: m2.start()
    except Exception as e: print(type(e), e)
    print(m2._number_of_objects())
    kept = [m2.Counter() for _ in range(3)]
    print(m2._number_of_objects())
    del kept
    print(m2._number_of_objects())
    m2.shutdown()
    m2.shutdown()
    m2.join()
    print(m2._process)
    left = Manager().list('ab')
    print(left, [each for each in left])
