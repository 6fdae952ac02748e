/* module_re.c: the module _sre: patterns, and the work of matching that their methods start. The guest module re is
 * around it. module_re_match.c has the match objects.
 *
 * A search may take long and a substitution calls Python code, so each is a Job that can be left and gone on with: it
 * runs at once for as many steps as most need, and then in a native frame, between whose turns the Vm looks at the
 * clock.
 */
#include "module_re.h"
#include "builtins.h"
#include "bytes.h"
#include "modules.h"
#include "vm_state.h"

#include <stddef.h>

/* About half a millisecond. */
#define STEPS_PER_TURN 20000u

static Type *pattern_type(Vm *vm) {
    return vm->state->module_state[STATE_re_pattern];
}

static Type *job_type(Vm *vm) {
    return vm->state->module_state[STATE_re_job];
}

/* What the guest module has left in the module _sre; borrowed, VALUE_NULL with an exception. */
static Value guest_value(Vm *vm, const char *name) {
    const Module *module = vm->state->module_state[MODULE__sre];
    Value found = dict_get_c(vm, module->dict, name);
    if (found == VALUE_NULL && !error_is_set(vm)) raise_error(vm, T_SystemError, "_sre without re");
    return found;
}

bool re_raise(Vm *vm, Str *text, Value pattern, int64_t position) {
    if (text == NULL) return false;
    Value class = guest_value(vm, "PatternError");
    Value args[] = {obj_value(text), pattern, position < 0 ? VALUE_NONE : value_small(position)};
    Value e = class == VALUE_NULL ? VALUE_NULL : call_value(vm, class, args, 3, NULL);
    obj_release(vm, text);
    if (e != VALUE_NULL) raise_value(vm, e);
    value_release(vm, e);
    return false;
}

/* ---- patterns */

static void pattern_dealloc(Vm *vm, Obj *self) {
    Pattern *p = (Pattern *)self;
    value_clear(vm, &p->source);
    obj_release(vm, p->names);
    p->names = NULL;
    re_program_free(vm, &p->program);
}

static const struct {
    uint32_t flag;
    const char *name;
} flag_names[] = {
    {RE_IGNORECASE, "re.IGNORECASE"}, {RE_LOCALE, "re.LOCALE"},   {RE_MULTILINE, "re.MULTILINE"},
    {RE_DOTALL, "re.DOTALL"},         {RE_VERBOSE, "re.VERBOSE"}, {RE_DEBUG, "re.DEBUG"},
    {RE_ASCII, "re.ASCII"},
};

static bool flags_text(StrBuilder *b, const Pattern *p) {
    uint32_t flags = p->program.flags;
    if (p->is_text && (flags & RE_TYPE_FLAGS) == RE_UNICODE) flags &= ~(uint32_t)RE_UNICODE;
    const char *before = ", ";
    for (size_t i = 0; i < sizeof flag_names / sizeof flag_names[0]; i++) {
        if (!(flags & flag_names[i].flag)) continue;
        builder_c(b, before);
        builder_c(b, flag_names[i].name);
        flags &= ~flag_names[i].flag;
        before = "|";
    }
    if (flags != 0) {
        Str *rest = str_format(b->vm, "%s0x%x", before, flags);
        if (rest == NULL) return false;
        builder_str(b, rest);
        obj_release(b->vm, rest);
    }
    return true;
}

static Value pattern_repr(Vm *vm, Value self) {
    const Pattern *p = AS(Pattern, self);
    Value source = object_repr(vm, p->source);
    if (source == VALUE_NULL) return VALUE_NULL;
    StrBuilder b;
    builder_init(&b, vm);
    builder_c(&b, "re.compile(");
    uint32_t length = AS(Str, source)->length;
    builder_slice(&b, AS(Str, source), 0, length < 200 ? length : 200);
    value_release(vm, source);
    if (!flags_text(&b, p)) {
        builder_drop(&b);
        return VALUE_NULL;
    }
    builder_c(&b, ")");
    return obj_value(builder_finish(&b));
}

static Value pattern_compare(Vm *vm, Value self, Value other, int op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is_obj(other) || value_obj(other)->type != pattern_type(vm))
        return VALUE_NOT_IMPLEMENTED;
    const Pattern *a = AS(Pattern, self), *b = AS(Pattern, other);
    int equal = a == b;
    if (!equal && a->program.flags == b->program.flags && a->is_text == b->is_text) {
        equal = object_equal(vm, a->source, b->source);
        if (equal < 0) return VALUE_NULL;
    }
    return value_bool((equal != 0) == (op == COMPARE_EQ));
}

