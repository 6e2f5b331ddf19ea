/** @file
 * bitmill/bits/search.h: the positions of a sequence of bits in a bitmap.
 *
 * The pattern is a bitmap of `length` bits at an address of its own. It matches at position i if
 * bit i + j of the bitmap equals bit j of the pattern for all j below length; so it cannot match
 * where i + length is more than nbits. The empty pattern matches everywhere, at nbits too.
 *
 * Cost: with AVX2 and AVX-512, some of the first 24 bits of the pattern rule out most positions, at
 * tens of GB/s; without, its first 64 bits do. The remaining positions are compared word by word.
 * A pattern whose bits are all equal is a run, and found as bitmill/bits/range.h finds it. So the
 * worst case, a pattern that almost matches at very many positions, takes nbits * length / 64
 * steps. The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_SEARCH_H
#define BITMILL_BITS_SEARCH_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Search
 *
 * Result: the position, 0 to nbits - length; nbits if there is none. For length 0 it is the first
 * position asked for, 0 or `from`, or nbits if `from` is more than that.
 * Example: size_t sync = bmill_bits_find_first_pattern(stream, sync_bits, nbits, 24);
 */
/** @{ */

/** First position where the pattern matches. */
BMILL_API BMILL_PURE size_t bmill_bits_find_first_pattern(const void *bits, const void *pattern,
                                                          size_t nbits, size_t length);
/** First position at or after `from` where the pattern matches. */
BMILL_API BMILL_PURE size_t bmill_bits_find_next_pattern(const void *bits, const void *pattern,
                                                         size_t nbits, size_t from, size_t length);

/** @} */

/**
 * Number of positions where the pattern matches; the matches may overlap.
 *
 * Result: 0 to nbits - length + 1, so nbits + 1 for length 0.
 * Example: size_t flags = bmill_bits_count_pattern(stream, flag_bits, nbits, 8);
 */
BMILL_API BMILL_PURE size_t bmill_bits_count_pattern(const void *bits, const void *pattern,
                                                     size_t nbits, size_t length);

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_PURE_(bmill_bits_find_first_pattern);
BMILL_LIBRARY_PURE_(bmill_bits_count_pattern);
BMILL_LIBRARY_PURE_(bmill_bits_find_next_pattern);

/* Nothing is read if the pattern is empty, or longer than the bitmap from `first` on. */
#define BMILL_READS_PATTERN_(first)                                                         \
    size_t room = nbits - bmill_least_(first, nbits), wanted = length <= room ? length : 0; \
    BMILL_READS_BITS_(pattern, 0, wanted);                                                  \
    BMILL_READS_BITS_(bits, first, wanted ? room : 0)

BMILL_BEGIN_FRONTS_

BMILL_FRONT_PURE_ size_t bmill_bits_find_first_pattern(const void *BMILL_SIZED_ bits,
                                                       const void *BMILL_SIZED_ pattern,
                                                       size_t nbits, size_t length)
{
    BMILL_READS_PATTERN_(0);
    return bmill_bits_find_first_pattern_library_(bits, pattern, nbits, length);
}

BMILL_FRONT_PURE_ size_t bmill_bits_count_pattern(const void *BMILL_SIZED_ bits,
                                                  const void *BMILL_SIZED_ pattern, size_t nbits,
                                                  size_t length)
{
    BMILL_READS_PATTERN_(0);
    return bmill_bits_count_pattern_library_(bits, pattern, nbits, length);
}

BMILL_FRONT_PURE_ size_t bmill_bits_find_next_pattern(const void *BMILL_SIZED_ bits,
                                                      const void *BMILL_SIZED_ pattern,
                                                      size_t nbits, size_t from, size_t length)
{
    BMILL_READS_PATTERN_(from);
    return bmill_bits_find_next_pattern_library_(bits, pattern, nbits, from, length);
}

BMILL_END_FRONTS_

#endif

#endif
