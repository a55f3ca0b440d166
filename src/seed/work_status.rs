//! Roster words for the employment state (就业状态): 在岗, 打散工, 登失 → the state they mean.

use super::{
    problem::Problem,
    tables,
    tsv::{Aliases, Source},
};
use crate::domain::person::WorkStatus;
use std::sync::LazyLock;

static ALIASES: LazyLock<Aliases<WorkStatus>> = LazyLock::new(|| {
    let source = Source {
        file: "codes/work-status-aliases.tsv",
        text: tables::WORK_STATUS_ALIASES,
    };
    Aliases::read(source, "status", WorkStatus::parse)
});

/// The state that words mean; 务农 and the like are no state of the counter and stay unknown.
pub fn alias(words: &str) -> Option<WorkStatus> {
    ALIASES.get(words).or_else(|| WorkStatus::parse(words))
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
            ("外出务工", Some(WorkStatus::Employed)),
            ("打散工", Some(WorkStatus::Flexible)),
            ("个体户", Some(WorkStatus::SelfEmployed)),
            ("登失", Some(WorkStatus::RegisteredUnemployed)),
            ("失业（未登记）", Some(WorkStatus::NotWorking)),
            ("在校", Some(WorkStatus::InSchool)),
            ("灵活就业", Some(WorkStatus::Flexible)),
            ("务农", None),
            ("", None),
        ] {
            assert_eq!(alias(words), value, "{words}");
        }
    }
}
