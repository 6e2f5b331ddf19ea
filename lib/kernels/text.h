/* text.h: digits from bits, and bits from digits. A text is msb if its most significant digit comes
 * first: then the digits of bit 0 are at its end.
 *
 * Binary digits are bytes packed and unpacked (pack.h). Hexadecimal digits are made and read in
 * blocks of HEX_BYTES, the last of which overlaps the one before it, and in shorter texts 8 or 16
 * digits at a time. An ISA may have, in simd/<isa>/text.h,
 *
 *   BMILL_HAVE_HEX_BLOCK          format_hex_block(text, bytes, msb): HEX_BYTES as digits;
 *                                 parse_hex_block(bytes, text, msb): the inverse, where all
 *                                 characters are known to be digits
 *   BMILL_HAVE_HEX_16             better format_hex_16 and parse_hex_16
 *   BMILL_HAVE_FORMAT_BINARY_64   a better format_binary_64
 *   BMILL_HAVE_WRONG_HEX, BMILL_HAVE_WRONG_BINARY
 *                                 a better wrong_hex, wrong_binary
 *
 * 8,192 digits, the most significant first, took (Zen 4, gcc 12, ns; before that, by 16 hexadecimal
 * or 64 binary digits at a time):
 *
 *                  AVX-512      AVX2         portable
 *   format_hex      82 (566)   121 (499)      459 (2,092)
 *   parse_hex      149 (986)   259 (1,032)  1,096 (14,162)
 *
 * and 32,768 binary ones:
 *
 *   format_binary  395 (1,004) 398 (1,108)  1,590 (4,881)
 *   parse_binary   475 (1,196) 627 (1,355)  1,851 (5,700)
 *
 * The text is read twice, because nothing may be written if a character is wrong. */
#ifndef BMILL_KERNELS_TEXT_H
#define BMILL_KERNELS_TEXT_H

#include "kernels/pack.h"
#include "kernels/values.h"
#include "simd/simd.h"
#include "tables/vector_thresholds.h"
#include <bitmill/bits/range.h>
#if BMILL_SIMD == BMILL_SIMD_AVX512
#include "simd/avx512/text.h"
#elif BMILL_SIMD == BMILL_SIMD_AVX2
#include "simd/avx2/text.h"
#elif BMILL_SIMD == BMILL_SIMD_NEON
#include "simd/neon/text.h"
#elif BMILL_SIMD == BMILL_SIMD_VEC128
#include "simd/vec128/text.h"
#endif

#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* `byte` in all places. */
BMILL_ALWAYS_INLINE v_t v_each(unsigned byte)
{
#ifdef BMILL_HAVE_V_BROADCAST
    return v_broadcast(byte, 1);
#else
    return v_zero() + EACH_BYTE(byte); /* a word, or a vector of words */
#endif
}

/* Where `count` digits from digit k are in a text of n digits. */
BMILL_ALWAYS_INLINE size_t digit_place(size_t k, size_t count, size_t n, bool msb)
{
    return msb ? n - k - count : k;
}

/* ---- Which characters are digits ---- */

/* Bytes of the result are not 0 where a character is no digit. */
typedef v_t wrong_digits(v_t chars);

#ifndef BMILL_HAVE_WRONG_BINARY
BMILL_ALWAYS_INLINE v_t wrong_binary(v_t chars)
{
    return v_and(v_xor(chars, v_each('0')), v_each(0xfe));
}
#endif

#ifndef BMILL_HAVE_WRONG_HEX
/* The top bit of each byte says whether the lower seven bits are from first to last. */
BMILL_ALWAYS_INLINE v_t v_in_range(v_t low, unsigned first, unsigned last)
{
    return v_xor(v_add64(low, v_each(0x80 - first)), v_add64(low, v_each(0x7f - last)));
}
BMILL_ALWAYS_INLINE v_t wrong_hex(v_t chars)
{
    v_t low = v_and(chars, v_each(0x7f));
    v_t digit = v_in_range(low, '0', '9');
    v_t letter = v_in_range(v_or(low, v_each('a' - 'A')), 'a', 'f');
    return v_and(v_ornot(chars, v_or(digit, letter)), v_each(0x80));
}
#endif

