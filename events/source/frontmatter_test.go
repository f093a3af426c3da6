package source

import "testing"

func TestFrontMatterThatNeverClosesIsAWarning(t *testing.T) {
	for s, warnings := range map[string]int{
		"---\ntitle: Flood\ndate: 2019-05-03\n\nThe river rose by two metres on Friday.\n": 1,
		"---\r\ntitle:\r\nThe river rose by two metres on Friday.\n":                       1,
		"---\ntitle: Flood\n---\nThe river rose by two metres on Friday.\n":                0,
		"---\nThe river rose by two metres: it was Friday.\n":                              0,
		"---\n": 0,
		"":      0,
	} {
		in := &Input{Path: "a.md", Data: []byte(s)}
		if _, err := readMarkdown(in); err != nil || len(in.reported) != warnings {
			t.Errorf("%q: %v, %v, want %d warnings", s, err, in.reported, warnings)
		}
	}
}
