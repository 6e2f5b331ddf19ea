"""All bugs that can be planted in the sources: their identities, the lists of them, and the draw."""

import collections
import os
import random
import re

from ctokens import regions_of
from kinds import kinds

SOURCES = r"(lib|tools|include/bitmill)/.*\.([ch]|def)"
GROUPS = {
    "kernels": r"lib/(kernels|tables)/.*\.[ch]",
    "isa": r"lib/simd/.*\.h|lib/dispatch/(avx|neon|portable).*\.c",
    "library": r"lib/bits/.*\.c|lib/dispatch/(?!avx|neon|portable).*\.[ch]",
    "headers": r"include/bitmill/(word|bits)/.*\.h|include/bitmill/bits[^/]*\.h",
    "tools": r"tools/.*\.[ch]",
}
# Words of paths that tell files apart, those first that stay the same when files move.
TELLING = ("avx2", "avx512", "neon", "portable", "kernels", "word", "bits", "laws", "variants", "checked", "tools")
FIELD = " :: "


class Bug:
    """A bug: its identity, and the text from begin to end of the file that it replaces."""

    def __init__(self, identity, path, begin, end, replacement, function):
        self.identity, self.path, self.begin, self.end = identity, path, begin, end
        self.replacement, self.function = replacement, function
        self.verdict, self.programs = "", []


def spelled(tokens):
    return " ".join(token.text for token in tokens)


def shown(replacement):
    return " ".join(replacement.split()) or "nothing"


def context_of(tokens, first, last):
    """The tokens from first to last, marked, and up to two before and after them."""
    parts = (spelled(tokens[max(first - 2, 0):first]), f"«{spelled(tokens[first:last])}»",
             spelled(tokens[last:last + 2]))
    return " ".join(part for part in parts if part)


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


def places_of(regions, context):
    """(region, first token, one past the last) of each place with that context, in order."""
    before, marked = context.split("«", 1)
    text, after = marked.split("»", 1)
    plain = before + text + after if text else before[:-1] + after
    for region in regions:
        index, whole = {}, " "
        for i, token in enumerate(region.tokens):
            index[len(whole)] = i
            whole += token.text + " "
        index[len(whole)] = len(region.tokens)
        at = whole.find(f" {plain.strip()} ")
        while at >= 0:
            begin = at + 1 + len(before)
            first, last = index.get(begin), index.get(begin + len(text) + bool(text))
            if None not in (first, last) and context_of(region.tokens, first, last) == context:
                yield region, first, last
            at = whole.find(f" {plain.strip()} ", at + 1)


def by_rule(regions, text, names):
    """(region, kind, context, first, last, replacement) of all bugs of a file that the rule finds."""
    seen = collections.Counter()
    for region in regions:
        if "(" in region.name:  # a row of a table
            continue
        for kind, bugs in kinds(names).items():
            for first, last, replacement in bugs(region, text):
                context = context_of(region.tokens, first, last)
                seen[region.name, kind, context, shown(replacement)] += 1
                nth = seen[region.name, kind, context, shown(replacement)]
                context += f" #{nth}" if nth > 1 else ""
                yield region, kind, context, first, last, replacement


class Sources:
    """The files that can have bugs."""

    def __init__(self, root):
        self.root = root
        self.files = [path for path in sources_below(root) if re.fullmatch(SOURCES, path)]
        self.regions = {path: regions_of(self.text(path)) for path in self.files}
        self.names = {token.text for regions in self.regions.values()
                      for region in regions for token in region.tokens}
        self.named = collections.defaultdict(lambda: collections.defaultdict(list))
        for path, regions in self.regions.items():
            for region in regions:
                self.named[region.name][path].append(region)

    def text(self, path):
        return read(os.path.join(self.root, path))

    def bug(self, path, region, kind, context, first, last, replacement):
        """context may end with the number of the place."""
        tokens = region.tokens
        if first < last:
            begin, end = tokens[first].start, tokens[last - 1].end
        else:
            begin = end = tokens[first].start if first < len(tokens) else tokens[first - 1].end
        identity = FIELD.join((self.place(path, region.name, context), kind, context, shown(replacement)))
        return Bug(identity, path, begin, end, replacement, region.name)

    def found(self, name, words, context):
        """(path, (region, first, last)) in each file whose path has the words."""
        context, nth = re.fullmatch(r"(.*?)(?: #(\d+))?", context).groups()
        for path, regions in self.named.get(name, {}).items():
            if words <= set(re.findall("[a-z0-9]+", path)):
                places = list(places_of(regions, context))
                if len(places) >= int(nth or 1):
                    yield path, places[int(nth or 1) - 1]

    def place(self, path, name, context):
        """The name of the function, and the fewest words that tell its file from others."""
        words = set(re.findall("[a-z0-9]+", path))
        known = [word for word in TELLING if word in words]
        known += sorted(words - set(TELLING) - {"c", "h", "def", "lib", "isa", "include", "bitmill", "tmpl"})
        for chosen in [()] + [(word,) for word in known] + [
                (one, other) for one in known for other in known if one < other]:
            if len(list(self.found(name, set(chosen), context))) <= 1:
                return f"{name} ({' '.join(chosen)})" if chosen else name
        return f"{name} ({' '.join(known)})"

    def group(self, name):
        found = collections.defaultdict(list)
        for path in self.files:
            if re.fullmatch(GROUPS[name], path):
                for bug in by_rule(self.regions[path], self.text(path), self.names):
                    found[bug[1]].append((path, *bug))
        return found

    def planted(self, line):
        """The bug of a line "function :: kind :: context :: replacement :: verdict"."""
        place, kind, context, replacement, verdict = line.split(FIELD, 4)
        name, _, words = place.partition(" (")
        found = list(self.found(name, set(words.rstrip(")").split()), context))
        if len(found) != 1:
            raise LookupError(f"this place is in {', '.join(path for path, _ in found) or 'no file'}")
        path, (region, first, last) = found[0]
        bug = self.bug(path, region, kind, context, first, last,
                       "" if replacement == "nothing" else replacement)
        bug.identity, bug.verdict = FIELD.join((place, kind, context, replacement)), verdict
        if verdict.startswith("caught by "):
            bug.programs = verdict[len("caught by "):].split(": ")[0].split(", ")
        return bug

    def written(self, path, old, new):
        """The bug of a file in which `old` stands once and is replaced by `new`, written by hand."""
        text = self.text(path)
        if text.count(old) != 1:
            raise LookupError(f"stands {text.count(old)} times in {path}")
        begin, end = text.index(old), text.index(old) + len(old)
        for region in self.regions[path]:
            inside = [i for i, token in enumerate(region.tokens)
                      if begin <= token.start and token.end <= end]
            if not inside:
                continue
            first, last = inside[0], inside[-1] + 1
            context = context_of(region.tokens, first, last)
            places = places_of(self.named[region.name][path], context)
            nth = next(i for i, place in enumerate(places, 1)
                       if place[0] is region and place[1] == first)
            context += f" #{nth}" if nth > 1 else ""
            kind = next((found[1] for found in by_rule([region], text, self.names)
                         if found[3:5] == (first, last) and shown(found[5]) == shown(new)), "edit")
            return self.bug(path, region, kind, context, first, last, new)
        raise LookupError(f"is in no function of {path}")

    def read_list(self, path):
        """The bugs of a list, and for each line that cannot be planted (line, why)."""
        bugs, misfits = [], []
        for line in read(path).splitlines():
            if line and not line.startswith("#"):
                try:
                    bugs.append(self.planted(line))
                except (LookupError, ValueError) as why:
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
                yield sources.bug(*by_kind[kind].pop())
