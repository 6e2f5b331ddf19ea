/* bitmap.h: explanations of operations on bitmaps: one screen each, with bytes below each other. */
#ifndef BITMILL_ENGINE_BITMAP_H
#define BITMILL_ENGINE_BITMAP_H

#include "text.h"

#include <stddef.h>

enum { BITMAP_BYTES = 8, BITMAP_OPERANDS = 3 };

struct bitmap_problem {
    size_t nbytes;
    unsigned char a[BITMAP_BYTES], b[BITMAP_BYTES];
    size_t number[BITMAP_OPERANDS]; /* operand k, if it is a number */
};

/* The bytes and the numbers that an operation leaves. */
struct bitmap_answer {
    unsigned char bits[BITMAP_BYTES];
    size_t number;
};

struct bitmap_verb {
    const char *name; /* "bits_set": bmill_bits_set */
    /* One letter each: 'a' and 'b' are bitmaps of the same length, 'i' an index below that, 'n' a
     * position or count up to it, 's' a state. */
    const char *operands;
    const char *names[BITMAP_OPERANDS];
    const char *does;    /* one plain sentence */
    const char *example; /* operands, as one would type them */
    const char *call;    /* "bmill_bits_set(a, i)"; nbits is the length */
    void (*work_out)(const struct bitmap_problem *p, struct bitmap_answer *answer,
                     struct text *out);
    void (*library)(const struct bitmap_problem *p, struct bitmap_answer *answer);
    enum { CHANGES_BITS, GIVES_NUMBER, GIVES_TRUTH } result;
};

extern const struct bitmap_verb bitmap_verbs[];
extern const size_t nbitmap_verbs;

/* '-' counts as '_', and "bmill_" in front is allowed. NULL: there is none. */
const struct bitmap_verb *bitmap_verb_find(const char *name);

/* The one whose name is most like `name`, for "did you mean": "bits_cuont". NULL: none is near. */
const struct bitmap_verb *bitmap_verb_like(const char *name);

/* Writes the explanation. Result: false if the library's function gives something else than what
 * was worked out: a fault here, which *out describes. */
bool bitmap_write(const struct bitmap_verb *verb, const struct bitmap_problem *p, struct text *out);

#endif
