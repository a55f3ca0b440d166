//! The one test binary; this list is its table of contents.

mod architecture;
mod command_line;
mod crash;
mod flows;
mod import;
mod matching;
mod pty;
mod shipped_files;
mod store;
mod tidy;
