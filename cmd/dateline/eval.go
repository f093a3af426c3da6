package main

import (
	"errors"

	"github.com/spf13/cobra"
)

func evalCommand(s streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "eval",
		Short: "Score what dateline finds against annotated documents",
		Long: `Eval scores dateline against documents that people have annotated, so that
anybody can see how well it reads texts like their own.`,
		Example: "  dateline eval dates gold.jsonl\n  dateline eval events data/sample",
		RunE: func(*cobra.Command, []string) error {
			return usageError{errors.New("name what to score: dates or events")}
		},
	}
	cmd.AddCommand(evalDatesCommand(s), evalEventsCommand(s))
	return cmd
}
