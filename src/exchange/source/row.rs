//! One row of an opened file: its cells by column, what stands beside them, and how a report may
//! show them.

use super::{Column, Source, footing, match_columns, nameless_column};
use crate::exchange::{
    cells,
    clean::{self, Fixes},
    rejects,
    report::{CellNote, Fix},
    sheet::Cell,
};
use crate::text::fold;
use std::collections::BTreeMap;

/// One row of an opened file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a, C> {
    pub(super) source: &'a Source<C>,
    pub(super) index: usize,
}

impl<'a, C: Column> Row<'a, C> {
    /// The row as a person counts it.
    pub(crate) fn number(self) -> usize {
        self.index + 1
    }

    /// The cell in a column; empty where there is none.
    pub(crate) fn cell(self, column: C) -> &'a Cell {
        self.place_of(column)
            .and_then(|at| self.cells().get(at))
            .unwrap_or(&Cell::Empty)
    }

    /// The cell as one line of text; dashes and slashes that stand for nothing are nothing. A
    /// record of our own JSON is taken as it is.
    pub(crate) fn text(self, column: C, fixes: &mut Fixes) -> String {
        match self.object() {
            Some(_) => clean::exact(self.cell(column)),
            None => clean::plain(self.cell(column), fixes),
        }
    }

    /// The same, where a dash is somebody's words and stays.
    pub(crate) fn as_written(self, column: C, fixes: &mut Fixes) -> String {
        match self.object() {
            Some(_) => clean::exact(self.cell(column)),
            None => {
                let (text, formula) = clean::as_written(self.cell(column));
                fixes.add_if(formula, Fix::FormulaNeutralised);
                text
            }
        }
    }

    /// The cell as text that keeps its line breaks.
    pub(crate) fn block(self, column: C, fixes: &mut Fixes) -> String {
        match self.object() {
            Some(_) => clean::exact(self.cell(column)),
            None => {
                let (text, formula) = clean::block(self.cell(column));
                fixes.add_if(formula, Fix::FormulaNeutralised);
                text
            }
        }
    }

    /// True where the file has this column.
    pub(crate) fn has(self, column: C) -> bool {
        self.source.has(column)
    }

    /// The cell as a report may show it.
    pub(crate) fn note(self, column: C) -> CellNote {
        let header = self.place_of(column).map(|at| &self.source.names[at]);
        CellNote {
            column: column.code().to_owned(),
            header: header.cloned().unwrap_or_default(),
            value: cells::shown(&self.cell(column).text(), column.is_number_of_person()),
        }
    }

    fn place_of(self, column: C) -> Option<usize> {
        self.source.columns.iter().position(|c| *c == Some(column))
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

    /// A field of the JSON object that is text.
    pub(crate) fn field(self, name: &str) -> Option<&'a str> {
        self.object()?.get(name)?.as_str()
    }

    /// Cells that stand under no column of ours, by header.
    pub(crate) fn extra(self) -> BTreeMap<String, String> {
        let mut extra = BTreeMap::new();
        for (at, cell) in self.cells().iter().enumerate() {
            if cell.is_blank() || matches!(self.source.columns.get(at), Some(Some(_))) {
                continue;
            }
            let name = match self.source.names.get(at) {
                Some(name) if rejects::is_own_header(name) => continue,
                Some(name) if !name.is_empty() => name.clone(),
                _ => nameless_column(at),
            };
            let text = match self.object() {
                Some(_) => clean::exact(cell),
                None => clean::as_written(cell).0,
            };
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
