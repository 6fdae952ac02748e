# tokenize and token: every kind of token with its place, what cannot be read, encodings, and source text again.
import token, tokenize, io
print(token.tok_name); print(token.EXACT_TOKEN_TYPES); print(token.__all__); print(tokenize.__all__); print(token.N_TOKENS, token.NT_OFFSET)
def show(s):
    try:
        for t in tokenize.generate_tokens(io.StringIO(s).readline): print(t)
    except BaseException as e: print(type(e), e, getattr(e,'args',None))
show('x = 1 # c\n\ndef f(a,\n  b):\n    """d\n    e"""\n    return a**b != 5.0j\n\n# end\ny')
show("f'a{x!r:>{w}}b{{}} {y=}' rb'q' if 0x1F else \\\n 1_000\n")
show('(1\n'); show('  x\n y\n'); show('"abc\n'); show("'''a\n"); show('x = $\n'); show('a ? b\n'); show('if x:\n\ty\n        z\n'); show(''); show('\n'); show('x;y\n'); show('\tx'); show('a.b...c->d:=e @= //= **= ~\n'); show("f'''x\n{1}\n'''\n"); show('class A:\n  def b():\n    pass\nc'); show('é = "ü"\n'); show('1abc\n'); show("t'{x}'\n")
print(list(tokenize.tokenize(io.BytesIO(b'x = 1\n').readline)))
t = list(tokenize.generate_tokens(io.StringIO('x  =  1 # c\nif  y :\n   z(1,\n  2)\n').readline))
print(repr(tokenize.untokenize(t))); print(repr(tokenize.untokenize([x[:2] for x in t])))
print(t[1].exact_type, t[1].type, token.ISTERMINAL(1), token.ISNONTERMINAL(1), token.ISEOF(0))
print(tokenize.detect_encoding(io.BytesIO(b'# -*- coding: latin-1 -*-\nx\n').readline), tokenize.detect_encoding(io.BytesIO(b'\xef\xbb\xbfx\n').readline), tokenize.detect_encoding(io.BytesIO(b'x\n').readline))
try: tokenize.detect_encoding(io.BytesIO(b'# coding: zzz\n').readline)
except SyntaxError as e: print(e)
