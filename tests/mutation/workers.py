"""Tries many bugs, several at the same time, and keeps what became of them."""

import hashlib
import json
import multiprocessing
import multiprocessing.connection
import os
import platform
import re
import subprocess
import sys
import time

from bugs import read, sources_below
from trial import Build, attempt, is_named


class Worker:
    """Tries bugs one by one in a directory of its own."""

    def __init__(self, root, work, seeds):
        self.seeds, self.runnable = seeds, {}
        self.build = Build(root, work)

    def can_run(self, bug):
        """Whether this machine runs the kernels in which the bug is."""
        isa = re.match("lib/.*(avx2|avx512|neon)", bug.path)
        if not isa:
            return True
        if isa.group(1) == "neon" and platform.machine() != "aarch64":
            return False
        if isa.group(1) not in self.runnable:
            test = next(program for program in self.build.programs if is_named(program, "isa"))
            environment = dict(os.environ, BMILL_REQUIRE_ISA=isa.group(1))
            self.runnable[isa.group(1)] = subprocess.run(
                ["./" + test], cwd=self.build.clean, env=environment, check=False,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
        return self.runnable[isa.group(1)]

    def result(self, bug):
        if not self.can_run(bug):
            return {"result": "skipped", "by": "this machine cannot run it", "seconds": 0}
        began = time.time()
        try:
            self.build.plant(bug)
            result, by = attempt(self.build, bug, self.seeds)
        finally:
            self.build.put_back()
        return {"result": result, "by": by, "seconds": round(time.time() - began, 1),
                "seeds": self.seeds}


def serve(pipe, root, work, seeds):
    """The main function of a process: takes bugs from the pipe and gives their results."""
    worker = Worker(root, work, seeds)
    while True:
        try:
            bug = pipe.recv()
        except EOFError:
            return
        pipe.send(worker.result(bug))


class Results:
    """What became of bugs, in a file. Of other sources only those stay that were caught, and those
    that hung are tried again: the machine may have been busy."""

    def __init__(self, root, path):
        self.path, self.found = path, {}
        sources = hashlib.sha256()
        for source in sources_below(root):
            sources.update(f"{source}\n{read(os.path.join(root, source))}".encode())
        self.sources = sources.hexdigest()
        if os.path.exists(path):
            kept = json.loads(read(path))
            self.found = {line: found for line, found in kept["results"].items()
                          if found["result"] == "caught" or (
                              kept["sources"] == self.sources and found["result"] != "hung")}

    def add(self, bug, found):
        self.found[bug.identity] = found
        kept = {line: one for line, one in self.found.items() if one["result"] != "skipped"}
        with open(self.path + ".new", "w", encoding="utf-8") as file:
            json.dump({"sources": self.sources, "results": kept}, file, indent=1, ensure_ascii=False)
        os.replace(self.path + ".new", self.path)


class Workers:
    """Processes that try bugs, each with a copy of the sources below `work`."""

    def __init__(self, root, work, seeds, jobs):
        os.makedirs(work, exist_ok=True)
        self.results = Results(root, os.path.join(work, "results.json"))
        self.root, self.work, self.seeds, self.jobs = root, os.path.abspath(work), seeds, jobs
        self.processes, self.pipes = [], []

    def start(self):
        """The pipe of one more process."""
        ours, theirs = multiprocessing.Pipe()
        place = os.path.join(self.work, str(len(self.pipes) + 1))
        process = multiprocessing.Process(target=serve, args=(theirs, self.root, place, self.seeds))
        process.start()
        theirs.close()
        self.processes.append(process)
        self.pipes.append(ours)
        return ours

    def try_all(self, bugs):
        """(bug, what became of it) for each of the bugs, as they end."""
        waiting, busy = [], {}
        for bug in bugs:
            if bug.identity in self.results.found:
                yield bug, self.results.found[bug.identity]
            else:
                waiting.append(bug)
        idle = list(self.pipes)
        while waiting or busy:
            while waiting and (idle or len(self.pipes) < self.jobs):
                pipe = idle.pop() if idle else self.start()
                busy[pipe] = waiting.pop(0)
                pipe.send(busy[pipe])
            for pipe in multiprocessing.connection.wait(list(busy)):
                bug = busy.pop(pipe)
                try:
                    found = pipe.recv()
                except EOFError:
                    sys.exit("mutate.py: a process has ended: see above")
                self.results.add(bug, found)
                idle.append(pipe)
                yield bug, found

    def end(self):
        for process in self.processes:
            process.terminate()  # its own finally ends what it has started
            process.join()
