/** @file
 * bitmill/bits/select.h: the position of the k-th 1 bit or 0 bit.
 *
 * The inverse, rank, is bmill_bits_count(bits, i): the number of 1 bits before position i. The
 * rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_SELECT_H
#define BITMILL_BITS_SELECT_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Select
 *
 * `k` counts from 0. Result: 0 to nbits - 1; nbits if the bitmap has at most `k` such bits, so 0
 * for nbits 0. Cost: that of counting up to the position.
 * Example: size_t median = bmill_bits_select(seen, n, bmill_bits_count(seen, n) / 2);
 */
/** @{ */

/** Position of the `k`-th 1 bit. */
BMILL_API BMILL_PURE size_t bmill_bits_select(const void *bits, size_t nbits, size_t k);
/** Position of the `k`-th 0 bit. */
BMILL_API BMILL_PURE size_t bmill_bits_select_clear(const void *bits, size_t nbits, size_t k);

/** @} */

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_PURE_(bmill_bits_select);
BMILL_LIBRARY_PURE_(bmill_bits_select_clear);

BMILL_BEGIN_FRONTS_

BMILL_FRONT_PURE_ size_t bmill_bits_select(const void *BMILL_SIZED_ bits, size_t nbits, size_t k)
{
    BMILL_READS_BITS_(bits, 0, nbits);
    return bmill_bits_select_library_(bits, nbits, k);
}

BMILL_FRONT_PURE_ size_t bmill_bits_select_clear(const void *BMILL_SIZED_ bits, size_t nbits,
                                                 size_t k)
{
    BMILL_READS_BITS_(bits, 0, nbits);
    return bmill_bits_select_clear_library_(bits, nbits, k);
}

BMILL_END_FRONTS_

#endif

#endif
