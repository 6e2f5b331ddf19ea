/* bitmill/bits/checked/test.h: the checks of bitmill/bits/test.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_TEST_H
#define BITMILL_BITS_CHECKED_TEST_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/test.h>

#if BMILL_CHECKS_

BMILL_GUARDED_(bool, bmill_bits_any, (const void *BMILL_SIZED_ bits, size_t nbits), (bits, nbits),
               BMILL_READS_BITS_(bits, 0, nbits))
BMILL_GUARDED_(bool, bmill_bits_all, (const void *BMILL_SIZED_ bits, size_t nbits), (bits, nbits),
               BMILL_READS_BITS_(bits, 0, nbits))
BMILL_GUARDED_(bool, bmill_bits_none, (const void *BMILL_SIZED_ bits, size_t nbits), (bits, nbits),
               BMILL_READS_BITS_(bits, 0, nbits))
BMILL_GUARDED_(bool, bmill_bits_equal,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(bool, bmill_bits_intersects,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))
BMILL_GUARDED_(bool, bmill_bits_subset,
               (const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ b, size_t nbits),
               (a, b, nbits), BMILL_READS_BITS_(a, 0, nbits);
               BMILL_READS_BITS_(b, 0, nbits))

#endif

#endif
