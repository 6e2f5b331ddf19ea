"""Specifications of word/pow2.h: powers of two."""

import z3

from bits import any_of, bit, bits, first, none_of, number, spec, word


@spec
def is_pow2(n, x):
    return any_of([x == (1 << k) for k in range(n)])


@spec
def floor_pow2(n, x):
    return word(n, lambda j: z3.And(bit(x, j), none_of(bits(x)[j + 1:])))


@spec
def ceil_pow2(n, x):
    result = number(0, n)
    for k in reversed(range(n)):
        result = z3.If(z3.ULE(x, number(1 << k, n)), number(1 << k, n), result)
    return result


@spec
def log2_floor(n, x):
    return z3.If(x == 0, number(n), n - 1 - first(bits(x)[::-1], 0))


@spec
def log2_ceil(n, x):
    return first([z3.ULE(x, number(1 << k, n)) for k in range(n)], n)
