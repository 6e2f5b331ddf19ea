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

#endif

#endif
