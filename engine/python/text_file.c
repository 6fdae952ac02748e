/* text_file.c: the standard streams. Output waits in a buffer until a line is complete, so that one print is one write
 * to the host and one event; input is read line by line, and a thread that waits for it parks. */
#include "text_file.h"
#include "text.h"
#include "boot.h"
#include "builtins.h"
#include "frame.h"
#include "type_defs.h"
#include "utf8.h"
#include "vm_state.h"
#include <math.h>
#include <stdlib.h>

#define BUFFER_MAX 8192u
#define INPUT_POLL_SECONDS 0.02

static TextFile *text_file_new(Vm *vm, int stream) {
    TextFile *f = object_new(vm, TYPE(vm, text_file), 0);
    if (f != NULL) f->stream = stream;
    return f;
}

bool text_files_boot(Vm *vm) {
    for (int i = 0; i < 3; i++) {
        TextFile *f = text_file_new(vm, i);
        if (f == NULL) return false;
        vm->state->std_files[i] = obj_value(f);
    }
    return true;
}

void text_files_close(Vm *vm) {
    for (int i = 2; i >= 0; i--) {
        Value v = vm->state->std_files[i];
        if (v == VALUE_NULL) continue;
        if (i > 0) text_file_settle(vm, AS(TextFile, v), true);
        value_clear(vm, &vm->state->std_files[i]);
    }
}

Value text_file_current(Vm *vm, int stream) {
    Value sys = vm->modules == NULL ? VALUE_NULL : dict_get_str(vm, vm->modules, NAME(vm, sys));
    if (!is_exact(vm, sys, T_module)) return vm->state->std_files[stream];
    Str *name = stream == 0 ? NAME(vm, stdin) : stream == 1 ? NAME(vm, stdout) : NAME(vm, stderr);
    return dict_get_str(vm, AS(Module, sys)->dict, name);
}

/* ---- output */

static bool make_room(Vm *vm, TextFile *f, size_t more) {
    size_t need = (size_t)f->length + more;
    if (need <= f->capacity) return true;
    if (need > INT32_MAX) return raise_no_memory(vm) != VALUE_NULL;
    size_t capacity = need + need / 2 + 64;
    char *buffer = mem_realloc(vm->mem, f->buffer, f->capacity, capacity);
    if (buffer == NULL) return raise_no_memory(vm) != VALUE_NULL;
    f->buffer = buffer;
    f->capacity = (uint32_t)capacity;
    return true;
}

static bool put_bytes(Vm *vm, TextFile *f, const char *bytes, size_t length) {
    if (!make_room(vm, f, length)) return false;
    if (length > 0) memcpy(f->buffer + f->length, bytes, length);
    f->length += (uint32_t)length;
    return true;
}

static bool is_surrogate(uint32_t code) {
    return code >= 0xD800 && code <= 0xDFFF;
}

static bool check_state(Vm *vm, const TextFile *f, const char *closed) {
    if (f->state == TEXT_OPEN) return true;
    raise_error(vm, T_ValueError, "%s", f->state == TEXT_CLOSED ? closed : "underlying buffer has been detached");
    return false;
}

static bool check_open(Vm *vm, const TextFile *f) {
    return check_state(vm, f, "I/O operation on closed file.");
}

/* What the file below the text is asked says it without a stop. */
static bool check_below(Vm *vm, Value self) {
    return check_state(vm, AS(TextFile, self), "I/O operation on closed file");
}

/* io.UnsupportedOperation */
static Value refuse(Vm *vm, const char *what) {
    Value text = obj_value(str_new(vm, what));
    if (text == VALUE_NULL) return VALUE_NULL;
    Value refused = module_call_c(vm, "io", "_refuse", &text, 1, NULL);
    value_release(vm, text);
    value_release(vm, refused);
    return VALUE_NULL;
}

