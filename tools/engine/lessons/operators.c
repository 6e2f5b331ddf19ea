/* lessons/operators.c: what C has as operators: logic, shifts and arithmetic. */
#include "../lesson.h"

#define ALL "8 16 32 64"

/* ---- Logic ---- */

static const struct lesson_step and_main[] = {
    {STEP, "result = x & y",
     "Look at each place by itself. AND (in C: `&`) gives 1 below the line only if both bits above "
     "the line are 1: in {popcount(x & y)} of the {WIDTH} places."},
    {SAY, NULL,
     "Read y as a mask: where it has a 1, the bit of x stays; where it has a 0, the result is 0. "
     "That is how one keeps some places of a number and clears the others. && is another operator: "
     "it asks whether both numbers are not 0."},
    {END, NULL, NULL},
};
static const struct lesson_step and_not_or[] = {
    {STEP, "a = ~x", "Invert x: NOT (in C: `~`) makes each 0 a 1, and each 1 a 0."},
    {STEP, "b = ~y", "Invert y."},
    {STEP, "either = a | b", "OR marks the places where at least one of x and y has a 0."},
    {STEP, "result = ~either",
     "Invert that: the places where none of them has a 0, which is where both have a 1. This is a "
     "law of De Morgan: x & y is ~(~x | ~y)."},
    {END, NULL, NULL},
};
static const struct lesson_step or_main[] = {
    {STEP, "result = x | y",
     "Look at each place by itself. OR (in C: `|`) gives 1 below the line if at least one of the "
     "two bits above the line is 1: in {popcount(x | y)} of the {WIDTH} places."},
    {SAY, NULL,
     "Read y as a mask: where it has a 1, the result is 1; where it has a 0, the bit of x stays. "
     "That is how one sets some places of a number. || is another operator: it asks whether at "
     "least one number is not 0."},
    {END, NULL, NULL},
};
static const struct lesson_step or_not_and[] = {
    {STEP, "a = ~x", "Invert x: NOT (in C: `~`) makes each 0 a 1, and each 1 a 0."},
    {STEP, "b = ~y", "Invert y."},
    {STEP, "both = a & b", "AND marks the places where both x and y have a 0."},
    {STEP, "result = ~both",
     "Invert that: the places where not both have a 0, so at least one has a 1. This is a law of "
     "De Morgan: x | y is ~(~x & ~y)."},
    {END, NULL, NULL},
};
static const struct lesson_step xor_main[] = {
    {STEP, "result = x ^ y",
     "Look at each place by itself. XOR (in C: `^`) gives 1 below the line if the two bits above "
     "the line are different: in {popcount(x ^ y)} of the {WIDTH} places. It is not a power: `2 ^ "
     "3` is {2 ^ 3} in C."},
    {SAY, NULL,
     "Read y as a mask: where it has a 1, the bit of x is flipped; where it has a 0, it stays."},
    {END, NULL, NULL},
};
static const struct lesson_step xor_laws[] = {
    {STEP, "nothing = x ^ x",
     "A number with itself: no place is different, so the result is {x ^ x}. Equal numbers "
     "cancel."},
    {STEP, "same = x ^ 0",
     "A number with 0: a place is different from 0 where it is 1. So x stays x."},
    {STEP, "result = x ^ y",
     "Now x with y. XOR looks at each place by itself, so the order does not matter: y ^ x is {y ^ "
     "x}, too."},
    {STEP, "back = result ^ y",
     "With y once more, y cancels, and x is back. So XOR with a secret y hides x, and reveals it."},
    {STEP, "other = result ^ x",
     "With x instead, x cancels and y is left. Of x, y and x ^ y any two give the third."},
    {END, NULL, NULL},
};
static const struct lesson_step xor_swap[] = {
    {ASSIGN, "a = x", NULL},
    {ASSIGN, "b = y", NULL},
    {STEP, "a = a ^ b",
     "Swap a = {a} and b = {b} without a third variable. First, a becomes a ^ b: it marks where "
     "they differ."},
    {STEP, "b = a ^ b", "b becomes a ^ b: the old b cancels, and what is left is the old a."},
    {ASSIGN, "c = a", NULL},
    {ROW, "a = a ^ b",
     "a becomes a ^ b: the old a cancels, and what is left is the old b. Now a = {a ^ b} and b = "
     "{b}: swapped."},
    {STEP, "result = c",
     "Between the two swaps, a was x ^ y. This is a game: with a third variable it is as fast and "
     "easier to read, and if a and b are one and the same variable, the first step makes it 0."},
    {END, NULL, NULL},
};
static const struct lesson_step xor_and_or[] = {
    {STEP, "either = x | y", "OR marks the places where at least one of the two has a 1."},
    {STEP, "both = x & y", "AND marks the places where both have a 1."},
    {STEP, "result = either & ~both",
     "One of them but not both: ~both clears the places where both have a 1. That is where they "
     "differ."},
    {END, NULL, NULL},
};
static const struct lesson_step xor_subtracting[] = {
    {STEP, "either = x | y", "OR marks the places where at least one of the two has a 1."},
    {STEP, "both = x & y", "AND marks the places where both have a 1."},
    {STEP, "result = either - both",
     "Subtract. Each 1 of the lower row stands below a 1 of the upper row, so nothing is ever "
     "borrowed, and 1 - 1 is 0: what is left is where one of them has a 1."},
    {END, NULL, NULL},
};
static const struct lesson_step not_main[] = {
    {STEP, "result = ~x", "NOT (in C: `~`) inverts each place: 0 becomes 1, and 1 becomes 0."},
    {STEP, "sum = x + result",
     "Add x. In each place exactly one of the two has a 1, so the sum has a 1 everywhere, and "
     "there is no carry. Read as a signed number, all 1 bits are -1: add 1, and the carry runs "
     "through all places and is lost at the top, so 0 remains. What gives 0 when 1 is added? -1."},
    {SAY, NULL,
     "So x + ~x is -1, and ~x is -x - 1. The result is {result}, and read as a signed number it is "
     "{result:signed}. C widens small numbers to int (32 bits) before ~: ~(uint8_t)5 is "
     "the int -6, and only (uint8_t)~5 is 250."},
    {END, NULL, NULL},
};
static const struct lesson_step not_negative[] = {
    {STEP, "minus = -x", "Negate x. As {WIDTH} bits, -x is what makes 0 of x when it is added."},
    {STEP, "result = minus - 1", "Subtract 1: ~x is -x - 1 for every x."},
    {END, NULL, NULL},
};
static const struct lesson_step not_xor[] = {
    {ROW, "ones = ~0", "Take the number whose bits are all 1: ~0, which is -1 as a signed number."},
    {STEP, "result = x ^ ones",
     "XOR flips the bits of x where the other has a 1. That is everywhere."},
    {END, NULL, NULL},
};
static const struct lesson_step andnot_main[] = {
    {STEP, "inverted = ~y",
     "Invert y with NOT (in C: `~`): each 0 becomes 1, and each 1 becomes 0."},
    {STEP, "result = x & inverted",
     "AND (in C: `&`) gives 1 below the line only if both bits above the line are 1: where x has a "
     "1 and y has not. So this takes the 1 bits of y away from x."},
    {END, NULL, NULL},
};
static const struct lesson_step andnot_flipping[] = {
    {STEP, "both = x & y", "AND marks the places where both have a 1."},
    {STEP, "result = x ^ both",
     "XOR flips these. They are 1 in x, so they become 0, and all others stay."},
    {END, NULL, NULL},
};
static const struct lesson_step ornot_main[] = {
    {STEP, "inverted = ~y",
     "Invert y with NOT (in C: `~`): each 0 becomes 1, and each 1 becomes 0."},
    {STEP, "result = x | inverted",
     "OR (in C: `|`) gives 1 below the line if at least one of the two bits above the line is 1. "
     "So the result is 0 only where y has a 1 and x has not: it says \"if y, then x\", place by "
     "place."},
    {END, NULL, NULL},
};
static const struct lesson_step nand_main[] = {
    {STEP, "both = x & y",
     "AND (in C: `&`) gives 1 below the line only if both bits above the line are 1."},
    {STEP, "result = ~both",
     "NOT (in C: `~`) inverts that: 0 where both are 1, else 1. NAND is short for \"not and\"."},
    {END, NULL, NULL},
};
static const struct lesson_step nor_main[] = {
    {STEP, "either = x | y",
     "OR (in C: `|`) gives 1 below the line if at least one of the two bits above the line is 1."},
    {STEP, "result = ~either",
     "NOT (in C: `~`) inverts that: 1 where both are 0, else 0. NOR is short for \"not or\"."},
    {END, NULL, NULL},
};
static const struct lesson_step xnor_main[] = {
    {STEP, "differ = x ^ y",
     "XOR (in C: `^`) gives 1 below the line if the two bits above the line are different."},
    {STEP, "result = ~differ", "NOT (in C: `~`) inverts that: 1 where the two bits are the same."},
    {END, NULL, NULL},
};

