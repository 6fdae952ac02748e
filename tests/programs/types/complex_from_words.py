# Of all words only nan, inf and infinity are numbers, whatever others begin like them.
words = "not nat nano nan nanx n na nab inx in inf info infinit infinity infinityx i nani -not +nat -nan Nan nAN NoT nonj infj infinityj nanj no 1nan"
for make in (complex, float):
    for word in f"{words} nan+nanj infinity-infj nanj+nan inf+nonj -inf+j".split():
        try:
            print(make.__name__, word, make(word))
        except ValueError as error:
            print(make.__name__, word, error)
