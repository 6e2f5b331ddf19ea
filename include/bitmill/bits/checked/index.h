/* bitmill/bits/checked/index.h: the checks of bitmill/bits/index.h.
 * See bitmill/bits/check.h. */
#ifndef BITMILL_BITS_CHECKED_INDEX_H
#define BITMILL_BITS_CHECKED_INDEX_H

#include <bitmill/bits/check.h>
#include <bitmill/bits/index.h>

#if BMILL_CHECKS_

/* From a bitmap to a list. nbits 0: no pointer is looked at; capacity 0: dst is not. */
#define BMILL_DECODES_()                                                                   \
    size_t rest;                                                                           \
    BMILL_WRITES_ELEMENTS_(from, nbits ? 1 : 0);                                           \
    rest = nbits && capacity ? nbits - bmill_least_(*from, nbits) : 0;                     \
    if (rest) {                                                                            \
        BMILL_READS_BITS_(bits, *from, rest);                                              \
        BMILL_WRITES_ELEMENTS_(                                                            \
            dst, bmill_least_(bmill_count_range_unchecked_(bits, *from, rest), capacity)); \
    }

BMILL_GUARDED_(size_t, bmill_bits_decode_u16,
               (uint16_t * BMILL_SIZED_ dst, const void *BMILL_SIZED_ bits, size_t nbits,
                size_t capacity, size_t *BMILL_SIZED_ from, uint16_t base),
               (dst, bits, nbits, capacity, from, base), BMILL_DECODES_())
BMILL_GUARDED_(size_t, bmill_bits_decode_u32,
               (uint32_t * BMILL_SIZED_ dst, const void *BMILL_SIZED_ bits, size_t nbits,
                size_t capacity, size_t *BMILL_SIZED_ from, uint32_t base),
               (dst, bits, nbits, capacity, from, base), BMILL_DECODES_())
BMILL_GUARDED_(size_t, bmill_bits_decode_u64,
               (uint64_t * BMILL_SIZED_ dst, const void *BMILL_SIZED_ bits, size_t nbits,
                size_t capacity, size_t *BMILL_SIZED_ from, uint64_t base),
               (dst, bits, nbits, capacity, from, base), BMILL_DECODES_())

/* From a list to a bitmap: the byte of each index. _checked: if all of them are below nbits. */
#define BMILL_WRITES_INDICES_()        \
    BMILL_READS_ELEMENTS_(indices, n); \
    bmill_check_indices_(__func__, bits, BMILL_LENGTH_(bits), indices, n, sizeof *indices)
#define BMILL_WRITES_INDICES_CHECKED_()                                \
    BMILL_READS_ELEMENTS_(indices, nbits ? n : 0);                     \
    if (nbits && bmill_all_below_(indices, n, sizeof *indices, nbits)) \
    bmill_check_indices_(__func__, bits, BMILL_LENGTH_(bits), indices, n, sizeof *indices)

BMILL_GUARDED_VOID_(bmill_bits_set_indices_u16,
                    (void *BMILL_SIZED_ bits, const uint16_t *BMILL_SIZED_ indices, size_t n),
                    (bits, indices, n), BMILL_WRITES_INDICES_())
BMILL_GUARDED_VOID_(bmill_bits_set_indices_u32,
                    (void *BMILL_SIZED_ bits, const uint32_t *BMILL_SIZED_ indices, size_t n),
                    (bits, indices, n), BMILL_WRITES_INDICES_())
BMILL_GUARDED_VOID_(bmill_bits_set_indices_u64,
                    (void *BMILL_SIZED_ bits, const uint64_t *BMILL_SIZED_ indices, size_t n),
                    (bits, indices, n), BMILL_WRITES_INDICES_())
BMILL_GUARDED_VOID_(bmill_bits_clear_indices_u16,
                    (void *BMILL_SIZED_ bits, const uint16_t *BMILL_SIZED_ indices, size_t n),
                    (bits, indices, n), BMILL_WRITES_INDICES_())
BMILL_GUARDED_VOID_(bmill_bits_clear_indices_u32,
                    (void *BMILL_SIZED_ bits, const uint32_t *BMILL_SIZED_ indices, size_t n),
                    (bits, indices, n), BMILL_WRITES_INDICES_())
BMILL_GUARDED_VOID_(bmill_bits_clear_indices_u64,
                    (void *BMILL_SIZED_ bits, const uint64_t *BMILL_SIZED_ indices, size_t n),
                    (bits, indices, n), BMILL_WRITES_INDICES_())
BMILL_GUARDED_VOID_(bmill_bits_flip_indices_u16,
                    (void *BMILL_SIZED_ bits, const uint16_t *BMILL_SIZED_ indices, size_t n),
                    (bits, indices, n), BMILL_WRITES_INDICES_())
BMILL_GUARDED_VOID_(bmill_bits_flip_indices_u32,
                    (void *BMILL_SIZED_ bits, const uint32_t *BMILL_SIZED_ indices, size_t n),
                    (bits, indices, n), BMILL_WRITES_INDICES_())
BMILL_GUARDED_VOID_(bmill_bits_flip_indices_u64,
                    (void *BMILL_SIZED_ bits, const uint64_t *BMILL_SIZED_ indices, size_t n),
                    (bits, indices, n), BMILL_WRITES_INDICES_())
BMILL_GUARDED_(size_t, bmill_bits_set_indices_checked_u16,
               (void *BMILL_SIZED_ bits, const uint16_t *BMILL_SIZED_ indices, size_t nbits,
                size_t n),
               (bits, indices, nbits, n), BMILL_WRITES_INDICES_CHECKED_())
