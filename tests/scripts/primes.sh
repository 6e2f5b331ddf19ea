#!/bin/sh
# primes.sh [--full | --speed [N ROUNDS]]: tests of the programs in examples/primes.
#
# Number and sum of the primes up to N are compared with the known ones (OEIS A006880 and A046731)
# up to 10^8, by one thread and by 1 to 4 threads, processes and ranks of MPI. --full adds 10^9 and
# 10^10 (a minute). --speed tests nothing: it measures how well threads and processes use two cores,
# and compares with primesieve; the machine should be idle otherwise.
#
# The programs are those in the current directory's examples/primes. Environment: srcdir.
set -u
export LC_ALL=C
case ${1-} in
'' | --full | --speed) ;;
*) echo "primes.sh: unknown argument '$1': expected --full, --speed or nothing" >&2 && exit 2 ;;
esac
sources=${srcdir:-.}/examples/primes
programs=$PWD/examples/primes
primes=$programs/primes
passed=0 failed=0 skipped=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
ulimit -t 100 # seconds of processor time for each program: an endless loop fails
# mpirun of Open MPI refuses root, as which tests run in containers, and more ranks than cores.
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 OMPI_MCA_rmaps_base_oversubscribe=1

# ---- Speed ----

# seconds COMMAND...: what --time says.
seconds() { "$@" | sed -n 's/^\([0-9.]*\) seconds$/\1/p'; }
# best FILE: the least number in it.
best() { sort -n "$1" | head -n 1; }
measure() {
    n=$1 rounds=$2
    for round in $(seq "$rounds"); do
        seconds "$primes" --time "$n" >>"$tmp/one"
        # Two runs at once take as long as the slower one.
        seconds "$primes" --time "$n" >"$tmp/a" &
        seconds "$primes" --time "$n" >"$tmp/b"
        wait
        sort -n "$tmp/a" "$tmp/b" | tail -n 1 >>"$tmp/independent"
        seconds "$primes" --threads 2 --time "$n" >>"$tmp/threads"
        seconds "$primes" --processes 2 --time "$n" >>"$tmp/processes"
        [ ! -x "$programs/primes_mpi" ] || ! command -v mpirun >/dev/null ||
            seconds mpirun -n 2 "$programs/primes_mpi" --time "$n" >>"$tmp/mpi"
        ! command -v primesieve >/dev/null ||
            primesieve "$n" -t1 --time -q | sed -n 's/^Seconds: //p' >>"$tmp/primesieve"
    done
    echo "N = $n, seconds, best of $rounds rounds:"
    echo "  one thread                     $(best "$tmp/one")"
    echo "  two independent runs at once   $(best "$tmp/independent")"
    for way in threads processes mpi primesieve; do
        if [ -s "$tmp/$way" ]; then
            printf '  %-30s %s\n' "$way" "$(best "$tmp/$way")"
        else
            echo "skipped: $way: not installed"
        fi
    done
    echo "ratios:"
    for way in threads processes mpi; do
        [ ! -s "$tmp/$way" ] ||
            awk -v way=$way -v one="$(best "$tmp/one")" -v two="$(best "$tmp/$way")" \
                -v independent="$(best "$tmp/independent")" 'BEGIN {
                    printf "  2 %-28s %.2f x one thread; %.2f of two independent runs\n",
                        way, one / two, independent / 2 / two }'
    done
    [ ! -s "$tmp/primesieve" ] ||
        awk -v ours="$(best "$tmp/one")" -v theirs="$(best "$tmp/primesieve")" 'BEGIN {
            printf "  one thread, number and sum     %.2f x primesieve, number only\n",
                theirs / ours }'
}
if [ "${1-}" = --speed ]; then
    measure "${2:-3e9}" "${3:-9}"
    exit
fi

# ---- Checks ----

fail() { # NAME DETAILS
    failed=$((failed + 1))
    echo "failed: $1"
    printf '%s\n' "$2" | sed 's/^/    /'
}
# check NAME STATUS OUT ERR COMMAND...: exit status and what it prints.
check() {
    name=$1 status=$2 out=$3 err=$4
    shift 4
    "$@" >"$tmp/out" 2>"$tmp/err"
    got=$?
    if [ $got = "$status" ] && [ "$(cat "$tmp/out")" = "$out" ] &&
        [ "$(cat "$tmp/err")" = "$err" ]; then
        passed=$((passed + 1))
    else
        fail "$name" "exit status $got, expected $status
standard output: '$(cat "$tmp/out")', expected '$out'
standard error: '$(cat "$tmp/err")', expected '$err'"
    fi
}
# What the comment at the head of a program says that it prints.
prints() { sed -n '/^ \* Prints:$/,/^ \*\/$/p' "$sources/$1.c" | sed '1d; $d; s/^ \*   //'; }

