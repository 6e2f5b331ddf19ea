"""Proofs by normal form: a bit as a polynomial over GF(2).

Where code is made of xor, z3 is of little use: to see that two long sums modulo 2 are equal in
different orders, a SAT solver has to try. But every function of bits is one polynomial over GF(2)
in exactly one way (a sum, modulo 2, of products of input bits), so two functions are equal if and
only if their polynomials are. For xor, shifts and masks these stay short.

Integer products are read too, for the carry-less product is computed so, and sums of bytes are. The
1 bits of one factor must be s places apart, and those of the other stand in fields of w places that
begin s places apart (of a carry-less product w is 1). The sum for a field of the result has as many
parts as there are pairs of a place and a field that add up to it, say c. If c (2^w - 1) < 2^s, the
sum fills at most the s places up to the next field, from below nothing comes in (by induction from
the lowest field up), so its lowest bit is the sum modulo 2 of the lowest bits. If not, it may disturb
the next field, and all above is unknown (None), as is what stands between the lowest bits, until a
mask removes it.
"""

from functools import reduce

import z3

from bits import bit
from proof import StepFails

HOW = "polynomials"
ZERO = frozenset()
ONE = frozenset([frozenset()])
LARGEST = 20000  # pairs of products to multiply; more, and the bit is unknown


def multiply(a, b):
    if a == ZERO or b == ZERO:
        return ZERO
    if a is None or b is None or len(a) * len(b) > LARGEST:
        return None
    result = set()
    for x in a:
        for y in b:
            result ^= {x | y}
    return frozenset(result)


def add(a, b):
    return None if a is None or b is None else a ^ b


def either(a, b):
    if a == ONE or b == ONE:
        return ONE
    return add(add(a, b), multiply(a, b))


def sum_of(a, b):
    """An ordinary sum, with its carries."""
    result, carry = [], ZERO
    for x, y in zip(a, b):
        both = add(x, y)
        result.append(add(both, carry))
        carry = add(multiply(x, y), multiply(both, carry))
    return result


def difference_of(a, b):
    """An ordinary difference, with its borrows."""
    result, borrow = [], ZERO
    for x, y in zip(a, b):
        both = add(x, y)
        result.append(add(both, borrow))
        borrow = add(multiply(add(x, ONE), y), multiply(add(both, ONE), borrow))
    return result


FOLDS = {z3.Z3_OP_BXOR: add, z3.Z3_OP_XOR: add, z3.Z3_OP_BAND: multiply, z3.Z3_OP_AND: multiply,
         z3.Z3_OP_BOR: either, z3.Z3_OP_OR: either}


def constant(term):
    if not z3.is_bv_value(term):
        raise StepFails("not a constant: " + str(term)[:80])
    return term.as_long()


def places_of(row):
    return [j for j, x in enumerate(row) if x != ZERO]


def step_of(places):
    """The distance between neighbours if all distances are equal, else 0; 64 if there is only one."""
    steps = {q - p for p, q in zip(places, places[1:])}
    return min(steps) if steps and all(step % min(steps) == 0 for step in steps) else 0 if steps else 64


