# What a subclass of property tells: a text of its own, its getter's, the name it was given.
def tell(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
# property
class PS(property):
    """This is a subclass"""
class Spam:
    @PS
    def spam(self):
        """the doc"""
    @property
    def a(self): "adoc"
    @a.setter
    def a(self, v): "other"
    nodoc = PS(lambda s: 1)
    given = PS(lambda s: 1, doc='given doc')
print(Spam.spam.__doc__, '|', PS.__doc__, '|', Spam.a.__doc__, '|', Spam.nodoc.__doc__, '|', Spam.given.__doc__)
p = property(lambda s: 1)
tell(lambda: p.__name__)
p.__name__ = 'pn'
print(p.__name__); del p.__name__
def fget(s): pass
p=property(fget); print(p.__name__, Spam.a.__name__)
tell(lambda: p.__set_name__()); tell(lambda: p.__set_name__(1))
class S2(property): __slots__ = ()
tell(lambda: S2(fget).__doc__)
def fg(s): 'doc'
tell(lambda: S2(fg).__doc__)
class S3(property): __slots__ = ('__doc__',)
tell(lambda: S3(fg).__doc__)
class T:
    @property
    def x(self): raise AttributeError('inner')
tell(lambda: T().x)
class Abs:
    def f(s): pass
    f.__isabstractmethod__ = []
    f = property(f)
print(Abs.f.__isabstractmethod__)