bool text_file_put(Vm *vm, TextFile *f, const Str *text) {
    if (f->state != TEXT_OPEN) return check_open(vm, f);
    if (text->ascii) return put_bytes(vm, f, (const char *)text->data, text->length);
    if (f->stream == 1 && !codec_check_utf8(vm, text)) return false;
    if (!make_room(vm, f, (size_t)text->length * 6)) return false;
    for (uint32_t i = 0; i < text->length; i++) {
        static const char digits[] = "0123456789abcdef";
        uint32_t code = str_at(text, i);
        char *out = f->buffer + f->length;
        if (is_surrogate(code)) { /* standard error never fails: it writes an escape */
            char escape[6] = {
                '\\', 'u', digits[code >> 12], digits[code >> 8 & 15], digits[code >> 4 & 15], digits[code & 15]};
            memcpy(out, escape, 6);
            f->length += 6;
        } else {
            f->length += utf8_encode(code, out);
        }
    }
    return true;
}

static void report(Vm *vm, TextFile *f) {
    if (trace_wants(vm->trace, TRACE_OUTPUT)) {
        uint32_t line = 0;
        frame_user(vm, &line);
        trace_emit(vm->trace, TRACE_KIND_OUTPUT, (unsigned)f->stream, vm->trace->current, line, f->buffer + f->reported,
                   (size_t)(f->length - f->reported));
    }
    f->reported = f->length;
}

void text_file_settle(Vm *vm, TextFile *f, bool flush) {
    if (vm->thread != NULL && vm->thread->mute) f->length = f->reported;
    uint32_t fresh = f->length - f->reported;
    bool full = false;
    if (fresh > 0) {
        full = memchr(f->buffer + f->reported, '\n', fresh) != NULL || f->length > BUFFER_MAX;
        report(vm, f);
    }
    if ((flush || full) && f->length > 0) {
        vm->host->write(vm->host->context, f->stream, f->buffer, f->length);
        f->length = f->reported = 0;
    }
    if (flush && vm->host->flush != NULL) vm->host->flush(vm->host->context);
}

void text_write(Vm *vm, int stream, const char *bytes, size_t length) {
    Value v = vm->state->std_files[stream];
    if (v != VALUE_NULL) {
        TextFile *f = AS(TextFile, v);
        text_file_settle(vm, f, true);
        if (put_bytes(vm, f, bytes, length)) {
            text_file_settle(vm, f, true);
            return;
        }
        error_clear(vm);
    }
    vm->host->write(vm->host->context, stream, bytes, length);
}

/* Writes to what the program has put in the place of sys.stderr, if it has. What that raises is nobody's. */
static bool write_elsewhere(Vm *vm, Str *text) {
    Value file = text_file_current(vm, 2);
    if (file == VALUE_NULL || vm->state->stopping) return false;
    if (file == VALUE_NONE) return true;
    if (is_exact(vm, file, T_text_file) && AS(TextFile, file)->stream == 2) return false;
    Value argument = obj_value(text);
    value_retain(file);
    value_release(vm, call_method(vm, file, NAME(vm, write), &argument, 1));
    value_release(vm, file);
    if (error_is_set(vm)) error_clear(vm);
    return true;
}

bool text_write_str(Vm *vm, int stream, Str *text) {
    if (stream == 2 && write_elsewhere(vm, text)) return true;
    size_t length;
    const char *bytes = str_utf8(vm, text, &length);
    if (bytes != NULL) text_write(vm, stream, bytes, length);
    return bytes != NULL;
}

/* ---- input */

enum { FILL_END, FILL_LINE, FILL_NOT_YET, FILL_ERROR };

/* Asks the host for one line more. */
static int fill(Vm *vm, TextFile *f) {
    if (vm->host->read_line == NULL) return FILL_END;
    char *line = NULL;
    long length = vm->host->read_line(vm->host->context, &line);
    if (length < 0) return FILL_NOT_YET;
    if (f->reported > 0) {
        memmove(f->buffer, f->buffer + f->reported, f->length - f->reported);
        f->length -= f->reported;
        f->reported = 0;
    }
    bool ok = length == 0 || put_bytes(vm, f, line, (size_t)length);
    free(line);
    return !ok ? FILL_ERROR : length == 0 ? FILL_END : FILL_LINE;
}

