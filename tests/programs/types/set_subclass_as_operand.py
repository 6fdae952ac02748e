"""A set is looked at as it lies there, whatever its class says when it is iterated over or asked."""


class Own(set):
    def __iter__(self):
        print("iter")
        return iter([7, 8])

    def __len__(self):
        print("len")
        return 4

    def __contains__(self, item):
        print("contains")
        return True


own = Own({1})
print(own, {1} & own, {1} | own, {1, 2} - own, {1, 7} ^ own, set(own), {1}.union(own), own.copy(), own <= {1}, own | {2})
print({1, 3}.difference(own), {1, 3}.intersection(own), {5}.symmetric_difference(own), sorted(own))
