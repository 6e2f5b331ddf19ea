#!/bin/sh
# isa.sh: `bitmill isa`, and the environment variable BMILL_ISA.
. "${srcdir:-.}/tests/tools/tool.sh"

# What the command says of the set in use on this machine, in brackets at the end of a line, is looked
# at by script/test, on machines where it says something.
isa_of() { # VALUE: with BMILL_ISA=VALUE, and without the remark
    BMILL_ISA=$1 "$bitmill" isa >meta/isa_of || return
    sed 's/ (.*)$//' meta/isa_of
}
isa_of auto >meta/isa 2>meta/err
status=$?
if [ $status = 0 ] && [ ! -s meta/err ] && [ "$(grep -c '^[a-z0-9]*  *in use$' meta/isa)" = 1 ] &&
    ! grep -v '^[a-z0-9]*  *\(in use\|available\|not on this machine\)$' meta/isa >&2 &&
    tail -n 1 meta/isa | grep -q '^portable '
then pass; else fail 'isa_lists_one_in_use_and_portable_last' "$(cat meta/isa meta/err)"; fi
check 'isa_portable_by_environment' 0 \
    "$(sed -e 's/in use/available/' -e 's/^\(portable  *\).*/\1in use/' meta/isa)" '' \
    isa_of portable
check 'isa_empty_environment' 0 "$(cat meta/isa)" '' isa_of ''
check 'isa_without_environment' 0 "$(BMILL_ISA=auto "$bitmill" isa)" '' "$bitmill" isa
usage_error 'isa_surplus_operand' "bitmill: isa: surplus operand 'avx2': expected none" isa avx2

# Every other set by name, and the ones that this machine lacks.
usable=$(sed -n '/not on this machine/!s/ .*/,/p' meta/isa | tr '\n' ' ' | sed 's/, $//')
case $(uname -m) in aarch64) sets=neon ;; *) sets='avx512 avx2' ;; esac
for isa in $sets; do
    case $(grep "^$isa " meta/isa) in
    *'in use' | *available)
        check "isa_${isa}_by_environment" 0 \
            "$(sed -e 's/in use/available/' -e "s/^\\($isa  *\\).*/\\1in use/" meta/isa)" '' \
            isa_of $isa
        ;;
    *'not on this machine')
        check "isa_${isa}_by_environment" 2 '' \
            "bitmill: BMILL_ISA: this machine cannot run the kernels '$isa': expected $usable \
or auto" \
            env BMILL_ISA=$isa "$bitmill" isa
        ;;
    *) skip "isa_${isa}_by_environment" 'the library was built without these kernels' ;;
    esac
done
nonsense="bitmill: BMILL_ISA: there are no kernels called 'nonsense': expected $usable or auto"
for arguments in 'isa' 'count one' 'count --speed one' 'compare one one'; do
    # shellcheck disable=SC2086 # the arguments are several
    check "nonsense_in_BMILL_ISA '$arguments'" 2 '' "$nonsense" \
        env BMILL_ISA=nonsense "$bitmill" $arguments
done

escape=$(printf '\033[31m')
check 'control_character_in_BMILL_ISA' 2 '' \
    "bitmill: BMILL_ISA: there are no kernels called '\\033[31m': expected $usable or auto" \
    env BMILL_ISA="$escape" "$bitmill" isa
full_disk 1 isa

done_testing
