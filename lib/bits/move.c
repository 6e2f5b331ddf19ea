/* move.c: copies, shifts, rotations: the functions of bitmill/bits/move.h. Nearly all of them are
 * made of copies. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include "simd/compiler.h"
#include "tables/thresholds.h"
#include <bitmill/bits/move.h>
#include <bitmill/word/memory.h>
#include <string.h>

void bmill_bits_copy(void *dst, size_t dst_first, const void *a, size_t a_first, size_t count)
{
    KERNEL(copy)(dst, dst_first, a, a_first, count);
}

void bmill_bits_reverse(void *dst, const void *a, size_t nbits) { KERNEL(reverse)(dst, a, nbits); }

/* ---- Shifts ---- */

/* Clears `count` bits from bit `first`. The copy before has just stored the bytes at the ends: they
 * are loaded as single bytes, because a load that is wider than the store before it cannot be
 * forwarded from that and waits until it is in the cache. */
static void clear_after_copy(void *bits, size_t first, size_t count)
{
    unsigned d = first % 8;
    unsigned char *p;
    size_t n;
    if (count == 0)
        return;
    p = (unsigned char *)bits + first / 8;
    if (d + count < 8) {
        *p = (unsigned char)(*p & ~(((1u << count) - 1) << d));
        return;
    }
    if (d) {
        *p = (unsigned char)(*p & ((1u << d) - 1));
        p++;
        count -= 8 - d;
    }
    n = count / 8;
    if (n > 8)
        memset(p, 0, n);
    else if (n > 0)
        bmill_store_le(p, n, 0);
    if (count % 8)
        p[n] = (unsigned char)(p[n] & 0xffu << count % 8);
}

BMILL_NOINLINE void shift_left_by_copy(void *dst, const void *a, size_t nbits, size_t n)
{
    if (n > nbits)
        n = nbits;
    KERNEL(copy)(dst, n, a, 0, nbits - n);
    clear_after_copy(dst, 0, n);
}
BMILL_NOINLINE void shift_right_by_copy(void *dst, const void *a, size_t nbits, size_t n)
{
    if (n > nbits)
        n = nbits;
    KERNEL(copy)(dst, 0, a, n, nbits - n);
    clear_after_copy(dst, nbits - n, n);
}

/* ---- Shifts by 1 to 57 positions, to other memory, have kernels. ---- */

static inline bool is_short_shift(const void *dst, const void *a, size_t nbits, size_t n)
{
    return BMILL_LIKELY(n - 1 < WORD_BITS_ANYWHERE && nbits >= 64 && dst != a);
}

/* The last 57 bits, as the highest of the word. */
static inline uint64_t load_last(const void *a, size_t nbits)
{
    size_t nbytes = nbits / 8 + (nbits % 8 != 0);
    return bmill_load_le_u64((const unsigned char *)a + nbytes - 8) << ((0u - (unsigned)nbits) & 7);
}

void bmill_bits_shift_left(void *dst, const void *a, size_t nbits, size_t n)
{
    if (is_short_shift(dst, a, nbits, n))
        KERNEL(shift_left)(dst, a, nbits, (unsigned)n, 0);
    else
        shift_left_by_copy(dst, a, nbits, n);
}

void bmill_bits_shift_right(void *dst, const void *a, size_t nbits, size_t n)
{
    if (is_short_shift(dst, a, nbits, n))
        KERNEL(shift_right)(dst, a, nbits, (unsigned)n, 0);
    else
        shift_right_by_copy(dst, a, nbits, n);
}

void bmill_bits_insert_range(void *bits, size_t nbits, size_t first, size_t count)
{
    if (first >= nbits || count == 0)
        return;
    if (count > nbits - first)
        count = nbits - first;
    KERNEL(copy)(bits, first + count, bits, first, nbits - first - count);
    clear_after_copy(bits, first, count);
}

void bmill_bits_delete_range(void *bits, size_t nbits, size_t first, size_t count)
{
    if (first >= nbits || count == 0)
        return;
    if (count > nbits - first)
        count = nbits - first;
    KERNEL(copy)(bits, first, bits, first + count, nbits - first - count);
    clear_after_copy(bits, nbits - count, count);
}

/* ---- Rotation ---- */

/* Swaps two ranges that do not overlap, block by block. */
static void swap_ranges(void *bits, size_t first, size_t second, size_t count, unsigned char *block)
{
    while (count > 0) {
        size_t now = count < ROTATE_BLOCK_BITS ? count : ROTATE_BLOCK_BITS;
        KERNEL(copy)(block, first % 8, bits, first, now);
        KERNEL(copy)(bits, first, bits, second, now);
        KERNEL(copy)(bits, second, block, first % 8, now);
        first += now;
        second += now;
        count -= now;
    }
}

/* Swaps the first x bits with the y bits after them. */
static void swap_neighbours(void *bits, size_t x, size_t y)
{
    unsigned char block[ROTATE_BLOCK_BYTES];
    size_t first = 0;
    /* While neither fits into the block: swap the shorter one with as many bits at the far end of
     * the longer one. Then these bits of the longer one are where they belong, and the rest is the
     * same problem again. */
    while (x > ROTATE_BLOCK_BITS && y > ROTATE_BLOCK_BITS) {
        if (x <= y) {
            swap_ranges(bits, first, first + x, x, block);
            first += x;
            y -= x;
        } else {
            swap_ranges(bits, first + x - y, first + x, y, block);
            x -= y;
        }
    }
    if (x == 0 || y == 0)
        return;
    if (x <= y) {
        KERNEL(copy)(block, first % 8, bits, first, x);
        KERNEL(copy)(bits, first, bits, first + x, y);
        KERNEL(copy)(bits, first + y, block, first % 8, x);
    } else {
        KERNEL(copy)(block, first % 8, bits, first + x, y);
        KERNEL(copy)(bits, first + y, bits, first, x);
        KERNEL(copy)(bits, first, block, first % 8, y);
    }
}

/* n is less than nbits. */
BMILL_NOINLINE void rotate_left_by_copy(void *dst, const void *a, size_t nbits, size_t n)
{
    if (dst == a) {
        swap_neighbours(dst, nbits - n, n);
        return;
    }
    KERNEL(copy)(dst, n, a, 0, nbits - n);
    KERNEL(copy)(dst, 0, a, nbits - n, n);
}

void bmill_bits_rotate_left(void *dst, const void *a, size_t nbits, size_t n)
{
    if (n >= nbits) {
        if (nbits == 0)
            return;
        n %= nbits;
    }
    if (is_short_shift(dst, a, nbits, n))
        KERNEL(shift_left)(dst, a, nbits, (unsigned)n, load_last(a, nbits));
    else
        rotate_left_by_copy(dst, a, nbits, n);
}

void bmill_bits_rotate_right(void *dst, const void *a, size_t nbits, size_t n)
{
    if (n >= nbits) {
        if (nbits == 0)
            return;
        n %= nbits;
    }
    if (is_short_shift(dst, a, nbits, n))
        KERNEL(shift_right)(dst, a, nbits, (unsigned)n, bmill_load_le_u64(a));
    else
        rotate_left_by_copy(dst, a, nbits, n ? nbits - n : 0);
}
