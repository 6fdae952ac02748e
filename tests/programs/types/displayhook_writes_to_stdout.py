"""What an interactive line shows goes to the standard output of the moment, also a text."""
import sys
from io import StringIO
r=sys.stdout
sys.stdout=s=StringIO()
exec(compile('1+1\n','x','single',0,True),{})
exec(compile('1+2\n','x','single'),{})
exec(compile('1+3\n','x','single'))
sys.displayhook(5)
sys.displayhook=sys.__displayhook__
exec(compile('1+4\n','x','single'))
sys.stdout=r
print(repr(s.getvalue()))
exec(compile('"text"\n', 'x', 'single'))
import builtins
print(builtins._)
