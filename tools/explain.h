/* explain.h: what the files of `bitmill explain` share. */
#ifndef BITMILL_EXPLAIN_H
#define BITMILL_EXPLAIN_H

#include "tool.h"

#include <inttypes.h>
#include <stdio.h>

/* What to work out. */
struct problem {
    unsigned width; /* 8, 16, 32 or 64 bits */
    uint64_t x;
    uint64_t y;     /* the second operand if it is a number like x */
    unsigned i;     /* the second operand if it is the index of a bit, or how far to shift */
    unsigned state; /* the third operand: 0 or 1 */
};

/* What the last line says. */
struct answer {
    uint64_t worked;  /* the result as worked out step by step */
    uint64_t library; /* the result of the library's function */
    bool yes_no;      /* the result is true or false, not a number */
    char c[128];      /* the same as a C expression */
    char call[128];   /* the call of the library's function; "" if it has none */
};

/* The result of the library's helper of the width that is shown: bmill_set_u8(x, i) for 8 bits, and
 * so on. The arguments come last; the cast is that of the first of them, x. */
#define BY_WIDTH(width, verb, ...)                       \
    ((width) == 8    ? verb##_u8((uint8_t)__VA_ARGS__)   \
     : (width) == 16 ? verb##_u16((uint16_t)__VA_ARGS__) \
     : (width) == 32 ? verb##_u32((uint32_t)__VA_ARGS__) \
                     : verb##_u64((uint64_t)__VA_ARGS__))

/* Each prints the operation worked out, and fills in the answer. */
typedef void explain_fn(const struct problem *p, struct answer *answer);
explain_fn explain_set, explain_clear, explain_flip, explain_modify, explain_is_set;
explain_fn explain_and, explain_or, explain_xor, explain_not, explain_shl, explain_shr;
explain_fn explain_is_pow2, explain_parity;

/* ---- explain_sheet.c: numbers in binary under each other ---- */

/* The low `width` bits of `value`. */
uint64_t cut(unsigned width, uint64_t value);

/* Explains what a bit and a place are. */
void sheet_intro(unsigned width);

/* The heading: the numbers of the places. */
void sheet_places(unsigned width);

/* One number in binary, in decimal and in hexadecimal. */
void sheet_row(unsigned width, uint64_t value, const char *label, ...) LIKE_PRINTF(3, 4);

/* The line above a result, as in written addition. */
void sheet_rule(unsigned width, const char *operation);

/* The ending of a plural: "s", or "" if n is 1. */
const char *plural(unsigned n);

#endif
