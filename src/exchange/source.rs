//! An opened file: its header row found below titles, its columns known by name, its rows told from
//! what only looks like rows.
//!
//! Absent on purpose: what a cell means; that is each kind's own matter.

mod footing;

use super::{
    json,
    sheet::{self, Cell, Encoding, Sheet},
};
use crate::domain::failure::Failure;
use crate::text::{Lang, fold};
use std::collections::BTreeMap;

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

    /// Columns that are not ours.
    pub fn unknown_columns(&self) -> Vec<String> {
        self.names
            .iter()
            .zip(&self.columns)
            .filter(|(name, column)| column.is_none() && !name.is_empty())
            .map(|(name, _)| name.clone())
            .collect()
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

/// One row of an opened file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a, C> {
    source: &'a Source<C>,
    index: usize,
}

impl<'a, C: Column> Row<'a, C> {
    /// The row as a person counts it.
    pub(crate) fn number(self) -> usize {
        self.index + 1
    }

    /// The cell in a column; empty where there is none.
    pub(crate) fn cell(self, column: C) -> &'a Cell {
        self.source
            .columns
            .iter()
            .position(|c| *c == Some(column))
            .and_then(|at| self.cells().get(at))
            .unwrap_or(&Cell::Empty)
    }

    /// True where the file has this column.
    pub(crate) fn has(self, column: C) -> bool {
        self.source.has(column)
    }

    /// The header over a column, or empty.
    pub(crate) fn name_of(self, column: C) -> &'a str {
        self.source
            .columns
            .iter()
            .position(|c| *c == Some(column))
            .map_or("", |at| &self.source.names[at])
    }

    /// The row's cells as they stand.
    pub(crate) fn cells(self) -> &'a [Cell] {
        &self.source.sheet.rows[self.index]
    }

    /// The row's cells as text, one for each column of the header.
    pub(crate) fn texts(self) -> Vec<String> {
        let mut texts: Vec<String> = self.cells().iter().map(Cell::text).collect();
        texts.resize(self.source.names.len().max(texts.len()), String::new());
        texts
    }

    /// The JSON object behind the row, if it came from one.
    pub(crate) fn object(self) -> Option<&'a serde_json::Value> {
        self.source.objects.get(self.index)
    }

    /// Cells that stand under no column of ours, by header.
    pub(crate) fn extra(self) -> BTreeMap<String, String> {
        let mut extra = BTreeMap::new();
        for (at, cell) in self.cells().iter().enumerate() {
            if cell.is_blank() || matches!(self.source.columns.get(at), Some(Some(_))) {
                continue;
            }
            let name = match self.source.names.get(at) {
                Some(name) if !name.is_empty() => name.clone(),
                _ => format!("列{}", at + 1),
            };
            let text = super::clean::text(cell).0;
            extra.entry(name).or_insert(text);
        }
        extra
    }

    /// True for title, header, blank, repeated header, subtotal, total and footer rows.
    pub(crate) fn is_skipped(self) -> bool {
        if self.source.first > 0 && self.index < self.source.first {
            return true;
        }
        if self.source.first == 0 {
            return false;
        }
        let cells = self.cells();
        // One equal cell makes a repeated header likely; only then every cell is looked up.
        let alike = cells.iter().zip(&self.source.names).any(|(cell, name)| {
            matches!(cell, Cell::Text(text) if !name.is_empty() && fold::squeeze(text) == *name)
        });
        if alike {
            let known = self.source.columns.iter().flatten().count();
            let again = match_columns::<C>(cells).iter().flatten().count();
            if again >= 2 && again * 2 > known {
                return true;
            }
        }
        let keys_blank = C::KEYS.iter().all(|key| self.cell(*key).is_blank());
        let has_id = C::ID.is_some_and(|id| footing::is_long_number(self.cell(id)));
        footing::is_no_data(cells, keys_blank, has_id, self.source.names.len())
    }
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
