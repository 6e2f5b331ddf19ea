/** @file
 * bitmill/bits/values.h: arrays of numbers compared into a bitmap.
 *
 * With logic and filter, this is a query: the ids of the rows where age is below 30 and closing is
 * above opening are
 *
 *     bmill_bits_lt_value_u32(young, age, n, 30);
 *     bmill_bits_gt_f64(gained, closing, opening, n);
 *     bmill_bits_and(both, young, gained, n);
 *     size_t found = bmill_bits_filter_u32(ids_found, ids, both, n);
 *
 * The names are made of a relation, eq, ne, lt, le, gt or ge, and a type, u8, u16, u32, u64, i8,
 * i16, i32, i64, f32 or f64. Arrays are aligned as C demands of their type. The rules of
 * bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_VALUES_H
#define BITMILL_BITS_VALUES_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Comparison of two arrays
 *
 * Bit k of dst becomes 1 if a[k] stands in the relation to b[k], else 0, for k from 0 to n - 1;
 * bits of dst at and past n stay. n is the number of elements. a may be b; dst must not overlap
 * either. Cost: one pass over both arrays, at the speed of memory.
 *
 * float and double are compared as IEEE 754 says, in the default floating-point environment: with a
 * NaN on either side only "not equal" is true, and 0.0 equals -0.0. A program that is linked with
 * -Ofast or -ffast-math has another environment, in which the processor takes subnormal numbers for
 * 0, in these functions too.
 * Example: bmill_bits_gt_f64(gained, closing, opening, n);
 */
/** @{ */

