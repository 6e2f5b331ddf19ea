#!/bin/sh
# set_names.sh: the names of a set of kernels. lib/names.h lists all of them, each with the prefix of the
# set, so that two sets fit into one file and a profiler shows which set runs (script/names --check).
#
# Environment: CC (default gcc), CTAGS (default ctags), srcdir.
set -eu
srcdir=${srcdir:-.}
CC=${CC:-gcc}
CTAGS=${CTAGS:-ctags}

skip() {
    echo "skipped: names of kernels: $1"
    echo '0 passed, 0 failed, 1 skipped'
    exit 77
}
$CC -E -dM -xc /dev/null | grep -q '__x86_64__ 1' || skip "$CC does not compile for x86-64"
$CTAGS --version 2>/dev/null | grep -q 'Universal Ctags' || skip 'universal-ctags is not installed'
command -v python3 >/dev/null || skip 'python3 is not installed'

if CC=$CC CTAGS=$CTAGS "$srcdir/script/names" --check; then
    echo '1 passed, 0 failed, 0 skipped'
else
    echo 'set_names.sh: if a name came or went: script/names >names.new && mv names.new lib/names.h'
    echo '0 passed, 1 failed, 0 skipped'
    exit 1
fi
