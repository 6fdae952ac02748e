"""platform: what the program runs on."""
import sys
from collections import namedtuple

_Uname = namedtuple('uname_result', 'system node release version machine processor')


def uname():
    return _Uname('Linux', 'loopscope', '6.0.0', '#1', 'wasm32', '')


def system():
    return 'Linux'


def node():
    return 'loopscope'


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return 'wasm32'


def processor():
    return ''


def platform(aliased=False, terse=False):
    return 'Linux-6.0.0-wasm32-32bit' if not terse else 'Linux-6.0.0'


def architecture(executable=sys.executable, bits='', linkage=''):
    return bits or '32bit', linkage


def python_version():
    return '.'.join(map(str, sys.version_info[:3]))


def python_version_tuple():
    return tuple(map(str, sys.version_info[:3]))


def python_implementation():
    return 'Loopscope'


def python_compiler():
    return 'Clang'


def python_build():
    return 'main', ''


def python_branch():
    return ''


def python_revision():
    return ''


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    return lib, version


def mac_ver(release='', versioninfo=('', '', ''), machine=''):
    return release, versioninfo, machine


def win32_ver(release='', version='', csd='', ptype=''):
    return release, version, csd, ptype


def freedesktop_os_release():
    raise OSError('Unable to read files /etc/os-release, /usr/lib/os-release')


def system_alias(system, release, version):
    """Returns (system, release, version), under the names that some systems are sold by."""
    return ('macOS' if system == 'Darwin' else system), release, version


def java_ver(release='', vendor='', vminfo=('', '', ''), osinfo=('', '', '')):
    import warnings
    warnings.warn("'java_ver' is deprecated and slated for removal in Python 3.15", DeprecationWarning, stacklevel=2)
    return release, vendor, vminfo, osinfo


def win32_edition():
    return None


def win32_is_iot():
    return False


def invalidate_caches():
    """Nothing is kept."""
