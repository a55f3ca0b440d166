//! The frame: key files against the screens, where keys go, what is kept, what is hidden.

mod filters;
mod keys;
mod palette;
mod pastes;
mod people;
mod views;

use super::{
    Msg, Setup, ThemeName, catalogue, global,
    screens::{self, HOMES},
    testing::{
        Probe,
        fixtures::{board, file, found, offers, person_id, summary},
        setup,
    },
};
use crate::{
    domain::hit::{HitBy, HitField},
    effect::{Ask, Found, Reply},
    keymap::{Keymap, SHIPPED, shipped},
    text::{Lang, fold::is_han, width},
};

use ratatui::{
    buffer::Cell,
    style::{Color, Modifier},
};

const SMALL: (u16, u16) = (80, 24);

pub(crate) fn is_search(ask: &Ask) -> bool {
    matches!(ask, Ask::Search { .. })
}

pub(crate) fn results(text: &str, found: Vec<Found>) -> Reply {
    Reply::Found {
        text: text.to_owned(),
        total: found.len(),
        found,
        nearest: false,
        about: false,
        problems: Vec::new(),
        loading: false,
    }
}

fn by_initials(n: u128) -> Found {
    found(n, HitField::Name, HitBy::Initials, vec![(0, 3)])
}

fn started() -> Probe {
    let mut probe = Probe::new(Lang::Zh, SMALL);
    probe.answer(|ask| *ask == Ask::Today, Reply::Today(Box::new(board())));
    probe
}

#[test]
fn shipped_key_files_load_without_a_problem() {
    for name in SHIPPED {
        let mut sources = vec![shipped("default").unwrap()];
        if *name != "default" {
            sources.push(shipped(name).unwrap());
        }
        let (map, problems) = Keymap::load(&catalogue(), &sources);
        assert_eq!(problems, [], "{name}");
        // What no terminal delivers can't even be read from a file; lone characters are for vim.
        for (section, action, chord) in map.bindings() {
            let lone = chord.0[0].is_lone_character();
            assert!(!lone || *name == "vim", "{name}: {section}.{action}");
        }
    }
}

#[test]
fn every_action_has_a_key_and_help_in_both_languages() {
    let (map, _) = Keymap::load(&catalogue(), &[shipped("default").unwrap()]);
    let mut sections = vec![
        ("global", global::global_actions()),
        ("common", global::common_actions()),
    ];
    sections.extend(
        screens::all()
            .into_iter()
            .map(|info| (info.name, info.actions)),
    );
    for (section, actions) in sections {
        for action in actions {
            assert!(
                !map.chords(section, action.name).is_empty(),
                "{section}.{} has no key",
                action.name
            );
            assert!(action.zh.chars().any(is_han), "{section}.{}", action.name);
            assert!(!action.en.chars().any(is_han) && action.en.len() > 1);
        }
    }
}

#[test]
fn screens_have_their_own_names() {
    let mut names: Vec<&str> = screens::all().iter().map(|info| info.name).collect();
    names.extend(["global", "common"]);
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
    assert!(HOMES.iter().all(|(home, _)| home.name.starts_with("go_")));
}

#[test]
fn typing_anywhere_finds_people_and_enter_opens() {
    let mut probe = started();
    probe.keys("lxm");
    assert!(matches!(
        probe.asked(is_search),
        Some(Ask::Search { text, .. }) if text == "lxm"
    ));
    probe.answer(
        is_search,
        results("lxm", vec![by_initials(1), by_initials(2)]),
    );
    probe.keys("<enter>");
    assert_eq!(
        probe.asked(|ask| matches!(ask, Ask::OpenPerson(_))),
        Some(&Ask::OpenPerson(person_id(1)))
    );
}

#[test]
fn committed_chinese_and_the_slash_go_to_the_box() {
    let mut probe = started();
    probe.keys("、李");
    assert!(matches!(
        probe.asked(is_search),
        Some(Ask::Search { text, .. }) if text == "李"
    ));
}

