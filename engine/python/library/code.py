"""code: an interpreter that programs give lines to, or that reads them."""
import builtins
import sys
import traceback
from codeop import CommandCompiler, compile_command

__all__ = ['InteractiveInterpreter', 'InteractiveConsole', 'interact', 'compile_command']


class InteractiveInterpreter:
    def __init__(self, locals=None):
        self.locals = {'__name__': '__console__', '__doc__': None} if locals is None else locals
        self.compile = CommandCompiler()

    def runsource(self, source, filename='<input>', symbol='single'):
        """Whether more of the source is needed; when not, it has run, or its error is shown."""
        try:
            code = self.compile(source, filename, symbol)
        except (OverflowError, SyntaxError, ValueError):
            self.showsyntaxerror(filename, source=source)
            return False
        if code is None:
            return True
        self.runcode(code)
        return False

    def runcode(self, code):
        try:
            exec(code, self.locals)
        except SystemExit:
            raise
        except:
            self.showtraceback()

    def showsyntaxerror(self, filename=None, **kwargs):
        kind, error, _ = sys.exc_info()
        try:
            if filename and kind is SyntaxError:
                error.filename = filename
            source = kwargs.pop('source', '')
            if isinstance(error, SyntaxError) and error.text is None and error.lineno is not None:
                lines = source.splitlines()
                error.text = lines[error.lineno - 1] if 0 < error.lineno <= len(lines) else None
            self._show(kind, error.with_traceback(None), None)
        finally:
            kind = error = None

    def showtraceback(self):
        kind, error, trace = sys.exc_info()
        try:
            self._show(kind, error, trace)
        finally:
            kind = error = trace = None

    def _show(self, kind, error, trace):
        sys.last_type, sys.last_value, sys.last_exc, sys.last_traceback = kind, error, error, trace
        if sys.excepthook is sys.__excepthook__:
            self.write(''.join(traceback.format_exception(kind, error, trace)))
            return
        try:
            sys.excepthook(kind, error, trace)
        except SystemExit:
            raise
        except BaseException as other:
            other.__context__ = None
            print('Error in sys.excepthook:', file=sys.stderr)
            sys.__excepthook__(type(other), other, other.__traceback__)
            print('\nOriginal exception was:', file=sys.stderr)
            sys.__excepthook__(kind, error, trace)

    def write(self, data):
        sys.stderr.write(data)


class InteractiveConsole(InteractiveInterpreter):
    def __init__(self, locals=None, filename='<console>', *, local_exit=False):
        InteractiveInterpreter.__init__(self, locals)
        self.filename, self.local_exit = filename, local_exit
        self.resetbuffer()

    def resetbuffer(self):
        self.buffer = []

    def interact(self, banner=None, exitmsg=None):
        for name, prompt in (('ps1', '>>> '), ('ps2', '... ')):
            if not hasattr(sys, name):
                setattr(sys, name, prompt)
        name = self.__class__.__name__
        if banner is None:
            self.write(f'Python {sys.version} on {sys.platform}\n'
                       f'Type "help", "copyright", "credits" or "license" for more information.\n({name})\n')
        elif banner:
            self.write(f'{banner}\n')
        kept = {}
        if self.local_exit:     # exit() leaves this console, not the program
            kept = {each: getattr(builtins, each) for each in ('exit', 'quit') if hasattr(builtins, each)}
            for each in kept:
                setattr(builtins, each, _Quitter(each))
        try:
            self._read_and_run()
        finally:
            for each, own in kept.items():
                setattr(builtins, each, own)
            if exitmsg is None:
                self.write(f'now exiting {name}...\n')
            elif exitmsg != '':
                self.write(f'{exitmsg}\n')

    def _read_and_run(self):
        more = 0
        while True:
            try:
                try:
                    line = self.raw_input(sys.ps2 if more else sys.ps1)
                except EOFError:
                    self.write('\n')
                    return
                more = self.push(line)
            except KeyboardInterrupt:
                self.write('\nKeyboardInterrupt\n')
                self.resetbuffer()
                more = 0
            except SystemExit as error:
                if not self.local_exit:
                    raise
                self.write('\n')
                return

    def push(self, line, filename=None, _symbol='single'):
        self.buffer.append(line)
        more = self.runsource('\n'.join(self.buffer), self.filename if filename is None else filename, symbol=_symbol)
        if not more:
            self.resetbuffer()
        return more

    def raw_input(self, prompt=''):
        return input(prompt)


class _Quitter:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'Use {self.name} or Ctrl-D (i.e. EOF) to exit'

    def __call__(self, code=None):
        raise SystemExit(code)


def interact(banner=None, readfunc=None, local=None, exitmsg=None, local_exit=False):
    console = InteractiveConsole(local, local_exit=local_exit)
    if readfunc is not None:
        console.raw_input = readfunc
    console.interact(banner, exitmsg)
