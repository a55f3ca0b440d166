//! Whether somebody was seen before: who on the register may be the same person, and on what ground.
//!
//! Absent on purpose: a score. A name alone is no ground; a phone alone is a hint, because children
//! carry a parent's.

use super::{
    labels::labels,
    person::{Person, PersonSummary},
};

labels! {
    /// A ground on which two records may be one person; the strongest first.
    pub enum Ground {
        SameId = "same_id", ' ', "证号相同", "Same id number";
        NearId = "near_id", ' ', "证号只差末位", "Id numbers differ in the last character only";
        SameDoubtfulId = "same_doubtful_id", ' ', "待核证号相同", "Same number to be verified";
        NameAndBirth = "name_birth", ' ', "同名、出生日期相同", "Same name and birth date";
        SoundAndBirth = "sound_birth", ' ', "名字同音、出生日期相同", "Name sounds alike, same birth date";
        NameAndPhone = "name_phone", ' ', "名字同音、电话相同", "Name sounds alike, same phone";
        SoundAndYear = "sound_year", ' ', "名字同音、同年出生", "Name sounds alike, born in the same year";
        SoundAndTown = "sound_town", ' ', "名字同音、同镇街", "Name sounds alike, same town";
        Phone = "phone", ' ', "电话相同（可能是家人的号码）", "Same phone (it may be a relative's)";
    }
}

impl Ground {
    /// A hint is shown, and asks for no answer.
    pub fn is_hint(self) -> bool {
        self == Self::Phone
    }
}

/// Somebody on the register who may be the person at the counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: Person,
    /// The line that lists show.
    pub summary: PersonSummary,
    /// On what ground, the strongest first; never empty.
    pub grounds: Vec<Ground>,
}

impl Candidate {
    /// Whether it asks for an answer before somebody new is registered.
    pub fn asks(&self) -> bool {
        self.grounds.iter().any(|ground| !ground.is_hint())
    }
}
