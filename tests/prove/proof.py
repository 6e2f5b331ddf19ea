"""One proof: a function of the headers against its specification, for all inputs.

Asked of z3, and each must be impossible:
  1. undefined behaviour, or a poison result, anywhere in the IR;
  2. a result, or memory afterwards, that differs from the specification;
  3. a check of the C sanitizer that fails, in the IR that has these checks.
"""

import inspect
import time
from collections import namedtuple

import z3

import promises
from logic import as_bool, both, either
from memory import Byte, Pointer
from symbolic import Translator, Value

# status: "proved", "refuted" or "unproven". inputs: those of the counterexample, by name. shows:
# the wrong result for them, as (label, number), if it is a result that is wrong.
Result = namedtuple("Result", "status how detail seconds inputs shows")


def unproven(why):
    return Result("unproven", "", why, 0.0, None, None)


class Mismatch(Exception):
    """Function and specification do not fit together: nothing can be proved."""


class Timeout(Exception):
    pass


class StepFails(Exception):
    """A step of a proof in steps does not hold: the function is wrong, or works in another way than the
    proof assumes. The counterexample tells which."""


def solver(milliseconds):
    s = z3.Then("simplify", "propagate-values", "solve-eqs", "bit-blast", "sat").solver()
    s.set("timeout", max(1, int(milliseconds)))
    return s


class Claim:
    """The terms of one function and what is claimed about them."""

    def __init__(self, name, n, spec, module, abstract=()):
        self.name, self.n, self.spec, self.module = name, n, spec, module
        self.translator = Translator(module, abstract)
        self.function = module.functions[name]
        self.inputs = {}      # name -> term, in the order of the parameters
        self.spec_args = []   # what the specification is given
        self.parameters = list(inspect.signature(spec.function).parameters.values())[1:]
        if spec.relation:
            self.parameters.pop()
        if len(self.parameters) != len(self.function.params):
            raise Mismatch("the specification takes %d arguments, the function %d"
                           % (len(self.parameters), len(self.function.params)))
        memory, args = self.translator.memory(), []
        for p, q in zip(self.parameters, self.function.params):
            memory, arg = self.argument(memory, p, q.type)
            args.append(arg)
        outcome = self.translator.call(name, args, memory)
        self.value, self.memory = outcome.value, outcome.memory

    def argument(self, memory, p, type):
        """Makes the symbolic argument, and the object it points to."""
        kind = p.annotation if p.annotation is not inspect.Parameter.empty else "T"
        if (type[0] == "ptr") != (kind in ("T*", "bool*", "bytes")):
            raise Mismatch("parameter %s is of type %s" % (p.name, type))
        if type[0] != "ptr":
            x = z3.BitVec(p.name, type[1])
            self.inputs[p.name] = x
            self.spec_args.append(as_bool(x) if type[1] == 1 else x)
            return memory, Value(x, False)
        size = 1 if kind == "bool*" else self.n // 8
        data = [z3.BitVec("%s_byte%d" % (p.name, i), 8) for i in range(size)]
        for i, b in enumerate(data):
            self.inputs["%s_byte%d" % (p.name, i)] = b
        self.spec_args.append(data if kind == "bytes" else self.joined(data))
        memory = memory.with_object(p.name, [Byte(b, False) for b in data],
                                    1 if kind == "bytes" else size,
                                    {"bool*": "_Bool", "bytes": promises.CHAR}.get(
                                        kind, promises.DECLARED[self.n]))
        return memory, Value(Pointer(p.name, z3.BitVecVal(0, 64)), False)

    def joined(self, data):
        """The number that these bytes of memory make on the target."""
        data = data if self.module.big_endian else data[::-1]
        return z3.Concat(*data) if len(data) > 1 else data[0]

    def results(self):
        """(what, actual term, expected term, poison) for the result and each object. A relation
        expects no particular value: the expected term is None."""
        if self.spec.relation:
            return [("result", self.value.term, None, self.value.poison)]
        expected = self.spec.function(self.n, *self.spec_args)
        objects = {}
        if isinstance(expected, tuple):
            expected, objects = expected
        found = []
        if (expected is None) != (self.value is None):
            raise Mismatch("only one of function and specification has a result")
        if expected is not None:
            actual = self.value.term
            if z3.is_bool(expected) and actual.size() == 1:
                expected = z3.If(expected, z3.BitVecVal(1, 1), z3.BitVecVal(0, 1))
            if z3.is_bool(expected) or expected.size() != actual.size():
                raise Mismatch("the function returns %d bits, the specification %s"
                               % (actual.size(), expected.sort()))
            found.append(("result", actual, expected, self.value.poison))
        for p in self.parameters:
            if p.annotation not in ("T*", "bool*", "bytes"):
                continue
            after = self.memory.objects[p.name]
            if p.name not in objects:
                raise Mismatch("no word about *%s afterwards" % p.name)
            wanted = objects[p.name]
            actual = [b.value for b in after]
            if isinstance(wanted, list):
                wanted = z3.Concat(*wanted[::-1]) if len(wanted) > 1 else wanted[0]
                actual = z3.Concat(*actual[::-1]) if len(actual) > 1 else actual[0]
            else:
                actual = self.joined(actual)
            found.append(("*" + p.name, actual, wanted, either(*[b.poison for b in after])))
        return found

    def substitute(self, pairs):
        """Puts terms in the place of terms that are known to be equal to them."""
        if not pairs:
            return

        def new(term):
            return term if isinstance(term, bool) else z3.substitute(term, *pairs)
        self.value = Value(new(self.value.term), new(self.value.poison))
        self.translator.undefined = [(new(c), name) for c, name in self.translator.undefined]

    def precondition(self):
        p = self.spec.precondition
        return p(self.n, *self.spec_args) if p else True


