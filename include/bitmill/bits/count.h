/** @file
 * bitmill/bits/count.h: the number of 1 bits of a bitmap, and of a function of two bitmaps.
 *
 * bitmill/bits/range.h counts a part of a bitmap, bitmill/bits/compare.h has measures of similarity
 * that are made of two counts, bitmill/bits/logic.h has functions that store and count. The rules
 * of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_COUNT_H
#define BITMILL_BITS_COUNT_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/small.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Number of 1 bits in the first nbits bits of `bits` (population count).
 *
 * Result: 0 to nbits, in bits; 0 for nbits 0. The number of 1 bits before position i, the rank of
 * i, is bmill_bits_count(bits, i); the parity is the lowest bit of the result. Cost: one pass, at
 * the speed of memory; inline code where nbits is a constant up to 128.
 * Example: size_t online = bmill_bits_count(is_online, nusers);
 */
BMILL_API BMILL_PURE size_t bmill_bits_count(const void *bits, size_t nbits);

/** @name Counts of a function of two bitmaps
 *
 * The number of 1 bits that the function of a and b has in its first nbits bits. Nothing is stored.
 * Result: 0 to nbits, in bits; 0 for nbits 0. Cost: one pass over both; inline code where nbits is
 * a constant up to 128.
 * Example: size_t distance = bmill_bits_xor_count(hash1, hash2, 256);
 */
/** @{ */

/** Number of positions where both a and b are 1 (size of the intersection). */
BMILL_API BMILL_PURE size_t bmill_bits_and_count(const void *a, const void *b, size_t nbits);
/** Number of positions where a or b is 1 (size of the union). */
BMILL_API BMILL_PURE size_t bmill_bits_or_count(const void *a, const void *b, size_t nbits);
/** Number of positions where a and b differ (Hamming distance). */
BMILL_API BMILL_PURE size_t bmill_bits_xor_count(const void *a, const void *b, size_t nbits);
/** Number of positions where a is 1 and b is 0 (size of a without b). */
BMILL_API BMILL_PURE size_t bmill_bits_andnot_count(const void *a, const void *b, size_t nbits);
/** Number of positions where a and b are not both 1. */
BMILL_API BMILL_PURE size_t bmill_bits_nand_count(const void *a, const void *b, size_t nbits);
/** Number of positions where a and b are both 0. */
BMILL_API BMILL_PURE size_t bmill_bits_nor_count(const void *a, const void *b, size_t nbits);
/** Number of positions where a and b are equal. */
BMILL_API BMILL_PURE size_t bmill_bits_xnor_count(const void *a, const void *b, size_t nbits);
/** Number of positions where a is 1 or b is 0. */
BMILL_API BMILL_PURE size_t bmill_bits_ornot_count(const void *a, const void *b, size_t nbits);

/** @} */

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_ || BMILL_SMALL_SIZES_

BMILL_LIBRARY_PURE_(bmill_bits_count);
BMILL_LIBRARY_PURE_(bmill_bits_and_count);
BMILL_LIBRARY_PURE_(bmill_bits_or_count);
BMILL_LIBRARY_PURE_(bmill_bits_xor_count);
BMILL_LIBRARY_PURE_(bmill_bits_andnot_count);
BMILL_LIBRARY_PURE_(bmill_bits_nand_count);
BMILL_LIBRARY_PURE_(bmill_bits_nor_count);
BMILL_LIBRARY_PURE_(bmill_bits_xnor_count);
BMILL_LIBRARY_PURE_(bmill_bits_ornot_count);

BMILL_BEGIN_FRONTS_

/** Number of 1 bits in the first nbits bits of `bits` (population count). */
BMILL_FRONT_PURE_ size_t bmill_bits_count(const void *BMILL_SIZED_ bits, size_t nbits)
{
    BMILL_READS_BITS_(bits, 0, nbits);
    if (BMILL_SMALL_(nbits, 128))
        return bmill_small_count_(BMILL_SMALL_AND_, bits, bits, nbits);
    return bmill_bits_count_library_(bits, nbits);
}

/** Number of positions where both a and b are 1 (size of the intersection). */
BMILL_FRONT_PURE_ size_t bmill_bits_and_count(const void *BMILL_SIZED_ a,
                                              const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 128))
        return bmill_small_count_(BMILL_SMALL_AND_, a, b, nbits);
    return bmill_bits_and_count_library_(a, b, nbits);
}

/** Number of positions where a or b is 1 (size of the union). */
BMILL_FRONT_PURE_ size_t bmill_bits_or_count(const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                                             size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 128))
        return bmill_small_count_(BMILL_SMALL_OR_, a, b, nbits);
    return bmill_bits_or_count_library_(a, b, nbits);
}

/** Number of positions where a and b differ (Hamming distance). */
BMILL_FRONT_PURE_ size_t bmill_bits_xor_count(const void *BMILL_SIZED_ a,
                                              const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 128))
        return bmill_small_count_(BMILL_SMALL_XOR_, a, b, nbits);
    return bmill_bits_xor_count_library_(a, b, nbits);
}

/** Number of positions where a is 1 and b is 0 (size of a without b). */
BMILL_FRONT_PURE_ size_t bmill_bits_andnot_count(const void *BMILL_SIZED_ a,
                                                 const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 128))
        return bmill_small_count_(BMILL_SMALL_ANDNOT_, a, b, nbits);
    return bmill_bits_andnot_count_library_(a, b, nbits);
}

/** Number of positions where a and b are not both 1. */
BMILL_FRONT_PURE_ size_t bmill_bits_nand_count(const void *BMILL_SIZED_ a,
                                               const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 128))
        return bmill_small_count_(BMILL_SMALL_NAND_, a, b, nbits);
    return bmill_bits_nand_count_library_(a, b, nbits);
}

/** Number of positions where a and b are both 0. */
BMILL_FRONT_PURE_ size_t bmill_bits_nor_count(const void *BMILL_SIZED_ a,
                                              const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 128))
        return bmill_small_count_(BMILL_SMALL_NOR_, a, b, nbits);
    return bmill_bits_nor_count_library_(a, b, nbits);
}

/** Number of positions where a and b are equal. */
BMILL_FRONT_PURE_ size_t bmill_bits_xnor_count(const void *BMILL_SIZED_ a,
                                               const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 128))
        return bmill_small_count_(BMILL_SMALL_XNOR_, a, b, nbits);
    return bmill_bits_xnor_count_library_(a, b, nbits);
}

/** Number of positions where a is 1 or b is 0. */
BMILL_FRONT_PURE_ size_t bmill_bits_ornot_count(const void *BMILL_SIZED_ a,
                                                const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    if (BMILL_SMALL_(nbits, 128))
        return bmill_small_count_(BMILL_SMALL_ORNOT_, a, b, nbits);
    return bmill_bits_ornot_count_library_(a, b, nbits);
}

BMILL_END_FRONTS_

#endif

#endif
