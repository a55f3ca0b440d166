//! Logging a contact for the person on the screen: five keys, then it stands in the file, in the day's
//! log, and can be taken back.

use super::Flow;
use chrono::NaiveDate;
use zhipei::{
    domain::contact::{Channel, ContactState, Outcome},
    office::LogOf,
};

fn day() -> NaiveDate {
    "2026-11-20".parse().unwrap()
}

fn logged_now(flow: &Flow) -> Vec<zhipei::domain::contact::Contact> {
    let book = flow
        .office()
        .daybook(day(), day(), LogOf::Everyone)
        .unwrap();
    book.rows
        .into_iter()
        .map(|row| row.contact)
        .filter(|c| c.record.at.format("%H:%M").to_string() == "09:30")
        .collect()
}

#[test]
fn five_keys_log_a_contact_and_one_takes_it_back() {
    let mut flow = Flow::demo();
    flow.keys("lml<enter>");
    assert_eq!(logged_now(&flow), []);
    let before = flow.pressed;
    flow.keys("<ctrl-r>253<ctrl-s>");
    assert_eq!(flow.pressed - before, 5);
    flow.shows("已记").shows("李明朗");
    let logged = logged_now(&flow);
    assert_eq!(logged.len(), 1);
    assert_eq!(logged[0].record.channel, Channel::CallOut);
    assert_eq!(logged[0].record.outcome, Outcome::CallLater);
    assert_eq!(logged[0].record.next_due, "2026-11-27".parse().ok());

    flow.keys("<ctrl-z>").shows("撤销");
    let states: Vec<ContactState> = logged_now(&flow).iter().map(|c| c.state).collect();
    assert!(!states.contains(&ContactState::Valid), "{states:?}");
}

#[test]
fn the_contact_stands_in_the_days_log_and_what_was_taken_back_stays_marked() {
    let mut flow = Flow::demo();
    flow.keys("lml<enter><ctrl-r>253<ctrl-s>");
    flow.keys("<f6>")
        .shows("工作日志")
        .shows("李明朗")
        .shows("09:30");
    flow.keys("<esc><ctrl-z><f6>").shows("李明朗").shows("作废");
}

#[test]
fn the_best_vacancy_is_recommended_in_four_keys() {
    let mut flow = Flow::demo();
    flow.keys("lml<enter>");
    let before = flow.pressed;
    flow.keys("<ctrl-t>12<ctrl-s>");
    assert_eq!(flow.pressed - before, 4);
    flow.shows("已记");
    let logged = logged_now(&flow);
    assert_eq!(logged.len(), 1);
    let book = flow
        .office()
        .daybook(day(), day(), LogOf::Everyone)
        .unwrap();
    let row = book
        .rows
        .iter()
        .find(|r| r.contact.id == logged[0].id)
        .unwrap();
    assert_eq!(row.vacancies.len(), 1);
}
