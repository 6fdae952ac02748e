# The program's own folder lies in one where it may write too.
import os

with open('../above.txt', 'w') as file:
    print('written', file=file)
print(os.path.exists(os.path.join(os.pardir, 'above.txt')), open('../above.txt').read().strip())
os.remove('../above.txt')
os.mkdir('../beside')
os.rmdir('../beside')
print(os.path.exists('../above.txt'))
