#!/usr/bin/env python3
"""packages.py: the recipes in packaging/ for package managers that are not here, as far as that goes.

vcpkg: the manifest is JSON with the fields that it must have, and the files that the port takes exist.
Conan: the recipe runs with stand-ins for Conan's modules; what it exports is configured by CMake.
Both say the version of the headers. Environment: srcdir. Closes with "N passed, N failed, N skipped".
"""
import fnmatch
import json
import os
import re
import runpy
import shutil
import subprocess
import sys
import tempfile
import types

source = os.path.abspath(os.environ.get("srcdir", "."))
counts = {"passed": 0, "failed": 0, "skipped": 0}


def check(what, good, details=""):
    counts["passed" if good else "failed"] += 1
    if not good:
        print(f"failed: {what}: {details}")


def read(path):
    with open(os.path.join(source, path), encoding="utf-8") as file:
        return file.read()


def vcpkg(version):
    manifest = json.loads(read("packaging/vcpkg/vcpkg.json"))
    check("vcpkg.json: name", manifest.get("name") == "bitmill", manifest)
    check("vcpkg.json: version", manifest.get("version") == version, f"expected {version}: {manifest}")
    port = read("packaging/vcpkg/portfile.cmake")
    folder = os.path.join(source, "packaging/vcpkg")
    port = port.replace("${SOURCE_PATH}", source).replace("${CMAKE_CURRENT_LIST_DIR}", folder)
    files = re.findall(r'"(/[^"$]*)"', port)
    for file in files:
        check("portfile.cmake: files", os.path.exists(file), file)
    check("portfile.cmake: files", len(files) >= 3, f"expected three or more: {files}")


def copy(_, pattern, src, dst):
    """conan.tools.files.copy: the pattern is of a path below src."""
    copied = 0
    for folder, _, files in os.walk(src):
        for file in files:
            path = os.path.relpath(os.path.join(folder, file), src)
            if fnmatch.fnmatchcase(path, pattern):
                to = os.path.join(dst, path)
                os.makedirs(os.path.dirname(to), exist_ok=True)
                shutil.copy(os.path.join(folder, file), to)
                copied += 1
    check("conanfile.py: files", copied, f"no file fits {pattern}")


def module(name, **members):
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(members)


def conan(version, tmp):
    module("conan", ConanFile=object)
    module("conan.tools")
    module("conan.tools.cmake", CMake=object, CMakeToolchain=object, cmake_layout=None)
    module("conan.tools.files", copy=copy, load=lambda _, path: read(path))
    recipe = runpy.run_path(os.path.join(source, "packaging/conan/conanfile.py"))["Bitmill"]()
    recipe.recipe_folder = os.path.join(source, "packaging", "conan")
    recipe.export_sources_folder = os.path.join(tmp, "sources")
    recipe.set_version()
    check("conanfile.py: version", recipe.version == version, f"{recipe.version}, expected {version}")
    recipe.export_sources()
    if not shutil.which("cmake"):
        counts["skipped"] += 1
        print("skipped: conanfile.py: what it exports: cmake is not installed")
        return
    done = subprocess.run(["cmake", "-S", recipe.export_sources_folder, "-B", os.path.join(tmp, "build")],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    check("conanfile.py: what it exports", done.returncode == 0, done.stdout)


def main():
    header = read("include/bitmill/config.h")
    version = ".".join(re.findall(r"define BMILL_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", header))
    vcpkg(version)
    with tempfile.TemporaryDirectory(prefix="bitmill-packages.") as tmp:
        conan(version, tmp)
    print("{passed} passed, {failed} failed, {skipped} skipped".format(**counts))
    return 0 if counts["failed"] == 0 and counts["passed"] > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
