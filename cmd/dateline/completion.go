package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// shell is one that has completions.
type shell struct {
	name  string
	write func(root *cobra.Command, w io.Writer) error
}

var shells = []shell{
	{"bash", func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) }},
	{"zsh", func(root *cobra.Command, w io.Writer) error { return root.GenZshCompletion(w) }},
	{"fish", func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) }},
	{"powershell", func(root *cobra.Command, w io.Writer) error { return root.GenPowerShellCompletionWithDesc(w) }},
}

func completionCommand(s streams) *cobra.Command {
	names := make([]string, len(shells))
	for i, sh := range shells {
		names[i] = sh.name
	}
	return &cobra.Command{
		Use:   "completion " + strings.Join(names, "|"),
		Short: "Print a script that completes commands and options in a shell",
		Long:  "Completion prints a script that makes a shell complete commands, options and\ntheir values. Load it where the shell starts.",
		Example: `  source <(dateline completion bash)
  dateline completion zsh > "${fpath[1]}/_dateline"
  dateline completion fish > ~/.config/fish/completions/dateline.fish`,
		ValidArgs:             names,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			i := -1
			if len(args) == 1 {
				i = slices.Index(names, args[0])
			}
			if i < 0 {
				return usageError{fmt.Errorf("name one shell: %s", strings.Join(names, ", "))}
			}
			return shells[i].write(cmd.Root(), s.out)
		},
	}
}
