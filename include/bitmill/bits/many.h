/** @file
 * bitmill/bits/many.h: functions of any number of bitmaps, in one pass.
 *
 * `maps` are pointers to `nmaps` bitmaps of nbits bits each, at any addresses; one bitmap may be
 * there more than once. dst may be exactly any of them. nmaps 0 is allowed, with any `maps`. Cost:
 * each bitmap is read once. The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_MANY_H
#define BITMILL_BITS_MANY_H

#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Logic
 *
 * Example: bmill_bits_and_many(hits, postings, nterms, ndocuments);
 */
/** @{ */

/** dst = the AND of all maps: 1 where all are 1. All 1 for no maps. */
BMILL_API void bmill_bits_and_many(void *dst, const void *const *maps, size_t nmaps, size_t nbits);
/** dst = the OR of all maps: 1 where at least one is 1. All 0 for no maps. */
BMILL_API void bmill_bits_or_many(void *dst, const void *const *maps, size_t nmaps, size_t nbits);
/** dst = the XOR of all maps: 1 where an odd number of them is 1. All 0 for no maps. */
BMILL_API void bmill_bits_xor_many(void *dst, const void *const *maps, size_t nmaps, size_t nbits);

/** @} */

/** @name Thresholds
 *
 * The T-occurrence problem: the positions that are 1 in at least k of the maps. Any k is allowed.
 * Cost: about 2 instructions for each vector of each map with AVX-512, 5 with AVX2.
 * Example: bmill_bits_at_least(similar, grams, ngrams, nwords, ngrams - 2);
 */
/** @{ */

/** dst = 1 where at least `k` of the maps are 1: all 1 for k 0, all 0 for k above nmaps. */
BMILL_API void bmill_bits_at_least(void *dst, const void *const *maps, size_t nmaps, size_t nbits,
                                   size_t k);
/** dst = 1 where exactly `k` of the maps are 1: all 0 for k above nmaps. */
BMILL_API void bmill_bits_exactly(void *dst, const void *const *maps, size_t nmaps, size_t nbits,
                                  size_t k);

/** @} */

#ifdef __cplusplus
}
#endif

#include <bitmill/bits/checked/many.h>

#endif
