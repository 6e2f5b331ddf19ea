/* bitmill/bits/search.h: a sequence of bits, anywhere in a bitmap.
 *
 * The pattern is a bitmap of `length` bits at an address of its own. It stands at position i if bit
 * i + j equals bit j of the pattern for all j below length; so it does not if i + length is more
 * than nbits. The empty pattern stands everywhere, at nbits, too. Not included by
 * <bitmill.h>; the rules of bitmill/bits.h hold.
 *
 * Cost: with AVX2 and AVX-512 most positions are sorted out by some of the first 24 bits of the
 * pattern, at tens of GB/s, without by its first 64; those that are left are compared word by word.
 * So patterns that nearly stand at very many places take nbits * length / 64 steps.
 */
#ifndef BITMILL_BITS_SEARCH_H
#define BITMILL_BITS_SEARCH_H

#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * First position where the pattern stands, anywhere or at or after `from`.
 *
 * Result: 0 to nbits - length; nbits if there is none. length 0: 0, or `from` if that is at most
 * nbits.
 * Example: size_t sync = bmill_bits_find_first_pattern(stream, "\x7e", nbits, 8);
 */
BMILL_API BMILL_PURE size_t bmill_bits_find_first_pattern(const void *bits, const void *pattern,
                                                          size_t nbits, size_t length);
BMILL_API BMILL_PURE size_t bmill_bits_find_next_pattern(const void *bits, const void *pattern,
                                                         size_t nbits, size_t from, size_t length);

/**
 * Number of positions where the pattern stands; they may overlap.
 *
 * Result: 0 to nbits - length + 1, so nbits + 1 for length 0.
 * Example: size_t flags = bmill_bits_count_pattern(stream, "\x7e", nbits, 8);
 */
BMILL_API BMILL_PURE size_t bmill_bits_count_pattern(const void *bits, const void *pattern,
                                                     size_t nbits, size_t length);

#ifdef __cplusplus
}
#endif

#include <bitmill/bits/checked/search.h>

#endif
