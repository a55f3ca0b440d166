//! Courses: the table, reading, adding.

use super::cells::{self, Cells};
use super::error::Result;
use super::row::{Row, Value, table};
use super::write::Writing;
use super::{Store, references};
use crate::domain::{
    failure::Failure,
    ids::CourseId,
    offer::{Course, CourseRecord},
};
use rusqlite::Connection;

table! {
    /// Courses.
    pub(super) COURSE = "course" {
        number number, text reference, text title, text org, text place, text start, maybe start_day, text hours,
        number hours_count, text level, text target, text condition, text fee, text remark, text extra,
    }
}

impl Store {
    /// All courses, in the order in which they were added.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn courses(&self) -> std::result::Result<Vec<Course>, Failure> {
        self.read(|conn| select(conn, "ORDER BY t.id", []))
    }

    /// The course with this reference or program id.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn find_course(&self, text: &str) -> std::result::Result<Option<Course>, Failure> {
        let text = text.trim();
        self.read(|conn| {
            let found = references::as_written_or_upper(text, |reference| {
                Ok(select(conn, "AND t.reference = ?", [reference])?.pop())
            })?;
            if found.is_some() {
                return Ok(found);
            }
            match CourseId::parse(text) {
                Some(id) => Ok(select(conn, "AND t.uid = ?", [id.0.as_bytes().as_slice()])?.pop()),
                None => Ok(None),
            }
        })
    }
}

fn select(conn: &Connection, tail: &str, params: impl rusqlite::Params) -> Result<Vec<Course>> {
    let sql = format!("{} WHERE t.void = 0 {tail}", COURSE.statements().select);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params)?;
    let mut courses = Vec::new();
    while let Some(row) = rows.next()? {
        let c = &mut Cells::of(row);
        let id = CourseId(c.uid()?);
        let c = c.skip();
        courses.push(Course {
            id,
            record: CourseRecord {
                reference: c.text()?,
                title: c.text()?,
                org: c.text()?,
                place: c.text()?,
                start: c.written_date()?,
                hours: c.written_number()?,
                level: c.text()?,
                target: c.text()?,
                condition: c.text()?,
                fee: c.text()?,
                remark: c.text()?,
                extra: c.map()?,
            },
        });
    }
    Ok(courses)
}

fn to_row(record: &CourseRecord, number: Option<i64>, reference: &str) -> Result<Row> {
    let r = record;
    let text = |t: &str| Value::from(t);
    Ok(vec![
        number.into(),
        text(reference),
        text(&r.title),
        text(&r.org),
        text(&r.place),
        text(&r.start.text),
        cells::date(r.start.value),
        text(&r.hours.text),
        r.hours.value.into(),
        text(&r.level),
        text(&r.target),
        text(&r.condition),
        text(&r.fee),
        text(&r.remark),
        cells::map(&r.extra)?,
        Value::Int(0),
    ])
}

/// Adds a course.
pub(super) fn add(
    writing: &mut Writing<'_>,
    record: &CourseRecord,
    number: Option<i64>,
    reference: &str,
) -> Result<CourseId> {
    let id = writing.new_uid()?;
    let row = to_row(record, number, reference)?;
    writing.part("course", id, |part| part.insert(&COURSE, id, row))?;
    Ok(CourseId(id))
}
