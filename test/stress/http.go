// RUN: timeout 900 %minigo_dir/minigo build -O0 -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=4 MINIGO_SLOTS=2 %t | FileCheck %s
//
// An HTTP server with clients that keep connections or not, cancel requests, send bodies in pieces, and a Shutdown while
// all that goes on; beside it collections and a GOMAXPROCS that changes. The arguments are a seed and milliseconds.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
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

func (r *random) pause() { time.Sleep(time.Duration(r.below(2000)) * time.Microsecond) }

var failures, answers, cancelled atomic.Int64

func wrong(what string, details ...any) {
	failures.Add(1)
	fmt.Println("wrong:", what, details)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/echo", func(w http.ResponseWriter, r *http.Request) {
		http.NewResponseController(w).EnableFullDuplex()
		io.Copy(w, r.Body)
	})
	mux.HandleFunc("/pieces", func(w http.ResponseWriter, r *http.Request) {
		for i := range 20 {
			fmt.Fprintln(w, i)
			w.(http.Flusher).Flush()
		}
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(5 * time.Millisecond):
		}
		fmt.Fprint(w, "slow")
	})
	return mux
}

type pieces struct {
	data []byte
	r    random
}

func (p *pieces) Read(b []byte) (int, error) {
	if len(p.data) == 0 {
		return 0, io.EOF
	}
	n := min(1+p.r.below(5000), len(p.data), len(b))
	copy(b, p.data[:n])
	p.data = p.data[n:]
	return n, nil
}

// get makes a request, and compares what comes if it is not cancelled before.
func get(client *http.Client, base string, r random) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if r.below(3) == 0 {
		time.AfterFunc(time.Duration(r.below(6000))*time.Microsecond, cancel)
	}
	path, want := "/slow", []byte("slow")
	var body io.Reader
	switch r.below(3) {
	case 0:
		path, want = "/echo", bytes.Repeat([]byte("text "), r.below(30_000))
		body = &pieces{want, r.fork()}
	case 1:
		path, want = "/pieces", nil
		for i := range 20 {
			want = append(strconv.AppendInt(want, int64(i), 10), '\n')
		}
	}
	request, err := http.NewRequestWithContext(ctx, "POST", base+path, body)
	must(err)
	request.Close = r.below(4) == 0
	response, err := client.Do(request)
	if err == nil {
		defer response.Body.Close()
		var got []byte
		got, err = io.ReadAll(response.Body)
		if err == nil && ctx.Err() == nil && !bytes.Equal(got, want) {
			wrong("answer", path, len(got), len(want))
		}
	}
	if ctx.Err() != nil {
		cancelled.Add(1)
		return nil
	}
	if err == nil {
		answers.Add(1)
	}
	return err
}

// serve is a server's life: clients, and a shutdown in the midst of it.
func serve(r random) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	server := &http.Server{Handler: handler()}
	served := make(chan error, 1)
	go func() { served <- server.Serve(l) }()
	transport := &http.Transport{MaxIdleConnsPerHost: 1 + r.below(5)}
	client := &http.Client{Transport: transport}
	var all sync.WaitGroup
	var isDown atomic.Bool
	for range 1 + r.below(10) {
		one := r.fork()
		all.Go(func() {
			for range 15 {
				if err := get(client, "http://"+l.Addr().String(), one.fork()); err != nil {
					if !isDown.Load() {
						wrong("request", err)
					}
					return
				}
			}
		})
	}
	if r.below(2) == 0 {
		all.Wait()
	} else {
		r.pause()
	}
	isDown.Store(true)
	if r.below(4) == 0 {
		server.Close()
	} else {
		ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
		if err := server.Shutdown(ctx); err != nil {
			wrong("shutdown", err)
		}
		cancel()
	}
	if err := <-served; !errors.Is(err, http.ErrServerClosed) {
		wrong("serve", err)
	}
	all.Wait()
	transport.CloseIdleConnections()
}

func beside(r random) {
	runtime.GC()
	before := runtime.GOMAXPROCS(0)
	runtime.GOMAXPROCS(1 + r.below(4))
	r.pause()
	runtime.GOMAXPROCS(before)
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
	r := random(seed)
	end := time.Now().Add(time.Duration(ms) * time.Millisecond)
	running := make(chan bool, 8)
	for time.Now().Before(end) {
		running <- true
		kind := serve
		if r.below(3) == 0 {
			kind = beside
		}
		one := r.fork()
		go func() {
			watch := time.AfterFunc(time.Minute, func() {
				fmt.Println("hangs:", uint64(one))
				syscall.Kill(os.Getpid(), syscall.SIGQUIT)
			})
			kind(one)
			watch.Stop()
			<-running
		}()
	}
	for range cap(running) {
		running <- true
	}
	if failures.Load() != 0 {
		fmt.Println("seed", seed)
		os.Exit(1)
	}
	fmt.Println("ok")
	println(answers.Load(), "answers,", cancelled.Load(), "cancelled, seed", seed)
}

// CHECK: {{^}}ok{{$}}
