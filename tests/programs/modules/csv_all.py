"""csv: readers, writers, dialects, quoting, errors."""
import csv
import io


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def read(text, **options):
    return list(csv.reader(text.splitlines(True), **options))


def write(rows, **options):
    out = io.StringIO()
    csv.writer(out, **options).writerows(rows)
    return out.getvalue()


for text in ('a,b,c\n1,2,3\n', '"a ""q"" b",c\r\n', 'a,"b\nc",d\n', '\n\na\n', ',,\n', '"x"y,z\n', 'a, "b"\n', "'a,b',c\n", 'a\tb\n', '"open\n', 'a\\,b\n', 'x'):
    print(repr(text), attempt(read, text))
print(read('a;b;"c;d"\n', delimiter=';'), read("'a,b',c\n", quotechar="'"), read('a, "b, c"\n', skipinitialspace=True), read('a\\,b,c\n', escapechar='\\'), read('1,"2",3.5\n', quoting=csv.QUOTE_NONNUMERIC), read('"a",b\n', quoting=csv.QUOTE_NONE))
print(attempt(read, '"a"b\n', strict=True), attempt(read, '"a\n', strict=True), attempt(read, 'a,b\n', quoting=csv.QUOTE_NONNUMERIC), read('"",,"x"\n', quoting=csv.QUOTE_NOTNULL), read('1,,"x"\n', quoting=csv.QUOTE_STRINGS))
rows = [['plain', 'with,comma', 'with "quote"', 'line\nbreak', '', None, 5, 1.5, True], [], [''], ['x']]
for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_STRINGS, csv.QUOTE_NOTNULL):
    print(quoting, repr(write(rows, quoting=quoting)))
print(repr(attempt(write, [['a,b', 'c"d']], quoting=csv.QUOTE_NONE, escapechar='\\')), attempt(write, [['a,b']], quoting=csv.QUOTE_NONE))
print(repr(write([['a"b', "c'd"]], doublequote=False, escapechar='\\')), attempt(write, [['a"b']], doublequote=False), repr(write([[1, 2]], delimiter='\t', lineterminator='\n')), repr(write(rows[:1], dialect='unix')), repr(write(rows[:1], dialect='excel-tab')))
print(attempt(csv.writer(io.StringIO()).writerow, 5), attempt(csv.writer, 5), attempt(csv.reader, 5), attempt(read, 'x', delimiter='ab'), attempt(read, 'x', delimiter=5), attempt(read, 'x', quoting=9), attempt(read, 'x', dialect='nope'), attempt(read, 'x', nope=1))
print(csv.writer(io.StringIO()).writerow(['a', 'b']), attempt(lambda: list(csv.reader([b'a']))), csv.list_dialects(), csv.field_size_limit())

people = 'name,age\nAnn,30\nBob,25\n\nCid\nDan,1,extra,more\n'
reader = csv.DictReader(io.StringIO(people))
print(reader.fieldnames, reader.line_num)
for row in reader:
    print(row, reader.line_num)
print(list(csv.DictReader(io.StringIO('1,2\n'), fieldnames=['a', 'b', 'c'], restval='?')), list(csv.DictReader(io.StringIO('1,2\n'), ['a'], restkey='rest')), list(csv.DictReader(io.StringIO(''))))
out = io.StringIO()
writer = csv.DictWriter(out, ['name', 'age'], restval='-')
print(writer.writeheader(), writer.writerow({'name': 'Ann', 'age': 30}))
writer.writerows([{'name': 'Bob'}, {'age': 5, 'name': 'x,y'}])
print(repr(out.getvalue()), attempt(writer.writerow, {'name': 1, 'other': 2}), attempt(csv.DictWriter, out, ['a'], extrasaction='nope'))
csv.DictWriter(out, ['a'], extrasaction='ignore').writerow({'a': 1, 'b': 2})
csv.register_dialect('pipes', delimiter='|', quoting=csv.QUOTE_ALL)
print(repr(write([['a', 'b']], dialect='pipes')), csv.get_dialect('pipes').delimiter, 'pipes' in csv.list_dialects())
csv.unregister_dialect('pipes')
print(attempt(csv.get_dialect, 'pipes'), attempt(csv.unregister_dialect, 'pipes'))


class Semi(csv.Dialect):
    delimiter = ';'
    quotechar = '"'
    doublequote = True
    lineterminator = '\n'
    quoting = csv.QUOTE_MINIMAL


print(repr(write([['a;b', 'c']], dialect=Semi)), repr(write([['a;b', 'c']], dialect=Semi())), csv.Sniffer().sniff('a;b;c\n1;2;3\n').delimiter, csv.Sniffer().has_header('name,age\nAnn,30\nBob,25\n'))
reader = csv.reader(['a,b', '1,2'])
print(next(reader), reader.line_num, reader.dialect.delimiter, list(reader))