/* ---- Shifts ---- */

static const struct lesson_step shl_main[] = {
    {STEP, "result = x << n",
     "Move each bit {n} place{n:s} to the left (in C: `<<`). 0 comes in at the right. What leaves "
     "at the left is lost."},
    {ASSIGN, "lost = x & ~(~0 >> n)", NULL},
    {IF, "lost == 0",
     "A place is worth twice the place to its right, so each step doubles: the result is {x} * "
     "2^{n} = {result}. No 1 was lost."},
    {END, NULL, NULL},
    {IF, "lost != 0",
     "A place is worth twice the place to its right, so each step doubles. But what was lost "
     "counts: {popcount(lost)} of the bits that are 1 left at the left, and the result is {x} * "
     "2^{n} less a multiple of 2^{WIDTH}, which is {result}."},
    {END, NULL, NULL},
    {SAY, NULL,
     "1 << n is 2^n: a 1 alone in place n. In C, n must be less than the width of the type; a "
     "shift by more has no meaning."},
    {END, NULL, NULL},
};
static const struct lesson_step shl_doubling[] = {
    {ASSIGN, "result = x", NULL},
    {ASSIGN, "k = 0", NULL},
    {WHILE, "k < n",
     "Add the number to itself, {n} time{n:s}. Each addition doubles it, and moves each bit one "
     "place to the left."},
    {ROW, "result = result + result", NULL},
    {ASSIGN, "k = k + 1", NULL},
    {END, NULL, NULL},
    {ROW, "result = result", "That is x << {n}."},
    {END, NULL, NULL},
};
static const struct lesson_step shr_main[] = {
    {STEP, "result = x >> n",
     "Move each bit {n} place{n:s} to the right (in C: `>>`). 0 comes in at the left. What leaves "
     "at the right is lost."},
    {ASSIGN, "lost = x & (1 << n) - 1", NULL},
    {SAY, NULL,
     "A place is worth half the place to its left, so each step halves: {x} / 2^{n} is {result}, "
     "and the remainder {lost} is dropped: it is what left at the right. This is for unsigned "
     "numbers; explain asr shows negative ones."},
    {END, NULL, NULL},
};
static const struct lesson_step asr_main[] = {
    {STEP, "down = x >> n",
     "Move each bit {n} place{n:s} to the right. 0 comes in at the left, for now."},
    {STEP, "sign = x >> (WIDTH - 1)",
     "Look at the top bit: it is the sign of a signed number. 1 means negative."},
    {ROW, "copies = ~(~0 >> n)",
     "Mark the {n} place{n:s} that came in at the left: shift all 1 bits to the right, and "
     "invert."},
    {STEP, "fill = -sign & copies",
     "Keep these marks only if the sign is 1: -1 has only 1 bits, and -0 is 0."},
    {STEP, "result = down | fill",
     "Put them in: the places that came in repeat the sign. So {x:signed} becomes {down | "
     "fill:signed}, which is {x:signed} / 2^{n} rounded down."},
    {SAY, NULL,
     "This is what >> of a signed number does in practice; C leaves it to the compiler. Division "
     "by / rounds toward 0 instead, so -1 >> 1 is -1, but -1 / 2 is 0."},
    {END, NULL, NULL},
};
static const struct lesson_step asr_bias[] = {
    {ROW, "top = 1 << (WIDTH - 1)", "The top bit alone: it is the sign of a signed number."},
    {STEP, "lifted = x ^ top",
     "Flip the sign bit of x. That adds 2^{WIDTH - 1} to the signed number, so that none is "
     "negative."},
    {STEP, "down = lifted >> n", "Shift that right, as an unsigned number."},
    {STEP, "moved = top >> n", "What was added has moved, too."},
    {STEP, "result = down - moved",
     "Take it away again. A borrow runs through all places above if the number was negative."},
    {END, NULL, NULL},
};

