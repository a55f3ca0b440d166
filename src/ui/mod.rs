//! The screens: state, update, view. Never sees store, runtime, files, crossterm or the clock.
