#include "runtime/sched/cpu_quota.h"

#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace mg::sched {

namespace {

// Paths and lines that are longer than these count as absent.
constexpr size_t kLine = 2 * PATH_MAX;

struct Group {
  bool isUnified = false; // of version 2
  char path[PATH_MAX] = "";
};

class Lines {
public:
  Lines(const char* root, const char* name) {
    char path[PATH_MAX];
    if (size_t(snprintf(path, sizeof path, "%s%s", root, name)) < sizeof path)
      file_ = fopen(path, "re");
  }
  ~Lines() {
    if (file_) fclose(file_);
  }
  // Without its end, null behind the last one.
  char* next() {
    if (!file_ || !fgets(line_, sizeof line_, file_)) return nullptr;
    line_[strcspn(line_, "\n")] = 0;
    return line_;
  }

private:
  FILE* file_ = nullptr;
  char line_[kLine];
};

// Whether "cpu" is in a list like "cpu,cpuacct".
bool hasCpu(const char* list) {
  for (const char* at = list; *at;) {
    size_t length = strcspn(at, ",");
    if (length == 3 && !strncmp(at, "cpu", 3)) return true;
    at += length;
    if (*at) ++at;
  }
  return false;
}

void copyPath(char (&to)[PATH_MAX], const char* from) {
  if (strlen(from) < PATH_MAX) strcpy(to, from);
}

// /proc/self/cgroup: "4:cpu,cpuacct:/path" for each controller of version 1, "0::/path".
Group findGroup(const char* root) {
  Group group;
  for (Lines lines(root, "/proc/self/cgroup"); char* line = lines.next();) {
    char* controllers = strchr(line, ':');
    char* path = controllers ? strchr(++controllers, ':') : nullptr;
    if (!path) continue;
    *path++ = 0;
    if (hasCpu(controllers)) {
      group.isUnified = false;
      copyPath(group.path, path);
      break;
    }
    if (*controllers == 0) {
      group.isUnified = true;
      copyPath(group.path, path);
    }
  }
  return group;
}

// Spaces and the like are written as \040 in mountinfo.
void unescape(char* text) {
  char* to = text;
  for (const char* at = text; *at; ++to) {
    unsigned code;
    if (*at == '\\' && sscanf(at + 1, "%3o", &code) == 1) {
      *to = char(code);
      at += 4;
    } else {
      *to = *at++;
    }
  }
  *to = 0;
}

// The group's directory, by /proc/self/mountinfo:
//   31 23 0:28 <root of the mount> <mount point> <options>… - <type> <source> <options of the file
//   system>
bool findDirectory(const char* root, const Group& group, char (&directory)[kLine]) {
  for (Lines lines(root, "/proc/self/mountinfo"); char* line = lines.next();) {
    char* type = strstr(line, " - ");
    if (!type) continue;
    *type = 0;
    char kind[16], options[256], mountRoot[PATH_MAX], point[PATH_MAX];
    if (sscanf(type + 3, "%15s %*s %255s", kind, options) != 2) continue;
    if (group.isUnified ? strcmp(kind, "cgroup2") != 0
                        : strcmp(kind, "cgroup") != 0 || !hasCpu(options))
      continue;
    static_assert(PATH_MAX == 4096);
    if (sscanf(line, "%*s %*s %*s %4095s %4095s", mountRoot, point) != 2) continue;
    unescape(mountRoot);
    unescape(point);
    // Seen from a container, the mount begins at its group.
    const char* below = group.path;
    size_t length = strcmp(mountRoot, "/") ? strlen(mountRoot) : 0;
    if (strncmp(below, mountRoot, length) != 0 || (below[length] && below[length] != '/')) continue;
    return size_t(snprintf(directory, kLine, "%s%s", point, below + length)) < kLine;
  }
  return false;
}

// The numbers in a file, "max" and what else is no number as -1. Returns how many were read.
int readNumbers(const char* root, const char* directory, const char* name, double (&to)[2]) {
  char path[kLine];
  if (size_t(snprintf(path, sizeof path, "%s/%s", directory, name)) >= sizeof path) return 0;
  Lines lines(root, path);
  char* line = lines.next();
  if (!line) return 0;
  int count = 0;
  for (char *rest, *word = strtok_r(line, " ", &rest); word && count < 2;
       word = strtok_r(nullptr, " ", &rest)) {
    char* end;
    double value = strtod(word, &end);
    to[count++] = end != word && *end == 0 ? value : -1;
  }
  return count;
}

} // namespace

double processorsGranted(const char* root) {
  Group group = findGroup(root);
  char directory[kLine];
  if (!group.path[0] || !findDirectory(root, group, directory)) return 0;
  double quota[2], period[2];
  if (group.isUnified) {
    if (readNumbers(root, directory, "cpu.max", quota) != 2) return 0;
    period[0] = quota[1];
  } else if (readNumbers(root, directory, "cpu.cfs_quota_us", quota) != 1 ||
             readNumbers(root, directory, "cpu.cfs_period_us", period) != 1) {
    return 0;
  }
  return quota[0] > 0 && period[0] > 0 ? quota[0] / period[0] : 0;
}

} // namespace mg::sched
