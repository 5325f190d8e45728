// Package bytealg searches, compares and counts bytes for packages strings and bytes. The work is
// done by the C library, which uses the processor's widest instructions
// (runtime/library/bytealg.cpp).
package bytealg

// MaxLen is the longest pattern that Index and IndexString take: any. Callers that see a text no
// longer than MaxBruteForce call them at once.
const MaxLen = 1<<63 - 1

const MaxBruteForce = 1<<63 - 1

// PrimeRK is the base of the hashes below.
const PrimeRK = 16777619

// None of these keeps its arguments.

//go:noescape
func Compare(a, b []byte) int

//go:noescape
func CompareString(a, b string) int

//go:noescape
func Count(b []byte, c byte) int

//go:noescape
func CountString(s string, c byte) int

//go:noescape
func Equal(a, b []byte) bool

//go:noescape
func Index(a, b []byte) int

//go:noescape
func IndexString(a, b string) int

//go:noescape
func IndexByte(b []byte, c byte) int

//go:noescape
func IndexByteString(s string, c byte) int

//go:noescape
func LastIndexByte(s []byte, c byte) int

//go:noescape
func LastIndexByteString(s string, c byte) int

// MakeNoZero returns a slice of n bytes that hold anything.
func MakeNoZero(n int) []byte

// Cutover is how many false starts a search by the first byte may have before Index is better.
func Cutover(n int) int { return 0 }

// HashStr returns the hash of sep, a polynomial in PrimeRK, and PrimeRK to the power of its length.
func HashStr[T string | []byte](sep T) (hash, power uint32) {
	power = 1
	for i := 0; i < len(sep); i++ {
		hash = hash*PrimeRK + uint32(sep[i])
		power *= PrimeRK
	}
	return hash, power
}

// HashStrRev does the same from the end of sep to its start.
func HashStrRev[T string | []byte](sep T) (hash, power uint32) {
	power = 1
	for i := len(sep); i > 0; i-- {
		hash = hash*PrimeRK + uint32(sep[i-1])
		power *= PrimeRK
	}
	return hash, power
}

// IndexRabinKarp returns where sep first occurs in s, or -1.
func IndexRabinKarp[T string | []byte](s, sep T) int { return IndexString(string(s), string(sep)) }

// LastIndexRabinKarp returns where sep last occurs in s, or -1.
func LastIndexRabinKarp[T string | []byte](s, sep T) int {
	n := len(sep)
	wanted, power := HashStrRev(sep)
	var hash uint32
	for i := len(s) - 1; i >= 0; i-- {
		hash = hash*PrimeRK + uint32(s[i])
		if behind := i + n; behind < len(s) {
			hash -= power * uint32(s[behind])
		}
		if i+n <= len(s) && hash == wanted && string(s[i:i+n]) == string(sep) {
			return i
		}
	}
	return -1
}
