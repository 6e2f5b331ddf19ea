"""Specifications of word/pext.h and word/enumerate.h: what a mask selects, and sets as words."""

import z3

import lemmas
from bits import any_of, below, bit, bits, count, number, spec, word
from specs_ends import in_lowest_run


def ranks(mask):
    """For each place, how many bits of the mask are below it."""
    result = [number(0, 8)]
    for j in range(mask.size() - 1):
        result.append(result[-1] + z3.ZeroExt(7, z3.Extract(j, j, mask)))
    return result


@spec(lemma=lemmas.pext_in_steps, whole=(8,), how="in steps (lemmas.py)")
def pext(n, x, mask):
    """The bit of x at the i-th 1 of the mask becomes bit i."""
    rank = ranks(mask)
    return word(n, lambda i: any_of([z3.And(bit(mask, p), bit(x, p), rank[p] == i)
                                     for p in range(i, n)]))


@spec(lemma=lemmas.pdep_in_steps, whole=(8,), how="in steps (lemmas.py)")
def pdep(n, x, mask):
    """Bit i of x comes to the i-th 1 of the mask."""
    rank = ranks(mask)
    return word(n, lambda p: z3.And(bit(mask, p), any_of(
        [z3.And(rank[p] == i, bit(x, i)) for i in range(p + 1)])))


# ---- enumerate.h ----

@spec
def next_same_popcount(n, x):
    """In the lowest run of ones, the highest moves up by one place and the others go to the
    bottom; if there is no place above the run, or no run, 0. That this is the next greater number
    with as many ones is shown by itself, see lemmas.py."""
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
    """x, which is read only at the given places, plus or minus 1: `carry(bit)` says whether the
    change goes on to the next place."""
    row, going = [], z3.BoolVal(True)
    for j in range(n):
        row.append(z3.And(places[j], z3.Xor(bit(x, j), going)))
        going = z3.If(places[j], z3.And(going, carry(bit(x, j))), going)
    return row


def is_submask(n, x, mask):
    return x & ~mask == 0


def is_superset(n, x, mask):
    return mask & ~x == 0


@spec(precondition=is_submask)
def next_submask(n, x, mask):
    row = counted(n, x, bits(mask), lambda b: b)
    return word(n, lambda j: row[j])


@spec(precondition=is_submask)
def prev_submask(n, x, mask):
    row = counted(n, x, bits(mask), z3.Not)
    return word(n, lambda j: row[j])


@spec(precondition=is_superset)
def next_superset(n, x, mask):
    row = counted(n, x, [z3.Not(b) for b in bits(mask)], lambda b: b)
    return word(n, lambda j: z3.Or(bit(mask, j), row[j]))
