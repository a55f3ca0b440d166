//! The facts and the demo office that the program ships: `seed-data/` read into domain values, problems with file and line.
//!
//! Everything is embedded, so that the program is one file that needs no network. A row that can't
//! be read is left out and reported by [`problems`]; the rest of its file counts.
//!
//! Absent on purpose: reading other people's files (`exchange`), understanding wishes and
//! requirements (`matching`), and writing anything anywhere.

pub mod demo;
pub mod groups;
pub mod origins;
pub mod places;
pub mod problem;
pub mod schooling;
pub mod tables;
mod tsv;
pub mod work_status;

pub use problem::{Fault, Problem};

/// Everything that is wrong with the shipped files; empty in a sound build.
pub fn problems() -> Vec<Problem> {
    [
        groups::problems(),
        schooling::problems(),
        work_status::problems(),
        places::problems(),
        origins::problems(),
        demo::problems(),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_shipped_row_is_read() {
        let problems = super::problems();
        assert!(problems.is_empty(), "{problems:#?}");
    }
}
