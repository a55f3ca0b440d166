//! An offer held against a person: three values, every reason, the question that would settle it.
