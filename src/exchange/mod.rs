//! Sheets in, logs out: rows to records with every fix named, records to CSV, XLSX, JSON and HTML.
//!
//! Absent on purpose: paths, the database and the clock. Bytes come in and values go out, or the
//! other way round; `office` reads and writes the files and says which day it is.
//!
//! A file goes [`source::open`] → [`people::read`] (or `courses`, `vacancies`, `contacts`) →
//! [`report::Import`]. Nothing is dropped in silence: rows = accepted + fixed + rejected +
//! duplicates + skipped.

mod cells;
mod clean;
pub mod columns;
pub mod contacts;
pub mod courses;
pub mod daylog;
pub mod export;
pub mod json;
pub mod ledger;
mod offers;
pub mod people;
pub mod rejects;
pub mod report;
pub mod sheet;
pub mod source;
mod table;
pub mod vacancies;
pub mod vocabulary;
pub use offers::KnownRecords;
