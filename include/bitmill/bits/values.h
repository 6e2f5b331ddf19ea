/* bitmill/bits/values.h: between arrays of numbers and bitmaps: compare into a bitmap, pick the
 * elements that a bitmap selects, and put them back.
 *
 * The rules of bitmill/bits.h hold. `n` is the number of elements and of bits. Arrays are aligned
 * as C demands of their type, and no more. The bitmap and the arrays must not overlap.
 *
 *   bmill_bits_lt_value_u32(young, age, n, 30);             age[i] < 30
 *   bmill_bits_gt_f64(gained, closing, opening, n);         closing[i] > opening[i]
 *   bmill_bits_and(both, young, gained, n);
 *   size_t found = bmill_bits_filter_u32(ids_found, ids, both, n);
 */
#ifndef BITMILL_BITS_VALUES_H
#define BITMILL_BITS_VALUES_H

#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/* X(T, type) for each type of element. */
/* clang-format off */
#define BMILL_UNSIGNED_TYPES_(X) \
    X(u8, uint8_t) X(u16, uint16_t) X(u32, uint32_t) X(u64, uint64_t)
#define BMILL_VALUE_TYPES_(X)                                        \
    BMILL_UNSIGNED_TYPES_(X)                                         \
    X(i8, int8_t) X(i16, int16_t) X(i32, int32_t) X(i64, int64_t)    \
    X(f32, float) X(f64, double)
/* clang-format on */

/**
 * bmill_bits_R_T(dst, a, b, n) and bmill_bits_R_value_T(dst, a, n, value): bit i of dst becomes 1
 * if a[i] R b[i], or a[i] R value.
 *
 * R is eq (equal), ne (not equal), lt (less), le (less or equal), gt (greater), ge (greater or
 * equal); T is u8, u16, u32, u64, i8, i16, i32, i64, f32 or f64: 120 functions. Bits of dst at and
 * past n stay as they are. f32 and f64 are compared as IEEE 754 says, in the default floating-point
 * environment: with a NaN on either side only ne is true, and 0.0 equals -0.0. (A program that was
 * linked with -Ofast or -ffast-math has another environment: its processor takes subnormal numbers
 * for 0, here, too.) dst must not overlap the arrays; a may be b.
 * Example: bmill_bits_ge_value_f32(is_warm, celsius, ndays, 20.0f);
 */
#define BMILL_COMPARE_(R, T, type)                                                          \
    BMILL_API void bmill_bits_##R##_##T(void *dst, const type *a, const type *b, size_t n); \
    BMILL_API void bmill_bits_##R##_value_##T(void *dst, const type *a, size_t n, type value);
/* clang-format off */
#define BMILL_COMPARES_(T, type)                                                        \
    BMILL_COMPARE_(eq, T, type) BMILL_COMPARE_(ne, T, type) BMILL_COMPARE_(lt, T, type) \
    BMILL_COMPARE_(le, T, type) BMILL_COMPARE_(gt, T, type) BMILL_COMPARE_(ge, T, type)
/* clang-format on */
BMILL_VALUE_TYPES_(BMILL_COMPARES_)

/**
 * bmill_bits_filter_u8, _u16, _u32, _u64: the elements of `a` whose bit in `mask` is 1, one after
 * the other, in dst.
 *
 * Result: how many these are. dst needs room for that many, and nothing is written behind them.
 * dst may be a, but must not overlap it otherwise. For signed and floating-point arrays take the
 * one of the same size, with a cast.
 * Example: size_t nadults = bmill_bits_filter_u32(adults, ids, is_adult, n);
 */
#define BMILL_FILTER_(T, type) \
    BMILL_API size_t bmill_bits_filter_##T(type *dst, const type *a, const void *mask, size_t n);
BMILL_UNSIGNED_TYPES_(BMILL_FILTER_)

/**
 * bmill_bits_expand_u8, _u16, _u32, _u64: dst[i] becomes the next element of `a` where bit i of
 * `mask` is 1, and 0 where it is 0.
 *
 * Result: how many elements of `a` were used, and no more are read. dst has room for n. Undoes
 * bmill_bits_filter, but for what that dropped. dst must not overlap a.
 * Example: bmill_bits_expand_u64(column, values, is_valid, nrows);
 */
#define BMILL_EXPAND_(T, type) \
    BMILL_API size_t bmill_bits_expand_##T(type *dst, const type *a, const void *mask, size_t n);
BMILL_UNSIGNED_TYPES_(BMILL_EXPAND_)

#ifdef __cplusplus
}
#endif

#include <bitmill/bits/checked/values.h>

#endif
