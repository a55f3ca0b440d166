//! House rules: file sizes, module docs, words used.
