package io

import (
	"errors"
	"sync"
)

// ErrClosedPipe is what the use of a pipe gives after its end was closed.
var ErrClosedPipe = errors.New("io: read/write on closed pipe")

// Pipe returns the two ends of a pipe in memory. There is no buffer: a Write waits until Reads have taken all of it.
func Pipe() (*PipeReader, *PipeWriter) {
	w := &PipeWriter{PipeReader{pipe{offered: make(chan []byte), taken: make(chan int), closed: make(chan struct{})}}}
	return &w.r, w
}

type pipe struct {
	writing sync.Mutex // one Write at a time
	offered chan []byte
	taken   chan int // how much of what was offered

	closing  sync.Mutex
	closed   chan struct{} // closed with either end
	readErr  error         // of the reading end, for Write
	writeErr error         // of the writing end, for Read
}

func (p *pipe) isClosed() bool {
	select {
	case <-p.closed:
		return true
	default:
		return false
	}
}

// close keeps the first error of an end.
func (p *pipe) close(end *error, err error) {
	p.closing.Lock()
	defer p.closing.Unlock()
	if *end == nil {
		*end = err
	}
	if !p.isClosed() {
		close(p.closed)
	}
}

// failure is the error of an operation, whose own end and other end were closed with these.
func (p *pipe) failure(own, other *error) error {
	p.closing.Lock()
	defer p.closing.Unlock()
	if *own == nil && *other != nil {
		return *other
	}
	return ErrClosedPipe
}

// A PipeReader is the reading end of a pipe.
type PipeReader struct{ p pipe }

// Read waits for a Write, or for the writing end to be closed.
func (r *PipeReader) Read(data []byte) (n int, err error) {
	p := &r.p
	if !p.isClosed() {
		select {
		case b := <-p.offered:
			n = copy(data, b)
			p.taken <- n
			return n, nil
		case <-p.closed:
		}
	}
	return 0, p.failure(&p.readErr, &p.writeErr)
}

// Close makes Writes fail with ErrClosedPipe.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError makes Writes fail with err, or ErrClosedPipe for nil. It returns nil.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	r.p.close(&r.p.readErr, err)
	return nil
}

// A PipeWriter is the writing end of a pipe.
type PipeWriter struct{ r PipeReader } // one object for both

// Write waits until all was read, or until the reading end is closed.
func (w *PipeWriter) Write(data []byte) (n int, err error) {
	p := &w.r.p
	if p.isClosed() {
		return 0, p.failure(&p.writeErr, &p.readErr)
	}
	p.writing.Lock()
	defer p.writing.Unlock()
	for first := true; first || len(data) > 0; first = false {
		select {
		case p.offered <- data:
			took := <-p.taken
			data = data[took:]
			n += took
		case <-p.closed:
			return n, p.failure(&p.writeErr, &p.readErr)
		}
	}
	return n, nil
}

// Close makes Reads return EOF.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError makes Reads fail with err, or EOF for nil. It returns nil.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	w.r.p.close(&w.r.p.writeErr, err)
	return nil
}
