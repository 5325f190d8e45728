// RUN: timeout 900 %minigo_dir/minigo run -O0 %s | FileCheck --match-full-lines %s
// HTTP on localhost: requests of all kinds, bodies in chunks, redirects, cookies, contexts that end, patterns of a
// ServeMux, a shutdown that waits, TLS with HTTP/2.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/http/httptrace"
	_ "net/http/pprof"
	"net/url"
	"os"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func show(r *http.Response, err error) {
	if err != nil {
		fmt.Println(err)
		return
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if len(body) > 60 {
		body = fmt.Appendf(body[:20], "… %d", len(body))
	}
	fmt.Printf("%s %s %q %v\n", r.Proto, r.Status, body, err)
}

func mux() *http.ServeMux {
	m := http.NewServeMux()
	m.HandleFunc("GET /hello/{name}", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "hello %s %s", r.PathValue("name"), r.URL.Query().Get("q"))
	})
	m.HandleFunc("POST /echo", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", r.Header.Get("Content-Type"))
		io.Copy(w, r.Body)
	})
	m.HandleFunc("/files/{path...}", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, r.PathValue("path")) })
	m.HandleFunc("/long", func(w http.ResponseWriter, r *http.Request) {
		for range 1000 {
			fmt.Fprint(w, strings.Repeat("long ", 100))
			w.(http.Flusher).Flush()
		}
	})
	m.HandleFunc("/from", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/hello/to", http.StatusFound) })
	m.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	m.HandleFunc("/count", func(w http.ResponseWriter, r *http.Request) {
		n := 0
		if c, err := r.Cookie("n"); err == nil {
			fmt.Sscan(c.Value, &n)
		}
		http.SetCookie(w, &http.Cookie{Name: "n", Value: fmt.Sprint(n + 1), Path: "/", HttpOnly: true})
		fmt.Fprint(w, n)
	})
	m.HandleFunc("/panic", func(w http.ResponseWriter, r *http.Request) { panic(http.ErrAbortHandler) })
	m.HandleFunc("/wait", func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	m.HandleFunc("/form", func(w http.ResponseWriter, r *http.Request) {
		f, head, err := r.FormFile("file")
		check(err)
		content, err := io.ReadAll(f)
		fmt.Fprint(w, r.FormValue("text"), " ", head.Filename, " ", head.Size, " ", string(content), err)
	})
	m.HandleFunc("/json", func(w http.ResponseWriter, r *http.Request) {
		var in struct{ A, B int }
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		json.NewEncoder(w).Encode(map[string]int{"sum": in.A + in.B})
	})
	return m
}

func requests() {
	s := httptest.NewServer(mux())
	defer s.Close()
	show(http.Get(s.URL + "/hello/you?q=what"))
	show(http.Head(s.URL + "/hello/you"))
	show(http.Get(s.URL + "/nowhere"))
	show(http.Get(s.URL + "/echo"))
	show(http.Post(s.URL+"/echo", "text/plain", strings.NewReader("echo")))
	show(http.Post(s.URL+"/echo", "text/plain", io.MultiReader(strings.NewReader("in "), strings.NewReader("chunks"))))
	show(http.Post(s.URL+"/echo", "text/plain", bytes.NewReader(make([]byte, 1<<20))))
	show(http.PostForm(s.URL+"/echo", url.Values{"a": {"1", "2"}, "b": {"ü&="}}))
	show(http.Get(s.URL + "/files/a/b/c"))
	show(http.Get(s.URL + "/long"))
	show(http.Get(s.URL + "/from"))
	_, err := http.Get(s.URL + "/loop")
	fmt.Println(strings.ReplaceAll(err.Error(), s.URL, "S"))
	show(http.Post(s.URL+"/json", "application/json", strings.NewReader(`{"A": 3, "B": 4}`)))
	show(http.Post(s.URL+"/json", "application/json", strings.NewReader(`{"A": `)))
	_, err = http.Get(s.URL + "/panic")
	fmt.Println(errors.Is(err, io.EOF))

	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	w.WriteField("text", "a field")
	part, err := w.CreateFormFile("file", "name.txt")
	check(err)
	fmt.Fprint(part, "a file")
	w.Close()
	show(http.Post(s.URL+"/form", w.FormDataContentType(), &form))

	jar, err := cookiejar.New(nil)
	check(err)
	client := &http.Client{Jar: jar}
	for range 3 {
		show(client.Get(s.URL + "/count"))
	}
	here, _ := url.Parse(s.URL)
	fmt.Println(jar.Cookies(here))
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	r, err := client.Get(s.URL + "/from")
	check(err)
	location, err := r.Location()
	fmt.Println(r.Status, location.Path, err)

	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	q, err := http.NewRequestWithContext(ctx, "GET", s.URL+"/wait", nil)
	check(err)
	_, err = http.DefaultClient.Do(q)
	fmt.Println(errors.Is(err, context.DeadlineExceeded), err.(*url.Error).Timeout())
	_, err = (&http.Client{Timeout: 10 * time.Millisecond}).Get(s.URL + "/wait")
	fmt.Println(errors.Is(err, context.DeadlineExceeded), strings.ReplaceAll(err.Error(), s.URL, "S"))
}

func connections() {
	var made atomic.Int32
	s := httptest.NewUnstartedServer(mux())
	s.Config.ConnState = func(c net.Conn, state http.ConnState) {
		if state == http.StateNew {
			made.Add(1)
		}
	}
	s.Start()
	defer s.Close()
	client := s.Client()
	reused := 0
	for range 10 {
		trace := &httptrace.ClientTrace{GotConn: func(i httptrace.GotConnInfo) {
			if i.Reused {
				reused++
			}
		}}
		q, err := http.NewRequestWithContext(httptrace.WithClientTrace(context.Background(), trace), "GET", s.URL+"/hello/again", nil)
		check(err)
		r, err := client.Do(q)
		check(err)
		io.Copy(io.Discard, r.Body)
		r.Body.Close()
	}
	fmt.Println("connections:", made.Load(), "reused:", reused)
	var all sync.WaitGroup
	var got sync.Map
	for i := range 50 {
		all.Go(func() {
			r, err := client.Get(fmt.Sprint(s.URL, "/hello/", i))
			check(err)
			b, err := io.ReadAll(r.Body)
			check(err)
			r.Body.Close()
			got.Store(string(b), true)
		})
	}
	all.Wait()
	var texts []string
	got.Range(func(k, _ any) bool {
		texts = append(texts, k.(string))
		return true
	})
	sort.Strings(texts)
	fmt.Println(len(texts), texts[0], texts[49])

	c, err := net.Dial("tcp", s.Listener.Addr().String())
	check(err)
	fmt.Fprint(c, "GET /hello/one HTTP/1.1\r\nHost: x\r\n\r\nGET /hello/two HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
	b, err := io.ReadAll(c)
	fmt.Println(strings.Count(string(b), "HTTP/1.1 200 OK"), strings.Count(string(b), "hello"), err)
	c, err = net.Dial("tcp", s.Listener.Addr().String())
	check(err)
	fmt.Fprint(c, "nonsense\r\n\r\n")
	b, err = io.ReadAll(c)
	fmt.Printf("%q %v\n", b, err)
}

func shutdown() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	inside, leave := make(chan bool), make(chan bool)
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(inside)
		<-leave
		fmt.Fprint(w, "to the end")
	})}
	ended := make(chan error)
	go func() { ended <- server.Serve(l) }()
	answered := make(chan bool)
	go func() {
		show(http.Get("http://" + l.Addr().String()))
		close(answered)
	}()
	<-inside
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	fmt.Println(server.Shutdown(ctx))
	cancel()
	fmt.Println(<-ended)
	close(leave)
	<-answered
	fmt.Println(server.Shutdown(context.Background()))
}

