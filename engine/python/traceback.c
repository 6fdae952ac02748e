/* traceback.c: traceback entries: the chain of frames that an exception passed.
 *
 * Most exceptions are caught, and nobody asks for their tracebacks. So an exception keeps a list of the frames that it
 * has left (Exception.passed, linked through the FrameObjects, each of which can stand in one such list), and the
 * entries are made when somebody asks, in their order and with the numbers that they would have had. An exception that
 * has entries gets further ones at once. The collector, whose order is seen by programs, has all of them made.
 */
#include "exceptions.h"
#include "interp.h"
#include "types_private.h"

/* ---- frames that an exception has passed */

static void remember_frame(Vm *vm, Exception *e, FrameObject *object, uint32_t instr) {
    struct VmState *state = vm->state;
    state->passed++;
    obj_retain(object);
    object->passed = true;
    object->passed_instr = instr;
    object->passed_number = gc_count(vm);
    object->passed_next = e->passed;
    e->passed = object;
}

/* The first of a list leaves it; owned. */
static FrameObject *unlink_first(Vm *vm, FrameObject **list) {
    FrameObject *object = *list;
    struct VmState *state = vm->state;
    *list = object->passed_next;
    object->passed_next = NULL;
    object->passed = false;
    state->passed--;
    if (state->gc_allocated > 0) state->gc_allocated--;
    return object;
}

/* Inner frames go first: tb_dealloc. */
static void forget_frames(Vm *vm, Exception *e) {
    FrameObject *list = NULL;
    for (FrameObject *at = e->passed, *next; at != NULL; at = next) {
        next = at->passed_next;
        at->passed_next = list;
        list = at;
    }
    e->passed = NULL;
    while (list != NULL) obj_release(vm, unlink_first(vm, &list));
}

/* As many entries as the list is long, linked, with nothing in them; VALUE_NULL: no memory. */
static Value empty_entries(Vm *vm, const FrameObject *list) {
    Value entries = VALUE_NULL;
    for (; list != NULL; list = list->passed_next) {
        Traceback *entry = object_new(vm, TYPE(vm, traceback), 0);
        if (entry == NULL) {
            value_release(vm, entries);
            return VALUE_NULL;
        }
        entry->next = entries;
        entries = obj_value(entry);
    }
    return entries;
}

/* Runs no code: nothing dies of it. */
static void make_entries(Vm *vm, Exception *e) {
    Value error = vm->thread == NULL ? VALUE_NULL : error_take(vm);
    uint32_t births = vm->state->gc_births;
    Value entries = empty_entries(vm, e->passed);
    vm->state->gc_births = births;
    e->traceback = entries;
    for (Value at = entries; at != VALUE_NULL; at = AS(Traceback, at)->next) {
        Traceback *entry = AS(Traceback, at);
        *mem_number(entry) = e->passed->passed_number;
        entry->instr = e->passed->passed_instr;
        entry->frame = unlink_first(vm, &e->passed);
    }
    if (vm->thread == NULL) return;
    error_clear(vm);
    vm->thread->error = error;
}

Value exception_traceback(Vm *vm, Value e) {
    if (AS(Exception, e)->passed != NULL) make_entries(vm, AS(Exception, e));
    return AS(Exception, e)->traceback;
}

void exception_set_traceback(Vm *vm, Value e, Value traceback) {
    if (AS(Exception, e)->passed != NULL) forget_frames(vm, AS(Exception, e));
    value_set(vm, &AS(Exception, e)->traceback, traceback);
}

typedef struct Passing {
    Obj **items;
    uint32_t count;
} Passing;

/* Some may be waiting for their deallocation: their count is not touched. */
static void find_passing(void *context, void *object) {
    Passing *found = context;
    Obj *o = object;
    if (o->type != NULL && (o->type->flags & TYPE_IS_EXCEPTION) && ((Exception *)object)->passed != NULL)
        found->items[found->count++] = o;
}

void exception_tracebacks_all(Vm *vm) {
    size_t size = vm->state->passed * sizeof(Obj *);
    if (size == 0) return;
    Passing found = {.items = mem_alloc(vm->mem, size)};
    if (found.items == NULL) return;
    mem_objects_walk(vm->mem, find_passing, &found);
    for (uint32_t i = 0; i < found.count; i++) make_entries(vm, (Exception *)found.items[i]);
    mem_free(vm->mem, found.items, size);
}

/* ---- entries */

static void add_entry_now(Vm *vm, Value error, FrameObject *object, uint32_t instr) {
    Traceback *entry = object_new(vm, TYPE(vm, traceback), 0);
    if (entry == NULL) return;
    obj_retain(object);
    entry->frame = object;
    entry->instr = instr;
    entry->next = value_retain(exception_traceback(vm, error));
    exception_set_traceback(vm, error, obj_value(entry));
}

static void add_entry(Vm *vm, Frame *frame, size_t instr) {
    Value error = vm->thread->error;
    if (error == VALUE_NULL) return;
    Exception *e = AS(Exception, error);
    FrameObject *object = frame->object;
    if (LIKELY(object != NULL && !object->passed && e->traceback == VALUE_NULL)) {
        remember_frame(vm, e, object, (uint32_t)instr);
        return;
    }
    (void)error_take(vm); /* making the objects may fail and set another */
    object = frame_object_opt(vm, frame);
    if (object != NULL && !object->passed && e->traceback == VALUE_NULL)
        remember_frame(vm, e, object, (uint32_t)instr);
    else if (object != NULL)
        add_entry_now(vm, error, object, (uint32_t)instr);
    error_restore(vm, error);
}

