"""graphlib: nodes in an order in which each comes after those that it depends on."""
from types import GenericAlias

__all__ = ['TopologicalSorter', 'CycleError']


class CycleError(ValueError):
    pass


class TopologicalSorter:
    def __init__(self, graph=None):
        self._after = {}  # node: those that come after it
        self._waits = {}  # node: how many it still waits for
        self._ready, self._out, self._done, self._prepared = [], set(), 0, False
        for node, before in (graph or {}).items():
            self.add(node, *before)

    def _note(self, node):
        self._after.setdefault(node, [])
        self._waits.setdefault(node, 0)

    def add(self, node, *predecessors):
        if self._prepared:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        self._note(node)
        self._waits[node] += len(predecessors)
        for each in predecessors:
            self._note(each)
            self._after[each].append(node)

    def prepare(self):
        if self._prepared and (self._out or self._done):
            raise ValueError('cannot prepare() after starting iteration')
        self._ready = [node for node, count in self._waits.items() if count == 0]
        self._prepared = True
        cycle = self._cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def get_ready(self):
        if not self._prepared:
            raise ValueError('prepare() must be called first')
        given = tuple(self._ready)
        self._out.update(given)
        self._ready.clear()
        return given

    def is_active(self):
        if not self._prepared:
            raise ValueError('prepare() must be called first')
        return bool(self._ready or self._out)

    __bool__ = is_active

    def done(self, *nodes):
        if not self._prepared:
            raise ValueError('prepare() must be called first')
        for node in nodes:
            if node not in self._after:
                raise ValueError(f'node {node!r} was not added using add()')
            if node not in self._out:
                if self._waits[node] < 0:
                    raise ValueError(f'node {node!r} was already marked done')
                raise ValueError(f'node {node!r} was not passed out (still not ready)')
            self._out.discard(node)
            self._waits[node] = -1
            self._done += 1
            for after in self._after[node]:
                self._waits[after] -= 1
                if self._waits[after] == 0:
                    self._ready.append(after)

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)

    def _cycle(self):
        """A way that comes back to where it began, None: there is none."""
        seen = set()
        for start in self._after:
            way, on_way, branches = [], {}, [iter((start,))]
            while branches:
                node = next(branches[-1], self)
                if node is self:
                    branches.pop()
                    if way:
                        on_way.pop(way.pop(), None)
                elif node in on_way:
                    return [*way[on_way[node]:], node]
                elif node not in seen:
                    seen.add(node)
                    on_way[node] = len(way)
                    way.append(node)
                    branches.append(iter(self._after[node]))
        return None

    __class_getitem__ = classmethod(GenericAlias)
