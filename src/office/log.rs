//! The daily log: to read, and as a file.

use super::{
    Moment, Office,
    places::{Label, Shelf, Target, Written},
    rights::Deed,
};
use crate::{
    domain::{daybook::Daybook, failure::Failure, ids::OperatorId},
    exchange::{daylog, export::FileFormat},
    store::ExportNote,
};
use chrono::NaiveDate;

/// Whose contacts a log holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogOf {
    /// Everybody's.
    Everyone,
    /// Those that one operator entered.
    Operator(OperatorId),
}

impl LogOf {
    fn operator(self) -> Option<OperatorId> {
        match self {
            Self::Everyone => None,
            Self::Operator(id) => Some(id),
        }
    }
}

/// A log that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogOrder {
    /// First day.
    pub from: NaiveDate,
    /// Last day, inclusive.
    pub to: NaiveDate,
    /// Whose.
    pub of: LogOf,
    /// Form of the file.
    pub format: FileFormat,
    /// Where it goes.
    pub target: Target,
}

impl Office {
    /// The log of some days, to read.
    ///
    /// # Errors
    /// Rights; what the store says.
    pub fn daybook(&self, from: NaiveDate, to: NaiveDate, of: LogOf) -> Result<Daybook, Failure> {
        self.require(Deed::ReadLog)?;
        self.desk().daybook(from, to, of.operator())
    }

    /// The log of some days as a file; journalled.
    ///
    /// # Errors
    /// Rights; [`Failure::OutputExists`]; a place that can't be written.
    pub fn export_log(&self, order: &LogOrder, moment: &Moment) -> Result<Written, Failure> {
        self.require(Deed::Export)?;
        let book = self.daybook(order.from, order.to, order.of)?;
        let bytes = daylog::file(&book, order.format, self.lang)?;
        let stem = if order.from == order.to {
            order.from.to_string()
        } else {
            format!("{}_{}", order.from, order.to)
        };
        let label = Label {
            shelf: Shelf::Logs,
            stem: &stem,
            extension: order.format.extension(),
        };
        let written = self.put(&order.target, &label, bytes, book.rows.len())?;
        self.note(moment, &written, |note| {
            note.from = order.from;
            note.to = order.to;
            note.operator = order.of.operator();
            note.format = order.format.extension().to_owned();
        })
    }

    /// Journals a file that was written; a file without an entry does not stay.
    pub(super) fn note(
        &self,
        moment: &Moment,
        written: &Written,
        fill: impl FnOnce(&mut ExportNote),
    ) -> Result<Written, Failure> {
        let mut note = ExportNote {
            of: "daybook",
            purpose: String::new(),
            from: moment.today,
            to: moment.today,
            operator: None,
            path: written
                .path
                .as_ref()
                .map(|p| p.to_string_lossy().into_owned())
                .unwrap_or_default(),
            format: String::new(),
            rows: written.rows,
        };
        fill(&mut note);
        match self.desk().note_exported(&self.act(moment), &note) {
            Ok(()) => Ok(written.clone()),
            Err(failure) => {
                if let Some(path) = &written.path {
                    let _ = std::fs::remove_file(path);
                }
                Err(failure)
            }
        }
    }
}
