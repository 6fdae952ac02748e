/* socket.c: the native module _net: sockets of the network inside the run, as far as they never wait. A call that would
 * have to, of a socket that may, goes on in Python (socket.socket._wait), which parks the thread and calls again.
 */
#include <limits.h>
#include <math.h>

#include "aio.h"

static bool make_network(Vm *vm);

static Network *network_of(Vm *vm) {
    return aio_of(vm)->network;
}

static Socket *socket_behind(Vm *vm, const SocketObj *self) {
    return self->file < 0 ? NULL : network_find(network_of(vm), self->file);
}

/* The socket itself; NULL: closed, with the exception. */
static Socket *open_socket(Vm *vm, Value self) {
    Socket *socket = socket_behind(vm, AS(SocketObj, self));
    if (socket == NULL) raise_net(vm, NET_BAD_FILE);
    return socket;
}

/* What to do about a call that cannot go on now: `name` is the method to call again. */
static Value would_wait(Vm *vm, Value self, enum net_side side, const char *name, const Value *args, uint32_t nargs) {
    enum { MOST = 3 };
    if (AS(SocketObj, self)->timeout == 0) return raise_net(vm, NET_AGAIN);
    Value all[MOST + 2] = {value_small(side), obj_value(str_intern_c(vm, name))};
    Str *wait = str_intern_c(vm, "_wait");
    Value method = wait == NULL || all[1] == VALUE_NULL ? VALUE_NULL : object_getattr(vm, self, wait);
    for (uint32_t i = 0; i < nargs && i < MOST; i++) all[i + 2] = args[i];
    Value made = method == VALUE_NULL ? VALUE_NULL : call_tail(vm, method, all, nargs + 2, NULL);
    value_release(vm, method);
    value_release(vm, all[1]);
    obj_release(vm, wait);
    return made;
}

/* ---- life ---- */

static Value socket_obj_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    SocketObj *self = object_new(vm, type, 0);
    if (self == NULL) return VALUE_NULL;
    self->timeout = INFINITY;
    self->file = -1;
    return obj_value(self);
}

static bool number_of(Vm *vm, Value v, int64_t fallback, int64_t *number) {
    *number = fallback;
    return v == VALUE_NULL || value_is_none(v) || object_as_int64(vm, v, number);
}

/* The one that a number stands for: accept's, or what detach left. */
static int adopt(Vm *vm, SocketObj *self, int64_t file) {
    if (file < 0) {
        raise_error(vm, T_ValueError, "negative file descriptor");
        return -1;
    }
    const Socket *socket = file > INT_MAX ? NULL : network_find(network_of(vm), (int)file);
    if (socket == NULL) {
        raise_net(vm, NET_BAD_FILE);
        return -1;
    }
    self->file = (int)file;
    self->family = socket_family(socket);
    self->type = socket_type(socket);
    return 0;
}

static int socket_obj_init(Vm *vm, Value value, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"family", "type", "proto", "fileno", NULL};
    static const ArgSpec spec = {"socket", names, 0, 4, 0};
    SocketObj *self = AS(SocketObj, value);
    Value bound[4];
    int64_t family, type, file;
    if (!args_bind(vm, &spec, args, nargs, kwnames, bound) || !number_of(vm, bound[0], NET_INET, &family) ||
        !number_of(vm, bound[1], NET_STREAM, &type) || !number_of(vm, bound[2], 0, &self->proto) ||
        !number_of(vm, bound[3], -1, &file)) {
        return -1;
    }
    if (bound[3] != VALUE_NULL && !value_is_none(bound[3])) return adopt(vm, self, file);
    if (family < 0) family = NET_INET;
    type = type < 0 ? NET_STREAM : type & 0xf; /* SOCK_NONBLOCK and SOCK_CLOEXEC stand above */
    enum { FAMILY_NOT_SUPPORTED = 97, TYPE_NOT_SUPPORTED = 94 };
    if (family != NET_INET && family != NET_UNIX) {
        raise_error(vm, T_OSError, "[Errno %d] Address family not supported by protocol", FAMILY_NOT_SUPPORTED);
        return -1;
    }
    if (type != NET_STREAM && type != NET_DATAGRAM) {
        raise_error(vm, T_OSError, "[Errno %d] Socket type not supported", TYPE_NOT_SUPPORTED);
        return -1;
    }
    self->family = family;
    self->type = type;
    Socket *socket;
    int error = socket_new(network_of(vm), (enum net_family)family, (enum net_type)type, &socket);
    if (error) {
        raise_net(vm, error);
        return -1;
    }
    self->file = socket_file(socket);
    return 0;
}

