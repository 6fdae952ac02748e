class Meta(type):
    def __getitem__(cls, key):
        return [cls.__name__, 2][key]


class Made(metaclass=Meta):
    pass


print(list(Made), [*Made], 2 in Made, Made[0])
for thing in (int, type):
    try:
        iter(thing)
    except TypeError as error:
        print(error)
try:
    list(list)
except TypeError as error:
    print(error)
