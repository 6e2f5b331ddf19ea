#!/bin/sh
# mutants.sh [--fit] SRCDIR: plants the bugs of mutants.list one by one in a copy of the sources,
# builds, and runs the tests that the list names: each bug must be caught. The sources themselves
# stay free of test code, and a bug may be anything that can be written. Closes with "N passed, N
# failed, N skipped". --fit: looks only whether each can be planted, which takes a second.
#
# Environment: CC, MAKE; BMILL_MUTANTS=text plants only those whose line contains the text;
# BMILL_SEED as in the tests; BMILL_MUTANT_LIMIT=seconds for one program (default 600), after which
# the bug counts as not caught.
set -eu
export BMILL_FAILED_SEEDS=/dev/null # what fails with a bug says nothing of the sources

fit=
[ "${1-}" != --fit ] || { fit=yes && shift; }
srcdir=$(cd "${1:?mutants.sh: expected the source directory}" && pwd)
make=${MAKE:-make}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
passed=0 failed=0 skipped=0

# Replaces the text, which must stand there once; the file on standard output.
plant() {
    OLD=$2 NEW=$3 perl -0777 -pe '
        my ($old, $new) = @ENV{"OLD", "NEW"};
        s/\\n/\n/g for $old, $new;
        my $found = () = /\Q$old\E/g;
        die "found $found times\n" if $found != 1;
        s/\Q$old\E/$new/' "$1"
}

# A line of the list into file, old, new and bug.
take_apart() {
    file=${1%% :: *} rest=${1#* :: }
    old=${rest%% :: *} rest=${rest#* :: }
    new=${rest%% :: *} bug=${rest#* :: }
}

if [ -n "$fit" ]; then
    while IFS= read -r line; do
        case $line in "#"* | "@ "* | "") continue ;; esac
        take_apart "$line"
        if plant "$srcdir/$file" "$old" "$new" >"$work/planted" 2>"$work/why" &&
            ! cmp -s "$srcdir/$file" "$work/planted"; then
            passed=$((passed + 1))
        else
            failed=$((failed + 1))
            echo "failed: mutant: $bug: cannot be planted in $file: '$old' $(cat "$work/why")"
        fi
    done <"$srcdir/tests/mutants.list"
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
    exit
fi

# The sources without what a build in them has left, and a build beside them.
"$srcdir/script/export" "$work/src"
mkdir "$work/build"
cd "$work/build"
"$work/src/configure" -q --disable-shared CFLAGS=-O1 ${CC:+CC="$CC"} >configure.log 2>&1 ||
    { cat configure.log >&2; exit 1; }

# programs: those that are to catch the bugs of this part of the list.
build() { $make -s -j2 $programs >build.log 2>&1; }
# Whether one of them fails; its output is then in test.log. One that is skipped (77) has noticed
# nothing, and nor has one that must be ended from here: a test has a limit of its own, and what is
# stuck outside of a test would be stuck for whoever runs it. Such a program is in $hung.
limit=${BMILL_MUTANT_LIMIT:-600}
hung=
caught() {
    hung=
    for program in $programs; do
        timeout "$limit" "./$program" >test.log 2>&1
        case $? in
        0 | 77) ;;
        124) hung=$program ;;
        *) return 0 ;;
        esac
    done
    return 1
}
# Whether the compiler was told to refuse the bug: by a static assertion, or by #error in a test.
refused() { grep -qE 'error: .*(static.assert|a constant is wrong)' build.log; }

# The programs of a part of the list, those for x86 only where there are such.
all_programs=$($make -s list-check-programs)
choose_programs() {
    programs=
    for program in $1; do
        case " $all_programs :$program" in
        *" $program "*) programs="$programs $program" ;;
        *:*_x86 | *:*_zen2) ;;
        *)
            echo "mutants.sh: unknown test program $program" >&2
            exit 1
            ;;
        esac
    done
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

# What this machine runs, asked before any bug is planted: sets of kernels, and the helpers that are
# instructions of x86.
runnable=
choose_programs 'tests/dispatch/isa tests/word/rank_x86'
check_programs
if [ -x tests/word/rank_x86 ] && ./tests/word/rank_x86 >/dev/null 2>&1; then runnable=" x86 "; fi
for file in "$work"/src/lib/isa/*.c; do
    isa=$(basename "$file" .c)
    BMILL_REQUIRE_ISA=$isa ./tests/dispatch/isa >/dev/null 2>&1 && runnable="$runnable $isa "
done

while IFS= read -r line; do
    case $line in
    "#"* | "") continue ;;
    "@ "*)
        choose_programs "${line#@ }"
        checked=
        continue
        ;;
    esac
    case $line in *"${BMILL_MUTANTS:-}"*) ;; *) continue ;; esac
    [ -n "$checked" ] || check_programs
    checked=yes
    take_apart "$line"
    needs=
    case $file in
    lib/dispatch/avx2_slow_pext.c) needs=avx2 ;;
    lib/isa/*.c) needs=$(basename "$file" .c) ;;
    lib/isa/*_*.h) needs=$(basename "${file%%_*}") ;;
    esac
    case $bug in x86:*) needs=x86 ;; esac
    case $needs:$runnable in :* | *" $needs "*) ;; *)
        skipped=$((skipped + 1))
        echo "skipped: mutant: $bug: this machine cannot run $needs"
        continue
        ;;
    esac
    cp "$work/src/$file" "$work/original"
    if ! plant "$work/original" "$old" "$new" >"$work/src/$file" 2>"$work/why"; then
        failed=$((failed + 1))
        echo "failed: mutant: $bug: cannot be planted in $file: '$old' $(cat "$work/why")"
    elif ! build && ! refused; then
        failed=$((failed + 1))
        echo "failed: mutant: $bug: does not compile: $(grep -m1 error: build.log)"
    elif refused || caught; then
        passed=$((passed + 1))
        echo "caught: $bug ($file)"
    else
        failed=$((failed + 1))
        echo "failed: mutant: $bug: ${hung:+$hung hung, and }no test noticed, in $file: $new"
    fi
    cp "$work/original" "$work/src/$file"
done <"$srcdir/tests/mutants.list"

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
