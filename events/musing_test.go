package events

import (
	"strings"
	"testing"
)

// Readers who reflect tell little; witnesses and reporters do.
func TestMusingsTellLittle(t *testing.T) {
	x := testExtractor(t)
	column := "I wonder who bought the old ferry. You know my view of the line. It sold my uncle a ticket for a boat that had sunk. Why did it change the timetable? Who asked us? We paid, and they laughed. I have already retired. Do you still trust them? "
	news := "The line bought the old ferry. It changed the timetable. The mayor retired. Passengers paid more. A court heard the case. The council met again. Shops on the quay closed. "
	for _, c := range []struct {
		about, text string
		told, not   string
	}{
		{"a column", column, "", "bought|sold|change|paid|retired"},
		{"what is grave in it", column + "On Monday 8 May rebels attacked the harbour and killed two sailors.", "attacked", "laughed"},
		{"what was done to the writer", column + "I was arrested at the harbour.", "arrested", "retired"},
		{"what has a day in it", column + "The line sold its last boat to a museum on Monday 8 May.", "sold its last boat|sold", "laughed"},
		{"news", news, "bought|retired", ""},
		{"news with a quotation", news + "“I wonder why you ask me. We paid, and you laughed. My boat sank. Our children cried. Do you hear us?” she said.", "bought|retired", ""},
	} {
		told := map[string]bool{}
		for _, r := range read(x, document("d", published, c.text)) {
			told[r.Trigger.Text] = true
		}
		some := c.told == ""
		for _, w := range strings.Split(c.told, "|") {
			some = some || told[w]
		}
		if !some {
			t.Errorf("%s: %v, want one of %s", c.about, told, c.told)
		}
		for _, w := range strings.Split(c.not, "|") {
			if told[w] {
				t.Errorf("%s: %q makes a report", c.about, w)
			}
		}
	}
}
