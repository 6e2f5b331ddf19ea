/** @file
 * bitmill/bits/positional.h: how many numbers of an array have bit 0 set, bit 1 set, and so on.
 *
 * The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_POSITIONAL_H
#define BITMILL_BITS_POSITIONAL_H

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

#include <bitmill/bits/checked/positional.h>

#endif
