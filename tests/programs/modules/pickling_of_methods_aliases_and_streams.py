import copy, functools, io, pickle


def again(value):
    return pickle.loads(pickle.dumps(value))


for method in (str.upper, object.__init__, dict.fromkeys):
    print(again(method) == method, repr(again(method)).split(' at ')[0])
print(again((5).__add__)(3), again(functools.partial(str.upper, 'abc'))(), copy.deepcopy([str.lower])[0]('ABC'))
for alias in (list[int], dict[str, tuple[int, ...]], int | None):
    print(again(alias), again(alias) == alias, copy.copy(alias))
text = io.StringIO('one\ntwo\nthree')
text.readline()
other = again(text)
print(other.tell(), other.readline(), text.tell(), other.getvalue() == text.getvalue())
data = io.BytesIO(b'0123456789')
data.seek(4)
print(again(data).read(), data.tell())
whole = pickle.dumps({'a': [1, 2, 3]})
for size in (0, 5, 12, len(whole) - 1):
    try:
        pickle.loads(whole[:size])
    except (EOFError, pickle.UnpicklingError) as error:
        print(size, type(error).__name__, error)
