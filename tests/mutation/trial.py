"""Plants a bug in a copy of the sources, builds what it changes, and runs the tests until one fails."""

import filecmp
import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time

from bugs import read, sources_below

HUNG = 600  # seconds for a test program; the tests in it have their own limits, about a minute
# What the tests refuse at compile time; tests/bits/inline is linked without the library.
REFUSED = r"static.assert|a constant is wrong|inline.*undefined reference to .bmill_bits_"
MADE_ALONE = 4  # programs that are built one by one, before all others
MEMORY = 16 << 30
WRONG_CALLS = ("int-conversion", "incompatible-pointer-types", "implicit-function-declaration")

# The scripts among the tests, and the part of the build that each runs; the others compile headers.
SCRIPTS = {"tests/scripts/tool.sh": "tools/bitmill", "tests/scripts/examples.sh": "examples/",
           "tests/scripts/doc_examples.sh": "include/", "tests/scripts/x86_forms.sh": "include/"}

# For words in the names of files: the tests that notice first, where the names do not tell.
TOPICS = {"batch": "decode", "blocks": "many positional", "builtins": "count", "compare": "values bits",
          "cpu": "isa", "dispatch": "isa", "exchange": "matrix", "find": "kernels bits",
          "generic": "word", "hex": "text", "index": "decode", "interleave": "move",
          "lists": "index", "pext": "move", "rows": "ternary", "shapes": "kernels",
          "tail": "kernels", "tmpl": "kernels", "words": "kernels select", "xmm": "kernels"}


def limit():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (HUNG, HUNG))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 30, 1 << 30))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


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
            return "failed by its time limit" if "timeout expired" in line else "failed"
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
        self.root = root
        self.src, self.clean_src = os.path.join(work, "src"), os.path.join(work, "clean_src")
        self.build, self.clean = os.path.join(work, "build"), os.path.join(work, "clean")
        self.log, self.output = os.path.join(work, "build.log"), os.path.join(work, "test.log")
        self.is_new = not self.fits()
        if self.is_new:
            self.prepare()
        self.put_back()
        listed = subprocess.run(["make", "-s", "list-check-programs"], cwd=self.build, text=True,
                                check=True, capture_output=True).stdout.split()
        self.seconds = self.measure(listed + list(SCRIPTS))
        self.programs = list(self.seconds)

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
        command = [os.path.join(self.src, "configure"), "-q", "--disable-shared", f"CFLAGS={flags}"]
        if "CC" in os.environ:
            command.append(f"CC={os.environ['CC']}")
        if not (self.logged(command) and self.make()):
            sys.exit(f"mutate.py: the sources do not build: see {self.log}")
        shutil.copytree(self.src, self.clean_src, symlinks=True)
        shutil.copytree(self.build, self.clean, symlinks=True)
        with open(os.path.join(self.clean, "complete"), "w", encoding="utf-8"):
            pass

    def put_back(self):
        put_back(self.src, self.clean_src)
        put_back(self.build, self.clean)

    def measure(self, programs):
        """The seconds that each program takes; those that cannot run here are left out."""
        path = os.path.join(self.clean, "seconds.json")
        if os.path.exists(path):
            return json.loads(read(path))
        seconds = {}
        for program in programs:
            began = time.time()
            result = self.run(program, "1")
            if result == "skipped":
                print(f"skipped: {program}: cannot run here")
            elif result != "passed":
                sys.exit(f"mutate.py: {program}: {result} without any bug: see {self.output}")
            else:
                seconds[program] = time.time() - began
        with open(path, "w", encoding="utf-8") as file:
            json.dump(seconds, file)
        return seconds

    def plant(self, bug):
        path = os.path.join(self.src, bug.path)
        text = read(path)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text[:bug.begin] + (bug.replacement or " ") + text[bug.end:])

    def make(self, program=None):
        """Builds what a program needs; without one, everything."""
        target = SCRIPTS.get(program, program)
        targets = [target] if target and not target.endswith("/") else ["check", "TESTS="]
        return self.logged(["make", "-s", *targets])

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
        part = SCRIPTS.get(program, program)
        if part == "include/":
            return bug.path.startswith(part)
        return self.differs(re.escape(part) + ("" if part.endswith("/") else "$"))

    def draws(self, program):
        """Whether a program does something else with another seed: it names the variable then."""
        if program in SCRIPTS:
            return False
        with open(os.path.join(self.build, program), "rb") as file:
            return b"BMILL_SEED" in file.read()

    def run(self, program, seed):
        """ "passed", "failed", "failed by its time limit", "skipped" or "hung" """
        tap = self.output + ".tap"
        if os.path.exists(tap):
            os.remove(tap)
        environment = dict(os.environ, BMILL_SEED=seed, CK_TAP_LOG_FILE_NAME=tap, srcdir=self.src,
                           BITMILL="./tools/bitmill", CC=os.environ.get("CC", "gcc"),
                           CXX=os.environ.get("CXX", "g++"))
        environment.pop("BMILL_ISA", None)
        command = ["sh", os.path.join(self.src, program)] if program in SCRIPTS else ["./" + program]
        with open(self.output, "w", encoding="utf-8") as output:
            process = subprocess.Popen(command, cwd=self.build, stdout=output, stderr=output,
                                       env=environment, start_new_session=True, preexec_fn=limit)
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
        return failure_in(self.printed(tap)) or "failed"


