package debug

import (
	"errors"
	"fmt"
	"runtime"
	"strconv"
)

// BuildInfo tells how a program was built.
type BuildInfo struct {
	GoVersion string         `json:",omitempty"`
	Path      string         `json:",omitempty"` // of package main
	Main      Module         `json:""`
	Deps      []*Module      `json:",omitempty"`
	Settings  []BuildSetting `json:",omitempty"`
}

// A Module is a module of the program.
type Module struct {
	Path    string  `json:",omitempty"`
	Version string  `json:",omitempty"`
	Sum     string  `json:",omitempty"`
	Replace *Module `json:",omitempty"`
}

// A BuildSetting is a flag or a circumstance of a build.
type BuildSetting struct {
	Key, Value string
}

// ReadBuildInfo returns what the program holds about its build.
func ReadBuildInfo() (info *BuildInfo, ok bool) {
	info, err := ParseBuildInfo(buildInfo())
	if err != nil || info.Path == "" {
		return nil, false
	}
	info.GoVersion = runtime.Version()
	return info, true
}

func buildInfo() string

// String returns a line for each thing that is known.
func (bi *BuildInfo) String() string {
	var text string
	if bi.GoVersion != "" {
		text += "go\t" + bi.GoVersion + "\n"
	}
	if bi.Path != "" {
		text += "path\t" + bi.Path + "\n"
	}
	if bi.Main != (Module{}) {
		text += "mod" + bi.Main.columns()
	}
	for _, module := range bi.Deps {
		text += "dep" + module.columns()
	}
	for _, setting := range bi.Settings {
		key, value := setting.Key, setting.Value
		if key == "" || isQuoted(key) || hasByte(key, '=') {
			key = strconv.Quote(key)
		}
		if isQuoted(value) {
			value = strconv.Quote(value)
		}
		text += "build\t" + key + "=" + value + "\n"
	}
	return text
}

func (m *Module) columns() string {
	text := "\t" + m.Path + "\t" + m.Version
	if m.Replace != nil {
		return text + "\n=>" + m.Replace.columns() + "\n"
	}
	return text + "\t" + m.Sum + "\n"
}

// isQuoted reports whether a key or a value stands in quotes.
func isQuoted(text string) bool {
	for i := range len(text) {
		switch text[i] {
		case ' ', '\t', '\r', '\n', '"', '`':
			return true
		}
	}
	return false
}

func hasByte(text string, b byte) bool {
	_, _, found := cut(text, b)
	return found
}

func cut(text string, separator byte) (before, after string, found bool) {
	for i := range len(text) {
		if text[i] == separator {
			return text[:i], text[i+1:], true
		}
	}
	return text, "", false
}

// ParseBuildInfo is the inverse of String.
func ParseBuildInfo(data string) (bi *BuildInfo, err error) {
	bi = new(BuildInfo)
	var last *Module // what a replacement is of
	for number := 1; ; number++ {
		line, rest, complete := cut(data, '\n')
		if !complete {
			return bi, nil
		}
		if err := bi.parse(line, &last); err != nil {
			return nil, fmt.Errorf("could not parse Go build info: line %d: %w", number, err)
		}
		data = rest
	}
}

func (bi *BuildInfo) parse(line string, last **Module) error {
	word, rest, hasMore := cut(line, '\t')
	if !hasMore {
		return nil
	}
	switch word {
	case "path":
		bi.Path = rest
	case "mod", "dep":
		module, err := parseModule(rest)
		if err != nil {
			return err
		}
		if *last = module; word == "dep" {
			bi.Deps = append(bi.Deps, module)
			return nil
		}
		bi.Main = *module
		*last = &bi.Main
	case "=>":
		columns := split(rest)
		if len(columns) != 3 {
			return fmt.Errorf("expected 3 columns for replacement; got %d", len(columns))
		}
		if *last == nil {
			return errors.New("replacement with no module on previous line")
		}
		(*last).Replace = &Module{Path: columns[0], Version: columns[1], Sum: columns[2]}
		*last = nil
	case "build":
		setting, err := parseSetting(rest)
		if err != nil {
			return err
		}
		bi.Settings = append(bi.Settings, setting)
	}
	return nil
}

func split(text string) (columns []string) {
	for {
		column, rest, found := cut(text, '\t')
		columns = append(columns, column)
		if !found {
			return columns
		}
		text = rest
	}
}

func parseModule(text string) (*Module, error) {
	columns := split(text)
	if len(columns) != 2 && len(columns) != 3 {
		return nil, fmt.Errorf("expected 2 or 3 columns; got %d", len(columns))
	}
	module := &Module{Path: columns[0], Version: columns[1]}
	if len(columns) == 3 {
		module.Sum = columns[2]
	}
	return module, nil
}

func parseSetting(text string) (setting BuildSetting, err error) {
	if len(text) < 1 {
		return setting, errors.New("build line missing '='")
	}
	key, rest := text, ""
	switch text[0] {
	case '=':
		return setting, errors.New("build line with missing key")
	case '`', '"':
		if key, err = strconv.QuotedPrefix(text); err != nil {
			return setting, errors.New("invalid quoted key in build line")
		}
		if len(text) == len(key) {
			return setting, errors.New("build line missing '=' after quoted key")
		}
		if text[len(key)] != '=' {
			return setting, fmt.Errorf("unexpected character after quoted key: %q", text[len(key)])
		}
		rest = text[len(key)+1:]
		key, _ = strconv.Unquote(key)
	default:
		var found bool
		if key, rest, found = cut(text, '='); !found {
			return setting, errors.New("build line missing '=' after key")
		}
		if isQuoted(key) {
			return setting, fmt.Errorf("unquoted key %q must be quoted", key)
		}
	}
	value := rest
	if rest != "" && (rest[0] == '`' || rest[0] == '"') {
		if value, err = strconv.Unquote(rest); err != nil {
			return setting, errors.New("invalid quoted value in build line")
		}
	} else if isQuoted(rest) {
		return setting, fmt.Errorf("unquoted value %q must be quoted", rest)
	}
	return BuildSetting{Key: key, Value: value}, nil
}
