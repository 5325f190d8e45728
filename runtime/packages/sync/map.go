package sync

// A Map is a map[any]any that many goroutines may use at once. The zero value is empty and ready
// for use.
type Map struct {
	mu      RWMutex
	entries map[any]any
}

// Load returns the value for a key, or nil; ok tells whether there is one.
func (m *Map) Load(key any) (value any, ok bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.find(key)
}

var hashed = map[any]bool{false: true}

// find looks for a key under the lock. One without a hash panics as in a map with elements.
func (m *Map) find(key any) (value any, ok bool) {
	if len(m.entries) == 0 {
		_ = hashed[key]
	}
	value, ok = m.entries[key]
	return value, ok
}

// Store sets the value for a key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// Swap sets the value for a key and returns the previous one, if any.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	previous, loaded = m.find(key)
	m.set(key, value)
	return previous, loaded
}

func (m *Map) set(key, value any) {
	if m.entries == nil {
		m.entries = map[any]any{}
	}
	m.entries[key] = value
}

// LoadOrStore returns the value for the key if there is one, else it stores and returns the given
// value.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	if actual, loaded = m.Load(key); loaded {
		return actual, true
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if actual, loaded = m.find(key); loaded {
		return actual, true
	}
	m.set(key, value)
	return value, false
}

// LoadAndDelete deletes the value for a key and returns it, if any.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	value, loaded = m.find(key)
	delete(m.entries, key)
	return value, loaded
}

// Delete deletes the value for a key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// CompareAndSwap sets the value for a key to new if it is old, which must be comparable.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if value, ok := m.find(key); !ok || value != old {
		return false
	}
	m.entries[key] = new
	return true
}

// CompareAndDelete deletes the entry for a key if its value is old, which must be comparable.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if value, ok := m.find(key); !ok || value != old {
		return false
	}
	delete(m.entries, key)
	return true
}

// Range calls f for each key and value until f returns false. f may use the map: a key that is
// deleted before its turn does not come.
func (m *Map) Range(f func(key, value any) bool) {
	m.mu.RLock()
	keys := make([]any, 0, len(m.entries))
	for key := range m.entries {
		keys = append(keys, key)
	}
	m.mu.RUnlock()
	for _, key := range keys {
		if value, ok := m.Load(key); ok && !f(key, value) {
			return
		}
	}
}

// Clear deletes all entries.
func (m *Map) Clear() {
	m.mu.Lock()
	clear(m.entries)
	m.mu.Unlock()
}
