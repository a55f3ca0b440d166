//! Reading contacts and recommendations.

use super::{READ, from_cells};
use crate::domain::{
    contact::Contact,
    failure::Failure,
    ids::{ContactId, CourseId, OperatorId, PersonId, RecommendationId, VacancyId},
    offer::OfferId,
    recommendation::{Recommendation, Response},
};
use crate::store::{
    ContactFilter, RecommendationDetails, Store,
    cells::Cells,
    error::{Error, Result},
    references,
};
use chrono::{Days, NaiveDate};
use rusqlite::{Connection, named_params};
use std::collections::HashMap;

impl Store {
    /// A contact.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn contact(&self, id: ContactId) -> std::result::Result<Option<Contact>, Failure> {
        self.read(|conn| one(conn, id))
    }

    /// The contact with this reference or program id; where a reference was taken back and given
    /// again, the one that counts.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn find_contact(&self, text: &str) -> std::result::Result<Option<Contact>, Failure> {
        let text = text.trim();
        self.read(|conn| {
            let by_reference = "WHERE c.reference = ? AND c.void = 0";
            let found = references::as_written_or_upper(text, |reference| {
                Ok(select(conn, by_reference, [reference])?.pop())
            })?;
            if found.is_some() {
                return Ok(found);
            }
            match ContactId::parse(text) {
                Some(id) => one(conn, id),
                None => Ok(None),
            }
        })
    }

    /// A person's contacts, newest first, corrected and cancelled ones too.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn contacts_of(&self, person: PersonId) -> std::result::Result<Vec<Contact>, Failure> {
        self.read(|conn| {
            let tail = "WHERE c.person = (SELECT id FROM person WHERE uid = ?) ORDER BY c.at DESC, c.id DESC";
            select(conn, tail, [person.0.as_bytes().as_slice()])
        })
    }

    /// Contacts in the order of contact time, then of entry; corrected and cancelled ones too.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn contacts(&self, filter: &ContactFilter) -> std::result::Result<Vec<Contact>, Failure> {
        self.read(|conn| filtered(conn, filter))
    }

    /// A person's recommendations that count, newest first.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn recommendations_of(
        &self,
        person: PersonId,
    ) -> std::result::Result<Vec<Recommendation>, Failure> {
        self.read(|conn| {
            let mut statement = conn.prepare_cached(include_str!("recommendations.sql"))?;
            let mut rows = statement.query([person.0.as_bytes().as_slice()])?;
            let mut out = Vec::new();
            while let Some(row) = rows.next()? {
                let mut c = Cells::of(row);
                let id = RecommendationId(c.uid()?);
                let contact = ContactId(c.uid()?);
                let offer = offer(&mut c)?;
                out.push(Recommendation {
                    id,
                    person,
                    offer,
                    title: c.text()?,
                    by: c.text()?,
                    contact,
                    on: c
                        .date()?
                        .ok_or_else(|| Error::Content("a day is missing".to_owned()))?,
                    response: c.must_code(Response::ALL, Response::code)?,
                    reasons: c.text()?,
                    override_reason: c.text()?,
                });
            }
            Ok(out)
        })
    }

    /// The titles of what was recommended in a contact.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn recommended_in(&self, id: ContactId) -> std::result::Result<Vec<String>, Failure> {
        self.read(|conn| titles_in(conn, id))
    }

    /// What was recommended in every contact.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn recommended(
        &self,
    ) -> std::result::Result<HashMap<ContactId, Vec<RecommendationDetails>>, Failure> {
        self.read(|conn| {
            let mut statement = conn.prepare_cached(include_str!("recommended.sql"))?;
            let mut rows = statement.query([])?;
            let mut out: HashMap<ContactId, Vec<RecommendationDetails>> = HashMap::new();
            while let Some(row) = rows.next()? {
                let mut c = Cells::of(row);
                let contact = ContactId(c.uid()?);
                out.entry(contact).or_default().push(details(&mut c)?);
            }
            Ok(out)
        })
    }

    /// How many valid contacts an operator entered on a day.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn logged_on(
        &self,
        day: NaiveDate,
        operator: OperatorId,
    ) -> std::result::Result<usize, Failure> {
        self.read(|conn| {
            let count: i64 = conn
                .prepare_cached(
                    "SELECT count(*) FROM contact WHERE operator = (SELECT id FROM operator WHERE uid = ?1)
                     AND entered_at >= ?2 AND entered_at < ?3 AND state = 'valid' AND void = 0",
                )?
                .query_row(
                    rusqlite::params![
                        operator.0.as_bytes().as_slice(),
                        day.to_string(),
                        day_after(day)
                    ],
                    |row| row.get(0),
                )?;
            Ok(usize::try_from(count).unwrap_or(0))
        })
    }
}

