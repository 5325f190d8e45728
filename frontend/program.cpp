#include "frontend/program.h"

namespace minigo {

Program::Program()
    : constants(std::make_unique<ConstantPool>()),
      types(std::make_unique<TypeContext>(arena, *constants, sources)) {}

Program::~Program() = default;

} // namespace minigo
