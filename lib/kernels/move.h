/* move.h: bits moved to other positions: copy, shift, reverse. */
#ifndef BMILL_KERNELS_MOVE_H
#define BMILL_KERNELS_MOVE_H

#include "kernels/ends.h"
#include "kernels/logic.h"
#include "kernels/op.h"
#include "simd/simd.h"

/* ---- copy ----
 *
 * Byte j of dst is the 8 bits at bit r of byte j of p, where r is 0 to 7 and p may be one byte
 * before a: it has bits of p[j] and p[j + 1]. Only the first and the last byte of dst can keep
 * bits; the bytes between are copied whole. */

/* The 8, 16 or V_BYTES bytes that begin at bit r of p, 1 to 7. One byte more is read. */
BMILL_ALWAYS_INLINE w_t w_load_at(const unsigned char *p, unsigned r)
{
    return w_load(p) >> r | w_load(p + 1) << (8 - r);
}
BMILL_ALWAYS_INLINE x_t x_load_at(const unsigned char *p, unsigned r)
{
    return x_or(x_shr64(x_load(p), r), x_shl64(x_load(p + 1), 8 - r));
}
BMILL_ALWAYS_INLINE v_t v_load_at(const unsigned char *p, unsigned r)
{
    return v_or(v_shr64(v_load(p), r), v_shl64(v_load(p + 1), 8 - r));
}

/* Stores 8 to 32 bytes as two pieces that overlap; `w` or `x` loads them. All is loaded before
 * anything is stored, so that dst and p may overlap in any way. */
typedef w_t w_loader(const unsigned char *p, unsigned r);
typedef x_t x_loader(const unsigned char *p, unsigned r);
BMILL_ALWAYS_INLINE void store_two_pieces(unsigned char *dst, const unsigned char *p, size_t m,
                                          unsigned r, w_loader *w, x_loader *x)
{
    if (m >= X_BYTES) {
        x_t first = x(p, r);
        x_t last = x(p + m - X_BYTES, r);
        x_store(dst, first);
        x_store(dst + m - X_BYTES, last);
    } else {
        w_t first = w(p, r);
        w_t last = w(p + m - W_BYTES, r);
        w_store(dst, first);
        w_store(dst + m - W_BYTES, last);
    }
}

/* 6 bytes to less than a vector. */
BMILL_ALWAYS_INLINE void copy_small(unsigned char *dst, const unsigned char *p, size_t m,
                                    unsigned r)
{
    if (m >= W_BYTES)
        store_two_pieces(dst, p, m, r, w_load_at, x_load_at);
    else
        bmill_store_le(dst, m, bmill_load_le(p, m + 1) >> r);
}

/* Two vectors at a time from i to m, in ascending order, for p at dst or after it. Returns where it
 * ended. Each vector is loaded once and shifted together with the next one; two loads for each, a
 * byte apart, are slower (4 KiB on Sapphire Rapids: AVX-512 48 GB/s instead of 79, AVX2 36 instead
 * of 41). */
BMILL_ALWAYS_INLINE size_t copy_up(unsigned char *dst, const unsigned char *p, size_t i, size_t m,
                                   unsigned r)
{
    v_t v, next;
    if (i + 3 * V_BYTES > m)
        return i;
    v = v_load(p + i);
    for (; i + 3 * V_BYTES <= m; i += 2 * V_BYTES) {
        next = v_load(p + i + V_BYTES);
        v_store(dst + i, v_funnel(v, next, r));
        v = v_load(p + i + 2 * V_BYTES);
        v_store(dst + i + V_BYTES, v_funnel(next, v, r));
    }
    return i;
}

/* The same from i down to 0, in descending order. */
BMILL_ALWAYS_INLINE size_t copy_down(unsigned char *dst, const unsigned char *p, size_t i,
                                     unsigned r)
{
    v_t next = v_from_first_byte(p[i]);
    v_t v;
    for (; i > 2 * V_BYTES; i -= 2 * V_BYTES) {
        v = v_load(p + i - V_BYTES);
        v_store(dst + i - V_BYTES, v_funnel(v, next, r));
        next = v_load(p + i - 2 * V_BYTES);
        v_store(dst + i - 2 * V_BYTES, v_funnel(next, v, r));
    }
    return i;
}

