"""The code that timeit makes begins with an empty line."""
import timeit
import traceback

for statement in '1/0', 'x = 1\ny = x/0':
    try:
        timeit.timeit(statement, 'z = 1', number=1)
    except ZeroDivisionError as error:
        print([entry.lineno for entry in traceback.extract_tb(error.__traceback__) if entry.filename == '<timeit-src>'])
