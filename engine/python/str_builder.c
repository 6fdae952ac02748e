/* str_builder.c: a growing text. Widens its characters when a larger one comes; the first failure sticks and is
 * reported by builder_finish.
 */
#include "text.h"

void builder_init(StrBuilder *b, Vm *vm) {
    *b = (StrBuilder){.vm = vm, .kind = 1};
}

void builder_drop(StrBuilder *b) {
    mem_free(b->vm->mem, b->data, (size_t)b->capacity * b->kind);
    b->data = NULL;
    b->length = b->capacity = 0;
}

static void fail(StrBuilder *b) {
    b->failed = true;
    builder_drop(b);
}

static void widen(StrBuilder *b, uint8_t kind) {
    uint32_t capacity = b->capacity == 0 ? 32 : b->capacity;
    unsigned char *data = mem_alloc(b->vm->mem, (size_t)capacity * kind);
    if (data == NULL) {
        fail(b);
        return;
    }
    for (uint32_t i = 0; i < b->length; i++) {
        uint32_t code = b->kind == 1 ? b->data[i] : ((const uint16_t *)(const void *)b->data)[i];
        if (kind == 2) {
            ((uint16_t *)(void *)data)[i] = (uint16_t)code;
        } else {
            ((uint32_t *)(void *)data)[i] = code;
        }
    }
    mem_free(b->vm->mem, b->data, (size_t)b->capacity * b->kind);
    b->data = data;
    b->capacity = capacity;
    b->kind = kind;
}

/* Makes room for `count` characters up to `max`; false when that failed, now or before. */
static bool reserve(StrBuilder *b, uint32_t count, uint32_t max) {
    if (b->failed) return false;
    uint8_t kind = max < 0x100 ? 1 : max < 0x10000 ? 2 : 4;
    if (kind > b->kind) widen(b, kind);
    if (b->failed) return false;
    if (b->capacity - b->length >= count) return true;
    uint64_t wanted = (uint64_t)b->length + count;
    uint64_t capacity = wanted + wanted / 2 + 32;
    if (wanted * b->kind > 0x7FFFFF00u) {
        fail(b);
        return false;
    }
    if (capacity * b->kind > 0x7FFFFF00u) capacity = wanted;
    unsigned char *data = mem_realloc(b->vm->mem, b->data, (size_t)b->capacity * b->kind, (size_t)capacity * b->kind);
    if (data == NULL) {
        fail(b);
        return false;
    }
    b->data = data;
    b->capacity = (uint32_t)capacity;
    return true;
}

static void put(StrBuilder *b, uint32_t at, uint32_t code) {
    if (b->kind == 1) {
        b->data[at] = (unsigned char)code;
    } else if (b->kind == 2) {
        ((uint16_t *)(void *)b->data)[at] = (uint16_t)code;
    } else {
        ((uint32_t *)(void *)b->data)[at] = code;
    }
}

void builder_char(StrBuilder *b, uint32_t code) {
    if (reserve(b, 1, code)) put(b, b->length++, code);
}

void builder_repeat(StrBuilder *b, uint32_t code, uint32_t count) {
    if (count == 0 || !reserve(b, count, code)) return;
    if (b->kind == 1) {
        memset(b->data + b->length, (int)code, count);
        b->length += count;
        return;
    }
    for (uint32_t i = 0; i < count; i++) put(b, b->length++, code);
}

void builder_ascii(StrBuilder *b, const char *text, size_t length) {
    if (length > 0x7FFFFF00u) {
        if (!b->failed) fail(b);
        return;
    }
    if (length == 0 || !reserve(b, (uint32_t)length, 0)) return;
    if (b->kind == 1) {
        memcpy(b->data + b->length, text, length);
        b->length += (uint32_t)length;
        return;
    }
    for (size_t i = 0; i < length; i++) put(b, b->length++, (unsigned char)text[i]);
}

void builder_c(StrBuilder *b, const char *ascii) {
    builder_ascii(b, ascii, strlen(ascii));
}

void builder_slice(StrBuilder *b, const Str *s, uint32_t start, uint32_t end) {
    if (start >= end) return;
    uint32_t count = end - start, max = s->kind == 1 ? 0 : str_max_code(s, start, end);
    if (!reserve(b, count, max)) return;
    if (b->kind == s->kind) {
        memcpy(b->data + (size_t)b->length * b->kind, s->data + (size_t)start * s->kind, (size_t)count * s->kind);
        b->length += count;
        return;
    }
    for (uint32_t i = start; i < end; i++) put(b, b->length++, str_at(s, i));
}

void builder_str(StrBuilder *b, const Str *s) {
    builder_slice(b, s, 0, s->length);
}

bool builder_repr(StrBuilder *b, Value v) {
    Value text = object_repr(b->vm, v);
    if (text == VALUE_NULL) return false;
    builder_str(b, AS(Str, text));
    value_release(b->vm, text);
    return true;
}

static uint32_t max_code(const StrBuilder *b) {
    uint32_t max = 0;
    for (uint32_t i = 0; i < b->length; i++) {
        max |= b->kind == 1   ? b->data[i]
               : b->kind == 2 ? ((const uint16_t *)(const void *)b->data)[i]
                              : ((const uint32_t *)(const void *)b->data)[i];
    }
    return max > 0x10FFFF ? 0x10FFFF : max;
}

Str *builder_finish(StrBuilder *b) {
    if (b->failed) {
        raise_no_memory(b->vm);
        return NULL;
    }
    Str *s;
    if (b->length == 0) {
        s = b->vm->empty_str;
        obj_retain(s);
    } else {
        uint32_t max = max_code(b);
        s = b->length == 1 ? str_from_char(b->vm, max) : str_alloc(b->vm, b->length, max);
        if (s != NULL && b->length > 1) memcpy(s->data, b->data, (size_t)b->length * b->kind);
    }
    builder_drop(b);
    return s;
}
