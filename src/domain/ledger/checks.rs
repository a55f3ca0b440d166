//! What must be true between the fields of one entry. What is not known contradicts nothing.

use super::{Entry, Kind, Slot};
use crate::text::Lang;

/// A condition on two fields.
#[derive(Debug)]
pub enum Check {
    /// The day of the first does not come after that of the second.
    InOrder(Slot, Slot),
    /// The number of the first is not larger than that of the second.
    AtMost(Slot, Slot),
    /// Where the first holds the term of this code the second is needed.
    Needs(Slot, &'static str, Slot),
}

/// What keeps an entry from being saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// The field is needed.
    Missing(Slot),
    /// The first day comes after the second.
    OutOfOrder(Slot, Slot),
    /// The first number is larger than the second.
    TooMany(Slot, Slot),
}

impl Check {
    pub(super) fn fails(&self, entry: &Entry) -> Option<Flaw> {
        match *self {
            Self::InOrder(first, second) => {
                let late = entry.date(first)? > entry.date(second)?;
                late.then_some(Flaw::OutOfOrder(first, second))
            }
            Self::AtMost(few, many) => {
                let more = entry.number(few)? > entry.number(many)?;
                more.then_some(Flaw::TooMany(few, many))
            }
            Self::Needs(slot, code, needed) => {
                let asks = entry.code(slot)? == code && entry.get(needed).is_none();
                asks.then_some(Flaw::Missing(needed))
            }
        }
    }
}

crate::messages! {
    missing(field: &str) { zh: "请填写“{field}”", en: "{field} is needed" }
    out_of_order(first: &str, second: &str) { zh: "“{first}”晚于“{second}”", en: "{first} comes after {second}" }
    too_many(few: &str, many: &str) { zh: "“{few}”大于“{many}”", en: "{few} is larger than {many}" }
}

impl Flaw {
    /// The field to mend.
    pub fn slot(self) -> Slot {
        match self {
            Self::Missing(slot) | Self::OutOfOrder(slot, _) | Self::TooMany(slot, _) => slot,
        }
    }

    /// What is wrong, in words.
    pub fn words(self, kind: &Kind, lang: Lang) -> String {
        let label = |slot: Slot| kind[slot].label(lang);
        match self {
            Self::Missing(slot) => missing(lang, label(slot)).into_owned(),
            Self::OutOfOrder(a, b) => out_of_order(lang, label(a), label(b)).into_owned(),
            Self::TooMany(a, b) => too_many(lang, label(a), label(b)).into_owned(),
        }
    }
}
