// RUN: %minigo check -verify %s

// Names beyond ASCII: letters of the other case are found for hints.
package p

import "errors"

type T struct {
	größe int
	Über  int
	éa    int
}

func (T) Größer() {}

func use(t T) {
	t.größE /* ERROR "t.größE undefined (type T has no field or method größE, but does have field größe)" */ = 1
	t.ÉA /* ERROR "t.ÉA undefined (type T has no field or method ÉA, but does have field éa)" */ = 1
	t.über /* ERROR "t.über undefined (type T has no field or method über, but does have field Über)" */ = 1
	t.größ /* ERROR "t.größ undefined (type T has no field or method größ)" */ = 1
	t.GRÖSSER /* ERROR "t.GRÖSSER undefined (type T has no field or method GRÖSSER)" */()
	t.größer /* ERROR "t.größer undefined (type T has no field or method größer, but does have method Größer)" */()
	_ = T{Größe /* ERROR "unknown field Größe in struct literal of type T, but does have größe" */: 1}
	_ = T{über /* ERROR "unknown field über in struct literal of type T, but does have Über" */: 1}
	_ = errors.ÄRGER /* ERROR "undefined: errors.ÄRGER" */
}
