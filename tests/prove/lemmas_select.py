"""The proof in steps of select in plain C (the broadword way of S. Vigna).

That code first has the count of ones of each byte in that byte, then multiplies by 0x0101...01,
which leaves in byte j of the product how many ones are in bytes 0 to j. z3 has trouble only with
both together, so:

1. z3 shows that the factor has in byte j the count of byte j of x, as the specification counts.
2. z3 shows, for any eight counts up to 8, that byte j of the product is the sum of counts 0 to j.
3. The product is replaced by these sums, also where undefined behaviour is excluded. For each byte
   z3 shows that if the k-th one is in it (the sum up to this byte is above k, that up to the one
   before is not), then the result is in this byte, and for each place in it, that if that is the
   result, it is right; and that the result is right if there are not that many ones.

If 1. or 2. does not hold of a product, it stays, and 3. is done with what is there.

With the pdep instruction the code deposits some word s at the ones of x and looks for the first 1.
What pdep gives is taken as unknown, d; its definition is that d has a 1 at place p if x has, and s
has one at place R(p), the number of ones of x below p.

4. z3 shows that the mask of the pdep is x, with zeros above.
5. For each p, z3 shows for any number R(p) up to p that s has a 1 at place R(p) if and only if R(p)
   is k. So d is 1 just at the places of x that are 1 and have k ones below: the right ones.
6. For each p, z3 shows that if p is the result then d is 1 there; and that the result is n only if
   d is 0 at all n places, and never more than n, as d is 0 above.
7. For each byte, z3 shows for any number B of ones below the byte: one of its places is a right one
   if and only if B <= k < B + ones of the byte. From one byte to the next, B grows by just these
   ones, from 0 to the number of all. So there is a right place if and only if k is less than that
   number. If so, the result is not n (6.: d is not 0), so it is a right place (6. and 5.). If not,
   d is 0, and the result is n (6.).
"""

import z3

from bits import all_of, any_of, bit, bits, byte_counts, count, number, running_sums
from proof import Claim, StepFails

PDEP = "llvm.x86.bmi.pdep.64"


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
    """Pairs (product, the same as sums), for the products for which steps 1 and 2 hold."""
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


def questions(x, k, result, wrong_at):
    """The conditions of step 3 that must be impossible, where there are more than k 1 bits."""
    before = z3.BitVecVal(0, 32)
    for b, upto in enumerate(running_sums(byte_counts(x))):
        upto = z3.ZeroExt(24, upto)
        case = z3.And(z3.ULE(before, k), z3.ULT(k, upto))
        yield z3.And(case, z3.LShR(result, 3) != b)
        for j in range(8 * b, 8 * b + 8):
            yield z3.And(case, result == j, wrong_at(j))
        before = upto


def select_in_steps(prover):
    claim = prover.claim
    n, (x, k), what = claim.n, claim.spec_args, claim.results()[0]
    result = claim.value.term
    if not products(result):
        return select_by_pdep(prover)

    def wrong_at(j):
        return z3.Not(claim.spec.function(n, x, k, number(j)))
    total = z3.ZeroExt(24, running_sums(byte_counts(x))[-1])
    last = z3.And(z3.ULE(total, k), z3.Not(claim.spec.function(n, x, k, result)))
    for question in [what[3], last, *questions(x, k, result, wrong_at)]:
        model = prover.model(question)
        if model is not None:
            return prover.refuted(model, what)
    return None


def select_by_pdep(prover):
    c = prover.claim
    claim = Claim(c.name, c.n, c.spec, c.module, abstract=(PDEP,))
    n, (x, k), result = claim.n, claim.spec_args, claim.value.term
    if len(claim.translator.abstracted) != 1:
        raise StepFails("neither sums of bytes nor one pdep")
    (source, mask, *_), found = claim.translator.abstracted[0]
    never = prover.never
    never(claim.value.poison, "of poison")
    never(mask.term != z3.ZeroExt(64 - n, x) if n < 64 else mask.term != x, "4")
    rank = z3.BitVec("rank", 32)
    for p in range(n):
        deposited = any_of([z3.And(rank == i, bit(source.term, i)) for i in range(p + 1)])
        never(z3.And(z3.ULE(rank, p), deposited != (rank == k)), "5, place %d," % p)
        never(z3.And(result == p, z3.Not(bit(found, p))), "6, place %d," % p)
    nothing_above = all_of([z3.Not(b) for b in bits(found)[n:]])
    never(z3.And(nothing_above, z3.UGT(result, n)), "6")
    never(z3.And(result == n, any_of(bits(found)[:n])), "6")
    below = z3.BitVec("below", 32)
    for j in range(0, n, 8):
        byte = bits(x)[j:j + 8]
        hits = [z3.And(b, below + count(byte[:i]) == k) if i else z3.And(b, below == k)
                for i, b in enumerate(byte)]
        here = z3.And(z3.ULE(below, k), z3.ULT(k, below + count(byte)))
        never(z3.And(z3.ULE(below, 64), here != any_of(hits)), "7, byte %d," % (j // 8))
    return None
