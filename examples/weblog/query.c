/* query.c: see query.h. */
#include "query.h"
#include <bitmill.h>
#include <stdlib.h>
#include <string.h>

/* A parser by recursive descent: one function for each kind of expression. Each writes the bitmap
 * of its expression to dst. */
struct parser {
    const struct weblog *log;
    const char *question, *at;
    unsigned depth;
    struct query_error *error;
};

enum { DEEPEST = 100 };
static const char blanks[] = " \t\n";

static bool refuse(struct parser *parser, const char *found, size_t length)
{
    parser->error->column = (size_t)(parser->at - parser->question) + 1;
    snprintf(parser->error->text, sizeof parser->error->text,
             "%s'%.*s': expected 1xx to 5xx, a method, hours like 9h or 12-23h, all, ! or (",
             length == 0 ? "end of the query " : "", (int)(length < 40 ? length : 40), found);
    return false;
}

static bool fail(struct parser *parser, const char *text)
{
    parser->error->column = (size_t)(parser->at - parser->question) + 1;
    snprintf(parser->error->text, sizeof parser->error->text, "%s", text);
    return false;
}

static char peek(struct parser *parser)
{
    parser->at += strspn(parser->at, blanks);
    return *parser->at;
}

/* ---- Terms ---- */

/* An hour of one or two digits; moves *text past it. */
static bool take_hour(const char **text, size_t *hour)
{
    size_t digits = strspn(*text, "0123456789");
    *hour = 0;
    for (size_t k = 0; k < digits && k < 3; k++)
        *hour = 10 * *hour + (size_t)((*text)[k] - '0');
    *text += digits;
    return digits >= 1 && digits <= 2 && *hour < HOURS;
}

static bool hours_term(void *dst, struct parser *parser, const char *term, size_t length)
{
    const void *maps[HOURS];
    const char *at = term;
    size_t first, last, n = 0;
    if (!take_hour(&at, &first))
        return false;
    last = first;
    if (*at == '-' && (at++, !take_hour(&at, &last)))
        return false;
    if (*at != 'h' || at + 1 != term + length)
        return false;
    for (size_t hour = first;; hour = (hour + 1) % HOURS) {
        maps[n++] = parser->log->hour[hour];
        if (hour == last)
            break;
    }
    bmill_bits_or_many(dst, maps, n, parser->log->lines);
    return true;
}

/* The bitmap of a term that is one of those of the log; NULL if it is none. */
static const void *named_map(const struct weblog *log, const char *term, size_t length)
{
    if (length == 3 && term[0] >= '1' && term[0] <= '5' && memcmp(term + 1, "xx", 2) == 0)
        return log->status[term[0] - '1'];
    for (size_t k = 0; k < METHODS; k++)
        if (strlen(method_names[k]) == length && memcmp(method_names[k], term, length) == 0)
            return log->method[k];
    return length == 3 && memcmp(term, "all", 3) == 0 ? log->well_formed : NULL;
}

static bool term(void *dst, struct parser *parser)
{
    const char *word = parser->at;
    size_t length = strcspn(word, " \t\n&|!()");
    const void *map = named_map(parser->log, word, length);
    if (map != NULL)
        bmill_bits_copy(dst, 0, map, 0, parser->log->lines);
    else if (!hours_term(dst, parser, word, length))
        return refuse(parser, word, length == 0 && *word != '\0' ? 1 : length);
    parser->at += length;
    return true;
}

/* ---- Operators ---- */

static bool either(void *dst, struct parser *parser);

static bool factor(void *dst, struct parser *parser)
{
    const struct weblog *log = parser->log;
    char first = peek(parser);
    bool right;
    if (first != '!' && first != '(')
        return term(dst, parser);
    if (parser->depth == DEEPEST)
        return fail(parser, "more than 100 levels of ! and ( )");
    parser->at++;
    parser->depth++;
    if (first == '!') {
        right = factor(dst, parser);
        if (right)
            bmill_bits_andnot(dst, log->well_formed, dst, log->lines);
    } else {
        right = either(dst, parser) && (peek(parser) == ')' || fail(parser, "expected ')' here"));
        parser->at += right;
    }
    parser->depth--;
    return right;
}

/* Operands of the next stronger kind with an operator between them. */
static bool joined(void *dst, struct parser *parser, char sign,
                   bool (*operand)(void *, struct parser *))
{
    size_t lines = parser->log->lines;
    void *other;
    bool right;
    if (!operand(dst, parser))
        return false;
    if (peek(parser) != sign)
        return true;
    other = malloc(map_bytes(parser->log) + 1);
    right = other != NULL || fail(parser, "no memory");
    while (right && peek(parser) == sign) {
        parser->at++;
        right = operand(other, parser);
        if (right && sign == '&')
            bmill_bits_and(dst, dst, other, lines);
        else if (right)
            bmill_bits_or(dst, dst, other, lines);
    }
    free(other);
    return right;
}

static bool both(void *dst, struct parser *parser) { return joined(dst, parser, '&', factor); }
static bool either(void *dst, struct parser *parser) { return joined(dst, parser, '|', both); }

bool query(void *answer, const struct weblog *log, const char *question, struct query_error *error)
{
    struct parser parser = {log, question, question, 0, error};
    return either(answer, &parser) &&
           (peek(&parser) == '\0' || fail(&parser, "expected & or | or the end of the query here"));
}
