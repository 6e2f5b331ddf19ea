#!/bin/sh
# bench.sh [BUILD]: the reports of script/bench on results that stand here, whose winners, draws and
# losers are known. In a directory where bench/bench_bits is built, also: a contender that computes
# something wrong, because it looks at all but the last byte, is found out and named.
#
# Environment: srcdir.
set -u
srcdir=${srcdir:-.}
passed=0 failed=0 skipped=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

try() { # NAME COMMAND ...
    name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        echo "failed: $name"
        failed=$((failed + 1))
    fi
}
report() { python3 "$srcdir/bench/report.py" "$@"; }
says() { grep -qF -- "$2" "$tmp/$1" || { echo "$1: expected: $2" && cat "$tmp/$1" && false; }; }

# A cell of three passes: OPERATION, and the ns of bitmill, gcc, gmp and the limit.
cell() {
    printf '{"operation": "%s", "bytes": 64, "offset": "aligned", "density": "", "mode": "", ' "$1"
    printf '"isa": "avx2", "counted": 128, "ns": {"bitmill": [%s], "gcc": [%s], "gmp": [%s], "limit": [%s]}}\n' \
        "$2" "$3" "$4" "$5"
}
result() { printf 'processor: Z80\ndate: 1976-07-01\ncompiler: none\n' | report assemble "$tmp/$1.json" "$tmp/$1.cells"; }

if ! command -v python3 >/dev/null; then
    echo 'skipped: the reports of script/bench: python3 is not installed'
    echo '0 passed, 0 failed, 1 skipped'
    exit 77
fi

{
    cell wins '2, 2, 2' '4, 4.2, 3.9' '8, 8, 8' '1, 1, 1'
    cell loses '4, 4, 4' '2, 2.1, 2' '3, 3, 3' '1, 1, 1'
    cell draws '4, 4, 4' '3.6, 4.4, 4' '9, 9, 9' '4, 4, 4'
} >"$tmp/a.cells"
{
    cell wins '4, 4, 4' '2, 2, 2' '8, 8, 8' '1, 1, 1'
    cell loses '4, 4, 4' '3, 3.1, 3' '2, 2, 2' '1, 1, 1'
    cell draws '4, 4, 4' '2, 2, 2' '9, 9, 9' '4, 4, 4'
} >"$tmp/b.cells"
try 'a result is made' result a
try 'another result is made' result b
try 'a result is right' report check "$tmp/a.json"
report table "$tmp/a.json" >"$tmp/table"
try 'the table names the processor' says table 'Z80'
try 'the table: GB/s and a win' says table '64.0 2.00'
try 'the table: a loss' says table '32.0 0.50<'
try 'the table: a draw' says table '32.0 1.00~'
try 'the table: who and how near the limit' says table 'gcc 25%'
try 'the table: the sum' says table '1 cells are below 0.97, 1 are draws'
report losing "$tmp/a.json" >"$tmp/losing"
try 'losses are listed' says losing '0.50 +-'
try 'wins are not' eval '! grep -q wins "$tmp/losing"'
report compare "$tmp/a.json" "$tmp/b.json" >"$tmp/compared"
try 'compare: draws are not decided' says compared '2 are no draw in either'
try 'compare: one winner differs' says compared 'in 1 of these bitmill wins only once: 50.0 % agree'
try 'compare: which one' says compared 'bitmill, then gcc'
try 'compare: a loss to another' says compared 'In 1 it loses twice'

# Nine passes, all of them slower: not by chance. The same nine: no difference.
cell wins '2, 2, 2, 2, 2, 2, 2, 2, 2' '4, 4.1, 4.2, 4.3, 4.4, 4.5, 4.6, 4.7, 4.8' 9 1 >"$tmp/c.cells"
cell wins '2, 2, 2, 2, 2, 2, 2, 2, 2' '3, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8' 9 1 >"$tmp/d.cells"
result c && result d
report compare "$tmp/c.json" "$tmp/d.json" >"$tmp/changed"
try 'compare: a change that is no chance' says changed '1 cells whose ratio to the best other changed'
report compare "$tmp/c.json" "$tmp/c.json" >"$tmp/same"
try 'compare: no change' says same '0 cells whose ratio to the best other changed'
report google "$tmp/c.json" >"$tmp/google"
try 'as JSON of google-benchmark' python3 -c 'import json, sys
runs = json.load(open(sys.argv[1]))["benchmarks"]
sys.exit(not (len(runs) == 20 and runs[0]["name"] == "avx2/wins/64/bitmill" and runs[0]["cpu_time"] == 2))' "$tmp/google"

