"""Code that was compiled under the name of a file of the program shows that file's lines, and those that linecache was given."""
import linecache
import os
import tempfile
import traceback

os.chdir(tempfile.mkdtemp())
with open('page.html', 'w') as file:
    file.write('<h1>\n  {{ 1 / zero }}  \n</h1>\n')


def run(name, source='\n(1 / zero)\n'):
    try:
        exec(compile(source, name, 'exec'), {'zero': 0})
    except ZeroDivisionError as error:
        entry = traceback.extract_tb(error.__traceback__)[-1]
        print(repr(entry.line), entry.filename, entry.lineno)
        print(traceback.format_exc(limit=-1))


run('page.html')
run('no_such_page.html')
run('page.html', '\n\n\n\n\n1 / zero')
run('<made up>')
linecache.cache['<made up>'] = 20, None, ['first\n', 'of the cache\n'], '<made up>'
run('<made up>')
linecache.clearcache()
run('<made up>')
