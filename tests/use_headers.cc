// use_headers.cc: the public headers from C++: overloads, constant expressions, both layers; only
// to be compiled, and run. See test_headers.sh.
#include <bitmill.h>
#include <type_traits>

#if __cplusplus >= 201402L && !defined(BMILL_DEBUG)
static_assert(bmill_set(6u, 0) == 7, "constexpr");
static_assert(bmill_popcount(uint64_t(255)) == 8 && bmill_clz((unsigned short)1) == 15, "");
static_assert(bmill_ceil_pow2(5ull) == 8 && bmill_is_pow2((unsigned char)64), "");
static_assert(bmill_parity_u32(7) && bmill_modify_u8(6, 1, false) == 4, "");
#endif
static_assert(std::is_same<decltype(bmill_set((unsigned char)6, 0)), unsigned char>::value, "");
static_assert(std::is_same<decltype(bmill_flip(6ul, 0)), unsigned long>::value, "");
static_assert(std::is_same<decltype(bmill_floor_pow2(6ull)), unsigned long long>::value, "");

int main()
{
    unsigned char a[20] = {1, 2, 4}, b[20] = {3, 2, 1}, dst[20];
    uint16_t x = 6;
    bool right = bmill_set_checked(&x, 0) && x == 7 && !bmill_set_checked(&x, 16);
    bmill_bits_and(dst, a, b, sizeof a * 8);
    right = right && bmill_bits_count(dst, 64) == 2 && bmill_bits_any(dst, 160);
    right = right && bmill_isa_select("portable") == BMILL_ISA_OK;
    return !right;
}