cell broken '0, 2, 2' '4, 4, 4' '8, 8, 8' '1, 1, 1' >"$tmp/e.cells"
try 'a result with a time of 0 is made' result e
try 'and found to be wrong' eval '! report check "$tmp/e.json" 2>"$tmp/found" && says found "has a time of 0"'
refused() { report "$@" >/dev/null 2>"$tmp/refused"; [ $? -eq 2 ]; }
try 'no command' refused
try 'an unknown command' refused frobnicate
try 'too few results' refused compare "$tmp/a.json"
try 'a file that is no result' refused table "$tmp/a.cells"

# Documents: made of a result, and found out when somebody changes a number or a picture.
mkdir -p "$tmp/tree/docs"
unpublished() { refused_with 1 publish "$tmp/a.json" "$tmp/tree" && says refused 'around the table'; }
refused_with() { status=$1 && shift && report "$@" >/dev/null 2>"$tmp/refused"; [ $? -eq "$status" ]; }
echo 'no marks' >"$tmp/tree/README.md"
try 'publish: a README without marks' unpublished
printf 'before\n<!-- script/bench publish -->\nold\n<!-- end -->\nafter\n' >"$tmp/tree/README.md"
cell count '2, 2, 2' '4, 4.2, 3.9' '8, 8, 8' '1, 1, 1' >>"$tmp/a.cells"
cell slow '40, 40, 40' '20, 21, 20' '80, 80, 80' '1, 1, 1' >>"$tmp/a.cells"
cell near '40, 40, 40' '30, 30, 30' '80, 80, 80' '39, 39, 39' >>"$tmp/a.cells"
cell any '2, 2, 2' '3, 3, 3' '8, 8, 8' '1, 1, 1' | sed 's/"mode": ""/"mode": "cold"/' >>"$tmp/a.cells" && result a && report table "$tmp/a.json" >"$tmp/table_a"
if ! command -v gnuplot >/dev/null; then
    echo 'skipped: documents made of a result: gnuplot is not installed'
    skipped=$((skipped + 1))
else
    published=$tmp/tree/results/a.json
    try 'publish' eval 'report publish "$tmp/a.json" "$tmp/tree" >"$tmp/out"'
    try 'publish says what it made' says out '1 losses are not explained yet'
    cp -R "$tmp/tree" "$tmp/made" && cp "$tmp/tree/README.md" "$tmp/readme" && cp "$tmp/tree/docs/benchmarks.md" "$tmp/page"
    try 'publish: the table of README' says readme '| `count` | 64.0, 2.00 × gcc |'
    try 'publish: the picture of README' says readme '](results/a/overview.svg)'
    try 'publish: README says how many lose' says readme 'Of 7 cells (an operation at a size), 3 lose and 1 are a draw'
    try 'publish: what stands around it stays' [ "$(sed -n '1p;$p' "$tmp/readme" | tr '\n' ' ')" = 'before after ' ]
    try 'publish: the page has the machine' says page '| processor | Z80 |'
    try 'publish: the page has the part of the limit' says page '| `count` | 64.0, 2.00 × gcc, 50 % |'
    try 'publish: the page counts by size' says page '| 64 to 256 B | 7 | 3 | 1 | 3 | '
    try 'publish: the page has what loses, and no reason' says page \
        '| slow | 64 | 40.0 | gcc 20.0 | 0.50 | not explained yet |'
    try 'publish: what a call costs is a reason' says page '| loses | 64 | 4.00 | gcc 2.00 | 0.50 | 2.0 ns more: '
    try 'publish: the limit is a reason' says page '| near | 64 | 40.0 | gcc 30.0 | 0.75 | 98 % of what the machine allows |'
    try 'publish: a section for cold memory' says page '| any (cold) | 64.0, 1.50 × gcc, 50 % |'
    try 'publish: no section without cells' eval '! grep -q "^## Threads" "$tmp/page"'
    try 'publish: draws are no losses' eval '! grep -q "^| draws | 64" "$tmp/page"'
    try 'publish: what is kept says the same' eval 'report table "$published" >"$tmp/again" && cmp "$tmp/again" "$tmp/table_a"'
    try 'publish: what is kept can be compared' eval 'report compare "$published" "$tmp/a.json" >"$tmp/out"' 
    try 'publish: what was kept can be published' eval 'report publish "$published" "$tmp/tree" >"$tmp/out"'
    try 'and gives the same' diff -r "$tmp/made" "$tmp/tree"
    try 'documents agree with the result' report agree "$tmp/tree"
    # changed WHAT FILE SED: a change in a published file is found.
    changed() {
        sed "$3" "$tmp/made/$2" >"$tmp/tree/$2"
        try "$1 is another" eval "! cmp -s '$tmp/made/$2' '$tmp/tree/$2'"
        try "$1 is found" refused_with 1 agree "$tmp/tree"
        cp "$tmp/made/$2" "$tmp/tree/$2"
    }
    changed 'a digit in README' README.md 's/2[.]00 ×/2.01 ×/'
    changed 'a digit in the page' docs/benchmarks.md 's/| 0[.]50 |/| 0.51 |/'
    changed 'a digit in the result' results/a.json 's/"loses","bytes":64,\(.*\)"gcc":.2[.]0/"loses","bytes":64,\1"gcc":[2.1/'
    changed 'a number in a picture' results/a/overview.svg 's/>2[.]00</>3.00</'
    rm "$tmp/tree/results/a/map-avx2.svg"
    try 'a missing picture is found' refused_with 1 agree "$tmp/tree"
    try 'and named' says refused 'map-avx2.svg: No such file'
    echo 'no result' >"$tmp/tree/docs/benchmarks.md"
    try 'a page that names no result is found' refused_with 1 agree "$tmp/tree"