/** dst bit k = a[k] == b[k], uint8_t. */
BMILL_API void bmill_bits_eq_u8(void *dst, const uint8_t *a, const uint8_t *b, size_t n);
/** dst bit k = a[k] == b[k], uint16_t. */
BMILL_API void bmill_bits_eq_u16(void *dst, const uint16_t *a, const uint16_t *b, size_t n);
/** dst bit k = a[k] == b[k], uint32_t. */
BMILL_API void bmill_bits_eq_u32(void *dst, const uint32_t *a, const uint32_t *b, size_t n);
/** dst bit k = a[k] == b[k], uint64_t. */
BMILL_API void bmill_bits_eq_u64(void *dst, const uint64_t *a, const uint64_t *b, size_t n);
/** dst bit k = a[k] == b[k], int8_t. */
BMILL_API void bmill_bits_eq_i8(void *dst, const int8_t *a, const int8_t *b, size_t n);
/** dst bit k = a[k] == b[k], int16_t. */
BMILL_API void bmill_bits_eq_i16(void *dst, const int16_t *a, const int16_t *b, size_t n);
/** dst bit k = a[k] == b[k], int32_t. */
BMILL_API void bmill_bits_eq_i32(void *dst, const int32_t *a, const int32_t *b, size_t n);
/** dst bit k = a[k] == b[k], int64_t. */
BMILL_API void bmill_bits_eq_i64(void *dst, const int64_t *a, const int64_t *b, size_t n);
/** dst bit k = a[k] == b[k], float. */
BMILL_API void bmill_bits_eq_f32(void *dst, const float *a, const float *b, size_t n);
/** dst bit k = a[k] == b[k], double. */
BMILL_API void bmill_bits_eq_f64(void *dst, const double *a, const double *b, size_t n);
/** dst bit k = a[k] != b[k], uint8_t. */
BMILL_API void bmill_bits_ne_u8(void *dst, const uint8_t *a, const uint8_t *b, size_t n);
/** dst bit k = a[k] != b[k], uint16_t. */
BMILL_API void bmill_bits_ne_u16(void *dst, const uint16_t *a, const uint16_t *b, size_t n);
/** dst bit k = a[k] != b[k], uint32_t. */
BMILL_API void bmill_bits_ne_u32(void *dst, const uint32_t *a, const uint32_t *b, size_t n);
/** dst bit k = a[k] != b[k], uint64_t. */
BMILL_API void bmill_bits_ne_u64(void *dst, const uint64_t *a, const uint64_t *b, size_t n);
/** dst bit k = a[k] != b[k], int8_t. */
BMILL_API void bmill_bits_ne_i8(void *dst, const int8_t *a, const int8_t *b, size_t n);
/** dst bit k = a[k] != b[k], int16_t. */
BMILL_API void bmill_bits_ne_i16(void *dst, const int16_t *a, const int16_t *b, size_t n);
/** dst bit k = a[k] != b[k], int32_t. */
BMILL_API void bmill_bits_ne_i32(void *dst, const int32_t *a, const int32_t *b, size_t n);
/** dst bit k = a[k] != b[k], int64_t. */
BMILL_API void bmill_bits_ne_i64(void *dst, const int64_t *a, const int64_t *b, size_t n);
/** dst bit k = a[k] != b[k], float. */
BMILL_API void bmill_bits_ne_f32(void *dst, const float *a, const float *b, size_t n);
/** dst bit k = a[k] != b[k], double. */
BMILL_API void bmill_bits_ne_f64(void *dst, const double *a, const double *b, size_t n);
/** dst bit k = a[k] < b[k], uint8_t. */
BMILL_API void bmill_bits_lt_u8(void *dst, const uint8_t *a, const uint8_t *b, size_t n);
/** dst bit k = a[k] < b[k], uint16_t. */
BMILL_API void bmill_bits_lt_u16(void *dst, const uint16_t *a, const uint16_t *b, size_t n);
/** dst bit k = a[k] < b[k], uint32_t. */
BMILL_API void bmill_bits_lt_u32(void *dst, const uint32_t *a, const uint32_t *b, size_t n);
/** dst bit k = a[k] < b[k], uint64_t. */
BMILL_API void bmill_bits_lt_u64(void *dst, const uint64_t *a, const uint64_t *b, size_t n);
/** dst bit k = a[k] < b[k], int8_t. */
BMILL_API void bmill_bits_lt_i8(void *dst, const int8_t *a, const int8_t *b, size_t n);
/** dst bit k = a[k] < b[k], int16_t. */
BMILL_API void bmill_bits_lt_i16(void *dst, const int16_t *a, const int16_t *b, size_t n);
/** dst bit k = a[k] < b[k], int32_t. */
BMILL_API void bmill_bits_lt_i32(void *dst, const int32_t *a, const int32_t *b, size_t n);
/** dst bit k = a[k] < b[k], int64_t. */
BMILL_API void bmill_bits_lt_i64(void *dst, const int64_t *a, const int64_t *b, size_t n);
/** dst bit k = a[k] < b[k], float. */
BMILL_API void bmill_bits_lt_f32(void *dst, const float *a, const float *b, size_t n);
/** dst bit k = a[k] < b[k], double. */
BMILL_API void bmill_bits_lt_f64(void *dst, const double *a, const double *b, size_t n);
/** dst bit k = a[k] <= b[k], uint8_t. */
BMILL_API void bmill_bits_le_u8(void *dst, const uint8_t *a, const uint8_t *b, size_t n);
/** dst bit k = a[k] <= b[k], uint16_t. */
BMILL_API void bmill_bits_le_u16(void *dst, const uint16_t *a, const uint16_t *b, size_t n);
/** dst bit k = a[k] <= b[k], uint32_t. */
BMILL_API void bmill_bits_le_u32(void *dst, const uint32_t *a, const uint32_t *b, size_t n);
/** dst bit k = a[k] <= b[k], uint64_t. */
BMILL_API void bmill_bits_le_u64(void *dst, const uint64_t *a, const uint64_t *b, size_t n);
/** dst bit k = a[k] <= b[k], int8_t. */
BMILL_API void bmill_bits_le_i8(void *dst, const int8_t *a, const int8_t *b, size_t n);
/** dst bit k = a[k] <= b[k], int16_t. */
BMILL_API void bmill_bits_le_i16(void *dst, const int16_t *a, const int16_t *b, size_t n);
/** dst bit k = a[k] <= b[k], int32_t. */
BMILL_API void bmill_bits_le_i32(void *dst, const int32_t *a, const int32_t *b, size_t n);
/** dst bit k = a[k] <= b[k], int64_t. */
BMILL_API void bmill_bits_le_i64(void *dst, const int64_t *a, const int64_t *b, size_t n);
/** dst bit k = a[k] <= b[k], float. */
BMILL_API void bmill_bits_le_f32(void *dst, const float *a, const float *b, size_t n);
/** dst bit k = a[k] <= b[k], double. */
BMILL_API void bmill_bits_le_f64(void *dst, const double *a, const double *b, size_t n);
/** dst bit k = a[k] > b[k], uint8_t. */
BMILL_API void bmill_bits_gt_u8(void *dst, const uint8_t *a, const uint8_t *b, size_t n);
/** dst bit k = a[k] > b[k], uint16_t. */
BMILL_API void bmill_bits_gt_u16(void *dst, const uint16_t *a, const uint16_t *b, size_t n);
/** dst bit k = a[k] > b[k], uint32_t. */
BMILL_API void bmill_bits_gt_u32(void *dst, const uint32_t *a, const uint32_t *b, size_t n);
/** dst bit k = a[k] > b[k], uint64_t. */
BMILL_API void bmill_bits_gt_u64(void *dst, const uint64_t *a, const uint64_t *b, size_t n);
/** dst bit k = a[k] > b[k], int8_t. */
BMILL_API void bmill_bits_gt_i8(void *dst, const int8_t *a, const int8_t *b, size_t n);
/** dst bit k = a[k] > b[k], int16_t. */
BMILL_API void bmill_bits_gt_i16(void *dst, const int16_t *a, const int16_t *b, size_t n);
/** dst bit k = a[k] > b[k], int32_t. */
BMILL_API void bmill_bits_gt_i32(void *dst, const int32_t *a, const int32_t *b, size_t n);
/** dst bit k = a[k] > b[k], int64_t. */
BMILL_API void bmill_bits_gt_i64(void *dst, const int64_t *a, const int64_t *b, size_t n);
/** dst bit k = a[k] > b[k], float. */
BMILL_API void bmill_bits_gt_f32(void *dst, const float *a, const float *b, size_t n);
/** dst bit k = a[k] > b[k], double. */
BMILL_API void bmill_bits_gt_f64(void *dst, const double *a, const double *b, size_t n);
/** dst bit k = a[k] >= b[k], uint8_t. */
BMILL_API void bmill_bits_ge_u8(void *dst, const uint8_t *a, const uint8_t *b, size_t n);
/** dst bit k = a[k] >= b[k], uint16_t. */
BMILL_API void bmill_bits_ge_u16(void *dst, const uint16_t *a, const uint16_t *b, size_t n);
/** dst bit k = a[k] >= b[k], uint32_t. */
BMILL_API void bmill_bits_ge_u32(void *dst, const uint32_t *a, const uint32_t *b, size_t n);
/** dst bit k = a[k] >= b[k], uint64_t. */
BMILL_API void bmill_bits_ge_u64(void *dst, const uint64_t *a, const uint64_t *b, size_t n);
/** dst bit k = a[k] >= b[k], int8_t. */
BMILL_API void bmill_bits_ge_i8(void *dst, const int8_t *a, const int8_t *b, size_t n);
/** dst bit k = a[k] >= b[k], int16_t. */
BMILL_API void bmill_bits_ge_i16(void *dst, const int16_t *a, const int16_t *b, size_t n);
/** dst bit k = a[k] >= b[k], int32_t. */
BMILL_API void bmill_bits_ge_i32(void *dst, const int32_t *a, const int32_t *b, size_t n);
/** dst bit k = a[k] >= b[k], int64_t. */
BMILL_API void bmill_bits_ge_i64(void *dst, const int64_t *a, const int64_t *b, size_t n);
/** dst bit k = a[k] >= b[k], float. */
BMILL_API void bmill_bits_ge_f32(void *dst, const float *a, const float *b, size_t n);
/** dst bit k = a[k] >= b[k], double. */
BMILL_API void bmill_bits_ge_f64(void *dst, const double *a, const double *b, size_t n);

/** @} */

/** @name Comparison of an array with a value
 *
 * Bit k of dst becomes 1 if a[k] stands in the relation to `value`, else 0, for k from 0 to n - 1;
 * bits of dst at and past n stay. n is the number of elements. dst must not overlap a. float and
 * double are compared as above: NaN is not equal to anything. Cost: one pass over the array, at the
 * speed of memory.
 * Example: bmill_bits_lt_value_i32(cold, celsius, ndays, 0);
 */