/* The position of the first of n characters that is no digit; n if there is none. */
BMILL_ALWAYS_INLINE size_t find_wrong(const char *text, size_t n, wrong_digits *wrong)
{
    const unsigned char *p = (const unsigned char *)text;
    size_t i = 0;
    if (n < V_BYTES) /* the zeros that follow are no digits */
        return n ? v_find_first_byte(wrong(v_load_first(p, n))) : 0;
    if (n <= 2 * V_BYTES && !v_any(v_or(wrong(v_load(p)), wrong(v_load(p + n - V_BYTES)))))
        return n;
    for (; n - i >= 4 * V_BYTES; i += 4 * V_BYTES) {
        v_t a = v_or(wrong(v_load(p + i)), wrong(v_load(p + i + V_BYTES)));
        v_t b = v_or(wrong(v_load(p + i + 2 * V_BYTES)), wrong(v_load(p + i + 3 * V_BYTES)));
        if (!BMILL_LIKELY(!v_any(v_or(a, b))))
            break;
    }
    for (; i < n; i += V_BYTES) {
        size_t at = n - i < V_BYTES ? n - V_BYTES : i; /* the last one overlaps */
        v_t bad = wrong(v_load(p + at));
        if (!BMILL_LIKELY(!v_any(bad)))
            return at + v_find_first_byte(bad);
    }
    return n;
}

BMILL_KERNEL size_t find_not_binary_kernel(const char *text, size_t n)
{
    return find_wrong(text, n, wrong_binary);
}
BMILL_KERNEL size_t find_not_hex_kernel(const char *text, size_t n)
{
    return find_wrong(text, n, wrong_hex);
}

/* ---- Binary digits ---- */

BMILL_ALWAYS_INLINE w_t reverse_binary(w_t x, size_t count) { return w_reverse(x) >> (64 - count); }

/* Eight digits. */
BMILL_ALWAYS_INLINE w_t binary_8(w_t bits, bool msb)
{
    return w_or(w_unpack(bits, msb), EACH_BYTE('0'));
}

#ifndef BMILL_HAVE_FORMAT_BINARY_64
/* The bytes are reversed here, the bits of each byte by the choice of the bit for each digit. */
BMILL_ALWAYS_INLINE void format_binary_64(char *text_, w_t x, bool msb)
{
    unsigned char *text = (unsigned char *)text_;
    x = msb ? bmill_byteswap_u64(x) : x;
#ifdef BMILL_HAVE_UNPACK
    BMILL_UNROLL
    for (size_t k = 0; k < 64; k += V_BYTES)
        v_store(text + k, v_add64(v_unpack(x >> k, msb), v_each('0')));
#else
    for (size_t k = 0; k < 64; k += 8)
        w_store(text + k, binary_8(x >> k, msb));
#endif
}
#endif

/* Up to 63 digits, which overlap; the first one is bit 0. */
BMILL_ALWAYS_INLINE void format_binary_few(char *text_, w_t x, size_t n)
{
    unsigned char *text = (unsigned char *)text_;
    size_t k = 0;
#ifdef BMILL_HAVE_UNPACK
    if (n >= X_BYTES) {
        v_t zeros = v_each('0');
        x_t digit;
        memcpy(&digit, &zeros, sizeof digit);
        for (; k + X_BYTES < n; k += X_BYTES)
            x_store(text + k, x_or(x_unpack(x >> k, false), digit));
        k = n - X_BYTES;
        x_store(text + k, x_or(x_unpack(x >> k, false), digit));
        return;
    }
#endif
    for (; k + 8 < n; k += 8)
        w_store(text + k, binary_8(x >> k, false));
    if (n >= 8)
        w_store(text + n - 8, binary_8(x >> (n - 8), false));
    else
        bmill_store_le(text, n, binary_8(x, false));
}

BMILL_ALWAYS_INLINE void format_binary_bits(char *text, const unsigned char *bits, size_t first,
                                            size_t n, bool msb)
{
    size_t k = 0;
    if (n < 64) {
        w_t x = bmill_bits_read(bits, first, n);
        format_binary_few(text, msb && n > 0 ? reverse_binary(x, n) : x, n);
        return;
    }
    if (first % 8 == 0) {
        const unsigned char *p = bits + first / 8;
        /* Four at a time: the speed of a loop over one depends on where its code stands (4 KiB by
         * AVX2, gcc 12, Zen 5: 72 ns, or 44 by -falign-loops=32). */
        for (; n - k >= 256; k += 256) {
            BMILL_UNROLL
            for (size_t j = 0; j < 256; j += 64)
                format_binary_64(text + digit_place(k + j, 64, n, msb), w_load(p + k / 8 + j / 8),
                                 msb);
        }
        for (; n - k >= 64; k += 64)
            format_binary_64(text + digit_place(k, 64, n, msb), w_load(p + k / 8), msb);
    }
    for (; k < n; k += 64) {
        size_t at = n - k < 64 ? n - 64 : k; /* the last ones overlap */
        format_binary_64(text + digit_place(at, 64, n, msb), bmill_bits_read(bits, first + at, 64),
                         msb);
    }
}
BMILL_KERNEL void format_binary_kernel(char *text, const void *bits, size_t first, size_t n,
                                       bool msb)
{
    if (msb)
        format_binary_bits(text, bits, first, n, true);
    else
        format_binary_bits(text, bits, first, n, false);
}

