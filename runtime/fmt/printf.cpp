// The loops over operands: format strings, Print and Println.
#include "runtime/fmt/printer.h"

namespace mg::fmt {

namespace {

constexpr Int kLargestNumber = 1000000;

bool tooLarge(Int n) { return n > kLargestNumber || n < -kLargestNumber; }

struct Number {
  Int value;
  bool ok;
  Int end;
};

// A decimal number in format[start:end]; one that is too large swallows the rest.
Number parseNumber(String format, Int start, Int end) {
  Int value = 0;
  Int i = start;
  for (; i < end && format[i] >= '0' && format[i] <= '9'; ++i) {
    if (tooLarge(value)) return {0, false, end};
    value = value * 10 + (format[i] - '0');
  }
  return {value, i > start, i};
}

} // namespace

// Walks one format string.
class DirectiveParser {
public:
  DirectiveParser(Printer& printer, String format, Slice<Any> operands)
      : printer_(printer), format_(format), operands_(operands), end_(format.len) {}

  void run() {
    while (at_ < end_) {
      Int start = at_;
      while (at_ < end_ && format_[at_] != '%')
        ++at_;
      printer_.text().add(slice(format_, start, at_));
      if (at_ >= end_) break;
      ++at_;
      if (!directive()) break;
    }
    if (!printer_.reordered_ && operand_ < operands_.len) extra();
  }

private:
  Flags& flags() { return printer_.format_.flags; }

  bool directive() {
    goodIndex_ = true;
    afterIndex_ = false;
    flags() = Flags{};
    parseFlags();
    parseIndex();
    parseWidth();
    parsePrecision();
    if (!afterIndex_) parseIndex();
    if (at_ >= end_) {
      printer_.text().add("%!(NOVERB)"_s);
      return false;
    }
    DecodedRune verb = decodeRune(format_, at_);
    at_ += verb.width;
    applyVerb(verb.rune);
    return true;
  }

  void parseFlags() {
    for (; at_ < end_; ++at_) {
      switch (format_[at_]) {
      case '#': flags().sharp = true; break;
      case '0': flags().zero = true; break;
      case '+': flags().plus = true; break;
      case '-': flags().minus = true; break;
      case ' ': flags().space = true; break;
      default: return;
      }
    }
  }

  // An operand number, [3].
  void parseIndex() {
    afterIndex_ = false;
    if (at_ >= end_ || format_[at_] != '[') return;
    printer_.reordered_ = true;
    Int close = at_ + 1;
    while (close < end_ && format_[close] != ']')
      ++close;
    if (close >= end_ || end_ - at_ < 3) {
      ++at_;
      goodIndex_ = false;
      return;
    }
    Number number = parseNumber(format_, at_ + 1, close);
    at_ = close + 1;
    bool wellFormed = number.ok && number.end == close;
    if (wellFormed && number.value >= 1 && number.value <= operands_.len)
      operand_ = number.value - 1;
    else
      goodIndex_ = false;
    afterIndex_ = wellFormed;
  }

  void parseWidth() {
    if (at_ < end_ && format_[at_] == '*') {
      ++at_;
      Number number = starOperand();
      flags().hasWidth = number.ok;
      flags().width = number.value;
      if (!number.ok) printer_.text().add("%!(BADWIDTH)"_s);
      if (flags().width < 0) {
        flags().width = -flags().width;
        flags().minus = true;
        flags().zero = false;
      }
      afterIndex_ = false;
      return;
    }
    Number number = parseNumber(format_, at_, end_);
    flags().width = number.value;
    flags().hasWidth = number.ok;
    at_ = number.end;
    if (afterIndex_ && number.ok) goodIndex_ = false;
  }

  void parsePrecision() {
    if (at_ + 1 >= end_ || format_[at_] != '.') return; // at the end it is the verb
    ++at_;
    if (afterIndex_) goodIndex_ = false;
    parseIndex();
    if (at_ < end_ && format_[at_] == '*') {
      ++at_;
      Number number = starOperand();
      flags().hasPrecision = number.ok && number.value >= 0;
      flags().precision = flags().hasPrecision ? number.value : 0;
      if (!flags().hasPrecision) printer_.text().add("%!(BADPREC)"_s);
      afterIndex_ = false;
      return;
    }
    Number number = parseNumber(format_, at_, end_);
    at_ = number.end;
    flags().precision = number.ok ? number.value : 0;
    flags().hasPrecision = true;
  }

