/* operators.c: the table of C's operators, in the form of the verbs. */
#include "number.h"
#include "verbs.h"

/* Computed in 64 bits and cut to the width. The operands are a and b. */
#define OPERATOR(name, expression)                                     \
    static uint64_t operator_##name(unsigned width, const uint64_t *o) \
    {                                                                  \
        uint64_t a = low_bits(width, o[0]), b = low_bits(width, o[1]); \
        return (void)b, low_bits(width, expression);                   \
    }
OPERATOR(and, (a & b))
OPERATOR(or, a | b)
OPERATOR(xor, a ^ b)
OPERATOR(not, ~a)
OPERATOR(andnot, a & ~b)
OPERATOR(ornot, a | ~b)
OPERATOR(nand, (~(a & b)))
OPERATOR(nor, ~(a | b))
OPERATOR(xnor, ~(a ^ b))
OPERATOR(shl, a << b)
OPERATOR(shr, a >> b)
OPERATOR(asr, a >> b | (a >> (width - 1) ? ~(UINT64_MAX >> (64 - width) >> b) : 0))
OPERATOR(neg, 0 - a)
OPERATOR(add, a + b)
OPERATOR(sub, a - b)
OPERATOR(mul, (a * b))

#define ROW(name, operands, second, does, example)                                             \
    {                                                                                          \
#name, "operators", operands,                                                          \
            {"x", second }, RESULT_NUMBER, "8 16 32 64", does, example, operator_##name, NULL, \
             NULL                                                                              \
    }

const struct verb operators[] = {
    ROW(and, "xx", "y", "x & y: 1 where both bits are 1.", "0b11001100 0b10101010"),
    ROW(or, "xx", "y", "x | y: 1 where at least one of the two bits is 1.",
        "0b11001100 0b10101010"),
    ROW(xor, "xx", "y", "x ^ y: 1 where the two bits are different.", "0b11001100 0b10101010"),
    ROW(not, "x", NULL, "~x: 1 where the bit is 0, and 0 where it is 1.", "5"),
    ROW(andnot, "xx", "y", "x & ~y: the bits of x where y is 0; the others become 0.",
        "0b11001100 0b10101010"),
    ROW(ornot, "xx", "y", "x | ~y: 1 where x is 1 or y is 0.", "0b11001100 0b10101010"),
    ROW(nand, "xx", "y", "~(x & y): 0 where both bits are 1, else 1.", "0b11001100 0b10101010"),
    ROW(nor, "xx", "y", "~(x | y): 1 where both bits are 0, else 0.", "0b11001100 0b10101010"),
    ROW(xnor, "xx", "y", "~(x ^ y): 1 where the two bits are the same.", "0b11001100 0b10101010"),
    ROW(shl, "xk", "n", "x << n: moves the bits n places to the left; x times 2^n.", "11 3"),
    ROW(shr, "xk", "n", "x >> n: moves the bits n places to the right; x divided by 2^n.", "90 3"),
    ROW(asr, "xk", "n", "x >> n of a signed x: shifts right and repeats the top bit.", "-20 2"),
    ROW(neg, "x", NULL, "-x: the number that added to x gives 0.", "6"),
    ROW(add, "xx", "y", "x + y, with carries.", "11 6"),
    ROW(sub, "xx", "y", "x - y, as the sum of x and -y.", "11 6"),
    ROW(mul, "xx", "y", "x * y, by shifts and additions.", "11 6"),
};
const size_t noperators = sizeof operators / sizeof operators[0];
