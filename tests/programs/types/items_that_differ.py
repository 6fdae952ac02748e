"""^ of two dicts' items compares values that have no hash; & asks for one where the other is a set."""


def told(make):
    try:
        print(make())
    except TypeError as error:
        print(error)


old, new = {"a": [1], "b": 2}, {"a": [1], "b": 3}
told(lambda: sorted(old.items() ^ new.items()))
told(lambda: old.items() ^ {"a": [2]}.items())
told(lambda: old.items() & new.items())
told(lambda: {"a": [1]}.items() & {("a", 1)})
told(lambda: {1}.intersection([[]]))
told(lambda: {1}.issubset([[]]))
told(lambda: {1}.isdisjoint([[]]))
told(lambda: {1}.issuperset([[]]))
told(lambda: {1, 2}.isdisjoint(iter([5, 2, [], 3])))
told(lambda: [format(number, spec) for number in (-0j, -1e-9 - 0.4j) for spec in ("z", "z.1f", " z12")])
