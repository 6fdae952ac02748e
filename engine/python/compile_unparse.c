/* compile_unparse.c: an expression as text again, in the one form that CPython gives it: what annotations are under
 * `from __future__ import annotations`. A part that binds less tightly than its place asks for gets parentheses. */
#include "compile.h"

#include <string.h>

typedef enum Level {
    LEVEL_TUPLE,
    LEVEL_TEST, /* a if b else c, lambda */
    LEVEL_OR,
    LEVEL_AND,
    LEVEL_NOT,
    LEVEL_COMPARE,
    LEVEL_BIT_OR,
    LEVEL_BIT_XOR,
    LEVEL_BIT_AND,
    LEVEL_SHIFT,
    LEVEL_SUM,
    LEVEL_TERM,
    LEVEL_FACTOR,
    LEVEL_POWER,
    LEVEL_AWAIT,
    LEVEL_ATOM,
} Level;

typedef struct Writer {
    Compiler *c;
    StrBuilder *out;
} Writer;

static void write_expr(Writer *w, Expr *e, int level);

static void put(Writer *w, const char *ascii) {
    builder_c(w->out, ascii);
}

static void put_name(Writer *w, Identifier *name) {
    Str *text = compile_str(w->c, name);
    if (text) builder_str(w->out, text);
}

static bool open_if(Writer *w, bool needed) {
    if (needed) put(w, "(");
    return needed;
}

static void close_if(Writer *w, bool opened) {
    if (opened) put(w, ")");
}

static void write_all(Writer *w, const ExprSeq *seq, int level) {
    for (uint32_t i = 0; i < seq->count; i++) {
        if (i) put(w, ", ");
        write_expr(w, seq->items[i], level);
    }
}

/* ---- operators ---- */

static void write_bool_op(Writer *w, const Expr *e, int level) {
    int own = e->v.bool_op.op == BOOL_AND ? LEVEL_AND : LEVEL_OR;
    bool opened = open_if(w, level > own);
    for (uint32_t i = 0; i < e->v.bool_op.values.count; i++) {
        if (i) put(w, own == LEVEL_AND ? " and " : " or ");
        write_expr(w, e->v.bool_op.values.items[i], own + 1);
    }
    close_if(w, opened);
}

static void write_bin_op(Writer *w, const Expr *e, int level) {
    static const struct {
        const char *text;
        uint8_t level;
    } ops[] = {
        [AST_OP_ADD] = {" + ", LEVEL_SUM},         [AST_OP_SUB] = {" - ", LEVEL_SUM},
        [AST_OP_MULT] = {" * ", LEVEL_TERM},       [AST_OP_MAT_MULT] = {" @ ", LEVEL_TERM},
        [AST_OP_DIV] = {" / ", LEVEL_TERM},        [AST_OP_MOD] = {" % ", LEVEL_TERM},
        [AST_OP_POW] = {" ** ", LEVEL_POWER},      [AST_OP_LSHIFT] = {" << ", LEVEL_SHIFT},
        [AST_OP_RSHIFT] = {" >> ", LEVEL_SHIFT},   [AST_OP_BIT_OR] = {" | ", LEVEL_BIT_OR},
        [AST_OP_BIT_XOR] = {" ^ ", LEVEL_BIT_XOR}, [AST_OP_BIT_AND] = {" & ", LEVEL_BIT_AND},
        [AST_OP_FLOOR_DIV] = {" // ", LEVEL_TERM},
    };
    int own = ops[e->v.bin_op.op].level, power = e->v.bin_op.op == AST_OP_POW;
    bool opened = open_if(w, level > own);
    write_expr(w, e->v.bin_op.left, own + power);
    put(w, ops[e->v.bin_op.op].text);
    write_expr(w, e->v.bin_op.right, own + !power);
    close_if(w, opened);
}

static void write_unary_op(Writer *w, const Expr *e, int level) {
    static const char *const texts[] = {
        [AST_UNARY_INVERT] = "~", [UNARY_NOT] = "not ", [UNARY_UADD] = "+", [UNARY_USUB] = "-"};
    int own = e->v.unary_op.op == UNARY_NOT ? LEVEL_NOT : LEVEL_FACTOR;
    bool opened = open_if(w, level > own);
    put(w, texts[e->v.unary_op.op]);
    write_expr(w, e->v.unary_op.operand, own);
    close_if(w, opened);
}

