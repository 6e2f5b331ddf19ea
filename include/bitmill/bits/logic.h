/** @file
 * bitmill/bits/logic.h: AND, OR, XOR and the other functions of two bitmaps, and NOT of one.
 *
 * bitmill/bits/ternary.h has functions of three bitmaps, bitmill/bits/many.h those of any number.
 * The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_LOGIC_H
#define BITMILL_BITS_LOGIC_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/small.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Logic
 *
 * The first nbits bits of dst become a function of those of a and b, bit by bit. dst may be exactly
 * a or b, and a may be b. nbits 0 changes nothing. Cost: one pass, at the speed of memory; inline
 * code where nbits is a constant up to 512.
 * Example: bmill_bits_andnot(todo, all, done, njobs);
 */
/** @{ */

/** dst = a AND b: 1 where both are 1 (intersection). */
BMILL_API void bmill_bits_and(void *dst, const void *a, const void *b, size_t nbits);
/** dst = a OR b: 1 where at least one is 1 (union). */
BMILL_API void bmill_bits_or(void *dst, const void *a, const void *b, size_t nbits);
/** dst = a XOR b: 1 where exactly one is 1 (symmetric difference). */
BMILL_API void bmill_bits_xor(void *dst, const void *a, const void *b, size_t nbits);
/** dst = a AND NOT b: 1 where a is 1 and b is 0 (difference, a without b). */
BMILL_API void bmill_bits_andnot(void *dst, const void *a, const void *b, size_t nbits);
/** dst = NOT (a AND b): 0 where both are 1. */
BMILL_API void bmill_bits_nand(void *dst, const void *a, const void *b, size_t nbits);
/** dst = NOT (a OR b): 1 where both are 0. */
BMILL_API void bmill_bits_nor(void *dst, const void *a, const void *b, size_t nbits);
/** dst = NOT (a XOR b): 1 where a and b are equal. */
BMILL_API void bmill_bits_xnor(void *dst, const void *a, const void *b, size_t nbits);
/** dst = a OR NOT b: 0 where a is 0 and b is 1 (b implies a). */
BMILL_API void bmill_bits_ornot(void *dst, const void *a, const void *b, size_t nbits);
/** dst = NOT a: 1 where a is 0 (complement within nbits). */
BMILL_API void bmill_bits_not(void *dst, const void *a, size_t nbits);

/** @} */

/** @name Logic with the count of the result
 *
 * dst becomes a function of a and b, as above, and the number of its 1 bits is returned. Result: 0
 * to nbits, in bits; 0 for nbits 0. Cost: one pass over memory, where two calls would take two.
 * bmill_bits_and_count() and its family count without storing.
 *
 * Example:
 *
 *     while (bmill_bits_or_with_count(reached, reached, next, n) < n)
 *         step(next, reached);
 */
/** @{ */

/** dst = a AND b; result: the number of 1 bits of dst. */
BMILL_API size_t bmill_bits_and_with_count(void *dst, const void *a, const void *b, size_t nbits);
/** dst = a OR b; result: the number of 1 bits of dst. */
BMILL_API size_t bmill_bits_or_with_count(void *dst, const void *a, const void *b, size_t nbits);
/** dst = a XOR b; result: the number of 1 bits of dst. */
BMILL_API size_t bmill_bits_xor_with_count(void *dst, const void *a, const void *b, size_t nbits);
/** dst = a AND NOT b; result: the number of 1 bits of dst. */
BMILL_API size_t bmill_bits_andnot_with_count(void *dst, const void *a, const void *b,
                                              size_t nbits);
/** dst = NOT (a AND b); result: the number of 1 bits of dst. */
BMILL_API size_t bmill_bits_nand_with_count(void *dst, const void *a, const void *b, size_t nbits);
/** dst = NOT (a OR b); result: the number of 1 bits of dst. */
BMILL_API size_t bmill_bits_nor_with_count(void *dst, const void *a, const void *b, size_t nbits);
/** dst = NOT (a XOR b); result: the number of 1 bits of dst. */
BMILL_API size_t bmill_bits_xnor_with_count(void *dst, const void *a, const void *b, size_t nbits);
/** dst = a OR NOT b; result: the number of 1 bits of dst. */
BMILL_API size_t bmill_bits_ornot_with_count(void *dst, const void *a, const void *b, size_t nbits);

/** @} */

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_ || BMILL_SMALL_SIZES_

BMILL_LIBRARY_(bmill_bits_and);
BMILL_LIBRARY_(bmill_bits_or);
BMILL_LIBRARY_(bmill_bits_xor);
BMILL_LIBRARY_(bmill_bits_andnot);
BMILL_LIBRARY_(bmill_bits_nand);
BMILL_LIBRARY_(bmill_bits_nor);
BMILL_LIBRARY_(bmill_bits_xnor);
BMILL_LIBRARY_(bmill_bits_ornot);
BMILL_LIBRARY_(bmill_bits_not);

