"""Every method of AbstractEventLoop and of the abstract server, protocols and transports, as a subclass finds it that has written none."""
import asyncio
import inspect

loop = asyncio.AbstractEventLoop()
CALLS = {
    "add_reader": (1, print), "add_signal_handler": (2, print), "add_writer": (1, print), "call_at": (1, print), "call_exception_handler": ({},),
    "call_later": (1, print), "call_soon": (print,), "call_soon_threadsafe": (print,), "close": (), "connect_accepted_socket": (print, None),
    "connect_read_pipe": (print, None), "connect_write_pipe": (print, None), "create_connection": (print,), "create_datagram_endpoint": (print,),
    "create_future": (), "create_server": (print,), "create_task": (None,), "create_unix_connection": (print,), "create_unix_server": (print,),
    "default_exception_handler": ({},), "get_debug": (), "get_exception_handler": (), "get_task_factory": (), "getaddrinfo": ("localhost", 80),
    "getnameinfo": (("localhost", 80),), "is_closed": (), "is_running": (), "remove_reader": (1,), "remove_signal_handler": (2,), "remove_writer": (1,),
    "run_forever": (), "run_in_executor": (None, print), "run_until_complete": (None,), "sendfile": (None, None), "set_debug": (True,),
    "set_default_executor": (None,), "set_exception_handler": (None,), "set_task_factory": (None,), "shutdown_asyncgens": (),
    "shutdown_default_executor": (), "sock_accept": (None,), "sock_connect": (None, None), "sock_recv": (None, 1), "sock_recv_into": (None, None),
    "sock_recvfrom": (None, 1), "sock_recvfrom_into": (None, None), "sock_sendall": (None, b""), "sock_sendfile": (None, None),
    "sock_sendto": (None, b"", None), "start_tls": (None, None, None), "stop": (), "subprocess_exec": (print,), "subprocess_shell": (print, ""), "time": (),
}


def end(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return f"returned {stop.value!r}"


def outcome(call, *arguments):
    try:
        result = call(*arguments)
        if inspect.iscoroutine(result):
            return "when awaited: " + end(result)
        return f"returned {result!r}"
    except NotImplementedError as error:
        return f"NotImplementedError({error})"


for name, arguments in CALLS.items():
    try:
        print(name, outcome(getattr(loop, name), *arguments))
    except NotImplementedError as error:
        print(name, "when awaited: NotImplementedError", error)

server = asyncio.AbstractServer()
for name in ("abort_clients", "close", "close_clients", "get_loop", "is_serving", "serve_forever", "start_serving", "wait_closed"):
    try:
        print(name, outcome(getattr(server, name)))
    except NotImplementedError:
        print(name, "when awaited: NotImplementedError")


async def as_context():
    async with server as entered:
        print(entered is server)


try:
    asyncio.run(as_context())
except NotImplementedError as error:
    print("async with: NotImplementedError", error)

PROTOCOLS = {
    asyncio.BaseProtocol: {"connection_made": (None,), "connection_lost": (None,), "pause_writing": (), "resume_writing": ()},
    asyncio.Protocol: {"data_received": (b"x",), "eof_received": ()},
    asyncio.BufferedProtocol: {"get_buffer": (10,), "buffer_updated": (3,), "eof_received": ()},
    asyncio.DatagramProtocol: {"datagram_received": (b"x", ("a", 1)), "error_received": (OSError("no"),)},
    asyncio.SubprocessProtocol: {"pipe_data_received": (1, b"x"), "pipe_connection_lost": (1, None), "process_exited": ()},
}
for kind, methods in PROTOCOLS.items():
    protocol = kind()
    shared = PROTOCOLS[asyncio.BaseProtocol]
    print(kind.__name__, [base.__name__ for base in kind.__mro__[1:-1]], hasattr(protocol, "__dict__"))
    for name, arguments in {**shared, **methods}.items():
        print("   ", name, outcome(getattr(protocol, name), *arguments))

READ = {"is_reading": (), "pause_reading": (), "resume_reading": ()}
WRITE = {
    "set_write_buffer_limits": (), "get_write_buffer_size": (), "get_write_buffer_limits": (), "write": (b"x",), "write_eof": (), "can_write_eof": (),
    "abort": (),
}
TRANSPORTS = {
    asyncio.BaseTransport: {"is_closing": (), "close": (), "set_protocol": (None,), "get_protocol": ()},
    asyncio.ReadTransport: READ,
    asyncio.WriteTransport: WRITE,
    asyncio.Transport: {**READ, **WRITE},
    asyncio.DatagramTransport: {"sendto": (b"x", None), "abort": ()},
    asyncio.SubprocessTransport: {
        "get_pid": (), "get_returncode": (), "get_pipe_transport": (1,), "send_signal": (9,), "terminate": (), "kill": ()},
}
for kind, methods in TRANSPORTS.items():
    transport = kind({"peername": ("10.0.0.1", 80)})
    print(kind.__name__, [base.__name__ for base in kind.__mro__[1:-1]], transport.get_extra_info("peername"), transport.get_extra_info("socket"),
          transport.get_extra_info("none", "default"), kind().get_extra_info("peername"))
    for name, arguments in {**TRANSPORTS[asyncio.BaseTransport], **methods}.items():
        print("   ", name, outcome(getattr(transport, name), *arguments))


class Written(asyncio.WriteTransport):
    def write(self, data):
        print("write", data)


Written().writelines([b"one", b"two"])
