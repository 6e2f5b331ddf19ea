/* pack.h: bytes that are 0 or not, to bits and back; the order of the bits in bytes.
 *
 * If the ISA has vectors of numbers (BMILL_HAVE_COMPARE, see values.h), bytes are compared with 0;
 * then simd/<isa>/pack.h has
 *
 *   v_reverse_eights(v)    each eight bytes in reverse order
 *
 * and, with BMILL_HAVE_UNPACK,
 *
 *   v_unpack(word, msb)    the first V_BYTES bits as bytes, 0 or 1; each eight of them in reverse
 *                          order if msb
 *   x_unpack(word, msb)    the same for X_BYTES bits
 *
 * and, with BMILL_HAVE_REVERSE_IN_BYTES, v_reverse_in_bytes(a, b) and x_reverse_in_bytes(a, b),
 * which ignore b.
 */
#ifndef BMILL_KERNELS_PACK_H
#define BMILL_KERNELS_PACK_H

#include "kernels/ends.h"
#include "kernels/logic.h"
#include "kernels/values.h"
#include "simd/simd.h"
#if BMILL_SIMD == BMILL_SIMD_AVX512
#include "simd/avx512/pack.h"
#elif BMILL_SIMD == BMILL_SIMD_AVX2
#include "simd/avx2/pack.h"
#elif BMILL_SIMD == BMILL_SIMD_NEON
#include "simd/neon/pack.h"
#elif BMILL_SIMD == BMILL_SIMD_VEC128
#include "simd/vec128/pack.h"
#endif

/* By steps, as fast as a reversal where the processor has none; and MemorySanitizer does not follow
 * undefined bits through clang's builtin for that. */
BMILL_ALWAYS_INLINE w_t w_reverse_in_bytes(w_t a, w_t b)
{
    (void)b;
#ifdef __aarch64__
    return bmill_byteswap_u64(w_reverse(a)); /* two instructions */
#else
    a = (a >> 1 & UINT64_C(0x5555555555555555)) | (a & UINT64_C(0x5555555555555555)) << 1;
    a = (a >> 2 & UINT64_C(0x3333333333333333)) | (a & UINT64_C(0x3333333333333333)) << 2;
    return (a >> 4 & UINT64_C(0x0f0f0f0f0f0f0f0f)) | (a & UINT64_C(0x0f0f0f0f0f0f0f0f)) << 4;
#endif
}

/* w_store_bits, where the most significant bit of a byte comes first. */
BMILL_ALWAYS_INLINE void w_store_bits_msb(unsigned char *dst, size_t nbits, w_t word)
{
    size_t n = bytes_of(nbits);
    word = w_reverse_in_bytes(word & ~(w_t)0 >> (64 - nbits), 0);
    if (!BMILL_LIKELY(unused_bits(nbits) == 0))
        word |= (w_t)(dst[n - 1] & ((1u << unused_bits(nbits)) - 1)) << 8 * (n - 1);
    bmill_store_le(dst, n, word);
}

/* ---- pack ---- */

#ifdef BMILL_HAVE_COMPARE

BMILL_ALWAYS_INLINE m_t compare_eq_u8_msb(v_t a, v_t b)
{
    return compare_eq_u8(v_reverse_eights(a), b);
}

#ifdef BMILL_HAVE_M_STORE
/* From a mask register to memory. By way of nonzero_64 gcc 12 negates each mask in a general
 * register: 4 KiB in 20.9 ns, 15.6 so (AVX-512, Zen 5). */
BMILL_ALWAYS_INLINE void store_nonzero_64(unsigned char *dst, const unsigned char *bytes, bool msb)
{
    v_t v = v_load(bytes);
    m_store(dst, compare_not_eq_u8(msb ? v_reverse_eights(v) : v, v_zero()), 1);
}
#endif
BMILL_ALWAYS_INLINE w_t nonzero_64(const unsigned char *bytes, bool msb)
{
    const unsigned char zero = 0;
    return ~compare_64(bytes, right_value(&zero, 1), 0, 1, msb ? compare_eq_u8_msb : compare_eq_u8);
}
BMILL_ALWAYS_INLINE w_t nonzero_last(const unsigned char *bytes, size_t i, size_t n)
{
    const unsigned char zero = 0;
    if (n < V_BYTES)
        return ~compare_small(bytes, right_value(&zero, 1), n, 1, compare_eq_u8);
    return ~compare_last(bytes, right_value(&zero, 1), i, n, 1, compare_eq_u8);
}

