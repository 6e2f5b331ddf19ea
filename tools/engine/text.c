/* text.c: see text.h. */
#include "text.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void text_free(struct text *t)
{
    free(t->string);
    *t = (struct text){0};
}

/* Room for `more` bytes and a '\0'. */
static bool make_room(struct text *t, size_t more)
{
    if (t->failed || more > SIZE_MAX / 4 || t->length > SIZE_MAX / 4)
        return !(t->failed = true);
    if (t->room - t->length > more)
        return true;
    size_t room = 2 * t->length + more + 256;
    char *string = realloc(t->string, room);
    if (!string)
        return !(t->failed = true);
    t->string = string;
    t->room = room;
    return true;
}

static void add_bytes(struct text *t, const char *bytes, size_t length)
{
    if (!make_room(t, length))
        return;
    memcpy(t->string + t->length, bytes, length);
    t->length += length;
    t->string[t->length] = '\0';
}

void text_add_list(struct text *t, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    if (length < 0)
        t->failed = true;
    else if (make_room(t, (size_t)length)) {
        vsnprintf(t->string + t->length, (size_t)length + 1, format, again);
        t->length += (size_t)length;
    }
    va_end(again);
}

void text_add(struct text *t, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    text_add_list(t, format, args);
    va_end(args);
}

static void add_mark(struct text *t, enum text_style style)
{
    add_bytes(t, &(char){(char)(TEXT_STYLE + (int)style)}, 1);
}

void text_styled(struct text *t, enum text_style style, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_mark(t, style);
    text_add_list(t, format, args);
    add_mark(t, PLAIN);
    va_end(args);
}

static bool is_mark(char byte)
{
    return byte >= TEXT_STYLE && byte < TEXT_STYLE + (int)TEXT_STYLES;
}

static bool is_continuation(char byte) { return ((unsigned char)byte & 0xc0) == 0x80; }

size_t text_columns(const char *string, size_t length)
{
    size_t columns = 0;
    for (size_t k = 0; k < length; k++)
        columns += !is_mark(string[k]) && !is_continuation(string[k]);
    return columns;
}

/* Words do not break, even one that is wider than a line. */
static void add_words(struct text *t, const char *first, const char *words)
{
    size_t indent = text_columns(first, strlen(first)), column = indent;
    add_bytes(t, first, strlen(first));
    for (words += strspn(words, " "); *words; words += strspn(words, " ")) {
        size_t length = strcspn(words, " \n"), columns = text_columns(words, length);
        bool begins = column == indent;
        if (!begins && column + 1 + columns > TEXT_COLUMNS) {
            text_add(t, "\n%*s", (int)indent, "");
            begins = true;
            column = indent;
        }
        if (!begins)
            add_bytes(t, " ", 1);
        add_bytes(t, words, length);
        column += columns + !begins;
        words += length;
        if (*words == '\n') { // a break that the author wants
            text_add(t, "\n%*s", words[1] ? (int)indent : 0, "");
            column = indent;
            words++;
            if (!*words)
                return;
        }
    }
    add_bytes(t, "\n", 1);
}

void text_sentences(struct text *t, const char *first, const char *format, ...)
{
    struct text words = {0};
    va_list args;
    va_start(args, format);
    text_add_list(&words, format, args);
    va_end(args);
    add_words(t, first, text_string(&words));
    t->failed |= words.failed;
    text_free(&words);
}

const char *text_string(const struct text *t) { return t->string ? t->string : ""; }

void text_plain(struct text *t)
{
    size_t kept = 0;
    for (size_t k = 0; k < t->length; k++)
        if (!is_mark(t->string[k]))
            t->string[kept++] = t->string[k];
    if (t->string)
        t->string[t->length = kept] = '\0';
}
