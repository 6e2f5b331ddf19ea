/* laws.c: the table of the laws of <bitmill/learn/laws.h>, and how a function is matched with one.
 */
#include "laws.h"

#include <bitmill/learn/laws.h>
#include <stdio.h>
#include <string.h>

/* Result, colon, parameters. T and x, y, z: the word; S: the signed word; C: a count; B: whether;
 * i, n: positions; s: a state. */
#define SIGNATURE_map        "T:x"
#define SIGNATURE_count      "C:x"
#define SIGNATURE_test       "B:x"
#define SIGNATURE_map_at     "T:xi"
#define SIGNATURE_count_at   "C:xi"
#define SIGNATURE_test_at    "B:xi"
#define SIGNATURE_modify_at  "T:xis"
#define SIGNATURE_signed_at  "S:xi"
#define SIGNATURE_mask       "T:i"
#define SIGNATURE_field_mask "T:in"
#define SIGNATURE_field      "T:xin"
#define SIGNATURE_field_set  "T:xiny"
#define SIGNATURE_pair       "T:xy"
#define SIGNATURE_pair_test  "B:xy"
#define SIGNATURE_triple     "T:xyz"

#define LAW(name, verb, shape)                                                           \
    {                                                                                    \
#name, #verb, SIGNATURE_##shape, BMILL_LAW_HAS_##shape##_, bmill_want_##verb##_, \
            bmill_law_asks_##name##_                                                     \
    }

static const struct law laws[] = {
    LAW(sat_add, sat_add, pair),
    LAW(sat_sub, sat_sub, pair),
    LAW(abs_diff, abs_diff, pair),
    LAW(avg_floor, avg_floor, pair),
    LAW(avg_ceil, avg_ceil, pair),
    LAW(zero_bytes, zero_bytes, map),
    LAW(has_zero_byte, has_zero_byte, test),
    LAW(set, set, map_at),
    LAW(set_modulo, set, map_at),
    LAW(clear, clear, map_at),
    LAW(clear_modulo, clear, map_at),
    LAW(flip, flip, map_at),
    LAW(flip_modulo, flip, map_at),
    LAW(modify, modify, modify_at),
    LAW(modify_modulo, modify, modify_at),
    LAW(is_set, is_set, test_at),
    LAW(is_set_modulo, is_set, test_at),
    LAW(is_odd, is_odd, test),
    LAW(is_even, is_even, test),
    LAW(gray_encode, gray_encode, map),
    LAW(gray_decode, gray_decode, map),
    LAW(prefix_xor, prefix_xor, map),
    LAW(clmul, clmul, pair),
    LAW(popcount, popcount, count),
    LAW(count_zeros, count_zeros, count),
    LAW(parity, parity, test),
    LAW(clz, clz, count),
    LAW(clz_nonzero, clz, count),
    LAW(ctz, ctz, count),
    LAW(ctz_nonzero, ctz, count),
    LAW(clo, clo, count),
    LAW(cto, cto, count),
    LAW(bit_width, bit_width, count),
    LAW(ffs, ffs, count),
    LAW(first_trailing_zero, first_trailing_zero, count),
    LAW(first_leading_one, first_leading_one, count),
    LAW(first_leading_zero, first_leading_zero, count),
    LAW(redundant_sign_bits, redundant_sign_bits, count),
    LAW(lowest_set, lowest_set, map),
    LAW(lowest_clear, lowest_clear, map),
    LAW(clear_lowest_set, clear_lowest_set, map),
    LAW(set_lowest_clear, set_lowest_clear, map),
    LAW(clear_highest_set, clear_highest_set, map),
    LAW(fill_trailing_zeros, fill_trailing_zeros, map),
    LAW(clear_trailing_ones, clear_trailing_ones, map),
    LAW(trailing_zeros_mask, trailing_zeros_mask, map),
    LAW(trailing_ones_mask, trailing_ones_mask, map),
    LAW(leading_zeros_mask, leading_zeros_mask, map),
    LAW(leading_ones_mask, leading_ones_mask, map),
    LAW(fill_below, fill_below, map),
    LAW(fill_above, fill_above, map),
    LAW(lowest_run, lowest_run, map),
    LAW(clear_lowest_run, clear_lowest_run, map),
    LAW(next_same_popcount, next_same_popcount, map),
    LAW(next_same_popcount_fits, next_same_popcount, map),
    LAW(next_submask, next_submask, pair),
    LAW(prev_submask, prev_submask, pair),
    LAW(next_superset, next_superset, pair),
    LAW(low_mask, low_mask, mask),
    LAW(low_mask_clip, low_mask, mask),
    LAW(mask, mask, field_mask),
    LAW(mask_fits, mask, field_mask),
    LAW(mask_clip, mask, field_mask),
    LAW(is_mask, is_mask, test),
    LAW(is_low_mask, is_low_mask, test),
    LAW(extract, extract, field),
    LAW(extract_fits, extract, field),
    LAW(extract_clip, extract, field),
    LAW(insert, insert, field_set),
    LAW(insert_fits, insert, field_set),
    LAW(insert_clip, insert, field_set),
    LAW(mux, mux, triple),
    LAW(sign_extend, sign_extend, signed_at),
    LAW(sign_extend_clip, sign_extend, signed_at),
    LAW(morton2, morton2, pair),
    LAW(morton2_fits, morton2, pair),
    LAW(morton2_x, morton2_x, map),
    LAW(morton2_y, morton2_y, map),
    LAW(morton3, morton3, triple),
    LAW(morton3_fits, morton3, triple),
    LAW(morton3_x, morton3_x, map),
    LAW(morton3_y, morton3_y, map),
    LAW(morton3_z, morton3_z, map),
    LAW(reverse, reverse, map),
    LAW(byteswap, byteswap, map),
    LAW(rotl, rotl, map_at),
    LAW(rotl_modulo, rotl, map_at),
    LAW(rotr, rotr, map_at),
    LAW(rotr_modulo, rotr, map_at),
    LAW(pext, pext, pair),
    LAW(pdep, pdep, pair),
    LAW(is_pow2, is_pow2, test),
    LAW(is_pow2_nonzero, is_pow2, test),
    LAW(floor_pow2, floor_pow2, map),
    LAW(floor_pow2_nonzero, floor_pow2, map),
    LAW(log2_ceil, log2_ceil, count),
    LAW(log2_ceil_nonzero, log2_ceil, count),
    LAW(ceil_pow2, ceil_pow2, map),
    LAW(ceil_pow2_nonzero, ceil_pow2, map),
    LAW(ceil_pow2_fits, ceil_pow2, map),
    LAW(log2_floor, log2_floor, count),
    LAW(log2_floor_nonzero, log2_floor, count),
    LAW(align_down, align_down, pair),
    LAW(align_up, align_up, pair),
    LAW(align_up_fits, align_up, pair),
    LAW(is_aligned, is_aligned, pair_test),
    LAW(rank, rank, count_at),
    LAW(rank_clip, rank, count_at),
    LAW(select, select, count_at),
    LAW(select_fits, select, count_at),
    LAW(select_clip, select, count_at),
};
static const size_t nlaws = sizeof laws / sizeof laws[0];

