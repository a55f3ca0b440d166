//! A file's bytes as rows of cells, whatever wrote them: CSV, TSV, XLSX, XLS, ODS.

mod decode;
mod delimited;
mod workbook;

use crate::domain::failure::Failure;
use chrono::NaiveDateTime;

pub use decode::Encoding;

/// At most this many rows of a delimited text.
pub const MAX_TEXT_ROWS: usize = 2_000_000;
/// At most this many rows of a workbook's sheet.
pub const MAX_WORKBOOK_ROWS: usize = 200_000;
/// At most this many columns.
pub const MAX_COLUMNS: usize = 200;
/// At most this many bytes of a delimited text.
pub const MAX_TEXT_BYTES: usize = 1 << 30;
/// At most this many bytes of a workbook; it unpacks to many times as much.
pub const MAX_WORKBOOK_BYTES: usize = 128 << 20;

/// The text of a file that is no sheet (a list, one entry a line), decoded as a sheet would be.
///
/// # Errors
/// [`Failure::BadEncoding`]; [`Failure::FileUnreadable`] where it is no text.
pub fn text(bytes: &[u8], file: &str) -> Result<String, Failure> {
    decode::decode(bytes, Encoding::Auto, file).map(|(text, _)| text)
}

/// One cell as the file holds it.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text.
    Text(String),
    /// A number. An id number typed as one has lost its last digits.
    Number(f64),
    /// A date, with its time of day.
    Date(NaiveDateTime),
    /// True or false.
    Bool(bool),
    /// An error of the spreadsheet such as `#N/A`.
    Error(String),
}

impl Cell {
    /// The cell as a person sees it; a number without exponent.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(at) if at.time() == chrono::NaiveTime::MIN => at.date().to_string(),
            Self::Date(at) => at.format("%Y-%m-%d %H:%M:%S").to_string(),
            Self::Bool(value) => value.to_string(),
        }
    }

    /// True where a person sees nothing.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text
                .chars()
                .all(|c| c.is_whitespace() || crate::text::fold::is_invisible(c)),
            _ => false,
        }
    }
}

/// What kind of file it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Delimited text.
    Text {
        /// Its encoding.
        encoding: Encoding,
        /// Its separator.
        separator: char,
    },
    /// A workbook.
    Workbook,
    /// JSON of our own export.
    Json,
}

/// A sheet: row `i` of the list is row `i + 1` as a person sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Name of the sheet in its workbook, or empty.
    pub name: String,
    /// Where it came from.
    pub format: Format,
    /// Rows; they may be of different lengths.
    pub rows: Vec<Vec<Cell>>,
}

/// Reads every sheet that a person would see in the file, in order. `file` is only quoted in
/// failures; `score` says how much a row looks like the header that is looked for, so that the
/// separator of a text can be told.
///
/// # Errors
/// A file that is no sheet, is damaged, is too large, or whose quotes do not close.
pub fn read(
    bytes: &[u8],
    file: &str,
    encoding: Encoding,
    score: &dyn Fn(&[Cell]) -> usize,
) -> Result<Vec<Sheet>, Failure> {
    if let Some(kind) = decode::foreign_kind(bytes) {
        return Err(Failure::NotASheet {
            path: file.to_owned(),
            kind: kind.to_owned(),
        });
    }
    if workbook::is_workbook(bytes) {
        return workbook::read(bytes, file);
    }
    if bytes.len() > MAX_TEXT_BYTES {
        return Err(Failure::FileTooLarge {
            path: file.to_owned(),
            limit: "1 GB".to_owned(),
        });
    }
    let (text, encoding) = decode::decode(bytes, encoding, file)?;
    delimited::read(&text, file, encoding, score).map(|sheet| vec![sheet])
}

/// The refusal of a sheet beyond the limits.
pub(crate) fn too_many_rows(file: &str, limit: usize) -> Failure {
    Failure::FileTooLarge {
        path: file.to_owned(),
        limit: format!("{limit} × {MAX_COLUMNS}"),
    }
}
