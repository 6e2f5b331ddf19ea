/* values.c: comparison of numbers into a bitmap: the functions of bitmill/bits/values.h. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include <bitmill/bits/values.h>

/* There are kernels for eq and lt, le of floats, and for gt and ge with a value (tables/compare.h).
 * The others are one of these with the sides swapped, or with every bit of the result negated:
 * a <= b is NOT (b < a), but not for floats, where both are false if one side is NaN. Equality is
 * the same for signed and unsigned numbers.
 */
#define AS_IS   UINT64_C(0)
#define NEGATED UINT64_MAX

/* ---- uint8_t ---- */

void bmill_bits_eq_u8(void *dst, const uint8_t *a, const uint8_t *b, size_t n)
{
    KERNEL(eq_u8)(dst, a, b, n, AS_IS);
}

void bmill_bits_ne_u8(void *dst, const uint8_t *a, const uint8_t *b, size_t n)
{
    KERNEL(eq_u8)(dst, a, b, n, NEGATED);
}

void bmill_bits_lt_u8(void *dst, const uint8_t *a, const uint8_t *b, size_t n)
{
    KERNEL(lt_u8)(dst, a, b, n, AS_IS);
}

void bmill_bits_le_u8(void *dst, const uint8_t *a, const uint8_t *b, size_t n)
{
    KERNEL(lt_u8)(dst, b, a, n, NEGATED);
}

void bmill_bits_gt_u8(void *dst, const uint8_t *a, const uint8_t *b, size_t n)
{
    KERNEL(lt_u8)(dst, b, a, n, AS_IS);
}

void bmill_bits_ge_u8(void *dst, const uint8_t *a, const uint8_t *b, size_t n)
{
    KERNEL(lt_u8)(dst, a, b, n, NEGATED);
}

void bmill_bits_eq_value_u8(void *dst, const uint8_t *a, size_t n, uint8_t value)
{
    KERNEL(eq_value_u8)(dst, a, n, value, AS_IS);
}

void bmill_bits_ne_value_u8(void *dst, const uint8_t *a, size_t n, uint8_t value)
{
    KERNEL(eq_value_u8)(dst, a, n, value, NEGATED);
}

void bmill_bits_lt_value_u8(void *dst, const uint8_t *a, size_t n, uint8_t value)
{
    KERNEL(lt_value_u8)(dst, a, n, value, AS_IS);
}

void bmill_bits_le_value_u8(void *dst, const uint8_t *a, size_t n, uint8_t value)
{
    KERNEL(gt_value_u8)(dst, a, n, value, NEGATED);
}

void bmill_bits_gt_value_u8(void *dst, const uint8_t *a, size_t n, uint8_t value)
{
    KERNEL(gt_value_u8)(dst, a, n, value, AS_IS);
}

void bmill_bits_ge_value_u8(void *dst, const uint8_t *a, size_t n, uint8_t value)
{
    KERNEL(lt_value_u8)(dst, a, n, value, NEGATED);
}

/* ---- uint16_t ---- */

void bmill_bits_eq_u16(void *dst, const uint16_t *a, const uint16_t *b, size_t n)
{
    KERNEL(eq_u16)(dst, a, b, n, AS_IS);
}

void bmill_bits_ne_u16(void *dst, const uint16_t *a, const uint16_t *b, size_t n)
{
    KERNEL(eq_u16)(dst, a, b, n, NEGATED);
}

void bmill_bits_lt_u16(void *dst, const uint16_t *a, const uint16_t *b, size_t n)
{
    KERNEL(lt_u16)(dst, a, b, n, AS_IS);
}

void bmill_bits_le_u16(void *dst, const uint16_t *a, const uint16_t *b, size_t n)
{
    KERNEL(lt_u16)(dst, b, a, n, NEGATED);
}

void bmill_bits_gt_u16(void *dst, const uint16_t *a, const uint16_t *b, size_t n)
{
    KERNEL(lt_u16)(dst, b, a, n, AS_IS);
}