#else

/* One bit for each of eight bytes: whether it is not 0. The sum carries into the top bit of a byte
 * whose lower seven bits are not all 0. The product moves the eight bits together, from 8 k to 56 +
 * k or to 63 - k. */
BMILL_ALWAYS_INLINE w_t nonzero_8(w_t word, bool msb)
{
    const w_t low = UINT64_C(0x7f7f7f7f7f7f7f7f);
    w_t ones = (((word & low) + low) | word) >> 7 & UINT64_C(0x0101010101010101);
    return ones * (msb ? UINT64_C(0x8040201008040201) : UINT64_C(0x0102040810204080)) >> 56;
}
BMILL_ALWAYS_INLINE w_t nonzero_64(const unsigned char *bytes, bool msb)
{
    w_t word = 0;
    for (size_t k = 0; k < 64; k += 8)
        word |= nonzero_8(w_load(bytes + k), msb) << k;
    return word;
}
BMILL_ALWAYS_INLINE w_t nonzero_last(const unsigned char *bytes, size_t i, size_t n)
{
    w_t word = 0;
    size_t k = i;
    for (; k + 8 <= n; k += 8)
        word |= nonzero_8(w_load(bytes + k), false) << (k - i);
    return k < n ? word | nonzero_8(bmill_load_le(bytes + k, n - k), false) << (k - i) : word;
}

#endif

#if !defined(BMILL_HAVE_COMPARE) || !defined(BMILL_HAVE_M_STORE)
BMILL_ALWAYS_INLINE void store_nonzero_64(unsigned char *dst, const unsigned char *bytes, bool msb)
{
    w_store(dst, nonzero_64(bytes, msb));
}
#endif

BMILL_ALWAYS_INLINE void pack_bytes(void *dst_, const void *bytes_, size_t n, bool msb)
{
    unsigned char *dst = dst_;
    const unsigned char *bytes = bytes_;
    size_t i = 0;
    for (; i + 256 <= n; i += 256, dst += 32) {
        BMILL_UNROLL
        for (size_t k = 0; k < 256; k += 64)
            store_nonzero_64(dst + k / 8, bytes + i + k, msb);
    }
    for (; i + 64 <= n; i += 64, dst += 8)
        store_nonzero_64(dst, bytes + i, msb);
    if (i == n)
        return;
    if (msb)
        w_store_bits_msb(dst, n - i, nonzero_last(bytes, i, n));
    else
        w_store_bits(dst, n - i, nonzero_last(bytes, i, n));
}

BMILL_KERNEL void pack_kernel(void *dst, const void *bytes, size_t n)
{
    pack_bytes(dst, bytes, n, false);
}
BMILL_KERNEL void pack_msb_kernel(void *dst, const void *bytes, size_t n)
{
    pack_bytes(dst, bytes, n, true);
}

/* ---- unpack ---- */

/* The low eight bits as eight bytes. Each byte of the product has all eight bits, and keeps its own
 * one; the sum carries that to the top bit of the byte. */
BMILL_ALWAYS_INLINE w_t w_unpack(w_t bits, bool msb)
{
    const w_t own = msb ? UINT64_C(0x0102040810204080) : UINT64_C(0x8040201008040201);
    w_t x = (bits & 0xff) * UINT64_C(0x0101010101010101) & own;
    return (x + UINT64_C(0x7f7f7f7f7f7f7f7f)) >> 7 & UINT64_C(0x0101010101010101);
}

BMILL_ALWAYS_INLINE void unpack_words(unsigned char *bytes, const unsigned char *bits, size_t n,
                                      bool msb)
{
    size_t i = 0;
    for (; i + 8 <= n; i += 8)
        w_store(bytes + i, w_unpack(bits[i / 8], msb));
    if (i < n) { /* for valgrind and MSan, the bits past n are masked away before the product */
        unsigned unused = unused_bits(n);
        unsigned wanted = msb ? 0xffu << unused : 0xffu >> unused;
        bmill_store_le(bytes + i, n - i, w_unpack(bits[i / 8] & wanted, msb));
    }
}

