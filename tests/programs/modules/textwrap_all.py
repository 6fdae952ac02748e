"""textwrap: wrap, fill, shorten, dedent, indent and every option."""
import textwrap

text = "The quick brown fox jumped over the lazy dog's back -- and then, well-known as it is, it ran--fast!--into the state-of-the-art forest. x--y a-b-c foo-bar-baz 12-34."
for width in (10, 20, 30, 70):
    print(width, textwrap.wrap(text, width))
print(textwrap.fill(text, 40, initial_indent='* ', subsequent_indent='  '))
for options in (dict(break_long_words=False), dict(break_on_hyphens=False), dict(drop_whitespace=False), dict(max_lines=2), dict(max_lines=1, placeholder='...'),
                dict(fix_sentence_endings=True), dict(replace_whitespace=False), dict(expand_tabs=False), dict(tabsize=4)):
    print(options, textwrap.wrap('Hello there.  This is\ta test!\nSupercalifragilisticexpialidocious "quoted." Next-to last?  End', 16, **options))
print(textwrap.wrap(''), textwrap.wrap('   '), textwrap.wrap('\n\n'), textwrap.wrap('a', 1), textwrap.wrap('abc def', 2), textwrap.wrap('  lead', 10))
print(textwrap.shorten('Hello  world!  How are you?', 12), textwrap.shorten('Hello world', 11), textwrap.shorten('Hello world', 10, placeholder='…'))
for bad in (lambda: textwrap.wrap('x', 0), lambda: textwrap.shorten('Hello world', 3), lambda: textwrap.wrap('x', -1)):
    try:
        print(bad())
    except ValueError as error:
        print(error)
print(repr(textwrap.dedent('''
    def f():
        return 1

      odd
    ''')), repr(textwrap.dedent('  a\n\tb')), repr(textwrap.dedent('')), repr(textwrap.dedent('   \n  x\n')), repr(textwrap.dedent('  a\n    b\n  c')))
try:
    textwrap.dedent(5)
except TypeError as error:
    print(error)
print(repr(textwrap.indent('a\n\nb\n  \nc', '> ')), repr(textwrap.indent('a\nb', '+', lambda line: 'b' in line)), repr(textwrap.indent('a\n\nb', '> ', lambda line: True)))
wrapper = textwrap.TextWrapper(width=25, initial_indent='> ')
wrapper.max_lines = 3
print(wrapper.fill(text), wrapper.wrap('short'))
print(textwrap.wrap('em-dash---like this, or--that "quoted"--word x -- y -option --long-option', 12))
print(textwrap.wrap('aaa-bbb-ccc-ddd_eee', 8), textwrap.wrap('http://a-very-long-url/with-hyphens', 12), textwrap.wrap('word ' * 10, 12))
