/* socket_address.c: addresses and errors of the network inside the run, as Python has them. The one host there is has
 * the addresses 127.0.0.0/8 and the names localhost and loopscope.
 */
#include <stdio.h>
#include <stdlib.h>

#include "aio.h"

static const struct {
    int number;
    const char *text;
} errors[] = {
    {NET_NO_ENTRY, "No such file or directory"},
    {NET_BAD_FILE, "Bad file descriptor"},
    {NET_AGAIN, "Resource temporarily unavailable"},
    {NET_INVALID, "Invalid argument"},
    {NET_PIPE, "Broken pipe"},
    {NET_NO_ADDRESS, "Destination address required"},
    {NET_TOO_LONG, "Message too long"},
    {NET_NOT_SUPPORTED, "Operation not supported"},
    {NET_IN_USE, "Address already in use"},
    {NET_NOT_AVAILABLE, "Cannot assign requested address"},
    {NET_UNREACHABLE, "Network is unreachable"},
    {NET_RESET, "Connection reset by peer"},
    {NET_IS_CONNECTED, "Transport endpoint is already connected"},
    {NET_NOT_CONNECTED, "Transport endpoint is not connected"},
    {NET_REFUSED, "Connection refused"},
    {NET_ALREADY, "Operation already in progress"},
    {NET_IN_PROGRESS, "Operation now in progress"},
};

static const char *error_text(int64_t error) {
    for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++) {
        if (errors[i].number == error) return errors[i].text;
    }
    return NULL;
}

static Value raise_numbered(Vm *vm, Type *type, int error, const char *text) {
    Str *words = str_new(vm, text);
    if (words == NULL) return VALUE_NULL;
    const Value args[] = {value_small(error), obj_value(words)};
    Value made = call_value(vm, obj_value(type), args, 2, NULL);
    obj_release(vm, words);
    if (made == VALUE_NULL) return VALUE_NULL;
    raise_value(vm, made);
    value_release(vm, made);
    return VALUE_NULL;
}

Value raise_net(Vm *vm, int error) {
    if (error == NET_NO_MEMORY) return raise_no_memory(vm);
    return raise_numbered(vm, TYPE(vm, OSError), error, error_text(error));
}

/* ---- to the network ---- */

static bool parse_ip(const char *text, uint32_t *ip) {
    *ip = 0;
    for (int part = 0; part < 4; part++) {
        char *end;
        if (*text < '0' || *text > '9') return false;
        unsigned long number = strtoul(text, &end, 10);
        if (number > 255 || *end != (part < 3 ? '.' : '\0')) return false;
        *ip = *ip << 8 | (uint32_t)number;
        text = end + 1;
    }
    return true;
}

static bool resolve(Vm *vm, Value host, uint32_t *ip) {
    const char *text = is_str(host) ? str_utf8(vm, AS(Str, host), NULL) : NULL;
    if (text == NULL) {
        if (!error_is_set(vm)) {
            raise_error(vm, T_TypeError, "str, bytes or bytearray expected, not %T", host);
        }
        return false;
    }
    *ip = 0;
    if (*text == 0 || parse_ip(text, ip)) return true;
    *ip = 0x7f000001;
    if (strcmp(text, "localhost") == 0 || strcmp(text, "loopscope") == 0) return true;
    raise_numbered(vm, aio_of(vm)->gaierror, -2, "Name or service not known");
    return false;
}

static bool unix_address(Vm *vm, Value v, NetAddress *address) {
    BytesView view = {NULL, 0};
    size_t length = 0;
    const char *text = is_str(v) ? str_utf8(vm, AS(Str, v), &length) : NULL;
    if (text == NULL && !bytes_like(vm, v, &view)) {
        raise_error(vm, T_TypeError, "a bytes-like object is required, not '%T'", v);
        return false;
    }
    if (text == NULL) {
        text = (const char *)view.data;
        length = view.length;
    }
    if (length >= NET_PATH_MAX) {
        raise_error(vm, T_OSError, "AF_UNIX path too long");
        return false;
    }
    address->length = (uint8_t)length;
    memcpy(address->path, text, length);
    return true;
}

bool net_address(Vm *vm, Value v, enum net_family family, const char *function, NetAddress *address) {
    int64_t port;
    *address = (NetAddress){.family = (uint8_t)family};
    if (family == NET_UNIX) return unix_address(vm, v, address);
    if (!is_tuple(v)) {
        raise_error(vm, T_TypeError, "%s(): AF_INET address must be tuple, not %T", function, v);
        return false;
    }
    const Tuple *pair = AS(Tuple, v);
    if (pair->length != 2) {
        raise_error(vm, T_TypeError, "AF_INET address must be a pair (host, port)");
        return false;
    }
    if (!resolve(vm, pair->items[0], &address->ip) || !object_as_index(vm, pair->items[1], &port, INDEX_CLIPPED))
        return false;
    if (port < 0 || port > 0xffff) {
        raise_error(vm, T_OverflowError, "%s(): port must be 0-65535.", function);
        return false;
    }
    address->port = (uint16_t)port;
    return true;
}

/* ---- to Python ---- */

static Value host_value(Vm *vm, uint32_t ip) {
    char text[16];
    snprintf(text, sizeof text, "%u.%u.%u.%u", ip >> 24, ip >> 16 & 255, ip >> 8 & 255, ip & 255);
    return obj_value(str_new(vm, text));
}

Value net_address_value(Vm *vm, const NetAddress *address) {
    if (address->family == NET_UNIX) {
        if (address->length > 0 && address->path[0] == 0)
            return obj_value(bytes_new(vm, address->path, address->length));
        return obj_value(str_from_utf8(vm, address->path, address->length));
    }
    Value host = host_value(vm, address->ip);
    if (host == VALUE_NULL) return VALUE_NULL;
    Tuple *pair = tuple_pack(vm, 2, host, value_small(address->port));
    value_release(vm, host);
    return obj_value(pair);
}

/* ---- functions of _net ---- */

/* resolve(host): its address as a str; gaierror. */
static Value resolve_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    uint32_t ip;
    return resolve(vm, args[0], &ip) ? host_value(vm, ip) : VALUE_NULL;
}

/* is_ip(text): whether it needs no resolving. */
static Value is_ip(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    uint32_t ip;
    const char *text = is_str(args[0]) ? str_utf8(vm, AS(Str, args[0]), NULL) : "";
    return text == NULL ? VALUE_NULL : value_bool(parse_ip(text, &ip));
}

/* error_text(number): as os.strerror. */
static Value error_text_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    int64_t number;
    if (!object_as_int64(vm, args[0], &number)) return VALUE_NULL;
    const char *text = error_text(number);
    if (text != NULL) return obj_value(str_new(vm, text));
    return obj_value(str_format(vm, "Unknown error %lld", (long long)number));
}

/* unlink(path): whether there was a Unix socket of that name. */
static Value unlink_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    NetAddress address;
    if (!net_address(vm, args[0], NET_UNIX, "unlink", &address)) return VALUE_NULL;
    return value_bool(network_unlink(aio_of(vm)->network, &address));
}

const MethodDef net_address_functions[] = {
    {"resolve", resolve_function, 1, 1, false, METHOD_PLAIN, NULL},
    {"is_ip", is_ip, 1, 1, false, METHOD_PLAIN, NULL},
    {"error_text", error_text_function, 1, 1, false, METHOD_PLAIN, NULL},
    {"unlink", unlink_function, 1, 1, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};
