/* many.c: functions of any number of bitmaps. */
#include "dispatch/kernels.h"
#include <bitmill/bits/many.h>

void bmill_bits_and_many(void *dst, const void *const *maps, size_t nmaps, size_t nbits)
{
    bmill_active()->and_many(dst, maps, nmaps, nbits);
}
void bmill_bits_or_many(void *dst, const void *const *maps, size_t nmaps, size_t nbits)
{
    bmill_active()->or_many(dst, maps, nmaps, nbits);
}
void bmill_bits_xor_many(void *dst, const void *const *maps, size_t nmaps, size_t nbits)
{
    bmill_active()->xor_many(dst, maps, nmaps, nbits);
}

/* At the ends of the scale nothing need be counted; of no maps AND is all ones, OR all zeros. */
void bmill_bits_at_least(void *dst, const void *const *maps, size_t nmaps, size_t nbits, size_t k)
{
    const struct bmill_kernels *kernels = bmill_active();
    if (k <= 1)
        k == 0 ? kernels->and_many(dst, maps, 0, nbits) : kernels->or_many(dst, maps, nmaps, nbits);
    else if (k >= nmaps)
        k > nmaps ? kernels->or_many(dst, maps, 0, nbits)
                  : kernels->and_many(dst, maps, nmaps, nbits);
    else
        kernels->at_least(dst, maps, nmaps, nbits, k);
}

void bmill_bits_exactly(void *dst, const void *const *maps, size_t nmaps, size_t nbits, size_t k)
{
    const struct bmill_kernels *kernels = bmill_active();
    if (k > nmaps)
        kernels->or_many(dst, maps, 0, nbits);
    else if (k == nmaps)
        kernels->and_many(dst, maps, nmaps, nbits);
    else
        kernels->exactly(dst, maps, nmaps, nbits, k);
}
