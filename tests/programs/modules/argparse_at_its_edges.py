"""argparse at its edges: wrong definitions, groups in usages, options between arguments, two hyphens, files of arguments."""
import argparse
import os
import sys
import tempfile

os.chdir(tempfile.mkdtemp())
sys.stderr = sys.stdout
class Err(Exception): pass
class P(argparse.ArgumentParser):
    def error(self, m): raise Err(m)
def t(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
    except SystemExit as e:
        print('exit', e.code)
t(P, conflict_handler='foo')
p=P(prog='PROG'); 
t(p.add_argument,'--', default=1)
t(p.add_argument,'--foo', type='int')
t(p.add_argument,'x', dest='y')
t(p.add_argument,'--foo2', type=argparse.FileType)
t(p.add_argument,'--x2', action='badaction')
t(P, parents=[1])
t(p.add_argument, '-f', nargs=0)
t(p.add_argument, 'z', required=True)
t(p.add_argument, '--zz', action='store_const')
t(p.add_argument, '--boo', action=argparse.BooleanOptionalAction, type=int)
p=P(prog='PROG')
g=p.add_mutually_exclusive_group(required=True)
p.add_argument('-x',action='store_true'); g.add_argument('-a',action='store_true'); g.add_argument('-b',action='store_true'); p.add_argument('-y',action='store_true'); g.add_argument('-c',action='store_true')
print(p.format_usage())
p=P(prog='PROG')
g=p.add_mutually_exclusive_group(required=True)
p.add_argument('x'); g.add_argument('-a',action='store_true'); g.add_argument('-b',action='store_true');g.add_argument('q', nargs='?')
print(p.format_usage())
p=P(prog='PROG', add_help=False)
g=p.add_mutually_exclusive_group()
print(repr(p.format_usage()))
t(p.parse_args,['--help'])
p=P(prog='PROG')
p.add_argument('--foo'); p.add_argument('cmd'); p.add_argument('rest', nargs='*', type=int)
for a in ('--foo x cmd 1 2', 'cmd --foo x 1', 'cmd 1 --foo x 2', '1', 'cmd 1 --bar 2', '--foo x', 'cmd -- 1 --foo', 'cmd 1 -- 2 3'):
    print(a); t(p.parse_intermixed_args, a.split()); t(p.parse_known_intermixed_args,a.split()); t(p.parse_known_args,a.split())
p=P(prog='PROG'); p.add_argument('-z'); p.add_argument('x',nargs=argparse.REMAINDER); t(p.parse_intermixed_args,['X','-z','Z'])
p=P(prog='PROG'); g=p.add_mutually_exclusive_group(required=True); g.add_argument('--foo',action='store_true'); g.add_argument('--spam'); g.add_argument('badger',nargs='*',default='X'); 
for a in ('--foo','--spam 1','1 2','','--foo 1'): t(p.parse_intermixed_args,a.split())
p=P(prog='PROG'); p.add_argument('foo',nargs='*'); p.add_argument('bar',nargs='?'); p.add_argument('--f')
for a in ('-- --f x','a -- b','-- a -- b','--', 'a -- -- b', '-- -x -- y'): t(p.parse_known_args,a.split())
p=P(prog='PROG'); p.add_argument('a'); p.add_argument('b',nargs=argparse.REMAINDER)
for a in ('a -- b','-- a b -- c','a b -- c'): t(p.parse_known_args,a.split())
print(argparse.FileType('r',1,errors='replace'), argparse.FileType('w',encoding='big5',errors='ignore'), argparse.FileType('wb',1))
for m in ('r','rb','w','wb','x','a','ab','rw'): 
    try: print(m, argparse.FileType(m)('-') in (sys.stdin, sys.stdin.buffer, sys.stdout, sys.stdout.buffer), argparse.FileType(m)('-') in (sys.stdin,sys.stdout))
    except Exception as e: print(m, type(e).__name__, e)
p=P(prog='PROG')
s=p.add_subparsers()
t(p.add_subparsers)
s.add_parser('full',aliases=['f'])
t(s.add_parser,'full'); t(s.add_parser,'g',aliases=['f'])
t(p.parse_args,['x']); t(p.parse_args,[]); t(p.parse_args,['f','zz'])
g=p.add_argument_group('x')
t(g.add_argument_group,'y')
g=p.add_mutually_exclusive_group()
t(g.add_mutually_exclusive_group); t(g.add_argument_group,'z')
t(g.add_argument,'--q',required=True); t(g.add_argument,'w')
p=argparse.ArgumentParser(prog='PROG', exit_on_error=False); p.add_argument('--i',type=int); p.add_argument('pp')
for a in ('--i x','','a --bogus','a b'): t(p.parse_args,a.split())
for a in ('a --bogus',): t(p.parse_intermixed_args,a.split())
with open('args.txt', 'wb') as file:
    file.write('--foo\nx y\ncmd\nä'.encode())
p=P(prog='PROG',fromfile_prefix_chars='@'); p.add_argument('--foo'); p.add_argument('r',nargs='*')
t(p.parse_args,['@args.txt','z']); 
p=P(prog='PROG'); p.register('action','odd',1); t(p.add_argument,'--a',action='odd')
p=argparse.ArgumentParser(prog='PROG', formatter_class=argparse.ArgumentDefaultsHelpFormatter, usage='%(prog)s go', epilog='end')
p.add_argument('--a',default=3,help='x'); p.add_argument('--b',help='%(default)s y',default=[1]); p.add_argument('--no',default=argparse.SUPPRESS,help='n'); p.add_argument('pos',nargs='?',default='d',help='pp'); p.add_argument('--dep',deprecated=True,help='old'); p.add_argument('--flag',action=argparse.BooleanOptionalAction,help='fl',default=True)
p.print_help(); t(p.parse_args,['--dep','1','--no-flag'])
p=P(prog='PROG', suggest_on_error=True, color=False); p.add_argument('--colour',choices=['red','green']); s=p.add_subparsers(dest='c',required=True); s.add_parser('start'); s.add_parser('stop')
t(p.parse_args,['--colour','gren']); t(p.parse_args,['stat']); t(p.parse_args,[])
p=P(prog='PROG'); p.add_argument('-v',action='version',version='%(prog)s 1'); p.add_argument('--enum',type=lambda s: int(s)*2,choices=range(4)); t(p.parse_args,['-v']); t(p.parse_args,['--enum','1']); t(p.parse_args,['--enum','4']); t(p.parse_args,['--enum','q']); t(p.parse_args,['--en','1']); 
p=P(prog='PROG',allow_abbrev=False); p.add_argument('--enum'); p.add_argument('-n',type=int,action='append',nargs='+'); p.add_argument('-V','--verbose',action='count'); t(p.parse_args,['--en','1']); t(p.parse_args,'-n 1 2 -n 3 -VVV --enum=5'.split()); t(p.parse_args,['-n','-1']); t(p.parse_args,['-VVx']); t(p.parse_args,['-n'])
p = P(prog='PROG', description='a\xa0b ' * 30)
p.print_help()
print(sys.stdout.buffer is sys.stdout.buffer)
p = P(prog='PROG')
p.add_mutually_exclusive_group(required=True).add_argument('--only')
print(p.format_usage())