/* ---- Arithmetic ---- */

static const struct lesson_step neg_main[] = {
    {STEP, "inverted = ~x",
     "Invert each place with NOT (in C: `~`). x + ~x has a 1 everywhere, which is -1."},
    {STEP, "result = inverted + 1",
     "Add 1: now x and this number add up to 0, if what leaves at the left is lost. That is what "
     "-x means: the two's complement of x."},
    {STEP, "sum = x + result", "Try it: the sum is {x + result}."},
    {END, NULL, NULL},
};
static const struct lesson_step neg_above[] = {
    {STEP, "result = 0 - x", "Subtract x from 0."},
    {ROW, "lowest = x & result", "The lowest 1 bit of x is 1 in both. Below it, both have 0."},
    {ROW, "above = x ^ result",
     "Above it, each place differs: -x is x with all places above the lowest 1 bit inverted."},
    {END, NULL, NULL},
};
static const struct lesson_step add_main[] = {
    {ASSIGN, "result = x", NULL},
    {ASSIGN, "carry = y", NULL},
    {WHILE, "carry != 0",
     "Add as on paper. Where two bits are different, the sum is 1: that is XOR. Where both are 1, "
     "it is 0 and carries 1 into the next place: that is AND, shifted left. Repeat until nothing "
     "carries."},
    {ASSIGN, "both = result & carry", NULL},
    {STEP, "result = result ^ carry", NULL},
    {ROW, "carry = both << 1", NULL},
    {END, NULL, NULL},
    {ROW, "result = result",
     "Nothing carries any more: this is x + y. A carry out of the top place is lost, so it is "
     "modulo 2^{WIDTH}."},
    {END, NULL, NULL},
};
static const struct lesson_step add_or_and[] = {
    {STEP, "either = x | y",
     "OR marks the places where at least one has a 1: each such 1 counts once."},
    {STEP, "both = x & y", "AND marks the places where both have a 1: these count once more."},
    {STEP, "result = either + both", "So x + y is (x | y) + (x & y)."},
    {END, NULL, NULL},
};
static const struct lesson_step sub_main[] = {
    {STEP, "inverted = ~y", "Invert y with NOT (in C: `~`)."},
    {STEP, "minus = inverted + 1", "Add 1: that is -y, the number that y adds up to 0 with."},
    {STEP, "result = x + minus",
     "Add it to x. Processors subtract in this way: with an adder, and NOT."},
    {IF, "x < y",
     "y is greater than x, so the true difference is negative, {result:signed}; as an unsigned "
     "number it wraps around to {result}."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};
static const struct lesson_step sub_borrow[] = {
    {ASSIGN, "result = x", NULL},
    {ASSIGN, "borrow = y", NULL},
    {WHILE, "borrow != 0",
     "Subtract as on paper. Where two bits are different, the difference is 1: that is XOR. Where "
     "1 is taken from 0, it borrows from the next place: that is ~ and &, shifted left. Repeat "
     "until nothing is borrowed."},
    {ASSIGN, "needed = ~result & borrow", NULL},
    {STEP, "result = result ^ borrow", NULL},
    {ROW, "borrow = needed << 1", NULL},
    {END, NULL, NULL},
    {ROW, "result = result", "Nothing is borrowed any more: this is x - y, modulo 2^{WIDTH}."},
    {END, NULL, NULL},
};
static const struct lesson_step mul_main[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "rest = y", NULL},
    {ASSIGN, "shifted = x", NULL},
    {WHILE, "rest != 0",
     "Multiply as on paper: for each 1 of y, x counts with as many places to the left. So go "
     "through the bits of y from the right, and double x each time."},
    {IF, "rest & 1", "The next bit of y is 1: add."},
    {STEP, "result = result + shifted", NULL},
    {END, NULL, NULL},
    {IF, "!(rest & 1)", "The next bit of y is 0: add nothing."},
    {END, NULL, NULL},
    {ASSIGN, "shifted = shifted << 1", NULL},
    {ASSIGN, "rest = rest >> 1", NULL},
    {END, NULL, NULL},
    {ROW, "result = result",
     "No 1 of y is left: this is x * y. What left at the left is lost, so it is modulo 2^{WIDTH}."},
    {END, NULL, NULL},
};

