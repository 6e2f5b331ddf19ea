/* vec128.h: the vocabulary in the vector extensions of gcc and clang: 16 bytes a vector. See
 * simd.h.
 *
 * It compiles for any machine, to the vector instructions that the compiler's flags allow. A lane
 * is a word loaded little-endian, as w_t is, so shifts and masks are those of words on every host.
 * Intrinsics stand only where compilers do not find the instruction.
 */
#ifndef BMILL_SIMD_VEC128_H
#define BMILL_SIMD_VEC128_H

#include "simd/w_plain.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

typedef uint64_t v_t __attribute__((vector_size(16)));
typedef uint8_t v_bytes __attribute__((vector_size(16)));
enum { V_BYTES = 16 };

/* The constant x in both lanes. */
#define V_BOTH(x) ((v_t){x, x})

/* V_SHUFFLE(a, b, f): byte k of the result is byte f(k) of a, or from 16 on, byte f(k) - 16 of b.
 * Bytes are counted from the lowest one of lane 0. Compilers count them in the order of memory,
 * which on a big-endian host is the opposite in each lane. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define V_BYTE(f, k) f(k)
#else
#define V_BYTE(f, k) (f((k) ^ 7) ^ 7)
#endif
/* clang-format off */
#define V_BYTES_BY(f)                                                       \
    V_BYTE(f, 0), V_BYTE(f, 1), V_BYTE(f, 2), V_BYTE(f, 3),                 \
    V_BYTE(f, 4), V_BYTE(f, 5), V_BYTE(f, 6), V_BYTE(f, 7),                 \
    V_BYTE(f, 8), V_BYTE(f, 9), V_BYTE(f, 10), V_BYTE(f, 11),               \
    V_BYTE(f, 12), V_BYTE(f, 13), V_BYTE(f, 14), V_BYTE(f, 15)
/* clang-format on */
#if defined(__clang__)
#define V_SHUFFLE(a, b, f) ((v_t)__builtin_shufflevector((v_bytes)(a), (v_bytes)(b), V_BYTES_BY(f)))
#else
#define V_SHUFFLE(a, b, f) \
    ((v_t)__builtin_shuffle((v_bytes)(a), (v_bytes)(b), (v_bytes){V_BYTES_BY(f)}))
#endif

/* The bytes of each lane in reverse order. */
BMILL_ALWAYS_INLINE v_t v_reverse_eights(v_t v)
{
#if defined(__SSE2__) && !defined(__SSSE3__) /* gcc would shuffle bytes one by one */
    v = (v >> 8 & V_BOTH(0x00ff00ff00ff00ff)) | (v & V_BOTH(0x00ff00ff00ff00ff)) << 8;
    return (v_t)_mm_shufflehi_epi16(_mm_shufflelo_epi16((__m128i)v, 0x1b), 0x1b);
#else
#define LAST_OF_8_FIRST(k) ((k) ^ 7)
    return V_SHUFFLE(v, v, LAST_OF_8_FIRST);
#undef LAST_OF_8_FIRST
#endif
}

/* From the host's words to little-endian ones, and back. */
BMILL_ALWAYS_INLINE v_t v_little_endian(v_t v)
{
    return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? v : v_reverse_eights(v);
}
BMILL_ALWAYS_INLINE v_t v_load(const unsigned char *p)
{
    v_t v;
    memcpy(&v, p, sizeof v);
    return v_little_endian(v);
}
BMILL_ALWAYS_INLINE void v_store(unsigned char *p, v_t v)
{
    v = v_little_endian(v);
    memcpy(p, &v, sizeof v);
}

#if defined(__SSE2__)
BMILL_ALWAYS_INLINE void v_stream(unsigned char *p, v_t v)
{
    _mm_stream_si128((void *)p, (__m128i)v);
}
BMILL_ALWAYS_INLINE void v_stream_end(void) { _mm_sfence(); }
#else
BMILL_ALWAYS_INLINE void v_stream(unsigned char *p, v_t v) { v_store(p, v); }
BMILL_ALWAYS_INLINE void v_stream_end(void) {}
#endif

