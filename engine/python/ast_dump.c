/* ast_dump.c: writes trees out; see ast_dump.h. */
#include "python/ast_dump.h"

#include <string.h>

#include "python/token.h"

typedef struct Dumper {
    const AstDump *to;
    bool comma; /* something has been written inside the current brackets */
} Dumper;

static void put(Dumper *d, const char *text) {
    d->to->write(d->to->context, text, strlen(text));
}

static void put_number(Dumper *d, uint32_t number) {
    char digits[12];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    d->to->write(d->to->context, digits + at, sizeof digits - at);
}

/* ---- Brackets and fields ---- */

static bool open_node(Dumper *d, const char *name) {
    bool comma = d->comma;
    put(d, name);
    put(d, "(");
    d->comma = false;
    return comma;
}

static void close_node(Dumper *d, bool comma) {
    put(d, ")");
    d->comma = comma;
}

static void field(Dumper *d, const char *name) {
    if (d->comma) put(d, ", ");
    d->comma = true;
    put(d, name);
    put(d, "=");
}

static void number_field(Dumper *d, const char *name, uint32_t number) {
    field(d, name);
    put_number(d, number);
}

static void location_fields(Dumper *d, Location loc) {
    if (!d->to->attributes) return;
    number_field(d, "lineno", loc.lineno);
    number_field(d, "col_offset", loc.col);
    number_field(d, "end_lineno", loc.end_lineno);
    number_field(d, "end_col_offset", loc.end_col);
}

/* ---- Texts ---- */

static void put_hex(Dumper *d, const char *prefix, uint32_t code, uint32_t width) {
    char text[10];
    for (uint32_t i = 0; i < width; i++) text[i] = "0123456789abcdef"[code >> 4 * (width - 1 - i) & 15];
    text[width] = '\0';
    put(d, prefix);
    put(d, text);
}

static void put_character(Dumper *d, uint32_t code, char quote) {
    char plain[3] = {'\\', (char)code, '\0'};
    if (code == '\n')
        put(d, "\\n");
    else if (code == '\r')
        put(d, "\\r");
    else if (code == '\t')
        put(d, "\\t");
    else if (code == '\\' || code == (uint32_t)quote)
        put(d, plain);
    else if (code >= 0x20 && code < 0x7F)
        put(d, plain + 1);
    else if (code < 0x100)
        put_hex(d, "\\x", code, 2);
    else if (code < 0x10000)
        put_hex(d, "\\u", code, 4);
    else
        put_hex(d, "\\U", code, 8);
}

static void put_text(Dumper *d, const char *text, uint32_t length, bool bytes) {
    bool single = memchr(text, '\'', length) != NULL, twice = memchr(text, '"', length) != NULL;
    char quote = single && !twice ? '"' : '\'';
    const char quotes[2] = {quote, '\0'};
    if (bytes) put(d, "b");
    put(d, quotes);
    for (uint32_t i = 0; i < length;) {
        uint32_t size = 1;
        uint32_t code = bytes ? (unsigned char)text[i] : utf8_decode(text + i, &size);
        put_character(d, code, quote);
        i += size;
    }
    put(d, quotes);
}

static void put_name(Dumper *d, const Identifier *name) {
    if (name)
        put_text(d, name->text, name->length, false);
    else
        put(d, "None");
}

static void name_field(Dumper *d, const char *field_name, const Identifier *name) {
    if (!name) return;
    field(d, field_name);
    put_name(d, name);
}

/* ---- Lists ---- */

static void put_expr(Dumper *d, const Expr *e);
static void put_stmt(Dumper *d, const Stmt *s);
static void put_pattern(Dumper *d, const Pattern *p);

typedef void (*PutItem)(Dumper *d, const void *item);

static void list_field(Dumper *d, const char *name, void *const *items, uint32_t count, PutItem put_item) {
    if (!count) return;
    field(d, name);
    put(d, "[");
    for (uint32_t i = 0; i < count; i++) {
        if (i) put(d, ", ");
        put_item(d, items[i]);
    }
    put(d, "]");
}

#define LIST(name, sequence, put_item)                                                                                 \
    list_field(d, (name), (void *const *)(const void *)(sequence).items, (sequence).count, (put_item))

static void expr_item(Dumper *d, const void *item) {
    put_expr(d, item);
}
static void stmt_item(Dumper *d, const void *item) {
    put_stmt(d, item);
}
static void pattern_item(Dumper *d, const void *item) {
    put_pattern(d, item);
}
static void name_item(Dumper *d, const void *item) {
    put_name(d, item);
}

static void expr_field(Dumper *d, const char *name, const Expr *e) {
    if (!e) return;
    field(d, name);
    put_expr(d, e);
}