  // The integer operand for a `*`.
  Number starOperand() {
    if (operand_ >= operands_.len) return {0, false, 0};
    Any operand = operands_.ptr[operand_++];
    if (!operand.type) return {0, false, 0};
    Value value{operand.type, valueOf(operand.type, &operand.data)};
    Int number;
    if (isInt(value.kind())) {
      number = intOf(value);
    } else if (isUint(value.kind())) {
      number = Int(uintOf(value));
      if (number < 0) return {0, false, 0};
    } else {
      return {0, false, 0};
    }
    if (tooLarge(number)) return {0, false, 0};
    return {number, true, 0};
  }

  void applyVerb(Rune verb) {
    if (verb == '%') return printer_.text().addByte('%');
    if (!goodIndex_) return complain(verb, "(BADINDEX)"_s);
    if (operand_ >= operands_.len) return complain(verb, "(MISSING)"_s);
    if (verb == 'w') printer_.noteWrapped(operand_);
    if (verb == 'v' || verb == 'w') {
      flags().sharpV = flags().sharp;
      flags().sharp = false;
      flags().plusV = flags().plus;
      flags().plus = false;
    }
    printer_.printArg(operands_.ptr[operand_++], verb);
  }

  void complain(Rune verb, String what) {
    printer_.text().add("%!"_s);
    printer_.text().addRune(verb);
    printer_.text().add(what);
  }

  void extra() {
    flags() = Flags{};
    Text& out = printer_.text();
    out.add("%!(EXTRA "_s);
    for (Int i = operand_; i < operands_.len; ++i) {
      if (i > operand_) out.add(", "_s);
      Any operand = operands_.ptr[i];
      if (!operand.type) {
        out.add("<nil>"_s);
        continue;
      }
      out.add(operand.type->name);
      out.addByte('=');
      printer_.printArg(operand, 'v');
    }
    out.addByte(')');
  }

  Printer& printer_;
  String format_;
  Slice<Any> operands_;
  Int end_;
  Int at_ = 0;
  Int operand_ = 0;
  bool goodIndex_ = true;
  bool afterIndex_ = false; // an operand number stands right before
};

void Printer::printf(String format, Slice<Any> operands) {
  DirectiveParser(*this, format, operands).run();
}

void Printer::errorf(String format, Slice<Any> operands) {
  wrapsErrors_ = true;
  printf(format, operands);
  if (reordered_) sortWrapped();
}

void Printer::noteWrapped(Int operand) {
  if (!wrapsErrors_) return;
  Slice<Int> noted = append(Slice<Int>{wrapped_, wrappedCount_, wrappedRoom_}, operand);
  wrapped_ = noted.ptr;
  wrappedCount_ = noted.len;
  wrappedRoom_ = noted.cap;
}

void Printer::sortWrapped() {
  for (Int i = 1; i < wrappedCount_; ++i)
    for (Int j = i; j > 0 && wrapped_[j - 1] > wrapped_[j]; --j) {
      Int other = wrapped_[j];
      wrapped_[j] = wrapped_[j - 1];
      wrapped_[j - 1] = other;
    }
}

// A space stands between operands when neither is a string.
void Printer::print(Slice<Any> operands) {
  bool wasString = false;
  for (Int i = 0; i < operands.len; ++i) {
    Any operand = operands.ptr[i];
    bool isString = operand.type && operand.type->kind == Kind::String;
    if (i > 0 && !isString && !wasString) text().addByte(' ');
    printArg(operand, 'v');
    wasString = isString;
  }
}

void Printer::println(Slice<Any> operands) {
  for (Int i = 0; i < operands.len; ++i) {
    if (i > 0) text().addByte(' ');
    printArg(operands.ptr[i], 'v');
  }
  text().addByte('\n');
}

} // namespace mg::fmt
