# tool.sh: what the tests of the bitmill command share; each of them reads it with `.` first, and
# ends with done_testing.
#
# They say what a command prints, where, and its exit status. All expectations are written by hand.
# BITMILL is the command to test; run from the build directory. Names of checks say what holds.
LC_ALL=C
export LC_ALL
ulimit -t 20 # seconds of processor time for each command: an endless loop fails
unset BMILL_ISA

source_dir=$(cd "${srcdir:-.}" && pwd)
build_dir=$PWD
bitmill=${BITMILL:-./tools/bitmill}
case $bitmill in
/*) ;;
*) bitmill=$PWD/$bitmill ;;
esac
dir=$(mktemp -d "${TMPDIR:-/tmp}/bitmill-test.XXXXXX") || exit 1
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM
cd "$dir" || exit 1
mkdir meta # what the checks themselves write

passed=0
failed=0
skipped=0

pass() { passed=$((passed + 1)); }
fail() { # NAME DETAILS
    failed=$((failed + 1))
    printf 'FAILED: %s\n' "$1"
    printf '%s\n' "$2" | sed 's/^/    /'
}
skip() { # NAME REASON
    skipped=$((skipped + 1))
    printf 'skipped: %s: %s\n' "$1" "$2"
}

# The lines of standard input that are wider than a terminal of 80 columns.
too_wide() { grep '.\{81\}'; }

# text TEXT: TEXT and a newline; nothing if TEXT is empty.
text() { [ -z "$1" ] || printf '%s\n' "$1"; }

# check NAME STATUS OUT ERR COMMAND...: the command exits with STATUS and prints exactly OUT on
# standard output and exactly ERR on standard error.
check() {
    name=$1 status=$2
    text "$3" >meta/out.expected
    text "$4" >meta/err.expected
    shift 4
    "$@" >meta/out 2>meta/err
    got=$?
    if [ "$got" = "$status" ] && cmp -s meta/out.expected meta/out &&
        cmp -s meta/err.expected meta/err; then
        pass
    else
        fail "$name" "exit status $got, expected $status
$(diff meta/out.expected meta/out)
$(diff meta/err.expected meta/err)"
    fi
}

usage_error() { # NAME LINE ARGUMENTS...: one line on standard error, and exit status 2
    name=$1 line=$2
    shift 2
    check "$name" 2 '' "$line" "$bitmill" "$@"
}

# poke FILE OFFSET ESCAPE: overwrites one byte.
# shellcheck disable=SC2059 # the escape is the format
poke() { printf "$3" | dd of="$1" bs=1 seek="$2" conv=notrunc 2>/dev/null; }
zeros() { head -c "$1" /dev/zero; }

full() { "$bitmill" "$@" >/dev/full; }
# full_disk STATUS ARGUMENTS...: what the command prints cannot be written: one line on standard
# error, and STATUS.
full_disk() {
    if [ -c /dev/full ]; then
        name="full_disk '$*'" status=$1
        shift
        check "$name" "$status" '' 'bitmill: standard output: No space left on device' full "$@"
    else
        skip 'full_disk' 'no /dev/full here'
    fi
}

done_testing() {
    echo "$passed passed, $failed failed, $skipped skipped"
    [ $failed = 0 ]
}

# ---- Inputs: sizes around a byte, a word, a page; one with bits at the ends of 64 KiB pieces ----

: >empty
printf '\003' >one
zeros 62 >f63 && printf '\200' >>f63
zeros 64 | tr '\000' '\377' >f64
zeros 64 >f65 && printf '\001' >>f65
zeros 4096 | tr '\000' '\125' >f4097 && printf '\177' >>f4097
zeros 200001 >big
poke big 65535 '\200'
poke big 65536 '\001'
poke big 200000 '\200'
zeros 65536 >piece
mkdir directory
