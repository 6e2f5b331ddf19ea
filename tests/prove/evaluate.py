"""Evaluates the instructions of a function: operands, variables, memory, calls."""

import z3

import operations
import promises
from llvmir import PTR, Operand, UnknownIR
from logic import as_bool, both, choose, either
from memory import UNDEFINED, Pointer, size_of
from paths import Value, merge_values
from variables import is_lifetime


def poison_of(type):
    """The value of a variable of that type before anything is stored in it."""
    if type[0] == "vector":
        return Value((poison_of(type[2]),) * type[1], False)
    if type[0] == "int":
        return Value(z3.BitVecVal(0, type[1]), True)
    raise UnknownIR("undefined value of type %s" % (type,))


def widened(offset):
    return operations.fold(z3.SignExt(128 - offset.size(), offset), [offset])


def part(whole, index):
    """A member of a struct or a vector."""
    member = whole.term[index]
    return Value(member.term, either(whole.poison, member.poison))


class Evaluator:
    """Evaluates the instructions of one call of one function, in the state they find."""

    def __init__(self, translator, function, variables, outer):
        self.translator, self.function, self.variables = translator, function, variables
        self.outer, self.state = outer, None  # the path to the call; where it is inside

    def ub(self, condition, name):
        condition = both(*(self.outer + self.state.path + (condition,)))
        if condition is not False:
            self.translator.undefined.append((condition, "%s (%s)" % (name, self.function.name)))

    def described(self, instr, value):
        """The value, poison where the metadata of its instruction forbids it."""
        if "!range" in instr.attrs:
            numbers = self.translator.module.metadata[instr.attrs["!range"]]
            value = Value(value.term, either(value.poison,
                                             operations.outside_range(value.term, numbers)))
        if "!noundef" in instr.attrs:
            self.ub(value.poison, "undefined value")
        return value

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
        variable = self.variable(instr)
        if variable:
            return self.on_variable(instr, *variable)
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
            return part(self.operand(args[0]), instr.attrs["index"])
        if op in ("insertelement", "extractelement"):
            return self.element(instr)
        if op == "freeze":
            return self.freeze(self.operand(args[0]))
        if op == "bitcast" and args[0].type == PTR and instr.type == PTR:
            return self.operand(args[0])
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
            return part(vector, i)
        return Value(vector.term[:i] + tuple(value) + vector.term[i + 1:], vector.poison)

    def freeze(self, a):
        if a.poison is False:
            return a
        self.translator.fresh += 1
        anything = z3.BitVec("frozen%d" % self.translator.fresh, a.term.size())
        return Value(choose(a.poison, anything, a.term), False)

    # ---- variables, in the sense of variables.py ----

    def variable(self, instr):
        """(name, type) of the variable that an instruction makes, reads or writes, or None."""
        if instr.op in ("alloca", "bitcast") and instr.dest in self.variables:
            return self.variables[instr.dest]
        place = {"load": 0, "store": 1}.get(instr.op, 1 if is_lifetime(instr) else None)
        if place is None or instr.args[place].kind != "local":
            return None
        return self.variables.get(instr.args[place].payload)

    def on_variable(self, instr, name, type):
        if instr.op == "load":
            if name not in self.state.env:
                raise UnknownIR("a pointer that was never stored: " + instr.text)
            return self.state.env[name]
        if instr.op == "store":
            self.state.env[name] = self.operand(instr.args[0])
        elif instr.op != "bitcast":  # it begins, or its life begins or ends
            self.state.env.pop(name, None)
            if type != PTR:
                self.state.env[name] = poison_of(type)
        return None

    # ---- memory ----

    def alloca(self, instr):
        self.translator.fresh += 1
        name = "local%d" % self.translator.fresh
        data = [UNDEFINED] * size_of(instr.attrs["allocated"])
        memory = self.state.memory.with_object(name, data, instr.attrs.get("align", 1),
                                               promises.element_bits(instr.attrs["allocated"]))
        self.state = self.state._replace(memory=memory)
        return Value(Pointer(name, z3.BitVecVal(0, 64)), False)

    def gep(self, instr):
        base = self.operand(instr.args[0])
        # 128 bits, so that an index far out of bounds does not come back into them.
        offset, poison = widened(base.term.offset), base.poison
        type, scale = instr.attrs["source"], None
        for index in instr.args[1:]:
            if scale is not None:
                if type[0] != "array":
                    raise UnknownIR("index into %s: %s" % (type, instr.text))
                type = type[2]
            scale = size_of(type)
            i = self.operand(index)
            offset = operations.fold(offset + widened(i.term) * scale, [offset, i.term])
            poison = either(poison, i.poison)
        if "inbounds" in instr.attrs:
            size = len(self.state.memory.objects[base.term.object])
            poison = either(poison, operations.condition(z3.UGT(offset, size)))
        return Value(Pointer(base.term.object,
                             operations.fold(z3.Extract(63, 0, offset), [offset])), poison)

    def access(self, pointer, size, align, name):
        """Notes what could be wrong with an access to memory."""
        self.ub(pointer.poison, name + " through a poison pointer")
        self.ub(self.state.memory.misplaced(pointer.term, size, align),
                name + " out of bounds or misaligned")
        for promise, before in self.translator.promises:
            if promises.is_broken(promise, name) and pointer.term.object in before:
                self.ub(True, "%s, %s %s" % (name, promises.LIE, promise))

    def typed_access(self, instr, pointer, name):
        """Notes an access as another type than that of the object."""
        accessed = self.translator.module.metadata.get(instr.attrs.get("!tbaa"))
        declared = self.state.memory.types[pointer.term.object]
        if promises.is_other_type(accessed, declared):
            self.ub(True, "%s %s, %s" % (name, promises.OTHER_TYPE, accessed))

    def load(self, instr):
        pointer = self.operand(instr.args[0])
        if instr.type[0] != "int":
            raise UnknownIR(instr.text)
        size, align = size_of(instr.type), instr.attrs.get("align", 1)
        self.access(pointer, size, align, "load")
        self.typed_access(instr, pointer, "load")
        term, poison = self.state.memory.load(pointer.term, size, align)
        if instr.type[1] < term.size():
            term = operations.fold(z3.Extract(instr.type[1] - 1, 0, term), [term])
        return Value(term, poison)

    def store(self, instr):
        value, pointer = [self.operand(x) for x in instr.args]
        if isinstance(value.term, (Pointer, tuple)):
            raise UnknownIR(instr.text)
        size, align = size_of(instr.args[0].type), instr.attrs.get("align", 1)
        self.access(pointer, size, align, "store")
        self.typed_access(instr, pointer, "store")
        term = value.term
        if term.size() < 8 * size:
            term = operations.fold(z3.ZeroExt(8 * size - term.size(), term), [term])
        self.store_at(pointer.term, term, value.poison, align)
        return None

    def store_at(self, pointer, term, poison, align):
        if pointer.object in self.state.memory.constant:
            self.ub(True, "store into a constant")
        memory = self.state.memory.store(pointer, term, poison, align)
        self.state = self.state._replace(memory=memory)

    def call(self, instr):
        name = instr.attrs["callee"]
        if name.startswith("llvm."):
            return self.intrinsic(instr, name[5:])
        args = [self.operand(a) for a in instr.args]
        function = self.translator.module.functions.get(name)
        if function is None:
            raise UnknownIR("call of a function without a body: " + instr.text)
        for a, p, attrs in zip(args, function.params, instr.attrs["args"]):
            if "noundef" in attrs or "noundef" in p.attrs:
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
        if instr.attrs["callee"] in self.translator.abstract:
            return self.translator.unknown(args, instr.type)
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
        a, b = part(args[0], which & 1), part(args[1], which >> 4 & 1)
        product = operations.carryless_product(a.term, b.term)
        poison = either(a.poison, b.poison)
        return Value((Value(z3.Extract(63, 0, product), poison),
                      Value(z3.Extract(127, 64, product), poison)), False)

    def fill_bytes(self, instr, same):
        """memcpy, or memset if all bytes are the same."""
        target, source, size, volatile = [self.operand(a) for a in instr.args]
        if not z3.is_bv_value(size.term) or not z3.is_bv_value(volatile.term) \
                or volatile.term.as_long():
            raise UnknownIR("volatile or of unknown size: " + instr.text)
        size, aligns = size.term.as_long(), [a.get("align", 1) for a in instr.attrs["args"]]

        def at(p, i):
            return Pointer(p.term.object, operations.fold(p.term.offset + i, [p.term.offset]))
        data = [(source.term, source.poison)] * size
        if not same:  # all is read before anything is written, so memmove is the same
            self.access(source, size, aligns[1], "load")
            data = [self.state.memory.load(at(source, i), 1, 1) for i in range(size)]
        self.access(target, size, aligns[0], "store")
        for i, (byte, poison) in enumerate(data):
            self.store_at(at(target, i), byte, poison, 1)
        return None
