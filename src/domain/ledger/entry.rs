//! One entry of a ledger: its values by field.

use super::{Field, Flaw, Holds, Kind, Slot};
use crate::domain::{ids::EntryId, labels::Term};
use crate::text::Lang;
use chrono::NaiveDate;
use uuid::Uuid;

/// To which record a field leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Link {
    /// A person on the register.
    Person,
    /// A firm.
    Enterprise,
    /// A course.
    Course,
    /// A vacancy.
    Vacancy,
    /// An entry of the kind of this code.
    Entry(&'static str),
}

impl Link {
    /// What it leads to.
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Person => lang.pick("人员", "person"),
            Self::Enterprise => lang.pick("企业", "firm"),
            Self::Course => lang.pick("课程", "course"),
            Self::Vacancy => lang.pick("岗位", "vacancy"),
            Self::Entry(code) => Kind::named(code).map_or(code, |kind| kind.label(lang)),
        }
    }

    /// How to answer.
    pub(crate) fn hint(self, lang: Lang) -> &'static str {
        match self {
            Self::Person => lang.pick(
                "姓名、编号或证号，Tab 选中",
                "name, reference or id number; Tab takes it",
            ),
            Self::Enterprise => lang.pick("企业名称或编号", "the firm's name or reference"),
            _ => lang.pick("名称或编号，Tab 选中", "name or reference; Tab takes it"),
        }
    }
}

/// The record that a link leads to, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// Identity.
    pub uid: Uuid,
    /// Name or title; with the last four of the id number for a person.
    pub name: String,
    /// Reference (编号).
    pub reference: String,
}

/// An entry with what its links lead to, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The entry.
    pub entry: Entry,
    /// What each filled link leads to.
    pub linked: Vec<(Slot, Linked)>,
}

impl Listed {
    /// What a field shows; empty where it is not known.
    pub fn words(&self, slot: Slot, lang: Lang) -> String {
        match self.linked.iter().find(|(at, _)| *at == slot) {
            Some((_, linked)) if linked.name.is_empty() => linked.reference.clone(),
            Some((_, linked)) => linked.name.clone(),
            None => self
                .entry
                .get(slot)
                .map_or_else(String::new, |v| v.words(lang)),
        }
    }

    /// What the entry is called: the first words of it that are not the reference.
    pub fn title(&self, lang: Lang) -> String {
        let named = ["name", "title", "theme"];
        let fields = || {
            self.entry
                .fields()
                .map(|(slot, field, _)| (slot, field.name))
        };
        let own = fields().find(|(_, name)| named.contains(name));
        let slot = own.or_else(|| fields().next()).map(|(slot, _)| slot);
        slot.map_or_else(String::new, |slot| self.words(slot, lang))
    }
}

/// A value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A number, or yuan.
    Number(i64),
    /// A day.
    Date(NaiveDate),
    /// Yes or no.
    Flag(bool),
    /// One of a closed list.
    Term(&'static Term),
    /// Several of a closed list, each once, never none.
    Terms(Vec<&'static Term>),
    /// Another record.
    Link(Uuid),
}

impl Value {
    /// As it is written in a list, a form or a file; a link is shown by its caller, who knows the
    /// record.
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(day) => day.to_string(),
            Self::Flag(true) => lang.pick("是", "yes").to_owned(),
            Self::Flag(false) => lang.pick("否", "no").to_owned(),
            Self::Term(term) => term.label(lang).to_owned(),
            Self::Terms(terms) => {
                let words: Vec<_> = terms.iter().map(|t| t.label(lang)).collect();
                words.join(lang.comma())
            }
            Self::Link(uid) => uid.to_string(),
        }
    }

    /// Whether a field may hold it.
    pub fn suits(&self, holds: Holds) -> bool {
        match (self, holds) {
            (Self::Text(text), Holds::Text) => !text.is_empty(),
            (Self::Number(n), Holds::Number(low, high)) => (low..=high).contains(n),
            (Self::Number(n), Holds::Yuan) => *n >= 0,
            (Self::Term(term), Holds::One(terms)) => terms.contains(term),
            (Self::Terms(some), Holds::Many(terms)) => {
                !some.is_empty() && some.iter().all(|t| terms.contains(t))
            }
            (Self::Date(_), Holds::Date)
            | (Self::Flag(_), Holds::Flag)
            | (Self::Link(_), Holds::Link(_)) => true,
            _ => false,
        }
    }
}

/// An entry of a ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Identity.
    pub id: EntryId,
    /// Its kind.
    pub kind: &'static Kind,
    /// Reference (编号); the store gives one where it is empty.
    pub reference: String,
    values: Vec<Option<Value>>,
}

impl Entry {
    /// An entry with nothing said.
    pub fn blank(kind: &'static Kind, id: EntryId) -> Self {
        Self {
            id,
            kind,
            reference: String::new(),
            values: vec![None; kind.fields.len()],
        }
    }

    /// The same with a value in a field. A value that the field can't hold is passed over: whoever
    /// reads text got it from [`Holds::read`] of that field.
    #[must_use]
    pub fn with(mut self, slot: Slot, value: Value) -> Self {
        self.set(slot, Some(value));
        self
    }

    /// Sets or clears a field; the same guard as [`Self::with`].
    pub fn set(&mut self, slot: Slot, value: Option<Value>) {
        let Some(field) = self.kind.fields.get(slot.0) else {
            return;
        };
        if value.as_ref().is_none_or(|v| v.suits(field.holds)) {
            self.values[slot.0] = value;
        }
    }

    /// The value of a field; `None` is not known.
    pub fn get(&self, slot: Slot) -> Option<&Value> {
        self.values.get(slot.0)?.as_ref()
    }

    /// Fields and values in order.
    pub fn fields(&self) -> impl Iterator<Item = (Slot, &'static Field, Option<&Value>)> {
        let fields = self.kind.fields.iter().enumerate();
        fields.map(|(at, field)| (Slot(at), field, self.values[at].as_ref()))
    }

    /// Words of a field.
    pub fn text(&self, slot: Slot) -> &str {
        match self.get(slot) {
            Some(Value::Text(text)) => text,
            _ => "",
        }
    }

    /// The day in a field.
    pub fn date(&self, slot: Slot) -> Option<NaiveDate> {
        match self.get(slot) {
            Some(Value::Date(day)) => Some(*day),
            _ => None,
        }
    }

    /// The number in a field.
    pub fn number(&self, slot: Slot) -> Option<i64> {
        match self.get(slot) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// Yes, no, or not known.
    pub fn flag(&self, slot: Slot) -> Option<bool> {
        match self.get(slot) {
            Some(Value::Flag(flag)) => Some(*flag),
            _ => None,
        }
    }

    /// Code of the term in a field.
    pub fn code(&self, slot: Slot) -> Option<&'static str> {
        match self.get(slot) {
            Some(Value::Term(term)) => Some(term.code),
            _ => None,
        }
    }

    /// The record that a field leads to.
    pub fn link(&self, slot: Slot) -> Option<Uuid> {
        match self.get(slot) {
            Some(Value::Link(uid)) => Some(*uid),
            _ => None,
        }
    }

    /// What keeps it from being saved: needed fields that are empty, and fields that contradict each
    /// other.
    pub fn flaws(&self) -> Vec<Flaw> {
        let missing = self
            .fields()
            .filter(|(_, field, value)| field.needed && value.is_none())
            .map(|(slot, ..)| Flaw::Missing(slot));
        let contradictions = self
            .kind
            .checks
            .iter()
            .filter_map(|check| check.fails(self));
        missing.chain(contradictions).collect()
    }
}
