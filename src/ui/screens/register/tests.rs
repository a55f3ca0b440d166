//! The form by its keys: what is asked for, what is said, what is kept, how it looks.

use super::RegisterArgs;
use crate::{
    domain::{
        candidate::{Candidate, Ground},
        draft::Draft,
        hint::Hints,
        id_number::IdNumber,
        person::{PersonRecord, PersonState},
    },
    effect::{Ask, Receipt, Reply},
    text::{Lang, width},
    ui::{
        nav,
        screens::Route,
        testing::{
            Probe,
            fixtures::{file, person_id, summary},
        },
        tests::opened,
    },
};

const SMALL: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (120, 36);

fn is_candidates(ask: &Ask) -> bool {
    matches!(ask, Ask::Candidates { .. })
}

fn is_save(ask: &Ask) -> bool {
    matches!(ask, Ask::RegisterPerson { .. } | Ask::EditPerson { .. })
}

fn is_keep(ask: &Ask) -> bool {
    matches!(ask, Ask::KeepDraft(_))
}

fn form_in(lang: Lang, size: (u16, u16), args: RegisterArgs) -> Probe {
    let mut probe = opened(lang, size);
    let asks = nav::open(&mut probe.model, Route::Register(args));
    probe.asks.extend(asks);
    probe
}

fn new() -> Probe {
    form_in(Lang::Zh, SMALL, RegisterArgs::New(String::new()))
}

fn edit(lang: Lang, size: (u16, u16)) -> Probe {
    let mut probe = form_in(lang, size, RegisterArgs::Edit(person_id(1)));
    probe.answer(
        |ask| matches!(ask, Ask::Drafts { .. }),
        Reply::Drafts(Vec::new()),
    );
    probe.answer(
        |ask| matches!(ask, Ask::RefreshPerson(_)),
        Reply::Person(Box::new(file())),
    );
    probe
}

fn number(birth: &str) -> String {
    IdNumber::from_body(&format!("449901{birth}996"))
        .unwrap()
        .to_string()
}

fn hints(probe: &mut Probe, origin: Option<&str>, understood: &[&str]) {
    let Some(Ask::Hints(query)) = probe.asked(|ask| matches!(ask, Ask::Hints(_))).cloned() else {
        panic!("no hints were asked for");
    };
    let hints = Hints {
        query,
        origin: origin.map(str::to_owned),
        understood: understood.iter().map(|u| (*u).to_owned()).collect(),
        ..Hints::default()
    };
    probe.answer(
        |ask| matches!(ask, Ask::Hints(_)),
        Reply::Hints(Box::new(hints)),
    );
}

fn saved(probe: &Probe) -> PersonRecord {
    match probe.asked(is_save) {
        Some(Ask::RegisterPerson { record, .. }) => (**record).clone(),
        Some(Ask::EditPerson { now, .. }) => (**now).clone(),
        other => panic!("not saved: {other:?}"),
    }
}

fn alike(grounds: &[Ground]) -> Candidate {
    Candidate {
        person: file().person,
        summary: summary(1),
        grounds: grounds.to_vec(),
    }
}

#[test]
fn the_form_in_both_languages_and_sizes() {
    for (lang, code) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for size in [SMALL, WIDE] {
            let mut probe = form_in(lang, size, RegisterArgs::New(String::new()));
            probe.keys(&number("20090312"));
            hints(&mut probe, Some("广东省中山市石岐街道"), &[]);
            probe.keys("许佳<shift-tab>").wait(50);
            insta::assert_snapshot!(format!("register_{code}_{}", size.0), probe.dump());
            let mut probe = edit(lang, size);
            probe.keys("<tab>");
            insta::assert_snapshot!(format!("register_edit_{code}_{}", size.0), probe.dump());
            let mut probe = form_in(lang, size, RegisterArgs::New(String::new()));
            probe.keys("<tab>李明朗<ctrl-s>");
            probe.answer(
                is_candidates,
                Reply::Candidates(vec![alike(&[Ground::NameAndBirth, Ground::NameAndPhone])]),
            );
            insta::assert_snapshot!(format!("register_seen_{code}_{}", size.0), probe.dump());
            for line in probe.dump().lines() {
                assert_eq!(width::cells(line), usize::from(size.0), "{line:?}");
            }
        }
    }
}

