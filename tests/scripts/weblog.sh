#!/bin/sh
# weblog.sh: examples/weblog. What it prints is what the comment at its head says; its counts and
# selections are those of awk, or written by hand; both ways of sending and the server agree.
#
# The program is $WEBLOG (default ./examples/weblog/weblog), its source in $srcdir. Some of the
# server's answers never come, so that most of the time is spent on waiting for time-outs.
set -u
LC_ALL=C
export LC_ALL
srcdir=$(cd "${srcdir:-.}" && pwd)
program=$(cd "$(dirname "${WEBLOG:-./examples/weblog/weblog}")" && pwd)/weblog
weblog() { timeout 60 "$program" "$@"; } # one that waits for ever fails
passed=0 failed=0
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 1

# check NAME STATUS OUT ERR COMMAND...: the command exits with STATUS, and prints exactly OUT on
# standard output and ERR on standard error.
text() { [ -z "$1" ] || printf '%s\n' "$1"; }
check() {
    name=$1 status=$2
    text "$3" >out.expected
    text "$4" >err.expected
    shift 4
    "$@" >out 2>err
    got=$?
    if [ $got -eq "$status" ] && cmp -s out.expected out && cmp -s err.expected err; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $name: exit status $got, expected $status"
        diff out.expected out | cut -c 1-200
        diff err.expected err | cut -c 1-200
    fi
}
# holds NAME COMMAND...: the command succeeds.
holds() {
    name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $name"
    fi
}

# ---- The whole: what the comment says ----

check 'prints what its comment says' 0 \
    "$(sed -n '/^ \* Prints:$/,/^ \*\/$/p' "$srcdir/examples/weblog/weblog.c" | sed '1d; $d; s/^ \*   //')" \
    '' weblog

# The least log: its only line is of the hour from 0 to 1.
check 'nothing to send' 0 'lines: 1, malformed 0
5xx: 0, GET: 1
5xx & GET & 12-23h: 0
marked retry: 0
threads: 0 succeed, 0 are refused, 0 time out, 0 break off
one loop: 0 succeed, 0 are refused, 0 time out, 0 break off
server: 200 to 0, 503 to 0, late to 0, silent to 0, drips to 0, half to 0
stay on the list: 0, by hour from 12h on: 0 0 0 0 0 0 0 0 0 0 0 0' '' weblog --lines 1

# ---- A log that is drawn: counted by awk, too ----

# In this log, fields are separated by blanks, and no URL has any. Lines that are cut have fewer.
weblog generate --lines 20000 --seed 7 >drawn.log
counted() {
    awk -v OFS=' ' '
        $9 !~ /^[1-5][0-9][0-9]$/ { bad++; if (!first) first = NR; next }
        { status[substr($9, 1, 1)]++; hour[substr($4, 14, 2) + 0]++; method[substr($6, 2)]++; good++ }
        END {
            print "lines:", NR ",", "well formed", good
            line = "status:"; for (k = 1; k <= 5; k++) line = line " " k "xx " status[k] + 0; print line
            known = split("GET HEAD POST PUT DELETE OPTIONS PATCH", names, " "); line = "method:"; rest = good
            for (k = 1; k <= known; k++) { line = line " " names[k] " " method[names[k]] + 0; rest -= method[names[k]] }
            print line " OTHER " rest
            line = "hour:"; for (k = 0; k < 24; k++) line = line " " hour[k] + 0; print line
            print "malformed first: line", first
        }' blanks.log
}
# The one kind of odd URL that has a blank, without it.
sed 's/two words/two-words/' drawn.log >blanks.log
weblog count drawn.log | grep -v '^malformed,' >counts
check 'counts as awk does' 0 "$(cat counts)" '' counted
holds 'malformed lines are counted by reason' test \
    "$(weblog count drawn.log | sed -n 's/^malformed, .*: //p' | awk '{ n += $1 } END { print n }')" = \
    "$(awk '$9 !~ /^[1-5][0-9][0-9]$/' blanks.log | grep -c '')"
weblog generate --lines 20000 --seed 7 -o again.log
holds 'a seed gives the same log' cmp -s drawn.log again.log
weblog generate --lines 20000 --seed 8 -o again.log
holds 'another seed gives another log' test "$(cmp -s drawn.log again.log && echo same)" = ''

