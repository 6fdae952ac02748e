# Special methods of builtin objects, bound: equal when they are the same method of the same object.
value = [1]
print(value.__len__ == value.__len__, value.__len__ == [1].__len__, value.__len__ != value.__iter__, (1).__add__ == (1).__add__)
print(hash(value.__len__) == hash(value.__len__), len({value.__len__, value.__len__, value.__iter__}))
print(value.__len__ == value.append, value.__len__ == 5)


class Names:
    made = classmethod(property(lambda cls: 3))


print(repr(Names.made).split(' of ')[0])
try:
    class Wrong:
        __slots__ = [chr(128)]
except TypeError as e:
    print(e)


class Fine:
    __slots__ = ['grün', 'ñ']


item = Fine()
item.grün = 3
print(item.grün)
