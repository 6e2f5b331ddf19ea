#!/usr/bin/env python3
"""mutate.py: plants small bugs in the C sources, and reports which of them the tests catch.

    mutate.py --check                       checks that each bug of the list can be planted (seconds)
    mutate.py --run                         plants the bugs of the list and runs the tests (hours)
    mutate.py --draw N|GROUP=N,... --seed S draws N bugs of each group by the rule, and tries them
    mutate.py --places                      prints how many bugs the rule finds
    mutate.py --spell FILE OLD NEW          prints the line for a bug written by hand: a text that
                                            stands once in the file, and what replaces it

Options of --run and --draw:
    --work DIR      holds copies of the sources, builds and the results; build/mutate by default.
                    A run that was stopped goes on where it was. When sources or tests change, the
                    builds are made again and bugs that were not caught are tried again
    --jobs N        so many bugs at the same time, each with its own copy; all processors by default
    --seeds A,B,C   BMILL_SEED of the tests, three new ones by default: a bug is planted and built
                    once, and is caught if some test fails with each of the seeds
    --add           with --draw: appends the bugs to the list. Those that are not caught get this as
                    their verdict, which --check refuses until somebody adds a test or a reason
    --only TEXT     only the lines of the list that contain the text
    --sample N      of these, N drawn ones, other ones in each run; after --seed S those of S
    --list FILE     another list than tests/mutants.txt
    --source DIR    another source tree
The results go to standard output, one bug in a line. The last line is "N passed, N failed, N skipped";
passed bugs are caught, or the list calls them equivalent; --check counts open ones as skipped. CC is
the compiler; ccache is used where there is one.

Format of the list: one bug in a line, its fields separated by " :: ":

    function :: kind :: context :: replacement :: verdict

"function" is the enclosing function, macro or object; a row of a table is its macro and first
argument, BMILL_TERNARY(0xe8). It is looked for in all files, so that bugs keep their identity when
files are moved or renamed. Where the same context stands in two files, words follow that are in the
path of one of them: v_not (avx2). "kind" is one of the rule's, or "edit" for a bug that was written
by hand. "context" shows the replaced tokens between « and », with two tokens on either side; of
several places of a function that read alike, the second has " #2" after it. Layout does not matter.
"verdict" is one of
    caught by NAMES             these tests are run, and no others: bits/bit is tests/bits/bit, and
                                move is enough for tests/bits/move. One that fails is enough
    caught by NAMES: TEXT       likewise; the text says what is wrong
    caught                      by any test
    equivalent: TEXT            and the reason
    open: TEXT                  and which test is missing
Lines that begin with # are comments.

The rule. tests/mutation/kinds.py defines ten kinds of bugs by tokens: relation, arithmetic, bitwise,
logic, constant, word (another function of that vocabulary), negation, deletion, swap, jump. Comments,
strings, conditions of the preprocessor, static assertions and the tables (*.def) have none. The files
are in five groups (GROUPS in tests/mutation/bugs.py). --draw shuffles the bugs of each group within
their kind. Then the kinds take turns until the group has its number; a function that has a bug
already is passed over. Three results do not count, and the next bug is drawn instead: it does not
compile; it changes no object file, so that it is in code not compiled here or the compiler itself
shows that it is equivalent; this machine cannot run the kernels. For a drawn bug the programs that
share a word with the file or the function run first, then all others that the bug changes.

A bug is caught if a test fails or exceeds its own time limit, if a static assertion or the types of
a call in a test refuse it, or if tests/bits/inline does not link. A program that has to be stopped by
this script ("hung") has caught nothing. Limits of time are counted in processor time, so that a busy
machine catches nothing either.
"""

import argparse
import collections
import os
import random
import re
import signal
import sys

sys.dont_write_bytecode = True  # before the first module from here: the sources may be read-only
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "mutation"))

from bugs import GROUPS, Sources, draw, read, sources_below
from selfcheck import differences
from workers import Workers

COUNTS = ("caught", "not caught", "hung")  # results of a drawn bug that count


def show(bug, found):
    print(f"{found['result']:16} {found['seconds']:6} s  {bug.identity}  [{found['by']}]", flush=True)


def show_misfits(misfits):
    for line, why in misfits:
        print(f"failed: mutant: {line}: {why}")


def run_list(sources, workers, options):
    bugs, misfits = sources.read_list(options.list)
    show_misfits(misfits)
    counts = collections.Counter(failed=len(misfits))
    wanted = [bug for bug in bugs if options.only in f"{bug.identity} :: {bug.verdict}"]
    if options.sample is not None:
        options.seed = options.seed or str(random.SystemRandom().getrandbits(32))
        print(f"the sample: --sample {options.sample} --seed {options.seed}", flush=True)
        wanted = random.Random(options.seed).sample(wanted, min(options.sample, len(wanted)))
    equivalent = [bug for bug in wanted if bug.verdict.startswith("equivalent: ")]
    counts["passed"] += len(equivalent)
    for bug, found in workers.try_all([bug for bug in wanted if bug not in equivalent]):
        show(bug, found)
        counts[{"caught": "passed", "skipped": "skipped"}.get(found["result"], "failed")] += 1
    return counts


