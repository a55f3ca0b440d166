//! The ledgers (台账) that the policy texts ask a counter to keep, described as data: each kind has
//! fields, each field says what it holds.
//!
//! A kind is declared once (`kinds`). Its table, its form, its list, its file columns and its facts
//! for rules are read from that declaration, so that a new field is one line. Text becomes a value at
//! the door ([`Holds::read`]); an absent value is *not known*.
//!
//! Absent on purpose: people, contacts, courses and vacancies, whose files and forms have columns of
//! their own, and what an entry means for a rule.

mod checks;
mod entry;
mod filter;
mod holds;
pub mod kinds;
pub mod terms;

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

pub use checks::Flaw;
pub use entry::{Entry, Link, Linked, Listed, Value};
pub use filter::Filter;
pub use holds::{Holds, Unread};

use crate::text::Lang;

/// A kind of entry.
#[derive(Debug)]
pub struct Kind {
    /// Its name in files, scripts, the journal and the database.
    pub code: &'static str,
    /// What several of its entries are called in file names and on the command line.
    pub plural: &'static str,
    /// Its exact Chinese term.
    pub zh: &'static str,
    /// Its English label.
    pub en: &'static str,
    /// The letter before the numbers of its references.
    pub letter: &'static str,
    /// Its fields, in the order of the paper form.
    pub fields: &'static [Field],
    /// What must be true between fields.
    pub checks: &'static [checks::Check],
}

/// Two kinds are the same where their codes are.
impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Kind {}

/// A field of a kind.
#[derive(Debug)]
pub struct Field {
    /// Its name in files, scripts, the journal and the database.
    pub name: &'static str,
    /// Words before it, in Chinese.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// An entry without it says nothing.
    pub needed: bool,
}

/// Where a field stands in its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Slot(pub(crate) usize);

impl Field {
    /// The words before it.
    pub fn label(&self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }
}

impl Kind {
    /// Its label.
    pub fn label(&self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }

    /// The kind of a code, a Chinese term or an English label.
    pub fn named(text: &str) -> Option<&'static Self> {
        let text = text.trim();
        kinds::ALL.iter().copied().find(|kind| {
            kind.code.eq_ignore_ascii_case(text)
                || kind.plural.eq_ignore_ascii_case(text)
                || kind.zh == text
                || kind.en.eq_ignore_ascii_case(text)
        })
    }

    /// Where the field of a name, a Chinese label or an English one stands.
    pub fn slot(&self, name: &str) -> Option<Slot> {
        let name = name.trim();
        let at = self.fields.iter().position(|f| {
            f.name.eq_ignore_ascii_case(name) || f.zh == name || f.en.eq_ignore_ascii_case(name)
        });
        at.map(Slot)
    }

    /// Where the fields that hold a link to such a record stand.
    pub fn links_to(&self, target: Link) -> impl Iterator<Item = Slot> + '_ {
        let fields = self.fields.iter().enumerate();
        fields
            .filter(move |(_, f)| f.holds == Holds::Link(target))
            .map(|(at, _)| Slot(at))
    }

    /// True where its entries are about one person.
    pub fn is_about_people(&self) -> bool {
        self.links_to(Link::Person).next() == Some(Slot(0))
    }
}

impl std::ops::Index<Slot> for Kind {
    type Output = Field;

    fn index(&self, slot: Slot) -> &Field {
        &self.fields[slot.0]
    }
}
