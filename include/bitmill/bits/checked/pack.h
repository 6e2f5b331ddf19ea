/* bitmill/bits/checked/pack.h: the checks of bitmill/bits/pack.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_PACK_H
#define BITMILL_BITS_CHECKED_PACK_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/pack.h>

#if BMILL_CHECKS_

BMILL_GUARDED_VOID_(bmill_bits_pack,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ bytes, size_t n),
                    (dst, bytes, n), BMILL_WRITES_BITS_(dst, 0, n);
                    BMILL_READS_BYTES_(bytes, n))
BMILL_GUARDED_VOID_(bmill_bits_pack_msb,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ bytes, size_t n),
                    (dst, bytes, n), BMILL_WRITES_BITS_(dst, 0, n);
                    BMILL_READS_BYTES_(bytes, n))
BMILL_GUARDED_VOID_(bmill_bits_unpack,
                    (void *BMILL_SIZED_ bytes, const void *BMILL_SIZED_ bits, size_t n),
                    (bytes, bits, n), BMILL_WRITES_BYTES_(bytes, n);
                    BMILL_READS_BITS_(bits, 0, n))
BMILL_GUARDED_VOID_(bmill_bits_unpack_msb,
                    (void *BMILL_SIZED_ bytes, const void *BMILL_SIZED_ bits, size_t n),
                    (bytes, bits, n), BMILL_WRITES_BYTES_(bytes, n);
                    BMILL_READS_BITS_(bits, 0, n))
BMILL_GUARDED_VOID_(bmill_bits_reverse_in_bytes,
                    (void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a, size_t nbytes),
                    (dst, a, nbytes), BMILL_WRITES_BYTES_(dst, nbytes);
                    BMILL_READS_BYTES_(a, nbytes))

#endif

#endif
