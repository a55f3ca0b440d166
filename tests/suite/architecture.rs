//! Layers hold: reads the `use` lines.
