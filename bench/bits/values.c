/* values.c: comparisons of numbers into a bitmap, against plain loops. See struct work. Only some
 * types: the loops of the others are the same. */
#include "bench.h"

#include <bitmill.h>

#define COMPARE(R, operator, T, type, one)                                                  \
    static size_t ours_##R##_##T(const struct buffers *m, size_t nbytes)                    \
    {                                                                                       \
        size_t n = nbytes / sizeof(type);                                                   \
        bmill_bits_##R##_##T(m->dst, (const void *)m->a, (const void *)m->b, n);            \
        return 0;                                                                           \
    }                                                                                       \
    static size_t ours_##R##_value_##T(const struct buffers *m, size_t nbytes)              \
    {                                                                                       \
        bmill_bits_##R##_value_##T(m->dst, (const void *)m->a, nbytes / sizeof(type), one); \
        return 0;                                                                           \
    }                                                                                       \
    static size_t plain_##R##_##T(const struct buffers *m, size_t nbytes)                   \
    {                                                                                       \
        const type *a = (const void *)m->a, *b = (const void *)m->b;                        \
        PLAIN_LOOP(type, a[i] operator b[i])                                                \
    }                                                                                       \
    static size_t plain_##R##_value_##T(const struct buffers *m, size_t nbytes)             \
    {                                                                                       \
        const type *a = (const void *)m->a;                                                 \
        PLAIN_LOOP(type, a[i] operator one)                                                 \
    }
/* A byte from eight elements; the second loop is for the last elements, fewer than eight. */
#define PLAIN_LOOP(type, holds)                   \
    unsigned char *dst = m->dst;                  \
    size_t n = nbytes / sizeof(type), i = 0;      \
    for (size_t byte = 0; byte < n / 8; byte++) { \
        unsigned bits = 0;                        \
        for (size_t k = 0; k < 8; k++, i++)       \
            bits |= (unsigned)(holds) << k;       \
        dst[byte] = (unsigned char)bits;          \
    }                                             \
    for (; i < n; i++)                            \
        bmill_bits_modify(dst, i, holds);         \
    return 0;
COMPARE(eq, ==, u8, uint8_t, 77)
COMPARE(lt, <, u8, uint8_t, 77)
COMPARE(lt, <, u16, uint16_t, 7777)
COMPARE(lt, <, u32, uint32_t, 77777777)
COMPARE(lt, <, u64, uint64_t, UINT64_MAX / 3)
COMPARE(ge, >=, i32, int32_t, 77777777)
COMPARE(lt, <, f32, float, 0.5f)
COMPARE(lt, <, f64, double, 0.5)

#define VALUE(name)  #name, {RANDOM, RANDOM }, 1, ours_##name, plain_##name
#define ARRAYS(name) #name, {RANDOM, RANDOM }, 2, ours_##name, plain_##name
const struct work works_values[] = {
    {VALUE(eq_value_u8)},
    {VALUE(lt_value_u8)},
    {VALUE(lt_value_u16)},
    {VALUE(lt_value_u32)},
    {VALUE(lt_value_u64)},
    {VALUE(ge_value_i32)},
    {VALUE(lt_value_f32)},
    {VALUE(lt_value_f64)},
    {ARRAYS(eq_u8)},
    {ARRAYS(lt_u8)},
    {ARRAYS(lt_u16)},
    {ARRAYS(lt_u32)},
    {ARRAYS(lt_u64)},
    {ARRAYS(ge_i32)},
    {ARRAYS(lt_f32)},
    {ARRAYS(lt_f64)},
    {NULL, {0, 0}, 0, NULL, NULL},
};
