//! Who on the register agrees with a record in something that tells people apart.
//!
//! Absent on purpose: how names sound and what it all means (`office`).

use crate::domain::{ids::PersonId, person::PersonRecord};
use crate::store::{Store, error::Result};
use chrono::Datelike;
use rusqlite::{Connection, ToSql};
use uuid::Uuid;

/// In what two records agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlikeBy {
    /// The same id number.
    Id,
    /// Id numbers whose first seventeen characters agree.
    IdBody,
    /// The same number to be verified.
    DoubtfulId,
    /// The same birth date.
    Birth,
    /// The same year of birth.
    Year,
    /// The same town.
    Town,
    /// One of the phones.
    Phone,
}

/// Rows of people who count.
const FROM: &str = "SELECT uid, name FROM person WHERE void = 0 AND merged_into IS NULL AND ";

impl Store {
    /// Hands everybody who agrees with the record in something to `each`: who, their name, and in
    /// what. Somebody may come several times.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn for_each_alike(
        &self,
        record: &PersonRecord,
        mut each: impl FnMut(PersonId, &str, AlikeBy),
    ) -> std::result::Result<(), crate::domain::failure::Failure> {
        self.read(|conn| {
            let mut look = |by: AlikeBy, condition: &str, values: &[&dyn ToSql]| {
                look(conn, condition, values, |id, name| each(id, name, by))
            };
            let number = record.id_number.map(|n| n.to_string());
            let doubtful = record.doubtful_id.as_ref().map(|n| n.as_str().to_owned());
            if let Some(number) = &number {
                look(AlikeBy::Id, "id_number = ?", &[number])?;
            }
            let written = number.as_deref().or(doubtful.as_deref());
            if let Some(body) = written.filter(|n| n.len() == 18).and_then(|n| n.get(..17)) {
                let (first, last) = (format!("{body}0"), format!("{body}X"));
                look(
                    AlikeBy::IdBody,
                    "id_number BETWEEN ? AND ?",
                    &[&first, &last],
                )?;
                look(
                    AlikeBy::DoubtfulId,
                    "doubtful_id BETWEEN ? AND ?",
                    &[&first, &last],
                )?;
            } else if let Some(text) = &doubtful {
                look(AlikeBy::DoubtfulId, "doubtful_id = ?", &[text])?;
            }
            if let Some(birth) = record.birth_date {
                look(AlikeBy::Birth, "birth_date = ?", &[&birth.to_string()])?;
                let year = birth.year();
                let (first, last) = (format!("{year}-01-01"), format!("{year}-12-31"));
                look(
                    AlikeBy::Year,
                    "birth_date BETWEEN ? AND ?",
                    &[&first, &last],
                )?;
            }
            if !record.town.is_empty() {
                look(AlikeBy::Town, "town = ?", &[&record.town])?;
            }
            for phone in [&record.phone, &record.phone2].into_iter().flatten() {
                let phone = phone.as_str();
                look(AlikeBy::Phone, "phone = ?", &[&phone])?;
                look(AlikeBy::Phone, "phone2 = ?", &[&phone])?;
            }
            Ok(())
        })
    }
}

fn look(
    conn: &Connection,
    condition: &str,
    values: &[&dyn ToSql],
    mut each: impl FnMut(PersonId, &str),
) -> Result<()> {
    let mut statement = conn.prepare_cached(&format!("{FROM}{condition}"))?;
    let mut rows = statement.query(values)?;
    while let Some(row) = rows.next()? {
        let id = PersonId(Uuid::from_bytes(row.get(0)?));
        each(id, row.get_ref(1)?.as_str().unwrap_or_default());
    }
    Ok(())
}
