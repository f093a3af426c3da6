module github.com/dateline-project/dateline/internal/placesgen

go 1.26.0

require github.com/dateline-project/dateline v0.0.0

replace github.com/dateline-project/dateline => ../..
