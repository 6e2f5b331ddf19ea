/* filter.c: the elements that a bitmap selects, against plain loops. See struct work. */
#include "bench.h"

#include <bitmill.h>

#define FILTER(T, type)                                                        \
    static size_t ours_filter_##T(const struct buffers *m, size_t nbytes)      \
    {                                                                          \
        return bmill_bits_filter_##T((void *)m->dst, (const void *)m->a, m->b, \
                                     nbytes / sizeof(type));                   \
    }                                                                          \
    static size_t plain_filter_##T(const struct buffers *m, size_t nbytes)     \
    {                                                                          \
        const type *a = (const void *)m->a;                                    \
        const unsigned char *mask = m->b;                                      \
        type *dst = (void *)m->dst;                                            \
        size_t kept = 0;                                                       \
        for (size_t i = 0; i < nbytes / sizeof(type); i++)                     \
            if (bmill_bits_is_set(mask, i))                                    \
                dst[kept++] = a[i];                                            \
        return kept;                                                           \
    }                                                                          \
    static size_t ours_expand_##T(const struct buffers *m, size_t nbytes)      \
    {                                                                          \
        return bmill_bits_expand_##T((void *)m->dst, (const void *)m->a, m->b, \
                                     nbytes / sizeof(type));                   \
    }                                                                          \
    static size_t plain_expand_##T(const struct buffers *m, size_t nbytes)     \
    {                                                                          \
        const type *a = (const void *)m->a;                                    \
        const unsigned char *mask = m->b;                                      \
        type *dst = (void *)m->dst;                                            \
        size_t used = 0;                                                       \
        for (size_t i = 0; i < nbytes / sizeof(type); i++)                     \
            dst[i] = bmill_bits_is_set(mask, i) ? a[used++] : 0;               \
        return used;                                                           \
    }
FILTER(u8, uint8_t)
FILTER(u16, uint16_t)
FILTER(u32, uint32_t)
FILTER(u64, uint64_t)

/* Half of the elements are selected, or one in 100. */
#define HALF(name) #name, {RANDOM, RANDOM }, 1, ours_##name, plain_##name
#define FEW(name)  #name "_1_in_100", {RANDOM, -100 }, 1, ours_##name, plain_##name
const struct work works_filter[] = {
    {HALF(filter_u8)},
    {HALF(filter_u16)},
    {HALF(filter_u32)},
    {HALF(filter_u64)},
    {FEW(filter_u32)},
    {HALF(expand_u8)},
    {HALF(expand_u16)},
    {HALF(expand_u32)},
    {HALF(expand_u64)},
    {FEW(expand_u32)},
    {NULL, {0, 0}, 0, NULL, NULL},
};
