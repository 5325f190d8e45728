// Package unique makes one copy of equal values, so that comparing them is comparing pointers.
package unique

import (
	"runtime"
	"sync"
	"weak"
)

// A Handle stands for a value. Two handles are equal if and only if the values are.
type Handle[T comparable] struct {
	value *T
}

// Value returns a shallow copy of the value.
func (h Handle[T]) Value() T { return *h.value }

// The values of one type. A value is kept by its handles only.
type table[T comparable] struct {
	mu     sync.Mutex
	values map[T]weak.Pointer[T]
}

var (
	mu     sync.RWMutex
	tables = map[any]any{} // a nil *T to the *table[T]
)

func tableOf[T comparable]() *table[T] {
	var key any = (*T)(nil)
	mu.RLock()
	t, ok := tables[key]
	mu.RUnlock()
	if ok {
		return t.(*table[T])
	}
	mu.Lock()
	defer mu.Unlock()
	if t, ok := tables[key]; ok {
		return t.(*table[T])
	}
	made := &table[T]{values: map[T]weak.Pointer[T]{}}
	tables[key] = made
	return made
}

// cloneStrings gives the strings in what pointer points to memory of their own (runtime/library/unique.cpp).
func cloneStrings(pointer any)

// clone returns an equal value whose strings are no parts of much larger ones.
func clone[T any](value T) T {
	cloneStrings(&value)
	return value
}

// Make returns the handle of a value.
func Make[T comparable](value T) Handle[T] {
	t := tableOf[T]()
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.values) == 0 { // Go hashes the value first: a lookup here would tell in other words that it has no hash
		t.values[value] = weak.Pointer[T]{}
		clear(t.values)
	}
	if p := t.values[value].Value(); p != nil {
		return Handle[T]{p}
	}
	if value != value { // equal to nothing: NaN
		return Handle[T]{&value}
	}
	value = clone(value)
	p := new(T)
	*p = value
	t.values[value] = weak.Make(p)
	runtime.AddCleanup(p, t.drop, value)
	return Handle[T]{p}
}

// drop forgets a value without handles, unless it has been made again.
func (t *table[T]) drop(value T) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.values[value].Value() == nil {
		delete(t.values, value)
	}
}
