//! People found from scraps, wishes understood, requirements read, offers held against people. Pure: no I/O, no clock, no SQL.
