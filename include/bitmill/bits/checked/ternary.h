/* bitmill/bits/checked/ternary.h: the checks of bitmill/bits/ternary.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_TERNARY_H
#define BITMILL_BITS_CHECKED_TERNARY_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/ternary.h>

#if BMILL_CHECKS_

BMILL_GUARDED_VOID_(bmill_bits_mux,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ mask,
                     const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
                    (dst, mask, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(mask, 0, nbits); BMILL_READS_BITS_(a, 0, nbits);
                    BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_majority,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     const void *BMILL_SIZED_ c, size_t nbits),
                    (dst, a, b, c, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits);
                    BMILL_READS_BITS_(c, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_ternary,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     const void *BMILL_SIZED_ c, size_t nbits, unsigned table),
                    (dst, a, b, c, nbits, table), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits);
                    BMILL_READS_BITS_(c, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_ternary_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, const void *BMILL_SIZED_ c,
                size_t nbits, unsigned table),
               (a, b, c, nbits, table), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits); BMILL_READS_BITS_(c, 0, nbits))
BMILL_GUARDED_(bool, bmill_bits_ternary_any,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, const void *BMILL_SIZED_ c,
                size_t nbits, unsigned table),
               (a, b, c, nbits, table), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits); BMILL_READS_BITS_(c, 0, nbits))

#endif

#endif