class Prover:
    def __init__(self, claim, seconds):
        self.claim, self.end, self.how = claim, time.monotonic() + seconds, describe(claim)
        self.started = time.monotonic()

    def model(self, condition):
        """A model of the condition, or None if it cannot be."""
        if condition is False:
            return None
        s = solver(1000 * (self.end - time.monotonic()))
        s.add(condition if condition is not True else z3.BoolVal(True))
        answer = s.check()
        if answer == z3.unknown:
            raise Timeout("timeout after %.0f s" % (time.monotonic() - self.started))
        return s.model() if answer == z3.sat else None

    def never(self, condition, step):
        """Stops a proof in steps if the condition is possible."""
        if self.model(condition) is not None:
            raise StepFails("step %s of the proof does not hold" % step)

    def result(self, status, detail="", inputs=None, shows=None):
        return Result(status, self.how, detail, time.monotonic() - self.started, inputs, shows)

    def refuted(self, model, what):
        """The counterexample in words, and its inputs."""
        def number(term):
            return model.eval(term, model_completion=True).as_long()
        inputs = {name: number(x) for name, x in self.claim.inputs.items()}
        text = ", ".join("%s = %#x" % pair for pair in inputs.items())
        shows = None
        if isinstance(what, str):
            text += ": " + what
        else:
            label, actual, wanted, _ = what
            shows = label, number(actual)
            text += ": %s is %#x, " % shows
            text += "which is wrong" if wanted is None else "expected %#x" % number(wanted)
        return self.result("refuted", text, inputs, shows)

    def possible(self):
        """Checks that the precondition can hold, so that the claim is not empty."""
        if self.claim.spec.precondition and self.model(self.claim.precondition()) is None:
            raise Mismatch("the precondition never holds")

    def undefined(self, claim):
        """Refuted if undefined behaviour is possible, else None."""
        everything = either(*[c for c, _ in claim.translator.undefined])
        model = self.model(everything)
        if model is None:
            return None
        for c, name in claim.translator.undefined:
            if c is True or z3.is_true(model.eval(c, model_completion=True)):
                return self.refuted(model, "undefined behaviour, " + name)
        return self.refuted(model, "undefined behaviour")

    def values(self):
        """Refuted if some result is not as specified, else None."""
        given, always = self.claim.precondition(), self.claim.spec.always
        for what in self.claim.results():
            label, actual, wanted, poison = what
            model = self.model(poison)
            if model is not None:
                return self.refuted(model, label + " is poison")
            wrong = actual != wanted if wanted is not None else z3.Not(
                self.claim.spec.function(self.claim.n, *self.claim.spec_args, actual))
            model = self.model(both(given, wrong))
            if model is None and always:
                model = self.model(z3.Not(always(self.claim.n, *self.claim.spec_args, actual)))
            if model is not None:
                return self.refuted(model, what)
        return None


def describe(claim):
    """The method of the proof, in words. A proof in steps may replace it at its end."""
    return claim.spec.how if claim.spec.lemma and claim.n not in claim.spec.whole else "whole"


def prove(name, n, spec, module, sanitized, seconds):
    """The Result of proving one function."""
    claim = Claim(name, n, spec, module)
    prover = Prover(claim, seconds)
    in_steps = n not in spec.whole
    try:
        prover.possible()
        if spec.rewrite and in_steps:
            claim.substitute(spec.rewrite(prover, claim))
        refuted = prover.undefined(claim)
        if refuted is None and spec.lemma and in_steps:
            try:
                refuted = spec.lemma(prover)
            except StepFails:
                prover.how = "whole"
                refuted = prover.values()
        elif refuted is None:
            refuted = prover.values()
        if refuted is None and sanitized is not None:
            checked = Claim(name, n, spec, sanitized)
            if spec.rewrite and in_steps:
                checked.substitute(spec.rewrite(prover, checked))
            refuted = prover.undefined(checked)
    except Timeout as t:
        return prover.result("unproven", str(t))
    return refuted or prover.result("proved")