static bool pattern_hash(Vm *vm, Value self, int64_t *hash) {
    if (!object_hash(vm, AS(Pattern, self)->source, hash)) return false;
    *hash ^= AS(Pattern, self)->program.flags;
    if (*hash == -1) *hash = -2;
    return true;
}

static Value pattern_get_pattern(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(Pattern, self)->source);
}

static Value pattern_get_flags(Vm *vm, Value self) {
    (void)vm;
    return value_small(AS(Pattern, self)->program.flags);
}

static Value pattern_get_groups(Vm *vm, Value self) {
    (void)vm;
    return value_small(AS(Pattern, self)->program.groups);
}

static Value pattern_get_groupindex(Vm *vm, Value self) {
    return mapping_proxy_new(vm, obj_value(AS(Pattern, self)->names));
}

/* The pattern's text for the parser: bytes are taken for Latin-1. Owned. */
static Str *source_text(Vm *vm, Value source, bool *is_text) {
    BytesView view;
    *is_text = is_str(source);
    if (*is_text) {
        obj_retain(value_obj(source));
        return AS(Str, source);
    }
    if (!bytes_like(vm, source, &view)) {
        raise_error(vm, T_TypeError, "first argument must be string or compiled pattern");
        return NULL;
    }
    Value text = bytes_decode(vm, source, view.data, view.length, "latin-1", NULL);
    return text == VALUE_NULL ? NULL : AS(Str, text);
}

static NATIVE(sre_compile) {
    UNUSED_ARGS;
    int64_t flags;
    if (!object_as_int64(vm, args[1], &flags)) return VALUE_NULL;
    bool is_text;
    Str *text = source_text(vm, args[0], &is_text);
    if (text == NULL) return VALUE_NULL;
    Program program;
    Dict *names;
    bool ok = re_parse(vm, args[0], text, is_text, (uint32_t)flags, &program, &names);
    obj_release(vm, text);
    if (!ok) return VALUE_NULL;
    Pattern *p = object_new(vm, pattern_type(vm), 0);
    if (p == NULL) {
        re_program_free(vm, &program);
        obj_release(vm, names);
        return VALUE_NULL;
    }
    p->source = value_retain(args[0]);
    p->is_text = is_text;
    p->program = program;
    p->names = names;
    return obj_value(p);
}

/* ---- what is searched */

typedef struct Subject {
    Value holder; /* owned: a Str or Bytes whose characters do not move */
    const unsigned char *data;
    uint32_t width, length;
} Subject;

static bool open_bytes(Vm *vm, Value string, BytesView view, Subject *s) {
    bool exact = is_exact(vm, string, T_bytes);
    Bytes *holder = exact ? AS(Bytes, string) : bytes_new(vm, view.data, view.length);
    if (holder == NULL) return false;
    if (exact) obj_retain(holder);
    *s = (Subject){obj_value(holder), holder->data, 1, holder->length};
    return true;
}

static bool open_subject(Vm *vm, const Pattern *p, Value string, Subject *s) {
    BytesView view;
    if (is_str(string)) {
        if (!p->is_text) {
            raise_error(vm, T_TypeError, "cannot use a bytes pattern on a string-like object");
            return false;
        }
        const Str *text = AS(Str, string);
        *s = (Subject){value_retain(string), text->data, text->kind, text->length};
        return true;
    }
    if (!bytes_like(vm, string, &view)) {
        raise_error(vm, T_TypeError, "expected string or bytes-like object, got '%T'", string);
        return false;
    }
    if (!p->is_text) return open_bytes(vm, string, view, s);
    raise_error(vm, T_TypeError, "cannot use a string pattern on a bytes-like object");
    return false;
}

Value re_slice(Vm *vm, Value holder, uint32_t from, uint32_t to) {
    if (is_str(holder)) return obj_value(str_slice(vm, AS(Str, holder), from, to));
    return obj_value(bytes_new(vm, AS(Bytes, holder)->data + from, to - from));
}

Value re_group(Vm *vm, Value holder, const uint32_t *marks, uint32_t group, Value otherwise) {
    uint32_t from = marks[2 * group], to = marks[2 * group + 1];
    if (to == RE_UNSET || from == RE_UNSET) return value_retain(otherwise);
    return re_slice(vm, holder, from, to < from ? from : to);
}

