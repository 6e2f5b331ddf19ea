/** @file
 * bitmill/bits/many.h: functions of any number of bitmaps, in one pass.
 *
 * `maps` are pointers to `nmaps` bitmaps of nbits bits each, at any addresses; one bitmap may be
 * there more than once. dst may be exactly any of them. nmaps 0 is allowed, with any `maps`. Cost:
 * each bitmap is read once. The rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_MANY_H
#define BITMILL_BITS_MANY_H

#include <bitmill/bits/check.h>
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

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_(bmill_bits_and_many);
BMILL_LIBRARY_(bmill_bits_or_many);
BMILL_LIBRARY_(bmill_bits_xor_many);
BMILL_LIBRARY_(bmill_bits_at_least);
BMILL_LIBRARY_(bmill_bits_exactly);

/* The first `used` pointers, and the bitmaps that they point to; 0 where the result does not depend
 * on the maps. */
#define BMILL_READS_MAPS_(used)                      \
    BMILL_READS_ELEMENTS_(maps, nbits ? (used) : 0); \
    bmill_check_maps_(__func__, maps, nbits ? (used) : 0, nbits)

BMILL_BEGIN_FRONTS_

BMILL_FRONT_ void bmill_bits_and_many(void *BMILL_SIZED_ dst, const void *const *BMILL_SIZED_ maps,
                                      size_t nmaps, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_MAPS_(nmaps);
    bmill_bits_and_many_library_(dst, maps, nmaps, nbits);
}

BMILL_FRONT_ void bmill_bits_or_many(void *BMILL_SIZED_ dst, const void *const *BMILL_SIZED_ maps,
                                     size_t nmaps, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_MAPS_(nmaps);
    bmill_bits_or_many_library_(dst, maps, nmaps, nbits);
}

BMILL_FRONT_ void bmill_bits_xor_many(void *BMILL_SIZED_ dst, const void *const *BMILL_SIZED_ maps,
                                      size_t nmaps, size_t nbits)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_MAPS_(nmaps);
    bmill_bits_xor_many_library_(dst, maps, nmaps, nbits);
}

BMILL_FRONT_ void bmill_bits_at_least(void *BMILL_SIZED_ dst, const void *const *BMILL_SIZED_ maps,
                                      size_t nmaps, size_t nbits, size_t k)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_MAPS_(k > 0 && k <= nmaps ? nmaps : 0);
    bmill_bits_at_least_library_(dst, maps, nmaps, nbits, k);
}

BMILL_FRONT_ void bmill_bits_exactly(void *BMILL_SIZED_ dst, const void *const *BMILL_SIZED_ maps,
                                     size_t nmaps, size_t nbits, size_t k)
{
    BMILL_WRITES_BITS_(dst, 0, nbits);
    BMILL_READS_MAPS_(k <= nmaps ? nmaps : 0);
    bmill_bits_exactly_library_(dst, maps, nmaps, nbits, k);
}

BMILL_END_FRONTS_

#endif

#endif
