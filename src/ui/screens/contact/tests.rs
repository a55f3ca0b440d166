//! The contact form by its keys: what is asked for, what is refused, what is kept.

use super::ContactArgs;
use crate::{
    domain::{
        contact::{
            Channel, ContactRecord, ContactState, ContactWith, Outcome, Party, Purpose, Reason,
        },
        daybook::DaybookRow,
        draft::Draft,
        failure::Failure,
        fit::{FitLevel, OfferFit, Verdict},
        ids::EnterpriseId,
        offer::Enterprise,
        recommendation::Response,
    },
    effect::{Ask, PersonFile, Receipt, Reply},
    text::{Lang, width},
    ui::{
        nav,
        screens::Route,
        testing::{
            Probe,
            fixtures::{contact, day, file, offers, person_id, summary},
        },
        tests::opened,
    },
};
use uuid::Uuid;

const SMALL: (u16, u16) = (80, 24);

fn is_drafts(ask: &Ask) -> bool {
    matches!(ask, Ask::Drafts { .. })
}

fn is_save(ask: &Ask) -> bool {
    matches!(ask, Ask::LogContact { .. } | Ask::CorrectContact { .. })
}

fn is_keep(ask: &Ask) -> bool {
    matches!(ask, Ask::KeepDraft(_))
}

/// The form above the person screen; nothing was kept before.
fn form_in(lang: Lang, size: (u16, u16), args: ContactArgs) -> Probe {
    let mut probe = opened(lang, size);
    let asks = nav::open(&mut probe.model, Route::ContactForm(args));
    probe.asks.extend(asks);
    if probe.asked(is_drafts).is_some() {
        probe.answer(is_drafts, Reply::Drafts(Vec::new()));
    }
    probe
}

fn person(offer: Option<OfferFit>) -> ContactArgs {
    ContactArgs::Person {
        person: Box::new(summary(1)),
        offer: offer.map(Box::new),
    }
}

fn form() -> Probe {
    form_in(Lang::Zh, SMALL, person(None))
}

fn offer(level: FitLevel) -> OfferFit {
    let all = offers();
    let mut found = all.vacancies.into_iter();
    found.find(|offer| offer.fit.level == level).unwrap()
}

fn course() -> OfferFit {
    offers().courses.into_iter().next().unwrap()
}

/// The record that is to be saved, if one is.
fn saved(probe: &Probe) -> Option<&ContactRecord> {
    match probe.asked(is_save)? {
        Ask::LogContact { record, .. } | Ask::CorrectContact { record, .. } => Some(record),
        _ => None,
    }
}

fn kept(probe: &Probe) -> Draft {
    match probe.asked(is_keep) {
        Some(Ask::KeepDraft(draft)) => draft.clone(),
        _ => panic!("nothing was kept: {:?}", probe.asks),
    }
}

fn value<'a>(draft: &'a Draft, name: &str) -> &'a str {
    let found = draft.fields.iter().find(|(field, _)| field == name);
    found.map_or("", |(_, value)| value)
}

#[test]
fn a_contact_takes_five_keys() {
    let mut probe = opened(Lang::Zh, SMALL);
    let keys = ["<ctrl-r>", "2", "1", "3", "<ctrl-s>"];
    assert!(keys.len() <= 5);
    probe.keys(keys[0]);
    probe.answer(is_drafts, Reply::Drafts(Vec::new()));
    for key in &keys[1..] {
        probe.keys(key);
    }
    let record = saved(&probe).unwrap();
    assert_eq!(record.with, ContactWith::Person(person_id(1)));
    assert_eq!(record.channel, Channel::CallOut);
    assert_eq!(record.outcome, Outcome::Interested);
    assert_eq!(record.party, Some(Party::Themself));
    assert_eq!(record.purposes, [Purpose::FollowUp]);
    assert_eq!(record.next_due, Some(day("2026-11-27")));
    assert_eq!(record.at.format("%H:%M").to_string(), "09:30");
}

#[test]
fn keys_typed_ahead_are_kept_until_the_form_is_ready() {
    let mut probe = opened(Lang::Zh, SMALL);
    probe.keys("<ctrl-r>213<ctrl-s>");
    assert!(saved(&probe).is_none());
    probe.answer(is_drafts, Reply::Drafts(Vec::new()));
    assert_eq!(saved(&probe).unwrap().outcome, Outcome::Interested);
}

