package source

// readText reads a plain text. Text is the file decoded to UTF-8, so that
// offsets into a file in UTF-8 are those of the file.
func readText(in *Input) (Document, error) {
	s, err := decodeText(in, "")
	if err != nil {
		return Document{}, err
	}
	d := Document{Text: s, Blocks: layoutPlain(s)}
	describe(in, &d)
	return d, nil
}
