/* filter.h: steps for kernels/filter.h: shuffles, whose indices are looked up by the mask. */
#ifndef BMILL_SIMD_NEON_FILTER_H
#define BMILL_SIMD_NEON_FILTER_H

#include "kernels/filter.h"
#include "kernels/lists.h"
#include "simd/byte_tables.h"
#include "simd/simd.h"
#include "tables/thresholds.h"

#define BMILL_HAVE_FILTER
enum { FILTER_LANES_u8 = 8, FILTER_LANES_u16 = 8, FILTER_LANES_u32 = 4, FILTER_LANES_u64 = 4 };
/* A step takes as long as an element. */
BMILL_ALWAYS_INLINE size_t filter_few(size_t lanes) { return 64 / lanes; }
BMILL_ALWAYS_INLINE size_t expand_few(size_t lanes) { return 64 / lanes; }

/* For four bits of the mask: the indices of the bytes of the elements that they select, and how
 * many these are. All in one cache line, and at one offset from where each begins. */
struct shuffle {
    _Alignas(64) uint64_t u64[4];
    uint32_t u32[4];
    unsigned char ones;
};
/* The indices of the bytes of element k. Those of element 4 are too large, which makes zeros. */
#define OF_4(k) ((k)*UINT32_C(0x04040404) + UINT32_C(0x03020100))
#define OF_8(k) ((k)*UINT64_C(0x0808080808080808) + UINT64_C(0x0706050403020100))
#define ROW(ones, a, b, c, d)                                                            \
    {                                                                                    \
        {OF_8(a), OF_8(b), OF_8(c), OF_8(d)}, {OF_4(a), OF_4(b), OF_4(c), OF_4(d)}, ones \
    }
static const struct shuffle filter_shuffles[16] = {
    ROW(0, 0, 0, 0, 0), ROW(1, 0, 0, 0, 0), ROW(1, 1, 0, 0, 0), ROW(2, 0, 1, 0, 0), /**/
    ROW(1, 2, 0, 0, 0), ROW(2, 0, 2, 0, 0), ROW(2, 1, 2, 0, 0), ROW(3, 0, 1, 2, 0), /**/
    ROW(1, 3, 0, 0, 0), ROW(2, 0, 3, 0, 0), ROW(2, 1, 3, 0, 0), ROW(3, 0, 1, 3, 0), /**/
    ROW(2, 2, 3, 0, 0), ROW(3, 0, 2, 3, 0), ROW(3, 1, 2, 3, 0), ROW(4, 0, 1, 2, 3)};
static const struct shuffle expand_shuffles[16] = {
    ROW(0, 4, 4, 4, 4), ROW(1, 0, 4, 4, 4), ROW(1, 4, 0, 4, 4), ROW(2, 0, 1, 4, 4), /**/
    ROW(1, 4, 4, 0, 4), ROW(2, 0, 4, 1, 4), ROW(2, 4, 0, 1, 4), ROW(3, 0, 1, 2, 4), /**/
    ROW(1, 4, 4, 4, 0), ROW(2, 0, 4, 4, 1), ROW(2, 4, 0, 4, 1), ROW(3, 0, 1, 4, 2), /**/
    ROW(2, 4, 4, 0, 1), ROW(3, 0, 4, 1, 2), ROW(3, 4, 0, 1, 2), ROW(4, 0, 1, 2, 3)};
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
BMILL_ALWAYS_INLINE void shuffle_32(unsigned char *dst, const unsigned char *a,
                                    const unsigned char *indices)
{
    uint8x16x2_t v = vld1q_u8_x2(a);
    v_bytes low = vqtbl2q_u8(v, vld1q_u8(indices));
    v_bytes high = vqtbl2q_u8(v, vld1q_u8(indices + V_BYTES));
    vst1q_u8(dst, low);
    vst1q_u8(dst + V_BYTES, high);
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
    shuffle_16(dst, a, (v_bytes)vld1q_u32(filter_shuffles[m].u32));
}
BMILL_ALWAYS_INLINE void expand_step_u32(unsigned char *dst, const unsigned char *a, w_t m)
{
    shuffle_16(dst, a, (v_bytes)vld1q_u32(expand_shuffles[m].u32));
}
BMILL_ALWAYS_INLINE void filter_step_u64(unsigned char *dst, const unsigned char *a, w_t m)
{
    shuffle_32(dst, a, (const unsigned char *)filter_shuffles[m].u64);
}
BMILL_ALWAYS_INLINE void expand_step_u64(unsigned char *dst, const unsigned char *a, w_t m)
{
    shuffle_32(dst, a, (const unsigned char *)expand_shuffles[m].u64);
}

