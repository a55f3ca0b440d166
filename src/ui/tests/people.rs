//! What the screens of people say: what a row rests on, what is never cut, what is not shown.

use super::{by_initials, is_search, opened, results, started};
use crate::{
    domain::{
        hit::{HitBy, HitField},
        person::WorkStatus,
        written::Written,
    },
    effect::{Ask, PersonFile, Reply},
    text::Lang,
    ui::testing::{
        Probe,
        fixtures::{board, file, found, offers},
    },
};

const SMALL: (u16, u16) = (80, 24);

fn opened_with(file: PersonFile) -> Probe {
    let mut probe = started();
    probe.keys("<enter>");
    probe.answer(
        |ask| matches!(ask, Ask::OpenPerson(_)),
        Reply::Person(Box::new(file)),
    );
    probe.answer(
        |ask| matches!(ask, Ask::Offers(_)),
        Reply::Offers(Box::new(offers())),
    );
    probe
}

#[test]
fn a_contact_can_be_asked_what_it_rests_on() {
    let mut probe = opened(Lang::Zh, SMALL);
    probe.keys("<tab><tab><ctrl-e>");
    let picture = probe.dump();
    for words in [
        "陈婉仪 录入于 2026-11-12",
        "操作记录第 10 号",
        "计入当日人次",
    ] {
        assert!(picture.contains(words), "{words}\n{picture}");
    }
    // The second one was cancelled.
    probe.keys("<esc><down><ctrl-e>");
    let picture = probe.dump();
    assert!(picture.contains("不计入当日人次"), "{picture}");
    // Facts are neither met nor failed.
    assert!(!picture.contains("符合]"), "{picture}");
}

#[test]
fn a_field_can_be_asked_where_it_comes_from_or_says_what_to_ask() {
    let mut probe = opened(Lang::Zh, SMALL);
    probe.keys("<shift-tab><down><down><down><ctrl-e>");
    let picture = probe.dump();
    assert!(picture.contains("[待核] 备用电话"), "{picture}");
    assert!(picture.contains("要问：备用电话还没有登记"), "{picture}");
    probe.keys("<esc><down><down><ctrl-e>");
    let picture = probe.dump();
    assert!(picture.contains("就业状态：登记失业"), "{picture}");
    assert!(picture.contains("登记资料 编号 P0001"), "{picture}");
}

#[test]
fn full_numbers_do_not_go_on_into_the_answer() {
    let mut probe = opened(Lang::Zh, SMALL);
    probe.keys("<shift-tab><down><ctrl-u>");
    probe.answer(
        |ask| matches!(ask, Ask::Reveal(_)),
        Reply::Revealed {
            person: file().person.id,
            id_number: "449901199203143217".to_owned(),
            phone: "16912345601".to_owned(),
            phone2: String::new(),
        },
    );
    assert!(probe.dump().contains("449901199203143217"));
    probe.keys("<ctrl-e>");
    assert!(!probe.dump().contains("44990119920314"), "{}", probe.dump());
}

#[test]
fn what_was_understood_is_shown_with_the_words_of_the_file() {
    let mut file = file();
    file.person.record.work_status = Written::read("登失", WorkStatus::RegisteredUnemployed);
    let mut probe = opened_with(file);
    probe.keys("<shift-tab>");
    let picture = probe.dump();
    assert!(picture.contains("登记失业（原文：登失）"), "{picture}");
}

#[test]
fn a_cancelled_contact_counts_nowhere() {
    // Two stand in the file, one of them cancelled.
    let picture = opened(Lang::Zh, SMALL).dump();
    assert!(picture.contains("联系记录 1 "), "{picture}");
}

#[test]
fn the_promise_is_never_cut_from_the_header() {
    let mut file = file();
    file.summary.name = "阿卜杜热合曼·买买提艾力江·吾买尔".to_owned();
    file.summary.village = "岐头第一股份合作经济联合社区居民委员会".to_owned();
    let probe = opened_with(file);
    let picture = probe.dump();
    let header = picture.lines().nth(2).unwrap();
    assert!(header.trim_end().ends_with("约周二"), "{picture}");
    assert!(header.contains("尾号3217"), "{picture}");
}

#[test]
fn a_long_name_is_whole_where_there_is_room() {
    let mut probe = started();
    probe.keys("ay");
    let hit = found(4, HitField::Name, HitBy::OtherReading, vec![]);
    probe.answer(is_search, results("ay", vec![by_initials(1), hit]));
    let picture = probe.dump();
    assert!(picture.contains("阿依古丽·买买提 "), "{picture}");
    assert!(
        picture.contains("岐头社区") && picture.contains("另一读音"),
        "{picture}"
    );
}

#[test]
fn the_note_of_somebody_with_a_sensitive_mark_is_not_on_the_board() {
    let mut board = board();
    board.due[0].last_note = "低保复核".to_owned();
    board.due[1].last_note = "问社保".to_owned();
    let mut probe = Probe::new(Lang::Zh, SMALL);
    probe.answer(|ask| *ask == Ask::Today, Reply::Today(Box::new(board)));
    let picture = probe.dump();
    assert!(
        !picture.contains("低保") && picture.contains("问社保"),
        "{picture}"
    );
    probe.keys("<ctrl-e>");
    let picture = probe.dump();
    assert!(
        !picture.contains("低保") && picture.contains("内容见档案"),
        "{picture}"
    );
}

#[test]
fn one_person_is_no_people() {
    let mut probe = Probe::new(Lang::En, SMALL);
    let mut board = board();
    board.people = 1;
    probe.answer(|ask| *ask == Ask::Today, Reply::Today(Box::new(board)));
    let picture = probe.dump();
    assert!(
        picture.contains("1 person ") && !picture.contains("1 people"),
        "{picture}"
    );
    assert!(
        picture.contains("Ctrl+L curtain  "),
        "the first steps are cut\n{picture}"
    );
    probe.keys("l");
    probe.answer(is_search, results("l", vec![by_initials(1)]));
    assert!(probe.dump().contains(" 1 person "));
}
