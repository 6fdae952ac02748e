"""What libraries that format by rules of their own take from str.format: its reading of a text, and of a field's name."""
from string import _field_parts, _format_parts


def formatter_parser(text, /):
    if not isinstance(text, str):
        raise TypeError(f'expected str, got {type(text).__name__}')
    return _format_parts(text)


def formatter_field_name_split(name, /):
    if not isinstance(name, str):
        raise TypeError(f'expected str, got {type(name).__name__}')
    first, rest = _field_parts(name)
    return first, iter(rest)