/* Parks until there may be input. A virtual clock must not move meanwhile. */
static Value wait_for_input(Vm *vm) {
    double now = vm->host->now(vm->host->context);
    return thread_park(vm, vm->host->is_virtual ? now : now + INPUT_POLL_SECONDS);
}

static Value take_text(Vm *vm, TextFile *f, uint32_t length) {
    Str *s = str_from_utf8(vm, f->buffer + f->reported, length);
    f->reported += length;
    return obj_value(s);
}

/* state bits of the native frame */
enum { READ_NEWLINE = 1, READ_EOF = 2, READ_ALL = 4, READ_LINES = 8 };
#define NO_LIMIT (-1)

/* How many of the bytes are the first `limit` characters; *all: that many are there. */
static uint32_t bytes_of(const char *start, uint32_t have, int64_t limit, bool *all) {
    uint32_t at = 0;
    for (; at < have && (limit > 0 || ((unsigned char)start[at] & 0xC0) == 0x80); at++) {
        if (((unsigned char)start[at] & 0xC0) != 0x80) limit--;
    }
    *all = limit == 0;
    return at;
}

/* What is left, up to and with each newline. */
static Value take_lines(Vm *vm, TextFile *f) {
    List *lines = list_new(vm, 0);
    while (lines != NULL && f->reported < f->length) {
        const char *start = f->buffer + f->reported;
        uint32_t have = f->length - f->reported;
        const char *end = memchr(start, '\n', have);
        Value line = take_text(vm, f, end == NULL ? have : (uint32_t)(end - start) + 1);
        if (line != VALUE_NULL && list_append_take(vm, lines, line)) continue;
        obj_release(vm, lines);
        return VALUE_NULL;
    }
    return obj_value(lines);
}

/* The text asked for if it is there, of at most `limit` characters. False: not yet. */
static bool try_read(Vm *vm, TextFile *f, int how, int64_t limit, Value *out) {
    for (;;) {
        const char *start = f->buffer + f->reported;
        uint32_t have = f->length - f->reported;
        bool enough = false;
        if (limit != NO_LIMIT) have = bytes_of(start, have, limit, &enough);
        const char *end = have == 0 || how & READ_ALL ? NULL : memchr(start, '\n', have);
        if (end == NULL && enough) {
            *out = take_text(vm, f, have);
            return true;
        }
        if (end != NULL) {
            *out = take_text(vm, f, (uint32_t)(end - start) + ((how & READ_NEWLINE) ? 1 : 0));
            if (!(how & READ_NEWLINE)) f->reported++;
            return true;
        }
        int got = fill(vm, f);
        if (got == FILL_LINE) continue;
        if (got == FILL_NOT_YET) return false;
        have = f->length - f->reported;
        if (got == FILL_ERROR) {
            *out = VALUE_NULL;
        } else if (have == 0 && (how & READ_EOF)) {
            *out = raise_error(vm, T_EOFError, "EOF when reading a line");
        } else if (how & READ_LINES) {
            *out = take_lines(vm, f);
        } else {
            *out = take_text(vm, f, have);
        }
        return true;
    }
}

static Value read_resume(Vm *vm, Frame *frame, Value in) {
    if (in == VALUE_NULL) return VALUE_NULL; /* a signal's exception */
    for (;;) {
        Value out;
        int how = (int)value_as_small(frame->regs[1]);
        if (try_read(vm, AS(TextFile, frame->regs[0]), how, value_as_small(frame->regs[2]), &out)) return out;
        Value parked = wait_for_input(vm);
        if (parked != VALUE_NONE) return parked;
    }
}