/* False: somebody else has closed it. */
static bool close_socket(Vm *vm, SocketObj *self) {
    bool is_open = self->file >= 0;
    Socket *socket = socket_behind(vm, self);
    if (socket != NULL) socket_close_file(socket, self->file);
    self->file = -1;
    return socket != NULL || !is_open;
}

static void socket_obj_dealloc(Vm *vm, Obj *self) {
    SocketObj *socket = (SocketObj *)(void *)self;
    if (vm->aio != NULL && network_of(vm) != NULL) (void)close_socket(vm, socket);
}

static Value method_close(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return close_socket(vm, AS(SocketObj, self)) ? VALUE_NONE : raise_net(vm, NET_BAD_FILE);
}

static Value method_fileno(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return value_small(AS(SocketObj, self)->file);
}

static Value method_detach(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value file = method_fileno(vm, self, args, nargs, kwnames);
    AS(SocketObj, self)->file = -1;
    return file;
}

/* ---- names, connections ---- */

static Value outcome(Vm *vm, int error) {
    return error ? raise_net(vm, error) : VALUE_NONE;
}

static bool address_argument(Vm *vm, const Socket *socket, Value given, const char *function, NetAddress *address) {
    return net_address(vm, given, socket_family(socket), function, address);
}

static Value method_bind(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    NetAddress address;
    Socket *socket = open_socket(vm, self);
    if (socket == NULL || !address_argument(vm, socket, args[0], "bind", &address)) return VALUE_NULL;
    return outcome(vm, socket_bind(socket, &address));
}

static Value method_listen(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    int64_t backlog;
    Socket *socket = open_socket(vm, self);
    if (socket == NULL || !number_of(vm, nargs > 0 ? args[0] : VALUE_NULL, 128, &backlog)) return VALUE_NULL;
    if (backlog < 0) backlog = 0;
    return outcome(vm, socket_listen(socket, (int)(backlog < 4096 ? backlog : 4096)));
}

/* _connect(address): the error's number, 0 when it is done. */
static Value method_connect(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    NetAddress address;
    Socket *socket = open_socket(vm, self);
    if (socket == NULL || !address_argument(vm, socket, args[0], "connect", &address)) return VALUE_NULL;
    int error = socket_connect(socket, &address);
    return error == NET_NO_MEMORY ? raise_no_memory(vm) : value_small(error);
}

/* _accept(): the number of the connection's file, and the address of the other end. */
static Value method_accept(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    Socket *accepted, *socket = open_socket(vm, self);
    if (socket == NULL) return VALUE_NULL;
    int error = socket_accept(socket, &accepted);
    if (error == NET_AGAIN) return would_wait(vm, self, NET_READ, "_accept", NULL, 0);
    if (error) return raise_net(vm, error);
    Value address = net_address_value(vm, socket_client(accepted));
    Tuple *made = address == VALUE_NULL ? NULL : tuple_pack(vm, 2, value_small(socket_file(accepted)), address);
    value_release(vm, address);
    return obj_value(made);
}

static Value method_getsockname(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    const Socket *socket = open_socket(vm, self);
    return socket == NULL ? VALUE_NULL : net_address_value(vm, socket_local(socket));
}

static Value method_getpeername(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    const Socket *socket = open_socket(vm, self);
    if (socket == NULL) return VALUE_NULL;
    const NetAddress *address = socket_remote(socket);
    return address->family == 0 ? raise_net(vm, NET_NOT_CONNECTED) : net_address_value(vm, address);
}

