/* bitmill/bits/checked/search.h: the checks of bitmill/bits/search.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_SEARCH_H
#define BITMILL_BITS_CHECKED_SEARCH_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/search.h>

#if BMILL_CHECKS_

/* Nothing is read of an empty pattern, nor where there is no room for it from `first` to the end.
 */
#define BMILL_READS_PATTERN_(first)                                                         \
    size_t room = nbits - bmill_least_(first, nbits), wanted = length <= room ? length : 0; \
    BMILL_READS_BITS_(pattern, 0, wanted);                                                  \
    BMILL_READS_BITS_(bits, first, wanted ? room : 0)

BMILL_GUARDED_(size_t, bmill_bits_find_first_pattern,
               (const void *BMILL_SIZED_ bits, const void *BMILL_SIZED_ pattern, size_t nbits,
                size_t length),
               (bits, pattern, nbits, length), BMILL_READS_PATTERN_(0))
BMILL_GUARDED_(size_t, bmill_bits_count_pattern,
               (const void *BMILL_SIZED_ bits, const void *BMILL_SIZED_ pattern, size_t nbits,
                size_t length),
               (bits, pattern, nbits, length), BMILL_READS_PATTERN_(0))
BMILL_GUARDED_(size_t, bmill_bits_find_next_pattern,
               (const void *BMILL_SIZED_ bits, const void *BMILL_SIZED_ pattern, size_t nbits,
                size_t from, size_t length),
               (bits, pattern, nbits, from, length), BMILL_READS_PATTERN_(from))

#endif

#endif
