/* bitmill/bits/checked/bit.h: the checks of bitmill/bits/bit.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_BIT_H
#define BITMILL_BITS_CHECKED_BIT_H

#include <bitmill/bits/bit.h>
#include <bitmill/bits/check.h>

#if BMILL_CHECKS_

BMILL_GUARDED_INLINE_(bool, bmill_bits_is_set, (const void *BMILL_SIZED_ bits, size_t i), (bits, i),
                      BMILL_READS_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_VOID_(bmill_bits_set, (void *BMILL_SIZED_ bits, size_t i), (bits, i),
                           BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_VOID_(bmill_bits_clear, (void *BMILL_SIZED_ bits, size_t i), (bits, i),
                           BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_VOID_(bmill_bits_flip, (void *BMILL_SIZED_ bits, size_t i), (bits, i),
                           BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_VOID_(bmill_bits_modify, (void *BMILL_SIZED_ bits, size_t i, bool state),
                           (bits, i, state), BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_(bool, bmill_bits_test_and_set, (void *BMILL_SIZED_ bits, size_t i), (bits, i),
                      BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_(bool, bmill_bits_test_and_clear, (void *BMILL_SIZED_ bits, size_t i),
                      (bits, i), BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_(bool, bmill_bits_test_and_flip, (void *BMILL_SIZED_ bits, size_t i),
                      (bits, i), BMILL_WRITES_BITS_(bits, i, 1))

#endif

#endif