static void pattern_field(Dumper *d, const char *name, const Pattern *p) {
    if (!p) return;
    field(d, name);
    put_pattern(d, p);
}

static void keyword_item(Dumper *d, const void *item) {
    const Keyword *k = item;
    bool outer = open_node(d, "keyword");
    name_field(d, "arg", k->arg);
    expr_field(d, "value", k->value);
    location_fields(d, k->loc);
    close_node(d, outer);
}

static void arg_item(Dumper *d, const void *item) {
    const Arg *a = item;
    bool outer = open_node(d, "arg");
    name_field(d, "arg", a->arg);
    expr_field(d, "annotation", a->annotation);
    location_fields(d, a->loc);
    close_node(d, outer);
}

static void alias_item(Dumper *d, const void *item) {
    const Alias *a = item;
    bool outer = open_node(d, "alias");
    name_field(d, "name", a->name);
    name_field(d, "asname", a->asname);
    location_fields(d, a->loc);
    close_node(d, outer);
}

static void with_item(Dumper *d, const void *item) {
    const WithItem *w = item;
    bool outer = open_node(d, "withitem");
    expr_field(d, "context_expr", w->context_expr);
    expr_field(d, "optional_vars", w->optional_vars);
    close_node(d, outer);
}

static void handler_item(Dumper *d, const void *item) {
    const ExceptHandler *h = item;
    bool outer = open_node(d, "ExceptHandler");
    expr_field(d, "type", h->type);
    name_field(d, "name", h->name);
    LIST("body", h->body, stmt_item);
    location_fields(d, h->loc);
    close_node(d, outer);
}

static void case_item(Dumper *d, const void *item) {
    const MatchCase *c = item;
    bool outer = open_node(d, "match_case");
    pattern_field(d, "pattern", c->pattern);
    expr_field(d, "guard", c->guard);
    LIST("body", c->body, stmt_item);
    close_node(d, outer);
}

static void comprehension_item(Dumper *d, const void *item) {
    const Comprehension *c = item;
    bool outer = open_node(d, "comprehension");
    expr_field(d, "target", c->target);
    expr_field(d, "iter", c->iter);
    LIST("ifs", c->ifs, expr_item);
    number_field(d, "is_async", c->is_async);
    close_node(d, outer);
}

static void type_param_item(Dumper *d, const void *item) {
    static const char *const names[] = {"", "TypeVar", "ParamSpec", "TypeVarTuple"};
    const TypeParam *p = item;
    bool outer = open_node(d, names[p->kind]);
    name_field(d, "name", p->name);
    const Expr *preset = p->default_value;
    expr_field(d, "bound", p->bound ? p->bound->v.lambda.body : NULL);
    expr_field(d, "default_value", preset ? preset->v.lambda.body : NULL);
    location_fields(d, p->loc);
    close_node(d, outer);
}

static void arguments_field(Dumper *d, const Arguments *a) {
    field(d, "args");
    bool outer = open_node(d, "arguments");
    LIST("posonlyargs", a->posonlyargs, arg_item);
    LIST("args", a->args, arg_item);
    if (a->vararg) {
        field(d, "vararg");
        arg_item(d, a->vararg);
    }
    LIST("kwonlyargs", a->kwonlyargs, arg_item);
    LIST("kw_defaults", a->kw_defaults, expr_item);
    if (a->kwarg) {
        field(d, "kwarg");
        arg_item(d, a->kwarg);
    }
    LIST("defaults", a->defaults, expr_item);
    close_node(d, outer);
}

/* ---- Expressions ---- */

static const char *const operator_names[] = {"",        "Add()",    "Sub()",    "Mult()",    "MatMult()",
                                             "Div()",   "Mod()",    "Pow()",    "LShift()",  "RShift()",
                                             "BitOr()", "BitXor()", "BitAnd()", "FloorDiv()"};
static const char *const unary_names[] = {"", "Invert()", "Not()", "UAdd()", "USub()"};
static const char *const compare_names[] = {"",      "Eq()", "NotEq()", "Lt()", "LtE()",  "Gt()",
                                            "GtE()", "Is()", "IsNot()", "In()", "NotIn()"};
static const char *const constant_names[] = {"", "None", "True", "False", "Ellipsis"};

static void text_field(Dumper *d, const char *name, const char *text) {
    field(d, name);
    put(d, text);
}

static void context_field(Dumper *d, ExprContext ctx) {
    static const char *const names[] = {"?", "Load()", "Store()", "Del()"};
    text_field(d, "ctx", names[ctx]);
}