void bmill_bits_ge_u16(void *dst, const uint16_t *a, const uint16_t *b, size_t n)
{
    KERNEL(lt_u16)(dst, a, b, n, NEGATED);
}

void bmill_bits_eq_value_u16(void *dst, const uint16_t *a, size_t n, uint16_t value)
{
    KERNEL(eq_value_u16)(dst, a, n, value, AS_IS);
}

void bmill_bits_ne_value_u16(void *dst, const uint16_t *a, size_t n, uint16_t value)
{
    KERNEL(eq_value_u16)(dst, a, n, value, NEGATED);
}

void bmill_bits_lt_value_u16(void *dst, const uint16_t *a, size_t n, uint16_t value)
{
    KERNEL(lt_value_u16)(dst, a, n, value, AS_IS);
}

void bmill_bits_le_value_u16(void *dst, const uint16_t *a, size_t n, uint16_t value)
{
    KERNEL(gt_value_u16)(dst, a, n, value, NEGATED);
}

void bmill_bits_gt_value_u16(void *dst, const uint16_t *a, size_t n, uint16_t value)
{
    KERNEL(gt_value_u16)(dst, a, n, value, AS_IS);
}

void bmill_bits_ge_value_u16(void *dst, const uint16_t *a, size_t n, uint16_t value)
{
    KERNEL(lt_value_u16)(dst, a, n, value, NEGATED);
}

/* ---- uint32_t ---- */

void bmill_bits_eq_u32(void *dst, const uint32_t *a, const uint32_t *b, size_t n)
{
    KERNEL(eq_u32)(dst, a, b, n, AS_IS);
}

void bmill_bits_ne_u32(void *dst, const uint32_t *a, const uint32_t *b, size_t n)
{
    KERNEL(eq_u32)(dst, a, b, n, NEGATED);
}

void bmill_bits_lt_u32(void *dst, const uint32_t *a, const uint32_t *b, size_t n)
{
    KERNEL(lt_u32)(dst, a, b, n, AS_IS);
}

void bmill_bits_le_u32(void *dst, const uint32_t *a, const uint32_t *b, size_t n)
{
    KERNEL(lt_u32)(dst, b, a, n, NEGATED);
}

void bmill_bits_gt_u32(void *dst, const uint32_t *a, const uint32_t *b, size_t n)
{
    KERNEL(lt_u32)(dst, b, a, n, AS_IS);
}

void bmill_bits_ge_u32(void *dst, const uint32_t *a, const uint32_t *b, size_t n)
{
    KERNEL(lt_u32)(dst, a, b, n, NEGATED);
}

void bmill_bits_eq_value_u32(void *dst, const uint32_t *a, size_t n, uint32_t value)
{
    KERNEL(eq_value_u32)(dst, a, n, value, AS_IS);
}

void bmill_bits_ne_value_u32(void *dst, const uint32_t *a, size_t n, uint32_t value)
{
    KERNEL(eq_value_u32)(dst, a, n, value, NEGATED);
}

void bmill_bits_lt_value_u32(void *dst, const uint32_t *a, size_t n, uint32_t value)
{
    KERNEL(lt_value_u32)(dst, a, n, value, AS_IS);
}

void bmill_bits_le_value_u32(void *dst, const uint32_t *a, size_t n, uint32_t value)
{
    KERNEL(gt_value_u32)(dst, a, n, value, NEGATED);
}

void bmill_bits_gt_value_u32(void *dst, const uint32_t *a, size_t n, uint32_t value)
{
    KERNEL(gt_value_u32)(dst, a, n, value, AS_IS);
}

void bmill_bits_ge_value_u32(void *dst, const uint32_t *a, size_t n, uint32_t value)
{
    KERNEL(lt_value_u32)(dst, a, n, value, NEGATED);
}

/* ---- uint64_t ---- */

void bmill_bits_eq_u64(void *dst, const uint64_t *a, const uint64_t *b, size_t n)
{
    KERNEL(eq_u64)(dst, a, b, n, AS_IS);
}

