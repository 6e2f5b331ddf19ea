/* text.h: hexadecimal digits, 64 at a time: see kernels/text.h. */
#ifndef BMILL_SIMD_AVX2_TEXT_H
#define BMILL_SIMD_AVX2_TEXT_H

#include "simd/avx2/hex.h"
#include "simd/simd.h"

/* All eight bytes go to both halves of a vector at once, by a load: v_unpack would take 32 bits at
 * a time, which clang moves by a general register (4 KiB on Zen 4: 69 to 80 ns, 50 with this). Each
 * byte becomes eight, of which each keeps one bit; a digit 1 is '0' minus -1. */
#define BMILL_HAVE_FORMAT_BINARY_64
BMILL_ALWAYS_INLINE void format_binary_64(char *text, w_t x, bool msb)
{
    const v_t first =
        msb ? _mm256_set_epi64x(0x0404040404040404, 0x0505050505050505, 0x0606060606060606,
                                0x0707070707070707)
            : _mm256_set_epi64x(0x0303030303030303, 0x0202020202020202, 0x0101010101010101, 0);
    const v_t second = v_xor(first, _mm256_set1_epi8(4));
    const v_t own = _mm256_set1_epi64x(msb ? 0x0102040810204080 : (long long)0x8040201008040201);
    const v_t zero = _mm256_set1_epi8('0'), v = _mm256_set1_epi64x((long long)x);
    v_t a = v_and(_mm256_shuffle_epi8(v, first), own);
    v_t b = v_and(_mm256_shuffle_epi8(v, second), own);
    v_store((unsigned char *)text, _mm256_sub_epi8(zero, _mm256_cmpeq_epi8(a, own)));
    v_store((unsigned char *)text + 32, _mm256_sub_epi8(zero, _mm256_cmpeq_epi8(b, own)));
}

#define BMILL_HAVE_HEX_BLOCK

BMILL_ALWAYS_INLINE v_t reversed_halves(v_t v)
{
    const v_t order = _mm256_set_epi64x(0x0001020304050607, 0x08090a0b0c0d0e0f, /**/
                                        0x0001020304050607, 0x08090a0b0c0d0e0f);
    return _mm256_shuffle_epi8(v, order);
}

/* Unpacking takes the low, or the high, 8 bytes of each half: the halves get the bytes of every
 * second 16 digits first. */
BMILL_ALWAYS_INLINE void format_hex_block(unsigned char *text, const unsigned char *bytes, bool msb)
{
    const v_t digits = _mm256_broadcastsi128_si256(hex_table()), nibble = _mm256_set1_epi8(15);
    v_t v = v_load(bytes);
    v_t low, high;
    v = msb ? reversed_halves(_mm256_permute4x64_epi64(v, 0x8d))
            : _mm256_permute4x64_epi64(v, 0xd8);
    low = _mm256_shuffle_epi8(digits, v_and(v, nibble));
    high = _mm256_shuffle_epi8(digits, v_and(_mm256_srli_epi16(v, 4), nibble));
    v_store(text, msb ? _mm256_unpacklo_epi8(high, low) : _mm256_unpacklo_epi8(low, high));
    v_store(text + 32, msb ? _mm256_unpackhi_epi8(high, low) : _mm256_unpackhi_epi8(low, high));
}

/* See parse_hex_16. */
BMILL_ALWAYS_INLINE v_t hex_pairs(v_t c, bool msb)
{
    v_t digit = _mm256_sub_epi8(c, _mm256_set1_epi8('0'));
    v_t letter = _mm256_sub_epi8(v_or(c, _mm256_set1_epi8(0x20)), _mm256_set1_epi8('a' - 10));
    return _mm256_maddubs_epi16(_mm256_min_epu8(digit, letter),
                                _mm256_set1_epi16(hex_weights(msb)));
}
BMILL_ALWAYS_INLINE void parse_hex_block(unsigned char *bytes, const unsigned char *text, bool msb)
{
    v_t a = hex_pairs(v_load(text), msb), b = hex_pairs(v_load(text + 32), msb);
    v_t v = _mm256_packus_epi16(a, b); /* 8 bytes of a, of b, of a, of b */
    v_store(bytes, msb ? _mm256_permute4x64_epi64(reversed_halves(v), 0x72)
                       : _mm256_permute4x64_epi64(v, 0xd8));
}

/* For each high half of a character, the kind of low half that it needs, a bit; for each low half,
 * which kinds it is. Of characters past 127 the shuffle makes no kind. */
#define BMILL_HAVE_WRONG_HEX
BMILL_ALWAYS_INLINE v_t wrong_hex(v_t chars)
{
    enum { DIGIT = 1, LETTER = 2, NEVER = 4, BOTH = DIGIT | LETTER };
    const __m128i needed = _mm_setr_epi8(NEVER, NEVER, NEVER, DIGIT, LETTER, NEVER, LETTER, NEVER,
                                         NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER);
    const __m128i offered = _mm_setr_epi8(DIGIT, BOTH, BOTH, BOTH, BOTH, BOTH, BOTH, DIGIT, /**/
                                          DIGIT, DIGIT, 0, 0, 0, 0, 0, 0);
    v_t high = v_and(_mm256_srli_epi16(chars, 4), _mm256_set1_epi8(15));
    return v_andnot(_mm256_shuffle_epi8(_mm256_broadcastsi128_si256(needed), high),
                    _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(offered), chars));
}

#endif