/* ---- jobs */

enum job_kind { JOB_SEARCH, JOB_FINDALL, JOB_SPLIT, JOB_SUB };
enum job_state { JOB_DONE, JOB_FAILED, JOB_MORE, JOB_CALLS };
enum repl_kind { REPL_LITERAL, REPL_TEMPLATE, REPL_CALLABLE };

typedef struct Job { /* also a scanner, which is a JOB_SEARCH that is started again and again */
    Obj head;
    Value pattern, string, holder;
    Value out; /* a List, or what a search has found */
    Value repl;
    Matcher matcher;
    uint32_t position, end; /* pos and endpos as the matches show them */
    uint32_t last;          /* where the last match ended */
    int64_t limit, count;   /* limit 0: none */
    uint8_t kind, repl_kind;
    bool counts; /* subn */
    bool waits;  /* for the result of repl */
    bool busy, over;
} Job;

static void job_clear(Vm *vm, Obj *self) {
    Job *job = (Job *)self;
    value_clear(vm, &job->string);
    value_clear(vm, &job->out);
    value_clear(vm, &job->repl);
}

static void job_dealloc(Vm *vm, Obj *self) {
    Job *job = (Job *)self;
    job_clear(vm, self);
    value_clear(vm, &job->holder);
    if (job->pattern != VALUE_NULL) matcher_free(vm, &job->matcher);
    value_clear(vm, &job->pattern);
}

static void job_traverse(Obj *self, VisitFn visit, void *context) {
    Job *job = (Job *)self;
    visit(context, job->string);
    visit(context, job->out);
    visit(context, job->repl);
}

static uint32_t clip(int64_t i, uint32_t length) {
    return i < 0 ? 0 : i > length ? length : (uint32_t)i;
}

static Job *job_new(Vm *vm, Value pattern, Value string, int64_t from, int64_t to, enum re_mode mode,
                    enum job_kind kind) {
    Subject s;
    const Pattern *p = AS(Pattern, pattern);
    if (!open_subject(vm, p, string, &s)) return NULL;
    uint32_t end = clip(to, s.length), start = clip(from, s.length);
    Job *job = object_new(vm, job_type(vm), 0);
    if (job == NULL || !matcher_init(vm, &job->matcher, &p->program, s.data, s.width, start, end, mode)) {
        value_release(vm, s.holder);
        obj_release(vm, job);
        return NULL;
    }
    job->pattern = value_retain(pattern);
    job->string = value_retain(string);
    job->holder = s.holder;
    job->position = start;
    job->end = end;
    job->kind = (uint8_t)kind;
    if (kind != JOB_SEARCH) job->out = obj_value(list_new(vm, 0));
    if (kind == JOB_SEARCH || job->out != VALUE_NULL) return job;
    obj_release(vm, job);
    return NULL;
}

static bool append(Vm *vm, Job *job, Value item) { /* takes it over; false for VALUE_NULL too */
    return item != VALUE_NULL && list_append_take(vm, AS(List, job->out), item);
}

static bool append_slice(Vm *vm, Job *job, uint32_t from, uint32_t to) {
    return append(vm, job, re_slice(vm, job->holder, from, to));
}

static uint32_t job_groups(const Job *job) {
    return AS(Pattern, job->pattern)->program.groups;
}

static Value job_match(Vm *vm, const Job *job) {
    return match_new(vm, AS(Pattern, job->pattern), job->string, job->holder, &job->matcher, job->position, job->end);
}

/* findall's item for the match. */
static Value found_item(Vm *vm, Job *job) {
    uint32_t n = job_groups(job);
    const uint32_t *marks = job->matcher.marks;
    if (n == 0) return re_group(vm, job->holder, marks, 0, VALUE_NONE);
    Value empty = re_slice(vm, job->holder, 0, 0), item = VALUE_NULL;
    Tuple *items = empty == VALUE_NULL || n == 1 ? NULL : tuple_new(vm, n);
    if (n == 1 && empty != VALUE_NULL) item = re_group(vm, job->holder, marks, 1, empty);
    for (uint32_t i = 0; items != NULL && i < n; i++) {
        items->items[i] = re_group(vm, job->holder, marks, i + 1, empty);
        if (items->items[i] != VALUE_NULL) continue;
        obj_release(vm, items);
        items = NULL;
    }
    value_release(vm, empty);
    return n == 1 ? item : obj_value(items);
}

