"""Fields that make_dataclass gets without a type are of typing.Any"""
import dataclasses
import inspect
import typing
from annotationlib import Format, get_annotations

Made = dataclasses.make_dataclass('Made', ['a', ('b', int), ('c', str, dataclasses.field(default='x'))])
print(Made.__annotations__)
print([f.type for f in dataclasses.fields(Made)])
print(Made(1, 2), inspect.signature(Made))
print(typing.get_type_hints(Made), get_annotations(Made, format=Format.STRING))