#ifdef BMILL_HAVE_UNPACK

BMILL_ALWAYS_INLINE w_t ordered(w_t word, bool msb)
{
    return msb ? w_reverse_in_bytes(word, 0) : word;
}

/* The last 64 of more than 64 bits. They may be in nine bytes. */
BMILL_ALWAYS_INLINE w_t last_64(const unsigned char *bits, size_t n, bool msb)
{
    const unsigned char *p = bits + bytes_of(n) - W_BYTES;
    unsigned unused = unused_bits(n);
    w_t word = ordered(w_load(p), msb) << unused;
    return unused ? word | ordered(p[-1], msb) >> (8 - unused) : word;
}

BMILL_ALWAYS_INLINE void unpack_vector(unsigned char *bytes, const unsigned char *bits, bool msb)
{
    w_t word = V_BYTES == 64 ? w_load(bits) : bmill_load_le(bits, V_BYTES / 8);
    v_store(bytes, v_unpack(word, msb));
}

/* V_BYTES at a time; the last vector overlaps the one before it. */
BMILL_ALWAYS_INLINE void unpack_bits(void *bytes_, const void *bits_, size_t n, bool msb)
{
    unsigned char *bytes = bytes_;
    const unsigned char *bits = bits_;
    const unsigned char *bits_at = bits_;
    size_t i = 0;
    if (n <= 64) {
        w_t word = n ? ordered(bmill_load_le(bits, bytes_of(n)), msb) : 0;
        if (n >= V_BYTES && n <= 2 * V_BYTES) {
            v_store(bytes, v_unpack(word, false));
            v_store(bytes + n - V_BYTES, v_unpack(word >> (n - V_BYTES), false));
        } else if (n >= X_BYTES) {
            size_t end = n - X_BYTES;
            for (size_t k = 0; k < end; k += X_BYTES)
                x_store(bytes + k, x_unpack(word >> k, false));
            x_store(bytes + end, x_unpack(word >> end, false));
        } else {
            unpack_words(bytes, bits, n, msb);
        }
        return;
    }
    for (; i + 4 * V_BYTES < n; i += 4 * V_BYTES, bits_at += 4 * V_BYTES / 8) {
        unpack_vector(bytes + i, bits_at, msb);
        unpack_vector(bytes + i + V_BYTES, bits_at + V_BYTES / 8, msb);
        unpack_vector(bytes + i + 2 * V_BYTES, bits_at + 2 * V_BYTES / 8, msb);
        unpack_vector(bytes + i + 3 * V_BYTES, bits_at + 3 * V_BYTES / 8, msb);
    }
    for (; i + V_BYTES < n; i += V_BYTES, bits_at += V_BYTES / 8)
        unpack_vector(bytes + i, bits_at, msb);
    v_store(bytes + n - V_BYTES, v_unpack(last_64(bits, n, msb) >> (64 - V_BYTES), false));
}

#else

BMILL_ALWAYS_INLINE void unpack_bits(void *bytes, const void *bits, size_t n, bool msb)
{
    unpack_words(bytes, bits, n, msb);
}

#endif

BMILL_KERNEL void unpack_kernel(void *bytes, const void *bits, size_t n)
{
    unpack_bits(bytes, bits, n, false);
}
BMILL_KERNEL void unpack_msb_kernel(void *bytes, const void *bits, size_t n)
{
    unpack_bits(bytes, bits, n, true);
}

/* ---- reverse_in_bytes ---- */

#ifdef BMILL_HAVE_REVERSE_IN_BYTES

BMILL_KERNEL void reverse_in_bytes_kernel(void *dst, const void *a, size_t nbits)
{
    loop_map(dst, a, a, nbits, w_reverse_in_bytes, x_reverse_in_bytes, v_reverse_in_bytes);
}

#else

BMILL_KERNEL void reverse_in_bytes_kernel(void *dst_, const void *a_, size_t nbits)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    size_t n = nbits / 8;
    size_t i = 0;
    for (; i + 8 <= n; i += 8)
        w_store(dst + i, w_reverse_in_bytes(w_load(a + i), 0));
    if (i < n)
        bmill_store_le(dst + i, n - i, w_reverse_in_bytes(bmill_load_le(a + i, n - i), 0));
}

#endif

#endif