#[test]
fn keys_typed_ahead_are_replayed_in_order() {
    let mut probe = started();
    // Nothing has been answered yet when Enter, Tab and Ctrl+E are pressed.
    probe.keys("lxm<enter><tab><ctrl-e>");
    assert!(
        probe
            .asked(|ask| matches!(ask, Ask::OpenPerson(_)))
            .is_none()
    );
    probe.answer(is_search, results("lxm", vec![by_initials(1)]));
    assert!(
        probe
            .asked(|ask| matches!(ask, Ask::OpenPerson(_)))
            .is_some()
    );
    probe.answer(
        |ask| matches!(ask, Ask::OpenPerson(_)),
        Reply::Person(Box::new(file())),
    );
    probe.answer(
        |ask| matches!(ask, Ask::Offers(_)),
        Reply::Offers(Box::new(offers())),
    );
    let picture = probe.dump();
    assert!(picture.contains("依据"), "{picture}");
    assert!(picture.contains("岐江技工学校"), "{picture}");
}

#[test]
fn late_answers_never_replace_newer_ones() {
    let mut probe = started();
    probe.keys("l").keys("x");
    let searches: Vec<_> = probe
        .asks
        .iter()
        .filter(|(_, ask)| is_search(ask))
        .cloned()
        .collect();
    let (old, new) = (searches[0].0, searches[1].0);
    probe.send(Msg::Replied(new, results("lx", vec![by_initials(3)])));
    probe.send(Msg::Replied(old, results("l", vec![by_initials(1)])));
    let picture = probe.dump();
    assert!(
        picture.contains("欧阳小敏") && !picture.contains("李明朗"),
        "{picture}"
    );
}

#[test]
fn an_answer_to_a_closed_screen_is_dropped() {
    let mut probe = started();
    probe.keys("lxm<esc>");
    // Esc waited for the search; it leaves as soon as the answer is there.
    probe.answer(is_search, results("lxm", vec![by_initials(1)]));
    assert!(probe.dump().contains("约好要联系"));
}

#[test]
fn the_curtain_hides_everything_and_keeps_it() {
    for key in ["<ctrl-l>", "<f12>", "<ctrl-g>0"] {
        let mut probe = started();
        probe.keys("李");
        probe.answer(is_search, results("李", vec![by_initials(1)]));
        probe.keys(key).wait(40);
        let picture = probe.dump();
        assert!(picture.contains("遮"), "{picture}");
        for hidden in ["李明朗", "3217", "岐头", "李"] {
            assert!(!picture.contains(hidden), "{key}: {hidden}\n{picture}");
        }
        assert_eq!(probe.caret(), None);
        probe.keys("张三").keys("<enter>");
        assert!(probe.dump().contains("李明朗"), "{key}");
    }
}

#[test]
fn an_empty_counter_draws_the_curtain_by_itself() {
    let mut probe = started();
    probe.keys("<down>").wait(9 * 60_000);
    assert!(probe.dump().contains("李明朗"));
    probe.wait(2 * 60_000);
    assert!(!probe.dump().contains("李明朗"));
}

#[test]
fn a_small_window_says_so_and_heals() {
    let mut probe = started();
    probe.send(Msg::Resize(20, 5));
    let picture = probe.dump();
    assert!(picture.contains("窗口太小"), "{picture}");
    probe.keys("abc<enter>");
    probe.send(Msg::Resize(80, 24));
    assert!(probe.dump().contains("约好要联系"));
    for size in [(1, 1), (0, 0), (79, 24), (80, 23)] {
        probe.send(Msg::Resize(size.0, size.1));
        probe.dump();
    }
}

#[test]
fn a_paste_is_text_and_submits_nothing() {
    let mut probe = started();
    probe.paste("李明朗\u{1b}[2J\r\n");
    assert!(matches!(
        probe.asked(is_search),
        Some(Ask::Search { text, .. }) if text == "李明朗␛[2J"
    ));
    probe.paste(&"长".repeat(10_000));
    assert!(
        probe
            .asked(|ask| matches!(ask, Ask::OpenPerson(_)))
            .is_none()
    );
}

#[test]
fn seventeen_digits_are_completed_before_anything_opens() {
    let mut probe = started();
    let body = (0..1000)
        .map(|n| format!("44990119920314{n:03}"))
        .find(|body| {
            crate::domain::id_number::IdNumber::from_body(body)
                .is_ok_and(|id| id.as_str().ends_with('X'))
        })
        .unwrap();
    probe.keys(&body);
    probe.answer(is_search, results(&body, vec![by_initials(1)]));
    assert!(probe.dump().contains("末位按校验码应为 X，回车补全"));
    probe.keys("<enter>");
    assert!(matches!(
        probe.asked(is_search),
        Some(Ask::Search { text, .. }) if text.ends_with('X')
    ));
}