/** @{ */

/** dst bit k = a[k] == value, uint8_t. */
BMILL_API void bmill_bits_eq_value_u8(void *dst, const uint8_t *a, size_t n, uint8_t value);
/** dst bit k = a[k] == value, uint16_t. */
BMILL_API void bmill_bits_eq_value_u16(void *dst, const uint16_t *a, size_t n, uint16_t value);
/** dst bit k = a[k] == value, uint32_t. */
BMILL_API void bmill_bits_eq_value_u32(void *dst, const uint32_t *a, size_t n, uint32_t value);
/** dst bit k = a[k] == value, uint64_t. */
BMILL_API void bmill_bits_eq_value_u64(void *dst, const uint64_t *a, size_t n, uint64_t value);
/** dst bit k = a[k] == value, int8_t. */
BMILL_API void bmill_bits_eq_value_i8(void *dst, const int8_t *a, size_t n, int8_t value);
/** dst bit k = a[k] == value, int16_t. */
BMILL_API void bmill_bits_eq_value_i16(void *dst, const int16_t *a, size_t n, int16_t value);
/** dst bit k = a[k] == value, int32_t. */
BMILL_API void bmill_bits_eq_value_i32(void *dst, const int32_t *a, size_t n, int32_t value);
/** dst bit k = a[k] == value, int64_t. */
BMILL_API void bmill_bits_eq_value_i64(void *dst, const int64_t *a, size_t n, int64_t value);
/** dst bit k = a[k] == value, float. */
BMILL_API void bmill_bits_eq_value_f32(void *dst, const float *a, size_t n, float value);
/** dst bit k = a[k] == value, double. */
BMILL_API void bmill_bits_eq_value_f64(void *dst, const double *a, size_t n, double value);
/** dst bit k = a[k] != value, uint8_t. */
BMILL_API void bmill_bits_ne_value_u8(void *dst, const uint8_t *a, size_t n, uint8_t value);
/** dst bit k = a[k] != value, uint16_t. */
BMILL_API void bmill_bits_ne_value_u16(void *dst, const uint16_t *a, size_t n, uint16_t value);
/** dst bit k = a[k] != value, uint32_t. */
BMILL_API void bmill_bits_ne_value_u32(void *dst, const uint32_t *a, size_t n, uint32_t value);
/** dst bit k = a[k] != value, uint64_t. */
BMILL_API void bmill_bits_ne_value_u64(void *dst, const uint64_t *a, size_t n, uint64_t value);
/** dst bit k = a[k] != value, int8_t. */
BMILL_API void bmill_bits_ne_value_i8(void *dst, const int8_t *a, size_t n, int8_t value);
/** dst bit k = a[k] != value, int16_t. */
BMILL_API void bmill_bits_ne_value_i16(void *dst, const int16_t *a, size_t n, int16_t value);
/** dst bit k = a[k] != value, int32_t. */
BMILL_API void bmill_bits_ne_value_i32(void *dst, const int32_t *a, size_t n, int32_t value);
/** dst bit k = a[k] != value, int64_t. */
BMILL_API void bmill_bits_ne_value_i64(void *dst, const int64_t *a, size_t n, int64_t value);
/** dst bit k = a[k] != value, float. */
BMILL_API void bmill_bits_ne_value_f32(void *dst, const float *a, size_t n, float value);
/** dst bit k = a[k] != value, double. */
BMILL_API void bmill_bits_ne_value_f64(void *dst, const double *a, size_t n, double value);
/** dst bit k = a[k] < value, uint8_t. */
BMILL_API void bmill_bits_lt_value_u8(void *dst, const uint8_t *a, size_t n, uint8_t value);
/** dst bit k = a[k] < value, uint16_t. */
BMILL_API void bmill_bits_lt_value_u16(void *dst, const uint16_t *a, size_t n, uint16_t value);
/** dst bit k = a[k] < value, uint32_t. */
BMILL_API void bmill_bits_lt_value_u32(void *dst, const uint32_t *a, size_t n, uint32_t value);
/** dst bit k = a[k] < value, uint64_t. */
BMILL_API void bmill_bits_lt_value_u64(void *dst, const uint64_t *a, size_t n, uint64_t value);
/** dst bit k = a[k] < value, int8_t. */
BMILL_API void bmill_bits_lt_value_i8(void *dst, const int8_t *a, size_t n, int8_t value);
/** dst bit k = a[k] < value, int16_t. */
BMILL_API void bmill_bits_lt_value_i16(void *dst, const int16_t *a, size_t n, int16_t value);
/** dst bit k = a[k] < value, int32_t. */
BMILL_API void bmill_bits_lt_value_i32(void *dst, const int32_t *a, size_t n, int32_t value);
/** dst bit k = a[k] < value, int64_t. */
BMILL_API void bmill_bits_lt_value_i64(void *dst, const int64_t *a, size_t n, int64_t value);
/** dst bit k = a[k] < value, float. */
BMILL_API void bmill_bits_lt_value_f32(void *dst, const float *a, size_t n, float value);
/** dst bit k = a[k] < value, double. */
BMILL_API void bmill_bits_lt_value_f64(void *dst, const double *a, size_t n, double value);
/** dst bit k = a[k] <= value, uint8_t. */
BMILL_API void bmill_bits_le_value_u8(void *dst, const uint8_t *a, size_t n, uint8_t value);
/** dst bit k = a[k] <= value, uint16_t. */
BMILL_API void bmill_bits_le_value_u16(void *dst, const uint16_t *a, size_t n, uint16_t value);
/** dst bit k = a[k] <= value, uint32_t. */
BMILL_API void bmill_bits_le_value_u32(void *dst, const uint32_t *a, size_t n, uint32_t value);
/** dst bit k = a[k] <= value, uint64_t. */
BMILL_API void bmill_bits_le_value_u64(void *dst, const uint64_t *a, size_t n, uint64_t value);
/** dst bit k = a[k] <= value, int8_t. */
BMILL_API void bmill_bits_le_value_i8(void *dst, const int8_t *a, size_t n, int8_t value);
/** dst bit k = a[k] <= value, int16_t. */
BMILL_API void bmill_bits_le_value_i16(void *dst, const int16_t *a, size_t n, int16_t value);
/** dst bit k = a[k] <= value, int32_t. */
BMILL_API void bmill_bits_le_value_i32(void *dst, const int32_t *a, size_t n, int32_t value);
/** dst bit k = a[k] <= value, int64_t. */
BMILL_API void bmill_bits_le_value_i64(void *dst, const int64_t *a, size_t n, int64_t value);
/** dst bit k = a[k] <= value, float. */
BMILL_API void bmill_bits_le_value_f32(void *dst, const float *a, size_t n, float value);
/** dst bit k = a[k] <= value, double. */
BMILL_API void bmill_bits_le_value_f64(void *dst, const double *a, size_t n, double value);
/** dst bit k = a[k] > value, uint8_t. */
BMILL_API void bmill_bits_gt_value_u8(void *dst, const uint8_t *a, size_t n, uint8_t value);
/** dst bit k = a[k] > value, uint16_t. */
BMILL_API void bmill_bits_gt_value_u16(void *dst, const uint16_t *a, size_t n, uint16_t value);
/** dst bit k = a[k] > value, uint32_t. */
BMILL_API void bmill_bits_gt_value_u32(void *dst, const uint32_t *a, size_t n, uint32_t value);
/** dst bit k = a[k] > value, uint64_t. */
BMILL_API void bmill_bits_gt_value_u64(void *dst, const uint64_t *a, size_t n, uint64_t value);
/** dst bit k = a[k] > value, int8_t. */
BMILL_API void bmill_bits_gt_value_i8(void *dst, const int8_t *a, size_t n, int8_t value);
/** dst bit k = a[k] > value, int16_t. */
BMILL_API void bmill_bits_gt_value_i16(void *dst, const int16_t *a, size_t n, int16_t value);
/** dst bit k = a[k] > value, int32_t. */
BMILL_API void bmill_bits_gt_value_i32(void *dst, const int32_t *a, size_t n, int32_t value);
/** dst bit k = a[k] > value, int64_t. */
BMILL_API void bmill_bits_gt_value_i64(void *dst, const int64_t *a, size_t n, int64_t value);
/** dst bit k = a[k] > value, float. */
BMILL_API void bmill_bits_gt_value_f32(void *dst, const float *a, size_t n, float value);
/** dst bit k = a[k] > value, double. */
BMILL_API void bmill_bits_gt_value_f64(void *dst, const double *a, size_t n, double value);
/** dst bit k = a[k] >= value, uint8_t. */
BMILL_API void bmill_bits_ge_value_u8(void *dst, const uint8_t *a, size_t n, uint8_t value);
/** dst bit k = a[k] >= value, uint16_t. */
BMILL_API void bmill_bits_ge_value_u16(void *dst, const uint16_t *a, size_t n, uint16_t value);
/** dst bit k = a[k] >= value, uint32_t. */
BMILL_API void bmill_bits_ge_value_u32(void *dst, const uint32_t *a, size_t n, uint32_t value);
/** dst bit k = a[k] >= value, uint64_t. */
BMILL_API void bmill_bits_ge_value_u64(void *dst, const uint64_t *a, size_t n, uint64_t value);
/** dst bit k = a[k] >= value, int8_t. */
BMILL_API void bmill_bits_ge_value_i8(void *dst, const int8_t *a, size_t n, int8_t value);
/** dst bit k = a[k] >= value, int16_t. */
BMILL_API void bmill_bits_ge_value_i16(void *dst, const int16_t *a, size_t n, int16_t value);
/** dst bit k = a[k] >= value, int32_t. */
BMILL_API void bmill_bits_ge_value_i32(void *dst, const int32_t *a, size_t n, int32_t value);
/** dst bit k = a[k] >= value, int64_t. */
BMILL_API void bmill_bits_ge_value_i64(void *dst, const int64_t *a, size_t n, int64_t value);
/** dst bit k = a[k] >= value, float. */
BMILL_API void bmill_bits_ge_value_f32(void *dst, const float *a, size_t n, float value);
/** dst bit k = a[k] >= value, double. */
BMILL_API void bmill_bits_ge_value_f64(void *dst, const double *a, size_t n, double value);

