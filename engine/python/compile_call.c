/* compile_call.c: calls and f-strings. */
#include "compile.h"

#include <string.h>

/* Longer f-strings are joined piece by piece. */
#define PIECES_MAX 30u

static bool repeated_keyword(Compiler *c, KeywordSeq *keywords) {
    for (uint32_t i = 0; i < keywords->count; i++) {
        const Keyword *k = keywords->items[i];
        if (!k->arg) continue;
        if (name_forbidden(c, &k->loc, k->arg, CTX_STORE)) return true;
        for (uint32_t j = i + 1; j < keywords->count; j++) {
            if (keywords->items[j]->arg != k->arg) continue;
            compile_error(c, &keywords->items[j]->loc, "keyword argument repeated: %s", k->arg->text);
            return true;
        }
    }
    return false;
}

static bool has_double_star(const KeywordSeq *keywords) {
    for (uint32_t i = 0; i < keywords->count; i++) {
        if (!keywords->items[i]->arg) return true;
    }
    return false;
}

static Value keyword_names(Compiler *c, const KeywordSeq *keywords, uint32_t from, uint32_t to) {
    Tuple *names = tuple_new(c->vm, to - from);
    if (!names) return VALUE_NULL;
    for (uint32_t i = from; i < to; i++) {
        Str *name = compile_str(c, keywords->items[i]->arg);
        if (!name) {
            obj_release(c->vm, names);
            return VALUE_NULL;
        }
        names->items[i - from] = value_retain(obj_value(name));
    }
    return obj_value(names);
}

static void plain_arguments(Compiler *c, const Location *loc, Reg base, bool self, uint32_t npushed, ExprSeq *args,
                            KeywordSeq *keywords, Reg dst) {
    if (!self && keywords->count) emit(c, loc, OP_LOAD_NULL, base + 1, 0, 0);
    for (uint32_t i = 0; i < args->count; i++) expr_temp(c, args->items[i]);
    for (uint32_t i = 0; i < keywords->count; i++) expr_temp(c, keywords->items[i]->value);
    uint32_t count = npushed + args->count + keywords->count;
    temp_pop(c, count + 2);
    if (!keywords->count) {
        emit(c, loc, self ? OP_CALL : OP_CALL_PLAIN, base, count, dst);
        return;
    }
    uint32_t names = const_add(c, keyword_names(c, keywords, 0, keywords->count));
    emit(c, loc, OP_CALL_KW, base, count, dst);
    emit_ext(c, loc, names & 0xFFFF, names >> 16);
}

/* R[base+2] becomes a list or tuple of the positional arguments, of which `npushed` stand there already. */
static void star_positional(Compiler *c, const Location *loc, uint32_t npushed, ExprSeq *args) {
    if (!npushed && args->count == 1 && args->items[0]->kind == EXPR_STARRED) {
        expr_temp(c, args->items[0]->v.starred.value);
        return;
    }
    uint32_t plain = 0;
    while (plain < args->count && plain < PIECES_MAX && args->items[plain]->kind != EXPR_STARRED)
        expr_temp(c, args->items[plain++]);
    temp_pop(c, npushed + plain);
    Reg list = temp_push(c);
    emit(c, loc, plain == args->count ? OP_BUILD_TUPLE : OP_BUILD_LIST, list, list, npushed + plain);
    add_items(c, loc, list, args, plain, false);
}

static void keyword_group(Compiler *c, const Location *loc, KeywordSeq *keywords, uint32_t from, uint32_t to, Reg dst) {
    Reg base = temp_next(c);
    for (uint32_t i = from; i < to; i++) {
        Keyword *k = keywords->items[i];
        Str *name = compile_str(c, k->arg);
        if (name) emit_const(c, loc, value_retain(obj_value(name)), temp_next(c));
        temp_push(c);
        expr_temp(c, k->value);
    }
    temp_pop(c, (to - from) * 2);
    emit(c, loc, OP_BUILD_DICT, dst, to > from ? base : 0, to - from);
}

/* The dict of keyword arguments at the next temporary, merged part by part. */
static void star_keywords(Compiler *c, const Location *loc, Reg base, KeywordSeq *keywords) {
    Reg dict = temp_next(c);
    uint32_t i = 0;
    while (i < keywords->count && keywords->items[i]->arg) i++;
    keyword_group(c, loc, keywords, 0, i, dict);
    temp_push(c);
    while (i < keywords->count) {
        Reg part;
        if (!keywords->items[i]->arg) {
            part = expr_operand(c, keywords->items[i++]->value);
        } else {
            uint32_t from = i;
            while (i < keywords->count && keywords->items[i]->arg) i++;
            keyword_group(c, loc, keywords, from, i, temp_next(c));
            part = temp_push(c);
        }
        operand_free(c, part);
        emit(c, loc, OP_DICT_MERGE, dict, part, base);
    }
}

void call_arguments(Compiler *c, const Location *loc, Reg base, bool self, uint32_t npushed, ExprSeq *args,
                    KeywordSeq *keywords, Reg dst) {
    if (c->failed || repeated_keyword(c, keywords)) return;
    if (!has_starred(args) && !has_double_star(keywords)) {
        plain_arguments(c, loc, base, self, npushed, args, keywords, dst);
        return;
    }
    emit(c, loc, OP_LOAD_NULL, base + 1, 0, 0);
    star_positional(c, loc, npushed, args);
    if (keywords->count)
        star_keywords(c, loc, base, keywords);
    else
        emit(c, loc, OP_LOAD_NULL, temp_push(c), 0, 0);
    temp_pop(c, 4);
    emit(c, loc, OP_CALL_EX, base, 0, dst);
}