# The known values: N, number, sum.
known='10 4 17
100 25 1060
1000 168 76127
10000 1229 5736396
100000 9592 454396537
1000000 78498 37550402023
10000000 664579 3203324994356
100000000 5761455 279209790387276'
[ "${1-}" != --full ] || known="$known
1000000000 50847534 24739512092254535
10000000000 455052511 2220822432581729238"
sentence() { echo "$2 primes up to $1, their sum is $3"; }

# ---- The parts ----

for part in check_sieve check_pool; do
    if "$programs/$part" >"$tmp/out" 2>&1; then
        passed=$((passed + 1))
    else
        fail "$part" "$(tail -n 20 "$tmp/out")"
    fi
done
# A pool that is wrong could make the program wait for ever.
if [ "$failed" -gt 0 ]; then
    echo "$passed passed, $failed failed, 0 skipped"
    exit 1
fi

# ---- primes ----

check 'what primes.c says' 0 "$(prints primes)" '' "$primes"
for way in '' '--threads 1' '--threads 2' '--threads 3' '--threads 4' \
    '--processes 1' '--processes 2' '--processes 3' '--processes 4'; do
    while read -r n number sum; do
        check "primes $way $n" 0 "$(sentence "$n" "$number" "$sum")" '' "$primes" $way "$n"
    done <<END
$known
END
done
check 'none' 0 '0 primes up to 1, their sum is 0' '' "$primes" 1
check 'one' 0 '1 prime up to 2, their sum is 2' '' "$primes" 2
check 'zeros' 0 "$(sentence 300000 25997 3709507114)" '' "$primes" 3e5
[ "${1-}" != --full ] || check 'the most that fits' 0 \
    "$(sentence 29505444490 1279500179 18446744057541225032)" '' "$primes" --threads 2 29505444490

# wrong NAME LINE ARGUMENTS...
wrong() {
    name=$1 line=$2
    shift 2
    check "$name" 2 '' "primes: $line" "$primes" "$@"
}
up_to='expected a number from 0 to 29505444490, as the sum of more primes does not fit 64 bits'
for n in ten '' 12a 1.5 1e 1e1e1 e5 29505444491 1e11 1e20 18446744073709551617; do
    wrong "UP_TO '$n'" "UP_TO '$n': $up_to" "$n"
done
for n in 0 257 x ''; do
    wrong "--threads '$n'" "--threads '$n': expected a number from 1 to 256" --threads "$n"
done
wrong 'no number' "missing value of '--processes': expected a number from 1 to 256" --processes
wrong 'both' "surplus option '--processes': expected one of --threads and --processes" \
    --threads 2 --processes 2 100
wrong 'unknown option' \
    "unknown option '-j': expected --threads, --processes, --time, --progress or --help" -j 2
wrong 'surplus' "surplus argument '11': expected one number" 10 11
if [ -c /dev/full ]; then
    full() { "$primes" >/dev/full; }
    check 'full disk' 1 '' 'primes: standard output: No space left on device' full
else
    echo "skipped: full disk: no /dev/full here"
    skipped=$((skipped + 1))
fi

# A worker that is killed is an error that is told. All numbers that fit take seconds, and the
# worker is killed in the first one. A child that is called otherwise is no worker, but a tool by
# which libtool's wrapper prepares the program.
killed() {
    "$primes" --processes 2 29505444490 >"$tmp/out" 2>"$tmp/err" &
    pid=$!
    child=
    tries=0
    while [ -z "$child" ] && [ $tries -lt 300 ]; do
        [ $tries = 0 ] || sleep 0.1
        tries=$((tries + 1))
        child=$(ps -A -o pid= -o ppid= -o args= |
            awk -v parent=$pid '$2 == parent && $3 ~ /primes$/ { print $1; exit }')
    done
    kill -9 "${child:-$pid}"
    wait $pid
    status=$?
    [ -n "$child" ] && [ $status = 1 ] && [ ! -s "$tmp/out" ] &&
        [ "$(cat "$tmp/err")" = "primes: worker process $child was killed by signal 9" ]
}
if ! command -v ps >/dev/null; then
    echo "skipped: a worker that is killed: no ps here"
    skipped=$((skipped + 1))
