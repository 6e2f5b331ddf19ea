"""From the headers to LLVM IR, and to programs that run the same functions.

The IR is clang's own, before any optimisation: -O1 with all passes disabled. No pass may run:
-O1 turns a population count by shifts and masks into llvm.ctpop, so that the proof would be of clang;
and a pass may simplify by means of undefined behaviour, and so remove what the proof must find.
"""

import os
import re
import subprocess

import instructions
import promises
from variables import find_variables

CLANG = "clang"
HERE = os.path.dirname(os.path.abspath(__file__))
INCLUDE = os.path.join(HERE, "..", "..", "include")

# The headers have several bodies for one function; each configuration chooses one set of them.
CONFIGURATIONS = {
    "default": [],
    "portable": ["-DBMILL_NO_BUILTINS"],
    # What gcc has of its own, where the headers choose by that; it is clang that compiles it.
    "gcc": ["-U__clang__", "-U__has_builtin"],
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


def ir_text(source, flags=(), include=INCLUDE):
    """The IR of a C file, all static functions included."""
    command = [CLANG, "-std=c11", "-w", "-I", include, "-femit-all-decls", "-O1", "-Xclang",
               "-disable-llvm-passes", "-emit-llvm", "-S", *flags, source, "-o", "-"]
    return run(command)


def read_ir(source, flags=(), include=INCLUDE):
    return instructions.parse_module(ir_text(source, flags, include))


def reached(module, name):
    """The function, and all functions that it calls."""
    found, todo = [], [name]
    while todo:
        f = module.functions.get(todo.pop())
        if f and f not in found:
            found.append(f)
            todo += reversed(re.findall(r"call [^@\n]*@(\w+)", f.text))
    return found


def body_text(module, function):
    """The text of a function without what differs from module to module, and its constants."""
    text = re.sub(r"!tbaa (!\d+)", lambda m: "as " + module.metadata.get(m.group(1), "?"),
                  function.text)
    text = re.sub(r", !(?!range|noundef)[\w.]+ !\d+| #\d+", "", text)
    text += str(promises.promised(module, function))
    text = re.sub(r"!noundef !\d+", "!noundef", text)
    text = re.sub(r"\b(zeroext|signext|dso_local) ", "", text)  # how it is called, not what it does
    for ref in sorted(set(re.findall(r"!range (!\d+)", text))):
        text = text.replace(ref, str(module.metadata[ref]))
    used = set(re.findall(r"@[\w.$]+", text)) & set(module.globals)
    return text + "".join(str(module.globals[g]) for g in sorted(used))


def uses_memory(function):
    """Whether a function uses memory beyond local variables that are always read and written whole."""
    variables = find_variables(function)
    for i in [i for block in function.blocks.values() for i in block]:
        place = {"load": 0, "store": 1}.get(i.op)
        if place is not None and not (i.args[place].kind == "local"
                                      and i.args[place].payload in variables):
            return True
    return bool(re.search(r"\bllvm\.mem", function.text))


def same_body(module, name):
    """A key that is equal for functions which are the same to the proof: their text, and the byte
    order if they use memory."""
    functions = reached(module, name)
    text = "".join(body_text(module, f) for f in functions)
    return text + str(module.big_endian if any(map(uses_memory, functions)) else "")


C_TYPES = {8: "uint8_t", 16: "uint16_t", 32: "uint32_t", 64: "uint64_t", 1: "bool"}


def c_type(type):
    return {"ptr": "void *", "void": "void"}.get(type[0]) or C_TYPES[type[1]]


def build_library(source, names, module, output, flags=(), include=INCLUDE):
    """A shared library with a function run_<name> for each of `names`, as ctypes needs it."""
    lines = ['#include "%s"' % source]
    for name in names:
        f = module.functions[name]
        params = ", ".join("%s a%d" % (c_type(p.type), i) for i, p in enumerate(f.params))
        call = "%s(%s)" % (name, ", ".join("a%d" % i for i in range(len(f.params))))
        lines.append("%s run_%s(%s) { %s%s; }" % (c_type(f.type), name, params or "void",
                     "return " if f.type[0] != "void" else "", call))
    run([CLANG, "-std=c11", "-w", "-O2", "-shared", "-fPIC", "-I", include, *flags, "-x", "c",
         "-", "-o", output], input="\n".join(lines) + "\n")
    return output