#[test]
fn nobody_alike_and_it_is_saved_in_one_go() {
    let mut probe = new();
    probe.keys(&number("19920314")).keys("许佳宁<ctrl-s>");
    probe.answer(is_candidates, Reply::Candidates(Vec::new()));
    let record = saved(&probe);
    assert_eq!(record.name, "许佳宁");
    assert_eq!(record.birth_date, "1992-03-14".parse().ok());
    assert_eq!(record.sex.map(|s| s.code()), Some("female"));
    // Keys wait until it is durable; then the file opens.
    let done = Receipt::Registered(Box::new(summary(2)));
    probe.answer(is_save, Reply::Done(done));
    assert!(
        probe
            .asked(|ask| *ask == Ask::OpenPerson(person_id(2)))
            .is_some()
    );
    assert!(probe.dump().contains("已登记：李敏丽"), "{}", probe.dump());
}

#[test]
fn a_hint_asks_nothing_and_a_ground_does() {
    let mut probe = new();
    probe.keys("<tab>许佳宁<ctrl-s>");
    probe.answer(
        is_candidates,
        Reply::Candidates(vec![alike(&[Ground::Phone])]),
    );
    assert!(probe.asked(is_save).is_some());
    let mut probe = new();
    probe.keys("<tab>许佳宁<ctrl-s>");
    probe.answer(
        is_candidates,
        Reply::Candidates(vec![alike(&[Ground::SoundAndTown])]),
    );
    assert!(probe.asked(is_save).is_none());
    probe.keys("2").wait(50);
    assert!(matches!(
        probe.asked(is_save),
        Some(Ask::RegisterPerson { .. })
    ));
}

#[test]
fn what_was_typed_goes_into_the_record_that_is_there_field_by_field() {
    let mut probe = new();
    probe
        .keys("<tab>李明朗<tab><tab><tab>16400000007<tab><tab><tab>保安<ctrl-s>")
        .wait(50);
    probe.answer(
        is_candidates,
        Reply::Candidates(vec![alike(&[Ground::NameAndPhone])]),
    );
    probe.keys("3").wait(50);
    let shown = probe.dump();
    // The wish is missing there and marked; the phone is another and is not.
    assert!(
        shown.contains("[x] 求职意向") && shown.contains("[ ] 联系电话"),
        "{shown}"
    );
    probe.keys("<ctrl-s>");
    let now = saved(&probe);
    assert_eq!(now.wishes, "保安");
    assert_eq!(now.phone, file().person.record.phone);
}

#[test]
fn who_is_too_young_is_told_so_and_a_school_leaver_of_fifteen_is_not() {
    let mut probe = new();
    probe.keys(&number("20110312")).keys("许佳宁<ctrl-s>");
    assert!(probe.dump().contains("未满16周岁"), "{}", probe.dump());
    assert!(
        probe
            .asked(|ask| matches!(ask, Ask::RegisterPerson { .. }))
            .is_none()
    );
    // 人员类别 stands seven fields below the birth date.
    probe.keys("<tab><tab><tab><tab><tab><tab><tab>lhs<enter><ctrl-s>");
    probe.answer(is_candidates, Reply::Candidates(Vec::new()));
    assert_eq!(saved(&probe).groups.len(), 1);
}

#[test]
fn a_minor_is_asked_for_the_guardian() {
    let mut probe = form_in(Lang::Zh, WIDE, RegisterArgs::New(String::new()));
    probe.keys(&number("20100101"));
    assert!(probe.dump().contains("监护人"), "{}", probe.dump());
    let mut probe = form_in(Lang::Zh, WIDE, RegisterArgs::New(String::new()));
    probe.keys(&number("20000101"));
    assert!(!probe.dump().contains("监护人"));
}

