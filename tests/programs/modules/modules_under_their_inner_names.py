import __future__
import _collections_abc
import _operator

print(_operator.add(1, 2), _operator.itemgetter(1)('ab'), _collections_abc.Mapping.__name__)
print(__future__.annotations.compiler_flag, __future__.division, len(__future__.all_feature_names))
