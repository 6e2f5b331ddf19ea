/** @file
 * bitmill/bits/positional.h: how many numbers of an array have bit 0 set, bit 1 set, and so on.
 *
 * The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_POSITIONAL_H
#define BITMILL_BITS_POSITIONAL_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Positional population count
 *
 * counts[k] becomes the number of elements of `a` that have bit k set, for each k below 8, 16, 32
 * or 64.
 *
 * `a` is at any address and holds n elements in little-endian order: element i of N bits consists
 * of the bits N i to N i + N - 1. All counts are written, as 0 for n 0. They must not overlap a.
 * Cost: that of reading the array, and about 20 ns.
 * Example: bmill_bits_positional_count_u16(having, flags_of_reads, nreads);
 */
/** @{ */

/** counts[k] = number of elements with bit k set, k = 0 to 7, of n elements of 8 bits. */
BMILL_API void bmill_bits_positional_count_u8(size_t *counts, const void *a, size_t n);
/** counts[k] = number of elements with bit k set, k = 0 to 15, of n elements of 16 bits. */
BMILL_API void bmill_bits_positional_count_u16(size_t *counts, const void *a, size_t n);
/** counts[k] = number of elements with bit k set, k = 0 to 31, of n elements of 32 bits. */
BMILL_API void bmill_bits_positional_count_u32(size_t *counts, const void *a, size_t n);
/** counts[k] = number of elements with bit k set, k = 0 to 63, of n elements of 64 bits. */
BMILL_API void bmill_bits_positional_count_u64(size_t *counts, const void *a, size_t n);

/** @} */

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_(bmill_bits_positional_count_u8);
BMILL_LIBRARY_(bmill_bits_positional_count_u16);
BMILL_LIBRARY_(bmill_bits_positional_count_u32);
BMILL_LIBRARY_(bmill_bits_positional_count_u64);

BMILL_BEGIN_FRONTS_

BMILL_FRONT_ void bmill_bits_positional_count_u8(size_t *BMILL_SIZED_ counts,
                                                 const void *BMILL_SIZED_ a, size_t n)
{
    BMILL_WRITES_ELEMENTS_(counts, 8);
    BMILL_TOUCHES_(a, bmill_extent_of_(n, 1, "element"), false);
    bmill_bits_positional_count_u8_library_(counts, a, n);
}

BMILL_FRONT_ void bmill_bits_positional_count_u16(size_t *BMILL_SIZED_ counts,
                                                  const void *BMILL_SIZED_ a, size_t n)
{
    BMILL_WRITES_ELEMENTS_(counts, 16);
    BMILL_TOUCHES_(a, bmill_extent_of_(n, 2, "element"), false);
    bmill_bits_positional_count_u16_library_(counts, a, n);
}

BMILL_FRONT_ void bmill_bits_positional_count_u32(size_t *BMILL_SIZED_ counts,
                                                  const void *BMILL_SIZED_ a, size_t n)
{
    BMILL_WRITES_ELEMENTS_(counts, 32);
    BMILL_TOUCHES_(a, bmill_extent_of_(n, 4, "element"), false);
    bmill_bits_positional_count_u32_library_(counts, a, n);
}

BMILL_FRONT_ void bmill_bits_positional_count_u64(size_t *BMILL_SIZED_ counts,
                                                  const void *BMILL_SIZED_ a, size_t n)
{
    BMILL_WRITES_ELEMENTS_(counts, 64);
    BMILL_TOUCHES_(a, bmill_extent_of_(n, 8, "element"), false);
    bmill_bits_positional_count_u64_library_(counts, a, n);
}

BMILL_END_FRONTS_

#endif

#endif
