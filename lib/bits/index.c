/* index.c: between bitmaps and lists of positions: the functions of bitmill/bits/index.h. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include <bitmill/bits/index.h>

/* ---- From a bitmap to a list. ---- */

size_t bmill_bits_decode_u16(uint16_t *dst, const void *bits, size_t nbits, size_t capacity,
                             size_t *from, uint16_t base)
{
    return KERNEL(decode_u16)(dst, bits, nbits, capacity, from, base);
}

size_t bmill_bits_decode_u32(uint32_t *dst, const void *bits, size_t nbits, size_t capacity,
                             size_t *from, uint32_t base)
{
    return KERNEL(decode_u32)(dst, bits, nbits, capacity, from, base);
}

size_t bmill_bits_decode_u64(uint64_t *dst, const void *bits, size_t nbits, size_t capacity,
                             size_t *from, uint64_t base)
{
    return KERNEL(decode_u64)(dst, bits, nbits, capacity, from, base);
}

/* ---- From a list to a bitmap. ---- */

void bmill_bits_set_indices_u16(void *bits, const uint16_t *indices, size_t n)
{
    KERNEL(set_indices_u16)(bits, indices, n);
}

void bmill_bits_set_indices_u32(void *bits, const uint32_t *indices, size_t n)
{
    KERNEL(set_indices_u32)(bits, indices, n);
}

void bmill_bits_set_indices_u64(void *bits, const uint64_t *indices, size_t n)
{
    KERNEL(set_indices_u64)(bits, indices, n);
}

void bmill_bits_clear_indices_u16(void *bits, const uint16_t *indices, size_t n)
{
    KERNEL(clear_indices_u16)(bits, indices, n);
}

void bmill_bits_clear_indices_u32(void *bits, const uint32_t *indices, size_t n)
{
    KERNEL(clear_indices_u32)(bits, indices, n);
}

void bmill_bits_clear_indices_u64(void *bits, const uint64_t *indices, size_t n)
{
    KERNEL(clear_indices_u64)(bits, indices, n);
}

void bmill_bits_flip_indices_u16(void *bits, const uint16_t *indices, size_t n)
{
    KERNEL(flip_indices_u16)(bits, indices, n);
}

void bmill_bits_flip_indices_u32(void *bits, const uint32_t *indices, size_t n)
{
    KERNEL(flip_indices_u32)(bits, indices, n);
}

void bmill_bits_flip_indices_u64(void *bits, const uint64_t *indices, size_t n)
{
    KERNEL(flip_indices_u64)(bits, indices, n);
}

/* ---- The same, after a check of all indices. ---- */

/* The position in the list of the first index that is nbits or more; n if there is none. With nbits
 * 0 that is the first one, and the list is not read. */
static size_t find_wrong_u16(const uint16_t *indices, size_t n, size_t nbits)
{
    return nbits ? KERNEL(find_index_from_u16)(indices, n, nbits) : 0;
}

static size_t find_wrong_u32(const uint32_t *indices, size_t n, size_t nbits)
{
    return nbits ? KERNEL(find_index_from_u32)(indices, n, nbits) : 0;
}

static size_t find_wrong_u64(const uint64_t *indices, size_t n, size_t nbits)
{
    return nbits ? KERNEL(find_index_from_u64)(indices, n, nbits) : 0;
}

size_t bmill_bits_set_indices_checked_u16(void *bits, const uint16_t *indices, size_t nbits,
                                          size_t n)
{
    size_t wrong = find_wrong_u16(indices, n, nbits);
    if (wrong == n)
        KERNEL(set_indices_u16)(bits, indices, n);
    return wrong;
}

size_t bmill_bits_set_indices_checked_u32(void *bits, const uint32_t *indices, size_t nbits,
                                          size_t n)
{
    size_t wrong = find_wrong_u32(indices, n, nbits);
    if (wrong == n)
        KERNEL(set_indices_u32)(bits, indices, n);
    return wrong;
}

size_t bmill_bits_set_indices_checked_u64(void *bits, const uint64_t *indices, size_t nbits,
                                          size_t n)
{
    size_t wrong = find_wrong_u64(indices, n, nbits);
    if (wrong == n)
        KERNEL(set_indices_u64)(bits, indices, n);
    return wrong;
}

size_t bmill_bits_clear_indices_checked_u16(void *bits, const uint16_t *indices, size_t nbits,
                                            size_t n)
{
    size_t wrong = find_wrong_u16(indices, n, nbits);
    if (wrong == n)
        KERNEL(clear_indices_u16)(bits, indices, n);
    return wrong;
}

size_t bmill_bits_clear_indices_checked_u32(void *bits, const uint32_t *indices, size_t nbits,
                                            size_t n)
{
    size_t wrong = find_wrong_u32(indices, n, nbits);
    if (wrong == n)
        KERNEL(clear_indices_u32)(bits, indices, n);
    return wrong;
}

size_t bmill_bits_clear_indices_checked_u64(void *bits, const uint64_t *indices, size_t nbits,
                                            size_t n)
{
    size_t wrong = find_wrong_u64(indices, n, nbits);
    if (wrong == n)
        KERNEL(clear_indices_u64)(bits, indices, n);
    return wrong;
}

size_t bmill_bits_flip_indices_checked_u16(void *bits, const uint16_t *indices, size_t nbits,
                                           size_t n)
{
    size_t wrong = find_wrong_u16(indices, n, nbits);
    if (wrong == n)
        KERNEL(flip_indices_u16)(bits, indices, n);
    return wrong;
}

size_t bmill_bits_flip_indices_checked_u32(void *bits, const uint32_t *indices, size_t nbits,
                                           size_t n)
{
    size_t wrong = find_wrong_u32(indices, n, nbits);
    if (wrong == n)
        KERNEL(flip_indices_u32)(bits, indices, n);
    return wrong;
}

size_t bmill_bits_flip_indices_checked_u64(void *bits, const uint64_t *indices, size_t nbits,
                                           size_t n)
{
    size_t wrong = find_wrong_u64(indices, n, nbits);
    if (wrong == n)
        KERNEL(flip_indices_u64)(bits, indices, n);
    return wrong;
}

/* ---- Between lists of indices and lists of runs. ---- */

size_t bmill_bits_runs_from_indices_u16(uint16_t *runs, const uint16_t *indices, size_t n)
{
    return KERNEL(runs_from_indices_u16)(runs, indices, n);
}

size_t bmill_bits_runs_from_indices_u32(uint32_t *runs, const uint32_t *indices, size_t n)
{
    return KERNEL(runs_from_indices_u32)(runs, indices, n);
}

size_t bmill_bits_runs_from_indices_u64(uint64_t *runs, const uint64_t *indices, size_t n)
{
    return KERNEL(runs_from_indices_u64)(runs, indices, n);
}

size_t bmill_bits_indices_from_runs_u16(uint16_t *indices, const uint16_t *runs, size_t nruns,
                                        size_t capacity)
{
    return KERNEL(indices_from_runs_u16)(indices, runs, nruns, capacity);
}

size_t bmill_bits_indices_from_runs_u32(uint32_t *indices, const uint32_t *runs, size_t nruns,
                                        size_t capacity)
{
    return KERNEL(indices_from_runs_u32)(indices, runs, nruns, capacity);
}

size_t bmill_bits_indices_from_runs_u64(uint64_t *indices, const uint64_t *runs, size_t nruns,
                                        size_t capacity)
{
    return KERNEL(indices_from_runs_u64)(indices, runs, nruns, capacity);
}
