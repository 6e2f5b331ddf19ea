"""Reads the instructions, functions and modules of LLVM IR; those not in PARSERS are an error."""

import re

import promises
from llvmir import PTR, VOID, Function, Global, Instr, Module, Param, Reader, UnknownIR


def parse_binary(r, op, dest):
    attrs = r.flags()
    a = r.operand()
    r.expect(",")
    return Instr(op, dest, a.type, [a, r.operand(a.type)], r.trailing(attrs), r.text)


def parse_icmp(r, op, dest):
    attrs = r.flags()
    attrs["predicate"] = r.next()
    a = r.operand()
    r.expect(",")
    return Instr(op, dest, ("int", 1), [a, r.operand(a.type)], r.trailing(attrs), r.text)


def parse_cast(r, op, dest):
    attrs = r.flags()
    a = r.operand()
    r.expect("to")
    return Instr(op, dest, r.type(), [a], r.trailing(attrs), r.text)


def parse_select(r, op, dest):
    condition = r.operand()
    r.expect(",")
    a = r.operand()
    r.expect(",")
    return Instr(op, dest, a.type, [condition, a, r.operand()], r.trailing({}), r.text)


def parse_freeze(r, op, dest):
    a = r.operand()
    return Instr(op, dest, a.type, [a], r.trailing({}), r.text)


def parse_phi(r, op, dest):
    type, args, labels = r.type(), [], []
    while True:
        r.expect("[")
        args.append(r.operand(type))
        r.expect(",")
        labels.append(r.next())
        r.expect("]")
        if not (r.peek() == "," and r.tokens[r.at + 1] == "["):
            break
        r.next()
    return Instr(op, dest, type, args, r.trailing({"labels": labels}), r.text)


def parse_br(r, op, dest):
    args, labels = [], []
    if r.peek() != "label":
        args.append(r.operand())
        r.expect(",")
    r.expect("label")
    labels.append(r.next())
    if args:
        r.expect(",")
        r.expect("label")
        labels.append(r.next())
    return Instr(op, dest, VOID, args, r.trailing({"labels": labels}), r.text)


def parse_switch(r, op, dest):
    args = [r.operand()]
    r.expect(",")
    r.expect("label")
    labels = [r.next()]
    r.expect("[")
    while not r.accept("]"):
        args.append(r.operand())
        r.expect(",")
        r.expect("label")
        labels.append(r.next())
    return Instr(op, dest, VOID, args, r.trailing({"labels": labels}), r.text)


def parse_ret(r, op, dest):
    type = r.type()
    args = [] if type == VOID else [r.operand(type)]
    return Instr(op, dest, type, args, r.trailing({}), r.text)


def parse_unreachable(r, op, dest):
    return Instr(op, dest, VOID, [], r.trailing({}), r.text)


def parse_alloca(r, op, dest):
    attrs = {"allocated": r.type()}
    return Instr(op, dest, PTR, [], r.trailing(attrs), r.text)


def parse_load(r, op, dest):
    type = r.type()
    r.expect(",")
    return Instr(op, dest, type, [r.operand()], r.trailing({}), r.text)


def parse_store(r, op, dest):
    value = r.operand()
    r.expect(",")
    return Instr(op, dest, VOID, [value, r.operand()], r.trailing({}), r.text)


def parse_gep(r, op, dest):
    instr = r.gep(dest, r.flags())
    r.trailing(instr.attrs)
    return instr


def parse_extractvalue(r, op, dest):
    a = r.operand()
    r.expect(",")
    index = int(r.next())
    return Instr(op, dest, a.type[1][index], [a], r.trailing({"index": index}), r.text)


def parse_element(r, op, dest):
    """insertelement <2 x i64> %v, i64 %x, i32 0; extractelement <2 x i64> %v, i32 0"""
    args = [r.operand()]
    while r.accept(","):
        args.append(r.operand())
    type = args[0].type if op == "insertelement" else args[0].type[2]
    return Instr(op, dest, type, args, {}, r.text)


def parse_call(r, op, dest):
    if op != "call":
        r.expect("call")
    attrs = {"result": r.attributes()}
    type = r.type()
    if r.peek()[0] != "@":
        raise UnknownIR("call of %s in: %s" % (r.peek(), r.text))
    attrs["callee"] = r.next()[1:]
    r.expect("(")
    args, arg_attrs = [], []
    while not r.accept(")"):
        if r.peek() == "metadata":
            raise UnknownIR("metadata argument in: " + r.text)
        arg_type = r.type()
        arg_attrs.append(r.attributes())
        args.append(r.operand(arg_type))
        r.accept(",")
    attrs["args"] = arg_attrs
    while r.peek() and r.peek()[0] == "#":
        r.next()
    return Instr("call", dest, type, args, r.trailing(attrs), r.text)


