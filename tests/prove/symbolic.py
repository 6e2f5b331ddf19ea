"""Turns a function of LLVM IR into z3 terms: result, memory afterwards, and what could go wrong.

The blocks of a function are walked once each, in an order in which every way into a block has been
walked before it. Where ways meet, their states are merged by if-then-else, so the result is one
term, not one per path. A loop is walked iteration by iteration until the branch back is plainly
impossible; where the number of iterations depends on the input, the walk stops at a bound, and
"more iterations than the bound" is put among the things that must be shown impossible.

Every value carries a poison condition. Undefined behaviour is collected as (condition, name).
"""

import heapq
from collections import namedtuple

import z3

import operations
from llvmir import Operand, UnknownIR
from logic import as_bool, both, choose, either, known, negate, same
from memory import Memory, Pointer, UNDEFINED, constant_bytes, merge_pointers, size_of

LOOP_BOUND = 70  # one more than any loop over the bits of a word needs, and some

# term: a bit vector, a Pointer, or a tuple of Values (a struct or a vector).
Value = namedtuple("Value", "term poison")
# One way into a block: the literals of its path, local values, memory, the block it comes from.
State = namedtuple("State", "path env memory source")
Outcome = namedtuple("Outcome", "value memory")


def merge_values(condition, a, b):
    if a is b:
        return a
    poison = choose(condition, a.poison, b.poison)
    if isinstance(a.term, Pointer):
        return Value(merge_pointers(condition, a.term, b.term), poison)
    if isinstance(a.term, tuple):
        return Value(tuple(merge_values(condition, x, y) for x, y in zip(a.term, b.term)), poison)
    return Value(choose(condition, a.term, b.term), poison)


def merge_states(a, b):
    """One state for two that exclude each other. The common start of their paths is dropped from
    the question which of the two it is; what remains of two branches of one if is nothing."""
    start = 0
    while start < min(len(a.path), len(b.path)) and same(a.path[start], b.path[start]):
        start += 1
    rest_a, rest_b = a.path[start:], b.path[start:]
    is_a, is_b = both(*rest_a), both(*rest_b)
    path = a.path[:start]
    if not (len(rest_a) == 1 and len(rest_b) == 1 and same(rest_a[0], negate(rest_b[0]))):
        joined = either(is_a, is_b)
        if joined is not True:
            path += (joined,)
    env = {name: merge_values(is_a, value, b.env[name])
           for name, value in a.env.items() if name in b.env}
    return State(path, env, Memory.merge(is_a, a.memory, b.memory), None)


def merge_all(states):
    """Merged in pairs, those with the longest common path first."""
    states = list(states)
    while len(states) > 1:
        b, a = states.pop(), states.pop()
        states.append(merge_states(a, b))
    return states[0]


class Loops:
    """The blocks of a function in reverse postorder, and the loops each is in."""

    def __init__(self, function):
        self.successors = {label: instrs[-1].attrs.get("labels", []) if instrs[-1].op in
                           ("br", "switch") else [] for label, instrs in function.blocks.items()}
        entry = next(iter(function.blocks))
        order, on_stack, done, back = [], set(), set(), set()

        def visit(label):
            on_stack.add(label)
            done.add(label)
            for s in self.successors[label]:
                if s in on_stack:
                    back.add((label, s))
                elif s not in done:
                    visit(s)
            on_stack.discard(label)
            order.append(label)

        visit(entry)
        self.number = {label: i for i, label in enumerate(reversed(order))}
        self.back = back
        self.headers = {label: [] for label in self.number}  # outermost first
        for header in sorted({h for _, h in back}, key=self.number.get):
            for label in self.body(header):
                self.headers[label].append(header)

    def body(self, header):
        predecessors = {}
        for label, successors in self.successors.items():
            for s in successors:
                predecessors.setdefault(s, []).append(label)
        found, todo = {header}, [tail for tail, h in self.back if h == header]
        while todo:
            label = todo.pop()
            if label not in found:
                found.add(label)
                todo += [p for p in predecessors.get(label, []) if p in self.number]
        return found

    def key(self, label, iterations):
        """Sorts blocks so that what can reach a block comes before it: (outer loop, iteration,
        inner loop, iteration, ..., block)."""
        key = []
        for header in self.headers[label]:
            key += [self.number[header], iterations[header]]
        return tuple(key) + (self.number[label],)


