package source

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-project/dateline/events/text"
)

func TestCommentsOfReadersAreNoText(t *testing.T) {
	lead := "The ferry line said on Monday that it would give up its two oldest boats by the end of the year, as repairs had become too dear.\n\n"
	wrote := "At 9:15 am on 3 May 2012, harbourcat wrote: They sank the last one as well.\n\nIt was a good boat.\n\nAt 9:40 am on 3 May 2012, N. Pier wrote:\nWho pays for all this?\n\nAt 9:52 am on 3 May 2012, gull wrote: I never.\n\nAt 10:02 am on 3 May 2012, oar wrote: Nor me.\n\nAt 13:20 on 4 May 2012, quay9 wrote:\nI do, and you do.\n"
	posted := "They sank the last one.\nPosted by harbourcat on May 3rd, 2012 -- 4:29 pm\n\nWho pays for all this?\nPosted by N. Pier on May 3rd, 2012 -- 4:41 pm\n\nNot me.\nPosted by gull on May 3rd, 2012 -- 5:01 pm\n\nNor me.\nPosted by oar on May 3rd, 2012 -- 6:20 pm\n\nI do.\nPosted by quay9 on May 4th, 2012 -- 8:10 am\n"
	stamped := func(form string) string {
		var b strings.Builder
		for i, name := range []string{"gull", "oar", "harbourcat", "quay9", "pier"} {
			fmt.Fprintf(&b, form+"\n\nThis is comment %d.\n\n", name, fmt.Sprintf("May 3, 2012 at 9:1%d am", i), i+1)
		}
		return b.String()
	}
	for _, c := range []struct{ about, text, kept, gone string }{
		{"wrote", lead + wrote, "oldest boats", "sank the last one|good boat|Who pays|you do"},
		{"in the line of the text", strings.TrimSpace(lead) + " " + wrote, "oldest boats", "sank the last one|Who pays"},
		{"posted by, behind the first comment", lead + posted, "oldest boats|sank the last one", "Who pays|I do"},
		{"what follows the comments", lead + wrote + "\nOn Tuesday the council voted to keep the boats, and the line withdrew its plan for the winter.\n", "oldest boats|the council voted", "sank the last one|you do"},
		{"messages that a text quotes", lead + strings.NewReplacer("wrote: ", "wrote: \"", "wrote:\n", "wrote: \"").Replace(wrote) + "\nOn Tuesday the council voted to keep the boats.\n", "sank the last one|you do|the council voted", ""},
		{"reports of an outlet's own", lead + strings.NewReplacer("harbourcat wrote", "our reporter Ann Orr wrote", "N. Pier wrote", "our editor N. Pier wrote").Replace(wrote), "sank the last one|you do", ""},
		{"a mark between name and day", lead + stamped("%s • %s"), "oldest boats", "comment 1|comment 5"},
		{"name and day, and a link", lead + stamped("%s on %s Reply"), "oldest boats", "comment 1|comment 5"},
		{"the name over the day", lead + stamped("%s says:\n%s"), "oldest boats", "comment 1|comment 5"},
		{"the name alone over the day", lead + stamped("%s\n%s"), "oldest boats", "comment 1|comment 5"},
		{"posts of one reporter", lead + strings.NewReplacer("gull", "Ann Orr", "oar", "Ann Orr", "harbourcat", "Ann Orr", "quay9", "Ann Orr", "pier", "Ann Orr").Replace(stamped("%s • %s")), "oldest boats|comment 1|comment 5", ""},
		{"messages of one officer", lead + strings.NewReplacer("harbourcat", "Colonel Nur", "N. Pier", "Colonel Nur", "gull", "Colonel Nur", "oar", "Colonel Nur", "quay9", "Colonel Nur").Replace(wrote), "sank the last one|you do", ""},
		{"two letters that a text quotes", lead + "At 9:15 am on 3 May 2012, Ann Orr wrote: The boat is old.\n\nAt 9:40 am on 4 May 2012, N. Pier wrote: It is dear.\n", "oldest boats|boat is old|It is dear", ""},
		{"a live report", lead + "At 12:41 Ann Orr wrote: The boat is old.\n\nAt 12:50 N. Pier wrote: It is dear.\n\nAt 13:01 Ann Orr wrote: It goes.\n", "boat is old|It is dear|It goes", ""},
		{"nothing but posts", wrote, "sank the last one|good boat|Who pays", ""},
	} {
		in := &Input{Path: "a.txt"}
		d := Document{Text: c.text, Blocks: layoutPlain(c.text)}
		describe(in, &d)
		for _, words := range []struct {
			list string
			gone bool
		}{{c.kept, false}, {c.gone, true}} {
			for _, w := range strings.Split(words.list, "|") {
				if at := strings.Index(c.text, w); w != "" && (roleAt(&d, at) == text.Furniture) != words.gone {
					t.Errorf("%s: %q has the role %v", c.about, w, roleAt(&d, at))
				}
			}
		}
		if (c.gone != "") != (len(in.reported) == 1) {
			t.Errorf("%s: reported %v", c.about, in.reported)
		}
	}
}

// roleAt returns the role of the block that holds byte i of the text.
func roleAt(d *Document, i int) text.Role {
	for _, b := range d.Blocks {
		if b.Start <= i && i < b.End {
			return b.Role
		}
	}
	return text.Metadata
}
