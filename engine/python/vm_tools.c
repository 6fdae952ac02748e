/* vm_tools.c: what can be done with a program besides running it: its bytecode's listing, its first syntax error. */
#include "../include/loopscope/vm.h"

#include "boot.h"
#include "interp.h"
#include "text_file.h"

#include <stdio.h>

int vm_disassemble(Vm *vm, const char *source, size_t length) {
    Code *code = program_read(vm, source, length);
    Str *listing = code != NULL ? code_disassemble(vm, code) : NULL;
    size_t size;
    const char *text = listing != NULL ? str_utf8(vm, listing, &size) : NULL;
    if (text != NULL) text_write(vm, 1, text, size);
    obj_release(vm, listing);
    obj_release(vm, code);
    int status = 0;
    if (error_is_set(vm)) {
        Value exception = error_take(vm);
        exception_print(vm, exception);
        value_release(vm, exception);
        status = 1;
    }
    text_files_close(vm);
    return status;
}

typedef struct Json {
    char *buffer;
    size_t size, length;
} Json;

static void json_char(Json *json, char c) {
    if (json->length + 1 < json->size) json->buffer[json->length++] = c;
}

static void json_raw(Json *json, const char *text) {
    while (*text != '\0') json_char(json, *text++);
}

static void json_text(Json *json, const char *text, size_t length) {
    json_char(json, '"');
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '"' || c == '\\') json_char(json, '\\');
        if (c >= 0x20) {
            json_char(json, text[i]);
        } else {
            char escape[8];
            snprintf(escape, sizeof escape, "\\u%04x", c);
            json_raw(json, escape);
        }
    }
    json_char(json, '"');
}

static void json_number(Json *json, Vm *vm, const char *key, Value exception, Str *name) {
    int64_t number = 0;
    char text[64];
    bool failed;
    Value v = object_getattr_opt(vm, exception, name, &failed);
    if (failed) error_clear(vm);
    if (v == VALUE_NULL || !is_int(v) || !int_as_int64(v, &number)) number = 0;
    value_release(vm, v);
    snprintf(text, sizeof text, ", \"%s\": %lld", key, (long long)number);
    json_raw(json, text);
}

static size_t describe(Vm *vm, Value exception, char *buffer, size_t size) {
    Json json = {buffer, size, 0};
    bool failed = false, syntax = type_is_subtype(type_of(vm, exception), vm->types[T_SyntaxError]);
    Value message = syntax ? object_getattr_opt(vm, exception, vm->names[N_msg], &failed) : object_str(vm, exception);
    error_clear(vm);
    size_t length = 0;
    const char *text = message != VALUE_NULL && is_str(message) ? str_utf8(vm, AS(Str, message), &length) : NULL;
    json_raw(&json, "{\"message\": ");
    json_text(&json, text != NULL ? text : "", text != NULL ? length : 0);
    value_release(vm, message);
    json_number(&json, vm, "line", exception, vm->names[N_lineno]);
    json_number(&json, vm, "column", exception, vm->names[N_offset]);
    json_number(&json, vm, "endLine", exception, vm->names[N_end_lineno]);
    json_number(&json, vm, "endColumn", exception, vm->names[N_end_offset]);
    json_char(&json, '}');
    return json.length;
}

size_t vm_check_syntax(Vm *vm, const char *source, size_t length, char *buffer, size_t size) {
    vm->state->only_checks = true;
    Code *code = program_read(vm, source, length);
    vm->state->only_checks = false;
    obj_release(vm, code);
    if (code != NULL || !error_is_set(vm) || size == 0) return 0;
    Value exception = error_take(vm);
    size_t written = describe(vm, exception, buffer, size);
    value_release(vm, exception);
    return written;
}
