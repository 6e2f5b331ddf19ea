"""Memory as the translator sees it: separate objects, each a list of bytes with poison bits.

A pointer is an object and an offset in it. Objects are the arguments (of a size the specification
states), local variables and constant tables. An access must lie inside its object and be aligned
as the instruction claims; where it does not, that is undefined behaviour and is collected.
"""

from collections import namedtuple

import z3

from llvmir import UnknownIR
from logic import choose, either, fold

Pointer = namedtuple("Pointer", "object offset")  # offset: 64 bits
Byte = namedtuple("Byte", "value poison")
UNDEFINED = Byte(z3.BitVecVal(0, 8), True)


class Memory:
    """Immutable in use: store() gives a changed copy, so paths do not see each other."""

    def __init__(self, big_endian, objects=None, alignment=None, constant=None, types=None):
        self.big_endian = big_endian
        self.objects = dict(objects or {})      # name -> list of Byte
        self.alignment = dict(alignment or {})  # name -> alignment of its first byte
        self.constant = set(constant or ())     # names that must not be written
        self.types = dict(types or {})          # name -> its type: see promises.py

    def copy(self):
        return Memory(self.big_endian, self.objects, self.alignment, self.constant, self.types)

    def with_object(self, name, data, alignment, type):
        memory = self.copy()
        memory.types[name] = type
        memory.objects[name] = data
        memory.alignment[name] = alignment
        return memory

    def misplaced(self, pointer, size, align):
        """The condition under which an access of `size` bytes is undefined behaviour."""
        length = len(self.objects[pointer.object])
        if length < size or self.alignment[pointer.object] % align:
            return True
        offset = pointer.offset
        if z3.is_bv_value(offset):
            at = offset.as_long()
            return at > length - size or at % align != 0
        outside = z3.UGT(offset, length - size)
        return either(outside, z3.URem(offset, align) != 0) if align > 1 else outside

    def places(self, pointer, size, align):
        """The offsets at which an access inside the object can be."""
        if z3.is_bv_value(pointer.offset):
            at = pointer.offset.as_long()
            return [at] if at + size <= len(self.objects[pointer.object]) else []
        return range(0, len(self.objects[pointer.object]) - size + 1, align)

    def load(self, pointer, size, align):
        """The bytes at `pointer`, most significant first, as (value, poison)."""
        places = self.places(pointer, size, align)
        if not places:
            return z3.BitVecVal(0, 8 * size), True
        value, poison = None, None
        for at in reversed(places):
            data = self.objects[pointer.object][at:at + size]
            if not self.big_endian:
                data = data[::-1]
            v = data[0].value if size == 1 else z3.Concat(*[b.value for b in data])
            v = fold(v, [b.value for b in data])
            p = either(*[b.poison for b in data])
            if value is None:
                value, poison = v, p
            else:
                here = pointer.offset == at
                value, poison = choose(here, v, value), choose(here, p, poison)
        return value, poison

    def store(self, pointer, value, poison, align):
        """Memory after `value` (a multiple of 8 bits wide) was written at `pointer`."""
        size = value.size() // 8
        data = [Byte(fold(z3.Extract(8 * i + 7, 8 * i, value), [value]), poison)
                for i in range(size)]
        if self.big_endian:
            data.reverse()
        memory = self.copy()
        result = list(self.objects[pointer.object])
        for at in self.places(pointer, size, align):
            here = True if z3.is_bv_value(pointer.offset) else pointer.offset == at
            for i, b in enumerate(data):
                old = result[at + i]
                result[at + i] = Byte(choose(here, b.value, old.value),
                                      choose(here, b.poison, old.poison))
        memory.objects[pointer.object] = result
        return memory

    @staticmethod
    def merge(condition, a, b):
        """Memory that is `a` where the condition holds, else `b`."""
        if a is b:
            return a
        memory = a.copy()
        for name in b.objects:
            memory.objects.setdefault(name, b.objects[name])
            memory.alignment.setdefault(name, b.alignment[name])
            memory.types.setdefault(name, b.types[name])
        memory.constant |= b.constant
        for name, data in a.objects.items():
            other = b.objects.get(name, data)
            if data is not other:
                memory.objects[name] = [Byte(choose(condition, x.value, y.value),
                                             choose(condition, x.poison, y.poison))
                                        for x, y in zip(data, other)]
        return memory


def merge_pointers(condition, a, b):
    if a.object != b.object:
        raise UnknownIR("a pointer into one of two objects: %s, %s" % (a.object, b.object))
    return Pointer(a.object, choose(condition, a.offset, b.offset))


def size_of(type):
    """Bytes that a type occupies in memory."""
    if type[0] == "int":
        bits = 8
        while bits < type[1]:
            bits *= 2
        return bits // 8
    if type[0] == "array":
        return type[1] * size_of(type[2])
    if type[0] == "ptr":
        return 8
    raise UnknownIR("size of type %s" % (type,))


def constant_bytes(type, operand, big_endian):
    """A constant table as a list of Byte."""
    if type[0] == "array":
        if operand.kind == "zero":
            return [Byte(z3.BitVecVal(0, 8), False)] * size_of(type)
        data = []
        for item in operand.payload:
            data += constant_bytes(type[2], item, big_endian)
        return data
    if type[0] == "int" and operand.kind in ("int", "zero"):
        size = size_of(type)
        number = (operand.payload or 0) % (1 << (8 * size))
        data = [Byte(z3.BitVecVal(number >> (8 * i) & 0xff, 8), False) for i in range(size)]
        return data[::-1] if big_endian else data
    raise UnknownIR("constant of type %s" % (type,))
