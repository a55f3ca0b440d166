//! Whose a key is: chords, scans, undoing, pop-ups; what is said and how long it stands.

use super::{by_initials, is_search, opened, results, started};
use crate::{
    domain::hit::{HitBy, HitField},
    effect::{Ask, Reply},
    text::Lang,
    ui::testing::{
        Probe,
        fixtures::{file, found, person_id, summary},
    },
};

const SMALL: (u16, u16) = (80, 24);
const ID: &str = "449901199203143217";

fn is_drafts(ask: &Ask) -> bool {
    matches!(ask, Ask::Drafts { .. })
}

fn is_keep(ask: &Ask) -> bool {
    matches!(ask, Ask::KeepDraft(_))
}

fn is_change(ask: &Ask) -> bool {
    matches!(ask, Ask::Undo | Ask::Redo)
}

/// The contact form above the person screen, with an answer given.
fn half_filled() -> Probe {
    let mut probe = opened(Lang::Zh, SMALL);
    probe.keys("<ctrl-r>");
    probe.answer(is_drafts, Reply::Drafts(Vec::new()));
    probe.keys("2").wait(40);
    probe
}

/// Keys at a scanner's speed.
fn scan(probe: &mut Probe, digits: &str) {
    let step = std::mem::replace(&mut probe.step_ms, 5);
    probe.keys(digits);
    probe.step_ms = step;
}

fn searched(probe: &Probe) -> Option<&str> {
    match probe.asked(is_search)? {
        Ask::Search { text, .. } => Some(text),
        _ => None,
    }
}

fn revealed(probe: &mut Probe) {
    probe.answer(
        |ask| *ask == Ask::Reveal(person_id(1)),
        Reply::Revealed {
            person: person_id(1),
            id_number: ID.to_owned(),
            phone: "16912345601".to_owned(),
            phone2: String::new(),
        },
    );
}

#[test]
fn a_chord_inside_a_form_leads_to_the_screen_and_answers_nothing() {
    let mut probe = half_filled();
    probe.keys("<ctrl-g>6").wait(40);
    assert!(
        probe
            .asked(|ask| matches!(ask, Ask::DayLog { .. }))
            .is_some()
    );
    match probe.asked(is_keep) {
        Some(Ask::KeepDraft(draft)) => {
            assert!(
                draft
                    .fields
                    .iter()
                    .all(|(name, value)| name != "outcome" || value.is_empty())
            );
            assert!(probe.dump().contains(&draft.title), "{}", probe.dump());
        }
        _ => panic!("the form is not kept: {:?}", probe.asks),
    }
    assert!(probe.dump().contains("已暂存"));
}

#[test]
fn a_scan_after_the_first_key_of_a_chord_is_whole() {
    for mut probe in [started(), half_filled()] {
        probe.keys("<ctrl-g>");
        scan(&mut probe, ID);
        assert_eq!(searched(&probe), Some(ID));
    }
}

#[test]
fn a_scan_in_the_palette_or_another_pop_up_goes_to_the_box() {
    for key in ["<ctrl-p>", "<ctrl-p>dc", "<f1>", "<ctrl-e>"] {
        let mut probe = started();
        probe.keys(key);
        scan(&mut probe, ID);
        assert_eq!(searched(&probe), Some(ID), "{key}");
        probe.answer(is_search, results(ID, vec![by_initials(1)]));
        let picture = probe.dump();
        assert!(picture.contains("找到 1 人"), "{picture}");
    }
}

#[test]
fn a_scanned_number_stands_nowhere_in_clear() {
    let mut probe = started();
    scan(&mut probe, ID);
    let hit = found(1, HitField::IdNumber, HitBy::Exact, vec![(0, 18)]);
    probe.answer(is_search, results(ID, vec![hit]));
    for keys in ["", "<ctrl-e>", "<esc><ctrl-p>", "<esc><ctrl-a>"] {
        probe.keys(keys);
        let picture = probe.dump();
        assert!(!picture.contains("44990119920314"), "{keys}\n{picture}");
        assert!(picture.contains("3217"), "{keys}\n{picture}");
    }
    assert_eq!(probe.caret().map(|at| at.y), Some(1));
}

#[test]
fn full_numbers_go_when_something_opens_above_or_the_curtain_is_drawn() {
    for keys in [
        "<ctrl-l><enter>",
        "<ctrl-r>",
        "<f1><esc>",
        "<ctrl-f><esc>",
        "<ctrl-o>",
        "<f2>",
    ] {
        let mut probe = opened(Lang::Zh, SMALL);
        probe.keys("<ctrl-u>");
        revealed(&mut probe);
        assert!(probe.dump().contains(ID));
        probe.keys(keys);
        let picture = probe.dump();
        assert!(!picture.contains("44990119920314"), "{keys}\n{picture}");
        assert!(!picture.contains("16912345601"), "{keys}\n{picture}");
        // Nor do they come when their answer is late.
        let mut probe = opened(Lang::Zh, SMALL);
        probe.keys("<ctrl-u>").keys(keys);
        revealed(&mut probe);
        assert!(!probe.dump().contains("44990119920314"), "{keys}");
    }
}

