/* builtins_code.c: compile, eval, exec, and what looks at names: globals, locals, vars, dir, __import__. */
#include "builtins.h"
#include "bytes.h"
#include "code.h"
#include "frame.h"
#include "vm_state.h"

#include <string.h>

/* exec() and compile() have other words and rules. */
static bool is_eval(const char *function) {
    return strcmp(function, "eval") == 0;
}

/* The source text of compile() and its like: str or what has bytes. Borrowed bytes. */
static bool source_text(Vm *vm, const char *function, Value source, const char **text, size_t *length) {
    BytesView view;
    if (is_str(source)) {
        *text = str_utf8(vm, AS(Str, source), length);
        if (*text == NULL) return false;
    } else if (bytes_like(vm, source, &view)) {
        *text = (const char *)view.data;
        *length = view.length;
    } else {
        raise_error(vm, T_TypeError, "%s() arg 1 must be a string, bytes or %s object", function,
                    strcmp(function, "compile") == 0 ? "AST" : "code");
        return false;
    }
    if (*length == 0 || memchr(*text, 0, *length) == NULL) return true;
    raise_error(vm, T_SyntaxError, "source code string cannot contain null bytes");
    return false;
}

static Code *compile_value(Vm *vm, const char *function, Value source, Str *filename, unsigned flags) {
    const char *text;
    size_t length;
    Str *decoded = NULL;
    if (!source_text(vm, function, source, &text, &length)) return NULL;
    if (!is_str(source) && !source_decode(vm, text, length, &decoded)) return NULL;
    if (decoded != NULL) text = str_utf8(vm, decoded, &length);
    if (text != NULL && is_eval(function)) {
        while (length > 0 && (*text == ' ' || *text == '\t')) text++, length--;
    }
    if (vm->state->lines && !(flags & (COMPILE_EVAL | COMPILE_INTERACTIVE))) {
        uint32_t file = told_file(vm, filename);
        if (file != 0) flags |= COMPILE_LINES | file << COMPILE_FILE_SHIFT;
    }
    Code *code = text == NULL ? NULL : compile_source(vm, text, length, filename, flags);
    obj_release(vm, decoded);
    return code;
}

/* "" or what compile() is told; owned. */
static Str *string_filename(Vm *vm) {
    return str_from_ascii(vm, "<string>", 8);
}

static Frame *caller_frame(Vm *vm) {
    Frame *frame = frame_python(vm);
    if (frame == NULL) raise_error(vm, T_SystemError, "frame does not exist");
    return frame;
}

/* The namespaces for eval and exec, owned. *locals stays VALUE_NULL when they are the globals. */
static bool namespaces(Vm *vm, const char *function, Value globals_arg, Value locals_arg, Dict **globals,
                       Value *locals) {
    *locals = VALUE_NULL;
    bool given = globals_arg != VALUE_NULL && globals_arg != VALUE_NONE;
    if (locals_arg != VALUE_NULL && locals_arg != VALUE_NONE && type_of(vm, locals_arg)->slots.getitem == NULL) {
        if (is_eval(function))
            raise_error(vm, T_TypeError, "locals must be a mapping");
        else
            raise_error(vm, T_TypeError, "locals must be a mapping or None, not %T", locals_arg);
        return false;
    }
    if (given && !is_dict(globals_arg)) {
        if (is_eval(function))
            raise_error(vm, T_TypeError, "%s",
                        type_of(vm, globals_arg)->slots.getitem != NULL
                            ? "globals must be a real dict; try eval(expr, {}, mapping)"
                            : "globals must be a dict");
        else
            raise_error(vm, T_TypeError, "%s() globals must be a dict, not %T", function, globals_arg);
        return false;
    }
    Frame *frame = given ? NULL : caller_frame(vm);
    if (!given && frame == NULL) return false;
    *globals = given ? AS(Dict, globals_arg) : frame->globals;
    obj_retain(*globals);
    if (locals_arg != VALUE_NULL && locals_arg != VALUE_NONE) {
        *locals = value_retain(locals_arg);
    } else if (!given) {
        *locals = frame_locals(vm, frame);
        if (*locals == VALUE_NULL) {
            obj_release(vm, *globals);
            return false;
        }
    }
    if (*locals == obj_value(*globals)) value_clear(vm, locals);
    return true;
}

