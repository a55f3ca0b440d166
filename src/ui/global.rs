//! Commands that hold on every screen, the shared moves, and the catalogue that key files speak of.

use super::{
    model::Model,
    nav,
    notice::Notice,
    routing,
    screen::{ActionHelp, Common},
    screens::{self, Route, register::RegisterArgs},
    words,
};
use crate::{
    effect::{Ask, Ticket},
    keymap::{Catalogue, Chord, Code, Key, Section},
};

type Asks = Vec<(Ticket, Ask)>;

/// What a global command does.
type Run = fn(&mut Model) -> Asks;

/// Global commands by name in key files; home screens stand beside their registry.
const GLOBAL: &[(ActionHelp, Run)] = &[
    (
        help(
            "help",
            "帮助，本页能做什么",
            "Help, what this screen can do",
        ),
        |model| nav::open(model, Route::Help(())),
    ),
    (help("find", "找人", "Find people"), |model| {
        routing::find(model, "")
    }),
    (
        help("palette", "找功能", "Commands, found by their words"),
        |model| {
            let refused = nav::refused(model);
            nav::open(model, Route::Palette(refused))
        },
    ),
    (help("recent", "最近的人", "Recent people"), |model| {
        let here = nav::person(model);
        nav::open(model, Route::Recent(here))
    }),
    (
        help(
            "register",
            "新登记，登记一个人",
            "New person, register somebody",
        ),
        |model| {
            let typed = nav::typed(model);
            nav::open(model, Route::Register(RegisterArgs::New(typed)))
        },
    ),
    (
        help(
            "ledgers",
            "台账，摸底、班次、参训、证书……",
            "Ledgers: surveys, classes, enrolments, certificates",
        ),
        |model| {
            let about = nav::about(model);
            nav::open(model, Route::Ledgers(about))
        },
    ),
    (
        help("undo", "撤销，我刚才的改动", "Undo, my last change"),
        |model| ask(model, Ask::Undo),
    ),
    (help("redo", "恢复", "Redo"), |model| {
        ask(model, Ask::Redo)
    }),
    (help("copy", "复制", "Copy"), |model| {
        let quit = model.key("global", "quit");
        let words = words::no_clipboard(model.setup.lang, &quit);
        model.say(Notice::info(words));
        Vec::new()
    }),
    (
        help("curtain", "遮屏", "Curtain, hides the screen"),
        |model| {
            nav::draw_curtain(model);
            Vec::new()
        },
    ),
    (help("quit", "退出", "Quit"), nav::quit),
];

/// Shared moves by name in key files.
const COMMON: &[(ActionHelp, Common)] = &[
    (help("up", "上移", "Up"), Common::Up),
    (help("down", "下移", "Down"), Common::Down),
    (help("page_up", "上一页", "Page up"), Common::PageUp),
    (help("page_down", "下一页", "Page down"), Common::PageDown),
    (help("first", "到顶", "First row"), Common::First),
    (help("last", "到底", "Last row"), Common::Last),
    (
        help("next_field", "下一栏", "Next field or pane"),
        Common::NextField,
    ),
    (
        help("previous_field", "上一栏", "Previous field or pane"),
        Common::PreviousField,
    ),
    (help("open", "打开 / 办理", "Open, do"), Common::Open),
    (
        help(
            "back",
            "退回一级，填到一半的暂存",
            "Back one level; a half-filled form is kept",
        ),
        Common::Back,
    ),
];

const fn help(name: &'static str, zh: &'static str, en: &'static str) -> ActionHelp {
    ActionHelp { name, zh, en }
}

fn ask(model: &mut Model, ask: Ask) -> Asks {
    vec![model.tickets.stamp(0, ask)]
}

/// Global actions with their help, home screens included.
pub(crate) fn global_actions() -> Vec<ActionHelp> {
    let homes = screens::HOMES.iter().map(|(action, _)| *action);
    homes
        .chain(GLOBAL.iter().map(|(action, _)| *action))
        .collect()
}

/// Shared moves with their help.
pub(crate) fn common_actions() -> Vec<ActionHelp> {
    COMMON.iter().map(|(action, _)| *action).collect()
}

/// The shared move of a name.
pub(super) fn common(action: &str) -> Option<Common> {
    COMMON
        .iter()
        .find(|(help, _)| help.name == action)
        .map(|(_, common)| *common)
}

/// Commands that change records: a pop-up above the records keeps them away.
const ON_RECORDS: &[&str] = &["undo", "redo"];

/// The key of the people's screen pressed on it once more opens the kept lists.
const AGAIN: (&str, &str) = ("go_people", "people");

/// Runs a global command.
pub(super) fn run(model: &mut Model, action: &str) -> Asks {
    let popup = model
        .stack
        .last()
        .is_some_and(|open| open.screen.is_popup());
    if popup && ON_RECORDS.contains(&action) {
        let back = model.key("common", "back");
        model.say(Notice::info(words::close_first(model.setup.lang, &back)));
        return Vec::new();
    }
    let top = model.stack.last().map_or("", |open| open.screen.name());
    if (action, top) == AGAIN {
        return routing::run(model, top, "views");
    }
    if let Some((_, open)) = screens::HOMES.iter().find(|(help, _)| help.name == action) {
        return nav::home(model, open());
    }
    match GLOBAL.iter().find(|(help, _)| help.name == action) {
        Some((_, run)) => run(model),
        None => Vec::new(),
    }
}

/// True where a key alone runs this global command.
pub(super) fn is(model: &Model, key: Key, action: &str) -> bool {
    let alone = Chord(vec![key.folded()]);
    model.setup.keymap.chords("global", action).contains(&alone)
}

/// Every section and action that key files may name.
pub fn catalogue() -> Catalogue {
    let names = |actions: &[ActionHelp]| actions.iter().map(|action| action.name).collect();
    let mut sections = vec![
        Section {
            name: "global",
            actions: names(&global_actions()),
            typing: true,
        },
        Section {
            name: "common",
            actions: names(&common_actions()),
            typing: true,
        },
    ];
    sections.extend(screens::all().into_iter().map(|screen| Section {
        name: screen.name,
        actions: names(&screen.actions),
        typing: screen.typing,
    }));
    Catalogue {
        sections,
        safe: vec![
            ("help", Key::plain(Code::F(1))),
            ("curtain", Key::ctrl('l')),
            ("quit", Key::ctrl('q')),
        ],
    }
}
