/* lists.h: the functions between bitmaps and lists of indices, as a table for tests/bits/decode.c
 * and tests/bits/index.c. */
#ifndef TESTS_LISTS_H
#define TESTS_LISTS_H

#include "arena.h"
#include <bitmill.h>
#include <string.h>

/* ---- The functions of the three widths, with lists as void * ---- */

struct family {
    size_t width; /* of an element, in bytes */
    size_t (*decode)(void *dst, const void *bits, size_t nbits, size_t capacity, size_t *at,
                     uint64_t base);
    void (*change[3])(void *bits, const void *indices, size_t n);
    size_t (*change_checked[3])(void *bits, const void *indices, size_t nbits, size_t n);
    size_t (*runs_from_indices)(void *runs, const void *indices, size_t n);
    size_t (*indices_from_runs)(void *indices, const void *runs, size_t nruns, size_t capacity);
};

#define CHANGE(verb, N)                                                                       \
    static void verb##_##N(void *bits, const void *indices, size_t n)                         \
    {                                                                                         \
        bmill_bits_##verb##_indices_u##N(bits, indices, n);                                   \
    }                                                                                         \
    static size_t verb##_checked_##N(void *bits, const void *indices, size_t nbits, size_t n) \
    {                                                                                         \
        return bmill_bits_##verb##_indices_checked_u##N(bits, indices, nbits, n);             \
    }
#define FAMILY(N)                                                                         \
    static size_t decode_##N(void *dst, const void *bits, size_t nbits, size_t capacity,  \
                             size_t *at, uint64_t base)                                   \
    {                                                                                     \
        return bmill_bits_decode_u##N(dst, bits, nbits, capacity, at, (uint##N##_t)base); \
    }                                                                                     \
    CHANGE(set, N)                                                                        \
    CHANGE(clear, N)                                                                      \
    CHANGE(flip, N)                                                                       \
    static size_t runs_from_indices_##N(void *runs, const void *indices, size_t n)        \
    {                                                                                     \
        return bmill_bits_runs_from_indices_u##N(runs, indices, n);                       \
    }                                                                                     \
    static size_t indices_from_runs_##N(void *indices, const void *runs, size_t nruns,    \
                                        size_t capacity)                                  \
    {                                                                                     \
        return bmill_bits_indices_from_runs_u##N(indices, runs, nruns, capacity);         \
    }
#define ROW(N)                                                                             \
    {                                                                                      \
        N / 8, decode_##N, {set_##N, clear_##N, flip_##N},                                 \
            {set_checked_##N, clear_checked_##N, flip_checked_##N}, runs_from_indices_##N, \
            indices_from_runs_##N,                                                         \
    }
FAMILY(16)
FAMILY(32)
FAMILY(64)
static const struct family families[] = {ROW(16), ROW(32), ROW(64)};

static inline uint64_t get(const void *list, size_t i, size_t width)
{
    const unsigned char *p = (const unsigned char *)list + i * width;
    uint16_t x16;
    uint32_t x32;
    uint64_t x64;
    switch (width) {
    case 2:
        return memcpy(&x16, p, 2), x16;
    case 4:
        return memcpy(&x32, p, 4), x32;
    default:
        return memcpy(&x64, p, 8), x64;
    }
}

static inline void put(void *list, size_t i, size_t width, uint64_t x)
{
    unsigned char *p = (unsigned char *)list + i * width;
    uint16_t x16 = (uint16_t)x;
    uint32_t x32 = (uint32_t)x;
    memcpy(p, width == 2 ? (void *)&x16 : width == 4 ? (void *)&x32 : (void *)&x, width);
}

static inline uint64_t max_of(size_t width) { return ~UINT64_C(0) >> (64 - 8 * width); }

static inline const struct family *draw_family(prop *p) { return &families[prop_draw(p, 2)]; }

/* Memory for a list, at an address that is a multiple of the width. */
static inline unsigned char *place_list(struct arena *m, prop *p, size_t n, size_t width)
{
    unsigned char *list = arena_place(m, p, 8 * n * width);
    return list - (uintptr_t)list % width;
}

#endif
