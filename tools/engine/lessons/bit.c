/* lessons/bit.c: single bits. */
#include "../lesson.h"

static const struct lesson_step set_main[] = {
    {STEP, "mask = 1 << i",
     "Make a mask. A mask is a number that marks places with a 1. Shift 1 left by {i} (in C: 1 << "
     "{i}): "
     "its bits move {i} place{i:s} to the left, and 0 bits come in at the right."},
    {STEP, "result = x | mask",
     "OR (in C: |) gives 1 if at least one of the two bits above it is 1. Where the mask has 1, "
     "the "
     "result is 1. Where the mask has 0, the bit of x stays."},
    {END, NULL, NULL},
};

const struct lesson lessons_bit[] = {
    {"set", "main", "Set bit {i} of x = {x}: make it 1. No other bit changes.", "x | {1:C} << i",
     "8 16 32 64", set_main},
    {0},
};