static void write_compare(Writer *w, const Expr *e, int level) {
    static const char *const texts[] = {
        [CMP_EQ] = " == ", [CMP_NOT_EQ] = " != ",    [CMP_LT] = " < ",  [CMP_LT_E] = " <= ",
        [CMP_GT] = " > ",  [CMP_GT_E] = " >= ",      [CMP_IS] = " is ", [CMP_IS_NOT] = " is not ",
        [CMP_IN] = " in ", [CMP_NOT_IN] = " not in "};
    bool opened = open_if(w, level > LEVEL_COMPARE);
    write_expr(w, e->v.compare.left, LEVEL_COMPARE + 1);
    for (uint32_t i = 0; i < e->v.compare.comparators.count; i++) {
        put(w, texts[e->v.compare.ops[i]]);
        write_expr(w, e->v.compare.comparators.items[i], LEVEL_COMPARE + 1);
    }
    close_if(w, opened);
}

static void write_if_exp(Writer *w, const Expr *e, int level) {
    bool opened = open_if(w, level > LEVEL_TEST);
    write_expr(w, e->v.if_exp.body, LEVEL_TEST + 1);
    put(w, " if ");
    write_expr(w, e->v.if_exp.test, LEVEL_TEST + 1);
    put(w, " else ");
    write_expr(w, e->v.if_exp.orelse, LEVEL_TEST);
    close_if(w, opened);
}

/* ---- lambda ---- */

typedef struct Parameters {
    Writer *w;
    bool any;
} Parameters;

static void separate(Parameters *p) {
    if (p->any) put(p->w, ", ");
    p->any = true;
}

static void write_parameter(Parameters *p, const Arg *arg, Expr *value) {
    separate(p);
    put_name(p->w, arg->arg);
    if (!value) return;
    put(p->w, "=");
    write_expr(p->w, value, LEVEL_TEST);
}

static void write_parameters(Writer *w, const Arguments *args) {
    Parameters p = {w, false};
    uint32_t positional = args->posonlyargs.count + args->args.count, required = positional - args->defaults.count;
    for (uint32_t i = 0; i < positional; i++) {
        uint32_t only = args->posonlyargs.count;
        const Arg *arg = i < only ? args->posonlyargs.items[i] : args->args.items[i - only];
        write_parameter(&p, arg, i < required ? NULL : args->defaults.items[i - required]);
        if (i + 1 == only) put(w, ", /");
    }
    if (args->vararg || args->kwonlyargs.count) {
        separate(&p);
        put(w, "*");
        if (args->vararg) put_name(w, args->vararg->arg);
    }
    for (uint32_t i = 0; i < args->kwonlyargs.count; i++)
        write_parameter(&p, args->kwonlyargs.items[i], args->kw_defaults.items[i]);
    if (!args->kwarg) return;
    separate(&p);
    put(w, "**");
    put_name(w, args->kwarg->arg);
}

static void write_lambda(Writer *w, const Expr *e, int level) {
    const Arguments *args = e->v.lambda.args;
    bool opened = open_if(w, level > LEVEL_TEST);
    bool any = args->posonlyargs.count || args->args.count || args->vararg || args->kwonlyargs.count || args->kwarg;
    put(w, any ? "lambda " : "lambda");
    write_parameters(w, args);
    put(w, ": ");
    write_expr(w, e->v.lambda.body, LEVEL_TEST);
    close_if(w, opened);
}

/* ---- displays, comprehensions ---- */

static void write_dict(Writer *w, const Expr *e) {
    put(w, "{");
    for (uint32_t i = 0; i < e->v.dict.values.count; i++) {
        if (i) put(w, ", ");
        if (e->v.dict.keys.items[i]) {
            write_expr(w, e->v.dict.keys.items[i], LEVEL_TEST);
            put(w, ": ");
            write_expr(w, e->v.dict.values.items[i], LEVEL_TEST);
        } else {
            put(w, "**");
            write_expr(w, e->v.dict.values.items[i], LEVEL_BIT_OR);
        }
    }
    put(w, "}");
}

static void write_generators(Writer *w, const ComprehensionSeq *generators) {
    for (uint32_t i = 0; i < generators->count; i++) {
        const Comprehension *g = generators->items[i];
        put(w, g->is_async ? " async for " : " for ");
        write_expr(w, g->target, LEVEL_TUPLE);
        put(w, " in ");
        write_expr(w, g->iter, LEVEL_TEST + 1);
        for (uint32_t k = 0; k < g->ifs.count; k++) {
            put(w, " if ");
            write_expr(w, g->ifs.items[k], LEVEL_TEST + 1);
        }
    }
}

static void write_comprehension(Writer *w, const Expr *e, const char *open, const char *close) {
    put(w, open);
    write_expr(w, e->v.comp.elt, LEVEL_TEST);
    write_generators(w, &e->v.comp.generators);
    put(w, close);
}

