# A descriptor with __set__ and no __get__: reading finds the instance's own attribute, and only without one the descriptor itself.
class Typed:
    expected = object

    def __init__(self, name=None):
        self.name = name

    def __set__(self, instance, value):
        if not isinstance(value, self.expected):
            raise TypeError(f'{self.name} must be {self.expected.__name__}')
        instance.__dict__[self.name] = value

    def __repr__(self):
        return f'<{type(self).__name__} {self.name}>'


class Whole(Typed):
    expected = int


class Text(Typed):
    expected = str


class Share:
    name = Text('name')
    count = Whole('count')

    def __init__(self, name, count):
        self.name = name
        self.count = count

    def total(self):
        return [self.name, self.count]


share = Share('ACME', 50)
for _ in range(3):
    print(share.name, share.count, share.total(), getattr(share, 'count'))
    share.count = share.count + 25
try:
    share.count = 'many'
except TypeError as error:
    print(error)
print(Share.name, share.__dict__, hasattr(share, 'name'))
del share.__dict__['name']
print(share.name)
Typed.__get__ = lambda self, instance, owner: 'from __get__'
print(share.name, share.count, share.total())
del Typed.__get__
print(share.name, share.count, share.total())


class OnlyDelete:
    def __delete__(self, instance):
        print('deleted', instance.__dict__.pop('field'))


class Record:
    field = OnlyDelete()


record = Record()
record.__dict__['field'] = 1
print(record.field)
try:
    record.field = 2
except AttributeError as error:
    print(type(error).__name__, str(error)[:20])
del record.field
print(type(record.field).__name__)


class Meta(type):
    setting = Whole('setting')


class Made(metaclass=Meta):
    pass


print(Made.setting)
try:
    Made.setting = 'x'
except TypeError as error:
    print(error)


class WithSetting(metaclass=Meta):
    setting = 'of the class'


print(WithSetting.setting)