/** @} */

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_(bmill_bits_eq_u8);
BMILL_LIBRARY_(bmill_bits_eq_value_u8);
BMILL_LIBRARY_(bmill_bits_eq_u16);
BMILL_LIBRARY_(bmill_bits_eq_value_u16);
BMILL_LIBRARY_(bmill_bits_eq_u32);
BMILL_LIBRARY_(bmill_bits_eq_value_u32);
BMILL_LIBRARY_(bmill_bits_eq_u64);
BMILL_LIBRARY_(bmill_bits_eq_value_u64);
BMILL_LIBRARY_(bmill_bits_eq_i8);
BMILL_LIBRARY_(bmill_bits_eq_value_i8);
BMILL_LIBRARY_(bmill_bits_eq_i16);
BMILL_LIBRARY_(bmill_bits_eq_value_i16);
BMILL_LIBRARY_(bmill_bits_eq_i32);
BMILL_LIBRARY_(bmill_bits_eq_value_i32);
BMILL_LIBRARY_(bmill_bits_eq_i64);
BMILL_LIBRARY_(bmill_bits_eq_value_i64);
BMILL_LIBRARY_(bmill_bits_eq_f32);
BMILL_LIBRARY_(bmill_bits_eq_value_f32);
BMILL_LIBRARY_(bmill_bits_eq_f64);
BMILL_LIBRARY_(bmill_bits_eq_value_f64);
BMILL_LIBRARY_(bmill_bits_ne_u8);
BMILL_LIBRARY_(bmill_bits_ne_value_u8);
BMILL_LIBRARY_(bmill_bits_ne_u16);
BMILL_LIBRARY_(bmill_bits_ne_value_u16);
BMILL_LIBRARY_(bmill_bits_ne_u32);
BMILL_LIBRARY_(bmill_bits_ne_value_u32);
BMILL_LIBRARY_(bmill_bits_ne_u64);
BMILL_LIBRARY_(bmill_bits_ne_value_u64);
BMILL_LIBRARY_(bmill_bits_ne_i8);
BMILL_LIBRARY_(bmill_bits_ne_value_i8);
BMILL_LIBRARY_(bmill_bits_ne_i16);
BMILL_LIBRARY_(bmill_bits_ne_value_i16);
BMILL_LIBRARY_(bmill_bits_ne_i32);
BMILL_LIBRARY_(bmill_bits_ne_value_i32);
BMILL_LIBRARY_(bmill_bits_ne_i64);
BMILL_LIBRARY_(bmill_bits_ne_value_i64);
BMILL_LIBRARY_(bmill_bits_ne_f32);
BMILL_LIBRARY_(bmill_bits_ne_value_f32);
BMILL_LIBRARY_(bmill_bits_ne_f64);
BMILL_LIBRARY_(bmill_bits_ne_value_f64);
BMILL_LIBRARY_(bmill_bits_lt_u8);
BMILL_LIBRARY_(bmill_bits_lt_value_u8);
BMILL_LIBRARY_(bmill_bits_lt_u16);
BMILL_LIBRARY_(bmill_bits_lt_value_u16);
BMILL_LIBRARY_(bmill_bits_lt_u32);
BMILL_LIBRARY_(bmill_bits_lt_value_u32);
BMILL_LIBRARY_(bmill_bits_lt_u64);
BMILL_LIBRARY_(bmill_bits_lt_value_u64);
BMILL_LIBRARY_(bmill_bits_lt_i8);
BMILL_LIBRARY_(bmill_bits_lt_value_i8);
BMILL_LIBRARY_(bmill_bits_lt_i16);
BMILL_LIBRARY_(bmill_bits_lt_value_i16);
BMILL_LIBRARY_(bmill_bits_lt_i32);
BMILL_LIBRARY_(bmill_bits_lt_value_i32);
BMILL_LIBRARY_(bmill_bits_lt_i64);
BMILL_LIBRARY_(bmill_bits_lt_value_i64);
BMILL_LIBRARY_(bmill_bits_lt_f32);
BMILL_LIBRARY_(bmill_bits_lt_value_f32);
BMILL_LIBRARY_(bmill_bits_lt_f64);
BMILL_LIBRARY_(bmill_bits_lt_value_f64);
BMILL_LIBRARY_(bmill_bits_le_u8);
BMILL_LIBRARY_(bmill_bits_le_value_u8);
BMILL_LIBRARY_(bmill_bits_le_u16);
BMILL_LIBRARY_(bmill_bits_le_value_u16);
BMILL_LIBRARY_(bmill_bits_le_u32);
BMILL_LIBRARY_(bmill_bits_le_value_u32);
BMILL_LIBRARY_(bmill_bits_le_u64);
BMILL_LIBRARY_(bmill_bits_le_value_u64);
BMILL_LIBRARY_(bmill_bits_le_i8);
BMILL_LIBRARY_(bmill_bits_le_value_i8);
BMILL_LIBRARY_(bmill_bits_le_i16);
BMILL_LIBRARY_(bmill_bits_le_value_i16);
BMILL_LIBRARY_(bmill_bits_le_i32);
BMILL_LIBRARY_(bmill_bits_le_value_i32);
BMILL_LIBRARY_(bmill_bits_le_i64);
BMILL_LIBRARY_(bmill_bits_le_value_i64);
BMILL_LIBRARY_(bmill_bits_le_f32);
BMILL_LIBRARY_(bmill_bits_le_value_f32);
BMILL_LIBRARY_(bmill_bits_le_f64);
BMILL_LIBRARY_(bmill_bits_le_value_f64);
BMILL_LIBRARY_(bmill_bits_gt_u8);
BMILL_LIBRARY_(bmill_bits_gt_value_u8);
BMILL_LIBRARY_(bmill_bits_gt_u16);
BMILL_LIBRARY_(bmill_bits_gt_value_u16);
BMILL_LIBRARY_(bmill_bits_gt_u32);
BMILL_LIBRARY_(bmill_bits_gt_value_u32);
BMILL_LIBRARY_(bmill_bits_gt_u64);
BMILL_LIBRARY_(bmill_bits_gt_value_u64);
BMILL_LIBRARY_(bmill_bits_gt_i8);
BMILL_LIBRARY_(bmill_bits_gt_value_i8);
BMILL_LIBRARY_(bmill_bits_gt_i16);
BMILL_LIBRARY_(bmill_bits_gt_value_i16);
BMILL_LIBRARY_(bmill_bits_gt_i32);
BMILL_LIBRARY_(bmill_bits_gt_value_i32);
BMILL_LIBRARY_(bmill_bits_gt_i64);
BMILL_LIBRARY_(bmill_bits_gt_value_i64);
BMILL_LIBRARY_(bmill_bits_gt_f32);
BMILL_LIBRARY_(bmill_bits_gt_value_f32);
BMILL_LIBRARY_(bmill_bits_gt_f64);
BMILL_LIBRARY_(bmill_bits_gt_value_f64);
BMILL_LIBRARY_(bmill_bits_ge_u8);
BMILL_LIBRARY_(bmill_bits_ge_value_u8);
BMILL_LIBRARY_(bmill_bits_ge_u16);
BMILL_LIBRARY_(bmill_bits_ge_value_u16);
BMILL_LIBRARY_(bmill_bits_ge_u32);
BMILL_LIBRARY_(bmill_bits_ge_value_u32);
BMILL_LIBRARY_(bmill_bits_ge_u64);
BMILL_LIBRARY_(bmill_bits_ge_value_u64);
BMILL_LIBRARY_(bmill_bits_ge_i8);
BMILL_LIBRARY_(bmill_bits_ge_value_i8);
BMILL_LIBRARY_(bmill_bits_ge_i16);
BMILL_LIBRARY_(bmill_bits_ge_value_i16);
BMILL_LIBRARY_(bmill_bits_ge_i32);
BMILL_LIBRARY_(bmill_bits_ge_value_i32);
BMILL_LIBRARY_(bmill_bits_ge_i64);
BMILL_LIBRARY_(bmill_bits_ge_value_i64);
BMILL_LIBRARY_(bmill_bits_ge_f32);
BMILL_LIBRARY_(bmill_bits_ge_value_f32);
BMILL_LIBRARY_(bmill_bits_ge_f64);
BMILL_LIBRARY_(bmill_bits_ge_value_f64);

