// use_headers.cc: the public headers from C++: overloads, constant expressions, both layers; only
// to be compiled, and run. See headers.sh.
#include <bitmill.h>
#include <bitmill/bits/atomic.h>
#include <bitmill/bits/many.h>
#include <bitmill/bits/matrix.h>
#include <bitmill/bits/positional.h>
#include <bitmill/bits/random.h>
#include <bitmill/bits/search.h>
#include <bitmill/bits/ternary.h>
#include <bitmill/bits/text.h>
#include <bitmill/learn/laws.h>
#include <bitmill/learn/variants.h>
#include <type_traits>

// From C++14 on the functions are constants, but for those that touch memory.
#if __cplusplus >= 201402L && !defined(BMILL_DEBUG)
static_assert(bmill_set(6u, 0) == 7, "constexpr");
static_assert(bmill_popcount(uint64_t(255)) == 8 && bmill_clz(static_cast<unsigned short>(1)) == 15,
              "");
static_assert(bmill_ceil_pow2(5ull) == 8 && bmill_is_pow2(static_cast<unsigned char>(64)), "");
static_assert(bmill_popcount_by_multiply_u64(255) == 8 && bmill_reverse_by_swar_u32(1) >> 31, "");
static_assert(bmill_clz_by_bisection_u32(1) == 31 && bmill_ctz_by_clz_u64(0) == 64, "");
static_assert(bmill_ceil_pow2_by_smearing_u64(5) == 8 && bmill_is_pow2_by_clz_u32(64), "");
static_assert(bmill_select_by_broadword_u64(13, 1) == 2 && bmill_parity_by_folding_u64(7), "");
static_assert(bmill_morton2_by_clmul_u32(3, 0) == 5 && bmill_select_by_pdep_u32(13, 2) == 3, "");
static_assert(bmill_modify_by_rotation_u64(6, 1, false) == 4, "");
static_assert(bmill_parity_u32(7) && bmill_modify_u8(6, 1, false) == 4, "");
static_assert(bmill_avg_ceil(255u, 254u) == 255 && bmill_sign_u8(0xff) == -1, "arith");
static_assert(bmill_zero_bytes(0x11002200u) == 0x00800080, "");
static_assert(bmill_gray_decode(bmill_gray_encode(1000u)) == 1000, "carryless");
static_assert(bmill_clmul(6ull, 3ull) == 10 && bmill_prefix_xor_u8(0x24) == 0x1c, "");
static_assert(bmill_cto(11u) == 2 && bmill_ffs(6ull) == 2 && bmill_redundant_sign_bits_u8(6) == 4,
              "");
static_assert(bmill_lowest_set(12u) == 4 && bmill_leading_ones_mask_u8(0xe5) == 0xe0, "ends");
static_assert(bmill_next_same_popcount(6u) == 9 && bmill_prev_submask(4u, 5u) == 1, "enumerate");
static_assert(bmill_mask_u8(6, 9) == 192 && bmill_extract(0x6cu, 2, 4) == 11, "field");
static_assert(bmill_insert(0xffu, 2, 4, 11u) == 0xef && bmill_sign_extend_u8(6, 3) == -2, "");
static_assert(bmill_morton2(7u, 0u) == 0x15 && bmill_morton3_z(0x24u) == 3, "morton");
static_assert(bmill_reverse_u8(6) == 96 && bmill_byteswap(0x11223344u) == 0x44332211, "permute");
static_assert(bmill_transpose8x8_u64(0xff) == 0x0101010101010101 && bmill_rotl(1u, 33) == 2, "");
static_assert(bmill_pext(0xa5u, 0xf0u) == 10 && bmill_pdep(10ull, 0xf0ull) == 0xa0, "pext");
static_assert(bmill_log2_ceil(9u) == 4 && bmill_align_up(13u, 4u) == 16, "pow2");
static_assert(bmill_rank(13u, 3) == 2 && bmill_select(13ull, 1) == 2, "rank");

// constant.h says the same, at the ends and in between.
#define TWINS(x)                                                               \
    static_assert(BMILL_C_POPCOUNT(x) == bmill_popcount_u64(x), "");           \
    static_assert(BMILL_C_PARITY(x) == bmill_parity_u64(x), "");               \
    static_assert(BMILL_C_BIT_WIDTH(x) == bmill_bit_width_u64(x), "");         \
    static_assert(BMILL_C_CLZ(x) == bmill_clz_u64(x), "");                     \
    static_assert(BMILL_C_CTZ(x) == bmill_ctz_u64(x), "");                     \
    static_assert(BMILL_C_LOG2_FLOOR(x) == bmill_log2_floor_u64(x), "");       \
    static_assert(BMILL_C_LOG2_CEIL(x) == bmill_log2_ceil_u64(x), "");         \
    static_assert(BMILL_C_IS_POW2(x) == bmill_is_pow2_u64(x), "");             \
    static_assert(BMILL_C_FLOOR_POW2(x) == bmill_floor_pow2_u64(x), "");       \
    static_assert(BMILL_C_CEIL_POW2(x) == bmill_ceil_pow2_u64(x), "");         \
    static_assert(BMILL_C_ALIGN_UP(x, 8) == bmill_align_up_u64(x, 8), "");     \
    static_assert(BMILL_C_ALIGN_DOWN(x, 8) == bmill_align_down_u64(x, 8), ""); \
    static_assert(BMILL_C_IS_ALIGNED(x, 8) == bmill_is_aligned_u64(x, 8), ""); \
    static_assert(BMILL_C_REVERSE8(x) == bmill_reverse_u8(uint8_t((x)&0xff)), "")
