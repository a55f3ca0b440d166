//! Kills while logging.
