//! The whole state of the screen.

use super::{
    ids::IdSource,
    msg::Moment,
    nav,
    notice::Notice,
    scan::{Burst, Held, Run},
    screens::{AnyScreen, Route},
    theme::{Theme, ThemeName},
    update::Tickets,
    words,
};
use crate::{
    domain::draft::Draft,
    effect::{Ask, Ticket},
    keymap::{Key, Keymap, Problem, Resolver},
    text::Lang,
};
use std::collections::VecDeque;

/// What must be known before the first frame.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Language of the screen.
    pub lang: Lang,
    /// Theme.
    pub theme: ThemeName,
    /// `NO_COLOR` is set and not empty.
    pub no_color: bool,
    /// Lines are two cells wide in this console, so borders are ASCII.
    pub ascii: bool,
    /// Keys.
    pub keymap: Keymap,
    /// What was wrong with the key files; told on the first screen.
    pub key_problems: Vec<Problem>,
    /// Name of the operator.
    pub operator: String,
    /// Name of the office, or of its database.
    pub office: String,
    /// Columns and rows of the window.
    pub size: (u16, u16),
    /// A paste comes as one event; elsewhere it comes as very fast keys.
    pub paste_events: bool,
    /// The moment of starting.
    pub start: Moment,
    /// A random number drawn once, for identities of contacts and drafts.
    pub id_seed: u64,
}

/// A screen that is open.
pub(super) struct Open {
    /// Number of this opening; replies to another one are not for it.
    pub(super) id: u64,
    pub(super) screen: AnyScreen,
    /// The form as it was kept last, so that it is not kept again unchanged.
    pub(super) kept: Option<Draft>,
}

/// The state of the screen. Only [`super::update()`] changes it.
pub struct Model {
    pub(super) setup: Setup,
    pub(super) theme: Theme,
    pub(super) moment: Moment,
    pub(super) size: (u16, u16),
    /// Full screens and the pop-ups above them, newest last.
    pub(super) stack: Vec<Open>,
    pub(super) opened: u64,
    pub(super) resolver: Resolver,
    pub(super) held: Held,
    pub(super) run: Run,
    pub(super) burst: Burst,
    /// Keys pressed while something that they depend on was loading.
    pub(super) ahead: VecDeque<(Key, Moment)>,
    pub(super) tickets: Tickets,
    pub(super) notice: Option<(Notice, u64)>,
    pub(super) curtain: bool,
    pub(super) closing: bool,
    pub(super) dirty: bool,
    pub(super) last_click: Option<(u16, u16, u64)>,
    pub(super) autosaved_ms: u64,
    /// When a character was typed last behind the curtain.
    pub(super) typed_behind_ms: u64,
    /// When a key was pressed last.
    pub(super) touched_ms: u64,
    pub(super) ids: IdSource,
}

impl Model {
    /// The first screen, and what it asks for.
    pub fn new(setup: Setup) -> (Self, Vec<(Ticket, Ask)>) {
        let mut model = Self {
            theme: Theme::new(setup.theme, setup.no_color, setup.ascii),
            moment: setup.start,
            size: setup.size,
            stack: Vec::new(),
            opened: 0,
            resolver: Resolver::default(),
            held: Held::default(),
            run: Run::default(),
            burst: Burst::default(),
            ahead: VecDeque::new(),
            tickets: Tickets::default(),
            notice: None,
            curtain: false,
            closing: false,
            dirty: true,
            last_click: None,
            autosaved_ms: setup.start.ms,
            touched_ms: setup.start.ms,
            typed_behind_ms: 0,
            ids: IdSource::new(setup.id_seed),
            setup,
        };
        let asks = nav::open(&mut model, Route::Today(()));
        if let Some(problem) = model.setup.key_problems.first() {
            let lang = model.setup.lang;
            let text =
                words::key_problems(lang, model.setup.key_problems.len(), &problem.words(lang));
            model.say(Notice::warning(text));
        }
        (model, asks)
    }

    /// True once the clerk has left; everything asked for before must still be done.
    pub fn is_closing(&self) -> bool {
        self.closing
    }

    /// True where the picture may have changed since the last call.
    pub fn take_dirty(&mut self) -> bool {
        std::mem::take(&mut self.dirty)
    }

    /// In how many milliseconds a [`super::Msg::Tick`] is wanted.
    pub fn wake_in(&self) -> u64 {
        if self.held.is_empty() && !self.burst.is_open() {
            1000
        } else {
            35
        }
    }

    /// The language of the screen.
    pub fn lang(&self) -> Lang {
        self.setup.lang
    }

    /// The keys of an action, as words on the screen name them.
    pub(super) fn key(&self, section: &str, action: &str) -> String {
        let names = words::key_names(self.setup.lang, self.setup.ascii);
        self.setup.keymap.shown(section, action, names)
    }

    pub(super) fn say(&mut self, notice: Notice) {
        self.notice = Some((notice, self.moment.ms));
    }
}