static void write_dict_comprehension(Writer *w, const Expr *e) {
    put(w, "{");
    write_expr(w, e->v.dict_comp.key, LEVEL_TEST);
    put(w, ": ");
    write_expr(w, e->v.dict_comp.value, LEVEL_TEST);
    write_generators(w, &e->v.dict_comp.generators);
    put(w, "}");
}

static void write_tuple(Writer *w, const Expr *e, int level) {
    bool opened = open_if(w, level > LEVEL_TUPLE || !e->v.tuple.elts.count);
    write_all(w, &e->v.tuple.elts, LEVEL_TEST);
    if (e->v.tuple.elts.count == 1) put(w, ",");
    close_if(w, opened);
}

/* ---- what follows an expression ---- */

/* The text of an expression as it stands in the source. */
static Value source_text(Compiler *c, const Location *loc) {
    const char *p = c->source, *end = c->source + c->length;
    for (uint32_t line = 1; line < loc->lineno && p < end; p++) line += *p == '\n';
    const char *start = p + loc->col;
    for (uint32_t line = loc->lineno; line < loc->end_lineno && p < end; p++) line += *p == '\n';
    const char *stop = p + loc->end_col;
    if (start > end || stop > end || stop < start) return const_str(c, "", 0);
    return const_str(c, start, (size_t)(stop - start));
}

/* t-strings are calls of a hidden function (parse_string.c), and come out as they are written. */
static bool write_template(Writer *w, const Expr *e) {
    const Expr *func = e->v.call.func;
    if (func->kind != EXPR_NAME || func->v.name.id->text[0] != '<') return false;
    Value text = source_text(w->c, &e->loc);
    if (text == VALUE_NULL) return true;
    builder_str(w->out, AS(Str, text));
    value_release(w->c->vm, text);
    return true;
}

static void write_call(Writer *w, const Expr *e) {
    const ExprSeq *args = &e->v.call.args;
    const KeywordSeq *keywords = &e->v.call.keywords;
    if (write_template(w, e)) return;
    write_expr(w, e->v.call.func, LEVEL_ATOM);
    if (args->count == 1 && !keywords->count && args->items[0]->kind == EXPR_GENERATOR_EXP) {
        write_expr(w, args->items[0], LEVEL_TEST); /* which has parentheses of its own */
        return;
    }
    put(w, "(");
    write_all(w, args, LEVEL_TEST);
    for (uint32_t i = 0; i < keywords->count; i++) {
        const Keyword *k = keywords->items[i];
        if (i || args->count) put(w, ", ");
        if (k->arg) put_name(w, k->arg);
        put(w, k->arg ? "=" : "**");
        write_expr(w, k->value, LEVEL_TEST);
    }
    put(w, ")");
}

static void write_attribute(Writer *w, const Expr *e) {
    const Expr *value = e->v.attribute.value;
    write_expr(w, e->v.attribute.value, LEVEL_ATOM);
    put(w, value->kind == EXPR_CONSTANT && value->v.constant.kind == CONST_INT ? " ." : ".");
    put_name(w, e->v.attribute.attr);
}

static void write_slice(Writer *w, const Expr *e) {
    if (e->v.slice.lower) write_expr(w, e->v.slice.lower, LEVEL_TEST);
    put(w, ":");
    if (e->v.slice.upper) write_expr(w, e->v.slice.upper, LEVEL_TEST);
    if (!e->v.slice.step) return;
    put(w, ":");
    write_expr(w, e->v.slice.step, LEVEL_TEST);
}

/* ---- constants, f-strings ---- */

static void write_value(Writer *w, Value value) {
    StrBuilder text;
    builder_init(&text, w->c->vm);
    builder_repr(&text, value);
    Str *shown = builder_finish(&text);
    if (!shown) {
        compile_no_memory(w->c);
        return;
    }
    bool infinite = !is_str(value) && shown->length >= 3 && memcmp(shown->data, "inf", 3) == 0;
    if (infinite) put(w, "1e309"); /* too large to be anything else when it is read again */
    builder_slice(w->out, shown, infinite ? 3 : 0, shown->length);
    obj_release(w->c->vm, shown);
}

static void write_constant(Writer *w, const Expr *e) {
    Value value;
    if (e->v.constant.kind == CONST_ELLIPSIS) {
        put(w, "...");
    } else if (expr_const(w->c, e, &value)) {
        if (e->v.constant.u_prefix) put(w, "u");
        write_value(w, value);
        value_release(w->c->vm, value);
    }
}

static void write_pieces(Writer *w, const Expr *joined);

