// Writes text without allocating.
#pragma once

#include <cstddef>
#include <cstdint>

namespace mg::base {

class TextWriter {
public:
  TextWriter(const TextWriter&) = delete;
  TextWriter& operator=(const TextWriter&) = delete;

  TextWriter& text(const char* s);
  TextWriter& bytes(const void* s, size_t n);
  TextWriter& number(int64_t n);
  TextWriter& unsignedNumber(uint64_t n);
  // "0x" and lower-case digits
  TextWriter& hex(uint64_t n);

protected:
  TextWriter(char* memory, size_t size) : memory_(memory), size_(size) {}
  ~TextWriter() = default;
  // The memory is full. What then still has no room is dropped.
  virtual void makeRoom() = 0;

  char* memory_;
  size_t size_, used_ = 0;
};

// Writes to memory as long as there is room.
class MemoryWriter final : public TextWriter {
public:
  MemoryWriter(void* memory, size_t size) : TextWriter(static_cast<char*>(memory), size) {}
  size_t size() const { return used_; }

private:
  void makeRoom() override {}
};

} // namespace mg::base
