// Maps against a model, and what the language says about changing a map while ranging over it.
#include "test/runtime/describe.h"
#include "test/runtime/in_goroutine.h"

#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <set>
#include <string>
#include <unordered_map>

using namespace mg;

namespace {

const Type mapIntInt = describe::map(type_int, type_int, "map[int]int"_s);
const Type mapInt32Int = describe::map(type_int32, type_int, "map[int32]int"_s);
const Type mapInt8Int = describe::map(type_int8, type_int, "map[int8]int"_s);
const Type mapStringInt = describe::map(type_string, type_int, "map[string]int"_s);
const Type mapFloatInt = describe::map(type_float64, type_int, "map[float64]int"_s);
const Type mapAnyInt = describe::map(type_any, type_int, "map[interface {}]int"_s);
const Type emptyStruct = describe::plain(Kind::Struct, 0, "struct {}"_s, kComparable | kNoPointers);
const Type mapIntEmpty = describe::map(type_int, emptyStruct, "map[int]struct {}"_s);
struct Empty {
  Byte none[0];
};

template <class K, class MakeKey>
void compareWithModel(const Type& type, Int range, const MakeKey& makeKey) {
  std::mt19937 random(7);
  std::unordered_map<Int, Int> model;
  auto map = makeMap<K, Int>(type);
  for (int step = 0; step < 60000; ++step) {
    Int n = Int(random() % Uint64(range));
    K key = makeKey(n);
    switch (random() % 4) {
    case 0:
      model.erase(n);
      map.erase(key);
      break;
    case 1: {
      auto [value, ok] = map.find(key);
      EXPECT_EQ(ok, model.count(n) == 1);
      EXPECT_EQ(value, ok ? model[n] : 0);
      break;
    }
    default: model[n] = step; map.slot(key) = step;
    }
    ASSERT_EQ(map.len(), Int(model.size()));
  }
  Int seen = 0;
  Int sum = 0;
  for (MapIter<K, Int> it(map); it.next(); ++seen)
    sum += it.elem();
  Int expected = 0;
  for (auto& [key, value] : model)
    expected += value;
  EXPECT_EQ(seen, map.len());
  EXPECT_EQ(sum, expected);
}

TEST(Map, AgreesWithModel) {
  compareWithModel<Int>(mapIntInt, 5000, [](Int n) { return n * 1000003; });
  compareWithModel<Int>(mapIntInt, 6, [](Int n) { return n; });
  compareWithModel<Int32>(mapInt32Int, 300, [](Int n) { return Int32(-n); });
  compareWithModel<Int8>(mapInt8Int, 200, [](Int n) { return Int8(n); });
  compareWithModel<String>(mapStringInt, 3000, [](Int n) {
    std::string text = std::string(size_t(n % 40), 'k') + std::to_string(n);
    return mg::toString(toBytes(String(text.data(), Int(text.size()))));
  });
  compareWithModel<Float64>(mapFloatInt, 700, [](Int n) { return Float64(n) / 3; });
  compareWithModel<Any>(mapAnyInt, 700, [](Int n) {
    return n % 2 ? toAny(type_int, n) : toAny(type_float64, Float64(n));
  });
}

TEST(Map, NilMapReadsAsEmpty) {
  Map<Int, Int> map;
  EXPECT_EQ(map.len(), 0);
  EXPECT_EQ(map.get(1), 0);
  EXPECT_FALSE(map.find(1).r1);
  map.erase(1);
  map.clear();
  MapIter<Int, Int> it(map);
  EXPECT_FALSE(it.next());
}

TEST(Map, ElementsOfNoSize) {
  auto set = makeMap<Int, Empty>(mapIntEmpty, 100);
  for (Int i = 0; i < 1000; ++i)
    set.slot(i);
  EXPECT_EQ(set.len(), 1000);
  EXPECT_TRUE(set.find(999).r1);
  EXPECT_FALSE(set.find(1000).r1);
}

TEST(Map, ZerosAreOneKeyAndNansAreMany) {
  auto map = makeMap<Float64, Int>(mapFloatInt);
  map.slot(0.0) = 1;
  map.slot(-0.0) = 2;
  EXPECT_EQ(map.len(), 1);
  EXPECT_EQ(map.get(0.0), 2);
  MapIter<Float64, Int> first(map);
  ASSERT_TRUE(first.next());
  EXPECT_TRUE(std::signbit(first.key())); // the key of the last assignment stays
  for (int i = 0; i < 100; ++i)
    map.slot(NAN) = i;
  EXPECT_EQ(map.len(), 101);
  EXPECT_FALSE(map.find(NAN).r1);
  map.erase(NAN);
  EXPECT_EQ(map.len(), 101);
  std::set<Int> values;
  for (MapIter<Float64, Int> it(map); it.next();)
    if (it.key() != it.key()) values.insert(it.elem());
  EXPECT_EQ(values.size(), 100u);
  map.clear();
  EXPECT_EQ(map.len(), 0);
}

TEST(Map, DeletedEntriesDoNotCome) {
  auto map = makeMap<Int, Int>(mapIntInt);
  for (Int i = 0; i < 500; ++i)
    map.slot(i) = i;
  std::set<Int> deleted;
  Int seen = 0;
  for (MapIter<Int, Int> it(map); it.next(); ++seen) {
    Int key = it.key();
    EXPECT_FALSE(deleted.count(key));
    Int victim = (key + 250) % 500;
    map.erase(victim);
    deleted.insert(victim);
  }
  EXPECT_EQ(seen, Int(500 - (deleted.size() - size_t(seen - map.len()))));
}

// Growing moves all entries; still each comes once, with its newest element.
TEST(Map, EntriesComeOnceWhileTheMapGrows) {
  for (Int start : {4, 8, 100}) {
    auto map = makeMap<Int, Int>(mapIntInt);
    for (Int i = 0; i < start; ++i)
      map.slot(i) = 0;
    std::multiset<Int> seen;
    Int next = 1000;
    for (MapIter<Int, Int> it(map); it.next();) {
      Int key = it.key();
      seen.insert(key);
      if (key < start) {
        EXPECT_EQ(it.elem(), Int(seen.size() > 1)) << "the newest element";
      }
      for (Int i = 0; i < start; ++i)
        map.slot(i) = 1;
      for (int i = 0; i < 50 && next < 4000; ++i)
        map.slot(next++) = 1;
    }
    for (Int i = 0; i < start; ++i)
      EXPECT_EQ(seen.count(i), 1u);
    for (Int key : seen)
      EXPECT_EQ(seen.count(key), 1u);
  }
}

TEST(Map, NansComeOnceWhileTheMapGrows) {
  auto map = makeMap<Float64, Int>(mapFloatInt);
  for (Int i = 0; i < 8; ++i)
    map.slot(NAN) = i;
  std::multiset<Int> seen;
  for (MapIter<Float64, Int> it(map); it.next();) {
    if (it.key() != it.key()) seen.insert(it.elem());
    for (Int i = 0; i < 100; ++i)
      map.slot(Float64(i)) = 0;
  }
  EXPECT_EQ(seen.size(), 8u);
}

TEST(Map, ClearEndsTheWalk) {
  auto map = makeMap<Int, Int>(mapIntInt);
  for (Int i = 0; i < 100; ++i)
    map.slot(i) = i;
  Int seen = 0;
  for (MapIter<Int, Int> it(map); it.next(); ++seen)
    map.clear();
  EXPECT_EQ(seen, 1);
  EXPECT_EQ(map.len(), 0);
}

TEST(Map, OrderDiffers) {
  auto map = makeMap<Int, Int>(mapIntInt);
  for (Int i = 0; i < 8; ++i)
    map.slot(i) = i;
  std::set<Int> firsts;
  for (int i = 0; i < 200; ++i) {
    MapIter<Int, Int> it(map);
    ASSERT_TRUE(it.next());
    firsts.insert(it.key());
  }
  EXPECT_EQ(firsts.size(), 8u);
}

// Deleting and inserting for ever does not let the table grow.
TEST(Map, ChurnKeepsItsSize) {
  auto map = makeMap<Int, Int>(mapIntInt);
  for (Int i = 0; i < 200000; ++i) {
    map.slot(i) = i;
    if (i >= 100) map.erase(i - 100);
  }
  EXPECT_EQ(map.len(), 100);
  Uintptr size = *reinterpret_cast<Uintptr*>(map.raw->table); // number of groups minus one
  EXPECT_LE(size, 63u);
}

} // namespace
