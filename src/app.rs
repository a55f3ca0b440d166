//! Composition root: paths, settings, keys, store, runtime and terminal put together.
