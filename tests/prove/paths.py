"""The paths through a function: merging the states of two paths where they meet, and an order of the
blocks in which all paths into a block come before it.
"""

from collections import namedtuple

from logic import both, choose, either, negate, same
from memory import Memory, Pointer, merge_pointers

# term: a bit vector, a Pointer, or a tuple of Values (a struct or a vector).
Value = namedtuple("Value", "term poison")
# One path into a block: its literals, the local values, the memory, the block it comes from.
State = namedtuple("State", "path env memory source")


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
    """One state for two that exclude each other. The common start of their paths is dropped from the
    condition that tells them apart, and where the two branches of an if meet, nothing remains of it."""
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
