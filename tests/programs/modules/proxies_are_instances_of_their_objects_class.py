import weakref


class Node:
    def __init__(self, name):
        self.name = name


node = Node('n')
proxy = weakref.proxy(node)
print(isinstance(proxy, Node), isinstance(proxy, weakref.ProxyType), proxy.__class__ is Node, type(proxy).__name__, isinstance(proxy, (int, Node)))
match proxy:
    case Node(name=name):
        print('a node', name)
del node
try:
    print(isinstance(proxy, Node))
except ReferenceError as error:
    print(error)