static void put_float(Dumper *d, double number) {
    char text[40];
    size_t length = d->to->format_float(number, text);
    d->to->write(d->to->context, text, length);
}

static void put_int(Dumper *d, const Constant *c) {
    const char *digits = c->text;
    if (c->base == 16) put(d, "0x");
    if (c->base == 8) put(d, "0o");
    if (c->base == 2) put(d, "0b");
    while (c->base == 10 && digits[0] == '0' && digits[1]) digits++;
    put(d, digits);
}

static void put_constant(Dumper *d, const Constant *c) {
    field(d, "value");
    switch (c->kind) {
    case CONST_INT: put_int(d, c); break;
    case CONST_FLOAT: put_float(d, c->number); break;
    case CONST_IMAGINARY:
        put_float(d, c->number);
        put(d, "j");
        break;
    case CONST_STR: put_text(d, c->text, c->length, false); break;
    case CONST_BYTES: put_text(d, c->text, c->length, true); break;
    default: put(d, constant_names[c->kind]);
    }
    if (c->u_prefix) text_field(d, "kind", "'u'");
}

static void put_compare(Dumper *d, const Expr *e) {
    expr_field(d, "left", e->v.compare.left);
    field(d, "ops");
    put(d, "[");
    for (uint32_t i = 0; i < e->v.compare.comparators.count; i++) {
        if (i) put(d, ", ");
        put(d, compare_names[e->v.compare.ops[i]]);
    }
    put(d, "]");
    LIST("comparators", e->v.compare.comparators, expr_item);
}

static void put_formatted(Dumper *d, const Expr *e) {
    expr_field(d, "value", e->v.formatted_value.value);
    field(d, "conversion");
    if (e->v.formatted_value.conversion < 0)
        put(d, "-1");
    else
        put_number(d, (uint32_t)e->v.formatted_value.conversion);
    expr_field(d, "format_spec", e->v.formatted_value.format_spec);
}

static void put_expr_fields(Dumper *d, const Expr *e) {
    switch (e->kind) {
    case EXPR_BOOL_OP:
        text_field(d, "op", e->v.bool_op.op == BOOL_AND ? "And()" : "Or()");
        LIST("values", e->v.bool_op.values, expr_item);
        break;
    case EXPR_NAMED_EXPR:
        expr_field(d, "target", e->v.named_expr.target);
        expr_field(d, "value", e->v.named_expr.value);
        break;
    case EXPR_BIN_OP:
        expr_field(d, "left", e->v.bin_op.left);
        text_field(d, "op", operator_names[e->v.bin_op.op]);
        expr_field(d, "right", e->v.bin_op.right);
        break;
    case EXPR_UNARY_OP:
        text_field(d, "op", unary_names[e->v.unary_op.op]);
        expr_field(d, "operand", e->v.unary_op.operand);
        break;
    case EXPR_LAMBDA:
        arguments_field(d, e->v.lambda.args);
        expr_field(d, "body", e->v.lambda.body);
        break;
    case EXPR_IF_EXP:
        expr_field(d, "test", e->v.if_exp.test);
        expr_field(d, "body", e->v.if_exp.body);
        expr_field(d, "orelse", e->v.if_exp.orelse);
        break;
    case EXPR_DICT:
        LIST("keys", e->v.dict.keys, expr_item);
        LIST("values", e->v.dict.values, expr_item);
        break;
    case EXPR_SET: LIST("elts", e->v.set.elts, expr_item); break;
    case EXPR_LIST_COMP:
    case EXPR_SET_COMP:
    case EXPR_GENERATOR_EXP:
        expr_field(d, "elt", e->v.comp.elt);
        LIST("generators", e->v.comp.generators, comprehension_item);
        break;
    case EXPR_DICT_COMP:
        expr_field(d, "key", e->v.dict_comp.key);
        expr_field(d, "value", e->v.dict_comp.value);
        LIST("generators", e->v.dict_comp.generators, comprehension_item);
        break;
    case EXPR_AWAIT: expr_field(d, "value", e->v.await.value); break;
    case EXPR_YIELD: expr_field(d, "value", e->v.yield.value); break;
    case EXPR_YIELD_FROM: expr_field(d, "value", e->v.yield_from.value); break;
    case EXPR_COMPARE: put_compare(d, e); break;
    case EXPR_CALL:
        expr_field(d, "func", e->v.call.func);
        LIST("args", e->v.call.args, expr_item);
        LIST("keywords", e->v.call.keywords, keyword_item);
        break;
    case EXPR_FORMATTED_VALUE: put_formatted(d, e); break;
    case EXPR_JOINED_STR: LIST("values", e->v.joined_str.values, expr_item); break;
    case EXPR_CONSTANT: put_constant(d, &e->v.constant); break;
    case EXPR_ATTRIBUTE:
        expr_field(d, "value", e->v.attribute.value);
        name_field(d, "attr", e->v.attribute.attr);
        context_field(d, e->v.attribute.ctx);
        break;
    case EXPR_SUBSCRIPT:
        expr_field(d, "value", e->v.subscript.value);
        expr_field(d, "slice", e->v.subscript.slice);
        context_field(d, e->v.subscript.ctx);
        break;
    case EXPR_STARRED:
        expr_field(d, "value", e->v.starred.value);
        context_field(d, e->v.starred.ctx);
        break;
    case EXPR_NAME:
        name_field(d, "id", e->v.name.id);
        context_field(d, e->v.name.ctx);
        break;
    case EXPR_LIST:
    case EXPR_TUPLE:
        LIST("elts", e->v.list.elts, expr_item);
        context_field(d, e->v.list.ctx);
        break;
    case EXPR_SLICE:
        expr_field(d, "lower", e->v.slice.lower);
        expr_field(d, "upper", e->v.slice.upper);
        expr_field(d, "step", e->v.slice.step);
        break;
    }
}

