/* filter.h: steps for kernels/filter.h: shuffles, whose indices are looked up by the mask. */
#ifndef BMILL_SIMD_NEON_FILTER_H
#define BMILL_SIMD_NEON_FILTER_H

#include "kernels/filter.h"
#include "kernels/lists.h"
#include "simd/byte_tables.h"
#include "simd/simd.h"
#include "tables/thresholds.h"

#define BMILL_HAVE_FILTER
enum { FILTER_LANES_u8 = 8, FILTER_LANES_u16 = 8, FILTER_LANES_u32 = 4, FILTER_LANES_u64 = 2 };
/* A step takes as long as an element. */
BMILL_ALWAYS_INLINE size_t filter_few(size_t lanes) { return lanes == 2 ? 2 : 64 / lanes; }
BMILL_ALWAYS_INLINE size_t expand_few(size_t lanes) { return filter_few(lanes); }

/* The indices of the bytes of number k. Those of number 4 are too large, which makes zeros. */
#define OF_4(k) ((k)*UINT32_C(0x04040404) + UINT32_C(0x03020100))
#define OF_8(k) ((k)*UINT64_C(0x0808080808080808) + UINT64_C(0x0706050403020100))
#define ROW(a, b, c, d)                    \
    {                                      \
        OF_4(a), OF_4(b), OF_4(c), OF_4(d) \
    }
_Alignas(16) static const uint32_t filter_u32_bytes[16][4] = {
    ROW(0, 0, 0, 0), ROW(0, 0, 0, 0), ROW(1, 0, 0, 0), ROW(0, 1, 0, 0), /**/
    ROW(2, 0, 0, 0), ROW(0, 2, 0, 0), ROW(1, 2, 0, 0), ROW(0, 1, 2, 0), /**/
    ROW(3, 0, 0, 0), ROW(0, 3, 0, 0), ROW(1, 3, 0, 0), ROW(0, 1, 3, 0), /**/
    ROW(2, 3, 0, 0), ROW(0, 2, 3, 0), ROW(1, 2, 3, 0), ROW(0, 1, 2, 3)};
_Alignas(16) static const uint32_t expand_u32_bytes[16][4] = {
    ROW(4, 4, 4, 4), ROW(0, 4, 4, 4), ROW(4, 0, 4, 4), ROW(0, 1, 4, 4), /**/
    ROW(4, 4, 0, 4), ROW(0, 4, 1, 4), ROW(4, 0, 1, 4), ROW(0, 1, 2, 4), /**/
    ROW(4, 4, 4, 0), ROW(0, 4, 4, 1), ROW(4, 0, 4, 1), ROW(0, 1, 4, 2), /**/
    ROW(4, 4, 0, 1), ROW(0, 4, 1, 2), ROW(4, 0, 1, 2), ROW(0, 1, 2, 3)};
_Alignas(16) static const uint64_t filter_u64_bytes[4][2] = {
    {OF_8(0), OF_8(0)}, {OF_8(0), OF_8(0)}, {OF_8(1), OF_8(0)}, {OF_8(0), OF_8(1)}};
_Alignas(16) static const uint64_t expand_u64_bytes[4][2] = {
    {OF_8(2), OF_8(2)}, {OF_8(0), OF_8(2)}, {OF_8(2), OF_8(0)}, {OF_8(0), OF_8(1)}};
#undef ROW
#undef OF_4
#undef OF_8

/* From indices of 2-byte numbers to indices of bytes. */
BMILL_ALWAYS_INLINE v_bytes of_pairs(uint64_t indices)
{
    v_bytes both = (v_bytes)V_BOTH(indices);
    both = vzip1q_u8(both, both);
    return (both + both) | (v_bytes)vdupq_n_u16(0x0100);
}

BMILL_ALWAYS_INLINE void shuffle_8(unsigned char *dst, const unsigned char *a, uint64_t indices)
{
    v_bytes v = vcombine_u8(vld1_u8(a), vcreate_u8(0));
    vst1_u8(dst, vqtbl1_u8(v, vcreate_u8(indices)));
}
BMILL_ALWAYS_INLINE void shuffle_16(unsigned char *dst, const unsigned char *a, v_bytes indices)
{
    vst1q_u8(dst, vqtbl1q_u8(vld1q_u8(a), indices));
}

