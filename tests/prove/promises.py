"""Promises of C code whose violation no compiled program shows: the types of objects in memory, and
the attributes of a function.

  - An object is read and written as the type that it was declared with, or as characters ("strict
    aliasing"): clang notes the type of each access as metadata, !tbaa.
  - __attribute__((const)) promises that no memory is read or written but local variables and
    constant tables, __attribute__((pure)) that none is written.

Any other attribute of a function is an error, unless it is known to promise nothing.
"""

import re

from llvmir import UnknownIR

CHAR = "omnipotent char"
BITS = {CHAR: 8, "_Bool": 8, "short": 16, "int": 32, "long": 64, "long long": 64,
        "any pointer": 64}
# The types of the arguments that specifications speak of, by their bits, on LP64.
DECLARED = {8: CHAR, 16: "short", 32: "int", 64: "long"}

# Attributes that promise nothing about memory, or that loops end, which the proof shows anyway.
HARMLESS = {"alwaysinline", "cold", "hot", "inlinehint", "minsize", "mustprogress", "nofree",
            "noinline", "norecurse", "nosync", "nounwind", "optsize", "uwtable", "willreturn"}
CONST = {"readnone", "memory(none)"}
PURE = {"readonly", "memory(read)"}

# Words in the reports of broken promises, by which cannot_show() recognises them.
OTHER_TYPE = "through another type"
LIE = "but the function is declared"


def cannot_show(detail):
    """Whether a counterexample is one that the compiled function need not show."""
    return OTHER_TYPE in detail or LIE in detail


def access_types(text):
    """The type of each !tbaa tag of a module: "!5" -> "long"."""
    types = dict(re.findall(r'^(!\d+) = !\{!"([^"]*)", !\d+, i64 0', text, re.M))
    tags = re.findall(r"^(!\d+) = !\{!\d+, (!\d+), i64 \d+(?:, i64 \d+)?\}$", text, re.M)
    return {tag: types[type] for tag, type in tags if type in types}


def promised(module, function):
    """"const", "pure" or None."""
    found = None
    for group in function.attributes:
        for word in module.attributes.get(group, []):
            if word in CONST:
                found = "const"
            elif word in PURE:
                found = found or "pure"
            elif word.split("(")[0] not in HARMLESS:
                raise UnknownIR("attribute %s of %s" % (word, function.name))
    return found


def is_broken(promise, what):
    """Whether a "load" or a "store" breaks the promise."""
    return promise == "const" or promise == "pure" and what == "store"


def is_other_type(accessed, declared):
    """Whether an access of that type (or None) is to an object of another type. `declared` is the
    name of the object's type, or the number of bits of a local variable or of a table's elements."""
    if accessed == CHAR:
        return False
    if isinstance(declared, str):
        return accessed != declared
    if accessed is None:
        return False  # made by the compiler itself
    if accessed not in BITS:
        raise UnknownIR("access as " + accessed)
    return BITS[accessed] != declared


def element_bits(type):
    """The bits of a number in a variable or table of that type."""
    while type[0] in ("array", "vector"):
        type = type[2]
    return 64 if type[0] == "ptr" else 8 * ((type[1] + 7) // 8)


def mixed_variables(module, function, variables):
    """The variables that are read and written whole, but as two types."""
    seen = {}
    for i in [i for block in function.blocks.values() for i in block]:
        place = {"load": 0, "store": 1}.get(i.op)
        if place is None or "!tbaa" not in i.attrs:
            continue
        variable = variables.get(i.args[place].payload) if i.args[place].kind == "local" else None
        if variable:
            seen.setdefault(variable[0], set()).add(module.metadata.get(i.attrs["!tbaa"]))
    return [name for name, types in seen.items() if len(types) > 1]
