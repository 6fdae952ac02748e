# shutil.make_archive and unpack_archive, os.fwalk, and what os tells of limits.
import os, shutil, tempfile, zipfile
with tempfile.TemporaryDirectory() as top:
    os.chdir(top)
    os.makedirs('site/sub')
    for name, text in (('site/a.txt', 'first\n'), ('site/sub/b.txt', 'second\n')):
        with open(name, 'w') as file:
            file.write(text)
    made = shutil.make_archive('packed', 'zip', 'site')
    print(os.path.basename(made), sorted(zipfile.ZipFile(made).namelist()))
    shutil.unpack_archive(made, 'out')
    print(sorted(os.listdir('out')), open('out/sub/b.txt').read())
    made = shutil.make_archive(os.path.join(top, 'other'), 'zip', top, 'site/sub')
    print(sorted(zipfile.ZipFile(made).namelist()))
    for wrong in (lambda: shutil.make_archive('x', 'nope', 'site'), lambda: shutil.unpack_archive('a.txt'), lambda: shutil.unpack_archive(made, format='nope'),
                  lambda: shutil.unpack_archive('site/a.txt', format='zip')):
        try:
            print(wrong())
        except Exception as error:
            print(type(error).__name__, str(error).replace(top, 'TOP'))
    for folder, dirs, files, fd in os.fwalk('site'):
        print(folder, sorted(dirs), sorted(files), isinstance(fd, int), sorted(os.listdir(fd)))
    print(('zip', 'ZIP file') in shutil.get_archive_formats(), ('zip', ['.zip'], 'ZIP file') in shutil.get_unpack_formats())
    print(os.sysconf('SC_PAGE_SIZE'), os.sysconf('SC_NPROCESSORS_ONLN') >= 1, os.sysconf(2), os.confstr('CS_PATH'), os.getpriority(os.PRIO_PROCESS, 0),
          os.pathconf('site', 'PC_NAME_MAX'), os.chown('site/a.txt', -1, -1), os.chown('site/a.txt', os.getuid(), os.getgid()))
    for wrong in (lambda: os.sysconf('SC_NOPE'), lambda: os.sysconf(1.5), lambda: os.confstr('x'), lambda: os.pathconf('nope', 'PC_NAME_MAX'), lambda: os.chown('nope', -1, -1)):
        try:
            print(wrong())
        except Exception as error:
            print(type(error).__name__, error)
    os.chdir('/')
