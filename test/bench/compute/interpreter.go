// A register machine: one big switch in a loop.
package main

import "fmt"

type op uint8

const (
	load op = iota
	move
	add
	sub
	mul
	and
	shr
	less
	jump
	jumpIf
	jumpUnless
	xor
	inc
	halt
)

type instr struct {
	op      op
	a, b, c int32
}

func run(code []instr) (regs [16]int64, steps int) {
	for pc := int32(0); ; pc++ {
		in := &code[pc]
		steps++
		switch in.op {
		case load:
			regs[in.a&15] = int64(in.b)
		case move:
			regs[in.a&15] = regs[in.b&15]
		case add:
			regs[in.a&15] = regs[in.b&15] + regs[in.c&15]
		case sub:
			regs[in.a&15] = regs[in.b&15] - regs[in.c&15]
		case mul:
			regs[in.a&15] = regs[in.b&15] * regs[in.c&15]
		case and:
			regs[in.a&15] = regs[in.b&15] & regs[in.c&15]
		case xor:
			regs[in.a&15] = regs[in.b&15] ^ regs[in.c&15]
		case shr:
			regs[in.a&15] = regs[in.b&15] >> uint(in.c)
		case inc:
			regs[in.a&15]++
		case less:
			regs[in.a&15] = 0
			if regs[in.b&15] < regs[in.c&15] {
				regs[in.a&15] = 1
			}
		case jump:
			pc += in.a
		case jumpIf:
			if regs[in.b&15] != 0 {
				pc += in.a
			}
		case jumpUnless:
			if regs[in.b&15] == 0 {
				pc += in.a
			}
		case halt:
			return
		default:
			panic(in.op)
		}
	}
}

func main() {
	code := []instr{
		{load, 0, 0, 0}, {load, 1, 20_000_000, 0}, {load, 2, 12345, 0}, {load, 3, 1103515245, 0},
		{mul, 2, 2, 3}, {inc, 2, 0, 0}, {shr, 4, 2, 16}, {xor, 5, 5, 4}, {and, 6, 5, 3},
		{add, 7, 7, 6}, {inc, 0, 0, 0}, {less, 8, 0, 1}, {jumpIf, -9, 8, 0}, {halt, 0, 0, 0},
	}
	regs, steps := run(code)
	fmt.Println(steps, regs[2], regs[7])
}
