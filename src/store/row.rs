//! Tables and rows as column → value, the same for every table.
//!
//! Absent on purpose: what a column means. Each entity's folder describes its table and converts.

use super::error::{Error, Result};
use rusqlite::{
    ToSql,
    types::{ToSqlOutput, Value as Sql, ValueRef},
};
use serde::{Serialize, Serializer};
use serde_json::Value as Json;
use std::sync::OnceLock;
use uuid::Uuid;

/// What a column holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// Text; nothing written is the empty text.
    Text,
    /// Text or NULL.
    Maybe,
    /// A number or NULL.
    Number,
    /// 0 or 1.
    Flag,
    /// Another row, or NULL: by uid outside the table, by its small number inside.
    Ref(&'static Table),
}

/// A column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// Its name in the table and in payloads.
    pub(super) name: &'static str,
    /// What it holds.
    pub(super) kind: Kind,
}

/// A state table: every one has `id`, `uid` and (last of its columns) `void`.
#[derive(Debug)]
pub(super) struct Table {
    /// Its name.
    pub(super) name: &'static str,
    /// Its columns but for `id` and `uid`.
    pub(super) columns: &'static [Column],
    /// Its statements, put together on first use.
    pub(super) sql: OnceLock<Statements>,
}

/// The statements that every table has.
#[derive(Debug)]
pub(super) struct Statements {
    /// Adds a row: uid, then the columns.
    pub(super) insert: String,
    /// All rows, references as uids: uid, then the columns.
    pub(super) select: String,
    /// The small number of a uid.
    pub(super) number: String,
    /// Whether the row of a uid counts.
    pub(super) live: String,
    /// Whether a row that counts refers to a uid: one statement for each column that may.
    pub(super) referrers: Vec<String>,
}

impl Table {
    fn referrers(&self) -> Vec<String> {
        let mut out = Vec::new();
        for from in super::tables::all() {
            for column in from.columns {
                if matches!(column.kind, Kind::Ref(to) if to == self) {
                    out.push(format!(
                        "SELECT 1 FROM {} WHERE {} = (SELECT id FROM {} WHERE uid = ?) AND void = 0 LIMIT 1",
                        from.name, column.name, self.name
                    ));
                }
            }
        }
        out
    }

    /// Its statements.
    pub(super) fn statements(&self) -> &Statements {
        self.sql.get_or_init(|| {
            let names: Vec<&str> = self.columns.iter().map(|c| c.name).collect();
            let marks = vec!["?"; names.len() + 1].join(", ");
            let shown: Vec<String> = self
                .columns
                .iter()
                .map(|c| match c.kind {
                    Kind::Ref(to) => {
                        format!("(SELECT uid FROM {} WHERE id = t.{})", to.name, c.name)
                    }
                    _ => format!("t.{}", c.name),
                })
                .collect();
            let table = self.name;
            Statements {
                insert: format!(
                    "INSERT INTO {table} (uid, {}) VALUES ({marks})",
                    names.join(", ")
                ),
                select: format!("SELECT t.uid, {} FROM {table} t", shown.join(", ")),
                number: format!("SELECT id FROM {table} WHERE uid = ?"),
                live: format!("SELECT 1 FROM {table} WHERE uid = ? AND void = 0"),
                referrers: self.referrers(),
            }
        })
    }
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Describes a table: `NAME = "table" { text name, maybe sex, … }`; `void` is added.
macro_rules! table {
    ($(#[$meta:meta])* $vis:vis $name:ident = $table:literal { $($kind:ident $(($target:path))? $column:ident),+ $(,)? }) => {
        $(#[$meta])*
        $vis static $name: $crate::store::row::Table = $crate::store::row::Table {
            name: $table,
            columns: &[
                $( $crate::store::row::Column {
                    name: stringify!($column),
                    kind: $crate::store::row::table!(@kind $kind $($target)?),
                }, )+
                $crate::store::row::Column { name: "void", kind: $crate::store::row::Kind::Flag },
            ],
            sql: std::sync::OnceLock::new(),
        };
    };
    (@kind text) => { $crate::store::row::Kind::Text };
    (@kind maybe) => { $crate::store::row::Kind::Maybe };
    (@kind number) => { $crate::store::row::Kind::Number };
    (@kind flag) => { $crate::store::row::Kind::Flag };
    (@kind refers $target:path) => { $crate::store::row::Kind::Ref(&$target) };
}
pub(super) use table;

/// A value of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// Not known.
    Null,
    /// A number or flag.
    Int(i64),
    /// Text.
    Text(String),
    /// Another row's identity.
    Uid(Uuid),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Int(flag.into())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Int(number.into())
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Int(number.into())
    }
}

impl From<Uuid> for Value {
    fn from(uid: Uuid) -> Self {
        Self::Uid(uid)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Null => ToSqlOutput::Owned(Sql::Null),
            Self::Int(n) => ToSqlOutput::Owned(Sql::Integer(*n)),
            Self::Text(t) => ToSqlOutput::Borrowed(ValueRef::Text(t.as_bytes())),
            Self::Uid(u) => ToSqlOutput::Borrowed(ValueRef::Blob(u.as_bytes())),
        })
    }
}

impl Kind {
    /// Whether nothing was said.
    pub(super) fn is_blank(self, value: &Value) -> bool {
        match (self, value) {
            (Self::Text, Value::Text(text)) => text.is_empty(),
            (Self::Flag, Value::Int(n)) => *n == 0,
            (_, value) => *value == Value::Null,
        }
    }

    /// What a row has where nothing was said; such values are left out of payloads.
    pub(super) fn blank(self) -> Value {
        match self {
            Self::Text => Value::Text(String::new()),
            Self::Flag => Value::Int(0),
            Self::Maybe | Self::Number | Self::Ref(_) => Value::Null,
        }
    }

    pub(super) fn value_of(self, json: &Json) -> Result<Value> {
        let unlike = || Error::Content("a payload holds a value of another type".to_owned());
        Ok(match (self, json) {
            (_, Json::Null) => Value::Null,
            (Self::Text | Self::Maybe, Json::String(t)) => Value::Text(t.clone()),
            (Self::Number | Self::Flag, Json::Number(n)) => {
                Value::Int(n.as_i64().ok_or_else(unlike)?)
            }
            (Self::Ref(_), Json::String(t)) => {
                Value::Uid(Uuid::try_parse(t).map_err(|_| unlike())?)
            }
            _ => return Err(unlike()),
        })
    }
}

/// Values by column, in the table's order.
pub(super) type Row = Vec<Value>;

impl Table {
    /// A row with nothing said.
    pub(super) fn blank(&self) -> Row {
        self.columns.iter().map(|c| c.kind.blank()).collect()
    }

    /// A row from named values; a name that the table lacks is a fault of the program.
    pub(super) fn row<const N: usize>(&self, values: [(&str, Value); N]) -> Result<Row> {
        let mut row = self.blank();
        for (name, value) in values {
            row[self.column(name)?] = value;
        }
        Ok(row)
    }

    /// Where a column stands.
    pub(super) fn column(&self, name: &str) -> Result<usize> {
        self.columns
            .iter()
            .position(|c| c.name == name)
            .ok_or_else(|| Error::Content(format!("no column {}.{name}", self.name)))
    }

    /// Where `void` stands.
    pub(super) fn void(&self) -> usize {
        self.columns.len() - 1
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
        match self {
            Self::Null => to.serialize_none(),
            Self::Int(n) => to.serialize_i64(*n),
            Self::Text(text) => to.serialize_str(text),
            Self::Uid(uid) => to.collect_str(uid),
        }
    }
}
