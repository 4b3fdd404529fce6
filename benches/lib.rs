//! Nothing: the benchmarks stand in `native.rs`.
