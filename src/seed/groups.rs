//! Roster labels of groups (人员类别): 低保, 登失, 退伍兵 → the group they mean.

use super::{
    problem::Problem,
    tables,
    tsv::{Aliases, Source},
};
use crate::{domain::group::Group, text::Lang};
use std::sync::LazyLock;

static ALIASES: LazyLock<Aliases<Group>> = LazyLock::new(|| {
    let source = Source {
        file: "codes/group-aliases.tsv",
        text: tables::GROUP_ALIASES,
    };
    let mut aliases = Aliases::read(source, "group", Group::parse);
    for group in Group::ALL.iter().copied() {
        aliases.add(group.code(), group);
        aliases.add(group.label(Lang::Zh), group);
        aliases.add(group.label(Lang::En), group);
        aliases.add(group.short_zh(), group);
    }
    aliases
});

/// The group that a label means: a document's term, its short form, its code, or what townships
/// write. `None` where the label is not known; it is never guessed.
pub fn alias(label: &str) -> Option<Group> {
    Group::parse(label)
        .or_else(|| ALIASES.get(label))
        .or_else(|| {
            Group::ALL
                .iter()
                .copied()
                .find(|group| group.short_zh() == label.trim())
        })
}

/// What is wrong with the table.
pub(super) fn problems() -> Vec<Problem> {
    ALIASES.problems.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_as_townships_write_them() {
        for (label, group) in [
            ("贫困户", Group::RegisteredPoor),
            ("建档立卡", Group::RegisteredPoor),
            ("退伍兵", Group::Veteran),
            ("残障", Group::Disabled),
            ("低保", Group::LowIncome),
            ("低保家庭", Group::LowIncome),
            ("4050", Group::Age4050),
            ("４０５０人员", Group::Age4050),
            ("登失", Group::RegisteredUnemployed),
            ("登记失业", Group::RegisteredUnemployed),
            ("城乡未继续升学初高中毕业生", Group::YouthNotInSchool),
            ("“两后生”", Group::YouthNotInSchool),
            ("转业军官", Group::VeteranOfficer),
            ("视障", Group::Disabled),
        ] {
            assert_eq!(alias(label), Some(group), "{label}");
        }
        for unknown in ["", "党员", "低保边缘", "五保户"] {
            assert_eq!(alias(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn every_group_is_known_by_its_own_words() {
        for group in Group::ALL.iter().copied() {
            for word in [group.code(), group.label(Lang::Zh), group.short_zh()] {
                assert_eq!(alias(word), Some(group), "{word}");
            }
        }
    }
}