/* V_BYTES or more. The ends overlap what the loops do: they are computed before and stored after.
 */
BMILL_ALWAYS_INLINE void copy_long(unsigned char *dst, const unsigned char *p, size_t m, unsigned r)
{
    v_t first = v_load_at(p, r);
    v_t last = v_load_at(p + m - V_BYTES, r);
    size_t i;
    if ((uintptr_t)dst - (uintptr_t)p - 1 >= m) { /* dst does not begin inside p */
        /* Stores begin with a whole vector at any length: 4 KiB by AVX-512 in 69 ns, not in 89. */
        i = copy_up(dst, p, V_BYTES - (uintptr_t)dst % V_BYTES, m, r);
        for (; i + V_BYTES < m; i += V_BYTES)
            v_store(dst + i, v_load_at(p + i, r));
    } else {
        i = m >= ALIGN_BYTES ? m - (uintptr_t)(dst + m) % V_BYTES : m - V_BYTES;
        i = copy_down(dst, p, i, r);
        for (; i > V_BYTES; i -= V_BYTES)
            v_store(dst + i - V_BYTES, v_load_at(p + i - V_BYTES, r));
    }
    v_store(dst, first);
    v_store(dst + m - V_BYTES, last);
}

/* Up to 57 bits from bit s of a to bit d of dst: on either side they are in 8 bytes. */
BMILL_NOINLINE void copy_word(unsigned char *dst, unsigned d, const unsigned char *a, unsigned s,
                              size_t count)
{
    size_t n = bytes_of(d + count);
    unsigned unused = unused_bits(d + count);
    w_t x = bmill_load_le(a, bytes_of(s + count)) >> s << d;
    w_t last = dst[n - 1] & ~(0xffu >> unused);
    x &= ~(w_t)0 >> (8 * (W_BYTES - n) + unused);
    bmill_store_le(dst, n, x | (dst[0] & ~(0xffu << d)) | last << 8 * (n - 1));
}

/* The first and the last byte, which keep some bits of dst. They are stored separately, after the
 * whole bytes: the next copy to the same address loads that one byte, and a store of one byte is
 * forwarded to it sooner than the middle of a vector. */
struct ends {
    unsigned first, last;
};

BMILL_ALWAYS_INLINE struct ends ends_of(const unsigned char *dst, size_t n, unsigned d,
                                        unsigned unused, unsigned first, unsigned last)
{
    return (struct ends){first | (dst[0] & ((1u << d) - 1)),
                         last | (dst[n - 1] & ~(0xffu >> unused))};
}
BMILL_ALWAYS_INLINE void store_ends(unsigned char *dst, size_t n, struct ends ends)
{
    dst[0] = (unsigned char)ends.first;
    dst[n - 1] = (unsigned char)ends.last;
}

/* 8 to MEMMOVE_BYTES bytes; dst and a may overlap. */
BMILL_ALWAYS_INLINE void copy_bytes(unsigned char *dst, const unsigned char *a, size_t n)
{
    if (n < V_BYTES)
        v_store_halves(dst, n, v_load_halves(a, a + n, n));
    else if (BMILL_LIKELY(n <= 2 * V_BYTES))
        map_from_both_ends(dst, a, a, n, v_load(a + n - V_BYTES), 1, v_first);
    else if (BMILL_LIKELY(n <= 4 * V_BYTES))
        map_from_both_ends(dst, a, a, n, v_load(a + n - V_BYTES), 2, v_first);
    else
        map_from_both_ends(dst, a, a, n, v_load(a + n - V_BYTES), 4, v_first);
}

/* Aligned stores, in ascending order; dst does not begin inside a. */
BMILL_ALWAYS_INLINE void copy_loop(unsigned char *dst, const unsigned char *a, size_t n)
{
    v_t first = v_load(a);
    v_t last = v_load(a + n - V_BYTES);
    map_between(dst, a, a, V_BYTES - (uintptr_t)dst % V_BYTES, n, v_first, false);
    v_store(dst, first);
    v_store(dst + n - V_BYTES, last);
}

/* ---- The cases of copy_kernel: separate functions, so that none pays for the registers that
 * another saves ---- */

