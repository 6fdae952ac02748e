import time, sys, os, copy, pickle
t = time.gmtime(0)
T = time.struct_time
print(T.n_fields, T.n_sequence_fields, t.n_unnamed_fields, T.__match_args__)
match t:
    case T(year, month, day): print(year, month, day)
match sys.version_info:
    case (3, minor, *_): print(minor)
def attempt(f, *a, **k):
    try: print(f(*a, **k))
    except Exception as e: print(type(e).__name__, e)
attempt(T); attempt(T, None); attempt(T, '123'); attempt(T, '123456789', dict={}); attempt(T, sequence='123456789'); attempt(T, '123456789', dict=None)
attempt(T, '123456789123'); attempt(T, '123456789', {'tm_zone': 'x'}); attempt(T, '1234567890', dict={'tm_zone':'x'}); attempt(T, '123456789', dict={'error': 0}); attempt(T, seq='1'); attempt(T, '123456789', {}, 1)
r = copy.replace(t, tm_year=2000, tm_zone='x'); print(r, r.tm_zone, r.tm_gmtoff)
attempt(copy.replace, t, year=3, tm_mon=2, day=1); attempt(t.__replace__, 1); attempt(t.__replace__)
s = os.stat_result(range(10))
print(os.stat_result.n_fields > 10, s.n_sequence_fields, s.n_unnamed_fields, s.__match_args__)
attempt(copy.replace, s, st_mode=1)
print(s.st_mode, s[7])
ts = os.terminal_size((80, 24)); print(ts, ts.n_fields, ts.__match_args__, copy.replace(ts, lines=3))
attempt(copy.replace, ts, rows=3)
print(pickle.loads(pickle.dumps(t)) == t, copy.copy(t).tm_zone)
f=sys.flags; print(f.n_sequence_fields, f.n_unnamed_fields)
