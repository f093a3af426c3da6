package main

import (
	"bufio"
	"fmt"

	"github.com/dateline-project/dateline/events"
	"github.com/dateline-project/dateline/events/source"
)

// writeReasons writes the reports of a document for a person to read: where
// the trigger stands, the sentence, and a line for each rule that fired.
func writeReasons(w *bufio.Writer, d *source.Document, reports []events.Explained) error {
	for i := range reports {
		r := &reports[i]
		date := r.When.EDTF
		if date == "" {
			date = "no date"
		}
		fmt.Fprintf(w, "%s:%d  %s, %s, %s\n  “%s”\n", d.ID, r.Trigger.Start, r.Kind, date, r.Modality, oneLine(r.Quote.Text))
		for _, s := range r.Steps {
			words := ""
			if s.Words.Text != "" {
				words = "“" + oneLine(s.Words.Text) + "”: "
			}
			fmt.Fprintf(w, "  %-11s  %-20s  %s%s\n", s.Field, s.Rule, words, oneLine(s.Why))
		}
		fmt.Fprintln(w)
	}
	return nil // the writer keeps its error until it is flushed
}
