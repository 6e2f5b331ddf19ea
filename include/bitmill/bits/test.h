/** @file
 * bitmill/bits/test.h: questions about one or two bitmaps that are answered by yes or no.
 *
 * bitmill/bits/range.h asks them of a part of a bitmap. The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_TEST_H
#define BITMILL_BITS_TEST_H

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

/** @} */

#ifdef __cplusplus
}
#endif

#include <bitmill/bits/checked/test.h>

#endif