/* Whole bytes: without a look at those at the ends, 512 bytes take 8.5 ns in place of 11.9
 * (AVX-512, Emerald Rapids). */
BMILL_NOINLINE void copy_whole(unsigned char *dst, const unsigned char *a, size_t n)
{
    if (BMILL_LIKELY(n <= MEMMOVE_BYTES))
        copy_bytes(dst, a, n);
    else if (V_BYTES >= 32 && n > COPY_LOOP_BYTES && n <= COPY_LOOP_MOST_BYTES &&
             (uintptr_t)dst - (uintptr_t)a >= n)
        copy_loop(dst, a, n);
    else
        memmove(dst, a, n);
}
/* Bits that keep their positions in bytes. */
BMILL_NOINLINE void copy_moved(unsigned char *dst, const unsigned char *a, size_t n,
                               struct ends ends)
{
    copy_whole(dst, a, n);
    store_ends(dst, n, ends);
}
BMILL_NOINLINE void copy_same(unsigned char *dst, unsigned d, const unsigned char *a, size_t count)
{
    size_t n = bytes_of(d + count);
    unsigned unused = unused_bits(d + count);
    struct ends ends;
    if (count <= WORD_BITS_ANYWHERE) {
        copy_word(dst, d, a, d, count);
        return;
    }
    if (BMILL_LIKELY((d | unused) == 0)) {
        copy_whole(dst, a, n);
        return;
    }
    ends = ends_of(dst, n, d, unused, a[0] & 0xffu << d, a[n - 1] & 0xffu >> unused);
    if (!BMILL_LIKELY(n <= MEMMOVE_BYTES)) {
        copy_moved(dst, a, n, ends);
        return;
    }
    copy_bytes(dst, a, n);
    store_ends(dst, n, ends);
}

/* The first and the last byte of dst, for 58 bits or more from bit s of a to bit d of dst. */
BMILL_ALWAYS_INLINE struct ends shifted_ends(const unsigned char *dst, unsigned d,
                                             const unsigned char *a, unsigned s, size_t count)
{
    size_t last = s + count - 1; /* bit */
    w_t head = w_load(a) >> s << d;
    w_t tail = w_load(a + last / 8 + 1 - W_BYTES) << (~last & 7);
    unsigned unused = unused_bits(d + count);
    return ends_of(dst, bytes_of(d + count), d, unused, (unsigned)head,
                   (unsigned)(tail >> (56 + unused)));
}

/* Less than a vector between the ends. */
BMILL_NOINLINE void copy_shifted_small(unsigned char *dst, unsigned d, const unsigned char *a,
                                       unsigned s, size_t count)
{
    size_t n = bytes_of(d + count);
    struct ends ends = shifted_ends(dst, d, a, s, count);
    copy_small(dst + 1, a + (s >= d), n - 2, (s - d) & 7);
    store_ends(dst, n, ends);
}
/* A vector or more between the ends. */
BMILL_NOINLINE void copy_shifted_long(unsigned char *dst, unsigned d, const unsigned char *a,
                                      unsigned s, size_t count)
{
    size_t n = bytes_of(d + count);
    struct ends ends = shifted_ends(dst, d, a, s, count);
    copy_long(dst + 1, a + (s >= d), n - 2, (s - d) & 7);
    store_ends(dst, n, ends);
}

/* One to two vectors between the ends, or where there are half vectors, half a vector to two: two
 * pieces that overlap. This is the only case without a call. */
BMILL_ALWAYS_INLINE void copy_shifted_short(unsigned char *dst, unsigned d, const unsigned char *a,
                                            unsigned s, size_t count, size_t n)
{
    const unsigned char *p = a + (s >= d);
    unsigned r = (s - d) & 7;
#ifdef BMILL_HAVE_HALF
    if (BMILL_LIKELY(n < V_BYTES + 2)) {
        h_t first = h_load_at(p, r);
        h_t last = h_load_at(p + n - 2 - H_BYTES, r);
        struct ends ends = shifted_ends(dst, d, a, s, count);
        h_store(dst + 1, first);
        h_store(dst + n - 1 - H_BYTES, last);
        store_ends(dst, n, ends);
        return;
    }
#endif
    {
        v_t first = v_load_at(p, r);
        v_t last = v_load_at(p + n - 2 - V_BYTES, r);
        struct ends ends = shifted_ends(dst, d, a, s, count);
        v_store(dst + 1, first);
        v_store(dst + n - 1 - V_BYTES, last);
        store_ends(dst, n, ends);
    }
}
#ifdef BMILL_HAVE_HALF
enum { SHORT_COPY_BYTES = H_BYTES + 2 };
#else
enum { SHORT_COPY_BYTES = V_BYTES + 2 };
#endif