static bool ensure_builtins(Vm *vm, Dict *globals) {
    if (dict_get_str(vm, globals, NAME(vm, __builtins__)) != VALUE_NULL) return true;
    return dict_set_str(vm, globals, NAME(vm, __builtins__), obj_value(vm->builtins));
}

static Code *code_for(Vm *vm, const char *function, Value source, unsigned flags) {
    if (is_exact(vm, source, T_code)) {
        value_retain(source);
        return AS(Code, source);
    }
    Str *filename = string_filename(vm);
    if (filename == NULL) return NULL;
    Code *code = compile_value(vm, function, source, filename, flags);
    obj_release(vm, filename);
    return code;
}

static bool is_closure_of(Vm *vm, Value closure, uint32_t count) {
    if (closure == VALUE_NULL || !is_exact(vm, closure, T_tuple) || AS(Tuple, closure)->length != count) return false;
    for (uint32_t i = 0; i < count; i++)
        if (!is_exact(vm, AS(Tuple, closure)->items[i], T_cell)) return false;
    return true;
}

/* Whether code may run with these cells for its free variables. */
static bool closure_fits(Vm *vm, const char *function, Value source, Value closure) {
    uint32_t count = is_exact(vm, source, T_code) ? AS(Code, source)->nfree : 0;
    if (is_eval(function) && count > 0)
        raise_error(vm, T_TypeError, "code object passed to eval() may not contain free variables");
    else if (count == 0 && closure != VALUE_NULL)
        raise_error(vm, T_TypeError,
                    is_exact(vm, source, T_code) ? "cannot use a closure with this code object"
                                                 : "closure can only be used when source is a code object");
    else if (count > 0 && !is_closure_of(vm, closure, count))
        raise_error(vm, T_TypeError, "code object requires a closure of exactly length %u", count);
    else
        return true;
    return false;
}

static Value run(Vm *vm, const char *function, const Value *out, Value closure, unsigned flags) {
    Dict *globals;
    Value locals;
    if (closure == VALUE_NONE) closure = VALUE_NULL;
    if (!namespaces(vm, function, out[1], out[2], &globals, &locals)) return VALUE_NULL;
    Code *code = NULL;
    if (closure_fits(vm, function, out[0], closure))
        code = code_for(vm, function, out[0], locals != VALUE_NULL ? flags | COMPILE_NAMESPACE : flags);
    Value r = VALUE_NULL;
    if (code != NULL && ensure_builtins(vm, globals)) r = code_run_closure(vm, code, globals, locals, closure);
    obj_release(vm, code);
    obj_release(vm, globals);
    value_release(vm, locals);
    return r;
}

static NATIVE(builtin_eval) {
    (void)self;
    static const char *const names[] = {"source", "globals", "locals", NULL};
    static const ArgSpec spec = {"eval", names, 1, 3, 1};
    Value out[3];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    return run(vm, "eval", out, VALUE_NULL, COMPILE_EVAL);
}

static NATIVE(builtin_exec) {
    (void)self;
    static const char *const names[] = {"source", "globals", "locals", "closure", NULL};
    static const ArgSpec spec = {"exec", names, 1, 3, 1};
    Value out[4];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    return run(vm, "exec", out, out[3], 0);
}

/* The flags of CPython's compile(): those of __future__ and of ast. */
enum {
    ONLY_AST = 0x400,
    ALLOW_TOP_LEVEL_AWAIT = 0x2000,
    KNOWN_FLAGS = 0x1FE0000 | 0x10 | 0x200 | ONLY_AST | 0x1000 | ALLOW_TOP_LEVEL_AWAIT | 0x4000 | 0x8000
};

static bool mode_flags(Vm *vm, Str *mode, unsigned *flags) {
    *flags = str_equals_c(mode, "eval") ? COMPILE_EVAL : str_equals_c(mode, "single") ? COMPILE_INTERACTIVE : 0;
    if (*flags != 0 || str_equals_c(mode, "exec")) return true;
    raise_error(vm, T_ValueError,
                str_equals_c(mode, "func_type") ? "compile() mode 'func_type' requires flag PyCF_ONLY_AST"
                                                : "compile() mode must be 'exec', 'eval' or 'single'");
    return false;
}

