/* bitmill/bits/checked/logic.h: the checks of bitmill/bits/logic.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_LOGIC_H
#define BITMILL_BITS_CHECKED_LOGIC_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/logic.h>

#if BMILL_CHECKS_

BMILL_GUARDED_VOID_(bmill_bits_and,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_or,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_xor,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_andnot,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_nand,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_nor,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_xnor,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_ornot,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                     size_t nbits),
                    (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_not,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t nbits),
                    (dst, a, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_BITS_(a, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_and_with_count,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                size_t nbits),
               (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_or_with_count,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                size_t nbits),
               (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_xor_with_count,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                size_t nbits),
               (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_andnot_with_count,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                size_t nbits),
               (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_nand_with_count,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                size_t nbits),
               (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_nor_with_count,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                size_t nbits),
               (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_xnor_with_count,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                size_t nbits),
               (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_ornot_with_count,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b,
                size_t nbits),
               (dst, a, b, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits); BMILL_READS_BITS_(b, 0, nbits))

#endif

#endif