#[test]
fn the_box_hands_over_what_stood_in_it() {
    let mut probe = form_in(
        Lang::Zh,
        SMALL,
        RegisterArgs::New("阿依古丽·买买提".to_owned()),
    );
    assert!(probe.dump().contains("阿依古丽·买买提"));
    probe.keys("<ctrl-s>");
    probe.answer(is_candidates, Reply::Candidates(Vec::new()));
    assert_eq!(saved(&probe).name, "阿依古丽·买买提");
    let rare = form_in(Lang::Zh, SMALL, RegisterArgs::New("王\u{20bb7}".to_owned()));
    assert!(rare.dump().contains("王\u{20bb7}"));
}

#[test]
fn five_groups_each_with_its_line() {
    let mut probe = form_in(Lang::Zh, WIDE, RegisterArgs::New(String::new()));
    probe.keys("<tab>许佳宁");
    probe.keys("<tab><tab><tab><tab><tab><tab><tab><tab><tab>");
    probe
        .keys("lhs<enter>")
        .wait(50)
        .keys("2")
        .wait(50)
        .keys("nmg<enter>gxbys<enter>ljyjt<enter>")
        .wait(50);
    let shown = probe.dump();
    for group in ["两后生", "农村劳动力", "农民工", "高校毕业生", "零就业家庭"]
    {
        assert!(shown.contains(&format!("   {group}")), "{group}\n{shown}");
    }
    // Chosen again it goes.
    probe.keys("nmg<enter><ctrl-s>");
    probe.answer(is_candidates, Reply::Candidates(Vec::new()));
    assert_eq!(saved(&probe).groups.len(), 4);
}

#[test]
fn an_edit_sends_only_what_was_changed() {
    let mut probe = edit(Lang::Zh, SMALL);
    probe.keys("<ctrl-s>");
    assert!(probe.asked(is_save).is_none());
    assert!(probe.dump().contains("没有改动"), "{}", probe.dump());
    let mut probe = edit(Lang::Zh, SMALL);
    probe.keys("<shift-tab><shift-tab>2").wait(50);
    probe.keys("2026-11-01<tab>迁往佛山<ctrl-s>");
    let now = saved(&probe);
    let wanted = PersonRecord {
        state: Some(PersonState::MovedAway),
        state_since: "2026-11-01".parse().ok(),
        state_reason: "迁往佛山".to_owned(),
        ..file().person.record
    };
    assert_eq!(now, wanted);
}

#[test]
fn what_was_typed_is_kept_every_two_seconds_and_taken_up_again() {
    let mut probe = new();
    probe.keys(&number("20090312")).keys("许佳宁").wait(2_000);
    let Some(Ask::KeepDraft(draft)) = probe.asked(is_keep).cloned() else {
        panic!("not kept");
    };
    assert_eq!(draft.title, "新登记 许佳宁");
    let again: Draft = draft.clone();
    let mut probe = form_in(Lang::Zh, SMALL, RegisterArgs::Draft(Box::new(again)));
    assert!(probe.dump().contains("许佳宁"));
    probe.keys("<ctrl-s>");
    probe.answer(is_candidates, Reply::Candidates(Vec::new()));
    let Some(Ask::RegisterPerson {
        record,
        draft: dropped,
        ..
    }) = probe.asked(is_save)
    else {
        panic!("not saved");
    };
    assert_eq!(
        record.id_number.map(|n| n.to_string()),
        Some(number("20090312"))
    );
    assert_eq!(*dropped, Some(draft.id));
}

#[test]
fn a_failure_keeps_the_form() {
    let mut probe = new();
    probe.keys("<tab>许佳宁<ctrl-s>");
    probe.answer(is_candidates, Reply::Candidates(Vec::new()));
    let failure = crate::domain::failure::Failure::IdNumberTaken {
        reference: "P000001".to_owned(),
    };
    probe.answer(is_save, Reply::Failed(failure));
    let shown = probe.dump();
    assert!(
        shown.contains("没有保存") && shown.contains("许佳宁"),
        "{shown}"
    );
}
