def show(src, mode):
    try: compile(src, 'f', mode); print(repr(src), 'ok')
    except SyntaxError as e: print(repr(src), type(e).__name__, e.args)
for s in ['', '\n', '# c', 'x=1\ny=2', 'x = 1; y = 2\nz', 'def f(): pass\nx', 'if 1:\n  2\nx', 'if 1: 2\n\n# c\n', '1\n\n  # c\n', '1;\n2', 'class A: pass\n\ndef f(): pass\n', 'for i in x: pass\nelse: pass\n', '1\n#c\n2', '@d\ndef f(): pass\n1', '"""a\nb"""\n1', 'x = [\n1]\ny']: show(s, 'single')
for s in ['', ' 1', '\n1', '1\n2']: show(s, 'eval')
