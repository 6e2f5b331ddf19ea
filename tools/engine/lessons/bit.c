/* lessons/bit.c: single bits. */
#include "../lesson.h"

#define ALL "8 16 32 64"

/* Sentences that several lessons begin with. */
#define MAKE_MASK \
    "Make a mask: a number that marks places with a 1. Shift 1 left by {i} (in C: `1 << {i}`): "
#define MASK_STEPS                                                                          \
    {IF, "i == 0", MAKE_MASK "i is 0, so the 1 stays where it is."}, {END, NULL, NULL},     \
        {IF, "i != 0",                                                                      \
         MAKE_MASK "the 1 moves {i} place{i:s} to the left, and 0 comes in at the right."}, \
        {END, NULL, NULL},                                                                  \
    {                                                                                       \
        STEP, "mask = 1 << i", NULL                                                         \
    }
#define INVERT_MASK                                                                               \
    "Invert the mask with NOT (in C: `~`): each 0 becomes 1, and each 1 becomes 0. Now it marks " \
    "all places that shall stay."
#define AND_GIVES "AND (in C: `&`) gives 1 below the line only if both bits above the line are 1"
#define OR_GIVES \
    "OR (in C: `|`) gives 1 below the line if at least one of the two bits above the line is 1"
#define XOR_GIVES \
    "XOR (in C: `^`) gives 1 below the line if the two bits above the line are different"
#define AND_CLEARS \
    AND_GIVES ". Where ~mask has a 0, the result is 0. Where it has a 1, the bit of x stays."
#define OR_SETS \
    OR_GIVES ". Where the mask has a 1, the result is 1. Where it has a 0, the bit of x stays."
#define XOR_FLIPS                                                                                  \
    XOR_GIVES ". Where the mask has a 1, the bit of x is flipped. Where it has a 0, the bit of x " \
              "stays."
#define BRING_DOWN_STEPS                                                                   \
    {IF, "i == 0",                                                                         \
     "Shift x right by {i} (in C: `x >> {i}`): i is 0, so its bits stay where they are."}, \
        {END, NULL, NULL},                                                                 \
        {IF, "i != 0",                                                                     \
         "Shift x right by {i} (in C: `x >> {i}`): its bits move {i} "                     \
         "place{i:s} to the right, and those that leave at the right are lost. "           \
         "Bit {i} of x is now in place 0."},                                               \
        {END, NULL, NULL},                                                                 \
    {                                                                                      \
        STEP, "down = x >> i", NULL                                                        \
    }
#define KEEP_PLACE_0 \
    "AND with 1 keeps place 0 alone. " AND_GIVES ", and 1 has its only 1 in place 0."

/* ---- set, clear, flip ---- */

static const struct lesson_step set_main[] = {
    MASK_STEPS,
    {STEP, "result = x | mask", OR_SETS},
    {END, NULL, NULL},
};
static const struct lesson_step set_adding[] = {
    {STEP, "was = (x >> i) & 1",
     "Look at bit {i} first. Shift it to place 0, and keep that place alone."},
    {STEP, "missing = was ^ 1",
     "XOR with 1 flips it: this is 1 if the bit is still missing, and 0 if it is there."},
    {STEP, "addend = missing << i", "Shift that back by {i}: it is worth 2^{i}, or nothing."},
    {STEP, "result = x + addend",
     "Add it. The place was 0, so no carry can arise. Without looking first, x + 2^{i} would carry "
     "into the next place if bit {i} were 1 already: that is why one writes | and not +."},
    {END, NULL, NULL},
};
static const struct lesson_step clear_main[] = {
    MASK_STEPS,
    {STEP, "inverted = ~mask", INVERT_MASK},
    {STEP, "result = x & inverted", AND_CLEARS},
    {END, NULL, NULL},
};
static const struct lesson_step clear_set_flip[] = {
    MASK_STEPS,
    {STEP, "one = x | mask", "Set the bit, whatever it was: " OR_SETS},
    {STEP, "result = one ^ mask", "Flip it. It is 1 now, so it becomes 0. " XOR_FLIPS},
    {END, NULL, NULL},
};
static const struct lesson_step flip_main[] = {
    MASK_STEPS,
    {STEP, "result = x ^ mask", XOR_FLIPS},
    {SAY, NULL,
     "Flip it again, and x is back: each bit is x ^ mask ^ mask, and two equal bits cancel each "
     "other in XOR."},
    {END, NULL, NULL},
};

