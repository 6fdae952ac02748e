# All builtin exceptions as a tree, in the order in which they were made; what asyncio adds is seen once it is imported.
import builtins


def tree(kind, depth=0):
    if kind.__module__ == 'builtins' and getattr(builtins, kind.__name__, None) is kind:
        print('    ' * depth + kind.__name__)
        for each in kind.__subclasses__():
            tree(each, depth + 1)


tree(BaseException)
