"""Specifications of word/ends.h: the lowest and the highest bits, and the runs there."""

import z3

from bits import all_of, any_of, bit, bits, none_of, spec, word


def ones_to(x, j):
    """Whether bits 0 to j are all 1."""
    return all_of(bits(x)[:j + 1])


def is_lowest(x, j):
    return z3.And(bit(x, j), none_of(bits(x)[:j]))


def is_highest(x, j):
    return z3.And(bit(x, j), none_of(bits(x)[j + 1:]))


def is_lowest_zero(x, j):
    return z3.And(z3.Not(bit(x, j)), all_of(bits(x)[:j]))


def in_lowest_run(x):
    """For each position, whether it belongs to the lowest run of 1 bits."""
    row = []
    for j in range(x.size()):
        begins = is_lowest(x, j)
        row.append(z3.Or(begins, z3.And(bit(x, j), row[j - 1])) if j else begins)
    return row


@spec
def lowest_set(n, x):
    return word(n, lambda j: is_lowest(x, j))


@spec
def lowest_clear(n, x):
    return word(n, lambda j: is_lowest_zero(x, j))


@spec
def clear_lowest_set(n, x):
    return word(n, lambda j: z3.And(bit(x, j), z3.Not(is_lowest(x, j))))


@spec
def set_lowest_clear(n, x):
    return word(n, lambda j: z3.Or(bit(x, j), is_lowest_zero(x, j)))


@spec
def clear_highest_set(n, x):
    return word(n, lambda j: z3.And(bit(x, j), z3.Not(is_highest(x, j))))


@spec
def fill_trailing_zeros(n, x):
    return word(n, lambda j: z3.Or(bit(x, j), none_of(bits(x)[:j])))


@spec
def clear_trailing_ones(n, x):
    return word(n, lambda j: z3.And(bit(x, j), z3.Not(ones_to(x, j))))


@spec
def trailing_zeros_mask(n, x):
    return word(n, lambda j: none_of(bits(x)[:j + 1]))


@spec
def trailing_ones_mask(n, x):
    return word(n, lambda j: ones_to(x, j))


@spec
def leading_zeros_mask(n, x):
    return word(n, lambda j: none_of(bits(x)[j:]))


@spec
def leading_ones_mask(n, x):
    return word(n, lambda j: all_of(bits(x)[j:]))


@spec
def fill_below(n, x):
    """1 wherever a 1 is at or above."""
    return word(n, lambda j: any_of(bits(x)[j:]))


@spec
def fill_above(n, x):
    """1 wherever a 1 is at or below."""
    return word(n, lambda j: any_of(bits(x)[:j + 1]))


@spec
def lowest_run(n, x):
    row = in_lowest_run(x)
    return word(n, lambda j: row[j])


@spec
def clear_lowest_run(n, x):
    row = in_lowest_run(x)
    return word(n, lambda j: z3.And(bit(x, j), z3.Not(row[j])))