void bmill_bits_ne_u64(void *dst, const uint64_t *a, const uint64_t *b, size_t n)
{
    KERNEL(eq_u64)(dst, a, b, n, NEGATED);
}

void bmill_bits_lt_u64(void *dst, const uint64_t *a, const uint64_t *b, size_t n)
{
    KERNEL(lt_u64)(dst, a, b, n, AS_IS);
}

void bmill_bits_le_u64(void *dst, const uint64_t *a, const uint64_t *b, size_t n)
{
    KERNEL(lt_u64)(dst, b, a, n, NEGATED);
}

void bmill_bits_gt_u64(void *dst, const uint64_t *a, const uint64_t *b, size_t n)
{
    KERNEL(lt_u64)(dst, b, a, n, AS_IS);
}

void bmill_bits_ge_u64(void *dst, const uint64_t *a, const uint64_t *b, size_t n)
{
    KERNEL(lt_u64)(dst, a, b, n, NEGATED);
}

void bmill_bits_eq_value_u64(void *dst, const uint64_t *a, size_t n, uint64_t value)
{
    KERNEL(eq_value_u64)(dst, a, n, value, AS_IS);
}

void bmill_bits_ne_value_u64(void *dst, const uint64_t *a, size_t n, uint64_t value)
{
    KERNEL(eq_value_u64)(dst, a, n, value, NEGATED);
}

void bmill_bits_lt_value_u64(void *dst, const uint64_t *a, size_t n, uint64_t value)
{
    KERNEL(lt_value_u64)(dst, a, n, value, AS_IS);
}

void bmill_bits_le_value_u64(void *dst, const uint64_t *a, size_t n, uint64_t value)
{
    KERNEL(gt_value_u64)(dst, a, n, value, NEGATED);
}

void bmill_bits_gt_value_u64(void *dst, const uint64_t *a, size_t n, uint64_t value)
{
    KERNEL(gt_value_u64)(dst, a, n, value, AS_IS);
}

void bmill_bits_ge_value_u64(void *dst, const uint64_t *a, size_t n, uint64_t value)
{
    KERNEL(lt_value_u64)(dst, a, n, value, NEGATED);
}

/* ---- int8_t ---- */

void bmill_bits_eq_i8(void *dst, const int8_t *a, const int8_t *b, size_t n)
{
    KERNEL(eq_u8)(dst, a, b, n, AS_IS);
}

void bmill_bits_ne_i8(void *dst, const int8_t *a, const int8_t *b, size_t n)
{
    KERNEL(eq_u8)(dst, a, b, n, NEGATED);
}

void bmill_bits_lt_i8(void *dst, const int8_t *a, const int8_t *b, size_t n)
{
    KERNEL(lt_i8)(dst, a, b, n, AS_IS);
}

void bmill_bits_le_i8(void *dst, const int8_t *a, const int8_t *b, size_t n)
{
    KERNEL(lt_i8)(dst, b, a, n, NEGATED);
}

void bmill_bits_gt_i8(void *dst, const int8_t *a, const int8_t *b, size_t n)
{
    KERNEL(lt_i8)(dst, b, a, n, AS_IS);
}

void bmill_bits_ge_i8(void *dst, const int8_t *a, const int8_t *b, size_t n)
{
    KERNEL(lt_i8)(dst, a, b, n, NEGATED);
}

void bmill_bits_eq_value_i8(void *dst, const int8_t *a, size_t n, int8_t value)
{
    KERNEL(eq_value_u8)(dst, a, n, (uint8_t)value, AS_IS);
}

void bmill_bits_ne_value_i8(void *dst, const int8_t *a, size_t n, int8_t value)
{
    KERNEL(eq_value_u8)(dst, a, n, (uint8_t)value, NEGATED);
}

void bmill_bits_lt_value_i8(void *dst, const int8_t *a, size_t n, int8_t value)
{
    KERNEL(lt_value_i8)(dst, a, n, value, AS_IS);
}

