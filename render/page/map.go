package page

import "github.com/dateline-project/dateline/render/chart"

// mapColumns are where events are drawn on the map, and the outline of the world.
func (m *model) mapColumns() (*columns, error) {
	c := &columns{}
	sites, at := chart.Sites(m.g)
	world := []byte("{}")
	if len(sites) > 0 { // no place, no map
		var err error
		if world, err = chart.World(); err != nil {
			return nil, err
		}
	}
	site := make([]int, len(m.events))
	for k, i := range m.events {
		site[k] = at[i]
	}
	names, lat, lon, wide := make([]string, len(sites)), make([]float64, len(sites)), make([]float64, len(sites)), make([]int, len(sites))
	for i, s := range sites {
		names[i], lat[i], lon[i] = s.Name, s.Lat, s.Lon
		if s.Wide {
			wide[i] = 1
		}
	}
	c.ints("site", site)
	c.strings("name", names)
	c.floats("lat", lat)
	c.floats("lon", lon)
	c.ints("wide", wide)
	c.strings("world", []string{string(world)})
	return c, nil
}