BMILL_KERNEL void copy_kernel(void *dst_, size_t dst_first, const void *a_, size_t a_first,
                              size_t count)
{
    unsigned d = dst_first % 8;
    unsigned s = a_first % 8;
    unsigned char *dst;
    const unsigned char *a;
    size_t n;
    if (count == 0)
        return;
    dst = (unsigned char *)dst_ + dst_first / 8;
    a = (const unsigned char *)a_ + a_first / 8;
    if (s == d) {
        copy_same(dst, d, a, count);
        return;
    }
    n = bytes_of(d + count);
    if (BMILL_LIKELY(n >= SHORT_COPY_BYTES && n <= 2 * V_BYTES + 2))
        copy_shifted_short(dst, d, a, s, count, n);
    else if (count <= WORD_BITS_ANYWHERE)
        copy_word(dst, d, a, s, count);
    else if (n < SHORT_COPY_BYTES)
        copy_shifted_small(dst, d, a, s, count);
    else
        copy_shifted_long(dst, d, a, s, count);
}

/* ---- shift: to other memory, by 1 to 57 bits ----
 *
 * All of dst but one word is m bytes: each lane is the 64 bits at bit r of two neighbouring words
 * of p. The word at the end where bits come in is made separately; `in` supplies its highest or its
 * lowest bits. */

BMILL_ALWAYS_INLINE w_t w_shifted(const unsigned char *p, unsigned r)
{
    return w_load(p) >> r | w_load(p + W_BYTES) << (64 - r);
}
BMILL_ALWAYS_INLINE x_t x_shifted(const unsigned char *p, unsigned r)
{
    return x_or(x_shr64(x_load(p), r), x_shl64(x_load(p + W_BYTES), 64 - r));
}
#ifndef BMILL_HAVE_V_SHIFTED
BMILL_ALWAYS_INLINE v_t v_shifted(const unsigned char *p, unsigned r)
{
    return v_or(v_shr64(v_load(p), r), v_shl64(v_load(p + W_BYTES), 64 - r));
}
#endif

/* A bitmap of one word, or of two and more up to a limit. Longer ones are left to copy, which loads
 * each vector once. */
BMILL_ALWAYS_INLINE bool shift_is_short(size_t nbytes)
{
    return BMILL_LIKELY(nbytes - 2 * W_BYTES <= 14 * V_BYTES) || nbytes == W_BYTES;
}

/* m is 0, or 8 or more. The first and the last piece overlap the pieces between. */
BMILL_ALWAYS_INLINE void shift_words(unsigned char *dst, const unsigned char *p, size_t m,
                                     unsigned r)
{
    if (m >= V_BYTES) {
        v_t first = v_shifted(p, r);
        v_t last = v_shifted(p + m - V_BYTES, r);
        for (size_t i = V_BYTES; i + V_BYTES < m; i += V_BYTES)
            v_store(dst + i, v_shifted(p + i, r));
        v_store(dst, first);
        v_store(dst + m - V_BYTES, last);
        return;
    }
#ifdef BMILL_HAVE_HALF
    if (m >= H_BYTES) {
        h_t first = h_shifted(p, r);
        h_t last = h_shifted(p + m - H_BYTES, r);
        h_store(dst, first);
        h_store(dst + m - H_BYTES, last);
        return;
    }
#endif
    if (m > 0)
        store_two_pieces(dst, p, m, r, w_shifted, x_shifted);
}

