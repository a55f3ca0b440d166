//! The history of a record, read from the journal's payloads.

use super::{PERSON, PERSON_GROUP, membership};
use crate::domain::{
    failure::Failure,
    history::FieldChange,
    ids::PersonId,
    person::{PersonField, Told},
};
use crate::store::{
    EntryKind, FieldHistory, Store,
    change::RowChange,
    error::Result,
    journal::read_stamp,
    row::{Row, Value},
    rows,
    write::changes_of,
};
use rusqlite::{Connection, Row as SqlRow};
use std::collections::HashMap;
use uuid::Uuid;

impl Store {
    /// What happened to a person's record, newest first. What was erased for real is passed over.
    ///
    /// # Errors
    /// As [`Store::person`].
    pub fn history_of(&self, id: PersonId) -> std::result::Result<Vec<FieldHistory>, Failure> {
        self.read(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT j.at, o.name, j.kind, s.name, j.seq, p.body
                 FROM payload p
                 JOIN journal j ON j.id = p.entry
                 JOIN operator o ON o.id = j.operator
                 JOIN station s ON s.id = j.station
                 WHERE p.subject = ? AND p.entity = 'person' AND p.body IS NOT NULL
                 ORDER BY j.id DESC, p.part DESC",
            )?;
            let mut found = statement.query([id.0.as_bytes().as_slice()])?;
            let mut history = Vec::new();
            let mut groups = HashMap::new();
            while let Some(row) = found.next()? {
                history.extend(entry(conn, row, &mut groups)?);
            }
            Ok(history)
        })
    }
}

/// Rows of memberships as they stood after the entry that is being read: what did not change stands
/// in no payload.
type Memberships = HashMap<Uuid, Row>;

fn entry(
    conn: &Connection,
    row: &SqlRow<'_>,
    groups: &mut Memberships,
) -> Result<Option<FieldHistory>> {
    let kind: String = row.get(2)?;
    let Some(kind) = EntryKind::parse(&kind) else {
        return Ok(None);
    };
    let mut changes = Vec::new();
    let all = changes_of(row.get_ref(5)?.as_str().unwrap_or_default())?;
    for change in all.into_iter().rev() {
        if change.table == &PERSON {
            changes.extend(of_person(&change));
        } else if change.table == &PERSON_GROUP {
            changes.extend(of_group(conn, &change, groups)?);
        }
    }
    changes.sort_by_key(|change| change.field);
    Ok(Some(FieldHistory {
        at: read_stamp(row.get_ref(0)?.as_str().unwrap_or_default())?,
        operator: row.get(1)?,
        kind,
        station: row.get(3)?,
        seq: row.get::<_, i64>(4)?.unsigned_abs(),
        changes,
    }))
}

/// The columns of a person's row that are fields of the record.
fn of_person(change: &RowChange) -> impl Iterator<Item = FieldChange> + '_ {
    let before = |at: usize| {
        let was = change.was.as_ref()?;
        let found = was.iter().find(|(column, _)| *column == at);
        found.map(|(_, value)| value)
    };
    change.now.iter().filter_map(move |(at, now)| {
        let name = PERSON.columns[*at].name;
        let field = PersonField::ALL
            .iter()
            .copied()
            .find(|f| f.code() == name)?;
        Some(FieldChange {
            field,
            was: before(*at).map_or(Told::Nothing, |value| told(field, value)),
            now: told(field, now),
        })
    })
}

fn told(field: PersonField, value: &Value) -> Told {
    match value {
        Value::Text(text) if text.is_empty() => Told::Nothing,
        Value::Text(text) if matches!(field, PersonField::Certs | PersonField::FormerRefs) => {
            let list: Vec<String> = serde_json::from_str(text).unwrap_or_default();
            Told::Text(list.join("、"))
        }
        Value::Text(text) => Told::Text(text.clone()),
        Value::Int(n) => Told::Text(n.to_string()),
        Value::Null | Value::Uid(_) => Told::Nothing,
    }
}

/// A membership that came, changed or was taken back.
fn of_group(
    conn: &Connection,
    change: &RowChange,
    groups: &mut Memberships,
) -> Result<Option<FieldChange>> {
    let after = match groups.remove(&change.uid) {
        Some(row) => row,
        None => match rows::get(conn, &PERSON_GROUP, change.uid)? {
            Some(row) => row,
            None => return Ok(None),
        },
    };
    let mut before = after.clone();
    for (at, value) in change.was.iter().flatten() {
        before[*at] = value.clone();
    }
    let told = |row: &Row| match membership::of_values(membership::named(row)) {
        Some(membership) if row[PERSON_GROUP.void()] == Value::Int(0) => Told::Group(membership),
        _ => Told::Nothing,
    };
    let was = match change.was {
        Some(_) => told(&before),
        None => Told::Nothing,
    };
    let now = told(&after);
    groups.insert(change.uid, before);
    Ok(Some(FieldChange {
        field: PersonField::Groups,
        was,
        now,
    }))
}
