// Package goarch tells Go's library for which architecture it is compiled.
package goarch

const (
	GOARCH     = "amd64"
	PtrSize    = 8
	BigEndian  = false
	Int64Align = 8

	DefaultPhysPageSize = 4096
	PCQuantum           = 1
	MinFrameSize        = 0
	StackAlign          = PtrSize

	Is386         = 0
	IsAmd64       = 1
	IsAmd64p32    = 0
	IsArm         = 0
	IsArmbe       = 0
	IsArm64       = 0
	IsArm64be     = 0
	IsLoong64     = 0
	IsMips        = 0
	IsMipsle      = 0
	IsMips64      = 0
	IsMips64le    = 0
	IsMips64p32   = 0
	IsMips64p32le = 0
	IsPpc         = 0
	IsPpc64       = 0
	IsPpc64le     = 0
	IsRiscv       = 0
	IsRiscv64     = 0
	IsS390        = 0
	IsS390x       = 0
	IsSparc       = 0
	IsSparc64     = 0
	IsWasm        = 0
)
