#!/usr/bin/env python3
"""builds.py BUILD: CMakeLists.txt and meson.build make the library as configure and make do.

Nothing is compiled: each build is configured, and what it would run is compared: files, definitions,
flags of the instruction sets, SONAME, version script, and the list of files that are installed. All
files of include/ and lib/ must be in there. BUILD is a build directory with all kernels. Environment:
srcdir. Closes with "N passed, N failed, N skipped".
"""
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

source = os.path.abspath(os.environ.get("srcdir", "."))
counts = {"passed": 0, "failed": 0, "skipped": 0}
# What a build for x86-64 does not compile: the form with one set of kernels, and other processors' sets.
NOT_HERE = {"lib/bitmill.c", "lib/dispatch/one_isa.c", "lib/dispatch/neon.c"}
# Flags that say what is compiled; others, such as warnings, are each build's own.
FLAG = re.compile(r"-(D|m|f(?!PIC|pic|diagnostics))\w")
OWN = re.compile(r"-D(HAVE_CONFIG_H|PIC|bitmill_EXPORTS|_FILE_OFFSET_BITS=64|NDEBUG)$")


def run(*command, cwd=None):
    done = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        sys.exit(f"failed: {shlex.join(command)}: exit status {done.returncode}\n{done.stdout}")
    return done.stdout


def check(what, expected, got):
    """Two sets or texts."""
    if expected == got:
        counts["passed"] += 1
        return
    counts["failed"] += 1
    print(f"failed: {what}")
    if isinstance(expected, set):
        expected, got = sorted(expected - got), sorted(got - expected)
    print(f"    by make alone: {expected}\n    by this alone: {got}")


def flags_of(command):
    """The file that a command compiles, and its flags."""
    words = shlex.split(command)
    files = [os.path.abspath(word.replace("`", "")) for word in words if word.endswith(".c")]
    flags = {word for word in words if FLAG.match(word) and not OWN.match(word)}
    return os.path.relpath(files[-1], source), frozenset(flags)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def installed_names(prefix, files):
    """What users of the library need, without the folder that is called lib here and lib64 there."""
    names = {os.path.relpath(file, prefix) for file in files}
    return {re.sub(r"^lib\w*/([\w-]*-linux-gnu/)?", "lib/", name) for name in names
            if re.match(r"include/|lib.*/(pkgconfig|cmake)/", name)}


# ---- The three builds: files with flags, what else, installed names ----


def by_make(build, work):
    shutil.copy(os.path.join(build, "config.status"), work)
    run("./config.status", cwd=work)
    lines = run("make", "-n", "V=1", "libbitmill.la", cwd=work).replace("\\\n", " ").splitlines()
    os.chdir(work)
    units = dict(flags_of(line.split(";")[0]) for line in lines if "--mode=compile" in line)
    link = next(line for line in lines if "--mode=link" in line and "-version-info" in line)
    current, revision, age = re.search(r"-version-info (\d+):(\d+):(\d+)", link).groups()
    names = f"{int(current) - int(age)} {int(current) - int(age)}.{age}.{revision}"
    lists = ["include", "bitmill_include", "bits_include", "word_include", "learn_include",
             "learn_laws_include", "learn_variants_include"]
    run("make", *[f"install-{name}HEADERS" for name in lists], "install-pkgconfigDATA",
        "install-cmakeDATA", "prefix=" + work + "/installed", cwd=work)
    found = [os.path.join(folder, file) for folder, _, files in os.walk(work + "/installed")
             for file in files]
    return units, names, "bitmill.map" in link, installed_names(work + "/installed", found)


def of_ninja(work):
    """SONAME, version script."""
    text = read(work + "/build.ninja")
    soname = re.search(r"(?:SONAME = |-soname,)libbitmill\.so\.(\d+)", text).group(1)
    full = re.search(r"libbitmill\.so\.(\d+\.\d+\.\d+)", text).group(1)
    return f"{soname} {full}", "version-script=" + source + "/lib/bitmill.map" in text


def units_of_database(work):
    os.chdir(work)
    return dict(flags_of(entry["command"]) for entry in json.loads(read("compile_commands.json")))


def by_cmake(work):
    run("cmake", "-S", source, "-B", work, "-G", "Ninja", "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON",
        "-DBUILD_SHARED_LIBS=ON")
    names, script = of_ninja(work)
    lists = re.findall(r'DESTINATION "\$\{CMAKE_INSTALL_PREFIX\}/([^"]*)"[^)]*FILES\s+((?:"[^"]*"\s*)+)\)',
                         read(work + "/cmake_install.cmake"))
    files = [os.path.join("/", folder, os.path.basename(file)) for folder, names_of in lists
             for file in re.findall(r'"([^"]*)"', names_of)]
    return units_of_database(work), names, script, installed_names("/", files)


def by_meson(work):
    run("meson", "setup", work, source, "-Dprefix=/", "-Ddefault_library=shared")
    names, script = of_ninja(work)
    files = json.loads(run("meson", "introspect", "--installed", work)).values()
    return units_of_database(work), names, script, installed_names("/", files)


def main():
    if len(sys.argv) != 2 or not os.path.exists(os.path.join(sys.argv[1], "config.status")):
        sys.exit(f"builds.py: {sys.argv[1:]}: expected a build directory")
    build = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="bitmill-builds.") as tmp:
        os.mkdir(tmp + "/make")
        units, names, script, installed = by_make(build, tmp + "/make")
        on_disk = {os.path.relpath(os.path.join(folder, file), source)
                   for top in ("lib", "include") for folder, _, files in os.walk(os.path.join(source, top))
                   for file in files}
        if "lib/dispatch/avx512.c" in units:
            check("all .c files of lib/ are in lib/local.mk", set(units) | NOT_HERE,
                  {file for file in on_disk if file.startswith("lib/") and file.endswith(".c")})
        else:
            counts["skipped"] += 1
            print("skipped: all .c files of lib/ are listed: this build has not all kernels")
        check("all headers are installed", {file for file in installed if file.startswith("include/")},
              {file for file in on_disk if re.match(r"include/.*\.h$", file)})
        check("make uses the version script", True, script)
        for name, program, other in ("CMake", "cmake", by_cmake), ("meson", "meson", by_meson):
            if not shutil.which(program) or not shutil.which("ninja"):
                counts["skipped"] += 1
                print(f"skipped: {name}: {program} or ninja is not installed")
                continue
            its_units, its_names, its_script, its_installed = other(tmp + "/" + program)
            check(f"{name}: files", set(units), set(its_units))
            for unit in sorted(set(units) & set(its_units)):
                check(f"{name}: flags of {unit}", set(units[unit]), set(its_units[unit]))
            check(f"{name}: SONAME and version", names, its_names)
            check(f"{name}: version script", True, its_script)
            check(f"{name}: installed files", installed, its_installed)
        os.chdir("/")
    print("{passed} passed, {failed} failed, {skipped} skipped".format(**counts))
    return 0 if counts["failed"] == 0 and counts["passed"] > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