static Value method_shutdown(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    int64_t how;
    Socket *socket = open_socket(vm, self);
    if (socket == NULL || !object_as_int64(vm, args[0], &how)) return VALUE_NULL;
    if (how < 0 || how > 2) return raise_net(vm, NET_INVALID);
    return outcome(vm, socket_shutdown(socket, (unsigned)how + 1)); /* SHUT_RD 0, SHUT_WR 1, SHUT_RDWR 2 */
}

/* ---- bytes ---- */

enum { FLAG_PEEK = 2, FLAG_DONT_WAIT = 0x40 };

static bool size_argument(Vm *vm, Value given, int64_t *size) {
    if (!object_as_index(vm, given, size, INDEX_CLIPPED)) return false;
    if (*size >= 0) return true;
    raise_error(vm, T_ValueError, "negative buffersize in recv");
    return false;
}

static Value receive(Vm *vm, Value self, const Value *args, uint32_t nargs, NetAddress *from, const char *name) {
    int64_t size, flags = 0;
    Socket *socket = open_socket(vm, self);
    if (socket == NULL || !size_argument(vm, args[0], &size) || (nargs > 1 && !object_as_int64(vm, args[1], &flags)))
        return VALUE_NULL;
    network_advance(network_of(vm));
    size_t count, room = socket_waiting(socket);
    Bytes *bytes = bytes_new(vm, NULL, (size_t)size < room ? (size_t)size : room);
    if (bytes == NULL) return VALUE_NULL;
    bool peek = flags & FLAG_PEEK;
    int error = socket_type(socket) == NET_STREAM
                    ? socket_receive(socket, bytes->data, bytes->length, peek, &count)
                    : socket_receive_from(socket, bytes->data, bytes->length, peek, &count, from);
    if (!error) return obj_value(bytes);
    obj_release(vm, bytes);
    if (error == NET_AGAIN && !(flags & FLAG_DONT_WAIT)) return would_wait(vm, self, NET_READ, name, args, nargs);
    return raise_net(vm, error);
}

static Value method_recv(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return receive(vm, self, args, nargs, NULL, "recv");
}

static Value method_recvfrom(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    NetAddress from = {0};
    Value bytes = receive(vm, self, args, nargs, &from, "recvfrom");
    if (bytes == VALUE_NULL || value_is_signal(bytes) || is_tuple(bytes)) return bytes;
    Value address = from.family == 0 ? VALUE_NONE : net_address_value(vm, &from);
    Tuple *pair = address == VALUE_NULL ? NULL : tuple_pack(vm, 2, bytes, address);
    value_release(vm, bytes);
    value_release(vm, address);
    return obj_value(pair);
}

static int send_bytes(Socket *socket, BytesView view, size_t *count) {
    if (socket_type(socket) == NET_STREAM) return socket_send(socket, view.data, view.length, count);
    *count = view.length;
    return socket_send_to(socket, view.data, view.length, NULL);
}

static Value method_send(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    BytesView view;
    size_t count;
    Socket *socket = open_socket(vm, self);
    if (socket == NULL || !bytes_like_or_raise(vm, args[0], &view)) return VALUE_NULL;
    int error = send_bytes(socket, view, &count);
    if (error == NET_AGAIN) return would_wait(vm, self, NET_WRITE, "send", args, nargs);
    return error ? raise_net(vm, error) : value_small((int64_t)count);
}

/* sendto(data[, flags], address) */
static Value method_sendto(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    BytesView view;
    NetAddress address;
    Socket *socket = open_socket(vm, self);
    if (socket == NULL || !bytes_like_or_raise(vm, args[0], &view) ||
        !address_argument(vm, socket, args[nargs - 1], "sendto", &address)) {
        return VALUE_NULL;
    }
    if (socket_type(socket) == NET_STREAM) return raise_net(vm, NET_IS_CONNECTED);
    int error = socket_send_to(socket, view.data, view.length, &address);
    return error ? raise_net(vm, error) : value_small(view.length);
}

/* ---- settings ---- */

