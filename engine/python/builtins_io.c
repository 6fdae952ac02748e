/* builtins_io.c: print and input. */
#include "builtins.h"
#include "redo.h"
#include "text_file.h"
#include "vm_state.h"

typedef struct Print {
    Value file;
    TextFile *fast; /* file itself when it is one of ours */
} Print;

static bool write_any(Vm *vm, Value file, Value text) {
    Value r = call_method(vm, file, NAME(vm, write), &text, 1);
    value_release(vm, r);
    return r != VALUE_NULL;
}

static bool put_text(Vm *vm, Print *p, Value text) {
    return p->fast != NULL ? text_file_put(vm, p->fast, AS(Str, text)) : write_any(vm, p->file, text);
}

static bool put_value(Vm *vm, Print *p, Value v) {
    if (is_exact(vm, v, T_str)) return put_text(vm, p, v);
    Value text = object_str(vm, v);
    bool ok = text != VALUE_NULL && put_text(vm, p, text);
    value_release(vm, text);
    return ok;
}

static bool put_all(Vm *vm, Print *p, const Value *args, uint32_t nargs, Value sep, Value end) {
    for (uint32_t i = 0; i < nargs; i++) {
        if (i > 0 && !put_text(vm, p, sep)) return false;
        if (!put_value(vm, p, args[i])) return false;
    }
    return put_text(vm, p, end);
}

/* sep or end: a string, or the usual one for None. */
static bool text_option(Vm *vm, const char *name, Value *option, unsigned char usual) {
    if (*option == VALUE_NULL || *option == VALUE_NONE) {
        *option = obj_value(vm->chars[usual]);
        return true;
    }
    if (is_str(*option)) return true;
    raise_error(vm, T_TypeError, "%s must be None or a string, not %T", name, *option);
    return false;
}

static bool flush_any(Vm *vm, Print *p) {
    Value r = call_method(vm, p->file, NAME(vm, flush), NULL, 0);
    value_release(vm, r);
    return r != VALUE_NULL;
}

static Print printing_to(Vm *vm, Value file) {
    return (Print){file, is_exact(vm, file, T_text_file) ? AS(TextFile, file) : NULL};
}

static Value print_end(Vm *vm, Print *p, bool ok, bool flush) {
    if (p->fast != NULL) {
        text_file_settle(vm, p->fast, flush);
    } else if (ok && flush) {
        ok = flush_any(vm, p);
    }
    return ok ? VALUE_NONE : VALUE_NULL;
}

/* ---- printing where a __str__ or the file's write() may wait, in a frame: a piece is done again, those before it are
 * written (redo.h) ---- */

enum { PRINT_FILE, PRINT_ARGS, PRINT_SEP, PRINT_END, PRINT_FLUSH, PRINT_SLOTS };

/* The pieces are each argument and what follows it, and the flush of a file that is not ours. */
static bool put_piece(Vm *vm, Frame *frame, Print *p, uint32_t piece, uint32_t texts) {
    const Tuple *args = AS(Tuple, frame->regs[PRINT_ARGS]);
    if (piece == texts) return flush_any(vm, p);
    if (args->length > 0 && piece % 2 == 0) return put_value(vm, p, args->items[piece / 2]);
    return put_text(vm, p, frame->regs[piece + 1 < texts ? PRINT_SEP : PRINT_END]);
}

static Value print_resume(Vm *vm, Frame *frame, Value in) {
    (void)in;
    uint32_t nargs = AS(Tuple, frame->regs[PRINT_ARGS])->length, texts = nargs == 0 ? 1 : 2 * nargs;
    bool flush = frame->regs[PRINT_FLUSH] == VALUE_TRUE, ok = true;
    Print p = printing_to(vm, frame->regs[PRINT_FILE]);
    uint32_t pieces = texts + (flush && p.fast == NULL);
    frame->ip = &redo_native;
    while (ok && (uint32_t)frame->state < pieces) {
        ok = put_piece(vm, frame, &p, (uint32_t)frame->state, texts);
        if (vm->state->redoing) return VALUE_NULL;
        redo_step(vm, frame);
        frame->state++;
    }
    redo_forget(vm, frame);
    return print_end(vm, &p, ok, flush && p.fast != NULL);
}

static bool waits_in_text(Vm *vm, Value file, const Value *args, uint32_t nargs) {
    if (!vm_has_threads(vm)) return false;
    if (!is_exact(vm, file, T_text_file)) return true;
    bool text = true;
    for (uint32_t i = 0; i < nargs; i++) text = text && (!value_is_obj(args[i]) || is_exact(vm, args[i], T_str));
    return !text && nargs > 1;
}

