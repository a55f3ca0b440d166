//! The kinds of records that files bring in and take out.

use crate::domain::ledger::{Kind, kinds};
use crate::text::Lang;

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKind {
    /// Job seekers.
    People,
    /// Courses.
    Courses,
    /// Vacancies.
    Vacancies,
    /// Logged contacts.
    Contacts,
    /// Entries of a ledger.
    Ledger(&'static Kind),
}

impl RecordKind {
    /// Every kind.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::People, Self::Courses, Self::Vacancies, Self::Contacts]
            .into_iter()
            .chain(kinds::ALL.iter().map(|kind| Self::Ledger(kind)))
    }

    /// The name in commands and file names.
    pub fn code(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Courses => "courses",
            Self::Vacancies => "vacancies",
            Self::Contacts => "contacts",
            Self::Ledger(kind) => kind.plural,
        }
    }

    /// The label.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::People => lang.pick("人员", "People"),
            Self::Courses => lang.pick("课程", "Courses"),
            Self::Vacancies => lang.pick("岗位", "Vacancies"),
            Self::Contacts => lang.pick("联系记录", "Contacts"),
            Self::Ledger(kind) => kind.label(lang),
        }
    }

    /// The kind of a name, a Chinese term or an English label.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut all = Self::all();
        all.find(|kind| {
            kind.code().eq_ignore_ascii_case(text)
                || kind.label(Lang::Zh) == text
                || kind.label(Lang::En).eq_ignore_ascii_case(text)
        })
        .or_else(|| Kind::named(text).map(Self::Ledger))
    }
}
