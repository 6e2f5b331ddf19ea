/* expr_error.c: what is wrong with an expression, and where. */
#include "expr_nodes.h"

#include <stdio.h>
#include <string.h>

static bool fail(struct expr_error *error, size_t from, size_t to, const char *format, va_list args)
{
    error->from = from;
    error->to = to > from ? to : from + 1;
    vsnprintf(error->message, sizeof error->message, format, args);
    return false;
}

bool expr_fail(struct expr_error *error, size_t from, size_t to, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    error->undefined = false;
    fail(error, from, to, format, args);
    va_end(args);
    return false;
}

bool expr_undefined(struct expr_error *error, size_t from, size_t to, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    error->undefined = true;
    fail(error, from, to, format, args);
    va_end(args);
    return false;
}

/* ---- The source, as it is shown ---- */

static bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

static void add_part(struct text *out, const char *source, size_t length)
{
    for (size_t k = 0; k < length; k++)
        text_add(out, "%c", is_blank(source[k]) ? ' ' : source[k]);
}

void expr_add_source(struct text *out, const char *source, size_t length, size_t columns)
{
    size_t half = (columns - 5) / 2;
    if (length <= columns) {
        add_part(out, source, length);
        return;
    }
    add_part(out, source, half);
    text_add(out, " ... ");
    add_part(out, source + length - half, half);
}

/* Control characters and bytes of no character are shown as ?, so that each takes one column. */
static void add_shown(struct text *out, const char *source, size_t from, size_t to)
{
    for (size_t k = from; k < to; k++) {
        size_t bytes = utf8_length(source + k);
        unsigned char c = (unsigned char)source[k];
        if (bytes && k + bytes <= to) {
            text_add(out, "%.*s", (int)bytes, source + k);
            k += bytes - 1;
        } else {
            text_add(out, "%c", is_blank(source[k]) ? ' ' : c < ' ' || c >= 0x7f ? '?' : c);
        }
    }
}

void expr_point(const char *source, const struct expr_error *error, struct text *out)
{
    enum { MARGIN = 2, BEFORE = 40, ROOM = TEXT_COLUMNS - MARGIN };
    struct text before = {0};
    if (source[strspn(source, " \t\n\v\f\r")] == '\0')
        return;
    size_t length = strlen(source), from = error->from < length ? error->from : length;
    size_t to = error->to < length ? error->to : length, start = 0, end = length;
    if (length > ROOM && from > BEFORE)
        start = from - BEFORE;
    while (start && ((unsigned char)source[start] & 0xc0) == 0x80 && start < from)
        start++;
    if (end - start > ROOM)
        end = start + ROOM;
    add_shown(&before, source, start, from);
    size_t columns = text_columns(text_string(&before), before.length);
    text_add(out, "%*s%s", MARGIN, "", text_string(&before));
    before.length = 0;
    add_shown(&before, source, from, to < end ? to : end);
    size_t marks = text_columns(text_string(&before), before.length);
    add_shown(out, source, from, end);
    text_add(out, "\n%*s", (int)(MARGIN + columns), "");
    for (size_t k = 0; k < (marks ? marks : 1); k++)
        text_add(out, "^");
    text_add(out, "\n");
    text_free(&before);
}