static bool split_here(Vm *vm, Job *job) {
    const uint32_t *marks = job->matcher.marks;
    if (!append_slice(vm, job, job->last, marks[0])) return false;
    for (uint32_t i = 1; i <= job_groups(job); i++)
        if (!append(vm, job, re_group(vm, job->holder, marks, i, VALUE_NONE))) return false;
    return true;
}

/* The pieces of a template: text, and the numbers of groups. */
bool re_expand(Vm *vm, List *out, Value holder, const uint32_t *marks, Value template) {
    const List *pieces = AS(List, template);
    for (uint32_t i = 0; i < pieces->length; i++) {
        Value piece = pieces->items[i];
        if (value_is_int(piece)) {
            uint32_t group = (uint32_t)value_as_small(piece);
            if (marks[2 * group + 1] == RE_UNSET) continue;
            Value text = re_group(vm, holder, marks, group, VALUE_NONE);
            if (text == VALUE_NULL || !list_append_take(vm, out, text)) return false;
        } else if (!list_append(vm, out, piece)) {
            return false;
        }
    }
    return true;
}

static bool substitute(Vm *vm, Job *job) {
    if (job->repl_kind == REPL_TEMPLATE)
        return re_expand(vm, AS(List, job->out), job->holder, job->matcher.marks, job->repl);
    return list_append(vm, AS(List, job->out), job->repl);
}

/* Done with a match. */
static void job_passed(Job *job) {
    job->last = job->matcher.marks[1];
    job->count++;
    matcher_next(&job->matcher);
}

static enum job_state job_found(Vm *vm, Job *job) {
    bool ok = true;
    switch ((enum job_kind)job->kind) {
    case JOB_SEARCH:
        value_set(vm, &job->out, job_match(vm, job));
        matcher_next(&job->matcher);
        return job->out == VALUE_NULL ? JOB_FAILED : JOB_DONE;
    case JOB_FINDALL: ok = append(vm, job, found_item(vm, job)); break;
    case JOB_SPLIT: ok = split_here(vm, job); break;
    case JOB_SUB:
        if (job->last < job->matcher.marks[0]) ok = append_slice(vm, job, job->last, job->matcher.marks[0]);
        if (ok && job->repl_kind == REPL_CALLABLE) return JOB_CALLS;
        ok = ok && substitute(vm, job);
    }
    job_passed(job);
    return ok ? JOB_MORE : JOB_FAILED;
}

/* Goes on until it is done, has to call, or has used up its turn. */
static enum job_state job_step(Vm *vm, Job *job) {
    while (job->limit == 0 || job->count < job->limit) {
        enum re_outcome outcome = matcher_run(vm, &job->matcher, STEPS_PER_TURN);
        if (outcome == RE_ERROR) return JOB_FAILED;
        if (outcome == RE_MORE) return JOB_MORE;
        if (outcome == RE_FAILED) {
            job->over = true;
            break;
        }
        enum job_state state = job_found(vm, job);
        if (state != JOB_MORE) return state;
    }
    return JOB_DONE;
}

Value re_join(Vm *vm, Value holder, Value list) {
    Value empty = re_slice(vm, holder, 0, 0);
    if (empty == VALUE_NULL) return VALUE_NULL;
    Value joined = call_method(vm, empty, NAME(vm, join), &list, 1);
    value_release(vm, empty);
    return joined;
}

static Value sub_result(Vm *vm, Job *job) {
    if (job->last < job->end && !append_slice(vm, job, job->last, job->end)) return VALUE_NULL;
    Value joined = re_join(vm, job->holder, job->out);
    if (!job->counts || joined == VALUE_NULL) return joined;
    Tuple *pair = tuple_pack(vm, 2, joined, value_small(job->count));
    value_release(vm, joined);
    return obj_value(pair);
}

static Value job_result(Vm *vm, Job *job) {
    Value out = job->out;
    switch ((enum job_kind)job->kind) {
    case JOB_SUB: return sub_result(vm, job);
    case JOB_SPLIT:
        if (!append_slice(vm, job, job->last, job->end)) return VALUE_NULL;
        break;
    case JOB_SEARCH: job->out = VALUE_NULL; return out == VALUE_NULL ? VALUE_NONE : out;
    case JOB_FINDALL: break;
    }
    return value_retain(out);
}

