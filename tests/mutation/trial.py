"""Plants a bug in a copy of the sources, builds what it changes, and runs the tests until one fails."""

import filecmp
import glob
import os
import re
import shutil
import signal
import subprocess
import sys
import time

from bugs import read, sources_below

HUNG = 1200  # seconds for a test program; the tests in it have their own limits
# The limit of a test in tests/harness/runner.c, in seconds. Here it is counted in processor time, so that a
# busy machine does not look like a bug; the limit that Check counts is longer by SLACK.
TEST_LIMIT, SLACK = 60, 15
# What the tests refuse at compile time: by an assertion, by the types of a call in a test, or because
# tests/bits/inline is linked without the library.
REFUSED = (r"static.assert|a constant is wrong|tests/\S+ error: passing argument|"
           r"inline.*undefined reference to .bmill_bits_")
MADE_ALONE = 4  # programs that are built one by one, before all others
OTHER_KERNELS = "avx|neon"  # in the names of files: kernels that are left for later
MEMORY, FILE_SIZE = 16 << 30, 1 << 30
WRONG_CALLS = ("int-conversion", "incompatible-pointer-types", "implicit-function-declaration")

# The scripts among the tests, and the part of the build that each runs; the others compile headers.
SCRIPTS = {"scripts/examples": "examples/", "scripts/doc_examples": "include/",
           "scripts/x86_forms": "include/",
           **{f"tools/{os.path.basename(file)[:-3]}": "tools/bitmill" for file in
              glob.glob(os.path.join(os.path.dirname(__file__), "../tools/*.sh"))}}

# For words in the names of files: the tests that notice first, where the names do not tell.
TOPICS = {"avx2": "operations", "avx512": "operations", "batch": "decode",
          "blocks": "many positional", "builtins": "count", "compare": "values bit",
          "count": "operations", "cpu": "isa", "dispatch": "isa", "ends": "operations",
          "exchange": "matrix", "find": "operations bit", "generic": "word", "hex": "text",
          "index": "decode", "interleave": "move", "line": "decode", "lists": "index",
          "logic": "operations", "neon": "operations", "op": "operations", "ops": "operations",
          "pext": "move", "rows": "isa", "shapes": "operations", "simd": "operations",
          "steps": "pext", "test": "operations", "vec128": "operations",
          "words": "operations select", "xmm": "operations"}


def name_of(program):
    """tests/bits/move is bits/move, tests/tools/count.sh is tools/count"""
    return re.sub(r"^tests/|\.sh$", "", program)


def is_named(program, name):
    """Whether a list may call the program so: bits/move or, as it is in no other directory, move."""
    return f"/{name_of(program)}".endswith(f"/{name}")


def compiler():
    """CC, through ccache where there is one: most objects are those of an earlier bug or run."""
    chosen = os.environ.get("CC", "gcc")
    return chosen if "ccache" in chosen or not shutil.which("ccache") else "ccache " + chosen


def end_session(process):
    """Check passes SIGTERM on to the running test, which has a process group of its own."""
    try:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    except ProcessLookupError:
        process.wait()


def failure_in(lines):
    """What the lines that a program has printed so far say of a failure: "" if nothing."""
    for line in lines:
        if re.match("not ok|FAILED: |failed: ", line):
            late = "timeout expired" in line or f"signal {int(signal.SIGXCPU)} " in line
            return "failed by its time limit" if late else "failed"
    return ""


def changed_files(tree, clean):
    """(path, file, clean file) of the files that were written since the copy was made."""
    for directory, _, names in os.walk(tree):
        for name in names:
            now = os.path.join(directory, name)
            path = os.path.relpath(now, tree)
            was = os.path.join(clean, path)
            if not os.path.exists(was) or os.stat(was).st_mtime_ns != os.stat(now).st_mtime_ns:
                yield path, now, was


def put_back(tree, clean):
    for _, now, was in list(changed_files(tree, clean)):
        os.remove(now)  # and not written to: it may be a program that still runs
        if os.path.exists(was):
            shutil.copy2(was, now)


