"""The vocabulary of the specifications: a word as a row of Booleans.

A specification says for each bit of the result when it is 1; or it counts the 1 bits of a row, or
finds the first. It does no arithmetic on words, because the helpers do.
"""

from collections import namedtuple

import z3

SPECS = {}

# function: (width, argument terms) -> expected result. relation: the function gets the result as its
#   last argument, and says whether it is right.
# widths: the widths that the helper has.
# precondition: (width, argument terms) -> when the result is claimed; undefined behaviour is
#   excluded everywhere. always: (width, argument terms, result) -> what is claimed for all of them.
# lemma: a function that does the proof in steps, except for the widths in `whole`; how: its name in
#   the table of proofs. rewrite: gives terms to put in the place of equal ones, before all else.
Spec = namedtuple("Spec", "function relation widths precondition always lemma how rewrite whole")


def spec(function=None, *, relation=False, widths=(8, 16, 32, 64), precondition=None, always=None,
         lemma=None, how=None, rewrite=None, whole=()):
    """Registers a specification under its name; a trailing _ keeps Python's own names apart."""
    def register(f):
        SPECS[f.__name__.rstrip("_")] = Spec(f, relation, widths, precondition, always,
                                             lemma, how, rewrite, whole)
        return f
    return register(function) if function else register


def bit(x, j):
    """Bit j of the word x; 0 outside the word. A word, and the same word extended by zeros, have the
    same terms as their bits."""
    if z3.is_app_of(x, z3.Z3_OP_ZERO_EXT):
        return bit(x.arg(0), j)
    if 0 <= j < x.size():
        return z3.Extract(j, j, x) == 1
    return z3.BoolVal(False)


def bits(x):
    """All bits of x, lowest first."""
    return [bit(x, j) for j in range(x.size())]


def word(n, f):
    """The word of n bits whose bit j is f(j)."""
    row = [z3.If(f(j), z3.BitVecVal(1, 1), z3.BitVecVal(0, 1)) for j in range(n)]
    return z3.Concat(*reversed(row))


def number(k, width=32):
    return z3.BitVecVal(k, width)


def any_of(row):
    return z3.Or(*row) if row else z3.BoolVal(False)


def none_of(row):
    return z3.Not(any_of(row))


def all_of(row):
    return z3.And(*row) if row else z3.BoolVal(True)


def odd(row):
    """Whether an odd number of the row is true. Folded in halves, as most code does: z3 cannot prove
    in reasonable time that another order gives the same."""
    while len(row) > 1:
        half = (len(row) + 1) // 2
        row = [z3.Xor(row[j], row[j + half]) if j + half < len(row) else row[j]
               for j in range(half)]
    return row[0] if row else z3.BoolVal(False)


def count(row, width=32):
    """The number of true ones in the row: pairs are added, then pairs of pairs."""
    def tree(part):
        if len(part) == 1:
            return z3.If(part[0], number(1, 1), number(0, 1))
        half = (len(part) + 1) // 2
        a, b = tree(part[:half]), tree(part[half:])
        size = max(a.size(), b.size()) + 1
        return z3.ZeroExt(size - a.size(), a) + z3.ZeroExt(size - b.size(), b)
    total = tree(row)
    if total.size() > width:
        raise ValueError("a count of %d bits in %d" % (total.size(), width))
    return z3.ZeroExt(width - total.size(), total)


def byte_counts(x):
    """The number of 1 bits in each byte of x, as numbers of 8 bits."""
    row = bits(x)
    return [count(row[i:i + 8], 8) for i in range(0, len(row), 8)]


def running_sums(counts):
    sums = [counts[0]]
    for c in counts[1:]:
        sums.append(sums[-1] + c)
    return sums


def ranks(x):
    """For each position, the number of 1 bits of x below it, in lower bytes and in its own. As
    numbers of 8 bits."""
    row, before, result = bits(x), number(0, 8), []
    for i, total in zip(range(0, len(row), 8), running_sums(byte_counts(x))):
        byte = row[i:i + 8]
        result += [before] + [before + count(byte[:j], 8) for j in range(1, len(byte))]
        before = total
    return result


def first(row, otherwise, width=32):
    """The index of the first true one in the row."""
    result = number(otherwise, width)
    for j in reversed(range(len(row))):
        result = z3.If(row[j], number(j, width), result)
    return result


def below(j, term):
    """Whether the constant j is less than the unsigned number `term`."""
    return z3.UGT(term, number(j, term.size())) if j < 1 << term.size() else z3.BoolVal(False)


def modulo(i, j, n):
    """Whether i, taken modulo n, is the constant j."""
    return z3.URem(i, number(n, i.size())) == j


def wide(x, extra=8):
    """x in more bits, so that sums keep their carry."""
    return z3.ZeroExt(extra, x)


def narrow(x, n):
    return z3.Extract(n - 1, 0, x)
