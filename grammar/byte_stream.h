// The bytes of a text as ANTLR's input: one symbol a byte, so that token positions are byte
// offsets.
#pragma once

#include "antlr4-runtime.h"

#include <string_view>

namespace minigo::grammar {

class ByteStream final : public antlr4::CharStream {
public:
  // `text` must outlive the stream.
  explicit ByteStream(std::string_view text) : text_(text) {}

  void consume() override { ++position_; }
  size_t LA(ssize_t i) override {
    size_t at = position_ + static_cast<size_t>(i > 0 ? i - 1 : i);
    return i != 0 && at < text_.size() ? static_cast<unsigned char>(text_[at]) : IntStream::EOF;
  }
  ssize_t mark() override { return -1; }
  void release(ssize_t) override {}
  size_t index() override { return position_; }
  void seek(size_t index) override { position_ = index; }
  size_t size() override { return text_.size(); }
  std::string getSourceName() const override { return UNKNOWN_SOURCE_NAME; }
  std::string getText(const antlr4::misc::Interval& interval) override {
    return std::string(text_.substr(static_cast<size_t>(interval.a),
                                    static_cast<size_t>(interval.b - interval.a + 1)));
  }
  std::string toString() const override { return std::string(text_); }

private:
  std::string_view text_;
  size_t position_ = 0;
};

} // namespace minigo::grammar
