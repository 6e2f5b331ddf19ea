"""Specifications of word/permute.h, word/carryless.h and word/morton.h."""

import z3

import gf2
from bits import any_of, bit, modulo, odd, spec, word


@spec
def byteswap(n, x):
    return word(n, lambda j: bit(x, (n // 8 - 1 - j // 8) * 8 + j % 8))


@spec
def reverse(n, x):
    return word(n, lambda j: bit(x, n - 1 - j))


@spec
def rotl(n, x, count):
    by = [modulo(count, k, n) for k in range(n)]
    return word(n, lambda j: any_of([z3.And(by[k], bit(x, (j - k) % n)) for k in range(n)]))


@spec
def rotr(n, x, count):
    by = [modulo(count, k, n) for k in range(n)]
    return word(n, lambda j: any_of([z3.And(by[k], bit(x, (j + k) % n)) for k in range(n)]))


@spec
def delta_swap(n, x, mask, shift):
    """Bit j is flipped for each pair it is in whose bits differ: as the lower one of the pair if
    the mask has j, as the upper one if it has j - shift."""
    def differs(j, s):
        return z3.And(bit(mask, j), z3.Xor(bit(x, j), bit(x, j + s)))

    def swapped(j, s):
        if s == 0:
            return bit(x, j)
        return z3.Xor(bit(x, j), z3.Xor(differs(j, s), differs(j - s, s)))
    inside = [shift == s for s in range(n)]
    return word(n, lambda j: z3.Or(
        any_of([z3.And(inside[s], swapped(j, s)) for s in range(n)]),
        z3.And(z3.UGE(shift, n), bit(x, j))))


@spec(widths=(64,))
def transpose8x8(n, x):
    return word(n, lambda j: bit(x, 8 * (j % 8) + j // 8))


# ---- carryless.h ----

@spec
def gray_encode(n, x):
    return word(n, lambda j: z3.Xor(bit(x, j), bit(x, j + 1)))


@spec(lemma=gf2.by_polynomials, how=gf2.HOW)
def gray_decode(n, code):
    """The x whose Gray code it is: each bit of x is that of the code, xor the next higher of x."""
    row = [z3.BoolVal(False)]
    for j in reversed(range(n)):
        row.append(z3.Xor(bit(code, j), row[-1]))
    return word(n, lambda j: row[n - j])


@spec(lemma=gf2.by_polynomials, how=gf2.HOW)
def prefix_xor(n, x):
    row = [bit(x, 0)]
    for j in range(1, n):
        row.append(z3.Xor(row[-1], bit(x, j)))
    return word(n, lambda j: row[j])


@spec(lemma=gf2.by_polynomials, how=gf2.HOW)
def clmul(n, a, b):
    return word(n, lambda j: odd([z3.And(bit(a, i), bit(b, j - i)) for i in range(j + 1)]))


# ---- morton.h: bit i of coordinate c of d is bit d i + c of the code. ----

def interleaved(n, *coordinates):
    d = len(coordinates)
    return word(n, lambda j: bit(coordinates[j % d], j // d) if j < n // d * d
                else z3.BoolVal(False))


def coordinate(n, code, c, d):
    return word(n, lambda i: bit(code, d * i + c) if i < n // d else z3.BoolVal(False))


@spec
def morton2(n, x, y):
    return interleaved(n, x, y)


@spec
def morton2_x(n, code):
    return coordinate(n, code, 0, 2)


@spec
def morton2_y(n, code):
    return coordinate(n, code, 1, 2)


@spec
def morton3(n, x, y, z):
    return interleaved(n, x, y, z)


@spec
def morton3_x(n, code):
    return coordinate(n, code, 0, 3)


@spec
def morton3_y(n, code):
    return coordinate(n, code, 1, 3)


@spec
def morton3_z(n, code):
    return coordinate(n, code, 2, 3)
