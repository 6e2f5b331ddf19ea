#!/bin/sh
# lesson_code.sh: the C that lessons show compiles without a warning, and returns what the library
# returns: see lesson_code.c. Closes with "N passed, N failed, N skipped".
#
# Environment: CC, srcdir, BMILL_SEED; run from the build directory.
set -eu
include=${srcdir:-.}/include
least=600 # lessons and widths are tried: not a list that has been lost
seed=${BMILL_SEED:-$(date +%s)}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
echo "seed: $seed"
./tests/tools/lesson_code "$seed" >"$tmp/code.c"
flags='-std=c11 -O0 -Wall -Wextra -Wno-misleading-indentation -Wno-constant-conversion -Werror'
if ! ${CC:-cc} $flags -I"$include" "$tmp/code.c" -o "$tmp/code" 2>"$tmp/log"; then
    echo 'failed: the C of a lesson does not compile:'
    grep -A 3 'error:' "$tmp/log" || cat "$tmp/log"
    echo '0 passed, 1 failed, 0 skipped'
    exit 1
fi
status=0
"$tmp/code" >"$tmp/out" || status=1
passed=$(sed -n 's/ passed, .*//p' "$tmp/out")
if [ "${passed:-0}" -lt $least ]; then
    echo "failed: $passed lessons and widths are right, expected at least $least"
    status=1
fi
cat "$tmp/out"
exit $status
