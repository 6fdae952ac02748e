import getopt
def told(f, *a):
    try: print(f(*a))
    except getopt.GetoptError as e: print(type(e).__name__, e, repr(e.msg), repr(e.opt), e.args)
args = '-a -b -cfoo -d bar a1 a2'.split()
told(getopt.getopt, args, 'abc:d:')
for s, l, a in (("ho:v", ["help", "output="], ["--output=x", "-v", "in"]), ("ho:v", ["help", "output="], ["--out", "x", "--he", "-o"]), ("", ["foo", "foobar"], ["--foo"]), ("", ["foob", "foobar"], ["--fo"]), ("", ["foo"], ["--foo=1"]), ("", ["a="], ["--a"]), ("x", [], ["-y"]), ("x:", [], ["-x"]), ("x", [], ["--", "-x"]), ("x", [], ["-", "-x"]), ("x::", [], ["-x", "1", "-x2"]), ("", ["opt=?"], ["--opt", "--opt=3", "z"]), ("ab:", "long=", ["-abval", "--long", "3", "-a"]), ("x", ["zz"], ["--q=1"])):
    told(getopt.getopt, a, s, l); told(getopt.gnu_getopt, a + ["free", "-x"], s + "x", l)
told(getopt.gnu_getopt, ["a", "-b", "c", "--", "-d"], "b"); told(getopt.gnu_getopt, ["a", "-b", "c"], "+b"); told(getopt.gnu_getopt, ["a", "-b", "c"], "-b"); print(getopt.error is getopt.GetoptError)
