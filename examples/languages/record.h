/* record.h: one repository as a line of JSON. */
#ifndef EXAMPLES_LANGUAGES_RECORD_H
#define EXAMPLES_LANGUAGES_RECORD_H

#include <stdbool.h>
#include <stddef.h>

enum { MAX_LANGUAGES = 200 };

struct record {
    const char *name;
    const char *languages[MAX_LANGUAGES];
    size_t nlanguages;
};

/* What is wrong with a line. */
struct mistake {
    size_t column; /* in bytes, from 1 */
    const char *expected;
    char found[32];
};

/* Reads a line of `length` bytes, without its newline, which has the form
 *
 *   {"name":"...","languages":["C","Shell"]}
 *
 * in this order, with blanks between any two parts of it and nothing else. It may name
 * MAX_LANGUAGES languages. The strings are those of
 * JSON (RFC 8259): UTF-8, all escapes; of control characters only the escaped ones; no lone half
 * of a surrogate pair. A string may not contain \u0000, because strings of C end there. A language
 * has at least one byte, and no control characters, because it is printed in tables and in XML.
 *
 * The strings are decoded in the line itself, which `record` points into afterwards. Returns false,
 * with *mistake filled, if the line has another form. */
bool record_read(char *line, size_t length, struct record *record, struct mistake *mistake);

#endif
