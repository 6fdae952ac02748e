"""A tool with sub-commands by argparse, its sys.argv set by hand, its exits caught."""
import argparse
import contextlib
import io
import json
import os
import pathlib
import shlex
import sys
from enum import StrEnum


class Level(StrEnum):
    LOW = "low"
    HIGH = "high"


class KeyValue(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        d = getattr(namespace, self.dest) or {}
        for item in values:
            k, sep, v = item.partition("=")
            if not sep:
                parser.error(f"{option_string} needs KEY=VALUE, not {item!r}")
            d[k] = v
        setattr(namespace, self.dest, d)


def positive(text):
    n = int(text)
    if n <= 0:
        raise argparse.ArgumentTypeError(f"{n} is not positive")
    return n


def build():
    p = argparse.ArgumentParser(prog="todo", description="Keeps a list of things to do.", epilog="That is all.", formatter_class=argparse.ArgumentDefaultsHelpFormatter, fromfile_prefix_chars="@", suggest_on_error=True, color=False)
    p.add_argument("-v", "--verbose", action="count", default=0, help="say more")
    p.add_argument("--version", action="version", version="%(prog)s 1.2")
    p.add_argument("--config", type=argparse.FileType("r") if False else pathlib.Path, default="todo.ini", metavar="FILE", help="where it is")
    p.add_argument("--color", action=argparse.BooleanOptionalAction, default=True, help="colours")
    sub = p.add_subparsers(dest="command", required=True, title="commands", metavar="COMMAND")
    add = sub.add_parser("add", aliases=["a"], help="add a thing", color=False)
    add.add_argument("text", nargs="+")
    add.add_argument("-p", "--priority", choices=[str(l) for l in Level], default="low", help="how urgent (default %(default)s)")
    add.add_argument("-n", type=positive, default=1)
    add.add_argument("--meta", nargs="*", action=KeyValue, metavar="K=V")
    add.add_argument("--tag", action="append", dest="tags", default=argparse.SUPPRESS)
    ls = sub.add_parser("list", help="show things", argument_default=None, color=False)
    group = ls.add_mutually_exclusive_group()
    group.add_argument("--done", action="store_const", const="done", dest="state")
    group.add_argument("--open", action="store_const", const="open", dest="state")
    out = ls.add_argument_group("output", "how it looks")
    out.add_argument("--format", "-f", type=Level, default=Level.LOW)
    out.add_argument("--limit", type=float, nargs="?", const=10, help="at most %(const)s of type %(type)s")
    ls.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    ls.set_defaults(func=lambda ns: f"listing {ns.state}")
    return p


p = build()
LINES = ["add buy milk -p high -n 3 --meta a=1 b=2 --tag x --tag y", "-vv a x", "list --done --limit", "list -f high a -b --c", "", "frob", "ad x", "add", "add x -p urgent", "add x -n 0", "add x -n two", "add x --meta oops",
         "list --done --open", "--version", "--help", "add --help", "list -h", "--no-color list --limit=2.5", "--verb list", "list --limit x", "--con", "--colour list", "list -f mid", "-x list", "add -- -p dash"]
for line in LINES:
    print(f"$ todo {line}")
    err, out = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stderr(err), contextlib.redirect_stdout(out):
            ns = p.parse_args(shlex.split(line))
    except SystemExit as stop:
        print(out.getvalue() + err.getvalue() + f"[exit {stop.code!r}]")
    else:
        func = vars(ns).pop("func", None)
        print(ns, func(ns) if func else "")
print(p.parse_known_args(["list"])[0], p.format_usage(), p.get_default("config"))
q = argparse.ArgumentParser(exit_on_error=False, add_help=False, prefix_chars="+-", allow_abbrev=False, usage="%(prog)s [things]", prog="q")
q.add_argument("+x", type=int)
q.add_argument("--long-name", "-l", default=os.environ.get("NOT_THERE", "dflt"))
q.add_argument("files", nargs="*", type=pathlib.PurePosixPath)
for args in (["+x", "1", "a/b", "c"], ["+x", "y"], ["--long", "1"], ["--long-name=5"], ["-l"]):
    try:
        print(q.parse_args(args))
    except argparse.ArgumentError as error:
        print("ArgumentError", error, error.argument_name)
    except SystemExit as stop:
        print("exit", stop.code)
    sys.stderr.flush()
try:
    q.add_argument("--long-name")
except argparse.ArgumentError as error:
    print(error)
for bad in (lambda: q.add_argument("x y", dest="z"), lambda: q.add_argument("-a", action="nope"), lambda: q.add_argument("-a", nargs=0), lambda: q.add_argument("-b", type="int"), lambda: q.add_argument("p", required=True)):
    try:
        bad()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
sys.argv = ["prog.py", "--n", "5"]
r = argparse.ArgumentParser(color=False)
r.add_argument("--n", type=int, required=True, help="a number")
r.add_argument("--m", type=int, required=True)
r.print_help()
r.parse_args()
