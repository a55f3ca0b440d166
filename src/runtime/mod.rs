//! Asks carried out: threads, the inline runner for tests, the clock.
