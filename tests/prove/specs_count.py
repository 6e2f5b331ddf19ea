"""Specifications of word/count.h: counts and positions."""

import z3

import gf2
import lemmas_select
from bits import (any_of, below, bit, bits, byte_counts, count, first, number, odd, ranks,
                  running_sums, spec)


def zeros(x):
    return [z3.Not(b) for b in bits(x)]


def from_top(row):
    return row[::-1]


def one_more(position, n):
    """Counted from 1, and 0 for none: the positions of C23."""
    return z3.If(position == n, number(0), position + 1)


@spec
def popcount(n, x):
    return count(bits(x))


@spec
def count_zeros(n, x):
    return count(zeros(x))


@spec(lemma=gf2.by_polynomials, rewrite=lemmas_select.sums_instead, how=gf2.HOW)
def parity(n, x):
    return odd(bits(x))


@spec
def clz(n, x):
    return first(from_top(bits(x)), n)


@spec
def ctz(n, x):
    return first(bits(x), n)


@spec
def clo(n, x):
    return first(from_top(zeros(x)), n)


@spec
def cto(n, x):
    return first(zeros(x), n)


@spec
def ffs(n, x):
    return one_more(ctz(n, x), n)


@spec
def bit_width(n, x):
    """One more than the position of the highest 1: the least w so that bits w and above are 0."""
    return first([z3.Not(z3.Or(*bits(x)[w:])) for w in range(n)], n)


@spec
def redundant_sign_bits(n, x):
    return first([bit(x, n - 2 - j) != bit(x, n - 1) for j in range(n - 1)], n - 1)


@spec
def first_leading_one(n, x):
    return one_more(clz(n, x), n)


@spec
def first_leading_zero(n, x):
    return one_more(clo(n, x), n)


@spec
def first_trailing_zero(n, x):
    return one_more(cto(n, x), n)


@spec
def rank(n, x, i):
    return count([z3.And(bit(x, j), below(j, i)) for j in range(n)])


@spec(relation=True, lemma=lemmas_select.select_in_steps, how="steps of select",
      rewrite=lemmas_select.sums_instead, whole=(8,))
def select(n, x, k, result):
    """The position of a 1 bit that has k 1 bits below it; the width if there are k or fewer."""
    total = z3.ZeroExt(24, running_sums(byte_counts(x))[-1])
    found = any_of([z3.And(result == j, bit(x, j), z3.ZeroExt(24, below) == k)
                    for j, below in enumerate(ranks(x))])
    return z3.If(z3.ULT(k, total), found, result == n)
