"""Turns a function of LLVM IR into z3 terms: result, memory afterwards, and what could go wrong.

The blocks of a function are walked once each, all paths into a block before the block. Where paths
meet, their states are merged by if-then-else, so the result is one term, not one for each path. A
loop is walked iteration by iteration until the branch back is plainly impossible; where the number
of iterations depends on the input, the walk stops at a bound, and "more iterations than the bound"
is put among the things that must be shown impossible.

Every value carries a poison condition. Undefined behaviour is collected as (condition, name).
"""

import heapq
from collections import namedtuple

import z3

import operations
import promises
from evaluate import Evaluator
from llvmir import UnknownIR
from logic import as_bool, both, known, negate
from memory import Memory, constant_bytes
from paths import Loops, State, Value, merge_all
from variables import find_variables

LOOP_BOUND = 70  # one more than any loop over the bits of a word needs, and some

Outcome = namedtuple("Outcome", "value memory")


class Translator:
    def __init__(self, module, abstract=()):
        self.module = module
        self.undefined = []  # (condition, name of what goes wrong)
        self.abstract = abstract  # names of functions whose results are taken as unknown
        self.abstracted = []      # (arguments, unknown result) of their calls
        self.fresh = 0
        self.constants = {}
        self.known = {}  # name of a function -> its loops and variables
        self.promises = []  # of the calls under way: (promise, the objects there were before)
        for name, g in module.globals.items():
            if g.constant:
                self.constants[name] = (constant_bytes(g.type, g.operand, module.big_endian),
                                        g.align, promises.element_bits(g.type))

    def memory(self):
        """Memory in which only the constant tables exist."""
        return Memory(self.module.big_endian,
                      {name: data for name, (data, _, _) in self.constants.items()},
                      {name: align for name, (_, align, _) in self.constants.items()},
                      self.constants,
                      {name: type for name, (_, _, type) in self.constants.items()})

    def call(self, name, args, memory, path=()):
        """The outcome of calling a function of the module."""
        function = self.module.functions[name]
        if name in self.abstract:
            return Outcome(self.unknown(args, function.type), memory)
        if name not in self.known:
            self.known[name] = Loops(function), find_variables(function)
        for variable in promises.mixed_variables(self.module, function, self.known[name][1]):
            self.undefined.append((both(*path), "a variable is accessed %s (%s in %s)" % (
                promises.OTHER_TYPE, variable, name)))
        promise = promises.promised(self.module, function)
        self.promises.append((promise, set(memory.objects) - memory.constant))
        outcome = Frame(self, function, *self.known[name], path).run(args, memory)
        self.promises.pop()
        return outcome

    def unknown(self, args, type):
        """The result of a function of which nothing else is known."""
        result = z3.BitVec("unknown%d" % len(self.abstracted), type[1])
        self.abstracted.append((args, result))
        return Value(result, False)


class Frame(Evaluator):
    """The walk through one call of one function."""

    def __init__(self, translator, function, loops, variables, path):
        super().__init__(translator, function, variables, path)
        self.loops = loops

    def run(self, args, memory):
        env = {p.name: a for p, a in zip(self.function.params, args)}
        entry = next(iter(self.function.blocks))
        self.pending, self.queue, self.returns = {}, [], []
        self.add(entry, {}, State((), env, memory, None))
        while self.queue:
            key = heapq.heappop(self.queue)
            label, iterations, states = self.pending.pop(key)
            self.block(label, iterations, states)
        if not self.returns:
            return Outcome(None, memory)
        end = merge_all(self.returns)
        return Outcome(end.env.get("result"), end.memory)

    def add(self, label, iterations, state):
        inside = {h: iterations.get(h, 0) for h in self.loops.headers[label]}
        key = self.loops.key(label, inside)
        if key not in self.pending:
            self.pending[key] = (label, inside, [])
            heapq.heappush(self.queue, key)
        self.pending[key][2].append(state)

    def block(self, label, iterations, states):
        instrs = self.function.blocks[label]
        phis = [i for i in instrs if i.op == "phi"]
        entered = []
        for s in states:
            self.state = s
            values = {i.dest: self.operand(i.args[i.attrs["labels"].index(s.source)])
                      for i in phis}
            entered.append(s._replace(env={**s.env, **values}))
        self.state = merge_all(entered)
        for instr in instrs[len(phis):-1]:
            value = self.instruction(instr)
            if instr.dest and value is not None:
                self.state.env[instr.dest] = self.described(instr, value)
        self.terminator(label, iterations, instrs[-1])

    def go(self, source, target, iterations, literal):
        if literal is False:
            return
        path = self.state.path if literal is True else self.state.path + (literal,)
        state = State(path, dict(self.state.env), self.state.memory, source)
        if (source, target) in self.loops.back:
            iterations = {**iterations, target: iterations[target] + 1}
            if iterations[target] > LOOP_BOUND:
                self.state = state
                self.ub(True, "more than %d iterations of a loop" % LOOP_BOUND)
                return
        else:
            iterations = {h: i for h, i in iterations.items()
                          if h in self.loops.headers[target]}
        self.add(target, iterations, state)

    def terminator(self, label, iterations, instr):
        targets = instr.attrs.get("labels", [])
        if instr.op == "ret":
            env = {}
            if instr.args:
                value = self.operand(instr.args[0])
                if self.function.noundef_result:
                    self.ub(value.poison, "undefined result")
                env["result"] = value
            self.returns.append(State(self.state.path, env, self.state.memory, None))
        elif instr.op == "unreachable":
            self.ub(True, "code that is declared unreachable is reached")
        elif instr.op == "br" and len(targets) == 1:
            self.go(label, targets[0], iterations, True)
        elif instr.op == "br":
            condition = self.operand(instr.args[0])
            self.ub(condition.poison, "branch on poison")
            literal = known(as_bool(condition.term))
            self.go(label, targets[0], iterations, literal)
            self.go(label, targets[1], iterations, negate(literal))
        elif instr.op == "switch":
            value, *cases = [self.operand(a) for a in instr.args]
            self.ub(value.poison, "switch on poison")
            tests = [operations.condition(value.term == c.term) for c in cases]
            for test, target in zip(tests, targets[1:]):
                self.go(label, target, iterations, test)
            self.go(label, targets[0], iterations, both(*[negate(t) for t in tests]))
        else:
            raise UnknownIR("block ends with " + instr.text)
