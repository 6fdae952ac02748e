# Archive formats of the program, temporary files, sections that are cleared, streams of zlib that are not pickled.
import configparser
import io
import mimetypes
import os
import pickle
import shutil
import tempfile
import warnings
import zlib
from collections.abc import MutableMapping



def show(text):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        try:
            print(text, '->', eval(text), *[str(w.message)[:40] for w in seen])
        except Exception as error:
            print(text, type(error).__name__, error)


os.chdir('/tmp')
shutil.rmtree('/tmp/formats', ignore_errors=True)
os.mkdir('/tmp/formats')
os.chdir('/tmp/formats')
for text in [
        "shutil.register_archive_format('xx', lambda *a, **k: 'made')",
        "shutil.make_archive('z','xx')",
        "shutil.unregister_archive_format('xx')",
        "shutil.unregister_unpack_format('boo')",
        "shutil.make_archive('q','foo')",
        "os.mkdir('d')",
        "open('d/f','w').write('x')",
        "shutil.make_archive('out','zip','d')",
        "shutil.unpack_archive('out.zip','e')",
        "sorted(os.listdir('e'))",
        "shutil.copy('d/f','d/f')",
        "shutil.copytree('d','d2',dirs_exist_ok=True)",
        "shutil.move('d','d')",
        "shutil.move('d','d/x')",
        "shutil.move('d2','d3')",
        "shutil.move('d3','d')",
        "sorted(os.listdir('d'))",
        'shutil.get_terminal_size()',
        "shutil.copymode('d/f','d')",
        'shutil.SameFileError.__mro__[1]',
        "shutil.copyfileobj(io.BytesIO(b'abc'), open('g','wb'))",
        "tempfile.mkstemp(b'a')[1][:5]",
        "tempfile.mkdtemp(b'suf')[-3:]",
        "tempfile.mkstemp('a', b'b')",
        'tempfile.gettempdirb()',
        'tempfile.gettempprefix(), tempfile.gettempprefixb()',
        'tempfile.mktemp()[:8]',
        "tempfile.NamedTemporaryFile('w', delete=False).name[:8]",
        "tempfile.NamedTemporaryFile('w', encoding='bad-encoding')",
        'tempfile.TemporaryFile().name',
        'tempfile.SpooledTemporaryFile[int]',
        'tempfile.TMP_MAX',
        'configparser.ConfigParser().clear()',
        "configparser.ConfigParser().pop('DEFAULT')",
        'configparser.ConfigParser().popitem()',
        'configparser.ConfigParser(interpolation=object())',
        "configparser.RawConfigParser(defaults='x')",
        "configparser.RawConfigParser({'a':1}).defaults()",
        "configparser.ConfigParser({'a':1}).defaults()",
        "configparser.ConfigParser().read_string('[a]\\nb=1\\nb=2')",
        "configparser.ConfigParser(strict=False).read_string('[a]\\nb=1\\nb=2')",
        "configparser.ConfigParser().read_string('b=1')",
        "configparser.ConfigParser().get('x','y')",
        "configparser.ConfigParser().add_section('DEFAULT')",
        "configparser.ConfigParser().set('x','y','z')",
        "configparser.ConfigParser(allow_unnamed_section=True).read_string('a=1')",
        "mimetypes.guess_type('a.PY')",
        "mimetypes.guess_extension('text/plain')",
        "mimetypes.guess_all_extensions('image/jpeg')",
        "mimetypes.guess_file_type('x.tar.gz')",
        "mimetypes.guess_type('data:text/html;x')",
        "mimetypes.guess_type(b'a.py')",
        'mimetypes.inited, len(mimetypes.knownfiles)>0',
        "mimetypes.guess_type('x.zz')",
        "mimetypes.guess_type('x.webp'), mimetypes.guess_type('x.md'), mimetypes.guess_type('x.js'), mimetypes.guess_type('x.7z'), mimetypes.guess_type('x.opus')",
        "zlib.compress('a')",
        "zlib.compress(b'', 10)",
        "zlib.decompress(b'x')",
        "zlib.decompress(zlib.compress(b'x')[:-1])",
        'zlib.decompressobj(99)',
        'zlib.compressobj(1, zlib.DEFLATED, 0)',
        'zlib.decompressobj().flush(0)',
        "zlib.adler32('a')",
        "zlib.crc32(b'a', 2**40)",
        "zlib.compress(b'a', wbits=-15)",
        "zlib.decompressobj().decompress(b'x', -1)",
        'pickle.dumps(zlib.compressobj())',
        'pickle.dumps(zlib.decompressobj())',
        "zlib.decompress(zlib.compress(b'abc'*100), bufsize=0)",
        "zlib.decompress(zlib.compress(b'a')+b'rest')",
        'zlib.ZLIB_VERSION[:2]',
]:
    show(text)
shutil.register_unpack_format('boo', ['.boo'], lambda name, folder: print('unpacks', name, folder))
shutil.unpack_archive('a.boo', 'there')
for text in ["shutil.register_unpack_format('b', ['.boo'], print)", "shutil.register_unpack_format('b', ['.b'], 1)", "shutil.register_archive_format('b', 1)",
             "shutil.register_archive_format('b', print, 5)", "shutil.register_archive_format('b', print, [(1, 2, 3)])", "shutil.chown('d')"]:
    show(text)
parser = configparser.ConfigParser()
parser.read_string('[s]\na=%(b)s\n[t]\n')
for option in 'a', 'zz':
    try:
        parser.get('s', option)
    except configparser.Error as error:
        print(type(error), type(error.__context__), error.__suppress_context__)
parser.clear()
print(parser.sections())


class Told(MutableMapping):
    def __init__(self):
        self.held = {1: 2, 3: 4}

    def __getitem__(self, key):
        print('get', key)
        return self.held[key]

    def __setitem__(self, key, value):
        self.held[key] = value

    def __delitem__(self, key):
        print('delete', key)
        del self.held[key]

    def __iter__(self):
        print('iterate')
        return iter(self.held)

    def __len__(self):
        print('length')
        return len(self.held)


Told().clear()
