/* use_headers.c: each part of the public headers used once, in the oldest C and in the newest; only
 * to be compiled, and run. See headers.sh. */
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

/* Each variant agrees with its main helper on these arguments. */
#define AGREES(verb, method, width, ...) \
    right &=                             \
        bmill_##verb##_by_##method##_##width(__VA_ARGS__) == bmill_##verb##_##width(__VA_ARGS__);
#define AGREES_1(verb, method, width) AGREES(verb, method, width, 6)
#define AGREES_2(verb, method, width) AGREES(verb, method, width, 6, 1)
#define AGREES_3(verb, method, width) AGREES(verb, method, width, 6, 1, false)

/* Each header of the word layer, by the names with a width. */
static bool use_word(void)
{
    static const uint64_t table[BMILL_C_ALIGN_UP(100, 64) / 64] = {BMILL_C_LOW_MASK(40)};
    unsigned char bytes[8];
    uint8_t x = 6;
    bool state = false, right = true;
    right &= bmill_set_u8(x, 0) == 7 && bmill_modify_u64(6, 1, false) == 4;
    right &= bmill_is_set_checked_u8(&x, 1, &state) && state && !bmill_set_checked_u8(&x, 8);
    right &= !bmill_test_and_flip_u8(&x, 0) && x == 7 && bmill_test_and_clear_u8(&x, 0) && x == 6;
    right &= bmill_avg_floor_u8(255, 253) == 254 && bmill_sign_u32(0) == 0;
    right &= bmill_gray_decode_u16(bmill_gray_encode_u16(1000)) == 1000;
    right &= bmill_clmul_u64(6, 3) == 10 && bmill_prefix_xor_u32(0x24) == 0x1c;
    right &= sizeof table / sizeof table[0] == 2 && table[0] == UINT64_C(0xffffffffff);
    right &= bmill_popcount_u32(6) == 2 && bmill_bit_width_u64(6) == 3 && bmill_ffs_u8(6) == 2;
    right &= bmill_lowest_set_u16(12) == 4 && bmill_lowest_run_u8(0xdc) == 0x1c;
    right &= bmill_next_same_popcount_u32(6) == 9 && bmill_next_submask_u8(1, 5) == 4;
    right &= bmill_mask_u8(1, 3) == 14 && bmill_sign_extend_u16(6, 3) == -2;
    right &= bmill_insert_u32(0xff, 2, 4, bmill_extract_u32(0x6c, 2, 4)) == 0xef;
    bmill_store_be_u64(bytes, UINT64_C(0x0102030405060708));
    bmill_store_le(bytes, 3, 0);
    right &= bytes[3] == 4 && bmill_load_le(bytes, 4) == 0x04000000;
    right &= bytes[0] == 0 && bmill_load_le_u16(bytes + 6) == 0x0807;
    right &= bmill_morton2_u16(7, 0) == 0x15 && bmill_morton3_z_u64(0x24) == 3;
    right &= bmill_reverse_u8(6) == 96 && bmill_rotl_u32(bmill_byteswap_u32(3), 8) == 3;
    right &= bmill_pext_u64(0xa5, 0xf0) == 10 && bmill_pdep_u8(10, 0xf0) == 0xa0;
    right &= bmill_ceil_pow2_u16(5) == 8 && bmill_log2_ceil_u64(9) == 4;
    right &= bmill_align_up_u32(13, 4) == 16 && bmill_is_aligned_u8(12, 4);
    right &= bmill_rank_u8(13, 3) == 2 && bmill_select_u64(13, 1) == 2;
    return right;
}

static bool use_variants(void)
{
    unsigned char byte = 6;
    bool right = !bmill_bits_atomic_test_and_set(&byte, 0) && bmill_bits_atomic_is_set(&byte, 0);
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
    return right;
}