void bmill_bits_le_value_i8(void *dst, const int8_t *a, size_t n, int8_t value)
{
    KERNEL(gt_value_i8)(dst, a, n, value, NEGATED);
}

void bmill_bits_gt_value_i8(void *dst, const int8_t *a, size_t n, int8_t value)
{
    KERNEL(gt_value_i8)(dst, a, n, value, AS_IS);
}

void bmill_bits_ge_value_i8(void *dst, const int8_t *a, size_t n, int8_t value)
{
    KERNEL(lt_value_i8)(dst, a, n, value, NEGATED);
}

/* ---- int16_t ---- */

void bmill_bits_eq_i16(void *dst, const int16_t *a, const int16_t *b, size_t n)
{
    KERNEL(eq_u16)(dst, a, b, n, AS_IS);
}

void bmill_bits_ne_i16(void *dst, const int16_t *a, const int16_t *b, size_t n)
{
    KERNEL(eq_u16)(dst, a, b, n, NEGATED);
}

void bmill_bits_lt_i16(void *dst, const int16_t *a, const int16_t *b, size_t n)
{
    KERNEL(lt_i16)(dst, a, b, n, AS_IS);
}

void bmill_bits_le_i16(void *dst, const int16_t *a, const int16_t *b, size_t n)
{
    KERNEL(lt_i16)(dst, b, a, n, NEGATED);
}

void bmill_bits_gt_i16(void *dst, const int16_t *a, const int16_t *b, size_t n)
{
    KERNEL(lt_i16)(dst, b, a, n, AS_IS);
}

void bmill_bits_ge_i16(void *dst, const int16_t *a, const int16_t *b, size_t n)
{
    KERNEL(lt_i16)(dst, a, b, n, NEGATED);
}

void bmill_bits_eq_value_i16(void *dst, const int16_t *a, size_t n, int16_t value)
{
    KERNEL(eq_value_u16)(dst, a, n, (uint16_t)value, AS_IS);
}

void bmill_bits_ne_value_i16(void *dst, const int16_t *a, size_t n, int16_t value)
{
    KERNEL(eq_value_u16)(dst, a, n, (uint16_t)value, NEGATED);
}

void bmill_bits_lt_value_i16(void *dst, const int16_t *a, size_t n, int16_t value)
{
    KERNEL(lt_value_i16)(dst, a, n, value, AS_IS);
}

void bmill_bits_le_value_i16(void *dst, const int16_t *a, size_t n, int16_t value)
{
    KERNEL(gt_value_i16)(dst, a, n, value, NEGATED);
}

void bmill_bits_gt_value_i16(void *dst, const int16_t *a, size_t n, int16_t value)
{
    KERNEL(gt_value_i16)(dst, a, n, value, AS_IS);
}

void bmill_bits_ge_value_i16(void *dst, const int16_t *a, size_t n, int16_t value)
{
    KERNEL(lt_value_i16)(dst, a, n, value, NEGATED);
}

/* ---- int32_t ---- */

void bmill_bits_eq_i32(void *dst, const int32_t *a, const int32_t *b, size_t n)
{
    KERNEL(eq_u32)(dst, a, b, n, AS_IS);
}

void bmill_bits_ne_i32(void *dst, const int32_t *a, const int32_t *b, size_t n)
{
    KERNEL(eq_u32)(dst, a, b, n, NEGATED);
}

void bmill_bits_lt_i32(void *dst, const int32_t *a, const int32_t *b, size_t n)
{
    KERNEL(lt_i32)(dst, a, b, n, AS_IS);
}

void bmill_bits_le_i32(void *dst, const int32_t *a, const int32_t *b, size_t n)
{
    KERNEL(lt_i32)(dst, b, a, n, NEGATED);
}

void bmill_bits_gt_i32(void *dst, const int32_t *a, const int32_t *b, size_t n)
{
    KERNEL(lt_i32)(dst, b, a, n, AS_IS);
}

