"""How the tables of characters are written."""


def base36(n):
    """A number; nothing stands for 0."""
    digits = ''
    while n:
        n, rest = divmod(n, 36)
        digits = '0123456789abcdefghijklmnopqrstuvwxyz'[rest] + digits
    return digits


def put(name, text, width=220):
    """A constant, over as many lines as it takes."""
    print(f'{name} = (')
    for i in range(0, len(text), width):
        print(f'    {text[i:i + width]!r}')
    print(')')
