"""Tests of the translator itself, before any of its proofs counts. Three questions:

  - Does each operation mean what the LangRef says? On all pairs of numbers of 4 bits, value and
    poison are compared with a second definition, on Python's integers.
  - Is undefined behaviour found? Each function of UNDEFINED has some, next to one that has none.
  - Is IR that it does not know refused? Each text of UNKNOWN must be an error.

And z3 running out of time must not be taken for a proof.
"""

import z3

import instructions
import operations
import promises
import proof
from bits import Spec
from llvmir import UnknownIR

N = 4
RANGE = range(1 << N)


def signed(x):
    return x - (1 << N) if x >> (N - 1) else x


def wraps(exact_unsigned, exact_signed):
    """(flags that make it poison) of a result that is known without wrapping around."""
    return {"nuw": not 0 <= exact_unsigned < 1 << N,
            "nsw": not -(1 << (N - 1)) <= exact_signed < 1 << (N - 1)}


def quotient(a, b):
    """Rounded towards 0, and the remainder."""
    q = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
    return q, a - q * b


def expected_binary(op, a, b):
    """(value, {flag: poison}), the value None where it is poison or undefined without any flag."""
    s, t = signed(a), signed(b)
    if op in ("add", "sub", "mul"):
        f = {"add": int.__add__, "sub": int.__sub__, "mul": int.__mul__}[op]
        return f(a, b) % (1 << N), wraps(f(a, b), f(s, t))
    if op in ("and", "or", "xor"):
        f = {"and": int.__and__, "or": int.__or__, "xor": int.__xor__}[op]
        return f(a, b), {"disjoint": a & b != 0} if op == "or" else {}
    if op in ("shl", "lshr", "ashr"):
        if b >= N:
            return None, {}
        if op == "shl":
            return (a << b) % (1 << N), wraps(a << b, s * 2 ** b)
        value = a >> b if op == "lshr" else (s >> b) % (1 << N)
        return value, {"exact": a % (1 << b) != 0}
    if b == 0 or op in ("sdiv", "srem") and (s, t) == (-(1 << (N - 1)), -1):
        return None, {}
    q, r = quotient(a, b) if op[0] == "u" else quotient(s, t)
    return (q % (1 << N), {"exact": r != 0}) if op.endswith("div") else (r % (1 << N), {})


def number(x):
    return z3.BitVecVal(x, N)


def holds(condition):
    """What a condition without variables is; an error if it has some."""
    if isinstance(condition, bool):
        return condition
    return {"True": True, "False": False}[str(z3.simplify(condition))]


def binary_operations():
    """Yields the errors in operations on two numbers."""
    for op, f in operations.BINARY.items():
        for a, b in [(a, b) for a in RANGE for b in RANGE]:
            value, flags = expected_binary(op, a, b)
            for flag in [None, *flags]:
                undefined = []
                term, poison = f(op, number(a), number(b), {flag: True} if flag else {},
                                 lambda condition, name: undefined.append(condition))
                bad = holds(poison) or any(map(holds, undefined))
                wanted = value is None or bool(flag) and flags[flag]
                if bad != wanted or not wanted and term.as_long() != value:
                    yield "%s %s %d, %d: %s, poison %s" % (op, flag, a, b, term, poison)


def comparisons():
    tests = {"eq": int.__eq__, "ne": int.__ne__, "lt": int.__lt__, "le": int.__le__,
             "gt": int.__gt__, "ge": int.__ge__}
    for predicate in operations.PREDICATES:
        for a, b in [(a, b) for a in RANGE for b in RANGE]:
            f = tests[predicate[-2:]]
            wanted = f(signed(a), signed(b)) if predicate[0] == "s" else f(a, b)
            term, _ = operations.compare(number(a), number(b), {"predicate": predicate})
            if term.as_long() != wanted:
                yield "icmp %s %d, %d: %s" % (predicate, a, b, term)


def intrinsics_on_one():
    for a in RANGE:
        text = format(a, "04b")
        leading = text.index("1") if a else N
        trailing = text[::-1].index("1") if a else N
        wanted = {"ctpop": text.count("1"), "bitreverse": int(text[::-1], 2), "ctlz": leading,
                  "cttz": trailing, "abs": abs(signed(a)) % (1 << N)}
        for name, value in wanted.items():
            for flag in (0, 1):
                args = [number(a)]
                if name in ("ctlz", "cttz", "abs"):
                    args.append(z3.BitVecVal(flag, 1))
                term, poison = operations.intrinsic(name + ".i4", args)
                limit = 8 if name == "abs" else 0
                undefined = bool(flag and len(args) > 1 and a == limit)
                if holds(poison) != undefined or not undefined and term.as_long() != value:
                    yield "llvm.%s %d: %s, poison %s" % (name, a, term, poison)


