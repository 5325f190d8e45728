#!/usr/bin/env python3
"""Writes a random Go program that compiles, ends, and prints the same at every run.

    generate_program.py SEED [--size 8] > program.go

Every choice comes from the seed. What keeps programs valid: an expression knows whether it is
constant, and operators get at most one constant operand, so that nothing overflows or divides by
zero while it is compiled; loops count to small numbers; functions call only those written before
them; panics are recovered and printed.
"""
import argparse

from generate_expr import BASIC, NAMED, NUMBERS, FLOATS, Expressions, Scope

PRELUDE = """package main

import "fmt"

type Small int8
type Count uint16
type Text string
type Ratio float64

func (s Small) Size() int   { return int(s) }
func (t Text) Size() int    { return len(t) }
func (c *Count) Size() int  { *c++; return int(*c) }
func (s Small) String() string { return fmt.Sprintf("Small<%d>", int8(s)) }

type Sizer interface{ Size() int }

type Pair[K comparable, V any] struct {
	Key   K
	Value V
}

func (p Pair[K, V]) Swap() Pair[string, K] { return Pair[string, K]{fmt.Sprint(p.Value), p.Key} }

func Map[A, B any](list []A, f func(A) B) []B {
	var out []B
	for _, x := range list {
		out = append(out, f(x))
	}
	return out
}

func Fold[A any, B interface{ ~int | ~string | ~float64 }](list []A, start B, f func(B, A) B) B {
	for _, x := range list {
		start = f(start, x)
	}
	return start
}

func each[T any](list []T) func(func(int, T) bool) {
	return func(yield func(int, T) bool) {
		for i, x := range list {
			if !yield(i, x) {
				return
			}
		}
	}
}

func show(what string, values ...any) {
	fmt.Print(what)
	for _, v := range values {
		fmt.Printf(" %v", v)
	}
	fmt.Println()
}

func caught(name string) {
	if e := recover(); e != nil {
		fmt.Println(name, "recovered:", e)
	}
}

// clip keeps what loops add to strings short.
func clip[T ~string](s T) T { return s[:min(len(s), 40)] }

var steps int

func step[T any](x T) T { steps++; return x }
"""


