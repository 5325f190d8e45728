"""Random Go types and expressions; see generate_program.py."""
import random

INTS = ["int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr"]
FLOATS = ["float32", "float64"]
NAMED = {"Small": "int8", "Count": "uint16", "Text": "string", "Ratio": "float64"}
NUMBERS = INTS + FLOATS + ["Small", "Count", "Ratio"]
BASIC = INTS + FLOATS + ["complex128", "string", "bool"] + list(NAMED)

class Scope:
    """Variables that can be used, by type."""

    def __init__(self, outer=None):
        self.outer = outer
        self.variables = []  # (name, type, assignable)

    def add(self, name, type, assignable=True):
        self.variables.append((name, type, assignable))

    def all(self):
        return (self.outer.all() if self.outer else []) + self.variables

    def of(self, type, assignable=False):
        return [name for name, t, a in self.all() if t == type and (a or not assignable)]


class Expressions:
    """Types and expressions, each chosen at random."""

    def __init__(self, seed, size):
        self.random = random.Random(seed)
        self.size = size
        self.lines = []
        self.indent = 0
        self.names = 0
        self.structs = {}  # name: [(field, type)]
        self.functions = []  # (name, parameter types, result types)
        self.loops = []  # labels of the loops around
        self.in_literal = 0

    # --- Choices

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def pick(self, options):
        return options[self.random.randrange(len(options))]

    def fresh(self, hint):
        self.names += 1
        return f"{hint}{self.names}"

    def line(self, text):
        self.lines.append("\t" * self.indent + text)

    # --- Types

    def type(self, depth=2):
        roll = self.random.randrange(100)
        if depth == 0 or roll < 45:
            return self.pick(BASIC)
        if roll < 58:
            return "[]" + self.type(depth - 1)
        if roll < 66:
            return f"[{self.random.randrange(1, 5)}]" + self.type(depth - 1)
        if roll < 74:
            return f"map[{self.pick(['int', 'string', 'Small', 'bool', 'uint8'])}]" + self.type(depth - 1)
        if roll < 86 and self.structs:
            return self.pick(list(self.structs))
        if roll < 90 and self.structs:
            return "*" + self.pick(list(self.structs))
        if roll < 94:
            return f"func({self.pick(BASIC)}) {self.pick(BASIC)}"
        if roll < 97:
            return f"Pair[{self.pick(['int', 'string', 'Small'])}, {self.pick(BASIC)}]"
        return self.pick(["any", "Sizer"])

    @staticmethod
    def split(type):
        """Of a composite type: its kind and parts."""
        if type.startswith("[]"):
            return "slice", type[2:]
        if type.startswith("map["):
            end = type.index("]")
            return "map", type[4:end], type[end + 1 :]
        if type.startswith("["):
            end = type.index("]")
            return "array", int(type[1:end]), type[end + 1 :]
        if type.startswith("*"):
            return "pointer", type[1:]
        if type.startswith("func("):
            parameter, _, result = type[5:].partition(") ")
            return "func", parameter, result
        if type.startswith("Pair["):
            key, value = type[5:-1].split(", ")
            return "pair", key, value
        if type in ("any", "Sizer"):
            return (type,)
        return ("basic",) if type in BASIC else ("struct", type)

    def comparable(self, type):
        kind = self.split(type)
        if kind[0] in ("basic", "pointer"):
            return True
        if kind[0] == "array":
            return self.comparable(kind[2])
        if kind[0] == "struct":
            return all(self.comparable(t) for _, t in self.structs[type])
        return kind[0] == "pair"

    def printable(self, type):
        """Whether its text is the same in every run."""
        kind = self.split(type)
        if kind[0] in ("pointer", "func"):
            return False
        if kind[0] == "slice":
            return self.printable(kind[1])
        if kind[0] in ("array", "map"):
            return self.printable(kind[2])
        if kind[0] == "struct":
            return all(self.printable(t) for _, t in self.structs[type])
        return True

    # --- Expressions: (text, is constant)

    def literal(self, type):
        base = NAMED.get(type, type)
        if base == "bool":
            return self.pick(["true", "false"])
        if base == "string":
            return self.pick(['""', '"a"', '"héllo"', '"\\x00\\xff"', '"日本"', '"go"', "`raw\\n`"])
        if base == "complex128":
            return self.pick(["0", "1i", "(2-3i)", "1.5", "-2.5i"])
        if base in FLOATS:
            return self.pick(["0", "1", "-2.5", "1e10", "0.1", "3", "-7"])
        if base in ("uint64", "uint", "uintptr"):
            return self.pick(["0", "1", "7", "200", "1<<63", "0xffffffff", "12345678901234567890"])
        bits = int(base.strip("uint") or 64)
        top = (1 << (bits - (0 if base.startswith("u") else 1))) - 1
        low = "0" if base.startswith("u") else self.pick(["-1", f"{-top - 1}", "-7"])
        return self.pick(["0", "1", "2", "5", str(top), str(top // 3), low])

    def variable(self, scope, type):
        """A variable, or a constant made one."""
        names = scope.of(type)
        if names and self.chance(85):
            return self.pick(names)
        return f"step[{type}]({self.literal(type)})"

    def expr(self, scope, type, depth=3):
        return self.typed(scope, type, depth)[0]

    def dynamic(self, scope, type, depth):
        """An expression that is not constant."""
        text, constant = self.typed(scope, type, depth)
        return self.variable(scope, type) if constant else text

    def typed(self, scope, type, depth):
        kind = self.split(type)
        if kind[0] != "basic":
            return self.composite(scope, type, kind, depth), False
        if depth <= 0 or self.chance(25):
            if self.chance(30):
                return f"{type}({self.literal(type)})", True
            return self.variable(scope, type), False
        options = [self.from_container, self.from_call, self.from_literal_call]
        base = NAMED.get(type, type)
        if base == "bool":
            options += [self.comparison, self.comparison, self.logical]
        elif base == "string":
            options += [self.string_expr, self.string_expr, self.conversion]
        elif base == "complex128":
            options += [self.complex_expr, self.complex_expr]
        else:
            options += [self.arithmetic, self.arithmetic, self.arithmetic, self.conversion, self.min_max]
        text = self.pick(options)(scope, type, depth - 1)
        return (text, False) if text else (self.variable(scope, type), False)

    def arithmetic(self, scope, type, depth):
        base = NAMED.get(type, type)
        x = self.dynamic(scope, type, depth)
        if base in FLOATS:
            return f"({x} {self.pick(['+', '-', '*', '/'])} {self.dynamic(scope, type, depth)})"
        roll = self.random.randrange(10)
        if roll == 0:
            return f"{self.pick(['-', '^', '+'])}({x})"
        if roll == 1:
            count = self.pick([str(self.random.randrange(70)), self.variable(scope, self.pick(["uint8", "uint", "uint16"]))])
            return f"({x} {self.pick(['<<', '>>'])} {count})"
        op = self.pick(["+", "-", "*", "/", "%", "&", "|", "^", "&^"])
        if op in "/%":
            return f"({x} {op} {self.pick(['2', '3', '7', self.variable(scope, type)])})"
        return f"({x} {op} {self.expr(scope, type, depth)})"

    def complex_expr(self, scope, type, depth):
        if self.chance(30):
            part = self.variable(scope, "float64")
            return f"complex({part}, {self.dynamic(scope, 'float64', depth)})"
        x, y = self.dynamic(scope, type, depth), self.dynamic(scope, type, depth)
        return f"({x} {self.pick(['+', '-', '*'])} {y})"

    def string_expr(self, scope, type, depth):
        x = self.dynamic(scope, type, depth)
        roll = self.random.randrange(4)
        if roll == 0:
            return f"({x} + {self.expr(scope, type, depth)} + {self.variable(scope, type)})"
        if roll == 1:
            return f"({x} + {self.expr(scope, type, depth)})"
        if roll == 2:
            return f"{type}(fmt.Sprint({self.variable(scope, self.pick(BASIC))}))"
        s = self.variable(scope, type)
        return f"{s}[min({self.index(scope)}, len({s})):]"

    def conversion(self, scope, type, depth):
        base = NAMED.get(type, type)
        if base == "string":
            source = self.pick(["[]byte", "[]rune", "Text", "string", "int32", "uint8"])
            if source in ("[]byte", "[]rune"):
                return f"{type}({source}({self.dynamic(scope, self.pick(['string', 'Text']), depth)}))"
            return f"{type}({self.dynamic(scope, source, depth)})" if source[0] in "Ts" else \
                f"{type}(rune({self.dynamic(scope, source, depth)}))"
        return f"{type}({self.dynamic(scope, self.pick(NUMBERS), depth)})"

    def min_max(self, scope, type, depth):
        name = self.pick(["min", "max"])
        return f"{name}({self.dynamic(scope, type, depth)}, {self.expr(scope, type, depth)})"

    def comparison(self, scope, type, depth):
        operand = self.pick(BASIC)
        ops = ["==", "!="] if operand in ("bool", "complex128") else ["==", "!=", "<", "<=", ">", ">="]
        if self.chance(15) and self.structs:
            names = [s for s in self.structs if self.comparable(s)]
            if names:
                operand, ops = self.pick(names), ["==", "!="]
        x, y = self.dynamic(scope, operand, depth), self.expr(scope, operand, depth)
        return f"{type}({x} {self.pick(ops)} {y})" if operand[0].islower() else f"{type}(({x}) {self.pick(ops)} ({y}))"

    def logical(self, scope, type, depth):
        x, y = self.dynamic(scope, type, depth), self.expr(scope, type, depth)
        return f"!({x})" if self.chance(25) else f"({x} {self.pick(['&&', '||'])} {y})"

    def index(self, scope):
        return f"int({self.variable(scope, 'uint8')}%{self.random.randrange(1, 6)})"

    def from_container(self, scope, type, depth):
        """An element, field or length of a variable."""
        options = []
        for name, t, _ in scope.all():
            kind = self.split(t)
            if kind[0] == "slice" and kind[1] == type:
                options.append(f"{name}[{self.index(scope)}]")
            elif kind[0] == "array" and kind[2] == type:
                options.append(f"{name}[{self.index(scope)}]")
            elif kind[0] == "map" and kind[2] == type:
                options.append(f"{name}[{self.expr(scope, kind[1], 1)}]")
            elif kind[0] in ("struct", "pointer"):
                for field, ft in self.structs[kind[1]]:
                    if ft == type:
                        options.append(f"{name}.{field}")
            elif kind[0] == "pair" and kind[2] == type:
                options.append(f"{name}.Value")
            elif kind[0] == "func" and kind[2] == type:
                options.append(f"{name}({self.expr(scope, kind[1], 1)})")
            elif kind[0] == "any":
                options.append(f"func() {type} {{ v, _ := {name}.({type}); return v }}()")
            elif type == "int" and kind[0] == "Sizer":
                options.append(f"{name}.Size()")
            if type == "int" and kind[0] in ("slice", "map"):
                options.append(f"len({name})")
            if type == "int" and t in ("string", "Text"):
                options.append(f"len({name})")
            if type == "uint8" and t in ("string", "Text"):
                options.append(f"{name}[{self.index(scope)}]")
            if type == "float64" and t == "complex128":
                options.append(f"{self.pick(['real', 'imag'])}({name})")
        return self.pick(options) if options else None

    def from_call(self, scope, type, depth):
        fitting = [f for f in self.functions if f[2] == [type]]
        if not fitting:
            return None
        name, parameters, _ = self.pick(fitting)
        return f"{name}({', '.join(self.expr(scope, p, depth - 1) for p in parameters)})"

    def from_literal_call(self, scope, type, depth):
        """A function literal that is called, or a generic helper."""
        if type in ("int", "string", "float64") and self.chance(60):
            source = self.pick(BASIC)
            inner = Scope(scope)
            inner.add("acc", type, False)
            inner.add("x", source, False)
            body = self.dynamic(inner, type, depth - 1)
            return f"Fold({self.expr(scope, '[]' + source, depth)}, {type}({self.literal(type)}), " \
                   f"func(acc {type}, x {source}) {type} {{ return {body} }})"
        inner = Scope(scope)
        parameter, p = self.pick(BASIC), self.fresh("p")
        inner.add(p, parameter)
        return f"func({p} {parameter}) {type} {{ return {self.expr(inner, type, depth - 1)} }}" \
               f"({self.expr(scope, parameter, depth - 1)})"

    def composite(self, scope, type, kind, depth):
        names = scope.of(type)
        if names and (depth <= 0 or self.chance(50)):
            return self.pick(names)
        less = depth - 1
        if kind[0] == "slice":
            return self.slice_expr(scope, type, kind[1], less)
        if kind[0] == "array":
            return f"{type}{{{', '.join(self.expr(scope, kind[2], less) for _ in range(kind[1]))}}}"
        if kind[0] == "map":
            keys = {"int": ["1", "2", "3"], "string": ['"a"', '"b"'], "Small": ["5", "6"], "bool": ["true"], "uint8": ["0", "255"]}
            entries = [f"{k}: {self.expr(scope, kind[2], less)}" for k in keys[kind[1]] if self.chance(70)]
            return f"{type}{{{', '.join(entries)}}}"
        if kind[0] == "struct":
            fields = [f"{f}: {self.expr(scope, t, less)}" for f, t in self.structs[type] if self.chance(70)]
            return f"({type}{{{', '.join(fields)}}})"
        if kind[0] == "pointer":
            return "&" + self.composite(Scope(), kind[1], ("struct", kind[1]), 0) if depth <= 0 or self.chance(60) \
                else f"new({kind[1]})"
        if kind[0] == "func":
            inner, p = Scope(scope), self.fresh("p")
            inner.add(p, kind[1])
            return f"func({p} {kind[1]}) {kind[2]} {{ return {self.expr(inner, kind[2], less)} }}"
        if kind[0] == "pair":
            key, value = self.expr(scope, kind[1], less), self.expr(scope, kind[2], less)
            return f"({type}{{{key}, {value}}})"
        if kind[0] == "Sizer":
            return self.pick([f"Small({self.variable(scope, 'int8')})", f"Text({self.variable(scope, 'string')})"])
        t = self.type(1)
        while not self.printable(t):
            t = self.type(1)
        return f"any({self.expr(scope, t, less)})"

    def slice_expr(self, scope, type, elem, depth):
        roll = self.random.randrange(5)
        names = scope.of(type)
        if roll == 0 and names:
            return f"append({self.pick(names)}, {self.expr(scope, elem, depth)})"
        if roll == 1 and names:
            s = self.pick(names)
            return f"{s}[:min({self.index(scope)}, len({s}))]"
        if roll == 2 and elem in BASIC:
            source, p = self.pick(BASIC), self.fresh("p")
            inner = Scope(scope)
            inner.add(p, source)
            return f"Map({self.expr(scope, '[]' + source, depth - 1)}, " \
                   f"func({p} {source}) {elem} {{ return {self.expr(inner, elem, depth)} }})"
        return f"{type}{{{', '.join(self.expr(scope, elem, depth) for _ in range(self.random.randrange(4)))}}}"
