//! What can be wrong with a shipped file, in words with file and line.

use crate::text::Lang;
use std::{borrow::Cow, fmt};

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The header lacks a column.
    NoColumn(String),
    /// The row has another number of cells than the header.
    Cells {
        /// As many as the header.
        wanted: usize,
        /// As many as are there.
        found: usize,
    },
    /// A cell holds what its column does not know.
    Value {
        /// The column.
        column: String,
        /// What stands there.
        text: String,
    },
    /// A key that stands in the file twice.
    Repeated(String),
}

/// One fault and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, below `seed-data/`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub fault: Fault,
}

crate::messages! {
    no_column(name: &str) { zh: "缺少“{name}”列", en: "no column “{name}”" }
    cell_count(wanted: usize, found: usize) { zh: "应有 {wanted} 格，实有 {found} 格", en: "{found} cells where {wanted} are due" }
    bad_value(column: &str, text: &str) { zh: "“{column}”列的“{text}”无法识别", en: "“{text}” is not known in column “{column}”" }
    repeated(key: &str) { zh: "“{key}”重复出现", en: "“{key}” stands here a second time" }
}

impl Problem {
    /// The problem in words, after `file:line: `.
    pub fn describe(&self, lang: Lang) -> String {
        let what: Cow<'_, str> = match &self.fault {
            Fault::NoColumn(name) => no_column(lang, name),
            Fault::Cells { wanted, found } => cell_count(lang, *wanted, *found),
            Fault::Value { column, text } => bad_value(lang, column, text),
            Fault::Repeated(key) => repeated(lang, key),
        };
        format!("seed-data/{}:{}: {what}", self.file, self.line)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.describe(Lang::En))
    }
}
