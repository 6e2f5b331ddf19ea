"""What each LLVM instruction and intrinsic on integers means, as z3 terms.

Each function takes operand terms and gives (value, poison): poison is the condition under which
the LangRef makes the result poison because of this instruction; the poison of the operands is
added by the caller. Division by zero and the like are undefined behaviour at once: such functions
report it through `ub`, a function that takes a condition and its name.
"""

import z3

from bits import ranks
from logic import as_bit, as_bool, both, choose, either, fold, known, negate


def overflow_conditions(op, a, b):
    """(unsigned, signed) overflow of add, sub, mul: the result in enough bits is not that in few.
    (z3 has predicates for this, but 4.8.12 takes -4 * 2 in 4 bits for an overflow.)"""
    f = {"add": lambda x, y: x + y, "sub": lambda x, y: x - y, "mul": lambda x, y: x * y}[op]
    more = a.size() if op == "mul" else 1
    return tuple(f(extend(more, a), extend(more, b)) != extend(more, f(a, b))
                 for extend in (z3.ZeroExt, z3.SignExt))


def condition(term):
    """A Bool term, folded if nothing in it is symbolic."""
    if isinstance(term, bool):
        return term
    return known(z3.simplify(term)) if not free(term) else term


def free(term):
    """Whether a small condition depends on an input: looks at its direct operands only."""
    stack, seen = [term], 0
    while stack:
        t = stack.pop()
        seen += 1
        if seen > 40 or (z3.is_const(t) and t.decl().kind() == z3.Z3_OP_UNINTERPRETED):
            return True
        stack.extend(t.children())
    return False


def arithmetic(op, a, b, flags, ub):
    value = {"add": lambda: a + b, "sub": lambda: a - b, "mul": lambda: a * b}[op]()
    poison = False
    if "nuw" in flags or "nsw" in flags:
        unsigned, signed = overflow_conditions(op, a, b)
        if "nuw" in flags:
            poison = either(poison, condition(unsigned))
        if "nsw" in flags:
            poison = either(poison, condition(signed))
    return fold(value, [a, b]), poison


def division(op, a, b, flags, ub):
    ub(condition(b == 0), "division by zero")
    if op in ("sdiv", "srem"):
        least = z3.BitVecVal(1 << (a.size() - 1), a.size())
        ub(condition(z3.And(a == least, b == -1)), "overflow of a division")
    value = {"udiv": z3.UDiv, "urem": z3.URem, "sdiv": lambda x, y: x / y,
             "srem": z3.SRem}[op](a, b)
    poison = False
    if "exact" in flags:
        poison = condition((z3.URem if op == "udiv" else z3.SRem)(a, b) != 0)
    return fold(value, [a, b]), poison


def shift(op, a, b, flags, ub):
    value = {"shl": lambda: a << b, "lshr": lambda: z3.LShR(a, b), "ashr": lambda: a >> b}[op]()
    poison = condition(z3.UGE(b, z3.BitVecVal(a.size(), b.size()))) if a.size() < 1 << b.size() \
        else False
    if "nuw" in flags:
        poison = either(poison, condition(z3.LShR(value, b) != a))
    if "nsw" in flags:
        poison = either(poison, condition((value >> b) != a))
    if "exact" in flags:
        poison = either(poison, condition((value << b) != a))
    return fold(value, [a, b]), poison


def logical(op, a, b, flags, ub):
    value = {"and": lambda: a & b, "or": lambda: a | b, "xor": lambda: a ^ b}[op]()
    poison = condition((a & b) != 0) if "disjoint" in flags else False
    return fold(value, [a, b]), poison


BINARY = {}
for _op in ("add", "sub", "mul"):
    BINARY[_op] = arithmetic
for _op in ("udiv", "sdiv", "urem", "srem"):
    BINARY[_op] = division
for _op in ("shl", "lshr", "ashr"):
    BINARY[_op] = shift
for _op in ("and", "or", "xor"):
    BINARY[_op] = logical

PREDICATES = {"eq": lambda a, b: a == b, "ne": lambda a, b: a != b,
              "ult": z3.ULT, "ule": z3.ULE, "ugt": z3.UGT, "uge": z3.UGE,
              "slt": lambda a, b: a < b, "sle": lambda a, b: a <= b,
              "sgt": lambda a, b: a > b, "sge": lambda a, b: a >= b}


def compare(a, b, attrs):
    value = as_bit(PREDICATES[attrs["predicate"]](a, b))
    poison = False
    if "samesign" in attrs:
        poison = condition((a < 0) != (b < 0))
    return fold(value, [a, b]), poison


def cast(op, a, width, flags):
    poison = False
    if op == "zext":
        value = z3.ZeroExt(width - a.size(), a)
        if "nneg" in flags:
            poison = condition(a < 0)
    elif op == "sext":
        value = z3.SignExt(width - a.size(), a)
    else:
        value = z3.Extract(width - 1, 0, a)
        if "nuw" in flags:
            poison = either(poison, condition(z3.ZeroExt(a.size() - width, value) != a))
        if "nsw" in flags:
            poison = either(poison, condition(z3.SignExt(a.size() - width, value) != a))
    return fold(value, [a]), poison


# ---- Intrinsics ----

def bits_of(x):
    """The bits of x as terms of width 1, lowest first."""
    return [z3.Extract(i, i, x) for i in range(x.size())]


