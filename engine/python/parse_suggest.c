/* parse_suggest.c: "invalid syntax. Did you mean 'while'?": mistyped keywords. Like CPython's traceback module, it puts
 * keywords that look alike in the place of a name and sees whether the statement then compiles.
 */
#include "python/parser.h"

#include <string.h>

/* CPython's bounds: what keeps a guess quick. */
#define MAX_TEXT 1024u
#define MAX_NAMES 10
#define MAX_MATCHES 3
#define MAX_WORD 40u

static const char *const keywords[] = {
#define X(name, text) text,
    TOKEN_KEYWORDS(X)
#undef X
};
enum { KEYWORD_COUNT = sizeof keywords / sizeof *keywords };

typedef struct Word {
    const char *text;
    uint32_t length;
} Word;

/* ---- Likeness ---- */

/* Characters in common in the way difflib.SequenceMatcher counts: the longest common run, then on both sides of it. */
static uint32_t count_matches(Word a, Word b) {
    uint32_t best = 0, best_a = 0, best_b = 0;
    for (uint32_t i = 0; i < a.length; i++) {
        for (uint32_t j = 0; j < b.length; j++) {
            uint32_t n = 0;
            while (i + n < a.length && j + n < b.length && a.text[i + n] == b.text[j + n]) n++;
            if (n > best) best = n, best_a = i, best_b = j;
        }
    }
    if (!best) return 0;
    Word left_a = {a.text, best_a}, left_b = {b.text, best_b};
    Word right_a = {a.text + best_a + best, a.length - best_a - best};
    Word right_b = {b.text + best_b + best, b.length - best_b - best};
    return best + count_matches(left_a, left_b) + count_matches(right_a, right_b);
}

static double likeness(const char *keyword, Word word) {
    Word a = {keyword, (uint32_t)strlen(keyword)};
    return 2.0 * count_matches(a, word) / (a.length + word.length);
}

static uint32_t min3(uint32_t a, uint32_t b, uint32_t c) {
    uint32_t least = a < b ? a : b;
    return least < c ? least : c;
}

/* Edit distance: 2 for a change of letter, insertion or removal, 1 for a change of case. */
static uint32_t edit_distance(const char *keyword, Word word) {
    uint32_t row[MAX_WORD + 1];
    for (uint32_t j = 0; j <= word.length; j++) row[j] = 2 * j;
    for (uint32_t i = 0; keyword[i]; i++) {
        uint32_t diagonal = row[0];
        row[0] = 2 * (i + 1);
        for (uint32_t j = 0; j < word.length; j++) {
            uint32_t cost = keyword[i] == word.text[j] ? 0 : (keyword[i] | 0x20) == (word.text[j] | 0x20) ? 1 : 2;
            uint32_t next = min3(diagonal + cost, row[j] + 2, row[j + 1] + 2);
            diagonal = row[j + 1];
            row[j + 1] = next;
        }
    }
    return row[word.length];
}

/* The keyword of the least distance that is not too far, or NULL. */
static const char *nearest_keyword(Word word) {
    const char *best = NULL;
    uint32_t best_distance = UINT32_MAX;
    for (int i = 0; i < KEYWORD_COUNT; i++) {
        uint32_t distance = edit_distance(keywords[i], word);
        uint32_t limit = ((uint32_t)strlen(keywords[i]) + word.length + 3) * 2 / 6;
        if (distance > limit || distance >= best_distance) continue;
        best = keywords[i];
        best_distance = distance;
    }
    return best;
}

/* The likest keywords, likest first; of two alike the one later in the alphabet. Gives how many. */
static int likest_keywords(Word word, const char **found) {
    double scores[MAX_MATCHES];
    int count = 0;
    for (int i = 0; i < KEYWORD_COUNT; i++) {
        double score = likeness(keywords[i], word);
        if (score < 0.5) continue;
        int at = count;
        while (at > 0 &&
               (score > scores[at - 1] || (score >= scores[at - 1] && strcmp(keywords[i], found[at - 1]) > 0))) {
            at--;
        }
        if (at == MAX_MATCHES) continue;
        if (count < MAX_MATCHES) count++;
        for (int j = count - 1; j > at; j--) scores[j] = scores[j - 1], found[j] = found[j - 1];
        scores[at] = score;
        found[at] = keywords[i];
    }
    return count;
}

static int find_candidates(Word word, const char **found) {
    if (!word.length || word.length > MAX_WORD) return 0;
    const char *likest[MAX_MATCHES];
    int count = 0, more = likest_keywords(word, likest);
    const char *nearest = nearest_keyword(word);
    if (nearest) found[count++] = nearest;
    for (int i = 0; i < more && count < MAX_MATCHES; i++) found[count++] = likest[i];
    return count;
}

/* ---- The text in question ---- */

static const char *line_at(const char *text, uint32_t line) {
    for (uint32_t i = 1; i < line && *text; i++) {
        const char *newline = strchr(text, '\n');
        if (!newline) return text + strlen(text);
        text = newline + 1;
    }
    return text;
}

static bool is_blank_line(const char *line) {
    line += strspn(line, " \t\f\v");
    return *line == '\n' || *line == '\0';
}

/* White space all lines of text that are not blank begin with. */
static uint32_t common_margin(const char *text, const char *end) {
    const char *margin = NULL;
    uint32_t width = 0;
    for (const char *line = text; line < end; line = line_at(line, 2)) {
        if (is_blank_line(line)) continue;
        uint32_t own = (uint32_t)strspn(line, " \t");
        if (!margin) margin = line, width = own;
        uint32_t same = 0;
        while (same < width && same < own && margin[same] == line[same]) same++;
        width = same;
    }
    return width;
}

