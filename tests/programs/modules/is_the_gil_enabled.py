# What programs ask that want to know whether threads share a lock.
import sys
import sysconfig

print(sys._is_gil_enabled(), sys.flags.gil, sys.flags.thread_inherit_context, sysconfig.get_config_var('Py_GIL_DISABLED'))
print(sys._is_interned('a_name'), sys._is_interned(sys.intern('two words')), sys._is_interned('x' * len(sys.argv) * 50))
try:
    sys._is_interned(3)
except TypeError as error:
    print(error)
