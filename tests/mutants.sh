#!/bin/sh
# mutants.sh SRCDIR: plants the bugs of mutants.list one by one in a copy of the sources, builds, and
# runs the tests that the list names: each bug must be caught. The sources themselves stay free of test code, and a bug
# may be anything that can be written. Closes with "N passed, N failed, N skipped".
#
# Environment: CC, MAKE; BMILL_MUTANTS=text plants only those whose line contains the text.
set -eu

srcdir=$(cd "${1:?mutants.sh: expected the source directory}" && pwd)
make=${MAKE:-make}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
passed=0 failed=0 skipped=0

# The sources without what a build in them has left, and a build beside them.
mkdir "$work/src" "$work/build"
(cd "$srcdir" && tar cf - --exclude=.git --exclude='*.o' --exclude='*.lo' --exclude=.deps \
    --exclude=.libs --exclude=config.status --exclude=./build --exclude=./bitmill-0* .) | (cd "$work/src" && tar xf -)
chmod -R u+w "$work/src"
rm -f "$work/src/Makefile" "$work/src/config.h"
cd "$work/build"
"$work/src/configure" -q --disable-shared CFLAGS=-O1 ${CC:+CC="$CC"} >configure.log 2>&1 ||
    { cat configure.log >&2; exit 1; }

# programs: those that are to catch the bugs of this part of the list.
build() { $make -s -j2 $programs >build.log 2>&1; }
# Whether one of them fails; its output is then in test.log.
caught() {
    for program in $programs; do
        timeout 120 "./$program" >test.log 2>&1 || return 0
    done
    return 1
}

# Without any bug the programs must build and pass.
check_programs() {
    build || { cat build.log >&2; echo "mutants.sh: $programs: do not build" >&2; exit 1; }
    if caught; then
        cat test.log >&2
        echo "mutants.sh: $programs: fail without any bug planted" >&2
        exit 1
    fi
}

# Replaces the text, which must stand there once; the file on standard output.
plant() {
    OLD=$2 NEW=$3 perl -0777 -pe '
        my ($old, $new) = @ENV{"OLD", "NEW"};
        s/\\n/\n/g for $old, $new;
        my $found = () = /\Q$old\E/g;
        die "found $found times\n" if $found != 1;
        s/\Q$old\E/$new/' "$1"
}

# The sets of kernels that this machine runs, asked before any bug is planted.
runnable=
programs=tests/test_isa
check_programs
for file in "$work"/src/lib/isa/*.c; do
    isa=$(basename "$file" .c)
    BMILL_REQUIRE_ISA=$isa ./tests/test_isa >/dev/null 2>&1 && runnable="$runnable $isa "
done

while IFS= read -r line; do
    case $line in
    "#"* | "") continue ;;
    "@ "*)
        programs=${line#@ } checked=
        continue
        ;;
    esac
    case $line in *"${BMILL_MUTANTS:-}"*) ;; *) continue ;; esac
    [ -n "$checked" ] || check_programs
    checked=yes
    file=${line%% :: *} rest=${line#* :: }
    old=${rest%% :: *} rest=${rest#* :: }
    new=${rest%% :: *} bug=${rest#* :: }
    case $file in
    lib/isa/*.c)
        isa=$(basename "$file" .c)
        case $runnable in *" $isa "*) ;; *)
            skipped=$((skipped + 1))
            echo "skipped: mutant: $bug: this machine cannot run $isa"
            continue
            ;;
        esac
        ;;
    esac
    cp "$work/src/$file" "$work/original"
    if ! plant "$work/original" "$old" "$new" >"$work/src/$file" 2>"$work/why"; then
        failed=$((failed + 1))
        echo "failed: mutant: $bug: cannot be planted in $file: '$old' $(cat "$work/why")"
    elif ! build; then
        failed=$((failed + 1))
        echo "failed: mutant: $bug: does not compile: $(grep -m1 error: build.log)"
    elif caught; then
        passed=$((passed + 1))
        echo "caught: $bug ($file)"
    else
        failed=$((failed + 1))
        echo "failed: mutant: $bug: no test noticed, in $file: $new"
    fi
    cp "$work/original" "$work/src/$file"
done <"$srcdir/tests/mutants.list"

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
