"""Booleans for the translator: Python's True and False where known, z3 terms where not.

Most poison conditions are plainly False and most path conditions plainly True; keeping those out
of the terms keeps the questions to z3 short.
"""

import z3


def known(a):
    """The z3 Bool `a`, or True or False if it is that by its form."""
    if isinstance(a, bool):
        return a
    if z3.is_true(a):
        return True
    if z3.is_false(a):
        return False
    return a


def negate(a):
    if isinstance(a, bool):
        return not a
    if z3.is_not(a):
        return a.arg(0)
    return z3.Not(a)


def both(*terms):
    """Conjunction."""
    terms = [t for t in terms if t is not True]
    if any(t is False for t in terms):
        return False
    if not terms:
        return True
    return terms[0] if len(terms) == 1 else z3.And(*terms)


def either(*terms):
    """Disjunction."""
    terms = [t for t in terms if t is not False]
    if any(t is True for t in terms):
        return True
    if not terms:
        return False
    return terms[0] if len(terms) == 1 else z3.Or(*terms)


def choose(condition, a, b):
    """If-then-else, of Bools or of bit vectors."""
    if a is b or condition is True:
        return a
    if condition is False:
        return b
    if isinstance(a, bool) and isinstance(b, bool):
        if a == b:
            return a
        return condition if a else negate(condition)
    if isinstance(a, bool):
        return either(condition, b) if a else both(negate(condition), b)
    if isinstance(b, bool):
        return either(negate(condition), a) if b else both(condition, a)
    if a.eq(b):
        return a
    return z3.If(condition, a, b)


def same(a, b):
    """Whether two path literals are the same term."""
    return a is b or (not isinstance(a, bool) and not isinstance(b, bool) and a.eq(b))


def as_bool(bit):
    """A bit vector of width 1 as a Bool."""
    if z3.is_bv_value(bit):
        return bit.as_long() == 1
    if z3.is_app_of(bit, z3.Z3_OP_ITE) and z3.is_bv_value(bit.arg(1)) \
            and z3.is_bv_value(bit.arg(2)) and bit.arg(1).as_long() == 1 \
            and bit.arg(2).as_long() == 0:
        return bit.arg(0)
    return bit == 1


def as_bit(a):
    """A Bool as a bit vector of width 1."""
    if isinstance(a, bool):
        return z3.BitVecVal(int(a), 1)
    return z3.If(a, z3.BitVecVal(1, 1), z3.BitVecVal(0, 1))


def fold(term, operands):
    """`term`, computed if all it is made of are numerals."""
    if all(z3.is_bv_value(o) for o in operands):
        return z3.simplify(term)
    return term
