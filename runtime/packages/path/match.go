package path

import "errors"

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Match reports whether the whole name matches a pattern: * stands for any number of characters and
// ? for one, other than a slash; [a-z] for one of a class, [^a-z] for one not of it; a backslash
// takes the next character as it is.
func Match(pattern, name string) (matched bool, err error) {
	for p := pattern; p != ""; {
		width, ok, _ := step(p, -1)
		if !ok {
			return false, ErrBadPattern
		}
		p = p[width:]
	}
	return match(pattern, name), nil
}

// match goes back to the last star when something does not fit: what is before it need not be tried
// again.
func match(pattern, name string) bool {
	backPattern, backName, hasStar := "", "", false
	for {
		if pattern != "" && pattern[0] == '*' {
			pattern = pattern[1:]
			backPattern, backName, hasStar = pattern, name, true
			continue
		}
		if pattern == "" && name == "" {
			return true
		}
		if pattern != "" && name != "" {
			r, size := firstRune(name)
			if width, _, fits := step(pattern, r); fits {
				pattern, name = pattern[width:], name[size:]
				continue
			}
		}
		if !hasStar || backName == "" || backName[0] == '/' {
			return false
		}
		_, size := firstRune(backName)
		backName = backName[size:]
		pattern, name = backPattern, backName
	}
}

// step takes the first element of a pattern: its width, whether it is well-formed, and whether it
// stands for the character r.
func step(pattern string, r rune) (width int, ok, fits bool) {
	switch pattern[0] {
	case '*':
		return 1, true, false
	case '?':
		return 1, true, r != '/'
	case '[':
		return class(pattern, r)
	}
	c, width, ok := character(pattern)
	return width, ok, c == r
}

func class(pattern string, r rune) (width int, ok, fits bool) {
	at := 1
	negated := at < len(pattern) && pattern[at] == '^'
	if negated {
		at++
	}
	for first := true; ; first = false {
		if at < len(pattern) && pattern[at] == ']' && !first {
			return at + 1, true, fits != negated
		}
		low, width, ok := classCharacter(pattern[at:])
		at += width
		high := low
		if ok && at < len(pattern) && pattern[at] == '-' {
			at++
			high, width, ok = classCharacter(pattern[at:])
			at += width
		}
		if !ok {
			return 0, false, false
		}
		fits = fits || low <= r && r <= high
	}
}

func classCharacter(pattern string) (r rune, width int, ok bool) {
	if pattern == "" || pattern[0] == '-' || pattern[0] == ']' {
		return 0, 0, false
	}
	r, width, ok = character(pattern)
	isBroken := ok && r == '\uFFFD' && width == 1
	return r, width, ok && !isBroken && width < len(pattern)
}

func character(pattern string) (r rune, width int, ok bool) {
	escape := 0
	if pattern[0] == '\\' {
		escape = 1
		if len(pattern) == 1 {
			return 0, 1, false
		}
	}
	r, size := firstRune(pattern[escape:])
	return r, escape + size, true
}

func firstRune(s string) (r rune, size int) {
	for i, c := range s {
		if i > 0 {
			return r, i
		}
		r = c
	}
	return r, len(s)
}
