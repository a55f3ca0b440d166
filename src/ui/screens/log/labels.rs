//! What stands in the narrow columns of the log: marks, and labels short enough for them.

use super::words;
use crate::{
    domain::{
        contact::{Channel, Contact, ContactState, Outcome, Purpose},
        daybook::DaybookRow,
        masking,
    },
    text::{Lang, width},
};
use std::borrow::Cow;

/// As many of [`marks`] as a column holds whole.
pub(super) fn mark(contact: &Contact, columns: usize, lang: Lang) -> String {
    let mut shown = String::new();
    for mark in all_marks(contact, lang) {
        let more = if shown.is_empty() {
            mark.into_owned()
        } else {
            format!("{shown} {mark}")
        };
        if width::cells(&more) > columns {
            break;
        }
        shown = more;
    }
    shown
}

/// What was recommended, by title, then the note.
pub(super) fn told(row: &DaybookRow) -> String {
    let offers = row.vacancies.iter().chain(&row.courses);
    let mut text: String = offers
        .map(|offer| {
            offer
                .split_once('/')
                .map_or(offer.as_str(), |(_, title)| title)
        })
        .map(|title| format!("[{title}] "))
        .collect();
    text.push_str(&masking::numbers(&row.contact.record.note));
    text
}

/// 补录, 更正, 已更正, 已作废: as words, because colour alone says nothing on paper or to everybody.
pub(super) fn marks(contact: &Contact, lang: Lang) -> String {
    all_marks(contact, lang).join(" ")
}

fn all_marks(contact: &Contact, lang: Lang) -> Vec<Cow<'static, str>> {
    let mut marks = Vec::new();
    match contact.state {
        ContactState::Valid => {}
        ContactState::Corrected => marks.push(words::corrected(lang)),
        ContactState::Cancelled => marks.push(words::cancelled(lang)),
    }
    if contact.corrects.is_some() {
        marks.push(words::correcting(lang));
    }
    // A correction is entered later by its nature; only the first entry can be late.
    if contact.is_late() && contact.corrects.is_none() {
        marks.push(words::late(lang));
    }
    marks
}

pub(super) fn name(row: &DaybookRow, lang: Lang) -> String {
    if row.contact.with_name.is_empty() {
        words::nobody(lang).into_owned()
    } else {
        row.contact.with_name.clone()
    }
}

pub(super) fn purposes(purposes: &[Purpose], lang: Lang) -> String {
    let words: Vec<&str> = purposes.iter().map(|p| short(p.label(lang))).collect();
    words.join(lang.pick("、", ", "))
}

/// A channel in four cells of Chinese or five of English.
pub(super) fn way(channel: Channel, lang: Lang) -> &'static str {
    let (zh, en) = match channel {
        Channel::Counter => ("窗口", "desk"),
        Channel::CallOut => ("去电", "call"),
        Channel::CallIn => ("来电", "in"),
        Channel::WeChat => ("微信", "chat"),
        Channel::Sms => ("短信", "SMS"),
        Channel::HomeVisit => ("入户", "home"),
        Channel::VillagePost => ("村居", "post"),
        Channel::Fair => ("活动", "fair"),
        Channel::OtherWay => ("其他", "other"),
    };
    lang.pick(zh, en)
}

/// An outcome in twelve cells of Chinese or ten of English.
pub(super) fn result(outcome: Outcome, lang: Lang) -> &'static str {
    let (zh, en) = match outcome {
        Outcome::Interested => ("有意向待回复", "Interested"),
        Outcome::SignedUp => ("已报名/面试", "Signed up"),
        Outcome::Working => ("已就业/创业", "Working"),
        Outcome::Declined => ("暂无意愿", "Not now"),
        Outcome::CallLater => ("约时间再联系", "Call again"),
        Outcome::Told => ("已告知/转告", "Told"),
        Outcome::NoAnswer => ("无人接听", "No answer"),
        Outcome::WrongNumber => ("空号/非本人", "Wrong no."),
        Outcome::LeftService => ("退出服务范围", "Left"),
        Outcome::OtherOutcome => ("其他", "Other"),
    };
    lang.pick(zh, en)
}

/// A label without what stands in brackets or after a comma.
pub(super) fn short(label: &str) -> &str {
    label
        .split(['(', ',', '，'])
        .next()
        .unwrap_or(label)
        .trim_end()
}
