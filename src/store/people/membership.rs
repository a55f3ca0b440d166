//! Group memberships as rows.

use super::PERSON_GROUP;
use crate::domain::{
    group::{EvidenceKind, Group, GroupSource, Membership},
    ids::PersonId,
};
use crate::store::{
    cells::{self, Cells},
    error::{Error, Result},
    row::{Row, Value},
};
use rusqlite::Connection;
use uuid::Uuid;

/// The columns that [`read`] reads.
pub(super) const COLUMNS: &str =
    "code, valid_from, valid_to, evidence, evidence_kind, recognised_on, source, verified";

/// Reads [`COLUMNS`]. An unknown code is passed over.
pub(super) fn read(cells: &mut Cells<'_>) -> Result<Option<Membership>> {
    let group = cells.code(Group::ALL, Group::code)?;
    let (from, to, evidence) = (cells.date()?, cells.date()?, cells.maybe()?);
    let evidence_kind = cells.code(EvidenceKind::ALL, EvidenceKind::code)?;
    let recognised_on = cells.date()?;
    let source = cells.code(GroupSource::ALL, GroupSource::code)?;
    let verified = cells.flag()? == Some(true);
    Ok(group.map(|group| Membership {
        group,
        from,
        to,
        evidence,
        evidence_kind,
        recognised_on,
        source,
        verified,
    }))
}

/// The row of a membership.
pub(super) fn row(person: Uuid, membership: &Membership) -> Row {
    let m = membership;
    vec![
        Value::Uid(person),
        Value::from(m.group.code()),
        cells::date(m.from),
        cells::date(m.to),
        m.evidence.as_deref().filter(|e| !e.is_empty()).into(),
        m.evidence_kind.map(EvidenceKind::code).into(),
        cells::date(m.recognised_on),
        m.source.map(GroupSource::code).into(),
        m.verified.into(),
        Value::Int(0),
    ]
}

/// A membership out of named values, as a payload of the journal holds them.
pub(super) fn of_values(value: impl Fn(&str) -> Option<Value>) -> Option<Membership> {
    let text = |name: &str| match value(name) {
        Some(Value::Text(text)) if !text.is_empty() => Some(text),
        _ => None,
    };
    let day = |name: &str| text(name).and_then(|day| day.parse().ok());
    Some(Membership {
        group: text("code").and_then(|code| Group::parse(&code))?,
        from: day("valid_from"),
        to: day("valid_to"),
        evidence: text("evidence"),
        evidence_kind: text("evidence_kind").and_then(|code| EvidenceKind::parse(&code)),
        recognised_on: day("recognised_on"),
        source: text("source").and_then(|code| GroupSource::parse(&code)),
        verified: value("verified") == Some(Value::Int(1)),
    })
}

/// The memberships of a person, in the order in which they were entered.
pub(in crate::store) fn of(conn: &Connection, id: PersonId) -> Result<Vec<Membership>> {
    Ok(numbered(conn, id)?
        .into_iter()
        .map(|(_, membership)| membership)
        .collect())
}

/// The same, each with its identity.
pub(super) fn numbered(conn: &Connection, id: PersonId) -> Result<Vec<(Uuid, Membership)>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT uid, {COLUMNS} FROM person_group
         WHERE person = (SELECT id FROM person WHERE uid = ?) AND void = 0 ORDER BY id"
    ))?;
    let mut rows = statement.query([id.0.as_bytes().as_slice()])?;
    let mut groups = Vec::new();
    while let Some(row) = rows.next()? {
        let mut cells = Cells::of(row);
        let uid = cells.uid()?;
        groups.extend(read(&mut cells)?.map(|membership| (uid, membership)));
    }
    Ok(groups)
}

/// The values of a membership's row by name, for the history.
pub(super) fn named(row: &Row) -> impl Fn(&str) -> Option<Value> + '_ {
    |name| {
        let at: std::result::Result<usize, Error> = PERSON_GROUP.column(name);
        at.ok().map(|at| row[at].clone())
    }
}
