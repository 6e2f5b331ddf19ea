/* lessons/pow2.c: powers of two, logarithms, and rounding to multiples. */
#include "sentences.h"

static const struct lesson_step is_pow2_clearing[] = {
    {SAY, NULL,
     " Each place is worth a power of two: 1, 2, 4, 8 and so on. So exactly one place of a power "
     "of two may hold 1."},
    {IF, "x != 0", SUBTRACT_1},
    {END, NULL, NULL},
    {IF, "x == 0", SUBTRACT_1_FROM_0},
    {END, NULL, NULL},
    {STEP, "less = x - 1", NULL},
    {STEP, "rest = x & less",
     "AND (in C: `&`) keeps what is 1 in both: the 1 bits above the lowest one, if there are "
     "any."},
    {IF, "rest != 0", " Something is left: x has more than one 1 bit and is no power of two."},
    {END, NULL, NULL},
    {IF, "x != 0 && rest == 0",
     " Nothing is left: the lowest 1 bit was the only one. So x is a power of two."},
    {END, NULL, NULL},
    {IF, "x == 0",
     " Nothing is left, but nothing was there: 0 has no 1 bit and is no power of two."},
    {END, NULL, NULL},
    {STEP, "result = (x != 0) & (rest == 0)",
     "0 passes the test, too, though it is no power of two, so it is checked separately. Both "
     "must be true (1): x is not 0, and nothing is left."},
    {END, NULL, NULL},
};

static const struct lesson_step is_pow2_xor[] = {
    {IF, "x != 0", SUBTRACT_1},
    {END, NULL, NULL},
    {IF, "x == 0", SUBTRACT_1_FROM_0},
    {END, NULL, NULL},
    {STEP, "less = x - 1", NULL},
    {STEP, "low = x ^ less",
     "XOR (in C: `^`) is 1 where the two differ: in the place of the lowest 1 bit and in all "
     "places below it."},
    {IF, "x != 0 && (x & less) == 0",
     "The highest place where low or `x - 1` has a 1 is that bit, and `x - 1` has 0 there: low "
     "is larger. So it is if x has one 1 bit."},
    {END, NULL, NULL},
    {IF, "(x & less) != 0",
     "Above the lowest 1 bit low has only 0, but `x - 1` has a 1 there: low is smaller. So it is "
     "if x has more than one 1 bit."},
    {END, NULL, NULL},
    {IF, "x == 0",
     "x is 0: low and `x - 1` are equal, so low is not larger. 0 need not be checked separately."},
    {END, NULL, NULL},
    {STEP, "result = low > less", NULL},
    {END, NULL, NULL},
};

static const struct lesson_step is_pow2_loop[] = {
    {ASSIGN, "rest = x", NULL},
    {WHILE, "rest != 0 && !(rest & 1)",
     "While the number is even (bit 0 is 0), halve it: shift right by 1 (in C: `>> 1`). 0 is "
     "left out, because it would stay even for ever."},
    {ROW, "rest = rest >> 1", NULL},
    {END, NULL, NULL},
    {STEP, "result = rest == 1",
     "A power of two ends at 1, every other number at a larger odd one, and 0 at 0."},
    {END, NULL, NULL},
};

static const struct lesson_step is_pow2_popcount[] = {
    {STEP, "ones = popcount(x)", "Count the 1 bits. Many processors do that in one instruction."},
    {STEP, "result = ones == 1",
     "A power of two has exactly one. 0 has none, so it need not be checked separately."},
    {END, NULL, NULL},
};

static const struct lesson_step is_pow2_negation[] = {
    {IF, "x != 0", NEGATE},
    {END, NULL, NULL},
    {IF, "x == 0", NEGATE_0},
    {END, NULL, NULL},
    {STEP, "minus = ~x + 1", NULL},
    {STEP, "lowest = x & minus",
     "AND (in C: `&`) keeps what is 1 in both: the lowest 1 bit of x alone."},
    {IF, "x == 0",
     " That is all of x, but 0 is no power of two. So it is checked separately: `x != 0`."},
    {END, NULL, NULL},
    {STEP, "result = (x != 0) & (lowest == x)",
     "Of a power of two that bit is all of x. Both must be true (1): x is not 0, and lowest is "
     "x."},
    {END, NULL, NULL},
};

