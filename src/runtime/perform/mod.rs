//! One ask carried out: ordinary code, on whatever thread calls it. Calls `office` and nothing else.

mod people;
mod read;
mod write;

use crate::{
    domain::failure::Failure,
    effect::{Ask, Receipt, Reply},
    office::{Moment, Office},
};

/// Carries out an ask at a moment. A failure is an answer too.
pub fn perform(office: &Office, moment: &Moment, ask: Ask) -> Reply {
    let answer = match ask {
        Ask::Search { text, limit } => read::search(office, moment, text, limit),
        Ask::Views => office.views().map(Reply::Views),
        Ask::KeepView(view) => office
            .keep_view(moment, &view)
            .map(|()| Reply::Done(Receipt::ViewKept(view.name))),
        Ask::DropView(view) => office
            .drop_view(moment, view.id)
            .map(|()| Reply::Done(Receipt::ViewDropped(view))),
        Ask::SearchEach { entries } => read::search_each(office, moment, &entries),
        Ask::Facets { rest, field, typed } => read::facets(office, moment, &rest, field, typed),
        Ask::OpenPerson(id) => office.open_person(id, moment).map(read::file),
        Ask::RefreshPerson(id) => office.refresh_person(id, moment).map(read::file),
        Ask::Offers(id) => read::offers(office, moment, id),
        Ask::Reveal(id) => read::reveal(office, moment, id),
        Ask::Recent => office.recent(moment).map(Reply::Recent),
        Ask::Today => office.today(moment).map(read::board),
        Ask::OfferList { kind, text } => read::offer_list(office, moment, kind, text),
        Ask::WhoFits(id) => read::who_fits(office, moment, id),
        Ask::DayLog { day, everyone } => read::day_log(office, day, everyone),
        Ask::LogContact {
            id,
            record,
            recommended,
            draft,
        } => write::log(office, moment, id, &record, recommended, draft),
        Ask::CorrectContact {
            id,
            corrects,
            record,
            reason,
        } => write::correct(office, moment, id, corrects, &record, &reason),
        Ask::CancelContact { id, reason } => write::cancel(office, moment, id, &reason),
        Ask::Hints(query) => office.hints(&query).map(|h| Reply::Hints(Box::new(h))),
        Ask::Candidates { record, except } => office
            .candidates(&record, except, moment)
            .map(Reply::Candidates),
        Ask::History(id) => office.history(id).map(Reply::History),
        Ask::RegisterPerson { id, record, draft } => {
            people::register(office, moment, id, &record, draft)
        }
        Ask::EditPerson {
            id,
            was,
            now,
            draft,
        } => people::edit(office, moment, id, (&was, &now), draft),
        Ask::MergePeople { keep, gone, taken } => people::merge(office, moment, keep, gone, &taken),
        Ask::Drafts { form, person } => office.drafts_of(&form, person).map(Reply::Drafts),
        Ask::KeepDraft(draft) => office
            .keep_draft(moment, &draft)
            .map(|()| Reply::DraftKept(draft.id)),
        Ask::DropDraft(id) => office.drop_draft(moment, id).map(|()| Reply::DraftKept(id)),
        Ask::Ledger { kind, about } => {
            office
                .ledger(kind, about)
                .map(|rows| Reply::Ledger { kind, about, rows })
        }
        Ask::LedgerCounts { about } => office.ledger_counts(about).map(Reply::LedgerCounts),
        Ask::LinkChoices { target, text } => office
            .link_choices(target, &text, moment)
            .map(|choices| Reply::LinkChoices { text, choices }),
        Ask::SaveEntries { entries, draft } => write::entries(office, moment, &entries, draft),
        Ask::RemoveEntry { kind, id } => office
            .remove_entry(moment, kind, id)
            .map(|()| Reply::Done(Receipt::Removed(kind))),
        Ask::Undo => write::undo(office, moment),
        Ask::Redo => write::redo(office, moment),
        Ask::ExportDay { day, everyone } => write::export_day(office, moment, day, everyone),
    };
    answer.unwrap_or_else(Reply::Failed)
}

type Answer = Result<Reply, Failure>;
