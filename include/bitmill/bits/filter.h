/** @file
 * bitmill/bits/filter.h: the elements of an array that a bitmap selects, and their way back.
 *
 * n is the number of elements and of bits. Arrays are aligned as C demands of their type. The
 * bitmap and the arrays must not overlap. bitmill/bits/pext.h does the same with the bits of a
 * bitmap. The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_FILTER_H
#define BITMILL_BITS_FILTER_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/count.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Filter
 *
 * Copies the elements of `a` whose bit in `mask` is 1 to dst, one after the other (compaction,
 * left-packing).
 *
 * Result: the number of elements copied, which is bmill_bits_count(mask, n). dst needs room for
 * only that many, and no element after them is written. dst may be exactly a, but must not overlap
 * it otherwise. Arrays of signed or floating-point numbers use the function for their size, with a
 * cast. Cost: one pass, at about the speed of memory with AVX-512.
 * Example: size_t nadults = bmill_bits_filter_u32(adults, ids, is_adult, n);
 */
/** @{ */

/** Copies the selected elements of an array of uint8_t. */
BMILL_API size_t bmill_bits_filter_u8(uint8_t *dst, const uint8_t *a, const void *mask, size_t n);
/** Copies the selected elements of an array of uint16_t. */
BMILL_API size_t bmill_bits_filter_u16(uint16_t *dst, const uint16_t *a, const void *mask,
                                       size_t n);
/** Copies the selected elements of an array of uint32_t. */
BMILL_API size_t bmill_bits_filter_u32(uint32_t *dst, const uint32_t *a, const void *mask,
                                       size_t n);
/** Copies the selected elements of an array of uint64_t. */
BMILL_API size_t bmill_bits_filter_u64(uint64_t *dst, const uint64_t *a, const void *mask,
                                       size_t n);

/** @} */

/** @name Expand
 *
 * dst[k] becomes the next element of `a` where bit k of `mask` is 1, and 0 where it is 0, for k
 * from 0 to n - 1.
 *
 * Result: the number of elements of `a` that were used, which is bmill_bits_count(mask, n); no more
 * are read. dst has room for n elements, and must not overlap a. The inverse of the filter, but for
 * the elements that the filter dropped.
 * Example: bmill_bits_expand_u64(column, values, is_valid, nrows);
 */
/** @{ */

/** Spreads an array of uint8_t over the selected positions. */
BMILL_API size_t bmill_bits_expand_u8(uint8_t *dst, const uint8_t *a, const void *mask, size_t n);
/** Spreads an array of uint16_t over the selected positions. */
BMILL_API size_t bmill_bits_expand_u16(uint16_t *dst, const uint16_t *a, const void *mask,
                                       size_t n);
/** Spreads an array of uint32_t over the selected positions. */
BMILL_API size_t bmill_bits_expand_u32(uint32_t *dst, const uint32_t *a, const void *mask,
                                       size_t n);
/** Spreads an array of uint64_t over the selected positions. */
BMILL_API size_t bmill_bits_expand_u64(uint64_t *dst, const uint64_t *a, const void *mask,
                                       size_t n);

/** @} */

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_(bmill_bits_filter_u8);
BMILL_LIBRARY_(bmill_bits_filter_u16);
BMILL_LIBRARY_(bmill_bits_filter_u32);
BMILL_LIBRARY_(bmill_bits_filter_u64);
BMILL_LIBRARY_(bmill_bits_expand_u8);
BMILL_LIBRARY_(bmill_bits_expand_u16);
BMILL_LIBRARY_(bmill_bits_expand_u32);
BMILL_LIBRARY_(bmill_bits_expand_u64);

BMILL_BEGIN_FRONTS_

