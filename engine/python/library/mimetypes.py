"""Media types by the endings of file names. There are no files of a system to read more from."""
import os
from os import path as _path
from urllib.parse import urlparse as _urlparse

__all__ = ['knownfiles', 'inited', 'MimeTypes', 'guess_type', 'guess_file_type', 'guess_all_extensions', 'guess_extension', 'add_type', 'init',
           'read_mime_types', 'suffix_map', 'encodings_map', 'types_map', 'common_types']

# Each type with its endings, the usual one first.
_TYPES = '''
text/javascript js mjs; application/epub+zip epub; application/gzip gz; application/json json; application/manifest+json webmanifest;
application/msword doc dot wiz; application/n-quads nq; application/n-triples nt; application/octet-stream bin a dll exe o obj so;
application/oda oda; application/ogg ogx; application/pdf pdf; application/pkcs7-mime p7c; application/postscript ps ai eps;
application/trig trig; application/vnd.apple.mpegurl m3u m3u8; application/vnd.ms-excel xls xlb; application/vnd.ms-fontobject eot;
application/vnd.ms-powerpoint ppt pot ppa pps pwz; application/vnd.oasis.opendocument.graphics odg;
application/vnd.oasis.opendocument.presentation odp; application/vnd.oasis.opendocument.spreadsheet ods;
application/vnd.oasis.opendocument.text odt; application/vnd.openxmlformats-officedocument.presentationml.presentation pptx;
application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx;
application/vnd.openxmlformats-officedocument.wordprocessingml.document docx; application/vnd.rar rar; application/wasm wasm;
application/x-7z-compressed 7z; application/x-bcpio bcpio; application/x-cpio cpio; application/x-csh csh; application/x-debian-package
deb; application/x-dvi dvi; application/x-gtar gtar; application/x-hdf hdf; application/x-hdf5 h5; application/x-latex latex;
application/x-mif mif; application/x-netcdf cdf nc; application/x-pkcs12 p12 pfx; application/x-httpd-php php;
application/x-pn-realaudio ram; application/x-python-code pyc pyo; application/x-rpm rpm; application/x-sh sh; application/x-shar shar;
application/x-shockwave-flash swf; application/x-sv4cpio sv4cpio; application/x-sv4crc sv4crc; application/x-tar tar; application/x-tcl
tcl; application/x-tex tex; application/x-texinfo texi texinfo; application/x-troff roff t tr; application/x-troff-man man;
application/x-troff-me me; application/x-troff-ms ms; application/x-ustar ustar; application/x-wais-source src; application/xml xsl rdf
wsdl xpdl; application/yaml yaml yml; application/zip zip; audio/3gpp 3gp 3gpp; audio/3gpp2 3g2 3gpp2; audio/aac aac adts loas ass;
audio/basic au snd; audio/flac flac; audio/matroska mka; audio/mp4 m4a; audio/mpeg mp3 mp2; audio/ogg ogg; audio/opus opus; audio/x-aiff
aif aifc aiff; audio/x-pn-realaudio ra; audio/vnd.wave wav; font/otf otf; font/ttf ttf; audio/webm weba; font/woff woff; font/woff2
woff2; image/avif avif; image/bmp bmp; image/emf emf; image/fits fits; image/g3fax g3; image/gif gif; image/ief ief; image/jp2 jp2;
image/jpeg jpg jpe jpeg; image/jpm jpm; image/jpx jpx; image/heic heic; image/heif heif; image/png png; image/svg+xml svg; image/t38
t38; image/tiff tiff tif; image/tiff-fx tfx; image/vnd.microsoft.icon ico; image/webp webp; image/wmf wmf; image/x-cmu-raster ras;
image/x-portable-anymap pnm; image/x-portable-bitmap pbm; image/x-portable-graymap pgm; image/x-portable-pixmap ppm; image/x-rgb rgb;
image/x-xbitmap xbm; image/x-xpixmap xpm; image/x-xwindowdump xwd; message/rfc822 eml mht mhtml nws; model/gltf+json gltf;
model/gltf-binary glb; model/stl stl; text/css css; text/csv csv; text/html html htm; text/markdown md markdown; text/n3 n3; text/plain
txt bat c h ksh pl srt; text/richtext rtx; text/rtf rtf; text/tab-separated-values tsv; text/vtt vtt; text/x-python py; text/x-rst rst;
text/x-setext etx; text/x-sgml sgm sgml; text/x-vcard vcf; text/xml xml; video/matroska mkv; video/matroska-3d mk3d; video/mp4 mp4;
video/mpeg mpeg m1v mpa mpe mpg; video/ogg ogv; video/quicktime mov qt; video/webm webm; video/vnd.avi avi; video/x-m4v m4v;
video/x-ms-wmv wmv; video/x-sgi-movie movie
'''
suffix_map = {'.svgz': '.svg.gz', '.tgz': '.tar.gz', '.taz': '.tar.gz', '.tz': '.tar.gz', '.tbz2': '.tar.bz2', '.txz': '.tar.xz'}
encodings_map = {'.gz': 'gzip', '.Z': 'compress', '.bz2': 'bzip2', '.xz': 'xz', '.br': 'br'}
types_map = {f'.{ending}': kind for kind, *endings in map(str.split, _TYPES.split(';')) for ending in endings}
common_types = {'.rtf': 'application/rtf', '.apk': 'application/vnd.android.package-archive', '.midi': 'audio/midi', '.mid': 'audio/midi',
                '.jpg': 'image/jpg', '.pict': 'image/pict', '.pct': 'image/pict', '.pic': 'image/pict', '.xul': 'text/xul'}
