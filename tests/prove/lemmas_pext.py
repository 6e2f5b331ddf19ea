"""Proofs in several steps, for what z3 cannot do whole: pext and pdep in plain C.

The code moves bits down (pext) or up (pdep) in rounds: in round k by 2^k places or not at all. In
what follows m is the mask, Z(j) the number of its zeros at place j and below, and v_k what the k-th
call of prefix_xor returned, which is taken as unknown at first. A bit at place p of the mask has
Z(p) places to go.

1. prefix_xor is proven here as well, so bit j of v_k is the parity of bits 0 to j of its argument.
2. Counting. v_k has at place j bit k of Z(j). By induction over k, and over j for each k: z3 shows
   that if it holds for all smaller k everywhere, and for k at place j - 1, then at place j. (A
   place is in the argument of the k-th call just where counting one more zero carries into bit k.)
3. Order. Let m have p and q = p - (Z(p) mod 2^k), where the bit from p is after k rounds. A place
   adds 0 or 1 to Z, so Z(p) - (p - q) <= Z(q) <= Z(p), and all numbers from Z(p) - Z(p) mod 2^k to
   Z(p) have the same bit k (all of them are tried here). So v_k has at q bit k of Z(p).
4. Way of a bit. For each p z3 shows, from 3. alone, for every value of Z(p) and anything else
   being as it may: pdep has bit p - Z(p) of x at p if m has p, else 0; and pext of the word with
   only bit p has only bit p - Z(p) if m has p, else it is 0.
5. Sum (pext). z3 shows that pext(x | y, m) = pext(x, m) | pext(y, m) for any v_k, and that
   pext(0, m) = 0; so pext of x is the sum of the pext of its bits, which are those of 4.

If m has p, then of the p places below it Z(p) are zeros and the others ones of the mask, so
p - Z(p) is the rank of p among the ones of the mask, and 4. and 5. say what the specifications of
pext and pdep say.
"""

import z3

from bits import SPECS, all_of, any_of, bit, number
from proof import Claim, StepFails, prove

PREFIX_XOR = "bmill_prefix_xor_u64"
COUNT_BITS = 8


class Rounds:
    """A claim about pext or pdep in which the calls of prefix_xor are unknowns."""

    def __init__(self, prover):
        c = prover.claim
        self.prover = prover
        self.claim = Claim(c.name, c.n, c.spec, c.module, abstract=(PREFIX_XOR,))
        self.calls = self.claim.translator.abstracted  # (arguments, unknown result)
        self.x, self.mask = self.claim.inputs["x"], self.claim.inputs["mask"]
        self.result = self.claim.value.term
        self.m = z3.ZeroExt(64 - c.n, self.mask) if c.n < 64 else self.mask


def counting(r):
    """Step 2. The counts are unknowns that only the step from j - 1 to j connects, so z3 gets 64 small
    questions."""
    before = [z3.BitVec("before%d" % j, COUNT_BITS) for j in range(64)]
    before[0] = number(0, COUNT_BITS)
    zeros = [before[j] + z3.If(bit(r.m, j), number(0, COUNT_BITS), number(1, COUNT_BITS))
             for j in range(64)]
    known = []
    for k, (args, result) in enumerate(r.calls):
        argument = z3.substitute(args[0].term, *known) if known else args[0].term
        steps = []
        for j in range(64):
            parity = z3.Xor(bit(before[j], k), bit(argument, j))
            steps.append(parity != bit(zeros[j], k))
        r.prover.never(any_of(steps), "2, round %d," % k)
        known.append((result, z3.Concat(*[z3.Extract(k, k, z) for z in reversed(zeros)])))


def order(rounds):
    """Step 3, by trying all numbers."""
    for z in range(1 << rounds):
        for k in range(rounds):
            for other in range(z - z % (1 << k), z + 1):
                if (other ^ z) >> k & 1:
                    raise StepFails("step 3 of the proof does not hold")


def way(r, p, z):
    """The facts of step 3 about the unknowns, for the bit at p, if m has p and Z(p) is z."""
    facts = [z3.ULE(z, p)]
    for k, (_, result) in enumerate(r.calls):
        for rest in range(min(1 << k, p + 1)):
            low = z3.Extract(k - 1, 0, z) == rest if k else z3.BoolVal(True)
            facts.append(z3.Implies(low, bit(result, p - rest) == bit(z, k)))
    return z3.Implies(bit(r.mask, p), all_of(facts))


def prepared(prover):
    r = Rounds(prover)
    n = prover.claim.n
    if not r.calls:
        return None  # the instruction, whose definition is the specification
    first = prove(PREFIX_XOR, 64, SPECS["prefix_xor"], prover.claim.module, None, 60)
    if first.status != "proved":
        raise StepFails("step 1 of the proof does not hold: prefix_xor is " + first.status)
    if 1 << len(r.calls) < n:
        raise StepFails("%d rounds for %d bits" % (len(r.calls), n))
    counting(r)
    order(len(r.calls))
    return r


def whole(prover):
    prover.how = "whole"
    return prover.values()


def pdep_in_steps(prover):
    r = prepared(prover)
    if r is None:
        return whole(prover)
    z = z3.BitVec("z", COUNT_BITS)
    for p in range(prover.claim.n):
        wanted = z3.And(bit(r.mask, p), any_of([z3.And(z == p - i, bit(r.x, i))
                                                for i in range(p + 1)]))
        r.prover.never(z3.And(way(r, p, z), bit(r.result, p) != wanted), "4, place %d," % p)
    return None


def pext_in_steps(prover):
    r = prepared(prover)
    if r is None:
        return whole(prover)
    n, z = prover.claim.n, z3.BitVec("z", COUNT_BITS)
    for p in range(n):
        one = z3.substitute(r.result, (r.x, number(1 << p, n)))
        wanted = [z3.And(bit(r.mask, p), z == p - i) if i <= p else z3.BoolVal(False)
                  for i in range(n)]
        r.prover.never(z3.And(way(r, p, z), any_of([bit(one, i) != wanted[i] for i in range(n)])),
                "4, place %d," % p)
    y = z3.BitVec("y", n)
    of_y = z3.substitute(r.result, (r.x, y))
    of_both = z3.substitute(r.result, (r.x, r.x | y))
    r.prover.never(of_both != r.result | of_y, "5")
    r.prover.never(z3.substitute(r.result, (r.x, number(0, n))) != 0, "5")
    return None
