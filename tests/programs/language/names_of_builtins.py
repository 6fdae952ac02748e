# dir() of the module of builtins: names that programs can write, and nothing of the compiler's own.
import builtins

names = dir(builtins)
print(all(name.isidentifier() for name in names), names == sorted(names))
print([name for name in names if not name.startswith('_') and name not in ('copyright', 'credits', 'license')])
