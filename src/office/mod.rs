//! One function per thing a clerk can do: rights → store → index → answer. Screen and command line
//! call nothing else, so that both agree and rights are checked once.

mod files;
mod moment;
mod rights;

pub use moment::Moment;
