#!/usr/bin/python3
"""Proves functions of a submission for `bitmill grade --prove`: for all inputs that the law asks
about, each equals the specification of its verb and has no undefined behaviour.

usage: grade.py PLAIN.ll CHECKED.ll SECONDS VERB WIDTH NUMBER [VERB WIDTH NUMBER ...]

The two files are the IR of the submission, the second one with the checks of the sanitizer. In them
bmill_proof_<number> is the function in the types of bitmill, and bmill_asked_<number> says which
inputs the law asks about. Prints a line for each: its number, "proved", "refuted" or "unproven", and
the counterexample or the reason.
"""

import sys

sys.dont_write_bytecode = True
import z3

import instructions
import proof
import specs
from llvmir import UnknownIR
from symbolic import Translator, Value


def as_value(term):
    """What a function of the IR takes for the argument of a specification."""
    if z3.is_bool(term):
        term = z3.If(term, z3.BitVecVal(1, 1), z3.BitVecVal(0, 1))
    return Value(term, False)


def asked(module, number, before):
    """The precondition of the specification, and that the law asks."""
    def condition(n, *args):
        translator = Translator(module)
        outcome = translator.call("bmill_asked_" + number, [as_value(a) for a in args],
                                  translator.memory())
        given = outcome.value.term == 1
        return z3.And(before(n, *args), given) if before else given
    return condition


def prove(modules, seconds, verb, width, number):
    """What becomes of one function: (status, in words)."""
    spec = specs.SPECS.get(verb)
    if spec is None or width not in spec.widths:
        return "unproven", "there is no specification of %s for %d bits" % (verb, width)
    plain, checked = modules
    spec = spec._replace(precondition=asked(plain, number, spec.precondition), always=None,
                         lemma=None, rewrite=None)
    try:
        result = proof.prove("bmill_proof_" + number, width, spec, plain, checked, seconds)
    except (UnknownIR, proof.Mismatch, KeyError, RecursionError, z3.Z3Exception) as e:
        return "unproven", "%s: %s" % (type(e).__name__, str(e).split("\n")[0])
    detail = result.detail.replace("result is poison", "undefined behaviour")
    return result.status, detail.replace("code that is declared unreachable",
                                         "an end without return or __builtin_unreachable()")


def main():
    modules = []
    for path in sys.argv[1:3]:
        with open(path) as f:
            try:
                modules.append(instructions.parse_module(f.read()))
            except (UnknownIR, ValueError, KeyError) as e:
                sys.exit("unproven: %s" % e)
    seconds, tasks = float(sys.argv[3]), sys.argv[4:]
    for verb, width, number in zip(tasks[0::3], tasks[1::3], tasks[2::3]):
        print(number, *prove(modules, seconds, verb, int(width), number), flush=True)


if __name__ == "__main__":
    main()
