//! Entries as CSV, XLSX or JSON.

use crate::domain::{
    failure::Failure,
    ledger::{Holds, Kind, Listed, Slot, Value},
};
use crate::exchange::{
    export::{FileFormat, Options},
    table::{self, Table},
};
use crate::text::Lang;
use serde_json::{Map, Value as Json, json};

crate::messages! {
    reference() { zh: "编号", en: "ref" }
}

/// Entries of a kind, as `zhipei import` reads them.
///
/// # Errors
/// A fault of the workbook writer, or a form that records do not have.
pub fn entries(kind: &Kind, rows: &[Listed], options: Options) -> Result<Vec<u8>, Failure> {
    let lang = options.lang;
    if options.format == FileFormat::Json {
        return to_json(rows);
    }
    let fields = || (0..kind.fields.len()).map(Slot);
    let headers = std::iter::once(reference(lang).into_owned())
        .chain(fields().map(|slot| kind[slot].label(lang).to_owned()));
    let rows = rows.iter().map(|row| {
        let cells = fields().map(|slot| cell(row, slot, lang));
        std::iter::once(row.entry.reference.clone())
            .chain(cells)
            .collect()
    });
    let table = Table {
        name: kind.label(lang).to_owned(),
        headers: headers.collect(),
        rows: rows.collect(),
        ..Table::default()
    };
    match options.format {
        FileFormat::Csv => Ok(table.csv()),
        FileFormat::Xlsx => table::xlsx(&[table], kind.label(lang), options.day),
        FileFormat::Json | FileFormat::Html => Err(Failure::InvalidValue {
            field: "--format".to_owned(),
            value: options.format.extension().to_owned(),
        }),
    }
}

/// A link is written as the reference of its record, so that two of one name stay two.
fn cell(row: &Listed, slot: Slot, lang: Lang) -> String {
    match row.linked.iter().find(|(at, _)| *at == slot) {
        Some((_, linked)) if !linked.reference.is_empty() => linked.reference.clone(),
        _ => row.words(slot, lang),
    }
}

fn to_json(rows: &[Listed]) -> Result<Vec<u8>, Failure> {
    let objects: Vec<Json> = rows.iter().map(object).collect();
    let mut bytes = serde_json::to_vec_pretty(&objects).map_err(|error| Failure::Bug {
        detail: error.to_string(),
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn object(row: &Listed) -> Json {
    let mut object = Map::new();
    object.insert("ref".to_owned(), json!(row.entry.reference));
    object.insert("id".to_owned(), json!(row.entry.id.to_string()));
    for (slot, field, value) in row.entry.fields() {
        let json = match value {
            None => Json::Null,
            Some(Value::Text(text)) => json!(text),
            Some(Value::Number(number)) => json!(number),
            Some(Value::Date(day)) => json!(day.to_string()),
            Some(Value::Flag(flag)) => json!(flag),
            Some(Value::Term(term)) => json!(term.code),
            Some(Value::Terms(terms)) => terms.iter().map(|t| json!(t.code)).collect(),
            Some(Value::Link(_)) => json!(cell(row, slot, Lang::Zh)),
        };
        object.insert(field.name.to_owned(), json);
        if let (Holds::Link(_), Some(Value::Link(uid))) = (field.holds, value) {
            object.insert(format!("{}_id", field.name), json!(uid.to_string()));
        }
    }
    Json::Object(object)
}
