"""trace: shows or counts the lines that run, the functions that are called, and by whom."""
import linecache
import os
import sys
import threading
from time import monotonic

__all__ = ['Trace', 'CoverageResults']
PRAGMA_NOCOVER = '#pragma NO COVER'


class _Ignore:
    def __init__(self, modules=None, dirs=None):
        self._modules = set(modules or ())
        self._known = {}
        self._dirs = [os.path.normpath(folder) + os.path.sep for folder in dirs or ()]

    def names(self, filename, modulename):
        """1 when a module is not to be looked at, else 0: what its first file was answered."""
        if modulename not in self._known:
            self._known[modulename] = self._names(filename, modulename)
        return self._known[modulename]

    def _names(self, filename, modulename):
        if modulename in self._modules or any(modulename.startswith(name + '.') for name in self._modules):
            return 1
        if filename is None:
            return 1
        return int(any(filename.startswith(folder) for folder in self._dirs))


def _modname(path):
    return os.path.splitext(os.path.basename(path))[0]


def _fullmodname(path):
    """The name of a module by where it lies below the folders of sys.path."""
    compared = os.path.normcase(path)
    longest = ''
    for folder in sys.path:
        folder = os.path.normcase(folder)
        if compared.startswith(folder) and compared[len(folder):len(folder) + 1] == os.sep and len(folder) > len(longest):
            longest = folder
    base = path[len(longest) + 1:] if longest else path
    return os.path.splitext(os.path.splitdrive(base)[1].replace(os.sep, '.'))[0].lstrip('.')


class CoverageResults:
    def __init__(self, counts=None, calledfuncs=None, infile=None, callers=None, outfile=None):
        self.counts = {} if counts is None else counts
        self.counter = self.counts.copy()
        self.calledfuncs = {} if calledfuncs is None else calledfuncs
        self.callers = {} if callers is None else callers
        self.infile, self.outfile = infile, outfile
        if infile:
            import pickle
            try:
                with open(infile, 'rb') as f:
                    self.update(self.__class__(*pickle.load(f)))
            except (OSError, EOFError, ValueError) as error:
                print('Skipping counts file %r: %s' % (infile, error), file=sys.stderr)

    def is_ignored_filename(self, filename):
        return filename.startswith('<') and filename.endswith('>')

    def update(self, other):
        for key, count in other.counts.items():
            self.counts[key] = self.counts.get(key, 0) + count
        for key in other.calledfuncs:
            self.calledfuncs[key] = 1
        for key in other.callers:
            self.callers[key] = 1

    def write_results(self, show_missing=True, summary=False, coverdir=None, *, ignore_missing_files=False):
        if self.calledfuncs:
            print()
            print('functions called:')
            for filename, modulename, funcname in sorted(self.calledfuncs):
                print('filename: %s, modulename: %s, funcname: %s' % (filename, modulename, funcname))
        if self.callers:
            print()
            print('calling relationships:')
            last = last_called = ''
            for (path, module, function), (called_path, called_module, called) in sorted(self.callers):
                if path != last:
                    print()
                    print('***', path, '***')
                    last, last_called = path, ''
                if called_path != path and called_path != last_called:
                    print('  -->', called_path)
                    last_called = called_path
                print('    %s.%s -> %s.%s' % (module, function, called_module, called))
        by_file = {}
        for (filename, line), count in self.counts.items():
            by_file.setdefault(filename, {})[line] = count
        sums = {}
        for filename, counts in by_file.items():
            if self.is_ignored_filename(filename) or (ignore_missing_files and not os.path.isfile(filename)):
                continue
            if coverdir is None:
                folder, modulename = os.path.dirname(os.path.abspath(filename)), _modname(filename)
            else:
                folder, modulename = coverdir, _fullmodname(filename)
                os.makedirs(folder, exist_ok=True)
            executable = _find_executable_linenos(filename) if show_missing else {}
            source = linecache.getlines(filename)
            hits, lines = self.write_results_file(os.path.join(folder, modulename + '.cover'), source, executable, counts)
            if summary and lines:
                sums[modulename] = lines, hits, modulename, filename
        if summary and sums:
            print('lines   cov%   module   (path)')
            for name in sorted(sums):
                lines, hits, modulename, filename = sums[name]
                print(f'{lines:5d}   {hits / lines:.1%}   {modulename}   ({filename})')
        if self.outfile:
            import pickle
            with open(self.outfile, 'wb') as f:
                pickle.dump((self.counts, self.calledfuncs, self.callers), f, 1)

    def write_results_file(self, path, lines, lnotab, lines_hit, encoding=None):
        try:
            out = open(path, 'w', encoding=encoding)
        except OSError as error:
            print('trace: Could not open %r for writing: %s - skipping' % (path, error), file=sys.stderr)
            return 0, 0
        hits = seen = 0
        with out:
            for number, line in enumerate(lines, 1):
                if number in lines_hit:
                    out.write('%5d: ' % lines_hit[number])
                    hits += 1
                    seen += 1
                elif number in lnotab and PRAGMA_NOCOVER not in line:
                    out.write('>>>>>> ')
                    seen += 1
                else:
                    out.write('       ')
                out.write(line.expandtabs(8))
        return hits, seen


