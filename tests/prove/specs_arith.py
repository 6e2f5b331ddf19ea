"""Specifications of word/arith.h and word/memory.h."""

import z3

from bits import any_of, narrow, none_of, number, bits, spec, wide, word


@spec
def avg_floor(n, a, b):
    return narrow(z3.LShR(wide(a) + wide(b), 1), n)


@spec
def avg_ceil(n, a, b):
    return narrow(z3.LShR(wide(a) + wide(b) + 1, 1), n)


@spec
def abs_diff(n, a, b):
    distance = wide(a) - wide(b)  # signed, as there is room
    return narrow(z3.If(distance < 0, -distance, distance), n)


@spec
def sat_add(n, a, b):
    greatest = number((1 << n) - 1, n + 8)
    total = wide(a) + wide(b)
    return narrow(z3.If(z3.UGT(total, greatest), greatest, total), n)


@spec
def sat_sub(n, a, b):
    distance = wide(a) - wide(b)
    return narrow(z3.If(distance < 0, number(0, n + 8), distance), n)


@spec
def sign(n, x):
    return z3.If(x < 0, number(-1), z3.If(x == 0, number(0), number(1)))


def is_zero_byte(x, k):
    return none_of(bits(x)[8 * k:8 * k + 8])


@spec
def zero_bytes(n, x):
    return word(n, lambda j: is_zero_byte(x, j // 8) if j % 8 == 7 else z3.BoolVal(False))


@spec
def has_zero_byte(n, x):
    return any_of([is_zero_byte(x, k) for k in range(n // 8)])


# ---- memory.h: p points to n / 8 bytes at any address. ----

@spec
def load_le(n, p: "bytes"):
    return z3.Concat(*p[::-1]) if n > 8 else p[0], {"p": p}


@spec
def load_be(n, p: "bytes"):
    return z3.Concat(*p) if n > 8 else p[0], {"p": p}


def bytes_of(n, x):
    """Its bytes, least significant first."""
    return [z3.Extract(8 * k + 7, 8 * k, x) for k in range(n // 8)]


@spec
def store_le(n, p: "bytes", x):
    return None, {"p": bytes_of(n, x)}


@spec
def store_be(n, p: "bytes", x):
    return None, {"p": bytes_of(n, x)[::-1]}
