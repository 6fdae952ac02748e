"""A command line with commands, choices and errors."""
import argparse, sys, json
class Store(argparse.Action):
    def __call__(self, parser, ns, values, option_string=None):
        d = getattr(ns, self.dest) or {}; d.update(v.split("=", 1) for v in values); setattr(ns, self.dest, d)
def positive(s):
    n = int(s)
    if n <= 0: raise argparse.ArgumentTypeError(f"{n} is not positive")
    return n
p = argparse.ArgumentParser(prog="tool", description="A tool with a rather long description that has to be wrapped over several lines of the help text.", epilog="See the manual.", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
p.add_argument("-v", "--verbose", action="count", default=0, help="more output")
p.add_argument("--version", action="version", version="%(prog)s 1.2")
p.add_argument("--env", nargs="+", action=Store, metavar="K=V")
sub = p.add_subparsers(dest="cmd", required=True, title="commands", metavar="COMMAND")
a = sub.add_parser("add", aliases=["a"], help="add things", description="Add.")
a.add_argument("items", nargs="+", type=positive, help="what to add")
a.add_argument("--base", choices=[2, 8, 10], type=int, default=10)
g = a.add_mutually_exclusive_group()
g.add_argument("--json", action="store_true"); g.add_argument("--csv", action="store_const", const=",", dest="sep")
l = sub.add_parser("list", help="list things"); l.add_argument("pattern", nargs="?", default="*"); l.add_argument("--limit", type=float, default=1.5); l.add_argument("-o", "--out", type=argparse.FileType("w"), default="-"); l.add_argument("--no-color", dest="color", action="store_false"); l.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True)
for argv in (["add", "1", "2"], ["-vv", "a", "3", "--base", "8", "--json"], ["add"], ["add", "0"], ["add", "x"], ["add", "1", "--base", "7"], ["add", "1", "--json", "--csv"], [], ["nope"], ["list", "--limit", "2", "--no-flag"], ["list", "a", "b"], ["--env", "a=1", "b=2", "--", "list"], ["--version"], ["-h"], ["add", "-h"], ["list", "--help"], ["--verb", "list"], ["list", "--li=3", "--no-color"], ["list", "--bogus", "1"], ["list", "-o"]):
    try:
        ns = p.parse_args(argv); d = vars(ns).copy(); d.pop("out", None); print(argv, sorted(d.items(), key=str))
    except SystemExit as e: print(argv, "exit", e.code)
print(p.parse_known_args(["add", "1", "--zzz"])[1], p.format_usage())
q = argparse.ArgumentParser(prog="q", exit_on_error=False, add_help=False, fromfile_prefix_chars="@", argument_default=argparse.SUPPRESS)
q.add_argument("-n", type=int, required=True); q.add_argument("--", dest="x") if 0 else q.add_argument("rest", nargs=argparse.REMAINDER)
try: q.parse_args(["-n", "x"])
except argparse.ArgumentError as e: print(e, e.argument_name)
print(q.parse_args(["-n", "1", "a", "-b"]))
p.error("custom failure")
