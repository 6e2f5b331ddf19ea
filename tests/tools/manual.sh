#!/bin/sh
# manual.sh: the manual page and the completions say the same as the command.
. "${srcdir:-.}/tests/tools/tool.sh"

page=$source_dir/tools/bitmill.1
completions=$source_dir/tools/completion
"$bitmill" help | sed -n 's/^  \([a-z][a-z0-9-]*\)  *[a-z].*/\1/p' >meta/commands

# Commands and their options, one a line: "count", "count --speed".
options_of_help() {
    while read -r command; do
        echo "$command"
        "$bitmill" help "$command" |
            sed -n -e 's/^  \(-[a-z]\), \(--[a-z0-9-]*\).*/\1 \2/p' -e 's/^  \(--[a-z0-9-]*\).*/\1/p' |
            sed "s/^/$command /"
    done <meta/commands
}
options_of_page() {
    awk '/^\.Ss / { command = $2; print command }
        /^\.Sh / { command = "" }
        command && /^\.It Fl [a-z] , Fl / { print command, "-" $3, "-" $6 }
        command && /^\.It Fl -/ { print command, "-" $3 }' "$page"
}
options_of_help >meta/help
check 'manual_page_has_the_commands_and_options_of_help' 0 "$(cat meta/help)" '' options_of_page
if command -v mandoc >/dev/null; then
    check 'manual_page_is_lint_clean' 0 '' '' mandoc -Tlint "$page"
else
    skip 'manual_page_is_lint_clean' 'mandoc is not installed'
fi

# bash_completes WORD...: what bash offers for the last of the words.
bash_completes() {
    PATH=${bitmill%/*}:$PATH bash -c '. "$0" && COMP_WORDS=(bitmill "$@") COMP_CWORD=$# &&
        _bitmill bitmill && { ((${#COMPREPLY[@]} == 0)) || printf "%s\n" "${COMPREPLY[@]}"; }' "$completions/bitmill" "$@"
}
if command -v bash >/dev/null; then
    check 'bash_completes_commands' 0 "$(cat meta/commands)
--help
--version" '' bash_completes ''
    check 'bash_completes_a_command' 0 'count
compare' '' bash_completes co
    check 'bash_completes_options' 0 '--output
--extend
--truncate
--help' '' bash_completes and a -
    check 'bash_completes_an_option' 0 '--speed' '' bash_completes count --s
    check 'bash_completes_the_operand_of_help' 0 'count
compare' '' bash_completes help co
    check 'bash_completes_a_verb' 0 'bit_width
bits_set
bits_clear' '' sh -c "printf '%s\n' \"\$@\" | head -n 3" sh $(bash_completes explain bit)
    check 'bash_completes_no_verb_as_the_width' 0 '' '' bash_completes explain --width b
    check 'bash_leaves_files_to_readline' 0 '' '' bash_completes count ''
    check 'bash_leaves_the_output_to_readline' 0 '' '' bash_completes and a b -o -
    check 'bash_knows_the_function' 0 'complete -o default -F _bitmill bitmill' '' \
        bash -c '. "$0" && complete -p bitmill' "$completions/bitmill"
else
    skip 'bash_completion' 'bash is not installed'
fi

# zsh's completion, with functions in place of its own that print what they are given.
# zsh_completes WORD...: what zsh offers for the last of the words.
zsh_completes() {
    PATH=${bitmill%/*}:$PATH zsh -fc '
        _call_program() { shift && "$@"; }
        _describe() { print -rl -- "${(P@)2}"; }
        _files() { print files; }
        words=(bitmill "${@:2}") CURRENT=$# PREFIX=$@[-1]
        . "$1"' zsh "$completions/_bitmill" "$@"
}
if command -v zsh >/dev/null; then
    zsh_names() { zsh_completes "$@" | sed 's/:.*//'; }
    check 'zsh_completes_commands' 0 "$(cat meta/commands)
--help
--version" '' zsh_names ''
    check 'zsh_completes_options' 0 '--output:the file to write, instead of standard output; it may be
--extend:extend shorter inputs with zeros
--truncate:stop at the end of the shortest input
--help:show the help of the command' '' zsh_completes and a -
    check 'zsh_completes_a_verb' 0 1 '' sh -c "printf '%s\n' \"\$@\" | grep -c '^is_pow2$'" sh \
        $(zsh_names explain is_p)
    check 'zsh_completes_files' 0 files '' zsh_completes count ''
else
    skip 'zsh_completion' 'zsh is not installed'
fi

done_testing