def numbers(text):
    """ "N", or "GROUP=N,..." """
    if text.isdigit():
        return dict.fromkeys(GROUPS, int(text))
    pairs = [part.split("=") for part in text.split(",")]
    if not all(len(pair) == 2 and pair[0] in GROUPS and pair[1].isdigit() for pair in pairs):
        raise argparse.ArgumentTypeError(f"expected N or GROUP=N,... with groups {', '.join(GROUPS)}")
    return {group: int(number) for group, number in pairs}


def add_to_list(path, bugs, results):
    listed = {line.rsplit(" :: ", 1)[0] for line in read(path).splitlines()}
    with open(path, "a", encoding="utf-8") as file:
        for bug in bugs:
            found = results[bug.identity]
            names = re.sub(" by its time limit", "", found["by"])
            verdict = f"caught by {names}" if found["result"] == "caught" else "not caught"
            if bug.identity not in listed:
                file.write(f"{bug.identity} :: {verdict}\n")


def taken(bugs, number, results, ahead):
    """The first bugs of a draw that count, and up to `ahead` of them that have to be tried yet."""
    used, chosen, untried = set(), [], []
    for bug in bugs:
        if len(chosen) == number or len(untried) == ahead:
            break
        if (bug.path, bug.function) in used:
            continue
        if bug.identity not in results:
            untried.append(bug)
        elif results[bug.identity]["result"] not in COUNTS:
            continue
        used.add((bug.path, bug.function))
        chosen.append(bug)
    return chosen, untried


def run_draw(sources, workers, options):
    counts, results = collections.Counter(), workers.results.found
    for group, number in options.draw.items():
        bugs = list(draw(sources, group, options.seed or "1"))
        chosen, untried = taken(bugs, number, results, options.jobs)
        while untried:
            for bug, found in workers.try_all(untried):
                show(bug, found)
            chosen, untried = taken(bugs, number, results, options.jobs)
        for bug in chosen:
            counts["passed" if results[bug.identity]["result"] == "caught" else "failed"] += 1
        if options.add:
            add_to_list(options.list, chosen, results)
    return counts


def unknown_tests(bug, files):
    """The tests in a bug's verdict that have no source; _plain and the like have that of another."""
    return [name for name in bug.programs if not any(
        re.fullmatch(rf"tests/(.*/)?({name}|{re.sub('_(plain|x86|zen2)$', '', name)})[.](c|sh)", path)
        for path in files)]


def check(sources, path):
    """The list fits the sources, and the rule does what it says."""
    bugs, misfits = sources.read_list(path)
    show_misfits(misfits)
    counts = collections.Counter(failed=len(misfits))
    twice = [line for line, n in collections.Counter(bug.identity for bug in bugs).items() if n > 1]
    wrong = [bug.identity for bug in bugs
             if not re.fullmatch(r"caught( by [\w/, ]+(: .+)?)?|(equivalent|open): .+", bug.verdict)]
    tests = sources_below(sources.root)
    unknown = [bug.identity for bug in bugs if unknown_tests(bug, tests)]
    unsolved = [bug for bug in bugs if bug.verdict.startswith("open: ")]
    for bug in unsolved:
        print(f"skipped: mutant: {bug.identity}: {bug.verdict}")
    for complaint, lines in (("is in the list twice", twice), ("has no verdict", wrong),
                             ("names a test that there is not", unknown),
                             ("by the rule, in the sample", differences())):
        for line in lines:
            print(f"failed: mutant: {line}: {complaint}")
        counts["failed"] += len(lines)
    counts["passed"] = len(bugs) - len(twice) - len(wrong) - len(unknown) - len(unsolved)
    counts["skipped"] = len(unsolved)
    return counts


def show_places(sources):
    for group in GROUPS:
        by_kind = sources.group(group)
        print(f"{group} {sum(map(len, by_kind.values()))}: "
              + ", ".join(f"{kind} {len(bugs)}" for kind, bugs in sorted(by_kind.items())))


ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # by way of all finally
    parser = argparse.ArgumentParser(usage=__doc__, add_help=True)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--check", action="store_true")
    what.add_argument("--run", action="store_true")
    what.add_argument("--draw", type=numbers)
    what.add_argument("--places", action="store_true")
    what.add_argument("--spell", nargs=3)
    parser.add_argument("--seed")
    parser.add_argument("--seeds")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--source", default=ROOT)
    parser.add_argument("--list")
    parser.add_argument("--work")
    parser.add_argument("--add", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--sample", type=int)
    options = parser.parse_args()
    root = os.path.abspath(options.source)
    options.list = options.list or os.path.join(root, "tests", "mutants.txt")
    sources = Sources(root)
    if options.places:
        show_places(sources)
        return 0
    if options.spell:
        print(sources.written(*options.spell).identity + " :: open: not tried yet")
        return 0
    if options.check:
        counts = check(sources, options.list)
    else:
        seeds = options.seeds.split(",") if options.seeds else [
            str(random.SystemRandom().getrandbits(32)) for _ in range(3)]
        print(f"BMILL_SEED: --seeds {','.join(seeds)}", flush=True)
        workers = Workers(root, options.work or os.path.join(root, "build", "mutate"), seeds,
                          options.jobs)
        try:
            counts = (run_draw if options.draw else run_list)(sources, workers, options)
        finally:
            workers.end()
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 0 if counts["passed"] and not counts["failed"] else 1


if __name__ == "__main__":
    sys.exit(main())
