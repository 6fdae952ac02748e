import cmd, io, sys
class Shell(cmd.Cmd):
    intro = "Welcome to the turtle shell.   Type help or ? to list commands.\n"
    prompt = "(turtle) "; file = None
    def do_forward(self, arg):
        'Move the turtle forward by the specified distance:  FORWARD 10'
        print("forward", *map(int, arg.split()))
    def do_bye(self, arg):
        """Stop recording.

            And close:  BYE
        """
        print("Thank you"); return True
    def do_shell(self, a): print("shell", a)
    def do_EOF(self, a): print("eof"); return True
    def do_undocumented(self, a): print(self.lastcmd)
    def do_x(self, a): pass
    do_y = do_z = do_long_name_of_a_command = do_another_long_one = do_yet_another_long_name = do_x
    def help_topic(self): print("about topic")
    def help_x(self): print("help of x")
    def precmd(self, line): return line.lower() if line != "EOF" else line
    def postcmd(self, stop, line): print("post", stop, repr(line)); return stop
    def preloop(self): print("pre")
    def postloop(self): print("postloop")
s = Shell(stdin=io.StringIO("forward 10\nFORWARD 5 6\nhelp\n?\nhelp forward\nhelp bye\nhelp topic\nhelp x\nhelp nothing\n!ls -l\n\nbogus 1 2\n*odd\nundocumented\nbye\nleft\n"))
s.use_rawinput = False; s.cmdloop(); s.onecmd("forward 1"); s.onecmd(""); s.emptyline(); print(s.parseline("abc=1 2"), s.parseline("  "), s.parseline("!x"), s.completenames("f"), s.complete_help("to"))
s2 = Shell(stdin=io.StringIO("")); s2.use_rawinput = 0; s2.cmdqueue = ["forward 9"]; s2.cmdloop("hi")
class Plain(cmd.Cmd): pass
p = Plain(); p.onecmd("!x"); p.onecmd("foo"); p.onecmd("help"); p.columnize(["a"] * 3); p.columnize([str(i) * (i % 7 + 1) for i in range(40)], 40); p.columnize([])