static void warn_callee(Compiler *c, Expr *func) {
    switch ((int)func->kind) {
    case EXPR_CONSTANT:
    case EXPR_TUPLE:
    case EXPR_LIST:
    case EXPR_LIST_COMP:
    case EXPR_DICT:
    case EXPR_DICT_COMP:
    case EXPR_SET:
    case EXPR_SET_COMP:
    case EXPR_GENERATOR_EXP:
    case EXPR_JOINED_STR:
    case EXPR_FORMATTED_VALUE: break;
    default: return;
    }
    const char *type = known_type(c, func);
    if (type) compile_warn(c, &func->loc, "'%s' object is not callable; perhaps you missed a comma?", type);
}

static void method_call(Compiler *c, Expr *e, Reg dst) {
    Expr *func = e->v.call.func;
    Reg object = expr_operand(c, func->v.attribute.value);
    operand_free(c, object);
    Reg base = temp_push(c);
    temp_push(c);
    Location loc = attr_location(func, func->loc);
    Identifier *name = name_mangle(c, c->unit->names_in->class_name, func->v.attribute.attr);
    emit(c, &loc, OP_LOAD_METHOD, base, object, site_add(c, name, false));
    loc = attr_location(func, e->loc);
    call_arguments(c, &loc, base, true, 0, &e->v.call.args, &e->v.call.keywords, dst);
}

/* CPython compiles these of a generator expression twice, in line and as a call in case the name stands for something
 * else, and warns each time. */
static bool is_compiled_twice(const Expr *e) {
    static const char *const names[] = {"all", "any", "tuple"};
    const Expr *func = e->v.call.func;
    const ExprSeq *args = &e->v.call.args;
    bool twice = false;
    if (func->kind != EXPR_NAME || args->count != 1 || e->v.call.keywords.count != 0) return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        twice = twice || strcmp(func->v.name.id->text, names[i]) == 0;
    return twice && args->items[0]->kind == EXPR_GENERATOR_EXP;
}

void call_expr(Compiler *c, Expr *e, Reg dst) {
    Expr *func = e->v.call.func;
    if (func->kind == EXPR_ATTRIBUTE && !has_starred(&e->v.call.args) && !has_double_star(&e->v.call.keywords)) {
        method_call(c, e, dst);
        return;
    }
    warn_callee(c, func);
    Reg base = expr_temp(c, func);
    temp_push(c); /* no self */
    WarningList told, *outer = c->told;
    bool twice = is_compiled_twice(e);
    if (twice) {
        warnings_open(&told);
        c->told = &told;
    }
    call_arguments(c, &e->loc, base, false, 0, &e->v.call.args, &e->v.call.keywords, dst);
    c->told = outer;
    if (!twice) return;
    compile_warn_again(c, &told);
    if (outer) warnings_move(&told, outer);
}

/* ---- f-strings ---- */

/* plain: the instruction for a value that has no format of its own. */
static void format_by(Compiler *c, Expr *e, Reg dst, enum opcode plain) {
    Reg value = expr_operand(c, e->v.formatted_value.value);
    int conversion = e->v.formatted_value.conversion;
    if (conversion > 0) {
        operand_free(c, value);
        Reg converted = temp_push(c);
        emit(c, &e->loc, OP_CONVERT, converted, value, conversion == 's' ? 1 : conversion == 'r' ? 2 : 3);
        value = converted;
    }
    if (!e->v.formatted_value.format_spec) {
        operand_free(c, value);
        emit(c, &e->loc, plain, dst, value, 0);
        return;
    }
    Reg spec = expr_operand(c, e->v.formatted_value.format_spec);
    operand_free(c, spec);
    operand_free(c, value);
    emit(c, &e->loc, OP_FORMAT_SPEC, dst, value, spec);
}

void formatted_value(Compiler *c, Expr *e, Reg dst) {
    format_by(c, e, dst, OP_FORMAT);
}

static void string_piece(Compiler *c, Expr *e) {
    if (e->kind == EXPR_FORMATTED_VALUE)
        format_by(c, e, temp_next(c), OP_FORMAT_PIECE);
    else
        expr_to(c, e, temp_next(c));
    temp_push(c);
}

void joined_str(Compiler *c, Expr *e, Reg dst) {
    ExprSeq *pieces = &e->v.joined_str.values;
    if (!pieces->count) {
        emit_const(c, &e->loc, const_str(c, "", 0), dst);
        return;
    }
    if (pieces->count == 1) {
        expr_to(c, pieces->items[0], dst);
        return;
    }
    Reg base = temp_next(c);
    uint32_t count = 0;
    for (uint32_t i = 0; i < pieces->count; i++) {
        string_piece(c, pieces->items[i]);
        if (++count < PIECES_MAX || i + 1 == pieces->count) continue;
        temp_pop(c, count);
        emit(c, &e->loc, OP_BUILD_STRING, base, base, count);
        temp_push(c);
        count = 1;
    }
    temp_pop(c, count);
    emit(c, &e->loc, OP_BUILD_STRING, dst, base, count);
}
