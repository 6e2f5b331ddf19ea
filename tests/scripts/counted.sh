# counted.sh: for scripts that count their tests, to be read with `.` after set -eu: the numbers
# passed, failed and skipped, a directory tmp that goes away at the end, and two functions.
passed=0 failed=0 skipped=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# check NAME COMMAND...: a test, which passes if the command does. If not, its output is shown.
check() {
    name=$1
    shift
    if "$@" >"$tmp/log" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $name: $*"
        head -20 "$tmp/log" | sed "s/^/    /"
    fi
}

# installed COMPILER [NAME]: whether it is; if not, the test, of that name, is skipped.
installed() {
    command -v "${1%% *}" >/dev/null && return
    echo "skipped: ${2:+$2: }$1 is not installed"
    skipped=$((skipped + 1))
    return 1
}
