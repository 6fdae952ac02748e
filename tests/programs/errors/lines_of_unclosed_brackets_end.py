for source in ('x = (1,', 'x = [1, 2\n', 'f({1: 2,\n  3', 'a = 1\nb = {', 'a = (\n', 'a = (\n\n', 'a = (  # here\n# there', 'a = (\nb = 2\n'):
    try:
        compile(source, 'name', 'exec')
    except SyntaxError as error:
        print(repr(error.text), error.lineno, error.offset, error.msg)
