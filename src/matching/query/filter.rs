//! Words that ask one field only: `组:两后生 镇:石岐 年龄:16-24 状态:失业 未联系>30`, and `!` for not.
//!
//! Absent on purpose: the names of filters (`domain::filter`), and whom a filter finds
//! (`people::filters`).

use super::{Word, unsplit, words};
use crate::domain::filter::{FilterField, FilterProblem, is_sign};
use chrono::{Datelike, Months, NaiveDate};

/// The field that a word asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Every field that can hold the word.
    Any,
    /// The name.
    Name,
    /// Any place.
    Place,
    /// Town or street.
    Town,
    /// Village or community.
    Village,
    /// Work wished for.
    Wish,
    /// Certificates.
    Cert,
}

impl Scope {
    /// Whether names are asked.
    pub fn has_names(self) -> bool {
        matches!(self, Self::Any | Self::Name)
    }

    /// Whether groups are asked.
    pub fn has_groups(self) -> bool {
        self == Self::Any
    }
}

/// A word with the field that it asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scoped {
    /// The word.
    pub word: Word,
    /// The field.
    pub scope: Scope,
    /// True where those are meant who do not have it.
    pub not: bool,
}

impl Scoped {
    /// A word that asks every field.
    pub fn any(word: Word) -> Self {
        Self {
            word,
            scope: Scope::Any,
            not: false,
        }
    }
}

/// A condition on one field, that holds or does not; it ranks nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Which field.
    pub field: FilterField,
    /// True where those are meant for whom it does not hold.
    pub not: bool,
    /// What is asked of it.
    pub value: FilterValue,
}

/// What a filter asks of its field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterValue {
    /// A word, folded.
    Word(String),
    /// Born from one day to another, `yyyymmdd`, both inclusive.
    Born(u32, u32),
    /// The last contact so many days ago, both inclusive; `never` takes in who never had one.
    Ago {
        /// At least so many days.
        from: u32,
        /// At most so many days.
        to: u32,
        /// Whether nobody ever spoke with them is meant too.
        never: bool,
    },
}

/// What a chunk of the box is.
pub(super) enum Chunk {
    /// A condition on one field.
    Filter(Filter),
    /// A word that asks names only, or must not hold.
    Word(Scoped),
    /// A filter whose value is still to come: nothing yet.
    Open,
    /// Words; with what was wrong with them as a filter, if anything.
    Plain(Option<FilterProblem>),
    /// A filter that holds for nobody because its value can't be read.
    Wrong(FilterProblem),
}

/// Reads one folded chunk of the box.
pub(super) fn read(chunk: &str, today: NaiveDate) -> Chunk {
    let (mut not, body) = match chunk.strip_prefix('!') {
        Some(body) => (true, body),
        None => (false, chunk),
    };
    let Some(at) = body.find(is_sign) else {
        let word = words(body).into_iter().next().filter(|_| not);
        return match word {
            Some(word) => Chunk::Word(Scoped {
                not,
                ..Scoped::any(word)
            }),
            None if not => Chunk::Open,
            None => Chunk::Plain(None),
        };
    };
    let (key, value) = body.split_at(at);
    let Some(field) = FilterField::of_key(key) else {
        let name = key.to_owned();
        let named = key.chars().any(char::is_alphabetic) && value.starts_with(':');
        return Chunk::Plain(named.then_some(FilterProblem::NoSuchName { name }));
    };
    if field.is_number() {
        return number(field, not, value, today);
    }
    let mut word = value.trim_start_matches(is_sign);
    if let Some(rest) = word.strip_prefix('!') {
        (not, word) = (!not, rest);
    }
    if word.is_empty() {
        return Chunk::Open;
    }
    if field == FilterField::Name {
        return match unsplit(&words(word)).into_iter().next() {
            Some(word) => Chunk::Word(Scoped {
                word,
                scope: Scope::Name,
                not,
            }),
            None => Chunk::Open,
        };
    }
    Chunk::Filter(Filter {
        field,
        not,
        value: FilterValue::Word(word.to_owned()),
    })
}

/// Words for nobody ever having spoken with somebody.
const NEVER: [&str; 6] = ["从未", "无", "没有", "cw", "never", "none"];

fn number(field: FilterField, not: bool, value: &str, today: NaiveDate) -> Chunk {
    let (sign, text) = value.split_at(1);
    let text = text.trim_start_matches('=');
    let or_equal = value.len() > 1 + text.len();
    if text.is_empty() {
        return Chunk::Open;
    }
    let read = match field {
        FilterField::Age => range(sign, or_equal, text)
            .and_then(|(low, high)| born(low, high, today))
            .map(|(first, last)| FilterValue::Born(first, last)),
        _ if NEVER.contains(&text) => Some(FilterValue::Ago {
            from: u32::MAX,
            to: u32::MAX,
            never: true,
        }),
        _ => ago(field, sign, or_equal, text),
    };
    match read {
        Some(value) => Chunk::Filter(Filter { field, not, value }),
        None => Chunk::Wrong(FilterProblem::NotANumber {
            field,
            value: text.to_owned(),
        }),
    }
}

/// `>30`, `<7`, `:7-30`; `未联系:30` is thirty days and more.
fn ago(field: FilterField, sign: &str, or_equal: bool, text: &str) -> Option<FilterValue> {
    let (from, to) = match (sign, text.contains('-')) {
        (":", false) if field == FilterField::NotContacted => range(">", true, text)?,
        _ => range(sign, or_equal, text)?,
    };
    Some(FilterValue::Ago {
        from,
        to,
        // Who never had a contact has been without one for longer than any number of days.
        never: field == FilterField::NotContacted && to == u32::MAX,
    })
}

/// Both ends inclusive; open upwards is [`u32::MAX`].
fn range(sign: &str, or_equal: bool, text: &str) -> Option<(u32, u32)> {
    let one = |text: &str| {
        let digits = text.trim_end_matches(['岁', '天', '日', 'd']);
        (digits.len() < 6).then(|| digits.parse::<u32>().ok())?
    };
    match (sign, text.split_once('-')) {
        (":", Some((low, high))) => Some((one(low)?, one(high)?)).filter(|(l, h)| l <= h),
        (":", None) => Some((one(text)?, one(text)?)),
        (">", None) => Some((one(text)? + u32::from(!or_equal), u32::MAX)),
        ("<", None) if or_equal => Some((0, one(text)?)),
        ("<", None) => Some((0, one(text)?.checked_sub(1)?)),
        _ => None,
    }
}

/// Birth dates of ages.
fn born(low: u32, high: u32, today: NaiveDate) -> Option<(u32, u32)> {
    let back = |years: u32| today.checked_sub_months(Months::new(years.min(200) * 12));
    let last = back(low)?;
    let first = back(high.min(199) + 1)?.succ_opt()?;
    Some((day_number(first), day_number(last)))
}

/// `yyyymmdd`.
fn day_number(day: NaiveDate) -> u32 {
    u32::try_from(day.year()).unwrap_or(0) * 10_000 + day.month() * 100 + day.day()
}
