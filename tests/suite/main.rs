//! The one test binary; this list is its table of contents.

// Clippy's own exemption reaches `#[test]` functions only, not what they call.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed"
)]

mod architecture;
mod command_line;
mod crash;
mod flows;
mod import;
mod index_file;
mod matching;
mod pty;
mod shipped_files;
mod store;
mod tidy;
