"""Runs wrong programs and says what is wrong with each: what they print, then the last lines of a traceback.

Standard input is a file of cases: lines of a program, ended by lines that begin with `#>`, which say what it prints. Written is the
same file with those lines as this interpreter has them.
"""

import io
import sys
import traceback
import types
import warnings


def cases(text):
    lines, ended = [], False
    for line in text.splitlines():
        if line == "#>" or line.startswith("#> "):
            ended = True
            continue
        if ended:
            yield "\n".join(lines) + "\n"
            lines, ended = [], False
        lines.append(line)
    if lines:
        yield "\n".join(lines) + "\n"


def outcome(source):
    """What the program prints, and how it ends."""
    module = types.ModuleType("__main__")
    module.__dict__.pop("__doc__", None)
    kept = sys.stdout, sys.stderr, sys.modules["__main__"]
    sys.stdout = sys.stderr = written = io.StringIO()
    sys.modules["__main__"] = module
    try:
        with warnings.catch_warnings():
            exec(compile(source, "case.py", "exec"), module.__dict__)
    except BaseException as error:
        shown = traceback.TracebackException(type(error), error, error.__traceback__, compact=True)
        written.write("".join(shown.format_exception_only()))
        error.__traceback__ = error.__context__ = error.__cause__ = None
    finally:
        module.__dict__.clear()
        sys.stdout, sys.stderr, sys.modules["__main__"] = kept
    return written.getvalue()


def main():
    for source in cases(sys.stdin.read()):
        print(source, end="")
        for line in outcome(source).splitlines() or [""]:
            print(f"#> {line}".rstrip())


main()
