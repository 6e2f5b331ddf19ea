#!/usr/bin/python3
"""Proves the helpers of bitmill/word.h with z3: for all inputs, each equals its specification and
has no undefined behaviour. See docs/proofs.md for what that covers.

usage: prove.py [--verb NAME] [--width N] [--config NAME] [--jobs N] [--timeout S]
                [--include DIR] [--table FILE]
"""

import argparse
import multiprocessing
import os
import re
import shutil
import sys
import tempfile
import time
from collections import namedtuple

try:
    import z3  # noqa: F401, first of all to see that it is there
except ImportError:
    sys.exit("make prove needs z3 for python (Debian: apt-get install python3-z3), and\n"
             + sys.executable + " has none.")

import compile
import confirm
import macros
import proof
import specs
import table
from llvmir import UnknownIR

HERE = os.path.dirname(os.path.abspath(__file__))
NAME = re.compile(r"(?:bmill|planted|macro)_(\w+?)_[ui](8|16|32|64)(?:__(\w+))?")

# verb and width name the specification. config: the configuration whose IR is translated. shared:
# all those that have the same body. label: the name of the macro, or what is wrong with a planted
# bug, else None.
Task = namedtuple("Task", "name verb width config shared label")
Done = namedtuple("Done", "task result note")


class Inputs:
    """The IR of all configurations and the compiled libraries, made once for all proofs."""

    def __init__(self, directory, include, configurations):
        self.directory, self.include = directory, include
        self.headers = os.path.join(directory, "headers.c")
        with open(self.headers, "w") as f:
            f.write("#include <bitmill/word.h>\n")
        self.modules, self.libraries = {}, {}
        for config in configurations:
            self.read(config, self.headers, compile.CONFIGURATIONS[config])
        names = macros.defined(include)
        self.unknown_macros = macros.forgotten(names)
        source = os.path.join(directory, "macros.c")
        with open(source, "w") as f:
            f.write(macros.functions(names))
        self.read("macro", source, [])
        self.read("planted", os.path.join(HERE, "planted.c"), [])

    def read(self, config, source, flags):
        include = self.include
        module = compile.read_ir(source, flags, include)
        checked = compile.read_ir(source, flags + compile.SANITIZE, include)
        self.modules[config] = module, checked
        names = [n for n in module.functions if NAME.fullmatch(n)]
        if not can_run(config):
            return
        for kind, more in (("plain", []), ("checked", compile.SANITIZE)):
            output = os.path.join(self.directory, "%s-%s.so" % (config, kind))
            compile.build_library(source, names, module, output, compile.CLANG, flags + more,
                                  include)
            self.libraries[config, kind] = output


def can_run(config):
    """Whether this machine can run what a configuration compiles to."""
    with open("/proc/cpuinfo") as f:
        flags = f.read().split()
    return config != "big-endian" and (config != "bmi2" or all(
        f in flags for f in ("bmi1", "bmi2", "abm", "popcnt", "pclmulqdq")))


def find_tasks(inputs):
    """A task for every body of every function of the headers, specified or not."""
    tasks = {}
    for config, (module, checked) in inputs.modules.items():
        for name in module.functions:
            if name.endswith("_"):
                continue  # private: proved where it is called
            m = NAME.fullmatch(name)
            verb, width, label = m.groups() if m else (name, "0", None)
            key = name, compile.same_body(module, name) + compile.same_body(checked, name)
            if key not in tasks:
                tasks[key] = Task(name, verb, int(width), config, [], label)
            tasks[key].shared.append(config)
    return list(tasks.values()) + [Task(name, name, 0, "macro", ["macro"], name)
                                   for name in inputs.unknown_macros]


def work(task, inputs, seconds):
    """One proof, in a process of its own."""
    started = time.monotonic()

    def failed(status, detail):
        return Done(task, proof.Result(status, "", detail, time.monotonic() - started, None, None),
                    "")
    spec = specs.SPECS.get(task.verb)
    if spec is None or task.width not in spec.widths:
        return failed("unproven", "no specification")
    module, checked = inputs.modules[task.config]
    try:
        result = proof.prove(task.name, task.width, spec, module, checked, seconds)
        note = ""
        claim = proof.Claim(task.name, task.width, spec, module)
        if not can_run(task.config):
            note = "not run, as this machine cannot"
        elif result.status == "refuted":
            shown, words = confirm.confirm(inputs.libraries[task.config, "checked"], claim, result)
            note = ("confirmed: " if shown else "NOT confirmed: ") + words
        else:
            wrong = confirm.disagreement(inputs.libraries[task.config, "plain"], claim)
            if wrong:
                return failed("refuted", "the translator is wrong: " + wrong)
        return Done(task, result, note)
    except (UnknownIR, proof.Mismatch) as e:
        return failed("unproven", "%s: %s" % (type(e).__name__, e))


