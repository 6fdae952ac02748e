class Text(str):
    def __radd__(self, other):
        return ('radd', other)


t = Text('abc')
for shown in (format(t, '>2'), format(t, 's'), format(t, '.3'), format(t, '.2'), format(t, '>4'), f'{t:>2}', f'{t:.1}', f'{t}', f'{t!s}', f'<{t:>2}>'):
    print(type(shown).__name__, shown)
print('.' + f'{t:>2}', '.' + f'{t:>5}')