static bool seconds_argument(Vm *vm, Value given, double *seconds) {
    const double most = 9223372036.0; /* of a time in nanoseconds */
    if (!is_int(given) && !is_float(given)) {
        raise_error(vm, T_TypeError, "'%T' object cannot be interpreted as an integer", given);
        return false;
    }
    if (!object_as_double(vm, given, seconds)) return false;
    if (isnan(*seconds)) {
        raise_error(vm, T_ValueError, "Invalid value NaN (not a number)");
    } else if (*seconds < 0) {
        raise_error(vm, T_ValueError, "Timeout value out of range");
    } else if (*seconds > most) {
        raise_error(vm, T_OverflowError, "timestamp out of range for platform time_t");
    } else {
        return true;
    }
    return false;
}

static Value method_settimeout(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    double seconds = INFINITY;
    if (!value_is_none(args[0]) && !seconds_argument(vm, args[0], &seconds)) return VALUE_NULL;
    AS(SocketObj, self)->timeout = seconds;
    return VALUE_NONE;
}

static Value method_gettimeout(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    double seconds = AS(SocketObj, self)->timeout;
    return isinf(seconds) ? VALUE_NONE : float_new(vm, seconds);
}

static Value method_setblocking(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    int truth = object_truth(vm, args[0]);
    if (truth < 0) return VALUE_NULL;
    AS(SocketObj, self)->timeout = truth ? INFINITY : 0;
    return VALUE_NONE;
}

enum { LEVEL_SOCKET = 1, OPTION_REUSE = 2, OPTION_TYPE = 3, OPTION_ERROR = 4, OPTION_ACCEPTS = 30 };

/* setsockopt(level, option, value): all are taken, SO_REUSEADDR means something. */
static Value method_setsockopt(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    Socket *socket = open_socket(vm, self);
    if (socket == NULL) return VALUE_NULL;
    if (args[0] == value_small(LEVEL_SOCKET) && args[1] == value_small(OPTION_REUSE)) {
        socket_set_reuse(socket, object_truth(vm, args[2]) > 0);
    }
    return VALUE_NONE;
}

static Value method_getsockopt(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    int64_t option;
    Socket *socket = open_socket(vm, self);
    if (socket == NULL || !object_as_int64(vm, args[1], &option)) return VALUE_NULL;
    if (args[0] != value_small(LEVEL_SOCKET)) return value_small(0);
    switch (option) {
    case OPTION_REUSE: return value_small(socket_reuse(socket));
    case OPTION_TYPE: return value_small(socket_type(socket));
    case OPTION_ERROR: return value_small(socket_take_error(socket));
    case OPTION_ACCEPTS: return value_small(socket_is_listening(socket));
    default: return value_small(0);
    }
}

/* _ready(): the sides that need not wait: 1 read, 2 write. */
static Value method_ready(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    Socket *socket = open_socket(vm, self);
    return socket == NULL ? VALUE_NULL : value_small(socket_ready(socket));
}

/* _note_wait(future, side): for the event log: who waits for the future waits for this socket (3: to be connected). */
static Value method_note_wait(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    const Socket *socket = socket_behind(vm, AS(SocketObj, self));
    const Future *future = future_of(vm, args[0]);
    if (socket != NULL && future != NULL) {
        uint32_t side = value_is_int(args[1]) ? (uint32_t)value_as_small(args[1]) : NET_READ;
        TRACE_WORDS(vm->trace, NET, STREAM_AWAITED, future->id, socket_id(socket), side);
    }
    return VALUE_NONE;
}

static Value get_family(Vm *vm, Value self) {
    return int_from_int64(vm, AS(SocketObj, self)->family);
}

static Value get_type(Vm *vm, Value self) {
    return int_from_int64(vm, AS(SocketObj, self)->type);
}

static Value get_proto(Vm *vm, Value self) {
    return int_from_int64(vm, AS(SocketObj, self)->proto);
}

static Value get_timeout(Vm *vm, Value self) {
    return method_gettimeout(vm, self, NULL, 0, NULL);
}

#define METHOD(name, fn, min, max)                                                                                     \
    { name, fn, min, max, false, METHOD_PLAIN, NULL }

