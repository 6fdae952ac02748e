"""signal.signal, getsignal, raise_signal, the names."""
import signal


def handler(number, frame):
    print("handler", number, signal.Signals(number).name, frame.f_code.co_name)


print(signal.getsignal(signal.SIGTERM), signal.SIG_DFL, repr(signal.SIGINT))
print(signal.signal(signal.SIGUSR1, handler))
signal.raise_signal(signal.SIGUSR1)
print(signal.getsignal(signal.SIGUSR1) is handler)
signal.signal(signal.SIGUSR1, signal.SIG_IGN)
signal.raise_signal(signal.SIGUSR1)
print(signal.getsignal(signal.SIGUSR1), signal.getsignal(signal.SIGINT))
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("KeyboardInterrupt")
try:
    signal.signal(signal.SIGTERM, 5.5)
except TypeError as e:
    print(e)
print(signal.strsignal(15), signal.SIGTERM == 15, signal.Signals.SIGKILL.value)
