//! Choosing groups: by digit among the usual ones, or by the initials of their names.

use super::{
    Register,
    fields::{GROUP_LINES, GROUPS},
    follow::numbered,
    words,
};
use crate::{
    domain::group::{Group, Membership},
    text::Lang,
    ui::{cx::Cx, notice::Notice, screen::Step, words::initials::initials},
};

/// What the counters meet most, by digit.
const USUAL: [Group; 9] = [
    Group::YouthNotInSchool,
    Group::RuralLabour,
    Group::RegisteredUnemployed,
    Group::HardToEmploy,
    Group::Veteran,
    Group::Disabled,
    Group::Graduate,
    Group::MigrantWorker,
    Group::OutOfPoverty,
];

/// The groups that letters or characters mean, the best first; the usual ones where nothing stands
/// there.
pub(super) fn meant(text: &str) -> Vec<Group> {
    let typed = text.trim().to_lowercase();
    if typed.is_empty() {
        return USUAL.to_vec();
    }
    let rank = |group: &Group| -> Option<u8> {
        let names = [group.short_zh(), group.label(Lang::Zh)];
        let letters = names.map(|name| initials(name).replace(' ', ""));
        let english = group.label(Lang::En).to_lowercase();
        if names.iter().any(|name| *name == typed) {
            Some(0)
        } else if letters.contains(&typed) {
            Some(1)
        } else if names.iter().any(|name| name.starts_with(&typed))
            || letters.iter().any(|l| l.starts_with(&typed))
        {
            Some(2)
        } else if names.iter().any(|name| name.contains(&typed))
            || english.starts_with(&typed)
            || letters.iter().any(|l| l.contains(&typed))
        {
            Some(3)
        } else {
            None
        }
    };
    let mut found: Vec<(u8, Group)> = Group::ALL
        .iter()
        .filter_map(|group| Some((rank(group)?, *group)))
        .collect();
    found.sort();
    found.into_iter().take(9).map(|(_, group)| group).collect()
}

/// What stands below the field.
pub(super) fn choices(lang: Lang, text: &str, full: bool) -> String {
    if full {
        return words::groups_full(lang).into_owned();
    }
    let found = meant(text);
    if found.is_empty() {
        return words::groups_none(lang, text).into_owned();
    }
    let names = found.iter().map(|group| match lang {
        Lang::Zh => group.short_zh(),
        Lang::En => group.label(lang),
    });
    let list = numbered(names);
    if text.is_empty() {
        words::groups_hint(lang, &list).into_owned()
    } else {
        words::pick(lang, &list).into_owned()
    }
}

impl Register {
    /// Adds a group, or takes it away where it is chosen already.
    pub(super) fn choose_group(&mut self, group: Group, cx: &Cx<'_>) -> Step {
        let mut lines: Vec<String> = GROUP_LINES
            .iter()
            .take(self.groups.len())
            .map(|line| self.form.value(line))
            .collect();
        match self.groups.iter().position(|m| m.group == group) {
            Some(at) => {
                self.groups.remove(at);
                lines.remove(at);
            }
            None if self.groups.len() == GROUP_LINES.len() => {
                return Step::say(Notice::info(words::groups_full(cx.lang)));
            }
            None => {
                self.groups.push(Membership::undated(group));
                lines.push(String::new());
            }
        }
        self.by_hand.insert(GROUPS);
        for (at, name) in GROUP_LINES.iter().enumerate() {
            if let Some(field) = self.form.field_mut(name) {
                field.set(lines.get(at).map_or("", String::as_str));
            }
            if at < lines.len() {
                self.by_hand.insert(name);
            } else {
                self.by_hand.remove(name);
            }
        }
        if let Some(field) = self.form.field_mut(GROUPS) {
            field.set("");
        }
        self.changed(GROUPS, cx)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_by_their_initials() {
        for (typed, group) in [
            ("lhs", Group::YouthNotInSchool),
            ("LHS", Group::YouthNotInSchool),
            ("两后", Group::YouthNotInSchool),
            ("jdlk", Group::RegisteredPoor),
            ("cjr", Group::Disabled),
            ("tyjr", Group::Veteran),
            ("dbjt", Group::LowIncome),
        ] {
            assert_eq!(meant(typed).first(), Some(&group), "{typed}");
        }
        assert!(meant("xyzq").is_empty());
        assert_eq!(meant("")[0], Group::YouthNotInSchool);
        for group in Group::ALL {
            assert!(
                !initials(group.short_zh()).contains('?'),
                "{}",
                group.short_zh()
            );
        }
    }
}