def intrinsics_on_two():
    top = (1 << N) - 1
    for a, b in [(a, b) for a in RANGE for b in RANGE]:
        s, t = signed(a), signed(b)
        places = [j for j in range(N) if b >> j & 1]
        wanted = {"umin": min(a, b), "umax": max(a, b), "smin": min(s, t), "smax": max(s, t),
                  "uadd.sat": min(a + b, top), "usub.sat": max(a - b, 0),
                  "x86.bmi.pext": sum((a >> p & 1) << i for i, p in enumerate(places)),
                  "x86.bmi.pdep": sum((a >> i & 1) << p for i, p in enumerate(places))}
        for name, value in wanted.items():
            term, _ = operations.intrinsic(name + ".4", [number(a), number(b)])
            if z3.simplify(term).as_long() != value % (1 << N):
                yield "llvm.%s %d, %d: %s" % (name, a, b, z3.simplify(term))
        product = 0
        for j in places:
            product ^= a << j
        if z3.simplify(operations.carryless_product(number(a), number(b))).as_long() != product:
            yield "carry-less product of %d and %d" % (a, b)
        for c in RANGE:
            k = c % N
            left = ((a << N | b) << k) >> N & top
            right = (a << N | b) >> k & top
            for name, value in (("fshl", left), ("fshr", right)):
                term, _ = operations.intrinsic(name + ".i4", [number(a), number(b), number(c)])
                if z3.simplify(term).as_long() != value:
                    yield "llvm.%s %d, %d, %d: %s" % (name, a, b, c, term)


# A body of i32 @f(i32 %x, i32 %y) with undefined behaviour or a poison result for some x and y, and
# the same made safe.
UNDEFINED = [
    ("%r = add nsw i32 %x, %y", "%r = add i32 %x, %y"),
    ("%r = shl i32 %x, %y", "%k = and i32 %y, 31\n %r = shl i32 %x, %k"),
    ("%r = udiv i32 %x, %y", "%d = or i32 %y, 1\n %r = udiv i32 %x, %d"),
    ("%r = sdiv i32 %x, %y", "%a = lshr i32 %x, 1\n %d = or i32 %y, 1\n %r = sdiv i32 %a, %d"),
    ("%r = call i32 @llvm.cttz.i32(i32 %x, i1 true)",
     "%r = call i32 @llvm.cttz.i32(i32 %x, i1 false)"),
    ("%p = alloca i32, align 4\n %r = load i32, i32* %p, align 4",
     "%p = alloca i32, align 4\n store i32 %x, i32* %p, align 4\n %r = load i32, i32* %p, align 4"),
    ("%t = alloca [4 x i32], align 4\n %p = getelementptr [4 x i32], [4 x i32]* %t, i64 0, i32 %y\n"
     " store i32 %x, i32* %p, align 4\n %r = load i32, i32* %p, align 4",
     "%t = alloca [4 x i32], align 4\n %k = and i32 %y, 3\n"
     " %p = getelementptr [4 x i32], [4 x i32]* %t, i64 0, i32 %k\n"
     " store i32 %x, i32* %p, align 4\n %r = load i32, i32* %p, align 4"),
    ("%t = alloca [2 x i32], align 2\n %p = getelementptr [2 x i32], [2 x i32]* %t, i64 0, i32 0\n"
     " store i32 %x, i32* %p, align 4\n %r = add i32 %x, 0",
     "%t = alloca [2 x i32], align 4\n %p = getelementptr [2 x i32], [2 x i32]* %t, i64 0, i32 0\n"
     " store i32 %x, i32* %p, align 4\n %r = add i32 %x, 0"),
    ("%p = getelementptr [2 x i32], [2 x i32]* @table, i64 0, i32 0\n"
     " store i32 %x, i32* %p, align 4\n %r = add i32 %x, 0",
     "%p = getelementptr [2 x i32], [2 x i32]* @table, i64 0, i32 1\n"
     " %r = load i32, i32* %p, align 4"),
    ("%u = add nuw i32 %x, %y\n %c = icmp eq i32 %u, 0\n br i1 %c, label %a, label %a\na:\n"
     " %r = add i32 %x, 0",
     "%u = add i32 %x, %y\n %c = icmp eq i32 %u, 0\n br i1 %c, label %a, label %a\na:\n"
     " %r = add i32 %x, 0"),
    ("%c = icmp eq i32 %x, 7\n br i1 %c, label %a, label %b\na:\n unreachable\nb:\n"
     " %r = add i32 %x, 0",
     "%c = icmp ne i32 %x, %x\n br i1 %c, label %a, label %b\na:\n unreachable\nb:\n"
     " %r = add i32 %x, 0"),
    ("%c = icmp ult i32 %x, 7\n call void @llvm.assume(i1 %c)\n %r = add i32 %x, 0",
     "%c = icmp ule i32 %x, -1\n call void @llvm.assume(i1 %c)\n %r = add i32 %x, 0"),
    ("br label %a\na:\n %i = phi i32 [ 0, %entry ], [ %j, %a ]\n %j = add i32 %i, 1\n"
     " %c = icmp ult i32 %j, %x\n br i1 %c, label %a, label %b\nb:\n %r = add i32 %j, 0",
     "%e = and i32 %x, 31\n br label %a\na:\n %i = phi i32 [ 0, %entry ], [ %j, %a ]\n"
     " %j = add i32 %i, 1\n %c = icmp ult i32 %j, %e\n br i1 %c, label %a, label %b\nb:\n"
     " %r = add i32 %j, 0"),
    ("%w = zext i32 %x to i64\n %i = shl i64 %w, 62\n"
     " %p = getelementptr inbounds [2 x i32], [2 x i32]* @table, i64 0, i64 %i\n"
     " %r = load i32, i32* %p, align 4",
     "%w = zext i32 %x to i64\n %i = lshr i64 %w, 31\n"
     " %p = getelementptr inbounds [2 x i32], [2 x i32]* @table, i64 0, i64 %i\n"
     " %r = load i32, i32* %p, align 4"),
    ("%r = call i32 @g(i32 undef)", "%r = call i32 @g(i32 %x)"),
    ("%u = add nuw i32 %x, %y\n %c = icmp eq i32 %y, 0\n %r = select i1 %c, i32 %y, i32 %u",
     "%u = add nuw i32 %x, %y\n %c = icmp ne i32 %y, 0\n %r = select i1 %c, i32 %y, i32 %u"),
]

