// RUN: %minigo check -verify %s

package p

var a /* ERROR "initialization cycle for a" */ = b
var b = c
var c = f()

func f() int { return a }

var x /* ERROR "initialization cycle for x" */ = y
var y = x

type T /* ERROR "invalid recursive type T" */ [len(z)]int

var z T

const k /* ERROR "initialization cycle for k" */ = l
const l = k
