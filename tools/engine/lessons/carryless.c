/* lessons/carryless.c: arithmetic without carries. */
#include "../lesson.h"

static const struct lesson_step gray_encode_main[] = {
    {STEP, "right = x >> 1",
     "Move x one place to the right: each bit stands below its left neighbour."},
    {STEP, "result = x ^ right",
     "XOR gives 1 where a bit and its left neighbour are different. Counting on by 1 flips a row "
     "of bits at the right end of x. Two neighbours that are both flipped differ as before: only "
     "at the left end of the row the code changes."},
    {IF, "x != ~0", NULL},
    {SAY, NULL,
     "So the code of the next number, {x + 1}, differs in one bit only: it is {x + 1 ^ x + 1 >> "
     "1:bits}."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step gray_decode_main[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "i = WIDTH", NULL},
    {ASSIGN, "bit = 0", NULL},
    {WHILE, "i > 0",
     "A 1 in the code says that a bit differs from its left neighbour. Go from the left; beyond "
     "the left end there is 0."},
    {ASSIGN, "i = i - 1", NULL},
    {ASSIGN, "bit = bit ^ code >> i & 1", NULL},
    {ASSIGN, "result = result | bit << i",
     "Bit {i} of the code is {code >> i & 1}, so bit {i} of the number is {bit}."},
    {ROW, "result", NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step gray_decode_rounds[] = {
    {ASSIGN, "s = 1", NULL},
    {WHILE, "s < WIDTH",
     "A bit of the number is the XOR of all bits of the code from its place up. In each round "
     "every bit comes to stand for twice as many."},
    {STEP, "code = code ^ (code >> s)", "Now each bit is the XOR of {2 * s} bits:"},
    {ASSIGN, "s = 2 * s", NULL},
    {END, NULL, NULL},
    {ROW, "result = code", NULL},
    {END, NULL, NULL},
};

static const struct lesson_step prefix_xor_main[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "i = 0", NULL},
    {ASSIGN, "odd = 0", NULL},
    {WHILE, "i < WIDTH",
     "Go through the bits from the right. The result is 1 while the number of 1 bits so far is "
     "odd: each 1 switches it on or off."},
    {ASSIGN, "odd = odd ^ x >> i & 1", NULL},
    {ASSIGN, "result = result | odd << i",
     "Bit {i} of x is {x >> i & 1}: the result there is {odd}."},
    {ROW, "result", NULL},
    {ASSIGN, "i = i + 1", NULL},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

static const struct lesson_step prefix_xor_rounds[] = {
    {ASSIGN, "s = 1", NULL},
    {WHILE, "s < WIDTH",
     "A bit of the result is the XOR of all bits of x up to its place. In each round every bit "
     "comes to stand for twice as many."},
    {STEP, "x = x ^ (x << s)", "Now each bit is the XOR of {2 * s} bits:"},
    {ASSIGN, "s = 2 * s", NULL},
    {END, NULL, NULL},
    {ROW, "result = x", NULL},
    {END, NULL, NULL},
};

static const struct lesson_step prefix_xor_clmul[] = {
    {ROW, "all = ~0", "A number whose bits are all 1."},
    {STEP, "result = clmul(x, all)",
     "The product without carries puts x, x << 1, x << 2 and so on together with XOR. Of these, "
     "place i gets the bits 0 to i of x, each once."},
    {END, NULL, NULL},
};

static const struct lesson_step clmul_main[] = {
    {ASSIGN, "result = 0", NULL},
    {ASSIGN, "rest = b", NULL},
    {WHILE, "rest != 0",
     "Multiply as on paper: for each 1 bit of b, at a place i, write down a moved to the left by "
     "i. What goes past the left end is lost."},
    {ASSIGN, "i = ctz(rest)", NULL},
    {ROW, "row = a << i", NULL},
    {ASSIGN, "result = result ^ row", NULL},
    {ASSIGN, "rest = rest & rest - 1", NULL},
    {END, NULL, NULL},
    {IF, "b == 0", NULL},
    {SAY, NULL, "b has no 1 bit, so there is nothing to write down."},
    {END, NULL, NULL},
    {ROW, "result",
     "Put the rows together with XOR instead of adding them: a place is 1 if the number of 1 bits "
     "above it is odd. So nothing is carried."},
    {END, NULL, NULL},
};

static const struct lesson_step clmul_holes[] = {
    {SAY, NULL,
     "An ordinary product carries. So a and b are split into parts whose bits are apart by more "
     "than one place: carries then fall into the places between, and a mask removes them."},
    {IF, "WIDTH == 8", NULL},
    {ASSIGN, "even = repeat(0x55, 8)", NULL},
    {ASSIGN, "odd = repeat(0xaa, 8)", NULL},
    {ROW, "a0 = a & even", "The bits of a and b at even places, and those at odd ones:"},
    {ROW, "a1 = a & odd", NULL},
    {ROW, "b0 = b & even", NULL},
    {ROW, "b1 = b & odd", NULL},
    {STEP, "z0 = (a0 * b0 ^ a1 * b1) & even",
     "Even times even and odd times odd belong to even places. The others hold carries only."},
    {STEP, "z1 = (a0 * b1 ^ a1 * b0) & odd", "Even times odd belongs to odd places."},
    {STEP, "result = z0 | z1", "Both together."},
    {END, NULL, NULL},
    {IF, "WIDTH > 8", NULL},
    {ASSIGN, "m = repeat(1, 4)", NULL},
    {ASSIGN, "a0 = a & m", NULL},
    {ASSIGN, "a1 = a & (m << 1)", NULL},
    {ASSIGN, "a2 = a & (m << 2)", NULL},
    {ASSIGN, "a3 = a & (m << 3)", NULL},
    {ASSIGN, "b0 = b & m", NULL},
    {ASSIGN, "b1 = b & (m << 1)", NULL},
    {ASSIGN, "b2 = b & (m << 2)", NULL},
    {ASSIGN, "b3 = b & (m << 3)", NULL},
    {ROW, "m",
     "m marks every fourth place. a0 is a at these places, a1 at those one further, and so on; "
     "likewise b0 to b3."},
    {ROW, "z0 = (a0 * b0 ^ a1 * b3 ^ a2 * b2 ^ a3 * b1) & m",
     "Of the 16 products, these belong to the places of m:"},
    {ROW, "z1 = (a0 * b1 ^ a1 * b0 ^ a2 * b3 ^ a3 * b2) & (m << 1)", "These to those 1 further:"},
    {ROW, "z2 = (a0 * b2 ^ a1 * b1 ^ a2 * b0 ^ a3 * b3) & (m << 2)", "2 further:"},
    {ROW, "z3 = (a0 * b3 ^ a1 * b2 ^ a2 * b1 ^ a3 * b0) & (m << 3)", "3 further:"},
    {ROW, "result = z0 | z1 | z2 | z3", "All together."},
    {END, NULL, NULL},
    {END, NULL, NULL},
};

#define XOR_ROUNDS(x, shift) \
    "for (unsigned s = 1; s < {WIDTH}; s *= 2) " x " ^= " x " " shift " s; return " x ";"

const struct lesson lessons_carryless[] = {
    {"gray_encode", "main", "The Gray code of x = {x}.", "x ^ (x >> 1)", "8 16 32 64",
     gray_encode_main},
    {"gray_decode", "main", "The number whose Gray code is {code}.",
     "{WIDTH:T} v = 0; for (; code; code >>= 1) v ^= code; return v;", "8 16 32 64",
     gray_decode_main},
    {"gray_decode", "rounds", "The number whose Gray code is {code}, in rounds.",
     XOR_ROUNDS("code", ">>"), "8 16 32 64", gray_decode_rounds},

    {"prefix_xor", "main", "The running parity of x = {x}: odd or even so far?",
     "{WIDTH:T} v = 0; for (; x; x <<= 1) v ^= x; return v;", "8 16 32 64", prefix_xor_main},
    {"prefix_xor", "rounds", "The running parity of x = {x}, in rounds.", XOR_ROUNDS("x", "<<"),
     "8 16 32 64", prefix_xor_rounds},
    {"prefix_xor", "clmul", "The running parity of x = {x}: times all 1 bits, without carries.",
     "bmill_clmul(x, ({WIDTH:T})-1)", "8 16 32 64", prefix_xor_clmul},

    {"clmul", "main", "Multiply a = {a} and b = {b} without carries.",
     "{WIDTH:T} v = 0; for (; b; b >>= 1, a <<= 1) v ^= b & 1 ? a : 0; return v;", "8 16 32 64",
     clmul_main},
    {"clmul", "holes", "Multiply a = {a} and b = {b}: room for the carries.", "bmill_clmul(a, b)",
     "8 16 32 64", clmul_holes},

    {0},
};
