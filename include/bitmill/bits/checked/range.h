/* bitmill/bits/checked/range.h: the checks of bitmill/bits/range.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_RANGE_H
#define BITMILL_BITS_CHECKED_RANGE_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/range.h>

#if BMILL_CHECKS_

BMILL_GUARDED_VOID_(bmill_bits_set_range, (void *BMILL_SIZED_ bits, size_t first, size_t count),
                    (bits, first, count), BMILL_WRITES_BITS_(bits, first, count))
BMILL_GUARDED_VOID_(bmill_bits_clear_range, (void *BMILL_SIZED_ bits, size_t first, size_t count),
                    (bits, first, count), BMILL_WRITES_BITS_(bits, first, count))
BMILL_GUARDED_VOID_(bmill_bits_flip_range, (void *BMILL_SIZED_ bits, size_t first, size_t count),
                    (bits, first, count), BMILL_WRITES_BITS_(bits, first, count))
BMILL_GUARDED_VOID_(bmill_bits_modify_range,
                    (void *BMILL_SIZED_ bits, size_t first, size_t count, bool state),
                    (bits, first, count, state), BMILL_WRITES_BITS_(bits, first, count))
BMILL_GUARDED_(size_t, bmill_bits_count_range,
               (const void *BMILL_SIZED_ bits, size_t first, size_t count), (bits, first, count),
               BMILL_READS_BITS_(bits, first, count))
BMILL_GUARDED_(bool, bmill_bits_any_range,
               (const void *BMILL_SIZED_ bits, size_t first, size_t count), (bits, first, count),
               BMILL_READS_BITS_(bits, first, count))
BMILL_GUARDED_(bool, bmill_bits_all_range,
               (const void *BMILL_SIZED_ bits, size_t first, size_t count), (bits, first, count),
               BMILL_READS_BITS_(bits, first, count))
BMILL_GUARDED_(bool, bmill_bits_none_range,
               (const void *BMILL_SIZED_ bits, size_t first, size_t count), (bits, first, count),
               BMILL_READS_BITS_(bits, first, count))

BMILL_GUARDED_INLINE_(uint64_t, bmill_bits_read,
                      (const void *BMILL_SIZED_ bits, size_t first, size_t count),
                      (bits, first, count), BMILL_READS_BITS_(bits, first, bmill_least_(count, 64)))
BMILL_GUARDED_INLINE_VOID_(bmill_bits_write,
                           (void *BMILL_SIZED_ bits, size_t first, size_t count, uint64_t value),
                           (bits, first, count, value),
                           BMILL_WRITES_BITS_(bits, first, bmill_least_(count, 64)))

/* Runs: the bits from the first position where one may begin, if there is room for it. */
BMILL_BEGIN_INLINE_
BMILL_CHECKING_SMALL_ struct bmill_extent_ bmill_extent_of_runs_(size_t nbits, size_t from,
                                                                 size_t length, size_t alignment)
{
    size_t over = alignment > 1 ? from % alignment : 0;
    from = over ? bmill_sum_(from, alignment - over) : from;
    if (length == 0 || from >= nbits || nbits - from < length)
        return bmill_extent_of_bits_(0, 0);
    return bmill_extent_of_bits_(from, nbits - from);
}
BMILL_END_INLINE_
BMILL_GUARDED_(size_t, bmill_bits_find_first_set_run,
               (const void *BMILL_SIZED_ bits, size_t nbits, size_t length, size_t alignment),
               (bits, nbits, length, alignment),
               BMILL_TOUCHES_(bits, bmill_extent_of_runs_(nbits, 0, length, alignment), false))
BMILL_GUARDED_(size_t, bmill_bits_find_next_set_run,
               (const void *BMILL_SIZED_ bits, size_t nbits, size_t from, size_t length,
                size_t alignment),
               (bits, nbits, from, length, alignment),
               BMILL_TOUCHES_(bits, bmill_extent_of_runs_(nbits, from, length, alignment), false))
BMILL_GUARDED_(size_t, bmill_bits_find_first_clear_run,
               (const void *BMILL_SIZED_ bits, size_t nbits, size_t length, size_t alignment),
               (bits, nbits, length, alignment),
               BMILL_TOUCHES_(bits, bmill_extent_of_runs_(nbits, 0, length, alignment), false))
BMILL_GUARDED_(size_t, bmill_bits_find_next_clear_run,
               (const void *BMILL_SIZED_ bits, size_t nbits, size_t from, size_t length,
                size_t alignment),
               (bits, nbits, from, length, alignment),
               BMILL_TOUCHES_(bits, bmill_extent_of_runs_(nbits, from, length, alignment), false))

#endif

#endif
