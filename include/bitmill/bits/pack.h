/* bitmill/bits/pack.h: bools in bytes to bits and back, and the bit order of bitmaps from
 * elsewhere.
 *
 * The rules of bitmill/bits.h hold. `n` is the number of bytes and of bits. The most significant
 * bit first (_msb) means that bit i is bit 7 - i % 8 of byte i / 8: the order of Redis, of PNG and
 * of numpy.packbits(bitorder="big"). All other functions of bitmill have the least significant bit
 * first: for them bring such a bitmap into order with bmill_bits_reverse_in_bytes.
 */
#ifndef BITMILL_BITS_PACK_H
#define BITMILL_BITS_PACK_H

#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Bit i of dst becomes 1 if bytes[i] is not 0.
 *
 * `bytes` are n bool, char or uint8_t. Bits of dst at and past n stay as they are. dst and bytes
 * must not overlap.
 * Example: bmill_bits_pack(is_prime, prime_flags, n);
 */
BMILL_API void bmill_bits_pack(void *dst, const void *bytes, size_t n);

/**
 * bmill_bits_pack with the most significant bit first. The bits past n that stay as they are, are
 * the low ones of the last byte.
 *
 * Example: bmill_bits_pack_msb(png_row, pixel_is_white, width);
 */
BMILL_API void bmill_bits_pack_msb(void *dst, const void *bytes, size_t n);

/**
 * bytes[i] becomes bit i of `bits`: 0 or 1.
 *
 * `bytes` has room for n bool, char or uint8_t, and no more are written. bytes and bits must not
 * overlap.
 * Example: bool is_prime[N]; bmill_bits_unpack(is_prime, sieve, N);
 */
BMILL_API void bmill_bits_unpack(void *bytes, const void *bits, size_t n);

/**
 * bmill_bits_unpack with the most significant bit first.
 *
 * Example: bmill_bits_unpack_msb(seen, redis_string, 8 * length);
 */
BMILL_API void bmill_bits_unpack_msb(void *bytes, const void *bits, size_t n);

/**
 * Reverse the order of the bits inside each of `nbytes` bytes: the most significant bit first to
 * the least significant first, and back.
 *
 * The size is in bytes, for the last one is reversed as a whole: with n % 8 bits in it, they go
 * from one of its ends to the other. dst may be a.
 * Example: bmill_bits_reverse_in_bytes(redis_string, redis_string, length);
 */
BMILL_API void bmill_bits_reverse_in_bytes(void *dst, const void *a, size_t nbytes);

#ifdef __cplusplus
}
#endif

#include <bitmill/bits/checked/pack.h>

#endif
