/* words.h: the vocabulary for words of 8 bytes, w_, the same on every ISA.
 *
 * A word is loaded little-endian, so that bit i of the memory is bit i of the word on every host.
 */
#ifndef BMILL_WORDS_H
#define BMILL_WORDS_H

#include <bitmill/word.h>
#include <string.h>

#define BMILL_KERNEL static inline __attribute__((always_inline))

/* For the order of the code only: short bitmaps go straight through, for long ones a jump is
 * nothing. */
#define BMILL_LIKELY(x) __builtin_expect(!!(x), 1)

typedef uint64_t w_t;
enum { W_BYTES = 8 };

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
BMILL_KERNEL uint32_t le32(uint32_t x) { return __builtin_bswap32(x); }
BMILL_KERNEL uint64_t le64(uint64_t x) { return __builtin_bswap64(x); }
#else
BMILL_KERNEL uint32_t le32(uint32_t x) { return x; }
BMILL_KERNEL uint64_t le64(uint64_t x) { return x; }
#endif

BMILL_KERNEL w_t w_load(const unsigned char *p)
{
    w_t x;
    memcpy(&x, p, sizeof x);
    return le64(x);
}
BMILL_KERNEL void w_store(unsigned char *p, w_t x)
{
    x = le64(x);
    memcpy(p, &x, sizeof x);
}

/* The first n bytes, 1 to 8; zeros above. Two pieces that overlap, or three bytes of which some
 * may be the same one. */
BMILL_KERNEL w_t w_load_first(const unsigned char *p, size_t n)
{
    if (n >= 4) {
        uint32_t low, high;
        memcpy(&low, p, 4);
        memcpy(&high, p + n - 4, 4);
        return le32(low) | (w_t)le32(high) << 8 * (n - 4);
    }
    return p[0] | (w_t)p[n / 2] << 8 * (n / 2) | (w_t)p[n - 1] << 8 * (n - 1);
}
BMILL_KERNEL void w_store_first(unsigned char *p, size_t n, w_t x)
{
    if (n >= 4) {
        uint32_t low = le32((uint32_t)x), high = le32((uint32_t)(x >> 8 * (n - 4)));
        memcpy(p, &low, 4);
        memcpy(p + n - 4, &high, 4);
    } else {
        p[0] = (unsigned char)x;
        p[n / 2] = (unsigned char)(x >> 8 * (n / 2));
        p[n - 1] = (unsigned char)(x >> 8 * (n - 1));
    }
}

BMILL_KERNEL w_t w_and(w_t a, w_t b) { return a & b; }
BMILL_KERNEL w_t w_or(w_t a, w_t b) { return a | b; }
BMILL_KERNEL w_t w_xor(w_t a, w_t b) { return a ^ b; }
BMILL_KERNEL w_t w_andnot(w_t a, w_t b) { return a & ~b; }
BMILL_KERNEL w_t w_not(w_t a) { return ~a; }
BMILL_KERNEL w_t w_nand(w_t a, w_t b) { return w_not(w_and(a, b)); }
BMILL_KERNEL w_t w_nor(w_t a, w_t b) { return w_not(w_or(a, b)); }
BMILL_KERNEL w_t w_xnor(w_t a, w_t b) { return w_not(w_xor(a, b)); }
BMILL_KERNEL w_t w_ornot(w_t a, w_t b) { return w_or(a, w_not(b)); }

#endif
