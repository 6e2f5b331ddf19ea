/* verbs.c: the table of the word layer's verbs, and their calls. */
#include "verbs.h"

#include "number.h"

#include <bitmill/word.h>

/* ---- Calls: CALL(popcount, X) makes a function call_popcount with the arguments ARGS_X ---- */

/* X is a value of the width, I an index below it, N any count, S a state. */
#define VALUE(bits, k)  ((uint##bits##_t)o[k])
#define COUNT(k)        ((unsigned)o[k])
#define INDEX(k)        ((unsigned)(o[k] % width))
#define ARGS_X(bits)    (VALUE(bits, 0))
#define ARGS_XX(bits)   (VALUE(bits, 0), VALUE(bits, 1))
#define ARGS_XXX(bits)  (VALUE(bits, 0), VALUE(bits, 1), VALUE(bits, 2))
#define ARGS_XXN(bits)  (VALUE(bits, 0), VALUE(bits, 1), COUNT(2))
#define ARGS_XI(bits)   (VALUE(bits, 0), INDEX(1))
#define ARGS_XIS(bits)  (VALUE(bits, 0), INDEX(1), o[2] != 0)
#define ARGS_XN(bits)   (VALUE(bits, 0), COUNT(1))
#define ARGS_XNN(bits)  (VALUE(bits, 0), COUNT(1), COUNT(2))
#define ARGS_XNNX(bits) (VALUE(bits, 0), COUNT(1), COUNT(2), VALUE(bits, 3))
#define ARGS_N(bits)    (COUNT(0))
#define ARGS_NN(bits)   (COUNT(0), COUNT(1))

