# Where warnings are errors, those of the text are SyntaxErrors at their place, and come before what is wrong otherwise.
import warnings

for text in ['"\\d" 3', '"\\d"\nx = 3', "'\\d' if", "print '\\d'", "foo('\\d' '\\e' bar)", "'''\\d\n\\e''' 3", '1if 2', '0xfor x',
             '"""\n\n  \\q"""', 'x = 1_0and 2', "x = '\\8'\ny = 1 2", 'x is 3', 'assert (1, 2)']:
    for mode in 'exec', 'eval':
        for action in 'always', 'error':
            with warnings.catch_warnings(record=True) as seen:
                warnings.simplefilter(action)
                try:
                    compile(text, 'F', mode)
                    print('fine', end=' ')
                except SyntaxError as e:
                    print(mode, action, e, e.lineno, e.offset, e.end_offset, end=' ')
                print([(str(w.message)[:8], w.lineno, w.filename) for w in seen])
