package score

// pair is a mark that was found, by its gold event and the event it was put into.
type pair struct{ want, got, document string }

// merging scores pairs of mentions that were found, by counting: n mentions of
// one event that stand in one event are n(n-1)/2 pairs.
func (c *comparison) merging() {
	type cell struct{ want, got string }
	want, got, both := map[string]int{}, map[string]int{}, map[cell]int{}
	for _, p := range c.pairs {
		want[p.want]++
		got[p.got]++
		both[cell{p.want, p.got}]++
		k := both[cell{p.want, p.got}]
		c.document = p.document
		switch { // each is told where it begins
		case k == 1 && want[p.want] > 1:
			c.result.Misses = append(c.result.Misses, Miss{"joined", p.document, p.want, p.got, "the event of an earlier mention"})
		case k == 1 && got[p.got] > 1:
			c.result.Misses = append(c.result.Misses, Miss{"apart", p.document, p.want, p.got, "an event of its own"})
		}
	}
	choose2 := func(n int) int { return n * (n - 1) / 2 }
	same, together := 0, 0
	for _, n := range want {
		same += choose2(n)
	}
	for _, n := range got {
		together += choose2(n)
	}
	right := 0
	for _, n := range both {
		right += choose2(n)
	}
	c.of["joined"], c.right["joined"] = same, right
	different := choose2(len(c.pairs)) - same
	c.of["apart"], c.right["apart"] = different, different-(together-right)
}
