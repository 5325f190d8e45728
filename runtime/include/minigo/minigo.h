// The one header that generated code includes. What it has, by what a reader meets first:
//
//   mg::onHeap<T>(…), mg::newObject(…)   memory of the collector: nobody frees it
//   mg::Iface, mg::Any                   interface values, a type and a word of data; a call is
//                                        v->Method(v.data, …)
//   mg::toAny(x), mg::toAny(type, x)     x as an any; types that C++ can't tell apart are given
//   mg::args({…}), mg::sliceOf, mg::sliceIn   the slice for a variadic parameter: of the call,
//                                        of the heap, of an array in this function
//   map.get, map.find, map.slot          the element or zero; with whether it is there; the place
//                                        to assign to, which is made
//   mg::Defers, mg::DeferredCall, mg::DeferredLambda   deferred calls: any number of them, with
//                                        results that they change; one that is certain to run
//   mg::RangeLoop                        range over a function: the body is the lambda; stop ends
//                                        the loop, next goes on
//   mg::Results                          several results: r0, r1, …
//   MG_FUNC_NAME                         what tracebacks call a function; ~ before those that
//                                        they leave out
#pragma once

#include "minigo/args.h"
#include "minigo/arith.h"
#include "minigo/chan.h"
#include "minigo/closure.h"
#include "minigo/convert.h"
#include "minigo/defer.h"
#include "minigo/func.h"
#include "minigo/go.h"
#include "minigo/heap.h"
#include "minigo/iface.h"
#include "minigo/intrinsics.h"
#include "minigo/loop_slice.h"
#include "minigo/map.h"
#include "minigo/panic.h"
#include "minigo/pointer.h"
#include "minigo/print.h"
#include "minigo/range_func.h"
#include "minigo/results.h"
#include "minigo/slice.h"
#include "minigo/string.h"
#include "minigo/traceback.h"
#include "minigo/traits.h"
#include "minigo/type.h"
#include "minigo/types.h"
#include "minigo/unsafe.h"

// Before a function that runs once and is long: a list of thousands of values takes g++ time that
// grows with its square when it is optimized.
#ifdef __clang__
#define MG_RUN_ONCE [[gnu::cold]]
#else
#define MG_RUN_ONCE [[gnu::optimize("O0")]]
#endif
