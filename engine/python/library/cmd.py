"""cmd: a loop that reads lines and gives each to the method that its first word names."""
import inspect
import string
import sys

__all__ = ['Cmd']

PROMPT = '(Cmd) '
IDENTCHARS = string.ascii_letters + string.digits + '_'


class Cmd:
    prompt, identchars, ruler, lastcmd, intro = PROMPT, IDENTCHARS, '=', '', None
    doc_leader = ''
    doc_header = 'Documented commands (type help <topic>):'
    misc_header = 'Miscellaneous help topics:'
    undoc_header = 'Undocumented commands:'
    nohelp = '*** No help on %s'
    use_rawinput = 1

    def __init__(self, completekey='tab', stdin=None, stdout=None):
        self.stdin = sys.stdin if stdin is None else stdin
        self.stdout = sys.stdout if stdout is None else stdout
        self.cmdqueue = []
        self.completekey = completekey

    def _next_line(self):
        if self.cmdqueue:
            return self.cmdqueue.pop(0)
        if self.use_rawinput:
            try:
                return input(self.prompt)
            except EOFError:
                return 'EOF'
        self.stdout.write(self.prompt)
        self.stdout.flush()
        line = self.stdin.readline()
        return line.rstrip('\r\n') if line else 'EOF'

    def cmdloop(self, intro=None):
        self.preloop()
        if intro is not None:
            self.intro = intro
        if self.intro:
            self.stdout.write(f'{self.intro}\n')
        stop = None
        while not stop:
            line = self.precmd(self._next_line())
            stop = self.postcmd(self.onecmd(line), line)
        self.postloop()

    def precmd(self, line):
        return line

    def postcmd(self, stop, line):
        return stop

    def preloop(self):
        pass

    def postloop(self):
        pass

    def parseline(self, line):
        """The command's name (None: none), the rest behind it, and the line as it is understood."""
        line = line.strip()
        if line.startswith('?'):
            line = f'help {line[1:]}'
        elif line.startswith('!'):
            if not hasattr(self, 'do_shell'):
                return None, None, line
            line = f'shell {line[1:]}'
        if not line:
            return None, None, line
        rest = line.lstrip(self.identchars)
        return line[:len(line) - len(rest)], rest.strip(), line

    def onecmd(self, line):
        name, argument, line = self.parseline(line)
        if not line:
            return self.emptyline()
        if name is None:
            return self.default(line)
        self.lastcmd = '' if line == 'EOF' else line
        method = getattr(self, f'do_{name}', None) if name else None
        return self.default(line) if method is None else method(argument)

    def emptyline(self):
        if self.lastcmd:
            return self.onecmd(self.lastcmd)

    def default(self, line):
        self.stdout.write(f'*** Unknown syntax: {line}\n')

    # Completion: there is no terminal, but programs ask these themselves.
    def completedefault(self, *ignored):
        return []

    def completenames(self, text, *ignored):
        return [name[3:] for name in self.get_names() if name.startswith(f'do_{text}')]

    def complete(self, text, state):
        if state == 0:
            self.completion_matches = self.completenames(text)
        return self.completion_matches[state] if state < len(self.completion_matches) else None

    def complete_help(self, *args):
        topics = {name[5:] for name in self.get_names() if name.startswith(f'help_{args[0]}')}
        return list(topics | set(self.completenames(*args)))

    def get_names(self):
        return dir(self.__class__)

    # Help.
    def do_help(self, arg):
        if not arg:
            return self._list_topics()
        explain = getattr(self, f'help_{arg}', None)
        if explain is not None:
            return explain()
        method = getattr(self, f'do_{arg}', None)
        doc = method and method.__doc__
        self.stdout.write(f'{inspect.cleandoc(doc) if doc else self.nohelp % (arg,)}\n')

    # An attribute, for help looks at it: docstrings of the library are not kept.
    do_help.__doc__ = 'List available commands with "help" or detailed help with "help cmd".'

    def _list_topics(self):
        names = self.get_names()
        topics = {name[5:] for name in names if name.startswith('help_')}
        documented, other = [], []
        for name in sorted({name for name in names if name.startswith('do_')}):
            word = name[3:]
            (documented if word in topics or getattr(self, name).__doc__ else other).append(word)
            topics.discard(word)
        self.stdout.write(f'{self.doc_leader}\n')
        self.print_topics(self.doc_header, documented, 15, 80)
        self.print_topics(self.misc_header, sorted(topics), 15, 80)
        self.print_topics(self.undoc_header, other, 15, 80)

    def print_topics(self, header, cmds, cmdlen, maxcol):
        if cmds:
            self.stdout.write(f'{header}\n')
            if self.ruler:
                self.stdout.write(f'{self.ruler * len(header)}\n')
            self.columnize(cmds, maxcol - 1)
            self.stdout.write('\n')

    def columnize(self, list, displaywidth=80):
        if not list:
            self.stdout.write('<empty>\n')
            return
        wrong = [str(i) for i in range(len(list)) if not isinstance(list[i], str)]
        if wrong:
            raise TypeError(f'list[i] not a string for i in {", ".join(wrong)}')
        for rows in range(1, len(list) + 1):
            columns = [list[at:at + rows] for at in range(0, len(list), rows)]
            widths = [max(map(len, column)) for column in columns]
            if sum(widths) + 2 * (len(widths) - 1) <= displaywidth or rows == len(list):
                break
        for row in range(rows):
            texts = [column[row] if row < len(column) else '' for column in columns]
            while texts and not texts[-1]:
                texts.pop()
            self.stdout.write('  '.join(text.ljust(width) for text, width in zip(texts, widths)) + '\n')