BMILL_BEGIN_FRONTS_

/** dst = a AND b: 1 where both are 1 (intersection). */
BMILL_FRONT_ void bmill_bits_and(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                 const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 512))
        bmill_small_map_(BMILL_SMALL_AND_, dst, a, b, nbits);
    else
        bmill_bits_and_library_(dst, a, b, nbits);
}

/** dst = a OR b: 1 where at least one is 1 (union). */
BMILL_FRONT_ void bmill_bits_or(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 512))
        bmill_small_map_(BMILL_SMALL_OR_, dst, a, b, nbits);
    else
        bmill_bits_or_library_(dst, a, b, nbits);
}

/** dst = a XOR b: 1 where exactly one is 1 (symmetric difference). */
BMILL_FRONT_ void bmill_bits_xor(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                 const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 512))
        bmill_small_map_(BMILL_SMALL_XOR_, dst, a, b, nbits);
    else
        bmill_bits_xor_library_(dst, a, b, nbits);
}

/** dst = a AND NOT b: 1 where a is 1 and b is 0 (difference, a without b). */
BMILL_FRONT_ void bmill_bits_andnot(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                    const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 512))
        bmill_small_map_(BMILL_SMALL_ANDNOT_, dst, a, b, nbits);
    else
        bmill_bits_andnot_library_(dst, a, b, nbits);
}

/** dst = NOT (a AND b): 0 where both are 1. */
BMILL_FRONT_ void bmill_bits_nand(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                  const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 512))
        bmill_small_map_(BMILL_SMALL_NAND_, dst, a, b, nbits);
    else
        bmill_bits_nand_library_(dst, a, b, nbits);
}

/** dst = NOT (a OR b): 1 where both are 0. */
BMILL_FRONT_ void bmill_bits_nor(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                 const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 512))
        bmill_small_map_(BMILL_SMALL_NOR_, dst, a, b, nbits);
    else
        bmill_bits_nor_library_(dst, a, b, nbits);
}

/** dst = NOT (a XOR b): 1 where a and b are equal. */
BMILL_FRONT_ void bmill_bits_xnor(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                  const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 512))
        bmill_small_map_(BMILL_SMALL_XNOR_, dst, a, b, nbits);
    else
        bmill_bits_xnor_library_(dst, a, b, nbits);
}

/** dst = a OR NOT b: 0 where a is 0 and b is 1 (b implies a). */
BMILL_FRONT_ void bmill_bits_ornot(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                   const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 512))
        bmill_small_map_(BMILL_SMALL_ORNOT_, dst, a, b, nbits);
    else
        bmill_bits_ornot_library_(dst, a, b, nbits);
}

/** dst = NOT a: 1 where a is 0 (complement within nbits). */
BMILL_FRONT_ void bmill_bits_not(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    if (BMILL_SMALL_(nbits, 512))
        bmill_small_map_(BMILL_SMALL_NAND_, dst, a, a, nbits);
    else
        bmill_bits_not_library_(dst, a, nbits);
}

BMILL_END_FRONTS_

#endif

#if BMILL_CHECKS_

BMILL_LIBRARY_(bmill_bits_and_with_count);
BMILL_LIBRARY_(bmill_bits_or_with_count);
BMILL_LIBRARY_(bmill_bits_xor_with_count);
BMILL_LIBRARY_(bmill_bits_andnot_with_count);
BMILL_LIBRARY_(bmill_bits_nand_with_count);
BMILL_LIBRARY_(bmill_bits_nor_with_count);
BMILL_LIBRARY_(bmill_bits_xnor_with_count);
BMILL_LIBRARY_(bmill_bits_ornot_with_count);

BMILL_BEGIN_FRONTS_

BMILL_FRONT_ size_t bmill_bits_and_with_count(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                              const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_and_with_count_library_(dst, a, b, nbits);
}

BMILL_FRONT_ size_t bmill_bits_or_with_count(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                             const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_or_with_count_library_(dst, a, b, nbits);
}

BMILL_FRONT_ size_t bmill_bits_xor_with_count(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                              const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_xor_with_count_library_(dst, a, b, nbits);
}

BMILL_FRONT_ size_t bmill_bits_andnot_with_count(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                                 const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_andnot_with_count_library_(dst, a, b, nbits);
}

BMILL_FRONT_ size_t bmill_bits_nand_with_count(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                               const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_nand_with_count_library_(dst, a, b, nbits);
}

BMILL_FRONT_ size_t bmill_bits_nor_with_count(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                              const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_nor_with_count_library_(dst, a, b, nbits);
}

BMILL_FRONT_ size_t bmill_bits_xnor_with_count(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                               const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_xnor_with_count_library_(dst, a, b, nbits);
}

BMILL_FRONT_ size_t bmill_bits_ornot_with_count(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                                const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_ornot_with_count_library_(dst, a, b, nbits);
}

BMILL_END_FRONTS_

#endif

#endif
