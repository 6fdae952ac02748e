import ast
for s in ("t'a{x!r:>{w}}b{ y = }{z}'", "t''", "t'{1}' t'lit' t'{2:x}'", "t'only'", "f'{x}' 'b'", "t'{x+1 !s}{y:{z}{w!r}}'", "t'{x}'f'{y}'", "t'''{\n x\n}'''"):
    try:
        t = ast.parse(s, mode='eval'); print(ast.dump(t)); print(ast.dump(t, include_attributes=True)[-300:]); print(ast.unparse(t)); 
        print(eval(compile(t,'a','eval'), {'x':1,'y':2,'z':3,'w':4}))
    except Exception as e: print(type(e).__name__, e)
source = '  \t\x0c  def fun(self) -> None:\n  \t\x0c      pass'
print(repr(ast.get_source_segment('class C:\n' + source, ast.parse('class C:\n' + source).body[0].body[0], padded=True)))
for ending in ('\n', '\r\n', '\r'):
    text = f'def g():{ending}  pass{ending}def h(): return 1{ending}x = "\x0c"'
    print([ast.get_source_segment(text, each) for each in ast.parse(text).body])
