"""sysconfig: where this Python would have its files. There are no such files, and nobody has built it with options."""
import os as _os
import sys

__all__ = ['get_config_h_filename', 'get_config_var', 'get_config_vars', 'get_makefile_filename', 'get_path', 'get_path_names', 'get_paths',
           'get_platform', 'get_python_version', 'get_scheme_names', 'parse_config_h']

_NAMES = ('stdlib', 'platstdlib', 'purelib', 'platlib', 'include', 'scripts', 'data')
_PREFIX = '/usr'


def _unix(base, library='{platlibdir}'):
    folder = f'{base}/{library}/python{{py_version_short}}'
    return {'stdlib': folder, 'platstdlib': folder, 'purelib': f'{base}/lib/python{{py_version_short}}/site-packages',
            'platlib': f'{folder}/site-packages', 'include': f'{base}/include/python{{py_version_short}}{{abiflags}}',
            'platinclude': f'{base}/include/python{{py_version_short}}{{abiflags}}', 'scripts': f'{base}/bin', 'data': base}


def _home(base):
    return {**dict.fromkeys(('stdlib', 'platstdlib', 'purelib', 'platlib'), f'{base}/lib/python'), 'include': f'{base}/include/python',
            'platinclude': f'{base}/include/python', 'scripts': f'{base}/bin', 'data': base}


def _windows(base):
    return {'stdlib': f'{base}/Lib', 'platstdlib': f'{base}/Lib', 'purelib': f'{base}/Lib/site-packages', 'platlib': f'{base}/Lib/site-packages',
            'include': f'{base}/Include', 'platinclude': f'{base}/Include', 'scripts': f'{base}/Scripts', 'data': base}


_user = {name: place for name, place in _unix('{userbase}').items() if name != 'platinclude'}
_schemes = {'nt': _windows('{base}'), 'nt_user': _windows('{userbase}'), 'nt_venv': _windows('{base}'), 'posix_home': _home('{base}'),
            'posix_prefix': _unix('{base}'), 'posix_user': _user, 'posix_venv': _unix('{base}'), 'venv': _unix('{base}')}
_known = {
    'prefix': _PREFIX, 'exec_prefix': _PREFIX, 'py_version': '3.14.0', 'py_version_short': '3.14', 'py_version_nodot': '314',
    'installed_base': _PREFIX, 'base': _PREFIX, 'installed_platbase': _PREFIX, 'platbase': _PREFIX, 'projectbase': '/usr/bin', 'platlibdir': 'lib',
    'implementation': 'Python', 'implementation_lower': 'python', 'abiflags': '', 'py_version_nodot_plat': '', 'abi_thread': '',
    'userbase': '/home/loopscope/.local', 'srcdir': _PREFIX, 'VERSION': '3.14', 'EXT_SUFFIX': '.so', 'Py_DEBUG': 0, 'Py_GIL_DISABLED': 0,
    'LIBDIR': '/usr/lib', 'BINDIR': '/usr/bin',
}


def get_python_version():
    return _known['py_version_short']


def get_platform():
    return sys.platform


def get_scheme_names():
    return tuple(sorted(_schemes))


def get_path_names():
    return _NAMES


def get_default_scheme():
    return 'posix_prefix'


def get_preferred_scheme(key):
    found = {'prefix': 'posix_prefix', 'home': 'posix_home', 'user': 'posix_user'}
    return found[key]


def get_paths(scheme='posix_prefix', vars=None, expand=True):
    places = _schemes[scheme]
    if not expand:
        return places
    known = {**_known, **(vars or {})}
    return {name: _os.path.normpath(place.format(**known)) for name, place in places.items()}


def get_path(name, scheme='posix_prefix', vars=None, expand=True):
    return get_paths(scheme, vars, expand)[name]


def get_config_vars(*args):
    return [_known.get(name) for name in args] if args else _known


def get_config_var(name):
    return _known.get(name)


def is_python_build(check_home=None):
    return False


def get_config_h_filename():
    return f"{get_path('platinclude')}/pyconfig.h"


def get_makefile_filename():
    return f"{get_path('platstdlib')}/config-3.14/Makefile"


def parse_config_h(fp, vars=None):
    """What a C header defines, as a dict."""
    found = {} if vars is None else vars
    for line in fp:
        words = line.split(None, 2)
        name = words[2].split()[0] if words[:2] == ['/*', '#undef'] else words[1] if len(words) > 2 else ''
        if not (len(name) > 1 and name[0].isupper()):
            continue
        if words[0] == '#define':
            value = words[2].strip()
            try:
                found[words[1]] = int(value)
            except ValueError:
                found[words[1]] = value
        elif words[0] == '/*':
            found[name] = 0
    return found
