/* monitoring.c: see monitoring.h. The functions of tools are called by a nested interpreter; while one runs, nobody is
 * told of anything.
 */
#include "monitoring.h"

#include "settrace.h"
#include "types_private.h"

enum { TOOLS = MONITOR_TOOLS };

typedef struct Monitoring {
    uint32_t events[TOOLS];
    Value callbacks[TOOLS][MONITOR_EVENTS]; /* owned, or VALUE_NULL */
    Value disable, missing;                 /* owned: what a function answers to hear no more; instead of an argument */
    Dict *disabled;                         /* (address of a code, instruction, event and tool): the code */
} Monitoring;

static uint32_t events_of(const Monitoring *m, const Code *code, int tool) {
    return m->events[tool] | (code->traced != NULL ? code->traced->events[tool] : 0);
}

static uint32_t bit_of(enum monitor_event event) {
    return 1u << (event >= MONITOR_C_RETURN ? MONITOR_CALL : event);
}

static bool anybody_wants(const Monitoring *m, const Code *code, enum monitor_event event) {
    uint32_t all = 0;
    for (int tool = 0; tool < TOOLS; tool++) all |= events_of(m, code, tool);
    return (all & bit_of(event)) != 0;
}

/* ---- places that a tool has switched off */

static Tuple *place_key(Vm *vm, const Code *code, uint32_t index, enum monitor_event event, int tool) {
    return tuple_pack(vm, 3, value_small((int64_t)((uintptr_t)code >> 3)), value_small(index),
                      value_small((int64_t)event * TOOLS + tool));
}

/* -1: an exception is set. */
static int is_off(Vm *vm, const Monitoring *m, const Code *code, uint32_t index, enum monitor_event event, int tool) {
    if (m->disabled == NULL || event >= MONITOR_C_RETURN) return 0;
    Tuple *key = place_key(vm, code, index, event, tool);
    if (key == NULL) return -1;
    Value found = dict_get(vm, m->disabled, obj_value(key));
    obj_release(vm, key);
    return found != VALUE_NULL ? 1 : error_is_set(vm) ? -1 : 0;
}

static bool cannot_switch_off(Vm *vm, Monitoring *m, enum monitor_event event, int tool) {
    static const char *const names[] = {"RAISE",   "EXCEPTION_HANDLED", "PY_UNWIND", "PY_THROW",
                                        "RERAISE", "C_RETURN",          "C_RAISE"};
    value_clear(vm, &m->callbacks[tool][event]);
    raise_error(vm, T_ValueError, "Cannot disable %s events. Callback removed.", names[event - MONITOR_RAISE]);
    return false;
}

static bool switch_off(Vm *vm, Monitoring *m, Code *code, uint32_t index, enum monitor_event event, int tool) {
    if (event > MONITOR_STOP_ITERATION) return cannot_switch_off(vm, m, event, tool);
    if (m->disabled == NULL) m->disabled = dict_new(vm);
    Tuple *key = m->disabled == NULL ? NULL : place_key(vm, code, index, event, tool);
    bool ok = key != NULL && dict_set(vm, m->disabled, obj_value(key), obj_value(code));
    obj_release(vm, key);
    return ok;
}

/* ---- telling */

static bool tell_tool(Vm *vm, Monitoring *m, Frame *frame, enum monitor_event event, int tool, const Value *args,
                      uint32_t nargs) {
    Code *code = AS(Code, args[0]);
    uint32_t index = code_index(code, frame->ip);
    int off = is_off(vm, m, code, index, event, tool);
    if (off != 0) return off > 0;
    Value callback = value_retain(m->callbacks[tool][event]);
    vm->thread->tracing->busy++;
    Value answer = call_value(vm, callback, args, nargs, NULL);
    vm->thread->tracing->busy--;
    value_release(vm, callback);
    bool ok = answer != VALUE_NULL && (answer != m->disable || switch_off(vm, m, code, index, event, tool));
    value_release(vm, answer);
    return ok;
}

static bool tell_tools(Vm *vm, Frame *frame, enum monitor_event event, const Value *args, uint32_t nargs) {
    Monitoring *m = vm->state->monitoring;
    for (int tool = TOOLS; tool-- > 0;) { /* as CPython, by the highest bit that is set */
        bool wants = (events_of(m, frame->code, tool) & bit_of(event)) && m->callbacks[tool][event] != VALUE_NULL;
        if (wants && !tell_tool(vm, m, frame, event, tool, args, nargs)) return false;
    }
    return true;
}

static bool tell(Vm *vm, Frame *frame, enum monitor_event event, const Value *args, uint32_t nargs) {
    Value code = value_retain(args[0]), error = error_take(vm);
    enum send_status outcome = vm->state->step_outcome;
    bool ok = tell_tools(vm, frame, event, args, nargs);
    vm->state->step_outcome = outcome;
    if (ok && error != VALUE_NULL)
        error_restore(vm, error);
    else
        value_release(vm, error);
    value_release(vm, code);
    return ok;
}

