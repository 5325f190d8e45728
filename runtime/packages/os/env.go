package os

import "syscall"

// LookupEnv returns the value of an environment variable and whether it is set.
func LookupEnv(key string) (string, bool)

func setenv(key, value string)
func unsetenv(key string)

// Environ returns a copy of the environment, strings of the form key=value.
func Environ() []string

// Clearenv deletes all environment variables.
func Clearenv()

// Getenv returns the value of an environment variable; "" if it is not set.
func Getenv(key string) string {
	value, _ := LookupEnv(key)
	return value
}

// Setenv sets an environment variable.
func Setenv(key, value string) error {
	if key == "" || contains(key, '=') || contains(key, 0) || contains(value, 0) {
		return NewSyscallError("setenv", syscall.EINVAL)
	}
	setenv(key, value)
	return nil
}

// Unsetenv unsets an environment variable.
func Unsetenv(key string) error {
	unsetenv(key)
	return nil
}

func contains(s string, b byte) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == b {
			return true
		}
	}
	return false
}

// ExpandEnv replaces ${name} and $name by the values of environment variables.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// Expand replaces ${name} and $name by what mapping gives for the name.
func Expand(s string, mapping func(string) string) string {
	var text []byte
	done := 0
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '$' {
			continue
		}
		name, width := variableName(s[i+1:])
		text = append(text, s[done:i]...)
		if name != "" {
			text = append(text, mapping(name)...)
		} else if width == 0 {
			text = append(text, '$') // not followed by a name: it stands for itself
		}
		i += width
		done = i + 1
	}
	if done == 0 {
		return s
	}
	return string(append(text, s[done:]...))
}

func isSpecial(b byte) bool {
	return b >= '0' && b <= '9' || contains("*#$@!?-", b)
}

func isNamePart(b byte) bool {
	return b == '_' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

// variableName returns the name at the start of s, which follows a $, and how many bytes are eaten.
// Bad syntax such as "${}" gives no name, but is eaten.
func variableName(s string) (string, int) {
	if s[0] == '{' {
		if len(s) > 2 && isSpecial(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				if i == 1 {
					return "", 2
				}
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if isSpecial(s[0]) {
		return s[:1], 1
	}
	i := 0
	for i < len(s) && isNamePart(s[i]) {
		i++
	}
	return s[:i], i
}