elif killed 2>/dev/null; then
    passed=$((passed + 1))
else
    fail 'a worker that is killed' "exit status $status: $(cat "$tmp/out" "$tmp/err")"
fi

# ---- The bar: not in files, but on request; then it is wiped ----

"$primes" --progress --threads 2 1e8 2>"$tmp/bar" >"$tmp/out"
tr '\r' '\n' <"$tmp/bar" >"$tmp/lines"
if awk '/^\[#*-*\]  *[0-9]* %$/ { drawn = length($0); wiped = 0 } /^ +$/ { wiped = length($0) }
    END { exit !(drawn > 50 && wiped >= drawn) }' "$tmp/lines" &&
    [ "$(cat "$tmp/out")" = "$(sentence 100000000 5761455 279209790387276)" ]; then
    passed=$((passed + 1))
else
    fail 'the bar' "$(cat "$tmp/lines")"
fi

# On a terminal without request: after a second, and not for what takes less.
on_terminal() {
    script -qec "$primes $1" /dev/null </dev/null | tr '\r' '\n' |
        grep -c '^\[#*-*\]  *[0-9]* %$'
}
if [ "${1-}" != --full ]; then
    : # It takes seconds.
elif ! command -v script >/dev/null; then
    echo "skipped: the bar on a terminal: no script here (Debian: bsdutils)"
    skipped=$((skipped + 1))
elif [ "$(on_terminal 29505444490)" -ge 5 ] && [ "$(on_terminal 1e6)" = 0 ]; then
    passed=$((passed + 1))
else
    fail 'the bar on a terminal' "$(on_terminal 29505444490) for all, $(on_terminal 1e6) for 10^6"
fi

# ---- primes_mpi ----

if [ ! -x "$programs/primes_mpi" ]; then
    echo "skipped: primes_mpi: configure found no MPI (Debian: libopenmpi-dev)"
    skipped=$((skipped + 1))
elif ! command -v mpirun >/dev/null; then
    echo "skipped: primes_mpi: no mpirun here (Debian: openmpi-bin)"
    skipped=$((skipped + 1))
else
    # MPI itself keeps memory until the end, which LeakSanitizer would report.
    export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0"
    united=$(prints primes_mpi | tail -n 1)
    for ranks in 1 2 3 4; do
        check "mpirun -n $ranks" 0 "$(sentence 100000000 5761455 279209790387276)
$united" '' mpirun -n $ranks "$programs/primes_mpi" 1e8
    done
    check 'what primes_mpi.c says' 0 "$(prints primes_mpi)" '' \
        mpirun -n 2 "$programs/primes_mpi" --threads 2
    check 'more ranks than classes' 0 '1 prime up to 2, their sum is 2
the union of all ranks'\'' bitmaps up to 2: 1 prime, the last one is 2' '' \
        mpirun -n 9 "$programs/primes_mpi" 2
    check 'primes_mpi: a wrong argument' 2 '' "primes_mpi: UP_TO 'ten': $up_to" \
        "$programs/primes_mpi" ten
    check 'primes_mpi --processes' 2 '' \
        "primes_mpi: unknown option '--processes': expected --threads, --time or --help" \
        "$programs/primes_mpi" --processes 2
fi
if [ "${1-}" = --full ] && [ -x "$programs/primes_mpi" ] && command -v mpirun >/dev/null; then
    check 'mpirun, 10^10' 0 "$(sentence 10000000000 455052511 2220822432581729238)
$united" '' mpirun -n 4 "$programs/primes_mpi" 1e10
    # One rank says what is wrong. (mpirun takes a second to end the others.)
    mpirun -n 2 "$programs/primes_mpi" ten >"$tmp/out" 2>"$tmp/err"
    if [ $? = 2 ] && [ ! -s "$tmp/out" ] &&
        [ "$(grep -cxF "primes_mpi: UP_TO 'ten': $up_to" "$tmp/err")" = 1 ]; then
        passed=$((passed + 1))
    else
        fail 'mpirun: a wrong argument' "$(cat "$tmp/out" "$tmp/err")"
    fi
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