/* ---- modify ---- */

static const struct lesson_step modify_main[] = {
    MASK_STEPS,
    {STEP, "inverted = ~mask",
     "Clear the place first: OR (step 4) can bring in a 1 but never take one away, so without "
     "this a state of 0 could not replace a 1. Invert the mask (in C: `~`): 0 in place {i}, else "
     "1."},
    {STEP, "hole = x & inverted", " " AND_GIVES ": place {i} becomes 0, the others stay."},
    {IF, "x & mask", " (Here the 1 goes away.)"},
    {END, NULL, NULL},
    {IF, "(x & mask) == 0", " (Here the place was 0 already, and nothing changes.)"},
    {END, NULL, NULL},
    {IF, "i == 0", "Shift the state, which is {state}, left by 0, too: it is in the right place."},
    {END, NULL, NULL},
    {IF, "i != 0",
     "Shift the state, which is {state}, left by {i} too: that brings it to the same place."},
    {END, NULL, NULL},
    {STEP, "moved = state << i", NULL},
    {STEP, "result = hole | moved",
     "Put it there. " OR_GIVES ". The place is free, so it becomes {state}; all other bits of "
     "moved are 0, so those of x stay."},
    {END, NULL, NULL},
};
static const struct lesson_step modify_masks[] = {
    MASK_STEPS,
    {STEP, "inverted = ~mask",
     "Clear the place. Invert the mask (in C: `~`): 0 in place {i}, and 1 elsewhere."},
    {STEP, "hole = x & inverted", " " AND_GIVES "."},
    {ROW, "all = -state",
     "Make all bits equal to the state: negate it. -0 is 0. -1 is 0 - 1: it borrows through all "
     "places, so that every bit becomes 1. Here the state is {state}."},
    {STEP, "kept = all & mask", "Keep place {i} of these alone."},
    {STEP, "result = hole | kept", "Put the two parts together with OR: no place has a 1 in both."},
    {END, NULL, NULL},
};
static const struct lesson_step modify_branch[] = {
    MASK_STEPS,
    {IF, "state == 1", "The state is 1, so set the bit. " OR_SETS},
    {STEP, "result = x | mask", NULL},
    {END, NULL, NULL},
    {IF, "state == 0",
     "The state is 0, so clear the bit. Invert the mask (in C: `~`): 0 in place {i}, and 1 "
     "elsewhere."},
    {STEP, "inverted = ~mask", NULL},
    {STEP, "result = x & inverted", " " AND_GIVES "."},
    {END, NULL, NULL},
    {SAY, NULL,
     "A processor guesses which way such a branch goes. If states come without a pattern it is "
     "wrong every second time, and has to throw work away. The other ways have no branch."},
    {END, NULL, NULL},
};
static const struct lesson_step modify_merging[] = {
    MASK_STEPS,
    {ROW, "all = -state",
     "Make all bits equal to the state, which is {state}: negate it. -0 is 0, and -1 has only 1 "
     "bits."},
    {STEP, "differ = all ^ x", "XOR (in C: `^`) marks the places where x differs from that."},
    {STEP, "flips = differ & mask", "Only place {i} may change: keep it alone."},
    {STEP, "result = x ^ flips",
     "XOR flips the marked bits of x. Bit {i} is flipped if it differs from the state, and then it "
     "is equal to it."},
    {END, NULL, NULL},
};
static const struct lesson_step modify_difference[] = {
    BRING_DOWN_STEPS,
    {STEP, "differ = (down ^ state) & 1",
     "XOR with the state, which is {state}, and keep place 0 alone: 1 if the bit differs from the "
     "state."},
    {STEP, "flip = differ << i", "Shift that back to place {i}."},
    {STEP, "result = x ^ flip",
     "XOR flips the bit if there is a 1 below it, and leaves all others."},
    {END, NULL, NULL},
};
static const struct lesson_step modify_rotation[] = {
    {STEP, "turned = rotr(x, i)",
     "Rotate x to the right by {i}: the bits that leave at the right come in at the left, so that "
     "none is lost. Bit {i} is now in place 0."},
    {STEP, "hole = turned & ~1", "Clear place 0: ~1 has a 0 there, and 1 elsewhere."},
    {STEP, "filled = hole | state", "Put the state, which is {state}, there."},
    {STEP, "result = rotl(filled, i)",
     "Rotate back to the left by {i}: each bit returns to its place."},
    {END, NULL, NULL},
};

