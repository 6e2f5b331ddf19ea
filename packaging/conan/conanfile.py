"""A Conan 2 recipe for the sources around it: conan create bitmill/packaging/conan

Not run: there was no Conan where this was written. tests/scripts/packages.py checks what it can.
"""
import os
import re

from conan import ConanFile
from conan.tools.cmake import CMake, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load

SOURCES = ["CMakeLists.txt", "LICENSE", "bitmill.pc.in", "configure.ac", "include/*", "lib/*", "packaging/cmake/*.in"]


class Bitmill(ConanFile):
    name = "bitmill"
    license = "MIT"
    description = "<string.h> for bits: helpers on integers, and vectorised operations on bitmaps"
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False]}
    default_options = {"shared": False}
    languages = "C"

    def _top(self):
        return os.path.join(self.recipe_folder, "..", "..")

    def set_version(self):
        text = load(self, os.path.join(self._top(), "include", "bitmill", "config.h"))
        self.version = ".".join(re.findall(r"#define BMILL_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", text))

    def export_sources(self):
        for pattern in SOURCES:
            copy(self, pattern, src=self._top(), dst=self.export_sources_folder)

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeToolchain(self).generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()
        copy(self, "LICENSE", src=self.source_folder, dst=os.path.join(self.package_folder, "licenses"))

    def package_info(self):
        self.cpp_info.components["word"].set_property("cmake_target_name", "bitmill::word")
        self.cpp_info.components["bitmill"].libs = ["bitmill"]
        self.cpp_info.components["bitmill"].requires = ["word"]
        self.cpp_info.components["bitmill"].set_property("cmake_target_name", "bitmill::bitmill")
        self.cpp_info.components["bitmill"].set_property("pkg_config_name", "bitmill")
