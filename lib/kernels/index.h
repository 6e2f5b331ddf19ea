/* index.h: from a list of indices to a bitmap, and to runs; from a bitmap to a list: the kernels of
 * decode.h. */
#ifndef BMILL_KERNELS_INDEX_H
#define BMILL_KERNELS_INDEX_H

#include "kernels/decode.h"
#include "kernels/lists.h"
#include "simd/simd.h"
#include "tables/thresholds.h"

/* ---- From a list to a bitmap ---- */

typedef unsigned byte_op(unsigned byte, unsigned bit);
BMILL_ALWAYS_INLINE unsigned byte_set(unsigned byte, unsigned bit) { return byte | bit; }
BMILL_ALWAYS_INLINE unsigned byte_clear(unsigned byte, unsigned bit) { return byte & ~bit; }
BMILL_ALWAYS_INLINE unsigned byte_flip(unsigned byte, unsigned bit) { return byte ^ bit; }

BMILL_ALWAYS_INLINE void change_bit(unsigned char *bits, uint64_t i, byte_op *op)
{
    bits[i / 8] = (unsigned char)op(bits[i / 8], 1u << i % 8);
}

/* Neighbouring indices are mostly in the same byte, and then each load waits until the store before
 * it is forwarded (about 5 cycles). So four quarters of the list take turns; the result does not
 * depend on the order. */
BMILL_ALWAYS_INLINE void change_indices(void *bits, const void *indices, size_t n, size_t width,
                                        byte_op *op)
{
    size_t quarter = n / 4;
    size_t i;
    for (i = 0; i < quarter; i++) {
        change_bit(bits, element(indices, i, width), op);
        change_bit(bits, element(indices, i + quarter, width), op);
        change_bit(bits, element(indices, i + 2 * quarter, width), op);
        change_bit(bits, element(indices, i + 3 * quarter, width), op);
    }
    for (i = 4 * quarter; i < n; i++)
        change_bit(bits, element(indices, i, width), op);
}

/* The number of indices before the first that is not below limit. 64 with one branch, in a loop of
 * constant length, which compilers vectorise. */
BMILL_ALWAYS_INLINE size_t find_index_from(const void *indices, size_t n, size_t limit,
                                           size_t width)
{
    size_t i = 0;
    size_t k;
    if (limit > largest_element(width))
        return n;
    for (; n - i >= INDICES_AT_ONCE; i += INDICES_AT_ONCE) {
        unsigned above = 0;
        for (k = 0; k < INDICES_AT_ONCE; k++)
            above |= element(indices, i + k, width) >= limit;
        if (above)
            break;
    }
    while (i < n && element(indices, i, width) < limit)
        i++;
    return i;
}

/* ---- Runs ---- */

/* There is no branch on whether an index begins a run or continues one, as it would often be
 * mispredicted: the run it belongs to is stored again each time. `split` is a constant: whether to
 * split the run of all numbers, the only one whose length is no element. */
BMILL_ALWAYS_INLINE size_t runs_of(void *runs, const void *indices, size_t n, size_t width,
                                   bool split)
{
    const uint64_t max = largest_element(width);
    uint64_t first = element(indices, 0, width);
    uint64_t last = first;
    size_t at = 0; /* the element where the current run begins */
    put_element(runs, 0, width, first);
    put_element(runs, 1, width, 1);
    for (size_t i = 1; i < n; i++) {
        uint64_t index = element(indices, i, width);
        bool begins = index != last + 1;
        if (width == 8) /* the sum may have wrapped */
            begins |= index == 0;
        if (split)
            begins |= (index == max) & (first == 0);
        first ^= (first ^ index) & (0 - (uint64_t)begins); /* ?: would be a branch, with gcc */
        at += 2 * (size_t)begins;
        last = index;
        put_element(runs, at, width, first);
        put_element(runs, at + 1, width, index - first + 1);
    }
    return at / 2 + 1;
}

BMILL_ALWAYS_INLINE size_t runs_from_indices(void *runs, const void *indices, size_t n,
                                             size_t width)
{
    if (n == 0)
        return 0;
    if (n > largest_element(width))
        return runs_of(runs, indices, n, width, true);
    return runs_of(runs, indices, n, width, false);
}

/* The sum of the counts, or SIZE_MAX. */
BMILL_ALWAYS_INLINE size_t indices_in_runs(const void *runs, size_t nruns, size_t width)
{
    size_t total = 0;
    for (size_t i = 0; i < nruns; i++) {
        uint64_t count = element(runs, 2 * i + 1, width);
        if (count > SIZE_MAX - total)
            return SIZE_MAX;
        total += (size_t)count;
    }
    return total;
}

/* A run is stored 16 elements at a time; the next run overwrites the surplus. */
BMILL_ALWAYS_INLINE size_t indices_from_runs(void *indices, const void *runs, size_t nruns,
                                             size_t capacity, size_t width)
{
    enum { STEP = RUN_STEP };
    size_t total = indices_in_runs(runs, nruns, width);
    size_t n = 0;
    size_t end = total < capacity ? total : capacity;
    for (size_t i = 0; n < end; i++) {
        uint64_t first = element(runs, 2 * i, width);
        uint64_t count = element(runs, 2 * i + 1, width);
        size_t here = count < end - n ? (size_t)count : end - n;
        size_t k;
        for (k = 0; k < here && end - n - k >= STEP; k += STEP)
            for (size_t j = 0; j < STEP; j++)
                put_element(indices, n + k + j, width, first + k + j);
        for (; k < here; k++)
            put_element(indices, n + k, width, first + k);
        n += here;
    }
    return total;
}

