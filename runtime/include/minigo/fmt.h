// Package fmt: the functions that are not written in Go (see runtime/packages/fmt).
#pragma once

#include "minigo/iface.h"
#include "minigo/results.h"
#include "minigo/slice.h"
#include "minigo/string.h"

namespace go::fmt {

mg::Results<mg::Int, mg::Error> Print(mg::Slice<mg::Any> a);
mg::Results<mg::Int, mg::Error> Println(mg::Slice<mg::Any> a);
mg::Results<mg::Int, mg::Error> Printf(mg::String format, mg::Slice<mg::Any> a);
mg::String Sprint(mg::Slice<mg::Any> a);
mg::String Sprintln(mg::Slice<mg::Any> a);
mg::String Sprintf(mg::String format, mg::Slice<mg::Any> a);
mg::Slice<mg::Byte> Append(mg::Slice<mg::Byte> b, mg::Slice<mg::Any> a);
mg::Slice<mg::Byte> Appendln(mg::Slice<mg::Byte> b, mg::Slice<mg::Any> a);
mg::Slice<mg::Byte> Appendf(mg::Slice<mg::Byte> b, mg::String format, mg::Slice<mg::Any> a);
mg::Error Errorf(mg::String format, mg::Slice<mg::Any> a);

} // namespace go::fmt
