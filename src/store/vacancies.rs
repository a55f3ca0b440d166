//! Vacancies: the table, reading, adding with their firms.

use super::cells::{self, Cells};
use super::error::Result;
use super::row::{Row, Value, table};
use super::write::Writing;
use super::{Store, enterprises, references};
use crate::domain::{
    failure::Failure,
    ids::{EnterpriseId, VacancyId},
    offer::{OfferId, Vacancy, VacancyRecord},
};
use rusqlite::Connection;

table! {
    /// Vacancies.
    pub(super) VACANCY = "vacancy" {
        number number, text reference, refers(enterprises::ENTERPRISE) enterprise, text title, text employer,
        text place, text pay, text headcount, number headcount_count, text requirement, text remark, text benefit,
        text posted, maybe posted_day, text closes, maybe closes_day, text extra,
    }
}

impl Store {
    /// All vacancies, in the order in which they were added.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn vacancies(&self) -> std::result::Result<Vec<Vacancy>, Failure> {
        self.read(|conn| select(conn, "ORDER BY t.id", []))
    }

    /// The vacancy with this reference or program id.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn find_vacancy(&self, text: &str) -> std::result::Result<Option<Vacancy>, Failure> {
        let text = text.trim();
        self.read(|conn| {
            let found = references::as_written_or_upper(text, |reference| {
                Ok(select(conn, "AND t.reference = ?", [reference])?.pop())
            })?;
            if found.is_some() {
                return Ok(found);
            }
            match VacancyId::parse(text) {
                Some(id) => Ok(select(conn, "AND t.uid = ?", [id.0.as_bytes().as_slice()])?.pop()),
                None => Ok(None),
            }
        })
    }

    /// The course or vacancy with this reference or program id (the vacancy where both have it).
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn find_offer(&self, text: &str) -> std::result::Result<Option<OfferId>, Failure> {
        if let Some(vacancy) = self.find_vacancy(text)? {
            return Ok(Some(OfferId::Vacancy(vacancy.id)));
        }
        Ok(self.find_course(text)?.map(|c| OfferId::Course(c.id)))
    }
}

fn select(conn: &Connection, tail: &str, params: impl rusqlite::Params) -> Result<Vec<Vacancy>> {
    let sql = format!("{} WHERE t.void = 0 {tail}", VACANCY.statements().select);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params)?;
    let mut vacancies = Vec::new();
    while let Some(row) = rows.next()? {
        let c = &mut Cells::of(row);
        let id = VacancyId(c.uid()?);
        let c = c.skip();
        let reference = c.text()?;
        let enterprise = c.maybe_uid()?.map(EnterpriseId);
        vacancies.push(Vacancy {
            id,
            enterprise,
            record: VacancyRecord {
                reference,
                title: c.text()?,
                employer: c.text()?,
                place: c.text()?,
                pay: c.text()?,
                headcount: c.written_number()?,
                requirement: c.text()?,
                remark: c.text()?,
                benefit: c.text()?,
                posted: c.written_date()?,
                closes: c.written_date()?,
                extra: c.map()?,
            },
        });
    }
    Ok(vacancies)
}

fn to_row(
    record: &VacancyRecord,
    number: Option<i64>,
    reference: &str,
    enterprise: Option<EnterpriseId>,
) -> Result<Row> {
    let r = record;
    let text = |t: &str| Value::from(t);
    Ok(vec![
        number.into(),
        text(reference),
        enterprise.map(|e| e.0).into(),
        text(&r.title),
        text(&r.employer),
        text(&r.place),
        text(&r.pay),
        text(&r.headcount.text),
        r.headcount.value.into(),
        text(&r.requirement),
        text(&r.remark),
        text(&r.benefit),
        text(&r.posted.text),
        cells::date(r.posted.value),
        text(&r.closes.text),
        cells::date(r.closes.value),
        cells::map(&r.extra)?,
        Value::Int(0),
    ])
}

/// Adds a vacancy, and its firm where that is new.
pub(super) fn add(
    writing: &mut Writing<'_>,
    record: &VacancyRecord,
    number: Option<i64>,
    reference: &str,
) -> Result<VacancyId> {
    let enterprise = if record.employer.trim().is_empty() {
        None
    } else {
        Some(enterprises::find_or_add(writing, &record.employer)?)
    };
    let id = writing.new_uid()?;
    let row = to_row(record, number, reference, enterprise)?;
    writing.part("vacancy", id, |part| part.insert(&VACANCY, id, row))?;
    Ok(VacancyId(id))
}
