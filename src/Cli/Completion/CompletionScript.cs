namespace Sci.Cli.Completion;

/// <summary>What a shell runs to complete a line; the program itself makes the proposals.</summary>
internal static class CompletionScript
{
    /// <summary>Script by the name of its shell.</summary>
    public static IReadOnlyDictionary<string, string> Of { get; } = new Dictionary<string, string>
    {
        ["bash"] = """
            # Completion of sci for bash. Once: sci completion bash > ~/.local/share/bash-completion/completions/sci
            _sci() {
                local line=${COMP_LINE:0:COMP_POINT} each
                line=${line#"${COMP_WORDS[0]}"}
                line=${line# }
                local word=${line##*[[:space:]]}
                local before=${word%"${word##*[=:]}"}  # words of their own to readline
                COMPREPLY=()
                while IFS= read -r each; do
                    [[ $each == "$word"* && ( -n $word || $each != [-/]* ) ]] && COMPREPLY+=("${each#"$before"}")
                done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
                [[ ${COMPREPLY[0]} == *[.=] ]] && compopt -o nospace 2>/dev/null
            }
            complete -o bashdefault -o default -F _sci sci

            """,
        ["zsh"] = """
            #compdef sci
            # Completion of sci for zsh. Once: sci completion zsh > a folder of $fpath/_sci
            _sci() {
                local line="${(j: :)words[2,CURRENT]}"
                local -a found=("${(@f)$(${words[1]} "[suggest:${#line}]" "$line" 2>/dev/null)}")
                [[ -z ${words[CURRENT]} ]] && found=(${found:#[-/]*})
                found=(${found:#})
                local none=1
                compadd -S '' -- ${(M)found:#*[.=]} && none=0
                compadd -- ${found:#*[.=]} && none=0
                (( none )) && _files
            }
            if [[ $funcstack[1] == _sci ]]; then _sci "$@"; else compdef _sci sci; fi

            """,
        ["fish"] = """
            # Completion of sci for fish. Once: sci completion fish > ~/.config/fish/completions/sci.fish
            function __sci_complete
                set -l words (commandline -opc)
                set -l line (string join -- ' ' $words[2..] (commandline -ct))
                $words[1] "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match -v '/?'
            end
            complete -c sci -a '(__sci_complete)'

            """,
    };
}
