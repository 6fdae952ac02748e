/* function.c: Python functions: made, called. Their attributes are in function_attrs.c. */
#include "interp.h"

Value function_new(Vm *vm, Code *code, Dict *globals) {
    Function *fn = object_new(vm, vm->types[T_function], 0);
    if (fn == NULL) return VALUE_NULL;
    obj_retain(code);
    obj_retain(globals);
    obj_retain(vm->builtins);
    obj_retain(code->name);
    obj_retain(code->qualname);
    fn->code = code;
    fn->globals = globals;
    fn->builtins = vm->builtins;
    fn->name = code->name;
    fn->qualname = code->qualname;
    fn->doc = code->doc == VALUE_NULL ? VALUE_NONE : value_retain(code->doc);
    Value module = dict_get_str(vm, globals, vm->names[N___name__]);
    fn->module = module == VALUE_NULL ? VALUE_NONE : value_retain(module);
    return obj_value(fn);
}

Frame *function_frame(Vm *vm, Function *fn) {
    Code *code = fn->code;
    bool heap = (code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR)) != 0;
    Frame *frame = heap ? frame_take_heap(vm, code->nregs) : frame_take(vm, code->nregs);
    if (frame == NULL) return NULL;
    obj_retain(fn);
    frame->function = obj_value(fn);
    frame->code = code;
    frame->ip = code->instrs;
    frame->globals = fn->globals;
    for (uint32_t i = 0; i < code->nfree; i++)
        frame->regs[code->first_free + i] = value_retain(AS(Tuple, fn->closure)->items[i]);
    return frame;
}

static Value drop(Vm *vm, Frame *frame) {
    frame_clear(vm, frame);
    frame_free(vm, frame);
    return VALUE_NULL;
}

/* The frequent kind of call. */
static Value push_plain(Vm *vm, Function *fn, Value self, const Value *args, uint32_t nargs) {
    Frame *caller = vm->thread->top;
    bool native = caller == NULL || caller->code == NULL;
    uint32_t before = self != VALUE_NULL;
    Frame *frame = frame_plain(vm, caller, native ? 0 : instr_result(caller->ip), fn, nargs + before);
    if (UNLIKELY(frame == NULL)) return VALUE_NULL;
    obj_retain(fn);
    if (before) frame->regs[0] = value_retain(self);
    for (uint32_t i = 0; i < nargs; i++) frame->regs[before + i] = value_retain(args[i]);
    if (native) frame->on_return = RETURN_NATIVE;
    vm->state->budget--;
    return SIGNAL_PUSHED;
}

static Value call_native_body(Vm *vm, const Function *fn, Value self, const Value *args, uint32_t nargs,
                              Tuple *kwnames) {
    if (self != VALUE_NULL) return call_with_self(vm, fn->native, self, args, nargs, kwnames);
    const Native *native = AS(Native, fn->native);
    return native_call(vm, native->def, NULL, native->module, native->self, args, nargs, kwnames);
}

/* Making a generator counts as a call for the recursion limit, as in CPython: one that could not run is not made. */
Value function_call(Vm *vm, Function *fn, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (kwnames == NULL && function_takes(fn, nargs + (self != VALUE_NULL)))
        return push_plain(vm, fn, self, args, nargs);
    if (fn->code->flags & CODE_IN_C) return call_native_body(vm, fn, self, args, nargs, kwnames);
    if (UNLIKELY(vm->thread->depth >= vm->state->recursion_limit)) {
        raise_recursion(vm);
        return VALUE_NULL;
    }
    Frame *frame = function_frame(vm, fn);
    if (frame == NULL) return VALUE_NULL;
    if (!function_bind(vm, fn, frame->regs, self, args, nargs, kwnames)) return drop(vm, frame);
    if (frame->flags & FRAME_HEAP) return gen_new(vm, frame, fn);
    if (UNLIKELY(!frame_link(vm, frame))) return drop(vm, frame);
    vm->state->budget--;
    return SIGNAL_PUSHED;
}

/* ---- code that is no function's: modules, exec, eval ---- */

Value code_run_closure(Vm *vm, Code *code, Dict *globals, Value locals, Value closure) {
    Value fn = function_new(vm, code, globals);
    if (fn == VALUE_NULL) return VALUE_NULL;
    AS(Function, fn)->closure = value_retain(closure);
    Frame *frame = function_frame(vm, AS(Function, fn));
    value_release(vm, fn);
    if (frame == NULL) return VALUE_NULL;
    if (code->flags & CODE_NAMESPACE)
        frame->namespace = value_retain(locals != VALUE_NULL ? locals : obj_value(globals));
    if (frame->flags & FRAME_HEAP) return gen_new(vm, frame, AS(Function, frame->function));
    if (!frame_link(vm, frame)) return drop(vm, frame);
    return SIGNAL_PUSHED;
}

Value interp_pushed(Vm *vm) {
    Value sent = vm->thread->sent, result = VALUE_NULL;
    vm->thread->sent = VALUE_NULL;
    vm->thread->top->on_return = RETURN_NESTED;
    vm->thread->top->caller_dst = DST_NESTED;
    vm->state->opaque++;
    bool done = interp_nested(vm);
    vm->state->opaque--;
    vm->thread->sent = sent;
    if (done) {
        result = vm->state->nested_value;
        vm->state->nested_value = VALUE_NULL;
    }
    return result;
}

Value code_run(Vm *vm, Code *code, Dict *globals, Value locals, bool tail) {
    if (tail) return code_run_closure(vm, code, globals, locals, VALUE_NULL);
    if (!interp_nest_enter(vm)) return VALUE_NULL;
    Value result = code_run_closure(vm, code, globals, locals, VALUE_NULL);
    if (result == SIGNAL_PUSHED) result = interp_pushed(vm);
    interp_nest_leave(vm);
    return result;
}

/* ---- types.coroutine ---- */

bool function_make_awaitable(Vm *vm, Value function) {
    Function *fn = AS(Function, function);
    if ((fn->code->flags & (CODE_COROUTINE | CODE_GENERATOR)) != CODE_GENERATOR) return true;
    Code *code = code_copy(vm, fn->code), *old = fn->code;
    if (code == NULL) return false;
    code->flags |= CODE_COROUTINE;
    fn->code = code;
    obj_release(vm, old);
    return true;
}
