"""sys: argv, version, exit codes, maxsize, stdout, getsizeof, modules, recursion limit."""
import sys

print(sys.version_info[:2], sys.version_info >= (3, 14), sys.version_info.major, sys.version.split()[0][:4], sys.maxsize > 1000, sys.byteorder, type(sys.argv), len(sys.argv), sys.platform in ("linux", "emscripten"))
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit in (15, 30), sys.maxunicode, sys.getrecursionlimit(), sys.getdefaultencoding(), sys.intern("a") is sys.intern("a"))
sys.stdout.write("written\n")
sys.stderr.write("to stderr\n")
print("to stderr too", file=sys.stderr)
print(sys.stdout.flush(), sys.modules["sys"] is sys, sys.getrefcount([]) > 0, sys.exc_info(), sys.flags.debug, sys.executable is not None)
sys.setrecursionlimit(200)


def deep(n):
    return deep(n + 1)


try:
    deep(0)
except RecursionError as e:
    print(e)
old = sys.stdout


class Shout:
    def write(self, text):
        old.write(text.upper())

    def flush(self):
        pass


sys.stdout = Shout()
print("shouted")
sys.stdout = old
for arg in (None, 0, 3, "text", (1, 2), True):
    try:
        sys.exit(arg)
    except SystemExit as e:
        print(repr(e), e.code)
try:
    exit()
except SystemExit as e:
    print(repr(e))
sys.displayhook(5)
print(sys._getframe().f_code.co_name, sys.getswitchinterval())
sys.exit(4)