/* What repl returned (owned) is put in; None is nothing. */
static bool job_called(Vm *vm, Job *job, Value result) {
    job->waits = false;
    if (result == VALUE_NULL) return false;
    job_passed(job);
    return result == VALUE_NONE || append(vm, job, result);
}

/* Calls repl and goes on when it returns at once. VALUE_NULL: an exception; VALUE_NONE: it has returned. */
static Value job_call(Vm *vm, Job *job) {
    Value match = job_match(vm, job);
    if (match == VALUE_NULL) return VALUE_NULL;
    job->waits = true;
    Value result = call_tail(vm, job->repl, &match, 1, NULL);
    value_release(vm, match);
    if (result == SIGNAL_PUSHED) return result;
    return job_called(vm, job, result) ? VALUE_NONE : VALUE_NULL;
}

static Value job_resume(Vm *vm, Frame *frame, Value in) {
    Job *job = AS(Job, frame->regs[0]);
    if (in == VALUE_NULL) return VALUE_NULL;
    if (job->waits) {
        if (!job_called(vm, job, in)) return VALUE_NULL;
    }
    enum job_state state = frame->state == 0 ? JOB_MORE : (enum job_state)frame->state;
    frame->state = 0;
    for (;;) {
        if (state != JOB_CALLS) state = job_step(vm, job);
        if (state == JOB_FAILED) return VALUE_NULL;
        if (state == JOB_DONE) {
            job->busy = false;
            return job_result(vm, job);
        }
        if (state == JOB_MORE) { /* this same frame goes on, after a look at the clock */
            vm->state->budget = 0;
            return SIGNAL_PUSHED;
        }
        Value called = job_call(vm, job);
        if (called != VALUE_NONE) return called;
        state = JOB_MORE;
    }
}

/* A primitive's last act. Takes the job over. */
static Value job_tail(Vm *vm, Job *job) {
    if (job == NULL) return VALUE_NULL;
    enum job_state state = job_step(vm, job);
    Value result = VALUE_NULL;
    if (state == JOB_DONE) {
        result = job_result(vm, job);
    } else if (state != JOB_FAILED) {
        Frame *frame = native_push(vm, job_resume, 1);
        if (frame != NULL) {
            job->busy = true;
            frame->state = (int32_t)state;
            frame->regs[0] = obj_value(job);
            return SIGNAL_PUSHED;
        }
    }
    obj_release(vm, job);
    return result;
}

/* ---- methods of patterns */

static bool position_argument(Vm *vm, Value v, int64_t otherwise, int64_t *i) {
    *i = otherwise;
    return v == VALUE_NULL || object_as_index(vm, v, i, INDEX_CLIPPED);
}

static Job *job_from_arguments(Vm *vm, const char *name, Value self, const Value *args, uint32_t nargs, Tuple *kwnames,
                               enum re_mode mode, enum job_kind kind) {
    static const char *const names[] = {"string", "pos", "endpos", NULL};
    const ArgSpec spec = {name, names, 0, 3, 1};
    Value out[3];
    int64_t from, to;
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return NULL;
    if (!position_argument(vm, out[1], 0, &from) || !position_argument(vm, out[2], INT64_MAX, &to)) return NULL;
    return job_new(vm, self, out[0], from, to, mode, kind);
}

static NATIVE(pattern_search) {
    return job_tail(vm, job_from_arguments(vm, "search", self, args, nargs, kwnames, RE_SEARCH, JOB_SEARCH));
}

static NATIVE(pattern_match) {
    return job_tail(vm, job_from_arguments(vm, "match", self, args, nargs, kwnames, RE_PREFIX, JOB_SEARCH));
}

static NATIVE(pattern_fullmatch) {
    return job_tail(vm, job_from_arguments(vm, "fullmatch", self, args, nargs, kwnames, RE_WHOLE, JOB_SEARCH));
}

static NATIVE(pattern_findall) {
    return job_tail(vm, job_from_arguments(vm, "findall", self, args, nargs, kwnames, RE_SEARCH, JOB_FINDALL));
}

static NATIVE(pattern_scanner) {
    return obj_value(job_from_arguments(vm, "scanner", self, args, nargs, kwnames, RE_SEARCH, JOB_SEARCH));
}

