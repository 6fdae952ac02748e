"""optparse: options, groups, callbacks, help and errors."""
import optparse
import sys

parser = optparse.OptionParser(usage='%prog [options] FILE ...', version='%prog 1.2', prog='tool', description='Does what a tool does. ' * 4,
                               epilog='See also %prog.')
parser.add_option('-o', '--output', help='write to FILE instead of the standard output, which is what happens by default', metavar='FILE')
parser.add_option('-v', action='count', dest='verbose', default=0, help='say more')
parser.add_option('-q', '--quiet', action='store_false', dest='loud', default=True, help='say nothing [default: %default]')
parser.add_option('-n', '--number', type='int', default=3, help='how many [default: %default]')
parser.add_option('--ratio', type=float, default='0.5')
parser.add_option('-c', '--colour', choices=['red', 'green'], help='one of two')
parser.add_option('-p', '--point', type='float', nargs=2, help='two numbers')
parser.add_option('-I', dest='include', action='append', default=[])
parser.add_option('--fast', action='store_const', const='fast', dest='speed')
parser.add_option('--hidden', help=optparse.SUPPRESS_HELP)
parser.add_option('--call', action='callback', callback=lambda option, opt, value, parser, *args: print('called', opt, value, args, parser.rargs),
                  type='string', callback_args=(1, 2))
group = optparse.OptionGroup(parser, 'Dangerous', 'Better not used.')
group.add_option('-x', '--explode', action='store_true', help='what it says')
parser.add_option_group(group)

for line in ('a -o out b', '-vvv -q x', '-n12 --number=0x1F', '--out=f --ratio 2', '-c red', '-p 1 2.5 rest', '-I a -Ib', '--fast -- -x', '--call it more -x',
             '-xvn 4', '', '-n 010', '--num 0b11 -'):
    values, rest = parser.parse_args(line.split())
    print(line, '->', sorted(vars(values).items()), rest)
print(values, values == vars(values), repr(values)[:8])

sys.stderr = sys.stdout
for line in ('--nosuch', '-z', '-n x', '-c blue', '-n', '-p 1', '--fast=1', '--h', '--hi=1 --ve', '--ratio abc', '--version', '-h'):
    try:
        print(line, '->', parser.parse_args(line.split())[1])
    except SystemExit as error:
        print('exit', error.code)

parser.disable_interspersed_args()
print(parser.parse_args(['-v', 'a', '-v'])[1])
print(parser.has_option('-v'), parser.get_option('--quiet'), parser.get_option_group('-x').title, parser.get_option_group('-v'))
parser.remove_option('-v')
print(parser.has_option('-v'))

for make in (lambda: optparse.Option(), lambda: optparse.Option('x'), lambda: optparse.Option('-xy'), lambda: optparse.Option('---x'),
             lambda: optparse.Option('-a', action='nosuch'), lambda: optparse.Option('-a', type='nosuch'), lambda: optparse.Option('-a', odd=1),
             lambda: optparse.Option('-a', action='store_true', type='int'), lambda: optparse.Option('-a', type='choice'),
             lambda: optparse.Option('-a', choices='ab', type='choice'), lambda: optparse.Option('-a', choices=['a'], type='int'),
             lambda: optparse.Option('-a', const=1), lambda: optparse.Option('-a', action='count', nargs=2),
             lambda: optparse.Option('-a', action='callback', callback=1), lambda: optparse.Option('-a', callback=len),
             lambda: parser.add_option('-o'), lambda: parser.add_option(1), lambda: parser.remove_option('--nosuch'),
             lambda: optparse.OptionParser(conflict_handler='x')):
    try:
        make()
    except (optparse.OptParseError, TypeError, ValueError) as error:
        print(type(error).__name__, error)

resolving = optparse.OptionParser(conflict_handler='resolve', prog='other', formatter=optparse.TitledHelpFormatter(), add_help_option=False)
resolving.add_option('-a', '--all', help='first')
resolving.add_option('-a', '--any', help='second')
resolving.set_defaults(any='given', extra=1)
print(resolving.format_help())
print(*map(str, resolving.parse_args(['--all', 'x'])))


class Listing(optparse.Option):
    TYPES = optparse.Option.TYPES + ('listing',)
    TYPE_CHECKER = {**optparse.Option.TYPE_CHECKER, 'listing': lambda option, opt, value: value.split(',')}


print(optparse.OptionParser(option_class=Listing, option_list=[Listing('-l', type='listing')]).parse_args(['-l', 'a,b'])[0])
