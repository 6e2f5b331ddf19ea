"""The proof in steps of select in plain C (the broadword way of S. Vigna).

That code first has the count of ones of each byte in that byte, then multiplies by 0x0101...01,
which leaves in byte j of the product how many ones are in bytes 0 to j. z3 has trouble only with
both together, so:

1. z3 shows that the factor has in byte j the count of byte j of x, as the specification counts.
2. z3 shows, for any eight counts up to 8, that byte j of the product is the sum of counts 0 to j.
3. The product is replaced by these sums, also where undefined behaviour is excluded. For each byte
   z3 shows that if the k-th one is in it (the sum up to this byte is above k, that up to the one
   before is not), then the result is in this byte, and that if it is, it is right. Last, that it is
   right if there are not that many ones.

If there is no such product in the code, or 1. or 2. does not hold, 3. is done with what is there.
"""

import z3

from bits import any_of, bits, count


def byte_counts(x):
    """The number of ones in each byte of x, 8 bits each."""
    row = bits(x)
    return [count(row[i:i + 8], 8) for i in range(0, len(row), 8)]


def running_sums(counts):
    sums = [counts[0]]
    for c in counts[1:]:
        sums.append(sums[-1] + c)
    return sums


def products(term):
    """All products by 0x0101...01 in a term: (product, other factor)."""
    found, seen, stack = [], set(), [term]
    while stack:
        t = stack.pop()
        if t.get_id() in seen:
            continue
        seen.add(t.get_id())
        stack.extend(t.children())
        if z3.is_app_of(t, z3.Z3_OP_BMUL) and t.size() % 8 == 0:
            ones = int("01" * (t.size() // 8), 16)
            for a, b in (t.children(), t.children()[::-1]):
                if z3.is_bv_value(b) and b.as_long() == ones:
                    found.append((t, a))
    return found


def byte(x, j):
    return z3.Extract(8 * j + 7, 8 * j, x)


def sums_instead(prover, claim):
    """The pairs (product, the sums it is), for the products of which steps 1 and 2 hold."""
    known, x = [], claim.spec_args[0]
    for product, factor in products(claim.value.term):
        size = factor.size() // 8
        wide = z3.ZeroExt(factor.size() - x.size(), x) if factor.size() > x.size() else x
        if wide.size() != factor.size():
            continue
        counts = byte_counts(wide)
        if any(prover.model(byte(factor, j) != counts[j]) is not None for j in range(size)):
            continue
        free = [z3.BitVec("count%d" % j, 8) for j in range(size)]
        of_free = z3.substitute(product, (factor, z3.Concat(*reversed(free))))
        small = z3.And(*[z3.ULE(f, 8) for f in free])
        wrong = any_of([byte(of_free, j) != s for j, s in enumerate(running_sums(free))])
        if prover.model(z3.And(small, wrong)) is None:
            known.append((product, z3.Concat(*reversed(running_sums(counts)))))
    return known


def select_in_steps(prover):
    claim = prover.claim
    x, k = claim.spec_args
    what = claim.results()[0]
    model = prover.model(what[3])
    if model is not None:
        return prover.refuted(model, "the result is poison")
    result = claim.value.term
    wrong = z3.Not(claim.spec.function(claim.n, x, k, result))
    sums = [z3.ZeroExt(24, s) for s in running_sums(byte_counts(x))]
    before = z3.BitVecVal(0, 32)
    for b, upto in enumerate(sums):
        case = z3.And(z3.ULE(before, k), z3.ULT(k, upto))
        here = z3.LShR(result, 3) == b
        for question in (z3.And(case, z3.Not(here)), z3.And(case, here, wrong)):
            model = prover.model(question)
            if model is not None:
                return prover.refuted(model, what)
        before = upto
    model = prover.model(z3.And(z3.ULE(before, k), wrong))
    return prover.refuted(model, what) if model is not None else None