/* parse_binary_64: the bits of 64 digits; the first one is bit 0, or if msb, bit 63.
 * parse_binary_few: of 1 to 63 digits; the first one is bit 0. */
#ifdef BMILL_HAVE_COMPARE
BMILL_ALWAYS_INLINE w_t parse_binary_64(const unsigned char *text, bool msb)
{
    const unsigned char one = '1';
    w_t x = compare_64(text, right_value(&one, 1), 0, 1, msb ? compare_eq_u8_msb : compare_eq_u8);
    return msb ? bmill_byteswap_u64(x) : x;
}
BMILL_ALWAYS_INLINE w_t parse_binary_few(const unsigned char *text, size_t n)
{
    const unsigned char one = '1';
    if (n < V_BYTES)
        return compare_small(text, right_value(&one, 1), n, 1, compare_eq_u8);
    return compare_last(text, right_value(&one, 1), 0, n, 1, compare_eq_u8);
}
#else
BMILL_ALWAYS_INLINE w_t parse_binary_8(w_t chars, bool msb)
{
    return nonzero_8(chars & EACH_BYTE(1), msb);
}
BMILL_ALWAYS_INLINE w_t parse_binary_64(const unsigned char *text, bool msb)
{
    w_t x = 0;
    for (size_t k = 0; k < 64; k += 8)
        x |= parse_binary_8(w_load(text + k), msb) << k;
    return msb ? bmill_byteswap_u64(x) : x;
}
BMILL_ALWAYS_INLINE w_t parse_binary_few(const unsigned char *text, size_t n)
{
    w_t x = 0;
    if (n < 8)
        return parse_binary_8(bmill_load_le(text, n), false);
    for (size_t k = 0; k + 8 < n; k += 8)
        x |= parse_binary_8(w_load(text + k), false) << k;
    return x | parse_binary_8(w_load(text + n - 8), false) << (n - 8); /* the last ones overlap */
}
#endif

BMILL_ALWAYS_INLINE void parse_binary_text(unsigned char *bits, const unsigned char *text, size_t n,
                                           bool msb)
{
    size_t k = 0;
    w_t x;
    for (; n - k >= 64; k += 64)
        w_store(bits + k / 8, parse_binary_64(text + digit_place(k, 64, n, msb), msb));
    if (k == n)
        return;
    if (n < 64) {
        x = parse_binary_few(text, n);
        x = msb ? reverse_binary(x, n) : x;
    } else {
        x = parse_binary_64(text + digit_place(n - 64, 64, n, msb), msb) >> (64 - (n - k));
    }
    bmill_bits_write(bits, k, n - k, x);
}
BMILL_KERNEL void parse_binary_kernel(void *bits, const char *text_, size_t n, bool msb)
{
    const unsigned char *text = (const unsigned char *)text_;
    if (msb)
        parse_binary_text(bits, text, n, true);
    else
        parse_binary_text(bits, text, n, false);
}

/* ---- Hexadecimal digits, 8 and 16 of them ---- */

/* The low eight digits of x. Digits from 10 on reach 16 when 6 is added. */
BMILL_ALWAYS_INLINE w_t format_hex_8(w_t x, bool msb)
{
    w_t letters;
    x = (x | x << 16) & UINT64_C(0x0000ffff0000ffff);
    x = (x | x << 8) & UINT64_C(0x00ff00ff00ff00ff);
    x = (x | x << 4) & EACH_BYTE(0x0f);
    letters = (x + EACH_BYTE(6)) >> 4 & EACH_BYTE(1);
    x += EACH_BYTE('0') + letters * ('a' - '0' - 10);
    return msb ? bmill_byteswap_u64(x) : x;
}
/* The inverse, of what are known to be digits: letters have bit 6, and 1 to 6 in the low bits. */
BMILL_ALWAYS_INLINE w_t parse_hex_8(w_t chars, bool msb)
{
    w_t x = msb ? bmill_byteswap_u64(chars) : chars;
    x = (x & EACH_BYTE(0x0f)) + (x >> 6 & EACH_BYTE(1)) * 9;
    x = (x | x >> 4) & UINT64_C(0x00ff00ff00ff00ff);
    x = (x | x >> 8) & UINT64_C(0x0000ffff0000ffff);
    return (x | x >> 16) & UINT32_MAX;
}

