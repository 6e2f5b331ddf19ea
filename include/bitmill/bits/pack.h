/** @file
 * bitmill/bits/pack.h: bools in bytes to bits and back, and the bit order of other bitmaps.
 *
 * The most significant bit first (_msb) means that bit i is bit 7 - i % 8 of byte i / 8: the order
 * of Redis, of PNG and of numpy.packbits(bitorder="big"). All other functions of bitmill have the
 * least significant bit first; bmill_bits_reverse_in_bytes() converts such a bitmap for them. The
 * rules of bitmill/bits.h hold.
 */
#ifndef BITMILL_BITS_PACK_H
#define BITMILL_BITS_PACK_H

#include <bitmill/bits/check.h>
#include <bitmill/config.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name From bytes to bits
 *
 * Bit i of dst becomes 1 if bytes[i] is not 0, else 0, for i below n. `bytes` are n bool, char or
 * uint8_t. Bits of dst at and past n stay. dst and bytes must not overlap. Cost: that of reading
 * the bytes.
 * Example: bmill_bits_pack(is_prime, prime_flags, n);
 */
/** @{ */

/** Packs n bytes into n bits, the least significant bit first. */
BMILL_API void bmill_bits_pack(void *dst, const void *bytes, size_t n);
/** Packs n bytes into n bits, the most significant bit first. The bits past n, which stay, are the
 * low bits of the last byte. */
BMILL_API void bmill_bits_pack_msb(void *dst, const void *bytes, size_t n);

/** @} */

/** @name From bits to bytes
 *
 * bytes[i] becomes bit i of `bits`, 0 or 1, for i below n. `bytes` has room for n bool, char or
 * uint8_t, and no more are written. bytes and bits must not overlap. Cost: that of writing the
 * bytes.
 * Example: bmill_bits_unpack_msb(seen, redis_string, 8 * length);
 */
/** @{ */

/** Unpacks n bits into n bytes, the least significant bit first. */
BMILL_API void bmill_bits_unpack(void *bytes, const void *bits, size_t n);
/** Unpacks n bits into n bytes, the most significant bit first. */
BMILL_API void bmill_bits_unpack_msb(void *bytes, const void *bits, size_t n);

/** @} */

/**
 * Reverse the order of the bits within each of `nbytes` bytes: from the most significant bit first
 * to the least significant bit first, and back.
 *
 * The size is in bytes, because the last byte is reversed as a whole: if it holds fewer than 8
 * bits, they move from one of its ends to the other. dst may be a. Cost: that of copying memory.
 * Example: bmill_bits_reverse_in_bytes(redis_string, redis_string, length);
 */
BMILL_API void bmill_bits_reverse_in_bytes(void *dst, const void *a, size_t nbytes);

#ifdef __cplusplus
}
#endif

/* ---- Fronts: see bitmill/bits/inline.h. ---- */

#if BMILL_CHECKS_

BMILL_LIBRARY_(bmill_bits_pack);
BMILL_LIBRARY_(bmill_bits_pack_msb);
BMILL_LIBRARY_(bmill_bits_unpack);
BMILL_LIBRARY_(bmill_bits_unpack_msb);
BMILL_LIBRARY_(bmill_bits_reverse_in_bytes);

BMILL_BEGIN_FRONTS_

BMILL_FRONT_ void bmill_bits_pack(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ bytes, size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_BYTES_(bytes, n);
    bmill_bits_pack_library_(dst, bytes, n);
}

BMILL_FRONT_ void bmill_bits_pack_msb(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ bytes,
                                      size_t n)
{
    BMILL_WRITES_BITS_(dst, 0, n);
    BMILL_READS_BYTES_(bytes, n);
    bmill_bits_pack_msb_library_(dst, bytes, n);
}

BMILL_FRONT_ void bmill_bits_unpack(void *BMILL_SIZED_ bytes, const void *BMILL_SIZED_ bits,
                                    size_t n)
{
    BMILL_WRITES_BYTES_(bytes, n);
    BMILL_READS_BITS_(bits, 0, n);
    bmill_bits_unpack_library_(bytes, bits, n);
}

BMILL_FRONT_ void bmill_bits_unpack_msb(void *BMILL_SIZED_ bytes, const void *BMILL_SIZED_ bits,
                                        size_t n)
{
    BMILL_WRITES_BYTES_(bytes, n);
    BMILL_READS_BITS_(bits, 0, n);
    bmill_bits_unpack_msb_library_(bytes, bits, n);
}

BMILL_FRONT_ void bmill_bits_reverse_in_bytes(void *BMILL_SIZED_ dst, const void *BMILL_SIZED_ a,
                                              size_t nbytes)
{
    BMILL_WRITES_BYTES_(dst, nbytes);
    BMILL_READS_BYTES_(a, nbytes);
    bmill_bits_reverse_in_bytes_library_(dst, a, nbytes);
}

BMILL_END_FRONTS_

#endif

#endif
