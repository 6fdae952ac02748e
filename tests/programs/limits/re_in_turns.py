# A search that takes long leaves the other threads and the loop their turns, and needs no C stack.
import asyncio
import re
import threading


def count(until):
    global turns
    while not until.is_set():
        turns += 1


turns = 0
done = threading.Event()
counter = threading.Thread(target=count, args=(done,))
counter.start()
print(re.match(r'(a+)+$', 'a' * 20 + 'b'))
print(len(re.sub(r'(?:x|y)+z', '', 'xy' * 300)))
print(turns > 100)
done.set()
counter.join()
print(len(re.match(r'((a|b)c?)*', 'ab' * 100000).group()))
print(len(re.findall(r'(?:(?:ab?)+?c)+', 'abac' * 10000)))