BMILL_ALWAYS_INLINE v_t v_from_words(const w_t *words) { return (v_t){words[0], words[1]}; }
BMILL_ALWAYS_INLINE v_t v_zero(void) { return V_BOTH(0); }
BMILL_ALWAYS_INLINE v_t v_and(v_t a, v_t b) { return a & b; }
BMILL_ALWAYS_INLINE v_t v_or(v_t a, v_t b) { return a | b; }
BMILL_ALWAYS_INLINE v_t v_xor(v_t a, v_t b) { return a ^ b; }
BMILL_ALWAYS_INLINE v_t v_andnot(v_t a, v_t b) { return a & ~b; }
BMILL_ALWAYS_INLINE v_t v_not(v_t a) { return ~a; }
BMILL_ALWAYS_INLINE v_t v_nand(v_t a, v_t b) { return ~(a & b); }
BMILL_ALWAYS_INLINE v_t v_nor(v_t a, v_t b) { return ~(a | b); }
BMILL_ALWAYS_INLINE v_t v_xnor(v_t a, v_t b) { return ~(a ^ b); }
BMILL_ALWAYS_INLINE v_t v_ornot(v_t a, v_t b) { return a | ~b; }
BMILL_ALWAYS_INLINE v_t v_add64(v_t a, v_t b) { return a + b; }
BMILL_ALWAYS_INLINE size_t v_sum64(v_t v) { return (size_t)(v[0] + v[1]); }

/* By intrinsics, because clang does not see that all lanes are shifted by the same number of bits,
 * and would shift each on its own (copy: twice as slow). */
#if defined(__SSE2__)
BMILL_ALWAYS_INLINE v_t v_shl64(v_t v, unsigned n)
{
    return (v_t)_mm_slli_epi64((__m128i)v, (int)n);
}
BMILL_ALWAYS_INLINE v_t v_shr64(v_t v, unsigned n)
{
    return (v_t)_mm_srli_epi64((__m128i)v, (int)n);
}
#elif defined(__wasm_simd128__)
BMILL_ALWAYS_INLINE v_t v_shl64(v_t v, unsigned n) { return (v_t)wasm_i64x2_shl((v128_t)v, n); }
BMILL_ALWAYS_INLINE v_t v_shr64(v_t v, unsigned n) { return (v_t)wasm_u64x2_shr((v128_t)v, n); }
#else
BMILL_ALWAYS_INLINE v_t v_shl64(v_t v, unsigned n) { return v << n; }
BMILL_ALWAYS_INLINE v_t v_shr64(v_t v, unsigned n) { return v >> n; }
#endif

/* The sum of the bytes of each lane; fits into a byte. */
BMILL_ALWAYS_INLINE v_t v_sum_bytes(v_t v)
{
#if defined(__SSE2__)
    return (v_t)_mm_sad_epu8((__m128i)v, _mm_setzero_si128());
#elif defined(__wasm_simd128__)
    v128_t sums = wasm_u32x4_extadd_pairwise_u16x8(wasm_u16x8_extadd_pairwise_u8x16((v128_t)v));
    return ((v_t)sums & V_BOTH(0xffffffff)) + v_shr64((v_t)sums, 32);
#else
    v += v >> 8;
    v += v >> 16;
    return (v + (v >> 32)) & V_BOTH(0xff);
#endif
}
BMILL_ALWAYS_INLINE v_t v_popcount(v_t v)
{
#if defined(__wasm_simd128__)
    return v_sum_bytes((v_t)wasm_i8x16_popcnt((v128_t)v));
#else /* Hacker's Delight, 2nd ed., section 5-1 */
    v -= v >> 1 & V_BOTH(0x5555555555555555);
    v = (v & V_BOTH(0x3333333333333333)) + (v >> 2 & V_BOTH(0x3333333333333333));
    return v_sum_bytes((v + (v >> 4)) & V_BOTH(0x0f0f0f0f0f0f0f0f));
#endif
}

#if defined(__SSE2__) && !defined(__POPCNT__)
#define BMILL_V_POPCOUNT_IS_CHEAPER
#endif

#if defined(__SSE2__)
/* A nibble has room for the counts of two vectors, and a byte for those of four. */
#define BMILL_HAVE_V_ADD_POPCOUNTS
BMILL_ALWAYS_INLINE v_t v_count_nibbles(v_t v)
{
    v -= v >> 1 & V_BOTH(0x5555555555555555);
    return (v & V_BOTH(0x3333333333333333)) + (v >> 2 & V_BOTH(0x3333333333333333));
}
BMILL_ALWAYS_INLINE v_t v_add_popcounts(v_t total, v_t a, v_t b, v_t c, v_t d)
{
    const v_t low = V_BOTH(0x0f0f0f0f0f0f0f0f);
    v_t ab = v_count_nibbles(a) + v_count_nibbles(b);
    v_t cd = v_count_nibbles(c) + v_count_nibbles(d);
    return total + v_sum_bytes((ab & low) + (ab >> 4 & low) + (cd & low) + (cd >> 4 & low));
}