const struct lesson lessons_operators[] = {
    {"and", "main", "x & y for x = {x} and y = {y}.", "x & y", ALL, and_main},
    {"and", "not_or", "x & y for x = {x} and y = {y}, with NOT and OR alone.", "~(~x | ~y)", ALL,
     and_not_or},
    {"or", "main", "x | y for x = {x} and y = {y}.", "x | y", ALL, or_main},
    {"or", "not_and", "x | y for x = {x} and y = {y}, with NOT and AND alone.", "~(~x & ~y)", ALL,
     or_not_and},
    {"xor", "main", "x ^ y for x = {x} and y = {y}.", "x ^ y", ALL, xor_main},
    {"xor", "laws", "The laws of XOR, for x = {x} and y = {y}.", "x ^ y", ALL, xor_laws},
    {"xor", "swap", "Swap x = {x} and y = {y} with XOR.", "x ^ y", ALL, xor_swap},
    {"xor", "and_or", "x ^ y for x = {x} and y = {y}, with AND, OR and NOT.", "(x | y) & ~(x & y)",
     ALL, xor_and_or},
    {"xor", "subtracting", "x ^ y for x = {x} and y = {y}, by a subtraction.", "(x | y) - (x & y)",
     ALL, xor_subtracting},
    {"not", "main", "~x for x = {x}: what it is as a signed number, and why.", "~x", ALL, not_main},
    {"not", "negative", "~x for x = {x}, as -x - 1.", "-x - {1:C}", ALL, not_negative},
    {"not", "xor", "~x for x = {x}, by XOR.", "x ^ ~{0:C}", ALL, not_xor},
    {"andnot", "main", "x & ~y for x = {x} and y = {y}.", "x & ~y", ALL, andnot_main},
    {"andnot", "flipping", "x & ~y for x = {x} and y = {y}, without NOT.", "x ^ (x & y)", ALL,
     andnot_flipping},
    {"ornot", "main", "x | ~y for x = {x} and y = {y}.", "x | ~y", ALL, ornot_main},
    {"nand", "main", "~(x & y) for x = {x} and y = {y}.", "~(x & y)", ALL, nand_main},
    {"nor", "main", "~(x | y) for x = {x} and y = {y}.", "~(x | y)", ALL, nor_main},
    {"xnor", "main", "~(x ^ y) for x = {x} and y = {y}.", "~(x ^ y)", ALL, xnor_main},
    {"shl", "main", "x << n for x = {x} and n = {n}.", "({WIDTH:T})(({1:C} * x) << n)", ALL,
     shl_main},
    {"shl", "doubling", "x << n for x = {x} and n = {n}, by doubling.",
     "for (unsigned k = 0; k < n; k++)\n    x += x;\nreturn x;", ALL, shl_doubling},
    {"shr", "main", "x >> n for x = {x} and n = {n}.", "x >> n", ALL, shr_main},
    {"asr", "main", "x >> n for the signed number x = {x:signed} and n = {n}.", "({WIDTH:I})x >> n",
     ALL, asr_main},
    {"asr", "bias",
     "x >> n for the signed number x = {x:signed} and n = {n}, with unsigned shifts.",
     "{WIDTH:T} top = ({WIDTH:T})({1:C} << {WIDTH - 1});\nreturn ({WIDTH:T})(((x ^ top) >> n) - "
     "(top >> n));",
     ALL, asr_bias},
    {"neg", "main", "-x for x = {x}.", "~x + {1:C}", ALL, neg_main},
    {"neg", "above", "-x for x = {x}: which bits differ.", "{0:C} - x", ALL, neg_above},
    {"add", "main", "x + y for x = {x} and y = {y}, by logic.",
     "while (y != 0) {\n    {WIDTH:T} both = x & y;\n    x = x ^ y;\n    y = ({WIDTH:T})(both << "
     "1);\n}\nreturn x;",
     ALL, add_main},
    {"add", "or_and", "x + y for x = {x} and y = {y}, from OR and AND.", "(x | y) + (x & y)", ALL,
     add_or_and},
    {"sub", "main", "x - y for x = {x} and y = {y}, as x + -y.", "x + (~y + {1:C})", ALL, sub_main},
    {"sub", "borrow", "x - y for x = {x} and y = {y}, by logic.",
     "while (y != 0) {\n    {WIDTH:T} needed = ~x & y;\n    x = x ^ y;\n    y = ({WIDTH:T})(needed "
     "<< 1);\n}\nreturn x;",
     ALL, sub_borrow},
    {"mul", "main", "x * y for x = {x} and y = {y}.",
     "{WIDTH:T} sum = 0;\nfor (; y != 0; y >>= 1, x += x)\n    if (y & 1)\n        sum += "
     "x;\nreturn sum;",
     ALL, mul_main},
    {0},
};
