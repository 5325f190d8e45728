// Package cpu tells Go's library about the processor. Nothing of the library is compiled that uses
// an instruction not every processor has, so no feature is ever reported.
package cpu

const (
	CacheLinePadSize = 64
	CacheLineSize    = 64

	GOARCH = "amd64"
)

// CacheLinePad keeps fields apart that different threads write.
type CacheLinePad struct{ _ [CacheLinePadSize]byte }

// Initialize and Name exist for programs that print what they run on.
func Initialize(env string) {}

func Name() string { return "" }

var X86 struct {
	HasAES, HasADX, HasAVX, HasAVX2, HasAVX512F, HasAVX512BW, HasAVX512VL, HasBMI1, HasBMI2      bool
	HasAVX512VBMI, HasAVX512VBMI2, HasAVX512BITALG, HasAVX512VPOPCNTDQ, HasAVX512DQ, HasAVX512CD bool
	HasERMS, HasFSRM, HasFMA, HasGFNI, HasOSXSAVE, HasPCLMULQDQ, HasPOPCNT, HasRDTSCP, HasSHA    bool
	HasSSE3, HasSSSE3, HasSSE41, HasSSE42, HasVAES, HasVPCLMULQDQ                                bool
}

var ARM64 struct {
	HasAES, HasPMULL, HasSHA1, HasSHA2, HasSHA512, HasSHA3, HasCRC32, HasATOMICS, HasCPUID, HasDIT bool
}

var Loong64 struct{ HasLSX, HasLASX, HasCRC32, HasLAMCAS, HasLAM_BH bool }

var RISCV64 struct{ HasFastMisaligned, HasV, HasZbb bool }

var S390X struct {
	HasZARCH, HasSTFLE, HasLDISP, HasEIMM, HasDFP, HasETF3EH, HasMSA, HasAES, HasAESCBC, HasAESCTR bool
	HasAESGCM, HasGHASH, HasSHA1, HasSHA256, HasSHA512, HasSHA3, HasVX, HasVXE, HasKDSA, HasECDSA  bool
	HasEDDSA                                                                                       bool
}
