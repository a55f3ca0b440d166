//! A sheet or a JSON file as entries, with an account of every row.

use crate::domain::{
    failure::Failure,
    ids::EntryId,
    ledger::{Entry, Flaw, Holds, Kind, Link, Slot, Value},
};
use crate::exchange::{
    clean, json,
    report::{CellNote, Fix, Import, ImportReport, Reason, Reject, RowDetail, RowOutcome},
    sheet::{self, Cell, Encoding},
};
use crate::text::fold;
use chrono::NaiveDate;
use std::collections::HashMap;
use uuid::Uuid;

/// Rows looked at for the header.
const HEADER_WITHIN: usize = 40;
/// Headers of the reference.
const REFERENCE: [&str; 3] = ["编号", "ref", "reference"];
/// Header of the identity, in JSON only.
const ID: &str = "id";

/// A file with its columns told apart.
#[derive(Debug)]
pub struct Sheet {
    kind: &'static Kind,
    /// Header row as written.
    names: Vec<String>,
    columns: Vec<Option<Column>>,
    /// Rows up to and with the header.
    first: usize,
    rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Reference,
    Id,
    Field(Slot),
    LinkId(Slot),
}

/// What the office knows of the records that entries lead to.
pub trait Resolve {
    /// The record of this identity, if it is there.
    fn by_id(&self, target: Link, uid: Uuid) -> Option<Uuid>;
    /// The one record of this reference, name or number.
    fn by_words(&self, target: Link, text: &str) -> Option<Uuid>;
}

/// Entries on the books.
#[derive(Debug, Default)]
pub struct KnownEntries {
    by_id: HashMap<EntryId, String>,
    by_reference: HashMap<String, EntryId>,
    by_words: HashMap<String, String>,
}

impl KnownEntries {
    /// Adds one.
    pub fn insert(&mut self, entry: &Entry) {
        self.by_id.insert(entry.id, entry.reference.clone());
        self.by_reference.insert(entry.reference.clone(), entry.id);
        self.by_words.insert(said(entry), entry.reference.clone());
    }
}

/// All that an entry says, for telling that two say the same.
fn said(entry: &Entry) -> String {
    let words = entry.fields().map(|(_, _, value)| format!("{value:?}"));
    words.collect::<Vec<_>>().join("|")
}

/// Opens a file's bytes and finds the header. `file` is only quoted in failures.
///
/// # Errors
/// As [`sheet::read`]; and a file without the columns that are needed, or without any row.
pub fn open(
    kind: &'static Kind,
    bytes: &[u8],
    file: &str,
    encoding: Encoding,
) -> Result<Sheet, Failure> {
    if let Some(objects) = json::objects(bytes) {
        return Ok(from_objects(kind, &objects));
    }
    let score = |row: &[Cell]| columns_of(kind, row).iter().flatten().count();
    let sheets = sheet::read(bytes, file, encoding, &score)?;
    for sheet in sheets {
        let within = sheet.rows.iter().take(HEADER_WITHIN);
        let header = within
            .map(|row| columns_of(kind, row))
            .position(|columns| has_needed(kind, &columns));
        if let Some(at) = header {
            let columns = columns_of(kind, &sheet.rows[at]);
            let names = sheet.rows[at].iter().map(Cell::text).collect();
            return Ok(Sheet {
                kind,
                names,
                columns,
                first: at + 1,
                rows: sheet.rows,
            });
        }
    }
    let needed = kind.fields.iter().filter(|f| f.needed).map(|f| f.zh);
    Err(Failure::NoHeader {
        path: file.to_owned(),
        wanted: needed.collect::<Vec<_>>().join("、"),
    })
}

fn from_objects(kind: &'static Kind, objects: &[serde_json::Value]) -> Sheet {
    let mut names = vec!["ref".to_owned(), ID.to_owned()];
    for field in kind.fields {
        names.push(field.name.to_owned());
        if matches!(field.holds, Holds::Link(_)) {
            names.push(format!("{}_id", field.name));
        }
    }
    let rows = objects
        .iter()
        .map(|object| {
            let cells = names.iter();
            cells
                .map(|name| object.get(name).map_or(Cell::Empty, json::as_cell))
                .collect()
        })
        .collect();
    let header: Vec<Cell> = names.iter().cloned().map(Cell::Text).collect();
    Sheet {
        kind,
        columns: columns_of(kind, &header),
        names,
        first: 0,
        rows,
    }
}

fn columns_of(kind: &Kind, row: &[Cell]) -> Vec<Option<Column>> {
    let mut found: Vec<Option<Column>> = Vec::with_capacity(row.len());
    for cell in row {
        let column = match cell {
            Cell::Text(text) => column_of(kind, &fold::squeeze(text)),
            _ => None,
        };
        found.push(column.filter(|c| !found.contains(&Some(*c))));
    }
    found
}

fn column_of(kind: &Kind, header: &str) -> Option<Column> {
    let name = header.trim_matches(['*', ':', '：', ' ']);
    if REFERENCE.iter().any(|r| r.eq_ignore_ascii_case(name)) {
        return Some(Column::Reference);
    }
    if let Some(slot) = kind.slot(name) {
        return Some(Column::Field(slot));
    }
    if name == ID {
        return Some(Column::Id);
    }
    let slot = kind.slot(name.strip_suffix("_id")?)?;
    matches!(kind[slot].holds, Holds::Link(_)).then_some(Column::LinkId(slot))
}

