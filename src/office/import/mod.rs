//! Bringing a sheet in: read, account for every row, and store what is good as one change.

mod books;
mod ledgers;

use super::{Moment, Office, RecordKind, files, rights::Deed};
use crate::{
    domain::{
        failure::Failure,
        ledger::Entry,
        offer::{CourseRecord, VacancyRecord},
        person::PersonRecord,
    },
    exchange::{
        KnownRecords,
        contacts::ContactRow,
        courses,
        export::FileFormat,
        ledger, rejects,
        report::{Import, ImportReport, Reject, RowOutcome},
        sheet::Encoding,
        source::{self, ContactColumn, CourseColumn, PersonColumn, Source, VacancyColumn},
        vacancies,
    },
    store::{ImportBatch, ImportCounts, Landed},
    text::Lang,
};
use sha2::{Digest, Sha256};
use std::{collections::HashMap, path::Path};

crate::messages! {
    csv_or_xlsx(path: &str) { zh: "退回的行只能写成 .csv 或 .xlsx 文件：{path}", en: "rejected rows go to a .csv or .xlsx file, not {path}" }
}

/// The largest file that is read, in bytes.
const LARGEST: u64 = 1 << 30;

/// A file read and its columns told apart; nothing of it is stored yet.
#[derive(Debug)]
pub struct ImportFile {
    name: String,
    sha256: String,
    sheet: SheetOf,
}

#[derive(Debug)]
enum SheetOf {
    People(Source<PersonColumn>),
    Courses(Source<CourseColumn>),
    Vacancies(Source<VacancyColumn>),
    Contacts(Source<ContactColumn>),
    Ledger(ledger::Sheet),
}

impl ImportFile {
    /// Reads a file.
    ///
    /// # Errors
    /// Where it is not there, is no sheet, or has no header that names the columns.
    pub fn read(kind: RecordKind, path: &Path, encoding: Encoding) -> Result<Self, Failure> {
        let bytes = files::read_named(path, LARGEST)?;
        let name = files::shown(path);
        let sheet = match kind {
            RecordKind::People => SheetOf::People(source::open(&bytes, &name, encoding)?),
            RecordKind::Courses => SheetOf::Courses(source::open(&bytes, &name, encoding)?),
            RecordKind::Vacancies => SheetOf::Vacancies(source::open(&bytes, &name, encoding)?),
            RecordKind::Contacts => SheetOf::Contacts(source::open(&bytes, &name, encoding)?),
            RecordKind::Ledger(kind) => {
                SheetOf::Ledger(ledger::open(kind, &bytes, &name, encoding)?)
            }
        };
        Ok(Self {
            name,
            sha256: hex(&Sha256::digest(&bytes)),
            sheet,
        })
    }
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Name of the file.
    pub file: String,
    /// The account row by row, what was not taken, and the columns; the records are stored or dropped.
    pub account: Import<()>,
    /// True where something was stored.
    pub stored: bool,
}

impl Imported {
    /// The rejected rows as a file that can be mended and imported again; its form goes by the name.
    ///
    /// # Errors
    /// A name that is neither `.csv` nor `.xlsx`; a place that can't be written.
    pub fn write_rejects(
        &self,
        path: &Path,
        force: bool,
        lang: Lang,
        moment: &Moment,
    ) -> Result<(), Failure> {
        let format = rejects_format(path, lang)?;
        let bytes = rejects::file(&self.account, format, lang, moment.today)?;
        files::write_whole(path, &bytes, force)
    }
}

/// The form of a file of rejected rows, by its name.
///
/// # Errors
/// A name that is neither `.csv` nor `.xlsx`.
pub fn rejects_format(path: &Path, lang: Lang) -> Result<FileFormat, Failure> {
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    match FileFormat::parse(&extension) {
        Some(format @ (FileFormat::Csv | FileFormat::Xlsx)) => Ok(format),
        _ => Err(Failure::WrongUsage {
            problem: csv_or_xlsx(lang, &files::shown(path)).into_owned(),
        }),
    }
}

