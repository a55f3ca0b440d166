//! The registry of screens. A screen is one folder, one `mod` line and one row of `screens!`.

mod contact;
mod entry;
mod fitting;
mod help;
mod history;
mod ledger;
pub(crate) mod ledgers;
mod log;
mod merge;
pub(crate) mod multi;
mod offers;
mod palette;
mod people;
mod person;
mod recent;
pub(crate) mod register;
mod today;
mod views;
mod why;

use super::{
    cx::Cx,
    screen::{ActionHelp, Common, Edit, Focus, Screen, Step},
};
use crate::{
    domain::{draft::Draft, ids::PersonId},
    effect::Reply,
    text::Lang,
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// What help, palette and key files know of a screen.
pub(crate) struct ScreenInfo {
    pub(crate) name: &'static str,
    pub(crate) title: fn(Lang) -> &'static str,
    pub(crate) typing: bool,
    pub(crate) actions: Vec<ActionHelp>,
}

macro_rules! screens {
    ($( $module:ident => $Name:ident; )+) => {
        /// A screen that is open.
        pub(crate) enum AnyScreen { $( $Name(Box<$module::$Name>), )+ }

        /// Where to go, with what must be known there.
        #[derive(Debug, Clone, PartialEq)]
        pub(crate) enum Route { $( $Name(<$module::$Name as Screen>::Args), )+ }

        impl Route {
            /// Name of the screen that it leads to.
            pub(crate) fn name(&self) -> &'static str {
                match self { $( Self::$Name(_) => <$module::$Name as Screen>::NAME, )+ }
            }

            /// True where it leads to a box above the screen that is open.
            pub(crate) fn is_popup(&self) -> bool {
                match self { $( Self::$Name(_) => <$module::$Name as Screen>::POPUP, )+ }
            }
        }

        /// Every screen, in the order of the registry.
        pub(crate) fn all() -> Vec<ScreenInfo> {
            vec![$( ScreenInfo {
                name: <$module::$Name as Screen>::NAME,
                title: <$module::$Name as Screen>::title,
                typing: <$module::$Name as Screen>::TYPING,
                actions: <$module::$Name as Screen>::ACTIONS.iter().map(|row| row.help()).collect(),
            }, )+]
        }

        impl AnyScreen {
            pub(crate) fn open(route: Route, cx: &Cx<'_>) -> (Self, Step) {
                match route { $( Route::$Name(args) => {
                    let (screen, step) = <$module::$Name as Screen>::open(args, cx);
                    (Self::$Name(Box::new(screen)), step)
                } )+ }
            }
            pub(crate) fn name(&self) -> &'static str {
                match self { $( Self::$Name(_) => <$module::$Name as Screen>::NAME, )+ }
            }
            pub(crate) fn title(&self, lang: Lang) -> &'static str {
                match self { $( Self::$Name(_) => <$module::$Name as Screen>::title(lang), )+ }
            }
            pub(crate) fn is_popup(&self) -> bool {
                match self { $( Self::$Name(_) => <$module::$Name as Screen>::POPUP, )+ }
            }
            pub(crate) fn run(&mut self, action: &str, cx: &Cx<'_>) -> Option<Step> {
                match self { $( Self::$Name(screen) => {
                    let row = <$module::$Name as Screen>::ACTIONS.iter().find(|row| row.name == action)?;
                    Some(screen.update((row.msg)(), cx))
                } )+ }
            }
            screens! { @each [$($Name)+]
                fn common(&mut self, common: Common, cx: &Cx<'_>) -> Step;
                fn edit(&mut self, edit: Edit, cx: &Cx<'_>) -> Option<Step>;
                fn reply(&mut self, reply: Reply, cx: &Cx<'_>) -> Step;
                fn resume(&mut self, cx: &Cx<'_>) -> Step;
                fn scanned(&mut self, cx: &Cx<'_>) -> Step;
                fn tick(&mut self, cx: &Cx<'_>) -> bool;
                fn click(&mut self, at: Position, double: bool, cx: &Cx<'_>) -> Step;
            }
            pub(crate) fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
                match self { $( Self::$Name(screen) => screen.view(cx, area, buf), )+ }
            }
            pub(crate) fn focus(&self) -> Focus {
                match self { $( Self::$Name(screen) => screen.focus(), )+ }
            }
            pub(crate) fn covered(&mut self) {
                match self { $( Self::$Name(screen) => screen.covered(), )+ }
            }
            pub(crate) fn person(&self) -> Option<PersonId> {
                match self { $( Self::$Name(screen) => screen.person(), )+ }
            }
            pub(crate) fn about(&self, lang: Lang) -> Option<ledgers::About> {
                match self { $( Self::$Name(screen) => screen.about(lang), )+ }
            }
            pub(crate) fn typed(&self) -> Option<String> {
                match self { $( Self::$Name(screen) => screen.typed(), )+ }
            }
            pub(crate) fn takes_scan(&self) -> bool {
                match self { $( Self::$Name(screen) => screen.takes_scan(), )+ }
            }
            pub(crate) fn busy(&self) -> bool {
                match self { $( Self::$Name(screen) => screen.busy(), )+ }
            }
            pub(crate) fn refusal(&self, action: &str, cx: &Cx<'_>) -> Option<String> {
                match self { $( Self::$Name(screen) => screen.refusal(action, cx), )+ }
            }
            pub(crate) fn draft(&self, cx: &Cx<'_>) -> Option<Draft> {
                match self { $( Self::$Name(screen) => screen.draft(cx), )+ }
            }
        }
    };
    (@each $names:tt $( fn $method:ident(&mut self, $($arg:ident: $ty:ty),+) -> $out:ty; )+) => {
        $( screens! { @one $names $method ($($arg: $ty),+) -> $out } )+
    };
    (@one [$($Name:ident)+] $method:ident ($($arg:ident: $ty:ty),+) -> $out:ty) => {
        screens! { @body [$($Name)+] $method [$($arg: $ty),+] ($($arg),+) -> $out }
    };
    (@body [$($Name:ident)+] $method:ident [$($arg:ident: $ty:ty),+] $args:tt -> $out:ty) => {
        pub(crate) fn $method(&mut self, $($arg: $ty),+) -> $out {
            match self { $( Self::$Name(screen) => screen.$method $args, )+ }
        }
    };
}

screens! {
    today => Today;
    people => People;
    multi => Multi;
    person => Person;
    contact => ContactForm;
    log => Log;
    offers => Courses;
    offers => Vacancies;
    fitting => Fitting;
    ledger => Ledger;
    ledgers => Ledgers;
    entry => EntryForm;
    register => Register;
    merge => Merge;
    history => History;
    why => Why;
    help => Help;
    views => Views;
    palette => Palette;
    recent => Recent;
}

/// A command, and the way that it leads.
type Home = (ActionHelp, fn() -> Route);

/// Screens that a key leads to from anywhere: the command, and the way.
pub(crate) const HOMES: &[Home] = &[
    (
        ActionHelp {
            name: "go_today",
            zh: "今日待办",
            en: "Today",
        },
        || Route::Today(()),
    ),
    (
        ActionHelp {
            name: "go_people",
            zh: "人员",
            en: "People",
        },
        || Route::People(String::new()),
    ),
    (
        ActionHelp {
            name: "go_courses",
            zh: "培训班",
            en: "Courses",
        },
        || Route::Courses(()),
    ),
    (
        ActionHelp {
            name: "go_vacancies",
            zh: "岗位",
            en: "Vacancies",
        },
        || Route::Vacancies(()),
    ),
    (
        ActionHelp {
            name: "go_log",
            zh: "工作日志",
            en: "Daily log",
        },
        || Route::Log(()),
    ),
];

/// True where a section owns an action itself (a screen's section may also give keys to shared
/// moves).
pub(crate) fn owns(section: &str, action: &str) -> bool {
    match section {
        "global" | "common" => true,
        _ => all().iter().any(|screen| {
            screen.name == section && screen.actions.iter().any(|a| a.name == action)
        }),
    }
}
