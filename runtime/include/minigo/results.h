// What a function with several results returns: an aggregate whose fields are r0, r1, … in order.
//   auto [n, err] = go::fmt::Println(args);
#pragma once

namespace mg {

template <class... T>
struct Results;

template <class A>
struct Results<A> {
  A r0;
};
template <class A, class B>
struct Results<A, B> {
  A r0;
  B r1;
};
template <class A, class B, class C>
struct Results<A, B, C> {
  A r0;
  B r1;
  C r2;
};
template <class A, class B, class C, class D>
struct Results<A, B, C, D> {
  A r0;
  B r1;
  C r2;
  D r3;
};
template <class A, class B, class C, class D, class E>
struct Results<A, B, C, D, E> {
  A r0;
  B r1;
  C r2;
  D r3;
  E r4;
};
template <class A, class B, class C, class D, class E, class F>
struct Results<A, B, C, D, E, F> {
  A r0;
  B r1;
  C r2;
  D r3;
  E r4;
  F r5;
};
template <class A, class B, class C, class D, class E, class F, class G>
struct Results<A, B, C, D, E, F, G> {
  A r0;
  B r1;
  C r2;
  D r3;
  E r4;
  F r5;
  G r6;
};
template <class A, class B, class C, class D, class E, class F, class G, class H>
struct Results<A, B, C, D, E, F, G, H> {
  A r0;
  B r1;
  C r2;
  D r3;
  E r4;
  F r5;
  G r6;
  H r7;
};

} // namespace mg
