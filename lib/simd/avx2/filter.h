/* filter.h: steps for kernels/filter.h: shuffles, whose indices are looked up by the mask. */
#ifndef BMILL_SIMD_AVX2_FILTER_H
#define BMILL_SIMD_AVX2_FILTER_H

#include "simd/byte_tables.h"
#include "simd/simd.h"

#define BMILL_HAVE_FILTER
enum { FILTER_LANES_u8 = 8, FILTER_LANES_u16 = 8, FILTER_LANES_u32 = 8, FILTER_LANES_u64 = 4 };
/* A step takes as long as an element. */
BMILL_ALWAYS_INLINE size_t filter_few(size_t lanes) { return 64 / lanes; }
BMILL_ALWAYS_INLINE size_t expand_few(size_t lanes) { return 64 / lanes; }

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
    _mm_storel_epi64((void *)dst, _mm_shuffle_epi8(x_load_8(a), x_load_8(&positions_in_byte[m])));
}
BMILL_ALWAYS_INLINE void expand_step_u8(unsigned char *dst, const unsigned char *a, w_t m)
{
    _mm_storel_epi64((void *)dst, _mm_shuffle_epi8(x_load_8(a), x_load_8(&ranks_in_byte[m])));
}
BMILL_ALWAYS_INLINE void filter_step_u16(unsigned char *dst, const unsigned char *a, w_t m)
{
    x_store(dst, _mm_shuffle_epi8(x_load(a), of_pairs(x_load_8(&positions_in_byte[m]))));
}
BMILL_ALWAYS_INLINE void expand_step_u16(unsigned char *dst, const unsigned char *a, w_t m)
{
    x_store(dst, _mm_shuffle_epi8(x_load(a), of_pairs(x_load_8(&ranks_in_byte[m]))));
}
BMILL_ALWAYS_INLINE void filter_step_u32(unsigned char *dst, const unsigned char *a, w_t m)
{
    v_t order = _mm256_cvtepu8_epi32(x_load_8(&positions_in_byte[m]));
    v_store(dst, _mm256_permutevar8x32_epi32(v_load(a), order));
}
BMILL_ALWAYS_INLINE void expand_step_u32(unsigned char *dst, const unsigned char *a, w_t m)
{
    v_t order = _mm256_cvtepi8_epi32(x_load_8(&ranks_in_byte[m])); /* negative: unset */
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
