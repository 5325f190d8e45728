// Control groups as /proc and /sys show them, in directories of their own.
#include "runtime/sched/cpu_quota.h"

#include "gtest/gtest.h"

#include <filesystem>
#include <fstream>

using mg::sched::processorsGranted;

namespace {

class CpuQuotaTest : public testing::Test {
protected:
  void SetUp() override { std::filesystem::create_directories(root_); }
  void TearDown() override { std::filesystem::remove_all(root_); }

  void write(const std::string& path, const std::string& text) {
    std::filesystem::path file = root_ + path;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
  }
  double granted() const { return processorsGranted(root_.c_str()); }

  std::string root_ = testing::TempDir() + "cpu quota " + std::to_string(getpid());
};

constexpr char kUnified[] =
    "23 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
    "31 23 0:28 / /sys/fs/cgroup rw,relatime shared:9 - cgroup2 cgroup2 rw,nsdelegate\n";

TEST_F(CpuQuotaTest, nothingIsMounted) {
  EXPECT_EQ(granted(), 0);
  write("/proc/self/cgroup", "0::/a\n");
  EXPECT_EQ(granted(), 0);
  write("/proc/self/mountinfo", kUnified);
  EXPECT_EQ(granted(), 0);
}

TEST_F(CpuQuotaTest, version2) {
  write("/proc/self/cgroup", "0::/user/a:b\n");
  write("/proc/self/mountinfo", kUnified);
  write("/sys/fs/cgroup/user/a:b/cpu.max", "150000 100000\n");
  EXPECT_EQ(granted(), 1.5);
  write("/sys/fs/cgroup/user/a:b/cpu.max", "max 100000\n");
  EXPECT_EQ(granted(), 0);
  write("/sys/fs/cgroup/user/a:b/cpu.max", "");
  EXPECT_EQ(granted(), 0);
  write("/sys/fs/cgroup/user/a:b/cpu.max", "150000 0\n");
  EXPECT_EQ(granted(), 0);
}

TEST_F(CpuQuotaTest, version2SeenFromAContainer) {
  write("/proc/self/cgroup", "0::/\n");
  write("/proc/self/mountinfo", kUnified);
  write("/sys/fs/cgroup/cpu.max", "400000 100000\n");
  EXPECT_EQ(granted(), 4);
}

constexpr char kVersion1[] =
    "32 31 0:29 /docker/7 /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n"
    "33 31 0:30 /docker/70 /sys/fs/cgroup/other rw - cgroup cgroup rw,cpu,cpuacct\n"
    "34 31 0:31 /docker/7 /sys/fs/cgroup/the\\040cpu rw - cgroup cgroup rw,cpuacct,cpu\n"
    "41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw\n";

TEST_F(CpuQuotaTest, version1GoesFirst) {
  write("/proc/self/cgroup", "9:cpuset:/\n4:cpuacct,cpu:/docker/7/in\n0::/x\n");
  write("/proc/self/mountinfo", kVersion1);
  write("/sys/fs/cgroup/unified/x/cpu.max", "100000 100000\n");
  write("/sys/fs/cgroup/the cpu/in/cpu.cfs_quota_us", "250000\n");
  EXPECT_EQ(granted(), 0);
  write("/sys/fs/cgroup/the cpu/in/cpu.cfs_period_us", "100000\n");
  EXPECT_EQ(granted(), 2.5);
  write("/sys/fs/cgroup/the cpu/in/cpu.cfs_quota_us", "-1\n");
  EXPECT_EQ(granted(), 0);
}

TEST_F(CpuQuotaTest, brokenFiles) {
  write("/proc/self/cgroup", "\n:\n::\n0\n0:\n4:cpu,:/\n");
  write("/proc/self/mountinfo",
        "\n - \n - cgroup\n1 2 - cgroup cgroup cpu\n / / - cgroup cgroup rw,cpu\n" +
            std::string(20000, 'x') + " - cgroup cgroup cpu\n");
  EXPECT_EQ(granted(), 0);
  write("/proc/self/cgroup", "4:cpu:" + std::string(9000, '/') + "\n");
  EXPECT_EQ(granted(), 0);
}

} // namespace