static Value print_push(Vm *vm, Value file, const Value *args, uint32_t nargs, const Value *options, bool flush) {
    Tuple *given = tuple_new(vm, nargs);
    Frame *frame = given == NULL ? NULL : native_push(vm, print_resume, PRINT_SLOTS);
    if (frame == NULL) {
        obj_release(vm, given);
        return VALUE_NULL;
    }
    for (uint32_t i = 0; i < nargs; i++) given->items[i] = value_retain(args[i]);
    frame->regs[PRINT_FILE] = value_retain(file);
    frame->regs[PRINT_ARGS] = obj_value(given);
    frame->regs[PRINT_SEP] = value_retain(options[0]);
    frame->regs[PRINT_END] = value_retain(options[1]);
    frame->regs[PRINT_FLUSH] = value_bool(flush);
    return SIGNAL_PUSHED;
}

static Value print_to(Vm *vm, Value file, const Value *args, uint32_t nargs, const Value *options) {
    int flush = options[3] == VALUE_NULL ? 0 : object_truth(vm, options[3]);
    if (flush < 0) return VALUE_NULL;
    if (waits_in_text(vm, file, args, nargs)) return print_push(vm, file, args, nargs, options, flush > 0);
    Print p = printing_to(vm, file);
    return print_end(vm, &p, put_all(vm, &p, args, nargs, options[0], options[1]), flush > 0);
}

static NATIVE(builtin_print) {
    (void)self;
    static const char *const names[] = {"sep", "end", "file", "flush", NULL};
    Value options[4];
    if (!keywords_bind(vm, "print", names, args + nargs, kwnames, options)) return VALUE_NULL;
    if (!text_option(vm, "sep", &options[0], ' ') || !text_option(vm, "end", &options[1], '\n')) return VALUE_NULL;
    Value file = options[2];
    if (file == VALUE_NULL || file == VALUE_NONE) {
        file = text_file_current(vm, 1);
        if (file == VALUE_NULL) return raise_error(vm, T_RuntimeError, "lost sys.stdout");
        if (file == VALUE_NONE) return VALUE_NONE;
    }
    value_retain(file);
    Value r = print_to(vm, file, args, nargs, options);
    value_release(vm, file);
    return r;
}

static bool show_prompt(Vm *vm, Value prompt) {
    Value file = text_file_current(vm, 1);
    if (file == VALUE_NULL || file == VALUE_NONE) {
        raise_error(vm, T_RuntimeError, "input(): lost sys.stdout");
        return false;
    }
    Print p = {value_retain(file), is_exact(vm, file, T_text_file) ? AS(TextFile, file) : NULL};
    bool ok = prompt == VALUE_NULL || put_value(vm, &p, prompt);
    if (p.fast != NULL) {
        text_file_settle(vm, p.fast, true);
    } else {
        ok = ok && flush_any(vm, &p);
    }
    value_release(vm, p.file);
    return ok;
}

/* input() when sys.stdin is somebody else's object. */
static Value read_any(Vm *vm, Value file) {
    Value line = call_method(vm, file, NAME(vm, readline), NULL, 0);
    if (line == VALUE_NULL) return VALUE_NULL;
    if (!is_str(line)) {
        value_release(vm, line);
        return raise_error(vm, T_TypeError, "object.readline() returned non-string");
    }
    Str *s = AS(Str, line);
    Value r;
    if (s->length == 0) {
        r = raise_error(vm, T_EOFError, "EOF when reading a line");
    } else {
        uint32_t end = str_at(s, s->length - 1) == '\n' ? s->length - 1 : s->length;
        r = obj_value(str_slice(vm, s, 0, end));
    }
    value_release(vm, line);
    return r;
}

static NATIVE(builtin_input) {
    UNUSED_ARGS;
    Value file = text_file_current(vm, 0);
    if (file == VALUE_NULL || file == VALUE_NONE) return raise_error(vm, T_RuntimeError, "input(): lost sys.stdin");
    if (!show_prompt(vm, nargs > 0 ? args[0] : VALUE_NULL)) return VALUE_NULL;
    if (is_exact(vm, file, T_text_file)) return text_file_read_line(vm, AS(TextFile, file), false, true);
    value_retain(file);
    Value r = read_any(vm, file);
    value_release(vm, file);
    return r;
}

const MethodDef builtins_io[] = {
    {"print", builtin_print, 0, 255, true, METHOD_AGAIN_ALONE,
     "Prints the values to a stream, or to sys.stdout by default."},
    {"input", builtin_input, 0, 1, false, METHOD_PLAIN, "Read a string from standard input."},
    {0},
};