class Generator(Expressions):
    """Statements and declarations around them."""

    # --- Statements

    def block(self, scope, count, depth):
        self.indent += 1
        inner = Scope(scope)
        for _ in range(count):
            self.statement(inner, depth)
        self.indent -= 1
        return inner

    def statement(self, scope, depth):
        simple = [self.declare, self.declare, self.assign, self.assign, self.op_assign, self.show, self.swap]
        nested = [self.if_stmt, self.for_stmt, self.range_stmt, self.switch_stmt, self.type_switch, self.closure,
                  self.deferred, self.range_func, self.branch, self.goto_stmt, self.channel, self.element_assign]
        self.pick(simple if depth <= 0 or self.chance(60) else nested)(scope, depth)

    def declare(self, scope, depth):
        type, name = self.type(), self.fresh("v")
        value = self.expr(scope, type)
        self.line(f"var {name} {type} = {value}" if self.chance(50) else f"{name} := {type}({value})"
                  if self.split(type)[0] in ("basic", "any", "Sizer") else f"var {name} {type} = {value}")
        self.line(f"_ = {name}")
        scope.add(name, type)

    def assignable(self, scope):
        """A place and its type, or null."""
        options = [(n, t) for n, t, a in scope.all() if a and self.split(t)[0] != "func"]
        return self.pick(options) if options else None

    def kept(self, scope, type):
        """A value for a variable that may be assigned to in a loop."""
        value = self.expr(scope, type)
        return f"clip({type}({value}))" if NAMED.get(type, type) == "string" else value

    def assign(self, scope, depth):
        place = self.assignable(scope)
        if place:
            self.line(f"{place[0]} = {self.kept(scope, place[1])}")

    def element_assign(self, scope, depth):
        options = []
        for name, t, a in scope.all():
            kind = self.split(t)
            if kind[0] == "slice" or (kind[0] == "array" and a):
                options.append((f"{name}[{self.index(scope)}]", kind[-1]))
            elif kind[0] == "map":
                options.append((f"{name}[{self.expr(scope, kind[1], 1)}]", kind[2]))
            elif kind[0] == "pointer" or (kind[0] == "struct" and a):
                options += [(f"{name}.{f}", ft) for f, ft in self.structs[kind[1]]]
        if options:
            place, type = self.pick(options)
            self.line(f"{place} = {self.kept(scope, type)}")
            if type in NUMBERS and self.chance(50):
                self.line(f"{place}{self.pick(['++', '--'])}")

    def op_assign(self, scope, depth):
        names = [(n, t) for n, t, a in scope.all() if a and t in NUMBERS + ["string", "Text", "complex128"]]
        if not names:
            return
        name, type = self.pick(names)
        base = NAMED.get(type, type)
        if base in ("string", "complex128"):
            self.line(f"{name} += {self.expr(scope, type)}")
            if base == "string":
                self.line(f"{name} = clip({name})")
        elif self.chance(20):
            self.line(f"{name}{self.pick(['++', '--'])}")
        elif base in FLOATS:
            self.line(f"{name} {self.pick(['+=', '-=', '*=', '/='])} {self.dynamic(scope, type, 2)}")
        else:
            op = self.pick(["+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "&^=", "<<=", ">>="])
            if op in ("<<=", ">>="):
                value = self.variable(scope, "uint8")
            else:
                value = self.variable(scope, type) if op in ("/=", "%=") else self.expr(scope, type)
            self.line(f"{name} {op} {value}")

    def swap(self, scope, depth):
        x = self.assignable(scope)
        names = scope.of(x[1], True) if x else []
        if len(names) >= 2:
            a, b = self.random.sample(names, 2)
            # A value that panics would do so behind the first assignment with gc, before it by the spec.
            self.line(f"{a}, {b} = {b}, {self.pick(names)}")
        fitting = [f for f in self.functions if len(f[2]) == 2]
        if fitting:
            name, parameters, results = self.pick(fitting)
            a, b = self.fresh("v"), self.fresh("v")
            self.line(f"{a}, {b} := {name}({', '.join(self.expr(scope, p, 2) for p in parameters)})")
            self.line(f"_, _ = {a}, {b}")
            scope.add(a, results[0])
            scope.add(b, results[1])

    def show(self, scope, depth):
        names = [n for n, t, _ in scope.all() if self.printable(t)]
        if names:
            some = self.random.sample(names, min(len(names), 3))
            self.line(f'show("{self.fresh("s")}", {", ".join(some)})')

    def if_stmt(self, scope, depth):
        self.line(f"if {self.expr(scope, 'bool')} {{")
        self.block(scope, 2, depth - 1)
        if self.chance(40):
            name = self.fresh("v")
            self.line(f"}} else if {name} := {self.expr(scope, 'int', 2)}; {name} > 3 {{")
            inner = Scope(scope)
            inner.add(name, "int")
            self.block(inner, 2, depth - 1)
        if self.chance(40):
            self.line("} else {")
            self.block(scope, 2, depth - 1)
        self.line("}")

    def loop(self, scope, head, depth, variables):
        label = self.fresh("L") if self.chance(30) else ""
        if label:
            self.line(f"{label}:")
        self.line(f"for {head} {{")
        inner = Scope(scope)
        for name, type, assignable in variables:
            inner.add(name, type, assignable)
        self.loops.append(label)
        self.indent += 1
        for name, _, _ in variables:
            self.line(f"_ = {name}")
        if label:
            self.line(f"if {self.expr(inner, 'bool', 1)} {{ {self.pick(['break', 'continue'])} {label} }}")
        self.indent -= 1
        self.block(inner, 3, depth - 1)
        self.loops.pop()
        self.line("}")

    def for_stmt(self, scope, depth):
        name = self.fresh("i")
        top = self.random.randrange(1, 5)
        head = self.pick([f"{name} := range {top}", f"{name} := 0; {name} < {top}; {name}++", f"{name} := {top}; {name} > 0; {name}--"])
        self.loop(scope, head, depth, [(name, "int", False)])

    def range_stmt(self, scope, depth):
        options = [(n, t) for n, t, _ in scope.all() if self.split(t)[0] in ("slice", "array") or t in ("string", "Text")]
        if not options:
            return self.for_stmt(scope, depth)
        name, type = self.pick(options)
        elem = "int32" if type in ("string", "Text") else self.split(type)[-1]
        i, x = self.fresh("i"), self.fresh("x")
        whole = name if type in ("string", "Text") or self.split(type)[0] == "array" else f"{name}[:min(len({name}), 4)]"
        if type in ("string", "Text"):
            whole = f"{name}[:min(len({name}), 6)]"
        self.loop(scope, f"{i}, {x} := range {whole}", depth, [(i, "int", True), (x, elem, True)])

    def range_func(self, scope, depth):
        elem = self.pick(BASIC)
        i, x = self.fresh("i"), self.fresh("x")
        self.loop(scope, f"{i}, {x} := range each({self.expr(scope, '[]' + elem, 2)})", depth, [(i, "int", True), (x, elem, True)])

    def switch_stmt(self, scope, depth):
        if self.chance(40):
            self.line("switch {")
            cases = [self.expr(scope, "bool", 2) for _ in range(2)]
        else:
            self.line(f"switch {self.dynamic(scope, 'int', 2)} {{")
            cases = ["0, 1", f"{self.variable(scope, 'int')}, 7", "-1"]
        for i, case in enumerate(cases):
            self.line(f"case {case}:")
            self.block(scope, 2, depth - 1)
            if i + 1 < len(cases) and self.chance(25):
                self.line("\tfallthrough")
        if self.chance(60):
            self.line("default:")
            self.block(scope, 1, depth - 1)
        self.line("}")

    def type_switch(self, scope, depth):
        name = self.fresh("t")
        self.line(f"switch {name} := {self.expr(scope, 'any', 2)}.(type) {{")
        for type in self.random.sample(BASIC, 3):
            self.line(f"case {type}:")
            inner = Scope(scope)
            inner.add(name, type)
            self.block(inner, 1, depth - 1)
        self.line("case Sizer:")
        self.line(f'\tshow("sizer", {name}.Size())')
        self.line("default:")
        self.line(f'\tfmt.Printf("other %T\\n", {name})')
        self.line("}")

    def closure(self, scope, depth):
        name = self.fresh("f")
        self.line(f"{name} := func() {{")
        loops, self.loops = self.loops, []
        self.in_literal += 1
        self.block(scope, 3, depth - 1)
        self.in_literal -= 1
        self.loops = loops
        self.line("}")
        self.line(f"{name}()")
        if self.chance(50):
            self.line(f"{name}()")

    def deferred(self, scope, depth):
        self.line("func() {")
        self.line(f'\tdefer caught("{self.fresh("d")}")')
        loops, self.loops = self.loops, []
        self.in_literal += 1
        self.indent += 1
        if self.chance(40):
            value = self.pick([n for n, t, _ in scope.all() if self.printable(t)] or ["1"])
            self.line(f'defer show("deferred", {value})')
        self.indent -= 1
        self.block(scope, 3, depth - 1)
        if self.chance(30):
            self.line(f"\tpanic({self.expr(scope, self.pick(BASIC), 1)})")
        self.in_literal -= 1
        self.loops = loops
        self.line("}()")

    def branch(self, scope, depth):
        labels = [label for label in self.loops if label]
        if self.loops:
            target = " " + self.pick(labels) if labels and self.chance(50) else ""
            self.line(f"if {self.expr(scope, 'bool', 2)} {{ {self.pick(['break', 'continue'])}{target} }}")

    def goto_stmt(self, scope, depth):
        label = self.fresh("G")
        self.line(f"if {self.expr(scope, 'bool', 2)} {{ goto {label} }}")
        self.line("{")
        self.block(scope, 2, depth - 1)
        self.line("}")
        self.line(f"{label}:")
        self.line("\tsteps++")

    def channel(self, scope, depth):
        elem, name, x = self.pick(BASIC), self.fresh("c"), self.fresh("x")
        self.line(f"{name} := make(chan {elem}, 3)")
        for _ in range(self.random.randrange(1, 4)):
            self.line(f"{name} <- {self.expr(scope, elem, 2)}")
        self.line(f"close({name})")
        self.loop(scope, f"{x} := range {name}", 0, [(x, elem, True)])
        self.line(f"select {{ case {x}, ok := <-{name}: show(\"select\", {x}, ok, len({name})); default: show(\"empty\") }}")

    # --- Declarations

    def struct(self):
        name = f"S{len(self.structs) + 1}"
        fields = [(f"F{i}", self.type(1)) for i in range(self.random.randrange(1, 5))]
        self.line(f"type {name} struct {{")
        for field, type in fields:
            self.line(f"\t{field} {type}")
        self.line("}\n")
        self.structs[name] = fields

    def function(self, index):
        name = f"f{index}"
        parameters = [self.type(1) for _ in range(self.random.randrange(3))]
        results = [self.type(1) for _ in range(self.pick([1, 1, 2]))]
        named = self.chance(50)
        scope = Scope(self.globals)
        texts = []
        for i, type in enumerate(parameters):
            texts.append(f"a{i} {type}")
            scope.add(f"a{i}", type)
        if named:
            result_text = ", ".join(f"r{i} {t}" for i, t in enumerate(results))
        else:
            result_text = ", ".join(results)
        self.line(f"func {name}({', '.join(texts)}) ({result_text}) {{")
        self.line(f'\tdefer caught("{name}")')
        if named:
            for i, type in enumerate(results):
                scope.add(f"r{i}", type)
        self.line("\tif steps++; steps > 300 {")
        self.line("\t\tpanic(\"enough\")")
        self.line("\t}")
        body = self.block(scope, self.size, 2)
        # In variables first: gc builds a result in its place, and a panic meanwhile leaves it half done.
        for i, type in enumerate(results):
            self.line(f"\tvar t{i} {type} = {self.expr(body, type, 2)}")
        self.line(f"\treturn {', '.join(f't{i}' for i in range(len(results)))}")
        self.line("}\n")
        self.functions.append((name, parameters, results))

    def program(self):
        self.lines = [PRELUDE]
        for _ in range(3):
            self.struct()
        self.globals = Scope()
        for type in BASIC:
            name = "g" + type.capitalize()
            self.line(f"var {name} {type} = {self.literal(type)}")
            self.globals.add(name, type)
        for i in range(3):
            type = self.type()
            self.line(f"var h{i} {type} = {self.composite(self.globals, type, self.split(type), 2)}"
                      if self.split(type)[0] != "basic" else f"var h{i} {type}")
            self.globals.add(f"h{i}", type)
        self.line("")
        for i in range(4):
            self.function(i)
        self.line("func main() {")
        for name, parameters, results in self.functions:
            for _ in range(2):
                self.line("\tsteps = 0")
                text = ", ".join(self.expr(self.globals, p, 2) for p in parameters)
                values = [f"{name}{i}" for i in range(len(results))]
                self.line(f"\tfunc() {{")
                self.line(f"\t\t{', '.join(values)} := {name}({text})")
                self.line(f"\t\t{', '.join('_' for _ in values)} = {', '.join(values)}")
                shown = [v for v, t in zip(values, results) if self.printable(t)]
                self.line(f"\t\tshow(\"{name}\"{''.join(', ' + v for v in shown)})")
                self.line("\t}()")
        shown = [n for n, t, _ in self.globals.all() if self.printable(t)]
        self.line(f'\tshow("end", steps, {", ".join(shown)})')
        self.line("}")
        return "\n".join(self.lines) + "\n"


def generate(seed, size=8):
    return Generator(seed, size).program()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("seed", type=int)
    parser.add_argument("--size", type=int, default=8, help="statements in a function")
    args = parser.parse_args()
    print(generate(args.seed, args.size), end="")


if __name__ == "__main__":
    main()