const Code *traceback_code(const Traceback *entry) {
    return frame_object_code(entry->frame);
}

Dict *traceback_globals(const Traceback *entry) {
    return entry->frame->frame != NULL ? entry->frame->frame->globals : entry->frame->globals;
}

void traceback_here(Vm *vm, Frame *frame) {
    if (frame->code != NULL) add_entry(vm, frame, code_located(frame->code, code_index(frame->code, frame->ip)));
}

void traceback_unbegun(Vm *vm, Frame *frame) {
    if (frame->code != NULL) add_entry(vm, frame, frame->code->ninstrs);
}

/* Its frame has a clear of its own. */
static void traceback_clear(Vm *vm, Obj *self) {
    value_clear(vm, &((Traceback *)self)->next);
}

static void traceback_dealloc(Vm *vm, Obj *self) {
    Traceback *entry = (Traceback *)self;
    value_clear(vm, &entry->next); /* inner frames go first: tb_dealloc */
    FrameObject *frame = entry->frame;
    entry->frame = NULL;
    obj_release(vm, frame);
}

static void traceback_traverse(Obj *self, VisitFn visit, void *context) {
    const Traceback *entry = (Traceback *)self;
    visit(context, entry->next);
    visit(context, obj_value(entry->frame));
}

static Value get_tb_next(Vm *vm, Value self) {
    (void)vm;
    Value next = AS(Traceback, self)->next;
    return next == VALUE_NULL ? VALUE_NONE : value_retain(next);
}

static bool set_tb_next(Vm *vm, Value self, Value value) {
    if (value == VALUE_NULL) {
        raise_error(vm, T_TypeError, "can't delete tb_next attribute");
        return false;
    }
    if (value != VALUE_NONE && !is_exact(vm, value, T_traceback)) {
        raise_error(vm, T_TypeError, "expected traceback object, got '%T'", value);
        return false;
    }
    for (Value at = value; at != VALUE_NONE && at != VALUE_NULL; at = AS(Traceback, at)->next) {
        if (at != self) continue;
        raise_error(vm, T_ValueError, "traceback loop detected");
        return false;
    }
    value_set(vm, &AS(Traceback, self)->next, value == VALUE_NONE ? VALUE_NULL : value_retain(value));
    return true;
}

static Value get_lineno(Vm *vm, Value self) {
    (void)vm;
    const Traceback *entry = AS(Traceback, self);
    if (entry->line != 0) return value_small(entry->line);
    return value_small(code_position(traceback_code(entry), entry->instr).line);
}

static Value get_lasti(Vm *vm, Value self) {
    (void)vm;
    return value_small((int64_t)AS(Traceback, self)->instr * 2);
}

static Value get_frame(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(Traceback, self)->frame));
}

static const GetSetDef traceback_getset[] = {
    {"tb_next", get_tb_next, set_tb_next, NULL},
    {"tb_lineno", get_lineno, NULL, NULL},
    {"tb_lasti", get_lasti, set_readonly, NULL},
    {"tb_frame", get_frame, set_readonly, NULL},
    {0},
};

static bool as_int(Vm *vm, Value v, int64_t *i) {
    if (!object_as_int64(vm, v, i)) return false;
    if (*i == (int32_t)*i) return true;
    raise_error(vm, T_OverflowError, "Python int too large to convert to C int");
    return false;
}

static Value traceback_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"tb_next", "tb_frame", "tb_lasti", "tb_lineno", NULL};
    static const ArgSpec spec = {"traceback", names, 0, 4, 4};
    Value out[4];
    int64_t last, line;
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    if (!is_exact(vm, out[1], T_frame))
        return raise_error(vm, T_TypeError, "traceback() argument 'tb_frame' must be frame, not %T", out[1]);
    if (!as_int(vm, out[2], &last) || !as_int(vm, out[3], &line)) return VALUE_NULL;
    if (out[0] != VALUE_NONE && !is_exact(vm, out[0], T_traceback))
        return raise_error(vm, T_TypeError, "expected traceback object or None, got '%T'", out[0]);
    Traceback *entry = object_new(vm, type, 0);
    if (entry == NULL) return VALUE_NULL;
    entry->next = out[0] == VALUE_NONE ? VALUE_NULL : value_retain(out[0]);
    entry->frame = AS(FrameObject, value_retain(out[1]));
    uint32_t count = traceback_code(entry)->ninstrs;
    entry->instr = last < 0 || last / 2 >= count ? count : (uint32_t)(last / 2);
    entry->line = (int32_t)line;
    return obj_value(entry);
}

const TypeDef type_traceback_def = {
    .size = sizeof(Traceback),
    .flags = TYPE_GC,
    .slots = {.dealloc = traceback_dealloc,
              .traverse = traceback_traverse,
              .clear = traceback_clear,
              .new = traceback_new},
    .getset = traceback_getset,
};