/* Lines first to last without their common indentation; NULL when it is too long or memory ran out. */
static char *cut_lines(Arena *arena, const char *text, uint32_t first, uint32_t last) {
    const char *start = line_at(text, first), *end = line_at(text, last + 1);
    if (end - start > (ptrdiff_t)(MAX_TEXT * 4)) return NULL;
    uint32_t margin = common_margin(start, end);
    char *copy = arena_alloc(arena, (size_t)(end - start) + 2);
    if (!copy) return NULL;
    char *out = copy;
    for (const char *line = start; line < end; line = line_at(line, 2)) {
        const char *stop = line_at(line, 2);
        const char *from = is_blank_line(line) ? stop - (stop[-1] == '\n') : line + margin;
        memcpy(out, from, (size_t)(stop - from));
        out += stop - from;
    }
    *out = '\0';
    return utf8_count(copy, (uint32_t)(out - copy)) > MAX_TEXT + 1 ? NULL : copy;
}

/* ---- The guesses ---- */

typedef struct Guess {
    Arena *arena;
    const char *text;
    uint32_t length;
    KeywordJudge judge;
    ParseError *error;
} Guess;

static bool may_be_unfinished(const Guess *guess, const char *text, size_t length) {
    ParseError error;
    return parse_module(guess->arena, text, length, NULL, &error) || error.at_end;
}

/* Whether the text can be compiled, or is only not finished, with the keyword in the token's place. As CPython's
 * codeop, which takes it for not finished also when another newline makes it good. */
static bool fits(const Guess *guess, const Token *token, const char *keyword) {
    size_t width = strlen(keyword), rest = guess->length - token->end, length = token->start + width + rest;
    char *text = arena_alloc(guess->arena, length + 2);
    if (!text) return false;
    memcpy(text, guess->text, token->start);
    memcpy(text + token->start, keyword, width);
    memcpy(text + token->start + width, guess->text + token->end, rest);
    memcpy(text + length, "\n", 2);
    ParseError error;
    bool whole = parse_module(guess->arena, text, length, NULL, &error);
    if (!whole && (error.at_end || may_be_unfinished(guess, text, length + 1))) return true;
    return guess->judge.compiles(guess->judge.context, text, length);
}

static void apply(const Guess *guess, const Token *token, const char *keyword) {
    ParseError *error = guess->error;
    const char *line = guess->text + token->start - token->col;
    const char *message = arena_printf(guess->arena, "invalid syntax. Did you mean '%s'?", keyword);
    const char *end = line_at(line, 2);
    char *copy = arena_alloc(guess->arena, (size_t)(end - line) + 1);
    if (!message || !copy) return;
    memcpy(copy, line, (size_t)(end - line));
    copy[end - line] = '\0';
    error->message = message;
    error->text = copy;
    error->text_length = (uint32_t)(end - line);
    error->end_line = error->line;
    error->col = token->col;
    error->end_col = token->end_col;
    error->offset = (int32_t)utf8_count(line, token->col) + 1;
    error->end_offset = (int32_t)utf8_count(line, token->end_col) + 1;
}

static bool try_name(const Guess *guess, const Token *token) {
    const char *found[MAX_MATCHES];
    int count = find_candidates((Word){guess->text + token->start, token->end - token->start}, found);
    for (int i = 0; i < count; i++) {
        if (!fits(guess, token, found[i])) continue;
        apply(guess, token, found[i]);
        return true;
    }
    return false;
}

/* `wanted_line`: only names on that line of the cut text; 0: on any. */
static bool try_names(const Guess *guess, Lexer *lexer, uint32_t wanted_line) {
    int left = MAX_NAMES;
    Token token;
    for (lexer_next(lexer, &token); token.kind != T_END && token.kind != T_ERROR; lexer_next(lexer, &token)) {
        if (token.kind != T_NAME || (wanted_line && token.lineno != wanted_line)) continue;
        if (left-- == 0) return false;
        if (try_name(guess, &token)) return true;
    }
    return false;
}

bool parse_suggest_keyword(Arena *arena, const char *source, size_t length, bool from_file, KeywordJudge judge,
                           ParseError *error) {
    if (strcmp(error->message, "invalid syntax") != 0 && !strstr(error->message, "Perhaps you forgot a comma")) {
        return false;
    }
    const char *text;
    uint32_t text_length;
    ParseError ignored;
    if (!source_normalise(arena, source, length, NULL, &text, &text_length, &ignored)) return false;
    uint32_t first = error->statement_line;
    char *cut = cut_lines(arena, text, first ? first : 1, error->line);
    if (!cut) return false;
    Guess guess = {arena, cut, (uint32_t)strlen(cut), judge, error};
    /* As CPython counts: without a good statement before, its lines are off by one. */
    uint32_t wanted = from_file ? (first ? error->line + 1 - first : error->line) : 0;
    Mem *mem = arena_mem(arena);
    Lexer *lexer = mem_alloc(mem, sizeof *lexer);
    if (!lexer) return false;
    lexer_init(lexer, arena, guess.text, guess.length, &ignored);
    bool found = try_names(&guess, lexer, wanted);
    mem_free(mem, lexer, sizeof *lexer);
    return found;
}
