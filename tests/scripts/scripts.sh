#!/bin/sh
# scripts.sh [--full]: the scripts work after each other in any order, in a fresh tree and in
# one where somebody ran ./configure by hand, and none writes outside of build/. All of it is in a
# copy of the sources. Closes with "N passed, N failed, N skipped".
#
# Without --full only script/configure is run, on which the others stand, and one small program is
# built (half a minute); with it script/bench, script/demo and script/instructions (some minutes).
#
# Environment: srcdir.
set -u
export LC_ALL=C
case ${1-} in '' | --full) ;; *) echo "scripts.sh: unknown argument '$1'" >&2 && exit 2 ;; esac
srcdir=${srcdir:-.}
passed=0 failed=0 skipped=0
tmp=$(mktemp -d)
trap 'chmod -R u+w "$tmp"; rm -rf "$tmp"' EXIT
unset BUILD MAKEFLAGS MAKELEVEL 2>/dev/null
# A cache for configure, so that it asks the compiler only once.
cat >"$tmp/site" <<END
cache_file=$tmp/cache
enable_shared=no
END
export CONFIG_SITE="$tmp/site" CFLAGS=-O1
"$srcdir/script/export" "$tmp/tree" && cd "$tmp/tree" || exit 1

# try WHAT COMMAND...: a test; its output is shown if it fails.
try() {
    what=$1
    shift
    if "$@" >"$tmp/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $what: $*"
        tail -n 20 "$tmp/log" | sed 's/^/    /'
    fi
}

# The files of the tree outside of build/, without those of autoreconf.
files() { find . \( -path ./build -o -path ./autom4te.cache \) -prune -o -type f -print | sort; }
same_files() { files | diff "$tmp/files" -; }

# Builds a small program. It must be in the build directory: make may have found one elsewhere.
builds() {
    script/configure "$1" -q && make -s -C "$1" tests/harness/test_prop && [ -x "$1/tests/harness/test_prop" ] &&
        "$1/tests/harness/test_prop"
}
# By hand, as a README would have it.
by_hand() { ./configure -q && make -s tests/harness/test_prop && ./tests/harness/test_prop; }
# A clone has no ./configure yet.
says_bootstrap() {
    mv configure "$tmp/configure"
    ! script/configure build/c 2>"$tmp/said" && grep 'expected script/bootstrap' "$tmp/said"
    status=$?
    mv "$tmp/configure" configure
    return $status
}
from() { [ "$(sed -n 's/^abs_top_srcdir = //p' "$1/Makefile")" = "$2" ]; }
# An error in a source must stop the next build, whichever builds came before.
sees_changes() {
    cp tests/harness/prop.c "$tmp/prop.c" && echo '#error changed' >>tests/harness/prop.c
    for directory; do
        if builds "$directory"; then
            echo "$directory: what was changed is not built anew"
            return 1
        fi
    done
    cp "$tmp/prop.c" tests/harness/prop.c
}

run_configure() {
    files >"$tmp/files"
    try 'no ./configure' says_bootstrap
    try 'fresh' builds build/a
    try 'fresh: sources are the tree' from build/a "$PWD"
    try 'fresh: nothing outside of build/' same_files
    try 'by hand after a script' by_hand
    files >"$tmp/files"
    try 'by hand: another directory' builds build/b
    try 'by hand: the directory of before' builds build/a
    try 'by hand: sources are a copy' from build/a "$PWD/build/src"
    try 'by hand: the copy has no objects' test -z "$(find build/src -name '*.o' -o -name config.status)"
    try 'by hand: again, as it is' builds build/a
    try 'by hand: nothing outside of build/' same_files
    try 'by hand: changes are seen' sees_changes build/a build/b
    try 'by hand: still builds there' by_hand
    try 'distclean' make -s distclean
    try 'distclean: the directory of before' builds build/a
    try 'distclean: sources are the tree' from build/a "$PWD"
    try 'distclean: changes are seen' sees_changes build/a
}

bench() { script/bench --operation '^and$' --bytes 64,4K --passes 3 >"$tmp/table" && grep -q '^and ' "$tmp/table"; }
word() { script/bench --word --quick --operation '^popcount$' --passes 2; }
demo() { script/demo README.md; }
instructions() { env -u CC script/instructions; }
tree_by_hand() { ./configure -q && make -s -j2; }

# in_order WHEN SCRIPT...: runs the scripts one after the other. None may leave files outside of build/.
in_order() {
    when=$1
    shift
    files >"$tmp/files"
    for script; do try "$when: $script" "$script"; done
    try "$when: nothing outside of build/" same_files
}
run_scripts() {
    in_order 'fresh' bench demo word instructions
    try 'by hand' tree_by_hand
    in_order 'by hand' demo bench instructions word
    try 'by hand: still builds' tree_by_hand
    try 'distclean' make -s distclean
    in_order 'distclean' word instructions demo bench
}

if [ "${1-}" = --full ]; then run_scripts; else run_configure; fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
