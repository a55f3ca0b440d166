//! One person: by identity, reference or id number; and who is on the register at all.

use super::{PERSON, from_cells, membership};
use crate::domain::{
    failure::Failure,
    id_number::IdNumber,
    ids::PersonId,
    person::{Person, PersonRecord},
};
use crate::store::{KnownPeople, Mark, Store, cells::Cells, error::Result, references, since};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

impl Store {
    /// The person, if on the register.
    ///
    /// # Errors
    /// Only what befalls the file: damage, disk, lock. So with every read below.
    pub fn person(&self, id: PersonId) -> std::result::Result<Option<Person>, Failure> {
        self.read(|conn| {
            let sql = format!(
                "{} WHERE t.uid = ? AND t.void = 0",
                PERSON.statements().select
            );
            let mut statement = conn.prepare_cached(&sql)?;
            let mut rows = statement.query([id.0.as_bytes().as_slice()])?;
            let Some(row) = rows.next()? else {
                return Ok(None);
            };
            let mut person = from_cells(&mut Cells::of(row))?;
            person.record.groups = membership::of(conn, id)?;
            Ok(Some(person))
        })
    }

    /// The person with this reference, id number (18 or 15 characters) or program id.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn find_person(&self, text: &str) -> std::result::Result<Option<PersonId>, Failure> {
        let text = text.trim();
        self.read(|conn| {
            if let Some(id) = by_reference(conn, text)? {
                return Ok(Some(id));
            }
            let number = IdNumber::parse(text).or_else(|_| IdNumber::from_15(text));
            if let Ok(number) = number
                && let Some((id, _)) = by_id_number(conn, &number)?
            {
                return Ok(Some(id));
            }
            let Some(id) = PersonId::parse(text) else {
                return Ok(None);
            };
            let there = conn
                .prepare_cached("SELECT 1 FROM person WHERE uid = ? AND void = 0")?
                .exists([id.0.as_bytes().as_slice()])?;
            Ok(there.then_some(id))
        })
    }

    /// The record that counts for an identity: itself, or the one that it was merged into.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn standing_record(&self, id: PersonId) -> std::result::Result<Option<PersonId>, Failure> {
        self.read(|conn| standing(conn, id))
    }

    /// Hands every person on the register to `each`, in the order in which they were added; says to
    /// which place of the journal they belong. A record that was merged into another is no person of
    /// its own.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn for_each_person(
        &self,
        mut each: impl FnMut(PersonId, PersonRecord),
    ) -> std::result::Result<Mark, Failure> {
        self.read(|conn| {
            // One snapshot for the journal and both tables, which are read side by side.
            let snapshot = conn.unchecked_transaction()?;
            let mark = since::mark(&snapshot)?;
            let sql = format!(
                "{} WHERE t.void = 0 AND t.merged_into IS NULL ORDER BY t.id",
                PERSON
                    .statements()
                    .select
                    .replace(" FROM person t", ", t.id FROM person t")
            );
            let mut people = snapshot.prepare(&sql)?;
            let mut people = people.query([])?;
            let mut groups = snapshot.prepare(&format!(
                "SELECT person, {} FROM person_group WHERE void = 0 ORDER BY person, id",
                membership::COLUMNS
            ))?;
            let mut groups = groups.query([])?;
            let mut group = groups.next()?;
            while let Some(row) = people.next()? {
                let place: i64 = row.get(PERSON.columns.len() + 1)?;
                let mut person = from_cells(&mut Cells::of(row))?;
                while let Some(row) = group {
                    let whose: i64 = row.get(0)?;
                    if whose > place {
                        break;
                    }
                    if whose == place {
                        person
                            .record
                            .groups
                            .extend(membership::read(Cells::of(row).skip())?);
                    }
                    group = groups.next()?;
                }
                each(person.id, person.record);
            }
            Ok(mark)
        })
    }

    /// Who is on the register, for finding duplicates before an import.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn known_people(&self) -> std::result::Result<KnownPeople, Failure> {
        self.read(|conn| {
            let mut known = KnownPeople::default();
            let mut statement = conn.prepare_cached(
                "SELECT uid, reference, id_number, name, former_refs FROM person
                 WHERE void = 0 AND merged_into IS NULL",
            )?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let mut cells = Cells::of(row);
                let id = PersonId(cells.uid()?);
                known.by_reference.insert(cells.text()?, id);
                let number = IdNumber::parse(cells.str()?);
                let name = cells.text()?;
                if let Ok(number) = number {
                    known.by_id_number.insert(number, (id, name));
                }
                let former = cells.list()?.into_iter();
                known
                    .by_reference
                    .extend(former.map(|reference| (reference, id)));
            }
            Ok(known)
        })
    }
}

/// The person who has a reference, or had it before a merge.
fn by_reference(conn: &Connection, text: &str) -> Result<Option<PersonId>> {
    references::as_written_or_upper(text, |reference| {
        Ok(conn
            .prepare_cached(
                "SELECT uid FROM person WHERE reference = ?1 AND void = 0 AND merged_into IS NULL
                 UNION ALL
                 SELECT uid FROM person WHERE former_refs <> '' AND void = 0 AND merged_into IS NULL
                 AND EXISTS (SELECT 1 FROM json_each(former_refs) WHERE value = ?1) LIMIT 1",
            )?
            .query_row([reference], |row| {
                Ok(PersonId(Uuid::from_bytes(row.get(0)?)))
            })
            .optional()?)
    })
}

/// The record that counts for an identity: itself, or the one that it was merged into. `None` where
/// there is none.
pub(in crate::store) fn standing(conn: &Connection, id: PersonId) -> Result<Option<PersonId>> {
    Ok(conn
        .prepare_cached(
            "WITH RECURSIVE way (id, uid, merged_into) AS (
                 SELECT id, uid, merged_into FROM person WHERE uid = ? AND void = 0
                 UNION
                 SELECT p.id, p.uid, p.merged_into FROM person p JOIN way ON p.id = way.merged_into
                 WHERE p.void = 0
             )
             SELECT uid FROM way WHERE merged_into IS NULL LIMIT 1",
        )?
        .query_row([id.0.as_bytes().as_slice()], |row| {
            Ok(PersonId(Uuid::from_bytes(row.get(0)?)))
        })
        .optional()?)
}

/// Person and reference behind an id number.
pub(in crate::store) fn by_id_number(
    conn: &Connection,
    number: &IdNumber,
) -> Result<Option<(PersonId, String)>> {
    Ok(conn
        .prepare_cached("SELECT uid, reference FROM person WHERE id_number = ? AND void = 0")?
        .query_row([number.as_str()], |row| {
            Ok((PersonId(Uuid::from_bytes(row.get(0)?)), row.get(1)?))
        })
        .optional()?)
}
