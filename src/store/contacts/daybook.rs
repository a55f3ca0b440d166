//! The log of some days, with what it prints beside each contact and the head that vouches for it.

use super::list::{details_in, filtered};
use crate::domain::{
    dates,
    daybook::{Daybook, DaybookRow},
    failure::Failure,
    group::Group,
    id_number::IdNumber,
    ids::{OperatorId, PersonId},
    offer::OfferId,
    person::Sex,
    phone::Phone,
};
use crate::store::{ContactFilter, Store, cells::Cells, error::Result, journal};
use chrono::NaiveDate;
use rusqlite::Connection;
use std::collections::{HashMap, hash_map::Entry};
use uuid::Uuid;

impl Store {
    /// The log of some days, both inclusive, of everybody or of one operator.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn daybook(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        operator: Option<OperatorId>,
    ) -> std::result::Result<Daybook, Failure> {
        self.read(|conn| {
            // Rows and head must be of one moment.
            let snapshot = conn.unchecked_transaction()?;
            let filter = ContactFilter {
                from: Some(from),
                to: Some(to),
                person: None,
                operator,
            };
            let mut people: HashMap<PersonId, Beside> = HashMap::new();
            let mut rows = Vec::new();
            let mut last_entry = 0;
            for contact in filtered(&snapshot, &filter)? {
                last_entry = last_entry.max(entry_of(&snapshot, contact.id.0)?);
                let day = contact.record.at.date_naive();
                let beside = match contact.record.with.person() {
                    Some(id) => Some(match people.entry(id) {
                        Entry::Occupied(known) => &*known.into_mut(),
                        Entry::Vacant(place) => &*place.insert(beside(&snapshot, id)?),
                    }),
                    None => None,
                };
                let (mut vacancies, mut courses) = (Vec::new(), Vec::new());
                for details in details_in(&snapshot, contact.id)? {
                    match details.offer {
                        OfferId::Vacancy(_) => {
                            vacancies.push(format!("{}/{}", details.by, details.title));
                        }
                        OfferId::Course(_) => courses.push(details.title),
                    }
                }
                rows.push(row(contact, beside, day, vacancies, courses));
            }
            let head = journal::head_at(&snapshot, last_entry)?;
            Ok(Daybook {
                from,
                to,
                rows,
                head,
            })
        })
    }
}

/// What stands beside a person's contacts.
#[derive(Default)]
struct Beside {
    reference: String,
    sex: Option<Sex>,
    birth: Option<NaiveDate>,
    id_masked: String,
    phone_masked: String,
    town: String,
    village: String,
    groups: Vec<crate::domain::group::Membership>,
}

fn beside(conn: &Connection, id: PersonId) -> Result<Beside> {
    let mut statement = conn.prepare_cached(
        "SELECT reference, sex, birth_date, id_number, coalesce(phone, phone2), town, village
         FROM person WHERE uid = ?",
    )?;
    let mut rows = statement.query([id.0.as_bytes().as_slice()])?;
    let Some(row) = rows.next()? else {
        return Ok(Beside::default());
    };
    let c = &mut Cells::of(row);
    Ok(Beside {
        reference: c.text()?,
        sex: c.code(Sex::ALL, Sex::code)?,
        birth: c.date()?,
        id_masked: IdNumber::parse(c.str()?).map_or_else(|_| String::new(), |n| n.masked()),
        phone_masked: Phone::parse(c.str()?).map_or_else(String::new, |p| p.masked()),
        town: c.text()?,
        village: c.text()?,
        groups: crate::store::people::groups_of(conn, id)?,
    })
}

fn row(
    contact: crate::domain::contact::Contact,
    beside: Option<&Beside>,
    day: NaiveDate,
    vacancies: Vec<String>,
    courses: Vec<String>,
) -> DaybookRow {
    let text = |pick: fn(&Beside) -> &String| beside.map(pick).cloned().unwrap_or_default();
    let mut groups: Vec<Group> = beside
        .iter()
        .flat_map(|b| &b.groups)
        .filter(|m| m.is_valid_on(day))
        .map(|m| m.group)
        .collect();
    groups.sort_unstable();
    groups.dedup();
    DaybookRow {
        sex: beside.and_then(|b| b.sex),
        age: beside
            .and_then(|b| b.birth)
            .map(|birth| dates::age_on(birth, day)),
        id_masked: text(|b| &b.id_masked),
        phone_masked: text(|b| &b.phone_masked),
        town: text(|b| &b.town),
        village: text(|b| &b.village),
        person_ref: text(|b| &b.reference),
        groups,
        contact,
        vacancies,
        courses,
    }
}

/// The last entry that made or changed a record.
fn entry_of(conn: &Connection, subject: Uuid) -> Result<i64> {
    Ok(conn
        .prepare_cached("SELECT coalesce(max(entry), 0) FROM payload WHERE subject = ?")?
        .query_row([subject.as_bytes().as_slice()], |row| row.get(0))?)
}
