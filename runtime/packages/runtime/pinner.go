package runtime

// A Pinner keeps objects alive and at their places, though nothing of Go points to them.
type Pinner struct {
	*pinned
}

type pinned struct {
	objects []any
}

// Pin pins an object until Unpin is called. The argument must be a pointer.
func (p *Pinner) Pin(pointer any) {
	checkPinned(pointer)
	if p.pinned == nil {
		p.pinned = new(pinned)
		SetFinalizer(p.pinned, (*pinned).checkUnpinned)
	}
	p.objects = append(p.objects, pointer)
}

// Unpin unpins all objects of the Pinner, which can be used again.
func (p *Pinner) Unpin() {
	if p.pinned != nil {
		p.objects = nil
	}
}

// checkUnpinned runs when a Pinner is lost.
func (p *pinned) checkUnpinned() {
	if p.objects != nil {
		panicLeak()
	}
}

func checkPinned(pointer any)
func panicLeak()
