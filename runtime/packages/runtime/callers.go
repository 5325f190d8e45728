package runtime

// A Func is a function of the running program.
type Func struct {
	name  string
	file  string
	line  int
	entry uintptr
}

// Name returns the name of the function, with the path of its package.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

// Entry returns the address of the function.
func (f *Func) Entry() uintptr { return f.entry }

// FileLine returns where in the source pc is.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	_, file, line, _ = position(pc)
	return file, line
}

// A Frame is a call that Callers found.
type Frame struct {
	PC       uintptr
	Func     *Func // nil if it is not known
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames goes through the calls that Callers found.
type Frames struct {
	callers []uintptr
}

// position tells what stands at an address that Caller or Callers gave.
func position(pc uintptr) (function, file string, line int, entry uintptr)

// Caller tells who called the function that calls it (skip 0), or whose call that is (skip 1), and so
// on: the place, and a value for FuncForPC.
func Caller(skip int) (pc uintptr, file string, line int, ok bool)

// Callers fills pc with a value for each function that is being called, the innermost first, and
// returns their number. Callers itself is 0, its caller is 1.
func Callers(skip int, pc []uintptr) int

// CallersFrames returns what tells the functions and places of what Callers gave.
func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

// Next returns the next frame and whether there are more.
func (f *Frames) Next() (frame Frame, more bool) {
	if len(f.callers) == 0 {
		return Frame{}, false
	}
	pc := f.callers[0]
	f.callers = f.callers[1:]
	function, file, line, entry := position(pc)
	frame = Frame{PC: pc, Func: FuncForPC(pc), Function: function, File: file, Line: line, Entry: entry}
	return frame, len(f.callers) > 0
}

// FuncForPC returns the function that contains pc; nil if there is none.
func FuncForPC(pc uintptr) *Func {
	function, file, line, entry := position(pc)
	if function == "" {
		return nil
	}
	return &Func{function, file, line, entry}
}