func secure() {
	s := httptest.NewUnstartedServer(mux())
	s.EnableHTTP2 = true
	s.StartTLS()
	defer s.Close()
	show(s.Client().Get(s.URL + "/hello/secret"))
	show(s.Client().Post(s.URL+"/echo", "text/plain", bytes.NewReader(make([]byte, 1<<20))))
	show(s.Client().Get(s.URL + "/long"))
	s.Config.ErrorLog = nil
	_, err := (&http.Client{Transport: &http.Transport{}}).Get(s.URL)
	fmt.Println(strings.ReplaceAll(err.Error(), s.URL, "S"))

	old := httptest.NewTLSServer(mux())
	defer old.Close()
	r, err := old.Client().Get(old.URL + "/hello/tls")
	check(err)
	fmt.Println(r.Proto, r.TLS.HandshakeComplete, r.TLS.PeerCertificates[0].Subject.Organization)
	show(r, nil)
}

func filesystem() {
	directory, err := os.MkdirTemp("", "http")
	check(err)
	defer os.RemoveAll(directory)
	check(os.WriteFile(directory+"/data.txt", []byte(strings.Repeat("0123456789", 10)), 0o644))
	s := httptest.NewServer(http.FileServer(http.Dir(directory)))
	defer s.Close()
	show(http.Get(s.URL + "/"))
	show(http.Get(s.URL + "/data.txt"))
	q, _ := http.NewRequest("GET", s.URL+"/data.txt", nil)
	q.Header.Set("Range", "bytes=5-14")
	show(http.DefaultClient.Do(q))
	show(http.Get(s.URL + "/none.txt"))
	recorder := httptest.NewRecorder()
	mux().ServeHTTP(recorder, httptest.NewRequest("DELETE", "/hello/x", nil))
	fmt.Println(recorder.Code, recorder.Header()["Allow"], recorder.Body)
}

