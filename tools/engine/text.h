/* text.h: a string that grows. All that the engines say goes into one, so that the command can
 * print it and a web page can show it.
 *
 * A text holds UTF-8 and marks of style: a byte TEXT_STYLE + style begins a style, TEXT_STYLE +
 * PLAIN ends it. Styles do not nest. Marks take no column; text_plain removes them, and the command
 * turns them into colours of the terminal.
 */
#ifndef BITMILL_ENGINE_TEXT_H
#define BITMILL_ENGINE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __MINGW32__ /* with the printf of C99: see configure.ac */
#define ENGINE_PRINTF(nth, first) __attribute__((format(gnu_printf, nth, first)))
#elif defined(__GNUC__)
#define ENGINE_PRINTF(nth, first) __attribute__((format(printf, nth, first)))
#else
#define ENGINE_PRINTF(nth, first)
#endif

/* No line of the engines is wider, in columns. */
enum { TEXT_COLUMNS = 80 };

enum text_style {
    PLAIN,
    HEADING, /* the title, the numbers of the places */
    ONE,     /* a bit to look at, which is 1 */
    ZERO,    /* a bit to look at, which is 0 */
    RESULT,  /* the value that a step was made for */
    CODE,    /* C, as one would type it */
    WARNING, /* undefined, false, wrong */
    TEXT_STYLES
};
enum { TEXT_STYLE = 0x10 }; /* a control character of ASCII without a use in text */

struct text {
    char *string;  /* ends in '\0'; NULL while nothing was added */
    size_t length; /* in bytes, without the '\0' */
    size_t room;
    bool failed; /* memory ran out: what was added since is missing */
};

/* An empty text is all zeros: struct text t = {0}. */
void text_free(struct text *t);

void text_add(struct text *t, const char *format, ...) ENGINE_PRINTF(2, 3);
void text_add_list(struct text *t, const char *format, va_list args) ENGINE_PRINTF(2, 0);

/* Adds the string in a style. */
void text_styled(struct text *t, enum text_style style, const char *format, ...)
    ENGINE_PRINTF(3, 4);

/* Adds sentences broken between words into lines of at most TEXT_COLUMNS columns, the first of
 * which begins with `first` and the others with as many blanks, and a newline. */
void text_sentences(struct text *t, const char *first, const char *format, ...) ENGINE_PRINTF(3, 4);

/* The string, "" if nothing was added. Valid until the next change. */
const char *text_string(const struct text *t);

/* Removes the marks of style. */
void text_plain(struct text *t);

/* The columns that the bytes take: marks of style take none, a character of UTF-8 one. */
size_t text_columns(const char *string, size_t length);

#endif
