/* use_headers.c: each part of the public headers used once, in the oldest C and in the newest; only
 * to be compiled, and run. See test_headers.sh. */
#include <bitmill.h>

int main(void)
{
    uint8_t x = 6;
    unsigned char a[20] = {1, 2, 4}, b[20] = {3, 2, 1}, dst[20];
    bool state = false, right = true;
    size_t n = sizeof a * 8;

    right &= bmill_set_u8(x, 0) == 7 && bmill_modify_u64(6, 1, false) == 4;
    right &= bmill_is_set_checked_u8(&x, 1, &state) && state && !bmill_set_checked_u8(&x, 8);
    right &= bmill_popcount_u32(6) == 2 && bmill_ceil_pow2_u16(5) == 8;
#if __STDC_VERSION__ >= 201112L
    right &= bmill_set(x, 0) == 7 && bmill_clz(x) == 5 && bmill_set_checked(&x, 0) && x == 7;
    right &= bmill_set((unsigned long long)x, 63) >> 63 == 1;
#endif

    bmill_bits_set(a, 100);
    bmill_bits_and(dst, a, b, n);     /* a call */
    bmill_bits_and(dst, dst, b, 100); /* inline */
    right &= bmill_bits_count(dst, n) == 2 && bmill_bits_count(dst, 64) == 2;
    right &= bmill_bits_equal((unsigned char[]){1, 2}, (unsigned char[]){1, 2}, 16);
    right &= bmill_bits_find_next_set(a, n, 20) == 100;
    right &= bmill_isa_select("portable") == BMILL_ISA_OK && bmill_isa_active()[0] == 'p';
    return !right;
}
