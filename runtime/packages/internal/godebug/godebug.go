// Package godebug has the settings by which programs choose the behaviour of older versions of Go's
// library. There is one version here: every setting has its default, whatever $GODEBUG says.
package godebug

// A Setting is one name in $GODEBUG.
type Setting struct{ name string }

// New returns the setting of a name, which begins with # if it is not documented.
func New(name string) *Setting { return &Setting{name} }

// Name returns the name without its #.
func (s *Setting) Name() string {
	if s.name != "" && s.name[0] == '#' {
		return s.name[1:]
	}
	return s.name
}

func (s *Setting) Undocumented() bool { return s.name != "" && s.name[0] == '#' }

// Value returns "", which stands for the default.
func (s *Setting) Value() string { return "" }

func (s *Setting) String() string { return s.Name() + "=" + s.Value() }

// IncNonDefault counts uses of another value than the default; there are none.
func (s *Setting) IncNonDefault() {}
