//! What a row of the person screen rests on: an offer's reasons, a contact's entry, a field's source.

use super::{Pane, Person, record, words};
use crate::{
    domain::{
        contact::Contact,
        fit::{FitReason, Verdict},
    },
    effect::PersonFile,
    ui::{
        cx::Cx,
        screens::why::{self, Fact, WhyArgs},
        words::people,
    },
};

/// The ground of the selected row of the focused pane; `None` where the pane is empty.
pub(super) fn of(person: &Person, cx: &Cx<'_>) -> Option<WhyArgs> {
    if let Some(offer) = person.offer() {
        return Some(WhyArgs::of_offer(offer.title.clone(), offer.fit.clone()));
    }
    let file = person.file.as_ref()?;
    let row = person.lists[person.pane as usize].selected;
    let (what, facts, reasons) = match person.pane {
        Pane::Contacts => {
            let contact = file.contacts.get(row)?;
            let facts = why::of_contact(contact, cx.lang);
            (contact_title(contact, cx), facts, Vec::new())
        }
        Pane::Record => field(file, record::record_lines(person, cx).get(row)?, cx),
        Pane::Vacancies | Pane::Courses => return None,
    };
    let title = format!("{} {what}", people::named(cx.lang, &file.summary));
    Some(WhyArgs::of_reasons(title, reasons, facts))
}

fn contact_title(contact: &Contact, cx: &Cx<'_>) -> String {
    format!(
        "{} {}",
        contact.record.at.format("%m-%d"),
        contact.record.channel.label(cx.lang)
    )
}

/// Where a field comes from, or what to ask where it is not known.
fn field(
    file: &PersonFile,
    line: &record::RecordLine,
    cx: &Cx<'_>,
) -> (String, Vec<Fact>, Vec<FitReason>) {
    let lang = cx.lang;
    let label = line.label.as_str();
    if !line.known {
        let open = FitReason {
            verdict: Verdict::Unknown,
            what: label.to_owned(),
            because: words::not_known(lang).into_owned(),
            rule: None,
            ask: Some(words::ask_for(lang, label).into_owned()),
            soft: false,
            sensitive: false,
        };
        return (label.to_owned(), Vec::new(), vec![open]);
    }
    let record = &file.person.record;
    let or_not = |text: &str| match text {
        "" => words::not_known(lang).into_owned(),
        text => text.to_owned(),
    };
    let day = record.reg_date.map(|day| day.to_string());
    let because = if line.label == words::birth(lang) && record.id_number.is_some() {
        words::computed(lang)
    } else if line.label == words::recommended(lang) {
        words::from_contacts(lang)
    } else {
        words::the_file(
            lang,
            &or_not(&record.reference),
            &or_not(&day.unwrap_or_default()),
            &or_not(&record.worker),
        )
    };
    let colon = lang.pick("：", ": ");
    let what = format!("{label}{colon}{}", line.value);
    let says = because.into_owned();
    (label.to_owned(), vec![Fact { what, says }], Vec::new())
}
