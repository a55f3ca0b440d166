//! `contact`: log, list, cancel.

use super::{Answer, say_who_acts};
use crate::{
    cli::{
        Session,
        grammar::{ContactAddArgs, ContactCancelArgs, ContactCommand, ContactListArgs},
        out::End,
        shapes, values,
    },
    domain::{
        contact::{Asked, Contact, ContactRecord, ContactState, ContactWith, Outcome},
        dates,
        failure::Failure,
        ids::PersonId,
        masking,
    },
    office::{Moment, Office},
    text::Lang,
};
use std::collections::HashMap;

crate::messages! {
    logged(name: &str, id: &str) { zh: "已记：{name}，编号 {id}", en: "Logged: {name}, id {id}" }
    no_hour(day: &str) { zh: "（{day}，没有写钟点）", en: " ({day}, no hour given)" }
    reason_of_declined() { zh: "--reason 只在 --outcome declined（4暂无意愿）时写", en: "--reason goes only with --outcome declined (4)" }
    lacks_reason() { zh: "结果是暂无意愿，没有写原因（--reason）；界面上必填", en: "Declined, but no --reason was given; the screen asks for one" }
    lacks_where() { zh: "已就业/创业，没有写在哪里（--note）；界面上必填", en: "Working, but where is not said in --note; the screen asks for it" }
    lacks_promise() { zh: "没有写下次什么时候联系（--next；不再约写 0）；界面上必填", en: "No --next was given (0 for never); the screen asks for it" }
    cancelled(id: &str) { zh: "已作废：{id}（记录仍在）", en: "Cancelled: {id} (the record stays)" }
    no_contacts() { zh: "没有联系记录", en: "No contacts" }
    id_head() { zh: "编号", en: "Id" }
    time_head() { zh: "时间", en: "Time" }
    channel_head() { zh: "方式", en: "Channel" }
    with_head() { zh: "对象", en: "With" }
    purpose_head() { zh: "事由", en: "About" }
    outcome_head() { zh: "结果", en: "Outcome" }
    next_head() { zh: "下次", en: "Next" }
    operator_head() { zh: "经办人", en: "Operator" }
    state_head() { zh: "状态", en: "State" }
    note_head() { zh: "内容", en: "Note" }
    nobody_named() { zh: "不留名", en: "No name given" }
}

pub(super) fn run(command: ContactCommand, session: &mut Session<'_>) -> Answer {
    match command {
        ContactCommand::Add(args) => add(*args, session),
        ContactCommand::List(args) => list(&args, session),
        ContactCommand::Cancel(args) => cancel(&args, session),
    }
}

fn add(args: ContactAddArgs, session: &mut Session<'_>) -> Answer {
    let moment = session.clock.moment();
    let next = match &args.next {
        Some(text) => values::next(text, &moment).ok_or_else(|| unread("--next", text))?,
        None => None,
    };
    let at = match &args.at {
        Some(text) => values::at(text, &moment).ok_or_else(|| unread("--at", text))?,
        None => moment.at(),
    };
    if args.reason.is_some() && args.outcome != Outcome::Declined {
        return Err(Failure::WrongUsage {
            problem: reason_of_declined(session.lang()).into_owned(),
        });
    }
    let mut purposes = Vec::new();
    for purpose in args.purpose.into_iter().flat_map(|several| several.0) {
        if !purposes.contains(&purpose) {
            purposes.push(purpose);
        }
    }
    let office = session.open()?;
    say_who_acts(&office, session);
    let person = office.find_person(&args.person)?;
    let record = ContactRecord {
        with: ContactWith::Person(person),
        at,
        channel: args.channel,
        party: args.party,
        place: args.place.unwrap_or_default(),
        purposes,
        outcome: args.outcome,
        reason: args.reason,
        note: args.note.unwrap_or_default(),
        next_due: next,
    };
    for asked in record.lacks(args.next.is_some()) {
        // A script that was written before a rule still logs; the gap is said beside the answer.
        let text = match asked {
            Asked::Reason => lacks_reason(session.lang()),
            Asked::Where => lacks_where(session.lang()),
            Asked::Promise => lacks_promise(session.lang()),
        };
        session.out.warn(&text);
    }
    let id = match args.id {
        Some(id) => id,
        None => office.new_contact_id(&moment)?,
    };
    let record = match office.contact_with_id(id)? {
        // A repeated call without --at means the contact that is on record, not a new time.
        Some(earlier) if args.at.is_none() => ContactRecord {
            at: earlier.record.at,
            ..record
        },
        _ => record,
    };
    let contact = office.log_contact(&moment, id, &record, None, None)?;
    answer(&contact, &office, session, &moment, |lang, contact| {
        let told = logged(lang, &contact.with_name, &contact.reference);
        if dates::hour(contact.record.at).is_empty() {
            let day = contact.record.at.date_naive().to_string();
            format!("{told}{}", no_hour(lang, &day))
        } else {
            told.into_owned()
        }
    })
}

