from collections import OrderedDict
class Log(OrderedDict):
    def __setitem__(self, k, v): print('set', k); super().__setitem__(k, v)
    def __getitem__(self, k): print('get', k); return super().__getitem__(k)
l = Log()
l['d'] = 3
print('repr'); print(l); print('str', str(l)); print('list'); list(l.items()); print('eq'); l == l; print('copy'); l.copy(); print('items'); dict(l.items()); print('dict'); dict(l); print('or'); l | {}; print('values'); list(l.values()); print('setd'); l.setdefault('d'); l.setdefault('e', 1); print('update'); l.update(l); print('init'); Log(l); print('get'); l.get('d'); print('reduce'); import copy; copy.copy(l)
