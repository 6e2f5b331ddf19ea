/* text.h: hexadecimal digits, 32 at a time: see kernels/text.h. */
#ifndef BMILL_SIMD_VEC128_TEXT_H
#define BMILL_SIMD_VEC128_TEXT_H

#include "simd/simd.h"

#define BMILL_HAVE_HEX_BLOCK

typedef int8_t v_signed __attribute__((vector_size(16)));

BMILL_ALWAYS_INLINE v_t v_reversed_bytes(v_t v)
{
    v = v_reverse_eights(v);
    return (v_t){v[1], v[0]};
}

/* Numbers below 16 as digits. */
BMILL_ALWAYS_INLINE v_t v_hex_digits(v_t v)
{
    const v_t nine = V_BOTH(0x0909090909090909), zero = V_BOTH(0x3030303030303030);
    v_t letters = (v_t)((v_signed)v > (v_signed)nine);
    return v + zero + (letters & V_BOTH(0x2727272727272727)); /* 'a' - '0' - 10 */
}

BMILL_ALWAYS_INLINE void format_hex_block(unsigned char *text, const unsigned char *bytes, bool msb)
{
    const v_t nibble = V_BOTH(0x0f0f0f0f0f0f0f0f);
    v_t v = msb ? v_reversed_bytes(v_load(bytes)) : v_load(bytes);
    v_t first = (msb ? v >> 4 : v) & nibble, second = (msb ? v : v >> 4) & nibble;
#define LOW_IN_TURN(k)  ((k) % 2 * 16 + (k) / 2)
#define HIGH_IN_TURN(k) (LOW_IN_TURN(k) + 8)
    v_store(text, v_hex_digits(V_SHUFFLE(first, second, LOW_IN_TURN)));
    v_store(text + 16, v_hex_digits(V_SHUFFLE(first, second, HIGH_IN_TURN)));
#undef LOW_IN_TURN
#undef HIGH_IN_TURN
}

/* Each 2 digits become a byte, and a 0 above it. Letters have bit 6, and 1 to 6 in the low bits. */
BMILL_ALWAYS_INLINE v_t v_hex_pairs(v_t chars, bool msb)
{
    v_t letters = chars >> 6 & V_BOTH(0x0101010101010101);
    v_t v = (chars & V_BOTH(0x0f0f0f0f0f0f0f0f)) + letters + (letters << 3);
    return (msb ? v << 4 | v >> 8 : v | v >> 4) & V_BOTH(0x00ff00ff00ff00ff);
}
BMILL_ALWAYS_INLINE void parse_hex_block(unsigned char *bytes, const unsigned char *text, bool msb)
{
#define EVEN(k) (2 * (k))
    v_t v = V_SHUFFLE(v_hex_pairs(v_load(text), msb), v_hex_pairs(v_load(text + 16), msb), EVEN);
#undef EVEN
    v_store(bytes, msb ? v_reversed_bytes(v) : v);
}

#endif
