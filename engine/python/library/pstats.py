"""pstats: what a profile counted, sorted and printed."""
import os
import re
import sys
import time
from dataclasses import dataclass
from enum import StrEnum
from functools import cmp_to_key

__all__ = ['Stats', 'SortKey', 'FunctionProfile', 'StatsProfile']


class SortKey(StrEnum):
    CALLS = 'calls', 'ncalls'
    CUMULATIVE = 'cumulative', 'cumtime'
    FILENAME = 'filename', 'module'
    LINE = 'line'
    NAME = 'name'
    NFL = 'nfl'
    PCALLS = 'pcalls'
    STDNAME = 'stdname'
    TIME = 'time', 'tottime'

    def __new__(cls, *values):
        member = str.__new__(cls, values[0])
        member._value_ = values[0]
        for value in values[1:]:
            cls._value2member_map_[value] = member
        member._all_values = values
        return member


@dataclass(unsafe_hash=True)
class FunctionProfile:
    ncalls: str
    tottime: float
    percall_tottime: float
    cumtime: float
    percall_cumtime: float
    file_name: str
    line_number: int


@dataclass(unsafe_hash=True)
class StatsProfile:
    total_tt: float
    func_profiles: dict[str, FunctionProfile]


def f8(x):
    return '%8.3f' % x


def func_std_string(func):
    file, line, name = func
    if (file, line) == ('~', 0):
        return '{%s}' % name[1:-1] if name.startswith('<') and name.endswith('>') else name
    return '%s:%d(%s)' % func


def func_get_function_name(func):
    return func[2]


def func_strip_path(func):
    return os.path.basename(func[0]), func[1], func[2]


def add_callers(target, source):
    callers = dict(target)
    for func, value in source.items():
        known = callers.get(func)
        if known is None:
            callers[func] = value
        elif isinstance(value, tuple):
            callers[func] = tuple(a + b for a, b in zip(value, known))
        else:
            callers[func] = value + known
    return callers


def add_func_stats(target, source):
    numbers = tuple(a + b for a, b in zip(target[:4], source[:4]))
    return numbers + (add_callers(target[4], source[4]),)


def count_calls(callers):
    return sum(callers.values())


def _counted(calls, once):
    return f'{calls}/{once}' if calls != once else str(calls)


