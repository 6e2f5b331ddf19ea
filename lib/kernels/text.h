/* text.h: digits from bits, and bits from digits; by words: 64 binary digits or 16 hexadecimal
 * ones, where the first digit has the lowest bits. An ISA with BMILL_HAVE_DIGITS has better
 * format_binary_64, parse_binary_64, format_hex_16 and parse_hex_16 (simd/<isa>/text.h). */
#ifndef BMILL_KERNELS_TEXT_H
#define BMILL_KERNELS_TEXT_H

#include "simd/simd.h"
#include <bitmill/bits/range.h>
#if BMILL_SIMD == BMILL_SIMD_AVX512
#include "simd/avx512/text.h"
#elif BMILL_SIMD == BMILL_SIMD_AVX2
#include "simd/avx2/text.h"
#endif

#ifndef BMILL_HAVE_DIGITS
#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Eight copies of a byte: each keeps one bit, which the sum carries to the top bit of the byte. */
BMILL_ALWAYS_INLINE void format_binary_64(char *text, w_t x)
{
    for (size_t i = 0; i < 64; i += 8) {
        w_t bits = EACH_BYTE(x >> i & 0xff) & UINT64_C(0x8040201008040201);
        w_t digits = ((bits + EACH_BYTE(0x7f)) >> 7 & EACH_BYTE(1)) | EACH_BYTE('0');
        bmill_store_le_u64(text + i, digits);
    }
}

/* Returns whether all are digits; bit i of *x is digit i. The product moves the bits of eight bytes
 * to its highest byte, no two to the same position. */
BMILL_ALWAYS_INLINE bool parse_binary_64(const char *text, w_t *x)
{
    w_t wrong = 0;
    *x = 0;
    for (size_t i = 0; i < 64; i += 8) {
        w_t digits = bmill_load_le_u64(text + i) ^ EACH_BYTE('0');
        wrong |= digits & EACH_BYTE(0xfe);
        *x |= ((digits & EACH_BYTE(1)) * UINT64_C(0x0102040810204080)) >> 56 << i;
    }
    return wrong == 0;
}

/* The low eight digits of x, one in each byte. Digits from 10 on reach 16 when 6 is added. */
BMILL_ALWAYS_INLINE w_t hex_digits_8(w_t x)
{
    w_t letters;
    x = (x | x << 16) & UINT64_C(0x0000ffff0000ffff);
    x = (x | x << 8) & UINT64_C(0x00ff00ff00ff00ff);
    x = (x | x << 4) & EACH_BYTE(0x0f);
    letters = (x + EACH_BYTE(6)) >> 4 & EACH_BYTE(1);
    return x + EACH_BYTE('0') + letters * ('a' - '0' - 10);
}
BMILL_ALWAYS_INLINE void format_hex_16(char *text, w_t x)
{
    bmill_store_le_u64(text, hex_digits_8(x & UINT32_MAX));
    bmill_store_le_u64(text + 8, hex_digits_8(x >> 32));
}

BMILL_ALWAYS_INLINE bool parse_hex_16(const char *text, w_t *x)
{
    bool right = true;
    *x = 0;
    for (size_t i = 0; i < 16; i++) {
        unsigned digit = (unsigned char)text[i] - (unsigned)'0';
        unsigned letter = ((unsigned char)text[i] | 0x20u) - (unsigned)'a';
        right &= digit < 10 || letter < 6;
        *x |= (w_t)(digit < 10 ? digit : (letter + 10) & 15) << 4 * i;
    }
    return right;
}
#undef EACH_BYTE
#endif

/* Where `count` digits from digit k are in a text of n digits. */
BMILL_ALWAYS_INLINE size_t digit_place(size_t k, size_t count, size_t n, bool msb)
{
    return msb ? n - k - count : k;
}

BMILL_ALWAYS_INLINE w_t reverse_binary(w_t x, size_t count) { return w_reverse(x) >> (64 - count); }
BMILL_ALWAYS_INLINE w_t reverse_hex(w_t x, size_t count)
{
    x = bmill_byteswap_u64(x);
    x = (x >> 4 & UINT64_C(0x0f0f0f0f0f0f0f0f)) | (x & UINT64_C(0x0f0f0f0f0f0f0f0f)) << 4;
    return x >> (64 - 4 * count);
}

/* The digits of whole words, for bits that begin with a byte. Returns how many. If msb the text has
 * the most significant digit first. */
BMILL_ALWAYS_INLINE size_t format_binary_words(char *text, const unsigned char *bits, size_t n,
                                               bool msb)
{
    size_t k = 0;
    for (; n - k >= 64; k += 64) {
        w_t x = w_load(bits + k / 8);
        format_binary_64(text + digit_place(k, 64, n, msb), msb ? reverse_binary(x, 64) : x);
    }
    return k;
}
BMILL_ALWAYS_INLINE size_t format_hex_words(char *text, const unsigned char *bits, size_t nbits,
                                            size_t n, bool msb)
{
    size_t k = 0;
    for (; nbits - 4 * k >= 64; k += 16) {
        w_t x = w_load(bits + k / 2);
        format_hex_16(text + digit_place(k, 16, n, msb), msb ? reverse_hex(x, 16) : x);
    }
    return k;
}

