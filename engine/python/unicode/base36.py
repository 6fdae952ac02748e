"""How the tables of characters write numbers; nothing stands for 0."""


def base36(n):
    digits = ''
    while n:
        n, rest = divmod(n, 36)
        digits = '0123456789abcdefghijklmnopqrstuvwxyz'[rest] + digits
    return digits
