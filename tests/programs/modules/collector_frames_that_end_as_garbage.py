# A coroutine is closed as garbage, and what is left of its frame dies in a later finalizer of the same collection.
import gc


class Awaited:
    def __await__(self):
        yield self


class Holder:
    def __del__(self):
        print("lets go of", self.error)
        self.error = None


class Last:
    def __del__(self):
        print("last", len(self.others))


async def fails(holder):
    try:
        raise ValueError("kept")
    except ValueError as error:
        holder.error = error
    try:
        await Awaited()
    finally:
        print("closed")


def make():
    holder, last = Holder(), Last()
    coroutine = fails(holder)
    coroutine.send(None)
    later = Holder()
    later.error, holder.error = holder.error, None
    last.others = [holder, later, last, coroutine]
    holder.others = later.others = last.others


for _ in range(3):
    make()
    print(gc.collect() > 0)
