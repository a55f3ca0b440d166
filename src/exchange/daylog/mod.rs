//! The log of a day (工作日志) as a file: CSV, XLSX, HTML for paper, JSON. The columns are those that
//! auditors know, in their order; the same log is the same bytes, whenever it is exported.

mod html;
pub mod words;

use super::{
    cells,
    export::FileFormat,
    json,
    table::{self, Table},
    vocabulary::group_label,
};
use crate::domain::{
    contact::ContactState,
    dates,
    daybook::{Daybook, DaybookRow},
    failure::Failure,
};
use crate::text::Lang;

/// The log as a file's bytes. Ids and phones stand as the book holds them (masked, unless `office`
/// put the full ones there).
///
/// # Errors
/// A fault of the workbook writer.
pub fn file(book: &Daybook, format: FileFormat, lang: Lang) -> Result<Vec<u8>, Failure> {
    match format {
        FileFormat::Csv => Ok(table(book, lang).csv()),
        FileFormat::Xlsx => {
            let title = title(book, lang);
            table::xlsx(&[table(book, lang), totals(book, lang)], &title, book.to)
        }
        FileFormat::Html => Ok(html::page(book, lang).into_bytes()),
        FileFormat::Json => {
            let mut bytes =
                serde_json::to_vec_pretty(&json::log(book)).map_err(|error| Failure::Bug {
                    detail: error.to_string(),
                })?;
            bytes.push(b'\n');
            Ok(bytes)
        }
    }
}

/// The headers, in the order of the counter's list.
pub fn headers(lang: Lang) -> Vec<String> {
    words::HEADERS
        .iter()
        .map(|(zh, en)| lang.pick(zh, en).to_owned())
        .collect()
}

/// One row's cells under [`headers`], without the running number.
pub fn line(row: &DaybookRow, lang: Lang) -> Vec<String> {
    let contact = &row.contact;
    let record = &contact.record;
    let labels: Vec<&str> = row.groups.iter().map(|g| group_label(*g, lang)).collect();
    let purposes: Vec<&str> = record.purposes.iter().map(|p| p.label(lang)).collect();
    let mut remarks = Vec::new();
    if !record.place.is_empty() {
        remarks.push(words::place(lang, &record.place).into_owned());
    }
    let why = contact.why_closed(lang);
    if !why.is_empty() {
        remarks.push(why.to_owned());
    }
    vec![
        record.at.format("%Y-%m-%d").to_string(),
        dates::hour(record.at),
        record.channel.label(lang).to_owned(),
        contact.with_name.clone(),
        row.sex
            .map(|s| s.label(lang))
            .unwrap_or_default()
            .to_owned(),
        row.age.map(|age| age.to_string()).unwrap_or_default(),
        row.id_masked.clone(),
        row.phone_masked.clone(),
        row.town.clone(),
        row.village.clone(),
        labels.join("、"),
        record
            .party
            .map(|p| p.label(lang))
            .unwrap_or_default()
            .to_owned(),
        purposes.join("、"),
        cells::told(&record.note, false),
        row.vacancies.join("、"),
        row.courses.join("、"),
        record.outcome.label(lang).to_owned(),
        record
            .reason
            .map(|r| r.label(lang))
            .unwrap_or_default()
            .to_owned(),
        record
            .next_due
            .map(|day| day.to_string())
            .unwrap_or_default(),
        contact.operator_name.clone(),
        marks(row, lang),
        remarks.join("；"),
    ]
}

/// 补录, 更正, 已更正, 已作废.
fn marks(row: &DaybookRow, lang: Lang) -> String {
    let contact = &row.contact;
    let mut marks = Vec::new();
    if contact.is_late() {
        marks.push(words::late(lang).into_owned());
    }
    if contact.corrects.is_some() {
        marks.push(words::correction(lang).into_owned());
    }
    if contact.state != ContactState::Valid {
        marks.push(contact.state.label(lang).to_owned());
    }
    marks.join("、")
}

fn title(book: &Daybook, lang: Lang) -> String {
    let (from, to) = (book.from, book.to);
    if from == to {
        words::title_of_day(lang, from).into_owned()
    } else {
        words::title_of_days(lang, from, to).into_owned()
    }
}

fn rows(book: &Daybook, lang: Lang) -> Vec<Vec<String>> {
    let numbered = |(at, row): (usize, &DaybookRow)| {
        let mut line = line(row, lang);
        line.insert(0, (at + 1).to_string());
        line
    };
    book.rows.iter().enumerate().map(numbered).collect()
}

/// Totals and check code, one line each: label and figure.
fn footer(book: &Daybook, lang: Lang) -> Vec<Vec<String>> {
    let totals = book.totals();
    let mut lines = vec![vec![
        words::total(lang).into_owned(),
        words::contacts(lang, totals.contacts).into_owned(),
        words::persons(lang, totals.persons).into_owned(),
    ]];
    if let Some(head) = &book.head {
        lines.push(vec![words::check_code(lang).into_owned(), head.short()]);
    }
    lines
}

fn table(book: &Daybook, lang: Lang) -> Table {
    Table {
        name: words::sheet(lang).into_owned(),
        headers: headers(lang),
        rows: rows(book, lang),
        footer: footer(book, lang),
    }
}

/// The totals on a sheet of their own; 人次 and 人 are never mixed.
fn totals(book: &Daybook, lang: Lang) -> Table {
    let totals = book.totals();
    let count = words::count(lang).into_owned();
    let mut rows = vec![
        vec![
            words::total(lang).into_owned(),
            words::unit_contacts(lang).into_owned(),
            totals.contacts.to_string(),
        ],
        vec![
            words::total(lang).into_owned(),
            words::unit_persons(lang).into_owned(),
            totals.persons.to_string(),
        ],
    ];
    for (channel, n) in &totals.by_channel {
        rows.push(vec![
            words::channel(lang).into_owned(),
            channel.label(lang).to_owned(),
            n.to_string(),
        ]);
    }
    for (outcome, n) in &totals.by_outcome {
        rows.push(vec![
            words::outcome(lang).into_owned(),
            outcome.label(lang).to_owned(),
            n.to_string(),
        ]);
    }
    Table {
        name: words::totals_sheet(lang).into_owned(),
        headers: vec![
            words::item(lang).into_owned(),
            words::kind(lang).into_owned(),
            count,
        ],
        rows,
        footer: footer(book, lang).into_iter().skip(1).collect(),
    }
}

#[cfg(test)]
mod tests;
