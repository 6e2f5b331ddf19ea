/** @file
 * bitmill/word/memory.h: integers in memory, in a byte order that the name tells, at any address.
 *
 * Use them for file formats, network packets and bitmaps: the result is the same on every host, no
 * alignment is needed, and the rules of strict aliasing are kept. There is no generic spelling,
 * because the number of bytes read or written should be visible at the call.
 */
#ifndef BITMILL_WORD_MEMORY_H
#define BITMILL_WORD_MEMORY_H

#include <bitmill/word/permute.h>

BMILL_BEGIN_INLINE_

/** @name Load, little-endian
 *
 * The integer that stands at `p` in little-endian order, its least significant byte first.
 *
 * `p` points to at least width / 8 readable bytes, at any address; NULL is not allowed. Result:
 * that integer; memory does not change. Cost: one instruction on a little-endian host, one or two
 * on others.
 * Example: bmill_load_le_u16("\x01\x02") == 0x0201
 * Since 1.0.0.
 */
/** @{ */

/** The integer of 1 byte at `p`, little-endian. */
BMILL_INLINE BMILL_NODISCARD_ uint8_t bmill_load_le_u8(const void *p)
{
    return *(const uint8_t *)p;
}
/** The integer of 2 bytes at `p`, little-endian. */
BMILL_INLINE BMILL_NODISCARD_ uint16_t bmill_load_le_u16(const void *p)
{
#ifdef BMILL_HAVE_LITTLE_ENDIAN_
    uint16_t x;
    __builtin_memcpy(&x, p, sizeof x);
    return x;
#elif defined(BMILL_HAVE_MSVC_)
    return *(const uint16_t __unaligned *)p;
#else
    const uint8_t *bytes = (const uint8_t *)p;
    return (uint16_t)(bytes[0] | (uint16_t)bytes[1] << 8);
#endif
}
/** The integer of 4 bytes at `p`, little-endian. */
BMILL_INLINE BMILL_NODISCARD_ uint32_t bmill_load_le_u32(const void *p)
{
#ifdef BMILL_HAVE_LITTLE_ENDIAN_
    uint32_t x;
    __builtin_memcpy(&x, p, sizeof x);
    return x;
#elif defined(BMILL_HAVE_MSVC_)
    return *(const uint32_t __unaligned *)p;
#else
    const uint8_t *bytes = (const uint8_t *)p;
    return bmill_load_le_u16(bytes) | (uint32_t)bmill_load_le_u16(bytes + 2) << 16;
#endif
}
/** The integer of 8 bytes at `p`, little-endian. */
BMILL_INLINE BMILL_NODISCARD_ uint64_t bmill_load_le_u64(const void *p)
{
#ifdef BMILL_HAVE_LITTLE_ENDIAN_
    uint64_t x;
    __builtin_memcpy(&x, p, sizeof x);
    return x;
#elif defined(BMILL_HAVE_MSVC_)
    return *(const uint64_t __unaligned *)p;
#else
    const uint8_t *bytes = (const uint8_t *)p;
    return bmill_load_le_u32(bytes) | (uint64_t)bmill_load_le_u32(bytes + 4) << 32;
#endif
}

/** @} */

/**
 * The integer in the `nbytes` bytes at `p` in little-endian order, zero-extended.
 *
 * `nbytes` is 0 to 8; more is taken as 8. `p` points to at least that many readable bytes, at any
 * address. Result: 0 for 0 bytes. Cost: two loads for 4 to 7 bytes, three for 1 to 3, which may
 * overlap.
 * Example: bmill_load_le("\x01\x02\x03", 3) == 0x030201
 * Since 1.0.0.
 */
BMILL_ALWAYS_INLINE_ BMILL_NODISCARD_ uint64_t bmill_load_le(const void *p, size_t nbytes)
{
    const uint8_t *b = (const uint8_t *)p;
    size_t n = nbytes;
    if (n >= 8)
        return bmill_load_le_u64(b);
    if (n >= 4)
        return bmill_load_le_u32(b) | (uint64_t)bmill_load_le_u32(b + n - 4) << 8 * (n - 4);
    if (n >= 2)
        return bmill_load_le_u16(b) | (uint64_t)bmill_load_le_u16(b + n - 2) << 8 * (n - 2);
    return n ? b[0] : 0;
}

/** @name Load, big-endian
 *
 * The integer that stands at `p` in big-endian order (network order), its most significant byte
 * first.
 *
 * `p`, result and aliasing as for bmill_load_le. Cost: two instructions on a little-endian host,
 * one with -mmovbe.
 * Example: bmill_load_be_u16("\x01\x02") == 0x0102
 * Since 1.0.0.
 */
/** @{ */

/** The integer of 1 byte at `p`, big-endian. */
BMILL_INLINE BMILL_NODISCARD_ uint8_t bmill_load_be_u8(const void *p)
{
    return bmill_load_le_u8(p);
}
/** The integer of 2 bytes at `p`, big-endian. */
BMILL_INLINE BMILL_NODISCARD_ uint16_t bmill_load_be_u16(const void *p)
{
    return bmill_byteswap_u16(bmill_load_le_u16(p));
}
/** The integer of 4 bytes at `p`, big-endian. */
BMILL_INLINE BMILL_NODISCARD_ uint32_t bmill_load_be_u32(const void *p)
{
    return bmill_byteswap_u32(bmill_load_le_u32(p));
}
/** The integer of 8 bytes at `p`, big-endian. */
BMILL_INLINE BMILL_NODISCARD_ uint64_t bmill_load_be_u64(const void *p)
{
    return bmill_byteswap_u64(bmill_load_le_u64(p));
}

