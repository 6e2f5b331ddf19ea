#!/usr/bin/env python3
"""documents.py [--update] [FILE ...]: runs what is in the fenced blocks of documents, and compares.

Without files: README.md, CONTRIBUTING.md, docs/*.md and docs/course/*.md. The word after the three
backquotes that open a block says what it is:

  console         lines that begin with "$ " are run by sh; what follows up to the next one is
                  exactly what it prints, errors too. A command that ends in \\ goes on in the next
                  line, after "> ". A status other than 0 is a last line "[exit status N]".
  console varies  likewise, but all numbers in the output are the same number, and blanks count as
                  one: for times and speeds
  c               a file, or declarations at file level: compiled by gcc and clang, with bitmill.h,
                  stdio.h, stdint.h and stdbool.h in front. With a main it is run. What it prints
                  stands in the block `output` that follows; without that, in a comment at the end
                  of each line that prints.
  c file=NAME.c   likewise, and written to that file for the commands that follow
  c body          statements, compiled inside of a function
  c from=PATH     these words stand one after the other in this file of the sources; so do those of
                  cmake, make and meson
  output          what the program above prints
  diff            lines to add to the sources: tests/scripts/course_operation.sh applies them
  text            neither run nor compared

Each document has a directory of its own, in which its commands run one after the other. It is
empty, but for a copy of what is in the folder `exercises` beside the document. The command and the
examples are on PATH. A program's local variables begin full of noise, so that one that forgets to
zero its bitmaps is found.

A command that says that `bitmill grade` cannot work here, since a sandbox or a program for proofs
is missing, is skipped, and named.

With --update, what was printed takes the place of what was expected: look at the difference.

Run from the build directory. Environment: BITMILL (default ./tools/bitmill), EXAMPLES (./examples),
CC (gcc), srcdir. Closes with "N passed, N failed, N skipped".
"""
import concurrent.futures
import difflib
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

FRONT = "#include <bitmill.h>\n#include <stdbool.h>\n#include <stdint.h>\n#include <stdio.h>\n"
WARNINGS = ["-std=c11", "-Wall", "-Wextra", "-Werror"]
MISSING = re.compile(
    r"bitmill: grade: (--prove needs|this needs Linux|no C compiler|neither bubblewrap)")
SECONDS = 60  # for one command
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "docs/*.md", "docs/course/*.md"]
INFO = re.compile(r"(console( varies)?|c|c body|c file=\S+|(c|cmake|make|meson) from=\S+|"
                  r"diff|output|text)$")

source = os.path.abspath(os.environ.get("srcdir", "."))
build = os.getcwd()
include = "-I" + os.path.join(source, "include")
compiler = os.environ.get("CC", "gcc").split()


class Block:
    """A fenced block: its first line is line + 1 of the document."""

    def __init__(self, info, line):
        self.info, self.line, self.lines = info, line, []

    def text(self):
        return "".join(line + "\n" for line in self.lines)

    def is_c(self):
        return re.match(r"c($| body| file=)", self.info)

    def is_program(self):
        return self.is_c() and re.search(r"^int main\(", self.text(), re.M)

    def option(self, name):
        found = re.search(name + r"=(\S+)", self.info)
        return found and found.group(1)


class Command:
    """A command of a console: its text, and the lines that it is expected to print."""

    def __init__(self, line, text):
        self.line, self.text, self.expected = line, text, []


class Document:
    def __init__(self, path):
        self.path = path
        self.name = os.path.relpath(path, source) if path.startswith(source + "/") else path
        self.blocks, self.report = [], []
        self.passed = self.skipped = self.failed = 0
        self.changes = {}  # first and last line: what they are to become
        with open(path, encoding="utf-8") as file:
            self.lines = file.read().split("\n")

    def fail(self, line, message, details=""):
        self.failed += 1
        self.report.append(f"failed: {self.name}:{line}: {message}")
        self.report += ["    " + detail for detail in details.splitlines()]

    def compare(self, line, what, expected, got, varies=False):
        """Compares lists of lines, of which those that are expected stand after `line`."""
        if [plain(x, varies) for x in expected] == [plain(x, varies) for x in got]:
            self.passed += 1
            return
        difference = difflib.unified_diff(expected, got, "expected", "got", lineterm="", n=2)
        self.fail(line, what, "\n".join(difference))
        self.changes[line, line + len(expected)] = got


def plain(line, varies):
    """The line as it is compared."""
    if not varies:
        return line
    return re.sub(r"\s+", " ", re.sub(r"\d[\d.,]*", "1", line)).rstrip()


# ---- Reading ----


