// The functions of package fmt that Go code calls.
#include "minigo/fmt.h"

#include "runtime/fmt/printer.h"
#include "runtime/fmt/stdout.h"

namespace go::fmt {

using mg::Any;
using mg::Byte;
using mg::Error;
using mg::Int;
using mg::Results;
using mg::Slice;
using mg::String;
using mg::fmt::Printer;
using mg::fmt::writeStdout;

Results<Int, Error> Print(Slice<Any> a) {
  Printer printer;
  printer.print(a);
  return writeStdout(printer.text().view());
}

Results<Int, Error> Println(Slice<Any> a) {
  Printer printer;
  printer.println(a);
  return writeStdout(printer.text().view());
}

Results<Int, Error> Printf(String format, Slice<Any> a) {
  Printer printer;
  printer.printf(format, a);
  return writeStdout(printer.text().view());
}

String Sprint(Slice<Any> a) {
  Printer printer;
  printer.print(a);
  return printer.text().str();
}

String Sprintln(Slice<Any> a) {
  Printer printer;
  printer.println(a);
  return printer.text().str();
}

String Sprintf(String format, Slice<Any> a) {
  Printer printer;
  printer.printf(format, a);
  return printer.text().str();
}

Slice<Byte> Append(Slice<Byte> b, Slice<Any> a) {
  Printer printer;
  printer.print(a);
  return mg::appendString(b, printer.text().view());
}

Slice<Byte> Appendln(Slice<Byte> b, Slice<Any> a) {
  Printer printer;
  printer.println(a);
  return mg::appendString(b, printer.text().view());
}

Slice<Byte> Appendf(Slice<Byte> b, String format, Slice<Any> a) {
  Printer printer;
  printer.printf(format, a);
  return mg::appendString(b, printer.text().view());
}

} // namespace go::fmt
