// Debug information is read by libbacktrace; names are translated by the rules of
// minigo/traceback.h. The Itanium names of functions in namespaces are simple enough to be read
// here, which spares every program the C++ demangler.
#include "runtime/panic/symbolize.h"

#include "minigo/traceback.h"
#include "runtime/panic/libbacktrace.h"
#include "runtime/panic/line_origin.h"

#include <atomic>
#include <cstdio>
#include <cstring>

// The bounds of the section that MG_FUNC_NAME fills; the linker defines them when there is one.
extern "C" {
[[gnu::weak]] extern const mg::FuncName __start_mg_func_names[];
[[gnu::weak]] extern const mg::FuncName __stop_mg_func_names[];
}

namespace mg::panics {

namespace {

void ignoreError(void*, const char*, int) {}

// Several workers may ask at once. With a state for threads libbacktrace never waits for a lock, so
// that a program can also end, with tracebacks, in the midst of that.
backtrace_state* state() {
  constexpr int kThreaded = 1;
  static std::atomic<backtrace_state*> theState{nullptr};
  // Acquire: pairs with the exchange; the state has been written before.
  backtrace_state* state = theState.load(std::memory_order_acquire);
  if (state) return state;
  backtrace_state* made = backtrace_create_state(nullptr, kThreaded, ignoreError, nullptr);
  return theState.compare_exchange_strong(state, made) ? made : state;
}

struct Found {
  Frame frames[32];
  int count = 0;
};

// What owns code of the file `/src/main.go##main.f.func1()`.
const char* findOwner(const char* file) {
  const char* separator = nullptr;
  for (const char* at = file; (at = strstr(at, "##")); ++at)
    separator = at;
  return separator ? separator + 2 : nullptr;
}

// From file and line that the compiler was told to those of Go.
void translatePlace(Frame& frame) {
  if (!frame.codeFile) return;
  frame.file = frame.codeFile;
  frame.line = frame.codeLine;
  if (!strchr(frame.codeFile, '#')) return;
  frame.owner = findOwner(frame.codeFile);
  if (frame.owner) frame.file = {frame.codeFile, frame.owner - 2};
  if (frame.owner && !*frame.owner) frame.owner = nullptr;
  if (!mg_line_origins) return;
  for (const LineOrigin* origin = mg_line_origins; origin->name; ++origin) {
    if (frame.file != origin->name) continue;
    frame.file = origin->path;
    frame.line += int(origin->line) - 1;
    return;
  }
}

int keepFrame(void* data, uintptr_t, const char* file, int line, const char* function) {
  Found* found = static_cast<Found*>(data);
  if (!function && !file) return 0;
  if (found->count == 32) return 1;
  Frame& frame = found->frames[found->count++];
  frame = {.function = function, .codeFile = file, .codeLine = line, .inlined = true};
  translatePlace(frame);
  return 0;
}

void keepSymbol(void* data, uintptr_t, const char* name, uintptr_t, uintptr_t) {
  *static_cast<const char**>(data) = name;
}

void keepStart(void* data, uintptr_t, const char*, uintptr_t value, uintptr_t) {
  *static_cast<uintptr_t*>(data) = value;
}

// ---- Names -----------------------------------------------------------------------------------

struct Qualified {
  char text[256];
  size_t length = 0;
  const char* rest = nullptr; // behind the name