static const MethodDef methods[] = {
    METHOD("close", method_close, 0, 0),
    METHOD("fileno", method_fileno, 0, 0),
    METHOD("detach", method_detach, 0, 0),
    METHOD("bind", method_bind, 1, 1),
    METHOD("listen", method_listen, 0, 1),
    METHOD("_connect", method_connect, 1, 1),
    METHOD("_accept", method_accept, 0, 0),
    METHOD("getsockname", method_getsockname, 0, 0),
    METHOD("getpeername", method_getpeername, 0, 0),
    METHOD("shutdown", method_shutdown, 1, 1),
    METHOD("recv", method_recv, 1, 2),
    METHOD("recvfrom", method_recvfrom, 1, 2),
    METHOD("send", method_send, 1, 2),
    METHOD("sendto", method_sendto, 2, 3),
    METHOD("settimeout", method_settimeout, 1, 1),
    METHOD("gettimeout", method_gettimeout, 0, 0),
    METHOD("setblocking", method_setblocking, 1, 1),
    METHOD("setsockopt", method_setsockopt, 3, 4),
    METHOD("getsockopt", method_getsockopt, 2, 3),
    METHOD("_ready", method_ready, 0, 0),
    METHOD("_note_wait", method_note_wait, 2, 2),
    METHOD(NULL, NULL, 0, 0),
};

static const GetSetDef getset[] = {
    {"family", get_family, NULL, NULL},   {"type", get_type, NULL, NULL}, {"proto", get_proto, NULL, NULL},
    {"timeout", get_timeout, NULL, NULL}, {NULL, NULL, NULL, NULL},
};

static const TypeDef socket_def = {
    .name = "_socket.socket",
    .size = sizeof(SocketObj),
    .flags = TYPE_BASE | TYPE_WEAKREFS,
    .weak_offset = offsetof(SocketObj, weakrefs),
    .slots = {.dealloc = socket_obj_dealloc, .new = socket_obj_new, .init = socket_obj_init},
    .methods = methods,
    .getset = getset,
};

static const TypeDef gaierror_def = {.name = "socket.gaierror", .flags = TYPE_BASE};

/* ---- threads that wait without a loop ---- */

static void wake_waiters(Vm *vm, Aio *aio) {
    List *waiters = aio->net_waiters;
    if (waiters == NULL) return;
    aio->net_waiters = NULL;
    for (uint32_t i = 0; i < waiters->length; i++) thread_ref_wake(vm, AS(ThreadRef, waiters->items[i]));
    obj_release(vm, waiters);
}

/* Loops of other threads, which wait for what this one has just done, look again. */
static void on_change(void *context) {
    Vm *vm = context;
    Aio *aio = aio_of(vm);
    wake_waiters(vm, aio);
    for (LoopObj *loop = aio->loops; loop != NULL; loop = loop->next) {
        if (loop->waiting && loop->thread != vm->thread) thread_wake(vm, loop->thread);
    }
}

/* add_waiter(thread): it is woken when anything about any socket has changed. */
static Value add_waiter(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    Aio *aio = aio_of(vm);
    if (!value_is_a(args[0], aio->thread_ref)) return raise_error(vm, T_TypeError, "a thread was expected");
    if (aio->net_waiters == NULL) aio->net_waiters = list_new(vm, 1);
    if (aio->net_waiters == NULL || !list_append(vm, aio->net_waiters, args[0])) return VALUE_NULL;
    return VALUE_NONE;
}

/* ---- the module ---- */

static Value next_arrival(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return float_new(vm, network_next(network_of(vm)));
}

/* pair(type): the file numbers of two connected sockets. */
static Value pair(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    int64_t type;
    Socket *one, *other;
    if (!object_as_int64(vm, args[0], &type)) return VALUE_NULL;
    int error = socket_pair(network_of(vm), type == NET_DATAGRAM ? NET_DATAGRAM : NET_STREAM, &one, &other);
    if (error) return raise_net(vm, error);
    return obj_value(tuple_pack(vm, 2, value_small(socket_file(one)), value_small(socket_file(other))));
}

/* duplicate(file): another number of a socket. */
static Value duplicate(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)nargs, (void)kwnames;
    int64_t file;
    int copy;
    if (!object_as_int64(vm, args[0], &file)) return VALUE_NULL;
    Socket *socket = file < 0 || file > INT_MAX ? NULL : network_find(network_of(vm), (int)file);
    int error = socket == NULL ? NET_BAD_FILE : socket_duplicate(socket, &copy);
    return error ? raise_net(vm, error) : value_small(copy);
}

