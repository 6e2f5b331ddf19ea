/* index.c: between bitmaps and lists of indices, against plain loops. See
 * struct work. Decoding goes through the bitmap with a list of 4096 elements, as a query would. */
#include "bench.h"

#include <bitmill.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- decode. The plain loop relies on whole words and on enough room. ---- */

enum { LIST = 4096 };
static _Alignas(64) uint16_t list16[LIST + 64];
static _Alignas(64) uint32_t list32[LIST + 64];
static _Alignas(64) uint64_t list64[LIST + 64];

/* For bitmaps of up to 4 KiB a sum over the list, which is at another address in each of the two
 * functions; for longer bitmaps only the number of elements. */
#define SUM_LIST(sum, list, n, nbytes)                 \
    for (size_t k = 0; k < n && (nbytes) <= 4096; k++) \
        sum += (size_t)list[k] * list[k];

#define DECODE(N)                                                                         \
    static size_t ours_decode_u##N(const struct buffers *m, size_t nbytes)                \
    {                                                                                     \
        size_t sum = 0, total = 0, from = 0, n;                                           \
        while (from < 8 * nbytes) {                                                       \
            n = bmill_bits_decode_u##N(list##N, m->a, 8 * nbytes, LIST, &from, 0);        \
            total += n;                                                                   \
            SUM_LIST(sum, list##N, n, nbytes)                                             \
        }                                                                                 \
        return sum + total;                                                               \
    }                                                                                     \
    static size_t plain_decode_u##N(const struct buffers *m, size_t nbytes)               \
    {                                                                                     \
        const uint64_t *a = (const void *)m->a;                                           \
        size_t sum = 0, total = 0, i = 0, n;                                              \
        while (i < nbytes / 8) {                                                          \
            for (n = 0; i < nbytes / 8 && n < LIST; i++)                                  \
                for (uint64_t word = a[i]; word; word &= word - 1)                        \
                    list##N[n++] = (uint##N##_t)(64 * i + (size_t)__builtin_ctzll(word)); \
            total += n;                                                                   \
            SUM_LIST(sum, list##N, n, nbytes)                                             \
        }                                                                                 \
        return sum + total;                                                               \
    }
DECODE(16)
DECODE(32)
DECODE(64)

/* ---- Lists: made once for each size, before a clock runs ---- */

enum list_kind { SORTED, ANYWHERE, IN_RUNS, RUNS, LIST_KINDS };

/* nbytes / 4 numbers: of these, one in ten; any below 8 nbytes; runs of 1 to 8; such runs. */
static uint32_t *new_list(enum list_kind kind, size_t n, size_t nbits)
{
    uint32_t *list = malloc((n + 1) * sizeof *list), last = 0, x = 1;
    if (!list) {
        fprintf(stderr, "bench_bits: no memory: %zu numbers\n", n);
        exit(1);
    }
    for (size_t i = 0, left = 0; i < n; i++) {
        x ^= x << 13, x ^= x >> 17, x ^= x << 5;
        if (kind == SORTED)
            last += 1 + x % 19;
        else if (kind == ANYWHERE)
            last = (uint32_t)(x % nbits);
        else if (kind == IN_RUNS)
            left = left ? left - 1 : x % 8, last += left ? 1 : 1 + x % 5;
        else
            last = i % 2 ? 1 + x % 8 : last + 8 + x % 5;
        list[i] = last;
        if (kind == RUNS && i % 2)
            last = list[i - 1];
    }
    return list;
}

static const uint32_t *list_of(enum list_kind kind, size_t nbytes)
{
    static uint32_t *lists[LIST_KINDS][40];
    uint32_t **list = &lists[kind][__builtin_ctzll(nbytes)];
    if (!*list)
        *list = new_list(kind, nbytes / 4, 8 * nbytes);
    return *list;
}

/* ---- set ---- */

static size_t ours_set(enum list_kind kind, const struct buffers *m, size_t nbytes)
{
    bmill_bits_set_indices_u32(m->dst, list_of(kind, nbytes), nbytes / 4);
    return 0;
}
static size_t plain_set(enum list_kind kind, const struct buffers *m, size_t nbytes)
{
    const uint32_t *list = list_of(kind, nbytes);
    uint64_t *words = (void *)m->dst;
    for (size_t i = 0; i < nbytes / 4; i++)
        words[list[i] / 64] |= UINT64_C(1) << list[i] % 64;
    return 0;
}
static size_t ours_sorted(const struct buffers *m, size_t n) { return ours_set(SORTED, m, n); }
static size_t plain_sorted(const struct buffers *m, size_t n) { return plain_set(SORTED, m, n); }
static size_t ours_random(const struct buffers *m, size_t n) { return ours_set(ANYWHERE, m, n); }
static size_t plain_random(const struct buffers *m, size_t n) { return plain_set(ANYWHERE, m, n); }

static size_t ours_checked(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_set_indices_checked_u32(m->dst, list_of(ANYWHERE, nbytes), 8 * nbytes,
                                              nbytes / 4);
}
static size_t plain_checked(const struct buffers *m, size_t nbytes)
{
    const uint32_t *list = list_of(ANYWHERE, nbytes);
    for (size_t i = 0; i < nbytes / 4; i++)
        if (list[i] >= 8 * nbytes)
            return i;
    plain_random(m, nbytes);
    return nbytes / 4;
}

/* ---- Runs: lists of nbytes / 2, because their runs may take twice as much ---- */

static size_t ours_runs(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_runs_from_indices_u32((void *)m->dst, list_of(IN_RUNS, nbytes), nbytes / 8);
}
static size_t plain_runs(const struct buffers *m, size_t nbytes)
{
    const uint32_t *list = list_of(IN_RUNS, nbytes);
    uint32_t *runs = (void *)m->dst;
    size_t nruns = 0;
    for (size_t i = 0; i < nbytes / 8; i++)
        if (nruns && list[i] == runs[2 * nruns - 2] + runs[2 * nruns - 1]) {
            runs[2 * nruns - 1]++;
        } else {
            runs[2 * nruns] = list[i];
            runs[2 * nruns + 1] = 1;
            nruns++;
        }
    return nruns;
}

static size_t ours_of_runs(const struct buffers *m, size_t nbytes)
{
    return bmill_bits_indices_from_runs_u32((void *)m->dst, list_of(RUNS, nbytes), nbytes / 64,
                                            nbytes / 4);
}
static size_t plain_of_runs(const struct buffers *m, size_t nbytes)
{
    const uint32_t *runs = list_of(RUNS, nbytes);
    uint32_t *list = (void *)m->dst;
    size_t n = 0;
    for (size_t i = 0; i < nbytes / 64; i++)
        for (uint32_t k = 0; k < runs[2 * i + 1]; k++)
            list[n++] = runs[2 * i] + k;
    return n;
}

/* _2, _10, _100, _1000: one bit in 2, 10, 100, 1000 is 1. _new: see works_new. */
const struct work works_index[] = {
    {"decode_u16_2", {RANDOM, 0}, 1, ours_decode_u16, plain_decode_u16},
    {"decode_u16_100", {-100, 0}, 1, ours_decode_u16, plain_decode_u16},
    {"decode_u32_2", {RANDOM, 0}, 1, ours_decode_u32, plain_decode_u32},
    {"decode_u32_10", {-10, 0}, 1, ours_decode_u32, plain_decode_u32},
    {"decode_u32_100", {-100, 0}, 1, ours_decode_u32, plain_decode_u32},
    {"decode_u32_1000", {-1000, 0}, 1, ours_decode_u32, plain_decode_u32},
    {"decode_u64_2", {RANDOM, 0}, 1, ours_decode_u64, plain_decode_u64},
    {"decode_u64_10", {-10, 0}, 1, ours_decode_u64, plain_decode_u64},
    {"decode_u64_100", {-100, 0}, 1, ours_decode_u64, plain_decode_u64},
    {"set_indices_sorted", {0, 0}, 1, ours_sorted, plain_sorted},
    {"set_indices_random", {0, 0}, 1, ours_random, plain_random},
    {"set_indices_checked", {0, 0}, 1, ours_checked, plain_checked},
    {"runs_from_indices", {0, 0}, 1, ours_runs, plain_runs},
    {"indices_from_runs", {0, 0}, 1, ours_of_runs, plain_of_runs},
    {NULL, {0, 0}, 0, NULL, NULL},
};
const struct work works_index_new[] = {
    {"decode_u32_10_new", {-10, 0}, 1, ours_decode_u32, plain_decode_u32},
    {"decode_u32_100_new", {-100, 0}, 1, ours_decode_u32, plain_decode_u32},
    {"decode_u32_1000_new", {-1000, 0}, 1, ours_decode_u32, plain_decode_u32},
    {NULL, {0, 0}, 0, NULL, NULL},
};