/* Bit k: whether byte k is not 0. */
BMILL_ALWAYS_INLINE uint32_t v_nonzero_bytes(v_t v)
{
    __m128i zeros = _mm_cmpeq_epi8((__m128i)v, _mm_setzero_si128());
    return (uint32_t)_mm_movemask_epi8(zeros) ^ 0xffff;
}
BMILL_ALWAYS_INLINE bool v_any(v_t v) { return v_nonzero_bytes(v) != 0; }
BMILL_ALWAYS_INLINE size_t v_find_first_byte(v_t v) { return w_ctz(v_nonzero_bytes(v)); }
BMILL_ALWAYS_INLINE size_t v_find_last_byte(v_t v) { return 63 - w_clz(v_nonzero_bytes(v)); }
#else
BMILL_ALWAYS_INLINE bool v_any(v_t v)
{
#if defined(__wasm_simd128__)
    return wasm_v128_any_true((v128_t)v);
#else
    return (v[0] | v[1]) != 0;
#endif
}
BMILL_ALWAYS_INLINE size_t v_find_first_byte(v_t v)
{
    return v[0] ? w_ctz(v[0]) / 8 : 8 + w_ctz(v[1]) / 8;
}
BMILL_ALWAYS_INLINE size_t v_find_last_byte(v_t v)
{
    return v[1] ? 15 - w_clz(v[1]) / 8 : 7 - w_clz(v[0]) / 8;
}
#endif

/* A window of 16 bytes of this keeps the first or the last n of a vector. */
_Alignas(16) static const unsigned char windows[48] = {
#define ONES_8 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff
    [0] = ONES_8,
    ONES_8, /* then 16 zeros */
    [32] = ONES_8,
    ONES_8,
#undef ONES_8
};
BMILL_ALWAYS_INLINE v_t v_keep_first(v_t v, size_t n) { return v & v_load(windows + 16 - n); }
BMILL_ALWAYS_INLINE v_t v_keep_last(v_t v, size_t n) { return v & v_load(windows + 16 + n); }
BMILL_ALWAYS_INLINE v_t v_from_first_byte(unsigned byte) { return (v_t){byte, 0}; }
BMILL_ALWAYS_INLINE v_t v_from_last_byte(unsigned byte) { return (v_t){0, (w_t)byte << 56}; }

/* Not inlined: it is long, and 80 kernels have a use for it. */
BMILL_NOINLINE v_t v_load_first(const unsigned char *p, size_t n)
{
    return n > 8 ? (v_t){w_load(p), bmill_load_le(p + 8, n - 8)} : (v_t){bmill_load_le(p, n), 0};
}
/* 8 bytes are one piece here, because one load takes less time than two. */
BMILL_ALWAYS_INLINE v_t v_load_halves(const unsigned char *p, const unsigned char *end, size_t n)
{
    return n > 8 ? (v_t){w_load(p), w_load(end - 8)} : (v_t){bmill_load_le(end - n, n), 0};
}
BMILL_ALWAYS_INLINE void v_store_halves(unsigned char *p, size_t n, v_t v)
{
    if (n > 8) {
        w_store(p, v[0]);
        w_store(p + n - 8, v[1]);
    } else {
        bmill_store_le(p, n, v[0]);
    }
}

/* ---- Moves ---- */

/* Exchanges neighbouring groups of n bits; `low` has the lower one of each pair. */
BMILL_ALWAYS_INLINE v_t v_swap_groups(v_t v, unsigned n, w_t low)
{
    return (v >> n & V_BOTH(low)) | (v & V_BOTH(low)) << n;
}
BMILL_ALWAYS_INLINE v_t v_reverse_each_byte(v_t v)
{
    v = v_swap_groups(v, 1, 0x5555555555555555);
    v = v_swap_groups(v, 2, 0x3333333333333333);
    return v_swap_groups(v, 4, 0x0f0f0f0f0f0f0f0f);
}
BMILL_ALWAYS_INLINE v_t v_reverse(v_t v)
{
    v = v_reverse_eights(v_reverse_each_byte(v));
    return (v_t){v[1], v[0]};
}

BMILL_ALWAYS_INLINE v_t v_funnel(v_t v, v_t next, unsigned r)
{
    return v_or(v_shr64(v, r), v_shl64((v_t){v[1], next[0]}, 64 - r));
}

/* Exchanges the bits that `low` has with those n places above. */
BMILL_ALWAYS_INLINE v_t v_swap_bits(v_t v, unsigned n, w_t low)
{
    v_t swap = (v ^ v >> n) & V_BOTH(low);
    return v ^ swap ^ swap << n;
}
/* Bytes are interleaved first, then the bits of each 2 bytes, by shuffles of ever smaller groups
 * (Hacker's Delight, 2nd ed., section 7-2). */
