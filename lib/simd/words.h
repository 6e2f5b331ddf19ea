/* words.h: the vocabulary for words of 8 bytes, w_, the same on every ISA.
 *
 * A word is loaded little-endian, so that bit i of the memory is bit i of the word on every host.
 */
#ifndef BMILL_WORDS_H
#define BMILL_WORDS_H

#include "floats.h"
#include <bitmill/word.h>
#include <string.h>

#ifdef BMILL_COVERAGE /* script/coverage: a branch is to be counted once, not once where it is \
                         inlined */
#define BMILL_ALWAYS_INLINE static __attribute__((unused))
#else
#define BMILL_ALWAYS_INLINE static inline __attribute__((always_inline))
#endif
#define BMILL_NOINLINE                                                        \
    static __attribute__((noinline)) /* to keep its cost from the other paths \
                                      */
/* A kernel, that is a function of the tables ops.def and kernels.def: what a set gives away. */
#define BMILL_KERNEL static

/* For the order of the code only: short bitmaps go straight through, for long ones a jump is
 * nothing. */
#define BMILL_LIKELY(x) __builtin_expect(!!(x), 1)

/* In front of a short loop of a constant length: no loop is left. */
#if defined(__clang__)
#define BMILL_UNROLL _Pragma("clang loop unroll(full)")
#else
#define BMILL_UNROLL _Pragma("GCC unroll 16")
#endif
/* X(0) to X(7), for loops that must be unrolled: arrays of vectors are then registers. */
#define BMILL_FOR_8(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7)

typedef uint64_t w_t;
enum { W_BYTES = 8 };

BMILL_ALWAYS_INLINE w_t w_load(const unsigned char *p) { return bmill_load_le_u64(p); }
BMILL_ALWAYS_INLINE void w_store(unsigned char *p, w_t x) { bmill_store_le_u64(p, x); }

BMILL_ALWAYS_INLINE w_t w_and(w_t a, w_t b) { return a & b; }
BMILL_ALWAYS_INLINE w_t w_or(w_t a, w_t b) { return a | b; }
BMILL_ALWAYS_INLINE w_t w_xor(w_t a, w_t b) { return a ^ b; }
BMILL_ALWAYS_INLINE w_t w_andnot(w_t a, w_t b) { return a & ~b; }
BMILL_ALWAYS_INLINE w_t w_not(w_t a) { return ~a; }
BMILL_ALWAYS_INLINE w_t w_nand(w_t a, w_t b) { return w_not(w_and(a, b)); }
BMILL_ALWAYS_INLINE w_t w_nor(w_t a, w_t b) { return w_not(w_or(a, b)); }
BMILL_ALWAYS_INLINE w_t w_xnor(w_t a, w_t b) { return w_not(w_xor(a, b)); }
BMILL_ALWAYS_INLINE w_t w_ornot(w_t a, w_t b) { return w_or(a, w_not(b)); }

BMILL_ALWAYS_INLINE w_t w_reverse(w_t a) { return bmill_reverse_u64(a); }
BMILL_ALWAYS_INLINE void w_interleave(w_t a, w_t b, w_t *low, w_t *high)
{
    *low = bmill_morton2_u64(a, b);
    *high = bmill_morton2_u64(a >> 32, b >> 32);
}
BMILL_ALWAYS_INLINE void w_deinterleave(w_t low, w_t high, w_t *even, w_t *odd)
{
    *even = bmill_morton2_x_u64(low) | bmill_morton2_x_u64(high) << 32;
    *odd = bmill_morton2_y_u64(low) | bmill_morton2_y_u64(high) << 32;
}

#endif
