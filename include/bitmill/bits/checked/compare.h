/* bitmill/bits/checked/compare.h: the checks of bitmill/bits/compare.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_COMPARE_H
#define BITMILL_BITS_CHECKED_COMPARE_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/compare.h>

#if BMILL_CHECKS_

BMILL_GUARDED_(double, bmill_bits_jaccard,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(double, bmill_bits_dice,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(double, bmill_bits_containment,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(int, bmill_bits_compare_lexicographic,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(int, bmill_bits_compare_numeric,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))

#endif

#endif