def spaced_product(a, b):
    """The low bits of an integer product: see the head."""
    width = len(a)
    if not places_of(a) or not places_of(b):
        return [ZERO] * width
    if step_of(places_of(a)) > step_of(places_of(b)):
        a, b = b, a
    ones, s = places_of(b), min(step_of(places_of(b)), width)
    if s < 2:
        raise StepFails("a product of factors that are not evenly spaced")
    least = places_of(a)[0]
    fields = {least + (p - least) // s * s for p in places_of(a)}
    w = max((p - least) % s for p in places_of(a)) + 1
    lowest = least + ones[0]
    result = [ZERO if j < lowest else None for j in range(width)]
    for p in range(lowest, width, s):
        pairs = [(p - i, i) for i in ones if p - i in fields]
        result[p] = reduce(add, [multiply(a[j], b[i]) for j, i in pairs], ZERO)
        if len(pairs) * ((1 << w) - 1) >= 1 << s:
            break  # a carry into the next field: from here on all is unknown
    return result


class Normal:
    """Bits of z3 terms as polynomials; each term is looked at once."""

    def __init__(self):
        self.seen = {}

    def row(self, term):
        """The polynomials of the bits of a term, lowest first (of a Bool, a row of one)."""
        key = term.get_id()
        if key not in self.seen:
            self.seen[key] = self.compute(term), term  # keeps the term, so its id stays its own
        return self.seen[key][0]

    def compute(self, t):
        kind, args = t.decl().kind(), t.children()
        if z3.is_bv_value(t):
            return [ONE if t.as_long() >> j & 1 else ZERO for j in range(t.size())]
        if kind == z3.Z3_OP_UNINTERPRETED and not args:
            return [frozenset([frozenset([(str(t), j)])]) for j in range(t.size())]
        if kind in (z3.Z3_OP_TRUE, z3.Z3_OP_FALSE):
            return [ONE if kind == z3.Z3_OP_TRUE else ZERO]
        rows = [self.row(a) for a in args]
        moved = self.moved(kind, t.params(), rows, args)
        if moved is not None:
            return moved
        if kind in (z3.Z3_OP_BNOT, z3.Z3_OP_NOT):
            return [add(x, ONE) for x in rows[0]]
        if kind == z3.Z3_OP_ITE:
            return [add(y, multiply(rows[0][0], add(x, y))) for x, y in zip(*rows[1:])]
        if kind in (z3.Z3_OP_EQ, z3.Z3_OP_DISTINCT):
            equal = ONE
            for x, y in zip(*rows):
                equal = multiply(equal, add(add(x, y), ONE))
            return [equal if kind == z3.Z3_OP_EQ else add(equal, ONE)]
        if kind == z3.Z3_OP_BMUL:
            return spaced_product(*rows)
        if kind == z3.Z3_OP_BADD:
            return reduce(sum_of, rows)
        if kind == z3.Z3_OP_BSUB:
            return reduce(difference_of, rows)
        if kind in FOLDS:
            return [reduce(FOLDS[kind], column) for column in zip(*rows)]
        raise StepFails("no polynomial for " + t.decl().name())

    @staticmethod
    def moved(kind, params, rows, args):
        """The bits of a term that only rearranges the bits of its operands; None for other terms."""
        if kind == z3.Z3_OP_EXTRACT:
            high, low = params
            return rows[0][low:high + 1]
        if kind in (z3.Z3_OP_ZERO_EXT, z3.Z3_OP_SIGN_EXT):
            return rows[0] + [ZERO if kind == z3.Z3_OP_ZERO_EXT else rows[0][-1]] * params[0]
        if kind == z3.Z3_OP_CONCAT:
            return [b for row in reversed(rows) for b in row]
        if kind in (z3.Z3_OP_BSHL, z3.Z3_OP_BLSHR):
            width = len(rows[0])
            n = min(constant(args[1]), width)
            zeros = [ZERO] * n
            return (zeros + rows[0])[:width] if kind == z3.Z3_OP_BSHL else rows[0][n:] + zeros
        return None


def by_polynomials(prover):
    """A proof of a claim in the sense of proof.py: the result of refuting it, or None."""
    normal = Normal()
    for what in prover.claim.results():
        label, actual, wanted, poison = what
        model = prover.model(poison)
        if model is not None:
            return prover.refuted(model, label + " is poison")
        for a, b in zip(normal.row(actual), normal.row(wanted)):
            if a is None or b is None:
                raise StepFails("a bit of the %s is not known to be a polynomial" % label)
            difference = a ^ b
            if difference:
                # Set just the bits of a shortest product: of the difference, it alone is 1.
                ones = min(difference, key=len)
                condition = z3.And(*[bit(x, j) == ((name, j) in ones)
                                     for name, x in prover.claim.inputs.items()
                                     for j in range(x.size())])
                return prover.refuted(prover.model(condition), what)
    return None
