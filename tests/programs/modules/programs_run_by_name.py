# runpy: a file or a module run as a program, with the names that it has then.
import os
import runpy
import sys

os.makedirs('kit/inner')
for path, text in {'job.py': 'import sys\nresult = (__name__, __file__, __package__, sys.argv[0], given if "given" in globals() else None)\n',
                   'kit/__init__.py': '', 'kit/__main__.py': 'who = __name__\nwhere = __package__\n', 'kit/part.py': 'if __name__ == "__main__":\n    print("part as a program")\nvalue = 5\n',
                   'kit/inner/__init__.py': '', 'stops.py': 'import sys\nsys.exit(3)\n'}.items():
    with open(path, 'w') as file:
        file.write(text)
print(runpy.run_path('job.py', {'given': 1}, 'chosen')['result'])
print(runpy.run_path('job.py')['result'])
print(runpy.run_module('kit.part')['value'], 'kit.part' in sys.modules)
print(runpy.run_module('kit.part', run_name='__main__')['__name__'])
space = runpy.run_module('kit', run_name='__main__')
print(space['who'], space['where'])
for name in ('nowhere', 'kit.nowhere', 'kit.inner', '.kit'):
    try:
        runpy.run_module(name)
    except ImportError as error:
        print(name, '->', error)
try:
    runpy.run_path('stops.py')
except SystemExit as stop:
    print('stopped with', stop.code)
print(sys.argv[0].endswith('programs_run_by_name.py'))
