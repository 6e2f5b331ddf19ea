#!/usr/bin/python3
"""Proves the helpers of bitmill/word.h with z3: for all inputs, each equals its specification and
has no undefined behaviour. See docs/proofs.md for what that covers.

usage: prove.py [--verb NAME] [--width N] [--config NAME] [--jobs N] [--timeout S]
                [--include DIR] [--table FILE] [--compare FILE]
"""

import argparse
import multiprocessing.connection
import os
import shutil
import sys
import tempfile
import time
from collections import namedtuple

sys.dont_write_bytecode = True  # before the first module from here: the sources may be read-only
try:
    import z3  # noqa: F401, first of all to see that it is there
except ImportError:
    sys.exit("make prove needs z3 for python (Debian: apt-get install python3-z3), and\n"
             + sys.executable + " has none.")

import compile
import confirm
import promises
import proof
import selfcheck
import specs
import table
from inputs import Inputs, can_run
from llvmir import UnknownIR

Done = namedtuple("Done", "task result note")
LEAST = 95  # per cent of the helpers that must be proven


def work(task, inputs, seconds):
    """One proof, and the run of the compiled function that goes with it."""
    spec = specs.SPECS.get(task.verb)
    if spec is None or task.width not in spec.widths:
        return Done(task, proof.unproven("no specification"), "")
    module, checked = inputs.modules[task.config]
    try:
        result = proof.prove(task.name, task.width, spec, module, checked, seconds)
        claim = proof.Claim(task.name, task.width, spec, module)
        note = ""
        if not can_run(task.config):
            note = "not run, as this machine cannot"
        elif result.status == "refuted":
            shown, words = confirm.confirm(inputs.libraries[task.config, "checked"], claim, result)
            if promises.cannot_show(result.detail):
                note = "a rule of C, which a run need not show: " + words
            else:
                note = ("confirmed: " if shown else "NOT confirmed: ") + words
        else:
            wrong = confirm.disagreement(inputs.libraries[task.config, "plain"], claim)
            if wrong:
                result = proof.unproven("the translator is wrong: " + wrong)
        return Done(task, result, note)
    except (UnknownIR, proof.Mismatch) as e:
        return Done(task, proof.unproven("%s: %s" % (type(e).__name__, e)), "")


def child(task, inputs, seconds, pipe):
    try:
        pipe.send(work(task, inputs, seconds))
    except Exception as e:  # any error belongs in the report, not only on a terminal
        pipe.send(Done(task, proof.unproven("%s: %s" % (type(e).__name__, e)), ""))


class Job:
    """A proof in a process of its own."""

    def __init__(self, task, inputs, seconds):
        self.task, self.started = task, time.monotonic()
        self.end = self.started + seconds + 30  # z3 keeps its timeout only most of the time
        self.pipe, there = multiprocessing.Pipe(False)
        self.process = multiprocessing.Process(target=child, args=(task, inputs, seconds, there))
        self.process.start()
        there.close()

    def done(self):
        """Its outcome, or None while it runs."""
        if self.pipe.poll():
            try:
                found = self.pipe.recv()
            except EOFError:
                found = self.failed("the process ended by itself")
        elif time.monotonic() > self.end:
            self.process.kill()
            found = self.failed("timeout")
        else:
            return None
        self.process.join()
        return found

    def failed(self, why):
        spent = time.monotonic() - self.started
        return Done(self.task, proof.unproven("%s after %.0f s" % (why, spent)), "")


def run_all(tasks, inputs, jobs, seconds):
    """Yields the outcome of each task when it ends."""
    waiting, running = list(reversed(tasks)), []
    while waiting or running:
        while waiting and len(running) < jobs:
            running.append(Job(waiting.pop(), inputs, seconds))
        multiprocessing.connection.wait([job.pipe for job in running], timeout=1)
        for job in list(running):
            done = job.done()
            if done:
                running.remove(job)
                yield done


def label(task):
    if task.config == "macro":
        return task.label
    if not task.width:
        return task.name
    return "%s_u%d (%s)" % (task.verb, task.width, ", ".join(task.shared))


def planted_verdict(done):
    task, result, note = done
    name = "%s_u%d with a planted bug (%s)" % (task.verb, task.width, task.label.replace("_", " "))
    if result.status == "refuted" and (note.startswith("confirmed")
                                       or promises.cannot_show(result.detail)):
        return "passed", "refuted, as it must be: %s %.2f s\n    counterexample %s\n    %s" % (
            name, result.seconds, result.detail, note)
    return "failed", "failed: NOT REFUTED: %s: %s %s %s" % (name, result.status, result.detail,
                                                           note)


