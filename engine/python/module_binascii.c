/* module_binascii.c: the module _binascii: base64 and check sums, byte by byte. */
#include "builtins.h"
#include "bytes.h"
#include "modules.h"
#include "vm_state.h"

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* b2a_base64(data) -> bytes without a newline */
static NATIVE(binascii_encode) {
    UNUSED_ARGS;
    BytesView in;
    if (!bytes_like_or_raise(vm, args[0], &in)) return VALUE_NULL;
    if (in.length > INT32_MAX / 4 * 3) return raise_no_memory(vm);
    uint32_t length = (in.length + 2) / 3 * 4, at = 0;
    Bytes *out = bytes_new(vm, NULL, length);
    for (uint32_t i = 0; out != NULL && i < in.length; i += 3) {
        uint32_t have = in.length - i, group = (uint32_t)in.data[i] << 16;
        if (have > 1) group |= (uint32_t)in.data[i + 1] << 8;
        if (have > 2) group |= in.data[i + 2];
        for (uint32_t k = 0; k < 4; k++)
            out->data[at++] = k > have ? '=' : (unsigned char)alphabet[group >> (18 - 6 * k) & 63];
    }
    return obj_value(out);
}

typedef struct Decoder {
    unsigned char *out;
    uint32_t length, quad, pads, left;
    const char *error;
} Decoder;

/* A '='. False: no more is read. */
static bool decode_pad(Decoder *d, bool strict, bool first, bool last) {
    if (strict && d->quad == 0) {
        d->error = first ? "Leading padding not allowed" : "Excess padding not allowed";
        return false;
    }
    d->pads++;
    if (d->quad < 2 || d->quad + d->pads < 4) return true;
    if (strict && !last) d->error = d->quad + d->pads > 4 ? "Excess padding not allowed" : "Excess data after padding";
    d->quad = 0;
    return false;
}

static void decode_digit(Decoder *d, uint32_t digit) {
    d->pads = 0;
    d->left = d->left << 6 | digit;
    if (d->quad++ > 0) d->out[d->length++] = (unsigned char)(d->left >> (6 - 2 * (d->quad - 1)));
    d->quad %= 4;
}

static void decode(Decoder *d, BytesView in, bool strict) {
    for (uint32_t i = 0; i < in.length; i++) {
        if (in.data[i] == '=') {
            if (!decode_pad(d, strict, i == 0, i + 1 == in.length)) return;
            continue;
        }
        const char *found = in.data[i] == 0 ? NULL : strchr(alphabet, in.data[i]);
        if (found == NULL && !strict) continue;
        if (found == NULL) d->error = "Only base64 data is allowed";
        if (found != NULL && strict && d->pads > 0) d->error = "Discontinuous padding not allowed";
        if (d->error != NULL) return;
        decode_digit(d, (uint32_t)(found - alphabet));
    }
}

/* a2b_base64(data, strict) -> bytes, or the words of an error. */
static NATIVE(binascii_decode) {
    UNUSED_ARGS;
    BytesView in;
    if (!bytes_like_or_raise(vm, args[0], &in)) return VALUE_NULL;
    Bytes *out = bytes_new(vm, NULL, in.length / 4 * 3 + 3);
    if (out == NULL) return VALUE_NULL;
    Decoder d = {.out = out->data};
    decode(&d, in, args[1] == VALUE_TRUE);
    Value result;
    if (d.error != NULL)
        result = obj_value(str_new(vm, d.error));
    else if (d.quad == 1)
        result = obj_value(str_format(vm,
                                      "Invalid base64-encoded string: number of data characters (%u) cannot be 1 more "
                                      "than a multiple of 4",
                                      d.length / 3 * 4 + 1));
    else if (d.quad != 0)
        result = obj_value(str_new(vm, "Incorrect padding"));
    else
        result = obj_value(bytes_new(vm, out->data, d.length));
    obj_release(vm, out);
    return result;
}

static bool start_value(Vm *vm, const Value *args, uint32_t nargs, uint32_t otherwise, uint32_t *start) {
    *start = otherwise;
    if (nargs < 2) return true;
    Value index = object_index(vm, args[1]);
    Value low = index == VALUE_NULL ? VALUE_NULL : int_binary(vm, BINARY_AND, index, value_small(0xFFFFFFFF));
    value_release(vm, index);
    if (low == VALUE_NULL) return false;
    *start = (uint32_t)value_as_small(low);
    return true;
}

static NATIVE(binascii_crc32) {
    UNUSED_ARGS;
    BytesView in;
    uint32_t crc;
    if (!bytes_like_or_raise(vm, args[0], &in) || !start_value(vm, args, nargs, 0, &crc)) return VALUE_NULL;
    crc = ~crc;
    for (uint32_t i = 0; i < in.length; i++) {
        crc ^= in.data[i];
        for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
    }
    return value_small(~crc);
}

static NATIVE(binascii_adler32) {
    UNUSED_ARGS;
    BytesView in;
    uint32_t start;
    if (!bytes_like_or_raise(vm, args[0], &in) || !start_value(vm, args, nargs, 1, &start)) return VALUE_NULL;
    uint32_t a = start & 0xFFFF, b = start >> 16;
    for (uint32_t i = 0; i < in.length; i++) {
        a = (a + in.data[i]) % 65521;
        b = (b + a) % 65521;
    }
    return value_small((int64_t)b << 16 | a);
}

static const MethodDef binascii_functions[] = {
    {"encode", binascii_encode, 1, 1, false, METHOD_PLAIN, NULL},
    {"decode", binascii_decode, 2, 2, false, METHOD_PLAIN, NULL},
    {0},
};

static const MethodDef crc32_row = {
    "crc32", binascii_crc32, 1, 2, false, METHOD_PLAIN, "Compute a CRC-32 checksum of data."};
static const MethodDef adler32_row = {
    "adler32", binascii_adler32, 1, 2, false, METHOD_PLAIN, "Compute an Adler-32 checksum of data."};

/* Check sums say in which module they are: crc32 is in two. */
static bool add_check_sum(Vm *vm, Module *m, const char *name, const MethodDef *row, const char *module) {
    Str *owner = str_intern_c(vm, module);
    bool ok = owner != NULL && module_add(vm, m, name, native_new(vm, row, VALUE_NULL, owner));
    obj_release(vm, owner);
    return ok;
}

Value module_init__binascii(Vm *vm) {
    Module *m = module_new(vm, "_binascii");
    if (m != NULL && module_add_functions(vm, m, binascii_functions) &&
        add_check_sum(vm, m, "crc32", &crc32_row, "binascii") &&
        add_check_sum(vm, m, "zlib_crc32", &crc32_row, "zlib") &&
        add_check_sum(vm, m, "zlib_adler32", &adler32_row, "zlib"))
        return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
