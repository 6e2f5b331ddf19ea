/* bitmill/bits/checked/count.h: the checks of bitmill/bits/count.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_COUNT_H
#define BITMILL_BITS_CHECKED_COUNT_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/count.h>

#if BMILL_CHECKS_

BMILL_GUARDED_(size_t, bmill_bits_count, (const void *BMILL_SIZED_ bits, size_t nbits),
               (bits, nbits), BMILL_READS_BITS_(bits, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_and_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_or_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_xor_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_andnot_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_nand_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_nor_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_xnor_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_ornot_count,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))

#endif

#endif
