//! What a scope and a word mean in the closed lists: kinds of terms, groups.

use super::{columns::group_bit, terms::TermKind};
use crate::domain::group::Group;
use crate::matching::query::Scope;
use crate::text::Lang;

/// Everyday words for groups beside their terms.
pub(super) const GROUP_WORDS: [(&str, Group); 8] = [
    ("退伍兵", Group::Veteran),
    ("退伍军人", Group::Veteran),
    ("贫困户", Group::RegisteredPoor),
    ("残障", Group::Disabled),
    ("低保户", Group::LowIncome),
    ("4050", Group::Age4050),
    ("大学生", Group::Graduate),
    ("失业", Group::Unemployed),
];

/// The kinds of terms that a scope asks.
pub(super) fn term_kinds(scope: Scope) -> u8 {
    match scope {
        Scope::Any => u8::MAX,
        Scope::Place => TermKind::PLACES
            .iter()
            .fold(TermKind::Address.bit(), |b, k| b | k.bit()),
        Scope::Town => TermKind::Town.bit(),
        Scope::Village => TermKind::Village.bit(),
        Scope::Wish => TermKind::Wish.bit(),
        Scope::Cert => TermKind::Cert.bit(),
        Scope::Name => 0,
    }
}

/// The groups that a typed word means.
pub(super) fn group_bits(word: &str) -> u64 {
    let by_term = Group::ALL
        .iter()
        .filter(|g| {
            word.chars().count() >= 2
                && (g.label(Lang::Zh).contains(word) || g.short_zh().contains(word))
        })
        .copied();
    let by_word = GROUP_WORDS.iter().filter(|(w, _)| *w == word);
    let named: Vec<Group> = by_term.chain(by_word.map(|(_, g)| *g)).collect();
    let within = Group::ALL
        .iter()
        .filter(|g| named.iter().any(|wide| g.is_within(*wide)));
    within.fold(0, |bits, g| bits | group_bit(*g))
}