static NATIVE(pattern_finditer) {
    Job *job = job_from_arguments(vm, "finditer", self, args, nargs, kwnames, RE_SEARCH, JOB_SEARCH);
    Str *name = job == NULL ? NULL : str_intern_c(vm, "search");
    Value search = name == NULL ? VALUE_NULL : object_getattr(vm, obj_value(job), name);
    obj_release(vm, name);
    obj_release(vm, job);
    Value iterator = search == VALUE_NULL ? VALUE_NULL : callable_iterator_new(vm, search, VALUE_NONE);
    value_release(vm, search);
    return iterator;
}

static bool set_limit(Vm *vm, Job *job, Value v) {
    if (!position_argument(vm, v, 0, &job->limit)) return false;
    if (job->limit < 0) job->count = job->limit; /* none at all */
    return true;
}

static NATIVE(pattern_split) {
    static const char *const names[] = {"string", "maxsplit", NULL};
    static const ArgSpec spec = {"split", names, 0, 2, 1};
    Value out[2];
    int64_t limit;
    if (!args_bind(vm, &spec, args, nargs, kwnames, out) || !position_argument(vm, out[1], 0, &limit))
        return VALUE_NULL;
    Job *job = job_new(vm, self, out[0], 0, INT64_MAX, RE_SEARCH, JOB_SPLIT);
    if (job == NULL || set_limit(vm, job, out[1])) return job_tail(vm, job);
    obj_release(vm, job);
    return VALUE_NULL;
}

static bool has_backslash(Vm *vm, Value repl) {
    BytesView view;
    if (is_str(repl)) return str_next_code(AS(Str, repl), '\\', 0, AS(Str, repl)->length) < AS(Str, repl)->length;
    return !bytes_like(vm, repl, &view) || (view.length > 0 && memchr(view.data, '\\', view.length) != NULL);
}

Value re_template(Vm *vm, Value pattern, Value repl) {
    Value compile = guest_value(vm, "_compile_template"), args[] = {pattern, repl};
    return compile == VALUE_NULL ? VALUE_NULL : call_value(vm, compile, args, 2, NULL);
}

static bool set_repl(Vm *vm, Job *job, Value repl) {
    if (object_is_callable(vm, repl)) {
        job->repl_kind = REPL_CALLABLE;
    } else if (has_backslash(vm, repl)) {
        job->repl_kind = REPL_TEMPLATE;
        job->repl = re_template(vm, job->pattern, repl);
        return job->repl != VALUE_NULL;
    }
    job->repl = value_retain(repl);
    return true;
}

static Value substitute_all(Vm *vm, const char *name, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"repl", "string", "count", NULL};
    const ArgSpec spec = {name, names, 0, 3, 2};
    Value out[3];
    int64_t limit;
    if (!args_bind(vm, &spec, args, nargs, kwnames, out) || !position_argument(vm, out[2], 0, &limit))
        return VALUE_NULL;
    Job *job = job_new(vm, self, out[1], 0, INT64_MAX, RE_SEARCH, JOB_SUB);
    if (job == NULL) return VALUE_NULL;
    job->counts = name[3] != 0;
    if (set_repl(vm, job, out[0]) && set_limit(vm, job, out[2])) return job_tail(vm, job);
    obj_release(vm, job);
    return VALUE_NULL;
}

static NATIVE(pattern_sub) {
    return substitute_all(vm, "sub", self, args, nargs, kwnames);
}

static NATIVE(pattern_subn) {
    return substitute_all(vm, "subn", self, args, nargs, kwnames);
}

Value re_itself(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    (void)vm;
    return value_retain(self);
}

static const MethodDef pattern_methods[] = {
    {"match", pattern_match, 0, 255, true, METHOD_PLAIN,
     "Matches zero or more characters at the beginning of the string."},
    {"fullmatch", pattern_fullmatch, 0, 255, true, METHOD_PLAIN, "Matches against all of the string."},
    {"search", pattern_search, 0, 255, true, METHOD_PLAIN,
     "Scan through string looking for a match, and return a corresponding match object instance.\n\nReturn None if no "
     "position in the string matches."},
    {"sub", pattern_sub, 0, 255, true, METHOD_PLAIN, NULL},
    {"subn", pattern_subn, 0, 255, true, METHOD_PLAIN, NULL},
    {"findall", pattern_findall, 0, 255, true, METHOD_PLAIN,
     "Return a list of all non-overlapping matches of pattern in string."},
    {"split", pattern_split, 0, 255, true, METHOD_PLAIN, "Split string by the occurrences of pattern."},
    {"finditer", pattern_finditer, 0, 255, true, METHOD_PLAIN, NULL},
    {"scanner", pattern_scanner, 0, 255, true, METHOD_PLAIN, NULL},
    {"__copy__", re_itself, 0, 0, false, METHOD_PLAIN, NULL},
    {"__deepcopy__", re_itself, 1, 1, false, METHOD_PLAIN, NULL},
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, NULL},
    {0},
};

