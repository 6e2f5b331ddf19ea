#!/usr/bin/env python3
"""surface.py LIBRARY: what a reader, an editor and a search find of each public function.

Public functions are those that the library exports and those that a header defines inline. What
ends in _ is private. For each public function:

  declared    its name stands literally in one declaration below include/, or one definition if it
              is inline, and in one front at most (bitmill/bits/inline.h)
  defined     an exported one is defined literally in one place below lib/; those of isa.h again in
              lib/dispatch/one_isa.c, for builds with one set of kernels
  tagged      universal-ctags finds it: an exported one below include/ and below lib/
  commented   clang attaches a comment of its own to it, as an editor shows it, with and without
              optimisation
  no macro    no macro bears its name, but with BMILL_DEBUG those that check an index where the call
              stands, and then call the function

And of the text: no line of a header is longer than 100 columns, and no macro outside lib/tables
has a body of more than 12 lines.

Environment: CLANG (default clang), NM (nm), CTAGS (ctags), srcdir. Closes with "N passed, N
failed, N skipped". --list prints the public functions instead, one a line, and whether each is
exported or inline.
"""
import collections
import os
import re
import subprocess
import sys

MOST_COLUMNS = 100
MOST_MACRO_LINES = 12
PUBLIC = r"bmill_\w*[a-zA-Z0-9]\b"
SHOWN = 40  # failures of one kind

source = os.environ.get("srcdir", ".")
clang = os.environ.get("CLANG", "clang")
# The compilers' switches that decide what a header offers for a call.
OPTIMISED = (["-O0"], ["-O2"], ["-O2", "-DBMILL_DEBUG"])


def output_of(*command, **arguments):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, **arguments).stdout


def files_below(folder, endings=(".h", ".c")):
    found = []
    for directory, _, names in os.walk(os.path.join(source, folder)):
        found += [os.path.join(directory, name) for name in names if name.endswith(endings)]
    return sorted(found)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


# ---- The text, without a compiler ----

COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n\\]|\\\n|\\[^\n])*", re.M)


def blank(match):
    """The same number of lines, and nothing on them; a string stays a string."""
    text = match.group(0)
    return '""' if text[0] in "\"'" else " " + "\n" * text.count("\n")


def statements(text):
    """What stands at file scope, as (text up to its ; or {, line, whether it has a body)."""
    text = DIRECTIVE.sub(lambda match: "\n" * match.group(0).count("\n"),
                         COMMENT_OR_STRING.sub(blank, text))
    begin, depth, inside = 0, 0, 0
    for match in re.finditer(r"[;{}]", text):
        character = match.group(0)
        head = text[begin:match.start()]
        if inside:
            inside += (character == "{") - (character == "}")
            if not inside:
                begin = match.end()
        elif character == "{" and re.search(r'(extern\s*""|namespace\s*\w*)\s*$', head):
            begin = match.end()
        elif character == "}":  # of such a block
            begin = match.end()
        else:
            line = text.count("\n", 0, match.start()) + 1
            yield head, line, character == "{"
            if character == "{":
                inside = 1
            begin = match.end()


def literal_functions(paths):
    """name: [(path, line, whether it is a definition, whether it is a front)]"""
    found = collections.defaultdict(list)
    for path in paths:
        for head, line, body in statements(read(path)):
            if "=" in head or re.match(r"\s*(typedef|struct|union|enum)\b[^()]*$", head):
                continue
            name = re.search(r"\b(" + PUBLIC + r")\s*\(", head)
            if name and head[:name.start()].strip():
                found[name.group(1)].append((path, line, body, "BMILL_FRONT_" in head))
    return found


def long_macros(paths):
    """(path, line, name, number of lines) of macros that are too long."""
    for path in paths:
        text = COMMENT_OR_STRING.sub(blank, read(path))
        for match in re.finditer(r"^[ \t]*#[ \t]*define[ \t]+(\w+)(?:[^\n\\]|\\\n|\\[^\n])*", text, re.M):
            lines = match.group(0).count("\n")  # the first has the name and no body
            if lines > MOST_MACRO_LINES:
                yield path, text.count("\n", 0, match.start()) + 1, match.group(1), lines


# ---- The tools ----

class Seen:
    """What clang says of the headers, all in one file."""

    def __init__(self, flags):
        headers = [os.path.relpath(path, os.path.join(source, "include"))
                   for path in files_below("include", (".h",))]
        self.text = "".join(f"#include <{header}>\n" for header in headers)
        self.command = [clang, "-std=c11", "-x", "c", "-I", os.path.join(source, "include"), *flags]
        self.inline, self.commented = set(), set()
        dump = output_of(*self.command, "-fsyntax-only", "-Xclang", "-ast-dump", "-Xclang",
                         "-ast-dump-filter=bmill_", "-fno-color-diagnostics", "-", input=self.text)
        for declaration in re.split(r"^Dumping .*:$", dump, flags=re.M):
            self.look_at(declaration.lstrip("\n"))
        self.macros = set(re.findall(r"^#define (\w+)(?!.* \1\(.*\bBMILL_INDEX_\()", output_of(
            *self.command, "-E", "-dM", "-", input=self.text), re.M))

    def look_at(self, declaration):
        head, _, rest = declaration.partition("\n")
        named = re.match(r"FunctionDecl .* (" + PUBLIC + r") '[^']*'(.*)", head)
        if not named:
            return
        name, storage = named.groups()
        if " inline" in storage and re.search(r"^[|`]-CompoundStmt", rest, re.M):
            self.inline.add(name)
        comment = re.search(r"^[|`]-FullComment.*\n((?:[ |] .*\n)*)", rest, re.M)
        if comment and re.search(r'TextComment .* Text=".*[a-z]{2}', comment.group(1)):
            self.commented.add(name)