/* ---- is_set, is_odd, is_even ---- */

static const struct lesson_step is_set_main[] = {
    BRING_DOWN_STEPS,
    {STEP, "result = down & 1", KEEP_PLACE_0},
    {SAY, NULL, "The result is {result}: bit {i} of x is {result:set}."},
    {END, NULL, NULL},
};
static const struct lesson_step is_set_masking[] = {
    MASK_STEPS,
    {STEP, "kept = x & mask", AND_GIVES ". So only place {i} is left of x."},
    {ROW, "result = kept != 0",
     "Compare with 0. The bit is in place {i}, so what is left is {1 << i} or 0, not 1 or 0: "
     "test != 0, never == 1. Bit {i} of x is {kept:set}."},
    {END, NULL, NULL},
};
static const struct lesson_step is_odd_main[] = {
    {STEP, "result = x & 1",
     "Places are worth 1, 2, 4, 8 and so on. All but place 0 are multiples of 2, so place 0 alone "
     "says whether the sum is odd. " KEEP_PLACE_0},
    {SAY, NULL, "The result is {result}: that {x} is odd is {result:truth}."},
    {END, NULL, NULL},
};
static const struct lesson_step is_odd_remainder[] = {
    {STEP, "result = x % 2",
     "Divide by 2, and take the remainder (in C: `%`). For a signed negative number C's remainder "
     "is "
     "-1, so that x % 2 == 1 fails there; x & 1 is right for both."},
    {END, NULL, NULL},
};
static const struct lesson_step is_even_main[] = {
    {STEP, "odd = x & 1",
     "Places are worth 1, 2, 4, 8 and so on. All but place 0 are multiples of 2, so place 0 alone "
     "says whether the sum is odd. AND with 1 keeps that place alone."},
    {STEP, "result = odd ^ 1", "XOR with 1 flips it: {x} is even if place 0 is 0."},
    {SAY, NULL, "The result is {result}: that {x} is even is {result:truth}."},
    {END, NULL, NULL},
};

/* ---- test_and_...: x is changed in place ---- */

#define OLD_BIT                                                                                  \
    "Remember the old bit before it is lost: shift x right by {i}, so that bit {i} is in place " \
    "0, "                                                                                        \
    "and keep that place alone with AND."

static const struct lesson_step test_and_set_main[] = {
    {STEP, "result = (x >> i) & 1", OLD_BIT},
    MASK_STEPS,
    {STEP, "x = x | mask", OR_SETS " That is stored in x."},
    {SAY, NULL, "The function returns {result:truth}: bit {i} was {result}. x is now {x}."},
    {END, NULL, NULL},
};
static const struct lesson_step test_and_clear_main[] = {
    {STEP, "result = (x >> i) & 1", OLD_BIT},
    MASK_STEPS,
    {STEP, "inverted = ~mask", "Invert the mask (in C: `~`): 0 in place {i}, and 1 elsewhere."},
    {STEP, "x = x & inverted", AND_GIVES ". That is stored in x."},
    {SAY, NULL, "The function returns {result:truth}: bit {i} was {result}. x is now {x}."},
    {END, NULL, NULL},
};
static const struct lesson_step test_and_flip_main[] = {
    {STEP, "result = (x >> i) & 1", OLD_BIT},
    MASK_STEPS,
    {STEP, "x = x ^ mask", XOR_FLIPS " That is stored in x."},
    {SAY, NULL, "The function returns {result:truth}: bit {i} was {result}. x is now {x}."},
    {END, NULL, NULL},
};

/* ---- ..._checked: only if there is a bit i ---- */