def read_blocks(document):
    """Finds the blocks; what is not in order is a failure."""
    block = None
    for number, line in enumerate(document.lines, 1):
        fence = re.match(r"( *)(```+|~~~+)(.*)", line)
        if not fence:
            if block:
                block.lines.append(line)
        elif fence.group(1) or fence.group(2) != "```":
            document.fail(number, f"'{line}': expected ``` at the beginning of the line")
        elif not block:
            block = Block(fence.group(3).strip(), number)
        elif fence.group(3).strip():
            document.fail(number, f"the block of line {block.line} is not closed before this one")
            block = Block(fence.group(3).strip(), number)
        else:
            document.blocks.append(block)
            block = None
    if block:
        document.fail(block.line, "the block is not closed")
    for block in document.blocks:
        check_info(document, block)


def check_info(document, block):
    if not INFO.match(block.info):
        document.fail(block.line, f"unknown kind of block '{block.info}': expected console, "
                      "console varies, c, c body, c file=NAME.c, c (or cmake, make, meson) "
                      "from=PATH, diff, output or text")
    if block.info.startswith("c file=") and not re.match(r"\w+\.c$", block.option("file")):
        document.fail(block.line, f"'{block.option('file')}': expected a name such as mine.c")
    if block.info == "output":
        before = document.blocks[: document.blocks.index(block)]
        if not before or not before[-1].is_program():
            document.fail(block.line, "output: expected after a program (a block of C with a main)")


def read_commands(document, block):
    commands, command = [], None
    more = False  # the command goes on
    for number, line in enumerate(block.lines, block.line + 1):
        if line.startswith("$ "):
            command = Command(number, line[2:])
            commands.append(command)
            more = line.endswith("\\")
        elif more and line.startswith("> "):
            command.text = command.text[:-1] + line[2:]
            command.line = number
            more = line.endswith("\\")
        elif command:
            command.expected.append(line)
        else:
            document.fail(number, f"'{line}': expected a command, after '$ '")
    if not block.lines:
        document.fail(block.line, "an empty console: expected a command, after '$ '")
    return commands


# ---- Commands ----


def run(command, directory, environment=None):
    """What it prints, in lines, and its exit status."""
    try:
        done = subprocess.run(command, cwd=directory, env=environment, timeout=SECONDS,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)
        output, status = done.stdout, done.returncode
    except subprocess.TimeoutExpired as late:
        output, status = (late.stdout or b"") + b"\n[no end after %d seconds]" % SECONDS, 0
    except OSError as error:
        output, status = str(error).encode(), 127
    return output.decode("utf-8", "replace"), 128 - status if status < 0 else status


def lines_of(output, status):
    lines = output.split("\n")
    if lines[-1] == "":
        lines.pop()
    return lines + ([f"[exit status {status}]"] if status else [])


def environment_of(directory):
    """The one in which commands run, with the command under test first on PATH."""
    environment = dict(os.environ, LC_ALL="C")
    for name in "BMILL_ISA", "CC", "MAKEFLAGS":  # grade obeys CC
        environment.pop(name, None)
    programs = os.path.join(directory, "bin")
    os.mkdir(programs)
    bitmill = os.path.abspath(os.environ.get("BITMILL", "./tools/bitmill"))
    os.symlink(bitmill, os.path.join(programs, "bitmill"))
    examples = os.path.abspath(os.environ.get("EXAMPLES", "./examples"))
    environment["PATH"] = os.pathsep.join([programs, examples, os.path.join(examples, "course"),
                                           os.environ["PATH"]])
    return environment


def run_console(document, block, work, environment):
    for command in read_commands(document, block):
        got = lines_of(*run(["sh", "-c", command.text], work, environment))
        if got and MISSING.match(got[0]) and got[0] not in command.expected:
            document.skipped += 1
            document.report.append(f"skipped: {document.name}:{command.line}: {got[0]}")
            continue
        document.compare(command.line, f"$ {command.text}", command.expected, got,
                         block.info.endswith("varies"))


# ---- C ----


def c_source(document, block):
    """The whole file, in which the compiler counts the document's lines."""
    mark = f'#line {block.line + 1} "{document.name}"\n'
    if block.info == "c body":
        head = f"void block_{block.line}(void)"
        return FRONT + head + ";\n" + head + "\n{\n" + mark + block.text() + "}\n"
    return FRONT + mark + block.text()


def compilers():
    """gcc and clang, as far as they are here, and those that are not."""
    names = {"gcc": ["gcc"], "clang": ["clang"]}
    there = [names[name] for name in names if shutil.which(name)]
    return there or [compiler], [name for name in names if not shutil.which(name)]


def compile_blocks(document, directory):
    """All fragments in one call of each compiler; which of them failed is in what it says."""
    blocks = [block for block in document.blocks if block.is_c()]
    for body in False, True:
        files = {}
        for block in blocks:
            if (block.info == "c body") == body:
                path = os.path.join(directory, f"block_{block.line}.c")
                files[path] = block
                with open(path, "w", encoding="utf-8") as file:
                    file.write(c_source(document, block))
        # A fragment may set a variable that the text then speaks about.
        loose = ["-Wno-unused-variable", "-Wno-unused-but-set-variable"] if body else []
        for command in compilers()[0] if files else []:
            compile_files(document, command + WARNINGS + loose + [include], files)