/* bmill_bits_count(mask, n) elements of dst are written by filter, and of a are read by expand. */
BMILL_FRONT_ size_t bmill_bits_filter_u8(uint8_t *BMILL_SIZED_ dst, const uint8_t *BMILL_SIZED_ a,
                                         const void *BMILL_SIZED_ mask, size_t n)
{
    BMILL_READS_BITS_(mask, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_WRITES_ELEMENTS_(dst, bmill_bits_count_library_(mask, n));
    return bmill_bits_filter_u8_library_(dst, a, mask, n);
}

BMILL_FRONT_ size_t bmill_bits_filter_u16(uint16_t *BMILL_SIZED_ dst,
                                          const uint16_t *BMILL_SIZED_ a,
                                          const void *BMILL_SIZED_ mask, size_t n)
{
    BMILL_READS_BITS_(mask, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_WRITES_ELEMENTS_(dst, bmill_bits_count_library_(mask, n));
    return bmill_bits_filter_u16_library_(dst, a, mask, n);
}

BMILL_FRONT_ size_t bmill_bits_filter_u32(uint32_t *BMILL_SIZED_ dst,
                                          const uint32_t *BMILL_SIZED_ a,
                                          const void *BMILL_SIZED_ mask, size_t n)
{
    BMILL_READS_BITS_(mask, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_WRITES_ELEMENTS_(dst, bmill_bits_count_library_(mask, n));
    return bmill_bits_filter_u32_library_(dst, a, mask, n);
}

BMILL_FRONT_ size_t bmill_bits_filter_u64(uint64_t *BMILL_SIZED_ dst,
                                          const uint64_t *BMILL_SIZED_ a,
                                          const void *BMILL_SIZED_ mask, size_t n)
{
    BMILL_READS_BITS_(mask, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_WRITES_ELEMENTS_(dst, bmill_bits_count_library_(mask, n));
    return bmill_bits_filter_u64_library_(dst, a, mask, n);
}

BMILL_FRONT_ size_t bmill_bits_expand_u8(uint8_t *BMILL_SIZED_ dst, const uint8_t *BMILL_SIZED_ a,
                                         const void *BMILL_SIZED_ mask, size_t n)
{
    BMILL_READS_BITS_(mask, 0, n);
    BMILL_WRITES_ELEMENTS_(dst, n);
    BMILL_READS_ELEMENTS_(a, bmill_bits_count_library_(mask, n));
    return bmill_bits_expand_u8_library_(dst, a, mask, n);
}

BMILL_FRONT_ size_t bmill_bits_expand_u16(uint16_t *BMILL_SIZED_ dst,
                                          const uint16_t *BMILL_SIZED_ a,
                                          const void *BMILL_SIZED_ mask, size_t n)
{
    BMILL_READS_BITS_(mask, 0, n);
    BMILL_WRITES_ELEMENTS_(dst, n);
    BMILL_READS_ELEMENTS_(a, bmill_bits_count_library_(mask, n));
    return bmill_bits_expand_u16_library_(dst, a, mask, n);
}

BMILL_FRONT_ size_t bmill_bits_expand_u32(uint32_t *BMILL_SIZED_ dst,
                                          const uint32_t *BMILL_SIZED_ a,
                                          const void *BMILL_SIZED_ mask, size_t n)
{
    BMILL_READS_BITS_(mask, 0, n);
    BMILL_WRITES_ELEMENTS_(dst, n);
    BMILL_READS_ELEMENTS_(a, bmill_bits_count_library_(mask, n));
    return bmill_bits_expand_u32_library_(dst, a, mask, n);
}

BMILL_FRONT_ size_t bmill_bits_expand_u64(uint64_t *BMILL_SIZED_ dst,
                                          const uint64_t *BMILL_SIZED_ a,
                                          const void *BMILL_SIZED_ mask, size_t n)
{
    BMILL_READS_BITS_(mask, 0, n);
    BMILL_WRITES_ELEMENTS_(dst, n);
    BMILL_READS_ELEMENTS_(a, bmill_bits_count_library_(mask, n));
    return bmill_bits_expand_u64_library_(dst, a, mask, n);
}

BMILL_END_FRONTS_

#endif

#endif
