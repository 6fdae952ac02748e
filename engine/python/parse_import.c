/* parse_import.c: import and from ... import. */
#include "python/parser.h"

#include <string.h>

/* a.b.c as one name; NULL when it does not fit. */
static Identifier *parse_dotted_name(Parser *parser) {
    uint32_t start = parser->mark;
    Identifier *first = accept_name(parser);
    if (!first || !at(parser, T_DOT)) return first;
    size_t length = first->length;
    while (at(parser, T_DOT)) {
        parser->mark++;
        Identifier *part = accept_name(parser);
        if (!part) return NULL;
        length += 1 + part->length;
    }
    char *text = arena_alloc(parser->arena, length + 1);
    if (!text) return NULL;
    char *out = text;
    /* Spaces and joined lines may stand between the parts: the text is built from the names. */
    for (uint32_t i = start; i < parser->mark; i += 2) {
        const Identifier *part = parser->tokens[i].name;
        if (i != start) *out++ = '.';
        memcpy(out, part->text, part->length);
        out += part->length;
    }
    return arena_intern(parser->arena, text, length);
}

static bool ends_alias(Parser *parser) {
    return at(parser, T_COMMA) || at(parser, T_RPAR) || at(parser, T_SEMI) || at(parser, T_NEWLINE);
}

/* [as name]; false when it does not fit. */
static bool parse_asname(Parser *parser, Identifier **asname) {
    *asname = NULL;
    if (!accept(parser, T_AS)) return true;
    uint32_t mark = parser->mark;
    *asname = accept_name(parser);
    if (!parser->diagnose) return *asname != NULL;
    if (*asname && ends_alias(parser)) return true;
    parser->mark = mark;
    Expr *e = parse_expression(parser);
    if (e) raise_range(parser, e->loc, "cannot use %s as import target", expr_description(e));
    return false;
}

static Alias *parse_alias(Parser *parser, bool dotted) {
    uint32_t start = parser->mark;
    Identifier *name = dotted ? parse_dotted_name(parser) : accept_name(parser), *asname;
    if (!name || !parse_asname(parser, &asname)) return NULL;
    Alias *alias = arena_alloc(parser->arena, sizeof *alias);
    if (alias) *alias = (Alias){SPAN(start), name, asname};
    return alias;
}

/* import a, b from c */
static void check_swapped(Parser *parser, uint32_t start) {
    if (!parser->diagnose || !accept(parser, T_FROM)) return;
    if (parse_dotted_name(parser)) {
        raise_range(parser, SPAN(start), "Did you mean to use 'from ... import ...' instead?");
    }
}

static bool check_names_missing(Parser *parser) {
    if (parser->diagnose && at(parser, T_NEWLINE)) {
        raise_from(parser, token_location(peek(parser)), "Expected one or more names after 'import'");
    }
    return !parser->failed;
}

Stmt *parse_import(Parser *parser) {
    uint32_t start = parser->mark++, base = parser->stack_count;
    if (!check_names_missing(parser)) return NULL;
    do {
        Alias *alias = parse_alias(parser, true);
        if (!alias || !sequence_push(parser, alias)) {
            sequence_drop(parser, base);
            return NULL;
        }
    } while (accept(parser, T_COMMA));
    check_swapped(parser, start);
    if (parser->failed) return NULL;
    Stmt *s = new_stmt(parser, STMT_IMPORT, SPAN(start));
    return s && sequence_take(parser, base, &s->v.import.names) ? s : NULL;
}

static bool parse_star_import(Parser *parser, AliasSeq *names) {
    uint32_t base = parser->stack_count;
    Alias *alias = arena_alloc(parser->arena, sizeof *alias);
    if (!alias) return false;
    *alias = (Alias){token_location(peek(parser)), arena_intern(parser->arena, "*", 1), NULL};
    parser->mark++;
    return alias->name && sequence_push(parser, alias) && sequence_take(parser, base, names);
}

static bool parse_imported_names(Parser *parser, AliasSeq *names) {
    if (at(parser, T_STAR)) return parse_star_import(parser, names);
    if (!check_names_missing(parser)) return false;
    bool brackets = accept(parser, T_LPAR);
    uint32_t base = parser->stack_count;
    do {
        if (brackets && at(parser, T_RPAR) && parser->stack_count > base) break;
        if (!brackets && at(parser, T_NEWLINE) && parser->stack_count > base) {
            if (parser->diagnose) {
                raise_here(parser, "trailing comma not allowed without surrounding parentheses");
            }
            return false;
        }
        Alias *alias = parse_alias(parser, false);
        if (!alias || !sequence_push(parser, alias)) {
            sequence_drop(parser, base);
            return false;
        }
    } while (accept(parser, T_COMMA));
    return (!brackets || accept(parser, T_RPAR)) && sequence_take(parser, base, names);
}

Stmt *parse_import_from(Parser *parser) {
    uint32_t start = parser->mark++, level = 0;
    for (;;) {
        if (accept(parser, T_DOT))
            level++;
        else if (accept(parser, T_ELLIPSIS))
            level += 3;
        else
            break;
    }
    Identifier *module = NULL;
    if (!level || !at(parser, T_IMPORT)) {
        module = parse_dotted_name(parser);
        if (!module) return NULL;
    }
    AliasSeq names;
    if (!accept(parser, T_IMPORT) || !parse_imported_names(parser, &names)) return NULL;
    Stmt *s = new_stmt(parser, STMT_IMPORT_FROM, SPAN(start));
    if (!s) return NULL;
    s->v.import_from.module = module;
    s->v.import_from.names = names;
    s->v.import_from.level = level;
    return s;
}
