import logging, collections
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
class H(logging.Handler):
    def emit(self, r): print('H', r.getMessage())
    def close(self): print('close'); super().close()
h = H(); logging.getLogger('x').addHandler(h)
d = collections.deque([D('dq')]); dd = collections.defaultdict(list, k=[D('dd')]); od = collections.OrderedDict(k=D('od')); c = collections.Counter(); nt = collections.namedtuple('NT', 'a')(D('nt'))
import dataclasses, enum
@dataclasses.dataclass
class DC: v: object
dc = DC(D('dc'))
class En(enum.Enum): A = D('enum')
print('end')
