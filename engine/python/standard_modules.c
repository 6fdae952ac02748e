/* standard_modules.c: the names of Python 3.14's standard library, to tell a module that is not there yet from one that
 * does not exist, and where CPython has those written in Python.
 */
#include "library.h"

static const char names[] =
    " argparse ast atexit bdb bz2 cProfile cmd code codecs codeop colorsys "
    "compileall "
    "compression configparser copyreg csv ctypes curses dbm difflib dis doctest email encodings "
    "ensurepip "
    "errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib getopt getpass gettext glob graphlib grp gzip "
    "hashlib html http idlelib imaplib importlib ipaddress keyword linecache locale logging lzma mailbox "
    "marshal "
    "mimetypes mmap modulefinder multiprocessing netrc ntpath numbers opcode optparse os pathlib pdb pickle "
    "pickletools "
    "pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pyexpat "
    "quopri "
    "readline reprlib resource rlcompleter runpy sched secrets shelve shlex shutil site smtplib "
    "socketserver sqlite3 ssl stat statistics stringprep subprocess symtable sysconfig syslog tabnanny tarfile "
    "tempfile termios textwrap this timeit tkinter token tokenize tomllib trace tracemalloc tty turtle "
    "unittest urllib uuid venv wave webbrowser wsgiref xml xmlrpc zipapp zipfile zipimport zoneinfo ";

bool module_is_standard(const char *name) {
    size_t length = strcspn(name, ".");
    for (const char *at = names; (at = strchr(at, ' ')) != NULL && at[1] != 0; at++)
        if (strncmp(at + 1, name, length) == 0 && at[1 + length] == ' ') return true;
    return false;
}
