"""time.struct_time and its like are copied and pickled with the fields that only have names."""
import copy
import pickle
import sys
import time

moment = time.gmtime(86400 * 365)
print(moment.__reduce__())
for again in (copy.copy(moment), copy.deepcopy([moment])[0], *(pickle.loads(pickle.dumps(moment, protocol)) for protocol in range(6))):
    print(again == moment, type(again) is type(moment), again.tm_zone, again.tm_gmtoff)
print(time.struct_time(range(9), {'tm_zone': 'XYZ'}).tm_zone, time.struct_time(range(9)).tm_zone, time.struct_time(range(11)).tm_gmtoff)
for wrong in ((range(9), 5), (range(3),), (range(12),)):
    try:
        time.struct_time(*wrong)
    except TypeError as error:
        print(error)
try:
    copy.copy(sys.version_info)
except TypeError as error:
    print(error)
deep = (0, {'in': None})
deep[1]['in'] = deep
for protocol in range(6):
    back = pickle.loads(pickle.dumps(deep, protocol))
    print(back[1]['in'] is back, end=' ')
print()
