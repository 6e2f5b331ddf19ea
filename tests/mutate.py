#!/usr/bin/env python3
"""mutate.py: plants small bugs in the C sources by a rule, and reports which of them the tests catch.

    mutate.py --check [--list FILE]         checks that each bug of a list can be planted (a second)
    mutate.py --run [--list FILE]           plants the bugs of a list one by one and runs the tests
    mutate.py --draw N|GROUP=N,... --seed S draws N bugs of each group by the rule, and tries them
    mutate.py --places                      prints how many bugs the rule finds

The list is tests/mutants.drawn by default. Options of --run and --draw:
    --work DIR      holds a copy of the sources, a build and the results; build/mutate by default.
                    A run that was stopped goes on where it was. When sources or tests change, the
                    build is made again and bugs that were not caught are tried again
    --seeds A,B,C   BMILL_SEED of the tests, 1,2,3 by default: a bug is caught if some test fails
                    with each of them
    --add           with --draw: appends the bugs to the list. Those that are not caught get this as
                    their verdict, which --check refuses until somebody adds a test or a reason
    --only TEXT     only the lines of the list that contain the text
    --source DIR    another source tree
The results go to standard output, one bug in a line. The last line is "N passed, N failed, N skipped";
passed bugs are caught, or the list calls them equivalent; --check counts open ones as skipped. CC is the compiler.

Format of a list: one bug in a line, its fields separated by " :: ". A drawn bug is

    file :: function :: kind :: context :: replacement :: verdict

"function" is the enclosing function, macro or object. "context" shows the replaced tokens between
« and », with two tokens on either side; a second place of the same function that reads alike has
" #2" after it. Layout does not matter, so that reformatting keeps the identity of a bug. The verdict
is "caught"; "equivalent: " and the reason; or "open: " and which test is missing. A bug written by
hand is

    file :: old text :: new text :: what is wrong

where the tokens of the old text occur once in the file. A line "@ programs" names the tests that are
run first for the bugs below it. Lines that begin with # are comments.

The rule. tests/mutation/kinds.py defines ten kinds of bugs by tokens: relation, arithmetic, bitwise,
logic, constant, word (another function of that vocabulary), negation, deletion, swap, jump. Comments,
strings, conditions of the preprocessor, static assertions and the tables (*.def) have none. The files
are in five groups (GROUPS in tests/mutation/bugs.py). --draw shuffles the bugs of each group within
their kind. Then the kinds take turns until the group has its number; a function that has a bug
already is passed over. Three results do not count, and the next bug is drawn instead: it does not
compile; it changes no object file, so that it is in code not compiled here or the compiler itself
shows that it is equivalent; this machine cannot run the kernels.

A bug is caught if a test fails or exceeds its own time limit, if a static assertion refuses it, or if
test_inline does not link. A program that has to be stopped by this script ("hung") has caught nothing. Programs that share a word
with the file or the function run first, then all others that the bug changes.
"""

import argparse
import collections
import os
import re
import signal
import sys

sys.dont_write_bytecode = True  # before the first module from here: the sources may be read-only
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "mutation"))

from bugs import GROUPS, Sources, draw, read
from selfcheck import differences
from trial import Runner


def show(bug, found):
    print(f"{found['result']:16} {found['seconds']:6} s  {bug.line}  [{found['by']}]", flush=True)


def show_misfits(misfits):
    for line, why in misfits:
        print(f"failed: mutant: {line}: {why}")


def run_list(sources, runner, options):
    bugs, misfits = sources.read_list(options.list)
    show_misfits(misfits)
    counts = collections.Counter(failed=len(misfits))
    for bug in bugs:
        if options.only not in bug.line:
            continue
        if bug.verdict.startswith("equivalent: "):
            counts["passed"] += 1
            continue
        found = runner.result(bug)
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


def add_to_list(path, lines):
    listed = {line.rsplit(" :: ", 1)[0] for line in read(path).splitlines()}
    with open(path, "a", encoding="utf-8") as file:
        for line, verdict in lines:
            if line not in listed:
                file.write(f"{line} :: {verdict}\n")


def run_draw(sources, runner, options):
    counts, lines = collections.Counter(), []
    for group, number in options.draw.items():
        used = set()
        for bug in draw(sources, group, options.seed):
            if len(used) == number:
                break
            if (bug.path, bug.function) in used:
                continue
            found = runner.result(bug)
            show(bug, found)
            if found["result"] in ("caught", "not caught", "hung"):
                used.add((bug.path, bug.function))
                counts["passed" if found["result"] == "caught" else "failed"] += 1
                lines.append((bug.line, "caught" if found["result"] == "caught" else "not caught"))
    if options.add:
        add_to_list(options.list, lines)
    return counts


def check(sources, path):
    """The list fits the sources, and the rule does what it says."""
    bugs, misfits = sources.read_list(path)
    show_misfits(misfits)
    counts = collections.Counter(failed=len(misfits))
    twice = [line for line, n in collections.Counter(bug.line for bug in bugs).items() if n > 1]
    wrong = [bug.line for bug in bugs if not re.fullmatch("caught|(equivalent|open): .+", bug.verdict)]
    unsolved = [bug for bug in bugs if bug.verdict.startswith("open: ")]
    for bug in unsolved:
        print(f"skipped: mutant: {bug.line}: {bug.verdict}")
    for complaint, lines in (("is in the list twice", twice), ("has no verdict", wrong),
                             ("by the rule, in the sample", differences())):
        for line in lines:
            print(f"failed: mutant: {line}: {complaint}")
        counts["failed"] += len(lines)
    counts["passed"] = len(bugs) - len(twice) - len(wrong) - len(unsolved)
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
    parser.add_argument("--seed", default="1")
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--source", default=ROOT)
    parser.add_argument("--list")
    parser.add_argument("--work")
    parser.add_argument("--add", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    root = os.path.abspath(options.source)
    options.list = options.list or os.path.join(root, "tests", "mutants.drawn")
    sources = Sources(root)
    if options.places:
        show_places(sources)
        return 0
    if options.check:
        counts = check(sources, options.list)
    else:
        runner = Runner(root, options.work or os.path.join(root, "build", "mutate"),
                        options.seeds.split(","))
        counts = (run_draw if options.draw else run_list)(sources, runner, options)
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    return 0 if counts["passed"] and not counts["failed"] else 1


if __name__ == "__main__":
    sys.exit(main())
