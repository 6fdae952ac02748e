"""What operator makes of names and keys is pickled in every protocol, as its arguments."""
import copy
import operator
import pickle

for getter in (operator.itemgetter(1), operator.itemgetter('a', 2), operator.attrgetter('real'), operator.attrgetter('real', 'imag'),
               operator.methodcaller('upper'), operator.methodcaller('split', ','), operator.methodcaller('split', sep=',', maxsplit=1)):
    print(getter, getter.__reduce__()[1], copy.copy(getter), copy.deepcopy(getter))
    for protocol in range(6):
        print(pickle.dumps(getter, protocol), pickle.loads(pickle.dumps(getter, protocol)))
