// RUN: timeout 900 %minigo_dir/minigo run -O0 %s | FileCheck --match-full-lines --strict-whitespace %s
// Mail handed to a server that this program is: what goes over the wire, and what is said about refusals and bad headers.
package main

import (
	"bufio"
	"fmt"
	"net"
	"net/mail"
	"net/smtp"
	"net/textproto"
	"strings"
)

func serve(l net.Listener, log chan string) {
	c, err := l.Accept()
	if err != nil {
		close(log)
		return
	}
	t := textproto.NewConn(c)
	t.PrintfLine("220 fake ESMTP")
	for {
		s, err := t.ReadLine()
		if err != nil {
			close(log)
			return
		}
		log <- s
		switch w := strings.ToUpper(strings.Fields(s + " x")[0]); w {
		case "EHLO":
			t.PrintfLine("250-fake\r\n250-AUTH PLAIN LOGIN CRAM-MD5\r\n250-8BITMIME\r\n250 SIZE 1000")
		case "AUTH":
			t.PrintfLine("235 ok")
		case "DATA":
			t.PrintfLine("354 go")
			ls, err := t.ReadDotLines()
			log <- fmt.Sprintf("%q %v", ls, err)
			t.PrintfLine("250 taken")
		case "RCPT":
			if strings.Contains(s, "bad") {
				t.PrintfLine("550-no such\r\n550 user")
			} else {
				t.PrintfLine("250 ok")
			}
		case "QUIT":
			t.PrintfLine("221 bye")
		default:
			t.PrintfLine("250 ok")
		}
	}
}

func main() {
	for _, to := range [][]string{{"a@x.org", "b@y.org"}, {"bad@x.org"}, {"x\r\ny@z"}} {
		l, _ := net.Listen("tcp", "127.0.0.1:0")
		log := make(chan string, 100)
		go serve(l, log)
		err := smtp.SendMail(l.Addr().String(), smtp.PlainAuth("", "user", "pass", "127.0.0.1"), "me@here", to, []byte("Subject: hi\r\n\r\n.dot\r\nbody é\r\n"))
		fmt.Println("err:", err)
		if _, ok := err.(*textproto.Error); ok {
			fmt.Printf("%#v\n", err)
		}
		l.Close()
		if len(to[0]) < 9 || to[0] == "bad@x.org" {
			for s := range log {
				fmt.Println(" ", s)
			}
		}
	}
	m, err := mail.ReadMessage(bufio.NewReader(strings.NewReader("From: =?utf-8?q?J=C3=B6rg?= <j@x>, \"A, B\" <ab@y>\r\nDate: Mon, 2 Jan 2006 15:04:05 -0700\r\nTo: g: a@b, c@d;\r\n\r\nbody")))
	fmt.Println(err)
	f, err := m.Header.AddressList("From")
	fmt.Println(f, err)
	d, err := m.Header.Date()
	fmt.Println(d.Unix(), err)
	g, err := m.Header.AddressList("To")
	fmt.Println(g, err)
	_, err = mail.ParseAddress("nobody")
	fmt.Println(err)
	fmt.Println((&mail.Address{Name: "Jörg Ä", Address: "a b@x"}).String())
}

// CHECK:err: <nil>
// CHECK-NEXT:  EHLO localhost
// CHECK-NEXT:  AUTH PLAIN AHVzZXIAcGFzcw==
// CHECK-NEXT:  MAIL FROM:<me@here> BODY=8BITMIME
// CHECK-NEXT:  RCPT TO:<a@x.org>
// CHECK-NEXT:  RCPT TO:<b@y.org>
// CHECK-NEXT:  DATA
// CHECK-NEXT:  ["Subject: hi" "" ".dot" "body é"] <nil>
// CHECK-NEXT:  QUIT
// CHECK-NEXT:err: 550 "no such\nuser"
// CHECK-NEXT:&textproto.Error{Code:550, Msg:"no such\nuser"}
// CHECK-NEXT:  EHLO localhost
// CHECK-NEXT:  AUTH PLAIN AHVzZXIAcGFzcw==
// CHECK-NEXT:  MAIL FROM:<me@here> BODY=8BITMIME
// CHECK-NEXT:  RCPT TO:<bad@x.org>
// CHECK-NEXT:err: smtp: A line must not contain CR or LF
// CHECK-NEXT:<nil>
// CHECK-NEXT:[=?utf-8?q?J=C3=B6rg?= <j@x> "A, B" <ab@y>] <nil>
// CHECK-NEXT:1136239445 <nil>
// CHECK-NEXT:[<a@b> <c@d>] <nil>
// CHECK-NEXT:mail: missing '@' or angle-addr
// CHECK-NEXT:=?utf-8?q?J=C3=B6rg_=C3=84?= <"a b"@x>
