/* bitmill/bits/checked/move.h: the checks of bitmill/bits/move.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_MOVE_H
#define BITMILL_BITS_CHECKED_MOVE_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/move.h>

#if BMILL_CHECKS_

BMILL_GUARDED_VOID_(bmill_bits_copy,
                    (void *BMILL_SIZED_ dst, size_t dst_first, const void *BMILL_SIZED_ a,
                     size_t a_first, size_t count),
                    (dst, dst_first, a, a_first, count), BMILL_WRITES_BITS_(dst, dst_first, count);
                    BMILL_READS_BITS_(a, a_first, count))
/* All 0 if n is nbits or more: a is not read then. */
BMILL_GUARDED_VOID_(bmill_bits_shift_left,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t nbits, size_t n),
                    (dst, a, nbits, n), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, n < nbits ? nbits : 0))
BMILL_GUARDED_VOID_(bmill_bits_shift_right,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t nbits, size_t n),
                    (dst, a, nbits, n), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, n < nbits ? nbits : 0))
BMILL_GUARDED_VOID_(bmill_bits_rotate_left,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t nbits, size_t n),
                    (dst, a, nbits, n), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_rotate_right,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t nbits, size_t n),
                    (dst, a, nbits, n), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_reverse,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t nbits),
                    (dst, a, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_insert_range,
                    (void *BMILL_SIZED_ bits, size_t nbits, size_t first, size_t count),
                    (bits, nbits, first, count),
                    BMILL_WRITES_BITS_(bits, first, count ? nbits - bmill_least_(first, nbits) : 0))
BMILL_GUARDED_VOID_(bmill_bits_delete_range,
                    (void *BMILL_SIZED_ bits, size_t nbits, size_t first, size_t count),
                    (bits, nbits, first, count),
                    BMILL_WRITES_BITS_(bits, first, count ? nbits - bmill_least_(first, nbits) : 0))
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
/* What is packed has as many bits as the mask has ones. */
BMILL_GUARDED_(size_t, bmill_bits_pext,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ mask,
                size_t nbits),
               (dst, a, mask, nbits), BMILL_READS_BITS_(mask, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits);
               BMILL_WRITES_BITS_(dst, 0, bmill_count_unchecked_(mask, nbits)))
BMILL_GUARDED_(size_t, bmill_bits_pdep,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ mask,
                size_t nbits),
               (dst, a, mask, nbits), BMILL_READS_BITS_(mask, 0, nbits);
               BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, bmill_count_unchecked_(mask, nbits)))

#endif

#endif