class Stats:
    # Where each kind of order looks, in (once, calls, own time, time in all, file, line, name, text), and which way.
    sort_arg_dict_default = {
        'calls': (((1, -1),), 'call count'),
        'ncalls': (((1, -1),), 'call count'),
        'cumtime': (((3, -1),), 'cumulative time'),
        'cumulative': (((3, -1),), 'cumulative time'),
        'filename': (((4, 1),), 'file name'),
        'line': (((5, 1),), 'line number'),
        'module': (((4, 1),), 'file name'),
        'name': (((6, 1),), 'function name'),
        'nfl': (((6, 1), (4, 1), (5, 1)), 'name/file/line'),
        'pcalls': (((0, -1),), 'primitive call count'),
        'stdname': (((7, 1),), 'standard name'),
        'time': (((2, -1),), 'internal time'),
        'tottime': (((2, -1),), 'internal time'),
    }

    def __init__(self, *args, stream=None):
        self.stream = stream or sys.stdout
        source, *more = args or (None,)
        self.init(source)
        self.add(*more)

    def init(self, arg):
        self.all_callees = None
        self.files = []
        self.fcn_list = None
        self.total_tt = self.total_calls = self.prim_calls = self.max_name_len = 0
        self.top_level = set()
        self.stats = {}
        self.sort_arg_dict = {}
        self.load_stats(arg)
        try:
            self.get_top_level_stats()
        except Exception:
            print('Invalid timing data %s' % (self.files[-1] if self.files else ''), file=self.stream)
            raise

    def load_stats(self, arg):
        if arg is None:
            self.stats = {}
            return
        if isinstance(arg, str):
            import pickle
            with open(arg, 'rb') as f:
                self.stats = pickle.load(f)
            try:
                arg = time.ctime(os.stat(arg).st_mtime) + '    ' + arg
            except OSError:
                pass
            self.files = [arg]
        elif hasattr(arg, 'create_stats'):
            arg.create_stats()
            self.stats = arg.stats
            arg.stats = {}
        if not self.stats:
            raise TypeError('Cannot create or construct a %r object from %r' % (self.__class__, arg))

    def get_top_level_stats(self):
        for func, (once, calls, own, total, callers) in self.stats.items():
            self.total_calls += calls
            self.prim_calls += once
            self.total_tt += own
            if ('jprofile', 0, 'profiler') in callers:
                self.top_level.add(func)
            self.max_name_len = max(self.max_name_len, len(func_std_string(func)))

    def add(self, *arg_list):
        for item in arg_list:
            other = item if type(item) is type(self) else type(self)(item)
            self.files += other.files
            self.total_calls += other.total_calls
            self.prim_calls += other.prim_calls
            self.total_tt += other.total_tt
            self.top_level |= other.top_level
            self.max_name_len = max(self.max_name_len, other.max_name_len)
            self.fcn_list = None
            for func, stat in other.stats.items():
                self.stats[func] = add_func_stats(self.stats.get(func, (0, 0, 0, 0, {})), stat)
        return self

    def dump_stats(self, filename):
        import pickle
        with open(filename, 'wb') as f:
            pickle.dump(self.stats, f)

    def get_sort_arg_defs(self):
        """Each kind of order by its name and by what begins no other's."""
        if not self.sort_arg_dict:
            found, unclear = {}, set()
            for word, order in self.sort_arg_dict_default.items():
                for end in range(1, len(word) + 1):
                    part = word[:end]
                    if part in found and found[part] is not order:
                        unclear.add(part)
                    found[part] = order
            for word in unclear:
                del found[word]
            self.sort_arg_dict = found | self.sort_arg_dict_default
        return self.sort_arg_dict

    def sort_stats(self, *field):
        if not field:
            self.fcn_list = 0
            return self
        if len(field) == 1 and isinstance(field[0], int):
            field = [{-1: 'stdname', 0: 'calls', 1: 'time', 2: 'cumulative'}[field[0]]]
        elif len(field) >= 2:
            for arg in field[1:]:
                if type(arg) != type(field[0]):
                    raise TypeError("Can't have mixed argument type")
        orders = self.get_sort_arg_defs()
        columns = []
        self.sort_type = ''
        connector = ''
        for word in field:
            if isinstance(word, SortKey):
                word = word.value
            columns += orders[word][0]
            self.sort_type += connector + orders[word][1]
            connector = ', '

        def compare(left, right):
            for column, direction in columns:
                a, b = left[column], right[column]
                if a < b:
                    return -direction
                if a > b:
                    return direction
            return 0

        rows = [stat[:4] + func + (func_std_string(func), func) for func, stat in self.stats.items()]
        rows.sort(key=cmp_to_key(compare))
        self.fcn_list = [row[-1] for row in rows]
        return self

    def reverse_order(self):
        if self.fcn_list:
            self.fcn_list.reverse()
        return self

    def strip_dirs(self):
        stripped = {}
        self.max_name_len = 0
        for func, stat in self.stats.items():
            short = func_strip_path(func)
            self.max_name_len = max(self.max_name_len, len(func_std_string(short)))
            callers = {}
            for caller, value in stat[4].items():
                callers = add_callers(callers, {func_strip_path(caller): value})
            stat = stat[:4] + (callers,)
            stripped[short] = add_func_stats(stripped[short], stat) if short in stripped else stat
        self.top_level = {func_strip_path(func) for func in self.top_level}
        self.stats = stripped
        self.fcn_list = self.all_callees = None
        return self

    def calc_callees(self):
        if self.all_callees:
            return
        self.all_callees = callees = {}
        for func, stat in self.stats.items():
            callees.setdefault(func, {})
            for caller, value in stat[4].items():
                callees.setdefault(caller, {})[func] = value

    def eval_print_amount(self, sel, list, msg):
        chosen = list
        if isinstance(sel, str):
            try:
                pattern = re.compile(sel)
            except re.PatternError:
                return chosen, msg + '   <Invalid regular expression %r>\n' % sel
            chosen = [func for func in list if pattern.search(func_std_string(func))]
        elif isinstance(sel, float) and 0.0 <= sel < 1.0:
            chosen = list[:int(len(list) * sel + 0.5)]
        elif isinstance(sel, int) and 0 <= sel < len(list):
            chosen = list[:sel]
        if len(chosen) != len(list):
            msg += '   List reduced from %r to %r due to restriction <%r>\n' % (len(list), len(chosen), sel)
        return chosen, msg

    def get_stats_profile(self):
        profiles = {}
        for func in self.fcn_list[:] if self.fcn_list else list(self.stats):
            once, calls, own, total, callers = self.stats[func]
            file, line, name = func
            profiles[name] = FunctionProfile(
                _counted(calls, once), float(f8(own)), -1 if calls == 0 else float(f8(own / calls)),
                float(f8(total)), -1 if once == 0 else float(f8(total / once)), file, line)
        return StatsProfile(float(f8(self.total_tt)), profiles)

    def get_print_list(self, sel_list):
        width = self.max_name_len
        if self.fcn_list:
            chosen = self.fcn_list[:]
            msg = '   Ordered by: ' + self.sort_type + '\n'
        else:
            chosen = list(self.stats)
            msg = '   Random listing order was used\n'
        for selection in sel_list:
            chosen, msg = self.eval_print_amount(selection, chosen, msg)
        if not chosen:
            return 0, chosen
        print(msg, file=self.stream)
        if len(chosen) < len(self.stats):
            width = max(len(func_std_string(func)) for func in chosen)
        return width + 2, chosen

    def print_stats(self, *amount):
        out = self.stream
        for filename in self.files:
            print(filename, file=out)
        if self.files:
            print(file=out)
        indent = ' ' * 8
        for func in self.top_level:
            print(indent, func_get_function_name(func), file=out)
        print(indent, self.total_calls, 'function calls', end=' ', file=out)
        if self.total_calls != self.prim_calls:
            print('(%d primitive calls)' % self.prim_calls, end=' ', file=out)
        print('in %.3f seconds' % self.total_tt, file=out)
        print(file=out)
        width, chosen = self.get_print_list(amount)
        if chosen:
            self.print_title()
            for func in chosen:
                self.print_line(func)
            print(file=out)
            print(file=out)
        return self

    def print_callees(self, *amount):
        width, chosen = self.get_print_list(amount)
        if chosen:
            self.calc_callees()
            self.print_call_heading(width, 'called...')
            for func in chosen:
                self.print_call_line(width, func, self.all_callees.get(func, {}))
            print(file=self.stream)
            print(file=self.stream)
        return self

    def print_callers(self, *amount):
        width, chosen = self.get_print_list(amount)
        if chosen:
            self.print_call_heading(width, 'was called by...')
            for func in chosen:
                self.print_call_line(width, func, self.stats[func][4], '<-')
            print(file=self.stream)
            print(file=self.stream)
        return self

    def print_call_heading(self, name_size, column_title):
        print('Function '.ljust(name_size) + column_title, file=self.stream)
        for stat in self.stats.values():
            if stat[4]:
                if isinstance(next(iter(stat[4].values())), tuple):
                    print(' ' * name_size + '    ncalls  tottime  cumtime', file=self.stream)
                break

    def print_call_line(self, name_size, source, call_dict, arrow='->'):
        print(func_std_string(source).ljust(name_size) + arrow, end=' ', file=self.stream)
        if not call_dict:
            print(file=self.stream)
            return
        indent = ''
        for func in sorted(call_dict):
            name, value = func_std_string(func), call_dict[func]
            if isinstance(value, tuple):
                calls, once, own, total = value
                text = '%s %s %s  %s' % (_counted(calls, once).rjust(7 + 2 * len(indent)), f8(own), f8(total), name)
                left = name_size + 1
            else:
                text = '%s(%r) %s' % (name, value, f8(self.stats[func][3]))
                left = name_size + 3
            print(indent * left + text, file=self.stream)
            indent = ' '

    def print_title(self):
        print('   ncalls  tottime  percall  cumtime  percall', end=' ', file=self.stream)
        print('filename:lineno(function)', file=self.stream)

    def print_line(self, func):
        once, calls, own, total, callers = self.stats[func]
        print(_counted(calls, once).rjust(9), f8(own), f8(own / calls) if calls else ' ' * 8, f8(total),
              f8(total / once) if once else ' ' * 8, func_std_string(func), file=self.stream)
