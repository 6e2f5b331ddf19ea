/* bitmill/bits/checked/filter.h: the checks of bitmill/bits/filter.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_FILTER_H
#define BITMILL_BITS_CHECKED_FILTER_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/filter.h>

#if BMILL_CHECKS_

/* As many elements are picked as the mask has ones. */
BMILL_GUARDED_(size_t, bmill_bits_filter_u8,
               (uint8_t * BMILL_SIZED_ dst, const uint8_t *BMILL_SIZED_ a,
                const void *BMILL_SIZED_ mask, size_t n),
               (dst, a, mask, n), BMILL_READS_BITS_(mask, 0, n);
               BMILL_READS_ELEMENTS_(a, n);
               BMILL_WRITES_ELEMENTS_(dst, bmill_count_unchecked_(mask, n)))
BMILL_GUARDED_(size_t, bmill_bits_filter_u16,
               (uint16_t * BMILL_SIZED_ dst, const uint16_t *BMILL_SIZED_ a,
                const void *BMILL_SIZED_ mask, size_t n),
               (dst, a, mask, n), BMILL_READS_BITS_(mask, 0, n);
               BMILL_READS_ELEMENTS_(a, n);
               BMILL_WRITES_ELEMENTS_(dst, bmill_count_unchecked_(mask, n)))
BMILL_GUARDED_(size_t, bmill_bits_filter_u32,
               (uint32_t * BMILL_SIZED_ dst, const uint32_t *BMILL_SIZED_ a,
                const void *BMILL_SIZED_ mask, size_t n),
               (dst, a, mask, n), BMILL_READS_BITS_(mask, 0, n);
               BMILL_READS_ELEMENTS_(a, n);
               BMILL_WRITES_ELEMENTS_(dst, bmill_count_unchecked_(mask, n)))
BMILL_GUARDED_(size_t, bmill_bits_filter_u64,
               (uint64_t * BMILL_SIZED_ dst, const uint64_t *BMILL_SIZED_ a,
                const void *BMILL_SIZED_ mask, size_t n),
               (dst, a, mask, n), BMILL_READS_BITS_(mask, 0, n);
               BMILL_READS_ELEMENTS_(a, n);
               BMILL_WRITES_ELEMENTS_(dst, bmill_count_unchecked_(mask, n)))
BMILL_GUARDED_(size_t, bmill_bits_expand_u8,
               (uint8_t * BMILL_SIZED_ dst, const uint8_t *BMILL_SIZED_ a,
                const void *BMILL_SIZED_ mask, size_t n),
               (dst, a, mask, n), BMILL_READS_BITS_(mask, 0, n);
               BMILL_WRITES_ELEMENTS_(dst, n);
               BMILL_READS_ELEMENTS_(a, bmill_count_unchecked_(mask, n)))
BMILL_GUARDED_(size_t, bmill_bits_expand_u16,
               (uint16_t * BMILL_SIZED_ dst, const uint16_t *BMILL_SIZED_ a,
                const void *BMILL_SIZED_ mask, size_t n),
               (dst, a, mask, n), BMILL_READS_BITS_(mask, 0, n);
               BMILL_WRITES_ELEMENTS_(dst, n);
               BMILL_READS_ELEMENTS_(a, bmill_count_unchecked_(mask, n)))
BMILL_GUARDED_(size_t, bmill_bits_expand_u32,
               (uint32_t * BMILL_SIZED_ dst, const uint32_t *BMILL_SIZED_ a,
                const void *BMILL_SIZED_ mask, size_t n),
               (dst, a, mask, n), BMILL_READS_BITS_(mask, 0, n);
               BMILL_WRITES_ELEMENTS_(dst, n);
               BMILL_READS_ELEMENTS_(a, bmill_count_unchecked_(mask, n)))
BMILL_GUARDED_(size_t, bmill_bits_expand_u64,
               (uint64_t * BMILL_SIZED_ dst, const uint64_t *BMILL_SIZED_ a,
                const void *BMILL_SIZED_ mask, size_t n),
               (dst, a, mask, n), BMILL_READS_BITS_(mask, 0, n);
               BMILL_WRITES_ELEMENTS_(dst, n);
               BMILL_READS_ELEMENTS_(a, bmill_count_unchecked_(mask, n)))

#endif

#endif
