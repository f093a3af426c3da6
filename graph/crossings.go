package graph

import (
	"cmp"
	"math"
	"slices"
)

// spotLinks returns the neighbours of each spot by index.
func (g *Graph) spotLinks(spots []spot) [][]int32 {
	at := make(map[string]int32, len(spots))
	for i, s := range spots {
		at[g.Events[s.event].ID] = int32(i)
	}
	out := make([][]int32, len(spots))
	for i := range g.Links {
		a, ok := at[g.Links[i].From]
		b, ok2 := at[g.Links[i].To]
		if ok && ok2 && a != b {
			out[a] = append(out[a], b)
			out[b] = append(out[b], a)
		}
	}
	return out
}

// reduceCrossings reorders the rows of each column and lane by the mean height
// of the neighbours, sweeping forth and back. Spots are in order of column and
// lane; rows is how many each lane has.
func reduceCrossings(spots []spot, neighbours [][]int32, rows []int) {
	var cells [][2]int
	for i := 0; i < len(spots); {
		j := i
		for j < len(spots) && spots[j].column == spots[i].column && spots[j].lane == spots[i].lane {
			j++
		}
		cells = append(cells, [2]int{i, j})
		i = j
	}
	top := make([]float64, len(rows)+1)
	for i, n := range rows {
		top[i+1] = top[i] + float64(n+1)
	}
	var index []int32
	for sweep := range 2 * sweeps {
		for n := range cells {
			c := cells[n]
			if sweep%2 == 1 {
				c = cells[len(cells)-1-n]
			}
			index = index[:0]
			for i := c[0]; i < c[1]; i++ {
				s := &spots[i]
				s.order = top[s.lane] + float64(s.row)
				if nb := neighbours[i]; len(nb) > 0 {
					sum := 0.0
					for _, k := range nb {
						sum += top[spots[k].lane] + float64(spots[k].row)
					}
					s.order = sum / float64(len(nb))
				}
				index = append(index, int32(i))
			}
			slices.SortStableFunc(index, func(a, b int32) int {
				return cmp.Or(cmp.Compare(spots[a].order, spots[b].order), cmp.Compare(spots[a].event, spots[b].event))
			})
			lane := spots[c[0]].lane
			settle(spots, index, top[lane], rows[lane])
		}
	}
}

// settle gives the spots of a cell their rows, in the order of index: each as
// near to its order as those before leave room for, and as those behind need.
func settle(spots []spot, index []int32, top float64, rows int) {
	next := 0
	for k, i := range index {
		row := int(math.Round(spots[i].order - top))
		row = max(next, min(row, rows-(len(index)-k)))
		spots[i].row = row
		next = row + 1
	}
}
