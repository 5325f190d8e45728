package runtime

// Stack writes the traceback of the calling goroutine to buf, or as much of it as there is room for, and with all those
// of the others behind it, and returns how many bytes it wrote.
func Stack(buf []byte, all bool) int
