"""From the headers to LLVM IR, and to programs that run the same functions.

The IR is clang's own, before any optimisation: -O1 with all passes disabled (at -O0 clang marks
functions so that no pass may touch them), then only sroa, which turns local variables into values.
Nothing else may run. Already -O1 rewrites a population count in shifts and masks into llvm.ctpop,
and the proof would be of clang; even early-cse or simplifycfg may use undefined behaviour to
simplify, and so remove the very thing that is to be found.
"""

import os
import re
import shutil
import subprocess
import sys

import llvmir

CLANG, OPT = "clang-19", "opt-19"
HERE = os.path.dirname(os.path.abspath(__file__))
INCLUDE = os.path.join(HERE, "..", "..", "include")

# The headers have several bodies for one function; each configuration chooses one set of them.
CONFIGURATIONS = {
    "default": [],
    "portable": ["-DBMILL_NO_BUILTINS"],
    # Not on a host of this kind; it is the byte order that counts.
    "big-endian": ["--target=s390x-linux-gnu", "-ffreestanding"],
    "bmi2": ["-mbmi", "-mbmi2", "-mlzcnt", "-mpopcnt", "-mpclmul"],
}
# A second IR in which clang checks the rules of C and not only those of LLVM, for example that no
# 1 is shifted into the sign of an int: each check is a branch that must be shown dead.
SANITIZE = ["-fsanitize=shift,signed-integer-overflow,integer-divide-by-zero,unreachable,bool,"
            "builtin,bounds,return", "-fsanitize-trap=all"]


class CompileError(Exception):
    pass


def run(command, **more):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          **more)
    if done.returncode:
        raise CompileError("%s\n%s" % (" ".join(command), done.stderr))
    return done.stdout


def missing_tools():
    return [t for t in (CLANG, OPT) if not shutil.which(t)]


def ir_text(source, flags=(), include=INCLUDE):
    """The IR of a C file, all static functions included."""
    command = [CLANG, "-std=c11", "-w", "-I", include, "-femit-all-decls", "-O1", "-Xclang",
               "-disable-llvm-passes", "-emit-llvm", "-S", *flags, source, "-o", "-"]
    return run([OPT, "-S", "-passes=sroa", "-", "-o", "-"], input=run(command))


def read_ir(source, flags=(), include=INCLUDE):
    return llvmir.parse_module(ir_text(source, flags, include))


def body_text(module, name, seen=None):
    """The text of a function and of all it calls, without what differs from module to module."""
    seen = seen if seen is not None else set()
    if name in seen or name not in module.functions:
        return ""
    seen.add(name)
    text = re.sub(r", !(?!range|noundef)[\w.]+ !\d+| #\d+", "", module.functions[name].text)
    text = re.sub(r"!noundef !\d+", "!noundef", text)
    text = re.sub(r"\b(zeroext|signext|dso_local) ", "", text)  # how it is called, not what it does
    for g in set(re.findall(r"@[\w.$]+", text)) & set(module.globals):
        text += str(module.globals[g])
    for ref in sorted(set(re.findall(r"!range (!\d+)", text))):
        text = text.replace(ref, str(module.metadata[ref]))
    for callee in re.findall(r"call [^@\n]*@(\w+)", text):
        text += body_text(module, callee, seen)
    return text


def same_body(module, name):
    """What is equal for functions that are one and the same to the proof: their text, and if they
    use memory, the byte order."""
    text = body_text(module, name)
    uses_memory = re.search(r"\b(load|store|memcpy)\b", text)
    return text + str(module.big_endian if uses_memory else "")


C_TYPES = {8: "uint8_t", 16: "uint16_t", 32: "uint32_t", 64: "uint64_t", 1: "bool"}


def c_type(type):
    return {"ptr": "void *", "void": "void"}.get(type[0]) or C_TYPES[type[1]]


def build_library(source, names, module, output, compiler=CLANG, flags=(), include=INCLUDE):
    """A shared library with a function run_<name> for each of `names`, as ctypes needs it."""
    lines = ['#include "%s"' % source]
    for name in names:
        f = module.functions[name]
        params = ", ".join("%s a%d" % (c_type(p.type), i) for i, p in enumerate(f.params))
        call = "%s(%s)" % (name, ", ".join("a%d" % i for i in range(len(f.params))))
        lines.append("%s run_%s(%s) { %s%s; }" % (c_type(f.type), name, params or "void",
                     "return " if f.type[0] != "void" else "", call))
    run([compiler, "-std=c11", "-w", "-O2", "-shared", "-fPIC", "-I", include, *flags, "-x", "c",
         "-", "-o", output], input="\n".join(lines) + "\n")
    return output
