# os.system('clear'), as games and menus of a terminal begin: the one other program that is here in a way.
import os

print('before', flush=True)
print(os.system('cls' if os.name == 'nt' else 'clear'), flush=True)
print(os.system(''), os.system(b' clear '), flush=True)
print(os.system('cls') != 0)
for wrong in (None, 1, 'a\0b'):
    try:
        os.system(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
