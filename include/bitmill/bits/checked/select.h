/* bitmill/bits/checked/select.h: the checks of bitmill/bits/select.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_SELECT_H
#define BITMILL_BITS_CHECKED_SELECT_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/select.h>

#if BMILL_CHECKS_

BMILL_GUARDED_(size_t, bmill_bits_select, (const void *BMILL_SIZED_ bits, size_t nbits, size_t k),
               (bits, nbits, k), BMILL_READS_BITS_(bits, 0, nbits))
BMILL_GUARDED_(size_t, bmill_bits_select_clear,
               (const void *BMILL_SIZED_ bits, size_t nbits, size_t k), (bits, nbits, k),
               BMILL_READS_BITS_(bits, 0, nbits))

#endif

#endif