#[test]
fn a_form_never_waits_long_for_what_was_kept() {
    let mut probe = opened(Lang::Zh, SMALL);
    probe.keys("<ctrl-r>");
    probe.wait(2_500);
    probe.keys("213<ctrl-s>");
    assert!(saved(&probe).is_some());
}

#[test]
fn the_status_line_says_to_whom_and_the_form_closes() {
    let mut probe = form();
    probe.keys("213<ctrl-s>");
    let done = Receipt::Logged {
        contact: Box::new(contact(1)),
        id_tail: "3217".to_owned(),
        recommended: Vec::new(),
    };
    probe.answer(is_save, Reply::Done(done));
    let picture = probe.dump();
    assert!(picture.contains("已记：李明朗(尾号3217) 去电"), "{picture}");
    assert!(!picture.contains("接谈人"), "{picture}");
    // Nothing is left to be kept.
    probe.wait(10_000);
    assert!(probe.asked(is_keep).is_none());
}

#[test]
fn full_width_digits_answer_too() {
    let mut probe = form();
    probe.keys("２１３<ctrl-s>");
    assert_eq!(saved(&probe).unwrap().channel, Channel::CallOut);
}

#[test]
fn a_scan_answers_nothing_and_finds_the_person() {
    let mut probe = form();
    probe.step_ms = 5;
    probe.keys("449901199203143217");
    probe.wait(100);
    assert!(
        probe
            .asked(|ask| matches!(ask, Ask::Search { .. }))
            .is_some()
    );
    probe.step_ms = 100;
    assert!(!probe.dump().contains("去电"), "{}", probe.dump());
}

#[test]
fn a_scan_over_a_note_finds_the_person_and_leaves_the_note_alone() {
    let mut probe = form();
    probe.keys("213问社保12").wait(50);
    probe.step_ms = 5;
    probe.keys("449901199203143217");
    probe.step_ms = 100;
    assert!(matches!(
        probe.asked(|ask| matches!(ask, Ask::Search { .. })),
        Some(Ask::Search { text, .. }) if text == "449901199203143217"
    ));
    probe.answer(
        |ask| matches!(ask, Ask::Search { .. }),
        Reply::Found {
            text: "449901199203143217".to_owned(),
            total: 0,
            found: Vec::new(),
            nearest: false,
            about: false,
            problems: Vec::new(),
            loading: false,
        },
    );
    probe.keys("<esc>");
    let picture = probe.dump();
    assert!(picture.contains("问社保12"), "{picture}");
    assert!(!picture.contains("问社保124"), "{picture}");
}

#[test]
fn a_course_is_enrolled_in_with_three_keys() {
    let mut probe = opened(Lang::Zh, SMALL);
    let keys = ["<ctrl-b>", "1", "<ctrl-s>"];
    probe.keys(keys[0]);
    probe.answer(is_drafts, Reply::Drafts(Vec::new()));
    probe.keys(keys[1]).keys(keys[2]);
    assert_eq!(saved(&probe).unwrap().purposes, [Purpose::Training]);
}

#[test]
fn not_now_asks_why_not() {
    let mut probe = form();
    probe.keys("24<ctrl-s>");
    assert!(saved(&probe).is_none());
    assert!(probe.dump().contains("还没有填：原因"), "{}", probe.dump());
    probe.keys("56<ctrl-s>");
    let record = saved(&probe).unwrap();
    assert_eq!(record.reason, Some(Reason::Distance));
    assert_eq!(
        record.next_due,
        Some(day("2027-02-22")),
        "a Saturday is skipped"
    );
}

#[test]
fn no_answer_proposes_the_next_working_day_and_nobody_spoken_to() {
    let mut probe = form();
    probe.keys("27<ctrl-s>");
    let record = saved(&probe).unwrap();
    assert_eq!(record.next_due, Some(day("2026-11-23")));
    assert_eq!(record.party, None);
    // Another outcome takes the proposal back.
    let mut probe = form();
    probe.keys("27<shift-tab>1");
    probe.keys("<ctrl-s>");
    assert!(saved(&probe).is_none(), "下次 is open again");
}

