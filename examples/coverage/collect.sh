#!/bin/sh
# collect.sh DIRECTORY [PROGRAM...]: makes coverage maps of bitmill's own tests: which lines of the
# engines of its command (tools/engine) does each test run? PROGRAM is one of tests/tools/*.c: expr,
# law, lesson, sheet (default: all, which takes a minute; the tests of sheet take seconds).
#
# Compiles the engines with --coverage, and runs each test of each program alone. gcov says in JSON
# how often each line ran; a few lines of Python write that as DIRECTORY/PROGRAM.TEST.map, the form
# that coverage reads. The seed is fixed, so that a second run gives the same maps.
#
# Needs gcc 9 or newer, its gcov, python3, and Check. Nothing is written outside of DIRECTORY, which
# must be empty or new. Exit status: 0; 1 if something fails; 2 for misuse.
set -eu
[ $# -ge 1 ] || { echo 'collect.sh: no arguments, expected DIRECTORY [PROGRAM...]' >&2; exit 2; }
[ ! -e "$1" ] || [ -z "$(ls -A "$1" 2>&1)" ] ||
    { echo "collect.sh: '$1' is not empty, expected a new or an empty directory" >&2; exit 2; }
mkdir -p "$1"
maps=$(cd "$1" && pwd)
shift
cd "$(dirname "$0")/../.." # the sources: gcov then names files as tools/engine/text.c
[ $# -gt 0 ] || set -- expr law lesson sheet
for program; do
    [ -e "tests/tools/$program.c" ] && grep -q tcase_add "tests/tools/$program.c" ||
        {
            echo "collect.sh: unknown program '$program', expected expr, law, lesson or sheet" >&2
            exit 2
        }
done
check="$(pkg-config --cflags --libs check) -lm"

build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
flags='-O0 -Iinclude -I. -Itests'

# The archive makes the linker take only what a program calls, so that gcov has less to say.
objects() {
    for file in tools/engine/*.c tools/engine/lessons/*.c; do
        echo "$file $build/$(echo "${file%.c}" | tr / -).o"
    done
}
objects | xargs -n 2 -P 2 sh -c "gcc $flags --coverage -c \"\$0\" -o \"\$1\""
ar rcs "$build/engine.a" "$build"/*.o
for file in pages prop runner; do
    gcc $flags -c "tests/harness/$file.c" -o "$build/harness-$file.o"
done

# JSON of gcov, one object a line, to lines of file: and lcount:. A count may be -1 by a fault of
# gcov.
cat >"$build/maps.py" <<'END'
import json, sys
for text in sys.stdin:
    for file in json.loads(text)["files"]:
        print("file:" + file["file"])
        for line in file["lines"]:
            print("lcount:%d,%d" % (line["line_number"], max(0, line["count"])))
END

export BMILL_SEED=1 BMILL_FAILED_SEEDS=/dev/null CK_TIMEOUT_MULTIPLIER=10
for program; do
    gcc $flags -include examples/coverage/one_test.h "tests/tools/$program.c" \
        "$build"/harness-*.o "$build/engine.a" --coverage $check -o "$build/$program"
    tests=$(sed -n 's/.*tcase_add_[a-z_]*([a-z]*, *\([a-z_0-9]*\)[,)].*/\1/p' \
        "tests/tools/$program.c")
    for test in $tests; do
        rm -f "$build"/*.gcda
        ONE_TEST=$test "$build/$program" >"$build/log" 2>&1 ||
            { cat "$build/log" >&2; echo "collect.sh: $program: $test failed" >&2; exit 1; }
        (cd "$build" && gcov --json-format --stdout tools-*.gcda) |
            python3 "$build/maps.py" >"$maps/$program.$test.map"
    done
done
