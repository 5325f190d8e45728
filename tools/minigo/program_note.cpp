#include "tools/minigo/program_note.h"

#include "frontend/frontend.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MathExtras.h"
#include "llvm/Support/MemoryBuffer.h"

#include <cstring>
#include <elf.h>

namespace minigo {
namespace {

constexpr llvm::StringLiteral kOwner = "minigo"; // of the note
constexpr unsigned kType = 1;

std::string bytes(llvm::StringRef text) {
  std::string list;
  for (const char c : text)
    list += std::to_string(uint8_t(c)) + ",";
  return list + "0";
}

// The content of our note in a segment of notes; empty if there is none.
llvm::StringRef findNote(llvm::StringRef notes) {
  while (notes.size() >= sizeof(Elf64_Nhdr)) {
    Elf64_Nhdr header;
    std::memcpy(&header, notes.data(), sizeof header);
    notes = notes.drop_front(sizeof header);
    const uint64_t nameSize = llvm::alignTo(header.n_namesz, 4);
    const uint64_t size = nameSize + llvm::alignTo(header.n_descsz, 4);
    if (size > notes.size()) break;
    if (header.n_type == kType && notes.starts_with(kOwner) && header.n_namesz == kOwner.size() + 1)
      return notes.substr(nameSize, header.n_descsz);
    notes = notes.drop_front(size);
  }
  return {};
}

} // namespace

std::string programNoteText(llvm::StringRef path) {
  return "\t.section .note.minigo,\"a\",@note\n\t.balign 4\n\t.long " +
         std::to_string(kOwner.size() + 1) + ", 2f-1f, " + std::to_string(kType) + "\n\t.byte " +
         bytes(kOwner) + "\n\t.balign 4\n1:\t.byte " + bytes(MINIGO_VERSION) + "\n\t.byte " +
         bytes(path) + "\n2:\t.balign 4\n";
}

std::optional<ProgramNote> readProgramNote(const std::string& file) {
  if (!llvm::sys::fs::is_regular_file(file)) return std::nullopt;
  auto buffer = llvm::MemoryBuffer::getFile(file, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!buffer) return std::nullopt;
  const llvm::StringRef text = (*buffer)->getBuffer();
  Elf64_Ehdr header;
  if (!text.starts_with(ELFMAG) || text.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, text.data(), sizeof header);
  for (unsigned i = 0; i < header.e_phnum; ++i) {
    Elf64_Phdr segment;
    const uint64_t at = header.e_phoff + uint64_t(i) * sizeof segment;
    if (at > text.size() || text.size() - at < sizeof segment) break;
    std::memcpy(&segment, text.data() + at, sizeof segment);
    if (segment.p_type != PT_NOTE) continue;
    const llvm::StringRef note = findNote(text.substr(segment.p_offset, segment.p_filesz));
    if (note.empty()) continue;
    const auto [version, rest] = note.split('\0');
    return ProgramNote{version.str(), rest.split('\0').first.str()};
  }
  return std::nullopt;
}

} // namespace minigo
