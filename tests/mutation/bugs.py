"""All bugs that can be planted in the sources: their identities, the lists of them, and the draw."""

import collections
import os
import random
import re

from ctokens import regions_of, tokenize
from kinds import kinds

SOURCES = r"(lib|tools|include/bitmill)/.*\.[ch]"
GROUPS = {
    "kernels": r"lib/kernels/.*\.h|lib/[^/]*\.h",
    "isa": r"lib/(simd|dispatch)/.*\.[ch]",
    "library": r"lib/[^/]*\.c",
    "headers": r"include/bitmill/(word|bits)/.*\.h|include/bitmill/bits[^/]*\.h",
    "tools": r"tools/.*\.[ch]",
}


class Bug:
    """A bug: its line in a list, and the text from begin to end of the file that it replaces."""

    def __init__(self, line, path, begin, end, replacement, function="", verdict="", programs=()):
        self.line, self.path, self.begin, self.end = line, path, begin, end
        self.replacement, self.function = replacement, function
        self.verdict, self.programs = verdict, programs


def spelled(tokens):
    return " ".join(token.text for token in tokens)


def context_of(tokens, first, last):
    """The tokens from first to last, marked, and up to two before and after them."""
    parts = (spelled(tokens[max(first - 2, 0):first]), f"«{spelled(tokens[first:last])}»",
             spelled(tokens[last:last + 2]))
    return " ".join(part for part in parts if part)


def bugs_of_file(path, text, names):
    """All bugs of a file, by kind. No two have the same line."""
    found, seen = collections.defaultdict(list), collections.Counter()
    for region in regions_of(text):
        for kind, bugs in kinds(names).items():
            for first, last, replacement in bugs(region, text):
                shown = " ".join(replacement.split()) or "nothing"
                context = context_of(region.tokens, first, last)
                seen[region.name, kind, context, shown] += 1
                nth = seen[region.name, kind, context, shown]
                context += f" #{nth}" if nth > 1 else ""
                found[kind].append(Bug(" :: ".join((path, region.name, kind, context, shown)), path,
                                       region.tokens[first].start, region.tokens[last - 1].end,
                                       replacement, region.name))
    return found


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def sources_below(root):
    """The paths of all files below the directories that a build of the tests reads."""
    found = ["Makefile.am", "configure.ac"]
    for top in ("bench", "examples", "include", "lib", "tests", "tools"):
        for directory, _, names in os.walk(os.path.join(root, top)):
            found += [os.path.relpath(os.path.join(directory, name), root) for name in names
                      if re.search(r"\.([ch]|def|mk|sh)$", name)]
    return sorted(found)


class Sources:
    """The files that can have bugs."""

    def __init__(self, root):
        self.root, self.cache = root, {}
        self.files = [path for path in sources_below(root) if re.fullmatch(SOURCES, path)]
        self.names = {token.text for path in self.files
                      for region in regions_of(self.text(path)) for token in region.tokens}

    def text(self, path):
        return read(os.path.join(self.root, path))

    def bugs(self, path):
        if path not in self.cache:
            self.cache[path] = bugs_of_file(path, self.text(path), self.names)
        return self.cache[path]

    def group(self, name):
        found = collections.defaultdict(list)
        for path in self.files:
            if re.fullmatch(GROUPS[name], path):
                for kind, bugs in self.bugs(path).items():
                    found[kind] += bugs
        return found

    def drawn(self, line):
        """The bug of a line "file :: function :: kind :: context :: replacement :: verdict"."""
        path, _, kind = line.split(" :: ")[:3]
        identity, verdict = line.rsplit(" :: ", 1)
        if path not in self.files:
            raise LookupError(f"there is no {path}")
        found = [bug for bug in self.bugs(path)[kind] if bug.line == identity]
        if not found:
            raise LookupError(f"this place is not in {path}")
        found[0].verdict = verdict
        return found[0]

    def by_hand(self, line, programs):
        path, old, new, _ = line.replace("\\n", "\n").split(" :: ")
        text = self.text(path)
        everything = [token for region in regions_of(text) for token in region.tokens]
        wanted = [token.text for token in tokenize(old, 0, len(old))]
        found = [i for i in range(len(everything) - len(wanted) + 1)
                 if [token.text for token in everything[i:i + len(wanted)]] == wanted]
        if len(found) == 1:
            begin, end = everything[found[0]].start, everything[found[0] + len(wanted) - 1].end
        elif text.count(old) == 1:
            begin = text.index(old)
            end = begin + len(old)
        else:
            raise LookupError(f"stands {len(found)} times in {path}")
        return Bug(line, path, begin, end, new, verdict="caught", programs=programs)

    def read_list(self, path):
        """The bugs of a list, and for each line that cannot be planted (line, why)."""
        bugs, misfits, programs = [], [], ()
        for line in read(path).splitlines():
            if line.startswith("@ "):
                programs = line[2:].split()
            elif line and not line.startswith("#"):
                try:
                    by_hand = len(line.split(" :: ")) == 4
                    bugs.append(self.by_hand(line, programs) if by_hand else self.drawn(line))
                except (LookupError, ValueError, OSError) as why:
                    misfits.append((line, why))
        return bugs, misfits


def draw(sources, group, seed):
    """All bugs of a group in the order of the draw."""
    generator = random.Random(f"{seed} {group}")
    by_kind = sources.group(group)
    order = sorted(by_kind)
    generator.shuffle(order)
    for kind in order:
        generator.shuffle(by_kind[kind])
    while any(by_kind.values()):
        for kind in order:
            if by_kind[kind]:
                yield by_kind[kind].pop()