static const GetSetDef pattern_getset[] = {
    {"pattern", pattern_get_pattern, set_readonly, "The pattern string from which the RE object was compiled."},
    {"flags", pattern_get_flags, set_readonly, "The regex matching flags."},
    {"groups", pattern_get_groups, set_readonly, "The number of capturing groups in the pattern."},
    {"groupindex", pattern_get_groupindex, NULL, "A dictionary mapping group names to group numbers."},
    {0},
};

static const TypeDef pattern_def = {
    .name = "re.Pattern",
    .size = sizeof(Pattern),
    .flags = TYPE_NO_NEW | TYPE_WEAKREFS | TYPE_IMMUTABLE,
    .weak_offset = offsetof(Pattern, weakrefs),
    .doc = "Compiled regular expression object.",
    .slots = {.dealloc = pattern_dealloc, .repr = pattern_repr, .compare = pattern_compare, .hash = pattern_hash},
    .methods = pattern_methods,
    .getset = pattern_getset,
};

/* ---- scanners */

static Value scan(Vm *vm, Value self, enum re_mode mode) {
    Job *job = AS(Job, self);
    if (job->busy) return raise_error(vm, T_ValueError, "the scanner is at work already");
    if (job->over) return VALUE_NONE;
    job->matcher.mode = mode;
    obj_retain(job);
    return job_tail(vm, job);
}

static NATIVE(scanner_search) {
    UNUSED_ARGS;
    return scan(vm, self, RE_SEARCH);
}

static NATIVE(scanner_match) {
    UNUSED_ARGS;
    return scan(vm, self, RE_PREFIX);
}

static Value scanner_get_pattern(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(Job, self)->pattern);
}

static const MethodDef scanner_methods[] = {
    {"search", scanner_search, 0, 0, false, METHOD_PLAIN, NULL},
    {"match", scanner_match, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

static const GetSetDef scanner_getset[] = {{"pattern", scanner_get_pattern, set_readonly, NULL}, {0}};

static const TypeDef scanner_def = {
    .name = "_sre.SRE_Scanner",
    .size = sizeof(Job),
    .flags = TYPE_NO_NEW | TYPE_GC | TYPE_IMMUTABLE,
    .slots = {.dealloc = job_dealloc, .traverse = job_traverse, .clear = job_clear},
    .methods = scanner_methods,
    .getset = scanner_getset,
};

/* ---- the module */

/* width(pattern): how many characters matches have at least and at most; None: there is no most. */
static NATIVE(sre_width) {
    (void)self, (void)nargs, (void)kwnames;
    if (type_of(vm, args[0]) != pattern_type(vm))
        return raise_error(vm, T_TypeError, "a pattern is needed, not %T", args[0]);
    const Program *program = &AS(Pattern, args[0])->program;
    Value most = program->max_width == RE_UNLIMITED ? VALUE_NONE : value_small(program->max_width);
    return obj_value(tuple_pack(vm, 2, value_small(program->min_width), most));
}

static const MethodDef sre_functions[] = {{"compile", sre_compile, 2, 2, false, METHOD_PLAIN, NULL},
                                          {"width", sre_width, 1, 1, false, METHOD_PLAIN, NULL},
                                          {0}};

Value module_init__sre(Vm *vm) {
    Module *m = module_new(vm, "_sre");
    if (m == NULL) return VALUE_NULL;
    void **state = vm->state->module_state;
    Type *pattern = type_make(vm, &pattern_def, NULL), *match = type_make(vm, &match_def, NULL);
    state[MODULE__sre] = m;
    state[STATE_re_pattern] = pattern;
    state[STATE_re_match] = match;
    state[STATE_re_job] = type_make(vm, &scanner_def, NULL);
    if (pattern != NULL && match != NULL && state[STATE_re_job] != NULL &&
        module_add(vm, m, "Pattern", value_retain(obj_value(pattern))) &&
        module_add(vm, m, "Match", value_retain(obj_value(match))) && module_add_functions(vm, m, sre_functions))
        return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