#[test]
fn a_qr_token_is_told_from_an_id_number() {
    let mut probe = started();
    probe.keys("eyJhbGciOiJIUzI1NiIsInR5cCI6");
    probe.answer(is_search, results("", Vec::new()));
    assert!(probe.dump().contains("不是身份证号"));
}

#[test]
fn help_and_palette_are_made_from_the_tables() {
    let mut probe = started();
    probe.keys("<f1>");
    let help = probe.dump();
    assert!(help.contains("Ctrl+R") && help.contains("记联系"), "{help}");
    probe.keys("<esc>？");
    assert!(probe.dump().contains("帮助"));
    probe.keys("<esc><ctrl-p>");
    assert!(probe.dump().contains("找功能"));
    probe.keys("人员<enter>");
    assert!(probe.asked(|ask| *ask == Ask::Recent).is_some());
}

#[test]
fn a_failure_says_what_is_safe_and_what_to_do() {
    let mut probe = started();
    probe.keys("<ctrl-z>");
    probe.answer(
        |ask| *ask == Ask::Undo,
        Reply::Failed(crate::domain::failure::Failure::NothingToUndo {}),
    );
    let picture = probe.dump();
    assert!(picture.contains("没有可撤销的改动") && picture.contains("没有改动任何资料"));
}

#[test]
fn the_caret_is_where_an_input_method_should_compose() {
    let mut probe = started();
    assert_eq!(probe.caret().map(|at| at.y), Some(1));
    probe.keys("李");
    let caret = probe.caret().unwrap();
    assert_eq!((caret.x, caret.y), (8, 1));
}

#[test]
fn a_number_is_shown_for_thirty_seconds_only() {
    let mut probe = opened(Lang::Zh, SMALL);
    assert!(!probe.dump().contains("449901"));
    probe.keys("<ctrl-u>");
    probe.answer(
        |ask| *ask == Ask::Reveal(person_id(1)),
        Reply::Revealed {
            person: person_id(1),
            id_number: "449901199203143217".to_owned(),
            phone: "16912345601".to_owned(),
            phone2: String::new(),
        },
    );
    assert!(probe.dump().contains("449901199203143217"));
    probe.wait(29_000);
    assert!(probe.dump().contains("449901199203143217"));
    probe.wait(2_000);
    assert!(!probe.dump().contains("449901199203143217"));
}

pub(crate) fn opened(lang: Lang, size: (u16, u16)) -> Probe {
    let mut probe = Probe::new(lang, size);
    probe.answer(|ask| *ask == Ask::Today, Reply::Today(Box::new(board())));
    probe.keys("<enter>");
    probe.answer(
        |ask| matches!(ask, Ask::OpenPerson(_)),
        Reply::Person(Box::new(file())),
    );
    probe.answer(
        |ask| matches!(ask, Ask::Offers(_)),
        Reply::Offers(Box::new(offers())),
    );
    probe
}

#[test]
fn without_colour_the_selected_row_is_still_seen() {
    for theme in [ThemeName::Dark, ThemeName::Light, ThemeName::HighContrast] {
        let mut probe = Probe::with(Setup {
            no_color: true,
            theme,
            ..setup(Lang::Zh, SMALL)
        });
        probe.answer(|ask| *ask == Ask::Today, Reply::Today(Box::new(board())));
        let (picture, _) = probe.draw();
        let plain = |cell: &Cell| cell.fg == Color::Reset && cell.bg == Color::Reset;
        assert!(picture.content.iter().all(plain));
        let row = &picture.content[5 * 80..6 * 80];
        // The second half of a wide character has no style of its own.
        let mut x = 0;
        while let Some(cell) = row.get(x) {
            assert!(cell.modifier.contains(Modifier::REVERSED), "column {x}");
            x += width::cells(cell.symbol()).max(1);
        }
    }
}

#[test]
fn a_console_with_wide_lines_gets_signs_of_certain_width() {
    let mut probe = Probe::with(Setup {
        ascii: true,
        ..setup(Lang::Zh, SMALL)
    });
    probe.answer(|ask| *ask == Ask::Today, Reply::Today(Box::new(board())));
    for keys in ["", "<f1>", "<esc><ctrl-p>", "<esc><ctrl-l>"] {
        probe.keys(keys);
        for c in probe.dump().chars().filter(|c| !c.is_ascii()) {
            assert_eq!(
                width::cells(&c.to_string()),
                2,
                "{c:?} is of doubtful width"
            );
        }
    }
}