BMILL_KERNEL void shift_left_kernel(void *dst_, const void *a_, size_t nbits, unsigned n, w_t in)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    size_t nbytes = bytes_of(nbits);
    unsigned kept;
    if (!shift_is_short(nbytes)) {
        w_store(dst, in >> (64 - n));
        copy_kernel(dst, n, a, 0, nbits - n);
        return;
    }
    kept = bits_to_keep(dst, nbits);
    w_store(dst, w_load(a) << n | in >> (64 - n));
    shift_words(dst + W_BYTES, a, nbytes - W_BYTES, 64 - n);
    put_back(dst, nbits, kept);
}

BMILL_KERNEL void shift_right_kernel(void *dst_, const void *a_, size_t nbits, unsigned n, w_t in)
{
    unsigned char *dst = dst_;
    const unsigned char *a = a_;
    size_t nbytes = bytes_of(nbits);
    size_t last = nbytes - W_BYTES;
    unsigned kept = bits_to_keep(dst, nbits);
    unsigned unused = unused_bits(nbits);
    /* The bits past nbits are shifted out at the top, and come back as 0. */
    w_t top = ((w_load(a + last) << unused >> n) | in << (64 - n)) >> unused;
    if (!shift_is_short(nbytes)) {
        w_store(dst + last, top);
        copy_kernel(dst, 0, a, n, nbits - n);
    } else {
        shift_words(dst, a, last, n);
        w_store(dst + last, top);
    }
    put_back(dst, nbits, kept);
}

/* ---- reverse ----
 *
 * With u unused bits in the last byte, byte j of dst is the reversal of the 8 bits of a that end u
 * bits before the end of byte n - 1 - j. The byte of dst that has the unused bits is made
 * separately. The m other bytes are done from both ends at once, so that dst may be a. */

/* The V_BYTES from byte i of dst; the shift r is 8 - u, or 0. */
BMILL_ALWAYS_INLINE v_t reverse_at(const unsigned char *a, size_t m, size_t i, unsigned r)
{
    const unsigned char *p = a + m - i - V_BYTES;
    return v_reverse(r ? v_load_at(p, r) : v_load(p));
}

/* 8 to V_BYTES - 1 bytes. */
BMILL_ALWAYS_INLINE void reverse_small(unsigned char *dst, const unsigned char *a, size_t m,
                                       unsigned r)
{
#ifdef BMILL_HAVE_HALF
    if (m >= H_BYTES) {
        const unsigned char *p = a + m - H_BYTES;
        h_t first = r ? h_load_at(a, r) : h_load(a);
        h_t last = r ? h_load_at(p, r) : h_load(p);
        h_store(dst, h_reverse(last));
        h_store(dst + m - H_BYTES, h_reverse(first));
        return;
    }
#endif
    if (m >= X_BYTES) {
        const unsigned char *p = a + m - X_BYTES;
        x_t first = r ? x_load_at(a, r) : x_load(a);
        x_t last = r ? x_load_at(p, r) : x_load(p);
        x_store(dst, x_reverse(last));
        x_store(dst + m - X_BYTES, x_reverse(first));
    } else {
        const unsigned char *p = a + m - W_BYTES;
        w_t first = r ? w_load_at(a, r) : w_load(a);
        w_t last = r ? w_load_at(p, r) : w_load(p);
        w_store(dst, w_reverse(last));
        w_store(dst + m - W_BYTES, w_reverse(first));
    }
}

/* V_BYTES or more, to other memory: loads ascend, stores are aligned, the ends overlap. */
BMILL_ALWAYS_INLINE void reverse_to_other(unsigned char *dst, const unsigned char *a, size_t m,
                                          unsigned r)
{
    v_t first = reverse_at(a, m, 0, r);
    v_t last = reverse_at(a, m, m - V_BYTES, r);
    v_t v, next;
    size_t i = m >= ALIGN_BYTES ? (uintptr_t)(dst + m) % V_BYTES : V_BYTES;
    unsigned char *out = dst + m - V_BYTES;
    if (i + 3 * V_BYTES <= m) {
        v = v_load(a + i);
        for (; i + 3 * V_BYTES <= m; i += 2 * V_BYTES) {
            next = v_load(a + i + V_BYTES);
            v_store(out - i, v_reverse(r ? v_funnel(v, next, r) : v));
            v = v_load(a + i + 2 * V_BYTES);
            v_store(out - i - V_BYTES, v_reverse(r ? v_funnel(next, v, r) : next));
        }
    }
    for (; i + V_BYTES < m; i += V_BYTES)
        v_store(out - i, reverse_at(a, m, m - i - V_BYTES, r));
    v_store(dst, first);
    v_store(out, last);
}

