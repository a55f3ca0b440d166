//! Asks that change something.

use super::{Answer, read::of};
use crate::{
    domain::{
        contact::{Contact, ContactRecord},
        ids::{ContactId, DraftId},
        ledger::Entry,
    },
    effect::{NewRecommendation, Receipt, Reply},
    office::{FileFormat, LogOrder, Moment, Office, Recommend, Target},
};
use chrono::NaiveDate;

pub(super) fn log(
    office: &Office,
    moment: &Moment,
    id: ContactId,
    record: &ContactRecord,
    recommended: Option<NewRecommendation>,
    draft: Option<DraftId>,
) -> Answer {
    let recommend = recommended.map(|r| Recommend {
        offer: r.offer,
        response: r.response,
        override_reason: r.override_reason,
    });
    let contact = office.log_contact(moment, id, record, recommend.as_ref(), draft)?;
    Ok(Reply::Done(Receipt::Logged {
        id_tail: id_tail(office, moment, &contact)?,
        recommended: office.recommended_in(contact.id)?,
        contact: Box::new(contact),
    }))
}

/// Last four of the id number, so that the receipt names the right namesake.
fn id_tail(
    office: &Office,
    moment: &Moment,
    contact: &Contact,
) -> Result<String, crate::domain::failure::Failure> {
    let Some(person) = contact.record.with.person() else {
        return Ok(String::new());
    };
    let line = office.summaries(&[person], moment)?.pop();
    Ok(line.map_or_else(String::new, |line| {
        let tail = line.id_masked.trim_start_matches('*');
        tail.to_owned()
    }))
}

pub(super) fn correct(
    office: &Office,
    moment: &Moment,
    id: ContactId,
    corrects: ContactId,
    record: &ContactRecord,
    reason: &str,
) -> Answer {
    let contact = office.correct_contact(moment, id, corrects, record, reason)?;
    Ok(Reply::Done(Receipt::Corrected(Box::new(contact))))
}

pub(super) fn cancel(office: &Office, moment: &Moment, id: ContactId, reason: &str) -> Answer {
    let contact = office.cancel_contact(moment, id, reason)?;
    Ok(Reply::Done(Receipt::Cancelled(Box::new(contact))))
}

pub(super) fn entries(
    office: &Office,
    moment: &Moment,
    entries: &[Entry],
    draft: Option<DraftId>,
) -> Answer {
    let saved = office.save_entries(moment, entries, draft)?;
    Ok(Reply::Done(Receipt::Saved {
        first: Box::new(saved.first),
        count: saved.count,
        warnings: saved.warnings,
    }))
}

pub(super) fn undo(office: &Office, moment: &Moment) -> Answer {
    Ok(Reply::Done(Receipt::Undone(office.undo(moment)?)))
}

pub(super) fn redo(office: &Office, moment: &Moment) -> Answer {
    Ok(Reply::Done(Receipt::Redone(office.redo(moment)?)))
}

pub(super) fn export_day(
    office: &Office,
    moment: &Moment,
    day: NaiveDate,
    everyone: bool,
) -> Answer {
    let order = LogOrder {
        from: day,
        to: day,
        of: of(office, everyone),
        format: FileFormat::Xlsx,
        target: Target::Usual,
    };
    let written = office.export_log(&order, moment)?;
    Ok(Reply::Done(Receipt::Exported {
        path: written
            .path
            .map(|p| p.to_string_lossy().into_owned())
            .unwrap_or_default(),
        rows: written.rows,
        everyone,
    }))
}
