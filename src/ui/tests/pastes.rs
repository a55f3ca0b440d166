//! What a scanner and the clipboard send, on whatever screen.

use super::{by_initials, is_search, results, started};
use crate::{
    effect::{Ask, EntryMeant, Reply},
    text::Lang,
    ui::testing::{
        Probe,
        fixtures::{file, offers, summary},
        setup,
    },
};

const SCANNED: &str = "449901199203143217";

fn searched(probe: &Probe) -> Option<&str> {
    match probe.asked(is_search) {
        Some(Ask::Search { text, .. }) => Some(text),
        _ => None,
    }
}

fn each(probe: &Probe) -> Option<&[String]> {
    match probe.asked(|ask| matches!(ask, Ask::SearchEach { .. })) {
        Some(Ask::SearchEach { entries }) => Some(entries),
        _ => None,
    }
}

/// Every screen and what stands above it, by the keys that lead there.
const PLACES: [&str; 15] = [
    "",
    "<f3>",
    "<f4>",
    "<f5>",
    "<f6>",
    "<down>",
    "<f1>",
    "<ctrl-p>",
    "<ctrl-p>找",
    "<ctrl-o>",
    "<ctrl-g>",
    "<down><ctrl-e>",
    "<enter>",
    "<down><ctrl-r>",
    "<down><ctrl-r>2",
];

fn at(place: &str) -> Probe {
    let mut probe = started();
    probe.keys(place);
    if place == "<enter>" {
        let opened = |ask: &Ask| matches!(ask, Ask::OpenPerson(_));
        probe.answer(opened, Reply::Person(Box::new(file())));
        let asked = |ask: &Ask| matches!(ask, Ask::Offers(_));
        probe.answer(asked, Reply::Offers(Box::new(offers())));
    }
    answer_waiting(&mut probe);
    probe
}

/// Answers what the screens wait for with nothing at all.
fn answer_waiting(probe: &mut Probe) {
    for (ticket, ask) in std::mem::take(&mut probe.asks) {
        let reply = match ask {
            Ask::Recent => Reply::Recent(Vec::new()),
            Ask::Drafts { .. } => Reply::Drafts(Vec::new()),
            Ask::OfferList { text, .. } => Reply::OfferList {
                text,
                cards: Vec::new(),
            },
            Ask::Search { text, .. } => results(&text, Vec::new()),
            _ => Reply::Failed(crate::domain::failure::Failure::NothingToUndo {}),
        };
        probe.send(crate::ui::Msg::Replied(ticket, reply));
    }
}

#[test]
fn a_scan_finds_its_person_on_every_screen() {
    for place in PLACES {
        for text in [SCANNED.to_owned(), full_width(SCANNED)] {
            let mut probe = at(place);
            probe.wait(100);
            probe.step_ms = 5;
            probe.keys(&text);
            let found = searched(&probe).map(crate::text::fold::fold_width);
            assert_eq!(found.as_deref(), Some(SCANNED), "{place:?}");
            let picture = probe.dump();
            assert!(!picture.contains("44990119"), "{place}\n{picture}");
            // Enter at the same speed opens whoever it is.
            probe.keys("<enter>");
            let asked = searched(&probe).unwrap_or_default().to_owned();
            probe.answer(is_search, results(&asked, vec![by_initials(1)]));
            probe.wait(40);
            let opened = |ask: &Ask| matches!(ask, Ask::OpenPerson(_));
            assert!(probe.asked(opened).is_some(), "{place:?}");
        }
    }
}

fn full_width(digits: &str) -> String {
    let wide = |c: char| char::from_u32(u32::from(c) + 0xfee0).unwrap();
    digits.chars().map(wide).collect()
}

#[test]
fn a_scan_does_not_lift_the_curtain() {
    for paste_events in [true, false] {
        let mut setup = setup(Lang::Zh, (80, 24));
        setup.paste_events = paste_events;
        let mut probe = Probe::with(setup);
        probe.keys("<ctrl-l>");
        probe.step_ms = 5;
        probe.keys(SCANNED).keys("<enter>").wait(60);
        probe.paste("李明朗\n陈伟");
        let picture = probe.dump();
        assert!(
            picture.contains("已 遮 屏") && !picture.contains("找人"),
            "{picture}"
        );
        assert_eq!(searched(&probe), None);
        probe.step_ms = 200;
        probe.keys("<enter>");
        let picture = probe.dump();
        assert!(
            picture.contains("找人") && !picture.contains("3217"),
            "{picture}"
        );
    }
}

#[test]
fn the_lost_x_of_a_scan_is_said_and_enter_completes_it() {
    // 17 digits whose check digit is X; the input method keeps the X.
    let body = (0..1000)
        .map(|n| format!("44990119920314{n:03}"))
        .find(|body| {
            crate::domain::id_number::IdNumber::from_body(body)
                .is_ok_and(|id| id.as_str().ends_with('X'))
        })
        .unwrap();
    let mut probe = started();
    probe.step_ms = 5;
    probe.keys(&body);
    probe.step_ms = 100;
    assert_eq!(
        searched(&probe),
        Some(body.as_str()),
        "its seventeen digits find already"
    );
    probe.answer(is_search, results(&body, vec![by_initials(1)]));
    assert!(
        probe.dump().contains("末位按校验码应为 X"),
        "{}",
        probe.dump()
    );
    probe.keys("<enter>");
    assert_eq!(searched(&probe), Some(format!("{body}X").as_str()));
    // The X of an input method, when it comes, is the same.
    let mut probe = started();
    probe.keys(&body).keys("Ｘ");
    assert_eq!(searched(&probe), Some(format!("{body}Ｘ").as_str()));
}

