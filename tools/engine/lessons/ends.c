/* lessons/ends.c: the lowest and the highest bits, and the runs that end there. */
#include "sentences.h"

static const struct lesson_step lowest_set_main[] = {
    {IF, "x != 0", NEGATE},
    {END, NULL, NULL},
    {IF, "x == 0", NEGATE_0},
    {END, NULL, NULL},
    {STEP, "minus = ~x + 1", NULL},
    {STEP, "result = x & minus", "AND (in C: `&`) keeps what is 1 in both."},
    {IF, "x != 0",
     " That is the lowest 1 bit alone: above it the two are opposite, below it both have 0."},
    {END, NULL, NULL},
    {IF, "x == 0", " Both are 0: there is no 1 bit."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};
static const struct lesson_step lowest_set_clearing[] = {
    {IF, "x != 0", SUBTRACT_1},
    {END, NULL, NULL},
    {IF, "x == 0", SUBTRACT_1_FROM_0},
    {END, NULL, NULL},
    {STEP, "less = x - 1", NULL},
    {STEP, "rest = x & less",
     "AND (in C: `&`) keeps what is 1 in both: x without its lowest 1 bit."},
    {STEP, "result = x ^ rest",
     "XOR (in C: `^`) is 1 where the two differ: in the place that was cleared."},
    {IF, "x == 0", " Nothing was cleared, so nothing differs."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};
static const struct lesson_step lowest_clear_main[] = {
    {IF, "~x != 0", ADD_1},
    {END, NULL, NULL},
    {IF, "~x == 0", ADD_1_TO_ALL},
    {END, NULL, NULL},
    {STEP, "more = x + 1", NULL},
    {STEP, "result = ~x & more", "AND with `~x` keeps the 1 bits that x does not have."},
    {IF, "~x != 0", " There is one: the place where the carry stopped, the lowest 0 bit of x."},
    {END, NULL, NULL},
    {IF, "~x == 0", " There is none, because x has no 0 bit."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step clear_lowest_set_main[] = {
    {IF, "x != 0", SUBTRACT_1},
    {END, NULL, NULL},
    {IF, "x == 0", SUBTRACT_1_FROM_0},
    {END, NULL, NULL},
    {STEP, "less = x - 1", NULL},
    {STEP, "result = x & less", "AND (in C: `&`) keeps what is 1 in both."},
    {IF, "x != 0",
     " Everything above the lowest 1 bit stays, and nothing from there down is 1 in both."},
    {END, NULL, NULL},
    {IF, "x == 0", " There was no 1 bit to clear: 0 AND anything is 0."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};
static const struct lesson_step clear_lowest_set_subtracting[] = {
    {STEP, "lowest = x & -x", KEEP_LOWEST},
    {STEP, "result = x - lowest",
     "Subtract its value. Nothing is borrowed, because x has each bit that is taken away."},
    {END, NULL, NULL},
};
static const struct lesson_step set_lowest_clear_main[] = {
    {IF, "~x != 0", ADD_1},
    {END, NULL, NULL},
    {IF, "~x == 0", ADD_1_TO_ALL},
    {END, NULL, NULL},
    {STEP, "more = x + 1", NULL},
    {STEP, "result = x | more",
     "OR (in C: `|`) keeps what is 1 in one of them: all 1 bits of x, and the place where the "
     "carry stopped."},
    {IF, "~x == 0", " It stopped nowhere, so x stays as it is."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step clear_highest_set_main[] = {
    {STEP, "zeros = clz(x | 1)", COUNT_ABOVE},
    {ASSIGN, "place = WIDTH - 1 - zeros", NULL},
    {STEP, "highest = 1 << place",
     "The places are counted from 0 to {WIDTH - 1}, so that bit is in place {place}. Shift a 1 "
     "there."},
    {STEP, "result = x & ~highest",
     "`~highest` has 0 in that place alone. So AND clears it in x, and keeps all others."},
    {END, NULL, NULL},
};
static const struct lesson_step clear_highest_set_smearing[] = {
    {ASSIGN, "fill = x", NULL},
    {ASSIGN, "by = 1", NULL},
    {WHILE, "by < WIDTH", SMEAR},
    {STEP, "fill = fill | (fill >> by)", "Shifted right by {by}:"},
    {ASSIGN, "by = by * 2", NULL},
    {END, NULL, NULL},
    {STEP, "result = x & (fill >> 1)",
     "All bits from the highest 1 bit down are 1 now. Shifted right by 1 they begin below that "
     "bit. AND keeps what x has there."},
    {END, NULL, NULL},
};

static const struct lesson_step fill_trailing_zeros_main[] = {
    {IF, "x != 0", SUBTRACT_1},
    {END, NULL, NULL},
    {IF, "x == 0", SUBTRACT_1_FROM_0},
    {END, NULL, NULL},
    {STEP, "less = x - 1", NULL},
    {STEP, "result = x | less",
     "OR (in C: `|`) keeps what is 1 in one of them: all 1 bits of x, and those that are new."},
    {END, NULL, NULL},
};
static const struct lesson_step clear_trailing_ones_main[] = {
    {IF, "~x != 0", ADD_1},
    {END, NULL, NULL},
    {IF, "~x == 0", ADD_1_TO_ALL},
    {END, NULL, NULL},
    {STEP, "more = x + 1", NULL},
    {STEP, "result = x & more",
     "AND (in C: `&`) keeps what is 1 in both: the 1 bits of x that have not become 0. The 1 bit "
     "where the carry stopped, if it did, is not one of x and is dropped."},
    {IF, "!(x & 1)", " Bit 0 of x is 0: there is no 1 bit at the right end, and x stays as it is."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step trailing_zeros_mask_main[] = {
    {IF, "x != 0", SUBTRACT_1},
    {END, NULL, NULL},
    {IF, "x == 0", SUBTRACT_1_FROM_0},
    {END, NULL, NULL},
    {STEP, "less = x - 1", NULL},
    {STEP, "result = ~x & less",
     "AND with `~x` keeps the 1 bits that x does not have: those that have just become 1."},
    {END, NULL, NULL},
};
static const struct lesson_step trailing_ones_mask_main[] = {
    {IF, "~x != 0", ADD_1},
    {END, NULL, NULL},
    {IF, "~x == 0", ADD_1_TO_ALL},
    {END, NULL, NULL},
    {STEP, "more = x + 1", NULL},
    {STEP, "result = x & ~more",
     "AND with the opposite of `x + 1` keeps the 1 bits of x that have become 0."},
    {IF, "!(x & 1)",
     " Bit 0 of x is 0: there is no 1 bit at the right end, and none has become 0."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step leading_zeros_mask_main[] = {
    {STEP, "zeros = clz(x | 1)", COUNT_ABOVE},
    {ASSIGN, "place = WIDTH - 1 - zeros", NULL},
    {STEP, "upper = ~0 << place",
     "The places are counted from 0 to {WIDTH - 1}, so that bit is in place {place}. All bits 1 "
     "(`~0`), shifted left by {place}, mark the places from there up."},
    {STEP, "result = ~x & upper", "AND keeps those of them where x has 0."},
    {END, NULL, NULL},
};
static const struct lesson_step leading_zeros_mask_smearing[] = {
    {ASSIGN, "fill = x", NULL},
    {ASSIGN, "by = 1", NULL},
    {WHILE, "by < WIDTH", SMEAR},
    {STEP, "fill = fill | (fill >> by)", "Shifted right by {by}:"},
    {ASSIGN, "by = by * 2", NULL},
    {END, NULL, NULL},
    {STEP, "result = ~fill",
     "All bits from the highest 1 bit down are 1 now. Flip every bit: what was above it is 1."},
    {END, NULL, NULL},
};
static const struct lesson_step leading_ones_mask_main[] = {
    {STEP, "y = ~x", "Flip every bit (in C: `~`): the 1 bits at the left end become 0 bits."},
    {STEP, "zeros = clz(y | 1)",
     "Count them: they are above the highest 1 bit of y. (`y | 1` has the same highest 1 bit, "
     "and has one even if y is 0.)"},
    {ASSIGN, "place = WIDTH - 1 - zeros", NULL},
    {STEP, "upper = ~0 << place",
     "All bits 1 (`~0`), shifted left by {place}, mark the places from {place} up."},
    {STEP, "result = x & upper", "AND keeps those of them where x has 1."},
    {END, NULL, NULL},
};

static const struct lesson_step fill_below_main[] = {
    {STEP, "zeros = clz(x | 1)", COUNT_ABOVE},
    {STEP, "below = (~0 >> 1) >> zeros",
     "~0 has all bits 1; `~0 >> 1` has all 1 but the top bit. Shifted right by {zeros} more, "
     "these are the places below that bit."},
    {STEP, "result = x | below", "OR sets them in x."},
    {END, NULL, NULL},
};
static const struct lesson_step fill_below_smearing[] = {
    {ASSIGN, "fill = x", NULL},
    {ASSIGN, "by = 1", NULL},
    {WHILE, "by < WIDTH", SMEAR},
    {STEP, "fill = fill | (fill >> by)", "Shifted right by {by}:"},
    {ASSIGN, "by = by * 2", NULL},
    {END, NULL, NULL},
    {ROW, "result = fill", "All bits from the highest 1 bit down are 1 now."},
    {END, NULL, NULL},
};
static const struct lesson_step fill_above_main[] = {
    {IF, "x != 0", NEGATE},
    {END, NULL, NULL},
    {IF, "x == 0", NEGATE_0},
    {END, NULL, NULL},
    {STEP, "minus = ~x + 1", NULL},
    {STEP, "result = x | minus", "OR (in C: `|`) keeps what is 1 in one of them."},
    {IF, "x != 0",
     " Above the lowest 1 bit of x the two are opposite, so each place is 1 in one of them."},
    {END, NULL, NULL},
    {IF, "x == 0", " Both are 0: there is no 1 bit, and nothing above one."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

#define CARRY_THROUGH_RUN                                                                       \
    "Add it to x. In its place 1 + 1 gives 0 and a carry, and so on through the run of 1 bits " \
    "that begins there. The carry stops in the 0 bit after the run, or is lost at the top."

static const struct lesson_step lowest_run_main[] = {
    {STEP, "lowest = x & -x", KEEP_LOWEST},
    {IF, "x != 0", CARRY_THROUGH_RUN},
    {END, NULL, NULL},
    {IF, "x == 0", "Add it to x. x is 0 and has no run of 1 bits, so nothing changes."},
    {END, NULL, NULL},
    {STEP, "sum = x + lowest", NULL},
    {STEP, "result = x & ~sum",
     "AND with the opposite keeps the 1 bits of x that have become 0: the run."},
    {END, NULL, NULL},
};
static const struct lesson_step clear_lowest_run_main[] = {
    {STEP, "lowest = x & -x", KEEP_LOWEST},
    {IF, "x != 0", CARRY_THROUGH_RUN},
    {END, NULL, NULL},
    {IF, "x == 0", "Add it to x. x is 0 and has no run of 1 bits, so nothing changes."},
    {END, NULL, NULL},
    {STEP, "sum = x + lowest", NULL},
    {STEP, "result = x & sum",
     "AND keeps the 1 bits of x that are still there. The 1 bit where the carry stopped, if it "
     "did, is not one of x and is dropped."},
    {END, NULL, NULL},
};

const struct lesson lessons_ends[] = {
    {"lowest_set", "main", "Keep the lowest 1 bit of x = {x} alone.", "x & -x", ALL_WIDTHS,
     lowest_set_main},
    {"lowest_set", "clearing", "Keep the lowest 1 bit of x = {x} alone, by clearing it.",
     "x ^ (x & (x - 1))", ALL_WIDTHS, lowest_set_clearing},
    {"lowest_clear", "main", "Find the lowest 0 bit of x = {x}, as a 1 in its place.",
     "~x & (x + 1)", ALL_WIDTHS, lowest_clear_main},
    {"clear_lowest_set", "main", "Clear the lowest 1 bit of x = {x}: make it 0.", "x & (x - 1)",
     ALL_WIDTHS, clear_lowest_set_main},
    {"clear_lowest_set", "subtracting", "Clear the lowest 1 bit of x = {x} by subtracting it.",
     "x - (x & -x)", ALL_WIDTHS, clear_lowest_set_subtracting},
    {"set_lowest_clear", "main", "Set the lowest 0 bit of x = {x}: make it 1.", "x | (x + 1)",
     ALL_WIDTHS, set_lowest_clear_main},
    {"clear_highest_set", "main", "Clear the highest 1 bit of x = {x}: make it 0.",
     "x & ~({1:C} << ({WIDTH - 1} - bmill_clz_u{WIDTH}(x | 1)))", ALL_WIDTHS,
     clear_highest_set_main},
    {"clear_highest_set", "smearing", "Clear the highest 1 bit of x = {x} by smearing it.",
     "{WIDTH:T} fill = x;\n" SMEAR_C("fill") "return x & (fill >> 1);", ALL_WIDTHS,
     clear_highest_set_smearing},
    {"fill_trailing_zeros", "main", "Set the 0 bits below the lowest 1 bit of x = {x}.",
     "x | (x - 1)", ALL_WIDTHS, fill_trailing_zeros_main},
    {"clear_trailing_ones", "main", "Clear the 1 bits below the lowest 0 bit of x = {x}.",
     "x & (x + 1)", ALL_WIDTHS, clear_trailing_ones_main},
    {"trailing_zeros_mask", "main", "Make a mask of the 0 bits below the lowest 1 bit of x = {x}.",
     "~x & (x - 1)", ALL_WIDTHS, trailing_zeros_mask_main},
    {"trailing_ones_mask", "main", "Make a mask of the 1 bits below the lowest 0 bit of x = {x}.",
     "x & ~(x + 1)", ALL_WIDTHS, trailing_ones_mask_main},
    {"leading_zeros_mask", "main", "Make a mask of the 0 bits above the highest 1 bit of x = {x}.",
     "~x & ({~0:C} << ({WIDTH - 1} - bmill_clz_u{WIDTH}(x | 1)))", ALL_WIDTHS,
     leading_zeros_mask_main},
    {"leading_zeros_mask", "smearing",
     "Make a mask of the 0 bits above the highest 1 bit of x = {x} by smearing it.",
     SMEAR_C("x") "return ~x;", ALL_WIDTHS, leading_zeros_mask_smearing},
    {"leading_ones_mask", "main", "Make a mask of the 1 bits above the highest 0 bit of x = {x}.",
     "x & ({~0:C} << ({WIDTH - 1} - bmill_clz_u{WIDTH}(~x | 1)))", ALL_WIDTHS,
     leading_ones_mask_main},
    {"fill_below", "main", "Set every bit below the highest 1 bit of x = {x}.",
     "x | ({~0 >> 1:C} >> bmill_clz_u{WIDTH}(x | 1))", ALL_WIDTHS, fill_below_main},
    {"fill_below", "smearing", "Set every bit below the highest 1 bit of x = {x} by smearing it.",
     SMEAR_C("x") "return x;", ALL_WIDTHS, fill_below_smearing},
    {"fill_above", "main", "Set every bit above the lowest 1 bit of x = {x}.", "x | -x", ALL_WIDTHS,
     fill_above_main},
    {"lowest_run", "main", "Keep the lowest run of 1 bits of x = {x} alone.", "x & ~(x + (x & -x))",
     ALL_WIDTHS, lowest_run_main},
    {"clear_lowest_run", "main", "Clear the lowest run of 1 bits of x = {x}.", "x & (x + (x & -x))",
     ALL_WIDTHS, clear_lowest_run_main},
    {0},
};
