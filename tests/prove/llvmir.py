"""Reads LLVM IR text, as clang 14 and 19 print it, into a few plain Python objects: types and
operands here, instructions and functions in instructions.py.

Only what integer code needs: integer, pointer, array, vector and anonymous struct types. Anything
else is an error that names it: a proof must never be of a program from which something was quietly
left out.
"""

import re
from collections import namedtuple


class UnknownIR(Exception):
    """Something in the IR that this reader or the translator does not know."""


# Types: ("int", 32), ("ptr",), ("array", 16, T), ("vector", 2, T), ("struct", (T, ...)), ("void",)
PTR = ("ptr",)
VOID = ("void",)

# An operand is (type, kind, payload): kind "local" (payload: name), "int", "global", "undef",
# "gep" (a constant expression: payload an Instr) or "aggregate" (payload: list of operands).
Operand = namedtuple("Operand", "type kind payload")
# attrs: flags such as nuw and exact, alignment, predicates, metadata of the instruction.
Instr = namedtuple("Instr", "op dest type args attrs text")
Param = namedtuple("Param", "name type attrs")
# attributes: the groups it has, "#0" and the like, of Module.attributes.
Function = namedtuple("Function", "name type params blocks noundef_result text attributes")
Global = namedtuple("Global", "name type operand constant align")
Module = namedtuple("Module", "functions globals metadata big_endian attributes")

TOKEN = re.compile(
    r"""\s*(?:;.*|(?P<t>c"(?:[^"\\]|\\[0-9A-Fa-f]{2}|\\\\)*"|[%@!\#][\w.$-]+|[%@]"[^"]*"|"[^"]*"
    |-?\d+|[A-Za-z_][\w.]*|\.\.\.|[\[\]{}()<>,=!*:|]))""", re.X)

FLAGS = {"nuw", "nsw", "exact", "nneg", "disjoint", "samesign", "inbounds", "nusw"}
# Metadata that says nothing about values. What says something is kept; anything else is an error.
SILENT = {"!llvm.loop", "!nosanitize", "!prof", "!srcloc"}
MEANINGFUL = {"!range", "!noundef", "!tbaa"}
ATTRS = {"noundef", "zeroext", "signext", "readonly", "readnone", "writeonly", "nocapture",
         "nonnull", "immarg", "returned", "noalias", "inreg", "dead_on_return"}


def tokenize(text):
    tokens, at = [], 0
    while at < len(text):
        m = TOKEN.match(text, at)
        if not m:
            if not text[at:].strip():
                break
            raise UnknownIR("cannot read: " + text[at:])
        if m.group("t"):
            tokens.append(m.group("t"))
        at = m.end()
    return tokens


class Reader:
    """Reads one line (or one joined construct) token by token."""

    def __init__(self, text):
        self.text, self.tokens, self.at = text.strip(), tokenize(text), 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def next(self):
        token = self.peek()
        if token is None:
            raise UnknownIR("ends too early: " + self.text)
        self.at += 1
        return token

    def accept(self, token):
        if self.peek() == token:
            self.at += 1
            return True
        return False

    def expect(self, token):
        if not self.accept(token):
            raise UnknownIR("expected %s at %r in: %s" % (token, self.peek(), self.text))

    def skip_parentheses(self):
        self.expect("(")
        depth = 1
        while depth:
            depth += {"(": 1, ")": -1}.get(self.next(), 0)

    def integers_in_parentheses(self):
        """range(i32 0, 33) -> [0, 33]"""
        self.expect("(")
        numbers = []
        while not self.accept(")"):
            token = self.next()
            if re.fullmatch(r"-?\d+", token):
                numbers.append(int(token))
        return numbers

    def flags(self):
        found = {}
        while self.peek() in FLAGS:
            found[self.next()] = True
            if self.peek() == "(":
                raise UnknownIR("range on a flag: " + self.text)
        return found

    def attributes(self):
        found = {}
        while True:
            token = self.peek()
            if token in ATTRS:
                found[self.next()] = True
            elif token in ("align", "dereferenceable", "dereferenceable_or_null"):
                self.next()
                found[token] = (self.integers_in_parentheses()[0] if self.peek() == "("
                                else int(self.next()))
            elif token == "range":
                self.next()
                found["range"] = self.integers_in_parentheses()
            elif token in ("memory", "captures"):
                self.next()
                self.skip_parentheses()
            else:
                return found

    def type(self):
        type = self.plain_type()
        while self.accept("*"):
            type = PTR
        return type

    def plain_type(self):
        token = self.next()
        if re.fullmatch(r"i\d+", token):
            return ("int", int(token[1:]))
        if token == "ptr":
            return PTR
        if token == "void":
            return VOID
        if token in "[<":
            count = int(self.next())
            self.expect("x")
            element = self.type()
            self.expect({"[": "]", "<": ">"}[token])
            return ("array" if token == "[" else "vector", count, element)
        if token == "{":
            fields = [self.type()]
            while self.accept(","):
                fields.append(self.type())
            self.expect("}")
            return ("struct", tuple(fields))
        raise UnknownIR("type %s in: %s" % (token, self.text))

    def operand(self, type=None):
        """A typed operand, or one of the given type."""
        type = type or self.type()
        self.attributes()
        token = self.next()
        if token[0] == "%":
            return Operand(type, "local", token)
        if token[0] == "@":
            return Operand(type, "global", token)
        if token in ("undef", "poison"):
            return Operand(type, "undef", None)
        if token in ("true", "false"):
            return Operand(type, "int", int(token == "true"))
        if token == "zeroinitializer":
            return Operand(type, "zero", None)
        if re.fullmatch(r"-?\d+", token):
            return Operand(type, "int", int(token))
        if token in "[<":
            items = [self.operand()]
            while self.accept(","):
                items.append(self.operand())
            self.expect({"[": "]", "<": ">"}[token])
            return Operand(type, "aggregate", items)
        if token.startswith('c"'):
            data = re.sub(r"\\([0-9A-Fa-f]{2})", lambda m: chr(int(m.group(1), 16)), token[2:-1])
            return Operand(type, "aggregate",
                           [Operand(("int", 8), "int", ord(c)) for c in data])
        if token == "getelementptr":
            flags = self.flags()
            self.expect("(")
            instr = self.gep(None, flags)
            self.expect(")")
            return Operand(type, "gep", instr)
        raise UnknownIR("operand %s in: %s" % (token, self.text))

    def gep(self, dest, flags):
        flags["source"] = self.type()
        self.expect(",")
        args = [self.operand()]
        while self.peek() == "," and self.tokens[self.at + 1][0] != "!":
            self.next()
            args.append(self.operand())
        return Instr("getelementptr", dest, PTR, args, flags, self.text)

    def trailing(self, attrs):
        """, align 4, !range !7, !tbaa !5 and the like"""
        while self.accept(","):
            token = self.next()
            if token == "align":
                attrs["align"] = int(self.next())
            elif token in SILENT:
                self.next()
            elif token in MEANINGFUL:
                attrs[token] = self.next()
            else:
                raise UnknownIR("%s in: %s" % (token, self.text))
        if self.peek() is not None:
            raise UnknownIR("%s in: %s" % (self.peek(), self.text))
        return attrs