PARSERS = {"icmp": parse_icmp, "select": parse_select, "freeze": parse_freeze, "phi": parse_phi,
           "br": parse_br, "switch": parse_switch, "ret": parse_ret, "alloca": parse_alloca,
           "unreachable": parse_unreachable, "load": parse_load, "store": parse_store,
           "getelementptr": parse_gep, "extractvalue": parse_extractvalue,
           "insertelement": parse_element, "extractelement": parse_element, "call": parse_call,
           "tail": parse_call, "musttail": parse_call, "notail": parse_call}
PARSERS.update(dict.fromkeys(("add", "sub", "mul", "udiv", "sdiv", "urem", "srem", "shl", "lshr",
                              "ashr", "and", "or", "xor"), parse_binary))
PARSERS.update(dict.fromkeys(("zext", "sext", "trunc", "bitcast"), parse_cast))


def parse_instruction(line):
    r = Reader(line)
    dest = None
    if len(r.tokens) > 1 and r.tokens[1] == "=":
        dest = r.next()
        r.expect("=")
    op = r.next()
    if op not in PARSERS:
        raise UnknownIR("instruction %s: %s" % (op, line.strip()))
    return PARSERS[op](r, op, dest)


def parse_params(r):
    """(i8 noundef zeroext %0, i32 noundef %1)"""
    params = []
    r.expect("(")
    while not r.accept(")"):
        type = r.type()
        attrs = r.attributes()
        params.append(Param(r.next(), type, attrs))
        r.accept(",")
    return params


def parse_function(lines):
    # What follows ")" is about linkage, and names groups of attributes.
    header = Reader(re.sub(r"\) .*\{$", ")", lines[0]))
    groups = tuple(re.findall(r"#\d+", re.sub(r".*\)", "", lines[0])))
    while header.peek() in ("define", "internal", "dso_local", "linkonce_odr", "hidden"):
        header.next()
    result = header.attributes()
    type = header.type()
    name = header.next()[1:]
    params = parse_params(header)
    entry = "%" + str(len(params)) if not params or params[0].name == "%0" else "%entry"
    blocks, label, i = {}, None, 1
    while i < len(lines):
        line = lines[i].split(";")[0].rstrip()
        i += 1
        if not line:
            continue
        if not line[0].isspace():
            label = "%" + line.split(":")[0]
            blocks[label] = []
            continue
        if label is None:
            label = entry
            blocks[label] = []
        if line.lstrip().startswith("switch"):
            while not lines[i - 1].rstrip().endswith("]"):
                line += " " + lines[i]
                i += 1
        blocks[label].append(parse_instruction(line))
    return Function(name, type, params, blocks, "noundef" in result, "\n".join(lines),
                    groups)


def parse_global(line):
    r = Reader(line)
    name = r.next()
    r.expect("=")
    while r.peek() in ("internal", "private", "dso_local", "unnamed_addr", "local_unnamed_addr",
                       "linkonce_odr", "hidden"):
        r.next()
    kind = r.next()
    if kind not in ("constant", "global"):
        raise UnknownIR("global %s: %s" % (kind, line))
    operand = r.operand()
    return Global(name, operand.type, operand, kind == "constant",
                  r.trailing({}).get("align", 1))


def parse_module(text):
    functions, globals_, metadata, big_endian, attributes = {}, {}, {}, False, {}
    lines, i = text.split("\n"), 0
    while i < len(lines):
        line = lines[i]
        if line.startswith("define "):
            end = lines.index("}", i)
            function = parse_function(lines[i:end])
            functions[function.name] = function
            i = end
        elif line.startswith("@"):
            try:
                g = parse_global(line)
                globals_[g.name] = g
            except UnknownIR:
                pass  # an error where it is used: the sanitizer leaves descriptions nobody uses
        elif re.match(r"!\d+ = !\{i\d+ ", line):
            name, rest = line.split(" = ")
            metadata[name] = [int(n) for n in re.findall(r"i\d+ (-?\d+)", rest)]
        elif re.match(r"attributes #\d+ = ", line):
            name, rest = re.fullmatch(r"attributes (#\d+) = \{(.*)\}", line).groups()
            attributes[name] = re.findall(r"[\w.]+(?:\([^)]*\))?",
                                          re.sub(r'"[^"]*"(?:="[^"]*")?', "", rest))
        elif line.startswith("target datalayout"):
            big_endian = '"E' in line
        i += 1
    metadata.update(promises.access_types(text))
    return Module(functions, globals_, metadata, big_endian, attributes)
