from __future__ import annotations
import functools
import inspect


class Config:
    pass


def plain(a: int, b: 'Config' = None, *args: list[int], c: Config, **kw: str) -> Config | None: ...


class Service:
    def __init__(self, config: Config, size: int = 1): ...
    def run(self, job: 'Config') -> bool: ...
    @classmethod
    def make(cls, config: Config) -> Service: ...
    @staticmethod
    def check(x: Config): ...
    def __call__(self, y: Config): ...


@functools.wraps(plain)
def wrapped(*a, **k): ...


for f in (plain, Service, Service.run, Service(1).run, Service.make, Service.check, Service(1), wrapped, functools.partial(plain, 1, c=2)):
    print(inspect.signature(f), "|", inspect.signature(f, eval_str=True))
print(inspect.signature(wrapped, follow_wrapped=False), inspect.Signature.from_callable(plain, eval_str=True).return_annotation)
for name, p in inspect.signature(plain, eval_str=True).parameters.items():
    print(name, p.kind.description, p.annotation, p.default)


def local(x: Thing, y: Other): ...


try:
    inspect.signature(local, eval_str=True)
except NameError as e:
    print(e)
print(inspect.signature(local, eval_str=True, globals={"Thing": int}, locals={"Other": str}))
print(inspect.signature(local))