#ifndef BMILL_HAVE_HEX_16
BMILL_ALWAYS_INLINE void format_hex_16(unsigned char *text, w_t x, bool msb)
{
    w_store(text + digit_place(0, 8, 16, msb), format_hex_8(x & UINT32_MAX, msb));
    w_store(text + digit_place(8, 8, 16, msb), format_hex_8(x >> 32, msb));
}
BMILL_ALWAYS_INLINE w_t parse_hex_16(const unsigned char *text, bool msb)
{
    return parse_hex_8(w_load(text + digit_place(0, 8, 16, msb)), msb) |
           parse_hex_8(w_load(text + digit_place(8, 8, 16, msb)), msb) << 32;
}
#endif

#ifndef BMILL_HAVE_HEX_BLOCK
BMILL_ALWAYS_INLINE void format_hex_block(unsigned char *text, const unsigned char *bytes, bool msb)
{
    format_hex_16(text, w_load(bytes), msb);
}
BMILL_ALWAYS_INLINE void parse_hex_block(unsigned char *bytes, const unsigned char *text, bool msb)
{
    w_store(bytes, parse_hex_16(text, msb));
}
#endif

/* ---- Hexadecimal digits of any number ---- */

/* The digits of n bytes, 8 or more. The text is written in ascending order either way: descending
 * stores take three times as long where the first cache ends (512 KiB, Emerald Rapids). */
BMILL_ALWAYS_INLINE void format_hex_bytes(unsigned char *text, const unsigned char *bytes, size_t n,
                                          bool msb)
{
    const size_t digits = 2 * HEX_BYTES;
    size_t k = 0;
    if (n < HEX_BYTES) {
        for (; k + 8 < n; k += 8)
            format_hex_16(text + 2 * k, w_load(bytes + digit_place(k, 8, n, msb)), msb);
        format_hex_16(text + 2 * n - 16, w_load(bytes + digit_place(n - 8, 8, n, msb)), msb);
        return;
    }
    for (; k + HEX_BYTES < n; k += HEX_BYTES)
        format_hex_block(text + 2 * k, bytes + digit_place(k, HEX_BYTES, n, msb), msb);
    format_hex_block(text + 2 * n - digits, bytes + digit_place(n - HEX_BYTES, HEX_BYTES, n, msb),
                     msb);
}

/* Of up to HEX_ONE_WORD bits. */
BMILL_ALWAYS_INLINE void format_hex_word(char *text, const void *bits, size_t first, size_t nbits,
                                         bool msb)
{
    size_t n = nbits / 4 + (nbits % 4 != 0);
    w_t digits = format_hex_8(bmill_bits_read(bits, first, nbits), msb);
    bmill_store_le(text, n, msb && n > 0 ? digits >> 8 * (8 - n) : digits);
}

/* Of more bits, but less than HEX_TWO_WORDS. The words overlap. */
BMILL_NOINLINE void format_hex_two_words(unsigned char *text, const void *bits, size_t first,
                                         size_t nbits, bool msb)
{
    size_t n = nbits / 4 + (nbits % 4 != 0);
    w_t x = bmill_bits_read(bits, first, nbits);
    w_store(text + digit_place(0, 8, n, msb), format_hex_8(x & UINT32_MAX, msb));
    w_store(text + digit_place(n - 8, 8, n, msb), format_hex_8(x >> 4 * (n - 8), msb));
}

BMILL_KERNEL void format_hex_kernel(char *text, const void *bits, size_t first, size_t nbits,
                                    bool msb);

/* Of more bits, which begin or end in the middle of a byte: the digit before the whole bytes, the
 * last eight digits, and by the kernel those of the whole bytes. In the kernel itself, the loops
 * would have to save six registers for it: 16 bytes took 6.0 ns in place of 5.2. */