void bmill_bits_ge_i32(void *dst, const int32_t *a, const int32_t *b, size_t n)
{
    KERNEL(lt_i32)(dst, a, b, n, NEGATED);
}

void bmill_bits_eq_value_i32(void *dst, const int32_t *a, size_t n, int32_t value)
{
    KERNEL(eq_value_u32)(dst, a, n, (uint32_t)value, AS_IS);
}

void bmill_bits_ne_value_i32(void *dst, const int32_t *a, size_t n, int32_t value)
{
    KERNEL(eq_value_u32)(dst, a, n, (uint32_t)value, NEGATED);
}

void bmill_bits_lt_value_i32(void *dst, const int32_t *a, size_t n, int32_t value)
{
    KERNEL(lt_value_i32)(dst, a, n, value, AS_IS);
}

void bmill_bits_le_value_i32(void *dst, const int32_t *a, size_t n, int32_t value)
{
    KERNEL(gt_value_i32)(dst, a, n, value, NEGATED);
}

void bmill_bits_gt_value_i32(void *dst, const int32_t *a, size_t n, int32_t value)
{
    KERNEL(gt_value_i32)(dst, a, n, value, AS_IS);
}

void bmill_bits_ge_value_i32(void *dst, const int32_t *a, size_t n, int32_t value)
{
    KERNEL(lt_value_i32)(dst, a, n, value, NEGATED);
}

/* ---- int64_t ---- */

void bmill_bits_eq_i64(void *dst, const int64_t *a, const int64_t *b, size_t n)
{
    KERNEL(eq_u64)(dst, a, b, n, AS_IS);
}

void bmill_bits_ne_i64(void *dst, const int64_t *a, const int64_t *b, size_t n)
{
    KERNEL(eq_u64)(dst, a, b, n, NEGATED);
}

void bmill_bits_lt_i64(void *dst, const int64_t *a, const int64_t *b, size_t n)
{
    KERNEL(lt_i64)(dst, a, b, n, AS_IS);
}

void bmill_bits_le_i64(void *dst, const int64_t *a, const int64_t *b, size_t n)
{
    KERNEL(lt_i64)(dst, b, a, n, NEGATED);
}

void bmill_bits_gt_i64(void *dst, const int64_t *a, const int64_t *b, size_t n)
{
    KERNEL(lt_i64)(dst, b, a, n, AS_IS);
}

void bmill_bits_ge_i64(void *dst, const int64_t *a, const int64_t *b, size_t n)
{
    KERNEL(lt_i64)(dst, a, b, n, NEGATED);
}

void bmill_bits_eq_value_i64(void *dst, const int64_t *a, size_t n, int64_t value)
{
    KERNEL(eq_value_u64)(dst, a, n, (uint64_t)value, AS_IS);
}

void bmill_bits_ne_value_i64(void *dst, const int64_t *a, size_t n, int64_t value)
{
    KERNEL(eq_value_u64)(dst, a, n, (uint64_t)value, NEGATED);
}

void bmill_bits_lt_value_i64(void *dst, const int64_t *a, size_t n, int64_t value)
{
    KERNEL(lt_value_i64)(dst, a, n, value, AS_IS);
}

void bmill_bits_le_value_i64(void *dst, const int64_t *a, size_t n, int64_t value)
{
    KERNEL(gt_value_i64)(dst, a, n, value, NEGATED);
}

void bmill_bits_gt_value_i64(void *dst, const int64_t *a, size_t n, int64_t value)
{
    KERNEL(gt_value_i64)(dst, a, n, value, AS_IS);
}

void bmill_bits_ge_value_i64(void *dst, const int64_t *a, size_t n, int64_t value)
{
    KERNEL(lt_value_i64)(dst, a, n, value, NEGATED);
}

/* ---- float ---- */

void bmill_bits_eq_f32(void *dst, const float *a, const float *b, size_t n)
{
    KERNEL(eq_f32)(dst, a, b, n, AS_IS);
}