# Bodies that must be refused, because the translator does not know what they mean.
UNKNOWN = [
    "%r = add fast i32 %x, %y",
    "%r = call i32 @outside(i32 %x)",
    "%r = call i32 @llvm.bitreversed.i32(i32 %x)",
    "%r = call i32 asm \"nop\", \"=r\"()",
    "%r = load volatile i32, i32* @table, align 4",
    "%r = load i32, i32* @variable, align 4",
    "%r = load i32, i32* @table, align 4, !invariant.load !0",
    "%r = atomicrmw add i32* @variable, i32 %x seq_cst",
    "%p = inttoptr i32 %x to i32*\n %r = load i32, i32* %p, align 4",
    "%v = bitcast i32 %x to <2 x i16>\n %r = add i32 %x, 0",
    "%d = uitofp i32 %x to double\n %r = add i32 %x, 0",
    "fence seq_cst\n %r = add i32 %x, 0",
    "%a = alloca i32, i32 %x, align 4\n %r = add i32 %x, 0",
]

MODULE = """
@table = internal constant [2 x i32] [i32 5, i32 6], align 4
@variable = global i32 0, align 4
define i32 @g(i32 noundef %z) {
entry:
  ret i32 0
}
define i32 @f(i32 %x, i32 %y) {
entry:
 BODY
 ret i32 %r
}
"""


def claim_of(body):
    """A claim about a function with that body, whose specification leaves it any result."""
    anything = Spec(lambda n, x, y, result: z3.BoolVal(True), True, (32,), None, None, None, None,
                    None, ())
    module = instructions.parse_module(MODULE.replace("BODY", body))
    return proof.Claim("f", 32, anything, module)


def is_undefined(body):
    prover = proof.Prover(claim_of(body), 60)
    return (prover.undefined(prover.claim) or prover.values()) is not None


def undefined_behaviour():
    for bad, good in UNDEFINED:
        if not is_undefined(bad):
            yield "not found undefined: " + bad
        if is_undefined(good):
            yield "found undefined: " + good


def unknown_code():
    for body in UNKNOWN:
        try:
            claim_of(body)
        except UnknownIR:
            continue
        yield "not refused: " + body


# (what an access is as, what it is to, whether that is another type); and (a promise, what is done,
# whether that breaks it).
TYPES = [(promises.CHAR, "long", False), ("long", "long", False), ("int", "long", True),
         ("long long", "long", True), (None, "long", True), ("int", promises.CHAR, True),
         ("int", 32, False), ("short", 32, True), (promises.CHAR, 32, False), (None, 32, False)]
PROMISES = [("const", "load", True), ("const", "store", True), ("pure", "load", False),
            ("pure", "store", True), (None, "load", False), (None, "store", False)]


def broken_promises():
    for accessed, declared, wanted in TYPES:
        if promises.is_other_type(accessed, declared) != wanted:
            yield "an access as %s to %s" % (accessed, declared)
    for promise, what, wanted in PROMISES:
        if bool(promises.is_broken(promise, what)) != wanted:
            yield "a %s in a function that is %s" % (what, promise)
    module = instructions.parse_module(
        MODULE.replace("BODY", "%r = add i32 %x, %y").replace("%y) {", "%y) #0 {")
        + "attributes #0 = { nounwind noreturn \"x\"=\"y\" }\n")
    try:
        promises.promised(module, module.functions["f"])
        yield "an attribute that promises something was not refused"
    except UnknownIR:
        pass


def too_little_time():
    """Two factors of a product of two primes: z3 has no answer in a hundredth of a second."""
    prover = proof.Prover(claim_of("%r = add i32 %x, %y"), 0.01)
    x, y = [z3.ZeroExt(32, v) for v in prover.claim.spec_args]
    try:
        prover.model(z3.And(x * y == 4294967291 * 4294967279, z3.UGT(x, y), x != 4294967291))
    except proof.Timeout:
        return
    yield "no answer was taken for an answer"


def run():
    """Yields all errors, in words."""
    for check in (binary_operations, comparisons, intrinsics_on_one, intrinsics_on_two,
                  undefined_behaviour, unknown_code, broken_promises, too_little_time):
        yield from check()