fi
# What is published.
if grep -q '`results/.*[.]json`' "$srcdir/docs/benchmarks.md"; then
    try 'README.md and docs/benchmarks.md agree with their result' report agree "$srcdir"
else
    echo 'skipped: published numbers: docs/benchmarks.md names no result'
    skipped=$((skipped + 1))
fi

# Thresholds: a length from 32 on, which pays from 16 on, and a block of 64, where 128 is faster.
{
    printf 'A;32;count;bytes;%s\n' '8;short;2' '8;long;4' '16;short;4' '16;long;4' '64;short;9' '64;long;6' '99;long;9'
    printf 'B;64;rotate;bits;%s\n' '64;set;8' '128;set;6'
} >"$tmp/curves"
echo 'C;8;the size of a word' >"$tmp/fixed"
report thresholds "$tmp/curves" "$tmp/fixed" "$tmp/pictures" >"$tmp/out"
try 'thresholds: what it is' says out 'A = 32 bytes: count'
try 'thresholds: both ways' says out '64          9.00 ns         6.00 ns   short / long 1.50'
try 'thresholds: one way only' says out '99                -         9.00 ns'
try 'thresholds: where it stands' eval 'sed -n "/ 16 /,/ 64 /p" "$tmp/out" | grep -q -- "---------- the threshold"'
try 'thresholds: from where the long way pays' says out 'the long way is not slower from: 16'
try 'thresholds: a block that is faster' says out '128          6.00 ns     0.75 times that'
try 'thresholds: the fastest block' says out 'fastest: 128'
try 'thresholds: why there is no curve' says out 'C                              8  the size of a word'
! command -v gnuplot >/dev/null || try 'thresholds: pictures' [ -s "$tmp/pictures/a-count.svg" -a -s "$tmp/pictures/b-rotate.svg" ]
program=${1:+$1/bench/bench_thresholds}
if [ -n "$program" ] && [ -x "$program" ]; then
    try 'thresholds: both ways do the same, and all have a row' eval '"$program" --quick >"$tmp/out" 2>"$tmp/notes"'
    try 'thresholds: a word that is no option' eval '"$program" --slow 2>"$tmp/notes"; [ $? -eq 2 ]'
    try 'and it is named' says notes '--slow: expected --quick'
fi

