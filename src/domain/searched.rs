//! What the box finds a person by, borrowed from wherever the record stands: a register is laid out
//! for search without a record of its own for everybody.

use super::{group::Group, id_number::IdNumber, person::WorkStatus};
use chrono::NaiveDate;

/// The fields of one person.
#[derive(Debug, Clone, Copy, Default)]
pub struct Searched<'a> {
    /// Texts, each as [`SearchedText`] numbers them.
    pub texts: [&'a str; SearchedText::COUNT],
    /// Id number.
    pub id_number: Option<IdNumber>,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// Groups, as [`group_bit`].
    pub groups: u64,
    /// Employment state.
    pub work_status: Option<WorkStatus>,
}

/// A text of [`Searched`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchedText {
    /// 编号.
    Reference,
    /// Name.
    Name,
    /// Phone, digits alone.
    Phone,
    /// Second phone.
    Phone2,
    /// City.
    City,
    /// County.
    County,
    /// Town.
    Town,
    /// Village.
    Village,
    /// Address.
    Address,
    /// Wishes.
    Wishes,
    /// Certificates, with a NUL between two.
    Certs,
    /// Responsible worker.
    Worker,
}

impl SearchedText {
    /// How many there are.
    pub const COUNT: usize = Self::Worker as usize + 1;
}

impl<'a> Searched<'a> {
    /// One of the texts.
    pub fn text(&self, which: SearchedText) -> &'a str {
        self.texts[which as usize]
    }
}

/// The bit of a group.
pub fn group_bit(group: Group) -> u64 {
    let at = Group::ALL.iter().position(|g| *g == group);
    at.filter(|at| *at < 64).map_or(0, |at| 1 << at)
}