/* V_BYTES or more, in place, from both ends. A vector may need bits of a neighbour that is
 * overwritten by then; the neighbour is kept in a register since it was loaded. */
BMILL_ALWAYS_INLINE void reverse_in_place(unsigned char *a, size_t m, unsigned r)
{
    size_t steps = (m - 1) / (2 * V_BYTES);
    size_t i = steps * V_BYTES;
    /* The middle, which remains when both ends have met: up to two vectors, which may overlap. */
    v_t low = reverse_at(a, m, i, r);
    v_t high = reverse_at(a, m, m - i - V_BYTES, r);
    v_t up = v_load(a);
    v_t down = r ? v_from_first_byte(a[m]) : up;
    for (size_t k = 0; k < i; k += V_BYTES) {
        v_t front = up;
        v_t back = v_load(a + m - k - V_BYTES);
        v_t loaded = back;
        up = v_load(a + k + V_BYTES);
        if (r) {
            front = v_funnel(front, up, r);
            back = v_funnel(back, down, r);
        }
        down = loaded;
        v_store(a + k, v_reverse(back));
        v_store(a + m - k - V_BYTES, v_reverse(front));
    }
    v_store(a + i, low);
    v_store(a + m - i - V_BYTES, high);
}

/* m whole bytes, k to 2 k vectors, as k vectors from either end; dst may be a. */
BMILL_ALWAYS_INLINE void reverse_from_both_ends(unsigned char *dst, const unsigned char *a,
                                                size_t m, size_t k)
{
    v_t first[4];
    v_t last[4];
    BMILL_UNROLL
    for (size_t i = 0; i < k; i++) {
        first[i] = reverse_at(a, m, V_BYTES * i, 0);
        last[i] = reverse_at(a, m, m - V_BYTES * (i + 1), 0);
    }
    both_ends_store(dst, m, first, last, k);
}

/* Two to eight vectors. */
BMILL_NOINLINE void reverse_short(unsigned char *dst, const unsigned char *a, size_t m)
{
    if (BMILL_LIKELY(m <= 4 * V_BYTES))
        reverse_from_both_ends(dst, a, m, 2);
    else
        reverse_from_both_ends(dst, a, m, 4);
}

/* Any length; a separate function, so that the kernel need not save registers for it. */
BMILL_NOINLINE void reverse_any(unsigned char *dst, const unsigned char *a, size_t nbits)
{
    size_t n = bytes_of(nbits);
    size_t m = nbits / 8;
    unsigned r = nbits % 8;
    unsigned last;
    if (n <= W_BYTES) {
        if (n)
            w_store_bits(dst, nbits, w_reverse(w_small(a, a, nbits, w_first)) >> (64 - nbits));
        return;
    }
    last = bmill_reverse_u8(a[0]) >> unused_bits(nbits) | kept_bits(dst, nbits);
    if (m < V_BYTES)
        reverse_small(dst, a, m, r);
    else if (dst == a)
        r ? reverse_in_place(dst, m, r) : reverse_in_place(dst, m, 0);
    else
        r ? reverse_to_other(dst, a, m, r) : reverse_to_other(dst, a, m, 0);
    if (r)
        dst[n - 1] = (unsigned char)last;
}

BMILL_KERNEL void reverse_kernel(void *dst, const void *a, size_t nbits)
{
    size_t m = nbits / 8;
    v_t first, last;
    if (!BMILL_LIKELY(nbits % 8 == 0 && m - V_BYTES <= V_BYTES)) {
        if (nbits % 8 == 0 && m > V_BYTES && m <= 8 * V_BYTES)
            reverse_short(dst, a, m);
        else
            reverse_any(dst, a, nbits);
        return;
    }
    first = reverse_at(a, m, 0, 0);
    last = reverse_at(a, m, m - V_BYTES, 0);
    v_store(dst, first);
    v_store((unsigned char *)dst + m - V_BYTES, last);
}

#endif
