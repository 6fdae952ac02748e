"""Prints the public names of the standard library's modules: one line for each, with its kind; a module alone: it cannot be imported."""
import sys
import warnings

warnings.simplefilter('ignore')
MODULES = '''abc annotationlib argparse array ast atexit base64 binascii bisect builtins bz2 calendar cmath cmd code codecs codeop collections collections.abc
colorsys configparser contextlib contextvars copy copyreg csv ctypes dataclasses datetime decimal difflib dis doctest email email.charset email.header enum errno faulthandler
filecmp fileinput fnmatch fractions functools gc getopt getpass gettext glob graphlib gzip hashlib heapq hmac html html.entities html.parser http http.client http.cookies http.server
importlib inspect io ipaddress itertools json keyword linecache locale lzma mailbox marshal math mimetypes mmap multiprocessing multiprocessing.managers numbers operator optparse os
os.path pathlib pdb pickle pkgutil platform plistlib pprint profile queue random re reprlib resource runpy sched secrets select selectors shelve shlex
shutil signal site smtplib socket socketserver sqlite3 ssl stat statistics string string.templatelib struct subprocess symtable sys sysconfig
tarfile tempfile textwrap threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc types typing unicodedata unittest
unittest.mock urllib.parse urllib.request uuid venv warnings wave weakref webbrowser xml.dom xml.dom.minidom xml.etree.ElementTree xml.parsers.expat zipfile zlib zoneinfo'''.split()


def kind_of(value):
    if isinstance(value, type):
        return 'exception' if issubclass(value, BaseException) else 'class'
    return 'function' if callable(value) else 'value'


def own(module, name, value):
    """Whether a name without an underscore is the module's own, where it says nothing of it."""
    if isinstance(value, type(sys)):
        return False
    home = getattr(value, '__module__', None) if callable(value) else None
    return not isinstance(home, str) or home.lstrip('_').split('.')[0] in (module.lstrip('_').split('.')[0], 'builtins', 'posix', 'nt')


for label in MODULES:
    try:
        __import__(label)
        module = sys.modules[label]
    except Exception:
        print(label, '', 'not there', sep='\t')
        continue
    names = getattr(module, '__all__', None)
    if names is None:
        names = [name for name in dir(module) if not name.startswith('_') and own(label, name, getattr(module, name, None))]
    print(label, '', 'module', sep='\t')
    for name in sorted(set(names)):
        try:
            print(label, name, kind_of(getattr(module, name)), sep='\t')
        except Exception:
            continue