/* What `flags` and `optimize` say. */
static bool option_flags(Vm *vm, Value given, Value optimize, unsigned *flags) {
    int64_t options = 0, level = -1;
    *flags = 0;
    if (given != VALUE_NULL && !object_as_int64(vm, given, &options)) return false;
    if (optimize != VALUE_NULL && !object_as_int64(vm, optimize, &level)) return false;
    if (options & ~(int64_t)KNOWN_FLAGS) {
        raise_error(vm, T_ValueError, "compile(): unrecognised flags");
    } else if (level < -1 || level > 2) {
        raise_error(vm, T_ValueError, "compile(): invalid optimize value");
    } else {
        *flags = (options & ONLY_AST ? COMPILE_TREE : 0u) | (options & ALLOW_TOP_LEVEL_AWAIT ? COMPILE_AWAITS : 0u) |
                 (level >= 1 ? COMPILE_NO_ASSERTS : 0u) | (level == 2 ? COMPILE_NO_DOCSTRINGS : 0u);
        return true;
    }
    return false;
}

/* A file's name as a str; owned. */
static Str *filename_of(Vm *vm, Value name) {
    if (is_str(name)) return AS(Str, value_retain(name));
    if (is_exact(vm, name, T_bytes)) {
        return str_from_utf8(vm, (const char *)AS(Bytes, name)->data, AS(Bytes, name)->length);
    }
    raise_error(vm, T_TypeError, "expected str, bytes or os.PathLike object, not %T", name);
    return NULL;
}

/* The text of a syntax tree of the module ast, owned; VALUE_NULL without an exception: `source` is none. */
static Value tree_source(Vm *vm, Value source, Value mode) {
    if (!value_is_obj(source) || is_str(source) || !(value_obj(source)->type->flags & TYPE_HEAP)) return VALUE_NULL;
    if (dict_get_c(vm, vm->modules, "ast") == VALUE_NULL) return VALUE_NULL;
    Value args[2] = {source, mode};
    Value text = module_call_c(vm, "ast", "_source_of", args, 2, NULL);
    if (text != VALUE_NONE) return text;
    return VALUE_NULL;
}

/* The tree of a text: the guest module makes the nodes. */
static Value tree_of(Vm *vm, Value source, Str *filename, Value mode, unsigned flags) {
    const char *text;
    size_t length;
    if (!source_text(vm, "compile", source, &text, &length)) return VALUE_NULL;
    Str *written = compile_tree_text(vm, text, length, filename, flags);
    if (written == NULL) return VALUE_NULL;
    Value args[2] = {obj_value(written), mode};
    Value tree = module_call_c(vm, "ast", "_tree", args, 2, NULL);
    obj_release(vm, written);
    return tree;
}

/* names are looked up in a namespace, since the code may be run with locals of its own */
static Value compile_mode(Vm *vm, Value source, Str *filename, Value mode, unsigned flags) {
    if (flags & COMPILE_TREE) return tree_of(vm, source, filename, mode, flags & ~(unsigned)COMPILE_TREE);
    return obj_value(compile_value(vm, "compile", source, filename, flags | COMPILE_NAMESPACE));
}

static NATIVE(builtin_compile) {
    (void)self;
    static const char *const names[] = {"source",   "filename",         "mode", "flags", "dont_inherit",
                                        "optimize", "_feature_version", NULL};
    static const ArgSpec spec = {"compile", names, 0, 6, 3};
    Value out[7];
    unsigned flags, options;
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    Str *filename = filename_of(vm, out[1]);
    if (filename == NULL) return VALUE_NULL;
    Value code = VALUE_NULL;
    if (!is_str(out[2])) {
        raise_error(vm, T_TypeError, "compile() argument 'mode' must be str, not %T", out[2]);
    } else if (option_flags(vm, out[3], out[5], &options) && mode_flags(vm, AS(Str, out[2]), &flags)) {
        Value text = tree_source(vm, out[0], out[2]);
        if (text != VALUE_NULL && (options & COMPILE_TREE))
            code = value_retain(out[0]);
        else if (!error_is_set(vm))
            code = compile_mode(vm, text != VALUE_NULL ? text : out[0], filename, out[2], flags | options);
        value_release(vm, text);
    }
    obj_release(vm, filename);
    return code;
}