BMILL_NOINLINE void format_hex_ends(unsigned char *text, const unsigned char *bits, size_t first,
                                    size_t nbits, bool msb)
{
    size_t n = nbits / 4 + (nbits % 4 != 0), before = first % 8 / 4;
    size_t whole = (nbits - 4 * before) / 8, rest = (nbits - 4 * before) % 8;
    bits += first / 8;
    if (before != 0)
        text[digit_place(0, 1, n, msb)] = (unsigned char)format_hex_8(*bits++ >> 4, false);
    if (rest != 0) {
        w_t x = w_load(bits + whole - 7) & ~(w_t)0 >> (8 - rest);
        w_store(text + digit_place(n - 8, 8, n, msb), format_hex_8(x >> (rest > 4 ? 32 : 28), msb));
    }
    format_hex_kernel((char *)text + digit_place(before, 2 * whole, n, msb), bits, 0, 8 * whole,
                      msb);
}

/* `first` is a multiple of 4. */
BMILL_KERNEL void format_hex_kernel(char *text_, const void *bits, size_t first, size_t nbits,
                                    bool msb)
{
    unsigned char *text = (unsigned char *)text_;
    const unsigned char *bytes = bits;
    if (nbits <= HEX_ONE_WORD)
        format_hex_word(text_, bits, first, nbits, msb);
    else if (nbits < HEX_TWO_WORDS)
        format_hex_two_words(text, bits, first, nbits, msb);
    else if ((first | nbits) % 8 != 0)
        format_hex_ends(text, bits, first, nbits, msb);
    else if (msb)
        format_hex_bytes(text, bytes + first / 8, nbits / 8, true);
    else
        format_hex_bytes(text, bytes + first / 8, nbits / 8, false);
}

/* n bytes, 8 or more, from their digits. */
BMILL_ALWAYS_INLINE void parse_hex_bytes(unsigned char *bytes, const unsigned char *text, size_t n,
                                         bool msb)
{
    const size_t digits = 2 * HEX_BYTES;
    size_t k = 0;
    if (n < HEX_BYTES) {
        for (; k + 8 < n; k += 8)
            w_store(bytes + k, parse_hex_16(text + digit_place(2 * k, 16, 2 * n, msb), msb));
        w_store(bytes + n - 8, parse_hex_16(text + digit_place(2 * n - 16, 16, 2 * n, msb), msb));
        return;
    }
    for (; k + HEX_BYTES < n; k += HEX_BYTES)
        parse_hex_block(bytes + k, text + digit_place(2 * k, digits, 2 * n, msb), msb);
    parse_hex_block(bytes + n - HEX_BYTES, text + digit_place(2 * n - digits, digits, 2 * n, msb),
                    msb);
}

/* Up to HEX_ONE_WORD bits. */
BMILL_ALWAYS_INLINE void parse_hex_word(void *bits, size_t first, size_t nbits,
                                        const unsigned char *text, bool msb)
{
    size_t n = nbits / 4 + (nbits % 4 != 0);
    w_t digits = bmill_load_le(text, n);
    digits = parse_hex_8(msb && n > 0 ? digits << 8 * (8 - n) : digits, msb);
    bmill_bits_write(bits, first, nbits, digits);
}

/* More bits, but less than HEX_TWO_WORDS. The words overlap. */
BMILL_NOINLINE void parse_hex_two_words(void *bits, size_t nbits, const unsigned char *text,
                                        bool msb)
{
    size_t n = nbits / 4 + (nbits % 4 != 0);
    w_t low = parse_hex_8(w_load(text + digit_place(0, 8, n, msb)), msb);
    w_t high = parse_hex_8(w_load(text + digit_place(n - 8, 8, n, msb)), msb);
    bmill_bits_write(bits, 0, nbits, low | high << 4 * (n - 8));
}

BMILL_ALWAYS_INLINE void parse_hex_bits(unsigned char *bits, size_t nbits,
                                        const unsigned char *text, bool msb)
{
    size_t n = nbits / 4 + (nbits % 4 != 0), whole = nbits / 8, k = 2 * whole;
    parse_hex_bytes(bits, text + digit_place(0, k, n, msb), whole, msb);
    if (nbits % 8 != 0)
        parse_hex_word(bits, 8 * whole, nbits % 8, text + digit_place(k, n - k, n, msb), msb);
}
BMILL_KERNEL void parse_hex_kernel(void *bits, size_t nbits, const char *text_, bool msb)
{
    const unsigned char *text = (const unsigned char *)text_;
    if (nbits <= HEX_ONE_WORD)
        parse_hex_word(bits, 0, nbits, text, msb);
    else if (nbits < HEX_TWO_WORDS)
        parse_hex_two_words(bits, nbits, text, msb);
    else if (msb)
        parse_hex_bits(bits, nbits, text, true);
    else
        parse_hex_bits(bits, nbits, text, false);
}

#undef EACH_BYTE
#endif
