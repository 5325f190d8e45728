"""Prints a program of expressions that are far deeper than anybody writes by hand.

Its output is "ok"; each value is compared with what a loop computes."""

CHAIN = 15000
NESTING = 6000


def chain(operator, operand, count):
    return f" {operator}\n\t\t".join(operand(i) for i in range(count))


def check(what, expression, expected):
    return f"\tcheck({what!r}, {expression}, {expected})\n".replace("'", '"')


def order(at):
    """A sum of reads of n, with a call that changes n at position `at`: gc reads n behind the call."""
    return chain("+", lambda i: "bump()" if i == at else "n", 600)


print("package main\n\ntype tree []tree\n")
print("func depth(t tree) int {\n\td := 0\n\tfor ; len(t) > 0; t = t[0] {\n\t\td++\n\t}\n\treturn d\n}\n")
print("func next(x int) int { return x + 1 }\n")
print("type counter struct{ n int }\n")
print("func (c *counter) add(i int) *counter { c.n += i; return c }\n")
print("var n = 1\n\nfunc bump() int { n = 10; return 0 }\n")
print("var turns int\n\nfunc turn() int { turns++; return turns }\n")
print("func digits(list ...int) (n int) {\n\tfor _, x := range list {\n\t\tn = n*10 + x\n\t}\n\treturn n\n}\n")
print("func check(what string, got, want int) {\n\tif got != want {\n\t\tpanic(what)\n\t}\n}\n")
print("const text = " + chain("+", lambda i: '"abc"', CHAIN))
print("\nvar global = n +\n\t" + chain("+", lambda i: "next(1)", 600))
print("\nfunc sum(x int) int {\n\treturn " + chain("+", lambda i: "x", CHAIN) + "\n}\n")
print("func join(s string) string {\n\treturn " + chain("+", lambda i: "s", 1200) + "\n}\n")
print("func any(x int) bool {\n\treturn " + chain("||", lambda i: f"x == {2 * i}", 5000) + "\n}\n")
print("func all(p *counter) bool {\n\treturn p != nil &&\n\t\t" +
      chain("&&", lambda i: "p.n+p.n+p.n > 0", 600) + "\n}\n")
print("func narrow(x uint8) uint8 {\n\treturn " + chain("*", lambda i: "(x + 1)", 300) + "\n}\n")
print("func main() {\n\tx := 2")
print(check("sum", "sum(x)", 2 * CHAIN))
print(check("text", "len(text)", 3 * CHAIN))
print(check("global", "global", 1201))
print(check("join", 'len(join("ab"))', 2400))
print(check("narrow", "int(narrow(2))", 3 ** 300 % 256))
print("\tif !any(9998) || any(9999) || all(nil) || !all(&counter{1}) {\n\t\tpanic(\"logical\")\n\t}\n")
print(check("parentheses", "(" * NESTING + "x" + ")" * NESTING, 2))
print(check("right operands", "(1 + " * 2000 + "x" + ")" * 2000, 2002))
print(check("negation", "- " * NESTING + "x", 2))
print(check("calls", "next(" * 2000 + "x" + ")" * 2000, 2002))
print(check("methods", "new(counter)" + "".join(f".\n\t\tadd({i})" for i in range(1000)) + ".n", 499500))
print(check("literal", "depth(tree" + "{" * 500 + "}" * 500 + ")", 499))
print(check("turns", "digits(turn(), " + "next(" * 600 + "turn()" + ")" * 600 + ", turn())", 100 + 6020 + 3))
for at in 0, 300, 599:
    print(f"\tn = 1\n{check('order', order(at), 599 * 10)}")
print('\tprintln("ok")\n}')