# Cells: at most 6,000 in three sets of kernels, and each operation is among them.
program=${1:+$1/bench/bench_bits}
if [ -n "$program" ]; then
    "$program" --cells "$srcdir/bench/cells.list" --dry-run >"$tmp/all"
    try 'at most 6,000 cells' [ "$(wc -l <"$tmp/all")" -le 2000 ]
    try 'each operation has cells' [ "$(cut -d' ' -f1 "$tmp/all" | sort -u | wc -l)" = \
        "$(($(grep -c '^OPERATION(' "$srcdir/bench/operations.def") + $(grep -c '^BMILL_OP(' "$srcdir/lib/tables/ops.def")))" ]
    try 'no cell twice' [ -z "$(sort "$tmp/all" | uniq -d)" ]
    # Sets from files: {1, 3, 9, 100}, {3, 9, 64, 200}, {}.
    mkdir "$tmp/lists"
    echo '1,3,9,100' >"$tmp/lists/a" && printf '3\n9\n64\n200\n' >"$tmp/lists/b" && : >"$tmp/lists/c"
    lists() { "$program" --lists "$tmp/lists" --passes 1 --batch 1 "$@" >"$tmp/out" 2>"$tmp/refused"; }
    try 'lists' lists
    try 'lists: what they are' says out 'lists: 3 sets of numbers below 256, 1.04 % of the bits 1. Bitmaps: 32 bytes each'
    try 'lists: each pair' says out 'and_count_of_lists, ns for each pair'
    try 'lists: each set' says out 'decode_lists, ns for each set'
    try 'lists: JSON' eval 'lists --json "$tmp/cells" && grep -q "\"density\": \"lists\".*\"counted\": 128," "$tmp/cells"'
    bad_list() { # CONTENT EXPECTED
        echo "$1" >"$tmp/lists/b"
        lists
        [ $? -eq 2 ] && says refused "$2"
    }
    try 'lists: not ascending' bad_list '5,7,7' "b: '7' after 7: expected ascending numbers"
    try 'lists: no number' bad_list '5,x' "b: 'x' after 5: expected ascending numbers"
    try 'lists: negative' bad_list '-5' "b: '-5' after -1: expected ascending numbers"
    try 'lists: too large' bad_list '4294967295' "expected ascending numbers below 2^32 - 1"
    try 'lists: a directory without files' eval 'mkdir "$tmp/none"; ! "$program" --lists "$tmp/none" 2>"$tmp/refused" && says refused "expected a directory with two files"'
    try 'lists: no directory' eval '! "$program" --lists 2>"$tmp/refused" && says refused "--lists without a value"'
    # Bits as they occur.
    try 'real bits agree' eval '"$program" --verify --operation "^(decode_u32|select|.*_lists|filter_u8)\$" --bytes 64,4K \
        --density words,bytes,primes,log,sorted >"$tmp/out"'
    try 'a density that there is not' eval '"$program" --density dense 2>"$tmp/refused"; [ $? -eq 2 ] && says refused "--density dense: expected 1:2"'
    # Threads, cold memory, counters.
    if [ "$(nproc)" -gt 1 ]; then
        try 'threads: parts are the whole' eval '"$program" --verify --threads 2 --operation "^(and|copy|not)\$" --bytes 200,4K,8M >"$tmp/out"'
        try 'threads: JSON' eval '"$program" --threads 2 --operation "^and\$" --bytes 512K --passes 1 --json "$tmp/cells" >"$tmp/out" && says cells "\"mode\": \"2 threads\""'
    else
        echo 'skipped: threads: one processor only'
        skipped=$((skipped + 1))
    fi
    try 'cold memory' eval '"$program" --cold --operation "^(count|and)\$" --bytes 64 --passes 1 --json "$tmp/cells" >"$tmp/out" && says cells "\"mode\": \"cold\""'
    try 'cold memory: no operation that writes as much as it reads' [ "$(wc -l <"$tmp/cells")" = 1 ]
    try 'counters, or why there are none' eval '"$program" --counters --all --operation "^count\$" --bytes 64 --passes 1 >"$tmp/out" 2>"$tmp/notes" &&
        { grep -q " cycles " "$tmp/out" || says notes "counts no cycles"; }'
    misused() { # EXPECTED ARGUMENT ...
        expected=$1
        shift
        "$program" "$@" >/dev/null 2>"$tmp/refused"
        [ $? -eq 2 ] && says refused "$expected"
    }
    try 'threads: none' misused '--threads 0: expected 1 to' --threads 0
    try 'threads: too many' misused '--threads 99999: expected 1 to' --threads 1,99999
    try 'two modes at once' misused 'together: expected one of them' --cold --latency
    echo '^and$ 64 aligned - warm' >"$tmp/list"
    try 'a mode that there is not' misused 'throughput, latency, cold or threads' --cells "$tmp/list"
    # A contender whose memcmp does not look at the last byte.
    sed 's/memcmp(m->a, m->b, m->nbytes)/memcmp(m->a, m->b, m->nbytes - 1)/' \
        "$srcdir/bench/peers/libc.c" >"$tmp/blind.c"
    ${CC:-gcc} -std=gnu11 -O1 -I"$srcdir/bench/peers" -DPEER_NAME='"blind"' -DPEER_LEVEL='""' -c "$tmp/blind.c" \
        -o "$tmp/blind.o" &&
        make -s -C "$1" bench/bench_bits_portable bench_peers_base="bench/peers/bitmill-base.o $tmp/blind.o" >"$tmp/make" 2>&1 || cat "$tmp/make"
    "$1/bench/bench_bits_portable" --verify --operation '^equal$' --bytes 64 >"$tmp/out" 2>"$tmp/blind"
    try 'a contender that is wrong fails the run' [ $? -eq 1 ]
    try 'and is named' says blind 'blind differs from bitmill'
    rm -f "$1/bench/bench_bits_portable"
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
