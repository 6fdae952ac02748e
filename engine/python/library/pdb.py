"""pdb: the debugger: a program stops at its lines, and commands look at it."""
import cmd
import inspect
import linecache
import os
import sys
from bdb import Bdb, BdbQuit, Breakpoint, _is_library

__all__ = ['run', 'pm', 'Pdb', 'runeval', 'runctx', 'runcall', 'set_trace', 'post_mortem', 'help', 'set_default_backend',
           'get_default_backend']
_NOTHING = object()
line_prefix = '\n-> '
_HELP = {
    'where': 'w(here) [count]: the stack, the newest frame last.',
    'up': 'u(p) [count]: to the frame that called this one.',
    'down': 'd(own) [count]: to the frame that this one called.',
    'list': 'l(ist) [first [,last] | .]: eleven lines around the current one, or those.',
    'longlist': 'll: the whole function.',
    'source': 'source expression: the text of an object.',
    'args': 'a(rgs): the arguments of the function.',
    'p': 'p expression: its value.',
    'pp': 'pp expression: its value, in lines that are not too long.',
    'whatis': 'whatis expression: its type.',
    'retval': 'retval: what the function returned.',
    'display': 'display [expression]: its value, and again whenever that has changed.',
    'undisplay': 'undisplay [expression]: no longer.',
    'step': 's(tep): to the next line, in a function that is called too.',
    'next': 'n(ext): to the next line of this function.',
    'until': 'unt(il) [line]: to a line further down.',
    'return': 'r(eturn): to the end of this function.',
    'continue': 'c(ont(inue)): to the next breakpoint.',
    'quit': 'q(uit): the program ends here.',
    'EOF': 'Where the commands end, so does the program.',
    'jump': 'j(ump) line: there is no jumping here.',
    'break': 'b(reak) [([file:]line | function) [, condition]]: stop there, or all places where it will.',
    'tbreak': 'tbreak: as break, for one time.',
    'enable': 'enable number ...: breakpoints count again.',
    'disable': 'disable number ...: breakpoints do not count.',
    'condition': 'condition number [condition]: stop only if that is true.',
    'ignore': 'ignore number [count]: pass so often.',
    'clear': 'cl(ear) [file:line | number ...]: these breakpoints, or all.',
    'commands': 'commands [number]: what is done when the program stops at a breakpoint, up to "end"; "silent" tells nothing of it.',
    'debug': 'debug code: a debugger for that code within this one.',
    'interact': 'interact: an interpreter with the names of this frame.',
    'exceptions': 'exceptions [number]: those that led to each other, or go to that one.',
    'alias': "alias [name [command]]: a command of one's own; %1, %2, ... and %* are what follows it.",
    'unalias': 'unalias name: no longer.',
    'help': 'h(elp) [command]: what there is, or what it does.',
}


class Restart(Exception):
    """The program is to begin anew."""


class _Undefined:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text

    def __eq__(self, other):
        return isinstance(other, _Undefined) and self.text == other.text


