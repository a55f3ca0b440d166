//! People whose reference, id number, phone or name begins with something: ranges of the tables' own
//! orders, which need nothing laid out.

use crate::domain::{failure::Failure, hit::HitField, ids::PersonId};
use crate::store::{Store, cells::Cells};

/// The range of one column.
macro_rules! beginning {
    ($column:literal) => {
        concat!(
            "SELECT uid FROM person WHERE ",
            $column,
            " >= ?1 AND ",
            $column,
            " < ?2 AND void = 0 AND merged_into IS NULL ORDER BY ",
            $column,
            " LIMIT ?3"
        )
    };
}

/// One field and its range; `void = 0` lets the partial index serve.
const FIELDS: [(HitField, &str); 4] = [
    (HitField::Reference, beginning!("reference")),
    (HitField::IdNumber, beginning!("id_number")),
    (HitField::Phone, beginning!("phone")),
    (HitField::Name, beginning!("name")),
];

impl Store {
    /// The first people in whom a field begins with a text, each with the field, in the order of the
    /// fields and of what stands in them.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn people_beginning(
        &self,
        text: &str,
        limit: usize,
    ) -> std::result::Result<Vec<(PersonId, HitField)>, Failure> {
        let upper = text.to_ascii_uppercase();
        let mut found: Vec<(PersonId, HitField)> = Vec::new();
        self.read(|conn| {
            for (field, sql) in FIELDS {
                let from = if field == HitField::Name {
                    text
                } else {
                    &upper
                };
                let end = format!("{from}{}", char::MAX);
                let mut statement = conn.prepare_cached(sql)?;
                let mut rows = statement.query((from, end, limit as i64))?;
                while let Some(row) = rows.next()?
                    && found.len() < limit
                {
                    let id = PersonId(Cells::of(row).uid()?);
                    if found.iter().all(|(known, _)| *known != id) {
                        found.push((id, field));
                    }
                }
            }
            Ok(found)
        })
    }
}
