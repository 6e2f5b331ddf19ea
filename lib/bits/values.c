/* values.c: the functions of bitmill/bits/values.h. */
#include "dispatch/kernels.h"
#include <bitmill/bits/values.h>

/* ---- Comparisons, from those that have a kernel: see compare.h. ---- */

#define ASIS UINT64_C(0)
#define NOT  UINT64_MAX

#define ARRAYS(R, T, type, kernel, left, right, flip)                            \
    void bmill_bits_##R##_##T(void *dst, const type *a, const type *b, size_t n) \
    {                                                                            \
        bmill_active()->kernel(dst, left, right, n, flip);                       \
    }
#define VALUE(R, T, type, kernel, kernel_type, flip)                                \
    void bmill_bits_##R##_value_##T(void *dst, const type *a, size_t n, type value) \
    {                                                                               \
        bmill_active()->kernel(dst, a, n, (kernel_type)value, flip);                \
    }

/* S is the unsigned type of the same size, for equality. */
#define INTEGER(T, type, S, stype)                \
    ARRAYS(eq, T, type, eq_##S, a, b, ASIS)       \
    ARRAYS(ne, T, type, eq_##S, a, b, NOT)        \
    ARRAYS(lt, T, type, lt_##T, a, b, ASIS)       \
    ARRAYS(le, T, type, lt_##T, b, a, NOT)        \
    ARRAYS(gt, T, type, lt_##T, b, a, ASIS)       \
    ARRAYS(ge, T, type, lt_##T, a, b, NOT)        \
    VALUE(eq, T, type, eq_value_##S, stype, ASIS) \
    VALUE(ne, T, type, eq_value_##S, stype, NOT)  \
    VALUE(lt, T, type, lt_value_##T, type, ASIS)  \
    VALUE(le, T, type, gt_value_##T, type, NOT)   \
    VALUE(gt, T, type, gt_value_##T, type, ASIS)  \
    VALUE(ge, T, type, lt_value_##T, type, NOT)
#define FLOATING(T, type)                        \
    ARRAYS(eq, T, type, eq_##T, a, b, ASIS)      \
    ARRAYS(ne, T, type, eq_##T, a, b, NOT)       \
    ARRAYS(lt, T, type, lt_##T, a, b, ASIS)      \
    ARRAYS(le, T, type, le_##T, a, b, ASIS)      \
    ARRAYS(gt, T, type, lt_##T, b, a, ASIS)      \
    ARRAYS(ge, T, type, le_##T, b, a, ASIS)      \
    VALUE(eq, T, type, eq_value_##T, type, ASIS) \
    VALUE(ne, T, type, eq_value_##T, type, NOT)  \
    VALUE(lt, T, type, lt_value_##T, type, ASIS) \
    VALUE(le, T, type, le_value_##T, type, ASIS) \
    VALUE(gt, T, type, gt_value_##T, type, ASIS) \
    VALUE(ge, T, type, ge_value_##T, type, ASIS)

INTEGER(u8, uint8_t, u8, uint8_t)
INTEGER(u16, uint16_t, u16, uint16_t)
INTEGER(u32, uint32_t, u32, uint32_t)
INTEGER(u64, uint64_t, u64, uint64_t)
INTEGER(i8, int8_t, u8, uint8_t)
INTEGER(i16, int16_t, u16, uint16_t)
INTEGER(i32, int32_t, u32, uint32_t)
INTEGER(i64, int64_t, u64, uint64_t)
FLOATING(f32, float)
FLOATING(f64, double)

/* ---- Filter and expand ---- */

#define FILTER_AND_EXPAND(T, type)                                                     \
    size_t bmill_bits_filter_##T(type *dst, const type *a, const void *mask, size_t n) \
    {                                                                                  \
        return bmill_active()->filter_##T(dst, a, mask, n);                            \
    }                                                                                  \
    size_t bmill_bits_expand_##T(type *dst, const type *a, const void *mask, size_t n) \
    {                                                                                  \
        return bmill_active()->expand_##T(dst, a, mask, n);                            \
    }
FILTER_AND_EXPAND(u8, uint8_t)
FILTER_AND_EXPAND(u16, uint16_t)
FILTER_AND_EXPAND(u32, uint32_t)
FILTER_AND_EXPAND(u64, uint64_t)
