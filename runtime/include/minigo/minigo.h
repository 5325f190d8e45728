// The one header that generated code includes.
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
