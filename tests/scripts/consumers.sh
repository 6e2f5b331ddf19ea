#!/bin/sh
# consumers.sh [--full] PREFIX: the projects in tests/consumers take bitmill in each way that
# README.md names, and run. Each is copied into an empty folder first, as a stranger's.
#
# PREFIX is where bitmill is installed, static and shared. Without --full, the projects that build the
# library too leave out the kernels of AVX2 and AVX-512, which take most of the time. With it, they
# build all, and the Debian packages are built and unpacked. Environment: srcdir.
set -eu
srcdir=$(cd "${srcdir:-.}" && pwd)
full=
[ "${1-}" != --full ] || { full=yes && shift; }
[ $# -eq 1 ] && [ -e "$1/include/bitmill.h" ] ||
    { echo "consumers.sh: '$*': expected [--full] and the prefix of an installed bitmill" >&2; exit 2; }
prefix=$(cd "$1" && pwd)
unset PKG_CONFIG_PATH CMAKE_PREFIX_PATH CFLAGS LDFLAGS MAKEFLAGS
. "$srcdir/tests/scripts/counted.sh"
version=$(awk '/define BMILL_VERSION_(MAJOR|MINOR|PATCH) /{printf "%s%s", dot, $3; dot = "."}' \
    "$srcdir/include/bitmill/config.h")

# project NAME: a copy of that project, with the programs, in an empty folder; it is the current one.
project() {
    rm -rf "$tmp/project"
    cp -R "$srcdir/tests/consumers/$1" "$tmp/project"
    cp "$srcdir/tests/consumers/main.c" "$srcdir/tests/consumers/word.c" "$tmp/project"
    cd "$tmp/project"
}
# says PROGRAM: it runs, and finds ten bits with the headers of this version.
says() {
    "$@" >"$tmp/said" || return
    cat "$tmp/said"
    [ "$(cat "$tmp/said")" = "10 bits, bitmill $version" ]
}
needs_library() { LC_ALL=C readelf -d "$1" | grep -q 'NEEDED.*libbitmill\.so\.[0-9]'; }
needs_no_library() { ! needs_library "$1"; }

# ---- make and pkg-config ----

by_make() {
    project make
    PKG_CONFIG_PATH=$prefix/lib/pkgconfig make -s && needs_library main && LD_LIBRARY_PATH=$prefix/lib says ./main
}

# ---- Two files, with nothing else ----

one_set=-DBMILL_ONE_ISA
[ -z "$full" ] || one_set=
two_files() {
    project two_files
    "$srcdir/script/amalgamate" . && make -s CPPFLAGS="-I. $one_set" && says ./main && needs_no_library main
}

# ---- CMake: find_package ----

# by_cmake ARGUMENT...: the project finds the package below `root` and builds.
by_cmake() {
    project cmake
    cmake -S . -B build "-DCMAKE_PREFIX_PATH=$root" "$@" && cmake --build build &&
        says build/main && says build/word && needs_no_library build/word
}
root=$prefix
cmake_shared() { by_cmake && needs_library build/main; }
cmake_static() { by_cmake -DBITMILL_USE_STATIC_LIBS=ON && needs_no_library build/main; }
# As Debian installs: there the prefix is one folder further up.
cmake_multiarch() (
    root=$tmp/multiarch
    mkdir -p "$root/lib/x86_64-linux-gnu"
    cp -R "$prefix/include" "$root"
    cp -R "$prefix/lib/." "$root/lib/x86_64-linux-gnu"
    by_cmake -DCMAKE_LIBRARY_ARCHITECTURE=x86_64-linux-gnu && needs_library build/main
)
# wants EXPECTED VERSION: whether the package is FOUND, or NOT, for whom that version is the one wanted.
wants() {
    mkdir -p "$tmp/wants" && cd "$tmp/wants"
    cat >CMakeLists.txt <<END
cmake_minimum_required(VERSION 3.19)
project(wants NONE)
find_package(bitmill $2)
if(bitmill_FOUND)
    message(STATUS "found: \${bitmill_VERSION}")
endif()
END
    cmake -S . -B build "-DCMAKE_PREFIX_PATH=$prefix" -Ubitmill_DIR >out 2>&1 || return
    cat out
    if [ "$1" = FOUND ]; then grep -q "found: $version\$" out; else ! grep -q 'found:' out; fi
}
cmake_versions() {
    major=${version%%.*} rest=${version#*.}
    minor=${rest%%.*}
    wants FOUND '' && wants FOUND "$version" && wants FOUND "$version EXACT" && wants FOUND "$major.$minor" &&
        wants FOUND "$version...$((major + 1))" && wants NOT "$major.$((minor + 1))" && wants NOT "$((major + 1))" &&
        wants NOT "$((major + 1))...$((major + 2))" && wants NOT "0...<$version" &&
        wants NOT "$((major - 1)).9" # another interface
}
# Without the header, the package says what is missing.
cmake_says_what_is_missing() {
    rm -rf "$tmp/broken"
    mkdir -p "$tmp/broken/lib"
    cp -R "$prefix/lib/cmake" "$tmp/broken/lib"
    sed -i 's|EXISTS "/[^"]*bitmill/config.h"|FALSE|' "$tmp/broken/lib/cmake/bitmill/bitmill-config.cmake"
    project cmake
    ! cmake -S . -B build "-DCMAKE_PREFIX_PATH=$tmp/broken" >"$tmp/out" 2>&1 || return
    cat "$tmp/out"
    tr -s ' \n' ' ' <"$tmp/out" | grep -q "config.h is in no folder above $tmp/broken/lib"
}

# ---- Projects that build the library: CMake's FetchContent, meson ----

cmake_kernels='-DBITMILL_AVX2=OFF -DBITMILL_AVX512=OFF' meson_kernels='-Dbitmill:avx2=false -Dbitmill:avx512=false'
[ -z "$full" ] || cmake_kernels='' meson_kernels=''
sources() { "$srcdir/script/export" "$tmp/bitmill"; }
fetchcontent() {
    project fetchcontent
    cmake -S . -B build "-DBITMILL=$tmp/bitmill" $cmake_kernels && cmake --build build --target main &&
        says build/main && needs_no_library build/main
}
meson_subproject() {
    project meson
    mkdir subprojects && ln -s "$tmp/bitmill" subprojects/bitmill && meson setup build $meson_kernels &&
        ninja -C build main word && says build/main && says build/word && needs_no_library build/word
}
meson_installed() {
    project meson
    PKG_CONFIG_PATH=$prefix/lib/pkgconfig meson setup build --wrap-mode=nofallback && ninja -C build &&
        needs_library build/main && LD_LIBRARY_PATH=$prefix/lib says build/main && says build/word
}
# All kernels, as a shared library that is installed, and found by the other projects.
installs() (
    prefix=$tmp/installed root=$tmp/installed
    rm -rf "$prefix"
    "installs_by_$1" && by_make && by_cmake && needs_library build/main && exports_only_bmill
)
installs_by_cmake() {
    cmake -S "$tmp/bitmill" -B "$tmp/library" -DBUILD_SHARED_LIBS=ON "-DCMAKE_INSTALL_PREFIX=$prefix" \
        -DCMAKE_INSTALL_LIBDIR=lib && cmake --build "$tmp/library" -j2 && cmake --install "$tmp/library"
}
installs_by_meson() {
    meson setup "$tmp/library-meson" "$tmp/bitmill" -Ddefault_library=shared "-Dprefix=$prefix" -Dlibdir=lib &&
        meson install -C "$tmp/library-meson"
}
exports_only_bmill() {
    nm -D --defined-only "$prefix/lib/libbitmill.so" | awk '$2 ~ /[TDBRVW]/ { print $3 }' >"$tmp/exports"
    ! grep -vE '^bmill_(bits|isa)_' "$tmp/exports" && [ "$(grep -c . "$tmp/exports")" -gt 20 ]
}

# ---- Debian packages, unpacked ----

debian_build() {
    "$srcdir/script/export" "$tmp/debian/bitmill" && cd "$tmp/debian/bitmill" &&
        DEB_BUILD_OPTIONS="nocheck parallel=$(nproc)" dpkg-buildpackage -b -us -uc -d
}
debian_clean() {
    cd "$tmp/debian" && lintian --fail-on error,warning --allow-root ./*.changes
}
debian_packages() { (cd "$tmp/debian" && echo *.deb); }
debian_use() (
    for package in $(debian_packages); do dpkg-deb -x "$tmp/debian/$package" "$tmp/unpacked" || return; done
    root=$tmp/unpacked/usr
    libdir=$(dirname "$(find "$root/lib" -name libbitmill.a)")
    project make
    # As if the folder were the root.
    PKG_CONFIG_PATH=$libdir/pkgconfig PKG_CONFIG_SYSROOT_DIR=$tmp/unpacked PKG_CONFIG_ALLOW_SYSTEM_CFLAGS=1 \
        PKG_CONFIG_ALLOW_SYSTEM_LIBS=1 make -s &&
        needs_library main && LD_LIBRARY_PATH=$libdir says ./main &&
        by_cmake "-DCMAKE_LIBRARY_ARCHITECTURE=$(basename "$libdir")" && needs_library build/main &&
        LD_LIBRARY_PATH=$libdir "$root/bin/bitmill" isa | grep -q 'in use'
)

# ---- All of them ----

check 'make and pkg-config' by_make
check 'two files' two_files
if installed cmake 'find_package and FetchContent'; then
    check 'CMake: find_package, shared' cmake_shared
    check 'CMake: find_package, static' cmake_static
    check 'CMake: find_package in lib/x86_64-linux-gnu' cmake_multiarch
    check 'CMake: find_package, versions' cmake_versions
    check 'CMake: find_package says what is missing' cmake_says_what_is_missing
fi
check 'a copy of the sources' sources
if installed cmake 'FetchContent'; then
    check 'CMake: FetchContent' fetchcontent
    [ -z "$full" ] || check 'CMake: installs' installs cmake
fi
if installed meson 'meson: subproject and installed'; then
    check 'meson: installed' meson_installed
    check 'meson: subproject' meson_subproject
    [ -z "$full" ] || check 'meson: installs' installs meson
fi
if [ -n "$full" ] && installed dpkg-buildpackage 'Debian packages' && installed dh 'Debian packages' &&
    installed lintian 'Debian packages'; then
    check 'Debian packages: build' debian_build
    check 'Debian packages: lintian' debian_clean
    check 'Debian packages: use' debian_use
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
