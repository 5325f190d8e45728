"""Inputs of extreme size and depth: `minigo check` answers with status 0 or 1 within 30 seconds and 2 GiB of memory."""
import os
import resource
import subprocess
import sys
import tempfile


def chain(line, count):
    """`count` declarations; # stands for a number, + for the next one, - for the one before."""
    rows = []
    for i in range(1, count):
        rows.append(line.replace("#", str(i)).replace("+", str(i + 1)).replace("-", str(i - 1)))
    return "\n".join(rows) + "\n"


def inputs():
    p = "package p\n"
    yield "parentheses", p + "var x = " + "(" * 200000 + "1" + ")" * 200000
    yield "unary operators", p + "var x = " + "!" * 200000 + "true"
    yield "binary operators", p + "var x = 1" + "+1" * 200000
    yield "blocks", p + "func f() " + "{" * 200000 + "}" * 200000
    yield "pointers", p + "var x " + "*" * 200000 + "int"
    yield "slices", p + "var x " + "[]" * 200000 + "int"
    yield "selectors", p + "var x = a" + ".a" * 200000
    yield "calls", p + "var x = a" + "()" * 200000
    yield "function literals", p + "var x = " + "func(){" * 50000 + "}" * 50000
    yield "structs", p + "var x " + "struct{a " * 50000 + "int" + "}" * 50000
    yield "else", p + "func f(){ if true {}" + " else if true {}" * 50000 + "}"
    yield "composite literals", p + "var x = [][]int" + "{" * 50000 + "}" * 50000
    yield "type arguments", p + "type T[P any] struct{}\nvar x " + "T[" * 50000 + "int" + "]" * 50000
    yield "a long integer", p + "var x = " + "9" * 3000000
    yield "a large exponent", p + "const x = 1e1000000000"
    yield "a large shift", p + "const x = 1 << 100000000000"
    yield "an endless comment", p + "/*" + "x" * 5000000
    yield "an endless string", p + "var s = `" + "x\n" * 2000000
    yield "a long name", p + "var " + "x" * 3000000 + " int"
    yield "nothing", ""
    yield "NUL", "\0" * 300000
    yield "byte order marks", "\ufeff" * 300000
    yield "many fields", p + "type T struct{" + "".join(f"a{i} int;" for i in range(50000)) + "}"
    yield "many cases", p + "func f(x int){ switch x {" + "".join(f"case {i}:\n" for i in range(50000)) + "}}"
    yield "many keys", p + "var m = map[int]int{" + "".join(f"{i}:1," for i in range(50000)) + "}"
    yield "many labels", p + "func f(){" + "".join(f"L{i}: goto L{i}\n" for i in range(20000)) + "}"
    yield "a chain of aliases", p + chain("type A# = A+", 20000) + "type A20000 = int"
    yield "a chain of constants", p + chain("const c# = c+ * 1", 20000) + "const c20000 = 1"
    yield "a chain of embedding", p + chain("type T# struct{ T+; a# int }", 20000) + "type T20000 int\nvar x = T1{}.a19999"
    yield "sizes that double", p + "type T0 [2]int\n" + chain("type T# struct{ a, b T- }", 60) + "var x T59\nvar y = x == x"
    yield "interfaces that double", p + chain("type I# interface { I+; J+ }\ntype J# interface { I+ }", 300) + (
        "type I300 interface{ m() }\ntype J300 interface{ n() }\nvar x I1\nvar y I300 = x")
    yield "instances that grow", p + "type T[P any] struct{ x *T[T[P]] }\nvar v T[int]"


def main():
    minigo = os.path.abspath(sys.argv[1])
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, text in inputs():
            with open(os.path.join(folder, "x.go"), "w", encoding="utf-8") as f:
                f.write(text)
            try:
                done = subprocess.run([minigo, "check", "x.go"], cwd=folder, capture_output=True, timeout=30)
                problem = "" if done.returncode in (0, 1) else f"exit status {done.returncode}"
                if resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss > 2 << 20:
                    problem = "took more than 2 GiB, or what was before it"
            except subprocess.TimeoutExpired:
                problem = "no answer within 30 seconds"
            if problem:
                wrong += 1
                print(f"{name}: {problem}")
    print("some failed" if wrong else "all answered")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
