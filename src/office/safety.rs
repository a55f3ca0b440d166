//! Checking, backing up and restoring the database.

use super::{
    Office, files,
    rights::{self, Deed},
};
use crate::{
    domain::{cause::said, failure::Failure},
    store::{Finding, Severity, Store},
    text::Lang,
};
use std::path::{Path, PathBuf};

crate::messages! {
    part_database() { zh: "数据库", en: "database" }
    part_journal() { zh: "操作记录", en: "journal" }
    part_index() { zh: "查找索引", en: "search index" }
    index_passed_over() { zh: "查找索引文件不合用（损坏、旧版本或属于另一个数据库），不会被读取", en: "The search index file does not hold (damaged, of another version or another database) and is not read" }
    nothing_to_do() { zh: "不用处理，下次查找时自动重建", en: "Nothing; it is made anew at the next search" }
    part_tables() { zh: "资料表", en: "tables" }
    damaged(detail: &str) { zh: "数据库文件已损坏：{detail}", en: "The database file is damaged: {detail}" }
    dangling(table: &str, rows: u64) { zh: "{table} 有 {rows} 行指向不存在的记录", en: "{rows} rows of {table} point to records that are not there" }
    gap(station: &str, seq: u64) { zh: "{station} 的操作记录缺第 {seq} 条", en: "The journal of {station} lacks entry {seq}" }
    broken_chain(station: &str, seq: u64) { zh: "{station} 的第 {seq} 条操作记录接不上前一条，可能被改过", en: "Entry {seq} of {station} does not follow from the one before; it may have been changed" }
    payload_changed(station: &str, seq: u64) { zh: "{station} 的第 {seq} 条操作记录的内容被改过", en: "The content of entry {seq} of {station} was changed" }
    table_differs(table: &str) { zh: "{table} 与操作记录不一致", en: "{table} is not what the journal says" }
    keep_and_restore() { zh: "先复制一份留存，再用 zhipei restore 从最近的备份恢复", en: "Copy the file aside, then restore the newest backup with zhipei restore" }
    tell_supervisor() { zh: "不要继续登记，告诉组长，保留这个文件", en: "Stop logging, tell the supervisor, keep this file" }
}

/// One thing that a check found, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckFinding {
    /// Which part: `database`, `journal`, `tables` or `index`.
    pub part: &'static str,
    /// The same in the user's language.
    pub part_label: String,
    /// `bad` or `note`.
    pub severity: &'static str,
    /// What was found.
    pub what: String,
    /// What to do.
    pub advice: String,
}

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    /// True where nothing is bad.
    pub ok: bool,
    /// Everything found.
    pub findings: Vec<CheckFinding>,
    /// People, contacts: how much was looked at.
    pub people: usize,
    /// Valid contacts.
    pub contacts: usize,
    /// Check code of the journal's head.
    pub head: String,
}

impl Office {
    /// Holds the database against its journal.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn check(&self) -> Result<CheckReport, Failure> {
        self.require(Deed::Check)?;
        let store = self.desk();
        let found = store.check(true)?;
        let counts = store.counts()?;
        let mut report = CheckReport {
            ok: found.iter().all(|f| f.severity() != Severity::Bad),
            findings: found.iter().map(|f| worded(f, self.lang)).collect(),
            people: counts.people,
            contacts: counts.contacts,
            head: store.head()?.short(),
        };
        drop(store);
        if self.index_file_is_passed_over()? {
            report.findings.push(CheckFinding {
                part: "index",
                part_label: part_index(self.lang).into_owned(),
                severity: "note",
                what: index_passed_over(self.lang).into_owned(),
                advice: nothing_to_do(self.lang).into_owned(),
            });
        }
        Ok(report)
    }

    /// Writes a verified copy to a new file.
    ///
    /// # Errors
    /// Rights; [`Failure::BackupExists`]; what the store says.
    pub fn backup(&self, target: &Path) -> Result<(), Failure> {
        self.require(Deed::Backup)?;
        files::refuse_bad_name(target)?;
        self.desk().backup(target)
    }

    /// Puts a verified backup in the place of a database. Where the database can still be opened, an
    /// administrator has to ask for it; where it is missing or damaged, whoever holds the backup. The
    /// answer is where the database that was there is kept.
    ///
    /// # Errors
    /// Rights; what the store says of either file.
    pub fn restore(
        backup: &Path,
        target: &Path,
        operator: Option<&str>,
        lang: Lang,
    ) -> Result<Option<PathBuf>, Failure> {
        match Self::open_to_read(target, operator, lang) {
            Ok(office) => rights::require(office.operator(), Deed::Restore)?,
            // A name that nobody here has is no way round the rights of those who are here.
            Err(unknown @ Failure::OperatorNotFound { .. }) => return Err(unknown),
            Err(_) => {}
        }
        super::places::make_folder_for(target)?;
        Store::restore(backup, target)
    }
}

fn worded(finding: &Finding, lang: Lang) -> CheckFinding {
    let (part, part_label, what, advice) = match finding {
        Finding::Damaged { detail } => (
            "database",
            part_database(lang),
            damaged(lang, said(detail, lang)),
            keep_and_restore(lang),
        ),
        Finding::Dangling { table, rows } => (
            "tables",
            part_tables(lang),
            dangling(lang, table, *rows),
            keep_and_restore(lang),
        ),
        Finding::Gap { station, seq } => (
            "journal",
            part_journal(lang),
            gap(lang, station, *seq),
            tell_supervisor(lang),
        ),
        Finding::BrokenChain { station, seq } => (
            "journal",
            part_journal(lang),
            broken_chain(lang, station, *seq),
            tell_supervisor(lang),
        ),
        Finding::PayloadChanged { station, seq } => (
            "journal",
            part_journal(lang),
            payload_changed(lang, station, *seq),
            tell_supervisor(lang),
        ),
        Finding::TableDiffers { table } => (
            "tables",
            part_tables(lang),
            table_differs(lang, table),
            tell_supervisor(lang),
        ),
    };
    CheckFinding {
        part,
        part_label: part_label.into_owned(),
        severity: match finding.severity() {
            Severity::Bad => "bad",
            Severity::Note => "note",
        },
        what: what.into_owned(),
        advice: advice.into_owned(),
    }
}
