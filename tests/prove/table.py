"""Writes docs/proofs.md: the page of introduction.md, the arguments as they stand at the head of
the modules that follow them, and the table of a run.
"""

import os
import re

import gf2
import lemmas_pext
import lemmas_select
import specs
from compile import CONFIGURATIONS

HERE = os.path.dirname(os.path.abspath(__file__))
WIDTHS = (8, 16, 32, 64)


class Summary:
    """The outcomes of all tasks, sorted for the table."""

    def __init__(self, done, seconds, jobs):
        self.seconds, self.jobs = seconds, jobs
        self.planted = [d for d in done if d.task.config == "planted"]
        self.proofs = [d for d in done if d.task.config != "planted"]
        self.helpers = grouped(d for d in self.proofs if d.task.config != "macro")
        self.macros = grouped(d for d in self.proofs if d.task.config == "macro")
        self.proven = sum(map(is_proven, self.helpers.values()))
        self.refuted = sum(d.result.status == "refuted" for d in self.planted)
        self.percent = 100 * self.proven / max(1, len(self.helpers))


def grouped(done):
    """(name, width) -> the outcomes of its bodies."""
    found = {}
    for d in done:
        found.setdefault((name_of(d.task), d.task.width), []).append(d)
    return found


def name_of(task):
    return task.label if task.config == "macro" else task.verb


def is_proven(entries):
    return all(d.result.status == "proved" for d in entries)


def forms(task):
    """The configurations that a proof is of."""
    if task.config == "macro":
        return "macro"
    return "all" if len(task.shared) == len(CONFIGURATIONS) else ", ".join(task.shared)


def way(d):
    """How it was proven, or the test that covers it."""
    if d.result.status == "proved":
        how = d.result.how
        return how if how == "whole" else "[%s](#%s)" % (how, how.replace(" ", "-"))
    return "**unproven**, covered by " + specs.UNPROVEN.get((d.task.verb, d.task.width), "nothing")


def macros_last(item):
    name = item[0][0]
    return name.isupper(), item[0]


def rows(summary):
    """A row for each helper, form and way of proof, with the seconds for each width."""
    cells = {}
    for d in summary.proofs:
        key = name_of(d.task), forms(d.task), way(d)
        cells.setdefault(key, {})[d.task.width] = "%.2f" % d.result.seconds
    return ["| `%s` | %s | %s | %s |" % (name, form, " | ".join(row.get(w, "") for w in WIDTHS),
                                         how)
            for (name, form, how), row in sorted(cells.items(), key=macros_last)]


def planted_rows(summary):
    return ["| `%s_u%d` | %s | %.2f |" % (d.task.verb, d.task.width, d.task.label.replace("_", " "),
                                         d.result.seconds)
            for d in sorted(summary.planted, key=lambda d: d.task.name)]


def text(summary):
    missing = len(summary.helpers) - summary.proven
    with open(os.path.join(HERE, "introduction.md")) as f:
        introduction = f.read().format(
            proved=summary.proven, total=len(summary.helpers),
            macros=sum(map(is_proven, summary.macros.values())), macros_total=len(summary.macros),
            unproven="Those without a proof are marked in the table." if missing else "Nothing is left out.",
            planted=summary.refuted, minutes=summary.seconds / 60, jobs=summary.jobs,
            **{m.__name__: m.__doc__.strip() for m in (gf2, lemmas_pext, lemmas_select)})
    return "\n".join([introduction.rstrip(), *rows(summary), "", "## The planted bugs", "",
                      "| helper | bug | refuted in seconds |", "|---|---|---|",
                      *planted_rows(summary), ""])


def write(path, summary):
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    with open(path, "w") as f:
        f.write(text(summary))


def without_times(page):
    return re.sub(r"\d+\.\d+|\d+ jobs", "_", page)


def is_current(path, summary):
    """Whether the file equals what this run would write, except for the times."""
    if not os.path.exists(path):
        return False
    with open(path) as f:
        return without_times(f.read()) == without_times(text(summary))
