/* bitmill/bits/positional.h: how many numbers of an array have bit 0 set, bit 1, and so on.
 *
 * Not included by <bitmill.h>; the rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_POSITIONAL_H
#define BITMILL_BITS_POSITIONAL_H

#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * void bmill_bits_positional_count_uN(size_t *counts, const void *a, size_t n);
 *
 * Count the 1 bits of an array of n elements of N bits by their positions (positional population
 * count), N being 8, 16, 32 or 64: counts[k] becomes the number of elements that have bit k set.
 *
 * `a` is at any address, its elements in little-endian order: element i is the bits from N * i on.
 * All N `counts` are written, with 0 for n 0. They must not overlap a. Cost: that of reading the
 * array, and about 20 ns.
 * Example: size_t having[16]; bmill_bits_positional_count_u16(having, flags_of_reads, nreads);
 */
#define BMILL_POSITIONAL_COUNT_(N) \
    BMILL_API void bmill_bits_positional_count_u##N(size_t *counts, const void *a, size_t n);
/* clang-format off */
BMILL_POSITIONAL_COUNT_(8) BMILL_POSITIONAL_COUNT_(16)
BMILL_POSITIONAL_COUNT_(32) BMILL_POSITIONAL_COUNT_(64)
/* clang-format on */

#ifdef __cplusplus
}
#endif

#include <bitmill/bits/checked/positional.h>

#endif
