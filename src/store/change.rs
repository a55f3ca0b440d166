//! What happened to a row: what the journal keeps, and what undo, history and rebuild read back.

use super::error::{Error, Result};
use super::row::{Row, Table, Value};
use serde::{Serialize, Serializer, ser::SerializeMap as _};
use serde_json::Value as Json;
use uuid::Uuid;

/// What happened to one row: it was added (`was` is absent) or some columns changed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RowChange {
    /// In which table.
    pub(super) table: &'static Table,
    /// Which row.
    pub(super) uid: Uuid,
    /// The changed columns before, by position; absent for a row that was added.
    pub(super) was: Option<Vec<(usize, Value)>>,
    /// The changed columns after; for a row that was added, all that are not blank.
    pub(super) now: Vec<(usize, Value)>,
}

impl RowChange {
    /// A row that was added.
    pub(super) fn added(table: &'static Table, uid: Uuid, row: Row) -> Self {
        let now = row
            .into_iter()
            .enumerate()
            .filter(|(i, value)| !table.columns[*i].kind.is_blank(value))
            .collect();
        Self {
            table,
            uid,
            was: None,
            now,
        }
    }

    /// A row that was changed; `None` where nothing differs.
    pub(super) fn changed(table: &'static Table, uid: Uuid, was: &Row, now: &Row) -> Option<Self> {
        let differing: Vec<usize> = (0..table.columns.len())
            .filter(|i| was[*i] != now[*i])
            .collect();
        let pick = |row: &Row| differing.iter().map(|i| (*i, row[*i].clone())).collect();
        (!differing.is_empty()).then(|| Self {
            table,
            uid,
            was: Some(pick(was)),
            now: pick(now),
        })
    }

    /// The change that takes this one back: an added row is marked void, a changed one gets its
    /// former values.
    pub(super) fn inverse(&self) -> Self {
        match &self.was {
            Some(was) => Self {
                table: self.table,
                uid: self.uid,
                was: Some(self.now.clone()),
                now: was.clone(),
            },
            None => Self {
                table: self.table,
                uid: self.uid,
                was: Some(vec![(self.table.void(), Value::Int(0))]),
                now: vec![(self.table.void(), Value::Int(1))],
            },
        }
    }

    /// Reads what its serialisation made.
    pub(super) fn from_json(json: &Json, tables: &[&'static Table]) -> Result<Self> {
        let wrong = |what: &str| Error::Content(format!("a payload lacks {what}"));
        let name = json["table"].as_str().ok_or_else(|| wrong("its table"))?;
        let table = *tables
            .iter()
            .find(|t| t.name == name)
            .ok_or_else(|| wrong("a known table"))?;
        let uid = json["uid"]
            .as_str()
            .and_then(|t| Uuid::try_parse(t).ok())
            .ok_or_else(|| wrong("its uid"))?;
        let fields = |json: &Json| -> Result<Vec<(usize, Value)>> {
            // Fields stand in the table's order, so each is looked for behind the one before.
            let mut from = 0;
            json.as_object()
                .ok_or_else(|| wrong("its fields"))?
                .iter()
                .map(|(name, value)| {
                    let ahead = table.columns[from..].iter().position(|c| c.name == name);
                    let i = ahead.map_or_else(|| table.column(name), |n| Ok(from + n))?;
                    from = i + 1;
                    Ok((i, table.columns[i].kind.value_of(value)?))
                })
                .collect()
        };
        Ok(Self {
            table,
            uid,
            was: json.get("was").map(fields).transpose()?,
            now: fields(json.get("now").unwrap_or(&Json::Null))?,
        })
    }
}

/// Column names and values.
struct Fields<'a>(&'a Table, &'a [(usize, Value)]);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        to.collect_map(
            self.1
                .iter()
                .map(|(i, value)| (self.0.columns[*i].name, value)),
        )
    }
}

/// As it stands in a payload: `{"table":…,"uid":…,"was":{…},"now":{…}}`.
impl Serialize for RowChange {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("table", self.table.name)?;
        map.serialize_entry("uid", &Value::Uid(self.uid))?;
        if let Some(was) = &self.was {
            map.serialize_entry("was", &Fields(self.table, was))?;
        }
        map.serialize_entry("now", &Fields(self.table, &self.now))?;
        map.end()
    }
}
