"""Local variables that are only read and written whole.

clang puts each variable and parameter into memory of its own. A variable that
is only ever loaded and stored whole needs no memory: it is a value like the others, under the name of
its address. LLVM's sroa does the same; here no pass of the optimizer has to be trusted.
"""

LIFETIME = ("llvm.lifetime.start.", "llvm.lifetime.end.")


def is_whole(instr, position, type):
    """Whether an instruction uses its operand of that number as the place of a whole variable."""
    if instr.op == "load":
        return instr.type == type
    if instr.op == "store":
        return position == 1 and instr.args[0].type == type
    return instr.op == "bitcast" or is_lifetime(instr)


def is_lifetime(instr):
    return instr.op == "call" and instr.attrs["callee"].startswith(LIFETIME)


def find_variables(function):
    """name of a place or of an alias for it -> (name of the variable, its type)"""
    instrs = [i for block in function.blocks.values() for i in block]
    places = {i.dest: (i.dest, i.attrs["allocated"]) for i in instrs
              if i.op == "alloca" and i.attrs["allocated"][0] in ("int", "ptr", "vector")}
    for i in instrs:
        if i.op == "bitcast" and i.args[0].payload in places:
            places[i.dest] = places[i.args[0].payload]
    aliases = {name for name, (place, _) in places.items() if name != place}
    addressed = set()
    for i, position, operand in [(i, *o) for i in instrs for o in enumerate(i.args)]:
        if operand.kind == "local" and operand.payload in places:
            place, type = places[operand.payload]
            whole = is_lifetime(i) or operand.payload not in aliases
            if not (whole and is_whole(i, position, type)):
                addressed.add(place)
    return {name: where for name, where in places.items() if where[0] not in addressed}
