/* laws.h: the laws of bitmill/learn/laws.h in a table, with our helpers, which can be spoilt. */
#ifndef BMILL_TESTS_LAWS_H
#define BMILL_TESTS_LAWS_H

/* BMILL_LAWS_ALL, which may be changed between two laws. */
extern unsigned exhaustive_bits;
#define BMILL_LAWS_ALL exhaustive_bits
#include <bitmill/learn/laws.h>

/* An input; w is the width. */
typedef struct input {
    unsigned w;
    uint64_t x;
    unsigned i, n;
    uint64_t y, z;
} input;
typedef bool places(input at);
#define AT(bits, x, i, n, y, z) ((input){bits, x, i, n, y, z})

/* Which arguments a shape has. STATE is a y that is a bool. */
enum { X = 1, I = 2, N = 4, Y = 8, Z = 16, STATE = 32 };
struct law {
    const char *name;
    unsigned has;
    places *asks;                            /* whether the law says anything about an input */
    bool (*law[4])(bmill_counterexample *c); /* on the spoilt helper, of 8 to 64 bits */
    uint64_t (*right[4])(input at);
};
extern const struct law laws[];
extern const unsigned n_laws;
enum { N_SHAPES = 15 }; /* the first laws have one of each shape */

/* The inputs at which the helpers are spoilt: the lowest bit of the result is flipped there. A
 * helper is also spoilt where its generic spelling gives another result. */
extern places *spoilt;

static inline uint64_t top(unsigned w) { return UINT64_C(1) << (w - 1); }
static inline uint64_t ones(unsigned w) { return ~UINT64_C(0) >> (64 - w); }

#endif
