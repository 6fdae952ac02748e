"""filecmp: files by their signatures and contents, folders in every respect."""
import filecmp
import os
import tempfile

os.chdir(tempfile.mkdtemp())
os.makedirs('left/sub/deep')
os.makedirs('right/sub/deep')
os.makedirs('right/only')
os.makedirs('left/__pycache__')
for path, text in {'left/same': 'a\n', 'right/same': 'a\n', 'left/other': 'b', 'right/other': 'c', 'left/here': '', 'right/there': '',
                   'left/longer': 'xx', 'right/longer': 'x', 'left/sub/inner': '1', 'right/sub/inner': '1', 'left/sub/deep/f': 'q',
                   'left/odd': 'file', 'right/.git': ''}.items():
    with open(path, 'w') as file:
        file.write(text)
os.mkdir('right/odd')
for name in ('same', 'other', 'longer'):
    os.utime(f'left/{name}', (1000, 1000))
    os.utime(f'right/{name}', (1000, 1000))

print(filecmp.cmp('left/same', 'right/same'), filecmp.cmp('left/other', 'right/other'), filecmp.cmp('left/other', 'right/other', shallow=False),
      filecmp.cmp('left/longer', 'right/longer'), filecmp.cmp('left', 'right'))
filecmp.clear_cache()
print(filecmp.cmpfiles('left', 'right', ['same', 'other', 'nosuch', 'odd'], shallow=False))
compared = filecmp.dircmp('left', 'right', shallow=False)
for name in ('left_list', 'right_list', 'common', 'left_only', 'right_only', 'common_dirs', 'common_files', 'common_funny', 'same_files', 'diff_files',
             'funny_files'):
    print(name, getattr(compared, name))
print(list(compared.subdirs), type(compared.subdirs['sub']).__name__)
compared.report()
compared.report_partial_closure()
compared.report_full_closure()
print(filecmp.dircmp('left', 'right', ignore=['same'], hide=['sub']).common, filecmp.DEFAULT_IGNORES)
try:
    compared.nosuch
except AttributeError as error:
    print(error)
try:
    filecmp.cmp('left/same', 'nosuch')
except FileNotFoundError as error:
    print(error)