fn meant() -> Reply {
    Reply::FoundEach(vec![
        EntryMeant::One(Box::new(summary(1)), by_initials(1).hit.matched),
        EntryMeant::Several {
            people: 3,
            about: false,
            text: "李敏丽".to_owned(),
        },
        EntryMeant::Nobody,
    ])
}

#[test]
fn a_pasted_column_is_looked_up_line_by_line() {
    for (place, paste) in [
        ("", "李明朗\r\n\r\n 李敏丽\r\n449901199203143217\r\n"),
        ("<f3>", "李明朗\r李敏丽\r449901199203143217"),
        ("<ctrl-p>", "李明朗\n李敏丽\n449901199203143217\n"),
        ("<down><ctrl-r>", "李明朗\n李敏丽\n449901199203143217"),
    ] {
        let mut probe = at(place);
        probe.paste(paste);
        let entries = ["李明朗", "李敏丽", SCANNED].map(str::to_owned);
        assert_eq!(each(&probe), Some(&entries[..]), "{place:?}");
        probe.answer(|ask| matches!(ask, Ask::SearchEach { .. }), meant());
        let picture = probe.dump();
        for words in [
            "批量查找",
            "共 3 条：找到 1，同名要选 1，未找到 1",
            "李明朗(尾号3217)",
            "3 人，回车挑选",
            "[未找到]",
            "**************3217",
        ] {
            assert!(picture.contains(words), "{words}\n{picture}");
        }
        assert!(!picture.contains("4499011992"), "{picture}");
        probe.keys("<down><enter>");
        assert_eq!(searched(&probe), Some("李敏丽"));
        probe.answer(is_search, results("李敏丽", vec![by_initials(2)]));
        probe.keys("<esc>");
        probe.answer(|ask| matches!(ask, Ask::SearchEach { .. }), meant());
        probe.keys("<up><enter>");
        assert!(
            probe
                .asked(|ask| matches!(ask, Ask::OpenPerson(_)))
                .is_some()
        );
    }
}

#[test]
fn many_lines_are_cut_and_it_is_said() {
    let mut probe = Probe::new(Lang::En, (80, 24));
    let column: String = (0..700).map(|n| format!("李明{n}\n")).collect();
    probe.paste(&column);
    assert_eq!(each(&probe).map(<[String]>::len), Some(500));
    let picture = probe.dump();
    assert!(
        picture.contains("700 lines were pasted; the first 500"),
        "{picture}"
    );
    probe.answer(
        |ask| matches!(ask, Ask::SearchEach { .. }),
        Reply::FoundEach(vec![EntryMeant::Nobody; 500]),
    );
    probe.keys("<end>");
    assert!(probe.dump().contains("500/500"), "{}", probe.dump());
}

#[test]
fn a_column_typed_at_machine_speed_is_a_paste_where_no_paste_event_comes() {
    let mut setup = setup(Lang::Zh, (80, 24));
    setup.paste_events = false;
    let mut probe = Probe::with(setup);
    probe.step_ms = 1;
    probe
        .keys("李明朗<enter>李敏丽<enter>449901199203143217<enter>")
        .wait(50);
    let entries = ["李明朗", "李敏丽", SCANNED].map(str::to_owned);
    assert_eq!(each(&probe), Some(&entries[..]));
    assert!(
        probe
            .asked(|ask| matches!(ask, Ask::OpenPerson(_)))
            .is_none()
    );
    probe.answer(|ask| matches!(ask, Ask::SearchEach { .. }), meant());
    // The first line is no longer in the box below.
    probe.step_ms = 100;
    probe.keys("<esc>");
    assert!(probe.dump().contains("（刷身份证"), "{}", probe.dump());
}

#[test]
fn whatever_is_pasted_the_box_stays_usable() {
    let long = "长".repeat(10_000);
    let huge = "a1张 ".repeat(300_000);
    let nasty = "\u{1b}]52;c;YWJj\u{7}\u{1b}[2J\u{0}\u{9b}31m\u{202e}李\u{200b}";
    for (paste, says) in [
        (
            long.as_str(),
            Some("粘贴了 10000 个字，太长，只取前 200 个"),
        ),
        (huge.as_str(), Some("只取前 200 个")),
        (nasty, None),
        ("👨‍👩‍👧‍👦🇨🇳 مرحبا שלום", None),
        ("\u{301}".repeat(5_000).as_str(), None),
        ("\u{0}\u{1}\u{2}", None),
        ("\u{200b}\u{feff}\u{202e}", Some("没有能用的字")),
        (" \n \r\n\t ", Some("没有能用的字")),
    ] {
        for place in ["", "<f3>", "<ctrl-p>", "<down><ctrl-r><tab><tab><tab>"] {
            let mut probe = at(place);
            probe.paste(paste);
            let picture = probe.dump();
            assert!(
                !picture.contains(['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}', '\u{0}']),
                "{picture}"
            );
            if let Some(says) = says.filter(|_| matches!(place, "" | "<f3>")) {
                assert!(picture.contains(says), "{says}\n{picture}");
            }
            // It goes on from there.
            probe.keys("<ctrl-f>李<left><backspace><ctrl-a>x");
            probe.wait(2_000);
        }
    }
}
