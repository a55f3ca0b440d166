//! Rows of text as CSV or XLSX bytes that no spreadsheet runs or rounds, the same bytes each time.

use super::clean;
use crate::domain::failure::Failure;
use crate::text::{display, width};
use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

/// Longest cell that a workbook takes.
const LONGEST_CELL: usize = 32_000;
/// Widest column, in characters; longer text wraps.
const WIDEST: usize = 42;
/// Rows looked at for the widths.
const WIDTH_ROWS: usize = 500;

/// One sheet of text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    /// Name of the sheet.
    pub(crate) name: String,
    /// Header row.
    pub(crate) headers: Vec<String>,
    /// Rows.
    pub(crate) rows: Vec<Vec<String>>,
    /// Rows after an empty one: totals and check code.
    pub(crate) footer: Vec<Vec<String>>,
}

impl Table {
    /// CSV for a spreadsheet: UTF-8 with byte-order mark, CR LF, formulas disarmed, long numbers
    /// behind a TAB so that they stay text.
    pub(crate) fn csv(&self) -> Vec<u8> {
        let mut out = String::from("\u{feff}");
        for row in std::iter::once(&self.headers).chain(&self.rows) {
            csv_row(&mut out, row);
        }
        if !self.footer.is_empty() {
            csv_row(&mut out, &[]);
        }
        for row in &self.footer {
            csv_row(&mut out, row);
        }
        out.into_bytes()
    }
}

fn csv_row(out: &mut String, row: &[String]) {
    for (at, cell) in row.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        let cell = csv_cell(cell);
        if cell.contains([',', '"', '\n', '\r', '\'']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

fn csv_cell(cell: &str) -> String {
    let safe = display::block(cell);
    let number = safe.len() >= 11
        && safe.bytes().all(|b| b.is_ascii_digit() || b == b'X')
        && safe.is_ascii();
    if number {
        format!("\t{safe}")
    } else {
        clean::guarded(&safe)
    }
}

/// Several sheets as one workbook. Every cell is text; `day` is its date of making, so that the same
/// rows are the same bytes.
pub(crate) fn xlsx(tables: &[Table], title: &str, day: NaiveDate) -> Result<Vec<u8>, Failure> {
    build(tables, title, day).map_err(|error| Failure::Bug {
        detail: error.to_string(),
    })
}

fn build(tables: &[Table], title: &str, day: NaiveDate) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(
        u16::try_from(day.year()).unwrap_or(2000),
        u8::try_from(day.month()).unwrap_or(1),
        u8::try_from(day.day()).unwrap_or(1),
    )?;
    book.set_properties(
        &DocProperties::new()
            .set_title(title)
            .set_creation_datetime(&made),
    );
    for table in tables {
        fill(book.add_worksheet(), table)?;
    }
    book.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(0xE7_E6_E6))
        .set_border(FormatBorder::Thin);
    let body = Format::new()
        .set_num_format("@")
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin);
    let foot = Format::new().set_num_format("@");
    sheet.set_name(&table.name)?;
    let rows = table.rows.iter().map(|row| (row, &body));
    let blank = Vec::new();
    let gap = (!table.footer.is_empty()).then_some((&blank, &foot));
    let footer = table.footer.iter().map(|row| (row, &foot));
    let head_row = std::iter::once((&table.headers, &head));
    let all = head_row.chain(rows).chain(gap).chain(footer);
    for (line, (row, look)) in (0_u32..).zip(all) {
        for (column, cell) in (0_u16..).zip(row) {
            let safe = clean::escaped(&display::block(cell));
            let text: String = safe.chars().take(LONGEST_CELL).collect();
            if text.is_empty() {
                sheet.write_blank(line, column, look)?;
            } else {
                sheet.write_string_with_format(line, column, text, look)?;
            }
        }
    }
    for (column, header) in (0_u16..).zip(&table.headers) {
        let longest = table
            .rows
            .iter()
            .take(WIDTH_ROWS)
            .filter_map(|row| row.get(usize::from(column)))
            .flat_map(|cell| cell.lines())
            .map(width::cells)
            .max()
            .unwrap_or_default();
        let cells = longest.max(width::cells(header)).clamp(4, WIDEST) + 2;
        sheet.set_column_width(column, u16::try_from(cells).unwrap_or(20))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape();
    sheet.set_paper_size(9); // A4
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_footer("&C&P / &N");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::sheet::{self, Cell, Encoding};

    fn table(cells: &[&str]) -> Table {
        Table {
            name: "表".to_owned(),
            headers: vec!["甲".to_owned(); cells.len()],
            rows: vec![cells.iter().map(|c| (*c).to_owned()).collect()],
            footer: vec![vec!["校验码".to_owned()]],
        }
    }

    const HOSTILE: [&str; 14] = [
        "=1+1",
        "+cmd|x",
        "-2+3",
        "@SUM(A1)",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "a,\"b\"\nc",
        "\u{1b}]52;c;x\u{7}\u{202e}",
    ];

    #[test]
    fn no_cell_of_a_csv_is_a_formula() {
        let bytes = table(&HOSTILE).csv();
        assert!(bytes.starts_with(b"\xef\xbb\xbf"));
        let text = String::from_utf8(bytes).unwrap();
        let sheets = sheet::read(text.as_bytes(), "f", Encoding::Auto, &|_| 0).unwrap();
        assert_eq!(sheets[0].rows.len(), 4);
        for cell in &sheets[0].rows[1] {
            let text = cell.text();
            let starts = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"];
            assert!(
                !starts
                    .iter()
                    .any(|s| text.trim_start_matches(' ').starts_with(s)),
                "{text:?}"
            );
            assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
        }
    }

    #[test]
    fn long_numbers_stay_text() {
        let text =
            String::from_utf8(table(&["449901199001019963", "16912345678", "12"]).csv()).unwrap();
        assert!(text.contains("\t449901199001019963,\t16912345678,12\r\n"));
        let day = "2026-11-21".parse().unwrap();
        let bytes = xlsx(&[table(&["449901199001019963", "=1+1"])], "t", day).unwrap();
        let sheets = sheet::read(&bytes, "f", Encoding::Auto, &|_| 0).unwrap();
        assert_eq!(
            sheets[0].rows[1][0],
            Cell::Text("449901199001019963".to_owned())
        );
        assert_eq!(sheets[0].rows[1][1], Cell::Text("=1+1".to_owned()));
        assert_eq!(
            bytes,
            xlsx(&[table(&["449901199001019963", "=1+1"])], "t", day).unwrap()
        );
    }
}