def words_of(text):
    words = set(re.findall("[a-z0-9]+", text.lower().replace("_", " ")))
    for word in list(words):
        words.update(TOPICS.get(word, "").split())
    return words - {"h", "c", "sh", "bitmill", "bmill", "bits", "test", "set", "clear", "x86"}


def in_order(build, bug):
    """The programs, those first that are likely to notice."""
    file_words, name_words = words_of(os.path.basename(bug.path)), words_of(bug.function)

    def rank(program):
        words = words_of(os.path.basename(program))
        score = 2 * bool(words & file_words) + bool(words & name_words)
        if bug.path.startswith("tools/"):
            score = program == "tests/scripts/tool.sh"
        return program not in bug.programs, -score, program in SCRIPTS, build.seconds[program]
    return sorted(build.programs, key=rank)


def run_seeds(build, program, seeds, killers):
    """Runs a program with the seeds that have no killer yet; whether it hangs."""
    for seed in [seed for seed in seeds if seed not in killers]:
        result = build.run(program, seed)
        draws = build.draws(program)
        if result.startswith("failed"):
            for each in [seed] if draws else seeds:
                killers[each] = program + result[len("failed"):]
        if result == "hung" or not draws:
            return result == "hung"
    return False


def attempt(build, bug, seeds):
    """Builds and runs program after program, until each seed has one that fails: result and who."""
    killers, hung = {}, []
    for at, program in enumerate(in_order(build, bug)):
        if at <= MADE_ALONE and not build.make(program if at < MADE_ALONE else None):
            errors = " ".join(build.errors()) or "no message"
            if re.search(REFUSED, errors):
                return "caught", "the compiler or linker"
            return "does not compile", errors[:150]
        if build.affects(bug, program) and run_seeds(build, program, seeds, killers):
            hung.append(program)
        if len(killers) == len(seeds):
            return "caught", ", ".join(sorted(set(killers.values())))
    if not build.differs(r".*\.o$"):
        return "no difference", ""
    some = [f"with seed {seed}: {program}" for seed, program in killers.items()]
    return "hung" if hung else "not caught", ", ".join(hung + some)


class Runner:
    """Tries bugs, and keeps the results in a file of the directory `work`."""

    def __init__(self, root, work, seeds):
        os.makedirs(work, exist_ok=True)
        self.seeds, self.runnable = seeds, {}
        self.path = os.path.join(work, "results.json")
        self.build = Build(root, os.path.abspath(work))
        self.results = json.loads(read(self.path)) if os.path.exists(self.path) else {}
        if self.build.is_new:  # other sources, or tests that may notice more
            self.results = {line: found for line, found in self.results.items()
                            if found["result"] == "caught"}

    def can_run(self, bug):
        """Whether this machine runs the kernels in which the bug is."""
        isa = re.match("lib/(?:simd|dispatch)/(avx2|avx512)", bug.path)
        if not isa:
            return True
        if isa.group(1) not in self.runnable:
            environment = dict(os.environ, BMILL_REQUIRE_ISA=isa.group(1))
            self.runnable[isa.group(1)] = subprocess.run(
                ["./tests/dispatch/isa"], cwd=self.build.build, env=environment, check=False,
                stdout=subprocess.DEVNULL).returncode == 0
        return self.runnable[isa.group(1)]

    def result(self, bug):
        if bug.line in self.results:
            return self.results[bug.line]
        if not self.can_run(bug):
            return {"result": "skipped", "by": "this machine cannot run it", "seconds": 0}
        began = time.time()
        try:
            self.build.plant(bug)
            result, by = attempt(self.build, bug, self.seeds)
        finally:
            self.build.put_back()
        seconds = round(time.time() - began, 1)
        self.results[bug.line] = {"result": result, "by": by, "seconds": seconds}
        with open(self.path + ".new", "w", encoding="utf-8") as file:
            json.dump(self.results, file, indent=1, ensure_ascii=False)
        os.replace(self.path + ".new", self.path)
        return self.results[bug.line]
