#!/bin/sh
# coverage_maps.sh [--full]: the programs of examples/coverage, with the sample of maps and with maps of
# real tests that gcov makes: those of tests/tools/sheet.c, with --full those of all four programs of
# tests/tools (some minutes). What the program says is worked out again from the text of the maps, by
# awk, sort and comm. Wrong maps and arguments give the message written here.
#
# Environment: srcdir; EXAMPLES is where the programs are (default ./examples).
set -eu
LC_ALL=C
export LC_ALL
programs=sheet
case ${1-} in
'') ;;
--full) programs='expr law lesson sheet' ;;
*) echo "coverage_maps.sh: unknown argument '$1', expected --full or nothing" >&2; exit 2 ;;
esac
srcdir=${srcdir:-.}
. "$srcdir/tests/scripts/counted.sh"
here=$srcdir/examples/coverage
coverage=${EXAMPLES:-./examples}/coverage/coverage
make_maps=${EXAMPLES:-./examples}/coverage/make_maps

# ---- What a set of maps comes to, without bitmaps ----

# The lines "FILE:LINE" that the maps say ran; those that have code with `code` as the first argument.
lines() { # ran|code MAP...
    what=$1
    shift
    [ $# -eq 0 ] || awk -v what="$what" -F '[:,]' '
        /^file:/ { file = substr($0, 6) }
        /^lcount:/ && (what == "code" || $3 > 0) { print file ":" $2 }' "$@" | sort -u
}

# sections DIRECTORY: the parts of what is printed about DIRECTORY.*.map: the table in $tmp/table, the
# greedy order in $tmp/order, the files of the small set in $tmp/files.
sections() {
    "$coverage" "$1"/*.map >"$tmp/said" && "$coverage" --files "$1"/*.map >"$tmp/files" &&
        sed -n '2,/^all /p' "$tmp/said" >"$tmp/table" &&
        sed '1,/^greedy order/d; /^$/,$d' "$tmp/said" >"$tmp/order" && [ -s "$tmp/order" ]
}
# The table: each row, and the last.
table_is_true() { # DIRECTORY
    : >"$tmp/above"
    for map in "$1"/*.map; do
        lines ran "$map" >"$tmp/of_test"
        others=$(ls "$1"/*.map | grep -vxF "$map" || true)
        lines ran $others >"$tmp/of_others"
        name=${map##*/}
        echo "${name%.map} $(wc -l <"$tmp/of_test") $(comm -23 "$tmp/of_test" "$tmp/above" | wc -l)" \
            "$(comm -23 "$tmp/of_test" "$tmp/of_others" | wc -l)"
        sort -u -o "$tmp/above" "$tmp/above" "$tmp/of_test"
    done >"$tmp/want"
    echo "all $(wc -l <"$tmp/above"), of $(lines code "$1"/*.map | wc -l) lines with code" >>"$tmp/want"
    tr -s ' ' <"$tmp/table" | diff "$tmp/want" - && [ "$(wc -l <"$tmp/table")" -gt 5 ]
}
# In the greedy order each test adds the lines that are said, at least one, and no test would add more
# than the one that is next; in the end all lines are covered.
order_is_greedy() { # DIRECTORY
    : >"$tmp/above"
    sum=0
    while read -r name adds covered; do
        most=0
        for map in "$1"/*.map; do
            n=$(lines ran "$map" | comm -23 - "$tmp/above" | wc -l)
            [ "$n" -le "$most" ] || most=$n
        done
        lines ran "$1/$name.map" >"$tmp/of_test"
        n=$(comm -23 "$tmp/of_test" "$tmp/above" | wc -l)
        sum=$((sum + n))
        echo "$name adds $n, the largest is $most, together $sum; said: $adds, $covered"
        [ "$n" -gt 0 ] && [ "$n" = "$most" ] && [ "$n" = "$adds" ] && [ "$sum" = "$covered" ] || return 1
        sort -u -o "$tmp/above" "$tmp/above" "$tmp/of_test"
    done <"$tmp/order"
    lines ran "$1"/*.map | diff - "$tmp/above"
}
# The small set covers exactly what all cover, and does not without any one of its tests.
set_is_enough() { # DIRECTORY
    lines ran "$1"/*.map >"$tmp/all"
    lines ran $(cat "$tmp/files") | diff "$tmp/all" - || return 1
    while read -r file; do
        lines ran $(grep -vxF "$file" "$tmp/files") | cmp -s "$tmp/all" - || continue
        echo "superfluous: $file"
        return 1
    done <"$tmp/files"
    [ "$(wc -l <"$tmp/files")" = "$(sed -n 's/ of .* tests cover all lines that these cover$//p' "$tmp/said")" ]
}
is_true_of() { # NAME DIRECTORY
    check "$1: output" sections "$2"
    check "$1: the table" table_is_true "$2"
    check "$1: the order is greedy" order_is_greedy "$2"
    check "$1: the small set is enough, and all of it is needed" set_is_enough "$2"
}

# ---- The sample ----

mkdir "$tmp/sample"
"$make_maps" "$tmp/sample"
is_true_of sample "$tmp/sample"
says_what_it_prints() {
    sed -n '/^ \* Prints, /,/^ \*\/$/p' "$here/coverage.c" | sed '1d; $d; s/^ \*   //; s/^ \*$//' |
        diff - "$tmp/said"
}
check 'the head of coverage.c says what it prints' says_what_it_prints
check 'the gallery has a link' grep -qF '](../examples/coverage/coverage.c)' "$srcdir/docs/gallery.md"
odd_lines() {
    { seq 1 2 13 && seq 101 2 113; } | sed 's/^/grid.c:/' | sort >"$tmp/want" &&
        lines ran "$tmp/sample/grid_odd.map" | diff "$tmp/want" -
}
check 'sample: grid_odd runs odd lines' odd_lines

# The smallest set of the sample, by a plain search: no three tests cover all lines, and the four do.
smallest_of_sample() {
    lines ran "$tmp"/sample/*.map >"$tmp/all"
    four=$(sed -n '/^the smallest set has 4:$/,$ s|^  \(.*\)|'"$tmp"'/sample/\1.map|p' "$tmp/said")
    set -- $four
    [ $# = 4 ] && lines ran $four | diff "$tmp/all" - || return 1
    for a in "$tmp"/sample/*.map; do
        for b in "$tmp"/sample/*.map; do
            for c in "$tmp"/sample/*.map; do
                [ "$a" \< "$b" ] && [ "$b" \< "$c" ] || continue
                ! lines ran "$a" "$b" "$c" | cmp -s "$tmp/all" - || { echo "enough: $a $b $c"; return 1; }
            done
        done
    done
}
check 'sample: no smaller set' smallest_of_sample

# ---- Real tests ----

has_check() {
    pkg-config --exists check && return
    echo 'skipped: real tests: Check is not installed'
    skipped=$((skipped + 1))
    return 1
}
if installed gcc 'real tests' && installed gcov 'real tests' && installed python3 'real tests' &&
    has_check; then
    check 'real tests: collect.sh' "$here/collect.sh" "$tmp/real" $programs
    is_true_of 'real tests' "$tmp/real"
    cat "$tmp/said"
fi

# ---- Maps and arguments ----

# prints OUT COMMAND...: the command prints this and nothing else.
prints() {
    printf '%s\n' "$1" >"$tmp/want"
    shift
    "$@" >"$tmp/got" 2>&1 && diff "$tmp/want" "$tmp/got"
}
# fails STATUS ERR COMMAND...
fails() {
    want=$1 status=0
    printf '%s\n' "$2" >"$tmp/want"
    shift 2
    "$@" >"$tmp/out" 2>"$tmp/got" || status=$?
    diff "$tmp/want" "$tmp/got" && [ "$status" = "$want" ] && [ ! -s "$tmp/out" ]
}
# wrong EXPECTED FOUND LINE...: a map of these lines is refused at the last of them.
wrong() {
    expected=$1 found=$2
    shift 2
    printf '%s\n' "$@" >"$tmp/wrong.map"
    fails 1 "coverage: $tmp/wrong.map:$#: expected $expected, found '$found'" "$coverage" "$tmp/wrong.map"
}

# As gcov writes its intermediate format: more kinds of lines, a third number, a line twice.
printf '%s\n' 'version:8.3.0' 'file:a.c' 'function:1,4,1,main' 'lcount:1,1,0' 'branch:1,taken' 'lcount:9,0' \
    'lcount:2,0,1' 'file:b.h' 'lcount:1,0' 'file:a.c' 'lcount:2,18446744073709551616' >"$tmp/one.map"
printf 'file:a.c\r\nlcount:1,1' >"$tmp/two"
check 'the format of gcov, a line twice, no ".map", no newline' prints 'test            lines     adds  only it
one                 2        2        1
two                 1        0        0
all                 2, of 4 lines with code

greedy order     adds  covered
one                 2        2

1 of 2 tests cover all lines that these cover
needed at least: 1, because greedy takes at most H(2) = 1.50 times as many
needed at least: 1, the tests with a line that only they cover
no set is smaller' "$coverage" "$tmp/one.map" "$tmp/two"
check 'a test without lines' prints 'test            lines     adds  only it
null                0        0        0
all                 0, of 0 lines with code

greedy order     adds  covered

0 of 1 tests cover all lines that these cover
needed at least: 0, because greedy takes at most H(0) = 0.00 times as many
needed at least: 0, the tests with a line that only they cover
no set is smaller' "$coverage" /dev/null

check 'the same map twice' prints 'test            lines     adds  only it
one                 2        2        0
one                 2        0        0
all                 2, of 4 lines with code

greedy order     adds  covered
one                 2        2

1 of 2 tests cover all lines that these cover
needed at least: 1, because greedy takes at most H(2) = 1.50 times as many
needed at least: 0, the tests with a line that only they cover
no set is smaller' "$coverage" "$tmp/one.map" "$tmp/one.map"

# Each line is covered by two neighbours of a ring of tests: none is needed, every other one is enough,
# and the greedy way, in the order 1, 10, 11 ..., takes more.
ring() { # TESTS: the last lines of what is said
    mkdir "$tmp/ring$1"
    for t in $(seq 1 "$1"); do
        printf 'file:r.c\nlcount:%d,1\nlcount:%d,1\n' "$t" $((t % $1 + 1)) >"$tmp/ring$1/$t.map"
    done
    "$coverage" "$tmp/ring$1"/*.map | sed -n '/^needed at least: .*, the tests/,/^the smallest/p'
}
check 'more tests than are tried' prints 'needed at least: 0, the tests with a line that only they cover
the smallest set is not looked for: 21 others to choose from, more than 20' ring 21
check 'as many tests as are tried' prints 'needed at least: 0, the tests with a line that only they cover
the smallest set has 10:' ring 20

count='lcount:LINE,COUNT with a line from 1 to 10000000'
check 'a line that is no line of the format' wrong 'file:NAME or lcount:LINE,COUNT' 'lines:7' file:a.c lines:7
check 'a count before the first file' wrong 'file:NAME before the first lcount' lcount:1,1 lcount:1,1
check 'a file without a name' wrong 'file:NAME or lcount:LINE,COUNT' file: file:
check 'line 0' wrong "$count" lcount:0,1 file:a.c lcount:0,1
check 'a large line' wrong "$count" lcount:10000001,1 file:a.c lcount:10000000,1 lcount:10000001,1
check 'no count' wrong "$count" lcount:7 file:a.c lcount:7
check 'a negative count' wrong "$count" lcount:7,-1 file:a.c lcount:7,-1
check 'a count with letters' wrong "$count" lcount:7,1x file:a.c lcount:7,1x
check 'no such map' fails 1 "coverage: $tmp/none.map: No such file or directory" "$coverage" "$tmp/none.map"
check 'a directory' fails 1 "coverage: $tmp: Is a directory" "$coverage" "$tmp"
check 'no maps' fails 2 'coverage: no maps, expected [--files] MAP...' "$coverage" --files
check 'unknown option' fails 2 "coverage: unknown option '--svg': expected --files or a MAP" "$coverage" --svg x
check 'make_maps without a directory' fails 2 'make_maps: 0 arguments, expected a DIRECTORY' "$make_maps"
check 'make_maps where there is none' fails 1 "$tmp/none/ends_left.map: No such file or directory" "$make_maps" "$tmp/none"
check 'collect.sh without a directory' fails 2 'collect.sh: no arguments, expected DIRECTORY [PROGRAM...]' "$here/collect.sh"
check 'collect.sh into a full directory' fails 2 "collect.sh: '$tmp' is not empty, expected a new or an empty directory" \
    "$here/collect.sh" "$tmp"
check 'collect.sh with an unknown program' fails 2 \
    "collect.sh: unknown program 'shett', expected expr, law, lesson or sheet" "$here/collect.sh" "$tmp/new" shett
full_disk() { ! "$coverage" "$tmp/one.map" >/dev/full; }
check 'a full disk' full_disk

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
