/* text.h: hexadecimal digits, 64 at a time: see kernels/text.h. */
#ifndef BMILL_SIMD_AVX512_TEXT_H
#define BMILL_SIMD_AVX512_TEXT_H

#include "simd/avx2/hex.h"
#include "simd/simd.h"

#define BMILL_HAVE_HEX_BLOCK

/* Four bytes to each lane; of a lane, eight bytes that begin at every fourth bit, of which the low
 * four bits count: the table of digits stands four times in the vector. */
BMILL_ALWAYS_INLINE void format_hex_block(unsigned char *text, const unsigned char *bytes, bool msb)
{
    const v_t digits = _mm512_broadcast_i32x4(hex_table());
    const v_t fours = msb ? _mm512_setr_epi32(7, 7, 6, 6, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 0, 0)
                          : _mm512_setr_epi32(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7);
    const v_t nibbles = _mm512_set1_epi64(msb ? 0x0004080c1014181c : 0x1c1814100c080400);
    v_t v = _mm512_permutexvar_epi32(fours, _mm512_castsi256_si512(h_load(bytes)));
    v_store(text, _mm512_permutexvar_epi8(_mm512_multishift_epi64_epi8(nibbles, v), digits));
}

/* No two digits, A to F and a to f among them, have the same low six bits, so that one lookup in a
 * vector does: of the value, or of the digit itself. Where no digit has these bits, NOT_n(k) is
 * another character than any that have them. Two tables of 128 bytes took longer (vpermi2b). */
#define LETTERS(a) (a), (a) + 1, (a) + 2, (a) + 3, (a) + 4, (a) + 5
#define NOT_1(k)   (k) ^ 1
#define NOT_3(k)   NOT_1(k), NOT_1((k) + 1), NOT_1((k) + 2)
#define NOT_9(k)   NOT_3(k), NOT_3((k) + 3), NOT_3((k) + 6)
#define HEX_64(letters, capitals, zero)                                                         \
    {                                                                                           \
        NOT_1(0), LETTERS(capitals), NOT_9(7), NOT_9(16), NOT_3(25), NOT_3(28), NOT_1(31),      \
            NOT_1(32), LETTERS(letters), NOT_9(39), (zero), (zero) + 1, (zero) + 2, (zero) + 3, \
            (zero) + 4, (zero) + 5, (zero) + 6, (zero) + 7, (zero) + 8, (zero) + 9, NOT_3(58),  \
            NOT_3(61)                                                                           \
    }
_Alignas(64) static const unsigned char hex_values[64] = HEX_64(10, 10, 0);
_Alignas(64) static const unsigned char hex_chars[64] = HEX_64('a', 'A', '0');
#undef HEX_64
#undef NOT_9
#undef NOT_3
#undef NOT_1
#undef LETTERS

/* The bytes of the result are the even ones of the sums. */
BMILL_ALWAYS_INLINE void parse_hex_block(unsigned char *bytes, const unsigned char *text, bool msb)
{
    const __m256i up = _mm256_set_epi64x(0x3e3c3a3836343230, 0x2e2c2a2826242220, 0x1e1c1a1816141210,
                                         0x0e0c0a0806040200);
    const __m256i down = _mm256_set_epi64x(0x00020406080a0c0e, 0x10121416181a1c1e,
                                           0x20222426282a2c2e, 0x30323436383a3c3e);
    v_t pairs = _mm512_maddubs_epi16(_mm512_permutexvar_epi8(v_load(text), v_load(hex_values)),
                                     _mm512_set1_epi16(hex_weights(msb)));
    v_t v = _mm512_permutexvar_epi8(_mm512_castsi256_si512(msb ? down : up), pairs);
    h_store(bytes, _mm512_castsi512_si256(v));
}

/* (chars ^ '0') & 0xfe, by an intrinsic: of operators, clang makes a comparison for each vector,
 * and takes 1.3 times as long (parse_binary of 4 KiB, Zen 4). */
#define BMILL_HAVE_WRONG_BINARY
BMILL_ALWAYS_INLINE v_t wrong_binary(v_t chars)
{
    return _mm512_ternarylogic_epi64(chars, _mm512_set1_epi8('0'), _mm512_set1_epi8(-2), 0x28);
}

#define BMILL_HAVE_WRONG_HEX
BMILL_ALWAYS_INLINE v_t wrong_hex(v_t chars)
{
    return v_xor(_mm512_permutexvar_epi8(chars, v_load(hex_chars)), chars);
}

#endif