# Frequencies are those that --help states: within six standard deviations.
weblog --help | sed -nE 's/^  the (method|status): //p' | tr ' ' '\n' | paste - - >stated
# shellcheck disable=SC2016 # a program of awk
holds 'frequencies are as stated' awk '
    FILENAME == "stated" { expected[$1] = 20 * $2; next }
    $9 ~ /^[1-5][0-9][0-9]$/ { drawn[substr($6, 2)]++; drawn[$9]++ }
    END {
        for (k in expected) { n++; off = drawn[k] - expected[k]; if (off * off > 36 * expected[k]) wrong = 1 }
        exit wrong || n != 16
    }' stated blanks.log

# selects QUERY CONDITION: the lines with GET that fit a query are those for which a condition of awk
# on the status s, the method m and the hour h holds.
selects() {
    weblog select "$1" drawn.log 2>/dev/null | awk '{ print $2 }' >lines
    awk '$9 ~ /^[1-5][0-9][0-9]$/ { s = int($9 / 100); m = substr($6, 2); h = substr($4, 14, 2) + 0
        if (m == "GET" && ('"$2"')) print NR }' blanks.log >lines.expected
    holds "select $1" cmp -s lines lines.expected
}
selects '5xx & GET & 12-23h' 's == 5 && h >= 12'
selects '4xx|5xx&9h' 's == 4 || (s == 5 && h == 9)'
selects '(4xx | 5xx) & 9h' '(s == 4 || s == 5) && h == 9'
selects '!(2xx | 3xx)' 's != 2 && s != 3'
selects '!!5xx & !22-5h' 's == 5 && h > 5 && h < 22'
selects '5xx & 0h' 's == 5 && h == 0'
selects ' all & !2xx & !GET' '0'
selects '3xx & 00-23h' 's == 3'

# ---- A log by hand: what servers write, and what nobody should ----

