/* socket_loop.c: what loops do with sockets: add_reader and its kin. */
#include "aio.h"

/* The socket of a file: a socket object, its number, or what has fileno(). NULL: an exception is set. */
static Socket *socket_of(Vm *vm, Value file) {
    const Aio *aio = aio_of(vm);
    int64_t number = -1;
    if (aio->network != NULL && value_is_a(file, aio->socket)) {
        number = AS(SocketObj, file)->file;
    } else if (is_int(file)) {
        if (!object_as_int64(vm, file, &number)) return NULL;
    } else {
        Str *name = str_intern_c(vm, "fileno");
        Value given = name == NULL ? VALUE_NULL : call_method(vm, file, name, NULL, 0);
        obj_release(vm, name);
        bool fine = given != VALUE_NULL && object_as_int64(vm, given, &number);
        value_release(vm, given);
        if (!fine) return NULL;
    }
    Socket *socket = aio->network == NULL || number < 0 ? NULL : network_find(aio->network, (int)number);
    if (socket == NULL && number < 0) {
        raise_error(vm, T_ValueError, "Invalid file descriptor: %lld", (long long)number);
    } else if (socket == NULL) {
        raise_not_yet(vm, "a loop that waits for files other than sockets");
    }
    return socket;
}

/* ready(file): what it need not wait for now: 1 to read, 2 to write. */
static Value ready_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    Socket *socket = socket_of(vm, args[0]);
    return socket == NULL ? VALUE_NULL : value_small(socket_ready(socket));
}

const MethodDef net_file_functions[] = {
    {"ready", ready_function, 1, 1, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

static Value watch(Vm *vm, Value value, const Value *args, uint32_t nargs, enum net_side side) {
    LoopObj *self = AS(LoopObj, value);
    ContextObj *scope;
    Socket *socket = loop_check_open(vm, self) ? socket_of(vm, args[0]) : NULL;
    if (socket == NULL || !scope_copy(vm, &scope)) return VALUE_NULL;
    HandleObj *handle = handle_new(vm, self, HANDLE_CALLBACK, args[1], args + 2, nargs - 2, scope);
    obj_release(vm, scope);
    if (handle == NULL) return VALUE_NULL;
    obj_retain(handle);
    enum loop_status status = network_watch(self->loop, socket, side, &handle->timer.handle);
    if (status == LOOP_OK) return obj_value(handle);
    obj_release(vm, handle);
    return raise_status(vm, status);
}

static Value unwatch(Vm *vm, Value value, Value file, enum net_side side) {
    LoopObj *self = AS(LoopObj, value);
    if (loop_is_closed(self->loop)) return VALUE_FALSE;
    Socket *socket = socket_of(vm, file);
    if (socket != NULL) return value_bool(network_unwatch(self->loop, socket, side));
    if (!error_matches(vm, T_ValueError) && !error_matches(vm, T_NotImplementedError)) return VALUE_NULL;
    error_clear(vm); /* it was closed: nobody waits for it any more */
    return VALUE_FALSE;
}

Value loop_add_reader_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return watch(vm, self, args, nargs, NET_READ);
}

Value loop_add_writer_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return watch(vm, self, args, nargs, NET_WRITE);
}

Value loop_remove_reader_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    return unwatch(vm, self, args[0], NET_READ);
}

Value loop_remove_writer_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    return unwatch(vm, self, args[0], NET_WRITE);
}

Value loop_is_watched_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    int64_t number;
    const Network *network = aio_of(vm)->network;
    if (!object_as_int64(vm, args[0], &number)) return VALUE_NULL;
    const Socket *socket = network == NULL ? NULL : network_find(network, (int)number);
    enum net_side side = args[1] == value_small(NET_WRITE) ? NET_WRITE : NET_READ;
    return value_bool(socket != NULL && network_watcher(AS(LoopObj, self)->loop, socket, side) != NULL);
}