/* ---- The kernels ---- */

BMILL_KERNEL size_t decode_u16_kernel(uint16_t *dst, const void *bits, size_t nbits,
                                      size_t capacity, size_t *from, uint16_t base)
{
    if (!is_one_line(nbits, capacity, from))
        return decode_any_u16(dst, bits, nbits, capacity, from, base);
    *from = LINE_BITS;
    return decode_line(dst, bits, base, 2);
}
BMILL_KERNEL size_t decode_u32_kernel(uint32_t *dst, const void *bits, size_t nbits,
                                      size_t capacity, size_t *from, uint32_t base)
{
    if (!is_one_line(nbits, capacity, from))
        return decode_any_u32(dst, bits, nbits, capacity, from, base);
    *from = LINE_BITS;
    return decode_line(dst, bits, base, 4);
}
BMILL_KERNEL size_t decode_u64_kernel(uint64_t *dst, const void *bits, size_t nbits,
                                      size_t capacity, size_t *from, uint64_t base)
{
    if (!is_one_line(nbits, capacity, from))
        return decode_any_u64(dst, bits, nbits, capacity, from, base);
    *from = LINE_BITS;
    return decode_line(dst, bits, base, 8);
}

BMILL_KERNEL void set_indices_u16_kernel(void *bits, const uint16_t *indices, size_t n)
{
    change_indices(bits, indices, n, 2, byte_set);
}
BMILL_KERNEL void set_indices_u32_kernel(void *bits, const uint32_t *indices, size_t n)
{
    change_indices(bits, indices, n, 4, byte_set);
}
BMILL_KERNEL void set_indices_u64_kernel(void *bits, const uint64_t *indices, size_t n)
{
    change_indices(bits, indices, n, 8, byte_set);
}

BMILL_KERNEL void clear_indices_u16_kernel(void *bits, const uint16_t *indices, size_t n)
{
    change_indices(bits, indices, n, 2, byte_clear);
}
BMILL_KERNEL void clear_indices_u32_kernel(void *bits, const uint32_t *indices, size_t n)
{
    change_indices(bits, indices, n, 4, byte_clear);
}
BMILL_KERNEL void clear_indices_u64_kernel(void *bits, const uint64_t *indices, size_t n)
{
    change_indices(bits, indices, n, 8, byte_clear);
}

BMILL_KERNEL void flip_indices_u16_kernel(void *bits, const uint16_t *indices, size_t n)
{
    change_indices(bits, indices, n, 2, byte_flip);
}
BMILL_KERNEL void flip_indices_u32_kernel(void *bits, const uint32_t *indices, size_t n)
{
    change_indices(bits, indices, n, 4, byte_flip);
}
BMILL_KERNEL void flip_indices_u64_kernel(void *bits, const uint64_t *indices, size_t n)
{
    change_indices(bits, indices, n, 8, byte_flip);
}

BMILL_KERNEL size_t find_index_from_u16_kernel(const uint16_t *indices, size_t n, size_t limit)
{
    return find_index_from(indices, n, limit, 2);
}
BMILL_KERNEL size_t find_index_from_u32_kernel(const uint32_t *indices, size_t n, size_t limit)
{
    return find_index_from(indices, n, limit, 4);
}
BMILL_KERNEL size_t find_index_from_u64_kernel(const uint64_t *indices, size_t n, size_t limit)
{
    return find_index_from(indices, n, limit, 8);
}

BMILL_KERNEL size_t runs_from_indices_u16_kernel(uint16_t *runs, const uint16_t *indices, size_t n)
{
    return runs_from_indices(runs, indices, n, 2);
}
BMILL_KERNEL size_t runs_from_indices_u32_kernel(uint32_t *runs, const uint32_t *indices, size_t n)
{
    return runs_from_indices(runs, indices, n, 4);
}
BMILL_KERNEL size_t runs_from_indices_u64_kernel(uint64_t *runs, const uint64_t *indices, size_t n)
{
    return runs_from_indices(runs, indices, n, 8);
}

BMILL_KERNEL size_t indices_from_runs_u16_kernel(uint16_t *indices, const uint16_t *runs,
                                                 size_t nruns, size_t capacity)
{
    return indices_from_runs(indices, runs, nruns, capacity, 2);
}
BMILL_KERNEL size_t indices_from_runs_u32_kernel(uint32_t *indices, const uint32_t *runs,
                                                 size_t nruns, size_t capacity)
{
    return indices_from_runs(indices, runs, nruns, capacity, 4);
}
BMILL_KERNEL size_t indices_from_runs_u64_kernel(uint64_t *indices, const uint64_t *runs,
                                                 size_t nruns, size_t capacity)
{
    return indices_from_runs(indices, runs, nruns, capacity, 8);
}

#endif
