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


def power(n, x, alignment):
    """0 is legal too: its only multiple is taken to be 0."""
    return z3.Or(is_pow2(n, alignment), alignment == 0)


def multiple(n, x, alignment):
    """x without the bits below the single 1 of the alignment."""
    return word(n, lambda j: z3.And(bit(x, j), any_of(bits(alignment)[:j + 1])))


@spec(precondition=power)
def align_down(n, x, alignment):
    return multiple(n, x, alignment)


@spec(precondition=power)
def align_up(n, x, alignment):
    """x if it is a multiple, else the next one, which is 0 past the top."""
    down = multiple(n, x, alignment)
    return z3.If(down == x, x, down + alignment)


@spec(precondition=power)
def is_aligned(n, x, alignment):
    return multiple(n, x, alignment) == x