def child(task, inputs, seconds, pipe):
    try:
        pipe.send(work(task, inputs, seconds))
    except Exception as e:  # whatever it is belongs in the report, not only on a terminal
        pipe.send(Done(task, proof.Result("unproven", "", "%s: %s" % (type(e).__name__, e), 0.0,
                                          None, None), ""))


def run_all(tasks, inputs, jobs, seconds):
    """Yields what became of each task, as they end."""
    waiting, running = list(reversed(tasks)), []
    while waiting or running:
        while waiting and len(running) < jobs:
            task = waiting.pop()
            here, there = multiprocessing.Pipe(False)
            process = multiprocessing.Process(target=child, args=(task, inputs, seconds, there))
            process.start()
            there.close()
            running.append((task, process, here, time.monotonic()))
        multiprocessing.connection.wait([r[2] for r in running], timeout=1)
        for entry in list(running):
            task, process, here, started = entry
            spent = time.monotonic() - started
            done = None
            if here.poll():
                try:
                    done = here.recv()
                except EOFError:
                    done = "the process ended with status %s" % process.exitcode
            elif spent > seconds + 30:  # z3 keeps its timeout only most of the time
                process.kill()
                done = "timeout after %.0f s" % spent
            if done is None:
                continue
            if isinstance(done, str):
                done = Done(task, proof.Result("unproven", "", done, spent, None, None), "")
            process.join()
            running.remove(entry)
            yield done


def is_planted(task):
    return task.config == "planted"


def label(task):
    if task.config == "macro":
        return task.label
    if not task.width:
        return task.name
    return "%s_u%d (%s)" % (task.verb, task.width, ", ".join(task.shared))


def report(done):
    """Prints what became of a task; "passed", "failed" or, if z3 had not the time, "skipped"."""
    task, result, note = done
    seconds = "%.2f s" % result.seconds
    if is_planted(task):
        passed = result.status == "refuted" and note.startswith("confirmed")
        name = "%s_u%d with a planted bug (%s)" % (task.verb, task.width,
                                                   task.label.replace("_", " "))
        text = ("refuted, as it must be: %s %s\n    counterexample %s\n    %s"
                % (name, seconds, result.detail, note) if passed else
                "NOT REFUTED: %s: %s %s %s" % (name, result.status, result.detail, note))
        verdict = "passed" if passed else "failed"
    elif result.status == "proved":
        how = "" if result.how == "whole" else " " + result.how + ","
        text, verdict = "proved: %s%s %s" % (label(task), how, seconds), "passed"
    elif result.status == "refuted":
        text = "refuted: %s counterexample %s\n    %s" % (label(task), result.detail, note)
        verdict = "failed"
    else:
        text = "unproven: %s: %s" % (label(task), result.detail)
        verdict = "skipped" if result.detail.startswith("timeout") else "failed"
    print(text, flush=True)
    return verdict


def parse_arguments():
    p = argparse.ArgumentParser(description="Proves the word layer of bitmill.")
    p.add_argument("--verb")
    p.add_argument("--width", type=int)
    p.add_argument("--config", choices=list(compile.CONFIGURATIONS))
    p.add_argument("--jobs", type=int, default=2)
    p.add_argument("--timeout", type=float, default=150, help="seconds for one proof")
    p.add_argument("--include", default=compile.INCLUDE, help="where the headers are")
    p.add_argument("--table", help="write the table of proofs to this file")
    return p.parse_args()


def prepare(args, directory):
    """The inputs, and the tasks that the arguments select."""
    configurations = [args.config] if args.config else list(compile.CONFIGURATIONS)
    inputs = Inputs(directory, args.include, configurations)
    tasks = [t for t in find_tasks(inputs) if args.verb in (None, t.verb)
             and args.width in (None, t.width)]
    return inputs, tasks


def main():
    args = parse_arguments()
    missing = compile.missing_tools()
    if missing:
        sys.exit("make prove needs %s (Debian: apt-get install clang-19 llvm-19 python3-z3)."
                 % " and ".join(missing))
    started = time.monotonic()
    directory = tempfile.mkdtemp(prefix="bitmill-prove-")
    done, verdicts = [], []
    try:
        inputs, tasks = prepare(args, directory)
        for d in run_all(tasks, inputs, args.jobs, args.timeout):
            done.append(d)
            verdicts.append(report(d))
    except (compile.CompileError, UnknownIR) as e:
        sys.exit(str(e))
    finally:
        shutil.rmtree(directory)
    seconds = time.monotonic() - started
    if args.table:
        table.write(args.table, done, seconds, args.jobs)
    print("%.0f s with %d jobs" % (seconds, args.jobs))
    print("%d passed, %d failed, %d skipped"
          % tuple(verdicts.count(v) for v in ("passed", "failed", "skipped")))
    return 1 if "failed" in verdicts or not verdicts else 0


if __name__ == "__main__":
    sys.exit(main())