#[test]
fn the_third_call_without_answer_points_to_another_way() {
    let mut probe = form();
    let mut unanswered = file();
    unanswered.contacts = (0..2).map(|_| contact(1)).collect();
    for contact in &mut unanswered.contacts {
        contact.record.outcome = Outcome::NoAnswer;
    }
    answer_file(&mut probe, unanswered);
    probe.keys("27").wait(50);
    assert!(
        probe.dump().contains("连续 3 次无人接听"),
        "{}",
        probe.dump()
    );
}

fn answer_file(probe: &mut Probe, file: PersonFile) {
    probe.answer(
        |ask| matches!(ask, Ask::RefreshPerson(_)),
        Reply::Person(Box::new(file)),
    );
}

#[test]
fn work_found_must_say_where() {
    let mut probe = form();
    probe.keys("230<ctrl-s>");
    assert!(saved(&probe).is_none());
    assert!(probe.dump().contains("写明在哪里"), "{}", probe.dump());
    probe.keys("在好帮手做家政<ctrl-s>");
    let record = saved(&probe).unwrap();
    assert_eq!(record.note, "在好帮手做家政");
    assert_eq!(record.next_due, None);
}

#[test]
fn the_next_day_can_be_typed_as_people_write_it() {
    for (typed, want) in [
        ("9+3<tab>", "2026-11-23"),
        ("9下周一<tab>", "2026-11-23"),
        ("下周五<tab>", "2026-11-27"),
        ("911-28<tab>", "2026-11-28"),
        ("92026。12。1<tab>", "2026-12-01"),
        ("92天<tab>", "2026-11-23"),
    ] {
        let mut probe = form();
        probe.keys("21").keys(typed).keys("<ctrl-s>");
        let record = saved(&probe).unwrap_or_else(|| panic!("{typed}: {}", probe.dump()));
        assert_eq!(record.next_due, Some(day(want)), "{typed}");
    }
    for bad in ["9以后再说<tab>", "92020-01-01<tab>", "9<tab>"] {
        let mut probe = form();
        probe.keys("21").keys(bad).keys("<ctrl-s>");
        assert!(saved(&probe).is_none(), "{bad}");
    }
}

#[test]
fn an_earlier_day_is_a_late_entry_and_after_three_days_says_why() {
    let to_time = "213<tab><tab><tab><tab>";
    let mut probe = form();
    probe.keys(to_time).keys("昨天 15:00");
    assert!(probe.dump().contains("补录"), "{}", probe.dump());
    probe.keys("<ctrl-s>");
    let at = saved(&probe).unwrap().at;
    assert_eq!(at.to_rfc3339(), "2026-11-19T15:00:00+08:00");

    let mut probe = form();
    probe.keys(to_time).keys("11-10 9:00<ctrl-s>");
    assert!(saved(&probe).is_none());
    assert!(probe.dump().contains("超过3天"), "{}", probe.dump());
    probe.keys("下乡没有网络<ctrl-s>");
    assert!(saved(&probe).is_some());

    for bad in ["明年", "2027-01-01", "23:59"] {
        let mut probe = form();
        probe.keys(to_time).keys(bad).keys("<ctrl-s>");
        assert!(saved(&probe).is_none(), "{bad}");
    }
}

#[test]
fn several_purposes_are_toggled() {
    let mut probe = form();
    probe.keys("213<tab><tab>").keys("62").keys("5<ctrl-s>");
    assert_eq!(
        saved(&probe).unwrap().purposes,
        [Purpose::Vacancy, Purpose::Policy]
    );
}

#[test]
fn a_note_has_lines_and_a_paste_submits_nothing() {
    let mut probe = form();
    probe.keys("213问社保<ctrl-j>");
    probe.paste("断缴\n三个月\n");
    assert!(saved(&probe).is_none());
    probe.keys("<ctrl-s>");
    assert_eq!(saved(&probe).unwrap().note, "问社保\n断缴\n三个月");
}

#[test]
fn enter_saves_where_all_is_answered_and_else_moves_on() {
    let mut probe = form();
    probe.keys("2<enter>");
    assert!(saved(&probe).is_none());
    probe.keys("<shift-tab>").keys("13<enter>");
    assert!(saved(&probe).is_some());
}

