// The one header that generated code includes.
#pragma once

#include "minigo/arith.h"
#include "minigo/convert.h"
#include "minigo/func.h"
#include "minigo/iface.h"
#include "minigo/map.h"
#include "minigo/panic.h"
#include "minigo/pointer.h"
#include "minigo/print.h"
#include "minigo/results.h"
#include "minigo/slice.h"
#include "minigo/string.h"
#include "minigo/traits.h"
#include "minigo/type.h"
#include "minigo/types.h"
