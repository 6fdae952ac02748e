import copy
import weakref


class Node:
    def __init__(self, parent=None):
        self.parent = parent and weakref.ref(parent)

    def method(self):
        return self


root = Node()
child = Node(root)
twin = copy.deepcopy(child)
print(twin is not child, twin.parent is child.parent, twin.parent() is root)
print(copy.copy(child.parent) is child.parent, copy.copy(child).parent() is root)
bound = copy.deepcopy(child.method)
print(bound.__self__ is not child, bound() is bound.__self__, copy.copy(child.method) == child.method)
code = Node.method.__code__
print(copy.copy(code) is code, copy.deepcopy([code])[0] is code, copy.deepcopy(slice(1, 2)))
