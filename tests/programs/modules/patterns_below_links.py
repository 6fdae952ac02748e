# Patterns below a folder in which links lead to folders.
import os
import shutil
from pathlib import Path
os.chdir('/tmp')
shutil.rmtree('/tmp/links', ignore_errors=True)
for folder in 'dirA', 'dirB', 'dirC/dirD':
    os.makedirs(f'/tmp/links/{folder}')
os.chdir('/tmp/links')
for name in 'fileA', 'dirB/fileB', 'dirC/fileC', 'dirC/novel.txt', 'dirC/dirD/fileD':
    open(name, 'w').close()
os.symlink('fileA', 'linkA')
os.symlink('dirB', 'linkB')
os.symlink('../dirB', 'dirA/linkC')
os.symlink('../dirC', 'dirB/linkD')
os.symlink('non-existing', 'brokenLink')
for pattern in ('fileB', '*/fileA', '*/fileB', 'file*', '*/', '', '..', 'dir*/*', '**', '**/', '*/*', 'dir*/**', 'lin*', '*/lin*', '**/**', 'a/../**', '**/../*'):
    for name in 'glob', 'rglob':
        for follow in False, True:
            try:
                print(name, repr(pattern), follow, sorted(map(str, getattr(Path('.'), name)(pattern, recurse_symlinks=follow))))
            except Exception as error:
                print(name, repr(pattern), type(error).__name__, error)
