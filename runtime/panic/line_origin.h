// Lines that generated code counts from a place inside a Go file.
#pragma once

namespace mg::panics {

// Line 1 of the file `name` in the debug information is this line of the Go file `path`. Who links
// a program defines the list if there are such files: their names say nothing about lines, so that
// an edit does not change the code of functions behind it. An entry without a name ends the list.
struct LineOrigin {
  const char* name;
  const char* path;
  long line;
};

} // namespace mg::panics

extern "C" {
[[gnu::weak]] extern const mg::panics::LineOrigin mg_line_origins[];
}