knownfiles = ['/etc/mime.types', '/etc/httpd/mime.types', '/etc/httpd/conf/mime.types', '/etc/apache/mime.types', '/etc/apache2/mime.types',
              '/usr/local/etc/httpd/conf/mime.types', '/usr/local/lib/netscape/mime.types', '/usr/local/etc/httpd/conf/mime.types',
              '/usr/local/etc/mime.types']
inited = False
_shared = None
_usual = [dict(each) for each in (suffix_map, encodings_map, types_map, common_types)]
del _TYPES


class MimeTypes:
    """MIME-types datastore."""

    def __init__(self, filenames=(), strict=True):
        self.encodings_map, self.suffix_map = _usual[1].copy(), _usual[0].copy()
        self.types_map, self.types_map_inv = ({}, {}), ({}, {})
        for each, is_strict in ((_usual[2], True), (_usual[3], False)):
            for ending, kind in each.items():
                self.add_type(kind, ending, is_strict)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        if ext and not ext.startswith('.'):
            import warnings
            warnings.warn('Using undotted extensions is deprecated and will raise a ValueError in Python 3.16', DeprecationWarning,
                          stacklevel=2)
        self.types_map[strict][ext] = type
        endings = self.types_map_inv[strict].setdefault(type, [])
        if ext not in endings:
            endings.append(ext)

    def guess_type(self, url, strict=True):
        """Guess the type of a file which is either a URL or a path-like object: (type, encoding)."""
        url = os.fsdecode(url)
        parts = _urlparse(url)
        if parts.scheme and len(parts.scheme) > 1:
            if parts.scheme == 'data':
                return self._of_data(url)
            url = parts.path
        return self._guess(url, strict)

    def _of_data(self, url):
        head, comma, _ = url[5:].partition(',')
        if not comma:
            return None, None
        kind = head.partition(';')[0]
        return (kind if '=' not in kind and '/' in kind else 'text/plain'), None

    def guess_file_type(self, path, *, strict=True):
        """Guess the type of a file based on its path: (type, encoding)."""
        return self._guess(os.path.splitdrive(os.fsdecode(path))[1], strict)

    def _guess(self, path, strict):
        base, ending = _path.splitext(path)
        while ending.lower() in self.suffix_map:
            base, ending = _path.splitext(base + self.suffix_map[ending.lower()])
        encoding = self.encodings_map.get(ending)
        if encoding is not None:
            base, ending = _path.splitext(base)
        ending = ending.lower()
        kind = self.types_map[True].get(ending)
        if kind is None and not strict:
            kind = self.types_map[False].get(ending)
        return kind, encoding

    def guess_all_extensions(self, type, strict=True):
        """Guess the extensions for a file based on its MIME type."""
        type = type.lower()
        endings = list(self.types_map_inv[True].get(type, []))
        if not strict:
            endings += [each for each in self.types_map_inv[False].get(type, []) if each not in endings]
        return endings

    def guess_extension(self, type, strict=True):
        """Guess the extension for a file based on its MIME type."""
        endings = self.guess_all_extensions(type, strict)
        return endings[0] if endings else None

    def read(self, filename, strict=True):
        with open(filename, encoding='utf-8') as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        for line in fp:
            words = line.partition('#')[0].split()
            for ending in words[1:]:
                self.add_type(words[0], '.' + ending, strict)


def init(files=None):
    global suffix_map, types_map, encodings_map, common_types, inited, _shared
    inited = True
    _shared = MimeTypes(files or ())
    encodings_map, suffix_map = _shared.encodings_map, _shared.suffix_map
    common_types, types_map = _shared.types_map


def _known():
    if _shared is None:
        init()
    return _shared


def read_mime_types(file):
    try:
        made = MimeTypes()
        made.read(file, True)
        return made.types_map[True]
    except OSError:
        return None


def guess_type(url, strict=True):
    return _known().guess_type(url, strict)


def guess_file_type(path, *, strict=True):
    return _known().guess_file_type(path, strict=strict)


def guess_all_extensions(type, strict=True):
    return _known().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    return _known().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    return _known().add_type(type, ext, strict)


for _each in (guess_type, guess_file_type, guess_all_extensions, guess_extension, add_type):
    _each.__doc__ = getattr(MimeTypes, _each.__name__).__doc__
del _each
