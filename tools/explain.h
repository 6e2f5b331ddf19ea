/* explain.h: what the files of `bitmill explain` share. */
#ifndef BITMILL_EXPLAIN_H
#define BITMILL_EXPLAIN_H

#include "engine/bitmap.h"
#include "engine/lesson.h"
#include "tool.h"

/* What to explain. */
struct request {
    const struct verb *verb;
    const struct lesson *lesson;
    unsigned width; /* 0: not chosen yet */
    bool as_signed, plain, measure;
    bool example; /* no operands were given */
    uint64_t operands[VERB_OPERANDS];
};

/* Prints what was written; plain: without colours and dashes. Result: DONE or FAILED. */
int print_lesson(struct text *out, bool plain);

/* ---- explain_operands.c ---- */

/* Reads the operands and chooses the width. Result: DONE, or USAGE after a message. */
int read_operands(struct request *r, char **args);

/* Reads hexadecimal bytes, "b7 ff 01" or "0xb7ff01". Result: how many; 0 if there are none, or more
 * than `most`, or something else. */
size_t read_bytes(const char *text, unsigned char *bytes, size_t most);

/* ---- explain_bits.c ---- */

/* Explains an operation on bitmaps. */
int explain_bitmap(const struct bitmap_verb *verb, char **args, bool plain);

/* ---- explain_measure.c ---- */

/* Adds how long a call takes here. */
void measure_verb(const struct verb *verb, const struct lesson *lesson, unsigned width,
                  const uint64_t *operands, struct text *out);

#endif