BMILL_BEGIN_FRONTS_

BMILL_FRONT_ void bmill_bits_eq_u8(void *BMILL_SIZED_ dst, const uint8_t *BMILL_SIZED_ a,
                                   const uint8_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_eq_u8_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_eq_value_u8(void *BMILL_SIZED_ dst, const uint8_t *BMILL_SIZED_ a,
                                         size_t n, uint8_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_eq_value_u8_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_eq_u16(void *BMILL_SIZED_ dst, const uint16_t *BMILL_SIZED_ a,
                                    const uint16_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_eq_u16_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_eq_value_u16(void *BMILL_SIZED_ dst, const uint16_t *BMILL_SIZED_ a,
                                          size_t n, uint16_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_eq_value_u16_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_eq_u32(void *BMILL_SIZED_ dst, const uint32_t *BMILL_SIZED_ a,
                                    const uint32_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_eq_u32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_eq_value_u32(void *BMILL_SIZED_ dst, const uint32_t *BMILL_SIZED_ a,
                                          size_t n, uint32_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_eq_value_u32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_eq_u64(void *BMILL_SIZED_ dst, const uint64_t *BMILL_SIZED_ a,
                                    const uint64_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_eq_u64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_eq_value_u64(void *BMILL_SIZED_ dst, const uint64_t *BMILL_SIZED_ a,
                                          size_t n, uint64_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_eq_value_u64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_eq_i8(void *BMILL_SIZED_ dst, const int8_t *BMILL_SIZED_ a,
                                   const int8_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_eq_i8_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_eq_value_i8(void *BMILL_SIZED_ dst, const int8_t *BMILL_SIZED_ a,
                                         size_t n, int8_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_eq_value_i8_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_eq_i16(void *BMILL_SIZED_ dst, const int16_t *BMILL_SIZED_ a,
                                    const int16_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_eq_i16_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_eq_value_i16(void *BMILL_SIZED_ dst, const int16_t *BMILL_SIZED_ a,
                                          size_t n, int16_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_eq_value_i16_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_eq_i32(void *BMILL_SIZED_ dst, const int32_t *BMILL_SIZED_ a,
                                    const int32_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_eq_i32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_eq_value_i32(void *BMILL_SIZED_ dst, const int32_t *BMILL_SIZED_ a,
                                          size_t n, int32_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_eq_value_i32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_eq_i64(void *BMILL_SIZED_ dst, const int64_t *BMILL_SIZED_ a,
                                    const int64_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_eq_i64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_eq_value_i64(void *BMILL_SIZED_ dst, const int64_t *BMILL_SIZED_ a,
                                          size_t n, int64_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_eq_value_i64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_eq_f32(void *BMILL_SIZED_ dst, const float *BMILL_SIZED_ a,
                                    const float *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_eq_f32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_eq_value_f32(void *BMILL_SIZED_ dst, const float *BMILL_SIZED_ a,
                                          size_t n, float value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_eq_value_f32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_eq_f64(void *BMILL_SIZED_ dst, const double *BMILL_SIZED_ a,
                                    const double *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_eq_f64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_eq_value_f64(void *BMILL_SIZED_ dst, const double *BMILL_SIZED_ a,
                                          size_t n, double value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_eq_value_f64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ne_u8(void *BMILL_SIZED_ dst, const uint8_t *BMILL_SIZED_ a,
                                   const uint8_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ne_u8_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ne_value_u8(void *BMILL_SIZED_ dst, const uint8_t *BMILL_SIZED_ a,
                                         size_t n, uint8_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ne_value_u8_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ne_u16(void *BMILL_SIZED_ dst, const uint16_t *BMILL_SIZED_ a,
                                    const uint16_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ne_u16_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ne_value_u16(void *BMILL_SIZED_ dst, const uint16_t *BMILL_SIZED_ a,
                                          size_t n, uint16_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ne_value_u16_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ne_u32(void *BMILL_SIZED_ dst, const uint32_t *BMILL_SIZED_ a,
                                    const uint32_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ne_u32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ne_value_u32(void *BMILL_SIZED_ dst, const uint32_t *BMILL_SIZED_ a,
                                          size_t n, uint32_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ne_value_u32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ne_u64(void *BMILL_SIZED_ dst, const uint64_t *BMILL_SIZED_ a,
                                    const uint64_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ne_u64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ne_value_u64(void *BMILL_SIZED_ dst, const uint64_t *BMILL_SIZED_ a,
                                          size_t n, uint64_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ne_value_u64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ne_i8(void *BMILL_SIZED_ dst, const int8_t *BMILL_SIZED_ a,
                                   const int8_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ne_i8_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ne_value_i8(void *BMILL_SIZED_ dst, const int8_t *BMILL_SIZED_ a,
                                         size_t n, int8_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ne_value_i8_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ne_i16(void *BMILL_SIZED_ dst, const int16_t *BMILL_SIZED_ a,
                                    const int16_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ne_i16_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ne_value_i16(void *BMILL_SIZED_ dst, const int16_t *BMILL_SIZED_ a,
                                          size_t n, int16_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ne_value_i16_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ne_i32(void *BMILL_SIZED_ dst, const int32_t *BMILL_SIZED_ a,
                                    const int32_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ne_i32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ne_value_i32(void *BMILL_SIZED_ dst, const int32_t *BMILL_SIZED_ a,
                                          size_t n, int32_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ne_value_i32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ne_i64(void *BMILL_SIZED_ dst, const int64_t *BMILL_SIZED_ a,
                                    const int64_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ne_i64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ne_value_i64(void *BMILL_SIZED_ dst, const int64_t *BMILL_SIZED_ a,
                                          size_t n, int64_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ne_value_i64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ne_f32(void *BMILL_SIZED_ dst, const float *BMILL_SIZED_ a,
                                    const float *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ne_f32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ne_value_f32(void *BMILL_SIZED_ dst, const float *BMILL_SIZED_ a,
                                          size_t n, float value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ne_value_f32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ne_f64(void *BMILL_SIZED_ dst, const double *BMILL_SIZED_ a,
                                    const double *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ne_f64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ne_value_f64(void *BMILL_SIZED_ dst, const double *BMILL_SIZED_ a,
                                          size_t n, double value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ne_value_f64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_lt_u8(void *BMILL_SIZED_ dst, const uint8_t *BMILL_SIZED_ a,
                                   const uint8_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_lt_u8_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_lt_value_u8(void *BMILL_SIZED_ dst, const uint8_t *BMILL_SIZED_ a,
                                         size_t n, uint8_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_lt_value_u8_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_lt_u16(void *BMILL_SIZED_ dst, const uint16_t *BMILL_SIZED_ a,
                                    const uint16_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_lt_u16_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_lt_value_u16(void *BMILL_SIZED_ dst, const uint16_t *BMILL_SIZED_ a,
                                          size_t n, uint16_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_lt_value_u16_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_lt_u32(void *BMILL_SIZED_ dst, const uint32_t *BMILL_SIZED_ a,
                                    const uint32_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_lt_u32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_lt_value_u32(void *BMILL_SIZED_ dst, const uint32_t *BMILL_SIZED_ a,
                                          size_t n, uint32_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_lt_value_u32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_lt_u64(void *BMILL_SIZED_ dst, const uint64_t *BMILL_SIZED_ a,
                                    const uint64_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_lt_u64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_lt_value_u64(void *BMILL_SIZED_ dst, const uint64_t *BMILL_SIZED_ a,
                                          size_t n, uint64_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_lt_value_u64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_lt_i8(void *BMILL_SIZED_ dst, const int8_t *BMILL_SIZED_ a,
                                   const int8_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_lt_i8_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_lt_value_i8(void *BMILL_SIZED_ dst, const int8_t *BMILL_SIZED_ a,
                                         size_t n, int8_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_lt_value_i8_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_lt_i16(void *BMILL_SIZED_ dst, const int16_t *BMILL_SIZED_ a,
                                    const int16_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_lt_i16_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_lt_value_i16(void *BMILL_SIZED_ dst, const int16_t *BMILL_SIZED_ a,
                                          size_t n, int16_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_lt_value_i16_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_lt_i32(void *BMILL_SIZED_ dst, const int32_t *BMILL_SIZED_ a,
                                    const int32_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_lt_i32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_lt_value_i32(void *BMILL_SIZED_ dst, const int32_t *BMILL_SIZED_ a,
                                          size_t n, int32_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_lt_value_i32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_lt_i64(void *BMILL_SIZED_ dst, const int64_t *BMILL_SIZED_ a,
                                    const int64_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_lt_i64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_lt_value_i64(void *BMILL_SIZED_ dst, const int64_t *BMILL_SIZED_ a,
                                          size_t n, int64_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_lt_value_i64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_lt_f32(void *BMILL_SIZED_ dst, const float *BMILL_SIZED_ a,
                                    const float *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_lt_f32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_lt_value_f32(void *BMILL_SIZED_ dst, const float *BMILL_SIZED_ a,
                                          size_t n, float value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_lt_value_f32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_lt_f64(void *BMILL_SIZED_ dst, const double *BMILL_SIZED_ a,
                                    const double *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_lt_f64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_lt_value_f64(void *BMILL_SIZED_ dst, const double *BMILL_SIZED_ a,
                                          size_t n, double value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_lt_value_f64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_le_u8(void *BMILL_SIZED_ dst, const uint8_t *BMILL_SIZED_ a,
                                   const uint8_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_le_u8_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_le_value_u8(void *BMILL_SIZED_ dst, const uint8_t *BMILL_SIZED_ a,
                                         size_t n, uint8_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_le_value_u8_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_le_u16(void *BMILL_SIZED_ dst, const uint16_t *BMILL_SIZED_ a,
                                    const uint16_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_le_u16_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_le_value_u16(void *BMILL_SIZED_ dst, const uint16_t *BMILL_SIZED_ a,
                                          size_t n, uint16_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_le_value_u16_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_le_u32(void *BMILL_SIZED_ dst, const uint32_t *BMILL_SIZED_ a,
                                    const uint32_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_le_u32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_le_value_u32(void *BMILL_SIZED_ dst, const uint32_t *BMILL_SIZED_ a,
                                          size_t n, uint32_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_le_value_u32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_le_u64(void *BMILL_SIZED_ dst, const uint64_t *BMILL_SIZED_ a,
                                    const uint64_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_le_u64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_le_value_u64(void *BMILL_SIZED_ dst, const uint64_t *BMILL_SIZED_ a,
                                          size_t n, uint64_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_le_value_u64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_le_i8(void *BMILL_SIZED_ dst, const int8_t *BMILL_SIZED_ a,
                                   const int8_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_le_i8_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_le_value_i8(void *BMILL_SIZED_ dst, const int8_t *BMILL_SIZED_ a,
                                         size_t n, int8_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_le_value_i8_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_le_i16(void *BMILL_SIZED_ dst, const int16_t *BMILL_SIZED_ a,
                                    const int16_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_le_i16_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_le_value_i16(void *BMILL_SIZED_ dst, const int16_t *BMILL_SIZED_ a,
                                          size_t n, int16_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_le_value_i16_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_le_i32(void *BMILL_SIZED_ dst, const int32_t *BMILL_SIZED_ a,
                                    const int32_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_le_i32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_le_value_i32(void *BMILL_SIZED_ dst, const int32_t *BMILL_SIZED_ a,
                                          size_t n, int32_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_le_value_i32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_le_i64(void *BMILL_SIZED_ dst, const int64_t *BMILL_SIZED_ a,
                                    const int64_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_le_i64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_le_value_i64(void *BMILL_SIZED_ dst, const int64_t *BMILL_SIZED_ a,
                                          size_t n, int64_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_le_value_i64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_le_f32(void *BMILL_SIZED_ dst, const float *BMILL_SIZED_ a,
                                    const float *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_le_f32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_le_value_f32(void *BMILL_SIZED_ dst, const float *BMILL_SIZED_ a,
                                          size_t n, float value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_le_value_f32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_le_f64(void *BMILL_SIZED_ dst, const double *BMILL_SIZED_ a,
                                    const double *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_le_f64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_le_value_f64(void *BMILL_SIZED_ dst, const double *BMILL_SIZED_ a,
                                          size_t n, double value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_le_value_f64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_gt_u8(void *BMILL_SIZED_ dst, const uint8_t *BMILL_SIZED_ a,
                                   const uint8_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_gt_u8_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_gt_value_u8(void *BMILL_SIZED_ dst, const uint8_t *BMILL_SIZED_ a,
                                         size_t n, uint8_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_gt_value_u8_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_gt_u16(void *BMILL_SIZED_ dst, const uint16_t *BMILL_SIZED_ a,
                                    const uint16_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_gt_u16_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_gt_value_u16(void *BMILL_SIZED_ dst, const uint16_t *BMILL_SIZED_ a,
                                          size_t n, uint16_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_gt_value_u16_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_gt_u32(void *BMILL_SIZED_ dst, const uint32_t *BMILL_SIZED_ a,
                                    const uint32_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_gt_u32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_gt_value_u32(void *BMILL_SIZED_ dst, const uint32_t *BMILL_SIZED_ a,
                                          size_t n, uint32_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_gt_value_u32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_gt_u64(void *BMILL_SIZED_ dst, const uint64_t *BMILL_SIZED_ a,
                                    const uint64_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_gt_u64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_gt_value_u64(void *BMILL_SIZED_ dst, const uint64_t *BMILL_SIZED_ a,
                                          size_t n, uint64_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_gt_value_u64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_gt_i8(void *BMILL_SIZED_ dst, const int8_t *BMILL_SIZED_ a,
                                   const int8_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_gt_i8_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_gt_value_i8(void *BMILL_SIZED_ dst, const int8_t *BMILL_SIZED_ a,
                                         size_t n, int8_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_gt_value_i8_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_gt_i16(void *BMILL_SIZED_ dst, const int16_t *BMILL_SIZED_ a,
                                    const int16_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_gt_i16_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_gt_value_i16(void *BMILL_SIZED_ dst, const int16_t *BMILL_SIZED_ a,
                                          size_t n, int16_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_gt_value_i16_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_gt_i32(void *BMILL_SIZED_ dst, const int32_t *BMILL_SIZED_ a,
                                    const int32_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_gt_i32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_gt_value_i32(void *BMILL_SIZED_ dst, const int32_t *BMILL_SIZED_ a,
                                          size_t n, int32_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_gt_value_i32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_gt_i64(void *BMILL_SIZED_ dst, const int64_t *BMILL_SIZED_ a,
                                    const int64_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_gt_i64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_gt_value_i64(void *BMILL_SIZED_ dst, const int64_t *BMILL_SIZED_ a,
                                          size_t n, int64_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_gt_value_i64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_gt_f32(void *BMILL_SIZED_ dst, const float *BMILL_SIZED_ a,
                                    const float *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_gt_f32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_gt_value_f32(void *BMILL_SIZED_ dst, const float *BMILL_SIZED_ a,
                                          size_t n, float value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_gt_value_f32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_gt_f64(void *BMILL_SIZED_ dst, const double *BMILL_SIZED_ a,
                                    const double *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_gt_f64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_gt_value_f64(void *BMILL_SIZED_ dst, const double *BMILL_SIZED_ a,
                                          size_t n, double value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_gt_value_f64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ge_u8(void *BMILL_SIZED_ dst, const uint8_t *BMILL_SIZED_ a,
                                   const uint8_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ge_u8_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ge_value_u8(void *BMILL_SIZED_ dst, const uint8_t *BMILL_SIZED_ a,
                                         size_t n, uint8_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ge_value_u8_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ge_u16(void *BMILL_SIZED_ dst, const uint16_t *BMILL_SIZED_ a,
                                    const uint16_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ge_u16_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ge_value_u16(void *BMILL_SIZED_ dst, const uint16_t *BMILL_SIZED_ a,
                                          size_t n, uint16_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ge_value_u16_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ge_u32(void *BMILL_SIZED_ dst, const uint32_t *BMILL_SIZED_ a,
                                    const uint32_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ge_u32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ge_value_u32(void *BMILL_SIZED_ dst, const uint32_t *BMILL_SIZED_ a,
                                          size_t n, uint32_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ge_value_u32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ge_u64(void *BMILL_SIZED_ dst, const uint64_t *BMILL_SIZED_ a,
                                    const uint64_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ge_u64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ge_value_u64(void *BMILL_SIZED_ dst, const uint64_t *BMILL_SIZED_ a,
                                          size_t n, uint64_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ge_value_u64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ge_i8(void *BMILL_SIZED_ dst, const int8_t *BMILL_SIZED_ a,
                                   const int8_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ge_i8_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ge_value_i8(void *BMILL_SIZED_ dst, const int8_t *BMILL_SIZED_ a,
                                         size_t n, int8_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ge_value_i8_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ge_i16(void *BMILL_SIZED_ dst, const int16_t *BMILL_SIZED_ a,
                                    const int16_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ge_i16_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ge_value_i16(void *BMILL_SIZED_ dst, const int16_t *BMILL_SIZED_ a,
                                          size_t n, int16_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ge_value_i16_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ge_i32(void *BMILL_SIZED_ dst, const int32_t *BMILL_SIZED_ a,
                                    const int32_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ge_i32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ge_value_i32(void *BMILL_SIZED_ dst, const int32_t *BMILL_SIZED_ a,
                                          size_t n, int32_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ge_value_i32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ge_i64(void *BMILL_SIZED_ dst, const int64_t *BMILL_SIZED_ a,
                                    const int64_t *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ge_i64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ge_value_i64(void *BMILL_SIZED_ dst, const int64_t *BMILL_SIZED_ a,
                                          size_t n, int64_t value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ge_value_i64_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ge_f32(void *BMILL_SIZED_ dst, const float *BMILL_SIZED_ a,
                                    const float *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ge_f32_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ge_value_f32(void *BMILL_SIZED_ dst, const float *BMILL_SIZED_ a,
                                          size_t n, float value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ge_value_f32_library_(dst, a, n, value);
}

BMILL_FRONT_ void bmill_bits_ge_f64(void *BMILL_SIZED_ dst, const double *BMILL_SIZED_ a,
                                    const double *BMILL_SIZED_ b, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    BMILL_READS_ELEMENTS_(b, n);
    bmill_bits_ge_f64_library_(dst, a, b, n);
}

BMILL_FRONT_ void bmill_bits_ge_value_f64(void *BMILL_SIZED_ dst, const double *BMILL_SIZED_ a,
                                          size_t n, double value)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_ELEMENTS_(a, n);
    bmill_bits_ge_value_f64_library_(dst, a, n, value);
}

BMILL_END_FRONTS_

#endif

#endif