# Lines 1 to 8 are well formed.
cat >hand.log <<'END'
h - - [10/Oct/2026:13:55:36 +0000] "GET /a HTTP/1.1" 500 12
h - - [10/Oct/2026:13:55:36 +0000] "GET /say?\"hi\"\\ HTTP/1.1" 502 12 "-" "agent \"x\""
h - - [10/Oct/2026:13:55:36 +0000] "GET /\x1b[2J\t\xC3\xa9\x4g\xg4\x0 HTTP/1.1" 503 -
h - us[er [10/Oct/2026:00:00:00 +0000] "GET /two words HTTP/1.0" 500 1
::1 - - [10/Oct/2026:23:59:59 -0330] "GET /old" 504 1
h - - [10/Oct/2026:12:00:00 +0000] "POST /order HTTP/1.1" 500 1
h - - [10/Oct/2026:12:00:00 +0000] "GET /<b>%20{é} HTTP/1.1" 500 12
h - - [10/Oct/2026:12:00:00 +0000] "GETS /a HTTP/1.1" 199 12
h - - [10/Oct/2026:12:00:00 +0000] "-" 408 -
h - - [10/Oct/2026:12:00:00 +0000] "\x16\x03\x01" 400 1
h - - [10/Oct/2026:24:00:00 +0000] "GET /a HTTP/1.1" 500 12
h - - [10/Oct/2026:12:00:00 +0000] "GET /a"b HTTP/1.1" 500 12
h - - [10/Oct/2026:12:00:00 +0000] "GET /a HTTP/1.1 500 12
h - - [10/Oct/2026:12:00:00 +0000] "GET /a HTTP/1.1" 600 12
h - - [10/Oct/2026:12:00:00 +0000] "GET /a HTTP/1.1" 5000 12
h - - [10/Oct/2026:12:00:00 +0000] "GET /a HTTP/1.1" 500 twelve
h - - [10/Oct/2026:12:00:00 +0000] "GET /a HTTP/1.1" 500
h - - [10/Oct/2026:12:00:00 +0000] "GET  HTTP/1.1" 500 12

END
# A NUL and the end of line of Windows; a URL of 100 KB; no end of line.
printf 'h - - [10/Oct/2026:12:00:00 +0000] "GET /nul\0byte HTTP/1.1" 500 12\r\n' >>hand.log
long=$(head -c 100000 /dev/zero | tr '\000' 'x')
printf 'h - - [10/Oct/2026:12:00:00 +0000] "GET /%s HTTP/1.1" 500 12\n' "$long" >>hand.log
printf 'h - - [10/Oct/2026:12:00:00 +0000] "GET /last HTTP/1.1" 500 12' >>hand.log

check 'counts a log by hand' 0 'lines: 22, well formed 11
status: 1xx 1 2xx 0 3xx 0 4xx 0 5xx 10
method: GET 9 HEAD 0 POST 1 PUT 0 DELETE 0 OPTIONS 0 PATCH 0 OTHER 1
hour: 1 0 0 0 0 0 0 0 0 0 0 0 6 3 0 0 0 0 0 0 0 0 0 1
malformed, no time in brackets: 2
malformed, no request in quotes: 1
malformed, no method and URL in the request: 3
malformed, no status from 100 to 599: 3
malformed, no size: 2
malformed first: line 9' '' weblog count hand.log
check 'marks a log by hand' 0 "retry 1 GET /a
retry 2 GET /say?%22hi%22%5C
retry 3 GET /%1B[2J%09%C3%A9x4gxg4x0
retry 4 GET /two%20words
retry 5 GET /old
retry 7 GET /%3Cb%3E%20%7B%C3%A9%7D
retry 20 GET /nul%00byte
retry 21 GET /$long
retry 22 GET /last" 'malformed lines: 11, the first is line 9: no method and URL in the request
marked retry: 9
not marked, since not GET: 2' weblog select 'all' hand.log

# Malformed lines fit no question, and so its opposite neither.
check 'the opposite' 0 '' 'malformed lines: 11, the first is line 9: no method and URL in the request
marked retry: 0
not marked, since not GET: 1' weblog select '!5xx' hand.log

# Each beginning of a line, as a line: the next line must not complete it.
line='h - - [10/Oct/2026:12:00:00 +0000] "GET /a HTTP/1.1" 500 12'
printf '%s\n' "$line" | awk '{ for (k = 1; k <= length($0); k++) print substr($0, 1, k) }' >cut.log
check 'beginnings of a line' 0 'lines: 59, well formed 2
status: 1xx 0 2xx 0 3xx 0 4xx 0 5xx 2
method: GET 2 HEAD 0 POST 0 PUT 0 DELETE 0 OPTIONS 0 PATCH 0 OTHER 0
hour: 0 0 0 0 0 0 0 0 0 0 0 0 2 0 0 0 0 0 0 0 0 0 0 0
malformed, no time in brackets: 33
malformed, no request in quotes: 18
malformed, no status from 100 to 599: 4
malformed, no size: 2
malformed first: line 1' '' weblog count cut.log
: >empty.log
check 'an empty log' 0 '' 'marked retry: 0' weblog select 5xx empty.log
# Bytes of all kinds: as many lines as there are.
awk 'BEGIN { for (k = 0; k < 30000; k++) printf "%c", (k * k * 7 + k * 13) % 251 + 1 }' >bytes.log
holds 'any bytes' test "$(weblog count - <bytes.log | sed -n 's/^lines: \([0-9]*\),.*/\1/p')" = \
    "$(awk 'END { print NR }' bytes.log)"

# ---- Sending: a list by hand, and what fails, again ----

{
    weblog select all hand.log 2>/dev/null
    weblog select '5xx & GET & 20h' drawn.log 2>/dev/null
    printf 'retry 0 GET /a\nretry 5 POST /a\nretry 6 GET /a b\nretry 7 GET \nonce 8 GET /a\n'
} >list
n=$(($(wc -l <list) - 5))
weblog send list -o failed --time --threads 16 --timeout 300 --seed 3 >sent
sed -nE 's/^(threads|one loop): (.* break off)$/\2/p' sent >ways
numbers() { tr -c '0-9\n' ' '; }
# shellcheck disable=SC2046 # four words
set -- $(head -n 1 ways | numbers) 0 0 0 0
fail=$(($2 + $3 + $4))
holds 'each of the fates' test "$1" -gt 9 -a "$2" -gt 4 -a "$3" -gt 1 -a "$4" -gt 0
holds 'all are sent' test $(($1 + fail)) = $n
holds 'both ways count the same' test "$(sort -u ways | wc -l)" -eq 1 -a "$(wc -l <ways)" -eq 2
holds 'malformed lines of a list are told' grep -qx 'malformed lines: 5' sent
holds 'what failed is counted' grep -qx "stay on the list: $fail of $n" sent
holds 'what failed stays on the list' test "$(grep -c '^retry [0-9]* GET /' failed)" = $fail
holds 'and is a part of it' test "$(grep -cvxFf list failed)" = 0
# No time-out is early, though the wheel of the loop goes round in 256 ms; and even one thread would need no longer than this.
# shellcheck disable=SC2016 # a program of awk
holds 'times' awk -v timeouts="$3" '
    /s of processor time/ { sub(/^[a-z ]*: /, ""); if ($1 < 0.3) early = 1; if ($1 > 0.3 * (timeouts + 3)) late = 1; n++ }
    END { exit early || late || n != 2 }' sent
# The server does the same with a URL each time: all fail again.
weblog send failed --threads 64 --timeout 200 --seed 3 >sent
holds 'all fail again' grep -qx "stay on the list: $fail of $fail" sent
check 'an empty list' 0 'threads: 0 succeed, 0 are refused, 0 time out, 0 break off
one loop: 0 succeed, 0 are refused, 0 time out, 0 break off
server: 200 to 0, 503 to 0, late to 0, silent to 0, drips to 0, half to 0
stay on the list: 0 of 0' '' weblog send - </dev/null

# One at a time: those that succeed.
grep -vxFf failed list | grep '^retry [1-9][0-9]* GET /[^ ]*$' | head -n 8 >good
weblog send good --threads 1 --in-flight 1 --seed 3 >sent
holds 'one at a time' grep -qx 'stay on the list: 0 of 8' sent

# ---- Misuse ----

# shellcheck disable=SC2086 # words
wrong() { check "$1" 2 '' "weblog: $2" weblog $3; }
wrong 'an unknown command' "unknown command 'mend': expected generate, count, select or send" mend
wrong 'an unknown option' "unknown option '--fast': see weblog --help" --fast
wrong 'no lines' "--lines '0': expected a number from 1 to 10000000" '--lines 0'
wrong 'a number that is none' "--seed '1x': expected a number from 0 to 18446744073709551615" '--seed 1x'
wrong 'a number that is too large' "--threads '401': expected a number from 1 to 400" '--threads 401'
wrong 'a negative number' "--threads '-1': expected a number from 1 to 400" '--threads -1'
wrong 'a missing number' "--timeout '': expected a number from 160 to 2000" --timeout
wrong 'a missing file name' "-o '': expected the name of a file" 'generate -o'
wrong 'a missing operand' 'count: wrong number of operands: expected LOG' count
wrong 'an operand too many' 'send: wrong number of operands: expected LIST' 'send a b'
check 'a missing file' 1 '' 'weblog: absent: No such file or directory' weblog count absent
check 'a directory' 1 '' 'weblog: .: Is a directory' weblog count .
check 'an output that cannot be' 1 '' 'weblog: no/where: No such file or directory' \
    weblog generate -o no/where
full() { weblog generate >/dev/full; }
[ ! -c /dev/full ] || check 'a full disk' 1 '' 'weblog: standard output: No space left on device' full

terms='expected 1xx to 5xx, a method, hours like 9h or 12-23h, all, ! or ('
ask() { check "query '$1'" 2 '' "weblog: query '$1', column $2: $3" weblog select "$1" empty.log; }
ask '' 1 "end of the query '': $terms"
ask '5xx & ' 7 "end of the query '': $terms"
ask '5xx & 6xx' 7 "'6xx': $terms"
ask 'GOT' 1 "'GOT': $terms"
ask '24h' 1 "'24h': $terms"
ask '12-h' 1 "'12-h': $terms"
ask '023h' 1 "'023h': $terms"
ask '1234567h' 1 "'1234567h': $terms"
ask '5xx)' 4 'expected & or | or the end of the query here'
ask '5xx GET' 5 'expected & or | or the end of the query here'
ask '(5xx' 5 "expected ')' here"
ask '&' 1 "'&': $terms"
wide=$(awk 'BEGIN { for (k = 0; k < 200; k++) printf "(!5xx) & "; print "!5xx" }')
check 'a query that is wide' 0 '' 'marked retry: 0' weblog select "$wide" empty.log
deep=$(head -c 100000 /dev/zero | tr '\000' '(')
weblog select "$deep" empty.log 2>err
holds 'a query that is too deep' grep -q 'column 101: more than 100 levels of ! and ( )$' err

echo "$passed passed, $failed failed, 0 skipped"
[ $failed -eq 0 ]