static NATIVE(builtin_globals) {
    UNUSED_ARGS;
    Frame *frame = caller_frame(vm);
    return frame == NULL ? VALUE_NULL : value_retain(obj_value(frame->globals));
}

static NATIVE(builtin_locals) {
    UNUSED_ARGS;
    Frame *frame = caller_frame(vm);
    return frame == NULL ? VALUE_NULL : frame_locals(vm, frame);
}

static NATIVE(builtin_vars) {
    UNUSED_ARGS;
    if (nargs == 0) return builtin_locals(vm, self, args, nargs, kwnames);
    bool failed = false;
    Value dict = object_getattr_opt(vm, args[0], NAME(vm, __dict__), &failed);
    if (dict == VALUE_NULL && !failed)
        return raise_error(vm, T_TypeError, "vars() argument must have __dict__ attribute");
    return dict;
}

/* The keys of what exec() was given as locals, as a list: PyMapping_Keys. */
static Value mapping_keys(Vm *vm, Value mapping) {
    if (is_exact(vm, mapping, T_dict)) return list_from_iterable(vm, mapping);
    Value keys = call_method(vm, mapping, NAME(vm, keys), NULL, 0);
    Value list = keys == VALUE_NULL ? VALUE_NULL : list_from_iterable(vm, keys);
    if (keys != VALUE_NULL && list == VALUE_NULL && type_of(vm, keys)->slots.iter == NULL) {
        error_clear(vm);
        raise_error(vm, T_TypeError, "%T.keys() returned a non-iterable (type %T)", mapping, keys);
    }
    value_release(vm, keys);
    return list;
}

static NATIVE(builtin_dir) {
    UNUSED_ARGS;
    if (nargs > 0) return object_dir(vm, args[0]);
    Value locals = builtin_locals(vm, self, args, 0, NULL);
    if (locals == VALUE_NULL) return VALUE_NULL;
    Value names = mapping_keys(vm, locals);
    value_release(vm, locals);
    if (names == VALUE_NULL || list_sort(vm, AS(List, names))) return names;
    value_release(vm, names);
    return VALUE_NULL;
}

static NATIVE(builtin_import) {
    (void)self;
    static const char *const names[] = {"name", "globals", "locals", "fromlist", "level", NULL};
    static const ArgSpec spec = {"__import__", names, 0, 5, 1};
    Value out[5];
    int64_t level = 0;
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    if (!is_str(out[0])) return raise_error(vm, T_TypeError, "module name must be a string");
    if (out[4] != VALUE_NULL && !object_as_int64(vm, out[4], &level)) return VALUE_NULL;
    Dict *globals = out[1] != VALUE_NULL && is_dict(out[1]) ? AS(Dict, out[1]) : NULL;
    return import_name(vm, AS(Str, out[0]), globals, out[3], level);
}

bool builtin_is_import(Vm *vm, Value hook) {
    return is_exact(vm, hook, T_builtin_function_or_method) && AS(Native, hook)->def->fn == builtin_import;
}

const MethodDef builtins_code[] = {
    {"compile", builtin_compile, 0, 255, true, METHOD_PLAIN, "Compile source into a code object."},
    {"eval", builtin_eval, 0, 255, true, METHOD_PLAIN,
     "Evaluate the given source in the context of globals and locals."},
    {"exec", builtin_exec, 0, 255, true, METHOD_PLAIN,
     "Execute the given source in the context of globals and locals."},
    {"globals", builtin_globals, 0, 0, false, METHOD_PLAIN, "Return the current scope's global variables."},
    {"locals", builtin_locals, 0, 0, false, METHOD_PLAIN, "Return the current scope's local variables."},
    {"vars", builtin_vars, 0, 1, false, METHOD_AGAIN, "Return the __dict__ of an object, or locals()."},
    {"dir", builtin_dir, 0, 1, false, METHOD_AGAIN, "Return the names in a scope or the attributes of an object."},
    {"__import__", builtin_import, 0, 255, true, METHOD_PLAIN, "Import a module."},
    {0},
};
