"""Specifications of word/pext.h, bits that a mask selects, and word/enumerate.h, sets as words."""

import z3

import lemmas_pext
from bits import all_of, any_of, below, bit, bits, count, ranks, spec, word
from specs_ends import in_lowest_run


@spec(lemma=lemmas_pext.pext_in_steps, whole=(8,), how="steps of pext and pdep")
def pext(n, x, mask):
    """The bit of x at the i-th 1 of the mask becomes bit i."""
    rank = ranks(mask)
    return word(n, lambda i: any_of([z3.And(bit(mask, p), bit(x, p), rank[p] == i)
                                     for p in range(i, n)]))


@spec(lemma=lemmas_pext.pdep_in_steps, whole=(8,), how="steps of pext and pdep")
def pdep(n, x, mask):
    """Bit i of x comes to the i-th 1 of the mask."""
    rank = ranks(mask)
    return word(n, lambda p: z3.And(bit(mask, p), any_of(
        [z3.And(rank[p] == i, bit(x, i)) for i in range(p + 1)])))


# ---- enumerate.h ----

@spec
def next_same_popcount(n, x):
    """In the lowest run of 1 bits, the highest moves up by one and the others go to the low end; 0
    if there is no bit above the run, or no run.

    That is the next greater number with as many ones. A greater number y has, at the highest place
    where it differs from x, a 1 where x has 0; as y has no more ones than x, x has one below. The
    lowest place that is 0 with a 1 below is the one just above the lowest run. A y that differs at
    a higher place is greater than one that does there; and among those, the one with the ones that
    remain, all of the run but one, at the bottom is the least."""
    run = in_lowest_run(x)
    others = count(run) - 1

    def above(j):  # the place just above the run
        return z3.And(run[j - 1], z3.Not(run[j])) if j else z3.BoolVal(False)

    def over(j):  # somewhere above that
        return any_of([above(i) for i in range(j)])
    exists = any_of([above(j) for j in range(n)])
    return word(n, lambda j: z3.And(exists, z3.If(
        over(j), bit(x, j), z3.Or(above(j), below(j, others)))))


def counted(n, x, places, carry):
    """The bits of x at the given positions, as a number, plus or minus 1: `carry(bit)` says whether the
    change goes on to the next position."""
    row, going = [], z3.BoolVal(True)
    for j in range(n):
        row.append(z3.And(places[j], z3.Xor(bit(x, j), going)))
        going = z3.If(places[j], z3.And(going, carry(bit(x, j))), going)
    return row


def is_submask(n, x, mask):
    return all_of([z3.Implies(a, b) for a, b in zip(bits(x), bits(mask))])


def is_superset(n, x, mask):
    return is_submask(n, mask, x)


def some_submask(n, x, mask, result):
    return is_submask(n, result, mask)


def some_superset(n, x, mask, result):
    return is_superset(n, result, mask)


@spec(precondition=is_submask, always=some_submask)
def next_submask(n, x, mask):
    row = counted(n, x, bits(mask), lambda b: b)
    return word(n, lambda j: row[j])


@spec(precondition=is_submask, always=some_submask)
def prev_submask(n, x, mask):
    row = counted(n, x, bits(mask), z3.Not)
    return word(n, lambda j: row[j])


@spec(precondition=is_superset, always=some_superset)
def next_superset(n, x, mask):
    row = counted(n, x, [z3.Not(b) for b in bits(mask)], lambda b: b)
    return word(n, lambda j: z3.Or(bit(mask, j), row[j]))
