"""A generator of random numbers can be copied and pickled, and goes on as the original does."""
import copy
import pickle
import random

one = random.Random(7)
one.random()
one.gauss(0, 1)
copies = [copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one)), random.Random()]
copies[3].setstate(one.getstate())
expected = [one.random(), one.gauss(0, 1), one.randint(1, 100)]
for each in copies:
    print(type(each), [each.random(), each.gauss(0, 1), each.randint(1, 100)] == expected)


class Named(random.Random):
    name = 'dice'


dice = Named(3)
again = pickle.loads(pickle.dumps(dice))
print(type(again) is Named, again.random() == dice.random())
try:
    copy.copy(random.SystemRandom())
except NotImplementedError as error:
    print(error)
print(random.TWOPI, random.LOG4, random.NV_MAGICCONST, random.SG_MAGICCONST, random.BPF, random.RECIP_BPF)