class Translator:
    def __init__(self, module, abstract=()):
        self.module = module
        self.undefined = []  # (condition, name of what goes wrong)
        self.abstract = abstract  # names of functions whose results are taken as unknown
        self.abstracted = []      # (arguments, unknown result) of their calls
        self.fresh = 0
        self.constants = {}
        self.loops = {}
        for name, g in module.globals.items():
            if g.constant:
                self.constants[name] = (constant_bytes(g.type, g.operand, module.big_endian),
                                        g.align)

    def memory(self):
        """Memory in which only the constant tables exist."""
        return Memory(self.module.big_endian,
                      {name: data for name, (data, _) in self.constants.items()},
                      {name: align for name, (_, align) in self.constants.items()},
                      self.constants)

    def call(self, name, args, memory, path=()):
        """The outcome of calling a function of the module."""
        function = self.module.functions[name]
        if name in self.abstract:
            unknown = z3.BitVec("unknown%d" % len(self.abstracted), function.type[1])
            self.abstracted.append((args, unknown))
            return Outcome(Value(unknown, False), memory)
        if name not in self.loops:
            self.loops[name] = Loops(function)
        return Frame(self, function, self.loops[name], path).run(args, memory)


class Frame:
    """One call of one function."""

    def __init__(self, translator, function, loops, path):
        self.translator, self.function, self.loops, self.outer = translator, function, loops, path
        self.state = None

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

    def ub(self, condition, name):
        condition = both(*(self.outer + self.state.path + (condition,)))
        if condition is not False:
            self.translator.undefined.append((condition, "%s (%s)" % (name, self.function.name)))

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
            if instr.dest:
                self.state.env[instr.dest] = value
                if instr.attrs.get("!noundef"):
                    self.ub(value.poison, "undefined value loaded")
        self.terminator(label, iterations, instrs[-1])

    # ---- operands ----

    def operand(self, operand):
        if operand.kind == "local":
            return self.state.env[operand.payload]
        if operand.kind == "gep":
            return self.gep(operand.payload)
        if operand.kind == "global":
            if operand.payload not in self.translator.constants:
                raise UnknownIR("global variable " + operand.payload)
            return Value(Pointer(operand.payload, z3.BitVecVal(0, 64)), False)
        if operand.type[0] == "int" and operand.kind in ("int", "zero"):
            return Value(z3.BitVecVal(operand.payload or 0, operand.type[1]), False)
        if operand.type[0] == "int" and operand.kind == "undef":
            return Value(z3.BitVecVal(0, operand.type[1]), True)
        if operand.type[0] == "vector":
            element = operand.type[2]
            items = operand.payload or [Operand(element, operand.kind, None)] * operand.type[1]
            return Value(tuple(self.operand(item) for item in items), False)
        raise UnknownIR("operand %s" % (operand,))

    # ---- instructions ----

    def instruction(self, instr):
        op, args = instr.op, instr.args
        if op == "call":
            return self.call(instr)
        if op == "alloca":
            return self.alloca(instr)
        if op == "load":
            return self.load(instr)
        if op == "store":
            return self.store(instr)
        if op == "getelementptr":
            return self.gep(instr)
        if op == "select":
            condition, a, b = [self.operand(x) for x in args]
            value = merge_values(as_bool(condition.term), a, b)
            return Value(value.term, either(condition.poison, value.poison))
        if op == "extractvalue":
            return self.operand(args[0]).term[instr.attrs["index"]]
        if op in ("insertelement", "extractelement"):
            return self.element(instr)
        if op == "freeze":
            return self.freeze(self.operand(args[0]))
        values = [self.operand(x) for x in args]
        if any(isinstance(v.term, (Pointer, tuple)) for v in values):
            raise UnknownIR("not on integers: " + instr.text)
        terms = [v.term for v in values]
        if op in operations.BINARY:
            if op in ("udiv", "sdiv", "urem", "srem"):
                self.ub(values[1].poison, "division by poison")
            term, poison = operations.BINARY[op](op, *terms, instr.attrs, self.ub)
        elif op == "icmp":
            term, poison = operations.compare(*terms, instr.attrs)
        elif op in ("zext", "sext", "trunc"):
            term, poison = operations.cast(op, terms[0], instr.type[1], instr.attrs)
        else:
            raise UnknownIR("instruction " + instr.text)
        return Value(term, either(poison, *[v.poison for v in values]))

    def element(self, instr):
        vector, *value, index = [self.operand(x) for x in instr.args]
        if not z3.is_bv_value(index.term) or index.term.as_long() >= len(vector.term):
            raise UnknownIR("element " + instr.text)
        i = index.term.as_long()
        if not value:
            return vector.term[i]
        return Value(vector.term[:i] + tuple(value) + vector.term[i + 1:], False)

    def freeze(self, a):
        if a.poison is False:
            return a
        self.translator.fresh += 1
        anything = z3.BitVec("frozen%d" % self.translator.fresh, a.term.size())
        return Value(choose(a.poison, anything, a.term), False)

    def alloca(self, instr):
        self.translator.fresh += 1
        name = "local%d" % self.translator.fresh
        data = [UNDEFINED] * size_of(instr.attrs["allocated"])
        memory = self.state.memory.with_object(name, data, instr.attrs.get("align", 1))
        self.state = self.state._replace(memory=memory)
        return Value(Pointer(name, z3.BitVecVal(0, 64)), False)

    def gep(self, instr):
        base = self.operand(instr.args[0])
        offset, poison = base.term.offset, base.poison
        type, scale = instr.attrs["source"], None
        for index in instr.args[1:]:
            if scale is not None:
                if type[0] != "array":
                    raise UnknownIR("index into %s: %s" % (type, instr.text))
                type = type[2]
            scale = size_of(type)
            i = self.operand(index)
            term = z3.SignExt(64 - i.term.size(), i.term) if i.term.size() < 64 else i.term
            offset = operations.fold(offset + term * scale, [offset, i.term])
            poison = either(poison, i.poison)
        if "inbounds" in instr.attrs:
            size = len(self.state.memory.objects[base.term.object])
            poison = either(poison, operations.condition(z3.UGT(offset, size)))
        return Value(Pointer(base.term.object, offset), poison)

    def access(self, pointer, size, align, name):
        """Notes what could be wrong with an access to memory."""
        self.ub(pointer.poison, name + " through a poison pointer")
        self.ub(self.state.memory.misplaced(pointer.term, size, align),
                name + " out of bounds or misaligned")

    def load(self, instr):
        pointer = self.operand(instr.args[0])
        if instr.type[0] != "int":
            raise UnknownIR(instr.text)
        size, align = size_of(instr.type), instr.attrs.get("align", 1)
        self.access(pointer, size, align, "load")
        term, poison = self.state.memory.load(pointer.term, size, align)
        if instr.type[1] < term.size():
            term = operations.fold(z3.Extract(instr.type[1] - 1, 0, term), [term])
        if "!range" in instr.attrs:
            numbers = self.translator.module.metadata[instr.attrs["!range"]]
            poison = either(poison, operations.outside_range(term, numbers))
        return Value(term, poison)

    def store(self, instr):
        value, pointer = [self.operand(x) for x in instr.args]
        if isinstance(value.term, (Pointer, tuple)):
            raise UnknownIR(instr.text)
        size, align = size_of(instr.args[0].type), instr.attrs.get("align", 1)
        self.access(pointer, size, align, "store")
        if pointer.term.object in self.state.memory.constant:
            self.ub(True, "store into a constant")
        term = value.term
        if term.size() < 8 * size:
            term = operations.fold(z3.ZeroExt(8 * size - term.size(), term), [term])
        memory = self.state.memory.store(pointer.term, term, value.poison, align)
        self.state = self.state._replace(memory=memory)
        return None

    def call(self, instr):
        name = instr.attrs["callee"]
        if name.startswith("llvm."):
            return self.intrinsic(instr, name[5:])
        args = [self.operand(a) for a in instr.args]
        if name not in self.translator.module.functions:
            raise UnknownIR("call of a function without a body: " + instr.text)
        for a, attrs in zip(args, instr.attrs["args"]):
            if "noundef" in attrs:
                self.ub(a.poison, "undefined argument of " + name)
        outcome = self.translator.call(name, args, self.state.memory,
                                       self.outer + self.state.path)
        self.state = self.state._replace(memory=outcome.memory)
        return outcome.value

    def intrinsic(self, instr, name):
        if name.startswith(("lifetime.", "dbg.", "experimental.noalias", "donothing")):
            return None
        if name.startswith(("ubsantrap", "trap")):
            self.ub(True, "a check of the sanitizer fails")
            return None
        if name.startswith(("memcpy.", "memmove.", "memset.")):
            return self.fill_bytes(instr, name.startswith("memset."))
        args = [self.operand(a) for a in instr.args]
        if name == "assume":
            self.ub(either(args[0].poison, operations.condition(args[0].term == 0)),
                    "llvm.assume of what does not hold")
            return None
        poison = either(*[a.poison for a in args])
        if ".with.overflow." in name:
            terms = operations.with_overflow(name.split(".")[0], args[0].term, args[1].term)
            return Value(tuple(Value(t, poison) for t in terms), False)
        if name == "x86.pclmulqdq":
            return self.carryless(args)
        found = operations.intrinsic(name, [a.term for a in args])
        if found is None:
            raise UnknownIR("intrinsic: " + instr.text)
        term, own = found
        if "range" in instr.attrs["result"]:
            own = either(own, operations.outside_range(term, instr.attrs["result"]["range"]))
        return Value(term, either(poison, own))

    def carryless(self, args):
        """pclmulqdq: the third argument says which half of each vector to multiply."""
        which = args[2].term.as_long()
        a, b = args[0].term[which & 1], args[1].term[which >> 4 & 1]
        product = operations.carryless_product(a.term, b.term)
        poison = either(a.poison, b.poison)
        return Value((Value(z3.Extract(63, 0, product), poison),
                      Value(z3.Extract(127, 64, product), poison)), False)

    def fill_bytes(self, instr, same):
        """memcpy, or memset if all bytes are the same."""
        target, source, size = [self.operand(a) for a in instr.args[:3]]
        if not z3.is_bv_value(size.term):
            raise UnknownIR("of unknown size: " + instr.text)

        def at(p, i):
            offset = operations.fold(p.term.offset + i, [p.term.offset])
            return Value(Pointer(p.term.object, offset), p.poison)
        data = []  # all is read before anything is written, so memmove is the same
        for i in range(size.term.as_long()):
            if same:
                data.append((source.term, source.poison))
            else:
                self.access(at(source, i), 1, 1, "load")
                data.append(self.state.memory.load(at(source, i).term, 1, 1))
        for i, (byte, poison) in enumerate(data):
            self.access(at(target, i), 1, 1, "store")
            memory = self.state.memory.store(at(target, i).term, byte, poison, 1)
            self.state = self.state._replace(memory=memory)
        return None

    # ---- control flow ----

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
            self.ub(True, "what is declared unreachable is reached")
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
