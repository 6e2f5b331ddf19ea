/** @file
 * bitmill/bits/test.h: questions about one or two bitmaps that are answered by yes or no.
 *
 * bitmill/bits/range.h asks them of a part of a bitmap. The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_TEST_H
#define BITMILL_BITS_TEST_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/small.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Tests of a bitmap
 *
 * About the first nbits bits. Cost: the functions stop soon after the answer is known; inline code
 * where nbits is a constant up to 512.
 * Example: if (bmill_bits_all(received, nchunks)) finish();
 */
/** @{ */

/** Whether at least one bit is 1. False for nbits 0. */
BMILL_API BMILL_PURE bool bmill_bits_any(const void *bits, size_t nbits);
/** Whether every bit is 1. True for nbits 0. */
BMILL_API BMILL_PURE bool bmill_bits_all(const void *bits, size_t nbits);
/** Whether no bit is 1: the same as !bmill_bits_any(). True for nbits 0. */
BMILL_API BMILL_PURE bool bmill_bits_none(const void *bits, size_t nbits);

/** @} */

/** @name Tests of two bitmaps
 *
 * About the first nbits bits of both. Two bitmaps are disjoint if they do not intersect. Cost: the
 * functions stop soon after the answer is known; inline code where nbits is a constant up to 512.
 * Example: if (bmill_bits_subset(required, granted, nrights)) allow();
 */
/** @{ */

/** Whether a and b are equal in every bit. True for nbits 0. */
BMILL_API BMILL_PURE bool bmill_bits_equal(const void *a, const void *b, size_t nbits);
/** Whether some position is 1 in both a and b. False for nbits 0. */
BMILL_API BMILL_PURE bool bmill_bits_intersects(const void *a, const void *b, size_t nbits);
/** Whether b is 1 wherever a is 1: a is a subset of b. True for nbits 0. */
BMILL_API BMILL_PURE bool bmill_bits_subset(const void *a, const void *b, size_t nbits);
/** Whether every position is 1 in a or b: together they cover all. True for nbits 0. */
BMILL_API BMILL_PURE bool bmill_bits_or_all(const void *a, const void *b, size_t nbits);

/** @} */

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_ || BMILL_SMALL_SIZES_

BMILL_LIBRARY_PURE_(bmill_bits_any);
BMILL_LIBRARY_PURE_(bmill_bits_all);
BMILL_LIBRARY_PURE_(bmill_bits_none);
BMILL_LIBRARY_PURE_(bmill_bits_equal);
BMILL_LIBRARY_PURE_(bmill_bits_intersects);
BMILL_LIBRARY_PURE_(bmill_bits_subset);
BMILL_LIBRARY_PURE_(bmill_bits_or_all);

BMILL_BEGIN_FRONTS_

/** Whether at least one bit is 1. False for nbits 0. */
BMILL_FRONT_PURE_ bool bmill_bits_any(const void *BMILL_SIZED_ bits, size_t nbits)
{
    BMILL_READS_BITS_(bits, 0, nbits);
    if (BMILL_SMALL_(nbits, 512))
        return bmill_small_any_(BMILL_SMALL_AND_, bits, bits, nbits);
    return bmill_bits_any_library_(bits, nbits);
}

/** Whether every bit is 1. True for nbits 0. */
BMILL_FRONT_PURE_ bool bmill_bits_all(const void *BMILL_SIZED_ bits, size_t nbits)
{
    BMILL_READS_BITS_(bits, 0, nbits);
    if (BMILL_SMALL_(nbits, 512))
        return !bmill_small_any_(BMILL_SMALL_NAND_, bits, bits, nbits);
    return bmill_bits_all_library_(bits, nbits);
}

/** Whether no bit is 1: the same as !bmill_bits_any(). True for nbits 0. */
BMILL_FRONT_PURE_ bool bmill_bits_none(const void *BMILL_SIZED_ bits, size_t nbits)
{
    BMILL_READS_BITS_(bits, 0, nbits);
    if (BMILL_SMALL_(nbits, 512))
        return !bmill_small_any_(BMILL_SMALL_AND_, bits, bits, nbits);
    return bmill_bits_none_library_(bits, nbits);
}

/** Whether a and b are equal in every bit. True for nbits 0. */
BMILL_FRONT_PURE_ bool bmill_bits_equal(const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                                        size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 512))
        return !bmill_small_any_(BMILL_SMALL_XOR_, a, b, nbits);
    return bmill_bits_equal_library_(a, b, nbits);
}

/** Whether some position is 1 in both a and b. False for nbits 0. */
BMILL_FRONT_PURE_ bool bmill_bits_intersects(const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                                             size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 512))
        return bmill_small_any_(BMILL_SMALL_AND_, a, b, nbits);
    return bmill_bits_intersects_library_(a, b, nbits);
}

/** Whether b is 1 wherever a is 1: a is a subset of b. True for nbits 0. */
BMILL_FRONT_PURE_ bool bmill_bits_subset(const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                                         size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 512))
        return !bmill_small_any_(BMILL_SMALL_ANDNOT_, a, b, nbits);
    return bmill_bits_subset_library_(a, b, nbits);
}

/** Whether every position is 1 in a or b: together they cover all. True for nbits 0. */
BMILL_FRONT_PURE_ bool bmill_bits_or_all(const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                                         size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 512))
        return !bmill_small_any_(BMILL_SMALL_NOR_, a, b, nbits);
    return bmill_bits_or_all_library_(a, b, nbits);
}

BMILL_END_FRONTS_

#endif

#endif
