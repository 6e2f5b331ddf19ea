/* lessons/field.c: masks, and the fields they cut out of a number. */
#include "../lesson.h"

#define ALL "8 16 32 64"

static const struct lesson_step low_mask_main[] = {
    {IF, "n < WIDTH", "Make 2^{n}: shift 1 left by {n}."},
    {STEP, "power = 1 << n", NULL},
    {STEP, "result = power - 1",
     "Subtract 1, as on paper: each 0 below the 1 borrows from the place above it. The 1 becomes "
     "0, and a 1 is left in the {n} place{n:s} below it."},
    {END, NULL, NULL},
    {IF, "n >= WIDTH",
     "There are only {WIDTH} places, so all of them are low. In C, 1 << {n} has no meaning, and a "
     "function must handle this by itself."},
    {ROW, "result = ~0", NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};
static const struct lesson_step low_mask_inverting[] = {
    {ROW, "ones = ~0", "Take all 1 bits: ~0, each bit of 0 inverted."},
    {STEP, "high = ones << n",
     "Shift left by {n}: 0 comes in at the right, in the {n} lowest place{n:s}, as far as there "
     "are so many."},
    {STEP, "result = ~high", "Invert: the places that were 0 are 1 now, and the others 0."},
    {END, NULL, NULL},
};
static const struct lesson_step mask_main[] = {
    {ROW, "low = low_mask(count)",
     "Make a mask of {count} bit{count:s}, at the right: as explain low_mask {count} says."},
    {STEP, "result = low << first",
     "Shift it left by {first} (in C: `<<`), so that it begins in place {first}."},
    {IF, "first >= WIDTH",
     "There is no place {first}: places end at {WIDTH - 1}. So nothing is left."},
    {END, NULL, NULL},
    {IF, "first < WIDTH && count > WIDTH - first",
     "What would stand past place {WIDTH - 1} is lost."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};
static const struct lesson_step mask_difference[] = {
    {ROW, "below = low_mask(first)", "Mark the places below the field: the {first} lowest."},
    {ASSIGN, "end = WIDTH", NULL},
    {IF, "first < WIDTH && count < WIDTH - first", "The field ends before place {first + count}."},
    {ASSIGN, "end = first + count", NULL},
    {END, NULL, NULL},
    {ROW, "up_to = low_mask(end)", "Mark the places up to the end of the field: the {end} lowest."},
    {STEP, "result = up_to ^ below", "XOR marks where the two differ: in the field alone."},
    {END, NULL, NULL},
};
static const struct lesson_step is_mask_main[] = {
    {STEP, "lowest = x & -x",
     "Find the lowest 1 bit: x & -x keeps it alone (`explain lowest_set`)."},
    {STEP, "sum = x + lowest",
     "Add it to x. Each 1 of the lowest run becomes 0 and carries, up to the first 0, which "
     "becomes 1."},
    {STEP, "others = x & sum",
     "AND keeps the 1 bits of x that are still there: those of other runs. They all stand above "
     "the lowest 1 bit."},
    {STEP, "result = others < lowest",
     "So they are less than the lowest 1 bit only if there are none, and then x is one run. For x "
     "= 0 both are 0, and the answer is no."},
    {END, NULL, NULL},
};
static const struct lesson_step is_mask_filling[] = {
    {STEP, "less = x - 1",
     "Subtract 1: the 0 bits below the lowest 1 become 1, and that 1 becomes 0."},
    {STEP, "filled = x | less",
     "OR fills the places below the lowest 1. If x is one run, 1 bits now go from the top of the "
     "run down to place 0."},
    {STEP, "next = filled + 1",
     "Add 1 to such a number, and a single 1 above the run is left, or nothing."},
    {STEP, "common = filled & next", "AND: no 1 in common means that there was one run."},
    {ROW, "result = common == 0 && x != 0",
     "0 has no run, but passes this test: ask for it separately."},
    {END, NULL, NULL},
};
static const struct lesson_step is_low_mask_main[] = {
    {STEP, "next = x + 1",
     "Add 1. It carries through the 1 bits at the right end, which become 0, into the first 0, "
     "which becomes 1."},
    {STEP, "changed = x ^ next",
     "XOR marks the places that have changed: the run at the right end, and the 0 above it."},
    {STEP, "result = changed > next",
     "Compare. x + 1 has the 1 that came up and all that stands above; the marks have that 1 and "
     "the run. The marks are greater if there is a run and nothing above it. If all bits were 1, x "
     "+ 1 is 0."},
    {END, NULL, NULL},
};
static const struct lesson_step is_low_mask_clearing[] = {
    {STEP, "next = x + 1",
     "Add 1: a run of 1 bits at the right end becomes 0, and carries 1 into the place above it."},
    {STEP, "common = x & next", "AND keeps what stands above. Nothing does if x is a low mask."},
    {ROW, "result = common == 0 && x != 0",
     "0 passes this test, too, but has no 1 bits: ask for it separately."},
    {END, NULL, NULL},
};
static const struct lesson_step extract_main[] = {
    {STEP, "down = x >> first",
     "Shift x right by {first} (in C: `>>`): place {first} comes to place 0, and what is below is "
     "lost."},
    {ROW, "low = low_mask(count)",
     "Make a mask of the {count} lowest place{count:s} (`explain low_mask {count}`)."},
    {STEP, "result = down & low",
     "AND (in C: `&`) keeps the marked places, and clears the others."},
    {IF, "first >= WIDTH",
     "There is no place {first}, so the field is empty. In C, x >> {first} has no meaning: a "
     "function must handle this by itself."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};
static const struct lesson_step mux_main[] = {
    {STEP, "from_a = a & mask",
     "AND keeps the bits of a where the mask is 1, and makes the others 0."},
    {STEP, "from_b = b & ~mask",
     "~mask is the mask inverted: AND keeps the bits of b where the mask is 0."},
    {STEP, "result = from_a | from_b",
     "OR puts the two together: in no place both have a 1 from outside, so nothing is mixed."},
    {END, NULL, NULL},
};
static const struct lesson_step mux_merging[] = {
    {STEP, "differ = a ^ b",
     "XOR marks the places where a and b differ: only these depend on the choice."},
    {STEP, "flips = differ & mask", "AND keeps those where the mask says a."},
    {STEP, "result = b ^ flips",
     "Begin with b, and flip these places: there b becomes a. One operation fewer than the plain "
     "way."},
    {END, NULL, NULL},
};
static const struct lesson_step insert_main[] = {
    {ROW, "field = mask(first, count)", "Mark the field (`explain mask {first} {count}`)."},
    {STEP, "hole = x & ~field",
     "Clear the field: ~field has a 0 in each of its places, and 1 elsewhere. AND gives 1 only if "
     "both bits are 1."},
    {STEP, "moved = value << first",
     "Shift the value left by {first}: its place 0 comes to place {first}."},
    {STEP, "part = moved & field",
     "Keep of it what belongs into the field, so that nothing else of x changes."},
    {STEP, "result = hole | part", "OR puts it into the hole."},
    {END, NULL, NULL},
};
static const struct lesson_step insert_merging[] = {
    {ROW, "field = mask(first, count)", "Mark the field (`explain mask {first} {count}`)."},
    {STEP, "moved = value << first",
     "Shift the value left by {first}: its place 0 comes to place {first}."},
    {STEP, "differ = moved ^ x", "XOR marks the places where x differs from that."},
    {STEP, "flips = differ & field", "Keep those in the field."},
    {STEP, "result = x ^ flips",
     "XOR flips these: they become equal to the value, and all others stay."},
    {END, NULL, NULL},
};
static const struct lesson_step sign_extend_main[] = {
    {ROW, "field = low_mask(n)", "Mark the {n} lowest place{n:s} (`explain low_mask {n}`)."},
    {STEP, "kept = x & field", "Keep these of x, and clear the rest."},
    {STEP, "sign = field & ~(field >> 1)",
     "The top place of the field says the sign: a 1 there counts negative."},
    {STEP, "negative = kept & sign", "Is it 1 in x?"},
    {IF, "negative != 0",
     "Yes: the number is negative. Set all places above the field. In a signed number the top "
     "place counts "
     "negative, so that repeating it to the left changes nothing: -8 is 1000, 11000, 111000 ..."},
    {STEP, "result = kept | ~field", NULL},
    {END, NULL, NULL},
    {IF, "negative == 0",
     "No: the number is not negative, and stays as it is, with 0 above the field."},
    {ROW, "result = kept", NULL},
    {END, NULL, NULL},
    {SAY, NULL, "Read the result as a signed number: {result:signed}."},
    {END, NULL, NULL},
};
static const struct lesson_step sign_extend_borrowing[] = {
    {ROW, "field = low_mask(n)", "Mark the {n} lowest place{n:s} (`explain low_mask {n}`)."},
    {STEP, "kept = x & field", "Keep these of x, and clear the rest."},
    {ROW, "sign = field ^ (field >> 1)", "The top place of the field says the sign."},
    {STEP, "flipped = kept ^ sign", "Flip the sign."},
    {STEP, "result = flipped - sign",
     "Subtract it. If the sign was 1, it is 0 now, so subtracting borrows from all places above, "
     "which become 1. If it was 0, the two steps cancel. No branch is needed."},
    {SAY, NULL, "Read the result as a signed number: {result:signed}."},
    {END, NULL, NULL},
};

const struct lesson lessons_field[] = {
    {"low_mask", "main", "A mask of the {n} lowest bit{n:s}.",
     "n < {WIDTH} ? ({1:C} << n) - 1 : ~{0:C}", ALL, low_mask_main},
    {"low_mask", "inverting", "A mask of the {n} lowest bit{n:s}, by inverting one of the others.",
     "n < {WIDTH} ? ~(~{0:C} << n) : ~{0:C}", ALL, low_mask_inverting},
    {"mask", "main", "A mask of {count} bit{count:s} from bit {first} up.",
     "first < {WIDTH} ? bmill_low_mask_u{WIDTH}(count) << first : 0", ALL, mask_main},
    {"mask", "difference",
     "A mask of {count} bit{count:s} from bit {first} up, as a difference of two.",
     "unsigned end = {WIDTH};\nif (first < end && count < end - first)\n    end = first + "
     "count;\nreturn bmill_low_mask_u{WIDTH}(end) ^ bmill_low_mask_u{WIDTH}(first);",
     ALL, mask_difference},
    {"is_mask", "main", "Are the 1 bits of x = {x} one run, without a gap?",
     "((x + (x & -x)) & x) < (x & -x)", ALL, is_mask_main},
    {"is_mask", "filling", "Are the 1 bits of x = {x} one run? By filling the places below.",
     "{WIDTH:T} filled = x | (x - {1:C});\nreturn x != 0 && (filled & (filled + {1:C})) == 0;", ALL,
     is_mask_filling},
    {"is_low_mask", "main", "Are the 1 bits of x = {x} one run that begins at bit 0?",
     "(x ^ (x + {1:C})) > x + {1:C}", ALL, is_low_mask_main},
    {"is_low_mask", "clearing", "Are the 1 bits of x = {x} one run from bit 0? With a test for 0.",
     "x != 0 && (x & (x + {1:C})) == 0", ALL, is_low_mask_clearing},
    {"extract", "main",
     "The field of {count} bit{count:s} from bit {first} up of x = {x}, moved down to bit 0.",
     "first < {WIDTH} ? (x >> first) & bmill_low_mask_u{WIDTH}(count) : 0", ALL, extract_main},
    {"mux", "main",
     "The bits of a = {a} where mask = {mask} is 1, and those of b = {b} where it is 0.",
     "(a & mask) | (b & ~mask)", ALL, mux_main},
    {"mux", "merging",
     "The bits of a = {a} where mask = {mask} is 1, and those of b = {b} where it is 0, by "
     "merging.",
     "b ^ ((a ^ b) & mask)", ALL, mux_merging},
    {"insert", "main",
     "Replace the field of {count} bit{count:s} from bit {first} up of x = {x} by value = {value}.",
     "{WIDTH:T} field = bmill_mask_u{WIDTH}(first, count);\n{WIDTH:T} moved = first < {WIDTH} ? "
     "({WIDTH:T})(value * {1:C} << first) : 0;\nreturn (x & ~field) | (moved & field);",
     ALL, insert_main},
    {"insert", "merging",
     "Replace the field of {count} bit{count:s} from bit {first} up of x = {x} by value = {value}, "
     "by merging.",
     "{WIDTH:T} field = bmill_mask_u{WIDTH}(first, count);\n{WIDTH:T} moved = first < {WIDTH} ? "
     "({WIDTH:T})(value * {1:C} << first) : 0;\nreturn x ^ ((moved ^ x) & field);",
     ALL, insert_merging},
    {"sign_extend", "main", "The {n} lowest bit{n:s} of x = {x}, read as a signed number.",
     "{WIDTH:T} field = bmill_low_mask_u{WIDTH}(n), sign = field ^ (field >> 1);\nreturn "
     "({WIDTH:I})(x & sign ? x | ~field : x & field);",
     ALL, sign_extend_main},
    {"sign_extend", "borrowing",
     "The {n} lowest bit{n:s} of x = {x}, read as a signed number, without a branch.",
     "{WIDTH:T} field = bmill_low_mask_u{WIDTH}(n), sign = field ^ (field >> 1);\nreturn "
     "({WIDTH:I})(((x & field) ^ sign) - sign);",
     ALL, sign_extend_borrowing},
    {0},
};
