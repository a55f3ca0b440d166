//! Rows of vacancies → records. A vacancy is on the books already by its reference, else by title,
//! employer, place and day of posting.

use super::{
    clean::{self, Fixes},
    courses::written_date,
    offers::{self, KnownRecords, Read},
    report::{Import, Reason},
    source::{Row, Source, VacancyColumn},
};
use crate::domain::offer::VacancyRecord;

/// What makes a vacancy that vacancy, where it has no reference.
pub fn key(record: &VacancyRecord) -> String {
    let posted = match record.posted.value {
        Some(day) => day.to_string(),
        None => record.posted.text.clone(),
    };
    offers::key(&[&record.title, &record.employer, &record.place, &posted])
}

/// Reads every row of an opened file.
pub fn read(source: &Source<VacancyColumn>, known: &KnownRecords) -> Import<VacancyRecord> {
    offers::read(source, known, |row, fixes| {
        let record = record(row, fixes);
        if record.title.is_empty() {
            return Err((Reason::TitleMissing, VacancyColumn::Title));
        }
        Ok(Read {
            reference: record.reference.clone(),
            key: key(&record),
            record,
        })
    })
}

fn record(row: Row<'_, VacancyColumn>, fixes: &mut Fixes) -> VacancyRecord {
    use VacancyColumn as C;
    let posted = written_date(row.cell(C::Posted), fixes);
    let closes = written_date(row.cell(C::Closes), fixes);
    let mut text = |column: C| clean::plain(row.cell(column), fixes);
    VacancyRecord {
        reference: text(C::Reference),
        title: text(C::Title),
        employer: text(C::Employer),
        place: text(C::Place),
        pay: text(C::Pay),
        headcount: clean::count(text(C::Headcount)),
        requirement: text(C::Requirement),
        remark: text(C::Remark),
        benefit: text(C::Benefit),
        posted,
        closes,
        extra: row.extra(),
    }
}
