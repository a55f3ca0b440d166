//! Delimited text: CSV, TSV and their relatives.
//!
//! The reader is our own: a general CSV reader passes over blank lines (and with them the row
//! numbers that a person sees), and lets one unclosed quote swallow a whole roster without a word.

use super::{Cell, Encoding, Format, MAX_COLUMNS, MAX_TEXT_ROWS, Sheet, too_many_rows};
use crate::domain::failure::Failure;

/// Separators that are tried, most usual first.
const SEPARATORS: [char; 4] = [',', '\t', ';', '，'];
/// Rows looked at to tell the separator.
const SAMPLE_ROWS: usize = 60;
/// A quoted cell with line breaks that is longer than this was never meant to be one.
const MAX_QUOTED_BYTES: usize = 4096;

pub(super) fn read(
    text: &str,
    file: &str,
    encoding: Encoding,
    score: &dyn Fn(&[Cell]) -> usize,
) -> Result<Sheet, Failure> {
    let separator = separator_of(text, score);
    let mut parser = Parser::new(text, separator);
    let mut rows = Vec::new();
    while let Some(row) = parser.next_row() {
        let row = row.map_err(|row| Failure::UnclosedQuote {
            path: file.to_owned(),
            row: row.to_string(),
        })?;
        if rows.len() >= MAX_TEXT_ROWS || row.len() > MAX_COLUMNS {
            return Err(too_many_rows(file, MAX_TEXT_ROWS));
        }
        rows.push(row);
    }
    Ok(Sheet {
        name: String::new(),
        format: Format::Text {
            encoding,
            separator,
        },
        rows,
    })
}

/// The separator under which some early row looks most like a header; else the one that makes the
/// most cells.
fn separator_of(text: &str, score: &dyn Fn(&[Cell]) -> usize) -> char {
    let mut best = (SEPARATORS[0], 0, 0);
    for separator in SEPARATORS {
        let mut parser = Parser::new(text, separator);
        let mut header = 0;
        let mut cells = 0;
        for _ in 0..SAMPLE_ROWS {
            let Some(Ok(row)) = parser.next_row() else {
                break;
            };
            header = header.max(score(&row));
            cells += row.len();
        }
        if (header, cells) > (best.1, best.2) {
            best = (separator, header, cells);
        }
    }
    best.0
}

/// Reads row after row; a row ends with LF, CR or CR LF.
struct Parser<'a> {
    rest: &'a str,
    separator: char,
    row: usize,
    /// Separators in the widest row so far: tells a swallowed row inside a quoted cell.
    widest: usize,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, separator: char) -> Self {
        Self {
            rest: text,
            separator,
            row: 0,
            widest: 0,
        }
    }

    /// The next row, or the number of a row with a quote that is never closed.
    fn next_row(&mut self) -> Option<Result<Vec<Cell>, usize>> {
        if self.rest.is_empty() {
            return None;
        }
        self.row += 1;
        let mut cells = Vec::new();
        loop {
            let cell = if self.rest.starts_with('"') {
                match self.quoted() {
                    Some(cell) => cell,
                    None => return Some(Err(self.row)),
                }
            } else {
                self.plain()
            };
            cells.push(if cell.is_empty() {
                Cell::Empty
            } else {
                Cell::Text(cell)
            });
            if let Some(rest) = self.rest.strip_prefix(self.separator) {
                self.rest = rest;
                continue;
            }
            self.rest = self
                .rest
                .strip_prefix("\r\n")
                .or_else(|| self.rest.strip_prefix(['\r', '\n']))
                .unwrap_or(self.rest);
            self.widest = self.widest.max(cells.len() - 1);
            return Some(Ok(cells));
        }
    }

    fn plain(&mut self) -> String {
        let separator = self.separator;
        let end = self
            .rest
            .find([separator, '\n', '\r'])
            .unwrap_or(self.rest.len());
        let (cell, rest) = self.rest.split_at(end);
        self.rest = rest;
        cell.to_owned()
    }

    /// A quoted cell; `None` where the quote does not close as one cell's should.
    fn quoted(&mut self) -> Option<String> {
        let mut cell = String::new();
        let mut rest = &self.rest[1..];
        loop {
            let end = rest.find('"')?;
            cell.push_str(&rest[..end]);
            rest = &rest[end + 1..];
            if let Some(after) = rest.strip_prefix('"') {
                cell.push('"');
                rest = after;
                continue;
            }
            break;
        }
        self.rest = rest;
        let ends = rest.is_empty() || rest.starts_with([self.separator, '\r', '\n']);
        let breaks = cell.contains(['\n', '\r']);
        if breaks && (!ends || cell.len() > MAX_QUOTED_BYTES || self.holds_a_row(&cell)) {
            return None;
        }
        if !ends {
            // `"阿强"店` : the quotes are part of the words.
            let tail = self.plain();
            return Some(format!("\"{cell}\"{tail}"));
        }
        Some(cell)
    }

    /// True where a line inside the cell has as many separators as a whole row.
    fn holds_a_row(&self, cell: &str) -> bool {
        self.widest >= 2
            && cell
                .lines()
                .any(|line| line.matches(self.separator).count() >= self.widest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let sheet = read(text, "f", Encoding::Utf8, &|_| 0).unwrap();
        let words = |row: &Vec<Cell>| row.iter().map(Cell::text).collect();
        sheet.rows.iter().map(words).collect()
    }

    #[test]
    fn rows_are_those_that_a_person_sees() {
        assert_eq!(
            rows("a,b\r\n\r\n\"1\n2\",\"say \"\"hi\"\"\"\rx,\n"),
            [
                vec!["a", "b"],
                vec![""],
                vec!["1\n2", "say \"hi\""],
                vec!["x", ""]
            ]
        );
        assert_eq!(rows("\"阿强\"店,5\"盘\n"), [["\"阿强\"店", "5\"盘"]]);
        assert!(rows("").is_empty());
    }

    #[test]
    fn the_separator_is_found() {
        for (text, want) in [
            ("姓名,电话\n", ','),
            ("姓名\t电话\n", '\t'),
            ("姓名;电话\n", ';'),
            ("姓名，电话\n", '，'),
        ] {
            let sheet = read(text, "f", Encoding::Utf8, &|_| 0).unwrap();
            assert_eq!(
                sheet.format,
                Format::Text {
                    encoding: Encoding::Utf8,
                    separator: want
                }
            );
        }
        // Many commas in the notes, but the header says tab.
        let score = |row: &[Cell]| usize::from(row.iter().any(|c| c.text() == "姓名"));
        let text = "姓名\t备注\n张三\ta,b,c,d,e\n";
        let sheet = read(text, "f", Encoding::Utf8, &score).unwrap();
        assert_eq!(sheet.rows[1].len(), 2);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_named_by_its_row() {
        let row_of = |text: &str| match read(text, "f", Encoding::Utf8, &|_| 0) {
            Err(Failure::UnclosedQuote { row, .. }) => row,
            other => panic!("{other:?}"),
        };
        assert_eq!(row_of("a,b,c\n\"x,1,2\ny,3,4\n"), "2");
        // Closed by the next stray quote: a row was swallowed.
        assert_eq!(row_of("a,b,c\n1,2,3\n\"x,1,2\ny,3,4\nz,\"5,6\n"), "3");
        let long = format!("a,b\n\"{}\n\",1\n", "字".repeat(3000));
        assert_eq!(row_of(&long), "2");
    }
}
