import builtins
import io
import sysconfig
import this

print(this.d['A'], len(this.s))
print(sysconfig.get_python_version(), sysconfig.get_path_names(), list(sysconfig.get_paths()), sysconfig.get_default_scheme())
print(sysconfig.get_config_var('py_version_short'), sysconfig.get_config_vars('py_version_nodot', 'nothing'), sysconfig.is_python_build())
print(sysconfig.parse_config_h(io.StringIO('#define A 1\n#define NAME "x y"\n/* #undef BIG */\n#define C\nother\n')))
print(sysconfig.__all__)
try:
    sysconfig.get_path('nowhere')
except KeyError as error:
    print(error)
print(*(hasattr(builtins, name) for name in ('copyright', 'credits', 'license')))
