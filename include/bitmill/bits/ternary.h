/* bitmill/bits/ternary.h: functions of three bitmaps, in one pass: by name, or any of the 256 by
 * its truth table. Not included by <bitmill.h>; the rules of bitmill/bits.h hold.
 *
 * dst may be exactly any of the inputs. All three inputs are read, also where the function does not
 * depend on one of them.
 */
#ifndef BITMILL_BITS_TERNARY_H
#define BITMILL_BITS_TERNARY_H

#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The truth tables of a, of b and of c. That of a function of them is written like the function,
 * with & | ^ ~: (BMILL_TA & ~BMILL_TB) | BMILL_TC. Bit 4 a + 2 b + c of it is the result. */
#define BMILL_TA 0xf0u
#define BMILL_TB 0xccu
#define BMILL_TC 0xaau

/**
 * dst = mask ? a : b, bit by bit: a where mask is 1, b where it is 0 (blend, multiplex).
 *
 * Example: bmill_bits_mux(next, changed, update, old, nbits);
 */
BMILL_API void bmill_bits_mux(void *dst, const void *mask, const void *a, const void *b,
                              size_t nbits);

/**
 * dst = 1 where at least two of a, b and c are 1.
 *
 * More inputs: bmill_bits_at_least(). Example: bmill_bits_majority(repaired, copy1, copy2, copy3,
 * n);
 */
BMILL_API void bmill_bits_majority(void *dst, const void *a, const void *b, const void *c,
                                   size_t nbits);

/**
 * dst = the function of a, b and c whose truth table is `table`.
 *
 * Of `table` the low 8 bits count, so ~ needs no care. Cost: the speed of memory; finding the
 * function takes about a nanosecond, and it need not be a constant.
 * Example: bmill_bits_ternary(hits, a, b, c, n, BMILL_TA & (BMILL_TB | ~BMILL_TC));
 */
BMILL_API void bmill_bits_ternary(void *dst, const void *a, const void *b, const void *c,
                                  size_t nbits, unsigned table);

/**
 * How many bits the result of bmill_bits_ternary() has, and whether it has any. Nothing is stored.
 *
 * Result: 0 to nbits, in bits; false for nbits 0. _any stops early.
 * Example: size_t odd = bmill_bits_ternary_count(a, b, c, n, BMILL_TA ^ BMILL_TB ^ BMILL_TC);
 */
BMILL_API BMILL_PURE size_t bmill_bits_ternary_count(const void *a, const void *b, const void *c,
                                                     size_t nbits, unsigned table);
BMILL_API BMILL_PURE bool bmill_bits_ternary_any(const void *a, const void *b, const void *c,
                                                 size_t nbits, unsigned table);

#ifdef __cplusplus
}
#endif

#include <bitmill/bits/checked/ternary.h>

#endif
