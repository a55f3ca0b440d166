//! JSON of the contract: the report of an import, contacts, the log, and records that come back
//! without loss.
//!
//! Absent on purpose: the answers of search and matching; they belong to the command line.

mod log;
mod records;

pub use log::{contact, log};
pub(crate) use records::{courses, memberships, people, vacancies};

use super::{
    report::{Fix, ImportReport, RowDetail},
    sheet::Cell,
    source::Column,
};
use serde_json::{Value, json};

/// The account of an import as the contract's `import`.
pub fn report(file: &str, report: &ImportReport) -> Value {
    json!({
        "file": file,
        "rows": report.rows,
        "accepted": report.accepted,
        "fixed": report.fixed,
        "rejected": report.rejected,
        "duplicates": report.duplicates,
        "skipped": report.skipped,
        "details": report.details.iter().map(detail).collect::<Vec<_>>(),
    })
}

fn detail(detail: &RowDetail) -> Value {
    json!({
        "row": detail.row,
        "outcome": detail.outcome.code(),
        "fixes": detail.fixes.iter().map(|fix: &Fix| fix.code()).collect::<Vec<_>>(),
        "reason": detail.reason.map(|reason| reason.code()),
        "duplicate_of_row": detail.duplicate_of_row,
        "ref": detail.reference,
    })
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
        if let Some(Value::Object(extra)) = object.get("extra") {
            for name in extra.keys() {
                if !extras.contains(name) {
                    extras.push(name.clone());
                }
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
                    object.get("extra").and_then(|extra| extra.get(name))
                };
                value.map_or(Cell::Empty, as_cell)
            };
            names.iter().enumerate().map(cell).collect()
        })
        .collect();
    (names, rows)
}

fn as_cell(value: &Value) -> Cell {
    let text = match value {
        Value::Null => return Cell::Empty,
        Value::Bool(value) => return Cell::Bool(*value),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(values) => {
            let words: Vec<String> = values.iter().map(|v| as_cell(v).text()).collect();
            words.join("、")
        }
        Value::Object(object) => object
            .values()
            .next()
            .map(|v| as_cell(v).text())
            .unwrap_or_default(),
    };
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(text)
    }
}
