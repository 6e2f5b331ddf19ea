/* compare.h: the comparisons that have kernels, of the names eq_u8 and eq_value_u8. The others are
 * one of these with the sides swapped or the result negated (bits/values.c). Equality is the same
 * for signed and unsigned numbers. Of floats, a <= b is not the negation of b < a: both are false
 * if one of them is NaN.
 */
#ifndef BMILL_COMPARE_H
#define BMILL_COMPARE_H

/* clang-format off */
/* X(relation, T, type): for two arrays, and for an array and a value. */
#define BMILL_COMPARE_KERNELS(X)                                                      \
    X(eq, u8, uint8_t) X(eq, u16, uint16_t) X(eq, u32, uint32_t) X(eq, u64, uint64_t) \
    X(lt, u8, uint8_t) X(lt, u16, uint16_t) X(lt, u32, uint32_t) X(lt, u64, uint64_t) \
    X(lt, i8, int8_t)  X(lt, i16, int16_t)  X(lt, i32, int32_t)  X(lt, i64, int64_t)  \
    X(eq, f32, float)  X(lt, f32, float)    X(le, f32, float)                         \
    X(eq, f64, double) X(lt, f64, double)   X(le, f64, double)

/* X(relation, of, T, type): with a value only, where the sides cannot change places; these are `of`
 * with the sides swapped. */
#define BMILL_COMPARE_VALUE_KERNELS(X)                          \
    X(gt, lt, u8, uint8_t)          X(gt, lt, i8, int8_t)       \
    X(gt, lt, u16, uint16_t)        X(gt, lt, i16, int16_t)     \
    X(gt, lt, u32, uint32_t)        X(gt, lt, i32, int32_t)     \
    X(gt, lt, u64, uint64_t)        X(gt, lt, i64, int64_t)     \
    X(gt, lt, f32, float)           X(gt, lt, f64, double)      \
    X(ge, le, f32, float)           X(ge, le, f64, double)
/* clang-format on */

#endif
