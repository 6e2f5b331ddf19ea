/** @file
 * bitmill/bits/pext.h: gather the bits that a mask selects, and scatter them back.
 *
 * For integers, the same is in bitmill/word/pext.h; bitmill/bits/filter.h does it with the elements
 * of an array. The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_PEXT_H
#define BITMILL_BITS_PEXT_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/count.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Gather the bits of a whose mask bit is 1, in order, at the low end of dst (parallel extract).
 *
 * Result: the number of these bits, which is bmill_bits_count(mask, nbits). Only that many bits of
 * dst are written, and dst need not be longer. dst may be a or mask. Cost: with BMI2, so with the
 * AVX2 and AVX-512 kernels, about 3 cycles for 64 bits, else 4 to 40: few, if few are selected.
 * Example: size_t alive = bmill_bits_pext(flags, flags, is_alive, n);
 */
BMILL_API size_t bmill_bits_pext(void *dst, const void *a, const void *mask, size_t nbits);

/**
 * Scatter the low bits of a, in order, to the positions where mask is 1 (parallel deposit).
 *
 * dst and mask have nbits bits; dst becomes 0 where mask is 0. Result: the number of bits of a that
 * were used, which is bmill_bits_count(mask, nbits). Only that many bits of a are read, and a need
 * not be longer. dst may be mask, but must not overlap a. bmill_bits_pext() is the inverse. Cost:
 * that of bmill_bits_pext(), and that of the count.
 * Example: bmill_bits_pdep(is_late_order, is_late, is_order, n);
 */
BMILL_API size_t bmill_bits_pdep(void *dst, const void *a, const void *mask, size_t nbits);

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_(bmill_bits_pext);
BMILL_LIBRARY_(bmill_bits_pdep);

BMILL_BEGIN_FRONTS_

/* bmill_bits_count(mask, nbits) bits of dst are written by pext, and of a are read by pdep. */
BMILL_FRONT_ size_t bmill_bits_pext(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                    const void *BMILL_SIZED_ mask, size_t nbits)
{
    BMILL_READS_BITS_(mask, 0, nbits);
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_WRITES_BITS_(dst, 0, bmill_bits_count_library_(mask, nbits));
    return bmill_bits_pext_library_(dst, a, mask, nbits);
}

BMILL_FRONT_ size_t bmill_bits_pdep(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                    const void *BMILL_SIZED_ mask, size_t nbits)
{
    BMILL_READS_BITS_(mask, 0, nbits);
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_BITS_(a, 0, bmill_bits_count_library_(mask, nbits));
    return bmill_bits_pdep_library_(dst, a, mask, nbits);
}

BMILL_END_FRONTS_

#endif

#endif
