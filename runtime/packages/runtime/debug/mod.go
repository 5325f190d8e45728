package debug

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

// ReadBuildInfo returns false: programs hold nothing about their modules.
func ReadBuildInfo() (info *BuildInfo, ok bool) { return nil, false }
