//! Roster words for schooling (文化程度): 中技, 高职, 大学本科毕业 → the level they mean.

use super::{
    problem::Problem,
    tables,
    tsv::{Aliases, Source},
};
use crate::domain::person::Schooling;
use std::sync::LazyLock;

static ALIASES: LazyLock<Aliases<Schooling>> = LazyLock::new(|| {
    let source = Source {
        file: "codes/schooling-aliases.tsv",
        text: tables::SCHOOLING_ALIASES,
    };
    Aliases::read(source, "schooling", Schooling::parse)
});

/// The level that words mean. 肄业 and ranges (初中及以下) are not known: they leave the level open.
pub fn alias(words: &str) -> Option<Schooling> {
    ALIASES.get(words).or_else(|| Schooling::parse(words))
}

/// What is wrong with the table.
pub(super) fn problems() -> Vec<Problem> {
    ALIASES.problems.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_as_rosters_hold_them() {
        for (words, value) in [
            ("中技", Some(Schooling::Vocational)),
            ("高职", Some(Schooling::College)),
            ("大专 (高职)", Some(Schooling::College)),
            ("大学本科毕业", Some(Schooling::Bachelor)),
            ("普高", Some(Schooling::Senior)),
            ("初中", Some(Schooling::Junior)),
            ("71", Some(Schooling::Junior)),
            ("初中肄业", None),
            ("初中及以下", None),
            ("", None),
        ] {
            assert_eq!(alias(words), value, "{words}");
        }
    }
}
