// The one header that generated code includes.
#pragma once

#include "minigo/func.h"
#include "minigo/iface.h"
#include "minigo/panic.h"
#include "minigo/pointer.h"
#include "minigo/slice.h"
#include "minigo/string.h"
#include "minigo/type.h"
#include "minigo/types.h"