/* Less than a word of the mask is all end: 16 numbers of 4 bytes took 251 instructions, one by one
 * they take 119. */
enum { FILTER_SMALL = ELEMENTS_OF_A_WORD - 1 };
#define BMILL_HAVE_FILTER_WORD

/* Where the parts of a table are: with the offset of a row each is one load. */
struct shuffle_table {
    const unsigned char *indices, *ones;
    w_t offsets;
    size_t size;
};
BMILL_ALWAYS_INLINE struct shuffle_table shuffle_table_of(const struct shuffle *table, size_t size)
{
    return (struct shuffle_table){opaque_pointer(size == 8 ? (const void *)table->u64 : table->u32),
                                  opaque_pointer(&table->ones), opaque(15 * sizeof *table), size};
}
/* A shift and an AND with a register are one instruction. */
BMILL_ALWAYS_INLINE w_t row_offset(const struct shuffle_table *f, w_t word, size_t k)
{
    return opaque((k < 6 ? word << (6 - k) : word >> (k - 6)) & f->offsets);
}
BMILL_ALWAYS_INLINE void shuffle_four(const struct shuffle_table *f, unsigned char *dst,
                                      const unsigned char *a, w_t offset)
{
    if (f->size == 8)
        shuffle_32(dst, a, opaque_pointer(f->indices + offset));
    else
        shuffle_16(dst, a, vld1q_u8(f->indices + offset));
}
/* The next elements: where the instruction that loads these can add that. */
BMILL_ALWAYS_INLINE const unsigned char *after_four(const unsigned char *a, size_t size)
{
    return size == 8 ? opaque_pointer(a + 32) : a + 16;
}

BMILL_ALWAYS_INLINE size_t filter_word(unsigned char *dst, const unsigned char *a, w_t word,
                                       size_t size, size_t lanes, step_op *step)
{
    const struct shuffle_table f = shuffle_table_of(filter_shuffles, size);
    unsigned char *p = dst;
    BMILL_UNROLL
    for (size_t k = 0; k < 64; k += lanes) {
        if (lanes == 4) {
            w_t offset = row_offset(&f, word, k);
            shuffle_four(&f, p, a, offset);
            a = after_four(a, size);
            p = (unsigned char *)opaque((uintptr_t)(p + f.ones[offset] * size));
        } else {
            w_t m = opaque(word >> k & 0xff);
            step(p, a + k * size, m);
            p = (unsigned char *)opaque((uintptr_t)(p + ones_in_byte[m] * size));
        }
    }
    return (size_t)(p - dst) / size;
}
BMILL_ALWAYS_INLINE size_t expand_word(unsigned char *dst, const unsigned char *a, w_t word,
                                       size_t size, size_t lanes, step_op *step)
{
    const struct shuffle_table f = shuffle_table_of(expand_shuffles, size);
    const unsigned char *p = a;
    BMILL_UNROLL
    for (size_t k = 0; k < 64; k += lanes) {
        if (lanes == 4) {
            w_t offset = row_offset(&f, word, k);
            shuffle_four(&f, dst + k * size, p, offset);
            p = opaque_pointer(p + f.ones[offset] * size);
        } else {
            w_t m = opaque(word >> k & 0xff);
            step(dst + k * size, p, m);
            p = opaque_pointer(p + ones_in_byte[m] * size);
        }
    }
    return (size_t)(p - a) / size;
}

#endif