fn has_needed(kind: &Kind, columns: &[Option<Column>]) -> bool {
    let fields = kind.fields.iter().enumerate().filter(|(_, f)| f.needed);
    fields
        .map(|(at, _)| Column::Field(Slot(at)))
        .all(|column| columns.contains(&Some(column)))
}

impl Sheet {
    /// Of which kind its rows are.
    pub fn kind(&self) -> &'static Kind {
        self.kind
    }

    /// How many rows it has.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// Headers that are none of the kind's.
    fn unknown(&self) -> Vec<String> {
        let named = self.names.iter().zip(&self.columns);
        named
            .filter(|(name, column)| column.is_none() && !name.trim().is_empty())
            .map(|(name, _)| name.clone())
            .collect()
    }
}

/// Reads every row of an opened file.
pub fn read(
    sheet: &Sheet,
    known: &KnownEntries,
    resolve: &dyn Resolve,
    today: NaiveDate,
    mut fresh: impl FnMut() -> EntryId,
) -> Import<Entry> {
    let mut import = Import {
        report: ImportReport::default(),
        records: Vec::new(),
        rejects: Vec::new(),
        columns: sheet.names.clone(),
        unknown_columns: sheet.unknown(),
    };
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (index, cells) in sheet.rows.iter().enumerate() {
        let number = index + 1;
        let mut detail = RowDetail::new(number);
        if index < sheet.first || cells.iter().all(Cell::is_blank) {
            import.report.enter(detail);
            continue;
        }
        let row = Row { sheet, cells };
        match row.entry(resolve, today, &mut fresh) {
            Err((reason, cell)) => {
                detail.outcome = RowOutcome::Rejected;
                detail.reason = Some(reason);
                detail.cell = Some(cell.clone());
                import.rejects.push(Reject {
                    row: number,
                    reason,
                    cell,
                    cells: cells.iter().map(Cell::text).collect(),
                    record: None,
                });
            }
            Ok((entry, fixes)) => {
                let words = said(&entry);
                let there = known
                    .by_id
                    .get(&entry.id)
                    .cloned()
                    .or_else(|| {
                        let named = known.by_reference.contains_key(&entry.reference);
                        (named && !entry.reference.is_empty()).then(|| entry.reference.clone())
                    })
                    .or_else(|| known.by_words.get(&words).cloned());
                if let Some(reference) = there {
                    detail.outcome = RowOutcome::Duplicate;
                    detail.reference = Some(reference);
                } else if let Some(earlier) = seen.get(&words) {
                    detail.outcome = RowOutcome::Duplicate;
                    detail.duplicate_of_row = Some(*earlier);
                } else {
                    seen.insert(words, number);
                    detail.outcome = RowOutcome::of_fixes(&fixes);
                    detail.fixes = fixes;
                    import.records.push((number, entry));
                }
            }
        }
        import.report.enter(detail);
    }
    import
}

struct Row<'a> {
    sheet: &'a Sheet,
    cells: &'a [Cell],
}

impl Row<'_> {
    fn text(&self, column: Column) -> String {
        let at = self.sheet.columns.iter().position(|c| *c == Some(column));
        let cell = at.and_then(|at| self.cells.get(at));
        cell.map_or_else(String::new, |cell| {
            // A TAB before a long number keeps it text in a spreadsheet.
            clean::exact(cell).trim().to_owned()
        })
    }

    fn note(&self, column: Column, slot: Slot) -> CellNote {
        let at = self.sheet.columns.iter().position(|c| *c == Some(column));
        CellNote {
            column: self.sheet.kind[slot].name.to_owned(),
            header: at.map_or_else(String::new, |at| self.sheet.names[at].clone()),
            value: self.text(column).chars().take(60).collect(),
        }
    }

    fn entry(
        &self,
        resolve: &dyn Resolve,
        today: NaiveDate,
        fresh: &mut impl FnMut() -> EntryId,
    ) -> Result<(Entry, Vec<Fix>), (Reason, CellNote)> {
        let kind = self.sheet.kind;
        let id = EntryId::parse(&self.text(Column::Id));
        let mut entry = Entry::blank(kind, id.unwrap_or_else(fresh));
        entry.reference = self.text(Column::Reference);
        let mut fixes = Vec::new();
        for (at, field) in kind.fields.iter().enumerate() {
            let slot = Slot(at);
            let column = Column::Field(slot);
            let text = self.text(column);
            let value = if let Holds::Link(target) = field.holds {
                let uid = Uuid::try_parse(&self.text(Column::LinkId(slot))).ok();
                let found = uid
                    .and_then(|uid| resolve.by_id(target, uid))
                    .or_else(|| (!text.is_empty()).then(|| resolve.by_words(target, &text))?);
                if found.is_none() && !text.is_empty() {
                    return Err((Reason::LinkUnknown, self.note(column, slot)));
                }
                found.map(Value::Link)
            } else {
                let read = field.holds.read(&text, today);
                read.map_err(|_| (Reason::FieldUnread, self.note(column, slot)))?
            };
            if let Some(Value::Date(day)) = &value
                && day.to_string() != text
                && !fixes.contains(&Fix::DateFormat)
            {
                fixes.push(Fix::DateFormat);
            }
            entry.set(slot, value);
        }
        match entry.flaws().first() {
            None => Ok((entry, fixes)),
            Some(flaw) => {
                let reason = match flaw {
                    Flaw::Missing(_) => Reason::FieldMissing,
                    Flaw::OutOfOrder(..) | Flaw::TooMany(..) => Reason::FieldConflict,
                };
                let slot = flaw.slot();
                Err((reason, self.note(Column::Field(slot), slot)))
            }
        }
    }
}
