/* bitmill/bits/checked/positional.h: the checks of bitmill/bits/positional.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_POSITIONAL_H
#define BITMILL_BITS_CHECKED_POSITIONAL_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/positional.h>

#if BMILL_CHECKS_

BMILL_GUARDED_VOID_(bmill_bits_positional_count_u8,
                    (size_t * BMILL_SIZED_ counts, const void *BMILL_SIZED_ a, size_t n),
                    (counts, a, n), BMILL_WRITES_ELEMENTS_(counts, 8);
                    BMILL_TOUCHES_(a, bmill_extent_of_(n, 8 / 8, "element"), false))
BMILL_GUARDED_VOID_(bmill_bits_positional_count_u16,
                    (size_t * BMILL_SIZED_ counts, const void *BMILL_SIZED_ a, size_t n),
                    (counts, a, n), BMILL_WRITES_ELEMENTS_(counts, 16);
                    BMILL_TOUCHES_(a, bmill_extent_of_(n, 16 / 8, "element"), false))
BMILL_GUARDED_VOID_(bmill_bits_positional_count_u32,
                    (size_t * BMILL_SIZED_ counts, const void *BMILL_SIZED_ a, size_t n),
                    (counts, a, n), BMILL_WRITES_ELEMENTS_(counts, 32);
                    BMILL_TOUCHES_(a, bmill_extent_of_(n, 32 / 8, "element"), false))
BMILL_GUARDED_VOID_(bmill_bits_positional_count_u64,
                    (size_t * BMILL_SIZED_ counts, const void *BMILL_SIZED_ a, size_t n),
                    (counts, a, n), BMILL_WRITES_ELEMENTS_(counts, 64);
                    BMILL_TOUCHES_(a, bmill_extent_of_(n, 64 / 8, "element"), false))

#endif

#endif
