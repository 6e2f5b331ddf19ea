// use_headers.cc: the public headers from C++: overloads, constant expressions, both layers; only
// to be compiled, and run. See test_headers.sh.
#include <bitmill.h>
#include <bitmill/variants.h>
#include <type_traits>

#if __cplusplus >= 201402L && !defined(BMILL_DEBUG)
static_assert(bmill_set(6u, 0) == 7, "constexpr");
static_assert(bmill_popcount(uint64_t(255)) == 8 && bmill_clz((unsigned short)1) == 15, "");
static_assert(bmill_ceil_pow2(5ull) == 8 && bmill_is_pow2((unsigned char)64), "");
static_assert(bmill_popcount_by_multiply_u64(255) == 8 && bmill_reverse_by_swar_u32(1) >> 31, "");
static_assert(bmill_clz_by_bisection_u32(1) == 31 && bmill_ctz_by_clz_u64(0) == 64, "");
static_assert(bmill_ceil_pow2_by_smearing_u64(5) == 8 && bmill_is_pow2_by_clz_u32(64), "");
static_assert(bmill_select_by_broadword_u64(13, 1) == 2 && bmill_parity_by_folding_u64(7), "");
static_assert(bmill_morton2_by_clmul_u32(3, 0) == 5 && bmill_select_by_pdep_u32(13, 2) == 3, "");
static_assert(bmill_modify_by_rotation_u64(6, 1, false) == 4, "");
static_assert(bmill_parity_u32(7) && bmill_modify_u8(6, 1, false) == 4, "");
#endif
static_assert(std::is_same<decltype(bmill_set((unsigned char)6, 0)), unsigned char>::value, "");
static_assert(std::is_same<decltype(bmill_flip(6ul, 0)), unsigned long>::value, "");
static_assert(std::is_same<decltype(bmill_floor_pow2(6ull)), unsigned long long>::value, "");

// Each variant agrees with its main helper on these arguments.
#define AGREES(verb, method, width, ...)                                  \
    right = right && bmill_##verb##_by_##method##_##width(__VA_ARGS__) == \
                         bmill_##verb##_##width(__VA_ARGS__);
#define AGREES_1(verb, method, width) AGREES(verb, method, width, 6)
#define AGREES_2(verb, method, width) AGREES(verb, method, width, 6, 1)
#define AGREES_3(verb, method, width) AGREES(verb, method, width, 6, 1, false)

int main()
{
    unsigned char a[20] = {1, 2, 4}, b[20] = {3, 2, 1}, dst[20];
    uint16_t x = 6;
    bool right = bmill_set_checked(&x, 0) && x == 7 && !bmill_set_checked(&x, 16);
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
    bmill_bits_and(dst, a, b, sizeof a * 8);
    right = right && bmill_bits_count(dst, 64) == 2 && bmill_bits_any(dst, 160);
    right = right && bmill_isa_select("portable") == BMILL_ISA_OK;
    return !right;
}
