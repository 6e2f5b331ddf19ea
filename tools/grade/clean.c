/* clean.c: the text of a submission without comments and line splices, and what may not stand in
 * it. The compiler reads the text that is made here, and so cannot see other tokens than these. */
#include "source.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __GNUC__
__attribute__((format(printf, 3, 4)))
#endif
static bool
complain(struct complaint *wrong, unsigned line, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(wrong->text, sizeof wrong->text, format, args);
    va_end(args);
    wrong->line = line;
    return false;
}

/* ---- Characters: without splices, and with their lines ---- */

struct reader {
    const char *at, *end;
    unsigned line;
    unsigned owed; /* ends of lines that were left out since the last one that was written */
    char *out, *put;
    char word[5]; /* the first letters of the word that ends here; "" if none does */
    struct complaint *wrong;
};

/* A backslash at the end of a line, where gcc allows blanks between the two. */
static bool splice(struct reader *r)
{
    const char *p = r->at;
    if (p == r->end || *p++ != '\\')
        return false;
    while (p < r->end && (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\v' || *p == '\f'))
        p++;
    if (p == r->end || *p != '\n')
        return false;
    r->at = p + 1;
    r->line++;
    r->owed++;
    return true;
}

/* The next character, or -1 at the end. */
static int peek(struct reader *r)
{
    while (splice(r))
        ;
    return r->at < r->end ? (unsigned char)*r->at : -1;
}

static int take(struct reader *r)
{
    int c = peek(r);
    if (c >= 0)
        r->at++;
    return c;
}

static void put(struct reader *r, int c) { *r->put++ = (char)c; }

static void end_line(struct reader *r)
{
    put(r, '\n');
    for (; r->owed > 0; r->owed--)
        put(r, '\n');
    r->line++;
}

/* ---- Comments, literals, words ---- */

/* Both slashes or the slash and the star have been seen. A comment becomes blanks, so that columns
 * in the messages of a compiler stay right; one that holds an end of line does not end the line. */
static bool skip_comment(struct reader *r, int kind)
{
    unsigned start = r->line;
    put(r, ' ');
    put(r, ' ');
    take(r);
    for (int c, last = 0;; last = c) {
        if (peek(r) == '\n' && kind == '/')
            return true;
        c = take(r);
        if (c < 0)
            return kind == '/' ||
                   complain(r->wrong, start, "a comment begins here and does not end");
        if (c == '\n') {
            r->line++;
            r->owed++;
        } else {
            put(r, ' ');
        }
        if (kind == '*' && last == '*' && c == '/')
            return true;
    }
}

static bool copy_literal(struct reader *r, int quote)
{
    static const char *const raw[] = {"R", "LR", "uR", "UR", "u8R"};
    for (size_t i = 0; i < sizeof raw / sizeof raw[0]; i++)
        if (strcmp(r->word, raw[i]) == 0)
            return complain(r->wrong, r->line, "raw strings are not allowed");
    put(r, quote);
    for (int c = 0; c != quote;) {
        c = take(r);
        if (c < 0 || c == '\n')
            return complain(r->wrong, r->line, "a %c has no partner in its line", quote);
        put(r, c);
        if (c == '\\') {
            c = take(r);
            if (c < 0 || c == '\n')
                return complain(r->wrong, r->line, "a %c has no partner in its line", quote);
            put(r, c);
            c = 0;
        }
    }
    return true;
}

static bool is_letter(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool copy_other(struct reader *r, int c)
{
    if (c == '?' && peek(r) == '?')
        return complain(r->wrong, r->line,
                        "two ? in a row are not allowed: they may begin a trigraph");
    if (c == '\v' || c == '\f' || (c == '\r' && peek(r) == '\n'))
        c = ' ';
    if ((c < ' ' && c != '\t') || c > '~' || strchr("\\@`$", c))
        return complain(r->wrong, r->line,
                        "the character 0x%02x is not allowed outside of "
                        "comments and literals",
                        (unsigned)c);
    put(r, c);
    return true;
}

/* Keeps the letters of the word that stands in front of the next character. */
static void follow_word(struct reader *r, int c)
{
    size_t length = strlen(r->word);
    if (!is_letter(c))
        r->word[0] = '\0';
    else if (length < sizeof r->word - 1) {
        r->word[length] = (char)c;
        r->word[length + 1] = '\0';
    }
}

static bool clean_next(struct reader *r, int c)
{
    bool fine = true;
    if (c == '\n')
        end_line(r);
    else if (c == '/' && (peek(r) == '/' || peek(r) == '*'))
        fine = skip_comment(r, peek(r));
    else if (c == '"' || c == '\'')
        fine = copy_literal(r, c);
    else
        fine = copy_other(r, c);
    follow_word(r, c);
    return fine;
}

char *clean_source(const char *source, size_t length, struct complaint *wrong)
{
    struct reader r = {source, source + length, 1, 0, NULL, NULL, "", wrong};
    bool fine = true;
    wrong->line = 0;
    if (length >= 3 && memcmp(source, "\xef\xbb\xbf", 3) == 0)
        r.at += 3;                      /* the byte order mark of some editors */
    r.out = r.put = malloc(length + 2); /* never longer than the source, but for a last newline */
    if (!r.out) {
        complain(wrong, 1, "the file is too large");
        return NULL;
    }
    for (int c; fine && (c = take(&r)) >= 0;)
        fine = clean_next(&r, c);
    if (!fine) {
        free(r.out);
        return NULL;
    }
    put(&r, '\n');
    *r.put = '\0';
    return r.out;
}

/* ---- What may not stand in it ---- */

static bool is_allowed_header(const char *name, size_t length)
{
    static const char *const headers[] = {"<stdint.h>", "<stdbool.h>", "<stddef.h>", "<limits.h>"};
    for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++)
        if (length == strlen(headers[i]) && memcmp(name, headers[i], length) == 0)
            return true;
    return false;
}

/* What follows #include, to the end of the line. */
static bool check_include(const struct token *directive, struct complaint *wrong)
{
    const char *name = directive->at + directive->length;
    size_t length = strcspn(name, "\n");
    while (length > 0 && (*name == ' ' || *name == '\t'))
        name++, length--;
    while (length > 0 && (name[length - 1] == ' ' || name[length - 1] == '\t'))
        length--;
    return is_allowed_header(name, length) ||
           complain(wrong, directive->line,
                    "#include %.*s is not allowed: expected <stdint.h>, <stdbool.h>, <stddef.h> "
                    "or <limits.h>",
                    (int)(length < 60 ? length : 60), name);
}

static bool check_directive(const struct tokens *tokens, size_t sharp, struct complaint *wrong)
{
    static const char *const allowed[] = {"define", "undef", "if",    "ifdef", "ifndef",
                                          "elif",   "else",  "endif", "error", "warning"};
    const struct token *name = &tokens->list[sharp + 1];
    if (sharp + 1 == tokens->count || name->first)
        return true; /* a lonely # */
    if (token_is(name, "include"))
        return check_include(name, wrong);
    for (size_t i = 0; i < sizeof allowed / sizeof allowed[0]; i++)
        if (token_is(name, allowed[i]))
            return true;
    return complain(wrong, name->line, "the directive #%.*s is not allowed",
                    (int)(name->length < 60 ? name->length : 60), name->at);
}

static bool check_list(const struct tokens *tokens, struct complaint *wrong)
{
    for (size_t i = 0; i < tokens->count; i++) {
        const struct token *t = &tokens->list[i];
        if (!t->own)
            continue;
        if (t->first && (token_is(t, "#") || token_is(t, "%:"))) {
            if (!check_directive(tokens, i, wrong))
                return false;
        } else if (is_refused_word(t)) {
            return complain(wrong, t->line, "'%.*s' is not allowed",
                            (int)(t->length < 60 ? t->length : 60), t->at);
        }
        if (i + 1 < tokens->count && (token_is(t, "[") || token_is(t, "<:")) &&
            (token_is(t + 1, "[") || token_is(t + 1, "<:")))
            return complain(wrong, t->line, "attributes, [[...]], are not allowed");
    }
    return true;
}

bool check_source(const char *cleaned, struct complaint *wrong)
{
    struct tokens tokens = cut_tokens(cleaned, NULL);
    wrong->line = 0;
    bool fine =
        tokens.list ? check_list(&tokens, wrong) : complain(wrong, 1, "the file is too large");
    free(tokens.list);
    return fine;
}

bool check_tokens(const struct tokens *tokens, struct complaint *wrong)
{
    wrong->line = 0;
    for (size_t i = 0; i < tokens->count; i++)
        if (tokens->list[i].own && token_is(&tokens->list[i], "#"))
            return complain(wrong, tokens->list[i].line, "a # is left by the preprocessor");
    return check_list(tokens, wrong);
}