static bool take_suffix(const char *name, size_t *length, const char *suffix)
{
    size_t n = strlen(suffix);
    if (*length <= n || memcmp(name + *length - n, suffix, n) != 0)
        return false;
    *length -= n;
    return true;
}

static void take_prefix(const char **name, size_t *length, const char *prefix)
{
    size_t n = strlen(prefix);
    if (*length > n && memcmp(*name, prefix, n) == 0) {
        *name += n;
        *length -= n;
    }
}

const struct law *law_of_name(const char *name, size_t length, unsigned *width)
{
    take_prefix(&name, &length, "my_");
    take_prefix(&name, &length, "bmill_");
    *width = take_suffix(name, &length, "_u8")    ? 8
             : take_suffix(name, &length, "_u16") ? 16
             : take_suffix(name, &length, "_u32") ? 32
             : take_suffix(name, &length, "_u64") ? 64
                                                  : 0;
    for (size_t i = 0; i < nlaws; i++)
        if (strlen(laws[i].name) == length && memcmp(laws[i].name, name, length) == 0)
            return &laws[i];
    return NULL;
}

void law_declaration(const struct law *law, unsigned width, char text[120])
{
    char word[24] = "T", signed_word[24] = "signed T", suffix[16] = "";
    const char *result = law->signature[0] == 'C'   ? "unsigned"
                         : law->signature[0] == 'B' ? "bool"
                         : law->signature[0] == 'S' ? signed_word
                                                    : word;
    if (width > 0) {
        snprintf(word, sizeof word, "uint%u_t", width);
        snprintf(signed_word, sizeof signed_word, "int%u_t", width);
        snprintf(suffix, sizeof suffix, "_u%u", width);
    }
    size_t n = (size_t)snprintf(text, 120, "%s %s%s(", result, law->name, suffix);
    for (const char *p = law->signature + 2; *p; p++)
        n += (size_t)snprintf(text + n, 120 - n, "%s%s %c", p > law->signature + 2 ? ", " : "",
                              *p == 's'           ? "bool"
                              : strchr("xyz", *p) ? word
                                                  : "unsigned",
                              *p);
    snprintf(text + n, 120 - n, ")");
}

uint64_t law_argument(const bmill_law_input_ *in, char kind)
{
    return kind == 'x'   ? in->x
           : kind == 'i' ? in->i
           : kind == 'n' ? in->n
           : kind == 'z' ? in->z
                         : in->y;
}