static void write_literal(Writer *w, const Constant *text) {
    for (uint32_t i = 0, start = 0; i <= text->length; i++) {
        bool brace = i < text->length && (text->text[i] == '{' || text->text[i] == '}');
        if (!brace && i < text->length) continue;
        Value part = const_str(w->c, text->text + start, i - start);
        if (part == VALUE_NULL) return;
        builder_str(w->out, AS(Str, part));
        value_release(w->c->vm, part);
        if (brace) put(w, text->text[i] == '{' ? "{{" : "}}");
        start = i + 1;
    }
}

static bool begins_with_brace(const Expr *e) {
    return e->kind == EXPR_DICT || e->kind == EXPR_SET || e->kind == EXPR_SET_COMP || e->kind == EXPR_DICT_COMP;
}

static void write_field(Writer *w, const Expr *e) {
    char conversion[] = {'!', (char)e->v.formatted_value.conversion, 0};
    put(w, begins_with_brace(e->v.formatted_value.value) ? "{ " : "{");
    write_expr(w, e->v.formatted_value.value, LEVEL_TEST + 1);
    if (e->v.formatted_value.conversion > 0) put(w, conversion);
    if (e->v.formatted_value.format_spec) {
        put(w, ":");
        write_pieces(w, e->v.formatted_value.format_spec);
    }
    put(w, "}");
}

static void write_pieces(Writer *w, const Expr *joined) {
    for (uint32_t i = 0; i < joined->v.joined_str.values.count; i++) {
        const Expr *piece = joined->v.joined_str.values.items[i];
        if (piece->kind == EXPR_CONSTANT)
            write_literal(w, &piece->v.constant);
        else
            write_field(w, piece);
    }
}

/* The pieces are put together first, and quoted as one text. */
static void write_joined_str(Writer *w, const Expr *e) {
    StrBuilder inside;
    builder_init(&inside, w->c->vm);
    Writer inner = {w->c, &inside};
    write_pieces(&inner, e);
    Str *text = builder_finish(&inside);
    if (!text) {
        compile_no_memory(w->c);
        return;
    }
    put(w, "f");
    write_value(w, obj_value(text));
    obj_release(w->c->vm, text);
}

/* ---- the whole ---- */

static void write_kind(Writer *w, Expr *e, int level) {
    switch (e->kind) {
    case EXPR_BOOL_OP: write_bool_op(w, e, level); break;
    case EXPR_BIN_OP: write_bin_op(w, e, level); break;
    case EXPR_UNARY_OP: write_unary_op(w, e, level); break;
    case EXPR_COMPARE: write_compare(w, e, level); break;
    case EXPR_IF_EXP: write_if_exp(w, e, level); break;
    case EXPR_LAMBDA: write_lambda(w, e, level); break;
    case EXPR_DICT: write_dict(w, e); break;
    case EXPR_SET:
    case EXPR_LIST:
        put(w, e->kind == EXPR_SET ? "{" : "[");
        write_all(w, &e->v.list.elts, LEVEL_TEST);
        put(w, e->kind == EXPR_SET ? "}" : "]");
        break;
    case EXPR_LIST_COMP: write_comprehension(w, e, "[", "]"); break;
    case EXPR_SET_COMP: write_comprehension(w, e, "{", "}"); break;
    case EXPR_GENERATOR_EXP: write_comprehension(w, e, "(", ")"); break;
    case EXPR_DICT_COMP: write_dict_comprehension(w, e); break;
    case EXPR_TUPLE: write_tuple(w, e, level); break;
    case EXPR_CALL: write_call(w, e); break;
    case EXPR_ATTRIBUTE: write_attribute(w, e); break;
    case EXPR_SUBSCRIPT:
        write_expr(w, e->v.subscript.value, LEVEL_ATOM);
        put(w, "[");
        write_expr(w, e->v.subscript.slice, LEVEL_TUPLE);
        put(w, "]");
        break;
    case EXPR_SLICE: write_slice(w, e); break;
    case EXPR_STARRED:
        put(w, "*");
        write_expr(w, e->v.starred.value, LEVEL_BIT_OR);
        break;
    case EXPR_NAME: put_name(w, e->v.name.id); break;
    case EXPR_CONSTANT: write_constant(w, e); break;
    case EXPR_JOINED_STR: write_joined_str(w, e); break;
    default: /* await, yield and := are errors in annotations */ break;
    }
}

static void write_expr(Writer *w, Expr *e, int level) {
    if (w->c->failed || !compile_enter(w->c, &e->loc)) return;
    write_kind(w, e, level);
    compile_leave(w->c);
}

Value expr_text(Compiler *c, Expr *e) {
    StrBuilder text;
    builder_init(&text, c->vm);
    Writer w = {c, &text};
    write_expr(&w, e, LEVEL_TEST);
    Str *made = builder_finish(&text);
    if (!made) compile_no_memory(c);
    return made ? obj_value(made) : VALUE_NONE;
}
