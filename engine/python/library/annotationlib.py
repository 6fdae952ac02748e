"""Annotations and how they are read: as values, with references to what is not there yet, as text."""
import enum
from typing import ForwardRef

from _annotations import (annotations_to_string, call_annotate_function, call_evaluate_function, get_annotate_from_class_namespace,
                          get_annotations, type_repr)

__all__ = ['Format', 'ForwardRef', 'call_annotate_function', 'call_evaluate_function', 'get_annotate_from_class_namespace',
           'get_annotations', 'annotations_to_string', 'type_repr']


class Format(enum.IntEnum):
    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4