static bool listens(const Vm *vm, const Frame *frame, enum monitor_event event) {
    const Monitoring *m = vm->state->monitoring;
    return m != NULL && settrace_listens(vm) && anybody_wants(m, frame->code, event);
}

bool monitor_tell(Vm *vm, Frame *frame, enum monitor_event event, Value argument, Value second) {
    if (!listens(vm, frame, event)) return true;
    uint32_t index = code_index(frame->code, frame->ip);
    const Value args[] = {obj_value(frame->code), value_small((int64_t)index * 2), argument, second};
    uint32_t nargs = argument == VALUE_NULL ? 2 : second == VALUE_NULL ? 3 : 4;
    return tell(vm, frame, event, args, nargs);
}

static FrameMore *more_of(Vm *vm, Frame *frame) {
    FrameObject *object = frame_object(vm, frame);
    return object == NULL ? NULL : frame_object_more(vm, object);
}

static bool tell_line(Vm *vm, Frame *frame, uint32_t line) {
    if (!listens(vm, frame, MONITOR_LINE)) return true;
    FrameMore *more = more_of(vm, frame);
    if (more == NULL) return false;
    if (more->monitored_line == line) return true;
    more->monitored_line = line;
    const Value args[] = {obj_value(frame->code), value_small(line)};
    return tell(vm, frame, MONITOR_LINE, args, 2);
}

static bool tell_return(Vm *vm, Frame *frame, const Instr *next) {
    if (next->op == OP_YIELD) return monitor_tell(vm, frame, MONITOR_PY_YIELD, frame->regs[next->b], VALUE_NULL);
    Value value = next->op == OP_RETURN_NONE ? VALUE_NONE : frame->regs[next->a];
    return value == VALUE_NULL || monitor_tell(vm, frame, MONITOR_PY_RETURN, value, VALUE_NULL);
}

/* The first argument of a call, borrowed. */
static Value first_argument(const Monitoring *m, const Instr *next, const Value *run) {
    if (next->op == OP_CALL_EX) {
        const Tuple *tuple = value_is_obj(run[2]) && is_tuple(run[2]) ? AS(Tuple, run[2]) : NULL;
        const List *list = value_is_obj(run[2]) && is_list(run[2]) ? AS(List, run[2]) : NULL;
        if (tuple != NULL && tuple->length > 0) return tuple->items[0];
        return list != NULL && list->length > 0 ? list->items[0] : m->missing;
    }
    return next->b > 0 ? run[2] : m->missing;
}

static bool is_python(Vm *vm, Value callee) {
    if (is_exact(vm, callee, T_method)) callee = AS(BoundMethod, callee)->function;
    return is_exact(vm, callee, T_function) && !(AS(Function, callee)->code->flags & (CODE_LIKE_C | CODE_IN_C));
}

static bool keep_called(Vm *vm, Frame *frame, Value callee, Value first) {
    if (is_python(vm, callee)) return true;
    FrameMore *more = more_of(vm, frame);
    Tuple *pair = more == NULL ? NULL : tuple_pack(vm, 2, callee, first);
    if (pair == NULL) return false;
    value_set(vm, &more->monitored, obj_value(pair));
    return true;
}

/* f(*x) calls a method as one object, other calls as its function and the instance. Both are owned. */
static bool find_callee(Vm *vm, const Instr *next, const Value *run, Value *callee, Value *first) {
    bool has_self = next->op != OP_CALL_PLAIN && run[1] != VALUE_NULL;
    *callee = run[0];
    *first = has_self ? run[1] : first_argument(vm->state->monitoring, next, run);
    if (next->op == OP_CALL_EX) {
        *first = first_argument(vm->state->monitoring, next, run);
        if (has_self && value_obj(*callee)->type->slots.descr_get != NULL)
            *callee = value_obj(*callee)->type->slots.descr_get(vm, *callee, run[1], type_of(vm, run[1]));
        else
            value_retain(*callee);
        if (*callee == VALUE_NULL) return false;
    } else {
        if (is_exact(vm, *callee, T_method)) {
            *first = AS(BoundMethod, *callee)->self;
            *callee = AS(BoundMethod, *callee)->function;
        }
        value_retain(*callee);
    }
    value_retain(*first);
    return true;
}

/* Whether a tool is told of the call: those are told of its end. -1: an exception is set. */
static int is_told_of_call(Vm *vm, const Frame *frame) {
    const Monitoring *m = vm->state->monitoring;
    int off = 1;
    for (int tool = 0; tool < TOOLS && off > 0; tool++)
        if (events_of(m, frame->code, tool) & bit_of(MONITOR_CALL))
            off = is_off(vm, m, frame->code, code_index(frame->code, frame->ip), MONITOR_CALL, tool);
    return off < 0 ? -1 : !off;
}

static bool tell_call(Vm *vm, Frame *frame, const Instr *next) {
    if (!listens(vm, frame, MONITOR_CALL)) return true;
    int told = is_told_of_call(vm, frame);
    if (told <= 0) return told == 0;
    Value callee, first;
    if (!find_callee(vm, next, &frame->regs[next->a], &callee, &first)) return false;
    bool ok = monitor_tell(vm, frame, MONITOR_CALL, callee, first) && keep_called(vm, frame, callee, first);
    value_release(vm, callee);
    value_release(vm, first);
    return ok;
}

