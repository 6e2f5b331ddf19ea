/* random.c: random bitmaps: the functions of bitmill/bits/random.h. */
#define BMILL_NO_INLINE_BITS
#include "dispatch/rows.h"
#include "kernels/splitmix64.h"
#include <bitmill/bits/bit.h>
#include <bitmill/bits/count.h>
#include <bitmill/bits/random.h>
#include <bitmill/bits/range.h>
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
        KERNEL(random)(dst, nbits, k >> halvings, m - halvings, seed);
}

/* Exactly k 1 bits, k at most nbits / 2: random bits of about that density, then single bits are
 * flipped at random until the number is right. All bitmaps with k 1 bits are equally likely,
 * because no step treats one position in another way than the others. */
static void random_minority(void *dst, size_t nbits, size_t k, uint64_t seed)
{
    unsigned shift = 64 - bmill_bit_width_u64((nbits - 1) | 1);
    size_t count;
    bool add;
    bmill_bits_random(dst, nbits, (uint64_t)k * 256 / nbits, 8, seed);
    count = bmill_bits_count(dst, nbits);
    add = count < k;
    for (uint64_t n = 63; count != k; n += 64) {
        uint64_t i = bmill_splitmix64(seed, n) >> shift;
        if (i < nbits && bmill_bits_is_set(dst, (size_t)i) != add) {
            bmill_bits_flip(dst, (size_t)i);
            count += add ? 1 : (size_t)-1;
        }
    }
}

void bmill_bits_random_exactly(void *dst, size_t nbits, size_t k, uint64_t seed)
{
    if (nbits == 0)
        return;
    k = k < nbits ? k : nbits;
    if (k <= nbits / 2) {
        random_minority(dst, nbits, k, seed);
    } else {
        random_minority(dst, nbits, nbits - k, seed);
        KERNEL(not )(dst, dst, nbits);
    }
}
