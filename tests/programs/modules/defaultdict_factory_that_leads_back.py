from collections import defaultdict
class sub(defaultdict):
    def __init__(self): self.default_factory=self._factory
    def _factory(self): return []
d=sub(); 
print(repr(d)[:50])
d=defaultdict(list); d[1]=d; print(d)