def _find_lines_from_code(code, strings):
    return {line: 1 for _, _, line in code.co_lines() if line and line not in strings}


def _find_lines(code, strings):
    found = _find_lines_from_code(code, strings)
    for const in code.co_consts:
        if hasattr(const, 'co_lines'):
            found.update(_find_lines(const, strings))
    return found


def _find_strings(text):
    """The lines of statements that are nothing but a text."""
    import ast
    found = {}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            found.update(dict.fromkeys(range(node.lineno, node.end_lineno + 1), 1))
    return found


def _find_executable_linenos(filename):
    text = ''.join(linecache.getlines(filename))
    if not text:
        print('Not printing coverage data for %r: no source' % filename, file=sys.stderr)
        return {}
    return _find_lines(compile(text, filename, 'exec'), _find_strings(text))


class Trace:
    def __init__(self, count=1, trace=1, countfuncs=0, countcallers=0, ignoremods=(), ignoredirs=(), infile=None,
                 outfile=None, timing=False):
        self.infile, self.outfile = infile, outfile
        self.ignore = _Ignore(ignoremods, ignoredirs)
        self.counts, self.pathtobasename, self.donothing = {}, {}, 0
        self._calledfuncs, self._callers, self._caller_cache = {}, {}, {}
        self.trace = trace
        self.start_time = monotonic() if timing else None
        self.localtrace = None
        if countcallers:
            self.globaltrace = self.globaltrace_trackcallers
        elif countfuncs:
            self.globaltrace = self.globaltrace_countfuncs
        elif trace or count:
            self.globaltrace = self.globaltrace_lt
            self.localtrace = (self.localtrace_trace_and_count if trace and count else
                               self.localtrace_trace if trace else self.localtrace_count)
        else:
            self.donothing = 1

    def run(self, cmd):
        import __main__
        names = __main__.__dict__
        self.runctx(cmd, names, names)

    def _start(self):
        if not self.donothing:
            threading.settrace(self.globaltrace)
            sys.settrace(self.globaltrace)

    def _stop(self):
        if not self.donothing:
            sys.settrace(None)
            threading.settrace(None)

    def runctx(self, cmd, globals=None, locals=None):
        globals = {} if globals is None else globals
        locals = {} if locals is None else locals
        self._start()
        try:
            exec(cmd, globals, locals)
        finally:
            self._stop()

    def runfunc(self, func, /, *args, **kw):
        self._start()
        try:
            return func(*args, **kw)
        finally:
            self._stop()

    def file_module_function_of(self, frame):
        code = frame.f_code
        path = code.co_filename
        if path.startswith('<frozen '):
            path = f'/usr/lib/python3.14/{path[8:-1].replace(".", "/")}.py'
        return path, _modname(path) if path else None, code.co_qualname.rpartition('<locals>.')[2]

    def globaltrace_trackcallers(self, frame, why, arg):
        if why == 'call':
            caller = frame.f_back
            self._callers[self.file_module_function_of(caller), self.file_module_function_of(frame)] = 1

    def globaltrace_countfuncs(self, frame, why, arg):
        if why == 'call':
            self._calledfuncs[self.file_module_function_of(frame)] = 1

    def globaltrace_lt(self, frame, why, arg):
        if why != 'call':
            return None
        filename = frame.f_globals.get('__file__')
        if not filename:
            return None
        modulename = _modname(filename)
        if self.ignore.names(filename, modulename):
            return None
        if self.trace:
            print(' --- modulename: %s, funcname: %s' % (modulename, frame.f_code.co_name))
        return self.localtrace

    def _count(self, frame):
        key = frame.f_code.co_filename, frame.f_lineno
        self.counts[key] = self.counts.get(key, 0) + 1

    def _show(self, frame):
        filename, line = frame.f_code.co_filename, frame.f_lineno
        if self.start_time:
            print('%.2f' % (monotonic() - self.start_time), end=' ')
        print('%s(%d): ' % (os.path.basename(filename), line), linecache.getline(filename, line), end='')

    def localtrace_trace_and_count(self, frame, why, arg):
        if why == 'line':
            self._count(frame)
            self._show(frame)
        return self.localtrace

    def localtrace_trace(self, frame, why, arg):
        if why == 'line':
            self._show(frame)
        return self.localtrace

    def localtrace_count(self, frame, why, arg):
        if why == 'line':
            self._count(frame)
        return self.localtrace

    def results(self):
        return CoverageResults(self.counts, infile=self.infile, outfile=self.outfile, calledfuncs=self._calledfuncs,
                               callers=self._callers)
