"""BlockFinder is given tokens, and knows where the block of the first line ends."""
import inspect, tokenize, io
def lines_of(text):
    finder = inspect.BlockFinder()
    try:
        for each in tokenize.generate_tokens(io.StringIO(text).readline):
            finder.tokeneater(*each)
    except (inspect.EndOfBlock, IndentationError) as e:
        print(type(e).__name__, end=' ')
    return finder.last, finder.indent, finder.started
for t in ['def f():\n    a\n    b\n\n# c\nx = 1\n', 'x = (1,\n 2)\ny\n', '@deco\nclass C:\n    def f(self):\n        pass\n    # tail\nz\n', 'async def f(): pass\ny\n',
          'if x:\n    y\nelse:\n    z\n', '@a\n@b(1)\ndef f(x,\n      y): return 1\nq\n', 'async def f():\n    # a\n    x\n  # b\n    # c\n', '# first\ndef f():\n    pass\n\n\nq\n']:
    print(lines_of(t))
