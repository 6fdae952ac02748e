"""_methods: methods that several classes share, in each as its own: errors and texts name the class."""


def methods_of(base):
    """A decorator for classes that have them."""
    def decorate(cls):
        function = type(decorate)
        for name, each in vars(base).items():
            if type(each) is function and name not in cls.__dict__:
                own = function(each.__code__, each.__globals__, name, each.__defaults__, each.__closure__)
                own.__qualname__, own.__kwdefaults__ = f'{cls.__name__}.{name}', each.__kwdefaults__
                setattr(cls, name, own)
        return cls
    return decorate
