"""The macros of bitmill/word/constant.h as functions, so that they are proven as these are: each
is held against the specification of the function it is the constant form of, for 64 bits."""

import re

import compile

# Macro -> result type, specification, width, parameters. A macro that is not here is reported.
MACROS = {
    "BMILL_C_BIT": ("uint64_t", "single_bit", 64, "i"),
    "BMILL_C_LOW_MASK": ("uint64_t", "low_mask", 64, "n"),
    "BMILL_C_MASK": ("uint64_t", "mask", 64, "first count"),
    "BMILL_C_POPCOUNT": ("unsigned", "popcount", 64, "x"),
    "BMILL_C_PARITY": ("bool", "parity", 64, "x"),
    "BMILL_C_BIT_WIDTH": ("unsigned", "bit_width", 64, "x"),
    "BMILL_C_CLZ": ("unsigned", "clz", 64, "x"),
    "BMILL_C_CTZ": ("unsigned", "ctz", 64, "x"),
    "BMILL_C_LOG2_FLOOR": ("unsigned", "log2_floor", 64, "x"),
    "BMILL_C_LOG2_CEIL": ("unsigned", "log2_ceil", 64, "x"),
    "BMILL_C_IS_POW2": ("bool", "is_pow2", 64, "x"),
    "BMILL_C_FLOOR_POW2": ("uint64_t", "floor_pow2", 64, "x"),
    "BMILL_C_CEIL_POW2": ("uint64_t", "ceil_pow2", 64, "x"),
    "BMILL_C_ALIGN_UP": ("uint64_t", "align_up", 64, "x a"),
    "BMILL_C_ALIGN_DOWN": ("uint64_t", "align_down", 64, "x a"),
    "BMILL_C_IS_ALIGNED": ("bool", "is_aligned", 64, "x a"),
    "BMILL_C_REVERSE8": ("uint8_t", "reverse", 8, "x"),
}


def defined(include):
    """The public macros of constant.h: those whose name does not end in an underscore."""
    text = compile.run([compile.CLANG, "-dM", "-E", "-I", include, "-include",
                        "bitmill/word/constant.h", "-x", "c", "/dev/null"])
    return sorted(set(re.findall(r"#define (BMILL_C_\w*[A-Z0-9])\(", text)))


def functions(names):
    """C text with a function for each macro."""
    lines = ["#include <bitmill/word/constant.h>", "#include <stdbool.h>"]
    for name in names:
        if name in MACROS:
            result, verb, width, params = MACROS[name]
            params = params.split()
            lines.append("static inline %s macro_%s_u%d__%s(%s) { return (%s)%s(%s); }" % (
                result, verb, width, name, ", ".join("uint%d_t %s" % (width, p) for p in params),
                result, name, ", ".join(params)))
    return "\n".join(lines) + "\n"


def forgotten(names):
    return [n for n in names if n not in MACROS]
