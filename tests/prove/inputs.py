"""The input of the proofs: the IR of the headers in all configurations, and a task for each function.

The names of the functions are taken from the IR, in which clang leaves out nothing, and compared with
the text of the headers, so a helper without a specification is not overlooked.
"""

import glob
import os
import re
from collections import namedtuple

import compile
import macros

HERE = os.path.dirname(os.path.abspath(__file__))
NAME = re.compile(r"(?:bmill|planted|macro)_(\w+?)_[ui](8|16|32|64)(?:__(\w+))?")
DECLARED = re.compile(r"^BMILL_(?:FN|FN_CHANGES|INLINE) [^(#]*?\b(bmill_\w+_[ui](?:8|16|32|64))\(",
                      re.M)

# verb and width name the specification. config: the configuration whose IR is translated. shared:
# all those that have the same body. label: the name of the macro, or what is wrong with a planted
# bug, else None.
Task = namedtuple("Task", "name verb width config shared label")


class Inputs:
    """The IR of all configurations and the compiled libraries, made once for all proofs."""

    def __init__(self, directory, include, configurations):
        self.directory, self.include = directory, include
        self.modules, self.libraries = {}, {}
        headers = os.path.join(directory, "headers.c")
        with open(headers, "w") as f:
            f.write("#include <bitmill/word.h>\n")
        for config in configurations:
            self.read(config, headers, compile.CONFIGURATIONS[config])
        self.macros = macros.defined(include)
        source = os.path.join(directory, "macros.c")
        with open(source, "w") as f:
            f.write(macros.functions(self.macros))
        self.read("macro", source, [])
        self.read("planted", os.path.join(HERE, "planted.c"), [])

    def read(self, config, source, flags):
        module = compile.read_ir(source, flags, self.include)
        checked = compile.read_ir(source, flags + compile.SANITIZE, self.include)
        self.modules[config] = module, checked
        names = [n for n in module.functions if NAME.fullmatch(n)]
        if not can_run(config):
            return
        for kind, more in (("plain", []), ("checked", compile.SANITIZE)):
            output = os.path.join(self.directory, "%s-%s.so" % (config, kind))
            compile.build_library(source, names, module, output, flags + more, self.include)
            self.libraries[config, kind] = output

    def tasks(self):
        """A task for every body of every function of the headers, specified or not."""
        found = {}
        for config, (module, checked) in self.modules.items():
            for name in module.functions:
                if name.endswith("_") or (config == "planted") != name.startswith("planted_"):
                    continue  # private: proved where it is called; or what a planted bug calls
                key = name, compile.same_body(module, name) + compile.same_body(checked, name)
                if key not in found:
                    m = NAME.fullmatch(name)
                    verb, width, label = m.groups() if m else (name, "0", None)
                    found[key] = Task(name, verb, int(width), config, [], label)
                found[key].shared.append(config)
        return list(found.values())

    def overlooked(self, specifications):
        """Names the helpers, macros and specifications that have no task and should have one."""
        emitted = {name for module, _ in self.modules.values() for name in module.functions}
        tasks = {(t.verb, t.width) for t in self.tasks()}
        return (["%s stands in the headers, but not in the IR" % name
                 for name in sorted(declared(self.include) - emitted)]
                + ["macro %s has no line in macros.py" % name
                   for name in macros.forgotten(self.macros)]
                + ["the specification of %s_u%d is of no function" % (verb, width)
                   for verb, spec in sorted(specifications.items()) for width in spec.widths
                   if (verb, width) not in tasks])


def declared(include):
    """The names of the public functions of a width in the text of the headers."""
    names = set()
    for path in glob.glob(os.path.join(include, "bitmill", "word", "*.h")):
        with open(path) as f:
            names.update(DECLARED.findall(f.read()))
    return names


def can_run(config):
    """Whether this machine can run what a configuration compiles to."""
    with open("/proc/cpuinfo") as f:
        flags = f.read().split()
    return config != "big-endian" and (config != "bmi2" or all(
        f in flags for f in ("bmi1", "bmi2", "abm", "popcnt", "pclmulqdq")))
