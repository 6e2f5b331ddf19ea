/* random.c: random bitmaps: what needs no random numbers, and the exact count. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/kernels.h"
#include "kernels/splitmix64.h"
#include <bitmill/bits.h>
#include <bitmill/bits/random.h>
#include <bitmill/word.h>

void bmill_bits_random(void *dst, size_t nbits, uint64_t k, unsigned m, uint64_t seed)
{
    unsigned halvings = bmill_ctz_u64(k);
    m = m < 63 ? m : 63;
    if (nbits == 0)
        return;
    if (k == 0 || k >> m != 0)
        bmill_bits_modify_range(dst, 0, nbits, k != 0);
    else
        bmill_active()->random(dst, nbits, k >> halvings, m - halvings, seed);
}

/* For k up to half of nbits. Why each choice is as likely as any other: nothing here depends on
 * where a position is, so exchanging two positions exchanges equally likely courses of events. */
static void few(void *dst, size_t nbits, size_t k, uint64_t seed)
{
    unsigned shift = 64 - bmill_bit_width_u64((nbits - 1) | 1);
    size_t ones;
    bool add;
    bmill_bits_random(dst, nbits, (uint64_t)k * 256 / nbits, 8, seed);
    ones = bmill_bits_count(dst, nbits);
    add = ones < k;
    for (uint64_t n = 63; ones != k; n += 64) {
        uint64_t i = bmill_splitmix64(seed, n) >> shift;
        if (i < nbits && bmill_bits_is_set(dst, (size_t)i) != add) {
            bmill_bits_flip(dst, (size_t)i);
            ones += add ? 1 : (size_t)-1;
        }
    }
}

void bmill_bits_random_exactly(void *dst, size_t nbits, size_t k, uint64_t seed)
{
    if (nbits == 0)
        return;
    k = k < nbits ? k : nbits;
    if (k <= nbits / 2) {
        few(dst, nbits, k, seed);
    } else {
        few(dst, nbits, nbits - k, seed);
        bmill_active()->not(dst, dst, nbits);
    }
}
