//! JSON of the contract: the report of an import, contacts, the log, and records that come back
//! without loss.
//!
//! Absent on purpose: the answers of search and matching; they belong to the command line.

mod log;
mod records;

pub(crate) use log::contact_in_full;
pub use log::{contact, log};
pub(crate) use records::{courses, memberships, people, vacancies};

use super::{
    report::{Fix, Import, RowDetail, Warning},
    sheet::Cell,
    source::Column,
};
use serde_json::{Map, Value, json};

/// The account of an import as the contract's `import`; with the columns that are not ours.
pub fn report<R>(file: &str, import: &Import<R>) -> Value {
    let report = &import.report;
    json!({
        "file": file,
        "rows": report.rows,
        "accepted": report.accepted,
        "fixed": report.fixed,
        "rejected": report.rejected,
        "duplicates": report.duplicates,
        "skipped": report.skipped,
        "unknown_columns": import.unknown_columns,
        "details": report.details.iter().map(detail).collect::<Vec<_>>(),
    })
}

/// One row; the cells that a reason, a difference or a warning rests on only where there is one.
fn detail(detail: &RowDetail) -> Value {
    let mut object = json!({
        "row": detail.row,
        "outcome": detail.outcome.code(),
        "fixes": detail.fixes.iter().map(|fix: &Fix| fix.code()).collect::<Vec<_>>(),
        "reason": detail.reason.map(|reason| reason.code()),
        "duplicate_of_row": detail.duplicate_of_row,
        "ref": detail.reference,
    });
    if let Some(cell) = &detail.cell {
        object["cell"] = json!({
            "column": cell.column,
            "header": cell.header,
            "value": cell.value,
        });
    }
    if !detail.differs.is_empty() {
        let columns = detail.differs.iter().map(|cell| cell.column.as_str());
        object["differs"] = columns.collect();
    }
    if !detail.warnings.is_empty() {
        let warning = |warning: &Warning| {
            json!({
                "code": warning.kind.code(),
                "column": warning.cell.column,
                "header": warning.cell.header,
                "value": warning.cell.value,
            })
        };
        object["warnings"] = detail.warnings.iter().map(warning).collect();
    }
    object
}

/// The objects of a JSON file of records; `None` where the bytes are something else.
pub(crate) fn objects(bytes: &[u8]) -> Option<Vec<Value>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.iter().find(|b| !b.is_ascii_whitespace())?;
    if *first != b'[' {
        return None;
    }
    match serde_json::from_slice(bytes).ok()? {
        Value::Array(objects) if objects.iter().all(Value::is_object) => Some(objects),
        _ => None,
    }
}

/// Objects as rows under a common header: our fields, then every other one in order of appearance.
pub(crate) fn flatten<C: Column>(objects: &[Value]) -> (Vec<String>, Vec<Vec<Cell>>) {
    let mut names: Vec<String> = C::all().iter().map(|c| c.code().to_owned()).collect();
    let mut extras: Vec<String> = Vec::new();
    for object in objects {
        let kept = object.get("extra").and_then(Value::as_object);
        let strange = object.as_object().into_iter().flat_map(Map::keys);
        let strange = strange.filter(|name| !is_ours::<C>(name));
        for name in kept.into_iter().flat_map(Map::keys).chain(strange) {
            if !extras.contains(name) {
                extras.push(name.clone());
            }
        }
    }
    let own = names.len();
    names.extend(extras);
    let rows = objects
        .iter()
        .map(|object| {
            let cell = |(at, name): (usize, &String)| {
                let value = if at < own {
                    object.get(name)
                } else {
                    let kept = object.get("extra").and_then(|extra| extra.get(name));
                    kept.or_else(|| object.get(name).filter(|_| !is_ours::<C>(name)))
                };
                value.map_or(Cell::Empty, as_cell)
            };
            names.iter().enumerate().map(cell).collect()
        })
        .collect();
    (names, rows)
}

/// Whether a field is a column or another field of our own.
fn is_ours<C: Column>(name: &str) -> bool {
    C::FIELDS.contains(&name) || C::all().iter().any(|c| c.code() == name)
}

/// A value as the cell of a sheet.
pub(crate) fn as_cell(value: &Value) -> Cell {
    let text = match value {
        Value::Null => return Cell::Empty,
        Value::Bool(value) => return Cell::Bool(*value),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(values) => {
            let words: Vec<String> = values.iter().map(|v| as_cell(v).text()).collect();
            words.join("、")
        }
        // A group with its dates, where another group beside it is not known.
        Value::Object(object) => object
            .get("group")
            .or_else(|| object.values().next())
            .map(|v| as_cell(v).text())
            .unwrap_or_default(),
    };
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(text)
    }
}
