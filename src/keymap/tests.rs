//! The shipped key files against the screens that there are, and bad files against their words.
//! (The catalogue comes from `ui`, which may use `keymap`; only this test looks the other way.)

use super::*;
use crate::text::Lang;

fn small() -> Catalogue {
    Catalogue {
        sections: vec![
            Section {
                name: "global",
                actions: vec!["help", "quit", "curtain", "palette"],
                typing: true,
            },
            Section {
                name: "common",
                actions: vec!["up", "down", "open"],
                typing: true,
            },
            Section {
                name: "people",
                actions: vec!["contact"],
                typing: true,
            },
            Section {
                name: "today",
                actions: vec!["why"],
                typing: false,
            },
        ],
        safe: vec![
            ("help", Key::plain(Code::F(1))),
            ("curtain", Key::ctrl('l')),
            ("quit", Key::ctrl('q')),
        ],
    }
}

const BASE: &str = "
[global]
help = ['f1']
quit = ['ctrl-q']
curtain = ['ctrl-l', 'ctrl-g 0']
palette = ['ctrl-p']
[common]
up = ['up']
down = ['down']
open = ['enter']
[people]
contact = ['ctrl-r']
";

fn load(own: &str) -> (Keymap, Vec<String>) {
    let sources = [Source::new("base", BASE), Source::new("own.toml", own)];
    let (map, problems) = Keymap::load(&small(), &sources);
    let words = problems.iter().map(|p| p.words(Lang::En)).collect();
    (map, words)
}

#[test]
fn every_problem_is_told_at_once_with_its_line() {
    let (_, words) = load(
        "[peopel]
contact = ['ctrl-r']
[global]
pallete = ['ctrl-k']
help = 'f1'
palette = ['ctrl-i', 'alt-x', 'ctrl-1', 'hyper-q', 'a b c']
[people]
contact = ['a', 'ctrl-q', 'ctrl-g']
",
    );
    insta::assert_snapshot!(words.join("\n"), @r#"
    own.toml, line 1: no section [peopel]; the nearest is [people]
    own.toml, line 4: no action pallete; the nearest is palette
    own.toml, line 5: help must be a list of keys such as ["ctrl-r"]
    own.toml, line 6: ctrl-i: a plain terminal can't deliver this key
    own.toml, line 6: alt-x: a plain terminal can't deliver this key
    own.toml, line 6: ctrl-1: a plain terminal can't deliver this key
    own.toml, line 6: hyper-q: not the name of a key (such as ctrl-r, f3, enter, pgdn)
    own.toml, line 6: a b c: one key, or two in a row
    own.toml, line 8: a: text is typed here, a lone character can't be a command
    own.toml, line 8: ctrl-q is bound to global.quit already; this one has no effect
    own.toml, line 8: ctrl-g is bound to global.curtain already; this one has no effect
    "#);
}

#[test]
fn a_broken_line_does_not_take_the_others_with_it() {
    let (map, words) = load("[global]\npalette = ctrl-k\n[people]\ncontact = ['ctrl-t']\n");
    assert!(words[0].starts_with("own.toml, line"), "{words:?}");
    assert_eq!(map.shown("people", "contact", KeyNames::English), "Ctrl+T");
}

#[test]
fn own_keys_replace_and_unbind() {
    let (map, words) = load("[people]\ncontact = ['ctrl-k']\n[global]\npalette = []\n");
    assert_eq!(words, Vec::<String>::new());
    assert_eq!(map.shown("people", "contact", KeyNames::English), "Ctrl+K");
    assert_eq!(map.shown("global", "palette", KeyNames::English), "");
    assert_eq!(
        map.shown("global", "curtain", KeyNames::English),
        "Ctrl+L / Ctrl+G 0"
    );
}

#[test]
fn two_actions_may_trade_their_keys() {
    let (map, words) = load("[global]\nhelp = ['ctrl-p']\npalette = ['f1']\n");
    assert_eq!(words, Vec::<String>::new());
    assert_eq!(map.shown("global", "help", KeyNames::English), "Ctrl+P");
}

#[test]
fn help_quit_and_curtain_always_keep_a_key() {
    let (map, words) =
        load("[global]\nhelp = []\nquit = ['ctrl-i']\ncurtain = []\npalette=['ctrl-q']\n");
    for (action, key) in [("help", "F1"), ("quit", "Ctrl+Q"), ("curtain", "Ctrl+L")] {
        assert_eq!(
            map.shown("global", action, KeyNames::English),
            key,
            "{words:?}"
        );
    }
    assert_eq!(map.shown("global", "palette", KeyNames::English), "");
}

#[test]
fn letters_only_where_nobody_types() {
    let (map, words) = load("[today]\nwhy = ['w']\ndown = ['j']\n[common]\nup = ['k']\n");
    assert_eq!(words.len(), 1, "{words:?}");
    assert_eq!(
        map.shown("today", "down", KeyNames::English),
        "J".to_lowercase()
    );
    assert_eq!(map.shown("common", "up", KeyNames::English), "");
}

#[test]
fn chords_wait_for_their_second_key_and_full_width_keys_fold() {
    let (map, _) = load("[today]\ndown = ['j']\n");
    let owns = |section: &str, action: &str| !(section == "today" && action == "down");
    let mut resolver = Resolver::default();
    let sections = ["today", "common", "global"];
    let mut press = |key: Key| resolver.press(&map, &sections, key, owns);
    assert_eq!(press(Key::ctrl('g')), Resolved::Pending);
    assert_eq!(
        press(Key::char('０')),
        Resolved::Run {
            section: "global".to_owned(),
            action: "curtain".to_owned()
        }
    );
    assert_eq!(press(Key::ctrl('g')), Resolved::Pending);
    assert_eq!(press(Key::char('9')), Resolved::Cancelled);
    assert_eq!(
        press(Key::char('ｊ')),
        Resolved::Run {
            section: "common".to_owned(),
            action: "down".to_owned()
        }
    );
    assert_eq!(press(Key::char('x')), Resolved::Unbound);
}

#[test]
fn a_file_of_any_size_is_answered() {
    let (_, words) = load(&"x".repeat(300 * 1024));
    assert_eq!(words.len(), 1);
}
