/** @file
 * bitmill/bits/interleave.h: two bitmaps interleaved bit by bit, and separated again.
 *
 * For integers, the same is in bitmill/word/morton.h. The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_INTERLEAVE_H
#define BITMILL_BITS_INTERLEAVE_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The bits of a and b in turn: bit 2i of dst is bit i of a, bit 2i + 1 of dst is bit i of b.
 *
 * a and b have nbits bits each, dst has 2 nbits. dst must not overlap a or b; a may be b. Cost:
 * that of copying memory. The result for two coordinates is their Morton code.
 * Example: bmill_bits_interleave(code, x, y, 16);
 */
BMILL_API void bmill_bits_interleave(void *dst, const void *a, const void *b, size_t nbits);

/**
 * The even and the odd bits of a: bit i of dst_even is bit 2i of a, bit i of dst_odd is bit 2i + 1.
 *
 * dst_even and dst_odd have nbits bits each, a has 2 nbits. No two of the three may overlap. Cost:
 * that of copying memory.
 * Example: bmill_bits_deinterleave(x, y, code, 16);
 */
BMILL_API void bmill_bits_deinterleave(void *dst_even, void *dst_odd, const void *a, size_t nbits);

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_(bmill_bits_interleave);
BMILL_LIBRARY_(bmill_bits_deinterleave);

BMILL_BEGIN_FRONTS_

BMILL_FRONT_ void bmill_bits_interleave(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                        const void *BMILL_SIZED_ b, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, bmill_product_(nbits, 2));
    BMILL_READS_BITS_(a, 0, nbits);
    BMILL_READS_BITS_(b, 0, nbits);
    bmill_bits_interleave_library_(dst, a, b, nbits);
}

BMILL_FRONT_ void bmill_bits_deinterleave(void *BMILL_SIZED_ dst_even, void *BMILL_SIZED_ dst_odd,
                                          const void *BMILL_SIZED_ a, size_t nbits)
{
    BMILL_WRITES_BITS_(dst_even, 0, nbits);
    BMILL_WRITES_BITS_(dst_odd, 0, nbits);
    BMILL_READS_BITS_(a, 0, bmill_product_(nbits, 2));
    bmill_bits_deinterleave_library_(dst_even, dst_odd, a, nbits);
}

BMILL_END_FRONTS_

#endif

#endif
