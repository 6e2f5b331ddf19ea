/** @file
 * bitmill/bits/ternary.h: functions of three bitmaps in one pass, by name or by truth table.
 *
 * dst may be exactly any of the inputs, and inputs may be the same. All three inputs are read, even
 * if the function does not depend on one of them. The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_TERNARY_H
#define BITMILL_BITS_TERNARY_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Truth tables
 *
 * The truth tables of the inputs a, b and c. That of a function of them is written like the
 * function, with & | ^ ~. The result for the bits a, b and c is its bit 4 a + 2 b + c.
 * Example: unsigned table = (BMILL_TA & ~BMILL_TB) | BMILL_TC;
 */
/** @{ */

/** Truth table of the first input, a. */
#define BMILL_TA 0xf0u

/** Truth table of the second input, b. */
#define BMILL_TB 0xccu

/** Truth table of the third input, c. */
#define BMILL_TC 0xaau

/** @} */

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
 * bmill_bits_at_least() of bitmill/bits/many.h takes more inputs.
 * Example: bmill_bits_majority(repaired, copy1, copy2, copy3, n);
 */
BMILL_API void bmill_bits_majority(void *dst, const void *a, const void *b, const void *c,
                                   size_t nbits);

/** @name Any function of three bitmaps
 *
 * The function of a, b and c whose truth table is the low 8 bits of `table`; the other bits of
 * `table` are ignored, so that ~ needs no cast. Cost: at the speed of memory; the choice of the
 * function takes about 1 ns, and `table` need not be a constant.
 *
 * Example:
 *
 *     bmill_bits_ternary(hits, a, b, c, n, BMILL_TA & (BMILL_TB | ~BMILL_TC));
 *     size_t odd = bmill_bits_ternary_count(a, b, c, n, BMILL_TA ^ BMILL_TB ^ BMILL_TC);
 */
/** @{ */

/** dst = the function of a, b and c. */
BMILL_API void bmill_bits_ternary(void *dst, const void *a, const void *b, const void *c,
                                  size_t nbits, unsigned table);
/** Number of 1 bits of the function, 0 to nbits. Nothing is stored. */
BMILL_API BMILL_PURE size_t bmill_bits_ternary_count(const void *a, const void *b, const void *c,
                                                     size_t nbits, unsigned table);
/** Whether the function has a 1 bit; false for nbits 0. Nothing is stored; stops early. */
BMILL_API BMILL_PURE bool bmill_bits_ternary_any(const void *a, const void *b, const void *c,
                                                 size_t nbits, unsigned table);

/** @} */

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_(bmill_bits_mux);
BMILL_LIBRARY_(bmill_bits_majority);
BMILL_LIBRARY_(bmill_bits_ternary);
BMILL_LIBRARY_PURE_(bmill_bits_ternary_count);
BMILL_LIBRARY_PURE_(bmill_bits_ternary_any);

BMILL_BEGIN_FRONTS_

BMILL_FRONT_ void bmill_bits_mux(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ mask,
                                 const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                                 size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(mask, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    bmill_bits_mux_library_(dst, mask, a, b, nbits);
}

BMILL_FRONT_ void bmill_bits_majority(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                      const void *BMILL_SIZED_ b, const void *BMILL_SIZED_ c,
                                      size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    BMILL_READS_BITS_(c, 0, nbits);
    bmill_bits_majority_library_(dst, a, b, c, nbits);
}

BMILL_FRONT_ void bmill_bits_ternary(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                     const void *BMILL_SIZED_ b, const void *BMILL_SIZED_ c,
                                     size_t nbits, unsigned table)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    BMILL_READS_BITS_(c, 0, nbits);
    bmill_bits_ternary_library_(dst, a, b, c, nbits, table);
}

BMILL_FRONT_PURE_ size_t bmill_bits_ternary_count(const void *BMILL_SIZED_ a,
                                                  const void *BMILL_SIZED_ b,
                                                  const void *BMILL_SIZED_ c, size_t nbits,
                                                  unsigned table)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    BMILL_READS_BITS_(c, 0, nbits);
    return bmill_bits_ternary_count_library_(a, b, c, nbits, table);
}

BMILL_FRONT_PURE_ bool bmill_bits_ternary_any(const void *BMILL_SIZED_ a,
                                              const void *BMILL_SIZED_ b,
                                              const void *BMILL_SIZED_ c, size_t nbits,
                                              unsigned table)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    BMILL_READS_BITS_(c, 0, nbits);
    return bmill_bits_ternary_any_library_(a, b, c, nbits, table);
}

BMILL_END_FRONTS_

#endif

#endif
