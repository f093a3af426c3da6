package chart

import "testing"

func TestAmountsAreWrittenInWords(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 12500: "12500", 1_000_000: "1 million", 5_900_000: "5.9 million", 20_100_000_000: "20.1 billion", 3_000_000_000_000: "3 trillion"} {
		if got := Amount(n); got != want {
			t.Errorf("Amount(%d) = %q, want %q", n, got, want)
		}
	}
}