BMILL_KERNEL void format_binary_kernel(char *text, const void *bits_, size_t first, size_t n,
                                       bool msb)
{
    const unsigned char *bits = bits_;
    size_t k = 0;
    if (first % 8 == 0 && n > 0) /* NULL is allowed, and C has no NULL + 0 */
        k = msb ? format_binary_words(text, bits + first / 8, n, true)
                : format_binary_words(text, bits + first / 8, n, false);
    for (; k < n; k += 64) {
        size_t count = n - k < 64 ? n - k : 64;
        char *to = text + digit_place(k, count, n, msb);
        char rest[64];
        w_t x = bmill_bits_read(bits, first + k, count);
        x = msb ? reverse_binary(x, count) : x;
        format_binary_64(rest, x);
        memcpy(to, rest, count);
    }
}

BMILL_KERNEL void format_hex_kernel(char *text, const void *bits_, size_t first, size_t nbits,
                                    bool msb)
{
    const unsigned char *bits = bits_;
    size_t n = nbits / 4 + (nbits % 4 != 0);
    size_t k = 0;
    if (first % 8 == 0 && n > 0)
        k = msb ? format_hex_words(text, bits + first / 8, nbits, n, true)
                : format_hex_words(text, bits + first / 8, nbits, n, false);
    for (; k < n; k += 16) {
        size_t count = n - k < 16 ? n - k : 16;
        char *to = text + digit_place(k, count, n, msb);
        char rest[16];
        w_t x = bmill_bits_read(bits, first + 4 * k, nbits - 4 * k);
        x = msb ? reverse_hex(x, count) : x;
        format_hex_16(rest, x);
        memcpy(to, rest, count);
    }
}

/* Up to 63 binary digits, or up to 15 hexadecimal ones, which are known to be digits. */
BMILL_ALWAYS_INLINE w_t parse_binary_last(const char *text, size_t count)
{
    w_t x;
    char padded[64];
    memset(padded, '0', sizeof padded);
    memcpy(padded, text, count);
    (void)parse_binary_64(padded, &x);
    return x;
}
BMILL_ALWAYS_INLINE w_t parse_hex_last(const char *text, size_t count)
{
    w_t x;
    char padded[16];
    memset(padded, '0', sizeof padded);
    memcpy(padded, text, count);
    (void)parse_hex_16(padded, &x);
    return x;
}

BMILL_ALWAYS_INLINE size_t parse_binary_words(unsigned char *bits, const char *text, size_t n,
                                              bool msb)
{
    size_t k = 0;
    for (; n - k >= 64; k += 64) {
        w_t x;
        (void)parse_binary_64(text + digit_place(k, 64, n, msb), &x);
        w_store(bits + k / 8, msb ? reverse_binary(x, 64) : x);
    }
    return k;
}
BMILL_ALWAYS_INLINE size_t parse_hex_words(unsigned char *bits, size_t nbits, const char *text,
                                           size_t n, bool msb)
{
    size_t k = 0;
    for (; nbits - 4 * k >= 64; k += 16) {
        w_t x;
        (void)parse_hex_16(text + digit_place(k, 16, n, msb), &x);
        w_store(bits + k / 2, msb ? reverse_hex(x, 16) : x);
    }
    return k;
}

BMILL_KERNEL void parse_binary_kernel(void *bits, const char *text, size_t n, bool msb)
{
    size_t k =
        msb ? parse_binary_words(bits, text, n, true) : parse_binary_words(bits, text, n, false);
    if (k < n) {
        w_t x = parse_binary_last(text + digit_place(k, n - k, n, msb), n - k);
        bmill_bits_write(bits, k, n - k, msb ? reverse_binary(x, n - k) : x);
    }
}

BMILL_KERNEL void parse_hex_kernel(void *bits, size_t nbits, const char *text, bool msb)
{
    size_t n = nbits / 4 + (nbits % 4 != 0);
    size_t k = msb ? parse_hex_words(bits, nbits, text, n, true)
                   : parse_hex_words(bits, nbits, text, n, false);
    if (k < n) {
        w_t x = parse_hex_last(text + digit_place(k, n - k, n, msb), n - k);
        bmill_bits_write(bits, 4 * k, nbits - 4 * k, msb ? reverse_hex(x, n - k) : x);
    }
}

BMILL_KERNEL size_t find_not_binary_kernel(const char *text, size_t n)
{
    size_t i = 0;
    w_t x;
    while (n - i >= 64 && parse_binary_64(text + i, &x))
        i += 64;
    while (i < n && (text[i] == '0' || text[i] == '1'))
        i++;
    return i;
}

BMILL_KERNEL size_t find_not_hex_kernel(const char *text, size_t n)
{
    size_t i = 0;
    w_t x;
    while (n - i >= 16 && parse_hex_16(text + i, &x))
        i += 16;
    while (i < n && ((text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f') ||
                     (text[i] >= 'A' && text[i] <= 'F')))
        i++;
    return i;
}

#endif
