"""An event loop of one's own, as books build it before they come to asyncio."""
import select
import selectors
import socket
import threading

selector = selectors.DefaultSelector()
listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.setblocking(False)
listener.bind(('127.0.0.1', 0))
listener.listen()
address = listener.getsockname()
print(selector.select(timeout=0), selector.select(timeout=0.05))


def accept(sock):
    connection, _ = sock.accept()
    connection.setblocking(False)
    selector.register(connection, selectors.EVENT_READ, echo)


def echo(connection):
    data = connection.recv(1024)
    if data:
        print('server got', data)
        connection.send(data.upper())
    else:
        selector.unregister(connection)
        connection.close()
        print('server: gone')


key = selector.register(listener, selectors.EVENT_READ, accept)
print(key.fileobj is listener, key.fd == listener.fileno(), key.events, key.data is accept, len(selector.get_map()))
answers = []


def client(text):
    with socket.create_connection(address) as sock:
        sock.sendall(text)
        answers.append(sock.recv(100))


for text in (b'one', b'two'):
    thread = threading.Thread(target=client, args=(text,))
    thread.start()
    while thread.is_alive() or len(selector.get_map()) > 1:
        for key, mask in selector.select(timeout=1):
            key.data(key.fileobj)
    thread.join()
print(answers)
for attempt in (lambda: selector.register(listener, selectors.EVENT_READ), lambda: selector.unregister(address), lambda: selector.register(listener, 0),
                lambda: selector.register(object(), 1), lambda: selector.get_key('nothing')):
    try:
        attempt()
    except (KeyError, ValueError) as error:
        print(type(error).__name__, str(error).split(' at ')[0].split(' fd=')[0].split("('127")[0])
selector.close()
listener.close()

one, two = socket.socketpair()
print(select.select([one], [], [], 0), select.select([one], [two], [], 1) == ([], [two], []))
two.send(b'x')
print(select.select([one, two], [], []) == ([one], [], []))
