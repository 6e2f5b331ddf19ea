#!/bin/sh
# random.sh: `bitmill random`.
. "${srcdir:-.}/tests/tools/tool.sh"

hex() { od -An -v -tx1 "$@" | tr -d ' \n' && echo; }
random() { "$bitmill" random "$@" | hex; }

# Output number N of the generator that include/bitmill/bits/random.h describes, for a seed: the
# bytes of it as a number in memory. Numbers of 64 bits above 2^63 are written as negative ones.
xor_shifted() { echo $(($1 ^ ($1 >> $2 & (1 << 64 - $2) - 1))); }
output() { # SEED N
    z=$(($1 + ($2 + 1) * -7046029254386353131))
    z=$(($(xor_shifted $z 30) * -4658895280553007687))
    z=$(xor_shifted $(($(xor_shifted $z 27) * -7723592293110705685)) 31)
    for shift in 0 8 16 24 32 40 48 56; do
        printf '%02x' $((z >> shift & 255))
    done
    echo
}
check 'output_of_a_known_seed' 0 afcd1d7b39a820e2 '' output 0 0
check 'seed_0' 0 afcd1d7b39a820e2 '' random 64
check 'seed_0_given' 0 afcd1d7b39a820e2 '' random --seed 0 64
check 'seed_42_in_words' 0 "$(output 42 0)$(output 42 64)$(output 42 128)" '' \
    random --seed=42 --density 0.5 192
check 'first_bits_of_a_longer_bitmap' 0 afcd0d '' random 20
check 'one_bit' 0 01 '' random 1
check 'no_bits' 0 '' '' "$bitmill" random 0
check 'number_in_hexadecimal' 0 afcd '' random 0x10
check 'density_0' 0 0000 '' random 16 --density 0
check 'density_1' 0 ffff01 '' random 17 --density 1
check 'density_of_a_quarter' 0 "$(printf %02x $((0xaf & 0x$(output 0 1 | cut -c 1-2))))" '' \
    random 8 --density .25
# The second piece, of 65536 bytes each, begins with word 8192, and that with output 64 * 8192.
"$bitmill" random 524416 --seed 7 -o long
words() { tail -c 16 long | hex; }
check 'second_piece' 0 "$(output 7 524288)$(output 7 524352)" '' words
"$bitmill" random 524416 --seed 7 --density 1e-15 -o rare
check 'density_is_not_rounded_to_0' 0 '' '' test "$("$bitmill" count rare | wc -l)" = 2
share() { "$bitmill" random 4000000 --density 0.1 --seed 1 | "$bitmill" count - | awk 'NR == 2 {
    print ($1 > 400000 - 3000 && $1 < 400000 + 3000) }'; }
check 'share_of_1_bits' 0 1 '' share

for density in -0.1 1.1 1e9; do
    usage_error "density $density" "bitmill: random: density '$density' is out of range: expected \
0 to 1, such as 0.25" random 8 --density "$density"
done
for density in '' x 0.5x nan inf 0x1p-1 ' 0.5' 1/2; do
    usage_error "density '$density'" "bitmill: random: density '$density' is not a number: \
expected 0 to 1, such as 0.25" random 8 --density "$density"
done
usage_error 'random_without_a_number' \
    'bitmill: random: missing operand: expected [--density D] [--seed S] [-o OUT] N' random
usage_error 'random_with_a_negative_number' "bitmill: random: number of bits '-5' is not a number: \
expected 0 to 9223372036854775807" random -5
usage_error 'random_with_too_many_bits' "bitmill: random: number of bits '18446744073709551615' is \
out of range: expected 0 to 9223372036854775807" random 18446744073709551615
usage_error 'random_with_a_bad_seed' "bitmill: random: --seed 'x' is not a number: expected 0 to \
18446744073709551615" random 8 --seed x

done_testing
