// RUN: timeout 900 %minigo_dir/minigo build -O0 -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=2 %t | FileCheck %s
// RUN: env GOMAXPROCS=4 MINIGO_SLOTS=2 %t | FileCheck %s
// RUN: env GOMAXPROCS=16 MINIGO_GC_EVERY=5000 MINIGO_GC_SNAPSHOT=1 %t | FileCheck %s
//
// Goroutines that wait for descriptors in all ways at once, for a time: sockets of all kinds, pipes, processes, signals;
// deadlines that are moved, closes and cancellations while others wait; beside them collections and a GOMAXPROCS that
// changes. What comes out is checked; a task that does not end is a failure. The arguments are a seed and milliseconds.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

type random uint64

func (r *random) below(n int) int {
	*r ^= *r << 13
	*r ^= *r >> 7
	*r ^= *r << 17
	return int(uint64(*r) >> 1 % uint64(n))
}

func (r *random) fork() random { return random(r.below(1<<40) + 1) }

func (r *random) pause() {
	if r.below(2) == 0 {
		time.Sleep(time.Duration(r.below(300)) * time.Microsecond)
	}
}

var failures atomic.Int64
var folder string

func wrong(what string, details ...any) {
	failures.Add(1)
	fmt.Println("wrong:", what, details)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func listen(r *random) net.Listener {
	network, address := "tcp", "127.0.0.1:0"
	if r.below(3) == 0 {
		network, address = "unix", filepath.Join(folder, strconv.FormatUint(uint64(r.fork()), 36))
	}
	l, err := net.Listen(network, address)
	must(err)
	return l
}

func dial(l net.Listener) net.Conn {
	c, err := net.Dial(l.Addr().Network(), l.Addr().String())
	must(err)
	return c
}

func pair(r *random) (a, b net.Conn) {
	l := listen(r)
	defer l.Close()
	accepted := make(chan net.Conn)
	go func() {
		c, err := l.Accept()
		must(err)
		accepted <- c
	}()
	a = dial(l)
	return a, <-accepted
}

type halfCloser interface{ CloseWrite() error }

// What has been written comes back, through many connections and half-closed ones.
func echo(r random) {
	l := listen(&r)
	var all sync.WaitGroup
	for range 1 + r.below(40) {
		one := r.fork()
		all.Go(func() { echoOnce(l, one) })
	}
	served := make(chan bool)
	go func() {
		defer close(served)
		for {
			c, err := l.Accept()
			if err != nil {
				if !errors.Is(err, net.ErrClosed) {
					wrong("accept", err)
				}
				return
			}
			go func() {
				io.Copy(c, c)
				c.(halfCloser).CloseWrite()
				c.Close()
			}()
		}
	}()
	all.Wait()
	l.Close()
	<-served
}

func echoOnce(l net.Listener, r random) {
	c := dial(l)
	defer c.Close()
	data := make([]byte, r.below(100_000))
	for i := range data {
		data[i] = byte(i * 7)
	}
	go func() {
		for rest := data; len(rest) > 0; {
			n := min(1+r.below(9000), len(rest))
			if _, err := c.Write(rest[:n]); err != nil {
				wrong("echo write", err)
			}
			rest = rest[n:]
		}
		must(c.(halfCloser).CloseWrite())
	}()
	got, err := io.ReadAll(c)
	if err != nil || !bytes.Equal(got, data) {
		wrong("echo", len(got), len(data), err)
	}
}

type deadliner interface {
	io.ReadWriteCloser
	SetReadDeadline(time.Time) error
}

func files(r *random) (a, b deadliner) {
	switch r.below(3) {
	case 0:
		a, b, err := os.Pipe()
		must(err)
		return a, b
	case 1:
		return net.Pipe()
	}
	return pair(r)
}

// A deadline is moved all the time while goroutines read; at last there is none, and each gets what is there.
func movedDeadlines(r random) {
	from, to := files(&r)
	readers := 1 + r.below(4)
	var all sync.WaitGroup
	for range readers {
		all.Go(func() {
			for {
				var one [1]byte
				n, err := from.Read(one[:])
				if n == 1 && err == nil {
					return
				}
				if !errors.Is(err, os.ErrDeadlineExceeded) {
					wrong("read with deadlines", n, err)
					return
				}
				runtime.Gosched()
			}
		})
	}
	var movers sync.WaitGroup
	for range 1 + r.below(2) {
		one := r.fork()
		movers.Go(func() {
			for range 30 {
				must(from.SetReadDeadline(time.Now().Add(time.Duration(one.below(400)-100) * time.Microsecond)))
				one.pause()
			}
		})
	}
	movers.Wait()
	must(from.SetReadDeadline(time.Time{}))
	r.pause()
	if n, err := to.Write(make([]byte, readers)); n != readers || err != nil {
		wrong("write after deadlines", n, err)
	}
	all.Wait()
	from.Close()
	to.Close()
}

func isClosed(err error) bool {
	return errors.Is(err, net.ErrClosed) || errors.Is(err, os.ErrClosed) || errors.Is(err, io.ErrClosedPipe)
}

// A close wakes everybody who reads or writes.
func closing(r random) {
	a, b := files(&r)
	var all sync.WaitGroup
	if _, isFile := a.(*os.File); !isFile {
		all.Go(func() { // until nothing more goes in
			for {
				if _, err := a.Write(make([]byte, 10_000)); err != nil {
					if !isClosed(err) {
						wrong("write at a close", err)
					}
					return
				}
			}
		})
	}
	for range 1 + r.below(5) {
		all.Go(func() {
			for {
				if n, err := a.Read(make([]byte, 10)); err != nil {
					if !isClosed(err) {
						wrong("read at a close", n, err)
					}
					return
				}
			}
		})
	}
	for range r.below(5) {
		b.Write([]byte("some bytes"))
	}
	r.pause()
	a.Close()
	all.Wait()
	b.Close()
}

func closeListener(r random) {
	l := listen(&r)
	var all sync.WaitGroup
	for range 1 + r.below(4) {
		all.Go(func() {
			for {
				c, err := l.Accept()
				if err != nil {
					if !isClosed(err) {
						wrong("accept at a close", err)
					}
					return
				}
				c.Close()
			}
		})
	}
	for range r.below(3) {
		dial(l).Close()
	}
	r.pause()
	l.Close()
	all.Wait()
}

// Packets go to and fro.
func packets(r random) {
	local := func() net.PacketConn {
		network, address := "udp", "127.0.0.1:0"
		if r.below(2) == 0 {
			network, address = "unixgram", filepath.Join(folder, strconv.FormatUint(uint64(r.fork()), 36))
		}
		c, err := net.ListenPacket(network, address)
		must(err)
		return c
	}
	a := local()
	b := a
	for b == a || b.LocalAddr().Network() != a.LocalAddr().Network() {
		if b != a {
			b.Close()
		}
		b = local()
	}
	answered := make(chan bool)
	go func() {
		defer close(answered)
		var buffer [100]byte
		for {
			n, from, err := b.ReadFrom(buffer[:])
			if err != nil {
				if !isClosed(err) {
					wrong("answering packets", err)
				}
				return
			}
			if _, err := b.WriteTo(buffer[:n], from); err != nil {
				wrong("answer", err)
			}
		}
	}()
	var buffer [100]byte
	for i := range 50 {
		text := fmt.Sprint("packet", i)
		_, err := a.WriteTo([]byte(text), b.LocalAddr())
		must(err)
		n, from, err := a.ReadFrom(buffer[:])
		if string(buffer[:n]) != text || err != nil || from.String() != b.LocalAddr().String() {
			wrong("packet", string(buffer[:n]), text, from, err)
		}
	}
	a.SetReadDeadline(time.Now().Add(time.Duration(r.below(1000)) * time.Microsecond))
	if _, _, err := a.ReadFrom(buffer[:]); !errors.Is(err, os.ErrDeadlineExceeded) {
		wrong("packet that is late", err)
	}
	b.Close()
	<-answered
	a.Close()
}

// Nobody accepts, and the queue is full: dialling takes until it is given up.
func cancelledDial(r random) {
	fd, err := syscall.Socket(syscall.AF_INET, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	must(err)
	defer syscall.Close(fd)
	must(syscall.Bind(fd, &syscall.SockaddrInet4{Addr: [4]byte{127, 0, 0, 1}}))
	must(syscall.Listen(fd, 0))
	name, err := syscall.Getsockname(fd)
	must(err)
	address := fmt.Sprint("127.0.0.1:", name.(*syscall.SockaddrInet4).Port)
	var all sync.WaitGroup
	for range 4 {
		after := time.Duration(r.below(20_000)) * time.Microsecond
		cancels := r.below(2) == 0
		all.Go(func() {
			var d net.Dialer
			ctx, cancel := context.WithTimeout(context.Background(), after)
			if cancels {
				ctx, cancel = context.WithCancel(context.Background())
				time.AfterFunc(after, cancel)
			}
			defer cancel()
			c, err := d.DialContext(ctx, "tcp", address)
			if err == nil {
				<-ctx.Done()
				c.Close()
			} else if late, ok := errors.AsType[net.Error](err); ctx.Err() == nil && !(ok && late.Timeout()) {
				wrong("dial", err)
			}
		})
	}
	all.Wait()
}

// Several read from and write to one pipe; each byte arrives once.
func osPipe(r random) {
	from, to, err := os.Pipe()
	must(err)
	var written, read atomic.Int64
	var writers, readers sync.WaitGroup
	for range 1 + r.below(5) {
		one := r.fork()
		writers.Go(func() {
			for range 20 {
				data := make([]byte, 1+one.below(20_000))
				sum := 0
				for i := range data {
					data[i] = byte(i)
					sum += i & 255
				}
				if n, err := to.Write(data); n != len(data) || err != nil {
					wrong("pipe write", n, err)
				}
				written.Add(int64(sum))
				one.pause()
			}
		})
	}
	for range 1 + r.below(5) {
		size := 1 + r.below(5000)
		readers.Go(func() {
			buffer := make([]byte, size)
			for {
				n, err := from.Read(buffer)
				sum := 0
				for _, b := range buffer[:n] {
					sum += int(b)
				}
				read.Add(int64(sum))
				if err != nil {
					if err != io.EOF {
						wrong("pipe read", err)
					}
					return
				}
			}
		})
	}
	writers.Wait()
	to.Close()
	readers.Wait()
	from.Close()
	if read.Load() != written.Load() {
		wrong("pipe", read.Load(), written.Load())
	}
}

// Each of several readers takes one byte, and there is one for each.
func fewBytes(r random) {
	from, to, err := os.Pipe()
	must(err)
	for range 20 {
		readers := 2 + r.below(4)
		var all sync.WaitGroup
		for range readers {
			all.Go(func() {
				var one [1]byte
				if n, err := from.Read(one[:]); n != 1 || err != nil {
					wrong("one byte", n, err)
				}
			})
		}
		r.pause()
		to.Write(make([]byte, readers))
		all.Wait()
	}
	from.Close()
	to.Close()
}

// Programs with pipes at both ends, and some that are killed.
func processes(r random) {
	if r.below(3) == 0 {
		ctx, cancel := context.WithTimeout(context.Background(), time.Duration(1+r.below(5000))*time.Microsecond)
		defer cancel()
		err := exec.CommandContext(ctx, "sleep", "100").Run()
		var exit *exec.ExitError
		if !errors.Is(err, context.DeadlineExceeded) && !errors.As(err, &exit) {
			wrong("killed", err)
		}
		return
	}
	data := bytes.Repeat([]byte("a line of text\n"), r.below(20_000))
	cmd := exec.Command("cat")
	in, err := cmd.StdinPipe()
	must(err)
	var out bytes.Buffer
	cmd.Stdout = &out
	must(cmd.Start())
	go func() {
		in.Write(data)
		in.Close()
	}()
	if err := cmd.Wait(); err != nil || !bytes.Equal(out.Bytes(), data) {
		wrong("cat", err, out.Len(), len(data))
	}
}

var signals sync.Mutex

// Each signal that is sent when none is pending arrives.
func hearSignals(r random) {
	signals.Lock()
	defer signals.Unlock()
	heard := make(chan os.Signal, 1)
	signal.Notify(heard, syscall.SIGUSR1)
	for range 20 {
		syscall.Kill(os.Getpid(), syscall.SIGUSR1)
		<-heard
		r.pause()
	}
	signal.Stop(heard)
}

func collect(r random) {
	for range 3 {
		runtime.GC()
		r.pause()
	}
}

func changeProcs(r random) {
	before := runtime.GOMAXPROCS(0)
	for range 5 {
		runtime.GOMAXPROCS(1 + r.below(4))
		r.pause()
	}
	runtime.GOMAXPROCS(before)
}

func blockInFiles(r random) {
	for range 5 {
		name := filepath.Join(folder, strconv.FormatUint(uint64(r.fork()), 36))
		data := make([]byte, r.below(100_000))
		must(os.WriteFile(name, data, 0o600))
		got, err := os.ReadFile(name)
		if len(got) != len(data) || err != nil {
			wrong("file", err)
		}
		syscall.Select(0, nil, nil, nil, &syscall.Timeval{Usec: int64(r.below(3000))})
		os.Remove(name)
	}
}

type kind struct {
	name string
	run  func(random)
}

var kinds = []kind{{"echo", echo}, {"movedDeadlines", movedDeadlines}, {"closing", closing},
	{"closeListener", closeListener}, {"packets", packets}, {"cancelledDial", cancelledDial}, {"osPipe", osPipe},
	{"fewBytes", fewBytes}, {"processes", processes}, {"hearSignals", hearSignals}, {"collect", collect},
	{"changeProcs", changeProcs}, {"blockInFiles", blockInFiles}}

// start runs a task that must have come to an end after a minute.
func (k kind) start(r random, done func()) {
	go func() {
		watch := time.AfterFunc(time.Minute, func() {
			fmt.Println("hangs:", k.name, uint64(r))
			syscall.Kill(os.Getpid(), syscall.SIGQUIT)
		})
		k.run(r)
		watch.Stop()
		done()
	}()
}

func number(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	must(err)
	return n
}

func main() {
	seed, ms := time.Now().UnixNano()|1, int64(300)
	if len(os.Args) > 1 {
		seed = number(os.Args[1])
	}
	if len(os.Args) > 2 {
		ms = number(os.Args[2])
	}
	r, chosen := random(seed), kinds
	if len(os.Args) > 3 {
		for chosen[0].name != os.Args[3] {
			chosen = chosen[1:]
		}
		chosen = chosen[:1]
	}
	var err error
	folder, err = os.MkdirTemp("", "sockets")
	must(err)
	end := time.Now().Add(time.Duration(ms) * time.Millisecond)
	running := make(chan bool, 20)
	done := 0
	for time.Now().Before(end) {
		running <- true
		done++
		chosen[r.below(len(chosen))].start(r.fork(), func() { <-running })
	}
	for range cap(running) {
		running <- true
	}
	os.RemoveAll(folder)
	if failures.Load() != 0 {
		fmt.Println("seed", seed)
		os.Exit(1)
	}
	fmt.Println("ok")
	println(done, "tasks, seed", seed)
}

// CHECK: {{^}}ok{{$}}
