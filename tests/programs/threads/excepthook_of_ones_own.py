import threading, time, sys
# excepthook of one's own
class T(threading.Thread):
    def run(self): 1 / 0
def hook(args):
    print(args.exc_type, args.exc_value, args.thread.name, len(args), args[:1])
old = threading.excepthook
threading.excepthook = hook
t = T(name='mine'); t.start(); t.join()
def bad(args): raise ValueError('hook')
threading.excepthook = bad
t = T(name='mine2'); t.start(); t.join()
threading.excepthook = old
def leave(): sys.exit(3)
t = threading.Thread(target=leave); t.start(); t.join()
def f():
    raise threading.ThreadError('x')
t = threading.Thread(target=f, name='f1'); t.start(); t.join()
print(threading.__excepthook__ is old)