/** @} */

/** @name Store, little-endian
 *
 * Write `x` to memory at `p` in little-endian order, its least significant byte first.
 *
 * `p` points to at least width / 8 writable bytes, at any address; NULL is not allowed. Exactly
 * width / 8 bytes change. Cost: one instruction on a little-endian host, one or two on others.
 * Example: uint8_t p[2]; bmill_store_le_u16(p, 0x0201); p[0] is 1 and p[1] is 2
 * Since 1.0.0.
 */
/** @{ */

/** Writes `x` to the byte at `p`, little-endian. */
BMILL_INLINE void bmill_store_le_u8(void *p, uint8_t x) { *(uint8_t *)p = x; }
/** Writes `x` to the 2 bytes at `p`, little-endian. */
BMILL_INLINE void bmill_store_le_u16(void *p, uint16_t x)
{
#ifdef BMILL_HAVE_LITTLE_ENDIAN_
    __builtin_memcpy(p, &x, sizeof x);
#elif defined(BMILL_HAVE_MSVC_)
    *(uint16_t __unaligned *)p = x;
#else
    uint8_t *bytes = (uint8_t *)p;
    bytes[0] = (uint8_t)x;
    bytes[1] = (uint8_t)(x >> 8);
#endif
}
/** Writes `x` to the 4 bytes at `p`, little-endian. */
BMILL_INLINE void bmill_store_le_u32(void *p, uint32_t x)
{
#ifdef BMILL_HAVE_LITTLE_ENDIAN_
    __builtin_memcpy(p, &x, sizeof x);
#elif defined(BMILL_HAVE_MSVC_)
    *(uint32_t __unaligned *)p = x;
#else
    uint8_t *bytes = (uint8_t *)p;
    bmill_store_le_u16(bytes, (uint16_t)x);
    bmill_store_le_u16(bytes + 2, (uint16_t)(x >> 16));
#endif
}
/** Writes `x` to the 8 bytes at `p`, little-endian. */
BMILL_INLINE void bmill_store_le_u64(void *p, uint64_t x)
{
#ifdef BMILL_HAVE_LITTLE_ENDIAN_
    __builtin_memcpy(p, &x, sizeof x);
#elif defined(BMILL_HAVE_MSVC_)
    *(uint64_t __unaligned *)p = x;
#else
    uint8_t *bytes = (uint8_t *)p;
    bmill_store_le_u32(bytes, (uint32_t)x);
    bmill_store_le_u32(bytes + 4, (uint32_t)(x >> 32));
#endif
}

/** @} */

/**
 * Write the low `nbytes` bytes of `x` to memory at `p` in little-endian order.
 *
 * `nbytes` is 0 to 8; more is taken as 8. Exactly that many bytes change. Cost: as bmill_load_le.
 * Example: uint8_t p[3]; bmill_store_le(p, 3, 0x030201); p[0] is 1, p[1] is 2 and p[2] is 3
 * Since 1.0.0.
 */
BMILL_ALWAYS_INLINE_ void bmill_store_le(void *p, size_t nbytes, uint64_t x)
{
    uint8_t *b = (uint8_t *)p;
    size_t n = nbytes;
    if (n >= 8) {
        bmill_store_le_u64(b, x);
    } else if (n >= 4) {
        bmill_store_le_u32(b, (uint32_t)x);
        bmill_store_le_u32(b + n - 4, (uint32_t)(x >> 8 * (n - 4)));
    } else if (n >= 2) {
        bmill_store_le_u16(b, (uint16_t)x);
        bmill_store_le_u16(b + n - 2, (uint16_t)(x >> 8 * (n - 2)));
    } else if (n == 1) {
        b[0] = (uint8_t)x;
    }
}

/** @name Store, big-endian
 *
 * Write `x` to memory at `p` in big-endian order (network order), its most significant byte first.
 *
 * `p` and what changes as for bmill_store_le. Cost: two instructions on a little-endian host, one
 * with -mmovbe.
 * Example: uint8_t p[2]; bmill_store_be_u16(p, 0x0102); p[0] is 1 and p[1] is 2
 * Since 1.0.0.
 */
/** @{ */

/** Writes `x` to the byte at `p`, big-endian. */
BMILL_INLINE void bmill_store_be_u8(void *p, uint8_t x) { bmill_store_le_u8(p, x); }
/** Writes `x` to the 2 bytes at `p`, big-endian. */
BMILL_INLINE void bmill_store_be_u16(void *p, uint16_t x)
{
    bmill_store_le_u16(p, bmill_byteswap_u16(x));
}
/** Writes `x` to the 4 bytes at `p`, big-endian. */
BMILL_INLINE void bmill_store_be_u32(void *p, uint32_t x)
{
    bmill_store_le_u32(p, bmill_byteswap_u32(x));
}
/** Writes `x` to the 8 bytes at `p`, big-endian. */
BMILL_INLINE void bmill_store_be_u64(void *p, uint64_t x)
{
    bmill_store_le_u64(p, bmill_byteswap_u64(x));
}

/** @} */

BMILL_END_INLINE_

#endif
