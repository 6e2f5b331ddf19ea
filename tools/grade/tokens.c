/* tokens.c: cuts a text of C without comments into tokens. */
#include "source.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

bool token_is(const struct token *token, const char *spelling)
{
    return token->length == strlen(spelling) && memcmp(token->at, spelling, token->length) == 0;
}

bool is_refused_word(const struct token *token)
{
    static const char *const refused[] = {
        "asm",           "__asm",         "__asm__",       "__attribute",
        "__attribute__", "__declspec",    "_Pragma",       "__pragma",
        "__has_embed",   "__has_include", "__extension__", "__has_include_next",
        "__FILE__",      "__BASE_FILE__", "_Thread_local", "__thread"};
    if (token->kind != TOKEN_WORD)
        return false;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        if (token_is(token, refused[i]))
            return true;
    return false;
}

struct cutter {
    const char *text, *at;
    const char *file;
    unsigned line;
    bool own, first;
    struct tokens found;
    size_t room;
};

static bool is_word(char c) { return isalnum((unsigned char)c) || c == '_' || c == '$'; }

/* A line marker of the preprocessor, as in `# 12 "name" 3`. Result: what follows its line. */
static const char *follow_marker(struct cutter *c)
{
    const char *end = c->at + strcspn(c->at, "\n"), *name;
    size_t length = c->file ? strlen(c->file) : 0;
    c->line = (unsigned)strtoul(c->at + 2, NULL, 10);
    name = memchr(c->at, '"', (size_t)(end - c->at));
    c->own = name && (size_t)(end - name) >= length + 2 && memcmp(name + 1, c->file, length) == 0 &&
             name[length + 1] == '"';
    return *end ? end + 1 : end;
}

static size_t literal_length(const char *at)
{
    size_t n = 1;
    while (at[n] && at[n] != '\n' && at[n] != at[0])
        n += at[n] == '\\' && at[n + 1] ? 2 : 1;
    return at[n] == at[0] ? n + 1 : n;
}

/* A preprocessing number: letters and points belong to it, and signs after an exponent. */
static size_t number_length(const char *at)
{
    size_t n = 1;
    while (is_word(at[n]) || at[n] == '.' ||
           ((at[n] == '+' || at[n] == '-') && strchr("eEpP", at[n - 1])))
        n++;
    return n;
}

static size_t sign_length(const char *at)
{
    static const char *const signs[] = {"%:%:", "<<=", ">>=", "...", "->", "++", "--", "<<",
                                        ">>",   "<=",  ">=",  "==",  "!=", "&&", "||", "*=",
                                        "/=",   "%=",  "+=",  "-=",  "&=", "^=", "|=", "##",
                                        "<:",   ":>",  "<%",  "%>",  "%:"};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (strncmp(at, signs[i], strlen(signs[i])) == 0)
            return strlen(signs[i]);
    return 1;
}

static bool add_token(struct cutter *c, enum token_kind kind, size_t length)
{
    const struct token token = {kind, c->at, (unsigned)length, c->line, c->own, c->first, 0};
    if (c->found.count == c->room) {
        size_t room = c->room ? 2 * c->room : 256;
        struct token *list = realloc(c->found.list, room * sizeof *list);
        if (!list)
            return false;
        c->found.list = list;
        c->room = room;
    }
    c->found.list[c->found.count++] = token;
    c->first = false;
    c->at += length;
    return true;
}

/* Result: whether there was memory. */
static bool cut_next(struct cutter *c)
{
    const char *at = c->at;
    if (c->file && (at == c->text || at[-1] == '\n') && at[0] == '#' && at[1] == ' ' &&
        isdigit((unsigned char)at[2])) {
        c->at = follow_marker(c);
        return true;
    }
    if (isspace((unsigned char)*at)) {
        c->line += *at == '\n';
        c->first = c->first || *at == '\n';
        c->at++;
        return true;
    }
    if (isdigit((unsigned char)at[0]) || (at[0] == '.' && isdigit((unsigned char)at[1])))
        return add_token(c, TOKEN_NUMBER, number_length(at));
    if (is_word(at[0])) {
        size_t n = 1;
        while (is_word(at[n]))
            n++;
        return add_token(c, TOKEN_WORD, n);
    }
    if (at[0] == '"' || at[0] == '\'')
        return add_token(c, TOKEN_LITERAL, literal_length(at));
    return add_token(c, TOKEN_SIGN, sign_length(at));
}

struct tokens cut_tokens(const char *text, const char *file)
{
    struct cutter c = {text, text, file, 1, !file, true, {NULL, 0}, 0};
    bool fine = true;
    c.found.list = malloc(sizeof *c.found.list);
    c.room = c.found.list ? 1 : 0;
    while (fine && *c.at)
        fine = cut_next(&c);
    if (!fine) {
        free(c.found.list);
        c.found = (struct tokens){NULL, 0};
    }
    return c.found;
}