static Value set_latency(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    double seconds;
    if (!object_as_double(vm, args[0], &seconds)) return VALUE_NULL;
    network_set_latency(network_of(vm), seconds);
    return VALUE_NONE;
}

static Value set_bandwidth(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    double rate;
    if (!object_as_double(vm, args[0], &rate)) return VALUE_NULL;
    network_set_bandwidth(network_of(vm), rate);
    return VALUE_NONE;
}

/* log(level, text): a record of the logger "asyncio". */
static Value log_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    const char *level = is_str(args[0]) ? str_utf8(vm, AS(Str, args[0]), NULL) : NULL;
    if (level == NULL || !is_str(args[1])) return raise_error(vm, T_TypeError, "two texts were expected");
    return log_text(vm, level, AS(Str, args[1]), VALUE_NULL) ? VALUE_NONE : VALUE_NULL;
}

static const MethodDef functions[] = {
    METHOD("log", log_function, 2, 2),
    METHOD("add_waiter", add_waiter, 1, 1),
    METHOD("next_arrival", next_arrival, 0, 0),
    METHOD("pair", pair, 1, 1),
    METHOD("duplicate", duplicate, 1, 1),
    METHOD("set_latency", set_latency, 1, 1),
    METHOD("set_bandwidth", set_bandwidth, 1, 1),
    METHOD(NULL, NULL, 0, 0),
};

static bool make_types(Vm *vm) {
    Aio *aio = aio_of(vm);
    return (aio->socket = type_make(vm, &socket_def, NULL)) != NULL &&
           (aio->gaierror = type_make(vm, &gaierror_def, TYPE(vm, OSError))) != NULL;
}

void net_close(Vm *vm) {
    Aio *aio = aio_of(vm);
    if (aio->network == NULL) return;
    network_on_change(aio->network, NULL, NULL);
    List *waiters = aio->net_waiters;
    aio->net_waiters = NULL;
    obj_release(vm, waiters);
}

bool net_take_files(Vm *vm, LoopObj *loop) {
    Network *network = network_of(vm);
    for (int i = 0; network != NULL && i < LOOP_FILES; i++) {
        int file = network_reserve(network);
        if (file < 0) return false;
        loop->files[i] = file;
    }
    return true;
}

void net_give_files(Vm *vm, LoopObj *loop) {
    for (int i = 0; i < LOOP_FILES; i++) {
        int file = loop->files[i];
        loop->files[i] = 0;
        if (file != 0 && vm->aio != NULL) network_unreserve(network_of(vm), file);
    }
}

static bool take_files_of_loops(Vm *vm) {
    for (LoopObj *loop = aio_of(vm)->loops; loop != NULL; loop = loop->next) {
        if (!loop_is_closed(loop->loop) && !net_take_files(vm, loop)) return false;
    }
    return true;
}

static bool make_network(Vm *vm) {
    Aio *aio = aio_of(vm);
    if (aio->network != NULL) return true;
    if (!make_types(vm)) return false;
    aio->network = network_new(vm->mem, vm->host, vm->trace);
    if (aio->network == NULL || !take_files_of_loops(vm)) {
        raise_no_memory(vm);
        return false;
    }
    network_on_change(aio->network, on_change, vm);
    network_set_latency(aio->network, vm->state->net_latency);
    network_set_bandwidth(aio->network, vm->state->net_bandwidth);
    return true;
}

Value net_module(Vm *vm) {
    Aio *aio = aio_of(vm);
    if (!make_network(vm)) return VALUE_NULL;
    Module *module = module_new(vm, "_net");
    if (module != NULL && module_add_functions(vm, module, functions) &&
        module_add_functions(vm, module, net_address_functions) &&
        module_add_functions(vm, module, net_file_functions) &&
        module_add(vm, module, "Socket", value_retain(obj_value(aio->socket))) &&
        module_add(vm, module, "gaierror", value_retain(obj_value(aio->gaierror)))) {
        return obj_value(module);
    }
    obj_release(vm, module);
    return VALUE_NULL;
}
