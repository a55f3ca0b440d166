//! One line that picks entries: words that must be there, and fields with what they must hold.
//!
//! `叉车 阶段:已开班 开班日期>2026-01-01 !地点:小榄`: every word must hold; `!` turns one round.

use super::{Kind, Listed, Slot, Value};
use crate::domain::dates::parse_date;
use crate::text::{Lang, fold::fold_width};
use chrono::NaiveDate;

/// A line understood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    words: Vec<Word>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    not: bool,
    slot: Option<Slot>,
    wanted: Wanted,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Wanted {
    Text(String),
    Before(Bound),
    After(Bound),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    Day(NaiveDate),
    Number(i64),
}

impl Filter {
    /// Reads a line.
    ///
    /// # Errors
    /// The word that names no field of the kind, or a bound that is neither day nor number.
    pub fn parse(kind: &Kind, line: &str) -> Result<Self, String> {
        let line = fold_width(line).to_lowercase();
        let words = line.split_whitespace().map(|word| read(kind, word));
        Ok(Self {
            words: words.collect::<Result<_, _>>()?,
        })
    }

    /// True where it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether an entry is picked, by its words in either language.
    pub fn picks(&self, listed: &Listed) -> bool {
        self.words.iter().all(|word| word.holds(listed) != word.not)
    }
}

fn read(kind: &Kind, word: &str) -> Result<Word, String> {
    let (not, text) = match word.strip_prefix('!') {
        Some(rest) => (true, rest),
        None => (false, word),
    };
    let Some(at) = text.find([':', '<', '>']) else {
        return Ok(Word {
            not,
            slot: None,
            wanted: Wanted::Text(text.to_owned()),
        });
    };
    let (name, rest) = text.split_at(at);
    let slot = named(kind, name).ok_or_else(|| word.to_owned())?;
    let bound = || bound(&rest[1..]).ok_or_else(|| word.to_owned());
    let wanted = match rest.as_bytes().first() {
        Some(b'<') => Wanted::Before(bound()?),
        Some(b'>') => Wanted::After(bound()?),
        _ => Wanted::Text(rest[1..].to_owned()),
    };
    Ok(Word {
        not,
        slot: Some(slot),
        wanted,
    })
}

/// The field of a name or of the beginning of a label.
fn named(kind: &Kind, name: &str) -> Option<Slot> {
    let begins = |label: &str| label.to_lowercase().starts_with(name);
    kind.slot(name).or_else(|| {
        let at = kind
            .fields
            .iter()
            .position(|f| !name.is_empty() && (begins(f.zh) || begins(f.en)));
        at.map(Slot)
    })
}

fn bound(text: &str) -> Option<Bound> {
    let number = || text.parse().ok().map(Bound::Number);
    parse_date(text).map(Bound::Day).or_else(number)
}

impl Word {
    fn holds(&self, listed: &Listed) -> bool {
        match (&self.wanted, self.slot) {
            (Wanted::Text(text), Some(slot)) => says(listed, slot, text),
            (Wanted::Text(text), None) => {
                let reference = listed.entry.reference.to_lowercase();
                let fields = listed.entry.fields();
                reference.contains(text.as_str())
                    || fields
                        .into_iter()
                        .any(|(slot, ..)| says(listed, slot, text))
            }
            (Wanted::Before(bound), Some(slot)) => {
                compare(listed.entry.get(slot), *bound).is_some_and(std::cmp::Ordering::is_lt)
            }
            (Wanted::After(bound), Some(slot)) => {
                compare(listed.entry.get(slot), *bound).is_some_and(std::cmp::Ordering::is_gt)
            }
            _ => false,
        }
    }
}

/// An empty text asks for a field that is not known.
fn says(listed: &Listed, slot: Slot, text: &str) -> bool {
    let holds = |lang| {
        let words = fold_width(&listed.words(slot, lang)).to_lowercase();
        if text.is_empty() {
            words.is_empty()
        } else {
            words.contains(text)
        }
    };
    holds(Lang::Zh) || (!text.is_empty() && holds(Lang::En))
}

/// What is not known is neither before nor after.
fn compare(value: Option<&Value>, bound: Bound) -> Option<std::cmp::Ordering> {
    match (value?, bound) {
        (Value::Date(day), Bound::Day(bound)) => Some(day.cmp(&bound)),
        (Value::Number(number), Bound::Number(bound)) => Some(number.cmp(&bound)),
        _ => None,
    }
}