BMILL_ALWAYS_INLINE v_t v_interleave_pairs(v_t v)
{
    v = v_swap_bits(v, 4, 0x00f000f000f000f0);
    v = v_swap_bits(v, 2, 0x0c0c0c0c0c0c0c0c);
    return v_swap_bits(v, 1, 0x2222222222222222);
}
BMILL_ALWAYS_INLINE v_t v_deinterleave_pairs(v_t v)
{
    v = v_swap_bits(v, 1, 0x2222222222222222);
    v = v_swap_bits(v, 2, 0x0c0c0c0c0c0c0c0c);
    return v_swap_bits(v, 4, 0x00f000f000f000f0);
}
BMILL_ALWAYS_INLINE void v_interleave(v_t a, v_t b, v_t *low, v_t *high)
{
#define LOW_IN_TURN(k)  ((k) % 2 * 16 + (k) / 2)
#define HIGH_IN_TURN(k) (LOW_IN_TURN(k) + 8)
    *low = v_interleave_pairs(V_SHUFFLE(a, b, LOW_IN_TURN));
    *high = v_interleave_pairs(V_SHUFFLE(a, b, HIGH_IN_TURN));
#undef LOW_IN_TURN
#undef HIGH_IN_TURN
}
BMILL_ALWAYS_INLINE void v_deinterleave(v_t low, v_t high, v_t *even, v_t *odd)
{
#define EVEN(k) (2 * (k))
#define ODD(k)  (2 * (k) + 1)
    low = v_deinterleave_pairs(low);
    high = v_deinterleave_pairs(high);
    *even = V_SHUFFLE(low, high, EVEN);
    *odd = V_SHUFFLE(low, high, ODD);
#undef EVEN
#undef ODD
}

#define BMILL_HAVE_V_BROADCAST
BMILL_ALWAYS_INLINE v_t v_broadcast(uint64_t x, size_t size)
{
    x *= size == 1   ? UINT64_C(0x0101010101010101)
         : size == 2 ? UINT64_C(0x0001000100010001)
         : size == 4 ? UINT64_C(0x0000000100000001)
                     : 1;
    return V_BOTH(x);
}

/* An element's number is the same in a lane of either order; only their order differs, and nothing
 * depends on that. */
#define BMILL_HAVE_V_ELEMENTS
typedef uint16_t v_shorts __attribute__((vector_size(16)));
typedef uint32_t v_ints __attribute__((vector_size(16)));
BMILL_ALWAYS_INLINE v_t v_sub(v_t a, v_t b, size_t size)
{
    return size == 1   ? (v_t)((v_bytes)a - (v_bytes)b)
           : size == 2 ? (v_t)((v_shorts)a - (v_shorts)b)
           : size == 4 ? (v_t)((v_ints)a - (v_ints)b)
                       : a - b;
}
BMILL_ALWAYS_INLINE v_t v_load_at_bit(const unsigned char *p, unsigned bit, size_t size)
{
    (void)size;
    p += bit / 8;
    return v_or(v_shr64(v_load(p), bit % 8), v_shl64(v_load(p + 1), 8 - bit % 8));
}
/* All 1 bits in the elements that are 0. */
BMILL_ALWAYS_INLINE v_t zero_elements(v_t v, size_t size)
{
#if defined(__SSE2__) && !defined(__SSE4_1__) /* gcc would compare lanes one by one */
    if (size == 8) {
        __m128i halves = (__m128i)((v_ints)v == 0);
        return (v_t)_mm_and_si128(halves, _mm_shuffle_epi32(halves, 0xb1));
    }
#endif
    return size == 1   ? (v_t)((v_bytes)v == 0)
           : size == 2 ? (v_t)((v_shorts)v == 0)
           : size == 4 ? (v_t)((v_ints)v == 0)
                       : (v_t)(v == 0);
}
BMILL_ALWAYS_INLINE v_t v_load_sevens(const unsigned char *p)
{
    return (v_t){w_load(p), w_load(p + 7)};
}
BMILL_ALWAYS_INLINE v_t v_zero_of_both(v_t a, v_t b, size_t size)
{
    return v_andnot(a, zero_elements(b, size));
}
BMILL_ALWAYS_INLINE bool v_any_zero(v_t v, size_t size) { return v_any(zero_elements(v, size)); }
BMILL_ALWAYS_INLINE size_t v_find_first_zero(v_t v, size_t size)
{
    return v_find_first_byte(zero_elements(v, size));
}

#endif
