/* move.c: bits to other places. Nearly all of it is copies. */
#include "dispatch/kernels.h"
#include "simd/words.h"
#include "tables/thresholds.h"
#include <bitmill/bits.h>
#include <string.h>

void bmill_bits_copy(void *dst, size_t dst_first, const void *a, size_t a_first, size_t count)
{
    bmill_active()->copy(dst, dst_first, a, a_first, count);
}

void bmill_bits_reverse(void *dst, const void *a, size_t nbits)
{
    bmill_active()->reverse(dst, a, nbits);
}

void bmill_bits_interleave(void *dst, const void *a, const void *b, size_t nbits)
{
    bmill_active()->interleave(dst, a, b, nbits);
}

void bmill_bits_deinterleave(void *dst_even, void *dst_odd, const void *a, size_t nbits)
{
    bmill_active()->deinterleave(dst_even, dst_odd, a, nbits);
}

size_t bmill_bits_pext(void *dst, const void *a, const void *mask, size_t nbits)
{
    return bmill_active()->pext(dst, a, mask, nbits);
}

size_t bmill_bits_pdep(void *dst, const void *a, const void *mask, size_t nbits)
{
    return bmill_active()->pdep(dst, a, mask, nbits);
}

/* ---- Shifts ---- */

/* Makes `count` bits 0, from bit `first` on. Byte by byte, as far as these are some that a copy has
 * just stored: a processor waits with a load of more than was stored at once. */
static void clear(void *bits, size_t first, size_t count)
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
    if (n > W_BYTES)
        memset(p, 0, n);
    else if (n > 0)
        bmill_store_le(p, n, 0);
    if (count % 8)
        p[n] = (unsigned char)(p[n] & 0xffu << count % 8);
}

BMILL_NOINLINE void shift_left(void *dst, const void *a, size_t nbits, size_t n)
{
    if (n > nbits)
        n = nbits;
    bmill_active()->copy(dst, n, a, 0, nbits - n);
    clear(dst, 0, n);
}
BMILL_NOINLINE void shift_right(void *dst, const void *a, size_t nbits, size_t n)
{
    if (n > nbits)
        n = nbits;
    bmill_active()->copy(dst, 0, a, n, nbits - n);
    clear(dst, nbits - n, n);
}

/* ---- By 1 to 57 places, to other memory: there is a kernel. ---- */

static inline bool is_few_places(const void *dst, const void *a, size_t nbits, size_t n)
{
    return BMILL_LIKELY(n - 1 < WORD_BITS_ANYWHERE && nbits >= 64 && dst != a);
}

/* The last bits, up to 57, are the highest of the word. */
static inline w_t load_last(const void *a, size_t nbits)
{
    size_t nbytes = nbits / 8 + (nbits % 8 != 0);
    return w_load((const unsigned char *)a + nbytes - W_BYTES) << ((0u - (unsigned)nbits) & 7);
}

void bmill_bits_shift_left(void *dst, const void *a, size_t nbits, size_t n)
{
    if (is_few_places(dst, a, nbits, n))
        bmill_active()->shift_left(dst, a, nbits, (unsigned)n, 0);
    else
        shift_left(dst, a, nbits, n);
}

void bmill_bits_shift_right(void *dst, const void *a, size_t nbits, size_t n)
{
    if (is_few_places(dst, a, nbits, n))
        bmill_active()->shift_right(dst, a, nbits, (unsigned)n, 0);
    else
        shift_right(dst, a, nbits, n);
}

void bmill_bits_insert_range(void *bits, size_t nbits, size_t first, size_t count)
{
    if (first >= nbits || count == 0)
        return;
    if (count > nbits - first)
        count = nbits - first;
    bmill_active()->copy(bits, first + count, bits, first, nbits - first - count);
    clear(bits, first, count);
}

void bmill_bits_delete_range(void *bits, size_t nbits, size_t first, size_t count)
{
    if (first >= nbits || count == 0)
        return;
    if (count > nbits - first)
        count = nbits - first;
    bmill_active()->copy(bits, first, bits, first + count, nbits - first - count);
    clear(bits, nbits - count, count);
}

/* ---- Rotation ---- */

/* Swaps two parts that do not overlap, a block at a time. */
static void swap(void *bits, size_t first, size_t second, size_t count, unsigned char *block)
{
    while (count > 0) {
        size_t now = count < ROTATE_BLOCK_BITS ? count : ROTATE_BLOCK_BITS;
        bmill_active()->copy(block, first % 8, bits, first, now);
        bmill_active()->copy(bits, first, bits, second, now);
        bmill_active()->copy(bits, second, block, first % 8, now);
        first += now;
        second += now;
        count -= now;
    }
}

/* The first x bits and the y after them change places. */
static void swap_neighbours(void *bits, size_t x, size_t y)
{
    unsigned char block[ROTATE_BLOCK_BYTES];
    size_t first = 0;
    /* As long as neither fits the block: the shorter one and as much of the longer one, next to it,
     * change places. Then that part of the longer one is where it belongs, and the same is to be
     * done for the rest. */
    while (x > ROTATE_BLOCK_BITS && y > ROTATE_BLOCK_BITS) {
        if (x <= y) {
            swap(bits, first, first + x, x, block);
            first += x;
            y -= x;
        } else {
            swap(bits, first + x - y, first + x, y, block);
            x -= y;
        }
    }
    if (x == 0 || y == 0)
        return;
    if (x <= y) {
        bmill_active()->copy(block, first % 8, bits, first, x);
        bmill_active()->copy(bits, first, bits, first + x, y);
        bmill_active()->copy(bits, first + y, block, first % 8, x);
    } else {
        bmill_active()->copy(block, first % 8, bits, first + x, y);
        bmill_active()->copy(bits, first + y, bits, first, x);
        bmill_active()->copy(bits, first, block, first % 8, y);
    }
}

/* n is less than nbits. */
BMILL_NOINLINE void rotate_left(void *dst, const void *a, size_t nbits, size_t n)
{
    if (dst == a) {
        swap_neighbours(dst, nbits - n, n);
        return;
    }
    bmill_active()->copy(dst, n, a, 0, nbits - n);
    bmill_active()->copy(dst, 0, a, nbits - n, n);
}

void bmill_bits_rotate_left(void *dst, const void *a, size_t nbits, size_t n)
{
    if (n >= nbits) {
        if (nbits == 0)
            return;
        n %= nbits;
    }
    if (is_few_places(dst, a, nbits, n))
        bmill_active()->shift_left(dst, a, nbits, (unsigned)n, load_last(a, nbits));
    else
        rotate_left(dst, a, nbits, n);
}

void bmill_bits_rotate_right(void *dst, const void *a, size_t nbits, size_t n)
{
    if (n >= nbits) {
        if (nbits == 0)
            return;
        n %= nbits;
    }
    if (is_few_places(dst, a, nbits, n))
        bmill_active()->shift_right(dst, a, nbits, (unsigned)n, w_load(a));
    else
        rotate_left(dst, a, nbits, n ? nbits - n : 0);
}