#[test]
fn stored_text_can_not_reach_the_terminal_raw() {
    let mut probe = Probe::new(Lang::Zh, SMALL);
    let mut board = board();
    let bad = "\u{1b}]52;c;x\u{7}李\u{202e}明\u{9b}2J\r\n\u{200b}";
    board.due[0].summary.name = bad.to_owned();
    board.due[0].last_note = format!("e{}", "\u{301}".repeat(200));
    board.drafts[0].title = bad.to_owned();
    probe.answer(|ask| *ask == Ask::Today, Reply::Today(Box::new(board)));
    let picture = probe.dump();
    for line in picture.lines() {
        assert_eq!(width::cells(line), 80, "{line:?}");
        assert!(!line.chars().any(|c| c.is_control() || c == '\u{202e}'));
    }
    assert!(!picture.contains(&"\u{301}".repeat(5)));
}

#[test]
fn letters_move_in_lists_of_the_vim_set_only() {
    let sets = [shipped("default").unwrap(), shipped("vim").unwrap()];
    let (keymap, _) = Keymap::load(&catalogue(), &sets);
    let mut probe = Probe::with(Setup {
        keymap,
        ..setup(Lang::Zh, SMALL)
    });
    probe.answer(|ask| *ask == Ask::Today, Reply::Today(Box::new(board())));
    probe.keys("j<enter>");
    assert_eq!(
        probe.asked(|ask| matches!(ask, Ask::OpenPerson(_))),
        Some(&Ask::OpenPerson(person_id(2)))
    );
}

#[test]
fn going_on_after_a_stop_draws_the_curtain() {
    let mut probe = started();
    probe.resume();
    assert!(!probe.dump().contains("李明朗"));
}

/// Every line has the width of the screen: no half characters, no line that ran over.
#[test]
fn pictures_are_whole_at_every_size() {
    for size in [
        SMALL,
        (81, 25),
        (97, 30),
        (119, 36),
        (120, 36),
        (121, 37),
        (200, 60),
    ] {
        for lang in [Lang::Zh, Lang::En] {
            let mut probe = opened(lang, size);
            for keys in [
                "",
                "<tab>",
                "<tab>",
                "<tab>",
                "<f1>",
                "<esc><ctrl-p>",
                "<esc><ctrl-e>",
            ] {
                probe.keys(keys);
                for line in probe.dump().lines() {
                    assert_eq!(
                        width::cells(line),
                        usize::from(size.0),
                        "{size:?} {keys}: {line}"
                    );
                }
            }
        }
    }
}

#[test]
fn pictures() {
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for size in [SMALL, (120, 36)] {
            let name = |screen: &str| format!("{screen}_{tag}_{}", size.0);
            let mut probe = Probe::new(lang, size);
            probe.answer(|ask| *ask == Ask::Today, Reply::Today(Box::new(board())));
            insta::assert_snapshot!(name("today"), probe.dump());
            probe.keys("lxm");
            probe.answer(
                is_search,
                results(
                    "lxm",
                    vec![
                        by_initials(1),
                        found(2, HitField::IdNumber, HitBy::Tail, vec![(14, 18)]),
                        found(3, HitField::Phone, HitBy::Tail, vec![(7, 11)]),
                        found(4, HitField::Village, HitBy::Infix, vec![(0, 2)]),
                    ],
                ),
            );
            insta::assert_snapshot!(name("people"), probe.dump());
            let mut probe = opened(lang, size);
            insta::assert_snapshot!(name("person"), probe.dump());
            probe.keys("<ctrl-e>");
            insta::assert_snapshot!(name("why"), probe.dump());
            probe.keys("<esc><f1>");
            insta::assert_snapshot!(name("help"), probe.dump());
            probe.keys("<esc><ctrl-p>");
            insta::assert_snapshot!(name("palette"), probe.dump());
            probe.keys("<esc><shift-tab>");
            insta::assert_snapshot!(name("person_record"), probe.dump());
            probe.keys("<ctrl-o>");
            probe.answer(
                |ask| *ask == Ask::Recent,
                Reply::Recent(vec![summary(1), summary(2)]),
            );
            insta::assert_snapshot!(name("recent"), probe.dump());
        }
    }
}
