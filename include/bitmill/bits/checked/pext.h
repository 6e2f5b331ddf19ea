/* bitmill/bits/checked/pext.h: the checks of bitmill/bits/pext.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_PEXT_H
#define BITMILL_BITS_CHECKED_PEXT_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/pext.h>

#if BMILL_CHECKS_

/* As many bits are packed as the mask has. */
BMILL_GUARDED_(size_t, bmill_bits_pext,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ mask,
                size_t nbits),
               (dst, a, mask, nbits), BMILL_READS_BITS_(mask, 0, nbits);
               BMILL_READS_BITS_(a, 0, nbits);
               BMILL_WRITES_BITS_(dst, 0, bmill_count_unchecked_(mask, nbits)))
BMILL_GUARDED_(size_t, bmill_bits_pdep,
               (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, const void *BMILL_SIZED_ mask,
                size_t nbits),
               (dst, a, mask, nbits), BMILL_READS_BITS_(mask, 0, nbits);
               BMILL_WRITES_BITS_(dst, 0, nbits);
               BMILL_READS_BITS_(a, 0, bmill_count_unchecked_(mask, nbits)))

#endif

#endif