static void put_expr(Dumper *d, const Expr *e) {
    static const char *const names[] = {
        "",          "BoolOp",    "NamedExpr", "BinOp",   "UnaryOp",        "Lambda",       "IfExp",
        "Dict",      "Set",       "ListComp",  "SetComp", "DictComp",       "GeneratorExp", "Await",
        "Yield",     "YieldFrom", "Compare",   "Call",    "FormattedValue", "JoinedStr",    "Constant",
        "Attribute", "Subscript", "Starred",   "Name",    "List",           "Tuple",        "Slice"};
    if (!e) {
        put(d, "None");
        return;
    }
    bool outer = open_node(d, names[e->kind]);
    put_expr_fields(d, e);
    location_fields(d, e->loc);
    close_node(d, outer);
}

/* ---- Patterns ---- */

static void put_pattern_fields(Dumper *d, const Pattern *p) {
    switch (p->kind) {
    case PATTERN_VALUE: expr_field(d, "value", p->v.value.value); break;
    case PATTERN_SINGLETON: text_field(d, "value", constant_names[p->v.singleton.value]); break;
    case PATTERN_SEQUENCE:
    case PATTERN_OR: LIST("patterns", p->v.sequence.patterns, pattern_item); break;
    case PATTERN_MAPPING:
        LIST("keys", p->v.mapping.keys, expr_item);
        LIST("patterns", p->v.mapping.patterns, pattern_item);
        name_field(d, "rest", p->v.mapping.rest);
        break;
    case PATTERN_CLASS:
        expr_field(d, "cls", p->v.class_.cls);
        LIST("patterns", p->v.class_.patterns, pattern_item);
        LIST("kwd_attrs", p->v.class_.kwd_attrs, name_item);
        LIST("kwd_patterns", p->v.class_.kwd_patterns, pattern_item);
        break;
    case PATTERN_STAR: name_field(d, "name", p->v.star.name); break;
    case PATTERN_AS:
        pattern_field(d, "pattern", p->v.as.pattern);
        name_field(d, "name", p->v.as.name);
        break;
    }
}

static void put_pattern(Dumper *d, const Pattern *p) {
    static const char *const names[] = {"",           "MatchValue", "MatchSingleton", "MatchSequence", "MatchMapping",
                                        "MatchClass", "MatchStar",  "MatchAs",        "MatchOr"};
    bool outer = open_node(d, names[p->kind]);
    put_pattern_fields(d, p);
    location_fields(d, p->loc);
    close_node(d, outer);
}

/* ---- Statements ---- */

static void put_function(Dumper *d, const Stmt *s) {
    name_field(d, "name", s->v.function_def.name);
    arguments_field(d, s->v.function_def.args);
    LIST("body", s->v.function_def.body, stmt_item);
    LIST("decorator_list", s->v.function_def.decorator_list, expr_item);
    expr_field(d, "returns", s->v.function_def.returns);
    LIST("type_params", s->v.function_def.type_params, type_param_item);
}

static void put_class(Dumper *d, const Stmt *s) {
    name_field(d, "name", s->v.class_def.name);
    LIST("bases", s->v.class_def.bases, expr_item);
    LIST("keywords", s->v.class_def.keywords, keyword_item);
    LIST("body", s->v.class_def.body, stmt_item);
    LIST("decorator_list", s->v.class_def.decorator_list, expr_item);
    LIST("type_params", s->v.class_def.type_params, type_param_item);
}

