"""Specifications of word/bit.h: single bits. An index is taken modulo the width."""

import z3

from bits import bit, modulo, spec, word


def changed(n, x, i, new):
    """x with its bit i replaced by new(old bit)."""
    return word(n, lambda j: z3.If(modulo(i, j, n), new(bit(x, j)), bit(x, j)))


def chosen(n, x, i):
    """Bit i of x."""
    return z3.Or(*[z3.And(modulo(i, j, n), bit(x, j)) for j in range(n)])


@spec
def set_(n, x, i):
    return changed(n, x, i, lambda old: z3.BoolVal(True))


@spec
def clear(n, x, i):
    return changed(n, x, i, lambda old: z3.BoolVal(False))


@spec
def flip(n, x, i):
    return changed(n, x, i, z3.Not)


@spec
def modify(n, x, i, state: "bool"):
    return changed(n, x, i, lambda old: state)


@spec
def is_set(n, x, i):
    return chosen(n, x, i)


@spec
def is_odd(n, x):
    return bit(x, 0)


@spec
def is_even(n, x):
    return z3.Not(bit(x, 0))


@spec(widths=(64,))
def single_bit(n, i):
    """For BMILL_C_BIT."""
    return word(n, lambda j: modulo(i, j, n))


# ---- The same for an index that may be out of range: (result, what the pointers see after). ----

def in_range(n, i):
    return z3.ULT(i, n)


@spec
def set_checked(n, x: "T*", i):
    return in_range(n, i), {"x": z3.If(in_range(n, i), set_(n, x, i), x)}


@spec
def clear_checked(n, x: "T*", i):
    return in_range(n, i), {"x": z3.If(in_range(n, i), clear(n, x, i), x)}


@spec
def flip_checked(n, x: "T*", i):
    return in_range(n, i), {"x": z3.If(in_range(n, i), flip(n, x, i), x)}


@spec
def modify_checked(n, x: "T*", i, state: "bool"):
    return in_range(n, i), {"x": z3.If(in_range(n, i), modify(n, x, i, state), x)}


@spec
def is_set_checked(n, x: "T*", i, state: "bool*"):
    bit_i = z3.If(chosen(n, x, i), z3.BitVecVal(1, 8), z3.BitVecVal(0, 8))
    return in_range(n, i), {"x": x, "state": z3.If(in_range(n, i), bit_i, state)}


# ---- Change a bit and give its old state. ----

@spec
def test_and_set(n, x: "T*", i):
    return chosen(n, x, i), {"x": set_(n, x, i)}


@spec
def test_and_clear(n, x: "T*", i):
    return chosen(n, x, i), {"x": clear(n, x, i)}


@spec
def test_and_flip(n, x: "T*", i):
    return chosen(n, x, i), {"x": flip(n, x, i)}
