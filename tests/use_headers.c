/* use_headers.c: each part of the public headers used once, in the oldest C and in the newest; only
 * to be compiled, and run. See test_headers.sh. */
#include <bitmill.h>
#include <bitmill/variants.h>

/* Each variant agrees with its main helper on these arguments. */
#define AGREES(verb, method, width, ...) \
    right &=                             \
        bmill_##verb##_by_##method##_##width(__VA_ARGS__) == bmill_##verb##_##width(__VA_ARGS__);
#define AGREES_1(verb, method, width) AGREES(verb, method, width, 6)
#define AGREES_2(verb, method, width) AGREES(verb, method, width, 6, 1)
#define AGREES_3(verb, method, width) AGREES(verb, method, width, 6, 1, false)

int main(void)
{
    uint8_t x = 6;
    unsigned char a[20] = {1, 2, 4}, b[20] = {3, 2, 1}, dst[20];
    bool state = false, right = true;
    size_t n = sizeof a * 8;

    right &= bmill_set_u8(x, 0) == 7 && bmill_modify_u64(6, 1, false) == 4;
    right &= bmill_is_set_checked_u8(&x, 1, &state) && state && !bmill_set_checked_u8(&x, 8);
    right &= bmill_popcount_u32(6) == 2 && bmill_ceil_pow2_u16(5) == 8;
    BMILL_VARIANTS_POPCOUNT(AGREES_1)
    BMILL_VARIANTS_PARITY(AGREES_1)
    BMILL_VARIANTS_REVERSE(AGREES_1)
    BMILL_VARIANTS_CLZ(AGREES_1)
    BMILL_VARIANTS_CTZ(AGREES_1)
    BMILL_VARIANTS_IS_POW2(AGREES_1)
    BMILL_VARIANTS_CEIL_POW2(AGREES_1)
    BMILL_VARIANTS_SELECT(AGREES_2)
    BMILL_VARIANTS_MORTON2(AGREES_2)
    BMILL_VARIANTS_MODIFY(AGREES_3)
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