static Value read_text(Vm *vm, TextFile *f, int how, int64_t limit) {
    Value out;
    if (!check_open(vm, f)) return VALUE_NULL;
    if (f->stream != 0) return refuse(vm, "not readable");
    if (try_read(vm, f, how, limit, &out)) return out;
    Frame *frame = native_push(vm, read_resume, 3);
    if (frame == NULL) return VALUE_NULL;
    frame->regs[2] = value_small(limit);
    frame->regs[0] = value_retain(obj_value(f));
    frame->regs[1] = value_small(how);
    return SIGNAL_PUSHED;
}

Value text_file_read_line(Vm *vm, TextFile *f, bool newline, bool at_end) {
    return read_text(vm, f, (newline ? READ_NEWLINE : 0) | (at_end ? READ_EOF : 0), NO_LIMIT);
}

/* ---- methods */

static TextFile *writable(Vm *vm, Value self) {
    TextFile *f = AS(TextFile, self);
    if (!check_open(vm, f)) return NULL;
    if (f->stream == 0) refuse(vm, "not writable");
    return f->stream == 0 ? NULL : f;
}

static NATIVE(method_write) {
    (void)nargs, (void)kwnames;
    TextFile *f = writable(vm, self);
    if (f == NULL) return VALUE_NULL;
    if (!is_str(args[0])) return raise_error(vm, T_TypeError, "write() argument must be str, not %B", args[0]);
    if (!text_file_put(vm, f, AS(Str, args[0]))) return VALUE_NULL;
    text_file_settle(vm, f, false);
    return value_small(AS(Str, args[0])->length);
}

static bool write_line(Vm *vm, void *context, Value item) {
    return method_write(vm, obj_value(context), &item, 1, NULL) != VALUE_NULL;
}

static NATIVE(method_writelines) {
    (void)nargs, (void)kwnames;
    return object_for_each(vm, args[0], write_line, value_obj(self)) ? VALUE_NONE : VALUE_NULL;
}

static NATIVE(method_flush) {
    UNUSED_ARGS;
    TextFile *f = AS(TextFile, self);
    if (!check_open(vm, f)) return VALUE_NULL;
    if (f->stream != 0) text_file_settle(vm, f, true);
    return VALUE_NONE;
}

/* A count of characters; negative: no limit. */
static bool limit_argument(Vm *vm, Value v, int64_t *limit) {
    if (!object_as_int64(vm, v, limit)) return false;
    if (*limit < 0) *limit = NO_LIMIT;
    return true;
}

static NATIVE(method_readline) {
    (void)kwnames;
    int64_t limit = NO_LIMIT;
    if (nargs > 0 && !limit_argument(vm, args[0], &limit)) return VALUE_NULL;
    return read_text(vm, AS(TextFile, self), READ_NEWLINE, limit);
}

static NATIVE(method_read) {
    (void)kwnames;
    int64_t limit = NO_LIMIT;
    if (nargs > 0 && !value_is_none(args[0])) {
        if (!is_int(args[0]))
            return raise_error(vm, T_TypeError, "argument should be integer or None, not '%B'", args[0]);
        if (!limit_argument(vm, args[0], &limit)) return VALUE_NULL;
    }
    return read_text(vm, AS(TextFile, self), READ_ALL, limit);
}

static NATIVE(method_readlines) {
    UNUSED_ARGS;
    return read_text(vm, AS(TextFile, self), READ_ALL | READ_LINES, NO_LIMIT);
}

static NATIVE(method_close) {
    UNUSED_ARGS;
    TextFile *f = AS(TextFile, self);
    if (f->state == TEXT_DETACHED) return check_open(vm, f) ? VALUE_NONE : VALUE_NULL;
    if (f->stream != 0) text_file_settle(vm, f, true);
    f->state = TEXT_CLOSED;
    return VALUE_NONE;
}

static NATIVE(method_enter) {
    UNUSED_ARGS;
    return check_open(vm, AS(TextFile, self)) ? value_retain(self) : VALUE_NULL;
}

