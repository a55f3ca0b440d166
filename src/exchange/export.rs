//! Records as files: the contract's columns in its order, then the columns that came with the
//! records. Ids and phones are masked unless revealed.
//!
//! Only JSON holds everything. A sheet has no place for the dates and grounds of a group, the identity
//! of a contact, what it corrects, why it was cancelled, and what was recommended in it. The journal
//! stays where it was written: a contact that comes back has its place in the journal of the import.

use super::{
    cells,
    contacts::Recommended,
    json,
    source::{Column, ContactColumn, CourseColumn, PersonColumn, VacancyColumn},
    table::{self, Table},
};
use crate::domain::{
    contact::Contact,
    failure::Failure,
    offer::{CourseRecord, VacancyRecord},
    person::PersonRecord,
};
use crate::text::Lang;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The form of an exported file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFormat {
    /// Comma-separated text for spreadsheets.
    Csv,
    /// A workbook; the form that keeps long numbers.
    Xlsx,
    /// JSON, which comes back without loss.
    Json,
    /// A page for paper (the daily log).
    Html,
}

impl FileFormat {
    /// Reads a name or a file's extension.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text.trim().to_ascii_lowercase().as_str() {
            "csv" => Self::Csv,
            "xlsx" => Self::Xlsx,
            "json" => Self::Json,
            "html" | "htm" => Self::Html,
            _ => return None,
        })
    }

    /// The extension of such a file.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Html => "html",
        }
    }
}

/// How to export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Form of the file.
    pub format: FileFormat,
    /// Language of headers and labels; JSON keeps the words of the counter.
    pub lang: Lang,
    /// Full id numbers and phones.
    pub reveal: bool,
    /// Date of making, as a workbook states it.
    pub day: NaiveDate,
}

crate::messages! {
    people_title() { zh: "求职者", en: "People" }
    courses_title() { zh: "课程", en: "Courses" }
    vacancies_title() { zh: "岗位", en: "Vacancies" }
    contacts_title() { zh: "联系记录", en: "Contacts" }
}

/// People, as `zhipei import people` reads them.
///
/// # Errors
/// A fault of the workbook writer, or a form that records do not have.
pub fn people(records: &[PersonRecord], options: Options) -> Result<Vec<u8>, Failure> {
    if options.format == FileFormat::Json {
        return to_json(records.iter().map(|r| json::people(r, options.reveal)));
    }
    let Options { lang, reveal, .. } = options;
    let extras: Vec<_> = records
        .iter()
        .map(|r| cells::extra(&r.extra, reveal))
        .collect();
    let columns: Vec<PersonColumn> = PersonColumn::ALL
        .iter()
        .copied()
        .filter(|column| {
            let said = |r: &PersonRecord| !cells::person(r, *column, lang, reveal).is_empty();
            column.is_always_there() || records.iter().any(said)
        })
        .collect();
    let table = table(&columns, options, &extras, |at, column| {
        cells::person(&records[at], column, lang, reveal)
    });
    to_file(table, &people_title(lang), options)
}

/// Courses, as `zhipei import courses` reads them.
///
/// # Errors
/// As [`people`].
pub fn courses(records: &[CourseRecord], options: Options) -> Result<Vec<u8>, Failure> {
    if options.format == FileFormat::Json {
        return to_json(records.iter().map(json::courses));
    }
    let extras: Vec<_> = records.iter().map(|r| r.extra.clone()).collect();
    let table = table(CourseColumn::ALL, options, &extras, |at, column| {
        cells::course(&records[at], column)
    });
    to_file(table, &courses_title(options.lang), options)
}

/// Vacancies, as `zhipei import vacancies` reads them.
///
/// # Errors
/// As [`people`].
pub fn vacancies(records: &[VacancyRecord], options: Options) -> Result<Vec<u8>, Failure> {
    if options.format == FileFormat::Json {
        return to_json(records.iter().map(json::vacancies));
    }
    let extras: Vec<_> = records.iter().map(|r| r.extra.clone()).collect();
    let table = table(VacancyColumn::ALL, options, &extras, |at, column| {
        cells::vacancy(&records[at], column)
    });
    to_file(table, &vacancies_title(options.lang), options)
}

/// A contact with what its file says beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactExport {
    /// The contact.
    pub contact: Contact,
    /// Reference of the person, or empty.
    pub person: String,
    /// What was recommended in it.
    pub recommended: Vec<Recommended>,
}

/// Contacts, as `zhipei import contacts` reads them.
///
/// # Errors
/// As [`people`].
pub fn contacts(records: &[ContactExport], options: Options) -> Result<Vec<u8>, Failure> {
    if options.format == FileFormat::Json {
        let objects = records
            .iter()
            .map(|r| json::contact_in_full(&r.contact, &r.person, &r.recommended, options.reveal));
        return to_json(objects);
    }
    let extras = vec![BTreeMap::new(); records.len()];
    let table = table(ContactColumn::ALL, options, &extras, |at, column| {
        let record = &records[at];
        let Options { lang, reveal, .. } = options;
        cells::contact(&record.contact, &record.person, column, lang, reveal)
    });
    to_file(table, &contacts_title(options.lang), options)
}

/// Columns and rows; the columns that are not ours stand last, by name.
fn table<C: Column>(
    columns: &[C],
    options: Options,
    extras: &[BTreeMap<String, String>],
    cell: impl Fn(usize, C) -> String,
) -> Table {
    let mut names: Vec<&String> = extras.iter().flat_map(BTreeMap::keys).collect();
    names.sort_unstable();
    names.dedup();
    let own = columns.iter().map(|c| c.label(options.lang).to_owned());
    let headers = own.chain(names.iter().map(|n| (*n).clone())).collect();
    let rows = extras
        .iter()
        .enumerate()
        .map(|(at, extra)| {
            let own = columns.iter().map(|column| cell(at, *column));
            let more = names
                .iter()
                .map(|name| extra.get(*name).cloned().unwrap_or_default());
            own.chain(more).collect()
        })
        .collect();
    Table {
        headers,
        rows,
        ..Table::default()
    }
}

fn to_file(mut table: Table, title: &str, options: Options) -> Result<Vec<u8>, Failure> {
    match options.format {
        FileFormat::Csv => Ok(table.csv()),
        FileFormat::Xlsx => {
            table.name = title.to_owned();
            table::xlsx(&[table], title, options.day)
        }
        FileFormat::Json | FileFormat::Html => Err(Failure::InvalidValue {
            field: "--format".to_owned(),
            value: options.format.extension().to_owned(),
        }),
    }
}

fn to_json(objects: impl Iterator<Item = serde_json::Value>) -> Result<Vec<u8>, Failure> {
    let objects: serde_json::Value = objects.collect();
    let mut bytes = serde_json::to_vec_pretty(&objects).map_err(|error| Failure::Bug {
        detail: error.to_string(),
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}
