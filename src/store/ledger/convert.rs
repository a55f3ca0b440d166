//! A ledger entry as a row, and back.

use crate::domain::{
    ids::EntryId,
    labels::{Term, Terms},
    ledger::{Entry, Holds, Kind as Ledger, Value as Field},
};
use crate::store::error::Result;
use crate::store::row::{Row, Table, Value};
use uuid::Uuid;

/// What a column holds for a value.
pub(super) fn to_value(value: Option<&Field>, holds: Holds) -> Value {
    match value {
        None if matches!(holds, Holds::Text | Holds::Many(_)) => Value::from(""),
        None => Value::Null,
        Some(Field::Text(text)) => Value::from(text.as_str()),
        Some(Field::Number(number)) => Value::Int(*number),
        Some(Field::Date(day)) => Value::from(day.to_string()),
        Some(Field::Flag(flag)) => Value::Int((*flag).into()),
        Some(Field::Term(term)) => Value::from(term.code),
        Some(Field::Terms(terms)) => {
            let codes: Vec<&str> = terms.iter().map(|t| t.code).collect();
            Value::from(codes.join(" "))
        }
        Some(Field::Link(uid)) => Value::Uid(*uid),
    }
}

/// The value in a column. One that the program does not know reads as *not known*, so that one
/// damaged row does not close the ledger.
fn from_value(value: &Value, holds: Holds) -> Option<Field> {
    let field = match (value, holds) {
        (Value::Text(text), Holds::Text) => Field::Text(text.clone()),
        (Value::Text(text), Holds::Date) => Field::Date(text.parse().ok()?),
        (Value::Text(text), Holds::One(terms)) => Field::Term(term(terms, text)?),
        (Value::Text(text), Holds::Many(terms)) => Field::Terms(
            text.split(' ')
                .filter_map(|code| term(terms, code))
                .collect(),
        ),
        (Value::Int(number), Holds::Flag) => Field::Flag(*number != 0),
        (Value::Int(number), Holds::Number(..) | Holds::Yuan) => Field::Number(*number),
        (Value::Uid(uid), Holds::Link(_)) => Field::Link(*uid),
        _ => return None,
    };
    Some(field)
}

fn term(terms: Terms, code: &str) -> Option<&'static Term> {
    terms.iter().find(|t| t.code == code)
}

/// A whole row of a new entry.
pub(super) fn to_row(
    table: &Table,
    entry: &Entry,
    number: Option<i64>,
    reference: &str,
) -> Result<Row> {
    let mut row = table.blank();
    row[table.column("number")?] = number.into();
    row[table.column("reference")?] = Value::from(reference);
    for (_, field, value) in entry.fields() {
        row[table.column(field.name)?] = to_value(value, field.holds);
    }
    Ok(row)
}

/// The entry of a row.
pub(super) fn from_row(
    table: &Table,
    kind: &'static Ledger,
    uid: Uuid,
    row: &Row,
) -> Result<Entry> {
    let mut entry = Entry::blank(kind, EntryId(uid));
    if let Value::Text(reference) = &row[table.column("reference")?] {
        entry.reference.clone_from(reference);
    }
    let slots: Vec<_> = entry
        .fields()
        .map(|(slot, field, _)| (slot, field))
        .collect();
    for (slot, field) in slots {
        let value = from_value(&row[table.column(field.name)?], field.holds);
        entry.set(slot, value);
    }
    Ok(entry)
}
