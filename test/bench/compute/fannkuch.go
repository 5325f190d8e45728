// Permutations of ten and the greatest number of flips of prefixes.
package main

import "fmt"

func fannkuch(n int) (checksum, maxFlips int) {
	perm, work, count := make([]int, n), make([]int, n), make([]int, n)
	for i := range perm {
		perm[i] = i
	}
	r, even := n, true
	for {
		for ; r != 1; r-- {
			count[r-1] = r
		}
		copy(work, perm)
		flips := 0
		for k := work[0]; k != 0; k = work[0] {
			for i, j := 0, k; i < j; i, j = i+1, j-1 {
				work[i], work[j] = work[j], work[i]
			}
			flips++
		}
		maxFlips = max(maxFlips, flips)
		if even {
			checksum += flips
		} else {
			checksum -= flips
		}
		even = !even
		for ; ; r++ {
			if r == n {
				return
			}
			first := perm[0]
			copy(perm[:r], perm[1:r+1])
			perm[r] = first
			if count[r]--; count[r] > 0 {
				break
			}
		}
	}
}

func main() { fmt.Println(fannkuch(10)) }