static NATIVE(method_seek) {
    UNUSED_ARGS;
    return check_open(vm, AS(TextFile, self)) ? refuse(vm, "underlying stream is not seekable") : VALUE_NULL;
}

static NATIVE(method_false) {
    UNUSED_ARGS;
    return check_below(vm, self) ? VALUE_FALSE : VALUE_NULL;
}

static NATIVE(method_writable) {
    UNUSED_ARGS;
    return check_below(vm, self) ? value_bool(AS(TextFile, self)->stream != 0) : VALUE_NULL;
}

static NATIVE(method_readable) {
    UNUSED_ARGS;
    return check_below(vm, self) ? value_bool(AS(TextFile, self)->stream == 0) : VALUE_NULL;
}

static NATIVE(method_fileno) {
    UNUSED_ARGS;
    return check_below(vm, self) ? value_small(AS(TextFile, self)->stream) : VALUE_NULL;
}

static Value get_buffer(Vm *vm, Value self);

/* What reads and writes the stream from now on, also for the engine itself. */
static void hand_over(Vm *vm, TextFile *f, TextFile *under) {
    under->buffer = f->buffer;
    under->length = f->length;
    under->capacity = f->capacity;
    under->reported = f->reported;
    f->buffer = NULL;
    f->length = f->capacity = f->reported = 0;
    f->state = TEXT_DETACHED;
    Value *standard = &vm->state->std_files[f->stream];
    if (*standard == obj_value(f)) value_set(vm, standard, value_retain(obj_value(under)));
}

static NATIVE(method_detach) {
    UNUSED_ARGS;
    TextFile *f = AS(TextFile, self);
    if (!check_open(vm, f)) return VALUE_NULL;
    if (f->stream != 0) text_file_settle(vm, f, true);
    TextFile *under = text_file_new(vm, f->stream);
    Value bytes = under == NULL ? VALUE_NULL : get_buffer(vm, obj_value(under));
    if (bytes != VALUE_NULL) hand_over(vm, f, under);
    obj_release(vm, under);
    return bytes;
}

static NATIVE(method_reconfigure) {
    UNUSED_ARGS;
    (void)vm;
    return VALUE_NONE;
}

static const MethodDef file_methods[] = {
    {"write", method_write, 1, 1, false, METHOD_PLAIN, "Write string s to stream."},
    {"writelines", method_writelines, 1, 1, false, METHOD_PLAIN, "Write a list of lines to stream."},
    {"flush", method_flush, 0, 0, false, METHOD_PLAIN, "Write what is buffered."},
    {"readline", method_readline, 0, 1, false, METHOD_PLAIN, "Read until newline or EOF."},
    {"read", method_read, 0, 1, false, METHOD_PLAIN, "Read until EOF."},
    {"readlines", method_readlines, 0, 1, false, METHOD_PLAIN, "Return a list of lines from the stream."},
    {"close", method_close, 0, 0, false, METHOD_PLAIN, NULL},
    {"detach", method_detach, 0, 0, false, METHOD_PLAIN, NULL},
    {"seek", method_seek, 1, 2, false, METHOD_PLAIN, NULL},
    {"tell", method_seek, 0, 0, false, METHOD_PLAIN, NULL},
    {"truncate", method_seek, 0, 1, false, METHOD_PLAIN, NULL},
    {"__enter__", method_enter, 0, 0, false, METHOD_PLAIN, NULL},
    {"__exit__", method_close, 0, 255, false, METHOD_PLAIN, NULL},
    {"isatty", method_false, 0, 0, false, METHOD_PLAIN, NULL},
    {"seekable", method_false, 0, 0, false, METHOD_PLAIN, NULL},
    {"writable", method_writable, 0, 0, false, METHOD_PLAIN, NULL},
    {"readable", method_readable, 0, 0, false, METHOD_PLAIN, NULL},
    {"fileno", method_fileno, 0, 0, false, METHOD_PLAIN, NULL},
    {"reconfigure", method_reconfigure, 0, 255, true, METHOD_PLAIN, NULL},
    {0},
};