#[test]
fn undoing_in_a_field_is_about_typing_only() {
    let mut probe = started();
    probe.keys("l").keys("x");
    probe.answer(is_search, results("lx", vec![by_initials(1)]));
    probe.keys("<ctrl-z>");
    probe.answer(is_search, results("l", vec![by_initials(1)]));
    assert_eq!(searched(&probe), Some("l"));
    probe.keys("<ctrl-y>");
    assert_eq!(searched(&probe), Some("lx"));
    probe.answer(is_search, results("lx", vec![by_initials(1)]));
    probe.keys("<ctrl-y><ctrl-y>");
    assert!(probe.asked(is_change).is_none());
    // In a form no key of it reaches a record either, between its text fields as little as in them.
    let mut probe = half_filled();
    probe.keys("<ctrl-z><ctrl-y><tab><ctrl-y><ctrl-z>");
    assert!(probe.asked(is_change).is_none());
    // In a list it does.
    let mut probe = started();
    probe.keys("<ctrl-y>");
    assert!(probe.asked(|ask| *ask == Ask::Redo).is_some());
}

#[test]
fn a_pop_up_keeps_its_keys() {
    for open in ["<f1>", "<ctrl-e>", "<ctrl-p>"] {
        let mut probe = started();
        probe.keys(open).keys("<ctrl-z><ctrl-y>");
        assert!(probe.asked(is_change).is_none(), "{open}");
        probe.keys("<ctrl-l>");
        assert!(!probe.dump().contains("李明朗"), "{open}");
    }
    // The same box is not opened above itself: one Esc closes it.
    let mut probe = started();
    probe.keys("<f1><f1><esc>");
    assert!(!probe.dump().contains("─ 帮助"), "{}", probe.dump());
}

#[test]
fn leaving_a_form_for_somebody_else_says_what_is_kept() {
    for how in ["scan", "paste", "<ctrl-f>", "<ctrl-o><enter>"] {
        let mut probe = half_filled();
        match how {
            "scan" => scan(&mut probe, ID),
            "paste" => {
                probe.paste("欧阳小敏");
            }
            "<ctrl-o><enter>" => {
                probe.keys("<ctrl-o>");
                let people = vec![summary(1), summary(2)];
                probe.answer(|ask| *ask == Ask::Recent, Reply::Recent(people));
                probe.keys("<enter>");
            }
            keys => {
                probe.keys(keys);
            }
        }
        let picture = probe.dump();
        assert!(
            picture.contains("已暂存：") && picture.contains("李明朗"),
            "{how}\n{picture}"
        );
        assert!(probe.asked(is_keep).is_some(), "{how}");
    }
}

#[test]
fn words_about_one_person_never_stand_over_the_next() {
    let mut probe = started();
    probe.keys("<ctrl-z>");
    let undone = crate::effect::Receipt::Undone("记联系 李明朗(尾号3217)".to_owned());
    probe.answer(|ask| *ask == Ask::Undo, Reply::Done(undone));
    probe.answer(
        |ask| *ask == Ask::Today,
        Reply::Today(Box::new(crate::ui::testing::fixtures::board())),
    );
    // Moving does not wipe a receipt that nobody has read; opening the next person does.
    probe.keys("<down>");
    assert!(probe.dump().contains("已撤销：记联系 李明朗(尾号3217)"));
    probe.keys("<enter>");
    assert!(!probe.dump().contains("已撤销"), "{}", probe.dump());
}

#[test]
fn a_key_clears_an_old_warning() {
    let mut probe = started();
    probe.keys("<esc>");
    assert!(probe.dump().contains("退出请按"));
    probe.keys("<down>");
    assert!(!probe.dump().contains("退出请按"));
}

#[test]
fn a_blank_in_a_list_begins_no_search() {
    for blank in ["<space>", "\u{3000}"] {
        let mut probe = started();
        probe.keys("<down>").keys(blank);
        assert!(
            probe.asked(|ask| *ask == Ask::Recent).is_none(),
            "{blank:?}"
        );
        let mut probe = started();
        probe.keys("lxm");
        probe.answer(
            is_search,
            results("lxm", vec![by_initials(1), by_initials(2)]),
        );
        let asked = probe.asks.len();
        probe.keys("<down>").keys(blank);
        assert_eq!(probe.asks.len(), asked);
        probe.keys("<enter>");
        assert!(
            probe
                .asked(|ask| matches!(ask, Ask::OpenPerson(_)))
                .is_some()
        );
    }
}

#[test]
fn the_first_of_the_recent_is_the_person_before() {
    let mut probe = opened(Lang::Zh, SMALL);
    probe.keys("<ctrl-o>");
    let mut long = summary(4);
    long.name = "阿卜杜热合曼·买买提艾力江".to_owned();
    let people = vec![file().summary, long, summary(2)];
    probe.answer(|ask| *ask == Ask::Recent, Reply::Recent(people));
    let picture = probe.dump();
    assert!(picture.contains("(尾号3268)"), "{picture}");
    probe.keys("<enter>");
    assert_eq!(
        probe.asked(|ask| matches!(ask, Ask::OpenPerson(_))),
        Some(&Ask::OpenPerson(person_id(4)))
    );
}
