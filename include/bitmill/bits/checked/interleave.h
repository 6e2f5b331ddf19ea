/* bitmill/bits/checked/interleave.h: the checks of bitmill/bits/interleave.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_INTERLEAVE_H
#define BITMILL_BITS_CHECKED_INTERLEAVE_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/interleave.h>

#if BMILL_CHECKS_

BMILL_GUARDED_VOID_(bmill_bits_interleave,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, bmill_product_(nbits, 2));
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_deinterleave,
                    (void *BMILL_SIZED_ dst_even, void *BMILL_SIZED_ dst_odd,
                     const void *BMILL_SIZED_ a, size_t nbits),
                    (dst_even, dst_odd, a, nbits), BMILL_WRITES_BITS_(dst_even, 0, nbits);
                    BMILL_WRITES_BITS_(dst_odd, 0, nbits);
                    BMILL_READS_BITS_(a, 0, bmill_product_(nbits, 2)))

#endif

#endif
