//! Keys in, screen out, one file per counter task.
