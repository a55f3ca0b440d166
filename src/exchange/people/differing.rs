//! What a row says of somebody that the record does not.

use crate::domain::person::PersonRecord;
use crate::exchange::{
    cells,
    report::CellNote,
    source::{PersonColumn, Row},
};
use crate::text::Lang;

/// The columns in which the row says something else; what it leaves blank is no difference, nor are
/// other words for the same thing.
pub(super) fn columns(row: &PersonRecord, there: &PersonRecord) -> Vec<PersonColumn> {
    let differs = |column: &PersonColumn| {
        let new = cells::person(row, *column, Lang::Zh, true);
        !new.is_empty()
            && new != cells::person(there, *column, Lang::Zh, true)
            && !is_same(row, there, *column)
    };
    PersonColumn::ALL.iter().copied().filter(differs).collect()
}

/// The cell of the row that says it. What follows from the id number stands in no cell; a second
/// phone may stand behind the first.
pub(super) fn cell_of(row: Row<'_, PersonColumn>, column: PersonColumn) -> Option<CellNote> {
    let is_blank = |column: PersonColumn| row.cell(column).is_blank();
    match column {
        PersonColumn::Phone2 if is_blank(column) => Some(row.note(PersonColumn::Phone)),
        column if is_blank(column) => None,
        column => Some(row.note(column)),
    }
}

fn is_same(row: &PersonRecord, there: &PersonRecord, column: PersonColumn) -> bool {
    use PersonColumn as C;
    fn alike<T: PartialEq>(one: &Option<T>, other: &Option<T>) -> bool {
        one.is_some() && one == other
    }
    let phones = [&there.phone, &there.phone2];
    match column {
        // The reference is the file's own business.
        C::Reference => true,
        C::Phone => phones.contains(&&row.phone),
        C::Phone2 => phones.contains(&&row.phone2),
        C::Schooling => alike(&row.schooling.value, &there.schooling.value),
        C::WorkStatus => alike(&row.work_status.value, &there.work_status.value),
        C::TrainingWish => alike(&row.training_wish.value, &there.training_wish.value),
        C::Groups => row
            .groups
            .iter()
            .all(|new| there.groups.iter().any(|old| old.group == new.group)),
        C::Certs => row.certs.iter().all(|new| there.certs.contains(new)),
        _ => false,
    }
}
