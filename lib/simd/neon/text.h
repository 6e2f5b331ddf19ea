/* text.h: digits, 32 at a time: see kernels/text.h. */
#ifndef BMILL_SIMD_NEON_TEXT_H
#define BMILL_SIMD_NEON_TEXT_H

#include "simd/simd.h"

/* As v_unpack (pack.h), but of all eight bytes at once; a digit 1 is '0' minus -1. */
#define BMILL_HAVE_FORMAT_BINARY_64
BMILL_ALWAYS_INLINE void format_binary_64(char *text, w_t x, bool msb)
{
    const v_bytes own = (v_bytes)V_BOTH(msb ? 0x0102040810204080 : 0x8040201008040201);
    const v_bytes word = (v_bytes)V_BOTH(x);
    v_bytes byte = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1};
    byte = msb ? 7 - byte : byte;
    BMILL_UNROLL
    for (int k = 0; k < 64; k += V_BYTES, byte = msb ? byte - 2 : byte + 2)
        vst1q_u8((unsigned char *)text + k, '0' - vtstq_u8(vqtbl1q_u8(word, byte), own));
}

#define BMILL_HAVE_HEX_BLOCK

BMILL_ALWAYS_INLINE v_bytes v_reversed_bytes(v_bytes v)
{
    v = vrev64q_u8(v);
    return vextq_u8(v, v, 8);
}

/* Stores and loads of two vectors that take turns bring the digits of each byte together. */
BMILL_ALWAYS_INLINE void format_hex_block(unsigned char *text, const unsigned char *bytes, bool msb)
{
    const v_bytes digits = {'0', '1', '2', '3', '4', '5', '6', '7',
                            '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};
    v_bytes v = msb ? v_reversed_bytes(vld1q_u8(bytes)) : vld1q_u8(bytes);
    v_bytes low = vqtbl1q_u8(digits, v & 15), high = vqtbl1q_u8(digits, v >> 4);
    uint8x16x2_t pairs = {{msb ? high : low, msb ? low : high}};
    vst2q_u8(text, pairs);
}

/* Letters have bit 6, and 1 to 6 in the low bits. */
BMILL_ALWAYS_INLINE v_bytes v_hex_values(v_bytes chars) { return (chars & 15) + (chars >> 6) * 9; }
BMILL_ALWAYS_INLINE void parse_hex_block(unsigned char *bytes, const unsigned char *text, bool msb)
{
    uint8x16x2_t chars = vld2q_u8(text);
    v_bytes first = v_hex_values(chars.val[0]), second = v_hex_values(chars.val[1]);
    v_bytes v = msb ? vsliq_n_u8(second, first, 4) : vsliq_n_u8(first, second, 4);
    vst1q_u8(bytes, msb ? v_reversed_bytes(v) : v);
}

/* For each high half of a character, the kind of low half that it needs, a bit; for each low half,
 * which kinds it is. */
#define BMILL_HAVE_WRONG_HEX
BMILL_ALWAYS_INLINE v_t wrong_hex(v_t chars)
{
    enum { DIGIT = 1, LETTER = 2, NEVER = 4, BOTH = DIGIT | LETTER };
    const v_bytes needed = {NEVER, NEVER, NEVER, DIGIT, LETTER, NEVER, LETTER, NEVER,
                            NEVER, NEVER, NEVER, NEVER, NEVER,  NEVER, NEVER,  NEVER};
    const v_bytes offered = {DIGIT, BOTH,  BOTH, BOTH, BOTH, BOTH, BOTH, DIGIT,
                             DIGIT, DIGIT, 0,    0,    0,    0,    0,    0};
    v_bytes v = (v_bytes)chars;
    return (v_t)(vqtbl1q_u8(needed, v >> 4) & ~vqtbl1q_u8(offered, v & 15));
}

#endif
