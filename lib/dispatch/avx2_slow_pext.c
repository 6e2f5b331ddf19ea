/* avx2_slow_pext.c: the six AVX2 kernels that use the instructions pext and pdep, without them, for
 * processors that execute these two in microcode (AMD before Zen 3: up to 289 cycles each). The
 * table of this set, with all other kernels of AVX2, stands in avx2.c.
 *
 * The text of avx2.c and of all kernels is included, but compilers leave out what is static and not
 * called here.
 */
#define BMILL_SET      avx2_slow_pext
#define BMILL_NO_TABLE /* kernels/all.h */
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-variable"
#include "avx2.c"

size_t bmill_avx2_slow_pext_select(const void *bits, size_t nbits, size_t k)
{
    return select_kernel(bits, nbits, k);
}
size_t bmill_avx2_slow_pext_select_clear(const void *bits, size_t nbits, size_t k)
{
    return select_clear_kernel(bits, nbits, k);
}
void bmill_avx2_slow_pext_interleave(void *dst, const void *a, const void *b, size_t nbits)
{
    interleave_kernel(dst, a, b, nbits);
}
void bmill_avx2_slow_pext_deinterleave(void *dst_even, void *dst_odd, const void *a, size_t nbits)
{
    deinterleave_kernel(dst_even, dst_odd, a, nbits);
}
size_t bmill_avx2_slow_pext_pext(void *dst, const void *a, const void *mask, size_t nbits)
{
    return pext_kernel(dst, a, mask, nbits);
}
size_t bmill_avx2_slow_pext_pdep(void *dst, const void *a, const void *mask, size_t nbits)
{
    return pdep_kernel(dst, a, mask, nbits);
}
