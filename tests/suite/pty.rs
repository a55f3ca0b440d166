//! The binary in a pseudo-terminal.
