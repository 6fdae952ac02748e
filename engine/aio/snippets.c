/* snippets.c: pieces of asyncio that are simpler, and suspend by themselves, when written in Python. The text is
 * compiled when the first of them is asked for.
 */
#include "aio.h"

static const char source[] =
    "async def _wrap_awaitable(awaitable):\n"
    "    return await awaitable\n"
    "\n"
    "async def shutdown_asyncgens(loop):\n"
    "    generators = take_asyncgens(loop)\n"
    "    if not generators:\n"
    "        return\n"
    "    results = await gather(*[g.aclose() for g in generators], return_exceptions=True)\n"
    "    for result, generator in zip(results, generators):\n"
    "        if isinstance(result, Exception):\n"
    "            loop.call_exception_handler({\n"
    "                'message': 'an error occurred during closing of asynchronous generator %r' % (generator,),\n"
    "                'exception': result,\n"
    "                'asyncgen': generator,\n"
    "            })\n"
    "\n"
    "def get_stack(task, limit):\n"
    "    coro = task.get_coro()\n"
    "    frames = []\n"
    "    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)\n"
    "    if frame is not None:\n"
    "        while frame is not None and (limit is None or limit > 0):\n"
    "            if limit is not None:\n"
    "                limit -= 1\n"
    "            frames.append(frame)\n"
    "            frame = frame.f_back\n"
    "        frames.reverse()\n"
    "    elif task._exception is not None:\n"
    "        entry = task._exception.__traceback__\n"
    "        while entry is not None and (limit is None or limit > 0):\n"
    "            if limit is not None:\n"
    "                limit -= 1\n"
    "            frames.append(entry.tb_frame)\n"
    "            entry = entry.tb_next\n"
    "    return frames\n"
    "\n"
    "def print_stack(task, limit, file):\n"
    "    places = [(f.f_code.co_filename, f.f_lineno, f.f_code.co_name) for f in task.get_stack(limit=limit)]\n"
    "    error = task._exception\n"
    "    if not places:\n"
    "        lines = ['No stack for %r' % (task,)]\n"
    "    else:\n"
    "        what = 'Stack' if error is None else 'Traceback'\n"
    "        lines = ['%s for %r (most recent call last):' % (what, task), format_places(places)]\n"
    "    if error is not None:\n"
    "        name = type(error).__name__\n"
    "        text = str(error)\n"
    "        lines.append(name + ': ' + text if text else name)\n"
    "    print('\\n'.join(lines), file=file)\n";

static Value format_places(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    if (!is_list(args[0])) return raise_error(vm, T_TypeError, "a list was expected");
    return obj_value(source_format(vm, args[0]));
}

static const MethodDef natives[] = {
    {"take_asyncgens", loop_take_asyncgens, 1, 1, false, METHOD_PLAIN, NULL},
    {"gather", gather_function, 0, 255, true, METHOD_PLAIN, NULL},
    {"format_places", format_places, 1, 1, false, METHOD_PLAIN, NULL},
};

static bool set_name(Vm *vm, Dict *names, const char *name, Value value) { /* takes value over */
    Str *key = str_intern_c(vm, name);
    bool fine = key != NULL && value != VALUE_NULL && dict_set_str(vm, names, key, value);
    obj_release(vm, key);
    value_release(vm, value);
    return fine;
}

static bool names_fill(Vm *vm, Dict *names) {
    value_retain(obj_value(vm->builtins));
    if (!set_name(vm, names, "__builtins__", obj_value(vm->builtins))) return false;
    if (!set_name(vm, names, "__name__", obj_value(str_new(vm, "asyncio.base_events")))) return false;
    for (size_t i = 0; i < sizeof natives / sizeof natives[0]; i++) {
        if (!set_name(vm, names, natives[i].name, native_new(vm, &natives[i], VALUE_NULL, NULL))) return false;
    }
    return true;
}

static Dict *snippets_make(Vm *vm) {
    Dict *names = dict_new(vm);
    Str *file = str_new(vm, "<asyncio>");
    Code *code = names == NULL || file == NULL || !names_fill(vm, names)
                     ? NULL
                     : compile_source(vm, source, sizeof source - 1, file, COMPILE_LIBRARY);
    Value ran = code == NULL ? VALUE_NULL : code_run(vm, code, names, VALUE_NULL, false);
    obj_release(vm, code);
    obj_release(vm, file);
    value_release(vm, ran);
    if (ran != VALUE_NULL) return names;
    obj_release(vm, names);
    return NULL;
}

Value snippet(Vm *vm, const char *name) {
    Aio *aio = aio_of(vm);
    if (aio->snippets == NULL) aio->snippets = snippets_make(vm);
    if (aio->snippets == NULL) return VALUE_NULL;
    Str *key = str_intern_c(vm, name);
    Value found = key == NULL ? VALUE_NULL : dict_get_str(vm, aio->snippets, key);
    obj_release(vm, key);
    return found;
}
