"""Runs the compiled functions on concrete inputs: to confirm counterexamples, and to check that
the translator and the compiler agree on what the IR means."""

import ctypes
import os
import random

import z3

from logic import either

C_INTEGERS = {1: ctypes.c_bool, 8: ctypes.c_uint8, 16: ctypes.c_uint16, 32: ctypes.c_uint32,
              64: ctypes.c_uint64}


def call(library, claim, inputs):
    """Calls the compiled function with `inputs`, which have the names of claim.inputs. Returns
    {"result": number, "*x": number, ...}."""
    run = getattr(ctypes.CDLL(library), "run_" + claim.name)
    type = claim.function.type
    run.restype = None if type[0] == "void" else C_INTEGERS[type[1]]
    args, buffers = [], {}
    for p, q in zip(claim.parameters, claim.function.params):
        if q.type[0] == "ptr":
            data = bytes(v for name, v in inputs.items() if name.startswith(p.name + "_byte"))
            buffers[p.name] = ctypes.create_string_buffer(data, len(data))
            args.append(buffers[p.name])
        else:
            args.append(C_INTEGERS[q.type[1]](inputs[p.name]))
    value = run(*args)
    found = {} if value is None else {"result": int(value)}
    for name, buffer in buffers.items():
        found["*" + name] = int.from_bytes(buffer.raw, "little")
    return found


def in_child(function):
    """The result of function() in a process of its own, or the signal that ended it."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.write(writer, repr(function()).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as f:
        text = f.read()
    _, status = os.waitpid(pid, 0)
    if os.WIFSIGNALED(status):
        return "signal %d" % os.WTERMSIG(status)
    return eval(text, {"__builtins__": {}})  # our own repr of a dict of numbers


def confirm(library, claim, result):
    """Whether the compiled C shows what the proof refuted: (True or False, in words). The library
    was compiled with a sanitizer that stops the program at undefined behaviour."""
    found = in_child(lambda: call(library, claim, result.inputs))
    if isinstance(found, str):
        return True, "the compiled function stops in a check, " + found
    if result.shows and found[result.shows[0]] == result.shows[1]:
        return True, "the compiled function gives %#x" % result.shows[1]
    return False, "the compiled function gives " + str(found)


def samples(claim, how_many=16):
    """Inputs to compare on: the ends of each range, then noise of all densities."""
    rng = random.Random(claim.name)  # the same every time
    for k in range(how_many):
        inputs = {}
        for name, x in claim.inputs.items():
            size = x.size()
            full = (1 << size) - 1
            noise = rng.getrandbits(size)
            sparse = noise & rng.getrandbits(size) & rng.getrandbits(size)
            small = rng.randrange(claim.n + 2)
            kinds = [0, full, 1, 1 << (size - 1), noise, sparse, full ^ sparse, small, noise]
            inputs[name] = (kinds[k] if k < 4 else rng.choice(kinds)) & full
        yield inputs


def disagreement(library, claim):
    """None if the translated terms and the compiled function agree on the samples, else how they
    do not."""
    terms = [(label, actual) for label, actual, _, _ in claim.results()]
    undefined = either(*[c for c, _ in claim.translator.undefined])
    precondition = claim.precondition()
    for inputs in samples(claim):
        values = [(x, z3.BitVecVal(inputs[name], x.size())) for name, x in claim.inputs.items()]

        def at(term):
            return z3.simplify(z3.substitute(term, *values))
        for condition, wanted in ((undefined, False), (precondition, True)):
            if not isinstance(condition, bool):
                condition = z3.is_true(at(condition))
            if condition != wanted:
                break
        else:
            found = call(library, claim, inputs)
            for label, term in terms:
                if at(term).as_long() != found[label]:
                    return "%s: %s: translated %s, compiled %#x" % (
                        inputs, label, at(term), found[label])
    return None
