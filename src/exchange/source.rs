//! An opened file: its header row found below titles, its columns known by name, its rows told from
//! what only looks like rows.
//!
//! Absent on purpose: what a cell means; that is each kind's own matter.

mod footing;
mod row;

use super::{
    json, rejects,
    sheet::{self, Cell, Encoding, Sheet},
};
use crate::domain::failure::Failure;
use crate::text::{Lang, fold};

pub(crate) use row::Row;

pub use super::columns::{Column, ContactColumn, CourseColumn, PersonColumn, VacancyColumn};

/// Rows looked at for the header.
const HEADER_WITHIN: usize = 40;

/// A file with its columns told apart.
#[derive(Debug, Clone)]
pub struct Source<C> {
    sheet: Sheet,
    /// Rows up to and with the header (0 for JSON, where names come with each row).
    first: usize,
    names: Vec<String>,
    columns: Vec<Option<C>>,
    /// The objects of a JSON file, for what a flat row can't hold.
    objects: Vec<serde_json::Value>,
}

/// Opens a file's bytes and finds the header. `file` is only quoted in failures.
///
/// # Errors
/// As [`sheet::read`]; and a file without the columns that are needed, or without any row.
pub fn open<C: Column>(bytes: &[u8], file: &str, encoding: Encoding) -> Result<Source<C>, Failure> {
    if let Some(objects) = json::objects(bytes) {
        return Ok(from_objects(objects));
    }
    let score = |row: &[Cell]| match_columns::<C>(row).iter().flatten().count();
    let sheets = sheet::read(bytes, file, encoding, &score)?;
    let all_blank = |sheet: &Sheet| sheet.rows.iter().all(|row| row.iter().all(Cell::is_blank));
    if sheets.iter().all(all_blank) {
        return Err(Failure::NoRows {
            path: file.to_owned(),
        });
    }
    for sheet in sheets {
        let header = sheet
            .rows
            .iter()
            .take(HEADER_WITHIN)
            .position(|row| C::is_header(&match_columns::<C>(row)));
        if let Some(header) = header {
            let names = sheet.rows[header]
                .iter()
                .map(|cell| fold::squeeze(&cell.text()))
                .collect();
            return Ok(Source {
                first: header + 1,
                columns: match_columns(&sheet.rows[header]),
                names,
                sheet,
                objects: Vec::new(),
            });
        }
    }
    Err(Failure::NoHeader {
        path: file.to_owned(),
        wanted: C::wanted().to_owned(),
    })
}

fn from_objects<C: Column>(objects: Vec<serde_json::Value>) -> Source<C> {
    let (names, rows) = json::flatten::<C>(&objects);
    let header: Vec<Cell> = names.iter().cloned().map(Cell::Text).collect();
    Source {
        sheet: Sheet {
            name: String::new(),
            format: sheet::Format::Json,
            rows,
        },
        first: 0,
        columns: match_columns(&header),
        names,
        objects,
    }
}

impl<C: Column> Source<C> {
    /// Where the rows came from: encoding and separator, or a workbook.
    pub fn format(&self) -> sheet::Format {
        self.sheet.format
    }

    /// Name of the workbook's sheet, or empty.
    pub fn sheet_name(&self) -> &str {
        &self.sheet.name
    }

    /// The header row as written.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Columns that are not ours: by header, or by place (列5) where something stands under none.
    pub fn unknown_columns(&self) -> Vec<String> {
        let mut unknown: Vec<(usize, String)> = self
            .names
            .iter()
            .zip(&self.columns)
            .enumerate()
            .filter(|(_, (name, column))| column.is_none() && !name.is_empty())
            .filter(|(_, (name, _))| !rejects::is_own_header(name))
            .map(|(at, (name, _))| (at, name.clone()))
            .collect();
        let mut nameless: Vec<usize> = Vec::new();
        for row in self.rows().skip(self.first) {
            for (at, cell) in row.cells().iter().enumerate() {
                let is_named = self.names.get(at).is_some_and(|name| !name.is_empty());
                if !is_named && !cell.is_blank() && !nameless.contains(&at) && !row.is_skipped() {
                    nameless.push(at);
                }
            }
        }
        unknown.extend(nameless.into_iter().map(|at| (at, nameless_column(at))));
        unknown.sort_unstable();
        unknown.into_iter().map(|(_, name)| name).collect()
    }

    /// True where the file has this column.
    pub fn has(&self, column: C) -> bool {
        self.columns.contains(&Some(column))
    }

    /// Every row of the sheet, from 1.
    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_, C>> {
        (0..self.sheet.rows.len()).map(|index| Row {
            source: self,
            index,
        })
    }
}

/// What a column without a header is called.
fn nameless_column(at: usize) -> String {
    format!("列{}", at + 1)
}

/// Which column each cell names, every column at most once.
fn match_columns<C: Column>(cells: &[Cell]) -> Vec<Option<C>> {
    let mut found: Vec<Option<C>> = Vec::with_capacity(cells.len());
    for cell in cells {
        let column = match cell {
            Cell::Text(text) => column_named::<C>(text),
            _ => None,
        };
        let taken = |c: C| found.contains(&Some(c));
        let column = column.and_then(|c| {
            if taken(c) {
                c.second().filter(|s| !taken(*s))
            } else {
                Some(c)
            }
        });
        found.push(column);
    }
    found
}

/// The column behind a header: case, spaces, marks and remarks in brackets do not matter.
fn column_named<C: Column>(header: &str) -> Option<C> {
    let folded = fold::fold_width(header).to_lowercase();
    if folded.contains("原文") || folded.chars().count() > 40 {
        return None;
    }
    let mut name = String::new();
    let mut depth = 0;
    for c in folded.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ if depth > 0 || c.is_whitespace() || fold::is_invisible(c) => {}
            '*' | ':' | '_' | '-' | '.' | '/' => {}
            c => name.push(c),
        }
    }
    if name.is_empty() {
        return None;
    }
    // 所属街道 and 社区名称 say no more than 街道 and 社区.
    let shorter = ["所属", "所在", "本人"]
        .iter()
        .find_map(|p| name.strip_prefix(p));
    exactly(&name)
        .or_else(|| shorter.and_then(exactly))
        .or_else(|| name.strip_suffix("名称").and_then(exactly))
}

fn exactly<C: Column>(name: &str) -> Option<C> {
    let plain = |text: &str| text.replace(['_', '/', '-'], "");
    C::all().iter().copied().find(|column| {
        plain(column.code()) == name
            || plain(column.label(Lang::Zh)) == name
            || column
                .synonyms()
                .split_whitespace()
                .any(|other| other == name)
    })
}
