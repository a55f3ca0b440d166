//! The command line: grammar, use cases, text or JSON. Nothing is decided here.
