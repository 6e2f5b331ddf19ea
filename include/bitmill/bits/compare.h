/** @file
 * bitmill/bits/compare.h: the order of two bitmaps, and the similarity of two sets.
 *
 * Whether two bitmaps are equal, or one is a subset of the other, is asked in bitmill/bits/test.h;
 * arrays of numbers are compared in bitmill/bits/values.h. The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_COMPARE_H
#define BITMILL_BITS_COMPARE_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Order
 *
 * Result: -1 if a is smaller, 0 if a and b are equal, 1 if a is larger; 0 for nbits 0. Cost: that
 * of finding the difference that decides.
 * Example: if (bmill_bits_compare_numeric(clock1, clock2, 128) > 0) update();
 */
/** @{ */

/** Compares sequences of bits, bit 0 first: at the first difference, the one with the 1 is larger.
 */
BMILL_API BMILL_PURE int bmill_bits_compare_lexicographic(const void *a, const void *b,
                                                          size_t nbits);
/** Compares unsigned numbers of nbits bits, where bit i is worth 2^i: at the last difference, the
 * one with the 1 is larger. */
BMILL_API BMILL_PURE int bmill_bits_compare_numeric(const void *a, const void *b, size_t nbits);

/** @} */

/** @name Similarity of two sets
 *
 * The 1 bits are the elements of the sets. Result: 0 to 1; 1 for nbits 0. Cost: one pass over both.
 * Example: if (bmill_bits_jaccard(shingles1, shingles2, n) > 0.9) near_duplicates(a, b);
 */
/** @{ */

/** Jaccard similarity: the size of the intersection divided by that of the union. 1 if both sets
 * are empty. */
BMILL_API BMILL_PURE double bmill_bits_jaccard(const void *a, const void *b, size_t nbits);
/** Dice similarity: twice the size of the intersection divided by the sum of both sizes. 1 if both
 * sets are empty. */
BMILL_API BMILL_PURE double bmill_bits_dice(const void *a, const void *b, size_t nbits);
/** Containment of a in b: the size of the intersection divided by that of a. 1 if a is empty. */
BMILL_API BMILL_PURE double bmill_bits_containment(const void *a, const void *b, size_t nbits);

/** @} */

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_PURE_(bmill_bits_jaccard);
BMILL_LIBRARY_PURE_(bmill_bits_dice);
BMILL_LIBRARY_PURE_(bmill_bits_containment);
BMILL_LIBRARY_PURE_(bmill_bits_compare_lexicographic);
BMILL_LIBRARY_PURE_(bmill_bits_compare_numeric);

BMILL_BEGIN_FRONTS_

BMILL_FRONT_PURE_ double bmill_bits_jaccard(const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                                            size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_jaccard_library_(a, b, nbits);
}

BMILL_FRONT_PURE_ double bmill_bits_dice(const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                                         size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_dice_library_(a, b, nbits);
}

BMILL_FRONT_PURE_ double bmill_bits_containment(const void *BMILL_SIZED_ a,
                                                const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_containment_library_(a, b, nbits);
}

BMILL_FRONT_PURE_ int bmill_bits_compare_lexicographic(const void *BMILL_SIZED_ a,
                                                       const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_compare_lexicographic_library_(a, b, nbits);
}

BMILL_FRONT_PURE_ int bmill_bits_compare_numeric(const void *BMILL_SIZED_ a,
                                                 const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    return bmill_bits_compare_numeric_library_(a, b, nbits);
}

BMILL_END_FRONTS_

#endif

#endif
