//! What a screen is: state, messages, an action table, and pure reading of it.

use super::{
    cx::Cx,
    notice::Notice,
    screens::{Route, ledgers::About},
};
use crate::{
    domain::{draft::Draft, ids::PersonId},
    effect::{Ask, Reply},
    text::Lang,
};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};

/// A row of a screen's action table: makes the action for key files, palette, help and hints.
pub(crate) struct Action<M: 'static> {
    /// Name in key files.
    pub(crate) name: &'static str,
    /// Help in Chinese.
    pub(crate) zh: &'static str,
    /// Help in English.
    pub(crate) en: &'static str,
    /// The message that it sends.
    pub(crate) msg: fn() -> M,
}

/// Name and help of an action, without its message: what help and palette read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ActionHelp {
    pub(crate) name: &'static str,
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
}

impl ActionHelp {
    pub(crate) fn words(&self, lang: Lang) -> &'static str {
        lang.pick(self.zh, self.en)
    }
}

impl<M> Action<M> {
    pub(crate) fn help(&self) -> ActionHelp {
        ActionHelp {
            name: self.name,
            zh: self.zh,
            en: self.en,
        }
    }
}

/// Moves that screens share; their keys stand in the section `common`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Common {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    NextField,
    PreviousField,
    Open,
    Back,
}

/// Editing of text: what a text field takes before any command sees the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Edit {
    /// A character was typed (or answered with, where a choice has the focus).
    Insert(char),
    /// Text was pasted, already made safe; it never submits.
    Paste(String),
    Backspace,
    Delete,
    Left,
    Right,
    Home,
    End,
    SelectAll,
    /// Take back typing (Ctrl+Z in a text field).
    UndoTyping,
    /// Type again what was taken back (Ctrl+Y in a text field).
    RedoTyping,
}

/// What has the focus; decides whether keys are text, answers or commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Focus {
    /// A text field; `empty` lets `?` mean help.
    Text {
        /// Nothing stands in it.
        empty: bool,
    },
    /// A field answered by digits; a scanner's burst must not answer it.
    Choice,
    /// Rows; typed text goes to the one search box.
    List,
}

/// Where to go next.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Nav {
    /// Nowhere.
    Stay,
    /// Above this screen.
    Open(Box<Route>),
    /// In the place of this screen.
    Replace(Box<Route>),
    /// In the place of this form, which is done: nothing of it is kept.
    DoneTo(Box<Route>),
    /// Back one level; a half-filled form is kept.
    Back,
    /// Back one level with the form done: nothing is kept.
    Done,
    /// Leave this screen and run an action as if its key were pressed: section, name.
    Run(String, String),
}

/// What a screen answers to a message.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Step {
    pub(crate) asks: Vec<Ask>,
    pub(crate) nav: Nav,
    pub(crate) notice: Option<Notice>,
}

impl Step {
    pub(crate) fn stay() -> Self {
        Self {
            asks: Vec::new(),
            nav: Nav::Stay,
            notice: None,
        }
    }

    pub(crate) fn ask(ask: Ask) -> Self {
        Self {
            asks: vec![ask],
            ..Self::stay()
        }
    }

    pub(crate) fn go(nav: Nav) -> Self {
        Self {
            nav,
            ..Self::stay()
        }
    }

    pub(crate) fn open(route: Route) -> Self {
        Self::go(Nav::Open(Box::new(route)))
    }

    pub(crate) fn say(notice: Notice) -> Self {
        Self {
            notice: Some(notice),
            ..Self::stay()
        }
    }

    pub(crate) fn and_ask(mut self, ask: Ask) -> Self {
        self.asks.push(ask);
        self
    }

    pub(crate) fn and_say(mut self, notice: Notice) -> Self {
        self.notice = Some(notice);
        self
    }
}

/// A screen, or a pop-up above one (`POPUP`). Everything but the first block has an honest default.
pub(crate) trait Screen: Sized {
    /// What must be known to open it.
    type Args;
    /// What may happen to it by a command.
    type Msg: 'static;
    /// Section of the key files, and snapshot prefix.
    const NAME: &'static str;
    /// Its commands.
    const ACTIONS: &'static [Action<Self::Msg>];
    /// Drawn above the screen below it, in a box of its own.
    const POPUP: bool = false;
    /// Text or digits are typed in it, so that key files may bind no lone character here.
    const TYPING: bool = true;

    /// Its title.
    fn title(lang: Lang) -> &'static str;
    /// Opens it.
    fn open(args: Self::Args, cx: &Cx<'_>) -> (Self, Step);
    /// A command.
    fn update(&mut self, msg: Self::Msg, cx: &Cx<'_>) -> Step;
    /// Draws it; says where the caret stands.
    fn view(&self, cx: &Cx<'_>, area: Rect, buf: &mut Buffer) -> Option<Position>;

    /// A shared move.
    fn common(&mut self, common: Common, _cx: &Cx<'_>) -> Step {
        match common {
            Common::Back => Step::go(Nav::Back),
            _ => Step::stay(),
        }
    }
    /// Typing. `None`: not mine, so the text goes to the one search box.
    fn edit(&mut self, _edit: Edit, _cx: &Cx<'_>) -> Option<Step> {
        None
    }
    /// An answer to one of its asks.
    fn reply(&mut self, _reply: Reply, _cx: &Cx<'_>) -> Step {
        Step::stay()
    }
    /// It came to the top again, or records changed: ask anew for what it shows.
    fn resume(&mut self, _cx: &Cx<'_>) -> Step {
        Step::stay()
    }
    /// Something opened above it, or the curtain was drawn: what was shown on request only is
    /// hidden again.
    fn covered(&mut self) {}
    /// Whose file it shows, if it is one person's.
    fn person(&self) -> Option<PersonId> {
        None
    }
    /// The record whose ledgers it leads to: the person of a file, the course or vacancy that is
    /// selected.
    fn about(&self, _lang: Lang) -> Option<About> {
        None
    }
    /// Time went on; true where the picture changed.
    fn tick(&mut self, _cx: &Cx<'_>) -> bool {
        false
    }
    /// A click on a cell; `double` means Enter.
    fn click(&mut self, _at: Position, _double: bool, _cx: &Cx<'_>) -> Step {
        Step::stay()
    }
    /// What has the focus.
    fn focus(&self) -> Focus {
        Focus::List
    }
    /// Its text field is the one search box, where a scan belongs.
    fn takes_scan(&self) -> bool {
        false
    }
    /// What stands in its search box, for a form that is opened from there.
    fn typed(&self) -> Option<String> {
        None
    }
    /// What was typed last into the search box came from a scanner and is an id number by now: what
    /// stood in the box before is no part of it.
    fn scanned(&mut self, _cx: &Cx<'_>) -> Step {
        Step::stay()
    }
    /// An answer is awaited on which the next command depends; keys wait for it in order. Typing
    /// into a box that searches live does not wait.
    fn busy(&self) -> bool {
        false
    }
    /// Why an action can't be run now; it is greyed with the reason, not hidden.
    fn refusal(&self, _action: &str, _cx: &Cx<'_>) -> Option<String> {
        None
    }
    /// A half-filled form to keep, if there is one.
    fn draft(&self, _cx: &Cx<'_>) -> Option<Draft> {
        None
    }
}
