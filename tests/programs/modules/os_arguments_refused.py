# What os refuses: paths with a null, numbers of files that are none, variables without a name, moments that are no pair.
import os
import warnings

os.chdir('/tmp')
open('moments', 'w').close()


def show(text):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        try:
            print(text, '->', eval(text), *[w.message for w in seen])
        except OSError as error:
            print(text, type(error).__name__, error.strerror)
        except Exception as error:
            print(text, type(error).__name__, error)


class NoPath:
    __fspath__ = None


for text in ["os.environ | 5", "5 | os.environ", "({'a': '1'} | os.environ)['a']", "os.putenv('a=b', 'c')", "os.unsetenv('a=')",
             "os.get_exec_path({'PATH': 'a:b'})", "os.get_exec_path({b'PATH': b'a:b'})", "os.get_exec_path({'PATH': 'a', b'PATH': b'b'})", "os.get_exec_path({})",
             "os.stat(True).st_mode > 0", "os.path.exists(False)", "os.get_inheritable(99)", "os.set_blocking(1, True)", "os.get_blocking(1)",
             "os.write(1, 'a')", "os.terminal_size((1,))", "os.terminal_size((1, 2, 3))", "os.stat_result((1,) * 9)", "os.stat_result((1,) * 10).st_size",
             "os.stat_result((1,) * 40)", "os.stat('a\\0b')", "os.lstat('a\\0')", "os.mkdir(b'a\\0')", "open('a\\0')", "os.path.ismount('a\\0')",
             "os.utime('moments', (1, 2), ns=(1, 2))", "os.utime('moments', (1,))", "os.utime('moments', ns=(1.5, 2))", "os.utime('moments', 5)", "os.utime('moments', ns=5)",
             "os.utime('moments', (1, 2.5))", "os.stat('moments').st_mtime", "list(os.fwalk('nowhere'))", "list(os.walk('nowhere'))", "os.fspath(NoPath())", "os.fspath(NoPath)"]:
    show(text)