static Value get_name(Vm *vm, Value self) {
    static const char *const names[] = {"<stdin>", "<stdout>", "<stderr>"};
    return obj_value(str_new(vm, names[AS(TextFile, self)->stream]));
}

static Value get_mode(Vm *vm, Value self) {
    return obj_value(str_new(vm, AS(TextFile, self)->stream == 0 ? "r" : "w"));
}

static Value get_encoding(Vm *vm, Value self) {
    (void)self;
    return obj_value(str_new(vm, "utf-8"));
}

static Value get_errors(Vm *vm, Value self) {
    return obj_value(str_new(vm, AS(TextFile, self)->stream == 2 ? "backslashreplace" : "strict"));
}

static Value get_closed(Vm *vm, Value self) {
    const TextFile *f = AS(TextFile, self);
    if (f->state == TEXT_DETACHED) return check_open(vm, f) ? VALUE_FALSE : VALUE_NULL;
    return value_bool(f->state == TEXT_CLOSED);
}

static Value get_newlines(Vm *vm, Value self) {
    (void)vm, (void)self;
    return VALUE_NONE;
}

static Value get_write_through(Vm *vm, Value self) {
    (void)vm, (void)self;
    return VALUE_FALSE;
}

static Value get_true(Vm *vm, Value self) {
    (void)vm, (void)self;
    return VALUE_TRUE;
}

static Value get_buffer(Vm *vm, Value self) {
    return module_call(vm, NAME(vm, io), NAME(vm, _StandardBytes), &self, 1, NULL);
}

static const GetSetDef file_getset[] = {
    {"name", get_name, NULL, NULL},
    {"mode", get_mode, NULL, NULL},
    {"encoding", get_encoding, NULL, NULL},
    {"errors", get_errors, NULL, NULL},
    {"closed", get_closed, NULL, NULL},
    {"line_buffering", get_true, NULL, NULL},
    {"buffer", get_buffer, NULL, NULL},
    {"newlines", get_newlines, NULL, NULL},
    {"write_through", get_write_through, NULL, NULL},
    {0},
};

static void file_dealloc(Vm *vm, Obj *self) {
    TextFile *f = (TextFile *)self;
    if (f->buffer != NULL) mem_free(vm->mem, f->buffer, f->capacity);
    f->buffer = NULL;
    f->length = f->capacity = f->reported = 0;
}

static Value file_repr(Vm *vm, Value self) {
    static const char *const names[] = {"stdin", "stdout", "stderr"};
    int stream = AS(TextFile, self)->stream;
    return obj_value(str_format(vm, "<_io.TextIOWrapper name='<%s>' mode='%s' encoding='utf-8'>", names[stream],
                                stream == 0 ? "r" : "w"));
}

/* Iteration cannot park: it ends where a line is not there yet and nobody can wait for it. */
static Value file_next(Vm *vm, Value self) {
    Value out;
    TextFile *f = AS(TextFile, self);
    if (!check_open(vm, f)) return VALUE_NULL;
    if (f->stream != 0) return refuse(vm, "not readable");
    while (!try_read(vm, f, READ_NEWLINE, NO_LIMIT, &out)) {
        double now = vm->host->now(vm->host->context);
        vm->host->wait(vm->host->context, now + INPUT_POLL_SECONDS);
    }
    if (out == VALUE_NULL || AS(Str, out)->length > 0) return out;
    value_release(vm, out);
    return VALUE_NULL;
}

const TypeDef type_text_file_def = {
    .name = "_io.TextIOWrapper",
    .size = sizeof(TextFile),
    .flags = TYPE_NO_NEW,
    .slots = {.dealloc = file_dealloc, .repr = file_repr, .iter = object_itself, .next = file_next},
    .methods = file_methods,
    .getset = file_getset,
};
