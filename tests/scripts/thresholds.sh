#!/bin/sh
# thresholds.sh: the kernels compare lengths only with thresholds of lib/tables/thresholds.def. A
# multiple of V_BYTES by which a loop is unrolled, or a constant of a length, must be there: else the
# tests do not try the lengths around it. Closes with "N passed, N failed, N skipped".
set -u
lib=${srcdir:-.}/lib
table=$lib/tables/thresholds.def
passed=0 failed=0

sources() { find "$lib" -name "*.[ch]" | sort; }
# The lines that compare, without comments and without loops of a constant number of steps.
comparisons() { sources | xargs grep -hE '(<|>|==)' | grep -vE '^ *(/?\*|//|#)|sizeof'; }

# verdict NAME WHETHER: counts it.
verdict() {
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: thresholds: $1: a length is compared with it, and $table has no row for it"
    fi
}

# Whether a constant has a row, or is made of one that has, or of the bytes of a vector.
known() {
    grep -qE "\b$1," "$table" && return 0
    for made in $(sources | xargs grep -hoE "\b$1 = [^,}]*" | sed 's/.* = //' | grep -oE '[A-Z][A-Z0-9_]+'); do
        case $made in [VHX]_BYTES) return 0 ;; esac
        grep -qE "\b$made," "$table" && return 0
    done
    return 1
}

# Multiples with which a length, or the rest of one, is compared.
multiples=$(comparisons | grep -oE '[0-9]+ \* V_BYTES *(<|>)|(<|>)=? *\(?[0-9]+ \* V_BYTES' |
    grep -oE '[0-9]+ \* V_BYTES' | sort -u)
multiples="$multiples
$(comparisons | grep -oE '\+ [0-9]+ \* V_BYTES *<' | grep -oE '[0-9]+ \* V_BYTES' | sort -u)"
for factor in $(printf '%s\n' "$multiples" | sed 's/ .*//' | sort -un); do
    grep -q "[ (]$factor \* V_BYTES" "$table"
    verdict "$factor * V_BYTES" $?
done

# Constants of lib/ that say how long something is and that are compared.
for name in $(comparisons | grep -oE '(<|>)=? *[A-Z][A-Z0-9_]*(BYTES|BITS|BLOCK|LINES|ROOM)\b|\b[A-Z][A-Z0-9_]*(BYTES|BITS|BLOCK|LINES|ROOM) *(<|>)' |
    grep -oE '[A-Z][A-Z0-9_]*' | sort -u); do
    case $name in
    V_BYTES | W_BYTES | X_BYTES | H_BYTES) continue ;; # ENDS has them for all kernels
    esac
    known "$name"
    verdict "$name" $?
done

# The rows are tried: each group is one that a test names.
for group in $(grep -oE '^BMILL_(VECTOR_)?THRESHOLD\([A-Z]+' "$table" | sed 's/.*(//' | sort -u); do
    if [ "$group" = ENDS ] || grep -qE "(draw_length|draw_count_of|lengths_around|counts_around|PROP_WALK|PROP_WALK_COUNTS|draw_size)\(.*\b$group\b" \
        "${srcdir:-.}"/tests/bits/*.c; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: thresholds: group $group of $table is walked by no test"
    fi
done

echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