/// The first text that sorts after every time of a day.
fn day_after(day: NaiveDate) -> String {
    day.checked_add_days(Days::new(1))
        .unwrap_or(day)
        .to_string()
}

fn select(conn: &Connection, tail: &str, params: impl rusqlite::Params) -> Result<Vec<Contact>> {
    let mut statement = conn.prepare_cached(&format!("{READ} {tail}"))?;
    let mut rows = statement.query(params)?;
    let mut contacts = Vec::new();
    while let Some(row) = rows.next()? {
        contacts.push(from_cells(&mut Cells::of(row))?);
    }
    Ok(contacts)
}

/// The contact of an id.
pub(in crate::store) fn one(conn: &Connection, id: ContactId) -> Result<Option<Contact>> {
    Ok(select(conn, "WHERE c.uid = ?", [id.0.as_bytes().as_slice()])?.pop())
}

/// Contacts that pass a filter, in the order of the log.
pub(super) fn filtered(conn: &Connection, filter: &ContactFilter) -> Result<Vec<Contact>> {
    let mut tail = "WHERE c.at >= :from AND c.at < :to".to_owned();
    if filter.person.is_some() {
        tail.push_str(" AND c.person = (SELECT id FROM person WHERE uid = :person)");
    } else {
        tail.push_str(" AND :person IS NULL");
    }
    if filter.operator.is_some() {
        tail.push_str(" AND o.uid = :operator");
    } else {
        tail.push_str(" AND :operator IS NULL");
    }
    tail.push_str(" ORDER BY c.at, c.id");
    select(
        conn,
        &tail,
        named_params! {
            ":from": filter.from.map_or_else(String::new, |d| d.to_string()),
            // Any digit sorts before a colon.
            ":to": filter.to.map_or_else(|| ":".to_owned(), day_after),
            ":person": filter.person.as_ref().map(|p| p.0.as_bytes().as_slice()),
            ":operator": filter.operator.as_ref().map(|o| o.0.as_bytes().as_slice()),
        },
    )
}

fn offer(c: &mut Cells<'_>) -> Result<OfferId> {
    match (c.maybe_uid()?, c.maybe_uid()?) {
        (Some(course), _) => Ok(OfferId::Course(CourseId(course))),
        (None, Some(vacancy)) => Ok(OfferId::Vacancy(VacancyId(vacancy))),
        (None, None) => Err(Error::Content("a recommendation of nothing".to_owned())),
    }
}

/// What was recommended in a contact, as the contact tells it, whatever became of it since.
pub(super) fn details_in(
    conn: &Connection,
    contact: ContactId,
) -> Result<Vec<RecommendationDetails>> {
    let mut statement = conn.prepare_cached(include_str!("recommended_in.sql"))?;
    let mut rows = statement.query([contact.0.as_bytes().as_slice()])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(details(&mut Cells::of(row))?);
    }
    Ok(out)
}

/// The titles of what was recommended in a contact.
pub(in crate::store) fn titles_in(conn: &Connection, contact: ContactId) -> Result<Vec<String>> {
    let details = details_in(conn, contact)?;
    Ok(details.into_iter().map(|d| d.title).collect())
}

fn details(c: &mut Cells<'_>) -> Result<RecommendationDetails> {
    Ok(RecommendationDetails {
        offer: offer(c)?,
        title: c.text()?,
        by: c.text()?,
        response: c.must_code(Response::ALL, Response::code)?,
        reasons: c.text()?,
        override_reason: c.text()?,
    })
}

/// The same, offers and answers only.
pub(super) fn offered_in(
    conn: &Connection,
    contact: ContactId,
) -> Result<Vec<(OfferId, Response)>> {
    Ok(details_in(conn, contact)?
        .into_iter()
        .map(|d| (d.offer, d.response))
        .collect())
}
