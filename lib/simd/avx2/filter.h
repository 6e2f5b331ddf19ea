/* filter.h: steps for kernels/filter.h: shuffles, whose indices are looked up by the mask. */
#ifndef BMILL_SIMD_AVX2_FILTER_H
#define BMILL_SIMD_AVX2_FILTER_H

#include "simd/simd.h"

#define BMILL_HAVE_FILTER
enum { FILTER_LANES_u8 = 8, FILTER_LANES_u16 = 8, FILTER_LANES_u32 = 8, FILTER_LANES_u64 = 4 };

/* FOR_256(X) is a table with an entry X(m) for each mask m of eight bits. */
/* clang-format off */
#define FOR_4(X, m)  X(m), X((m) + 1), X((m) + 2), X((m) + 3)
#define FOR_16(X, m) FOR_4(X, m), FOR_4(X, (m) + 4), FOR_4(X, (m) + 8), FOR_4(X, (m) + 12)
#define FOR_64(X, m) FOR_16(X, m), FOR_16(X, (m) + 16), FOR_16(X, (m) + 32), FOR_16(X, (m) + 48)
#define FOR_256(X)   FOR_64(X, 0), FOR_64(X, 64), FOR_64(X, 128), FOR_64(X, 192)
#define BIT(m, i)    ((uint64_t)((m) >> (i) & 1))

/* Byte k of entry m is the position of the k-th 1 bit of m. Each 1 bit, from the highest to the lowest,
 * puts its position in front of the list. */
#define FRONT(m, i, list) ((list) << 8 * BIT(m, i) | (i) * BIT(m, i))
#define FROM_6(m)         FRONT(m, 6, 7 * BIT(m, 7))
#define FROM_5(m)         FRONT(m, 5, FROM_6(m))
#define FROM_4(m)         FRONT(m, 4, FROM_5(m))
#define FROM_3(m)         FRONT(m, 3, FROM_4(m))
#define FROM_2(m)         FRONT(m, 2, FROM_3(m))
#define FROM_1(m)         FRONT(m, 1, FROM_2(m))
#define POSITIONS(m)      FRONT(m, 0, FROM_1(m))

/* Byte i of entry m is the number of 1 bits of m below bit i, or UNSET if bit i is 0. The two top bits
 * of UNSET make a shuffle of bytes give 0, also after it was doubled. */
enum { UNSET = 0xc0 };
#define ONES_0(m)  UINT64_C(0)
#define ONES_1(m)  (ONES_0(m) + BIT(m, 0))
#define ONES_2(m)  (ONES_1(m) + BIT(m, 1))
#define ONES_3(m)  (ONES_2(m) + BIT(m, 2))
#define ONES_4(m)  (ONES_3(m) + BIT(m, 3))
#define ONES_5(m)  (ONES_4(m) + BIT(m, 4))
#define ONES_6(m)  (ONES_5(m) + BIT(m, 5))
#define ONES_7(m)  (ONES_6(m) + BIT(m, 6))
#define RANK(m, i) ((BIT(m, i) ? ONES_##i(m) : UNSET) << 8 * (i))
#define RANKS(m)                                              \
    (RANK(m, 0) | RANK(m, 1) | RANK(m, 2) | RANK(m, 3) |      \
     RANK(m, 4) | RANK(m, 5) | RANK(m, 6) | RANK(m, 7))
/* clang-format on */

_Alignas(64) static const uint64_t positions[256] = {FOR_256(POSITIONS)};
_Alignas(64) static const uint64_t ranks[256] = {FOR_256(RANKS)};

/* Entry x: each of the four bits of x twice. */
static const unsigned char twice[16] = {0x00, 0x03, 0x0c, 0x0f, 0x30, 0x33, 0x3c, 0x3f,
                                        0xc0, 0xc3, 0xcc, 0xcf, 0xf0, 0xf3, 0xfc, 0xff};

BMILL_ALWAYS_INLINE x_t x_load_8(const void *p) { return _mm_loadl_epi64(p); }

/* From indices of 2-byte numbers to indices of bytes. */
BMILL_ALWAYS_INLINE x_t of_pairs(x_t indices)
{
    x_t both = _mm_unpacklo_epi8(indices, indices);
    return x_or(_mm_add_epi8(both, both), _mm_set1_epi16(0x0100));
}

BMILL_ALWAYS_INLINE void filter_step_u8(unsigned char *dst, const unsigned char *a, w_t m)
{
    _mm_storel_epi64((void *)dst, _mm_shuffle_epi8(x_load_8(a), x_load_8(&positions[m])));
}
BMILL_ALWAYS_INLINE void expand_step_u8(unsigned char *dst, const unsigned char *a, w_t m)
{
    _mm_storel_epi64((void *)dst, _mm_shuffle_epi8(x_load_8(a), x_load_8(&ranks[m])));
}
BMILL_ALWAYS_INLINE void filter_step_u16(unsigned char *dst, const unsigned char *a, w_t m)
{
    x_store(dst, _mm_shuffle_epi8(x_load(a), of_pairs(x_load_8(&positions[m]))));
}
BMILL_ALWAYS_INLINE void expand_step_u16(unsigned char *dst, const unsigned char *a, w_t m)
{
    x_store(dst, _mm_shuffle_epi8(x_load(a), of_pairs(x_load_8(&ranks[m]))));
}
BMILL_ALWAYS_INLINE void filter_step_u32(unsigned char *dst, const unsigned char *a, w_t m)
{
    v_t order = _mm256_cvtepu8_epi32(x_load_8(&positions[m]));
    v_store(dst, _mm256_permutevar8x32_epi32(v_load(a), order));
}
BMILL_ALWAYS_INLINE void expand_step_u32(unsigned char *dst, const unsigned char *a, w_t m)
{
    v_t order = _mm256_cvtepi8_epi32(x_load_8(&ranks[m])); /* negative: unset */
    v_t v = _mm256_permutevar8x32_epi32(v_load(a), order);
    v_store(dst, v_andnot(v, _mm256_srai_epi32(order, 31)));
}
BMILL_ALWAYS_INLINE void filter_step_u64(unsigned char *dst, const unsigned char *a, w_t m)
{
    filter_step_u32(dst, a, twice[m]);
}
BMILL_ALWAYS_INLINE void expand_step_u64(unsigned char *dst, const unsigned char *a, w_t m)
{
    expand_step_u32(dst, a, twice[m]);
}

#endif