/* The call in C that the frame was told of is over. */
static bool tell_called(Vm *vm, Frame *frame, enum monitor_event event) {
    FrameMore *more = frame->object == NULL ? NULL : frame->object->more;
    Value pair = more == NULL ? VALUE_NULL : more->monitored;
    if (pair == VALUE_NULL) return true;
    more->monitored = VALUE_NULL;
    bool ok = monitor_tell(vm, frame, event, AS(Tuple, pair)->items[0], AS(Tuple, pair)->items[1]);
    value_release(vm, pair);
    return ok;
}

/* A thread's first moment. */
static bool may_listen(Vm *vm) {
    if (vm->thread->tracing == NULL) vm->thread->tracing = mem_zalloc(vm->mem, sizeof *vm->thread->tracing);
    if (vm->thread->tracing == NULL) raise_no_memory(vm);
    return vm->thread->tracing != NULL;
}

bool monitor_point(Vm *vm, Frame *frame, const Instr *ip) {
    if (!may_listen(vm)) return false;
    switch ((enum trace_point)ip->a) {
    case TRACE_POINT_START: return monitor_tell(vm, frame, MONITOR_PY_START, VALUE_NULL, VALUE_NULL);
    case TRACE_POINT_RESUME: return monitor_tell(vm, frame, MONITOR_PY_RESUME, VALUE_NULL, VALUE_NULL);
    case TRACE_POINT_LINE: return tell_line(vm, frame, instr_wide(*ip));
    case TRACE_POINT_RETURN: return tell_return(vm, frame, ip + 1);
    case TRACE_POINT_LOOP: break;
    case TRACE_POINT_CALL: return tell_call(vm, frame, ip + 1);
    case TRACE_POINT_CALLED: return tell_called(vm, frame, MONITOR_C_RETURN);
    }
    return true;
}

bool monitor_raised(Vm *vm, Frame *frame, enum monitor_event event) {
    if (vm->state->monitoring == NULL) return true;
    if (event == MONITOR_RAISE && !tell_called(vm, frame, MONITOR_C_RAISE)) return false;
    Value exception = value_retain(vm->thread->error);
    bool ok = monitor_tell(vm, frame, event, exception, VALUE_NULL);
    value_release(vm, exception);
    return ok;
}

/* ---- what _monitoring calls: tool numbers and sets of events are as they should be */

void monitor_forget(Vm *vm) {
    Monitoring *m = vm->state->monitoring;
    if (m == NULL) return;
    vm->state->monitoring = NULL;
    for (int tool = 0; tool < TOOLS; tool++)
        for (int event = 0; event < MONITOR_EVENTS; event++) value_clear(vm, &m->callbacks[tool][event]);
    value_release(vm, m->disable);
    value_release(vm, m->missing);
    obj_release(vm, m->disabled);
    mem_free(vm->mem, m, sizeof *m);
}

/* monitor_restart(DISABLE, MISSING): no place is switched off. */
NATIVE(native_monitor_restart) {
    (void)self, (void)nargs, (void)kwnames;
    Monitoring *m = vm->state->monitoring;
    if (m == NULL) m = mem_zalloc(vm->mem, sizeof *m);
    if (m == NULL) return raise_no_memory(vm);
    if (vm->state->monitoring == NULL) {
        m->disable = value_retain(args[0]);
        m->missing = value_retain(args[1]);
        vm->state->monitoring = m;
    }
    Dict *disabled = m->disabled;
    m->disabled = NULL;
    obj_release(vm, disabled);
    return VALUE_NONE;
}

/* monitor(tool, events, code): of all code if that is None. */
NATIVE(native_monitor) {
    (void)self, (void)nargs, (void)kwnames;
    uint32_t tool = (uint32_t)value_as_small(args[0]), events = (uint32_t)value_as_small(args[1]);
    bool local = is_exact(vm, args[2], T_code);
    if (events != 0 && !settrace_begin(vm)) return VALUE_NULL;
    if (!local) {
        vm->state->monitoring->events[tool] = events;
    } else if (AS(Code, args[2])->traced != NULL) {
        AS(Code, args[2])->traced->events[tool] = events;
    }
    return events == 0 ? VALUE_NONE : settrace_change(vm);
}

/* monitor_events(tool, code) */
NATIVE(native_monitor_events) {
    (void)vm, (void)self, (void)nargs, (void)kwnames;
    const Code *code = AS(Code, args[1]);
    return value_small(code->traced == NULL ? 0 : code->traced->events[value_as_small(args[0])]);
}

/* monitor_callback(tool, event, function): what was there before. */
NATIVE(native_monitor_callback) {
    (void)self, (void)nargs, (void)kwnames;
    Value *place = &vm->state->monitoring->callbacks[value_as_small(args[0])][value_as_small(args[1])];
    Value before = *place;
    *place = args[2] == VALUE_NONE ? VALUE_NULL : value_retain(args[2]);
    return before == VALUE_NULL ? VALUE_NONE : before;
}