/* Each header of the word layer, by the width of the type. */
static bool use_generic(void)
{
    bool right = true;
#if __STDC_VERSION__ >= 201112L
    uint8_t x = 6;
    right &= bmill_set(x, 0) == 7 && bmill_set_checked(&x, 0) && x == 7;
    right &= bmill_test_and_clear(&x, 0) && x == 6;
    right &= bmill_set((unsigned long long)x, 63) >> 63 == 1;
    right &= bmill_sat_add(x, (uint8_t)255) == 255 && bmill_has_zero_byte(x) == false;
    right &= bmill_gray_decode(bmill_gray_encode(x)) == 6 && bmill_clmul(x, (uint8_t)3) == 10;
    right &= bmill_clz(x) == 5 && bmill_count_zeros(x) == 6 && bmill_bit_width(x) == 3;
    right &= bmill_clear_lowest_set(x) == 4 && bmill_fill_above(x) == 0xfe;
    right &= bmill_next_superset(5u, 5u) == 7 && bmill_next_same_popcount(6ul) == 9;
    right &= bmill_extract(x, 1, 2) == 3 && bmill_insert(x, 0, 1, (uint8_t)1) == 7;
    right &= bmill_mux((uint8_t)0xf0, (uint8_t)0x12, (uint8_t)0x34) == 0x14;
    right &= bmill_sign_extend(x, 3) == -2 && bmill_is_mask(x) && !bmill_is_low_mask(x);
    right &= bmill_morton2_x(bmill_morton2(7u, 1u)) == 7 && bmill_morton3_y(0x12u) == 3;
    right &= bmill_reverse(x) == 96 && bmill_rotr(x, 1) == 3 && bmill_byteswap(x) == 6;
    right &= bmill_pext(0xa5u, 0xf0u) == 10 && bmill_pdep(10ull, 0xf0ull) == 0xa0;
    right &= bmill_log2_floor(x) == 2 && bmill_align_down(x, (uint8_t)4) == 4;
    right &= bmill_rank(x, 2) == 1 && bmill_select(x, 1) == 2;
#endif
    return right;
}

static bool is_odd(uint32_t x) { return x & 1; }

int main(void)
{
    unsigned char a[20] = {1, 2, 4}, b[20] = {3, 2, 1}, dst[20];
    bool right = use_word() && use_variants() && use_generic();
    size_t n = sizeof a * 8, counts[8];

    bmill_bits_set(a, 100);
    bmill_bits_and(dst, a, b, n);     /* a call */
    bmill_bits_and(dst, dst, b, 100); /* inline */
    right &= bmill_bits_count(dst, n) == 2 && bmill_bits_count(dst, 64) == 2;
    right &= bmill_bits_equal((unsigned char[]){1, 2}, (unsigned char[]){1, 2}, 16);
    right &= bmill_bits_find_next_set(a, n, 20) == 100;
    {
        uint32_t list[4], indices[2] = {5, 159};
        size_t from = 0, sum = 0;
        bmill_bits_set_indices_u32(b, indices, 2);
        right &= bmill_bits_decode_u32(list, b, n, 4, &from, 1) == 4 && from == 10 && list[3] == 10;
        BMILL_FOR_EACH_SET (i, b, 8)
            BMILL_FOR_EACH_CLEAR_RUN (run, b, 16)
                sum += i + run.count;
        right &= sum == 3 * (0 + 1 + 5) + 3 * (3 + 3 + 6);
    }
    bmill_bits_pack(dst, a, 20);
    right &= bmill_bits_count(dst, 20) == 4;
    bmill_bits_lt_value_u8(dst, a, 20, 2);
    right &= bmill_bits_filter_u8(b, a, dst, 20) == 17 && b[0] == 1;
    bmill_bits_copy(dst, 3, a, 0, 40);
    bmill_bits_rotate_right(dst, dst, n, 3);
    right &= bmill_bits_equal(dst, a, 40);
    right &= bmill_bits_parse_hex_msb(a, 16, "a5", 2, NULL) && a[0] == 0xa5 && a[1] == 0;
    bmill_bits_transpose_8x8(dst, a + 2);
    bmill_bits_transpose(b, 1, dst, 1, 8, 8);
    right &= bmill_bits_equal(b, a + 2, 64);
    bmill_bits_shuffle_u16(dst, a, 8);
    bmill_bits_unshuffle_u16(b, dst, 8);
    right &= bmill_bits_equal(b, a, 128);
    bmill_bits_positional_count_u8(counts, "\6\4", 2);
    right &= counts[0] == 0 && counts[1] == 1 && counts[2] == 2;
    bmill_bits_random_exactly(dst, 50, 7, 1);
    right &= bmill_bits_count(dst, 50) == 7;
    right &= bmill_bits_count_pattern(a, "\5", 16, 3) == 2;
    bmill_bits_at_least(dst, (const void *[]){a, b, b}, 3, n, 2);
    right &= bmill_bits_equal(dst, b, n);
    bmill_bits_ternary(dst, a, b, dst, n, BMILL_TA & (BMILL_TB | ~BMILL_TC));
    right &=
        bmill_bits_equal(dst, a, n) && !bmill_bits_ternary_any(a, b, dst, n, ~BMILL_TA & BMILL_TC);
    right &= bmill_isa_select("portable") == BMILL_ISA_OK && bmill_isa_active()[0] == 'p';

    {
        bmill_counterexample wrong;
        right &= bmill_law_is_odd_u32(is_odd, &wrong) && bmill_law_clz_u8(bmill_clz_u8, NULL);
        right &= !bmill_law_parity_u32(is_odd, &wrong) && wrong.x == 2 && wrong.expected == 1;
    }
    return !right;
}
