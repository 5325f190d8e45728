#include "tools/minigo/command_line.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdlib>

namespace minigo {
namespace {

enum class Kind { Flag, Text, Number, Level };

struct OptionInfo {
  llvm::StringRef spelling;
  Kind kind;
  unsigned commands;
  llvm::StringRef argument;
  llvm::StringRef help;
  bool Options::* flag;
  std::string Options::* text;
  unsigned Options::* number;
};

// Picks the member pointer of the right kind out of one field, so that options.def need not repeat
// itself; a field whose type does not fit its kind does not compile.
constexpr OptionInfo describe(llvm::StringRef spelling, unsigned commands, llvm::StringRef argument,
                              llvm::StringRef help, bool Options::* field) {
  return {spelling, Kind::Flag, commands, argument, help, field, nullptr, nullptr};
}
constexpr OptionInfo describe(llvm::StringRef spelling, unsigned commands, llvm::StringRef argument,
                              llvm::StringRef help, std::string Options::* field) {
  return {spelling, Kind::Text, commands, argument, help, nullptr, field, nullptr};
}
constexpr OptionInfo describe(llvm::StringRef spelling, unsigned commands, llvm::StringRef argument,
                              llvm::StringRef help, unsigned Options::* field) {
  const Kind kind = *spelling.data() == 'O' ? Kind::Level : Kind::Number;
  return {spelling, kind, commands, argument, help, nullptr, nullptr, field};
}

constexpr OptionInfo kOptions[] = {
#define OPTION(Field, Spelling, Commands, Argument, Help)                                          \
  describe(Spelling, Commands, Argument, Help, &Options::Field),
#include "tools/minigo/options.def"
};

// What Go's packages take for a truth value.
std::optional<bool> truthOf(llvm::StringRef text) {
  return llvm::StringSwitch<std::optional<bool>>(text)
      .Cases("1", "t", "T", "true", "TRUE", "True", true)
      .Cases("0", "f", "F", "false", "FALSE", "False", false)
      .Default(std::nullopt);
}

// "-O2": the level is part of the word.
std::optional<unsigned> optimizationLevel(llvm::StringRef word) {
  if (!word.consume_front("O")) return std::nullopt;
  if (word.size() == 1 && word[0] >= '0' && word[0] <= '3') return word[0] - '0';
  return std::nullopt;
}

CommandLineError usageError(const llvm::Twine& message) { return {message.str(), 2}; }

const OptionInfo* findOption(CommandSet command, llvm::StringRef name) {
  for (const OptionInfo& option : kOptions) {
    if (option.kind != Kind::Level && (option.commands & command) && option.spelling == name)
      return &option;
  }
  return nullptr;
}

// Flags of the go command that are no flags here, by whether a value follows.
std::optional<bool> isGoFlagWithValue(llvm::StringRef name) {
  return llvm::StringSwitch<std::optional<bool>>(name)
      .Cases("race", "msan", "asan", "cover", "linkshared", false)
      .Cases("asmflags", "gccgoflags", "buildmode", "compiler", "covermode", "coverpkg", true)
      .Cases("installsuffix", "modfile", "overlay", "pgo", "pkgdir", "toolexec", true)
      .Cases("exec", "debug-actiongraph", "debug-trace", true)
      .Default(std::nullopt);
}

// Flags of go that change nothing here, and those of its commands that minigo does not have.
bool isOtherGoFlag(llvm::StringRef name) {
  return llvm::StringSwitch<bool>(name)
      .Cases("buildvcs", "modcacherw", "count", "run", "short", "timeout", "vet", "parallel", true)
      .Cases("bench", "benchmem", "benchtime", "failfast", "shuffle", "json", "list", "cpu", true)
      .Cases("f", "m", "u", "t", "d", "deps", "test", "find", "e", "export", true)
      .Default(false);
}

// A flag that is unknown here. Those of the go command are no mistake of the user.
std::optional<CommandLineError> takeUnknown(llvm::StringRef name, llvm::StringRef value,
                                            bool hasValue, llvm::ArrayRef<const char*>& args) {
  // Programs do not say what they were built from, and nothing is downloaded.
  if (name == "buildvcs" || name == "modcacherw") return std::nullopt;
  const std::optional<bool> takesValue = isGoFlagWithValue(name);
  if (!takesValue) return usageError("flag provided but not defined: -" + name);
  if (*takesValue && !hasValue) {
    if (args.empty()) return usageError("flag needs an argument: -" + name);
    value = args.front();
    args = args.drop_front();
  }
  if (!*takesValue && hasValue && value == "false") return std::nullopt;
  if (name == "buildmode" && (value == "exe" || value == "default")) return std::nullopt;
  const std::string shown = ("-" + name + (*takesValue ? "=" + value : "")).str();
  return CommandLineError{"not supported yet: " + shown, 1};
}

// Takes one flag, and its value where it has one, from the front of `args`.
std::optional<CommandLineError> takeFlag(CommandSet command, llvm::ArrayRef<const char*>& args,
                                         Options& options) {
  llvm::StringRef word = args.front();
  args = args.drop_front();
  llvm::StringRef body = word.drop_front(word.starts_with("--") ? 2 : 1);
  if (std::optional<unsigned> level = optimizationLevel(body); level && command != kCheck) {
    options.optLevel = *level;
    return std::nullopt;
  }
  auto [name, value] = body.split('=');
  const bool hasValue = name.size() != body.size();
  const OptionInfo* option = findOption(command, name);
  if (!option && (name == "h" || name == "help")) return usageError("");
  if (!option) return takeUnknown(name, value, hasValue, args);
  if (option->kind == Kind::Flag) {
    const std::optional<bool> wanted = hasValue ? truthOf(value) : true;
    if (!wanted)
      return usageError("invalid boolean value \"" + value + "\" for -" + name + ": parse error");
    options.*option->flag = *wanted;
    return std::nullopt;
  }
  if (!hasValue) {
    if (args.empty()) return usageError("flag needs an argument: -" + name);
    value = args.front();
    args = args.drop_front();
  }
  if (option->kind == Kind::Text) {
    options.*option->text = value.str();
  } else if (value.getAsInteger(10, options.*option->number)) {
    return usageError("invalid value \"" + value + "\" for flag -" + name + ": parse error");
  }
  return std::nullopt;
}

bool isFlag(llvm::StringRef word) { return word.size() > 1 && word[0] == '-'; }

// Whether some command of minigo or go has the flag.
bool isKnownFlag(llvm::StringRef name) {
  return optimizationLevel(name) || isGoFlagWithValue(name) || isOtherGoFlag(name) ||
         llvm::any_of(kOptions, [&](const OptionInfo& option) { return option.spelling == name; });
}

// The flags in $GOFLAGS, which stand before those of the command line; those that the command does
// not take do not matter.
std::optional<CommandLineError> takeGoFlags(CommandSet command, Options& options) {
  const char* value = std::getenv("GOFLAGS");
  char missing = 0;
  const std::optional<std::vector<std::string>> words = splitQuoted(value ? value : "", missing);
  if (!words) return CommandLineError{"parsing $GOFLAGS: unterminated quote", 1};
  for (const std::string& word : *words) {
    const llvm::StringRef name = llvm::StringRef(word).split('=').first;
    if (!isFlag(name) || name == "-" || name == "--")
      return CommandLineError{"parsing $GOFLAGS: non-flag \"" + word + "\"", 1};
    const llvm::StringRef bare = name.drop_front(name.starts_with("--") ? 2 : 1);
    const bool builds = command == kBuild || command == kRun;
    if (!isKnownFlag(bare))
      return CommandLineError{("parsing $GOFLAGS: unknown flag -" + bare).str(), 1};
    if (!findOption(command, bare) && !(builds && isGoFlagWithValue(bare))) continue;
    const char* argument = word.c_str();
    llvm::ArrayRef<const char*> one(argument);
    if (std::optional<CommandLineError> error = takeFlag(command, one, options)) return error;
  }
  return std::nullopt;
}

bool isChange(llvm::StringRef word) {
  word = word.split('=').first;
  return word == "-C" || word == "--C";
}

// What the values of flags mean together.
std::optional<CommandLineError> conclude(Options& options) {
  if (std::string problem = parseLinkFlags(options.linkFlags, options); !problem.empty())
    return CommandLineError{problem, 1};
  if (std::string problem = applyCompileFlags(options.compileFlags, options); !problem.empty())
    return CommandLineError{problem, 1};
  options.isStatic |= options.link.isStatic;
  if (options.parallel == 0) return CommandLineError{"-p must be a positive integer: 0", 1};
  llvm::StringRef minor = options.language;
  if (!minor.empty() &&
      !(minor.consume_front("go1.") && llvm::all_of(minor, llvm::isDigit) && !minor.empty()))
    return usageError("invalid value \"" + options.language +
                      "\" for -lang: should be something like \"go1.12\"");
  const llvm::StringRef mode = options.moduleMode;
  if (!mode.empty() && mode != "vendor" && mode != "readonly" && mode != "mod")
    return CommandLineError{
        ("-mod=" + mode + " not supported (can be '', 'mod', 'readonly', or 'vendor')").str(), 1};
  return std::nullopt;
}

} // namespace

std::optional<CommandLineError> parseOptions(CommandSet command, llvm::ArrayRef<const char*> args,
                                             Options& options) {
  options.isRun = command == kRun;
  bool flagsEnded = false;
  const size_t count = args.size();
  if (std::optional<CommandLineError> error = takeGoFlags(command, options)) return error;
  while (!args.empty()) {
    llvm::StringRef word = args.front();
    const bool mayBeFlag = !flagsEnded && !(command == kRun && !options.files.empty());
    if (mayBeFlag && word == "--") {
      flagsEnded = true;
      args = args.drop_front();
      continue;
    }
    if (mayBeFlag && isFlag(word)) {
      if (args.size() != count && isChange(word))
        return usageError("invalid value \"" +
                          llvm::Twine(word.contains('=') ? word.split('=').second
                                      : args.size() > 1  ? args[1]
                                                         : "") +
                          "\" for flag -C: -C flag must be first flag on command line");
      if (std::optional<CommandLineError> error = takeFlag(command, args, options)) return error;
      continue;
    }
    // A program is made of the leading files, or of one package; the rest is for it.
    if (command == kRun && !options.files.empty() &&
        (options.namesPackages() || !word.ends_with(".go")))
      break;
    options.files.push_back(word.str());
    args = args.drop_front();
  }
  options.programArgs.assign(args.begin(), args.end());
  if (std::optional<CommandLineError> error = conclude(options)) return error;
  if (command == kClean) {
    if (!options.files.empty()) return usageError("clean takes no arguments");
    return std::nullopt;
  }
  if (command == kDoctest) {
    if (options.files.empty()) return usageError("no documents listed");
    return std::nullopt;
  }
  if (options.files.empty()) {
    if (command == kRun) return CommandLineError{"no go files listed", 1};
    options.files.push_back(".");
  }
  if (options.namesPackages()) return std::nullopt;
  for (const std::string& file : options.files)
    if (command == kRun && llvm::StringRef(file).ends_with("_test.go"))
      return CommandLineError{"cannot run *_test.go files (" + file + ")", 1};
  return std::nullopt;
}

std::vector<OptionHelp> optionsOf(CommandSet command) {
  std::vector<OptionHelp> options;
  for (const OptionInfo& option : kOptions) {
    if (!(option.commands & command)) continue;
    if (option.kind != Kind::Level)
      options.push_back({option.spelling.str(), option.help.str(), option.argument.str()});
    else
      for (char level : {'0', '1', '2', '3'})
        options.push_back({option.spelling.str() + level, option.help.str(), {}});
  }
  return options;
}

std::string describeOptions(CommandSet command) {
  std::string text;
  llvm::raw_string_ostream os(text);
  for (const OptionInfo& option : kOptions) {
    if (!(option.commands & command)) continue;
    std::string spelling = "-" + option.spelling.str();
    if (option.kind == Kind::Level) spelling += option.argument;
    if (option.kind == Kind::Text || option.kind == Kind::Number)
      spelling += " " + option.argument.str();
    os << "  " << llvm::left_justify(spelling, 18) << option.help << '\n';
  }
  return text;
}

} // namespace minigo
