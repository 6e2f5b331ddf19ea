/* bitmill/bits/checked/atomic.h: the checks of bitmill/bits/atomic.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_ATOMIC_H
#define BITMILL_BITS_CHECKED_ATOMIC_H

#include <bitmill/bits/atomic.h>
#include <bitmill/bits/check.h>

#if BMILL_CHECKS_

BMILL_GUARDED_INLINE_(bool, bmill_bits_atomic_is_set, (const void *BMILL_SIZED_ bits, size_t i),
                      (bits, i), BMILL_READS_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_VOID_(bmill_bits_atomic_set, (void *BMILL_SIZED_ bits, size_t i), (bits, i),
                           BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_VOID_(bmill_bits_atomic_clear, (void *BMILL_SIZED_ bits, size_t i), (bits, i),
                           BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_VOID_(bmill_bits_atomic_flip, (void *BMILL_SIZED_ bits, size_t i), (bits, i),
                           BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_VOID_(bmill_bits_atomic_modify,
                           (void *BMILL_SIZED_ bits, size_t i, bool state), (bits, i, state),
                           BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_(bool, bmill_bits_atomic_test_and_set, (void *BMILL_SIZED_ bits, size_t i),
                      (bits, i), BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_(bool, bmill_bits_atomic_test_and_clear, (void *BMILL_SIZED_ bits, size_t i),
                      (bits, i), BMILL_WRITES_BITS_(bits, i, 1))
BMILL_GUARDED_INLINE_(bool, bmill_bits_atomic_test_and_flip, (void *BMILL_SIZED_ bits, size_t i),
                      (bits, i), BMILL_WRITES_BITS_(bits, i, 1))

#endif

#endif
