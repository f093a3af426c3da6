package figure

import "io"

// PDF is written below.
func (f *Figure) PDF(w io.Writer) error { return nil }
