/* bitmill/bits/checked/many.h: the checks of bitmill/bits/many.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_MANY_H
#define BITMILL_BITS_CHECKED_MANY_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/many.h>

#if BMILL_CHECKS_

/* The pointers themselves, then what they point to. `used` are 0 where the result does not depend
 * on the maps. */
#define BMILL_READS_MAPS_(used)                      \
    BMILL_READS_ELEMENTS_(maps, nbits ? (used) : 0); \
    bmill_check_maps_(__func__, maps, nbits ? (used) : 0, nbits)

BMILL_GUARDED_VOID_(bmill_bits_and_many,
                    (void *BMILL_SIZED_ dst, const void *const *BMILL_SIZED_ maps, size_t nmaps,
                     size_t nbits),
                    (dst, maps, nmaps, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_MAPS_(nmaps))
BMILL_GUARDED_VOID_(bmill_bits_or_many,
                    (void *BMILL_SIZED_ dst, const void *const *BMILL_SIZED_ maps, size_t nmaps,
                     size_t nbits),
                    (dst, maps, nmaps, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_MAPS_(nmaps))
BMILL_GUARDED_VOID_(bmill_bits_xor_many,
                    (void *BMILL_SIZED_ dst, const void *const *BMILL_SIZED_ maps, size_t nmaps,
                     size_t nbits),
                    (dst, maps, nmaps, nbits), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_MAPS_(nmaps))
BMILL_GUARDED_VOID_(bmill_bits_at_least,
                    (void *BMILL_SIZED_ dst, const void *const *BMILL_SIZED_ maps, size_t nmaps,
                     size_t nbits, size_t k),
                    (dst, maps, nmaps, nbits, k), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_MAPS_(k > 0 && k <= nmaps ? nmaps : 0))
BMILL_GUARDED_VOID_(bmill_bits_exactly,
                    (void *BMILL_SIZED_ dst, const void *const *BMILL_SIZED_ maps, size_t nmaps,
                     size_t nbits, size_t k),
                    (dst, maps, nmaps, nbits, k), BMILL_WRITES_BITS_(dst, 0, nbits);
                    BMILL_READS_MAPS_(k <= nmaps ? nmaps : 0))

#endif

#endif
