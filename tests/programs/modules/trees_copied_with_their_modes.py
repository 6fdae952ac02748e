# A copied folder has the mode and the moments of its source, and links that lead nowhere may be left out.
import os
import shutil
import stat

os.chdir('/tmp')
for name in 'tree', 'copy1', 'copy2', 'copy3':
    shutil.rmtree(name, ignore_errors=True)
os.makedirs('tree/inner')
with open('tree/inner/file', 'w') as file:
    file.write('x')
os.symlink('nowhere', 'tree/dangling')
os.symlink('/tmp/tree/inner', 'tree/link')
os.chmod('tree/inner', 0o750)
os.chmod('tree', 0o700)
os.utime('tree/inner', ns=(10**9, 2 * 10**9))
try:
    shutil.copytree('tree', 'copy1')
except shutil.Error as error:
    print([entry[:2] for entry in error.args[0]])
shutil.copytree('tree', 'copy2', ignore_dangling_symlinks=True)
shutil.copytree('tree', 'copy3', symlinks=True)
for name in 'copy1', 'copy2', 'copy3':
    told = os.stat(f'{name}/inner')
    print(name, sorted(os.listdir(name)), oct(stat.S_IMODE(os.stat(name).st_mode)), oct(stat.S_IMODE(told.st_mode)), told.st_mtime_ns,
          os.path.islink(f'{name}/link'))