fn unread(field: &str, value: &str) -> Failure {
    Failure::InvalidValue {
        field: field.to_owned(),
        value: crate::text::display::line(value),
    }
}

fn cancel(args: &ContactCancelArgs, session: &mut Session<'_>) -> Answer {
    let moment = session.clock.moment();
    let office = session.open()?;
    say_who_acts(&office, session);
    let found = office.find_contact(&args.id)?;
    let contact = office.cancel_contact(&moment, found.id, &args.reason)?;
    answer(&contact, &office, session, &moment, |lang, contact| {
        cancelled(lang, &contact.reference).into_owned()
    })
}

fn answer(
    contact: &Contact,
    office: &Office,
    session: &mut Session<'_>,
    moment: &Moment,
    words: impl Fn(Lang, &Contact) -> String,
) -> Answer {
    if session.out.is_json() {
        let references = references(std::slice::from_ref(contact), office, moment)?;
        let person = contact.record.with.person();
        let reference = person.and_then(|id| references.get(&id));
        let document = shapes::contact(contact, reference.map(String::as_str));
        session.out.json(&document);
    } else {
        let text = words(session.lang(), contact);
        session.out.line(&crate::text::display::line(&text));
    }
    Ok(End::Done)
}

fn list(args: &ContactListArgs, session: &mut Session<'_>) -> Answer {
    let moment = session.clock.moment();
    let office = session.open_to_read()?;
    let person = match &args.person {
        Some(reference) => Some(office.find_person(reference)?),
        None => None,
    };
    let day = match (args.date, person) {
        (None, None) => Some(moment.today),
        (day, _) => day,
    };
    let contacts = office.contacts(day, person)?;
    if session.out.is_json() {
        let references = references(&contacts, &office, &moment)?;
        let documents: Vec<_> = contacts
            .iter()
            .map(|contact| {
                let person = contact.record.with.person();
                let reference = person.and_then(|id| references.get(&id));
                shapes::contact(contact, reference.map(String::as_str))
            })
            .collect();
        session.out.json(&documents);
    } else if contacts.is_empty() {
        let text = no_contacts(session.lang());
        session.out.line(&text);
    } else {
        print(&contacts, session);
    }
    Ok(End::Done)
}

fn references(
    contacts: &[Contact],
    office: &Office,
    moment: &Moment,
) -> Result<HashMap<PersonId, String>, Failure> {
    let mut people: Vec<PersonId> = contacts
        .iter()
        .filter_map(|c| c.record.with.person())
        .collect();
    people.sort_unstable();
    people.dedup();
    let lines = office.summaries(&people, moment)?;
    Ok(lines.into_iter().map(|l| (l.id, l.reference)).collect())
}

fn print(contacts: &[Contact], session: &mut Session<'_>) {
    let lang = session.lang();
    let head = [
        id_head(lang),
        time_head(lang),
        channel_head(lang),
        with_head(lang),
        purpose_head(lang),
        outcome_head(lang),
        next_head(lang),
        operator_head(lang),
        state_head(lang),
        note_head(lang),
    ];
    let head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
    let rows: Vec<Vec<String>> = contacts
        .iter()
        .map(|contact| {
            let record = &contact.record;
            let purposes: Vec<&str> = record.purposes.iter().map(|p| p.label(lang)).collect();
            let state: ContactState = contact.state;
            vec![
                contact.reference.clone(),
                dates::day_and_hour(record.at),
                record.channel.label(lang).to_owned(),
                if contact.with_name.is_empty() {
                    nobody_named(lang).into_owned()
                } else {
                    contact.with_name.clone()
                },
                purposes.join(lang.comma()),
                record.outcome.label(lang).to_owned(),
                record.next_due.map_or_else(String::new, |d| d.to_string()),
                contact.operator_name.clone(),
                state.label(lang).to_owned(),
                masking::numbers(&record.note),
            ]
        })
        .collect();
    session.out.table(&head, &rows);
}
