/* index.h: decode for NEON: what simd/decode_bytes.h needs. */
#ifndef BMILL_SIMD_NEON_INDEX_H
#define BMILL_SIMD_NEON_INDEX_H

#include "kernels/lists.h"
#include "simd/byte_tables.h"
#include "simd/simd.h"

/* Stores eight elements: x plus each of these. */
BMILL_ALWAYS_INLINE void store_sums(unsigned char *p, v_t x, uint16x8_t numbers, size_t width)
{
    if (width == 2) {
        v_store(p, (v_t)((uint16x8_t)x + numbers));
    } else if (width == 4) {
        v_store(p, (v_t)vaddw_u16((uint32x4_t)x, vget_low_u16(numbers)));
        v_store(p + V_BYTES, (v_t)vaddw_high_u16((uint32x4_t)x, numbers));
    } else {
        uint32x4_t low = vmovl_u16(vget_low_u16(numbers)), high = vmovl_high_u16(numbers);
        v_store(p, vaddw_u32(x, vget_low_u32(low)));
        v_store(p + V_BYTES, vaddw_high_u32(x, low));
        v_store(p + 2 * V_BYTES, vaddw_u32(x, vget_low_u32(high)));
        v_store(p + 3 * V_BYTES, vaddw_high_u32(x, high));
    }
}
BMILL_ALWAYS_INLINE void store_positions(unsigned char *p, unsigned byte, v_t x, size_t width)
{
    store_sums(p, x, vmovl_u8(vcreate_u8(positions_in_byte[byte])), width);
}

BMILL_ALWAYS_INLINE unsigned nonzero_words(const unsigned char *line)
{
    const uint16x8_t own = {1, 2, 4, 8, 16, 32, 64, 128};
    v_t v0 = v_load(line), v1 = v_load(line + V_BYTES);
    v_t v2 = v_load(line + 2 * V_BYTES), v3 = v_load(line + 3 * V_BYTES);
    uint32x4_t low = vuzp1q_u32((uint32x4_t)vtstq_u64(v0, v0), (uint32x4_t)vtstq_u64(v1, v1));
    uint32x4_t high = vuzp1q_u32((uint32x4_t)vtstq_u64(v2, v2), (uint32x4_t)vtstq_u64(v3, v3));
    return vaddvq_u16(vuzp1q_u16((uint16x8_t)low, (uint16x8_t)high) & own);
}

/* Byte k is the number of 1 bits up to byte k of the word: the product adds up the counts. */
BMILL_ALWAYS_INLINE w_t ones_up_to_bytes(w_t word)
{
    w_t ones = vget_lane_u64((uint64x1_t)vcnt_u8(vcreate_u8(word)), 0);
    return ones * 0x0101010101010101;
}
#define BMILL_HAVE_DECODE_ONES
BMILL_ALWAYS_INLINE size_t decode_ones(w_t word, int level)
{
    return level < 3 ? w_popcount(word) : ones_up_to_bytes(word) >> 56;
}
/* gcc must not see where the pointers point, or it would compute each address twice. */
BMILL_ALWAYS_INLINE void decode_bytes(void *dst, size_t n, const unsigned char *from, uint64_t x,
                                      size_t width)
{
    unsigned char *p = (unsigned char *)opaque((uintptr_t)dst + width * n);
    w_t word = w_load(from);
    w_t before = ones_up_to_bytes(word) << 8;
    v_t all = v_broadcast(x, width);
    BMILL_UNROLL_8
    for (unsigned k = 0; k < 8; k++) {
        uint8x8_t row = vcreate_u8(positions_in_byte[word >> 8 * k & 0xff]);
        uintptr_t to = (uintptr_t)(p + width * (before >> 8 * k & 0xff));
        store_sums((unsigned char *)(k > 0 && width > 2 ? opaque(to) : to), all,
                   vaddw_u8(vdupq_n_u16((uint16_t)(8 * k)), row), width);
    }
}

/* As int, in which gcc sees that rbit and clz give 64 for 0 by themselves. */
BMILL_ALWAYS_INLINE uint64_t lowest_one(w_t word)
{
    int n = word ? __builtin_ctzll(word) : 64;
    return (uint64_t)n;
}

#include "simd/decode_bytes.h"

#endif