class Build:
    """A copy of the sources and a build of it, and a copy of both without any bug."""

    def __init__(self, root, work):
        os.makedirs(work, exist_ok=True)
        self.root = root
        self.src, self.clean_src = os.path.join(work, "src"), os.path.join(work, "clean_src")
        self.build, self.clean = os.path.join(work, "build"), os.path.join(work, "clean")
        # What passes without any bug: a program and a seed in a line.
        self.passing = os.path.join(self.clean, "passing")
        self.log, self.output = os.path.join(work, "build.log"), os.path.join(work, "test.log")
        if not self.fits():
            self.prepare()
        self.put_back()
        with open(self.passing, "a", encoding="utf-8"):
            pass
        scripts = [test for test in self.listed("list-tests")
                   if test.endswith(".sh") and name_of(test) in SCRIPTS]
        self.programs = self.listed("list-check-programs") + scripts
        self.seconds = dict.fromkeys(self.programs, 0)  # for those that have run

    def listed(self, target):
        return subprocess.run(["make", "-s", target], cwd=self.build, text=True, check=True,
                              capture_output=True).stdout.split()

    def fits(self):
        """Whether the copies are complete and those of the sources as they are now."""
        if not os.path.exists(os.path.join(self.clean, "complete")):
            return False
        now, then = sources_below(self.root), sources_below(self.clean_src)
        return now == then and all(
            filecmp.cmp(os.path.join(self.root, path), os.path.join(self.clean_src, path), False)
            for path in now)

    def prepare(self):
        for directory in (self.src, self.clean_src, self.build, self.clean):
            shutil.rmtree(directory, ignore_errors=True)
        ignored = shutil.ignore_patterns(".git", "*.o", "*.lo", ".libs", ".deps", "autom4te.cache",
                                         "config.status", "build", "bitmill-0*", "__pycache__")
        shutil.copytree(self.root, self.src, symlinks=True, ignore=ignored)
        for made in ("Makefile", "config.h"):  # by ./configure in the sources
            if os.path.exists(os.path.join(self.src, made)):
                os.remove(os.path.join(self.src, made))
        os.mkdir(self.build)
        flags = " ".join(["-O1"] + [f"-Werror={warning}" for warning in WRONG_CALLS])
        # By a relative path, so that ccache sees the same commands in each copy.
        command = ["../src/configure", "-q", "--disable-shared", f"CFLAGS={flags}", f"CC={compiler()}"]
        if not (self.logged(command) and self.make()):
            sys.exit(f"mutate.py: the sources do not build: see {self.log}")
        shutil.copytree(self.src, self.clean_src, symlinks=True)
        shutil.copytree(self.build, self.clean, symlinks=True)
        with open(os.path.join(self.clean, "complete"), "w", encoding="utf-8"):
            pass

    def put_back(self):
        put_back(self.src, self.clean_src)
        put_back(self.build, self.clean)

    def plant(self, bug):
        path = os.path.join(self.src, bug.path)
        text = read(path)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"{text[:bug.begin]} {bug.replacement} {text[bug.end:]}")

    def make(self, program=None, without=()):
        """Builds what a program needs; without one, everything. Some files are taken as they are."""
        target = SCRIPTS.get(name_of(program), program) if program else None
        targets = [target] if target and not target.endswith("/") else ["check", "TESTS="]
        return self.logged(["make", "-s", *(f"--old-file={path}" for path in without), *targets])

    def other_kernels(self):
        """The objects with the kernels of all instruction sets but the first."""
        return [os.path.relpath(os.path.join(directory, name), self.build)
                for directory, _, names in os.walk(os.path.join(self.build, "lib"))
                for name in names if re.search(f"({OTHER_KERNELS})" + r".*\.lo$", name)]

    def logged(self, command):
        """Runs a command to its end; whether it succeeds. What it starts ends with this script."""
        with open(self.log, "w", encoding="utf-8") as log:
            process = subprocess.Popen(command, cwd=self.build, stdout=log, stderr=log,
                                       start_new_session=True)
        try:
            return process.wait() == 0
        finally:
            if process.returncode is None:
                end_session(process)

    def errors(self):
        return [line for line in read(self.log).splitlines()
                if "error:" in line or "undefined reference" in line]

    def differs(self, pattern):
        """Whether a file whose path matches has other contents than without a bug."""
        return any(re.match(pattern, path) and os.path.exists(was) and not filecmp.cmp(now, was, False)
                   for path, now, was in changed_files(self.build, self.clean))

    def affects(self, bug, program):
        part = SCRIPTS.get(name_of(program), program)
        if part == "include/":
            return bug.path.startswith(part)
        return self.differs(re.escape(part) + ("" if part.endswith("/") else "$"))

    def draws(self, program):
        """Whether a program does something else with another seed: it names the variable then."""
        if program.endswith(".sh"):
            return False
        with open(os.path.join(self.build, program), "rb") as file:
            return b"BMILL_SEED" in file.read()

    def run(self, program, seed, src=None, build=None):
        """ "passed", "failed", "failed by its time limit", "skipped" or "hung" """
        src, build = src or self.src, build or self.build
        tap = self.output + ".tap"
        if os.path.exists(tap):
            os.remove(tap)
        environment = dict(os.environ, BMILL_SEED=seed, CK_TAP_LOG_FILE_NAME=tap, srcdir=src,
                           BMILL_FAILED_SEEDS=os.devnull, CK_TIMEOUT_MULTIPLIER=str(SLACK),
                           BITMILL="./tools/bitmill", CC=os.environ.get("CC", "gcc"),
                           CXX=os.environ.get("CXX", "g++"))
        environment.pop("BMILL_ISA", None)
        path = os.path.join(src, program)
        command = ["sh", path] if program.endswith(".sh") else ["./" + program]
        limits = (f"ulimit -c 0; ulimit -S -t {TEST_LIMIT}; ulimit -f {FILE_SIZE >> 9}; "
                  f"ulimit -v {MEMORY >> 10}; ")
        with open(self.output, "w", encoding="utf-8") as output:
            process = subprocess.Popen(["sh", "-c", limits + 'exec "$@"', "sh", *command], cwd=build,
                                       stdout=output, stderr=output, env=environment,
                                       start_new_session=True)
        return self.wait(process, tap)

    def printed(self, tap):
        path = tap if os.path.exists(tap) else self.output
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read().splitlines()

    def wait(self, process, tap):
        """Waits until the program ends, but no longer than until its first test has failed."""
        began = time.time()
        try:
            while process.poll() is None:
                time.sleep(0.02)
                failure = failure_in(self.printed(tap))
                if failure or time.time() - began > HUNG:
                    return failure or "hung"
        finally:
            if process.returncode is None:
                end_session(process)
        if process.returncode in (0, 77):
            return "skipped" if process.returncode else "passed"
        if process.returncode in (-signal.SIGXCPU, 128 + signal.SIGXCPU):
            return failure_in(self.printed(tap)) or "hung"
        return failure_in(self.printed(tap)) or "failed"

    def result(self, program, seed):
        """As run; a program that fails must pass without the bug."""
        began = time.time()
        found = self.run(program, seed)
        if found == "passed":
            self.seconds[program] = time.time() - began
        elif found != "skipped" and f"{program} {seed}\n" not in read(self.passing):
            without = self.run(program, seed, self.clean_src, self.clean)
            if without != "passed":
                sys.exit(f"mutate.py: {program}: {without} without any bug, with BMILL_SEED={seed}")
            with open(self.passing, "a", encoding="utf-8") as file:
                file.write(f"{program} {seed}\n")
        return found