static void put_block_fields(Dumper *d, const Stmt *s) {
    switch (s->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF: put_function(d, s); break;
    case STMT_CLASS_DEF: put_class(d, s); break;
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        expr_field(d, "target", s->v.for_.target);
        expr_field(d, "iter", s->v.for_.iter);
        LIST("body", s->v.for_.body, stmt_item);
        LIST("orelse", s->v.for_.orelse, stmt_item);
        break;
    case STMT_WHILE:
    case STMT_IF:
        expr_field(d, "test", s->v.if_.test);
        LIST("body", s->v.if_.body, stmt_item);
        LIST("orelse", s->v.if_.orelse, stmt_item);
        break;
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        LIST("items", s->v.with.items, with_item);
        LIST("body", s->v.with.body, stmt_item);
        break;
    case STMT_MATCH:
        expr_field(d, "subject", s->v.match.subject);
        LIST("cases", s->v.match.cases, case_item);
        break;
    case STMT_TRY:
    case STMT_TRY_STAR:
        LIST("body", s->v.try_.body, stmt_item);
        LIST("handlers", s->v.try_.handlers, handler_item);
        LIST("orelse", s->v.try_.orelse, stmt_item);
        LIST("finalbody", s->v.try_.finalbody, stmt_item);
        break;
    default: break;
    }
}

static void put_line_fields(Dumper *d, const Stmt *s) {
    switch (s->kind) {
    case STMT_RETURN: expr_field(d, "value", s->v.return_.value); break;
    case STMT_DELETE: LIST("targets", s->v.delete_.targets, expr_item); break;
    case STMT_ASSIGN:
        LIST("targets", s->v.assign.targets, expr_item);
        expr_field(d, "value", s->v.assign.value);
        break;
    case STMT_TYPE_ALIAS:
        expr_field(d, "name", s->v.type_alias.name);
        LIST("type_params", s->v.type_alias.type_params, type_param_item);
        expr_field(d, "value", s->v.type_alias.value->v.lambda.body);
        break;
    case STMT_AUG_ASSIGN:
        expr_field(d, "target", s->v.aug_assign.target);
        text_field(d, "op", operator_names[s->v.aug_assign.op]);
        expr_field(d, "value", s->v.aug_assign.value);
        break;
    case STMT_ANN_ASSIGN:
        expr_field(d, "target", s->v.ann_assign.target);
        expr_field(d, "annotation", s->v.ann_assign.annotation);
        expr_field(d, "value", s->v.ann_assign.value);
        number_field(d, "simple", s->v.ann_assign.simple);
        break;
    case STMT_RAISE:
        expr_field(d, "exc", s->v.raise.exc);
        expr_field(d, "cause", s->v.raise.cause);
        break;
    case STMT_ASSERT:
        expr_field(d, "test", s->v.assert_.test);
        expr_field(d, "msg", s->v.assert_.msg);
        break;
    case STMT_IMPORT: LIST("names", s->v.import.names, alias_item); break;
    case STMT_IMPORT_FROM:
        name_field(d, "module", s->v.import_from.module);
        LIST("names", s->v.import_from.names, alias_item);
        number_field(d, "level", s->v.import_from.level);
        break;
    case STMT_GLOBAL:
    case STMT_NONLOCAL: LIST("names", s->v.global.names, name_item); break;
    case STMT_EXPR: expr_field(d, "value", s->v.expr.value); break;
    default: put_block_fields(d, s);
    }
}

static void put_stmt(Dumper *d, const Stmt *s) {
    static const char *const names[] = {"",          "FunctionDef", "AsyncFunctionDef",
                                        "ClassDef",  "Return",      "Delete",
                                        "Assign",    "TypeAlias",   "AugAssign",
                                        "AnnAssign", "For",         "AsyncFor",
                                        "While",     "If",          "With",
                                        "AsyncWith", "Match",       "Raise",
                                        "Try",       "TryStar",     "Assert",
                                        "Import",    "ImportFrom",  "Global",
                                        "Nonlocal",  "Expr",        "Pass",
                                        "Break",     "Continue"};
    bool outer = open_node(d, names[s->kind]);
    put_line_fields(d, s);
    location_fields(d, s->loc);
    close_node(d, outer);
}

void ast_dump(const AstDump *dump, const Mod *mod) {
    Dumper dumper = {.to = dump}, *d = &dumper;
    bool outer = open_node(d, mod->kind == MOD_MODULE ? "Module" : "Expression");
    if (mod->kind == MOD_MODULE)
        LIST("body", mod->body, stmt_item);
    else
        expr_field(d, "body", mod->expression);
    close_node(d, outer);
}
