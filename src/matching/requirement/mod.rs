//! A clerk's text → conditions, each with the words it came from; what was not understood stays visible.