static const struct lesson_step is_pow2_clz[] = {
    {STEP, "zeros = clz(x)", "Count the 0 bits above the highest 1 bit."},
    {STEP, "top = x << zeros",
     "Shift them out to the left. The highest 1 bit, if there is one, is in the top place then."},
    {IF, "x == 0", " x is 0: all its bits are gone."},
    {END, NULL, NULL},
    {STEP, "rest = top << 1",
     "Shift it out, too. (In one shift by {zeros + 1} it would be the same here. But for x = 1 "
     "that is a shift by the width, which C leaves undefined.)"},
    {STEP, "result = (x != 0) & (rest == 0)",
     "Both must be true (1): x is not 0, and nothing is left after its highest 1 bit."},
    {END, NULL, NULL},
};

static const struct lesson_step floor_pow2_main[] = {
    {IF, "x == 0", NULL},
    {ROW, "result = 0",
     "No power of two is as small as 0. The result 0 says so: it is no power of two."},
    {END, NULL, NULL},
    {IF, "x != 0", NULL},
    {STEP, "zeros = clz(x)", "Count the 0 bits above the highest 1 bit."},
    {ASSIGN, "place = WIDTH - 1 - zeros", NULL},
    {STEP, "result = 1 << place",
     "The places are counted from 0 to {WIDTH - 1}, so the highest 1 bit is in place {place}. 1 "
     "shifted left by {place} is that bit alone, 2 to the {place}. The next power of two, twice "
     "as much, is more than x."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step floor_pow2_smearing[] = {
    {ASSIGN, "fill = x", NULL},
    {ASSIGN, "by = 1", NULL},
    {WHILE, "by < WIDTH", SMEAR},
    {STEP, "fill = fill | (fill >> by)", "Shifted right by {by}:"},
    {ASSIGN, "by = by * 2", NULL},
    {END, NULL, NULL},
    {STEP, "result = fill - (fill >> 1)",
     "All bits from the highest 1 bit down are 1 now. Take those below the highest away: it "
     "alone is left."},
    {END, NULL, NULL},
};

static const struct lesson_step floor_pow2_clearing[] = {
    {ASSIGN, "rest = x", NULL},
    {WHILE, "rest & (rest - 1)",
     "`rest & (rest - 1)` is rest without its lowest 1 bit. While something is left so, clear "
     "that bit."},
    {ROW, "rest = rest & (rest - 1)", NULL},
    {END, NULL, NULL},
    {ROW, "result = rest", "No more than one bit is 1 now: the highest 1 bit of x, if it has any."},
    {END, NULL, NULL},
};

static const struct lesson_step ceil_pow2_clz[] = {
    {IF, "x <= 1", NULL},
    {ROW, "result = 1", "The smallest power of two is 1, which is at least x already."},
    {END, NULL, NULL},
    {IF, "x > 1", NULL},
    {STEP, "less = x - 1",
     "Subtract 1, so that a power of two does not become the next one: its highest 1 bit goes "
     "down by one place, and doubling below brings it back. That of any other number stays."},
    {STEP, "zeros = clz(less)", "Count the 0 bits above the highest 1 bit of `x - 1`."},
    {ASSIGN, "place = WIDTH - 1 - zeros", NULL},
    {STEP, "result = 2 << place",
     "So that bit is in place {place} and worth `1 << {place}`. The power of two wanted is twice "
     "as much: `2 << {place}`."},
    {IF, "result == 0",
     " The bit has been shifted out at the top: the power of two is 2 to the {WIDTH}, which "
     "{WIDTH} bits cannot hold. The result 0 says so."},
    {END, NULL, NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step ceil_pow2_loop[] = {
    {ASSIGN, "power = 1", NULL},
    {ROW, "power", "Begin with the smallest power of two, 1."},
    {WHILE, "power != 0 && power < x",
     "Double it (shift left by 1, in C: `<< 1`) while it is smaller than {x}, and while it is "
     "not shifted out."},
    {ROW, "power = power << 1", NULL},
    {END, NULL, NULL},
    {IF, "power == 0",
     "The bit has been shifted out at the top: no power of two of {WIDTH} bits is at least {x}. "
     "The result 0 says so."},
    {END, NULL, NULL},
    {IF, "power != 0", "{power} is the first that is at least {x}."},
    {END, NULL, NULL},
    {ROW, "result = power", NULL},
    {END, NULL, NULL},
};

static const struct lesson_step ceil_pow2_clearing[] = {
    {IF, "x <= 1", NULL},
    {ROW, "result = 1", "The smallest power of two is 1, which is at least x already."},
    {END, NULL, NULL},
    {IF, "x > 1", NULL},
    {STEP, "rest = x - 1",
     "Subtract 1, so that a power of two does not become the next one: its highest 1 bit goes "
     "down by one place, and doubling below brings it back. That of any other number stays."},
    {WHILE, "rest & (rest - 1)",
     "`rest & (rest - 1)` is rest without its lowest 1 bit. While something is left so, clear "
     "that bit."},
    {ROW, "rest = rest & (rest - 1)", NULL},
    {END, NULL, NULL},
    {STEP, "result = rest << 1",
     "Only the highest 1 bit of `x - 1` is left. The power of two wanted is twice as much."},
    {IF, "result == 0",
     " The bit has been shifted out at the top: the power of two is 2 to the {WIDTH}, which "
     "{WIDTH} bits cannot hold. The result 0 says so."},
    {END, NULL, NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step ceil_pow2_smearing[] = {
    {IF, "x == 0", NULL},
    {ROW, "result = 1", "The smallest power of two is 1, which is more than 0."},
    {END, NULL, NULL},
    {IF, "x != 0", NULL},
    {STEP, "less = x - 1",
     "Subtract 1, so that a power of two does not become the next one: its highest 1 bit goes "
     "down by one place, and the last step brings it back. That of any other number stays."},
    {ASSIGN, "fill = less", NULL},
    {ASSIGN, "by = 1", NULL},
    {WHILE, "by < WIDTH", SMEAR},
    {STEP, "fill = fill | (fill >> by)", "Shifted right by {by}:"},
    {ASSIGN, "by = by * 2", NULL},
    {END, NULL, NULL},
    {STEP, "result = fill + 1",
     "All bits from the highest 1 bit down are 1 now. Add 1: the carry clears them all and sets "
     "the bit above, the power of two wanted."},
    {IF, "result == 0",
     " The carry is lost at the top: the power of two is 2 to the {WIDTH}, which {WIDTH} bits "
     "cannot hold. The result 0 says so."},
    {END, NULL, NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step ceil_pow2_double[] = {
    {IF, "x <= 1", NULL},
    {ROW, "result = 1", "The smallest power of two is 1, which is at least x already."},
    {END, NULL, NULL},
    {IF, "x > 1", NULL},
    {STEP, "less = x - 1",
     "Subtract 1, so that a power of two does not become the next one: its highest 1 bit goes "
     "down by one place, and doubling below brings it back. That of any other number stays."},
    {STEP, "y = less & ~(less >> 1)",
     "Clear each bit that is right of a 1 bit. The highest 1 bit stays. But 53 or more 1 bits "
     "after each other, which a double cannot hold, are no more there: it would be rounded up to "
     "the next power of two."},
    {ROW, "e = log2_floor(y)",
     "Convert y to a double. It is stored as a number from 1 up to 2, times 2 to the e. So e is "
     "the place of the highest 1 bit. It is read from bits 52 to 62 of the double, where `e + "
     "1023` stands."},
    {STEP, "result = 2 << e", "The power of two wanted is twice as much as that bit."},
    {IF, "result == 0",
     " The bit has been shifted out at the top: the power of two is 2 to the {WIDTH}, which "
     "{WIDTH} bits cannot hold. The result 0 says so."},
    {END, NULL, NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step log2_floor_main[] = {
    {IF, "x == 0", NULL},
    {ROW, "result = WIDTH",
     "0 has no logarithm: no power of two is that small. The result is {WIDTH}, the number "
     "of bits, which no other number gives."},
    {END, NULL, NULL},
    {IF, "x != 0", NULL},
    {STEP, "zeros = clz(x)", "Count the 0 bits above the highest 1 bit."},
    {ASSIGN, "last = WIDTH - 1", NULL},
    {STEP, "result = last - zeros",
     "The places are counted from 0 to {WIDTH - 1}, so the highest 1 bit is in place {last - "
     "zeros}. It is worth 2 to the {last - zeros}: the largest power of two in x."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step log2_floor_loop[] = {
    {IF, "x == 0", NULL},
    {ROW, "result = WIDTH",
     "0 has no logarithm: no power of two is that small. The result is {WIDTH}, the number "
     "of bits, which no other number gives."},
    {END, NULL, NULL},
    {IF, "x != 0", NULL},
    {ASSIGN, "rest = x", NULL},
    {ASSIGN, "n = 0", NULL},
    {WHILE, "rest > 1", "Halve x, without the remainder, until 1 is left, and count how often."},
    {ASSIGN, "n = n + 1", NULL},
    {ROW, "rest = rest >> 1", NULL},
    {END, NULL, NULL},
    {ROW, "result = n",
     "Halved {n} time{n:s}, x has become 1. That is the logarithm to the base 2, rounded down."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step log2_ceil_main[] = {
    {IF, "x <= 1", NULL},
    {ROW, "result = 0", "2 to the 0 is 1, which is at least x already."},
    {END, NULL, NULL},
    {IF, "x > 1", NULL},
    {STEP, "less = x - 1",
     "Subtract 1, so that a power of two counts as itself and not as more: its highest 1 bit "
     "goes down by one place. That of any other number stays."},
    {STEP, "zeros = clz(less)", "Count the 0 bits above the highest 1 bit of `x - 1`."},
    {STEP, "result = WIDTH - zeros",
     "The other {WIDTH - zeros} bits are those that `x - 1` needs. 2 to the {WIDTH - zeros} is "
     "the smallest number that needs one more: the smallest power of two that is more than `x - "
     "1`."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step align_up_main[] = {
    {IF, "alignment == 0", NULL},
    {ROW, "result = 0", "The only multiple of 0 is 0."},
    {END, NULL, NULL},
    {IF, "alignment != 0", NULL},
    {STEP, "low = alignment - 1",
     "A power of two minus 1 has a 1 in each place below it. In these places a multiple has 0."},
    {STEP, "sum = x + low",
     "Add it to x. If x is a multiple, the sum stays below the next one. Else it reaches the "
     "next one or passes it, but not the one after."},
    {STEP, "result = sum & ~low", "Clear these places: that goes down to the multiple."},
    {IF, "result < x",
     " The multiple is 2 to the {WIDTH}, which {WIDTH} bits cannot hold. So 0 is left."},
    {END, NULL, NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step align_up_division[] = {
    {IF, "alignment == 0", NULL},
    {ROW, "result = 0", "Nothing can be divided by 0. The only multiple of 0 is 0."},
    {END, NULL, NULL},
    {IF, "alignment != 0", NULL},
    {STEP, "whole = x / alignment", "See how many times {alignment} goes into x."},
    {STEP, "more = x % alignment != 0", "If something is left over, one more is needed."},
    {STEP, "times = whole + more", NULL},
    {STEP, "result = times * alignment", "{times} times {alignment} is the multiple wanted."},
    {IF, "result < x",
     " The multiple is 2 to the {WIDTH}, which {WIDTH} bits cannot hold. So 0 is left."},
    {END, NULL, NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step align_down_main[] = {
    {IF, "alignment == 0", NULL},
    {ROW, "result = 0", "The only multiple of 0 is 0."},
    {END, NULL, NULL},
    {IF, "alignment != 0", NULL},
    {STEP, "mask = ~alignment + 1",
     "Flip every bit (in C: `~`) and add 1: this is -alignment. It has 0 in each place below the "
     "power of two, and 1 from there up."},
    {STEP, "result = x & mask", "AND clears the places below, in which a multiple has 0."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step align_down_remainder[] = {
    {IF, "alignment == 0", NULL},
    {ROW, "result = 0", "Nothing can be divided by 0. The only multiple of 0 is 0."},
    {END, NULL, NULL},
    {IF, "alignment != 0", NULL},
    {STEP, "rest = x % alignment",
     "Divide x by {alignment}: the remainder (in C: `%`) is {x % alignment}."},
    {STEP, "result = x - rest", "Without that, x is a multiple."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step is_aligned_main[] = {
    {IF, "alignment == 0", NULL},
    {STEP, "result = x == 0", "The only multiple of 0 is 0."},
    {END, NULL, NULL},
    {IF, "alignment != 0", NULL},
    {STEP, "low = alignment - 1",
     "A power of two minus 1 has a 1 in each place below it. In these places a multiple has 0."},
    {STEP, "rest = x & low",
     "AND keeps what x has there: the remainder of a division by {alignment}."},
    {STEP, "result = rest == 0", "x is a multiple if nothing is left."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step is_aligned_remainder[] = {
    {IF, "alignment == 0", NULL},
    {STEP, "result = x == 0", "Nothing can be divided by 0. The only multiple of 0 is 0."},
    {END, NULL, NULL},
    {IF, "alignment != 0", NULL},
    {STEP, "rest = x % alignment",
     "Divide x by {alignment}: the remainder (in C: `%`) is {x % alignment}."},
    {STEP, "result = rest == 0", "x is a multiple if nothing is left."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

const struct lesson lessons_pow2[] = {
    {"is_pow2", "main", "Find whether x = {x} is a power of two: 1, 2, 4, 8 and so on.",
     "x != 0 && (x & (x - 1)) == 0", ALL_WIDTHS, is_pow2_clearing},
    {"is_pow2", "loop", "Find whether x = {x} is a power of two by halving it.",
     "while (x && !(x & 1))\n"
     "    x >>= 1;\n"
     "return x == 1;",
     ALL_WIDTHS, is_pow2_loop},
    {"is_pow2", "popcount", "Find whether x = {x} is a power of two by counting its 1 bits.",
     "bmill_popcount(x) == 1", ALL_WIDTHS, is_pow2_popcount},
    {"is_pow2", "clearing", "Find whether x = {x} is a power of two by clearing its lowest 1 bit.",
     "x != 0 && (x & (x - 1)) == 0", ALL_WIDTHS, is_pow2_clearing},
    {"is_pow2", "negation", "Find whether x = {x} is a power of two by negation.",
     "x != 0 && (x & -x) == x", ALL_WIDTHS, is_pow2_negation},
    {"is_pow2", "clz", "Find whether x = {x} is a power of two by its leading zeros.",
     "x != 0 && ({WIDTH:T})(x << bmill_clz(x) << 1) == 0", ALL_WIDTHS, is_pow2_clz},
    {"is_pow2", "xor", "Find whether x = {x} is a power of two, without a test for 0.",
     "(x ^ (x - 1)) > x - 1", ALL_WIDTHS, is_pow2_xor},
    {"floor_pow2", "main", "Round x = {x} down to a power of two.",
     "x ? {1:C} << ({WIDTH - 1} - bmill_clz(x)) : 0", ALL_WIDTHS, floor_pow2_main},
    {"floor_pow2", "clearing", "Round x = {x} down to a power of two by clearing its lower 1 bits.",
     "while (x & (x - 1))\n"
     "    x &= x - 1;\n"
     "return x;",
     ALL_WIDTHS, floor_pow2_clearing},
    {"floor_pow2", "smearing",
     "Round x = {x} down to a power of two by smearing its highest 1 bit.",
     SMEAR_C("x") "return x - (x >> 1);", ALL_WIDTHS, floor_pow2_smearing},
    {"ceil_pow2", "main", "Round x = {x} up to a power of two.",
     "{WIDTH:T} power = 1;\n"
     "while (power && power < x)\n"
     "    power <<= 1;\n"
     "return power;",
     ALL_WIDTHS, ceil_pow2_loop},
    {"ceil_pow2", "loop", "Round x = {x} up to a power of two by doubling 1.",
     "{WIDTH:T} power = 1;\n"
     "while (power && power < x)\n"
     "    power <<= 1;\n"
     "return power;",
     ALL_WIDTHS, ceil_pow2_loop},
    {"ceil_pow2", "clearing", "Round x = {x} up to a power of two by clearing lower 1 bits.",
     "if (x <= 1)\n"
     "    return 1;\n"
     "for (x--; x & (x - 1);)\n"
     "    x &= x - 1;\n"
     "return x << 1;",
     ALL_WIDTHS, ceil_pow2_clearing},
    {"ceil_pow2", "smearing",
     "Round x = {x} up to a power of two by smearing the highest 1 bit of `x - 1`.",
     "if (x == 0)\n"
     "    return 1;\n"
     "x--;\n" SMEAR_C("x") "return x + 1;",
     ALL_WIDTHS, ceil_pow2_smearing},
    {"ceil_pow2", "double", "Round x = {x} up to a power of two by floating point.",
     "if (x <= 1)\n"
     "    return 1;\n"
     "x--;\n"
     "double d = (double)(x & ~(x >> 1));\n"
     "uint64_t bits;\n"
     "memcpy(&bits, &d, sizeof bits);\n"
     "return {2:C} << ((bits >> 52) - 1023);",
     ALL_WIDTHS, ceil_pow2_double},
    {"ceil_pow2", "clz", "Round x = {x} up to a power of two by the leading zeros of `x - 1`.",
     "x > 1 ? {2:C} << ({WIDTH - 1} - bmill_clz_u{WIDTH}(x - 1)) : 1", ALL_WIDTHS, ceil_pow2_clz},
    {"log2_floor", "main",
     "Take the logarithm of x = {x} to the base 2, rounded down: the place of its highest 1 bit.",
     "x ? {WIDTH - 1} - bmill_clz(x) : {WIDTH}", ALL_WIDTHS, log2_floor_main},
    {"log2_floor", "loop", "Take the logarithm of x = {x} to the base 2, rounded down, by halving.",
     "if (x == 0)\n"
     "    return {WIDTH};\n"
     "unsigned n = 0;\n"
     "while (x >>= 1)\n"
     "    n++;\n"
     "return n;",
     ALL_WIDTHS, log2_floor_loop},
    {"log2_ceil", "main", "Take the logarithm of x = {x} to the base 2, rounded up.",
     "x > 1 ? {WIDTH} - bmill_clz_u{WIDTH}(x - 1) : 0", ALL_WIDTHS, log2_ceil_main},
    {"align_up", "main", "Round x = {x} up to a multiple of {alignment}.",
     "(x + alignment - 1) & -alignment", ALL_WIDTHS, align_up_main},
    {"align_up", "division", "Round x = {x} up to a multiple of {alignment} by a division.",
     "alignment ? (x / alignment + (x % alignment != 0)) * alignment : 0", ALL_WIDTHS,
     align_up_division},
    {"align_down", "main", "Round x = {x} down to a multiple of {alignment}.", "x & -alignment",
     ALL_WIDTHS, align_down_main},
    {"align_down", "remainder", "Round x = {x} down to a multiple of {alignment} by a division.",
     "alignment ? x - x % alignment : 0", ALL_WIDTHS, align_down_remainder},
    {"is_aligned", "main", "Find whether x = {x} is a multiple of {alignment}.",
     "(x & (alignment - 1)) == 0", ALL_WIDTHS, is_aligned_main},
    {"is_aligned", "remainder", "Find whether x = {x} is a multiple of {alignment} by a division.",
     "alignment ? x % alignment == 0 : x == 0", ALL_WIDTHS, is_aligned_remainder},
    {0},
};