void bmill_bits_ne_f32(void *dst, const float *a, const float *b, size_t n)
{
    KERNEL(eq_f32)(dst, a, b, n, NEGATED);
}

void bmill_bits_lt_f32(void *dst, const float *a, const float *b, size_t n)
{
    KERNEL(lt_f32)(dst, a, b, n, AS_IS);
}

void bmill_bits_le_f32(void *dst, const float *a, const float *b, size_t n)
{
    KERNEL(le_f32)(dst, a, b, n, AS_IS);
}

void bmill_bits_gt_f32(void *dst, const float *a, const float *b, size_t n)
{
    KERNEL(lt_f32)(dst, b, a, n, AS_IS);
}

void bmill_bits_ge_f32(void *dst, const float *a, const float *b, size_t n)
{
    KERNEL(le_f32)(dst, b, a, n, AS_IS);
}

void bmill_bits_eq_value_f32(void *dst, const float *a, size_t n, float value)
{
    KERNEL(eq_value_f32)(dst, a, n, value, AS_IS);
}

void bmill_bits_ne_value_f32(void *dst, const float *a, size_t n, float value)
{
    KERNEL(eq_value_f32)(dst, a, n, value, NEGATED);
}

void bmill_bits_lt_value_f32(void *dst, const float *a, size_t n, float value)
{
    KERNEL(lt_value_f32)(dst, a, n, value, AS_IS);
}

void bmill_bits_le_value_f32(void *dst, const float *a, size_t n, float value)
{
    KERNEL(le_value_f32)(dst, a, n, value, AS_IS);
}

void bmill_bits_gt_value_f32(void *dst, const float *a, size_t n, float value)
{
    KERNEL(gt_value_f32)(dst, a, n, value, AS_IS);
}

void bmill_bits_ge_value_f32(void *dst, const float *a, size_t n, float value)
{
    KERNEL(ge_value_f32)(dst, a, n, value, AS_IS);
}

/* ---- double ---- */

void bmill_bits_eq_f64(void *dst, const double *a, const double *b, size_t n)
{
    KERNEL(eq_f64)(dst, a, b, n, AS_IS);
}

void bmill_bits_ne_f64(void *dst, const double *a, const double *b, size_t n)
{
    KERNEL(eq_f64)(dst, a, b, n, NEGATED);
}

void bmill_bits_lt_f64(void *dst, const double *a, const double *b, size_t n)
{
    KERNEL(lt_f64)(dst, a, b, n, AS_IS);
}

void bmill_bits_le_f64(void *dst, const double *a, const double *b, size_t n)
{
    KERNEL(le_f64)(dst, a, b, n, AS_IS);
}

void bmill_bits_gt_f64(void *dst, const double *a, const double *b, size_t n)
{
    KERNEL(lt_f64)(dst, b, a, n, AS_IS);
}

void bmill_bits_ge_f64(void *dst, const double *a, const double *b, size_t n)
{
    KERNEL(le_f64)(dst, b, a, n, AS_IS);
}

void bmill_bits_eq_value_f64(void *dst, const double *a, size_t n, double value)
{
    KERNEL(eq_value_f64)(dst, a, n, value, AS_IS);
}

void bmill_bits_ne_value_f64(void *dst, const double *a, size_t n, double value)
{
    KERNEL(eq_value_f64)(dst, a, n, value, NEGATED);
}

void bmill_bits_lt_value_f64(void *dst, const double *a, size_t n, double value)
{
    KERNEL(lt_value_f64)(dst, a, n, value, AS_IS);
}

void bmill_bits_le_value_f64(void *dst, const double *a, size_t n, double value)
{
    KERNEL(le_value_f64)(dst, a, n, value, AS_IS);
}

void bmill_bits_gt_value_f64(void *dst, const double *a, size_t n, double value)
{
    KERNEL(gt_value_f64)(dst, a, n, value, AS_IS);
}

void bmill_bits_ge_value_f64(void *dst, const double *a, size_t n, double value)
{
    KERNEL(ge_value_f64)(dst, a, n, value, AS_IS);
}
