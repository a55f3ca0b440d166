//! Search and fit over the demo office.
