//! The order of references, in which rows stand, and the groups that a typed word means.

use super::{
    Index,
    columns::{Row, group_bit},
    sound,
};
use crate::domain::group::Group;
use crate::text::Lang;

/// Everyday words for groups beside their terms.
const GROUP_WORDS: [(&str, Group); 8] = [
    ("退伍兵", Group::Veteran),
    ("退伍军人", Group::Veteran),
    ("贫困户", Group::RegisteredPoor),
    ("残障", Group::Disabled),
    ("低保户", Group::LowIncome),
    ("4050", Group::Age4050),
    ("大学生", Group::Graduate),
    ("失业", Group::Unemployed),
];

impl Index {
    /// The laid-out rows whose reference begins so; rows stand in the order of references.
    pub(super) fn reference_range(&self, text: &str) -> (Row, Row) {
        let cut = |row: Row| {
            let reference = self.columns.references.get(row).as_bytes();
            &reference[..reference.len().min(text.len())]
        };
        let point = |before: &dyn Fn(&[u8]) -> bool| {
            let (mut low, mut high) = (0, self.laid_out);
            while low < high {
                let middle = low + (high - low) / 2;
                if before(cut(middle)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            low
        };
        (
            point(&|head| head < text.as_bytes()),
            point(&|head| head <= text.as_bytes()),
        )
    }

    pub(super) fn reference_rank(&self, row: Row, text: &str) -> u8 {
        if self.columns.references.get(row) == text {
            sound::EXACT
        } else {
            sound::PINYIN_INFIX
        }
    }

    /// Where a row stands among the references; a row changed since the layout stands where its
    /// reference would.
    pub(super) fn place(&self, row: Row) -> (Row, Row) {
        if row < self.laid_out {
            return (row, Row::MAX);
        }
        let reference = self.columns.references.get(row);
        let (mut low, mut high) = (0, self.laid_out);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.columns.references.get(middle) < reference {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        (low, row)
    }
}

/// The groups that a typed word means.
pub(super) fn group_bits(word: &str) -> u64 {
    let by_term = Group::ALL
        .iter()
        .filter(|g| g.label(Lang::Zh).contains(word) || g.short_zh().contains(word))
        .copied();
    let by_word = GROUP_WORDS.iter().filter(|(w, _)| *w == word);
    let named: Vec<Group> = by_term.chain(by_word.map(|(_, g)| *g)).collect();
    let within = Group::ALL
        .iter()
        .filter(|g| named.iter().any(|wide| g.is_within(*wide)));
    within.fold(0, |bits, g| bits | group_bit(*g))
}
