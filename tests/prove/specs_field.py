"""Specifications of word/field.h: masks and fields. Bits past the width do not exist."""

import z3

from bits import all_of, any_of, below, bit, bits, none_of, number, spec, word


def in_field(p, first, count):
    """Whether p is one of first, first + 1, ..., first + count - 1, without wrapping around."""
    at = number(p, first.size())
    return z3.And(z3.ULE(first, at), z3.ULT(at - first, count))


def starts(n, first):
    """For each p below n, whether the field starts there."""
    return [first == p for p in range(n)]


@spec
def low_mask(n, count):
    return word(n, lambda j: below(j, count))


@spec
def mask(n, first, count):
    return word(n, lambda j: in_field(j, first, count))


@spec
def is_mask(n, x):
    """Exactly one run of 1 bits: there is one position where a run begins."""
    begins = [z3.And(bit(x, j), z3.Not(bit(x, j - 1))) for j in range(n)]
    return any_of([z3.And(begins[j], none_of(begins[:j] + begins[j + 1:])) for j in range(n)])


@spec
def is_low_mask(n, x):
    return any_of([z3.And(all_of(bits(x)[:k]), none_of(bits(x)[k:])) for k in range(1, n + 1)])


@spec
def extract(n, x, first, count):
    """Bit j is bit first + j of x, for j below count."""
    start = starts(n, first)
    return word(n, lambda j: z3.And(below(j, count), any_of(
        [z3.And(start[p - j], bit(x, p)) for p in range(j, n)])))


@spec
def insert(n, x, first, count, value):
    """Bit p is bit p - first of value if p is in the field, else that of x."""
    start = starts(n, first)
    return word(n, lambda p: z3.If(in_field(p, first, count), any_of(
        [z3.And(start[p - q], bit(value, q)) for q in range(p + 1)]), bit(x, p)))


@spec
def mux(n, mask, a, b):
    return word(n, lambda j: z3.If(bit(mask, j), bit(a, j), bit(b, j)))


@spec
def sign_extend(n, x, count):
    """The lowest count bits stay, and all above equal the highest of these; 0 for count = 0."""
    sign = any_of([z3.And(count == q + 1, bit(x, q)) for q in range(n)])
    return word(n, lambda j: z3.If(below(j, count), bit(x, j), sign))