class Pdb(Bdb, cmd.Cmd):
    _previous = None

    def __init__(self, completekey='tab', stdin=None, stdout=None, skip=None, nosigint=False, readrc=True, mode=None,
                 backend=None, colorize=False):
        Bdb.__init__(self, skip=skip)
        cmd.Cmd.__init__(self, completekey, stdin, stdout)
        if stdout or stdin:
            self.use_rawinput = 0
        self.prompt = '(Pdb) '
        self.aliases, self.displaying = {}, {}
        self.curframe = self.tb_lineno = self.lineno = self.lastcmd = None
        self.stack, self.curindex, self.forgotten = [], 0, True
        self.lastcmd = ''
        self.mode = mode
        self.commands, self.commands_bnum, self.commands_defining = {}, None, False
        self._chained, self._chosen = (), 0  # exceptions, the oldest first, and the one that is looked at

    def message(self, msg, end='\n'):
        print(msg, end=end, file=self.stdout)

    def error(self, msg):
        print('***', msg, file=self.stdout)

    # Where the program stops.

    def forget(self):
        self.lineno = None
        if self.curframe:
            self.curframe.f_globals.pop('__pdb_convenience_variables', None)
        self.stack, self.curindex, self.curframe = [], 0, None

    def setup(self, f, tb):
        self.forget()
        self.stack, self.curindex = self.get_stack(f, tb)
        self.exception_lines = {}
        while tb:
            self.exception_lines[tb.tb_frame] = tb.tb_lineno
            tb = tb.tb_next
        self.curframe = self.stack[self.curindex][0]
        self.set_convenience_variable(self.curframe, '_frame', self.curframe)
        if self._chained:
            self.set_convenience_variable(self.curframe, '_exception', self._chained[self._chosen])

    def set_convenience_variable(self, frame, name, value):
        """What commands have as $name."""
        frame.f_globals.setdefault('__pdb_convenience_variables', {})[name] = value

    def _with_convenience_variables(self, line):
        import re
        parts = re.split(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""", line)
        parts[::2] = [re.sub(r'\$([^\W\d]\w*)', r'__pdb_convenience_variables["\1"]', part) for part in parts[::2]]
        return ''.join(parts)

    def _queue_commands(self):
        """Those that were set for the breakpoint that the program stands at."""
        number, self.currentbp = getattr(self, 'currentbp', 0), 0
        if number in self.commands:
            self.cmdqueue += [*self.commands[number], f'_pdbcmd_restore_lastcmd {self.lastcmd}']

    def user_call(self, frame, argument_list):
        if self.stop_here(frame):
            self.message('--Call--')
            self.interaction(frame, None)

    def user_line(self, frame):
        self._queue_commands()
        self.interaction(frame, None)

    user_opcode = user_line

    def user_return(self, frame, return_value):
        frame.f_locals['__return__'] = return_value
        self.set_convenience_variable(frame, '_retval', return_value)
        self.message('--Return--')
        self.interaction(frame, None)

    def user_exception(self, frame, exc_info):
        kind, value, tb = exc_info
        frame.f_locals['__exception__'] = kind, value
        self.set_convenience_variable(frame, '_exception', value)
        prefix = 'Internal ' if not tb and kind is StopIteration else ''
        self.message(prefix + self._format_exc(value))
        self.interaction(frame, tb)

    def interaction(self, frame, tb_or_exc):
        chained = []
        tb = tb_or_exc
        if isinstance(tb_or_exc, BaseException):
            tb, error = tb_or_exc.__traceback__, tb_or_exc
            while error is not None and error not in chained:
                chained.append(error)
                error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        self._chained, self._chosen = chained[::-1], len(chained) - 1
        self.setup(frame, tb)
        # Where the program stands is told when commands are asked for: those that wait in the queue need not know.
        self.cmdqueue.append('_pdbcmd_print_frame_status')
        Pdb._previous = self
        try:
            while True:
                try:
                    self.cmdloop()
                    break
                except KeyboardInterrupt:
                    self.message('--KeyboardInterrupt--')
        finally:
            self._chained = ()
        self._pdbcmd_silence_frame_status('')
        self.forget()

    def _pdbcmd_print_frame_status(self, arg):
        self.print_stack_entry(self.stack[self.curindex])
        self._show_displays()

    def _pdbcmd_silence_frame_status(self, arg):
        if self.cmdqueue and self.cmdqueue[-1] == '_pdbcmd_print_frame_status':
            self.cmdqueue.pop()

    def _pdbcmd_restore_lastcmd(self, arg):
        self.lastcmd = arg

    def _show_displays(self):
        for expr, old in self.displaying.get(self.curframe, {}).items():
            new = self._value_to_show(expr)
            if new is not old and not self._same(new, old):
                self.displaying[self.curframe][expr] = new
                self.message('display %s: %r  [old: %r]' % (expr, new, old))

    @staticmethod
    def _same(a, b):
        try:
            return bool(a == b)
        except Exception:
            return False

    def _value_to_show(self, expr):
        try:
            return eval(expr, self.curframe.f_globals, self.curframe.f_locals)
        except Exception as error:
            return _Undefined(f'** raised {self._format_exc(error)} **')

    def set_trace(self, frame=None, *, commands=None):
        """Stops at the line that calls it."""
        sys.settrace(None)
        frame = frame or sys._getframe().f_back
        self.reset()
        self._trace_callers(frame)
        self.set_step()
        if commands:
            self.cmdqueue.extend(commands)
        self.enterframe = frame
        self.interaction(frame, None)
        self.enterframe = None
        if self.quitting:
            raise BdbQuit
        if self.stopframe is not self.botframe or self.stoplineno != -1 or self.breaks:
            sys.settrace(self.trace_dispatch)

    # Commands as such.

    def precmd(self, line):
        if not line.strip():
            return line
        words = line.split()
        while words[0] in self.aliases:
            line = self.aliases[words[0]]
            for number, word in enumerate(words[1:], 1):
                line = line.replace(f'%{number}', word)
            line = line.replace('%*', ' '.join(words[1:]))
            words = line.split()
        if words[0] != 'alias':
            at = line.find(';;')
            if at >= 0:
                self.cmdqueue.insert(0, line[at + 2:].lstrip())
                line = line[:at].rstrip()
        return self._with_convenience_variables(line) if '$' in line else line

    def parseline(self, line):
        if line.strip().startswith('!'):
            return None, None, line.strip()
        return super().parseline(line)

    def onecmd(self, line):
        if self.commands_defining:
            return self._define_command(line)
        if not line.strip():
            return super().onecmd(line)
        if line.startswith('_pdbcmd'):
            name, _, rest = line.partition(' ')
            return getattr(self, name)(rest)
        name, rest, _ = self.parseline(line)
        # What looks like a command may be an assignment to a variable of that name.
        if name and getattr(self, f'do_{name}', None) and rest and rest[0] == '=' and not rest.startswith('=='):
            self.lastcmd = line
            return self.default(line)
        return super().onecmd(line)

    def displayhook(self, obj):
        if obj is not None:
            self.message(repr(obj))

    def default(self, line):
        if line[:1] == '!':
            line = line[1:].strip()
        frame = self.curframe
        saved = sys.stdin, sys.stdout, sys.displayhook
        try:
            code = compile(line + '\n', '<stdin>', 'single')
            sys.stdin, sys.stdout, sys.displayhook = self.stdin, self.stdout, self.displayhook
            try:
                exec(code, frame.f_globals, frame.f_locals)
            finally:
                sys.stdin, sys.stdout, sys.displayhook = saved
        except Exception as error:
            self.error(self._format_exc(error))

    @staticmethod
    def _format_exc(exc):
        import traceback
        return traceback.format_exception_only(exc)[-1].strip()

    def _getval(self, arg):
        try:
            return eval(arg, self.curframe.f_globals, self.curframe.f_locals)
        except BaseException as error:
            self.error(self._format_exc(error))
            raise

    def _value_of(self, arg):
        """_NOTHING when that failed, which has been told."""
        try:
            return self._getval(arg)
        except Exception:
            return _NOTHING

    def _no_argument(self, arg, command):
        if arg:
            self._complain(f'Invalid argument: {arg}', command)
        return not arg

    def _complain(self, text, command):
        self.error(f'{text}\n{" " * len(self.prompt)}Usage: {command}')

    # Looking.

    def print_stack_entry(self, frame_lineno, prompt_prefix=line_prefix):
        prefix = '> ' if frame_lineno[0] is self.curframe else '  '
        self.message(prefix + self.format_stack_entry(frame_lineno, prompt_prefix))

    def do_where(self, arg):
        count = None
        if arg:
            try:
                count = int(arg)
            except ValueError:
                return self.error('Invalid count (%s)' % arg)
        stack = self.stack
        if count is not None:
            stack = self.stack[-1:] if count == 0 else self.stack[-count:] if count > 0 else self.stack[:-count]
        for entry in stack:
            self.print_stack_entry(entry)

    do_w = do_bt = do_where

    def _select_frame(self, number):
        self.curindex = number
        self.curframe = self.stack[number][0]
        self.print_stack_entry(self.stack[number])
        self.lineno = None

    def _move(self, arg, step, end, complaint):
        if self.curindex == end:
            return self.error(complaint)
        try:
            count = int(arg or 1)
        except ValueError:
            return self.error('Invalid frame count (%s)' % arg)
        index = self.curindex + step * count
        outside = count < 0 or not 0 <= index < len(self.stack)
        self._select_frame(end if outside else index)

    def do_up(self, arg):
        self._move(arg, -1, 0, 'Oldest frame')

    def do_down(self, arg):
        self._move(arg, 1, len(self.stack) - 1, 'Newest frame')

    do_u, do_d = do_up, do_down

    def do_list(self, arg):
        last = None
        if arg and arg != '.':
            try:
                if ',' in arg:
                    first, last = (int(part.strip()) for part in arg.split(',', 1))
                    if last < first:
                        last = first + last
                else:
                    first = max(1, int(arg.strip()) - 5)
            except ValueError:
                return self.error('Error in argument: %r' % arg)
        elif self.lineno is None or arg == '.':
            first = max(1, self.curframe.f_lineno - 5)
        else:
            first = self.lineno + 1
        if last is None:
            last = first + 10
        filename = self.curframe.f_code.co_filename
        lines = linecache.getlines(filename, self.curframe.f_globals)
        self._print_lines(lines[first - 1:last], first, self.get_file_breaks(filename), self.curframe)
        self.lineno = min(last, len(lines))
        if len(lines) < last:
            self.message('[EOF]')

    do_l = do_list

    def _lines_of(self, obj):
        lines, at = inspect.findsource(obj)
        if inspect.ismodule(obj) or (inspect.isframe(obj) and obj.f_code.co_name == '<module>'):
            return lines, 1
        return inspect.getblock(lines[at:]), at + 1

    def do_longlist(self, arg):
        filename = self.curframe.f_code.co_filename
        try:
            lines, first = self._lines_of(self.curframe)
        except OSError as error:
            return self.error(error)
        self._print_lines(lines, first, self.get_file_breaks(filename), self.curframe)

    do_ll = do_longlist

    def do_source(self, arg):
        obj = self._value_of(arg)
        if obj is _NOTHING:
            return
        try:
            lines, first = self._lines_of(obj)
        except (OSError, TypeError) as error:
            return self.error(error)
        self._print_lines(lines, first)

    def _print_lines(self, lines, start, breaks=(), frame=None):
        current = frame.f_lineno if frame else -1
        raised = self.exception_lines.get(frame, -1) if frame else -1
        for number, line in enumerate(lines, start):
            text = str(number).rjust(3)
            if len(text) < 4:
                text += ' '
            text += 'B' if number in breaks else ' '
            if number == current:
                text += '->'
            elif number == raised:
                text += '>>'
            self.message(text + '\t' + line.rstrip())

    def do_args(self, arg):
        if not self._no_argument(arg, 'a(rgs)'):
            return
        code, names = self.curframe.f_code, self.curframe.f_locals
        count = code.co_argcount + code.co_kwonlyargcount + bool(code.co_flags & 4) + bool(code.co_flags & 8)
        for name in code.co_varnames[:count]:
            self.message('%s = %s' % (name, repr(names[name]) if name in names else '*** undefined ***'))

    do_a = do_args

    def do_p(self, arg):
        value = self._value_of(arg)
        if value is not _NOTHING:
            self.message(repr(value))

    def do_pp(self, arg):
        import pprint
        value = self._value_of(arg)
        if value is not _NOTHING:
            self.message(pprint.pformat(value))

    def do_whatis(self, arg):
        value = self._value_of(arg)
        if value is _NOTHING:
            return
        if inspect.ismethod(value):
            self.message('Method %s' % value.__func__.__code__.co_name)
        elif getattr(value, '__code__', None):
            self.message('Function %s' % value.__code__.co_name)
        elif isinstance(value, type):
            self.message('Class %s.%s' % (value.__module__, value.__qualname__))
        else:
            self.message(type(value))

    def do_retval(self, arg):
        if not self._no_argument(arg, 'retval'):
            return
        if '__return__' in self.curframe.f_locals:
            self.message(repr(self.curframe.f_locals['__return__']))
        else:
            self.error('Not yet returned!')

    do_rv = do_retval

    def do_display(self, arg):
        shown = self.displaying.setdefault(self.curframe, {})
        if not arg:
            if not shown:
                return self.message('No expression is being displayed')
            self.message('Currently displaying:')
            for expr, value in shown.items():
                self.message('%s: %r' % (expr, value))
            return
        shown[arg] = value = self._value_to_show(arg)
        self.message('display %s: %r' % (arg, value))

    def do_undisplay(self, arg):
        shown = self.displaying.get(self.curframe, {})
        if not arg:
            shown.clear()
        elif shown.pop(arg, None) is None:
            self.error('not displaying %s' % arg)

    # Going on.

    def do_step(self, arg):
        if self._no_argument(arg, 's(tep)'):
            self.set_step()
            return 1

    def do_next(self, arg):
        if self._no_argument(arg, 'n(ext)'):
            self.set_next(self.curframe)
            return 1

    def do_until(self, arg):
        line = None
        if arg:
            try:
                line = int(arg)
            except ValueError:
                return self.error('Error in argument: %r' % arg)
            if line <= self.curframe.f_lineno:
                return self.error('"until" line number is smaller than current line number')
        self.set_until(self.curframe, line)
        return 1

    def do_return(self, arg):
        if self._no_argument(arg, 'r(eturn)'):
            self.set_return(self.curframe)
            return 1

    def do_continue(self, arg):
        if self._no_argument(arg, 'c(ont(inue))'):
            self.set_continue()
            return 1

    def do_quit(self, arg):
        self.set_quit()
        return 1

    def do_EOF(self, arg):
        self.message('')
        self.set_quit()
        return 1

    do_s, do_n, do_unt, do_r = do_step, do_next, do_until, do_return
    do_c = do_cont = do_continue
    do_q = do_exit = do_quit

    def do_jump(self, arg):
        self.error('Jump failed: Loopscope has no jumps yet')

    do_j = do_jump

    # Breakpoints.

    def _first_line(self, code):
        lines = [line for _, _, line in code.co_lines() if line and line != code.co_firstlineno]
        return min(lines, default=code.co_firstlineno)

    def checkline(self, filename, lineno, module_globals=None):
        """The line, or 0 when there is nothing to stop at."""
        line = linecache.getline(filename, lineno, module_globals)
        if not line:
            self.message('End of file')
            return 0
        line = line.strip()
        if not line or line[0] == '#' or line[:3] in ('"""', "'''"):
            self.error('Blank or comment')
            return 0
        return lineno

    def lookupmodule(self, filename):
        if not filename.endswith('.py'):
            filename += '.py'
        for folder in ('', *sys.path):
            path = os.path.join(folder, filename)
            if os.path.exists(path):
                return path
        return None

    def _place(self, arg):
        """File, line and function that an argument names; None: it names none, which has been told."""
        head, colon, tail = arg.rpartition(':')
        if colon:
            filename = self.lookupmodule(head.rstrip())
            if filename is None:
                return self.error('%r not found from sys.path' % head.rstrip())
            try:
                return filename, int(tail), None
            except ValueError:
                return self.error('Bad lineno: %s' % tail)
        if arg.isdigit():
            return self.curframe.f_code.co_filename, int(arg), None
        try:
            function = eval(arg, self.curframe.f_globals, self.curframe.f_locals)
            code = getattr(function, '__func__', function).__code__
        except Exception:
            return self.error(f'The specified object {arg!r} is not a function or was not found along sys.path.')
        return code.co_filename, self._first_line(code), code.co_name

    def do_break(self, arg, temporary=False):
        if not arg:
            if self.breaks:
                self.message('Num Type         Disp Enb   Where')
                for bp in Breakpoint.bpbynumber:
                    if bp:
                        self.message(bp.bpformat())
            return
        arg, comma, condition = arg.partition(',')
        condition = condition.strip() or None
        if condition:
            try:
                compile(condition, '<stdin>', 'eval')
            except SyntaxError as error:
                return self.error('Invalid condition %s: %r' % (condition, self._format_exc(error)))
        place = self._place(arg.rstrip())
        if place is None:
            return
        filename, line, function = place
        if not self.checkline(filename, line, self.curframe.f_globals):
            return
        error = self.set_break(filename, line, temporary, condition, function)
        if error:
            return self.error(error)
        bp = self.get_breaks(filename, line)[-1]
        self.message('Breakpoint %d at %s:%d' % (bp.number, bp.file, bp.line))

    def do_tbreak(self, arg):
        self.do_break(arg, True)

    do_b = do_break

    def _for_each(self, arg, action):
        for number in arg.split():
            try:
                action(self.get_bpbynumber(number))
            except ValueError as error:
                self.error(error)

    def do_enable(self, arg):
        self._for_each(arg, lambda bp: (bp.enable(), self.message('Enabled %s' % bp)))

    def do_disable(self, arg):
        self._for_each(arg, lambda bp: (bp.disable(), self.message('Disabled %s' % bp)))

    def do_condition(self, arg):
        number, _, condition = arg.partition(' ')
        try:
            bp = self.get_bpbynumber(number.strip())
        except ValueError as error:
            return self.error(error)
        bp.cond = condition.strip() or None
        if bp.cond:
            self.message('New condition set for breakpoint %d.' % bp.number)
        else:
            self.message('Breakpoint %d is now unconditional.' % bp.number)

    def do_ignore(self, arg):
        number, _, count = arg.partition(' ')
        try:
            count = int(count.strip() or 0)
            bp = self.get_bpbynumber(number.strip())
        except ValueError as error:
            return self.error(error)
        bp.ignore = count
        if count > 0:
            crossings = '%d crossings' % count if count > 1 else '1 crossing'
            self.message('Will ignore next %s of breakpoint %d.' % (crossings, bp.number))
        else:
            self.message('Will stop next time breakpoint %d is reached.' % bp.number)

    def do_clear(self, arg):
        if not arg:
            all_of_them = [bp for bp in Breakpoint.bpbynumber if bp]
            self.stdout.write('Clear all breaks? ')
            answer = input() if self.use_rawinput else self.stdin.readline()
            if answer.strip().lower() in ('y', 'yes'):
                self.clear_all_breaks()
                for bp in all_of_them:
                    self.message('Deleted %s' % bp)
            return
        if ':' in arg:
            filename, _, line = arg.rpartition(':')
            try:
                line = int(line)
            except ValueError:
                return self.error('Invalid line number (%s)' % line)
            found = self.get_breaks(filename, line)[:]
            error = self.clear_break(filename, line)
            if error:
                return self.error(error)
            for bp in found:
                self.message('Deleted %s' % bp)
            return
        for number in arg.split():
            try:
                bp = self.get_bpbynumber(number)
            except ValueError as error:
                self.error(error)
            else:
                self.clear_bpbynumber(number)
                self.message('Deleted %s' % bp)

    do_cl = do_clear

    def do_alias(self, arg):
        name, _, command = arg.partition(' ')
        if not name:
            for name in sorted(self.aliases):
                self.message('%s = %s' % (name, self.aliases[name]))
        elif name in self.aliases and not command:
            self.message('%s = %s' % (name, self.aliases[name]))
        elif command:
            self.aliases[name] = command.strip()
        else:
            self.error('Unknown alias %r' % name)

    def do_unalias(self, arg):
        self.aliases.pop(arg.split(' ')[0], None)

    def do_help(self, arg):
        if not arg:
            return self.print_topics(self.doc_header, sorted(_HELP), 15, 80)
        command = getattr(self, f'do_{arg}', None)
        text = command and _HELP.get(command.__name__[3:])
        if not text:
            return self.error('No help for %r' % arg)
        self.message(text)

    do_h = do_help

    # Commands of a breakpoint.

    def do_commands(self, arg):
        number = len(Breakpoint.bpbynumber) - 1
        if arg:
            try:
                number = int(arg)
            except ValueError:
                return self._complain(f'Invalid argument: {arg}', f'(Pdb) commands [bpnumber]\n{" " * 13}(com) ...\n{" " * 13}(com) end\n{" " * 13}(Pdb)')
        try:
            self.get_bpbynumber(number)
        except ValueError as error:
            return self.error(f'cannot set commands: {error}')
        before, prompt = self.commands.get(number), self.prompt
        self.commands[number], self.commands_bnum = [], number
        self.prompt, self.commands_defining = '(com) ', True
        try:
            self.cmdloop()
        except KeyboardInterrupt:
            if before:
                self.commands[number] = before
            else:
                del self.commands[number]
            self.error('command definition aborted, old commands restored')
        finally:
            self.prompt, self.commands_defining = prompt, False

    def _define_command(self, line):
        """True: the list is at its end."""
        name, rest, line = self.parseline(line)
        if not name:
            return False
        if name in ('end', 'EOF'):
            if name == 'EOF':
                self.message('')
            return True
        commands = self.commands[self.commands_bnum]
        if name == 'silent':
            commands.append('_pdbcmd_silence_frame_status')
            return False
        commands.append(f'{name} {rest}' if rest else name)
        return getattr(self, f'do_{name}', self.default).__name__ in self.commands_resuming

    commands_resuming = ['do_continue', 'do_step', 'do_next', 'do_return', 'do_until', 'do_quit', 'do_jump']

    # Other programs within this one.

    def do_debug(self, arg):
        if not arg:
            return self._complain('Argument is required for this command', 'debug code')
        sys.settrace(None)
        names = self.curframe.f_globals, self.curframe.f_locals
        inner = type(self)(self.completekey, self.stdin, self.stdout)
        inner.prompt = f'({self.prompt.strip()}) '
        self.message('ENTERING RECURSIVE DEBUGGER')
        try:
            sys.call_tracing(inner.run, (arg, *names))
        except Exception as error:
            self.error(self._format_exc(error))
        self.message('LEAVING RECURSIVE DEBUGGER')
        sys.settrace(self.trace_dispatch)
        self.lastcmd = inner.lastcmd

    def do_interact(self, arg):
        import code

        class Console(code.InteractiveConsole):
            def write(console, data):
                self.message(data, end='')

        names = {**self.curframe.f_globals, **self.curframe.f_locals}
        Console(names, local_exit=True).interact('*pdb interact start*', '*exit from pdb interact command*')

    def do_exceptions(self, arg):
        if not self._chained:
            return self.message('Did not find chained exceptions. To move between exceptions, pdb/post_mortem must be given an '
                                'exception object rather than a traceback.')
        if not arg:
            for number, error in enumerate(self._chained):
                text = repr(error)
                text = text if len(text) <= 80 else text[:77] + '...'
                place = '  -' if error.__traceback__ is None else f'{number:>3}'
                self.message(f'{">" if number == self._chosen else " "} {place} {text}')
            return
        try:
            number = int(arg)
        except ValueError:
            return self.error('Argument must be an integer')
        if not 0 <= number < len(self._chained):
            return self.error('No exception with that number')
        if self._chained[number].__traceback__ is None:
            return self.error('This exception does not have a traceback, cannot jump to it')
        self._chosen = number
        self.setup(None, self._chained[number].__traceback__)
        self.print_stack_entry(self.stack[self.curindex])

    def do_run(self, arg):
        if self.mode != 'inline':
            raise Restart
        self.error('run/restart command is disabled when pdb is running in inline mode.\n'
                   'Use the command line interface to enable restarting your program\n'
                   'e.g. "python -m pdb myscript.py"')

    do_restart = do_run


_default_backend = 'settrace'


def set_default_backend(backend):
    global _default_backend
    if backend not in ('settrace', 'monitoring'):
        raise ValueError(f'Invalid backend: {backend}')
    _default_backend = backend


def get_default_backend():
    return _default_backend


def run(statement, globals=None, locals=None):
    Pdb().run(statement, globals, locals)


def runeval(expression, globals=None, locals=None):
    return Pdb().runeval(expression, globals, locals)


def runctx(statement, globals, locals):
    run(statement, globals, locals)


def runcall(*args, **kwds):
    return Pdb().runcall(*args, **kwds)


def set_trace(*, header=None, commands=None):
    debugger = Pdb._previous or Pdb(mode='inline')
    if header is not None:
        debugger.message(header)
    frame = sys._getframe().f_back
    while frame.f_back is not None and _is_library(frame):
        frame = frame.f_back  # breakpoint()
    debugger.set_trace(frame, commands=commands)


def post_mortem(t=None):
    """The debugger, at an exception or traceback: where it was raised."""
    if t is None:
        t = sys.exc_info()[1]
        t = t and t.__traceback__
    if t is None or isinstance(t, BaseException) and t.__traceback__ is None:
        raise ValueError('A valid traceback must be passed if no exception is being handled')
    debugger = Pdb()
    debugger.reset()
    debugger.interaction(None, t)


def pm():
    post_mortem(sys.last_exc)


def help():
    print(*_HELP.values(), sep='\n')