#[test]
fn esc_keeps_the_form_and_opening_it_again_goes_on() {
    let mut probe = form();
    probe.keys("21<tab>想去月嫂班<esc>");
    assert!(probe.dump().contains("已暂存"), "{}", probe.dump());
    let draft = kept(&probe);
    assert_eq!(draft.person, Some(person_id(1)));
    assert_eq!(value(&draft, "note"), "想去月嫂班");
    assert!(draft.title.contains("李明朗(尾号3217)"), "{}", draft.title);

    probe.keys("<ctrl-r>");
    probe.answer(is_drafts, Reply::Drafts(vec![draft.clone()]));
    let picture = probe.dump();
    assert!(
        picture.contains("接着填") && picture.contains("想去月嫂班"),
        "{picture}"
    );
    // The usual five keys answer the usual questions, what was typed stays.
    probe.keys("415<ctrl-s>");
    match probe.asked(is_save) {
        Some(Ask::LogContact {
            id,
            record,
            draft: from,
            ..
        }) => {
            assert_eq!(id.to_string(), value(&draft, "contact"));
            assert_eq!(*from, Some(draft.id));
            assert_eq!(record.note, "想去月嫂班");
            assert_eq!(record.channel, Channel::WeChat);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_kept_form_opens_from_today_as_it_was() {
    let mut probe = form_in(Lang::Zh, SMALL, person(Some(offer(FitLevel::Unknown))));
    probe.keys("家人同意后再去<tab>1<tab><esc>");
    let draft = kept(&probe);
    assert!(draft.title.starts_with("推荐"), "{}", draft.title);
    let mut probe = form_in(Lang::Zh, SMALL, ContactArgs::Draft(Box::new(draft.clone())));
    answer_file(&mut probe, file());
    probe.answer(
        |ask| matches!(ask, Ask::Offers(_)),
        Reply::Offers(Box::new(offers())),
    );
    let picture = probe.dump();
    assert!(picture.contains("李明朗(尾号3217)"), "{picture}");
    assert!(picture.contains("家人同意后再去"), "{picture}");
    probe.keys("<ctrl-s>");
    match probe.asked(is_save) {
        Some(Ask::LogContact {
            recommended: Some(r),
            draft: from,
            ..
        }) => {
            assert_eq!(r.override_reason, "家人同意后再去");
            assert_eq!(r.response, Response::Willing);
            assert_eq!(*from, Some(draft.id));
        }
        other => panic!("{other:?}\n{}", probe.dump()),
    }
}

#[test]
fn typing_is_kept_by_itself_while_the_form_is_open() {
    let mut probe = form();
    probe.wait(5_000);
    assert!(
        probe.asked(is_keep).is_none(),
        "an untouched form is not kept"
    );
    probe.keys("21<tab>问社保").wait(5_000);
    assert_eq!(value(&kept(&probe), "note"), "问社保");
    // Never more than two seconds behind.
    probe.keys("断缴").wait(1_000).wait(1_000);
    assert_eq!(value(&kept(&probe), "note"), "问社保断缴");
}

#[test]
fn finding_somebody_else_and_back_loses_nothing() {
    let mut probe = form();
    probe.keys("21<tab>问社保<ctrl-f>李").keys("<esc>");
    probe.answer(
        |ask| matches!(ask, Ask::Search { .. }),
        Reply::Found {
            text: "李".to_owned(),
            total: 0,
            found: Vec::new(),
            nearest: false,
            about: false,
            problems: Vec::new(),
            loading: false,
        },
    );
    assert!(probe.dump().contains("问社保"), "{}", probe.dump());
    probe.keys("断缴");
    assert!(probe.dump().contains("问社保断缴"), "{}", probe.dump());
}

#[test]
fn a_failed_save_loses_nothing_and_saves_the_same_contact_again() {
    let mut probe = form();
    probe.keys("213问社保<ctrl-s>");
    let first = probe.asked(is_save).cloned();
    let busy = Failure::Busy {
        seconds: "5".to_owned(),
    };
    probe.answer(is_save, Reply::Failed(busy));
    let picture = probe.dump();
    assert!(
        picture.contains("没有保存") && picture.contains("问社保"),
        "{picture}"
    );
    probe.keys("<ctrl-s>");
    assert_eq!(probe.asked(is_save).cloned(), first);
}

#[test]
fn what_is_typed_while_saving_waits_and_goes_on_afterwards() {
    let mut probe = form();
    probe.keys("213问社保<ctrl-s>lm");
    assert!(probe.dump().contains("问社保") && !probe.dump().contains("lm"));
    assert_eq!(probe.asks.iter().filter(|(_, ask)| is_save(ask)).count(), 1);
    let done = Receipt::Logged {
        contact: Box::new(contact(1)),
        id_tail: "3217".to_owned(),
        recommended: Vec::new(),
    };
    probe.answer(is_save, Reply::Done(done));
    assert!(matches!(
        probe.asked(|ask| matches!(ask, Ask::Search { .. })),
        Some(Ask::Search { text, .. }) if text.starts_with('l')
    ));
}

#[test]
fn dropping_a_form_asks_for_a_count() {
    let mut probe = form();
    probe.keys("<ctrl-d>");
    assert!(probe.dump().contains("还没有填写内容"), "{}", probe.dump());
    probe.keys("21<tab>问社保<ctrl-d>");
    assert!(probe.dump().contains("输入 3 再回车"), "{}", probe.dump());
    probe.wait(400).keys("<enter>");
    assert!(
        probe.dump().contains("要输入 3"),
        "a bare Enter drops nothing"
    );
    probe.keys("3<enter>");
    assert!(
        probe
            .asked(|ask| matches!(ask, Ask::DropDraft(_)))
            .is_some()
    );
    assert!(probe.asked(is_keep).is_none());
    assert!(probe.dump().contains("已删除暂存"), "{}", probe.dump());
}

#[test]
fn a_vacancy_is_recommended_in_four_keys() {
    let mut probe = opened(Lang::Zh, SMALL);
    let keys = ["<ctrl-t>", "1", "<ctrl-s>"];
    probe.keys(keys[0]);
    probe.answer(is_drafts, Reply::Drafts(Vec::new()));
    probe.keys(keys[1]).keys(keys[2]);
    match probe.asked(is_save) {
        Some(Ask::LogContact {
            record,
            recommended: Some(recommended),
            ..
        }) => {
            assert_eq!(recommended.response, Response::Willing);
            assert_eq!(recommended.override_reason, "");
            assert_eq!(record.outcome, Outcome::Interested);
            assert_eq!(record.purposes, [Purpose::Vacancy]);
            assert_eq!(record.channel, Channel::Counter);
            assert_eq!(record.next_due, Some(day("2026-11-23")));
        }
        other => panic!("{other:?}\n{}", probe.dump()),
    }
    // Not willing: the reason is the one more key.
    let mut probe = form_in(Lang::Zh, SMALL, person(Some(offer(FitLevel::Yes))));
    probe.keys("35<ctrl-s>");
    let record = saved(&probe).unwrap();
    assert_eq!(
        (record.outcome, record.reason),
        (Outcome::Declined, Some(Reason::Distance))
    );
    // A class: back on the last working day before it opens.
    let mut probe = form_in(Lang::Zh, SMALL, person(Some(course())));
    probe.keys("1<ctrl-s>");
    let record = saved(&probe).unwrap();
    assert_eq!(record.purposes, [Purpose::Training]);
    assert_eq!(record.next_due, Some(day("2026-11-30")));
}

#[test]
fn what_is_not_known_needs_a_written_ground_first() {
    let mut probe = form_in(Lang::Zh, SMALL, person(Some(offer(FitLevel::Unknown))));
    let picture = probe.dump();
    assert!(picture.contains("还差：学历 初中以上"), "{picture}");
    probe.keys("<tab>1<ctrl-s>");
    assert!(saved(&probe).is_none());
    probe.keys("本人说初中毕业，证书后补<ctrl-s>");
    match probe.asked(is_save) {
        Some(Ask::LogContact {
            recommended: Some(recommended),
            ..
        }) => assert_eq!(recommended.override_reason, "本人说初中毕业，证书后补"),
        other => panic!("{other:?}\n{}", probe.dump()),
    }
}

#[test]
fn what_the_law_forbids_is_not_recommended() {
    let refused = offer(FitLevel::No);
    let failed = refused.fit.reasons.iter();
    assert!(
        failed
            .clone()
            .any(|r| r.verdict == Verdict::Failed && r.rule.is_some())
    );
    let mut probe = form_in(Lang::Zh, SMALL, person(Some(refused.clone())));
    probe.keys("1<ctrl-s>");
    assert!(saved(&probe).is_none());
    assert!(
        probe.dump().contains("不能推荐：限女性"),
        "{}",
        probe.dump()
    );
    probe.keys("<ctrl-e>");
    assert!(probe.dump().contains("R-GEN-02"), "{}", probe.dump());

    // The same without a rule is the firm's own wish: a written ground is enough.
    let mut wished = refused;
    for reason in &mut wished.fit.reasons {
        reason.rule = None;
    }
    let mut probe = form_in(Lang::Zh, SMALL, person(Some(wished)));
    probe.keys("已电话问过企业，男工也收<tab>1<ctrl-s>");
    assert!(saved(&probe).is_some(), "{}", probe.dump());
}

fn row() -> DaybookRow {
    DaybookRow {
        contact: contact(1),
        sex: summary(1).sex,
        age: Some(19),
        id_masked: summary(1).id_masked,
        phone_masked: summary(1).phone_masked,
        town: "石岐街道".to_owned(),
        village: "岐头社区".to_owned(),
        groups: Vec::new(),
        person_ref: "P0001".to_owned(),
        vacancies: Vec::new(),
        courses: Vec::new(),
    }
}

#[test]
fn a_correction_starts_from_the_old_and_asks_why() {
    let mut probe = form_in(Lang::Zh, SMALL, ContactArgs::Correct(Box::new(row())));
    probe.keys("3<ctrl-s>");
    assert!(saved(&probe).is_none());
    assert!(probe.dump().contains("更正的原因"), "{}", probe.dump());
    probe.keys("其实是来电<ctrl-s>");
    match probe.asked(is_save) {
        Some(Ask::CorrectContact {
            corrects,
            record,
            reason,
            ..
        }) => {
            let old = contact(1);
            assert_eq!(*corrects, old.id);
            assert_eq!(reason, "其实是来电");
            let expected = ContactRecord {
                channel: Channel::CallIn,
                ..old.record
            };
            assert_eq!(*record, expected, "only the channel changes");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn nobody_named_and_firms_have_contacts_too() {
    let mut probe = form_in(Lang::Zh, SMALL, ContactArgs::Nobody);
    probe.keys("160<ctrl-s>");
    assert_eq!(saved(&probe).unwrap().with, ContactWith::Nobody);
    let firm = Enterprise {
        id: EnterpriseId(Uuid::from_u128(77)),
        name: "好帮手家政有限公司".to_owned(),
    };
    let mut probe = form_in(Lang::Zh, SMALL, ContactArgs::Firm(firm.clone()));
    assert!(probe.dump().contains(&firm.name));
    probe.keys("263<ctrl-s>");
    let record = saved(&probe).unwrap();
    assert_eq!(record.with, ContactWith::Enterprise(firm.id));
    assert_eq!(record.party, Some(Party::Organisation));
}

#[test]
fn undo_in_a_form_touches_no_record() {
    let mut probe = form();
    probe.keys("2<ctrl-z>");
    assert!(probe.asked(|ask| *ask == Ask::Undo).is_none());
    probe.keys("13问<ctrl-z>");
    assert!(probe.asked(|ask| *ask == Ask::Undo).is_none());
    assert!(!probe.dump().contains('问'), "{}", probe.dump());
}

#[test]
fn pictures() {
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for size in [SMALL, (120, 36)] {
            let name = |part: &str| format!("{part}_{tag}_{}", size.0);
            let mut probe = form_in(lang, size, person(None));
            answer_file(&mut probe, file());
            probe.keys("2").wait(50);
            insta::assert_snapshot!(name("contact"), probe.dump());
            probe.keys("4").wait(50).keys("59+3<tab>");
            insta::assert_snapshot!(name("contact_filled"), probe.dump());
            let unknown = person(Some(offer(FitLevel::Unknown)));
            let probe = form_in(lang, size, unknown);
            insta::assert_snapshot!(name("contact_recommend"), probe.dump());
            let mut probe = form_in(lang, size, ContactArgs::Correct(Box::new(row())));
            probe.keys("<ctrl-s>");
            insta::assert_snapshot!(name("contact_correct"), probe.dump());
            probe.keys("错了<ctrl-d>");
            insta::assert_snapshot!(name("contact_drop"), probe.dump());
            for line in probe.dump().lines() {
                assert_eq!(width::cells(line), usize::from(size.0), "{line}");
            }
        }
    }
}

#[test]
fn the_last_contact_is_one_that_counts() {
    let mut probe = form();
    let mut file = file();
    file.contacts[0].state = ContactState::Cancelled;
    answer_file(&mut probe, file.clone());
    assert!(!probe.dump().contains("上次"), "{}", probe.dump());
    assert!(probe.dump().contains("还没有联系过"), "{}", probe.dump());
    let mut counted = contact(3);
    counted.record.note = "下周回话".to_owned();
    file.contacts.push(counted);
    let mut probe = form();
    answer_file(&mut probe, file);
    assert!(probe.dump().contains("下周回话"), "{}", probe.dump());
}

#[test]
fn purposes_stand_in_the_order_of_their_digits() {
    let mut probe = form();
    probe.keys("213<tab><tab>51<ctrl-s>");
    let purposes = &saved(&probe).unwrap().purposes;
    let wanted = [Purpose::Survey, Purpose::Policy, Purpose::FollowUp];
    assert_eq!(*purposes, wanted);
}

#[test]
fn a_ground_is_given_in_words() {
    let mut probe = form_in(Lang::Zh, SMALL, person(Some(offer(FitLevel::Unknown))));
    probe.keys("12<ctrl-s>");
    assert!(probe.dump().contains("用文字写明理由"), "{}", probe.dump());
    assert!(saved(&probe).is_none());
    probe.keys("本人坚持<tab>1<ctrl-s>");
    assert!(saved(&probe).is_some(), "{}", probe.dump());
}

#[test]
fn willing_to_learn_is_enrolled_and_willing_to_work_waits_for_the_firm() {
    let mut probe = form_in(Lang::Zh, SMALL, person(Some(course())));
    probe.keys("1<ctrl-s>");
    assert_eq!(saved(&probe).unwrap().outcome, Outcome::SignedUp);
    let mut probe = form_in(Lang::Zh, SMALL, person(Some(offer(FitLevel::Yes))));
    probe.keys("1<ctrl-s>");
    assert_eq!(saved(&probe).unwrap().outcome, Outcome::Interested);
}

#[test]
fn a_form_that_lay_says_which_time_it_logs() {
    let mut probe = form();
    probe.keys("21<tab>等回话<esc>");
    let draft = kept(&probe);
    let mut later = opened(Lang::Zh, SMALL);
    later.wait(360_000).keys("<down>");
    let asks = nav::open(
        &mut later.model,
        Route::ContactForm(ContactArgs::Draft(Box::new(draft))),
    );
    later.asks.extend(asks);
    let picture = later.dump();
    assert!(picture.contains("记作开始时 09:30"), "{picture}");
    assert!(!picture.contains("现在 09:30"), "{picture}");
}

#[test]
fn nobody_was_spoken_with_before_they_were_born() {
    let mut probe = form();
    answer_file(&mut probe, file());
    probe.keys("213问社保<tab><tab><tab><tab>1992-03-13 9:00<ctrl-s>");
    assert!(probe.dump().contains("早于本人出生"), "{}", probe.dump());
    assert!(saved(&probe).is_none());
}

#[test]
fn a_long_note_stands_on_several_rows() {
    let mut probe = form();
    let note = "家里老人要照顾，孩子下午四点半放学，只能做早班，路远的不去".repeat(2);
    probe.keys("213").keys(&note).keys("<ctrl-j>完");
    let picture = probe.dump();
    let rows = picture.lines().filter(|line| line.contains("放学")).count();
    assert_eq!(rows, 2, "{picture}");
    assert!(picture.contains('␊') && picture.contains('完'), "{picture}");
    probe.keys("<ctrl-s>");
    assert_eq!(saved(&probe).unwrap().note, format!("{note}\n完"));
}