def compile_files(document, command, files):
    output, status = run(command + ["-fsyntax-only"] + list(files), build)
    if status == 0:
        document.passed += len(files)
        return
    for path, block in files.items():  # one by one, to tell which
        output, status = run(command + ["-fsyntax-only", path], build)
        if status == 0:
            document.passed += 1
        else:
            document.fail(block.line, f"{command[0]} does not compile this", output)


def variable(name):
    """A variable of the build's Makefile, in words."""
    with open("Makefile", encoding="utf-8") as makefile:
        found = re.search(rf"^{name} = (.*)$", makefile.read(), re.M)
    return found.group(1).split() if found else []


def noise():
    """The flag that fills variables, if the compiler has it."""
    flag = "-ftrivial-auto-var-init=pattern"
    status = run(compiler + [flag, "-fsyntax-only", "-xc", "/dev/null"], build)[1]
    return [flag] if status == 0 else []


def run_program(document, block, directory, work):
    object_file = os.path.join(directory, f"block_{block.line}.o")
    program = object_file[:-2]
    flags = variable("CFLAGS")
    output, status = run(compiler + flags + noise() + [include, "-c", program + ".c", "-o",
                         object_file], build)
    if status == 0:
        link = ["./libtool", "--quiet", "--tag=CC", "--mode=link"] + compiler + flags
        output, status = run(link + variable("LDFLAGS") +
                             [object_file, "libbitmill.la", "-o", program], build)
    if status != 0:
        document.fail(block.line, "the program does not link", output)
        return
    following = document.blocks[document.blocks.index(block) + 1 :]
    printed = lines_of(*run([program], work))
    if following and following[0].info == "output":
        document.compare(following[0].line, "the program's output", following[0].lines, printed)
    else:
        expected = re.findall(r"printf\(.*\); */\* (.*) \*/$", block.text(), re.M)
        document.compare(block.line, "what the comments say is printed", expected, printed)
        document.changes.pop((block.line, block.line + len(expected)), None)  # not to be updated


def find_words(document, block):
    path = block.option("from")
    try:
        with open(os.path.join(source, path), encoding="utf-8") as file:
            text = file.read()
    except OSError as error:
        document.fail(block.line, f"{path}: {error.strerror}")
        return
    words = block.text().split()
    if words and " ".join(words) in " ".join(text.split()):  # lines may be broken elsewhere
        document.passed += 1
    else:
        document.fail(block.line, f"this does not stand in {path}", block.text())


# ---- Documents ----


def run_block(document, block, directory, work, environment):
    if block.option("file"):
        with open(os.path.join(work, block.option("file")), "w", encoding="utf-8") as file:
            file.write(block.text())
    if block.option("from"):
        find_words(document, block)
    elif block.is_program():
        run_program(document, block, directory, work)
    elif block.info.startswith("console"):
        run_console(document, block, work, environment)


def run_document(path):
    document = Document(path)
    read_blocks(document)
    if document.failed:
        return document
    with tempfile.TemporaryDirectory(prefix="bitmill-document.") as directory:
        work = os.path.join(directory, "work")
        os.mkdir(work)
        for exercise in glob.glob(os.path.join(os.path.dirname(path), "exercises", "*")):
            shutil.copyfile(exercise, os.path.join(work, os.path.basename(exercise)))
        environment = environment_of(directory)
        compile_blocks(document, directory)
        for block in document.blocks:
            run_block(document, block, directory, work, environment)
    return document


def update(document):
    for (first, last), lines in sorted(document.changes.items(), reverse=True):
        document.lines[first:last] = lines
    with open(document.path, "w", encoding="utf-8") as file:
        file.write("\n".join(document.lines))


def main():
    arguments = sys.argv[1:]
    updates = "--update" in arguments
    files = [argument for argument in arguments if argument != "--update"]
    for file in files:
        if not os.path.isfile(file):
            sys.exit(f"documents.sh: '{file}': expected a document, or --update")
    for pattern in [] if files else DOCUMENTS:
        files += sorted(glob.glob(os.path.join(source, pattern)))
    with concurrent.futures.ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        documents = list(pool.map(run_document, [os.path.abspath(file) for file in files]))
    for document in documents:
        print("\n".join(document.report), end="\n" if document.report else "")
        if updates and document.changes:
            update(document)
    skipped = sum(d.skipped for d in documents)
    for name in compilers()[1]:
        print(f"skipped: the C in the documents by {name}, which is not installed")
        skipped += 1
    passed, failed = sum(d.passed for d in documents), sum(d.failed for d in documents)
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
