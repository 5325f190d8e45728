// RUN: %minigo run %s 2>&1 | FileCheck --match-full-lines %s
// Hashes, ciphers and random bytes, compiled from Go's own sources.
package main

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
	"io"
	"strings"
)

func main() {
	fmt.Printf("%x\n%x\n", md5.Sum([]byte("hello")), sha256.Sum256([]byte("hello")))
	h := sha512.New()
	io.WriteString(h, strings.Repeat("abc", 1000))
	fmt.Printf("%.8x\n", h.Sum(nil))
	m := hmac.New(sha256.New, []byte("key"))
	m.Write([]byte("message"))
	fmt.Printf("%x\n", m.Sum(nil))

	block, err := aes.NewCipher([]byte("0123456789abcdef"))
	fmt.Println(err, block.BlockSize())
	gcm, err := cipher.NewGCM(block)
	fmt.Println(err)
	sealed := gcm.Seal(nil, make([]byte, 12), []byte("secret"), []byte("more"))
	opened, err := gcm.Open(nil, make([]byte, 12), sealed, []byte("more"))
	fmt.Printf("%x %s %v\n", sealed, opened, err)
	_, err = gcm.Open(nil, make([]byte, 12), sealed, []byte("less"))
	fmt.Println(err)

	random := make([]byte, 16)
	n, err := rand.Read(random)
	fmt.Println(n, err, bytes.Equal(random, make([]byte, 16)))
}

// CHECK:5d41402abc4b2a76b9719d911017c592
// CHECK-NEXT:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824
// CHECK-NEXT:14e615e6e7d4cf8c
// CHECK-NEXT:6e9ef29b75fffc5b7abae527d58fdadb2fe42e7219011976917343065f58ed4a
// CHECK-NEXT:<nil> 16
// CHECK-NEXT:<nil>
// CHECK-NEXT:318749379cfe13f7a92983931a7879dffe69bd0d295f secret <nil>
// CHECK-NEXT:cipher: message authentication failed
// CHECK-NEXT:16 <nil> false