impl Office {
    /// Accounts for every row of a file, and unless it is a dry run stores the good ones: all or none.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn import(
        &self,
        file: &ImportFile,
        dry_run: bool,
        moment: &Moment,
    ) -> Result<Imported, Failure> {
        self.require(Deed::Import)?;
        match &file.sheet {
            SheetOf::People(sheet) => {
                let read = books::read_people(&self.desk(), sheet, moment.today)?;
                self.store_rows(
                    file,
                    read,
                    dry_run,
                    moment,
                    |batch, rows: Vec<PersonRecord>| {
                        batch.people = rows;
                    },
                )
            }
            SheetOf::Courses(sheet) => {
                let mut known = KnownRecords::default();
                for course in self.desk().courses()? {
                    let key = courses::key(&course.record);
                    known.insert(&course.record.reference.clone(), key, course.record);
                }
                let read = courses::read(sheet, &known);
                self.store_rows(
                    file,
                    read,
                    dry_run,
                    moment,
                    |batch, rows: Vec<CourseRecord>| {
                        batch.courses = rows;
                    },
                )
            }
            SheetOf::Vacancies(sheet) => {
                let mut known = KnownRecords::default();
                for vacancy in self.desk().vacancies()? {
                    let key = vacancies::key(&vacancy.record);
                    known.insert(&vacancy.record.reference.clone(), key, vacancy.record);
                }
                let read = vacancies::read(sheet, &known);
                self.store_rows(
                    file,
                    read,
                    dry_run,
                    moment,
                    |batch, rows: Vec<VacancyRecord>| {
                        batch.vacancies = rows;
                    },
                )
            }
            SheetOf::Ledger(sheet) => {
                let read = ledgers::read(self, sheet, moment)?;
                self.store_rows(file, read, dry_run, moment, |batch, rows: Vec<Entry>| {
                    batch.entries = rows;
                })
            }
            SheetOf::Contacts(sheet) => {
                let read = books::read_contacts(&self.desk(), sheet, moment)?;
                self.store_rows(
                    file,
                    read,
                    dry_run,
                    moment,
                    |batch, rows: Vec<ContactRow>| {
                        batch.contacts = rows.into_iter().map(books::contact).collect();
                    },
                )
            }
        }
    }

    fn store_rows<R>(
        &self,
        file: &ImportFile,
        read: Import<R>,
        dry_run: bool,
        moment: &Moment,
        fill: impl FnOnce(&mut ImportBatch, Vec<R>),
    ) -> Result<Imported, Failure> {
        let mut imported = Imported {
            file: file.name.clone(),
            account: Import {
                report: read.report,
                records: Vec::new(),
                rejects: read.rejects.into_iter().map(without_record).collect(),
                columns: read.columns,
                unknown_columns: read.unknown_columns,
            },
            stored: false,
        };
        let (rows, records): (Vec<usize>, Vec<R>) = read.records.into_iter().unzip();
        if dry_run || records.is_empty() {
            return Ok(imported);
        }
        let mut batch = ImportBatch {
            file: file.name.clone(),
            sha256: file.sha256.clone(),
            counts: counts(&imported.account.report),
            ..ImportBatch::default()
        };
        fill(&mut batch, records);
        let receipt = self.desk().commit_import(&self.act(moment), &batch)?;
        let mut landed = landings(&receipt.people);
        landed.extend(landings(&receipt.courses));
        landed.extend(landings(&receipt.vacancies));
        landed.extend(landings(&receipt.contacts));
        landed.extend(landings(&receipt.entries));
        enter_references(&mut imported.account.report, &rows, &landed);
        imported.stored = true;
        Ok(imported)
    }
}

/// Where a row landed: its reference, and whether it was new.
fn landings<Id>(landed: &[Landed<Id>]) -> Vec<(String, bool)> {
    landed
        .iter()
        .map(|l| (l.reference.clone(), l.added))
        .collect()
}

/// Writes the references that the store gave into the account.
fn enter_references(report: &mut ImportReport, rows: &[usize], landed: &[(String, bool)]) {
    let by_row: HashMap<usize, &(String, bool)> = rows.iter().copied().zip(landed).collect();
    for detail in &mut report.details {
        let Some((reference, added)) = by_row.get(&detail.row) else {
            continue;
        };
        detail.reference = Some(reference.clone());
        if !added {
            // Another window brought the same record between the look and the save.
            match detail.outcome {
                RowOutcome::Accepted => report.accepted -= 1,
                RowOutcome::Fixed => report.fixed -= 1,
                _ => continue,
            }
            detail.outcome = RowOutcome::Duplicate;
            report.duplicates += 1;
        }
    }
}

fn without_record<R>(reject: Reject<R>) -> Reject<()> {
    Reject {
        row: reject.row,
        reason: reject.reason,
        cell: reject.cell,
        cells: reject.cells,
        record: reject.record.map(drop),
    }
}

fn counts(report: &ImportReport) -> ImportCounts {
    ImportCounts {
        rows: report.rows,
        accepted: report.accepted,
        fixed: report.fixed,
        rejected: report.rejected,
        duplicates: report.duplicates,
        skipped: report.skipped,
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
