//! Sheets in, every row accounted for.