def count_ones(x):
    """The number of 1 bits, as a tree: the counts of the halves are added, one bit wider each time. z3
    handles that far better than a chain."""
    def tree(row):
        if len(row) == 1:
            return row[0]
        half = (len(row) + 1) // 2
        a, b = tree(row[:half]), tree(row[half:])
        size = max(a.size(), b.size()) + 1
        return z3.ZeroExt(size - a.size(), a) + z3.ZeroExt(size - b.size(), b)
    total = tree(bits_of(x))
    if total.size() > x.size():
        return z3.Extract(x.size() - 1, 0, total)
    return z3.ZeroExt(x.size() - total.size(), total)


def count_zeros_from(bits, width):
    """The number of zeros before the first 1 in `bits`."""
    result = z3.BitVecVal(width, width)
    for i in reversed(range(width)):
        result = z3.If(bits[i] == 1, z3.BitVecVal(i, width), result)
    return result


def extract_bits(x, mask):
    """pext, as Intel defines it: the bit at the i-th 1 of the mask becomes bit i."""
    rank, width = ranks(mask), x.size()
    row = [z3.Or(*[z3.And(m == 1, b == 1, r == i) for m, b, r
                   in list(zip(bits_of(mask), bits_of(x), rank))[i:]]) for i in range(width)]
    return z3.Concat(*[as_bit(b) for b in reversed(row)])


def deposit_bits(x, mask):
    """pdep: bit i goes to the position of the i-th 1 of the mask."""
    row = [z3.And(m == 1, z3.Or(*[z3.And(r == i, b == 1)
                                  for i, b in enumerate(bits_of(x)[:p + 1])]))
           for p, (m, r) in enumerate(zip(bits_of(mask), ranks(mask)))]
    return z3.Concat(*[as_bit(b) for b in reversed(row)])


def carryless_product(a, b):
    """All bits of it: xor of the copies of a that the bits of b select."""
    width = a.size()
    wide, result = z3.ZeroExt(width, a), z3.BitVecVal(0, 2 * width)
    for i, bi in enumerate(bits_of(b)):
        result = result ^ z3.If(bi == 1, wide << i, z3.BitVecVal(0, 2 * width))
    return result


def funnel(name, a, b, c):
    """fshl, fshr: the double-width word a:b shifted, one half of it kept."""
    width = a.size()
    n = z3.ZeroExt(width, z3.URem(c, z3.BitVecVal(width, width)))
    wide = z3.Concat(a, b)
    if name == "fshl":
        return z3.Extract(2 * width - 1, width, wide << n)
    return z3.Extract(width - 1, 0, z3.LShR(wide, n))


def with_overflow(name, a, b):
    """(value, overflow) of llvm.sadd.with.overflow and its kin."""
    unsigned, signed = overflow_conditions(name[1:], a, b)
    value = {"add": lambda: a + b, "sub": lambda: a - b, "mul": lambda: a * b}[name[1:]]()
    overflow = as_bit(condition(unsigned if name[0] == "u" else signed))
    return fold(value, [a, b]), fold(overflow, [a, b])


def saturated(name, a, b):
    unsigned, _ = overflow_conditions(name[1:4], a, b)
    if name == "uadd.sat":
        return z3.If(unsigned, z3.BitVecVal(-1, a.size()), a + b)
    return z3.If(unsigned, z3.BitVecVal(0, a.size()), a - b)


def intrinsic(name, args):
    """The value and the poison of a call of llvm.<name>, or None if it is not known here."""
    parts = name.split(".")
    a = args[0] if args else None
    if parts[0] == "x86":
        known_x86 = {"bmi.pext": extract_bits, "bmi.pdep": deposit_bits}
        key = ".".join(parts[1:3])
        return (known_x86[key](*args), False) if key in known_x86 else None
    if parts[0] in ("ctlz", "cttz"):
        bits = bits_of(a) if parts[0] == "cttz" else bits_of(a)[::-1]
        poison = choose(as_bool(args[1]), condition(a == 0), False)
        return fold(count_zeros_from(bits, a.size()), [a]), poison
    simple = {
        "ctpop": lambda: count_ones(a),
        "bswap": lambda: z3.Concat(*[z3.Extract(8 * i + 7, 8 * i, a)
                                     for i in range(a.size() // 8)]),
        "bitreverse": lambda: z3.Concat(*bits_of(a)),
        "fshl": lambda: funnel("fshl", *args),
        "fshr": lambda: funnel("fshr", *args),
        "umin": lambda: z3.If(z3.ULT(a, args[1]), a, args[1]),
        "umax": lambda: z3.If(z3.UGT(a, args[1]), a, args[1]),
        "smin": lambda: z3.If(a < args[1], a, args[1]),
        "smax": lambda: z3.If(a > args[1], a, args[1]),
        "uadd.sat": lambda: saturated("uadd.sat", a, args[1]),
        "usub.sat": lambda: saturated("usub.sat", a, args[1]),
        "expect": lambda: a,
    }
    for key in (parts[0], ".".join(parts[:2])):
        if key in simple:
            return fold(simple[key](), args), False
    if parts[0] == "abs":
        least = condition(a == z3.BitVecVal(1 << (a.size() - 1), a.size()))
        return fold(z3.If(a < 0, -a, a), [a]), both(as_bool(args[1]), least)
    return None


def outside_range(value, numbers):
    """The condition under which `value` is outside !range (pairs of low and high bounds)."""
    inside = []
    for low, high in zip(numbers[::2], numbers[1::2]):
        width = value.size()
        low, high = z3.BitVecVal(low, width), z3.BitVecVal(high, width)
        inside.append(z3.ULT(value - low, high - low))
    return condition(negate(either(*inside)))
