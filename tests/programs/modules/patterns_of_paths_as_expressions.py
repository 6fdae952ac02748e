# What glob.translate and fnmatch say as regular expressions, and what strptime and the calendar read.
import calendar
import fnmatch
import glob
import time
import warnings
from datetime import datetime

warnings.simplefilter('always')


def show(text):
    with warnings.catch_warnings(record=True) as seen:
        try:
            print(text, '->', eval(text), [str(w.message)[:40] for w in seen])
        except Exception as error:
            print(text, type(error).__name__, error)


for pattern in '*', '*.py', '.*', '?a[b]c', 'a/*/b', '**', '**/*.py', 'a/**/b', 'a/**', '**/**/x', 'a**b', 'foo/bar\\baz', '[!a]/*', '':
    for options in '', ', recursive=True', ', recursive=True, include_hidden=True', ", seps=['/', '\\\\'], recursive=True":
        show(f'glob.translate({pattern!r}{options})')
for text in ["fnmatch.filter(['a', b'b'], '*')", "fnmatch.filter([b'a'], 'a')", "fnmatch.filter(['a'], b'a')", "fnmatch.filterfalse(['a', 'b'], 'a')",
             "glob.glob0('.', 'nothing here')", "glob.glob1('nowhere', '*')",
             "time.strptime('UTC', '%Z').tm_zone", "time.strptime('+0530', '%z').tm_gmtoff", "time.strptime('Z', '%z').tm_gmtoff",
             "time.strptime('Feb 29', '%b %d')[:8]", "datetime.strptime('02-29', '%m-%d')", "datetime.strptime('9', '%y')",
             "time.strftime('%G %g %V', (2027, 1, 2, 3, 4, 5, 5, 2, 0))", "time.get_clock_info('clock')", "time.get_clock_info('time').adjustable",
             "calendar.January, calendar.February", "calendar.March"]:
    show(text)
