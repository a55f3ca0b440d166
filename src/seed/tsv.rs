//! Reading a shipped tab-separated table: columns known by name, problems named with file and line.
//!
//! Absent on purpose: quoting and guessing; the shipped files need neither.

use super::problem::{Fault, Problem};
use crate::text::fold::fold_width;
use std::collections::HashMap;

/// A row whose cells stand in the order of the columns asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'t, const N: usize> {
    /// The line, from 1.
    pub(super) line: usize,
    /// The cells.
    pub(super) cells: [&'t str; N],
}

/// A table's name and text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'t> {
    /// Path below `seed-data/`.
    pub(super) file: &'t str,
    /// All of it.
    pub(super) text: &'t str,
}

impl<'t> Source<'t> {
    /// The rows with these columns, in whatever order the file has them; faults go to `problems`.
    pub(super) fn rows<const N: usize>(
        self,
        columns: [&str; N],
        problems: &mut Vec<Problem>,
    ) -> Vec<Row<'t, N>> {
        let mut lines = (1..).zip(self.text.lines());
        let header: Vec<&str> = lines
            .next()
            .map(|(_, line)| line.split('\t').collect())
            .unwrap_or_default();
        let mut at = [0; N];
        for (slot, name) in at.iter_mut().zip(columns) {
            match header.iter().position(|h| *h == name) {
                Some(index) => *slot = index,
                None => {
                    problems.push(self.problem(1, Fault::NoColumn(name.to_owned())));
                    return Vec::new();
                }
            }
        }
        let mut rows = Vec::new();
        for (line, text) in lines {
            let cells: Vec<&str> = text.split('\t').collect();
            if cells.len() == header.len() {
                rows.push(Row {
                    line,
                    cells: at.map(|index| cells[index]),
                });
            } else {
                problems.push(self.problem(
                    line,
                    Fault::Cells {
                        wanted: header.len(),
                        found: cells.len(),
                    },
                ));
            }
        }
        rows
    }

    /// A problem in this file.
    pub(super) fn problem(self, line: usize, fault: Fault) -> Problem {
        Problem {
            file: self.file.to_owned(),
            line,
            fault,
        }
    }
}

/// Words that mean a value: `alias` and a second column with the value's code.
#[derive(Debug)]
pub(super) struct Aliases<T> {
    known: HashMap<String, T>,
    /// What could not be read.
    pub(super) problems: Vec<Problem>,
}

impl<T: Copy> Aliases<T> {
    /// Reads a table of aliases; `parse` knows codes.
    pub(super) fn read(
        source: Source<'_>,
        value_column: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Self {
        let mut problems = Vec::new();
        let mut known = HashMap::new();
        for Row {
            line,
            cells: [alias, code],
        } in source.rows(["alias", value_column], &mut problems)
        {
            match parse(code) {
                None => problems.push(source.problem(
                    line,
                    Fault::Value {
                        column: value_column.to_owned(),
                        text: code.to_owned(),
                    },
                )),
                Some(value) => {
                    if known.insert(key(alias), value).is_some() {
                        problems.push(source.problem(line, Fault::Repeated(alias.to_owned())));
                    }
                }
            }
        }
        Self { known, problems }
    }

    /// Adds a value's own word; it wins over an alias.
    pub(super) fn add(&mut self, word: &str, value: T) {
        self.known.insert(key(word), value);
    }

    /// The value that a word means, width, spaces and quotes aside.
    pub(super) fn get(&self, word: &str) -> Option<T> {
        self.known.get(&key(word)).copied()
    }
}

/// What two spellings of one word share.
pub(super) fn key(word: &str) -> String {
    fold_width(word)
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '"' && *c != '\'')
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems_of(text: &str) -> Vec<String> {
        let source = Source {
            file: "codes/x.tsv",
            text,
        };
        let read = Aliases::read(source, "group", |code| (code == "known").then_some(1));
        read.problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_wrong_file_is_told_by_file_and_line() {
        let cases = [
            (
                "alias\tnote\n低保\t\n",
                "seed-data/codes/x.tsv:1: no column “group”",
            ),
            ("", "seed-data/codes/x.tsv:1: no column “alias”"),
            (
                "alias\tgroup\n低保\tknown\n残疾\n",
                "seed-data/codes/x.tsv:3: 1 cells where 2 are due",
            ),
            (
                "alias\tgroup\n低保\tknwon\n",
                "seed-data/codes/x.tsv:2: “knwon” is not known in column “group”",
            ),
            (
                "alias\tgroup\n低保\tknown\n低 保\tknown\n",
                "seed-data/codes/x.tsv:3: “低 保” stands here a second time",
            ),
        ];
        for (text, want) in cases {
            assert_eq!(problems_of(text), [want], "{text:?}");
        }
        assert!(problems_of("group\talias\nknown\t低保\n").is_empty());
    }
}