def verdict(done):
    """("passed", "failed" or "skipped", in words): skipped is what specs.UNPROVEN names."""
    task, result, note = done
    if task.config == "planted":
        return planted_verdict(done)
    excuse = specs.UNPROVEN.get((task.verb, task.width))
    if result.status == "proved":
        how = "" if result.how == "whole" else " " + result.how + ","
        return "passed", "proved: %s%s %.2f s" % (label(task), how, result.seconds)
    if result.status == "refuted":
        return "failed", "failed: REFUTED: %s counterexample %s\n    %s" % (
            label(task), result.detail, note)
    if excuse:
        return "skipped", "skipped: %s: unproven (%s); %s covers it" % (label(task), result.detail,
                                                                       excuse)
    return "failed", "failed: unproven: %s: %s" % (label(task), result.detail)


def parse_arguments():
    p = argparse.ArgumentParser(description="Proves the word layer of bitmill.")
    p.add_argument("--verb")
    p.add_argument("--width", type=int)
    p.add_argument("--config", choices=list(compile.CONFIGURATIONS))
    p.add_argument("--jobs", type=int, default=2)
    p.add_argument("--timeout", type=float, default=400, help="seconds for one proof")
    p.add_argument("--include", default=compile.INCLUDE, help="where the headers are")
    p.add_argument("--table", help="write the table of proofs to this file")
    p.add_argument("--compare", help="fail if this table is not that of this run, but for times")
    return p.parse_args()


class Report:
    """Prints the verdicts and counts them."""

    def __init__(self):
        self.counts = {"passed": 0, "failed": 0, "skipped": 0}

    def add(self, verdict, text):
        self.counts[verdict] += 1
        print(text, flush=True)

    def failed(self, text):
        self.add("failed", "failed: " + text)

    def status(self):
        print("%(passed)d passed, %(failed)d failed, %(skipped)d skipped" % self.counts)
        return 1 if self.counts["failed"] or not self.counts["passed"] else 0


def stale_excuses(done):
    """The errors in the list of helpers that need not be proven, in words."""
    proved = {(d.task.verb, d.task.width) for d in done if d.result.status == "proved"}
    left = {(d.task.verb, d.task.width) for d in done if d.result.status != "proved"}
    return ["%s_u%d is listed as unproven, but is proven" % key
            for key in specs.UNPROVEN if key in proved - left] + [
                "%s_u%d is listed as covered by %s, which is not there" % (*key, test)
                for key, test in specs.UNPROVEN.items()
                if not os.path.exists(os.path.join(compile.HERE, "..", "..", test))]


def check_whole(args, inputs, done, seconds, report):
    """Checks that only a run over all helpers can make."""
    for text in inputs.overlooked(specs.SPECS) + stale_excuses(done):
        report.failed(text)
    summary = table.Summary(done, seconds, args.jobs)
    if summary.percent < LEAST:
        report.failed("%.1f %% of the helpers are proven, less than %d %%"
                      % (summary.percent, LEAST))
    if args.table:
        table.write(args.table, summary)
    if args.compare and not table.is_current(args.compare, summary):
        report.failed("%s is not what this run gives: make prove-table" % args.compare)
    print("%d of %d helpers proven (%.1f %%), %d of %d planted bugs refuted, in %.0f s with %d jobs"
          % (summary.proven, len(summary.helpers), summary.percent, summary.refuted,
             len(summary.planted), seconds, args.jobs))


def main():
    args = parse_arguments()
    if not shutil.which(compile.CLANG):
        sys.exit("make prove needs clang (Debian: apt-get install clang).")
    started = time.monotonic()
    directory = tempfile.mkdtemp(prefix="bitmill-prove-")
    report, done = Report(), []
    try:
        for wrong in selfcheck.run():
            report.failed("the translator: " + wrong)
        inputs = Inputs(directory, args.include,
                        [args.config] if args.config else list(compile.CONFIGURATIONS))
        tasks = [t for t in inputs.tasks() if args.verb in (None, t.verb)
                 and args.width in (None, t.width)]
        for d in run_all(tasks, inputs, args.jobs, args.timeout):
            done.append(d)
            report.add(*verdict(d))
    except (compile.CompileError, UnknownIR) as e:
        sys.exit(str(e))
    finally:
        shutil.rmtree(directory)
    if (args.verb, args.width, args.config) == (None, None, None):
        check_whole(args, inputs, done, time.monotonic() - started, report)
    return report.status()


if __name__ == "__main__":
    sys.exit(main())