TWINS(0);
TWINS(1);
TWINS(6);
TWINS(UINT64_C(0x8000000000000000));
TWINS(UINT64_C(0xfffffffffffffffe));
static_assert(BMILL_C_LOW_MASK(40) == bmill_low_mask_u64(40), "");
static_assert(BMILL_C_MASK(60, 100) == bmill_mask_u64(60, 100), "");
static_assert(BMILL_C_BIT(63) == bmill_set_u64(0, 63), "");
#endif
static_assert(BMILL_C_LOW_MASK(3) == 7 && BMILL_C_MASK(2, 3) == 0x1c && BMILL_C_CLZ(6) == 61, "");
static_assert(
    std::is_same<decltype(bmill_set(static_cast<unsigned char>(6), 0)), unsigned char>::value, "");
static_assert(std::is_same<decltype(bmill_flip(6ul, 0)), unsigned long>::value, "");
static_assert(std::is_same<decltype(bmill_floor_pow2(6ull)), unsigned long long>::value, "");
static_assert(
    std::is_same<decltype(bmill_lowest_run(static_cast<unsigned short>(6))), unsigned short>::value,
    "");
static_assert(std::is_same<decltype(bmill_sign_extend(6u, 3)), int32_t>::value, "");

// Each variant agrees with its main helper on these arguments.
#define AGREES(verb, method, width, ...)                                  \
    right = right && bmill_##verb##_by_##method##_##width(__VA_ARGS__) == \
                         bmill_##verb##_##width(__VA_ARGS__);
#define AGREES_1(verb, method, width) AGREES(verb, method, width, 6)
#define AGREES_2(verb, method, width) AGREES(verb, method, width, 6, 1)
#define AGREES_3(verb, method, width) AGREES(verb, method, width, 6, 1, false)

// The overloads that C++11 does not evaluate at compile time, and those on memory.
static bool use_word()
{
    unsigned char bytes[8];
    uint16_t x = 6;
    bool right = bmill_set_checked(&x, 0) && x == 7 && !bmill_set_checked(&x, 16);
    right = right && bmill_test_and_clear(&x, 0) && x == 6;
    right = right && bmill_sat_sub(x, x) == 0 && bmill_gray_encode(x) == 5 && bmill_clo(x) == 0;
    right = right && bmill_fill_below(x) == 7 && bmill_next_submask(x, x) == 0 &&
            bmill_mux(x, x, x) == x;
    right = right && bmill_morton2_y(x) == 1 && bmill_rotr(x, 1) == 3 && bmill_pext(x, x) == 3;
    right = right && bmill_is_aligned(x, uint16_t(2)) && bmill_rank(x, 2) == 1;
    bmill_store_le_u64(bytes, 0x0102030405060708);
    return right && bytes[0] == 8 && bmill_load_be_u16(bytes) == 0x0807;
}

static bool is_odd(uint32_t x) { return x & 1; }

int main()
{
    bmill_counterexample wrong;
    unsigned char a[20] = {1, 2, 4}, b[20] = {3, 2, 1}, dst[20];
    bool right = use_word();
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
    uint16_t list[4];
    size_t from = 0, sum = 0, counts[8];
    right = right && bmill_bits_decode_u16(list, b, 24, 4, &from, 0) == 4 && list[3] == 16;
    BMILL_FOR_EACH_CLEAR (i, b, 8)
        BMILL_FOR_EACH_SET_RUN (run, b, 8)
            sum += run.count;
    right = right && sum == 6 * 2;
    bmill_bits_reverse(dst, a, 24);
    right = right && dst[0] == 0x20 && bmill_bits_pext(dst, a, b, 160) == 4;
    float celsius[3] = {21, 19, 20};
    bmill_bits_ge_value_f32(dst, celsius, 3, 20);
    right = right && (dst[0] & 7) == 5;
    bmill_bits_unpack(a, dst, 3);
    right = right && a[0] == 1 && a[1] == 0 && a[2] == 1;
    right = right && bmill_bits_parse_hex_msb(a, 16, "a5", 2, nullptr) && a[0] == 0xa5;
    bmill_bits_transpose_8x8(dst, a + 2);
    bmill_bits_transpose(b, 1, dst, 1, 8, 8);
    right = right && bmill_bits_equal(b, a + 2, 64);
    bmill_bits_shuffle_u16(dst, a, 8);
    bmill_bits_unshuffle_u16(b, dst, 8);
    right = right && bmill_bits_equal(b, a, 128);
    bmill_bits_positional_count_u8(counts, "\6\4", 2);
    right = right && counts[0] == 0 && counts[1] == 1 && counts[2] == 2;
    bmill_bits_random_exactly(dst, 50, 7, 1);
    right = right && bmill_bits_count(dst, 50) == 7;
    right = right && bmill_bits_count_pattern(a, "\5", 16, 3) == 2;
    const void *maps[] = {a, b, b};
    bmill_bits_exactly(dst, maps, 3, 160, 3);
    bmill_bits_mux(dst, dst, a, b, 160);
    right = right &&
            !bmill_bits_ternary_any(a, b, dst, 160, (BMILL_TA ^ ~BMILL_TB) & BMILL_TC & ~BMILL_TA);
    right = right && bmill_isa_select("portable") == BMILL_ISA_OK;
    right =
        right && bmill_law_is_odd_u32(is_odd, &wrong) && bmill_law_clz_u8(bmill_clz_u8, nullptr);
    right = right && !bmill_law_parity_u32(is_odd, &wrong) && wrong.x == 2 && wrong.expected == 1;
    return !right;
}
