//! The binary: answers, exit codes, bad calls.