BMILL_GUARDED_(size_t, bmill_bits_set_indices_checked_u32,
               (void *BMILL_SIZED_ bits, const uint32_t *BMILL_SIZED_ indices, size_t nbits,
                size_t n),
               (bits, indices, nbits, n), BMILL_WRITES_INDICES_CHECKED_())
BMILL_GUARDED_(size_t, bmill_bits_set_indices_checked_u64,
               (void *BMILL_SIZED_ bits, const uint64_t *BMILL_SIZED_ indices, size_t nbits,
                size_t n),
               (bits, indices, nbits, n), BMILL_WRITES_INDICES_CHECKED_())
BMILL_GUARDED_(size_t, bmill_bits_clear_indices_checked_u16,
               (void *BMILL_SIZED_ bits, const uint16_t *BMILL_SIZED_ indices, size_t nbits,
                size_t n),
               (bits, indices, nbits, n), BMILL_WRITES_INDICES_CHECKED_())
BMILL_GUARDED_(size_t, bmill_bits_clear_indices_checked_u32,
               (void *BMILL_SIZED_ bits, const uint32_t *BMILL_SIZED_ indices, size_t nbits,
                size_t n),
               (bits, indices, nbits, n), BMILL_WRITES_INDICES_CHECKED_())
BMILL_GUARDED_(size_t, bmill_bits_clear_indices_checked_u64,
               (void *BMILL_SIZED_ bits, const uint64_t *BMILL_SIZED_ indices, size_t nbits,
                size_t n),
               (bits, indices, nbits, n), BMILL_WRITES_INDICES_CHECKED_())
BMILL_GUARDED_(size_t, bmill_bits_flip_indices_checked_u16,
               (void *BMILL_SIZED_ bits, const uint16_t *BMILL_SIZED_ indices, size_t nbits,
                size_t n),
               (bits, indices, nbits, n), BMILL_WRITES_INDICES_CHECKED_())
BMILL_GUARDED_(size_t, bmill_bits_flip_indices_checked_u32,
               (void *BMILL_SIZED_ bits, const uint32_t *BMILL_SIZED_ indices, size_t nbits,
                size_t n),
               (bits, indices, nbits, n), BMILL_WRITES_INDICES_CHECKED_())
BMILL_GUARDED_(size_t, bmill_bits_flip_indices_checked_u64,
               (void *BMILL_SIZED_ bits, const uint64_t *BMILL_SIZED_ indices, size_t nbits,
                size_t n),
               (bits, indices, nbits, n), BMILL_WRITES_INDICES_CHECKED_())

/* Lists of runs: what is written is counted before. */
BMILL_GUARDED_(size_t, bmill_bits_runs_from_indices_u16,
               (uint16_t * BMILL_SIZED_ runs, const uint16_t *BMILL_SIZED_ indices, size_t n),
               (runs, indices, n), BMILL_READS_ELEMENTS_(indices, n);
               BMILL_WRITES_ELEMENTS_(runs, 2 * bmill_count_runs_(indices, n, sizeof *indices)))
BMILL_GUARDED_(size_t, bmill_bits_runs_from_indices_u32,
               (uint32_t * BMILL_SIZED_ runs, const uint32_t *BMILL_SIZED_ indices, size_t n),
               (runs, indices, n), BMILL_READS_ELEMENTS_(indices, n);
               BMILL_WRITES_ELEMENTS_(runs, 2 * bmill_count_runs_(indices, n, sizeof *indices)))
BMILL_GUARDED_(size_t, bmill_bits_runs_from_indices_u64,
               (uint64_t * BMILL_SIZED_ runs, const uint64_t *BMILL_SIZED_ indices, size_t n),
               (runs, indices, n), BMILL_READS_ELEMENTS_(indices, n);
               BMILL_WRITES_ELEMENTS_(runs, 2 * bmill_count_runs_(indices, n, sizeof *indices)))
BMILL_GUARDED_(size_t, bmill_bits_indices_from_runs_u16,
               (uint16_t * BMILL_SIZED_ indices, const uint16_t *BMILL_SIZED_ runs, size_t nruns,
                size_t capacity),
               (indices, runs, nruns, capacity),
               BMILL_READS_ELEMENTS_(runs, bmill_product_(nruns, 2));
               BMILL_WRITES_ELEMENTS_(indices,
                                      bmill_least_(bmill_count_indices_(runs, nruns, sizeof *runs),
                                                   capacity)))
BMILL_GUARDED_(size_t, bmill_bits_indices_from_runs_u32,
               (uint32_t * BMILL_SIZED_ indices, const uint32_t *BMILL_SIZED_ runs, size_t nruns,
                size_t capacity),
               (indices, runs, nruns, capacity),
               BMILL_READS_ELEMENTS_(runs, bmill_product_(nruns, 2));
               BMILL_WRITES_ELEMENTS_(indices,
                                      bmill_least_(bmill_count_indices_(runs, nruns, sizeof *runs),
                                                   capacity)))
BMILL_GUARDED_(size_t, bmill_bits_indices_from_runs_u64,
               (uint64_t * BMILL_SIZED_ indices, const uint64_t *BMILL_SIZED_ runs, size_t nruns,
                size_t capacity),
               (indices, runs, nruns, capacity),
               BMILL_READS_ELEMENTS_(runs, bmill_product_(nruns, 2));
               BMILL_WRITES_ELEMENTS_(indices,
                                      bmill_least_(bmill_count_indices_(runs, nruns, sizeof *runs),
                                                   capacity)))

#endif

#endif
