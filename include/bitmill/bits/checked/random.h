/* bitmill/bits/checked/random.h: the checks of bitmill/bits/random.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_RANDOM_H
#define BITMILL_BITS_CHECKED_RANDOM_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/random.h>

#if BMILL_CHECKS_

BMILL_GUARDED_VOID_(bmill_bits_random,
                    (void *BMILL_SIZED_ dst, size_t nbits, uint64_t k, unsigned m, uint64_t seed),
                    (dst, nbits, k, m, seed), BMILL_WRITES_BITS_(dst, 0, nbits))
BMILL_GUARDED_VOID_(bmill_bits_random_exactly,
                    (void *BMILL_SIZED_ dst, size_t nbits, size_t k, uint64_t seed),
                    (dst, nbits, k, seed), BMILL_WRITES_BITS_(dst, 0, nbits))

#endif

#endif
