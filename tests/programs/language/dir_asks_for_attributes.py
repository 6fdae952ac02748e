class Told:
    def __init__(self):
        self.a = 1

    def __getattribute__(self, name):
        print('get', name)
        return super().__getattribute__(name)


class Other(Told):
    def __getattribute__(self, name):
        print('get', name)
        if name == '__dict__':
            return {'z': 1}
        raise AttributeError(name)


for thing in (Told(), Other()):
    print([name for name in dir(thing) if not name.startswith('_')])
