import ast
for t in ['1', '-1', '+2.5', '1+2j', '-1-2J', "'a'", "b'x'", "[1, 'two', (3,), {4: [5]}]", '{1, 2}', 'set()', 'None', '  True', "'a' 'b'", "{'a': -1, 'b': None}", '(1)', '()', '[]', '{}', '1_000', '0xff', "r'\\n'", "'''a\nb'''", '...', '1+2', '[1][0]', 'foo', 'foo()', '(1)(2)', "-'a'", '--1', 'not True', '1 < 2', "'a'.upper()", "f'{1}'", '1j+2', '1-2j', 'lambda: 0', 'a.b', '2**3', "'%s' % 1", '[*[1]]', '1 if 1 else 2', '(', '1 2', '\n1', '-1+2j', '-(1)', 'set([1])', '~1', '1.5e3', '1e5j', '[1,\n2,\n3]', "'a,b' # c", '3 + (4j)']:
    try:
        print(repr(t), repr(ast.literal_eval(t)))
    except SyntaxError as e:
        print(repr(t), e)
    except ValueError as e:
        print(repr(t), str(e).partition(': ')[0])
