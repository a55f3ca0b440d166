//! Everybody's fields that the box finds people by, and no others.

use crate::domain::{
    failure::Failure,
    group::Group,
    id_number::IdNumber,
    ids::PersonId,
    person::WorkStatus,
    phone::Phone,
    searched::{
        Searched,
        SearchedText::{self, Certs, Phone as Phone1, Phone2},
        group_bit,
    },
};
use crate::store::{Mark, Store, cells::Cells, since};

/// The texts as the statement gives them; the certificates stand before, as a list.
const IN_ORDER: [SearchedText; SearchedText::COUNT - 1] = [
    SearchedText::Reference,
    SearchedText::Name,
    Phone1,
    Phone2,
    SearchedText::City,
    SearchedText::County,
    SearchedText::Town,
    SearchedText::Village,
    SearchedText::Address,
    SearchedText::Wishes,
    SearchedText::Worker,
];

impl Store {
    /// As [`Store::for_each_person`], but with the fields that search reads.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn for_each_searched(
        &self,
        mut each: impl FnMut(PersonId, &Searched<'_>),
    ) -> std::result::Result<Mark, Failure> {
        self.read(|conn| {
            let snapshot = conn.unchecked_transaction()?;
            let mark = since::mark(&snapshot)?;
            let mut people = snapshot.prepare(include_str!("searched.sql"))?;
            let mut people = people.query([])?;
            let mut groups = snapshot
                .prepare("SELECT person, code FROM person_group WHERE void = 0 ORDER BY person")?;
            let mut groups = groups.query([])?;
            let mut group = groups.next()?;
            let mut certs = String::new();
            while let Some(row) = people.next()? {
                let place: i64 = row.get(0)?;
                let c = &mut Cells::of(row);
                let id = PersonId(c.skip().uid()?);
                let mut person = Searched {
                    id_number: IdNumber::parse(c.str()?).ok(),
                    birth_date: c.date()?,
                    work_status: c.code(WorkStatus::ALL, WorkStatus::code)?,
                    ..Searched::default()
                };
                certs.clear();
                for (at, cert) in c.list()?.iter().enumerate() {
                    if at > 0 {
                        certs.push('\0');
                    }
                    certs.push_str(cert);
                }
                for which in IN_ORDER {
                    let text = c.str()?;
                    let kept = !matches!(which, Phone1 | Phone2) || Phone::fits(text);
                    person.texts[which as usize] = if kept { text } else { "" };
                }
                person.texts[Certs as usize] = &certs;
                while let Some(row) = group {
                    let whose: i64 = row.get(0)?;
                    if whose > place {
                        break;
                    }
                    if whose == place {
                        let group = Cells::of(row).skip().code(Group::ALL, Group::code)?;
                        person.groups |= group.map_or(0, group_bit);
                    }
                    group = groups.next()?;
                }
                each(id, &person);
            }
            Ok(mark)
        })
    }
}
