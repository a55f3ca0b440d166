//! What a row of the person screen rests on: an offer's reasons, a contact's entry, a field's source.

use super::{Pane, Person, record, words};
use crate::{
    domain::{
        contact::{Contact, ContactState},
        fit::{Fit, FitLevel, FitReason, Verdict},
    },
    effect::PersonFile,
    ui::{cx::Cx, screens::why::WhyArgs, words::people},
};

/// The ground of the selected row of the focused pane; `None` where the pane is empty.
pub(super) fn of(person: &Person, cx: &Cx<'_>) -> Option<WhyArgs> {
    if let Some(offer) = person.offer() {
        return Some(WhyArgs {
            title: offer.title.clone(),
            fit: offer.fit.clone(),
            with_level: true,
        });
    }
    let file = person.file.as_ref()?;
    let row = person.lists[person.pane as usize].selected;
    let (what, reasons) = match person.pane {
        Pane::Contacts => contact(file.contacts.get(row)?, cx),
        Pane::Record => field(file, record::record_lines(person, cx).get(row)?, cx),
        Pane::Vacancies | Pane::Courses => return None,
    };
    Some(WhyArgs {
        title: format!("{} {what}", people::named(cx.lang, &file.summary)),
        fit: Fit {
            level: FitLevel::Yes,
            score: 0,
            reasons,
            not_checked: Vec::new(),
        },
        with_level: false,
    })
}

fn reason(verdict: Verdict, what: String, because: String) -> FitReason {
    FitReason {
        verdict,
        what,
        because,
        rule: None,
        ask: None,
        soft: false,
        sensitive: false,
    }
}

/// Who entered it and when, its entry in the journal, and whether it counts.
fn contact(contact: &Contact, cx: &Cx<'_>) -> (String, Vec<FitReason>) {
    let lang = cx.lang;
    let minute =
        |at: chrono::DateTime<chrono::FixedOffset>| at.format("%Y-%m-%d %H:%M").to_string();
    let (station, seq) = &contact.journal;
    let station: String = station.to_string().chars().take(8).collect();
    let valid = contact.state == ContactState::Valid;
    let state = [contact.state.label(lang), &contact.state_reason]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(lang.pick("：", ": "));
    let reasons = vec![
        reason(
            Verdict::Met,
            words::entered(lang, &minute(contact.entered_at), &contact.operator_name).into_owned(),
            words::took_place(lang, &minute(contact.record.at)).into_owned(),
        ),
        reason(
            Verdict::Met,
            words::journal(lang, *seq).into_owned(),
            words::station(lang, &station).into_owned(),
        ),
        reason(
            if valid { Verdict::Met } else { Verdict::Failed },
            if valid {
                words::what_counts(lang)
            } else {
                words::what_counts_not(lang)
            }
            .into_owned(),
            state,
        ),
    ];
    let what = format!(
        "{} {}",
        contact.record.at.format("%m-%d"),
        contact.record.channel.label(lang)
    );
    (what, reasons)
}

/// Where a field comes from, or what to ask where it is not known.
fn field(file: &PersonFile, line: &record::RecordLine, cx: &Cx<'_>) -> (String, Vec<FitReason>) {
    let lang = cx.lang;
    let label = line.label.as_str();
    if !line.known {
        let mut open = reason(
            Verdict::Unknown,
            label.to_owned(),
            words::not_known(lang).into_owned(),
        );
        open.ask = Some(words::ask_for(lang, label).into_owned());
        return (label.to_owned(), vec![open]);
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
    let reasons = vec![reason(Verdict::Met, what, because.into_owned())];
    (label.to_owned(), reasons)
}
