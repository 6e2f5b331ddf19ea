/* bitmill/bits/many.h: functions of any number of bitmaps, in one pass. Not included by
 * <bitmill.h>; the rules of bitmill/bits.h hold.
 *
 * `maps` are pointers to `nmaps` bitmaps of nbits each; they may be at any addresses, and the same
 * one may be there more than once. dst may be exactly any of them. nmaps 0 is allowed, with any
 * `maps`.
 */
#ifndef BITMILL_BITS_MANY_H
#define BITMILL_BITS_MANY_H

#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * dst = the AND, OR, XOR of all maps: 1 where all are 1, where some is 1, where an odd number is 1.
 *
 * Of no maps the AND is all ones, the others are all zeros.
 * Example: bmill_bits_and_many(hits, postings, nterms, ndocuments);
 */
BMILL_API void bmill_bits_and_many(void *dst, const void *const *maps, size_t nmaps, size_t nbits);
BMILL_API void bmill_bits_or_many(void *dst, const void *const *maps, size_t nmaps, size_t nbits);
BMILL_API void bmill_bits_xor_many(void *dst, const void *const *maps, size_t nmaps, size_t nbits);

/**
 * dst = 1 where at least `k`, exactly `k` of the maps are 1 (threshold, T-occurrence).
 *
 * Any k: at least 0 is all ones, more than nmaps is all zeros. Cost: each map is read once, and
 * takes about 2 instructions for each vector of it with AVX-512, 5 with AVX2.
 * Example: bmill_bits_at_least(similar, grams, ngrams, nwords, ngrams - 2);
 */
BMILL_API void bmill_bits_at_least(void *dst, const void *const *maps, size_t nmaps, size_t nbits,
                                   size_t k);
BMILL_API void bmill_bits_exactly(void *dst, const void *const *maps, size_t nmaps, size_t nbits,
                                  size_t k);

#ifdef __cplusplus
}
#endif

#include <bitmill/bits/checked/many.h>

#endif
