/* index.h: from a list of indices to a bitmap, and to runs; from a bitmap to a list: the kernels of
 * decode.h. */
#ifndef BMILL_KERNELS_INDEX_H
#define BMILL_KERNELS_INDEX_H

#include "kernels/decode.h"
#include "kernels/lists.h"
#include "kernels/values.h"
#include "simd/simd.h"
#include "tables/thresholds.h"

/* ---- From a list to a bitmap ---- */

/* The mask is opaque, so that it is applied in memory, by one instruction: gcc would load the byte
 * and use bts on it, which takes 1.5 times as long (Zen 4). */
typedef void byte_op(unsigned char *byte, w_t bit);
BMILL_ALWAYS_INLINE void byte_set(unsigned char *byte, w_t bit) { *byte |= (uint8_t)opaque(bit); }
BMILL_ALWAYS_INLINE void byte_clear(unsigned char *byte, w_t bit)
{
    *byte &= (uint8_t)opaque(~bit);
}
BMILL_ALWAYS_INLINE void byte_flip(unsigned char *byte, w_t bit) { *byte ^= (uint8_t)opaque(bit); }

BMILL_ALWAYS_INLINE void change_bit(unsigned char *bits, uint64_t i, byte_op *op)
{
    op(bits + i / 8, (w_t)1 << i % 8);
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

#if defined(BMILL_HAVE_COMPARE) && defined(BMILL_HAVE_V_ELEMENTS)

BMILL_ALWAYS_INLINE m_t follows_u16(v_t index, v_t before)
{
    return compare_eq_u16(v_sub(index, v_broadcast(1, 2), 2), before);
}
BMILL_ALWAYS_INLINE m_t follows_u32(v_t index, v_t before)
{
    return compare_eq_u32(v_sub(index, v_broadcast(1, 4), 4), before);
}
BMILL_ALWAYS_INLINE m_t follows_u64(v_t index, v_t before)
{
    return compare_eq_u64(v_sub(index, v_broadcast(1, 8), 8), before);
}

/* A bit for each of the indices i + 1 to end, at most 64: whether the index does not follow the one
 * before it, and so begins a run. 0 follows nothing. */
BMILL_ALWAYS_INLINE w_t run_begins(const void *indices, size_t i, size_t end, size_t width)
{
    const unsigned char *p = (const unsigned char *)indices + width;
    const unsigned char zero[8] = {0};
    struct right before = right_array(indices);
    struct right nothing = right_value(zero, width);
    compare_op *follow = width == 2 ? follows_u16 : width == 4 ? follows_u32 : follows_u64;
    compare_op *equal = width == 2 ? compare_eq_u16 : width == 4 ? compare_eq_u32 : compare_eq_u64;
    w_t begins;
    if (BMILL_LIKELY(end - i == 64))
        return ~compare_64(p, before, i, width, follow) | compare_64(p, nothing, i, width, equal);
    if (end >= V_BYTES / width)
        begins = ~compare_last(p, before, i, end, width, follow) |
                 compare_last(p, nothing, i, end, width, equal);
    else
        begins =
            ~compare_small(p + i * width, right_array((const unsigned char *)indices + i * width),
                           end - i, width, follow) |
            compare_small(p + i * width, nothing, end - i, width, equal);
    return begins & ~(w_t)0 >> (64 - (end - i));
}

#else

BMILL_ALWAYS_INLINE w_t run_begins(const void *indices, size_t i, size_t end, size_t width)
{
    w_t begins = 0;
    for (size_t k = i; k < end; k++) {
        uint64_t index = element(indices, k + 1, width);
        bool follows = index != 0 && index - 1 == element(indices, k, width);
        begins |= (w_t)!follows << (k - i);
    }
    return begins;
}

#endif

/* Ends the run at element `at` of runs. The run of all numbers is the only one whose length is no
 * element, and becomes two. */
BMILL_ALWAYS_INLINE size_t end_run(void *runs, size_t at, size_t count, size_t width)
{
    const uint64_t max = largest_element(width);
    if (!BMILL_LIKELY(count <= max)) {
        put_element(runs, at + 1, width, max);
        put_element(runs, at + 2, width, max);
        count = 1;
        at += 2;
    }
    put_element(runs, at + 1, width, count);
    return at + 2;
}

/* A branch on whether one index begins a run would often be mispredicted. So there is a bit for
 * each of 64 indices first, and then a step for each run. */
BMILL_ALWAYS_INLINE size_t runs_from_indices(void *runs, const void *indices, size_t n,
                                             size_t width)
{
    size_t at = 0;    /* the element where the current run stands */
    size_t begin = 0; /* the index that begins it */
    if (n == 0)
        return 0;
    put_element(runs, 0, width, element(indices, 0, width));
    for (size_t i = 0; i < n - 1; i += 64) {
        w_t begins = run_begins(indices, i, min_size(i + 64, n - 1), width);
        for (; begins; begins &= begins - 1) {
            size_t k = i + 1 + w_ctz(begins);
            at = end_run(runs, at, k - begin, width);
            put_element(runs, at, width, element(indices, k, width));
            begin = k;
        }
    }
    return end_run(runs, at, n - begin, width) / 2;
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

#ifdef BMILL_HAVE_V_ELEMENTS

/* Number k is -k, which v_sub takes away from the first number of a run. */
static const int16_t down_u16[] = {0,   -1,  -2,  -3,  -4,  -5,  -6,  -7,  -8,  -9,  -10,
                                   -11, -12, -13, -14, -15, -16, -17, -18, -19, -20, -21,
                                   -22, -23, -24, -25, -26, -27, -28, -29, -30, -31};
static const int32_t down_u32[] = {0,  -1, -2,  -3,  -4,  -5,  -6,  -7,
                                   -8, -9, -10, -11, -12, -13, -14, -15};
static const int64_t down_u64[] = {0, -1, -2, -3, -4, -5, -6, -7};

/* So many numbers are stored at a time, in whole vectors. */
BMILL_ALWAYS_INLINE size_t numbers_at_once(size_t width)
{
    return RUN_STEP * width > V_BYTES ? RUN_STEP : V_BYTES / width;
}
/* Stores them from element n on: x, x + 1, and so on. By vectors, because clang takes a loop over
 * the elements for one over several such steps (2.1 times as long, Zen 5). */
BMILL_ALWAYS_INLINE void put_numbers(void *list, size_t n, uint64_t x, size_t width)
{
    unsigned char *p = (unsigned char *)list + n * width;
    const void *down = width == 2   ? (const void *)down_u16
                       : width == 4 ? (const void *)down_u32
                                    : (const void *)down_u64;
    const v_t first = v_broadcast(x & largest_element(width), width);
    /* Opaque, or gcc makes constants of the tables, which every static program gets. */
    const unsigned char *table = (const unsigned char *)(uintptr_t)opaque((uintptr_t)down);
    BMILL_UNROLL
    for (size_t k = 0; k < numbers_at_once(width) * width; k += V_BYTES)
        v_store(p + k, v_sub(first, v_load(table + k), width));
}

#else

BMILL_ALWAYS_INLINE size_t numbers_at_once(size_t width) { return (void)width, RUN_STEP; }
BMILL_ALWAYS_INLINE void put_numbers(void *list, size_t n, uint64_t x, size_t width)
{
    for (size_t k = 0; k < RUN_STEP; k++)
        put_element(list, n + k, width, x + k);
}

#endif

/* A run is stored by steps; the next run overwrites the surplus. How much room is left is asked for
 * near the end only: as a minimum for each run, that took longer than to store. */
BMILL_ALWAYS_INLINE size_t indices_from_runs(void *indices, const void *runs, size_t nruns,
                                             size_t capacity, size_t width)
{
    const size_t step = numbers_at_once(width);
    size_t total = indices_in_runs(runs, nruns, width);
    size_t n = 0;
    size_t end = total < capacity ? total : capacity;
    for (size_t i = 0; n < end; i++) {
        uint64_t first = element(runs, 2 * i, width);
        uint64_t count = element(runs, 2 * i + 1, width);
        size_t room = end - n, here, k;
        if (BMILL_LIKELY(room >= step && count <= room - step)) {
            for (k = 0; k < count; k += step)
                put_numbers(indices, n + k, first + k, width);
            n += (size_t)count;
            continue;
        }
        here = count < room ? (size_t)count : room;
        for (k = 0; k + step <= here; k += step)
            put_numbers(indices, n + k, first + k, width);
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