  void add(const char* s, size_t n) {
    if (length + n >= sizeof text) n = sizeof text - 1 - length;
    memcpy(text + length, s, n);
    length += n;
    text[length] = 0;
  }
};

// Skips balanced template arguments: from behind 'I' to behind its 'E'.
const char* skipArguments(const char* at) {
  int depth = 1;
  while (*at && depth) {
    if (*at >= '0' && *at <= '9') {
      size_t n = 0;
      while (*at >= '0' && *at <= '9')
        n = n * 10 + size_t(*at++ - '0');
      for (; n && *at; --n)
        ++at;
      continue;
    }
    if (*at == 'I' || *at == 'N' || *at == 'X' || *at == 'L' || *at == 'J' || *at == 'F') ++depth;
    if (*at == 'E') --depth;
    ++at;
  }
  return at;
}

// N <source names> E, or one source name. Stops at what it does not know.
Qualified readName(const char* at) {
  Qualified name;
  bool nested = *at == 'N';
  if (nested) ++at;
  while (*at == 'K' || *at == 'V' || *at == 'L')
    ++at;
  while (*at >= '0' && *at <= '9') {
    size_t n = 0;
    while (*at >= '0' && *at <= '9')
      n = n * 10 + size_t(*at++ - '0');
    if (strlen(at) < n) break;
    if (name.length) name.add("::", 2);
    name.add(at, n);
    at += n;
    if (*at == 'I') at = skipArguments(at + 1);
    if (!nested) break;
    while (*at == 'L')
      ++at;
  }
  if (nested && *at == 'E') ++at;
  name.rest = at;
  return name;
}

const char* registeredName(const char* qualified) {
  if (!__start_mg_func_names) return nullptr;
  for (const FuncName* f = __start_mg_func_names; f < __stop_mg_func_names; ++f)
    if (f->cxx && !f->file && strcmp(f->cxx, qualified) == 0) return f->go;
  return nullptr;
}

bool isIn(const FuncName& literal, const char* file, int line, int margin) {
  return literal.file && line >= literal.firstLine + margin && line <= literal.lastLine - margin &&
         strcmp(literal.file, file) == 0;
}

// The innermost function literal around a line; a line where one begins or ends is rather code
// around it, which calls it or passes it on.
const char* literalName(const char* file, int line) {
  if (!__start_mg_func_names || !file) return nullptr;
  for (int margin = 1; margin >= 0; --margin) {
    const FuncName* best = nullptr;
    for (const FuncName* f = __start_mg_func_names; f < __stop_mg_func_names; ++f)
      if (isIn(*f, file, line, margin) &&
          (!best || f->lastLine - f->firstLine < best->lastLine - best->firstLine))
        best = f;
    if (best) return best->go;
  }
  return nullptr;
}

bool hasNamedLiterals(const char* qualified) {
  if (!__start_mg_func_names) return false;
  for (const FuncName* f = __start_mg_func_names; f < __stop_mg_func_names; ++f)
    if (f->file && strcmp(f->cxx, qualified) == 0) return true;
  return false;
}

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// net_http::Get -> net/http.Get: the namespace of a package is its import path with '_' for '/' and
// _xHH_ for other bytes.
void translate(const char* qualified, GoName* name) {
  size_t used = 0;
  auto put = [&](char c) {
    if (used + 1 < sizeof name->text) name->text[used++] = c;
  };
  const char* s = qualified;
  for (; *s && !(s[0] == ':' && s[1] == ':'); ++s) {
    if (*s != '_') {
      put(*s);
    } else if (s[1] == 'x' && hexDigit(s[2]) >= 0 && hexDigit(s[3]) >= 0 && s[4] == '_') {
      put(char(hexDigit(s[2]) * 16 + hexDigit(s[3])));
      s += 4;
    } else if (s[1] != ':') { // else: '_' behind a reserved word
      put('/');
    }
  }
  if (*s) {
    put('.');
    for (s += 2; *s; ++s)
      put(*s);
  }
  name->text[used] = 0;
}

// An inlined lambda has no linkage name. If its code says what it is a part of, that is enough.
// Else one from the file of the function around it is a literal of that function, and one that a
// goroutine starts with is inlined into mg::spawnCall, whose name holds that of the function with
// the literal.
void nameLambda(Frame& frame, const Frame& whole) {
  if (!frame.inlined || !frame.function || strcmp(frame.function, "operator()") != 0) return;
  frame.isLambda = frame.owner;
  if (frame.owner) return;
  if (frame.file.empty() || whole.file.empty() || !whole.function) return;
  const char* starter = strstr(whole.function, "ZN2go");
  if (frame.file == whole.file) {
    frame.function = whole.function;
    frame.isLambda = true;
  } else if (starter && !frame.file.ends_with(".h")) {
    frame.function = starter;
    frame.inlined = false;
  }
}

bool isLambdaOfOwner(const Frame& frame) {
  return frame.owner && (frame.isLambda || strncmp(frame.function, "_ZZ", 3) == 0);
}

// Whether a frame is a part of the function of the next one that the C++ compiler split off, and
// then put in place again: the call is at the head of the function, which has an owner.
bool isPartOf(const Frame& frame, const Frame& next) {
  if (!frame.inlined || !next.owner || !frame.function || !next.function) return false;
  if (isLambdaOfOwner(frame)) return isLambdaOfOwner(next) && strcmp(frame.owner, next.owner) == 0;
  const size_t length = strcspn(next.function, "."); // f.cold
  return !frame.isLambda && strncmp(next.function, "_ZN2go", 6) == 0 &&
         strncmp(frame.function, next.function, length) == 0 && !frame.function[length];
}

} // namespace

void symbolize(uintptr_t pc, void (*visit)(void*, const Frame&), void* argument) {
  if (!state()) return;
  Found found;
  backtrace_pcinfo(state(), pc, keepFrame, ignoreError, &found);
  // Some debug information (clang -g1) has no linkage names; the symbol table has them.
  const char* symbol = nullptr;
  backtrace_syminfo(state(), pc, keepSymbol, ignoreError, &symbol);
  if (found.count == 0)
    found.frames[found.count++] = {.function = symbol};
  else if (symbol)
    found.frames[found.count - 1].function = symbol;
  Frame& whole = found.frames[found.count - 1];
  whole.inlined = false;
  whole.isPart = symbol && strstr(symbol, ".part.");
  bool isInGo = false; // a function around is one of Go
  for (int i = found.count; i-- > 0;) {
    Frame& frame = found.frames[i];
    nameLambda(frame, whole);
    const char* around = i + 1 < found.count ? found.frames[i + 1].function : nullptr;
    frame.isBody = around && strstr(around, "N2mg6Defers3runI");
    const bool isOwned = frame.isLambda && frame.owner;
    if (isOwned && !isInGo) frame.inlined = false; // into a function of the runtime that calls it
    isInGo |= isOwned || (frame.function && strncmp(frame.function, "_ZN2go", 6) == 0) ||
              (frame.function && strncmp(frame.function, "_ZZN2go", 7) == 0);
  }
  for (int i = 0; i < found.count; ++i) {
    Frame& frame = found.frames[i];
    for (; i + 1 < found.count && isPartOf(frame, found.frames[i + 1]); ++i)
      frame.inlined = found.frames[i + 1].inlined;
    visit(argument, frame);
  }
}

uintptr_t functionStart(uintptr_t pc) {
  uintptr_t start = 0;
  if (state()) backtrace_syminfo(state(), pc, keepStart, ignoreError, &start);
  return start;
}

// A lambda whose code says what it is a part of: `main.f.func1()`, or `main.f.func1(...)`; with a
// `~` before it, if it is a wrapper.
static GoName ownerName(std::string_view owner) {
  GoName name{};
  const size_t parameters = owner.rfind('('); // there always is one
  name.hasParameters = !owner.ends_with("()");
  name.isWrapper = owner.front() == '~';
  owner.remove_suffix(owner.size() - parameters);
  owner.remove_prefix(name.isWrapper);
  name.text[owner.copy(name.text, sizeof name.text - 1)] = 0;
  name.visible = name.isLambda = true;
  return name;
}

// The address that a call or a jump near the start of a function goes to, of whose symbol `is`
// holds; 0 if none.
template <class Is>
static uintptr_t calledNear(uintptr_t start, Is is) {
  constexpr uintptr_t kMostBytes = 128;
  constexpr uint8_t kCall = 0xe8, kJump = 0xe9; // with the distance in 4 bytes
  for (uintptr_t at = start; at < start + kMostBytes && functionStart(at) == start; ++at) {
    const uint8_t code = *reinterpret_cast<const uint8_t*>(at);
    if (code != kCall && code != kJump) continue;
    int32_t distance;
    memcpy(&distance, reinterpret_cast<const void*>(at + 1), sizeof distance);
    const uintptr_t target = at + 5 + uintptr_t(intptr_t(distance));
    const char* symbol = nullptr;
    backtrace_syminfo(state(), target, keepSymbol, ignoreError, &symbol);
    if (symbol && functionStart(target) == target && is(symbol)) return target;
  }
  return 0;
}

// The first frame at the code of a function of which `is` holds.
template <class Is>
static bool findFrame(uintptr_t start, Frame* result, Is is) {
  constexpr uintptr_t kMostBytes = 128;
  struct Search {
    Frame* result;
    Is is;
    bool found = false;
  } search{result, is};
  for (uintptr_t at = start; at < start + kMostBytes && functionStart(at) == start; ++at) {
    symbolize(
        at,
        [](void* argument, const Frame& frame) {
          auto* search = static_cast<Search*>(argument);
          if (search->found || !search->is(frame)) return;
          search->found = true;
          *search->result = frame;
        },
        &search);
    if (search.found) return true;
  }
  return false;
}

// The first one that says what the function is, if its name does not.
static bool findOwner(uintptr_t start, Frame* result) {
  return findFrame(start, result,
                   [](const Frame& frame) { return frame.function && isLambdaOfOwner(frame); });
}

static void symbolizeWhole(uintptr_t pc, Frame* whole) {
  symbolize(
      pc, [](void* result, const Frame& frame) { *static_cast<Frame*>(result) = frame; }, whole);
}

// Of the closure of a declared function, whose symbol has that as a template argument: the function
// at the start of `function`. Where it was not inlined, its own code tells its place.
static GoName declaredFunction(uintptr_t start, const char* function, Frame* frame) {
  const std::string_view text = function;
  if (uintptr_t code = calledNear(start, [&](const char* s) { return text.starts_with(s); }))
    symbolizeWhole(code, frame);
  else
    findFrame(start, frame, [](const Frame& f) { return !f.file.ends_with(".h"); });
  frame->function = function;
  frame->owner = nullptr;
  return goName(*frame);
}

GoName functionAt(uintptr_t pc, Frame* frame) {
  const uintptr_t start = state() ? functionStart(pc) : 0;
  const char* symbol = nullptr;
  if (start) backtrace_syminfo(state(), start, keepSymbol, ignoreError, &symbol);
  if (!symbol) return {};
  *frame = {};
  symbolizeWhole(start, frame);
  if (const char* function = strstr(symbol, "FunctionClosureIXadL_Z"))
    return declaredFunction(start, function + strlen("FunctionClosureIXadL"), frame);
  const char* literal = strstr(symbol, "LambdaCodeI");
  if (!literal) return goName(*frame);
  if (findOwner(start, frame)) return ownerName(frame->owner);
  const uintptr_t code = calledNear(start, [](const char* s) { return strncmp(s, "_ZZ", 3) == 0; });
  if (code && findOwner(code, frame)) return ownerName(frame->owner);
  // Nothing of its lines is left in code: then the function that it is a literal of is known.
  *frame = {.function = literal + strlen("LambdaCodeI")};
  return goName(*frame);
}

GoName goName(const Frame& frame) {
  const char* function = frame.function;
  if (function && isLambdaOfOwner(frame)) return ownerName(frame.owner);
  GoName name{};
  name.isLambda = frame.isLambda;
  if (!function || (strncmp(function, "_Z", 2) != 0 && *function != 'Z')) return name;
  const char* at = *function == '_' ? function + 2 : function;
  while (*at == 'Z') { // a local entity: named by the function around it
    name.isLambda = true;
    ++at;
  }
  if (*at == 'L') ++at;
  Qualified qualified = readName(at);
  const char* parameters = qualified.rest;
  bool noParameters = *parameters == 'v' && (!parameters[1] || parameters[1] == '.'); // v.cold
  name.hasParameters =
      !noParameters && !strstr(parameters, "clEv") && !strstr(parameters, "clERN2mg8RecoveryE");
  if (*function == 'Z') name.hasParameters = !strstr(parameters, "UlvE_");
  name.runsBody = strcmp(qualified.text, "mg::Defers::run") == 0;
  const std::string_view text = qualified.text;
  name.raises = text == "mg::panic" || text == "mg::panicNilDereference" ||
                text == "mg::panicNilReceiver" || text.ends_with("::nilFault");
  if (strcmp(qualified.text, "mg::panics::startPanic") == 0) {
    strcpy(name.text, "panic");
    name.isPanic = name.hasParameters = true;
    return name;
  }
  if (strncmp(qualified.text, "go::", 4) != 0 || strstr(qualified.text, "_GLOBAL__N")) return name;
  if (strncmp(qualified.rest, "eqE", 3) == 0) return name; // operator==, which Go does not call
  const char* registered = registeredName(qualified.text);
  name.visible = !registered || *registered;
  name.isWrapper = registered && *registered == '~';
  if (registered)
    snprintf(name.text, sizeof name.text, "%s", registered + name.isWrapper);
  else
    translate(qualified.text + 4, &name);
  if (!name.isLambda || frame.isBody) return name;
  name.isMade = hasNamedLiterals(qualified.text);
  if (const char* literal = literalName(frame.codeFile, frame.codeLine)) {
    snprintf(name.text, sizeof name.text, "%s", literal);
    name.isMade = false;
  } else {
    strncat(name.text, ".func1", sizeof name.text - strlen(name.text) - 1);
  }
  return name;
}

} // namespace mg::panics