// The pages of net/http/pprof.
func profiles() {
	server := httptest.NewServer(nil)
	defer server.Close()
	for _, page := range []string{"", "cmdline", "goroutine?debug=2", "profile?seconds=1", "heap"} {
		response, err := http.Get(server.URL + "/debug/pprof/" + page)
		if err != nil {
			fmt.Println(err)
			continue
		}
		text, err := io.ReadAll(response.Body)
		fmt.Println(response.Status, len(text) > 0, err, bytes.Contains(text, []byte("net/http.(*conn).serve")))
	}
}

func main() {
	requests()
	connections()
	shutdown()
	secure()
	filesystem()
	profiles()
}

// CHECK: HTTP/1.1 200 OK "hello you what" <nil>
// CHECK-NEXT: HTTP/1.1 200 OK "" <nil>
// CHECK-NEXT: HTTP/1.1 404 Not Found "404 page not found\n" <nil>
// CHECK-NEXT: HTTP/1.1 405 Method Not Allowed "Method Not Allowed\n" <nil>
// CHECK-NEXT: HTTP/1.1 200 OK "echo" <nil>
// CHECK-NEXT: HTTP/1.1 200 OK "in chunks" <nil>
// CHECK-NEXT: HTTP/1.1 200 OK "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00… 1048576" <nil>
// CHECK-NEXT: HTTP/1.1 200 OK "a=1&a=2&b=%C3%BC%26%3D" <nil>
// CHECK-NEXT: HTTP/1.1 200 OK "a/b/c" <nil>
// CHECK-NEXT: HTTP/1.1 200 OK "long long long long … 500000" <nil>
// CHECK-NEXT: HTTP/1.1 200 OK "hello to " <nil>
// CHECK-NEXT: Get "/loop": stopped after 10 redirects
// CHECK-NEXT: HTTP/1.1 200 OK "{\"sum\":7}\n" <nil>
// CHECK-NEXT: HTTP/1.1 400 Bad Request "unexpected EOF\n" <nil>
// CHECK-NEXT: true
// CHECK-NEXT: HTTP/1.1 200 OK "a field name.txt 6 a file<nil>" <nil>
// CHECK-NEXT: HTTP/1.1 200 OK "0" <nil>
// CHECK-NEXT: HTTP/1.1 200 OK "1" <nil>
// CHECK-NEXT: HTTP/1.1 200 OK "2" <nil>
// CHECK-NEXT: [n=3]
// CHECK-NEXT: 302 Found /hello/to <nil>
// CHECK-NEXT: true true
// CHECK-NEXT: true Get "S/wait": context deadline exceeded (Client.Timeout exceeded while awaiting headers)
// CHECK-NEXT: connections: 1 reused: 9
// CHECK-NEXT: 50 hello 0  hello 9 
// CHECK-NEXT: 2 2 <nil>
// CHECK-NEXT: "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n400 Bad Request" <nil>
// CHECK-NEXT: context deadline exceeded
// CHECK-NEXT: http: Server closed
// CHECK-NEXT: HTTP/1.1 200 OK "to the end" <nil>
// CHECK-NEXT: <nil>
// CHECK-NEXT: HTTP/2.0 200 OK "hello secret " <nil>
// CHECK-NEXT: HTTP/2.0 200 OK "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00… 1048576" <nil>
// CHECK-NEXT: HTTP/2.0 200 OK "long long long long … 500000" <nil>
// CHECK-NEXT: Get "S": tls: failed to verify certificate: x509: certificate signed by unknown authority
// CHECK-NEXT: HTTP/1.1 true [Acme Co]
// CHECK-NEXT: HTTP/1.1 200 OK "hello tls " <nil>
// CHECK-NEXT: HTTP/1.1 200 OK "<!doctype html>\n<met… 113" <nil>
// CHECK-NEXT: HTTP/1.1 200 OK "01234567890123456789… 100" <nil>
// CHECK-NEXT: HTTP/1.1 206 Partial Content "5678901234" <nil>
// CHECK-NEXT: HTTP/1.1 404 Not Found "404 page not found\n" <nil>
// CHECK-NEXT: 405 [GET, HEAD] Method Not Allowed
// CHECK-EMPTY:
// CHECK-NEXT: 200 OK true <nil> false
// CHECK-NEXT: 200 OK true <nil> false
// CHECK-NEXT: 200 OK true <nil> true
// CHECK-NEXT: 200 OK true <nil> false
// CHECK-NEXT: 200 OK true <nil> false
