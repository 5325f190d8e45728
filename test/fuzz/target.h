// What a fuzzer calls, as libFuzzer has it: one input, which must neither crash nor hang.
#pragma once

#include "frontend/program.h"

#include "llvm/Support/MemoryBuffer.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace minigo::fuzz {

inline SourceFile& addInput(Program& program, const uint8_t* data, size_t size) {
  llvm::StringRef text(reinterpret_cast<const char*>(data), size);
  return program.sources.add("./input.go", "/input.go",
                             llvm::MemoryBuffer::getMemBuffer(text, "input.go", false));
}

} // namespace minigo::fuzz