#define CHECK                                                                                    \
    "Compare the index with the width. Bits are numbered 0 to {WIDTH - 1}, so {i} must be less " \
    "than "                                                                                      \
    "{WIDTH}. In C, 1 << {i} has no meaning if it is not: that is what the check is for."
#define NO_SUCH_BIT \
    "There is no bit {i}, so nothing is written: x stays {x}, and the function returns false."

static const struct lesson_step set_checked_main[] = {
    {ROW, "result = i < WIDTH", CHECK},
    {IF, "result", "There is a bit {i}: set it. OR gives 1 if at least one of the two bits is 1."},
    {STEP, "mask = 1 << i", NULL},
    {STEP, "x = x | mask", NULL},
    {END, NULL, NULL},
    {IF, "!result", NO_SUCH_BIT},
    {END, NULL, NULL},
    {END, NULL, NULL},
};
static const struct lesson_step clear_checked_main[] = {
    {ROW, "result = i < WIDTH", CHECK},
    {IF, "result", "There is a bit {i}: clear it. AND gives 1 only if both bits are 1."},
    {STEP, "mask = 1 << i", NULL},
    {STEP, "inverted = ~mask", NULL},
    {STEP, "x = x & inverted", NULL},
    {END, NULL, NULL},
    {IF, "!result", NO_SUCH_BIT},
    {END, NULL, NULL},
    {END, NULL, NULL},
};
static const struct lesson_step flip_checked_main[] = {
    {ROW, "result = i < WIDTH", CHECK},
    {IF, "result", "There is a bit {i}: flip it. XOR gives 1 if the two bits are different."},
    {STEP, "mask = 1 << i", NULL},
    {STEP, "x = x ^ mask", NULL},
    {END, NULL, NULL},
    {IF, "!result", NO_SUCH_BIT},
    {END, NULL, NULL},
    {END, NULL, NULL},
};
static const struct lesson_step modify_checked_main[] = {
    {ROW, "result = i < WIDTH", CHECK},
    {IF, "result",
     "There is a bit {i}: clear it, and put the state, which is {state}, in its place."},
    {STEP, "mask = 1 << i", NULL},
    {STEP, "inverted = ~mask", NULL},
    {STEP, "hole = x & inverted", NULL},
    {STEP, "moved = state << i", NULL},
    {STEP, "x = hole | moved", NULL},
    {END, NULL, NULL},
    {IF, "!result", NO_SUCH_BIT},
    {END, NULL, NULL},
    {END, NULL, NULL},
};
static const struct lesson_step is_set_checked_main[] = {
    {ROW, "result = i < WIDTH", CHECK},
    {IF, "result",
     "There is a bit {i}: shift it to place 0, keep it alone, and store it in state."},
    {STEP, "down = x >> i", NULL},
    {STEP, "state = down & 1", NULL},
    {END, NULL, NULL},
    {IF, "!result",
     "There is no bit {i}, so nothing is written: state stays {state}, and the function returns "
     "false."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

const struct lesson lessons_bit[] = {
    {"set", "main", "Set bit i = {i} of x = {x}: make it 1. No other bit changes.",
     "x | ({1:C} << i)", ALL, set_main},
    {"set", "adding", "Set bit i = {i} of x = {x} by adding 2^{i}, if it is not set yet.",
     "x + ((((x >> i) & 1) ^ {1:C}) << i)", ALL, set_adding},
    {"clear", "main", "Clear bit i = {i} of x = {x}: make it 0. No other bit changes.",
     "x & ~({1:C} << i)", ALL, clear_main},
    {"clear", "set_flip", "Clear bit i = {i} of x = {x}: set it, then flip it. No NOT is needed.",
     "(x | ({1:C} << i)) ^ ({1:C} << i)", ALL, clear_set_flip},
    {"flip", "main",
     "Flip bit i = {i} of x = {x}: 0 becomes 1, and 1 becomes 0. No other bit changes.",
     "x ^ ({1:C} << i)", ALL, flip_main},
    {"modify", "main",
     "Modify bit i = {i} of x = {x}: give it the state {state}. No other bit changes.",
     "(x & ~({1:C} << i)) | (({WIDTH:T})state << i)", ALL, modify_main},
    {"modify", "branch", "Modify bit i = {i} of x = {x}: give it the state {state}, by a branch.",
     "state ? x | ({1:C} << i) : x & ~({1:C} << i)", ALL, modify_branch},
    {"modify", "masks", "Modify bit i = {i} of x = {x}: give it the state {state}, by masks.",
     "(x & ~({1:C} << i)) | (-({WIDTH:T})state & ({1:C} << i))", ALL, modify_masks},
    {"modify", "merging", "Modify bit i = {i} of x = {x}: give it the state {state}, by merging.",
     "x ^ ((-({WIDTH:T})state ^ x) & ({1:C} << i))", ALL, modify_merging},
    {"modify", "difference",
     "Modify bit i = {i} of x = {x}: give it the state {state}: flip it if it differs.",
     "x ^ ((((x >> i) ^ state) & {1:C}) << i)", ALL, modify_difference},
    {"modify", "rotation", "Modify bit i = {i} of x = {x}: give it the state {state}, by rotation.",
     "bmill_rotl_u{WIDTH}((bmill_rotr_u{WIDTH}(x, i) & ~{1:C}) | state, i)", ALL, modify_rotation},
    {"is_set", "main", "Is bit i = {i} of x = {x} set? A bit is set if it is 1.", "(x >> i) & 1",
     ALL, is_set_main},
    {"is_set", "masking", "Is bit i = {i} of x = {x} set? With a mask, and without moving x.",
     "(x & ({1:C} << i)) != 0", ALL, is_set_masking},
    {"is_odd", "main", "Is x = {x} odd?", "x & 1", ALL, is_odd_main},
    {"is_odd", "remainder", "Is x = {x} odd? By division.", "x % 2", ALL, is_odd_remainder},
    {"is_even", "main", "Is x = {x} even?", "(x & 1) == 0", ALL, is_even_main},
    {"test_and_set", "main", "Tell what bit i = {i} of x = {x} is, and set it: make it 1.",
     "bool was = (*x >> i) & 1;\n*x = ({WIDTH:T})(*x | ({1:C} << i));\nreturn was;", ALL,
     test_and_set_main},
    {"test_and_clear", "main", "Tell what bit i = {i} of x = {x} is, and clear it: make it 0.",
     "bool was = (*x >> i) & 1;\n*x = ({WIDTH:T})(*x & ~({1:C} << i));\nreturn was;", ALL,
     test_and_clear_main},
    {"test_and_flip", "main", "Tell what bit i = {i} of x = {x} is, and flip it.",
     "bool was = (*x >> i) & 1;\n*x = ({WIDTH:T})(*x ^ ({1:C} << i));\nreturn was;", ALL,
     test_and_flip_main},
    {"set_checked", "main",
     "Set bit i = {i} of x = {x} if x, which has {WIDTH} bits, has a bit {i}.",
     "if (i < {WIDTH})\n    *x = ({WIDTH:T})(*x | ({1:C} << i));\nreturn i < {WIDTH};", ALL,
     set_checked_main},
    {"clear_checked", "main",
     "Clear bit i = {i} of x = {x} if x, which has {WIDTH} bits, has a bit {i}.",
     "if (i < {WIDTH})\n    *x = ({WIDTH:T})(*x & ~({1:C} << i));\nreturn i < {WIDTH};", ALL,
     clear_checked_main},
    {"flip_checked", "main",
     "Flip bit i = {i} of x = {x} if x, which has {WIDTH} bits, has a bit {i}.",
     "if (i < {WIDTH})\n    *x = ({WIDTH:T})(*x ^ ({1:C} << i));\nreturn i < {WIDTH};", ALL,
     flip_checked_main},
    {"modify_checked", "main", "Give bit i = {i} of x = {x} the state {state} if x has a bit {i}.",
     "if (i < {WIDTH})\n    *x = ({WIDTH:T})((*x & ~({1:C} << i)) | (({WIDTH:T})state << "
     "i));\nreturn i < {WIDTH};",
     ALL, modify_checked_main},
    {"is_set_checked", "main", "Store bit i = {i} of x = {x} in state if x has a bit {i}.",
     "if (i < {WIDTH})\n    *state = (*x >> i) & 1;\nreturn i < {WIDTH};", ALL,
     is_set_checked_main},
    {0},
};
