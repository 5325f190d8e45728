package strconv

// Quote returns s as a Go string literal; what IsPrint denies is escaped. QuoteToASCII escapes all
// but ASCII, QuoteToGraphic what IsGraphic denies.
func Quote(s string) string
func QuoteToASCII(s string) string
func QuoteToGraphic(s string) string

// QuoteRune returns r as a Go character literal, with the same variants.
func QuoteRune(r rune) string
func QuoteRuneToASCII(r rune) string
func QuoteRuneToGraphic(r rune) string

// CanBackquote reports whether s can stand unchanged between back quotes.
func CanBackquote(s string) bool

// IsPrint reports whether r is a letter, mark, number, punctuation, symbol or the ASCII space.
func IsPrint(r rune) bool

// IsGraphic reports whether r is printable or another space.
func IsGraphic(r rune) bool

// AppendQuote and its variants append what the functions above return.
func AppendQuote(dst []byte, s string) []byte        { return append(dst, Quote(s)...) }
func AppendQuoteToASCII(dst []byte, s string) []byte { return append(dst, QuoteToASCII(s)...) }
func AppendQuoteToGraphic(dst []byte, s string) []byte {
	return append(dst, QuoteToGraphic(s)...)
}
func AppendQuoteRune(dst []byte, r rune) []byte { return append(dst, QuoteRune(r)...) }
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte {
	return append(dst, QuoteRuneToASCII(r)...)
}
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return append(dst, QuoteRuneToGraphic(r)...)
}
