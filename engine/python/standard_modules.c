/* standard_modules.c: the names of those modules of Python 3.14's standard library that are not here, and why, to tell
 * one from a module that does not exist. A package is named when a part of it is missing.
 */
#include "library.h"

static const struct {
    const char *reason, *names;
} absent[] = {
    {": there is no network outside of the run", " ssl _ssl smtplib ftplib imaplib poplib webbrowser xmlrpc wsgiref "
                                                 "http.cookiejar "},
    {": there are no other programs", " subprocess _posixsubprocess venv ensurepip pty pdb bdb "},
    {": there is no native code but the engine's own",
     " ctypes _ctypes sqlite3 _sqlite3 mmap tkinter _tkinter turtle curses dbm readline idlelib pyexpat "},
    {": its instructions are not CPython's", " dis opcode _opcode "},
    {": there is no operating system", " fcntl resource pwd grp termios tty syslog posix nt winreg msvcrt "},
    {" yet", " bz2 cProfile cmd compileall compression configparser email "
             "encodings faulthandler getopt http "
             "importlib logging lzma mailbox modulefinder multiprocessing netrc "
             "ntpath os pathlib pickletools plistlib profile pstats py_compile pyclbr "
             "quopri rlcompleter site stringprep symtable tabnanny "
             "tarfile tomllib trace unittest urllib wave xml zipapp "
             "zipimport "},
};

bool name_is_among(const char *names, const char *name, size_t length) {
    for (const char *at = names; (at = strchr(at, ' ')) != NULL && at[1] != 0; at++)
        if (strncmp(at + 1, name, length) == 0 && at[1 + length] == ' ') return true;
    return false;
}

const char *module_absent_reason(const char *name, size_t length) {
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        if (name_is_among(absent[i].names, name, length)) return absent[i].reason;
    return NULL;
}
