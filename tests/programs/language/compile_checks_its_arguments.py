"""compile(): what it takes for a source, a name, a mode, flags and a level of optimization."""


def tried(*args, **kwargs):
    try:
        code = compile(*args, **kwargs)
    except (TypeError, ValueError, SyntaxError) as error:
        print(type(error).__name__, error)
    else:
        print(code.co_filename, code.co_name, eval(code))


tried('1', 'f', 'eval', 0)
tried('2', 'f', 'eval', dont_inherit=True, optimize=0)
tried('3', 'f', 'eval', 1)
tried('3', 'f', 'eval', 1 << 30)
tried('4', 'f', 'eval', 0x1000000)
tried('4', 'f', 'eval', optimize=3)
tried('4', 'f', 'eval', optimize=-2)
tried('4', 'f', 'eval', flags='x')
tried('4', 'f', 'evil')
tried('4', 'f', 'func_type')
tried('4', 'f', 5)
tried('5', b'name', 'eval')
tried('5', 5, 'eval')
tried(b'6', 'f', 'eval')
tried(bytearray(b'7'), 'f', 'eval')
tried(memoryview(b'8'), 'f', 'eval')
tried(9, 'f', 'eval')
tried(compile('1', 'f', 'eval'), 'f', 'eval')
tried('a\0b', 'f', 'exec')
tried(b'a\0b', 'f', 'exec')
for run in (eval, exec):
    try:
        run('1\0')
    except SyntaxError as error:
        print(error.msg)
    try:
        run(5)
    except TypeError as error:
        print(error)

SOURCE = '''
def documented():
    "A docstring."
    assert False, 'checked'
    return __debug__, 1 if __debug__ else 2
'''
for level in (-1, 0, 1, 2):
    names = {}
    exec(compile(SOURCE, 'f', 'exec', optimize=level), names)
    try:
        print(level, names['documented'].__doc__, names['documented']())
    except AssertionError as error:
        print(level, names['documented'].__doc__, 'AssertionError', error)
