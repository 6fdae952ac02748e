# Shared memory: blocks of bytes and lists of values that processes find by name.
import pickle
from array import array
from multiprocessing import Pipe, Process, shared_memory
from multiprocessing.managers import SharedMemoryManager
from multiprocessing.shared_memory import ShareableList, SharedMemory


def fill(name, start):
    memory = SharedMemory(name)
    memory.buf[start : start + 4] = bytes(range(start, start + 4))
    memory.close()


def double(items):
    for i, item in enumerate(items):
        items[i] = item * 2 if not isinstance(item, str) else item.upper()
    items.shm.close()


def say(error):
    print(type(error).__name__, error)


def blocks():
    memory = SharedMemory(create=True, size=12)
    print(len(memory.name), memory.name.startswith("psm_"), memory.size, type(memory.buf), len(memory.buf), bytes(memory.buf))
    workers = [Process(target=fill, args=(memory.name, start)) for start in (0, 8)]
    for worker in workers:
        worker.start()
        worker.join()
    print(bytes(memory.buf), [worker.exitcode for worker in workers])
    again = shared_memory.SharedMemory(memory.name)
    again.buf[1:3] = b"hi"
    print(array("b", memory.buf[:4]), again.size, repr(again) == f"SharedMemory({memory.name!r}, size=12)")
    sent = pickle.loads(pickle.dumps(memory))
    print(sent.name == memory.name, bytes(sent.buf[:3]))
    sent.close()
    print(sent.buf, sent.size)
    again.close()
    memory.close()
    memory.unlink()
    for wrong in (dict(name=memory.name), dict(create=True), dict(create=True, size=-1), dict(size=4), dict(name="none_such")):
        try:
            SharedMemory(**wrong)
        except (OSError, ValueError) as error:
            print(type(error).__name__, str(error).replace(memory.name, "NAME"))
    mine = SharedMemory("loopscope_test", create=True, size=3)
    try:
        SharedMemory("loopscope_test", create=True, size=3)
    except FileExistsError as error:
        say(error)
    mine.close()
    mine.unlink()


def lists():
    items = ShareableList(["howdy", b"HoWdY", -273.154, 100, None, True, 42])
    print(list(items), len(items), items.format)
    print(items[2], items[-1], items.count(100), items.index(None), 42 in items)
    items[2] = -78.5
    items[2] = "dry ice"
    items[0] = "é" * 4
    items[3] = False
    items[4] = 7
    print(list(items), items.format)
    for place, value in ((0, "a long text, longer than it was"), (2, "larger than it"), (9, 1), (3, [])):
        try:
            items[place] = value
        except (ValueError, IndexError, KeyError) as error:
            say(error)
    try:
        items[7]
    except IndexError as error:
        say(error)
    try:
        items.index("none")
    except ValueError as error:
        say(error)
    other = ShareableList(name=items.shm.name)
    other[6] = 43
    print(items[6], len(other), pickle.loads(pickle.dumps(items))[6], items.shm.size)
    other.shm.close()
    items.shm.close()
    items.shm.unlink()
    for values in ([], range(3), "abc"):
        made = ShareableList(values)
        print(list(made), made.shm.size)
        made.shm.close()
        made.shm.unlink()
    print(ShareableList[int])


def managed():
    with SharedMemoryManager() as manager:
        numbers = manager.ShareableList([1, 2.5, "three"])
        worker = Process(target=double, args=(numbers,))
        worker.start()
        worker.join()
        print(list(numbers))
        block = manager.SharedMemory(size=8)
        name = block.name
        print(len(block.buf))
    try:
        SharedMemory(name)
    except FileNotFoundError as error:
        print(type(error).__name__, error.errno)


def pipes():
    a, b = Pipe()
    a.send_bytes(array("i", range(5)))
    rows = array("i", [0] * 8)
    print(b.recv_bytes_into(rows, 4), rows)
    for offset in (-1, 33):
        try:
            b.recv_bytes_into(rows, offset)
        except ValueError as error:
            say(error)


if __name__ == "__main__":
    blocks()
    lists()
    managed()
    pipes()