def exported_by(library):
    dynamic = ["-D"] if ".so" in library else ["-g"]
    symbols = output_of(os.environ.get("NM", "nm"), *dynamic, "--defined-only", library)
    return set(re.findall(r"^\S+ T (bmill_(?:bits|isa)_\w*[a-zA-Z0-9])$", symbols, re.M))


def tags(folder, languages):
    lines = output_of(os.environ.get("CTAGS", "ctags"), "--quiet", "-R", "-x", "--_xformat=%N %K",
                      "--languages=" + languages, "--kinds-C=+p", "--kinds-C++=+p",
                      os.path.join(source, folder))
    return {name for name, kind in (line.split(" ", 1) for line in lines.splitlines())
            if kind in ("function", "prototype")}


# ---- The checks ----

class Checks:
    def __init__(self):
        self.passed = self.failed = 0

    def each(self, what, names, wrong):
        """wrong(name) is None, or what is wrong."""
        said = 0
        for name in sorted(names):
            reason = wrong(name)
            if reason is None:
                self.passed += 1
                continue
            self.failed += 1
            said += 1
            if said <= SHOWN:
                print(f"failed: {what}: {name}: {reason}")
        if said > SHOWN:
            print(f"failed: {what}: and {said - SHOWN} more")

    def close(self):
        print(f"{self.passed} passed, {self.failed} failed, 0 skipped")
        return 0 if self.failed == 0 and self.passed > 0 else 1


def shown(path):
    return os.path.relpath(path, source)


def places(found):
    return ", ".join(f"{shown(path)}:{line}" for path, line, *_ in found)


def check_functions(checks, exported, seen):
    inline = set().union(*(view.inline for view in seen))
    public = exported | inline
    in_headers = literal_functions(files_below("include", (".h",)))
    in_library = literal_functions(files_below("lib"))

    def declared(name):
        found = in_headers[name]
        fronts = [place for place in found if place[3]]
        prototypes = [place for place in found if not place[2] and not place[3]]
        bodies = [place for place in found if place[2] and not place[3]]
        if len(prototypes) + len(bodies) == 0:
            return "stands literally in no declaration below include/"
        if len(prototypes) + len(bodies) > 1 or len(fronts) > 1:
            return "is declared more than once: " + places(found)
        if name in exported and bodies:
            return "is exported, and has a body in a header: " + places(found)
        if name not in exported and prototypes:
            return "is inline, and has a prototype without a body: " + places(found)
        return None

    def defined(name):
        found = [place for place in in_library[name]
                 if place[2] and not place[0].endswith("/dispatch/one_isa.c")]
        if len(found) == 1:
            return None
        return "is defined more than once: " + places(found) if found else \
            "is defined literally nowhere below lib/"

    header_tags, library_tags = tags("include", "C,C++"), tags("lib", "C,C++")

    def tagged(name):
        if name not in header_tags:
            return "ctags does not find it below include/"
        if name in exported and name not in library_tags:
            return "ctags does not find it below lib/"
        return None

    checks.each("declared", public, declared)
    checks.each("defined", exported, defined)
    checks.each("tagged", public, tagged)
    for view, flags in zip(seen, OPTIMISED):
        label = " ".join(flags)
        checks.each(f"commented ({label})", exported | view.inline, lambda name: None
                    if name in view.commented else "clang shows no comment of its own on it")
        # With BMILL_DEBUG, inline helpers are told by a macro which file and line calls them.
        checks.each(f"no macro ({label})", exported if "-DBMILL_DEBUG" in flags else public,
                    lambda name: "a macro bears its name" if name in view.macros else None)


def check_text(checks):
    def columns(path):
        long = [number for number, line in enumerate(read(path).split("\n"), 1)
                if len(line) > MOST_COLUMNS]
        return f"lines longer than {MOST_COLUMNS} columns: {long}" if long else None

    def macros(path):
        long = [f"{name} at line {line} has {lines}" for _, line, name, lines in long_macros([path])]
        return f"a macro body of more than {MOST_MACRO_LINES} lines: " + ", ".join(long) \
            if long else None

    checks.each("columns", files_below("include", (".h",)), columns)
    checks.each("macros", files_below("include") +
                [path for path in files_below("lib") if "/lib/tables/" not in path], macros)


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--list"]
    if len(arguments) != 1:
        sys.exit("surface.py: expected the library")
    exported = exported_by(arguments[0])
    seen = [Seen(flags) for flags in OPTIMISED]
    if "--list" in sys.argv:
        for name in sorted(exported.union(*(view.inline for view in seen))):
            print(name, "exported" if name in exported else "inline")
        return 0
    checks = Checks()
    # If nothing is found, nothing is wrong.
    inline = set().union(*(view.inline for view in seen))
    checks.each("found", ["exported", "inline"], lambda kind: None
                if len(exported if kind == "exported" else inline) > 250 else "too few were found")
    check_functions(checks, exported, seen)
    check_text(checks)
    return checks.close()


if __name__ == "__main__":
    sys.exit(main())
