//! Workbooks: XLSX (read cell by cell, because a far cell would make a dense range of gigabytes),
//! XLS, XLSB and ODS.

use super::{
    Cell, Format, MAX_COLUMNS, MAX_WORKBOOK_BYTES, MAX_WORKBOOK_ROWS, Sheet, too_many_rows,
};
use crate::domain::failure::Failure;
use calamine::{
    Data, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Sheets, XlsxError,
    open_workbook_auto_from_rs,
};
use chrono::{NaiveDate, NaiveDateTime};
use std::io::Cursor;

const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// True for the containers that workbooks come in.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP) || bytes.starts_with(COMPOUND)
}

pub(super) fn read(bytes: &[u8], file: &str) -> Result<Vec<Sheet>, Failure> {
    if bytes.len() > MAX_WORKBOOK_BYTES {
        return Err(Failure::FileTooLarge {
            path: file.to_owned(),
            limit: "128 MB".to_owned(),
        });
    }
    if bytes.starts_with(COMPOUND) && has_wide(bytes, "EncryptedPackage") {
        return Err(Failure::FileLocked {
            path: file.to_owned(),
        });
    }
    if bytes.starts_with(COMPOUND) && has_wide(bytes, "WordDocument") {
        return Err(Failure::NotASheet {
            path: file.to_owned(),
            kind: "DOC".to_owned(),
        });
    }
    let damaged = |kind: &str| Failure::FileUnreadable {
        path: file.to_owned(),
        detail: kind.to_owned(),
    };
    let kind = if bytes.starts_with(ZIP) {
        "XLSX"
    } else {
        "XLS"
    };
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| damaged(kind))?;
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|s| s.visible == SheetVisible::Visible && s.typ == SheetType::WorkSheet)
        .map(|s| s.name.clone())
        .collect();
    let mut sheets = Vec::new();
    for name in names {
        let rows = match &mut book {
            Sheets::Xlsx(book) => {
                let mut reader = match book.worksheet_cells_reader(&name) {
                    Ok(reader) => reader,
                    Err(XlsxError::NotAWorksheet(_)) => continue,
                    Err(_) => return Err(damaged(kind)),
                };
                let mut rows = Vec::new();
                while let Some(cell) = reader.next_cell().map_err(|_| damaged(kind))? {
                    let value = from_ref(cell.get_value());
                    put(&mut rows, cell.get_position(), value, file)?;
                }
                rows
            }
            other => {
                let range = other.worksheet_range(&name).map_err(|_| damaged(kind))?;
                let (top, left) = range.start().unwrap_or_default();
                let mut rows = Vec::new();
                for (row, column, value) in range.used_cells() {
                    let place = (top + wide(row), left + wide(column));
                    put(&mut rows, place, from_data(value), file)?;
                }
                rows
            }
        };
        sheets.push(Sheet {
            name,
            format: Format::Workbook,
            rows,
        });
    }
    Ok(sheets)
}

fn wide(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Puts a cell where it stands; rows above it that hold nothing are rows all the same.
fn put(
    rows: &mut Vec<Vec<Cell>>,
    (row, column): (u32, u32),
    value: Cell,
    file: &str,
) -> Result<(), Failure> {
    if value == Cell::Empty {
        return Ok(());
    }
    let (row, column) = (row as usize, column as usize);
    if row >= MAX_WORKBOOK_ROWS || column >= MAX_COLUMNS {
        return Err(too_many_rows(file, MAX_WORKBOOK_ROWS));
    }
    if rows.len() <= row {
        rows.resize_with(row + 1, Vec::new);
    }
    let cells = &mut rows[row];
    if cells.len() <= column {
        cells.resize(column + 1, Cell::Empty);
    }
    cells[column] = value;
    Ok(())
}

fn has_wide(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wide.len()).any(|window| window == wide)
}

fn from_ref(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::SharedString(text) => text_cell(text),
        DataRef::String(text) => text_cell(text),
        DataRef::Int(n) => Cell::Number(*n as f64),
        DataRef::Float(n) => Cell::Number(*n),
        DataRef::Bool(value) => Cell::Bool(*value),
        DataRef::DateTime(at) => date_cell(at),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso_cell(text),
        DataRef::Error(error) => Cell::Error(error.to_string()),
        DataRef::Empty => Cell::Empty,
    }
}

fn from_data(value: &Data) -> Cell {
    match value {
        Data::String(text) => text_cell(text),
        Data::Int(n) => Cell::Number(*n as f64),
        Data::Float(n) => Cell::Number(*n),
        Data::Bool(value) => Cell::Bool(*value),
        Data::DateTime(at) => date_cell(at),
        Data::DateTimeIso(text) | Data::DurationIso(text) => iso_cell(text),
        Data::Error(error) => Cell::Error(error.to_string()),
        Data::Empty => Cell::Empty,
    }
}

fn text_cell(text: &str) -> Cell {
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(text.to_owned())
    }
}

fn iso_cell(text: &str) -> Cell {
    match text.parse::<NaiveDateTime>() {
        Ok(at) => Cell::Date(at),
        Err(_) => text_cell(text),
    }
}

fn date_cell(at: &ExcelDateTime) -> Cell {
    if !at.is_datetime() {
        return Cell::Number(at.as_f64());
    }
    let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
        .and_then(|date| date.and_hms_opt(hour.into(), minute.into(), second.into()))
        .map_or(Cell::Number(at.as_f64()), Cell::Date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::{ExcelDateTime as Moment, Format as Look, Workbook};

    fn book(fill: impl Fn(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
        let mut book = Workbook::new();
        fill(book.add_worksheet());
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn cells_keep_their_kind_and_place() {
        let bytes = book(|sheet| {
            let date = Look::new().set_num_format("yyyy-mm-dd");
            let day = Moment::from_ymd(2026, 11, 21).unwrap();
            sheet.write_string(2, 1, "张三").unwrap();
            sheet.write_number(2, 2, 110_105_199_003_071_000.0).unwrap();
            sheet.write_with_format(2, 3, &day, &date).unwrap();
            sheet.write_boolean(2, 4, true).unwrap();
        });
        let sheets = read(&bytes, "f").unwrap();
        let rows = &sheets[0].rows;
        assert_eq!(rows.len(), 3, "two rows above hold nothing");
        assert!(rows[0].is_empty());
        assert_eq!(rows[2][0], Cell::Empty);
        assert_eq!(rows[2][1], Cell::Text("张三".to_owned()));
        assert_eq!(rows[2][2].text(), "110105199003071000");
        assert_eq!(rows[2][3].text(), "2026-11-21");
        assert_eq!(rows[2][4], Cell::Bool(true));
    }

    #[test]
    fn a_far_cell_is_refused_at_once() {
        for (row, column) in [(1_048_575, 16_383), (1_048_575, 0), (0, 16_383)] {
            let bytes = book(|sheet| {
                sheet.write_string(row, column, "x").unwrap();
            });
            assert!(matches!(
                read(&bytes, "f"),
                Err(Failure::FileTooLarge { .. })
            ));
        }
    }

    #[test]
    fn damaged_and_locked_files_are_named() {
        let bytes = book(|sheet| {
            sheet.write_string(0, 0, "x").unwrap();
        });
        assert!(matches!(
            read(&bytes[..bytes.len() / 2], "f"),
            Err(Failure::FileUnreadable { detail, .. }) if detail == "XLSX"
        ));
        let mut locked = COMPOUND.to_vec();
        locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert!(matches!(
            read(&locked, "f"),
            Err(Failure::FileLocked { .. })
        ));
    }
}
