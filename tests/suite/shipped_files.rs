//! Key files, seed data and manifest as shipped.
