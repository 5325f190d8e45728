package reflect

import "unsafe"

// The functions without body are in runtime/library/reflect_chan.cpp; elem is the descriptor of the
// elements' type.

func newChannel(elem unsafe.Pointer, buffer int) unsafe.Pointer
func channelLen(c unsafe.Pointer) int
func channelCap(c unsafe.Pointer) int
func channelClose(c unsafe.Pointer)

// A channelCase is one channel operation; of its layout there is a struct there.
type channelCase struct {
	channel unsafe.Pointer
	elem    *rtype
	value   unsafe.Pointer // what is sent, or where what is received goes
	isSend  bool
	ok      bool // of a receive: whether it was sent
}

// selectChannel does one of n operations and returns its index, -1 if none can be done at once and
// it is not to wait.
func selectChannel(cases unsafe.Pointer, n int, waits bool) int

func (v Value) channel() unsafe.Pointer { return *(*unsafe.Pointer)(v.ptr) }

func (v Value) mustBeChannel(method string) {
	v.mustBe(Chan, method)
	if v.flag&readOnly != 0 {
		panic("reflect: " + method + " using value obtained using unexported field")
	}
}

// MakeChan returns make(t, buffer).
func MakeChan(t Type, buffer int) Value {
	if t.Kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if t.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	word := new(unsafe.Pointer)
	*word = newChannel(unsafe.Pointer(t.common().elem), buffer)
	return Value{typ: t.common(), ptr: unsafe.Pointer(word)}
}

// Close closes the channel v.
func (v Value) Close() {
	v.mustBeChannel("reflect.Value.Close")
	if ChanDir(v.typ.chanDir)&SendDir == 0 {
		panic("reflect: close of receive-only channel")
	}
	channelClose(v.channel())
}

func (v Value) send(x Value, waits bool) bool {
	if ChanDir(v.typ.chanDir)&SendDir == 0 {
		panic("reflect: send on recv-only channel")
	}
	x = x.assignTo(v.typ.elem, "reflect.Value.Send")
	one := channelCase{channel: v.channel(), elem: v.typ.elem, value: x.ptr, isSend: true}
	return selectChannel(unsafe.Pointer(&one), 1, waits) == 0
}

func (v Value) receive(waits bool) (Value, bool) {
	if ChanDir(v.typ.chanDir)&RecvDir == 0 {
		panic("reflect: recv on send-only channel")
	}
	x := Zero(v.typ.elem)
	one := channelCase{channel: v.channel(), elem: v.typ.elem, value: x.ptr}
	if selectChannel(unsafe.Pointer(&one), 1, waits) < 0 {
		return Value{}, false
	}
	return x, one.ok
}

// Send sends x on the channel v.
func (v Value) Send(x Value) {
	v.mustBeChannel("reflect.Value.Send")
	v.send(x, true)
}

// TrySend sends x if that needs no waiting.
func (v Value) TrySend(x Value) bool {
	v.mustBeChannel("reflect.Value.TrySend")
	return v.send(x, false)
}

// Recv receives from the channel v; ok is false if it is closed, and x zero.
func (v Value) Recv() (x Value, ok bool) {
	v.mustBeChannel("reflect.Value.Recv")
	return v.receive(true)
}

// TryRecv receives if that needs no waiting; else x is the zero Value.
func (v Value) TryRecv() (x Value, ok bool) {
	v.mustBeChannel("reflect.Value.TryRecv")
	return v.receive(false)
}

// A SelectDir says what a case of Select does.
type SelectDir int

const (
	_ SelectDir = iota
	SelectSend
	SelectRecv
	SelectDefault
)

// A SelectCase is one case of Select: `case Chan <- Send`, `case <-Chan` or `default`.
type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

// Select does what a select statement with these cases does. It returns the index of the case, and
// what it received.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	operations := make([]channelCase, 0, len(cases)+1)
	var indices []int
	otherwise := -1
	for i, c := range cases {
		switch c.Dir {
		case SelectDefault:
			if otherwise >= 0 {
				panic("reflect.Select: multiple default cases")
			}
			otherwise = i
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
			continue
		case SelectSend:
			if c.Chan.IsValid() {
				operations = append(operations, c.Chan.sending(c.Send))
				indices = append(indices, i)
			}
		case SelectRecv:
			if c.Send.IsValid() {
				panic("reflect.Select: RecvDir case has Send value")
			}
			if c.Chan.IsValid() {
				operations = append(operations, c.Chan.receiving())
				indices = append(indices, i)
			}
		default:
			panic("reflect.Select: invalid Dir")
		}
	}
	n := selectChannel(unsafe.Pointer(unsafe.SliceData(operations)), len(operations), otherwise < 0)
	if n < 0 {
		return otherwise, Value{}, false
	}
	if done := operations[n]; !done.isSend {
		recv, recvOK = Value{typ: done.elem, ptr: done.value}, done.ok
	}
	return indices[n], recv, recvOK
}

func (v Value) sending(x Value) channelCase {
	v.mustBeChannel("reflect.Select")
	if ChanDir(v.typ.chanDir)&SendDir == 0 {
		panic("reflect.Select: SendDir case using recv-only channel")
	}
	if !x.IsValid() {
		panic("reflect.Select: SendDir case missing Send value")
	}
	x = x.assignTo(v.typ.elem, "reflect.Select")
	return channelCase{channel: v.channel(), elem: v.typ.elem, value: x.ptr, isSend: true}
}

func (v Value) receiving() channelCase {
	v.mustBeChannel("reflect.Select")
	if ChanDir(v.typ.chanDir)&RecvDir == 0 {
		panic("reflect.Select: RecvDir case using send-only channel")
	}
	return channelCase{channel: v.channel(), elem: v.typ.elem, value: Zero(v.typ.elem).ptr}
}
