//! Reads the columns of a row one after the other, as domain values.
//!
//! A code or number that the program does not know reads as *not known*, so that one damaged row
//! does not close the register; `check` is what finds it.

use super::error::{Error, Result};
use super::journal::read_stamp;
use super::row::Value;
use crate::domain::written::Written;
use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::types::ValueRef;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Where the reading of a row stands.
pub(super) struct Cells<'r> {
    row: &'r rusqlite::Row<'r>,
    next: usize,
}

impl<'r> Cells<'r> {
    /// Starts at the first column.
    pub(super) fn of(row: &'r rusqlite::Row<'r>) -> Self {
        Self { row, next: 0 }
    }

    fn cell(&mut self) -> Result<ValueRef<'r>> {
        let cell = self.row.get_ref(self.next)?;
        self.next += 1;
        Ok(cell)
    }

    /// Passes over a column.
    pub(super) fn skip(&mut self) -> &mut Self {
        self.next += 1;
        self
    }

    /// Text without taking it over; NULL is the empty text.
    pub(super) fn str(&mut self) -> Result<&'r str> {
        match self.cell()? {
            ValueRef::Text(bytes) => std::str::from_utf8(bytes)
                .map_err(|_| Error::Content("a text is not UTF-8".to_owned())),
            ValueRef::Null => Ok(""),
            _ => Err(Error::Content(
                "a text holds a value of another type".to_owned(),
            )),
        }
    }

    /// Text; NULL is the empty text.
    pub(super) fn text(&mut self) -> Result<String> {
        self.str().map(str::to_owned)
    }

    /// Text or nothing.
    pub(super) fn maybe(&mut self) -> Result<Option<String>> {
        self.str().map(|t| (!t.is_empty()).then(|| t.to_owned()))
    }

    /// A number or nothing.
    pub(super) fn number(&mut self) -> Result<Option<i64>> {
        match self.cell()? {
            ValueRef::Integer(n) => Ok(Some(n)),
            ValueRef::Null => Ok(None),
            _ => Err(Error::Content(
                "a number holds a value of another type".to_owned(),
            )),
        }
    }

    /// A number of the wanted width, or nothing.
    pub(super) fn narrow<T: TryFrom<i64>>(&mut self) -> Result<Option<T>> {
        Ok(self.number()?.and_then(|n| T::try_from(n).ok()))
    }

    /// Yes, no, or nothing.
    pub(super) fn flag(&mut self) -> Result<Option<bool>> {
        Ok(self.number()?.map(|n| n != 0))
    }

    /// An identity or nothing.
    pub(super) fn maybe_uid(&mut self) -> Result<Option<Uuid>> {
        match self.cell()? {
            ValueRef::Blob(bytes) => Uuid::from_slice(bytes)
                .map(Some)
                .map_err(|_| Error::Content("an identity has the wrong length".to_owned())),
            ValueRef::Null => Ok(None),
            _ => Err(Error::Content(
                "an identity holds a value of another type".to_owned(),
            )),
        }
    }

    /// An identity that must be there.
    pub(super) fn uid(&mut self) -> Result<Uuid> {
        self.maybe_uid()?
            .ok_or_else(|| Error::Content("an identity is missing".to_owned()))
    }

    /// A date or nothing.
    pub(super) fn date(&mut self) -> Result<Option<NaiveDate>> {
        self.str().map(|t| t.parse().ok())
    }

    /// A time that must be there.
    pub(super) fn time(&mut self) -> Result<DateTime<FixedOffset>> {
        self.str().and_then(read_stamp)
    }

    /// A value of a closed list, by its code.
    pub(super) fn code<T: Copy>(
        &mut self,
        all: &[T],
        code: fn(T) -> &'static str,
    ) -> Result<Option<T>> {
        let text = self.str()?;
        Ok(all.iter().copied().find(|v| code(*v) == text))
    }

    /// A value of a closed list that must be there.
    pub(super) fn must_code<T: Copy>(
        &mut self,
        all: &[T],
        code: fn(T) -> &'static str,
    ) -> Result<T> {
        self.code(all, code)?
            .ok_or_else(|| Error::Content("a code is not known".to_owned()))
    }

    /// Words and their coded reading, in two columns.
    pub(super) fn written<T: Copy>(
        &mut self,
        all: &[T],
        code: fn(T) -> &'static str,
    ) -> Result<Written<T>> {
        Ok(Written {
            text: self.text()?,
            value: self.code(all, code)?,
        })
    }

    /// Words and their reading as a number, in two columns.
    pub(super) fn written_number(&mut self) -> Result<Written<u32>> {
        Ok(Written {
            text: self.text()?,
            value: self.narrow()?,
        })
    }

    /// Words and their reading as a date, in two columns.
    pub(super) fn written_date(&mut self) -> Result<Written<NaiveDate>> {
        Ok(Written {
            text: self.text()?,
            value: self.date()?,
        })
    }

    /// A list kept as JSON.
    pub(super) fn list(&mut self) -> Result<Vec<String>> {
        let text = self.str()?;
        Ok(serde_json::from_str(text).unwrap_or_default())
    }

    /// Names and texts kept as JSON.
    pub(super) fn map(&mut self) -> Result<BTreeMap<String, String>> {
        let text = self.str()?;
        Ok(serde_json::from_str(text).unwrap_or_default())
    }
}

/// A date as a column holds it.
pub(super) fn date(day: Option<NaiveDate>) -> Value {
    day.map(|d| d.to_string()).into()
}

/// A list as a column holds it; an empty one is the empty text.
pub(super) fn list(values: &[String]) -> Result<Value> {
    if values.is_empty() {
        return Ok(Value::from(""));
    }
    Ok(serde_json::to_string(values)?.into())
}

/// Names and texts as a column holds them; none is the empty text.
pub(super) fn map(values: &BTreeMap<String, String>) -> Result<Value> {
    if values.is_empty() {
        return Ok(Value::from(""));
    }
    Ok(serde_json::to_string(values)?.into())
}