#define CALL(verb, args)                                                                  \
    static uint64_t call_##verb(unsigned width, const uint64_t *o)                        \
    {                                                                                     \
        return width == 8    ? low_bits(8, (uint64_t)bmill_##verb##_u8 ARGS_##args(8))    \
               : width == 16 ? low_bits(16, (uint64_t)bmill_##verb##_u16 ARGS_##args(16)) \
               : width == 32 ? low_bits(32, (uint64_t)bmill_##verb##_u32 ARGS_##args(32)) \
                             : (uint64_t)bmill_##verb##_u64 ARGS_##args(64);              \
    }

/* The verbs that change x in place: CHANGE makes call_<verb> and changed_<verb>. */
#define CHANGE_IN(bits, verb, ...)                           \
    {                                                        \
        uint##bits##_t x = VALUE(bits, 0);                   \
        bool told = bmill_##verb##_u##bits(&x, __VA_ARGS__); \
        *after = x;                                          \
        return told;                                         \
    }
#define CHANGE(verb, ...)                                                     \
    static bool do_##verb(unsigned width, const uint64_t *o, uint64_t *after) \
    {                                                                         \
        if (width == 8)                                                       \
            CHANGE_IN(8, verb, __VA_ARGS__)                                   \
        if (width == 16)                                                      \
            CHANGE_IN(16, verb, __VA_ARGS__)                                  \
        if (width == 32)                                                      \
            CHANGE_IN(32, verb, __VA_ARGS__)                                  \
        CHANGE_IN(64, verb, __VA_ARGS__)                                      \
    }                                                                         \
    IN_PLACE(verb)
#define IN_PLACE(verb)                                                \
    static uint64_t call_##verb(unsigned width, const uint64_t *o)    \
    {                                                                 \
        uint64_t after;                                               \
        return do_##verb(width, o, &after);                           \
    }                                                                 \
    static uint64_t changed_##verb(unsigned width, const uint64_t *o) \
    {                                                                 \
        uint64_t after;                                               \
        do_##verb(width, o, &after);                                  \
        return after;                                                 \
    }

/* is_set_checked changes *state. */
#define READ_CHECKED(bits)                                              \
    {                                                                   \
        uint##bits##_t x = VALUE(bits, 0);                              \
        bool state = o[2] != 0;                                         \
        bool told = bmill_is_set_checked_u##bits(&x, COUNT(1), &state); \
        *after = state;                                                 \
        return told;                                                    \
    }
static bool do_is_set_checked(unsigned width, const uint64_t *o, uint64_t *after)
{
    if (width == 8)
        READ_CHECKED(8)
    if (width == 16)
        READ_CHECKED(16)
    if (width == 32)
        READ_CHECKED(32)
    READ_CHECKED(64)
}
IN_PLACE(is_set_checked)

static uint64_t call_transpose8x8(unsigned width, const uint64_t *o)
{
    (void)width;
    return bmill_transpose8x8_u64(o[0]);
}

/* Memory: the bytes are those of a value, byte 0 the lowest. */
static void bytes_of(uint64_t value, unsigned char bytes[8])
{
    for (unsigned k = 0; k < 8; k++)
        bytes[k] = (unsigned char)(value >> 8 * k);
}

static uint64_t value_of(const unsigned char bytes[8])
{
    uint64_t value = 0;
    for (unsigned k = 8; k-- > 0;)
        value = value << 8 | bytes[k];
    return value;
}

#define LOAD(verb)                                                 \
    static uint64_t call_##verb(unsigned width, const uint64_t *o) \
    {                                                              \
        unsigned char bytes[8];                                    \
        bytes_of(o[0], bytes);                                     \
        return width == 8    ? bmill_##verb##_u8(bytes)            \
               : width == 16 ? bmill_##verb##_u16(bytes)           \
               : width == 32 ? bmill_##verb##_u32(bytes)           \
                             : bmill_##verb##_u64(bytes);          \
    }
#define STORE(verb)                                                \
    static uint64_t call_##verb(unsigned width, const uint64_t *o) \
    {                                                              \
        unsigned char bytes[8] = {0};                              \
        width == 8    ? bmill_##verb##_u8(bytes, VALUE(8, 0))      \
        : width == 16 ? bmill_##verb##_u16(bytes, VALUE(16, 0))    \
        : width == 32 ? bmill_##verb##_u32(bytes, VALUE(32, 0))    \
                      : bmill_##verb##_u64(bytes, o[0]);           \
        return value_of(bytes);                                    \
    }

CALL(set, XI)
CALL(clear, XI)
CALL(flip, XI)
CALL(modify, XIS)
CALL(is_set, XI)
CHANGE(set_checked, COUNT(1))
CHANGE(clear_checked, COUNT(1))
CHANGE(flip_checked, COUNT(1))
CHANGE(modify_checked, COUNT(1), o[2] != 0)
CHANGE(test_and_set, INDEX(1))
CHANGE(test_and_clear, INDEX(1))
CHANGE(test_and_flip, INDEX(1))
CALL(is_odd, X)
CALL(is_even, X)

CALL(low_mask, N)
CALL(mask, NN)
CALL(is_mask, X)
CALL(is_low_mask, X)
CALL(extract, XNN)
CALL(mux, XXX)
CALL(insert, XNNX)
CALL(sign_extend, XN)

CALL(popcount, X)
CALL(parity, X)
CALL(clz, X)
CALL(ctz, X)
CALL(count_zeros, X)
CALL(clo, X)
CALL(cto, X)
CALL(bit_width, X)
CALL(ffs, X)
CALL(first_trailing_zero, X)
CALL(first_leading_one, X)
CALL(first_leading_zero, X)
CALL(redundant_sign_bits, X)

CALL(is_pow2, X)
CALL(floor_pow2, X)
CALL(ceil_pow2, X)
CALL(log2_floor, X)
CALL(log2_ceil, X)
CALL(align_up, XX)
CALL(align_down, XX)
CALL(is_aligned, XX)

CALL(lowest_set, X)
CALL(lowest_clear, X)
CALL(clear_lowest_set, X)
CALL(set_lowest_clear, X)
CALL(clear_highest_set, X)
CALL(fill_trailing_zeros, X)
CALL(clear_trailing_ones, X)
CALL(trailing_zeros_mask, X)
CALL(trailing_ones_mask, X)
CALL(leading_zeros_mask, X)
CALL(leading_ones_mask, X)
CALL(fill_below, X)
CALL(fill_above, X)
CALL(lowest_run, X)
CALL(clear_lowest_run, X)

CALL(byteswap, X)
CALL(reverse, X)
CALL(rotl, XN)
CALL(rotr, XN)
CALL(delta_swap, XXN)

CALL(pext, XX)
CALL(pdep, XX)

CALL(rank, XN)
CALL(select, XN)

CALL(morton2, XX)
CALL(morton2_x, X)
CALL(morton2_y, X)
CALL(morton3, XXX)
CALL(morton3_x, X)
CALL(morton3_y, X)
CALL(morton3_z, X)

CALL(avg_floor, XX)
CALL(avg_ceil, XX)
CALL(abs_diff, XX)
CALL(sat_add, XX)
CALL(sat_sub, XX)
CALL(sign, X)
CALL(zero_bytes, X)
CALL(has_zero_byte, X)

CALL(gray_encode, X)
CALL(gray_decode, X)
CALL(prefix_xor, X)
CALL(clmul, XX)

CALL(next_same_popcount, X)
CALL(next_submask, XX)
CALL(prev_submask, XX)
CALL(next_superset, XX)

LOAD(load_le)
LOAD(load_be)
STORE(store_le)
STORE(store_be)

/* ---- The table ---- */

#define NAMES(...)  \
    {               \
        __VA_ARGS__ \
    }
#define VERB(verb, topic, operands, names, result, does, example)                                 \
    {                                                                                             \
#verb, topic, operands, names, RESULT_##result, "8 16 32 64", does, example, call_##verb, \
            NULL, NULL                                                                            \
    }
#define VERB_CHANGING(what, verb, topic, operands, names, does, example)                         \
    {                                                                                            \
#verb, topic, operands, names, RESULT_CHANGED, "8 16 32 64", does, example, call_##verb, \
            what, changed_##verb                                                                 \
    }

const struct verb verbs[] = {
    VERB(set, "bit", "xi", NAMES("x", "i"), NUMBER, "Sets bit i of x: makes it 1.", "0b10110100 0"),
    VERB(clear, "bit", "xi", NAMES("x", "i"), NUMBER, "Clears bit i of x: makes it 0.",
         "0b10110100 2"),
    VERB(flip, "bit", "xi", NAMES("x", "i"), NUMBER,
         "Flips bit i of x: 0 becomes 1, and 1 becomes 0.", "0b10110100 7"),
    VERB(modify, "bit", "xis", NAMES("x", "i", "state"), NUMBER, "Makes bit i of x equal to state.",
         "0b10110100 2 0"),
    VERB(is_set, "bit", "xi", NAMES("x", "i"), TRUTH, "Tells whether bit i of x is 1.",
         "0b10110100 4"),
    VERB_CHANGING("x", set_checked, "bit", "xn", NAMES("x", "i"),
                  "Sets bit i of x in place if there is a bit i; tells whether there is.",
                  "0b10110100 8"),
    VERB_CHANGING("x", clear_checked, "bit", "xn", NAMES("x", "i"),
                  "Clears bit i of x in place if there is a bit i; tells whether there is.",
                  "0b10110100 5"),
    VERB_CHANGING("x", flip_checked, "bit", "xn", NAMES("x", "i"),
                  "Flips bit i of x in place if there is a bit i; tells whether there is.",
                  "0b10110100 5"),
    VERB_CHANGING(
        "x", modify_checked, "bit", "xns", NAMES("x", "i", "state"),
        "Makes bit i of x equal to state, in place, if there is a bit i; tells whether there is.",
        "0b10110100 3 1"),
    VERB_CHANGING("state", is_set_checked, "bit", "xns", NAMES("x", "i", "state"),
                  "Stores bit i of x in state if there is a bit i; tells whether there is.",
                  "0b10110100 4 0"),
    VERB_CHANGING("x", test_and_set, "bit", "xi", NAMES("x", "i"),
                  "Sets bit i of x in place, and tells whether it was 1 before.", "0b10110100 0"),
    VERB_CHANGING("x", test_and_clear, "bit", "xi", NAMES("x", "i"),
                  "Clears bit i of x in place, and tells whether it was 1 before.", "0b10110100 2"),
    VERB_CHANGING("x", test_and_flip, "bit", "xi", NAMES("x", "i"),
                  "Flips bit i of x in place, and tells whether it was 1 before.", "0b10110100 7"),
    VERB(is_odd, "bit", "x", NAMES("x"), TRUTH, "Tells whether x is odd: not a multiple of 2.",
         "181"),
    VERB(is_even, "bit", "x", NAMES("x"), TRUTH, "Tells whether x is even: a multiple of 2.",
         "180"),
    VERB(low_mask, "field", "n", NAMES("n"), NUMBER, "A mask of the n lowest bits: 2^n - 1.", "5"),
    VERB(mask, "field", "nn", NAMES("first", "count"), NUMBER,
         "A mask of count bits from bit first up.", "2 3"),
    VERB(is_mask, "field", "x", NAMES("x"), TRUTH, "Tells whether the 1 bits of x are one run.",
         "0b00011100"),
    VERB(is_low_mask, "field", "x", NAMES("x"), TRUTH,
         "Tells whether the 1 bits of x are one run that begins at bit 0.", "0b00011111"),
    VERB(extract, "field", "xnn", NAMES("x", "first", "count"), NUMBER,
         "Takes the field of count bits from bit first up out of x, and moves it down to bit 0.",
         "0b10110100 2 4"),
    VERB(mux, "field", "mxx", NAMES("mask", "a", "b"), NUMBER,
         "Takes the bits of a where mask is 1, and those of b where it is 0.",
         "0b00111100 0b10101010 0b11110000"),
    VERB(insert, "field", "xnnx", NAMES("x", "first", "count", "value"), NUMBER,
         "Replaces the field of count bits from bit first up of x by the lowest bits of value.",
         "0b10110100 2 4 0b0110"),
    VERB(sign_extend, "field", "xn", NAMES("x", "n"), SIGNED,
         "Reads the n lowest bits of x as a signed number.", "0b00001011 4"),
    VERB(popcount, "count", "x", NAMES("x"), COUNT, "Counts the 1 bits of x.", "0b10110111"),
    VERB(parity, "count", "x", NAMES("x"), TRUTH, "Tells whether the number of 1 bits of x is odd.",
         "0b10110110"),
    VERB(clz, "count", "x", NAMES("x"), COUNT,
         "Counts the 0 bits above the highest 1 bit of x (count leading zeros).", "0b00010110"),
    VERB(ctz, "count", "x", NAMES("x"), COUNT,
         "Counts the 0 bits below the lowest 1 bit of x (count trailing zeros).", "0b10110000"),
    VERB(count_zeros, "count", "x", NAMES("x"), COUNT, "Counts the 0 bits of x.", "0b10110111"),
    VERB(clo, "count", "x", NAMES("x"), COUNT,
         "Counts the 1 bits above the highest 0 bit of x (count leading ones).", "0b11100110"),
    VERB(cto, "count", "x", NAMES("x"), COUNT,
         "Counts the 1 bits below the lowest 0 bit of x (count trailing ones).", "0b10110111"),
    VERB(bit_width, "count", "x", NAMES("x"), COUNT,
         "Tells how many bits it takes to write x: the highest 1 bit has index bit_width - 1.",
         "0b00010110"),
    VERB(ffs, "count", "x", NAMES("x"), COUNT,
         "Finds the lowest 1 bit of x: its index plus 1, 0 if there is none (find first set).",
         "0b10110000"),
    VERB(first_trailing_zero, "count", "x", NAMES("x"), COUNT,
         "Finds the lowest 0 bit of x: its index plus 1, 0 if there is none.", "0b10110111"),
    VERB(first_leading_one, "count", "x", NAMES("x"), COUNT,
         "Finds the highest 1 bit of x, counted from the top from 1; 0 if there is none.",
         "0b00010110"),
    VERB(first_leading_zero, "count", "x", NAMES("x"), COUNT,
         "Finds the highest 0 bit of x, counted from the top from 1; 0 if there is none.",
         "0b11100110"),
    VERB(redundant_sign_bits, "count", "x", NAMES("x"), COUNT,
         "Counts the bits below the top bit of x that only repeat it.", "0b11110110"),
    VERB(is_pow2, "pow2", "x", NAMES("x"), TRUTH, "Tells whether x is a power of two.", "64"),
    VERB(floor_pow2, "pow2", "x", NAMES("x"), NUMBER, "Rounds x down to a power of two; 0 stays 0.",
         "100"),
    VERB(ceil_pow2, "pow2", "x", NAMES("x"), NUMBER,
         "Rounds x up to a power of two; 0 if the width cannot hold it.", "100"),
    VERB(log2_floor, "pow2", "x", NAMES("x"), COUNT,
         "The logarithm of x to the base 2, rounded down; the width for 0.", "100"),
    VERB(log2_ceil, "pow2", "x", NAMES("x"), COUNT,
         "The logarithm of x to the base 2, rounded up; 0 for 0.", "100"),
    VERB(align_up, "pow2", "xa", NAMES("x", "alignment"), NUMBER,
         "Rounds x up to a multiple of alignment, a power of two.", "13 8"),
    VERB(align_down, "pow2", "xa", NAMES("x", "alignment"), NUMBER,
         "Rounds x down to a multiple of alignment, a power of two.", "13 8"),
    VERB(is_aligned, "pow2", "xa", NAMES("x", "alignment"), TRUTH,
         "Tells whether x is a multiple of alignment, a power of two.", "24 8"),
    VERB(lowest_set, "ends", "x", NAMES("x"), NUMBER, "Keeps the lowest 1 bit of x alone.",
         "0b10110100"),
    VERB(lowest_clear, "ends", "x", NAMES("x"), NUMBER,
         "Finds the lowest 0 bit of x: a 1 in its place, all else 0.", "0b10110111"),
    VERB(clear_lowest_set, "ends", "x", NAMES("x"), NUMBER, "Clears the lowest 1 bit of x.",
         "0b10110100"),
    VERB(set_lowest_clear, "ends", "x", NAMES("x"), NUMBER, "Sets the lowest 0 bit of x.",
         "0b10110111"),
    VERB(clear_highest_set, "ends", "x", NAMES("x"), NUMBER, "Clears the highest 1 bit of x.",
         "0b00110100"),
    VERB(fill_trailing_zeros, "ends", "x", NAMES("x"), NUMBER,
         "Sets the 0 bits below the lowest 1 bit of x.", "0b10110000"),
    VERB(clear_trailing_ones, "ends", "x", NAMES("x"), NUMBER,
         "Clears the 1 bits below the lowest 0 bit of x.", "0b10110111"),
    VERB(trailing_zeros_mask, "ends", "x", NAMES("x"), NUMBER,
         "Marks the 0 bits below the lowest 1 bit of x.", "0b10110000"),
    VERB(trailing_ones_mask, "ends", "x", NAMES("x"), NUMBER,
         "Marks the 1 bits below the lowest 0 bit of x.", "0b10110111"),
    VERB(leading_zeros_mask, "ends", "x", NAMES("x"), NUMBER,
         "Marks the 0 bits above the highest 1 bit of x.", "0b00010110"),
    VERB(leading_ones_mask, "ends", "x", NAMES("x"), NUMBER,
         "Marks the 1 bits above the highest 0 bit of x.", "0b11100110"),
    VERB(fill_below, "ends", "x", NAMES("x"), NUMBER, "Sets all bits below the highest 1 bit of x.",
         "0b00100100"),
    VERB(fill_above, "ends", "x", NAMES("x"), NUMBER, "Sets all bits above the lowest 1 bit of x.",
         "0b00100100"),
    VERB(lowest_run, "ends", "x", NAMES("x"), NUMBER, "Keeps the lowest run of 1 bits of x alone.",
         "0b10111000"),
    VERB(clear_lowest_run, "ends", "x", NAMES("x"), NUMBER, "Clears the lowest run of 1 bits of x.",
         "0b10111000"),
    VERB(byteswap, "permute", "x", NAMES("x"), NUMBER, "Reverses the order of the bytes of x.",
         "0x1234"),
    VERB(reverse, "permute", "x", NAMES("x"), NUMBER, "Reverses the order of the bits of x.",
         "0b10110100"),
    VERB(rotl, "permute", "xn", NAMES("x", "n"), NUMBER,
         "Rotates x to the left by n: bits that leave at the top come in at the bottom.",
         "0b10110100 3"),
    VERB(rotr, "permute", "xn", NAMES("x", "n"), NUMBER,
         "Rotates x to the right by n: bits that leave at the bottom come in at the top.",
         "0b10110100 3"),
    VERB(delta_swap, "permute", "xmn", NAMES("x", "mask", "shift"), NUMBER,
         "Swaps each bit of x that mask marks with the bit shift places above it.",
         "0b10110100 0b00000011 4"),
    {"transpose8x8",
     "permute",
     "x",
     {"x"},
     RESULT_NUMBER,
     "64",
     "Turns x, 8 rows of 8 bits, so that rows become columns.",
     "0x00000000000000ff",
     call_transpose8x8,
     NULL,
     NULL},
    VERB(pext, "pext", "xm", NAMES("x", "mask"), NUMBER,
         "Gathers the bits of x that mask marks at the low end.", "0b10110100 0b11001100"),
    VERB(pdep, "pext", "xm", NAMES("x", "mask"), NUMBER,
         "Scatters the low bits of x to the places that mask marks.", "0b00001011 0b11001100"),
    VERB(rank, "rank", "xn", NAMES("x", "i"), COUNT, "Counts the 1 bits of x below bit i.",
         "0b10110100 5"),
    VERB(select, "rank", "xn", NAMES("x", "k"), COUNT,
         "Finds the k-th 1 bit of x, counted from 0: its index, the width if there is none.",
         "0b10110100 2"),
    VERB(morton2, "morton", "hh", NAMES("x", "y"), NUMBER,
         "The Morton code of the point (x, y): the bits of x and y by turns.", "0b0111 0b0001"),
    VERB(morton2_x, "morton", "x", NAMES("c"), NUMBER,
         "The coordinate x of the point with the Morton code c.", "0b00010111"),
    VERB(morton2_y, "morton", "x", NAMES("c"), NUMBER,
         "The coordinate y of the point with the Morton code c.", "0b00010111"),
    VERB(morton3, "morton", "ttt", NAMES("x", "y", "z"), NUMBER,
         "The Morton code of the point (x, y, z): the bits of x, y and z by turns.", "3 1 2"),
    VERB(morton3_x, "morton", "x", NAMES("c"), NUMBER,
         "The coordinate x of the point with the Morton code c.", "0b00101011"),
    VERB(morton3_y, "morton", "x", NAMES("c"), NUMBER,
         "The coordinate y of the point with the Morton code c.", "0b00101011"),
    VERB(morton3_z, "morton", "x", NAMES("c"), NUMBER,
         "The coordinate z of the point with the Morton code c.", "0b00101011"),
    VERB(avg_floor, "arith", "xx", NAMES("a", "b"), NUMBER,
         "The average of a and b, rounded down, without overflow.", "200 101"),
    VERB(avg_ceil, "arith", "xx", NAMES("a", "b"), NUMBER,
         "The average of a and b, rounded up, without overflow.", "200 101"),
    VERB(abs_diff, "arith", "xx", NAMES("a", "b"), NUMBER,
         "The distance between a and b: the larger minus the smaller.", "100 130"),
    VERB(sat_add, "arith", "xx", NAMES("a", "b"), NUMBER,
         "The sum of a and b, or the largest number of the width if the sum is larger.", "200 100"),
    VERB(sat_sub, "arith", "xx", NAMES("a", "b"), NUMBER, "a minus b, or 0 if b is larger.",
         "100 130"),
    VERB(sign, "arith", "x", NAMES("x"), INT, "The sign of x read as a signed number: -1, 0 or 1.",
         "-6"),
    VERB(zero_bytes, "arith", "x", NAMES("x"), NUMBER,
         "Marks the bytes of x that are 0 in their top bits.", "0x4d00b700"),
    VERB(has_zero_byte, "arith", "x", NAMES("x"), TRUTH, "Tells whether a byte of x is 0.",
         "0x4d00b712"),
    VERB(gray_encode, "carryless", "x", NAMES("x"), NUMBER,
         "The Gray code of x: the codes of x and x + 1 differ in one bit.", "0b10110100"),
    VERB(gray_decode, "carryless", "x", NAMES("code"), NUMBER,
         "The number whose Gray code is given.", "0b11101110"),
    VERB(prefix_xor, "carryless", "x", NAMES("x"), NUMBER,
         "Makes bit i the parity of bits 0 to i of x.", "0b00100100"),
    VERB(clmul, "carryless", "xx", NAMES("a", "b"), NUMBER,
         "Multiplies a and b without carries: xor in place of +.", "0b1011 0b0101"),
    VERB(next_same_popcount, "enumerate", "x", NAMES("x"), NUMBER,
         "The next greater number with as many 1 bits as x; 0 if there is none.", "0b00010110"),
    VERB(next_submask, "enumerate", "xm", NAMES("x", "mask"), NUMBER,
         "The next greater submask of mask after its submask x; 0 after the last one.",
         "0b00000100 0b10100110"),
    VERB(prev_submask, "enumerate", "xm", NAMES("x", "mask"), NUMBER,
         "The next smaller submask of mask before its submask x; mask before 0.",
         "0b10000000 0b10100110"),
    VERB(next_superset, "enumerate", "xm", NAMES("x", "mask"), NUMBER,
         "The next greater superset of mask after its superset x; mask after the last one.",
         "0b10100111 0b10100110"),
    VERB(load_le, "memory", "p", NAMES("p"), NUMBER,
         "Reads an integer from memory, the least significant byte first (little-endian).", "0102"),
    VERB(load_be, "memory", "p", NAMES("p"), NUMBER,
         "Reads an integer from memory, the most significant byte first (big-endian).", "0102"),
    VERB(store_le, "memory", "x", NAMES("x"), BYTES,
         "Writes an integer to memory, the least significant byte first (little-endian).",
         "0x1234"),
    VERB(store_be, "memory", "x", NAMES("x"), BYTES,
         "Writes an integer to memory, the most significant byte first (big-endian).", "0x1234"),
};
const size_t nverbs = sizeof verbs / sizeof verbs[0];
