//! The rows that were not taken as a file: their cells as they stood, the reason in words and the cell that
//! it rests on, to be mended in a spreadsheet and imported again.

use super::{
    export::FileFormat,
    report::Import,
    table::{self, Table},
};
use crate::domain::failure::Failure;
use crate::text::Lang;
use chrono::NaiveDate;

crate::messages! {
    sheet_name() { zh: "退回", en: "Rejected" }
    row_header() { zh: "原行号", en: "row in the file" }
    reason_header() { zh: "退回原因", en: "reason for rejection" }
    cell_header() { zh: "出错的格", en: "cell rejected" }
    cell_words(header: &str, value: &str) { zh: "{header}：{value}", en: "{header}: {value}" }
}

/// Whether a header is one of those that stand beside the file's own: a mended file comes back with
/// them, and they are no part of the records.
pub(crate) fn is_own_header(name: &str) -> bool {
    [Lang::Zh, Lang::En].into_iter().any(|lang| {
        [row_header(lang), reason_header(lang), cell_header(lang)]
            .iter()
            .any(|own| own == name)
    })
}

/// The rejected rows. The header is the file's own, so that the file can be imported again.
///
/// # Errors
/// A fault of the workbook writer, or a form that rejects do not have.
pub fn file<R>(
    import: &Import<R>,
    format: FileFormat,
    lang: Lang,
    day: NaiveDate,
) -> Result<Vec<u8>, Failure> {
    let widest = import.rejects.iter().map(|r| r.cells.len()).max();
    let own = widest.unwrap_or_default().max(import.columns.len());
    let mut headers = import.columns.clone();
    headers.resize(own, String::new());
    headers.push(row_header(lang).into_owned());
    headers.push(reason_header(lang).into_owned());
    headers.push(cell_header(lang).into_owned());
    let rows = import
        .rejects
        .iter()
        .map(|reject| {
            let mut row = reject.cells.clone();
            row.resize(own, String::new());
            row.push(reject.row.to_string());
            row.push(reject.reason.label(lang).to_owned());
            let cell = &reject.cell;
            row.push(cell_words(lang, cell.name(), &cell.value).into_owned());
            row
        })
        .collect();
    let table = Table {
        name: sheet_name(lang).into_owned(),
        headers,
        rows,
        footer: Vec::new(),
    };
    match format {
        FileFormat::Csv => Ok(table.csv()),
        FileFormat::Xlsx => table::xlsx(&[table], &sheet_name(lang), day),
        FileFormat::Json | FileFormat::Html => Err(Failure::InvalidValue {
            field: "--rejects".to_owned(),
            value: format.extension().to_owned(),
        }),
    }
}