def words_of(text):
    words = set(re.findall("[a-z0-9]+", text.lower().replace("_", " ")))
    for word in list(words):
        words.update(TOPICS.get(word, "").split())
    return words - {"h", "c", "sh", "bitmill", "bmill", "bits", "test", "set", "clear", "x86"}


def in_order(build, bug):
    """The programs, those first that are likely to notice; only those that the bug names, if any."""
    if bug.programs:
        return [program for name in bug.programs for program in build.programs
                if is_named(program, name)]
    file_words, name_words = words_of(os.path.basename(bug.path)), words_of(bug.function)

    def rank(program):
        words = set(re.findall("[a-z0-9]+", os.path.basename(program).replace("_", " ")))
        score = 2 * bool(words & file_words) + bool(words & name_words)
        if bug.path.startswith("tools/"):
            score += name_of(program).startswith("tools/")
        return -score, program.endswith(".sh"), build.seconds[program]
    return sorted(build.programs, key=rank)


def run_seeds(build, program, seeds, killers):
    """Runs a program with the seeds that have no killer yet: the last result."""
    result = ""
    for seed in [seed for seed in seeds if seed not in killers]:
        result = build.result(program, seed)
        draws = build.draws(program)
        if result.startswith("failed"):
            for each in [seed] if draws else seeds:
                killers[each] = name_of(program) + result[len("failed"):]
        if result in ("hung", "skipped") or not draws:
            break
    return result


def try_programs(build, bug, seeds, programs, alone, without=()):
    """Builds and runs programs, until each seed has one that fails: result and who. The first ones
    are built alone; files of `without` stay as they are without the bug."""
    killers, others = {}, []
    for at, program in enumerate(programs):
        if at <= alone and not build.make(program if at < alone else None, without):
            errors = " ".join(build.errors()) or "no message"
            if re.search(REFUSED, errors):
                tests = re.findall(r"tests/[\w/]*(?=\.c|-\w*\.o|: error)", errors)
                return "caught", ", ".join(sorted(set(map(name_of, tests)))) or name_of(program)
            return "does not compile", errors[:150]
        result = run_seeds(build, program, seeds, killers) if build.affects(bug, program) else "same"
        if len(killers) == len(seeds):
            return "caught", ", ".join(sorted(set(killers.values())))
        others.append(f"{name_of(program)} {result}")
    if not build.differs(r".*\.o$"):
        return "no difference", ""
    if all(other.endswith("skipped") for other in others):
        return "skipped", "none of its programs can run here"
    some = [f"with seed {seed}: {program}" for seed, program in killers.items()]
    hung = [other for other in others if other.endswith(" hung")]
    return "hung" if hung else "not caught", ", ".join(hung + some)


def attempt(build, bug, seeds):
    """Whether a bug that is planted is caught, and by whom. A bug in kernels is tried in those of one
    instruction set first: mostly that is enough, and most of the time goes into compiling them."""
    programs = in_order(build, bug)
    if not programs:
        return "skipped", "none of its programs is built here"
    alone = len(programs) if bug.programs else MADE_ALONE
    if bug.path.startswith("lib/") and not re.search(OTHER_KERNELS, bug.path):
        found = try_programs(build, bug, seeds, programs[:alone], alone, build.other_kernels())
        if found[0] == "caught":
            return found
    return try_programs(build, bug, seeds, programs, alone)
