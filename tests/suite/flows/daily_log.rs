//! The day's log from the screen: corrected, cancelled, entered late, exported, undone.

use super::Flow;
use chrono::NaiveDate;
use zhipei::{
    domain::contact::{Channel, Contact, ContactState},
    office::{FileFormat, LogOf, LogOrder, Moment, Target},
    text::Lang,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The contacts of a day that the flow itself made; the made-up office has its own.
fn made(flow: &Flow, on: &str) -> Vec<Contact> {
    let book = flow
        .office()
        .daybook(day(on), day(on), LogOf::Everyone)
        .unwrap();
    book.rows
        .into_iter()
        .map(|row| row.contact)
        .filter(|contact| contact.record.note.contains("问社保"))
        .collect()
}

fn logged() -> Flow {
    let mut flow = Flow::demo();
    flow.keys("lml<enter><ctrl-r>213问社保<ctrl-s>")
        .shows("已记");
    flow
}

#[test]
fn a_correction_leaves_both_marked() {
    let mut flow = logged();
    flow.keys("<f6><end><ctrl-k>").shows("更正");
    flow.keys("3<ctrl-s>").shows("请写明更正的原因");
    flow.keys("其实是来电<ctrl-s>").shows("已更正：李明朗");
    let contacts = made(&flow, "2026-11-20");
    assert_eq!(contacts.len(), 2, "{contacts:?}");
    let old = contacts.iter().find(|c| c.corrects.is_none()).unwrap();
    let new = contacts.iter().find(|c| c.corrects.is_some()).unwrap();
    assert_eq!(old.state, ContactState::Corrected);
    assert_eq!(old.record.channel, Channel::CallOut);
    assert_eq!(new.record.channel, Channel::CallIn);
    assert_eq!(new.corrects, Some(old.id));
    assert_eq!(new.record.at, old.record.at);
}

#[test]
fn a_cancellation_needs_words_and_one_key_takes_it_back() {
    let mut flow = logged();
    flow.keys("<f6><end><ctrl-d><enter>");
    assert_eq!(made(&flow, "2026-11-20")[0].state, ContactState::Valid);
    flow.keys("记错了人<enter>").shows("已作废：李明朗");
    let cancelled = made(&flow, "2026-11-20");
    assert_eq!(cancelled[0].state, ContactState::Cancelled);
    assert_eq!(cancelled[0].state_reason, "记错了人");
    flow.keys("<ctrl-z>").shows("已撤销");
    assert_eq!(made(&flow, "2026-11-20")[0].state, ContactState::Valid);
}

#[test]
fn yesterday_is_a_late_entry_on_yesterdays_page() {
    let mut flow = Flow::demo();
    flow.keys("lml<enter><ctrl-r>213问社保<tab><tab><tab><tab>昨天 15:00<ctrl-s>")
        .shows("已记");
    let late = made(&flow, "2026-11-19");
    assert_eq!(late.len(), 1);
    assert!(late[0].is_late());
    assert_eq!(late[0].record.at.to_rfc3339(), "2026-11-19T15:00:00+08:00");
    flow.keys("<f6><left>").shows("2026-11-19").shows("补录");
}

#[test]
fn somebody_without_a_name_is_counted_as_a_contact_and_not_as_a_person() {
    let mut flow = Flow::demo();
    let count = |flow: &Flow| {
        let today = day("2026-11-20");
        let book = flow
            .office()
            .daybook(today, today, LogOf::Everyone)
            .unwrap();
        let totals = book.totals();
        (totals.contacts, totals.persons)
    };
    let (contacts, persons) = count(&flow);
    flow.keys("<f6><ctrl-b>160问社保<ctrl-s>")
        .shows("不留名咨询");
    assert_eq!(count(&flow), (contacts + 1, persons));
}

#[test]
fn own_changes_go_back_in_turn_even_after_the_day_was_exported() {
    let mut flow = logged();
    flow.keys("<f2><ctrl-z>")
        .shows("已撤销：登记联系 李明朗(尾号3217)");
    flow.keys("<ctrl-y>")
        .shows("已恢复：登记联系 李明朗(尾号3217)");
    flow.keys("<f6><end><ctrl-k>3<ctrl-s>其实是来电<ctrl-s>")
        .shows("已更正");
    flow.keys("<end><ctrl-d>记错了人<enter>").shows("已作废");
    export(&flow);
    for what in ["作废联系", "更正联系", "登记联系"] {
        flow.keys("<ctrl-z>")
            .shows(&format!("已撤销：{what} 李明朗(尾号3217)"));
    }
    let back = made(&flow, "2026-11-20");
    assert_eq!(back.len(), 2, "{back:?}");
    assert!(back.iter().all(Contact::was_taken_back), "{back:?}");
    flow.keys("<f6><end>").shows("[已作废 更正] 原因 撤销");
}

#[test]
fn what_was_taken_back_is_called_so_in_the_language_of_the_screen() {
    let mut flow = Flow::sized(Lang::En, (80, 24));
    flow.keys("lml<enter><ctrl-r>213问社保<ctrl-s><f2><ctrl-z>")
        .shows("Undone: Contact logged 李明朗 (id ..3217)");
    flow.keys("<f6><end>").shows("[cancelled] reason: undone");
}

/// The day's log as a file, past the screen: tests write nothing to a home folder.
fn export(flow: &Flow) {
    let today = day("2026-11-20");
    let order = LogOrder {
        from: today,
        to: today,
        of: LogOf::Everyone,
        format: FileFormat::Csv,
        target: Target::Stream,
    };
    let now = "2026-11-20T09:40:00+08:00".parse().unwrap();
    flow.office()
        .export_log(&order, &Moment { now, today })
        .unwrap();
}
