"""Recursion that ends, hundreds of levels deep, through operators and texts: CPython has room for it."""


class Node:
    def __init__(self, next):
        self.next = next

    def __repr__(self):
        return f"Node({self.next!r})"

    def __eq__(self, other):
        return self.next == other.next

    def __len__(self):
        return 1 + (len(self.next) if self.next is not None else 0)

    def __str__(self):
        return str(self.next)

    def __hash__(self):
        return hash(self.next) + 1

    def __add__(self, other):
        return other if self.next is None else self.next + other

    @property
    def last(self):
        return self if self.next is None else self.next.last

    def __getitem__(self, i):
        return self if i == 0 else self.next[i - 1]


a = b = None
for _ in range(400):
    a, b = Node(a), Node(b)
print(len(repr(a)), a == b, len(a), str(a), hash(a) - hash(None), a + 5, a.last.next, a[399].next)