BMILL_ALWAYS_INLINE void filter_step_u8(unsigned char *dst, const unsigned char *a, w_t m)
{
    shuffle_8(dst, a, positions_in_byte[m]);
}
BMILL_ALWAYS_INLINE void expand_step_u8(unsigned char *dst, const unsigned char *a, w_t m)
{
    shuffle_8(dst, a, ranks_in_byte[m]);
}
BMILL_ALWAYS_INLINE void filter_step_u16(unsigned char *dst, const unsigned char *a, w_t m)
{
    shuffle_16(dst, a, of_pairs(positions_in_byte[m]));
}
BMILL_ALWAYS_INLINE void expand_step_u16(unsigned char *dst, const unsigned char *a, w_t m)
{
    shuffle_16(dst, a, of_pairs(ranks_in_byte[m]));
}
BMILL_ALWAYS_INLINE void filter_step_u32(unsigned char *dst, const unsigned char *a, w_t m)
{
    shuffle_16(dst, a, (v_bytes)vld1q_u32(filter_u32_bytes[m]));
}
BMILL_ALWAYS_INLINE void expand_step_u32(unsigned char *dst, const unsigned char *a, w_t m)
{
    shuffle_16(dst, a, (v_bytes)vld1q_u32(expand_u32_bytes[m]));
}
BMILL_ALWAYS_INLINE void filter_step_u64(unsigned char *dst, const unsigned char *a, w_t m)
{
    shuffle_16(dst, a, (v_bytes)vld1q_u64(filter_u64_bytes[m]));
}
BMILL_ALWAYS_INLINE void expand_step_u64(unsigned char *dst, const unsigned char *a, w_t m)
{
    shuffle_16(dst, a, (v_bytes)vld1q_u64(expand_u64_bytes[m]));
}

/* Of the mask of a step. Rows as long as those of the indices have the same offset. */
BMILL_ALWAYS_INLINE size_t step_ones(w_t m, size_t lanes)
{
    static const unsigned char ones_in_four[16][16] = {{0}, {1}, {1}, {2}, {1}, {2}, {2}, {3},
                                                       {1}, {2}, {2}, {3}, {2}, {3}, {3}, {4}};
    return lanes == 8 ? ones_in_byte[m] : ones_in_four[m][0];
}

/* `opaque` keeps gcc from computing addresses twice, and offsets from the whole word. */
#define BMILL_HAVE_FILTER_WORD
/* Less than a word of the mask is all end: 16 numbers of 4 bytes took 251 instructions, one by one
 * they take 119. */
enum { FILTER_SMALL = ELEMENTS_OF_A_WORD - 1 };
BMILL_ALWAYS_INLINE size_t filter_word(unsigned char *dst, const unsigned char *a, w_t word,
                                       size_t size, size_t lanes, step_op *step)
{
    unsigned char *p = dst;
    BMILL_UNROLL
    for (size_t j = 0; j < 64; j += 8) {
        w_t byte = opaque(word >> j & 0xff);
        BMILL_UNROLL
        for (size_t k = 0; k < 8; k += lanes) {
            w_t m = byte >> k & low_bits(lanes);
            step(p, a + (j + k) * size, m);
            p = (unsigned char *)opaque((uintptr_t)(p + step_ones(m, lanes) * size));
        }
    }
    return (size_t)(p - dst) / size;
}
BMILL_ALWAYS_INLINE size_t expand_word(unsigned char *dst, const unsigned char *a, w_t word,
                                       size_t size, size_t lanes, step_op *step)
{
    const unsigned char *p = a;
    BMILL_UNROLL
    for (size_t j = 0; j < 64; j += 8) {
        w_t byte = opaque(word >> j & 0xff);
        BMILL_UNROLL
        for (size_t k = 0; k < 8; k += lanes) {
            w_t m = byte >> k & low_bits(lanes);
            step(dst + (j + k) * size, p, m);
            p = (const unsigned char *)opaque((uintptr_t)(p + step_ones(m, lanes) * size));
        }
    }
    return (size_t)(p - a) / size;
}

#endif
