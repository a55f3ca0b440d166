//! The only crossterm: session, input, event loop.
